#define _GNU_SOURCE  // realpath
#include "base/say.h"
#include "cli/commands.h"
#include "cli/connect.h"
#include "cli/files.h"
#include "cli/meant.h"
#include "cli/message.h"
#include "input/hygiene.h"
#include "sink/corrections_table.h"
#include "sink/removal.h"
#include "sink/schema.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

// What is said of a row, a cell or of whole articles.
struct said {
    uint32_t line;    // 0: of no line alone
    struct str text;  // of the row, or in the cell; empty: none is said
    bool cell;
    struct str name;     // of what the cell names
    struct buf read_as;  // as the table has it, with a NUL behind; to be released
};

#define AS_WHAT                                                                                                        \
    "heading 2, paragraph, item, quote, code, leftover, header, row, or of articles markdown, extracted, html, "       \
    "lines, blocks, wrapped"

static bool wrong(struct error *error)
{
    return error_set(
        error, ERROR_USAGE,
        "say: correct SOURCE line 12 is heading 2 (or paragraph, item, quote, code, leftover, header, row), "
        "correct SOURCE line 12 text WORDS is heading 2 where several rows begin there, "
        "correct PATTERN text WORDS is leftover, correct PATTERN cell Jpan is Japan, or correct PATTERN is markdown "
        "(or extracted, html, lines, blocks, wrapped)");
}

// The word that nothing is read as, and what was meant by it: where one letter in four is wrong at most.
static bool wrong_kind(struct str words, struct error *error)
{
    static const char *const known[] = {"heading",   "paragraph",   "item",   "quote",  "code",
                                        "leftover",  "boilerplate", "header", "row",    "markdown",
                                        "extracted", "html",        "lines",  "blocks", "wrapped"};
    enum { KNOWN = sizeof known / sizeof *known };
    for (size_t at = 0, end; at < words.n; at = end + 1) {
        char word[16] = "";
        size_t i = 0;
        struct meant meant = {.word = word};
        for (end = at; end < words.n && words.p[end] != ' ';) end++;
        if (end - at < sizeof word) memcpy(word, words.p + at, end - at);
        while (i < KNOWN && strcmp(word, known[i]) != 0) meant_try(&meant, known[i++]);
        if (i < KNOWN || (end - at == 1 && *word >= '1' && *word <= '6')) continue;
        if (*word && meant.nearest && 4 * meant.distance <= (int)(end - at))
            return error_set(error, ERROR_USAGE, "nothing is read as \"%s\"; did you mean %s?", word, meant.nearest);
        return error_set(error, ERROR_USAGE, "nothing is read as \"%.*s\"; say " AS_WHAT, (int)(end - at),
                         words.p + at);
    }
    return wrong(error);
}

// "a heading, level 2": heading 2. Small words and commas say nothing.
static bool read_kind(struct str words, struct said *said, struct error *error)
{
    static const char filling[] = "|a|an|the|of|level|";
    struct correction c;
    for (size_t at = 0, end; at < words.n; at = end + 1) {
        for (end = at; end < words.n && words.p[end] != ' ';) end++;
        struct str word = str_slice(words, at, end);
        if (str_ends(word, STR(","))) word.n--;
        if (!word.n || str_is_listed(filling, word)) continue;
        if (str_equal(word, STR("boilerplate"))) word = STR("leftover");
        if (said->read_as.n) buf_byte(&said->read_as, ' ');
        buf_str_add(&said->read_as, word);
    }
    bool placed = said->line || said->text.n;
    return (correction_read_as(buf_str(&said->read_as), &c) && c.as != CORRECT_ENTITY &&
            placed == (c.as < CORRECT_DIALECT)) ||
           wrong_kind(buf_str(&said->read_as), error);
}

// "line 12 ", and what stands behind it.
static bool read_line(struct str *words, struct said *said)
{
    const struct str line = STR("line ");
    char *end;
    if (!str_starts(*words, line)) return true;
    said->line = (uint32_t)strtoul(words->p + line.n, &end, 10);
    *words = str_trim(str_slice(*words, (size_t)(end - words->p), words->n));
    return said->line > 0;
}

// line 12 is heading 2 | text Share this page is leftover | cell Jpan is Japan | is markdown; words end in NUL.
static bool read_words(struct str words, struct said *said, struct error *error)
{
    const struct str text = STR("text "), cell = STR("cell ");
    if (!read_line(&words, said)) return wrong(error);
    size_t is = words.n;  // the last " is "
    for (size_t i = 0; i + 3 < words.n; i++)
        if (memcmp(words.p + i, " is ", 4) == 0) is = i;
    if (str_starts(words, STR("is "))) return read_kind(str_slice(words, 3, words.n), said, error);
    struct str what = str_slice(words, 0, is), kind = str_trim(str_slice(words, is < words.n ? is + 4 : is, words.n));
    said->cell = str_starts(what, cell);
    if (!said->cell && !str_starts(what, text)) return wrong(error);
    said->text = str_trim(str_slice(what, said->cell ? cell.n : text.n, what.n));
    said->name = kind;
    if (!said->text.n || !kind.n) return wrong(error);
    return said->cell || read_kind(kind, said, error);
}

// The folder of a pattern, whose signs begin behind it, and the pattern of the files there.
static char *real_folder(const char *given, const char **files)
{
    size_t n = strcspn(given, "*?[");
    while (n && given[n - 1] != '/') n--;
    char *folder = n && given[n] ? strndup(given, n) : NULL, *real = folder ? realpath(folder, NULL) : NULL;
    *files = given + n;
    free(folder);
    return real;
}

// A file that is there has the name that load gives it; a folder is all that lies below, or what of it a pattern says.
static char *name_source(const char *given)
{
    struct arena arena;
    struct stat info;
    struct buf name = {0};
    const char *files = "";
    char *real = realpath(given, NULL);
    if (!real) real = real_folder(given, &files);
    else if (stat(real, &info) == 0 && S_ISDIR(info.st_mode)) files = "*";
    if (!real) return strdup(given);
    arena_init(&arena, 0);
    struct str source = hygiene_name(str_from(real), &arena);
    if (*files) removal_escape(&name, source);
    else buf_str_add(&name, source);
    if (*files && source.n > 1) buf_byte(&name, '/');
    buf_add(&name, files, strlen(files) + 1);
    if (name.failed || !source.p) buf_release(&name);
    arena_release(&arena);
    free(real);
    return name.p;
}

// As people say it.
static const char *plain(const char *read_as)
{
    if (strncmp(read_as, "names ", 6) == 0) return read_as + 6;
    return strcmp(read_as, "leftover") == 0 ? "boilerplate (leftover: kept, but no part of the article)" : read_as;
}

// What has been kept, and how much of what is loaded it means.
static void tell(int64_t id, const struct said *said, const struct corrected_place *place, int64_t count)
{
    char number[48];
    const char *text = place->text;
    size_t n = text ? strlen(text) : 0, shown = n > 60 ? 60 : n;
    while (shown < n && shown && ((unsigned char)text[shown] & 0xC0) == 0x80) shown--;
    say_part(stdout, "correction %" PRId64 ": %s", id, said->cell ? "cell " : "");
    if (text) say_part(stdout, "\"%.*s%s\" ", (int)shown, text, shown < n ? "…" : "");
    say(stdout, "is %s, in %s", plain(said->read_as.p), place->source);
    if (said->line) say(stdout, "The next load of it applies that.");
    else if (!count) say(stdout, "It means nothing that is loaded, and is kept for what will be.");
    else
        say(stdout, "It means %s of what is loaded; the next load applies it.",
            said->cell ? message_count(count, "cell, header or label", "cells, headers and labels", number)
            : text     ? message_count(count, "row", "rows", number)
                       : message_count(count, "article", "articles", number));
}

// A row is known by its text, so that it is found where lines were put before it; and by its line, where others have
// the same text. *text, the caller's, is how it begins, or NULL where that need not be said, and becomes all of it.
static bool add_row(struct database *db, const struct said *said, struct corrected_place *place, char **text,
                    int64_t *id, struct error *error)
{
    struct corrected_row row = {0};
    bool ok = corrections_find_row(db, place->source, said->line, *text ? *text : "", &row, error);
    free(*text);
    place->line = row.alone ? 0 : said->line;
    place->text = *text = row.text;
    return ok && corrections_add(db, place, said->read_as.p, id, error);
}

// Where nothing is loaded from a file itself, what is loaded from its records or members is meant: of *source,
// malloc'd.
static bool count_others(struct database *db, struct corrected_place *place, char **source, int64_t *count,
                         struct error *error)
{
    static const char below[] = "[#!]*";
    if (!corrections_count(db, place, count, error) || *count || place->line) return error->code == ERROR_NONE;
    size_t n = strlen(place->source);
    char *records = malloc(n + sizeof below);
    if (!records) return error_set(error, ERROR_MEMORY, "out of memory");
    snprintf(records, n + sizeof below, "%s%s", place->source, below);
    struct corrected_place within = *place;
    within.source = records;
    bool ok = corrections_count(db, &within, count, error);
    if (ok && *count) {
        *place = within;
        free(*source);
        *source = records;
    } else free(records);
    return ok;
}

static bool add_others(struct database *db, const struct said *said, struct corrected_place *place, char **source,
                       int64_t *id, int64_t *count, struct error *error)
{
    if (!count_others(db, place, source, count, error)) return false;
    if (said->line && !*count)
        return error_set(error, ERROR_INPUT, "no cell on line %u of %s is \"%s\": doc2pgsql show shows the lines",
                         said->line, place->source, place->text);
    return corrections_add(db, place, said->read_as.p, id, error);
}

static bool add(struct database *db, const struct options *options, const struct said *said, struct error *error)
{
    int64_t id, count = 0;
    char *given = name_source(options->operands[0]), *text = said->text.n ? strndup(said->text.p, said->text.n) : NULL;
    char *loaded = NULL;
    bool ok = ((given && (text || !said->text.n)) || error_set(error, ERROR_MEMORY, "out of memory")) &&
              corrections_find_source(db, given, &loaded, error);
    if (ok && said->line && !loaded)
        ok = error_set(error, ERROR_INPUT,
                       "no article of the source %s is loaded: load it first, since a line is one of a loaded article",
                       given);
    struct corrected_place place = {loaded ? loaded : given, said->line, text, said->cell};
    ok = ok && (said->line && !said->cell ? add_row(db, said, &place, &text, &id, error)
                                          : add_others(db, said, &place, &given, &id, &count, error));
    if (ok && !options->quiet) tell(id, said, &place, count);
    free(loaded);
    free(given);
    free(text);
    return ok;
}

static bool find_name(struct database *db, struct said *said, struct error *error)
{
    struct buf entity = {0};
    if (!said->cell) return true;
    bool ok = corrections_find_entity(db, said->name.p, &entity, error);
    if (ok) buf_printf(&said->read_as, "names %s", entity.p);
    buf_release(&entity);
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
    bool ok = (!words.failed || error_set(error, ERROR_MEMORY, "out of memory")) &&
              read_words(buf_str(&words), &said, error) && find_name(db, &said, error);
    buf_byte(&said.read_as, '\0');
    ok = ok && (!said.read_as.failed || error_set(error, ERROR_MEMORY, "out of memory")) &&
         add(db, options, &said, error);
    buf_release(&words);
    buf_release(&said.read_as);
    return ok;
}

static bool print_correction(void *context, int columns, const char *const *values, struct error *error)
{
    bool names = strncmp(values[4], "names ", 6) == 0;
    (void)context;
    (void)columns;
    (void)error;
    say_part(stdout, "%s: ", values[0]);
    if (values[2]) say_part(stdout, "line %s ", values[2]);
    if (values[3]) say_part(stdout, "%s\"%s\" ", names ? "cell " : "", values[3]);
    say(stdout, "is %s, in %s%s", plain(values[4]), values[1],
        *values[5] == 't' ? ", from where nothing is loaded" : "");
    return true;
}

static bool list(struct database *db, struct error *error)
{
    static const char all[] =
        "SELECT correction_id, source, line_no, left(text, 60) || CASE WHEN length(text) > 60 "
        "THEN '…' ELSE '' END, read_as, source = ANY ($1::text[]) FROM corrections "
        "ORDER BY correction_id";
    struct buf idle = {0};
    bool ok = corrections_find_idle(db, &idle, error);
    const char *values[] = {idle.p};
    ok = ok && database_query(db, all, 1, values, print_correction, NULL, error);
    buf_release(&idle);
    return ok;
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
    bool ok =
        corrections_save(db, &csv, error) && files_write(options->operands[1], buf_str(&csv), "take it away", error);
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
