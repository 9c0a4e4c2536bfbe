#define _GNU_SOURCE  // memmem
// CSV and TSV: with a line of names, or as trafilatura prints them.
#include "input/record.h"

#include "input/csv_head.h"
#include "input/format.h"
#include "input/html_field.h"
#include "input/json_fields.h"

#include <csv.h>
#include <stdlib.h>

#define COLUMNS 4096

enum { ROW_NOT_BEGUN = 0, FIELD_BEGUN = 2 };  // libcsv's states, which its header doesn't name

struct column {
    struct str name;
    enum field field;  // FIELD_COUNT: goes to `other`
    unsigned rank;
};

struct record_reader {
    struct stream *stream;
    const struct mapping *mapping;
    size_t limit;
    char delimiter;
    struct csv_parser parser;
    bool parsing;          // the parser is there
    struct buf cells;      // bytes of the row's cells
    size_t ends[COLUMNS];  // of each cell in them
    size_t count;
    bool row;         // is complete
    uint64_t line;    // of the next byte, from 1
    uint64_t begun;   // the line on which the row begins
    size_t fed;       // bytes of it
    uint64_t astray;  // line of a quote that opens a field within one that is not closed; 0: none
    bool behind;      // a row that was not closed: until the next record, or the line where the next quote opens
    uint64_t behind_to;
    bool plain, any_plain, any_quoted;  // the row has no quotes; of those before it, but for the names
    int64_t patience;                   // bytes that may still be read in vain
    struct arena names;
    struct column *columns;
    size_t column_count;
    uint64_t header_line;
    bool told;                  // that no column is text
    bool bare;                  // trafilatura's, with `null` for what isn't there
    bool kept;                  // the first row is a record: it is in cells
    struct str raw, raw_names;  // bytes of the last row, until the next one; of the names, in `names`
    struct str skipped;         // before the names: to be told, in `names`
    struct buf json;
};

// What trafilatura prints from 1.8 on with --csv, without a line of names.
static const char *const trafilatura[] = {"url",  "id",   "fingerprint", "hostname", "title",   "image",
                                          "date", "text", "comments",    "license",  "pagetype"};

static int no_space(unsigned char c)
{
    (void)c;
    return 0;
}

static bool start_parser(struct record_reader *reader)
{
    if (csv_init(&reader->parser, 0) != 0) return false;
    csv_set_delim(&reader->parser, (unsigned char)reader->delimiter);
    csv_set_space_func(&reader->parser, no_space);  // blanks around a value are its own
    csv_set_blk_size(&reader->parser, 65536);
    return reader->parsing = true;
}

static void stop_parser(struct record_reader *reader)
{
    if (reader->parsing) csv_free(&reader->parser);
    reader->parsing = false;
}

static void on_cell(void *bytes, size_t n, void *data)
{
    struct record_reader *reader = data;
    buf_add(&reader->cells, bytes, n);
    if (reader->count < COLUMNS) reader->ends[reader->count] = reader->cells.n;
    reader->count++;
}

static void on_row(int end, void *data)
{
    (void)end;
    struct record_reader *reader = data;
    reader->row = true;
}

static void clear_row(struct record_reader *reader)
{
    reader->cells.n = reader->count = reader->fed = 0;
    reader->row = false;
    reader->astray = 0;
    reader->begun = reader->line;
}

// Whether, within a field that began in an earlier line, a quote opens another field in these bytes of a line: then
// that field's own quote was never closed. Quotes elsewhere in it that are not doubled stand for themselves, as libcsv
// has it.
static bool goes_astray(const struct record_reader *reader, struct str line)
{
    const char *at = line.p, *end = line.p + line.n;
    while ((at = memchr(at, '"', (size_t)(end - at)))) {
        const char *behind = at;
        while (behind < end && *behind == '"') behind++;
        bool doubled = (behind - at) % 2 == 0, first = at == line.p || at[-1] == reader->delimiter;
        if (behind == end) return false;
        if (!doubled && (*behind == reader->delimiter || *behind == '\n' || *behind == '\r')) return false;
        if (!doubled && first) return true;
        at = behind;
    }
    return false;
}

static bool in_quotes(const struct record_reader *reader)
{
    return reader->parser.quoted && reader->parser.pstate == FIELD_BEGUN;
}

// Feeds the parser up to the next line end, so that at most one row ends. The row's bytes stay in the stream. False at
// the end of the bytes.
static bool feed(struct record_reader *reader)
{
    struct str s = stream_peek(reader->stream, reader->fed + 1);
    if (s.n <= reader->fed) return false;
    s = str_slice(s, reader->fed, s.n);
    const char *lf = memchr(s.p, '\n', s.n);
    size_t n = lf ? (size_t)(lf - s.p) + 1 : s.n;
    const char *cr = memchr(s.p, '\r', n);
    if (cr) n = (size_t)(cr - s.p) + 1;
    bool begins = reader->fed && (s.p[-1] == '\n' || s.p[-1] == '\r');
    if (begins && in_quotes(reader) && goes_astray(reader, str_slice(s, 0, n))) {
        reader->astray = reader->line;
        return true;
    }
    csv_parse(&reader->parser, s.p, n, on_cell, on_row, reader);
    reader->fed += n;
    if (cr) {  // CR LF counts once, as its LF
        s = stream_peek(reader->stream, reader->fed + 1);
        lf = s.n > reader->fed && s.p[reader->fed] == '\n' ? NULL : cr;
    }
    reader->line += lf != NULL;
    return true;
}

static struct str cell(const struct record_reader *reader, size_t i)
{
    size_t start = i ? reader->ends[i - 1] : 0;
    return (struct str){reader->cells.p ? reader->cells.p + start : "", reader->ends[i] - start};
}

// A quote that is not closed must not cost the lines behind it: the next row is looked for in the next line. All files
// together are read no longer for it than they are long four times, and once as far as an article may go.
static enum record_result unclosed(struct record_reader *reader, const char *where, struct error *error)
{
    struct str s = stream_peek(reader->stream, reader->fed);
    reader->patience -= (int64_t)reader->fed;
    reader->behind = true;
    reader->behind_to = reader->astray;
    size_t n = 0;
    while (n < s.n && s.p[n] != '\n' && s.p[n] != '\r') n++;
    record_reject(error, reader->begun, s, "a quote in this line is not closed %s", where);
    if (n + 1 < s.n && s.p[n] == '\r' && s.p[n + 1] == '\n') n++;
    reader->raw = (struct str){s.p, reader->astray ? reader->fed : n < s.n ? n + 1 : n};
    stream_skip(reader->stream, n + 1);
    reader->line = reader->begun + 1;
    stop_parser(reader);
    start_parser(reader);
    return RECORD_REJECTED;
}

// Whether a field of the row is quoted. The first rows tell.
static bool has_quotes(const struct record_reader *reader)
{
    struct str s = stream_peek(reader->stream, reader->fed);
    const char quoted[] = {reader->delimiter, '"'};
    return s.n && (*s.p == '"' || memmem(s.p, s.n < reader->fed ? s.n : reader->fed, quoted, sizeof quoted));
}

// The next row that isn't blank, in cells.
static enum record_result next_row(struct record_reader *reader, struct error *error)
{
    char where[64];
    clear_row(reader);
    while (!reader->row) {
        if (!reader->parsing) return RECORD_END;
        if (reader->astray) {
            snprintf(where, sizeof where, "before another one opens in line %llu", (unsigned long long)reader->astray);
            return unclosed(reader, where, error);
        }
        if (reader->fed >= reader->limit || ((int64_t)reader->fed > reader->patience && reader->line > reader->begun))
            return unclosed(reader, "to the end of what one article may have", error);
        if (!feed(reader)) {
            if (!stream_ok(reader->stream, &(struct error){0})) return RECORD_END;
            if (in_quotes(reader)) return unclosed(reader, "to the end of the file", error);
            csv_fini(&reader->parser, on_cell, on_row, reader);
            stop_parser(reader);
        } else if (reader->parser.pstate == ROW_NOT_BEGUN && !reader->row) {  // a blank line
            stream_skip(reader->stream, reader->fed);
            clear_row(reader);
        }
    }
    reader->plain = !has_quotes(reader);
    reader->patience += 4 * (int64_t)reader->fed;
    if (reader->patience > (int64_t)reader->limit) reader->patience = (int64_t)reader->limit;
    reader->raw = str_slice(stream_peek(reader->stream, reader->fed), 0, reader->fed);
    stream_skip(reader->stream, reader->fed);
    if (!reader->cells.failed) return RECORD_OK;
    reader->cells.failed = false;
    return record_no_memory(error);
}

// Two columns of one name get different ones, for JSON's sake.
static struct str own_name(struct record_reader *reader, struct str name, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!str_equal(reader->columns[i].name, name)) continue;
        reader->json.n = 0;
        buf_printf(&reader->json, "%.*s_%zu", STR_ARG(name), count + 1);
        name = arena_str(&reader->names, buf_str(&reader->json));
        reader->json.n = 0;
    }
    return name;
}

static bool is_data(struct str s)
{
    return memmem(s.p, s.n, "://", 3) != NULL || s.n > 200;
}

// Whether the first row is no line of names but an article.
static bool is_trafilatura(const struct record_reader *reader)
{
    if (reader->delimiter != '\t' || reader->count != sizeof trafilatura / sizeof *trafilatura) return false;
    struct str url = cell(reader, 0), text = cell(reader, 7);
    return (is_data(url) || mapping_is_nothing(url)) && text.n > 0 && !str_equal(text, STR("text"));
}

static bool read_header(struct record_reader *reader, struct error *error)
{
    enum record_result got = next_row(reader, error);
    if (got == RECORD_REJECTED) return false;
    size_t count = got == RECORD_OK ? reader->count : 0;
    if (count > COLUMNS) return error_set(error, ERROR_ARTICLE, "the header has more than %d columns", COLUMNS);
    reader->columns = arena_alloc(&reader->names, (count + 1) * sizeof *reader->columns);
    reader->kept = reader->bare = got == RECORD_OK && is_trafilatura(reader);
    for (size_t i = 0; reader->columns && i < count; i++) {
        struct column *column = &reader->columns[i];
        struct str name = reader->kept ? str_from(trafilatura[i]) : str_trim(cell(reader, i));
        column->name = own_name(reader, arena_str(&reader->names, name), i);
        column->field = mapping_find(reader->mapping, column->name, &column->rank);
    }
    reader->column_count = count;
    reader->raw_names = reader->kept ? STR_NULL : arena_str(&reader->names, reader->raw);
    return arena_ok(&reader->names, error);
}

static void reader_close(struct record_reader *reader)
{
    if (!reader) return;
    stop_parser(reader);
    arena_release(&reader->names);
    buf_release(&reader->cells);
    buf_release(&reader->json);
    free(reader);
}

static struct record_reader *reader_open(struct stream *stream, const struct record_options *options,
                                         struct error *error)
{
    struct record_reader *reader = calloc(1, sizeof *reader);
    if (!reader) {
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    arena_init(&reader->names, 0);
    reader->stream = stream;
    reader->mapping = options->mapping;
    reader->limit = options->limit;
    reader->line = 1;
    reader->patience = (int64_t)options->limit;
    struct csv_head head = csv_head_find(stream_peek(stream, FORMAT_HEAD), options->delimiter, options->mapping);
    reader->delimiter = head.delimiter ? head.delimiter : ',';
    if (head.skipped.n) reader->skipped = arena_str(&reader->names, head.skipped);
    stream_skip(stream, head.start);
    reader->line += head.lines;
    reader->header_line = reader->line;
    if (start_parser(reader) && read_header(reader, error)) return reader;
    error_set(error, ERROR_MEMORY, "out of memory");
    reader_close(reader);
    return NULL;
}

// The fields that the line of names has, of 1 << field.
static unsigned fields_of(const struct record_reader *reader)
{
    unsigned fields = 0;
    for (size_t i = 0; i < reader->column_count; i++) fields |= 1u << reader->columns[i].field;
    return fields;
}

// An empty text is an article without text.
static bool suits(enum field field, unsigned rank, struct str text)
{
    return json_fields_suits(field, rank, text) || (field == FIELD_TEXT && !text.n);
}

// As of JSON's members: of a text and its HTML, the HTML is the article.
static void prefer_html(const struct record_reader *reader, size_t *text)
{
    if (*text == SIZE_MAX || reader->mapping->fixed[FIELD_TEXT] || html_field_of(cell(reader, *text))) return;
    for (size_t i = 0; i < reader->column_count; i++) {
        struct str html = cell(reader, i);
        if (i == *text || reader->columns[i].field != FIELD_TEXT || !html_field_of(html)) continue;
        if (html_field_says(html, cell(reader, *text))) *text = i;
    }
}

static void fill(struct record_reader *reader, struct arena *arena, struct record *record)
{
    size_t chosen[FIELD_COUNT];
    for (size_t field = 0; field < FIELD_COUNT; field++) chosen[field] = SIZE_MAX;
    for (size_t i = 0; i < reader->column_count; i++) {
        enum field field = reader->columns[i].field;
        if (field == FIELD_COUNT || !suits(field, reader->columns[i].rank, cell(reader, i))) continue;
        size_t best = chosen[field];
        bool better =
            best == SIZE_MAX ||
            (cell(reader, i).n && (!cell(reader, best).n || reader->columns[i].rank < reader->columns[best].rank));
        if (better) chosen[field] = i;
    }
    prefer_html(reader, &chosen[FIELD_TEXT]);
    for (size_t i = 0; i < reader->column_count; i++) {
        const struct column *column = &reader->columns[i];
        if (column->field < FIELD_COUNT && chosen[column->field] == i) {
            record->fields[column->field] = arena_str(arena, cell(reader, i));
            if (column->field == FIELD_DATE) record->date_name = arena_str(arena, column->name);
        } else if (cell(reader, i).n && !(reader->bare && mapping_is_nothing(cell(reader, i)))) {
            record_member(&reader->json, column->name, cell(reader, i));
        }
    }
    record->other = record_object(&reader->json, arena);
}

static enum record_result no_field(struct record_reader *reader, bool text, const char *missing, struct error *error)
{
    struct str names[16];
    size_t count = reader->column_count < 16 ? reader->column_count : 16;
    bool data = false;
    for (size_t i = 0; i < count; i++) {
        names[i] = reader->columns[i].name;
        data = data || is_data(names[i]);
    }
    if (text) return record_no_field(error, reader->header_line, missing, names, count);
    if (!data) return record_no_text(error, reader->header_line, reader->mapping, names, count);
    return record_reject(error, reader->header_line, names[0],
                         "the first line is no line of names; write one before it, such as url,title,text");
}

// Whether the row is but a line of the record before it, whose quote was not closed: it has another number of fields,
// or no quotes where every row before had some and the next one that has is known.
static bool is_rest(const struct record_reader *reader)
{
    if (!reader->behind) return false;
    if (reader->count != reader->column_count) return true;
    return reader->begun < reader->behind_to && reader->plain && reader->any_quoted && !reader->any_plain;
}

// The next row that is a record.
static enum record_result next_record(struct record_reader *reader, struct error *error)
{
    enum record_result got = RECORD_OK;
    if (!reader->kept) do
            got = next_row(reader, error);
        while (got == RECORD_OK && is_rest(reader));
    reader->kept = false;
    if (got != RECORD_OK) return got;
    reader->behind = reader->begun < reader->behind_to;
    *(reader->plain ? &reader->any_plain : &reader->any_quoted) = true;
    return RECORD_OK;
}

static enum record_result reader_next(struct record_reader *reader, struct arena *arena, struct record *record,
                                      struct error *error)
{
    *record = (struct record){0};
    if (reader->skipped.p) {
        record_note(error, reader->header_line, reader->skipped, "what comes before the line of names is no article");
        reader->skipped = STR_NULL;
        return RECORD_NOTED;
    }
    char missing[200];
    bool text = fields_of(reader) >> FIELD_TEXT & 1;
    if (!text || mapping_missing(reader->mapping, fields_of(reader), missing, sizeof missing)) {  // of the whole file
        if (reader->told) return RECORD_END;
        reader->told = true;
        return no_field(reader, text, missing, error);
    }
    enum record_result got = next_record(reader, error);
    record->number = reader->begun;
    record->raw = reader->raw;
    record->raw_head = reader->raw_names;
    if (got != RECORD_OK) return got;
    if (reader->count != reader->column_count)
        return record_reject(error, reader->begun, cell(reader, 0), "the record has %zu fields, the header has %zu",
                             reader->count, reader->column_count);
    fill(reader, arena, record);
    if (record->fields[FIELD_TEXT].p) return RECORD_OK;
    return record_reject(error, reader->begun, cell(reader, 0), "has no text");
}

const struct record_kind record_csv = {".csv", 'L', reader_open, reader_next, reader_close};
