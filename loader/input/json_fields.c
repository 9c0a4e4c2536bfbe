#define _GNU_SOURCE  // memmem
#include "input/json_fields.h"

#include "base/buf.h"
#include "input/date.h"
#include "input/json_value.h"

#include <json-c/json.h>

#define DEPTH 4                   // of objects and lists that a value is in
#define HELD  (2 * MAPPING_WEAK)  // added to the rank of what an object within says

// A member of an object that is the value: {"name": …}, {"rendered": …}, {"$date": …}.
static struct json_object *inner(enum field field, struct json_object *object)
{
    static const char *const names[] = {"name",         "rendered", "value",       "@value", "#text",
                                        "display_name", "literal",  "displayName", "$date",  "$oid"};
    static const char *const addresses[] = {"@id", "url", "href"}, *const texts[] = {"rendered", "value", "#text",
                                                                                     "text"};
    const char *const *list = field == FIELD_URL ? addresses : field == FIELD_TEXT ? texts : names;
    size_t count = field == FIELD_URL ? 3 : field == FIELD_TEXT ? 4 : sizeof names / sizeof *names;
    struct json_object *value;
    for (size_t i = 0; i < count; i++)
        if (json_object_object_get_ex(object, list[i], &value) && value) return value;
    return NULL;
}

static struct str text_of(struct json_object *scalar)
{
    if (json_object_is_type(scalar, json_type_double)) return json_value_digits(scalar);
    if (!json_object_is_type(scalar, json_type_string)) return str_from(json_object_get_string(scalar));
    return (struct str){json_object_get_string(scalar), (size_t)json_object_get_string_len(scalar)};
}

static bool is_number(struct json_object *value)
{
    return json_object_is_type(value, json_type_int) || json_object_is_type(value, json_type_double);
}

static bool is_whole(struct str digits)
{
    size_t i = digits.n && digits.p[0] == '-';
    while (i < digits.n && digits.p[i] >= '0' && digits.p[i] <= '9') i++;
    return digits.n && i == digits.n;
}

// A piece of a message: {"type": "bold", "text": …}; {"type": "text", …} and {"type": "text/plain", …} are whole ones.
static bool is_piece(struct json_object *part)
{
    struct json_object *type;
    if (!json_object_is_type(part, json_type_object) || !json_object_object_get_ex(part, "type", &type)) return false;
    struct str name = str_from(json_object_get_string(type));
    return json_object_object_get_ex(part, "text", NULL) && !str_equal(name, STR("text")) &&
           !memchr(name.p, '/', name.n);
}

// What stands between the parts of a list: nothing between pieces of one line, as of a chat, where objects are among
// strings or all say what kind of piece they are.
static const char *between(enum field field, struct json_object *list)
{
    size_t count = json_object_array_length(list), strings = 0, pieces = 0;
    if (field != FIELD_TEXT) return ", ";
    for (size_t i = 0; i < count; i++) {
        struct json_object *part = json_object_array_get_idx(list, i);
        strings += json_object_is_type(part, json_type_string);
        pieces += is_piece(part);
    }
    if (pieces == count || (strings > 0 && strings < count)) return "";
    return strings ? "\n" : "\n\n";
}

static bool put(struct buf *out, enum field field, struct json_object *value, int depth);

static bool put_list(struct buf *out, enum field field, struct json_object *list, int depth)
{
    size_t count = json_object_array_length(list), start = out->n;
    const char *separator = between(field, list);
    if (field != FIELD_TEXT && field != FIELD_AUTHOR)
        return count > 0 && put(out, field, json_object_array_get_idx(list, 0), depth + 1);
    for (size_t i = 0; i < count; i++) {
        struct json_object *part = json_object_array_get_idx(list, i);
        if (!part) continue;
        if (out->n > start) buf_str_add(out, str_from(separator));
        if (!put(out, field, part, depth + 1)) return false;
    }
    return out->n > start;
}

// {"name": …}, {"given": …, "family": …}, or persons by a key: {"ann": {"name": …}}
static bool put_object(struct buf *out, enum field field, struct json_object *object, int depth)
{
    struct json_object *value = inner(field, object), *given, *family;
    if (value) return put(out, field, value, depth + 1);
    if (field != FIELD_AUTHOR) return false;
    if (json_object_object_get_ex(object, "family", &family) && json_object_object_get_ex(object, "given", &given)) {
        if (!put(out, field, given, depth + 1)) return false;
        buf_byte(out, ' ');
        return put(out, field, family, depth + 1);
    }
    size_t start = out->n;
    json_object_object_foreach(object, key, member)
    {
        (void)key;
        if (out->n > start) buf_str_add(out, STR(", "));
        if (!json_object_is_type(member, json_type_object) || !put(out, field, member, depth + 1)) return false;
    }
    return out->n > start;
}

static bool put(struct buf *out, enum field field, struct json_object *value, int depth)
{
    if (depth > DEPTH) return false;
    if (json_object_is_type(value, json_type_array)) return put_list(out, field, value, depth);
    if (json_object_is_type(value, json_type_object)) return put_object(out, field, value, depth);
    bool number = is_number(value);
    if (!number && !json_object_is_type(value, json_type_string)) return false;
    struct str text = text_of(value);
    if (number && field == FIELD_ID && !is_whole(text)) return false;
    if (number && field != FIELD_ID && field != FIELD_TITLE) return false;
    buf_str_add(out, text);
    return true;
}

// The value as the field's text; STR_NULL when it can't be that.
static struct str value_of(enum field field, struct json_object *value, struct arena *arena)
{
    if (field == FIELD_DATE && json_object_is_type(value, json_type_object)) value = inner(field, value);
    if (field == FIELD_DATE && is_number(value)) return date_epoch(json_object_get_double(value), arena);
    if (field != FIELD_DATE && json_object_is_type(value, json_type_string)) return arena_str(arena, text_of(value));
    struct buf text = {0};
    struct str found = STR_NULL;
    if (put(&text, field, value, 0))
        found = field == FIELD_DATE ? date_iso(buf_str(&text), arena) : arena_str(arena, buf_str(&text));
    if (text.failed) arena->failed = true;
    buf_release(&text);
    return found;
}

bool json_fields_suits(enum field field, unsigned rank, struct str text)
{
    if (!text.p || mapping_is_nothing(text)) return false;
    if (field == FIELD_TEXT) return true;
    if (field == FIELD_URL && mapping_is_path(text)) return false;
    if (field != FIELD_URL || rank % HELD < MAPPING_WEAK) return text.n > 0;
    return memmem(text.p, text.n, "://", 3) != NULL;
}

bool json_fields_beats(const struct json_choice *chosen, unsigned rank, struct str text)
{
    if (!chosen->text.p || !chosen->text.n != !text.n) return !chosen->text.n;
    return rank < chosen->rank;
}

static bool has_name(struct json_object *value)
{
    return json_object_is_type(value, json_type_object) && json_object_object_get_ex(value, "name", NULL);
}

static void choose(const struct mapping *mapping, struct json_object *object, unsigned held, struct arena *arena,
                   struct json_choice chosen[FIELD_COUNT])
{
    unsigned rank;
    json_object_object_foreach(object, key, value)
    {
        enum field field = mapping_find(mapping, str_from(key), &rank);
        if (field == FIELD_URL && rank >= MAPPING_WEAK && has_name(value)) field = FIELD_SITE;  // source: {name: …}
        rank += held;
        if (json_object_is_type(value, json_type_object) && mapping_holds(str_from(key))) continue;
        if (field == FIELD_COUNT || !value || (chosen[field].text.n && chosen[field].rank <= rank)) continue;
        struct str text = value_of(field, value, arena);
        if (json_fields_suits(field, rank, text) && json_fields_beats(&chosen[field], rank, text))
            chosen[field] = (struct json_choice){.text = text, .key = str_from(key), .rank = rank, .parent = object};
    }
    if (held) return;
    json_object_object_foreach(object, name, member) if (json_object_is_type(member, json_type_object) &&
                                                         mapping_holds(str_from(name)))
        choose(mapping, member, HELD, arena, chosen);
}

void json_fields_choose(const struct mapping *mapping, struct json_object *object, struct arena *arena,
                        struct json_choice chosen[FIELD_COUNT])
{
    choose(mapping, object, 0, arena, chosen);
}

struct str json_fields_value(enum field field, struct json_object *value, struct arena *arena)
{
    struct str text = value ? value_of(field, value, arena) : STR_NULL;
    return json_fields_suits(field, 0, text) ? text : STR_NULL;
}

// Whether the field's text is all that the value says.
static bool is_all(enum field field, struct json_object *value)
{
    if (field == FIELD_TEXT) return true;
    if (json_object_is_type(value, json_type_object)) {
        json_object_object_foreach(value, key, member)
        {
            if (strcmp(key, "@type") != 0 && member != inner(field, value)) return false;
        }
        return true;
    }
    if (!json_object_is_type(value, json_type_array)) return true;
    size_t count = json_object_array_length(value);
    if (count > 1 && field != FIELD_AUTHOR) return false;
    for (size_t i = 0; i < count; i++)
        if (!is_all(field, json_object_array_get_idx(value, i))) return false;
    return true;
}

void json_fields_remove(enum field field, const struct json_choice *choice)
{
    struct json_object *value;
    if (choice->parent && json_object_object_get_ex(choice->parent, choice->key.p, &value) && is_all(field, value))
        json_object_object_del(choice->parent, choice->key.p);
}
