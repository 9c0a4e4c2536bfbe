#define _GNU_SOURCE  // memmem
// unstructured's elements: {"type": "Title", "element_id": …, "text": …, "metadata": {…}}
#include "input/json_fields.h"
#include "input/json_value.h"
#include "input/parts.h"

#include <json-c/json.h>

static struct json_object *member(struct json_object *object, const char *name, enum json_type type)
{
    struct json_object *value = NULL;
    if (!json_object_is_type(object, json_type_object) || !json_object_object_get_ex(object, name, &value)) return NULL;
    return json_object_is_type(value, type) ? value : NULL;
}

static struct str string(struct json_object *object, const char *name)
{
    struct json_object *value = member(object, name, json_type_string);
    if (!value) return STR("");
    return (struct str){json_object_get_string(value), (size_t)json_object_get_string_len(value)};
}

bool parts_is_element(struct json_object *object)
{
    return member(object, "element_id", json_type_string) && member(object, "type", json_type_string) &&
           member(object, "text", json_type_string);
}

struct str parts_address(struct json_object *element)
{
    struct json_object *metadata = member(element, "metadata", json_type_object);
    struct json_object *source = member(metadata, "data_source", json_type_object);
    const struct str found[] = {string(metadata, "url"), string(source, "url"), string(metadata, "filename")};
    for (size_t i = 0; i < 2; i++)
        if (found[i].n) return found[i];
    return found[2];
}

void parts_add_element(struct parts *parts, struct json_object *element)
{
    static const struct {
        const char *name;
        enum parts_kind kind;
    } kinds[] = {{"Title", PARTS_HEADING},
                 {"ListItem", PARTS_ITEM},
                 {"List-item", PARTS_ITEM},
                 {"BulletedText", PARTS_ITEM},
                 {"CodeSnippet", PARTS_CODE}};
    struct json_object *metadata = member(element, "metadata", json_type_object);
    struct json_object *depth = member(metadata, "category_depth", json_type_int);
    struct str type = string(element, "type"), text = string(element, "text"), html = string(metadata, "text_as_html");
    int level = depth ? json_object_get_int(depth) : 0;
    enum parts_kind kind = PARTS_PARAGRAPH;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_equal(type, str_from(kinds[i].name))) kind = kinds[i].kind;
    if (str_equal(type, STR("Table")) && html.n) {
        kind = PARTS_HTML;
        text = html;
    }
    parts_add(parts, kind, kind == PARTS_HEADING ? level + 1 : level, STR(""), text);
}

bool parts_document(struct parts *parts, struct json_object *first, struct arena *arena, struct record *record)
{
    static const char *const kept[] = {"filename", "file_directory", "filetype", "last_modified", "data_source"};
    struct json_object *metadata = member(first, "metadata", json_type_object), *other = json_object_new_object();
    struct json_object *languages = member(metadata, "languages", json_type_array), *value;
    struct str address = parts_address(first);
    if (address.n) record->fields[FIELD_ID] = arena_str(arena, address);
    if (memmem(address.p, address.n, "://", 3)) record->fields[FIELD_URL] = record->fields[FIELD_ID];
    if (languages) record->fields[FIELD_LANGUAGE] = json_fields_value(FIELD_LANGUAGE, languages, arena);
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        if (metadata && json_object_object_get_ex(metadata, kept[i], &value))
            json_object_object_add(other, kept[i], json_object_get(value));
    record->fields[FIELD_TEXT] = arena_str(arena, buf_str(&parts->text));
    record->other = json_value_text(other, arena);
    record->dialect = DIALECT_MARKDOWN;
    if (parts->text.failed) arena->failed = true;
    json_object_put(other);
    return parts->text.n > 0;
}
