#include "input/input.h"

#include "base/buf.h"
#include "input/charset.h"
#include "input/charset_guess.h"
#include "input/date.h"
#include "input/doubt.h"
#include "input/epub.h"
#include "input/html_field.h"
#include "input/hygiene.h"
#include "input/mapping.h"
#include "input/mhtml.h"
#include "input/record_name.h"
#include "input/seen.h"
#include "input/source_name.h"
#include "input/stream.h"
#include "input/walk.h"

#include <stdio.h>
#include <stdlib.h>

struct input {
    struct input_options options;
    struct mapping mapping;
    struct source_naming naming;
    struct walk *walk;
    struct stream *stream;
    struct record_names *names;
    struct seen *members;                // places of the file's members so far
    bool in_file, found;                 // any file, so far
    bool named;                          // the file, outright
    bool standard, nameless;             // standard input; without a name
    struct buf file, place;              // place: the file and the member in it
    const struct renamed_file *renamed;  // that is called as another one: errors are its own; NULL: by its path
    const struct record_kind *kind;      // of the records being read
    struct record_reader *reader;        // NULL: between members
    unsigned fields;                     // that its records have so far, of 1 << field
    bool decoded;                        // they come in UTF-8 whatever the file's encoding
    struct doubt *doubt;
    const char *guessed;              // which that is by a guess; NULL: no guess
    bool guess_told, maybe_settings;  // the first is to come, of a JSON file that nobody named
    struct buf json;
    size_t passed_over[FOREIGN_KINDS];
    struct input_rejected rejected;
};

struct input *input_open(char *const *paths, size_t count, const struct input_options *options, struct error *error)
{
    struct input *input = calloc(1, sizeof *input);
    if (!input) {
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    input->options = *options;
    if (source_naming_init(&input->naming, options->source_root, options->source_prefix, options->renamed, error) &&
        mapping_init(&input->mapping, options->map, error) && charset_check(options->encoding, error)) {
        input->walk = walk_open(paths, count, options->files_from, &options->select, error);
        input->stream = stream_new(options->article_limit);
        input->names = record_names_new();
        input->members = seen_new();
        input->doubt = doubt_new();
        if (input->walk && input->stream && input->names && input->members && input->doubt) return input;
        error_set(error, ERROR_MEMORY, "out of memory");
    }
    input_close(input);
    return NULL;
}

// What has no source of its own goes by its place.
static bool is_taken(const struct input *input)
{
    return part_takes(&input->options.part, buf_str(&input->place));
}

static enum input_result reject(const struct input *input, struct error *error)
{
    if (error->code == ERROR_MEMORY) return INPUT_FAILED;  // which is nobody's fault
    error_at(error, input->renamed ? str_from(input->renamed->path) : buf_str(&input->place), 0);
    return is_taken(input) ? INPUT_REJECTED : INPUT_OTHER;
}

static enum input_result finish(struct input *input, struct str source, const char *encoding, struct arena *arena,
                                struct article *article, struct error *error)
{
    arena->failed = arena->failed || input->file.failed || input->place.failed || record_names_failed(input->names);
    article->source = hygiene_name(arena_str(arena, source), arena);
    if (input->options.dialect) article->dialect = input->options.dialect;
    article->layout = input->options.layout;
    article->whole_page = article->whole_page || input->options.whole_page;
    article->encoding = encoding;
    if (!arena_ok(arena, error)) return reject(input, error);
    return part_takes(&input->options.part, article->source) ? INPUT_ARTICLE : INPUT_OTHER;
}

static enum input_result finish_member(struct input *input, const char *encoding, struct arena *arena,
                                       struct article *article, struct error *error)
{
    bool hashed = input->nameless && str_equal(buf_str(&input->place), buf_str(&input->file));
    struct str source = buf_str(&input->place);
    if (hashed) source = record_names_hash(input->names, source, article->bytes, &article->sha256);
    article->hashed = hashed;
    return finish(input, source, encoding, arena, article, error);
}

// Whether the member, which is one article, is of another part: then it need not be read.
static bool is_other(const struct input *input, struct arena *arena, struct article *article)
{
    if (input->nameless || !input->options.part.count) return false;
    article->source = hygiene_name(arena_str(arena, buf_str(&input->place)), arena);
    return !part_takes(&input->options.part, article->source);
}

static enum input_result whole_member(struct input *input, struct arena *arena, struct article *article,
                                      struct error *error)
{
    if (is_other(input, arena, article)) return INPUT_OTHER;
    if (!stream_take(input->stream, SIZE_MAX, arena, &article->bytes, error)) return reject(input, error);
    article->first_line = 1;
    article->file_name = arena_str(arena, format_file_name(buf_str(&input->place)));
    if (!input->options.dialect && mhtml_looks(article->bytes) && !mhtml_read(article, arena, error))
        return reject(input, error);
    return finish_member(input, input->options.encoding, arena, article, error);
}

static enum input_result whole_book(struct input *input, struct arena *arena, struct article *article,
                                    struct error *error)
{
    if (is_other(input, arena, article)) return INPUT_OTHER;
    struct container *container = stream_document(input->stream, error);
    bool ok = container && epub_read(container, input->options.article_limit, article, arena, error);
    container_close(container);
    if (!ok) return reject(input, error);
    return finish_member(input, NULL, arena, article, error);
}

// Of a record whose reader doesn't know: HTML is told by its content.
static void tell_html(struct article *article, enum dialect dialect)
{
    static const enum dialect dialects[] = {
        [HTML_FIELD_MIXED] = DIALECT_MARKDOWN, [HTML_FIELD_FRAGMENT] = DIALECT_HTML, [HTML_FIELD_PAGE] = DIALECT_HTML};
    enum html_field html = dialect ? HTML_FIELD_NONE : html_field_of(article->bytes);
    article->dialect = html ? dialects[html] : dialect;
    article->whole_page = article->whole_page || html == HTML_FIELD_FRAGMENT;
}

static void close_records(struct input *input)
{
    input->kind->close(input->reader);
    input->reader = NULL;
}

// The rest of a JSON file without text.
static enum input_result pass_records(struct input *input, struct error *error)
{
    *error = (struct error){0};
    input->passed_over[FOREIGN_JSON] += is_taken(input);
    close_records(input);
    return INPUT_END;
}

// Of a record in a file that was read by a guess: what is ill-formed in it is counted, and when it is much, it is no
// more in that encoding.
static bool check_guess(struct input *input, const struct record *record, struct article *article, struct error *error)
{
    struct str text = article->bytes;
    size_t high = 0;
    for (size_t i = 0; i < text.n; i++) {
        high += (unsigned char)text.p[i] >= 0xC0;
        if (text.n - i < 3 || memcmp(text.p + i, "\xEF\xBF\xBD", 3) != 0) continue;
        if (!article->repaired++) article->repaired_at = i;
    }
    if (article->repaired && (size_t)article->repaired * 20 > high) {
        record_reject(error, record->number, STR_NULL,
                      "%u of its characters are ill-formed in %s, as which the file begins", article->repaired,
                      input->guessed);
        return false;
    }
    if (!input->guess_told) article->guessed = input->guessed;
    input->guess_told = true;
    return true;
}

static enum input_result next_record(struct input *input, struct arena *arena, struct article *article,
                                     struct error *error)
{
    struct record record;
    enum record_result got = doubt_next(input->doubt, input->kind, input->reader, arena, &record, error);
    if (got == RECORD_NO_TEXT && input->maybe_settings) return pass_records(input, error);
    input->maybe_settings = false;
    if (got == RECORD_NOTED) return reject(input, error) == INPUT_OTHER ? INPUT_OTHER : INPUT_NOTED;
    enum foreign foreign =
        got == RECORD_OK && record.dialect != DIALECT_HTML ? foreign_document(record.fields[FIELD_TEXT]) : FOREIGN_NONE;
    if (foreign)
        got = record_reject(error, record.number, STR_NULL, "its text is no article but %s; %s",
                            foreign_kinds[foreign].one,
                            foreign_kinds[foreign].advice ? foreign_kinds[foreign].advice : "leave it out");
    input->rejected = (struct input_rejected){false, record.raw_head, record.raw, input->kind->suffix};
    if (got == RECORD_REJECTED || got == RECORD_NO_TEXT) return reject(input, error);
    if (got == RECORD_END) {
        close_records(input);
        if (!stream_ok(input->stream, error)) return reject(input, error);
        if (input->kind != &record_json || !record_note_missing(error, &input->mapping, input->fields))
            return INPUT_END;
        return reject(input, error) == INPUT_OTHER ? INPUT_OTHER : INPUT_NOTED;
    }
    input->fields |= record_fields(&record);
    article->bytes = record.fields[FIELD_TEXT];
    if (input->guessed && !check_guess(input, &record, article, error)) return reject(input, error);
    article->first_line = 1;  // of the record: what stands before it in the file changes none of its rows
    article->declared = record.declared;
    article->is_xml = record.is_xml;
    record_metadata(&record, &input->json, arena, &article->metadata);
    struct record_name name;
    record_names_next(input->names, &record, &name);
    article->hashed = name.hashed;
    article->sha256 = name.sha256;
    if (name.former.p && !input->renamed) {  // it says nothing of the other records there
        article->former = hygiene_name(arena_str(arena, name.former), arena);
        article->file = hygiene_name(arena_str(arena, buf_str(&input->place)), arena);
    }
    if (input->renamed && input->renamed->record) name.source = input->renamed->source, input->renamed = NULL;
    enum input_result finished =
        finish(input, name.source, input->decoded ? NULL : input->options.encoding, arena, article, error);
    if (!article->dialect) tell_html(article, record.dialect);
    return finished;
}

// The encoding of a file of records by its beginning; where that is a mixture, each record is judged alone.
static bool guess(struct input *input, struct str head, struct error *error)
{
    while (head.n == FORMAT_HEAD && head.n && head.p[head.n - 1] != '\n') head.n--;
    struct charset_share share = charset_share_of(head);
    enum charset_state state = charset_state_of(share, head.n);
    if (state == CHARSET_UTF8 || charset_decide(head, &input->guessed, error)) return true;
    if (state == CHARSET_MIXED) *error = (struct error){0};
    return state == CHARSET_MIXED;
}

// Sets the reader up for records, or leaves it NULL for one article.
static bool begin_records(struct input *input, struct str head, struct str name, struct error *error)
{
    const char *encoding = input->options.encoding;
    enum format format = input->options.format;
    if (!format) format = format_of(head, name, input->options.delimiter);
    static const struct record_kind *const kinds[] = {
        [FORMAT_NDJSON] = &record_json, [FORMAT_CSV] = &record_csv,   [FORMAT_TSV] = &record_csv,
        [FORMAT_WARC] = &record_warc,   [FORMAT_WIKI] = &record_wiki, [FORMAT_TRAFILATURA] = &record_trafilatura};
    input->kind = kinds[format];
    if (format == FORMAT_ARTICLE) return true;
    stream_keep(input->stream);
    input->guessed = NULL;
    if (format == FORMAT_WARC)
        head = STR(""), encoding = NULL;  // its lengths count bytes, and each record is judged alone
    if (!encoding && (encoding = charset_guess(head)) && !charset_has_mark(head)) input->guessed = encoding;
    input->guess_told = false;
    input->fields = 0;
    if (!encoding && !guess(input, head, error)) return false;
    if (!encoding) encoding = input->guessed;
    input->decoded = encoding != NULL;
    if (encoding && !stream_decode(input->stream, encoding, input->guessed != NULL, error)) return false;
    if (str_starts(stream_peek(input->stream, 3), STR("\xEF\xBB\xBF"))) stream_skip(input->stream, 3);
    char delimiter = input->options.delimiter;
    if (!delimiter && format == FORMAT_TSV) delimiter = '\t';
    struct record_options options = {&input->mapping, delimiter, input->options.article_limit};
    doubt_begin(input->doubt, input->kind != &record_warc && !input->mapping.fixed[FIELD_TEXT]);
    record_names_begin(input->names, buf_str(&input->place), input->kind->mark, !input->nameless);
    input->reader = input->kind->open(input->stream, &options, error);
    return input->reader != NULL;
}

static bool is_named(const struct input *input, struct str member)
{
    return input->options.select.include_count || (input->named && !member.n);
}

// Passes over what holds no text, unless it was named or its name promises text; all else is rejected.
static enum input_result turn_away(struct input *input, struct str member, enum foreign foreign, struct error *error)
{
    const struct foreign_kind *kind = &foreign_kinds[foreign];
    bool promises = foreign != FOREIGN_SETTINGS && foreign_promises_text(member.n ? member : buf_str(&input->file));
    if (kind->passed_over && !promises && !is_named(input, member)) {
        input->passed_over[foreign] += is_taken(input);
        return INPUT_END;
    }
    const char *between = kind->advice ? "; " : "", *advice = kind->advice ? kind->advice : "";
    error_set(error, ERROR_INPUT, "is no article but %s%s%s", kind->one, between, advice);
    return reject(input, error);
}

static bool takes_member(const struct input *input, struct str member)
{
    char path[4096];
    if (!member.n || !input->named || member.n >= sizeof path) return true;
    memcpy(path, member.p, member.n);
    path[member.n] = '\0';
    return select_takes(&input->options.select, path);
}

// A place that no member of this archive had before: a.txt, a.txt~2, a.txt~3.
static void set_place(struct input *input, struct str member, bool is_there)
{
    input->place.n = 0;
    buf_str_add(&input->place, buf_str(&input->file));
    if (!member.n) return;
    buf_byte(&input->place, '!');
    buf_str_add(&input->place, member);
    if (is_there) seen_number(input->members, &input->place);
}

// INPUT_END: go on with what there is now.
static enum input_result next_member(struct input *input, struct arena *arena, struct article *article,
                                     struct error *error)
{
    struct str member;
    enum stream_result found = stream_member(input->stream, &member, error);
    set_place(input, member, found != STREAM_ERROR);
    if (found == STREAM_ERROR) return reject(input, error);
    if (found == STREAM_END) {
        input->in_file = false;
        return INPUT_END;
    }
    if (!takes_member(input, member)) return INPUT_END;
    input->found = true;
    if (found == STREAM_FOREIGN && stream_foreign(input->stream) == FOREIGN_BOOK)
        return whole_book(input, arena, article, error);
    if (found == STREAM_FOREIGN) return turn_away(input, member, stream_foreign(input->stream), error);
    struct str head = stream_peek(input->stream, FORMAT_HEAD), name = member.n ? member : buf_str(&input->file);
    if (input->standard && !member.n && !head.n) {  // the command before may have failed
        error_set(error, ERROR_ARTICLE, "nothing came from standard input");
        return reject(input, error);
    }
    bool asked = input->options.format != FORMAT_AUTO, warc = str_starts(head, STR("WARC/"));  // may hold any bytes
    enum foreign foreign = warc ? FOREIGN_NONE : foreign_of(head, name, asked);
    if (foreign) return turn_away(input, member, foreign, error);
    input->maybe_settings = !is_named(input, member) && str_ends(format_unpacked_name(name), STR(".json"));
    if (!begin_records(input, head, name, error)) return reject(input, error);
    return input->reader ? INPUT_END : whole_member(input, arena, article, error);
}

// What can't be read is called as if it could.
static void rename_error(struct input *input, struct error *error)
{
    input->file.n = 0;
    if (!error->source[0] || !source_name_add(&input->naming, str_from(error->source), &input->file)) return;
    error->source[0] = '\0';
    error_at(error, buf_str(&input->file), 0);
}

// The same results; INPUT_FAILED without an error: there are no more files.
static enum input_result next_file(struct input *input, struct arena *arena, struct error *error)
{
    struct walk_file file;
    enum walk_result found = walk_next(input->walk, &file, error);
    if (found == WALK_END) return INPUT_FAILED;
    if (found == WALK_ERROR) {
        input->rejected.missing = file.named;
        rename_error(input, error);
        if (error->code == ERROR_MEMORY) return INPUT_FAILED;
        return part_takes(&input->options.part, str_from(error->source)) ? INPUT_REJECTED : INPUT_OTHER;
    }
    input->standard = file.standard_input;
    input->nameless = file.standard_input && !input->options.stdin_name;
    input->named = file.named;
    input->file.n = input->place.n = 0;
    const char *stdin_name = input->options.stdin_name;
    bool known = true;
    input->renamed = file.standard_input ? NULL : renamed_find(&input->naming.renamed, file.path);
    if (input->nameless) buf_str_add(&input->file, STR("stdin"));
    else if (file.standard_input) source_name_add_word(&input->naming, str_from(stdin_name), &input->file);
    else if (input->renamed) buf_str_add(&input->file, input->renamed->source);
    else known = source_name_add(&input->naming, str_from(file.path), &input->file);
    if (!known) buf_str_add(&input->file, str_from(file.path));
    buf_str_add(&input->place, buf_str(&input->file));
    if (!known) return error_set(error, ERROR_INPUT, "lies outside of --source-root"), reject(input, error);
    seen_clear(input->members);
    input->in_file = stream_open(input->stream, file.standard_input ? NULL : file.path, arena, error);
    input->rejected.missing = file.named && !input->in_file;
    if (!input->in_file) return reject(input, error);
    return INPUT_END;
}

enum input_result input_next(struct input *input, struct arena *arena, struct article *article, struct error *error)
{
    for (;;) {
        *article = (struct article){0};
        input->rejected = (struct input_rejected){.suffix = ""};
        enum input_result got;
        if (input->reader) got = next_record(input, arena, article, error);
        else if (input->in_file) got = next_member(input, arena, article, error);
        else if ((got = next_file(input, arena, error)) == INPUT_FAILED)
            return error->code == ERROR_NONE ? INPUT_END : INPUT_FAILED;
        if (got != INPUT_END) return got;
    }
}

struct input_rejected input_rejected(const struct input *input)
{
    return input->rejected;
}

const size_t *input_passed_over(const struct input *input)
{
    return input->passed_over;
}

bool input_found(const struct input *input)
{
    return input->found;
}

struct str input_named(const struct input *input)
{
    return walk_named(input->walk);
}

const struct source_naming *input_naming(const struct input *input)
{
    return &input->naming;
}

size_t input_links_out(const struct input *input)
{
    return walk_links_out(input->walk);
}

int64_t input_done(const struct input *input)
{
    return stream_done(input->stream);
}

void input_close(struct input *input)
{
    if (!input) return;
    if (input->reader) close_records(input);
    walk_close(input->walk);
    stream_free(input->stream);
    record_names_free(input->names);
    seen_free(input->members);
    doubt_free(input->doubt);
    buf_release(&input->file);
    buf_release(&input->place);
    buf_release(&input->json);
    free(input);
}
