#include "input/record.h"

#include "base/utf8.h"
#include "input/date.h"
#include "input/hygiene.h"

#include <stdarg.h>
#include <stdio.h>

#define EXCERPT 60  // bytes

enum record_result record_reject(struct error *error, uint64_t line, struct str excerpt, const char *format, ...)
{
    char why[400], shown[EXCERPT + 1];
    va_list args;
    va_start(args, format);
    vsnprintf(why, sizeof why, format, args);
    va_end(args);
    size_t n = 0;
    for (size_t i = 0; i < excerpt.n && n < EXCERPT; i++) {
        unsigned char c = (unsigned char)excerpt.p[i];
        shown[n++] = c < 0x20 || c == 0x7F ? ' ' : (char)c;
    }
    struct str cut = str_trim((struct str){shown, utf8_valid((struct str){shown, n})});
    error_at(error, STR_NULL, line > UINT32_MAX ? UINT32_MAX : (uint32_t)line);
    if (cut.n) error_set(error, ERROR_ARTICLE, "%s; it begins: %.*s", why, STR_ARG(cut));
    else error_set(error, ERROR_ARTICLE, "%s", why);
    return RECORD_REJECTED;
}

enum record_result record_no_memory(struct error *error)
{
    error_set(error, ERROR_MEMORY, "out of memory");
    return RECORD_REJECTED;
}

enum record_result record_note(struct error *error, uint64_t line, struct str excerpt, const char *what)
{
    record_reject(error, line, excerpt, "%s", what);
    error->code = ERROR_NONE;
    return RECORD_NOTED;
}

// The names that --map has for the text.
static void put_tried(const struct mapping *mapping, char *list, size_t room)
{
    size_t n = 0;
    for (size_t i = 0; i < mapping->named_count && n < room; i++)
        if (mapping->named[i].field == FIELD_TEXT)
            n += (size_t)snprintf(list + n, room - n, n ? ", %.*s" : "%.*s", STR_ARG(mapping->named[i].name));
}

enum { LIST = 240 };

static void list_names(const struct str *names, size_t count, char list[LIST])
{
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        bool fits = n + names[i].n + 8 < LIST;
        const char *format = i ? ", %.*s" : "%.*s";
        struct str name = fits ? names[i] : STR("…");
        if (utf8_valid(name) < name.n) continue;
        n += (size_t)snprintf(list + n, LIST - n, format, STR_ARG(name));
        if (!fits) break;
    }
    list[n] = '\0';
}

enum record_result record_no_field(struct error *error, uint64_t line, const char *missing, const struct str *names,
                                   size_t count)
{
    char list[LIST];
    list_names(names, count, list);
    return record_reject(error, line, STR_NULL, "has no field %s; its fields are: %s", missing, list);
}

enum record_result record_no_text(struct error *error, uint64_t line, const struct mapping *mapping,
                                  const struct str *names, size_t count)
{
    char list[LIST];
    list_names(names, count, list);
    char tried[100] = "";
    put_tried(mapping, tried, sizeof tried);
    if (tried[0]) record_reject(error, line, STR_NULL, "has no text in %s; its fields are: %s", tried, list);
    else
        record_reject(error, line, STR_NULL,
                      "has no text; its fields are: %s. Say which of them is the text: --map text=FIELD", list);
    return RECORD_NO_TEXT;
}

unsigned record_fields(const struct record *record)
{
    unsigned fields = 0;
    for (size_t field = 0; field < FIELD_COUNT; field++)
        fields |= (unsigned)(record->fields[field].p || record->alone) << field;
    return fields;
}

bool record_note_missing(struct error *error, const struct mapping *mapping, unsigned found)
{
    char missing[200];
    if (!found || !mapping_missing(mapping, found, missing, sizeof missing)) return false;
    error_set(error, ERROR_NONE, "no record has the field %s", missing);
    return true;
}

static void add_string(struct buf *json, struct str s)
{
    buf_byte(json, '"');
    size_t done = 0;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        buf_add(json, s.p + done, i - done);
        done = i + 1;
        if (c == '\n') buf_str_add(json, STR("\\n"));
        else if (c == '\t') buf_str_add(json, STR("\\t"));
        else if (c >= 0x20) buf_byte(json, '\\'), buf_byte(json, (char)c);
        else if (c) buf_printf(json, "\\u%04x", c);  // NUL bytes: PostgreSQL's jsonb has none
    }
    buf_add(json, s.p + done, s.n - done);
    buf_byte(json, '"');
}

void record_member(struct buf *json, struct str name, struct str value)
{
    buf_byte(json, json->n ? ',' : '{');
    add_string(json, name);
    buf_byte(json, ':');
    add_string(json, value);
}

struct str record_object(struct buf *json, struct arena *arena)
{
    if (!json->n) return STR_NULL;
    buf_byte(json, '}');
    struct str object = arena_str(arena, buf_str(json));
    if (json->failed) arena->failed = true;
    json->n = 0;
    json->failed = false;
    return object;
}

// Adds a member to a JSON object.
static struct str with_member(struct buf *json, struct str object, struct str name, struct str value,
                              struct arena *arena)
{
    json->n = 0;
    if (object.n) buf_add(json, object.p, object.n - 1);
    record_member(json, name, value);
    return record_object(json, arena);
}

void record_metadata(const struct record *record, struct buf *json, struct arena *arena, struct metadata *metadata)
{
    struct str line[FIELD_COUNT];
    for (enum field field = FIELD_TITLE; field < FIELD_COUNT; field++)
        line[field] = hygiene_line(record->fields[field], arena);
    *metadata = (struct metadata){
        .title = line[FIELD_TITLE],
        .author = line[FIELD_AUTHOR],
        .site = line[FIELD_SITE],
        .url = line[FIELD_URL],
        .language = line[FIELD_LANGUAGE],
        .published_at = date_iso(line[FIELD_DATE], arena),
        .other = hygiene_line(record->other, arena),
    };
    if (line[FIELD_DATE].p && !metadata->published_at.p)
        metadata->other = with_member(json, metadata->other, record->date_name, line[FIELD_DATE], arena);
}
