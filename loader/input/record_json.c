// NDJSON: one object a line, and JSON: objects one after another or in one array.
#include "input/record.h"

#include "base/utf8.h"
#include "input/date.h"
#include "input/json_fields.h"
#include "input/json_lift.h"
#include "input/json_scan.h"
#include "input/json_value.h"

#include <json-c/json.h>
#include <stdlib.h>

#define DEPTH 200  // of nested values

struct record_reader {
    struct stream *stream;
    const struct mapping *mapping;
    size_t limit;
    struct json_tokener *tokener;
    bool lines;     // one object a line
    uint64_t line;  // of the next byte, from 1
    bool paths;     // the mapping may name members of nested objects
    struct json_lift lift;
};

// JSON is taken for lines unless the first object goes on in a second line that begins none of its own.
static bool in_lines(struct str head)
{
    struct str s = str_trim(head);
    if (!s.n || *s.p == '[') return !s.n;
    const char *end = memchr(s.p, '\n', s.n);
    struct json_scan scan = {0};
    size_t n = end ? (size_t)(end - s.p) : s.n;
    if (!end || json_scan(&scan, str_slice(s, 0, n))) return true;
    return *str_trim(str_slice(s, n, s.n)).p == '{';
}

static struct record_reader *reader_open(struct stream *stream, const struct record_options *options,
                                         struct error *error)
{
    struct record_reader *reader = calloc(1, sizeof *reader);
    if (reader) reader->tokener = json_tokener_new_ex(DEPTH);
    if (!reader || !reader->tokener) {
        free(reader);
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    reader->stream = stream;
    reader->mapping = reader->lift.mapping = options->mapping;
    for (size_t i = 0; i < options->mapping->named_count; i++)
        reader->paths =
            reader->paths || memchr(options->mapping->named[i].name.p, '.', options->mapping->named[i].name.n);
    reader->limit = options->limit;
    reader->lines = in_lines(stream_peek(stream, 65536));
    reader->line = 1;
    return reader;
}

static enum record_result next_line(struct record_reader *reader, struct str *json, uint64_t *line, struct error *error)
{
    for (;;) {
        enum stream_line got = stream_line(reader->stream, json);
        *line = reader->line++;
        if (got == STREAM_LINE_END) return RECORD_END;
        if (got == STREAM_LINE_TOO_LONG)
            return record_reject(error, *line, STR_NULL, "the line is larger than the %zu MB one article may have",
                                 reader->limit >> 20);
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

// The next value, however many lines it has; commas and brackets between values are passed over.
static enum record_result next_value(struct record_reader *reader, struct str *json, uint64_t *line,
                                     struct error *error)
{
    struct str s;
    for (;;) {
        s = stream_peek(reader->stream, 1);
        size_t i = 0;
        while (i < s.n && memchr(" \t\r\n,[]", s.p[i], 8)) i++;
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
                                  : "the JSON object is larger than one article may be");
        const char *end = memchr(s.p, '\n', s.n);  // try the next line
        pass(reader, str_slice(s, 0, end ? (size_t)(end - s.p) + 1 : s.n));
        return RECORD_REJECTED;
    }
}

static struct json_object *parse_text(struct json_tokener *tokener, struct str json)
{
    json_tokener_reset(tokener);
    if (json.n > INT32_MAX) return NULL;
    struct json_object *object = json_tokener_parse_ex(tokener, json.p, (int)json.n);
    if (json_tokener_get_error(tokener) == json_tokener_success) {
        size_t end = json_tokener_get_parse_end(tokener);
        while (end < json.n && memchr(" \t\r\n,", json.p[end], 5)) end++;
        if (end == json.n && json_object_is_type(object, json_type_object)) return object;
    }
    json_object_put(object);
    return NULL;
}

// NUL bytes are dropped, as everywhere.
static struct json_object *parse_whole(struct record_reader *reader, struct str json, struct arena *arena)
{
    struct json_object *object = parse_text(reader->tokener, json_value_exact(json, arena));
    if (object || !memchr(json.p, '\0', json.n)) return object;
    char *copy = arena_alloc(arena, json.n);
    size_t n = 0;
    for (size_t i = 0; copy && i < json.n; i++)
        if (json.p[i]) copy[n++] = json.p[i];
    return copy ? parse_text(reader->tokener, (struct str){copy, n}) : NULL;
}

static bool text_lifted(const struct json_lift *lift)
{
    for (size_t i = 0; i < lift->count; i++)
        if (lift->lifted[i].field == FIELD_TEXT) return true;
    return false;
}

// The object without what was lifted out of it.
static struct json_object *parse(struct record_reader *reader, struct str json, bool lifted, struct arena *arena)
{
    struct json_object *object = lifted ? parse_whole(reader, buf_str(&reader->lift.rest), arena) : NULL;
    if (object) return object;
    reader->lift.count = 0;
    return parse_whole(reader, json, arena);
}

static enum record_result refuse(struct record_reader *reader, uint64_t line, struct str json, struct error *error)
{
    enum json_tokener_error code = json_tokener_get_error(reader->tokener);
    size_t at = json_tokener_get_parse_end(reader->tokener);
    if (*json.p != '{') return record_reject(error, line, json, "is no JSON object");
    if (code == json_tokener_success) return record_reject(error, line, json, "more follows the JSON object");
    if (code == json_tokener_continue) return record_reject(error, line, json, "the JSON object does not end");
    return record_reject(error, line, json, "is no JSON: %s at byte %zu", json_tokener_error_desc(code), at + 1);
}

static void choose(const struct record_reader *reader, struct json_object *object, struct arena *arena,
                   struct json_choice chosen[FIELD_COUNT])
{
    for (size_t i = 0; i < reader->lift.count; i++) {
        const struct lifted *l = &reader->lift.lifted[i];
        if (l->field == FIELD_COUNT || (chosen[l->field].text.p && chosen[l->field].rank <= l->rank)) continue;
        struct str text = l->value;
        if (l->field == FIELD_DATE) text = l->integer ? date_epoch(strtod(text.p, NULL), arena) : date_iso(text, arena);
        if (json_fields_suits(l->field, l->rank, text))
            chosen[l->field] = (struct json_choice){.text = text, .key = l->key, .rank = l->rank, .own = i};
    }
    json_fields_choose(reader->mapping, object, arena, chosen);
}

// What means nothing, after all, goes back to the others.
static void put_back(const struct record_reader *reader, struct json_object *object,
                     const struct json_choice chosen[FIELD_COUNT], struct arena *arena)
{
    bool used[LIFT_MOST] = {false};
    for (enum field field = 0; field < FIELD_COUNT; field++)
        if (chosen[field].text.p && !chosen[field].parent) used[chosen[field].own] = true;
    for (size_t i = 0; i < reader->lift.count; i++) {
        const struct lifted *l = &reader->lift.lifted[i];
        if (used[i]) continue;
        struct str key = arena_str(arena, l->key);
        if (!key.p) return;
        struct json_object *value = l->integer ? json_object_new_int64(strtoll(l->value.p, NULL, 10))
                                               : json_object_new_string_len(l->value.p, (int)l->value.n);
        if (!value || json_object_object_add(object, key.p, value) != 0) arena->failed = true;
    }
}

// A --map name with dots is a path, unless a field is called so: the value is taken out of the objects around it.
static void take_path(const struct mapping *mapping, size_t which, struct json_object *object, struct record *record,
                      struct arena *arena)
{
    char path[256];
    struct str name = mapping->named[which].name;
    enum field field = mapping->named[which].field;
    if (record->fields[field].p || name.n >= sizeof path || !memchr(name.p, '.', name.n)) return;
    memcpy(path, name.p, name.n);
    path[name.n] = '\0';
    char *key = path;
    for (char *dot; (dot = strchr(key, '.')); key = dot + 1) {
        *dot = '\0';
        if (!json_object_object_get_ex(object, key, &object) || !json_object_is_type(object, json_type_object)) return;
    }
    struct json_object *value;
    if (!json_object_object_get_ex(object, key, &value)) return;
    struct str found = json_fields_value(field, value, arena);
    if (!found.p) return;
    record->fields[field] = found;
    json_object_object_del(object, key);
}

static enum record_result no_text(struct json_object *object, uint64_t line, struct error *error)
{
    struct str names[16];
    size_t count = 0;
    json_object_object_foreach(object, key, value)
    {
        (void)value;
        if (count < 16) names[count++] = str_from(key);
    }
    return record_no_text(error, line, names, count);
}

static enum record_result whole(const struct record *record, const struct arena *arena, struct error *error)
{
    if (!arena->failed) return RECORD_OK;
    return record_reject(error, record->number, STR_NULL, "needs more memory than one article may use");
}

static enum record_result fill(struct record_reader *reader, struct json_object *object, struct arena *arena,
                               struct record *record, struct error *error)
{
    struct json_choice chosen[FIELD_COUNT] = {0};
    choose(reader, object, arena, chosen);
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        record->fields[field] = chosen[field].text;
        json_fields_remove(field, &chosen[field]);
    }
    put_back(reader, object, chosen, arena);
    for (size_t i = 0; i < reader->mapping->named_count; i++) take_path(reader->mapping, i, object, record, arena);
    if (!record->fields[FIELD_TEXT].p && !arena->failed) return no_text(object, record->number, error);
    record->other = json_value_text(object, arena);
    return whole(record, arena, error);
}

// Where all that means something was lifted, each field once, and the rest is to be stored as it stands: without
// json-c.
static bool fill_plain(const struct json_lift *lift, struct arena *arena, struct record *record)
{
    if (!lift->plain) return false;
    for (size_t i = 0; i < lift->count; i++) {
        const struct lifted *l = &lift->lifted[i];
        if (record->fields[l->field].p) return false;
        record->fields[l->field] = l->value;
        if (l->field == FIELD_DATE) record->date_name = arena_str(arena, l->key);
    }
    struct utf8_repairs repairs;
    if (lift->rest.n > 2) record->other = utf8_repair(arena_str(arena, buf_str(&lift->rest)), arena, &repairs);
    return true;
}

static enum record_result reader_next(struct record_reader *reader, struct arena *arena, struct record *record,
                                      struct error *error)
{
    struct str json;
    *record = (struct record){.first_line = 1};
    enum record_result got = reader->lines ? next_line(reader, &json, &record->number, error)
                                           : next_value(reader, &json, &record->number, error);
    if (got != RECORD_OK) return got;
    bool lifted = json_lift(&reader->lift, json, arena) && (reader->paths || text_lifted(&reader->lift));
    struct record plain = *record;
    if (lifted && !reader->paths && fill_plain(&reader->lift, arena, &plain)) {
        *record = plain;
        got = whole(record, arena, error);
    } else {
        struct json_object *object = parse(reader, json, lifted, arena);
        if (object) got = fill(reader, object, arena, record, error);
        else got = refuse(reader, record->number, json, error);
        json_object_put(object);
    }
    if (!reader->lines) pass(reader, json);
    return got;
}

static void reader_close(struct record_reader *reader)
{
    if (!reader) return;
    json_tokener_free(reader->tokener);
    buf_release(&reader->lift.rest);
    free(reader);
}

const struct record_kind record_json = {'L', reader_open, reader_next, reader_close};
