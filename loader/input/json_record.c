#define _GNU_SOURCE  // memmem
#include "input/json_record.h"

#include "base/utf8.h"
#include "input/date.h"
#include "input/html_field.h"
#include "input/json_fields.h"
#include "input/json_value.h"
#include "input/parts.h"

#include <errno.h>
#include <json-c/json.h>
#include <stdlib.h>

void json_record_use(struct json_record *reader, const struct mapping *mapping)
{
    reader->mapping = reader->lift.mapping = mapping;
    memset(reader->lift.known, 0, sizeof reader->lift.known);
    reader->paths = false;
    for (size_t i = 0; i < mapping->named_count; i++)
        reader->paths = reader->paths || memchr(mapping->named[i].name.p, '.', mapping->named[i].name.n);
}

bool json_record_init(struct json_record *reader, const struct mapping *mapping)
{
    json_record_use(reader, mapping);
    reader->tokener = json_tokener_new_ex(JSON_VALUE_DEPTH);
    return reader->tokener != NULL;
}

void json_record_release(struct json_record *reader)
{
    if (reader->tokener) json_tokener_free(reader->tokener);
    buf_release(&reader->lift.rest);
}

// Where json-c has no memory for a member, it goes on without; only errno tells, where no number is read behind it.
static struct json_object *parse_text(struct json_tokener *tokener, struct str json, struct arena *arena)
{
    json_tokener_reset(tokener);
    if (json.n > INT32_MAX) return NULL;
    errno = 0;
    struct json_object *object = json_tokener_parse_ex(tokener, json.p, (int)json.n);
    if (errno == ENOMEM) arena->failed = true;
    else if (json_tokener_get_error(tokener) == json_tokener_success) {
        size_t end = json_tokener_get_parse_end(tokener);
        while (end < json.n && memchr(" \t\r\n,", json.p[end], 5)) end++;
        if (end == json.n && json_object_is_type(object, json_type_object)) return object;
    }
    json_object_put(object);
    return NULL;
}

struct json_object *json_record_parse(struct json_record *reader, struct str json, struct arena *arena)
{
    struct json_object *object = parse_text(reader->tokener, json_value_exact(json, arena), arena);
    if (object || !memchr(json.p, '\0', json.n)) return object;
    char *copy = arena_alloc(arena, json.n);
    size_t n = 0;
    for (size_t i = 0; copy && i < json.n; i++)
        if (json.p[i]) copy[n++] = json.p[i];
    return copy ? parse_text(reader->tokener, (struct str){copy, n}, arena) : NULL;
}

static bool text_lifted(const struct json_lift *lift)
{
    for (size_t i = 0; i < lift->count; i++)
        if (lift->lifted[i].field == FIELD_TEXT) return true;
    return false;
}

// The object without what was lifted out of it.
static struct json_object *parse(struct json_record *reader, struct str json, bool lifted, struct arena *arena)
{
    struct json_object *object = lifted ? json_record_parse(reader, buf_str(&reader->lift.rest), arena) : NULL;
    if (object) return object;
    reader->lift.count = 0;
    return json_record_parse(reader, json, arena);
}

const char *json_record_error(const struct json_record *reader, size_t *at)
{
    enum json_tokener_error code = json_tokener_get_error(reader->tokener);
    *at = json_tokener_get_parse_end(reader->tokener) + 1;
    if (code == json_tokener_success) return NULL;
    return code == json_tokener_continue ? "the JSON object does not end" : json_tokener_error_desc(code);
}

static void choose(const struct json_record *reader, struct json_object *object, struct arena *arena,
                   struct json_choice chosen[FIELD_COUNT])
{
    for (size_t i = 0; i < reader->lift.count; i++) {
        const struct lifted *l = &reader->lift.lifted[i];
        if (l->field == FIELD_COUNT) continue;
        struct str text = l->value;
        if (l->field == FIELD_DATE) text = l->integer ? date_epoch(strtod(text.p, NULL), arena) : date_iso(text, arena);
        if (json_fields_suits(l->field, l->rank, text) && json_fields_beats(&chosen[l->field], l->rank, text))
            chosen[l->field] = (struct json_choice){.text = text, .key = l->key, .rank = l->rank, .own = i};
    }
    json_fields_choose(reader->mapping, object, arena, chosen);
}

static bool is_markdown(struct str key)
{
    return memmem(key.p, key.n, "arkdown", 7) || memmem(key.p, key.n, "_md", 3);
}

// Of a text and its HTML, the HTML is the article: it has the structure. Markdown has it, too, and what --map names
// stays.
static void prefer_html(const struct json_record *reader, struct json_choice *text)
{
    if (reader->mapping->fixed[FIELD_TEXT] || !text->text.n || is_markdown(text->key)) return;
    if (html_field_of(text->text)) return;
    for (size_t i = 0; i < reader->lift.count; i++) {
        const struct lifted *l = &reader->lift.lifted[i];
        if (l->field != FIELD_TEXT || !html_field_of(l->value) || !html_field_says(l->value, text->text)) continue;
        *text = (struct json_choice){.text = l->value, .key = l->key, .rank = l->rank, .own = i};
        return;
    }
}

// Whether two texts say the same, but for white space and marks: trafilatura writes an article twice.
static bool say_the_same(struct str a, struct str b)
{
    size_t i = 0, k = 0;
    for (;; i++, k++) {
        while (i < a.n && !str_is_word_byte(a.p[i])) i++;
        while (k < b.n && !str_is_word_byte(b.p[k])) k++;
        if (i == a.n || k == b.n) return i == a.n && k == b.n;
        if (a.p[i] != b.p[k]) return false;
    }
}

// What means nothing, after all, goes back to the others, but for a text that is the article's once more.
static void put_back(const struct json_record *reader, struct json_object *object,
                     const struct json_choice chosen[FIELD_COUNT], struct arena *arena)
{
    bool used[LIFT_MOST] = {false};
    for (enum field field = 0; field < FIELD_COUNT; field++)
        if (chosen[field].text.p && !chosen[field].parent) used[chosen[field].own] = true;
    for (size_t i = 0; i < reader->lift.count; i++) {
        const struct lifted *l = &reader->lift.lifted[i];
        if (used[i] || (l->field == FIELD_TEXT && say_the_same(l->value, chosen[FIELD_TEXT].text))) continue;
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

static bool has(struct json_object *object, const char *name)
{
    return json_object_object_get_ex(object, name, NULL);
}

// Whether a date of this name and rank may be when a crawler took the page, and not when the article came out: the
// tools of corpora write the first under names that elsewhere mean the second.
static bool may_be_of_crawl(const struct mapping *mapping, unsigned rank)
{
    unsigned vague;
    mapping_find(&(struct mapping){0}, STR("date"), &vague);
    return !mapping->fixed[FIELD_DATE] && rank % (2 * MAPPING_WEAK) >= vague;  // published_at says more
}

// It is, by what else they write: the id of a WARC record (datatrove, FineWeb), which crawl it is of (RefinedWeb),
// Dolma's WARC date, or nothing but an address (C4, CulturaX).
static bool is_of_crawl(struct json_object *object, const struct json_choice chosen[FIELD_COUNT])
{
    struct json_object *metadata = NULL;
    json_object_object_get_ex(object, "metadata", &metadata);
    if (str_starts(chosen[FIELD_ID].text, STR("<urn:uuid:")) || has(object, "dump") || has(metadata, "warc_date"))
        return true;
    int others = json_object_object_length(object) - has(object, "source");
    return str_equal(chosen[FIELD_DATE].key, STR("timestamp")) && chosen[FIELD_URL].text.p && others == 0;
}

// False: it has no text; the object may have lost members.
static bool fill(struct json_record *reader, struct json_object *object, struct arena *arena, struct record *record)
{
    struct json_choice chosen[FIELD_COUNT] = {0};
    choose(reader, object, arena, chosen);
    prefer_html(reader, &chosen[FIELD_TEXT]);
    if (chosen[FIELD_DATE].text.p && may_be_of_crawl(reader->mapping, chosen[FIELD_DATE].rank) &&
        is_of_crawl(object, chosen))
        chosen[FIELD_DATE] = (struct json_choice){0};
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        record->fields[field] = chosen[field].text;
        json_fields_remove(field, &chosen[field]);
    }
    put_back(reader, object, chosen, arena);
    for (size_t i = 0; i < reader->mapping->named_count; i++) take_path(reader->mapping, i, object, record, arena);
    return record->fields[FIELD_TEXT].p != NULL;
}

// Whether is_of_crawl has to look: not where it can't hold.
static bool is_doubtful_date(const struct json_lift *lift, const struct lifted *l)
{
    struct str rest = buf_str(&lift->rest);
    return l->field == FIELD_DATE && (rest.n < 64 || memmem(rest.p, rest.n, "\"dump\"", 6)) &&
           may_be_of_crawl(lift->mapping, l->rank);
}

// Where all that means something was lifted, each field once, and the rest is to be stored as it stands: without
// json-c.
static bool fill_plain(const struct json_lift *lift, struct arena *arena, struct record *record)
{
    if (!lift->plain) return false;
    for (size_t i = 0; i < lift->count; i++) {
        const struct lifted *l = &lift->lifted[i];
        if (record->fields[l->field].p || is_doubtful_date(lift, l)) return false;
        if (l->field == FIELD_ID && str_starts(l->value, STR("<urn:uuid:"))) return false;
        record->fields[l->field] = l->value;
        if (l->field == FIELD_DATE) record->date_name = arena_str(arena, l->key);
    }
    struct utf8_repairs repairs;
    if (lift->rest.n > 2) record->other = utf8_repair(arena_str(arena, buf_str(&lift->rest)), arena, &repairs);
    return true;
}

enum json_record_result json_record_read(struct json_record *reader, struct str json, struct arena *arena,
                                         struct record *record, struct json_object **object)
{
    bool lifted = json_lift(&reader->lift, json, arena) && (reader->paths || text_lifted(&reader->lift));
    struct record plain = *record;
    *object = NULL;
    if (lifted && !reader->paths && fill_plain(&reader->lift, arena, &plain)) {
        *record = plain;
        return JSON_RECORD_OK;
    }
    *object = parse(reader, json, lifted, arena);
    if (!*object) return JSON_RECORD_BAD;
    if (!fill(reader, *object, arena, record) && !arena->failed) {
        record->fields[FIELD_TEXT] = parts_docling(*object, arena);
        if (!record->fields[FIELD_TEXT].p) return JSON_RECORD_NO_TEXT;
        record->dialect = DIALECT_MARKDOWN;
        struct str *name = &record->fields[FIELD_TITLE];  // docling's is the file's
        if (name->p) json_object_object_add(*object, "name", json_object_new_string_len(name->p, (int)name->n));
        *name = STR_NULL;
    }
    record->other = json_value_text(*object, arena);
    json_object_put(*object);
    *object = NULL;
    return JSON_RECORD_OK;
}
