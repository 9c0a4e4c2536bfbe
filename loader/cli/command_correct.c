#define _GNU_SOURCE  // realpath
#include "base/say.h"
#include "cli/commands.h"
#include "cli/connect.h"
#include "cli/files.h"
#include "cli/message.h"
#include "input/hygiene.h"
#include "sink/corrections_table.h"
#include "sink/schema.h"

#include <inttypes.h>
#include <stdlib.h>

// What is said of a row or of whole articles.
struct said {
    struct str place;  // "line" or "text"; empty: of whole articles
    uint32_t line;
    struct str text;
    char read_as[16];
};

static bool wrong(struct error *error)
{
    return error_set(
        error, ERROR_USAGE,
        "say: correct SOURCE line 12 is heading 2 (or paragraph, item, quote, code, leftover, header, row), "
        "correct PATTERN text WORDS is leftover, or correct PATTERN is markdown (or extracted, html, lines, "
        "blocks, wrapped)");
}

// "a heading, level 2": heading 2. Small words and commas say nothing.
static bool read_kind(struct str words, struct said *said)
{
    static const char filling[] = "|a|an|the|of|level|";
    struct buf kind = {0};
    for (size_t at = 0, end; at < words.n; at = end + 1) {
        for (end = at; end < words.n && words.p[end] != ' ';) end++;
        struct str word = str_slice(words, at, end);
        if (str_ends(word, STR(","))) word.n--;
        if (!word.n || str_is_listed(filling, word)) continue;
        if (str_equal(word, STR("boilerplate"))) word = STR("leftover");
        if (kind.n) buf_byte(&kind, ' ');
        buf_str_add(&kind, word);
    }
    enum correct_as as;
    int value;
    bool known = !kind.failed && kind.n < sizeof said->read_as && correction_read_as(buf_str(&kind), &as, &value) &&
                 (said->place.n > 0) == (as < CORRECT_DIALECT);
    if (known) memcpy(said->read_as, kind.p, kind.n), said->read_as[kind.n] = '\0';
    buf_release(&kind);
    return known;
}

// line 12 is heading 2 | text Share this page is leftover | is markdown
static bool read_words(struct str words, struct said *said, struct error *error)
{
    size_t is = words.n;  // the last " is "
    for (size_t i = 0; i + 3 < words.n; i++)
        if (memcmp(words.p + i, " is ", 4) == 0) is = i;
    struct str before = str_starts(words, STR("is ")) ? STR("") : str_slice(words, 0, is);
    struct str kind = before.n ? str_slice(words, is < words.n ? is + 4 : is, words.n) : str_slice(words, 3, words.n);
    if (str_starts(before, STR("line "))) {
        char *end;
        said->place = STR("line");
        said->line = (uint32_t)strtoul(before.p + 5, &end, 10);
        if (!said->line || end != before.p + before.n) return wrong(error);
    } else if (str_starts(before, STR("text "))) {
        said->place = STR("text");
        said->text = str_trim(str_slice(before, 5, before.n));
        if (!said->text.n) return wrong(error);
    } else if (before.n) return wrong(error);
    return read_kind(kind, said) || wrong(error);
}

// A file that is there has the name that load gives it.
static char *name_source(const char *given)
{
    struct arena arena;
    char *real = realpath(given, NULL);
    if (!real) return strdup(given);
    arena_init(&arena, 0);
    struct str name = arena_str(&arena, hygiene_name(str_from(real), &arena));
    char *copy = name.p ? strdup(name.p) : NULL;
    arena_release(&arena);
    free(real);
    return copy;
}

static void tell(int64_t id, const struct options *options, const struct said *said, const char *source,
                 const char *text)
{
    if (options->quiet) return;
    size_t n = text ? strlen(text) : 0, shown = n > 60 ? 60 : n;
    while (shown < n && shown && ((unsigned char)text[shown] & 0xC0) == 0x80) shown--;
    say_part(stdout, "correction %" PRId64 ": ", id);
    if (text) say_part(stdout, "\"%.*s%s\" ", (int)shown, text, shown < n ? "…" : "");
    say(stdout, "is %s, in %s", said->read_as, source);
    say(stdout, "The next load of it applies that.");
}

// A row is known by its text, so that it is found where lines were put before it; and by its line, where others have
// the same text.
static bool add(struct database *db, const struct options *options, const struct said *said, struct error *error)
{
    struct corrected_row row = {0};
    int64_t id;
    char *source = name_source(options->operands[0]), *text = said->text.n ? strndup(said->text.p, said->text.n) : NULL;
    bool ok = (source && (text || !said->text.n)) || error_set(error, ERROR_MEMORY, "out of memory");
    if (ok && said->line) ok = corrections_find_row(db, source, said->line, &row, error);
    const char *of = row.source ? row.source : source, *words = row.text ? row.text : text;
    ok = ok && corrections_add(db, of, row.alone ? 0 : said->line, words, said->read_as, &id, error);
    if (ok) tell(id, options, said, of, words);
    free(row.source);
    free(row.text);
    free(source);
    free(text);
    return ok;
}

static bool say_correction(struct database *db, const struct options *options, struct error *error)
{
    struct buf words = {0};
    struct said said = {0};
    for (int i = 1; i < options->operand_count; i++) {
        if (i > 1) buf_byte(&words, ' ');
        buf_str_add(&words, str_from(options->operands[i]));
    }
    buf_byte(&words, '\0');
    if (!words.failed) words.n--;
    bool ok = words.failed ? error_set(error, ERROR_MEMORY, "out of memory")
                           : read_words(buf_str(&words), &said, error) && add(db, options, &said, error);
    buf_release(&words);
    return ok;
}

static bool print_correction(void *context, int columns, const char *const *values, struct error *error)
{
    (void)context;
    (void)columns;
    (void)error;
    say_part(stdout, "%s: ", values[0]);
    if (values[2]) say_part(stdout, "line %s ", values[2]);
    if (values[3]) say_part(stdout, "\"%s\" ", values[3]);
    say(stdout, "is %s, in %s", values[4], values[1]);
    return true;
}

static bool list(struct database *db, struct error *error)
{
    return database_query(
        db,
        "SELECT correction_id, source, line_no, left(text, 60) || CASE WHEN length(text) > 60 THEN '…' "
        "ELSE '' END, read_as FROM corrections ORDER BY correction_id",
        0, NULL, print_correction, NULL, error);
}

static bool load(struct database *db, const struct options *options, struct error *error)
{
    const char *path = options->operands[1];
    struct buf csv = {0};
    int64_t count = 0;
    char corrections[48];
    bool ok = files_read(path, &csv, error) && corrections_load(db, buf_str(&csv), &count, error);
    if (!ok) error_at(error, str_from(path), 0);
    else if (!options->quiet)
        say(stdout, "%s kept; the next load applies them",
            message_count(count, "correction", "corrections", corrections));
    buf_release(&csv);
    return ok;
}

static bool save(struct database *db, const struct options *options, struct error *error)
{
    struct buf csv = {0};
    bool ok = corrections_save(db, &csv, error) && files_write(options->operands[1], buf_str(&csv), false, error);
    buf_release(&csv);
    return ok;
}

static bool run(struct database *db, const struct options *options, struct error *error)
{
    const char *word = options->operands[0];
    if (strcmp(word, "list") == 0) return list(db, error);
    if (strcmp(word, "load") == 0) return load(db, options, error);
    if (strcmp(word, "save") == 0) return save(db, options, error);
    if (strcmp(word, "delete") != 0) return say_correction(db, options, error);
    for (int i = 1; i < options->operand_count; i++)
        if (!corrections_delete(db, options->operands[i], error)) return false;
    return true;
}

bool command_correct_takes(const struct options *options)
{
    const char *word = options->operand_count ? options->operands[0] : "";
    if (strcmp(word, "list") == 0) return options->operand_count == 1;
    if (strcmp(word, "load") == 0 || strcmp(word, "save") == 0) return options->operand_count == 2;
    return options->operand_count > 1;
}

int command_correct(const struct options *options)
{
    struct error error = {0};
    struct connect connect;
    struct database *db = connect_open(&connect, options, &error);
    bool ok = db && schema_require(db, &error) && run(db, options, &error);
    database_close(db);
    return ok ? 0 : message_error(&error);
}
