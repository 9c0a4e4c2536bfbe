// WARC and WET: the text of `conversion` records, and the pages and texts of `response` and `resource` records
// (ISO 28500). What is none of these is counted and passed over.
#include "input/record.h"

#include "input/header_field.h"
#include "input/http.h"
#include "input/tally.h"
#include "input/web_page.h"

#include <stdio.h>
#include <stdlib.h>

#define HEADER_LIMIT 65536
#define KEEP_MOST    (1 << 22)  // bytes of a buffer that is kept from record to record

struct record_reader {
    struct stream *stream;
    size_t limit;
    uint64_t number;                // records so far
    uint64_t line;                  // of the next byte, from 1
    uint64_t whole, articles, cut;  // whole: records that are such
    struct tally passed_over;
    bool told;
    struct buf head;  // the record's header
    struct buf json;
    struct http_scratch scratch;
};

// What the header says, in reader->head.
struct facts {
    struct str kind, type, identified, url, truncated;
    uint64_t size;
    bool sized;
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

// False: it is no record's header.
static bool read_facts(struct str head, struct facts *facts)
{
    struct str none = STR(""), name, value;
    *facts = (struct facts){none, none, none, none, none, 0, false};
    if (!str_starts(head, STR("WARC/"))) return false;
    header_field_take(&head, &name, &value);
    while (header_field_take(&head, &name, &value)) {
        if (header_field_is(name, "WARC-Type")) facts->kind = value;
        if (header_field_is(name, "Content-Type")) facts->type = value;
        if (header_field_is(name, "WARC-Identified-Payload-Type")) facts->identified = value;
        if (header_field_is(name, "WARC-Truncated")) facts->truncated = value;
        if (header_field_is(name, "Content-Length")) facts->sized = header_field_number(value, &facts->size);
        if (header_field_is(name, "WARC-Target-URI")) {
            bool quoted = value.n > 1 && *value.p == '<';  // as wget writes it
            facts->url = str_slice(value, quoted, value.n - quoted);
        }
    }
    return facts->sized;
}

// What the record's header says, and of the server's what tells more of the article.
static void take_header(struct record_reader *reader, const struct facts *facts, const struct http *http,
                        struct arena *arena, struct record *record)
{
    struct str head = buf_str(&reader->head), name, value;
    header_field_take(&head, &name, &value);
    while (header_field_take(&head, &name, &value)) {
        if (!name.n || header_field_is(name, "WARC-Target-URI")) continue;
        if (http && header_field_is(name, "Content-Type")) value = http->type;
        if (header_field_is(name, "WARC-Record-ID")) record->fields[FIELD_ID] = arena_str(arena, value);
        if (header_field_is(name, "WARC-Identified-Content-Language") && !memchr(value.p, ',', value.n))
            record->fields[FIELD_LANGUAGE] = arena_str(arena, value);
        if (value.n || !http) record_member(&reader->json, name, value);
    }
    struct str rest = http ? http->fields : STR("");
    while (header_field_take(&rest, &name, &value))
        if (header_field_is(name, "Last-Modified") || header_field_is(name, "Content-Language"))
            record_member(&reader->json, name, value);
    if (facts->url.n) record->fields[FIELD_ID] = record->fields[FIELD_URL] = arena_str(arena, facts->url);
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

// Says once what was passed over: as a note, or as a fault where nothing else was there.
static enum record_result at_end(struct record_reader *reader, struct error *error)
{
    char list[320], cut[100] = "", why[500];
    tally_say(&reader->passed_over, list, sizeof list);
    bool readable = stream_ok(reader->stream, &(struct error){0});
    bool silent = reader->articles ? !list[0] && !reader->cut : !reader->whole;
    if (reader->told || silent || !readable) return RECORD_END;
    reader->told = true;
    if (!reader->articles)
        return record_reject(error, 0, STR_NULL, "none of its %llu records holds an article%s%s",
                             (unsigned long long)reader->whole, list[0] ? ": " : "", list);
    if (reader->cut)
        snprintf(cut, sizeof cut, "%spages that are cut (WARC-Truncated in their metadata): %llu", list[0] ? "; " : "",
                 (unsigned long long)reader->cut);
    snprintf(why, sizeof why, "%s%s%s", list[0] ? "records passed over, for they hold no articles: " : "", list, cut);
    return record_note(error, 0, STR_NULL, why);
}

static enum record_result ends_early(uint64_t begun, struct str url, struct error *error)
{
    return record_reject(error, begun, url, "the file ends in the middle of the record");
}

// The payload as it stands.
static enum record_result take_payload(struct record_reader *reader, uint64_t size, uint64_t begun, struct arena *arena,
                                       struct record *record, struct error *error)
{
    struct str text;
    if (!stream_take(reader->stream, (size_t)size, arena, &text, &(struct error){0})) return RECORD_END;
    for (const char *p = text.p; (p = memchr(p, '\n', (size_t)(text.p + text.n - p))); p++) reader->line++;
    if (text.n < size) return ends_early(begun, record->fields[FIELD_URL], error);
    record->fields[FIELD_TEXT] = text;
    return RECORD_OK;
}

// Goes past what a record holds, which is no article.
static enum record_result pass_over(struct record_reader *reader, uint64_t size, struct str what)
{
    tally_add(&reader->passed_over, what);
    pass(reader, size);
    return RECORD_NOTED;
}

static enum record_result too_large(struct record_reader *reader, const char *what, const struct facts *facts,
                                    uint64_t begun, struct error *error)
{
    char limit[32];
    pass(reader, facts->size);
    return record_reject(error, begun, facts->url,
                         "the %s is larger than the %s one article may have; --article-limit allows more", what,
                         article_limit_text(reader->limit, limit));
}

// The body of an answer whose header says that it is a page, and which is as large as one may be.
static enum record_result take_body(struct record_reader *reader, const struct facts *facts, uint64_t begun,
                                    struct arena *arena, struct record *record, struct error *error)
{
    size_t size = (size_t)facts->size;
    struct str message = stream_peek(reader->stream, size), body;
    if (message.n < size) {
        pass(reader, size);
        return stream_ok(reader->stream, &(struct error){0}) ? ends_early(begun, facts->url, error) : RECORD_END;
    }
    struct http http;
    http_read(&http, str_slice(message, 0, size < HEADER_LIMIT ? size : HEADER_LIMIT));
    enum coding_result got =
        http_body(&http, str_slice(message, http.head, size), reader->limit, &reader->scratch, &body);
    if (got == CODING_DAMAGED && facts->truncated.n) got = CODING_CUT;
    if (got == CODING_UNKNOWN) return pass_over(reader, size, STR("pages in a coding that isn't read"));
    if (got == CODING_TOO_LARGE) return too_large(reader, "page", facts, begun, error);
    if (got > CODING_CUT) {
        pass(reader, size);
        return record_reject(error, begun, facts->url,
                             got == CODING_MEMORY ? "there is no memory to unpack it"
                                                  : "its body is damaged where it is packed");
    }
    const char *other = web_page_body(record, body, facts->url);
    if (other) return pass_over(reader, size, str_from(other));
    bool cut = got == CODING_CUT || facts->truncated.n;
    reader->cut += cut;
    take_header(reader, facts, &http, arena, record);
    if (cut && !facts->truncated.n) record_member(&reader->json, STR("WARC-Truncated"), STR("unspecified"));
    record->other = record_object(&reader->json, arena);
    record->fields[FIELD_TEXT] = arena_str(arena, body);
    pass(reader, size);
    for (size_t i = 0; i < 2; i++)
        if (reader->scratch.bufs[i].capacity > KEEP_MOST) buf_release(&reader->scratch.bufs[i]);
    return RECORD_OK;
}

static enum record_result take_response(struct record_reader *reader, const struct facts *facts, uint64_t begun,
                                        struct arena *arena, struct record *record, struct error *error)
{
    struct http http;
    size_t look = facts->size < HEADER_LIMIT ? (size_t)facts->size : HEADER_LIMIT;
    struct str head = stream_peek(reader->stream, look);
    if (!http_read(&http, str_slice(head, 0, head.n < look ? head.n : look)))
        return pass_over(reader, facts->size, STR("answers that aren't HTTP's"));
    const char *why = web_page_status(http.status);
    if (why) return pass_over(reader, facts->size, str_from(why));
    if (!web_page_type(record, http.type, facts->identified)) {
        struct str type = header_field_type(http.type);
        return pass_over(reader, facts->size, type);
    }
    if (facts->size > reader->limit) return too_large(reader, "record", facts, begun, error);
    return take_body(reader, facts, begun, arena, record, error);
}

// conversion: what an archive made of a page, text unless it says otherwise.
static enum record_result take_stored(struct record_reader *reader, const struct facts *facts, bool conversion,
                                      uint64_t begun, struct arena *arena, struct record *record, struct error *error)
{
    bool known = web_page_type(record, facts->type, facts->identified);
    if (!known && !conversion) return pass_over(reader, facts->size, header_field_type(facts->type));
    if (facts->size > reader->limit) return too_large(reader, "record", facts, begun, error);
    size_t look = facts->size < HEADER_LIMIT ? (size_t)facts->size : HEADER_LIMIT;
    struct str head = stream_peek(reader->stream, look);
    const char *other =
        conversion ? NULL : web_page_body(record, str_slice(head, 0, head.n < look ? head.n : look), facts->url);
    if (other) return pass_over(reader, facts->size, str_from(other));
    reader->cut += facts->truncated.n > 0;
    take_header(reader, facts, NULL, arena, record);
    record->other = record_object(&reader->json, arena);
    return take_payload(reader, facts->size, begun, arena, record, error);
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

// RECORD_NOTED: it is none, go on.
static enum record_result take_record(struct record_reader *reader, const struct facts *facts, uint64_t begun,
                                      struct arena *arena, struct record *record, struct error *error)
{
    bool conversion = header_field_is(facts->kind, "conversion");
    if (header_field_is(facts->kind, "response")) return take_response(reader, facts, begun, arena, record, error);
    if (conversion || (header_field_is(facts->kind, "resource") && !str_starts(facts->url, STR("metadata:"))))
        return take_stored(reader, facts, conversion, begun, arena, record, error);
    if (header_field_is(facts->kind, "revisit")) return pass_over(reader, facts->size, STR("repeats"));
    if (header_field_is(facts->kind, "continuation")) return pass_over(reader, facts->size, STR("parts of records"));
    pass(reader, facts->size);
    return RECORD_NOTED;
}

static enum record_result reader_next(struct record_reader *reader, struct arena *arena, struct record *record,
                                      struct error *error)
{
    while (at_record(reader)) {
        *record = (struct record){.number = ++reader->number};
        uint64_t begun = reader->line;
        struct facts facts;
        struct str head = header(reader);
        reader->head.n = 0;
        buf_str_add(&reader->head, head);
        if (!head.n || !read_facts(buf_str(&reader->head), &facts)) {
            record_reject(error, begun, stream_peek(reader->stream, 64), "is no WARC record with a Content-Length");
            resynchronise(reader);
            return RECORD_REJECTED;
        }
        reader->whole++;
        pass(reader, head.n);
        enum record_result got = take_record(reader, &facts, begun, arena, record, error);
        if (got == RECORD_NOTED) continue;
        reader->articles += got == RECORD_OK;
        return got;
    }
    return at_end(reader, error);
}

static void reader_close(struct record_reader *reader)
{
    if (!reader) return;
    http_scratch_release(&reader->scratch);
    buf_release(&reader->head);
    buf_release(&reader->json);
    free(reader);
}

const struct record_kind record_warc = {".warc", 'R', reader_open, reader_next, reader_close};
