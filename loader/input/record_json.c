#define _GNU_SOURCE  // memmem
// NDJSON: one object a line, and JSON: objects one after another or in one array.
#include "input/record.h"

#include "input/json_fields.h"
#include "input/json_list.h"
#include "input/json_record.h"
#include "input/json_scan.h"
#include "input/parts.h"

#include <json-c/json.h>
#include <stdlib.h>

struct record_reader {
    struct stream *stream;
    size_t limit;
    bool lines;     // one object a line
    uint64_t line;  // of the next byte, from 1
    struct json_record record;
    size_t indent;  // of the value before which it stands
    bool begun;     // the first object was looked at
    bool elements;  // the objects are unstructured's
    struct {
        struct parts parts;
        struct json_object *first;  // element
        uint64_t line;
    } document;
    struct {                // the list that the articles are in
        struct str rest;    // of it; p NULL: they are in none
        uint64_t line;      // of its next byte
        struct str object;  // around it
        const struct mapping *outer;
        struct mapping inner;
        struct arena arena;
        struct str site, language;  // of all of them, in the arena
    } list;
};

// JSON is taken for lines unless the first object goes on in a second line that begins none of its own, or another
// one follows in its line.
static bool in_lines(struct str head)
{
    struct str s = str_trim(head);
    if (!s.n || *s.p == '[') return !s.n;
    const char *end = memchr(s.p, '\n', s.n);
    struct json_scan scan = {0};
    size_t n = end ? (size_t)(end - s.p) : s.n, first = json_scan(&scan, str_slice(s, 0, n));
    if (first) return *str_trim(str_slice(s, first, n)).p != '{';
    return !end || *str_trim(str_slice(s, n, s.n)).p == '{';
}

static struct record_reader *reader_open(struct stream *stream, const struct record_options *options,
                                         struct error *error)
{
    struct record_reader *reader = calloc(1, sizeof *reader);
    if (!reader || !json_record_init(&reader->record, options->mapping)) {
        free(reader);
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    reader->stream = stream;
    reader->list.outer = options->mapping;
    arena_init(&reader->list.arena, 0);
    reader->limit = options->limit;
    reader->lines = in_lines(stream_peek(stream, 65536));
    reader->line = 1;
    return reader;
}

static enum record_result next_line(struct record_reader *reader, struct str *json, uint64_t *line, struct error *error)
{
    char limit[32];
    for (;;) {
        enum stream_line got = stream_line(reader->stream, json);
        *line = reader->line++;
        if (got == STREAM_LINE_END) return RECORD_END;
        if (got == STREAM_LINE_TOO_LONG)
            return record_reject(error, *line, STR_NULL,
                                 "the line is larger than the %s one article may have; --article-limit allows more",
                                 article_limit_text(reader->limit, limit));
        const char *p = json->p, *end = p + json->n;
        while (p < end && (*p == ' ' || *p == '\t' || *p == '\r' || *p == '\n')) p++;
        if (p == end) continue;
        *json = (struct str){p, (size_t)(end - p)};
        return RECORD_OK;
    }
}

static void pass(struct record_reader *reader, struct str s)
{
    for (size_t i = 0; i < s.n; i++) reader->line += s.p[i] == '\n';
    stream_skip(reader->stream, s.n);
}

static size_t blanks_before(struct str s)
{
    size_t n = 0;
    while (n < s.n && (s.p[n] == ' ' || s.p[n] == '\t')) n++;
    return n;
}

// To the next line, or where an object was cut off to the next that begins one as far to the left as it.
static void pass_line(struct record_reader *reader, bool object)
{
    for (;;) {
        struct str s = stream_peek(reader->stream, 1);
        const char *end = s.n ? memchr(s.p, '\n', s.n) : NULL;
        pass(reader, str_slice(s, 0, end ? (size_t)(end - s.p) + 1 : s.n));
        if (!s.n) return;
        if (!end) continue;
        s = stream_peek(reader->stream, reader->indent + 1);
        size_t blanks = blanks_before(s);
        if (!object || (blanks <= reader->indent && blanks < s.n && s.p[blanks] == '{')) return;
    }
}

// The next value, however many lines it has; commas and brackets between values are passed over.
static enum record_result next_value(struct record_reader *reader, struct str *json, uint64_t *line,
                                     struct error *error)
{
    struct str s;
    for (;;) {
        s = stream_peek(reader->stream, 1);
        size_t i = 0;
        for (; i < s.n && memchr(" \t\r\n,[]", s.p[i], 8); i++)
            reader->indent = s.p[i] == '\n' ? 0 : reader->indent + 1;
        pass(reader, str_slice(s, 0, i));
        if (!s.n) return RECORD_END;
        if (i < s.n) break;
    }
    *line = reader->line;
    struct json_scan scan = {0};
    for (size_t want = 1;; want = s.n + 1) {
        s = stream_peek(reader->stream, want);
        size_t n = s.n && *s.p == '{' ? json_scan(&scan, s) : 0;
        if (n) {
            *json = str_slice(s, 0, n);
            return RECORD_OK;
        }
        bool ended = s.n < want, long_one = s.n >= reader->limit;
        if (*s.p == '{' && !ended && !long_one) continue;
        if (*s.p == '{' && ended && !stream_ok(reader->stream, &(struct error){0})) return RECORD_END;
        record_reject(error, *line, s,
                      *s.p != '{' ? "is no JSON object"
                      : ended     ? "the JSON object does not end"
                              : "the JSON object is larger than one article may be; a list in it can be taken apart: "
                                "jq -c '.LIST[]'");
        pass_line(reader, *s.p == '{');
        return RECORD_REJECTED;
    }
}

static enum record_result refuse(struct record_reader *reader, uint64_t line, struct str json, struct error *error)
{
    size_t at;
    const char *why = json_record_error(&reader->record, &at);
    if (*json.p != '{') return record_reject(error, line, json, "is no JSON object");
    if (!why) return record_reject(error, line, json, "more follows the JSON object");
    if (strncmp(why, "the ", 4) == 0) return record_reject(error, line, json, "%s", why);
    return record_reject(error, line, json, "is no JSON: %s at byte %zu", why, at);
}

static enum record_result no_text(struct record_reader *reader, struct json_object *object, uint64_t line,
                                  struct error *error)
{
    struct str names[16];
    size_t count = 0;
    json_object_object_foreach(object, key, value)
    {
        (void)value;
        if (count < 16) names[count++] = str_from(key);
    }
    return record_no_text(error, line, reader->record.mapping, names, count);
}

static enum record_result whole(const struct arena *arena, struct error *error)
{
    if (!arena->failed) return RECORD_OK;
    return record_no_memory(error);
}

// Goes on with the list in an object that has no text itself.
static void enter_list(struct record_reader *reader, const struct json_list *list, struct str json, uint64_t line)
{
    struct json_choice chosen[FIELD_COUNT] = {0};
    reader->list.object = json;
    reader->list.rest = list->json;
    reader->list.line = line;
    for (const char *p = json.p; !reader->lines && p < list->json.p; p++) reader->list.line += *p == '\n';
    arena_reset(&reader->list.arena);
    struct json_object *object = json_record_parse(&reader->record, json, &reader->list.arena);
    if (object) json_fields_choose(reader->list.outer, object, &reader->list.arena, chosen);
    json_object_put(object);
    reader->list.site = chosen[FIELD_SITE].text.p ? chosen[FIELD_SITE].text : chosen[FIELD_TITLE].text;
    reader->list.language = chosen[FIELD_LANGUAGE].text;
    reader->list.inner = json_list_mapping(reader->list.outer, list);
    json_record_use(&reader->record, &reader->list.inner);
}

static void leave_list(struct record_reader *reader)
{
    if (!reader->lines) pass(reader, reader->list.object);
    reader->list.rest = STR_NULL;
    json_record_use(&reader->record, reader->list.outer);
}

// The next object of the list. False at its end.
static bool next_of_list(struct record_reader *reader, struct str *json, uint64_t *line)
{
    struct str *rest = &reader->list.rest;
    while (rest->n && memchr(" \t\r\n,", *rest->p, 5)) {
        reader->list.line += *rest->p == '\n' && !reader->lines;
        *rest = str_slice(*rest, 1, rest->n);
    }
    struct json_scan scan = {0};
    size_t n = rest->n && *rest->p == '{' ? json_scan(&scan, *rest) : 0;
    if (!n) return false;
    *json = str_slice(*rest, 0, n);
    *line = reader->list.line;
    for (size_t i = 0; i < n && !reader->lines; i++) reader->list.line += json->p[i] == '\n';
    *rest = str_slice(*rest, n, rest->n);
    return true;
}

// Why an object gives no record; RECORD_OK: go on with the list in it.
static enum record_result without_text(struct record_reader *reader, struct json_object *object, struct str json,
                                       uint64_t line, struct error *error)
{
    struct json_list list;
    if (reader->list.rest.p) return no_text(reader, object, line, error);
    json_list_find(reader->record.mapping, json, &list);
    if (list.lists > 1)
        return record_reject(error, line, STR_NULL,
                             "has several lists with texts: %s. Say which holds the articles: --map text=LIST.FIELD",
                             list.others);
    if (!list.lists) return no_text(reader, object, line, error);
    enter_list(reader, &list, json, line);
    return RECORD_OK;
}

// WikiExtractor's, with --json.
static bool is_of_wiki(const struct record *record)
{
    struct str url = record->fields[FIELD_URL];
    return url.n && memmem(url.p, url.n, "?curid=", 7);
}

static enum record_result read_object(struct record_reader *reader, struct str json, struct arena *arena,
                                      struct record *record, struct error *error)
{
    struct json_object *object;
    enum record_result got = RECORD_REJECTED;
    record->raw = json;
    switch (json_record_read(&reader->record, json, arena, record, &object)) {
    case JSON_RECORD_OK:
        if (is_of_wiki(record)) record->fields[FIELD_TEXT] = record_wiki_text(record->fields[FIELD_TEXT], arena);
        got = whole(arena, error);
        break;
    case JSON_RECORD_BAD: got = refuse(reader, record->number, json, error); break;
    case JSON_RECORD_NO_TEXT: got = without_text(reader, object, json, record->number, error); break;
    }
    json_object_put(object);
    return got;
}

static void inherit(const struct record_reader *reader, struct record *record, struct arena *arena)
{
    struct str *site = &record->fields[FIELD_SITE], *language = &record->fields[FIELD_LANGUAGE];
    if (!site->p && reader->list.site.p) *site = arena_str(arena, reader->list.site);
    if (!language->p && reader->list.language.p) *language = arena_str(arena, reader->list.language);
}

static enum record_result next_object(struct record_reader *reader, struct str *json, uint64_t *line,
                                      struct error *error)
{
    return reader->lines ? next_line(reader, json, line, error) : next_value(reader, json, line, error);
}

// The document that was read as a record; the element begins the next one.
static enum record_result finish_document(struct record_reader *reader, struct json_object *element, uint64_t line,
                                          struct arena *arena, struct record *record, struct error *error)
{
    record->number = reader->document.line;
    bool has_text = parts_document(&reader->document.parts, reader->document.first, arena, record);
    json_object_put(reader->document.first);
    reader->document.first = element;
    reader->document.line = line;
    reader->document.parts.text.n = 0;
    reader->document.parts.in_list = false;
    if (element) parts_add_element(&reader->document.parts, element);
    return has_text ? whole(arena, error)
                    : record_reject(error, record->number, STR_NULL, "none of the document's elements has text");
}

// A document of unstructured's elements: those that follow one another and are from one address.
static enum record_result next_document(struct record_reader *reader, struct arena *arena, struct record *record,
                                        struct error *error)
{
    struct str json;
    uint64_t line;
    for (;;) {
        enum record_result got = next_object(reader, &json, &line, error);
        if (got == RECORD_END && reader->document.first) return finish_document(reader, NULL, 0, arena, record, error);
        if (got != RECORD_OK) return got;
        struct json_object *element = json_record_parse(&reader->record, json, arena);
        if (!element || !parts_is_element(element))
            got = record_reject(error, line, json, "is no element of a document");
        if (!reader->lines) pass(reader, json);
        struct json_object *first = reader->document.first;
        if (got == RECORD_OK && first && !str_equal(parts_address(first), parts_address(element)))
            return finish_document(reader, element, line, arena, record, error);
        if (got == RECORD_OK) parts_add_element(&reader->document.parts, element);
        if (got == RECORD_OK && !first) {
            reader->document.first = element;
            reader->document.line = line;
            continue;
        }
        json_object_put(element);
        if (got != RECORD_OK) return got;
    }
}

static enum record_result next_of_file(struct record_reader *reader, struct arena *arena, struct record *record,
                                       struct error *error)
{
    struct str json;
    enum record_result got = next_object(reader, &json, &record->number, error);
    if (got != RECORD_OK) return got;
    if (!reader->begun) {
        struct json_object *object =
            memmem(json.p, json.n, "\"element_id\"", 12) ? json_record_parse(&reader->record, json, arena) : NULL;
        reader->begun = true;
        reader->elements = object && parts_is_element(object);
        if (reader->elements) {
            reader->document.first = object;
            reader->document.line = record->number;
            parts_add_element(&reader->document.parts, object);
            if (!reader->lines) pass(reader, json);
            return next_document(reader, arena, record, error);
        }
        json_object_put(object);
    }
    got = read_object(reader, json, arena, record, error);
    if (!reader->lines && !reader->list.rest.p) pass(reader, json);
    return got;
}

static enum record_result reader_next(struct record_reader *reader, struct arena *arena, struct record *record,
                                      struct error *error)
{
    for (;;) {
        struct str json;
        *record = (struct record){0};
        if (reader->elements) return next_document(reader, arena, record, error);
        if (!reader->list.rest.p) {
            enum record_result got = next_of_file(reader, arena, record, error);
            if (!reader->list.rest.p) return got;
        } else if (next_of_list(reader, &json, &record->number)) {
            enum record_result got = read_object(reader, json, arena, record, error);
            if (got == RECORD_OK) inherit(reader, record, arena);
            return got;
        } else {
            leave_list(reader);
        }
    }
}

static void reader_close(struct record_reader *reader)
{
    if (!reader) return;
    json_record_release(&reader->record);
    json_object_put(reader->document.first);
    buf_release(&reader->document.parts.text);
    arena_release(&reader->list.arena);
    free(reader);
}

const struct record_kind record_json = {".json", 'L', reader_open, reader_next, reader_close};
