// WARC and WET: the text of `conversion` records and of `resource` records that are text/plain.
#include "input/record.h"

#include <stdlib.h>
#include <strings.h>

#define HEADER_LIMIT 65536

struct record_reader {
    struct stream *stream;
    size_t limit;
    uint64_t number;  // records so far
    uint64_t line;    // of the next byte, from 1
    uint64_t texts, others;
    bool told;
    struct buf json;
};

static struct record_reader *reader_open(struct stream *stream, const struct record_options *options,
                                         struct error *error)
{
    struct record_reader *reader = calloc(1, sizeof *reader);
    if (!reader) {
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    reader->stream = stream;
    reader->limit = options->limit;
    reader->line = 1;
    return reader;
}

static void pass(struct record_reader *reader, uint64_t n)
{
    while (n) {
        struct str s = stream_peek(reader->stream, 1);
        if (!s.n) return;
        if (s.n > n) s.n = (size_t)n;
        for (const char *p = s.p; (p = memchr(p, '\n', (size_t)(s.p + s.n - p))); p++) reader->line++;
        stream_skip(reader->stream, s.n);
        n -= s.n;
    }
}

// The header block with its blank line; n = 0 when there is none within the limit.
static struct str header(struct record_reader *reader)
{
    struct str s;
    for (size_t want = 4096; want <= HEADER_LIMIT; want *= 2) {
        s = stream_peek(reader->stream, want);
        if (s.n > want) s.n = want;
        for (size_t i = 0; i + 1 < s.n; i++) {
            const char *end = memchr(s.p + i, '\n', s.n - i - 1);
            if (!end) break;
            i = (size_t)(end - s.p);
            if (end[1] == '\n') return str_slice(s, 0, i + 2);
            if (end[1] == '\r' && i + 2 < s.n && end[2] == '\n') return str_slice(s, 0, i + 3);
        }
        if (s.n < want) break;
    }
    return (struct str){s.p, 0};
}

static bool is(struct str s, const char *name)
{
    return s.n == strlen(name) && strncasecmp(s.p, name, s.n) == 0;
}

// Takes one `Name: value` off the header. False at its end.
static bool header_line(struct str *rest, struct str *name, struct str *value)
{
    const char *end = rest->n ? memchr(rest->p, '\n', rest->n) : NULL;
    if (!end) return false;
    struct str line = {rest->p, (size_t)(end - rest->p)};
    *rest = str_slice(*rest, line.n + 1, rest->n);
    const char *colon = line.n ? memchr(line.p, ':', line.n) : NULL;
    *name = colon ? str_trim((struct str){line.p, (size_t)(colon - line.p)}) : STR("");
    *value = colon ? str_trim(str_slice(line, (size_t)(colon - line.p) + 1, line.n)) : STR("");
    return true;
}

static bool digits(struct str s, uint64_t *value)
{
    *value = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9' || *value > UINT64_MAX / 100) return false;
        *value = *value * 10 + (uint64_t)(s.p[i] - '0');
    }
    return s.n > 0;
}

// False: no length, so no record.
static bool read_facts(struct str head, bool *text, uint64_t *size)
{
    bool conversion = false, resource = false, plain = false, sized = false;
    struct str name, value;
    if (!str_starts(head, STR("WARC/"))) return false;
    header_line(&head, &name, &value);
    while (header_line(&head, &name, &value)) {
        if (is(name, "WARC-Type")) conversion = is(value, "conversion"), resource = is(value, "resource");
        if (is(name, "Content-Type")) plain = value.n >= 10 && strncasecmp(value.p, "text/plain", 10) == 0;
        if (is(name, "Content-Length")) sized = digits(value, size);
    }
    *text = conversion || (resource && plain);
    return sized;
}

static void take_header(struct record_reader *reader, struct str head, struct arena *arena, struct record *record)
{
    struct str name, value;
    header_line(&head, &name, &value);
    while (header_line(&head, &name, &value)) {
        if (!name.n) continue;
        if (is(name, "WARC-Target-URI")) {
            if (value.n > 1 && *value.p == '<') value = str_slice(value, 1, value.n - 1);  // as wget writes it
            record->fields[FIELD_URL] = arena_str(arena, value);
            continue;
        }
        if (is(name, "WARC-Record-ID")) record->fields[FIELD_ID] = arena_str(arena, value);
        if (is(name, "WARC-Identified-Content-Language") && !memchr(value.p, ',', value.n))
            record->fields[FIELD_LANGUAGE] = arena_str(arena, value);
        record_member(&reader->json, name, value);
    }
    record->other = record_object(&reader->json, arena);
    if (record->fields[FIELD_URL].p) record->fields[FIELD_ID] = record->fields[FIELD_URL];
}

// To the next line that begins a record.
static void resynchronise(struct record_reader *reader)
{
    struct str s;
    do {
        s = stream_peek(reader->stream, 1);
        const char *end = s.n ? memchr(s.p, '\n', s.n) : NULL;
        pass(reader, end ? (uint64_t)(end - s.p) + 1 : s.n);
        s = stream_peek(reader->stream, 7);
    } while (s.n && !str_starts(s, STR("WARC/1.")) && !str_starts(s, STR("WARC/0.")));
}

static enum record_result at_end(struct record_reader *reader, struct error *error)
{
    if (reader->told || reader->texts || !reader->others || !stream_ok(reader->stream, &(struct error){0}))
        return RECORD_END;
    reader->told = true;
    return record_reject(error, 0, STR_NULL,
                         "none of its %llu records holds extracted text; convert it to WET first, or extract the text "
                         "of its pages",
                         (unsigned long long)reader->others);
}

static enum record_result take_text(struct record_reader *reader, uint64_t size, uint64_t begun, struct arena *arena,
                                    struct record *record, struct error *error)
{
    record->first_line = reader->line > UINT32_MAX ? UINT32_MAX : (uint32_t)reader->line;
    if (size > reader->limit) {
        pass(reader, size);
        return record_reject(error, begun, record->fields[FIELD_URL],
                             "the record is larger than the %zu MB one article may have", reader->limit >> 20);
    }
    struct str text;
    if (!stream_take(reader->stream, (size_t)size, arena, &text, &(struct error){0})) return RECORD_END;
    for (const char *p = text.p; (p = memchr(p, '\n', (size_t)(text.p + text.n - p))); p++) reader->line++;
    if (text.n < size)
        return record_reject(error, begun, record->fields[FIELD_URL], "the file ends in the middle of the record");
    record->fields[FIELD_TEXT] = text;
    return RECORD_OK;
}

static bool at_record(struct record_reader *reader)
{
    struct str s = stream_peek(reader->stream, 8);
    while (s.n && (*s.p == '\r' || *s.p == '\n')) {
        pass(reader, 1);
        s = stream_peek(reader->stream, 8);
    }
    return s.n > 0;
}

static enum record_result reader_next(struct record_reader *reader, struct arena *arena, struct record *record,
                                      struct error *error)
{
    while (at_record(reader)) {
        *record = (struct record){.number = ++reader->number};
        uint64_t begun = reader->line;
        struct str head = header(reader);
        bool is_text = false;
        uint64_t size = 0;
        if (!head.n || !read_facts(head, &is_text, &size)) {
            record_reject(error, begun, stream_peek(reader->stream, 64), "is no WARC record with a Content-Length");
            resynchronise(reader);
            return RECORD_REJECTED;
        }
        if (is_text) take_header(reader, head, arena, record);
        pass(reader, head.n);
        if (!is_text) {
            reader->others++;
            pass(reader, size);
            continue;
        }
        reader->texts++;
        return take_text(reader, size, begun, arena, record, error);
    }
    return at_end(reader, error);
}

static void reader_close(struct record_reader *reader)
{
    if (!reader) return;
    buf_release(&reader->json);
    free(reader);
}

const struct record_kind record_warc = {'R', reader_open, reader_next, reader_close};
