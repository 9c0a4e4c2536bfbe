#define _GNU_SOURCE  // memmem
#include "input/page_json_ld.h"

#include "input/json_fields.h"
#include "input/json_value.h"

#include <json-c/json.h>
#include <stdlib.h>

#define DEPTH       64    // of nested values
#define SCRIPTS_MAX 32    // that are looked at
#define NODES_MAX   2000  // objects that are looked at
#define VALUE_MAX   4096  // bytes of a text that is kept

struct page_json_ld {
    struct json_object *roots[SCRIPTS_MAX];  // owned
    size_t root_count, node_count;
    struct json_object *article, *site;  // within the roots; NULL: none
    int worth;                           // of the article's type
};

struct page_json_ld *page_json_ld_new(void)
{
    return calloc(1, sizeof(struct page_json_ld));
}

void page_json_ld_free(struct page_json_ld *ld)
{
    for (size_t i = 0; ld && i < ld->root_count; i++) json_object_put(ld->roots[i]);
    free(ld);
}

static bool has(struct json_object *object, const char *name)
{
    return json_object_object_get_ex(object, name, NULL);
}

// How likely a node of this type is the article: 0 not at all.
static int worth_of_type(struct str type)
{
    static const struct {
        const char *end;
        int worth;
    } types[] = {{"Article", 4}, {"BlogPosting", 4}, {"Posting", 3}, {"Report", 3},  {"Recipe", 3},
                 {"HowTo", 3},   {"Review", 2},      {"Event", 2},   {"Product", 2}, {"Course", 2},
                 {"Book", 2},    {"VideoObject", 1}, {"FAQPage", 1}, {"WebPage", 1}, {"Page", 1}};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (str_ends(type, str_from(types[i].end))) return types[i].worth;
    return 0;
}

static struct str text_of(struct json_object *value)
{
    if (!json_object_is_type(value, json_type_string)) return STR("");
    return (struct str){json_object_get_string(value), (size_t)json_object_get_string_len(value)};
}

static int worth_of(struct page_json_ld *ld, struct json_object *node)
{
    struct json_object *type;
    int best = 0;
    if (!json_object_object_get_ex(node, "@type", &type)) return has(node, "headline") ? 1 : 0;
    size_t count = json_object_is_type(type, json_type_array) ? json_object_array_length(type) : 1;
    for (size_t i = 0; i < count && i < 8; i++) {
        struct json_object *one =
            json_object_is_type(type, json_type_array) ? json_object_array_get_idx(type, i) : type;
        int worth = worth_of_type(text_of(one));
        if (worth > best) best = worth;
        if (str_equal(text_of(one), STR("WebSite")) && !ld->site) ld->site = node;
    }
    return best;
}

// Looks at a node, and at those that it holds in lists, @graph and mainEntity.
static void look(struct page_json_ld *ld, struct json_object *value, int depth)
{
    if (depth > 4 || ld->node_count >= NODES_MAX) return;
    if (json_object_is_type(value, json_type_array)) {
        size_t count = json_object_array_length(value);
        for (size_t i = 0; i < count && ld->node_count < NODES_MAX; i++)
            look(ld, json_object_array_get_idx(value, i), depth + 1);
        return;
    }
    if (!json_object_is_type(value, json_type_object)) return;
    ld->node_count++;
    int worth = worth_of(ld, value);
    if (worth > ld->worth) {
        ld->worth = worth;
        ld->article = value;
    }
    static const char *const members[] = {"@graph", "mainEntity", "mainEntityOfPage"};
    struct json_object *inner;
    for (size_t i = 0; i < 3; i++)
        if (json_object_object_get_ex(value, members[i], &inner)) look(ld, inner, depth + 1);
}

void page_json_ld_add(struct page_json_ld *ld, struct str text, struct arena *arena)
{
    if (!ld || ld->root_count == SCRIPTS_MAX || !text.n) return;
    text = json_value_exact(text, arena);
    const char *begin = memchr(text.p, '{', text.n), *list = memchr(text.p, '[', text.n);
    if (list && (!begin || list < begin)) begin = list;  // comments and CDATA stand before it
    struct json_tokener *tokener = begin ? json_tokener_new_ex(DEPTH) : NULL;
    size_t n = begin ? text.n - (size_t)(begin - text.p) : 0;
    struct json_object *root = tokener && n <= INT32_MAX ? json_tokener_parse_ex(tokener, begin, (int)n) : NULL;
    bool whole = tokener && json_tokener_get_error(tokener) == json_tokener_success;
    if (begin && (!tokener || (whole && !root))) arena->failed = true;  // json-c tells memory by no error
    if (tokener) json_tokener_free(tokener);
    if (!root) return;
    ld->roots[ld->root_count++] = root;
    look(ld, root, 0);
}

// The node with this @id.
static struct json_object *find(struct json_object *value, struct str id, int depth)
{
    struct json_object *inner;
    if (depth > 3) return NULL;
    if (json_object_is_type(value, json_type_array)) {
        size_t count = json_object_array_length(value);
        for (size_t i = 0; i < count && i < NODES_MAX; i++) {
            struct json_object *found = find(json_object_array_get_idx(value, i), id, depth + 1);
            if (found) return found;
        }
        return NULL;
    }
    if (!json_object_is_type(value, json_type_object)) return NULL;
    if (json_object_object_get_ex(value, "@id", &inner) && str_equal(text_of(inner), id) && has(value, "name"))
        return value;
    return json_object_object_get_ex(value, "@graph", &inner) ? find(inner, id, depth + 1) : NULL;
}

// A node that is only referred to, where it is described.
static struct json_object *described(const struct page_json_ld *ld, struct json_object *value)
{
    struct json_object *id;
    if (json_object_is_type(value, json_type_array) && json_object_array_length(value) == 1)
        value = json_object_array_get_idx(value, 0);
    if (!json_object_is_type(value, json_type_object) || has(value, "name") ||
        !json_object_object_get_ex(value, "@id", &id))
        return value;
    struct json_object *found = NULL;
    for (size_t i = 0; i < ld->root_count && !found; i++) found = find(ld->roots[i], text_of(id), 0);
    return found ? found : value;
}

void page_json_ld_fields(struct page_json_ld *ld, struct arena *arena, page_json_ld_fn *found, void *context)
{
    static const struct {
        const char *name;
        enum field field;
    } fields[] = {{"headline", FIELD_TITLE},      {"name", FIELD_TITLE},          {"author", FIELD_AUTHOR},
                  {"creator", FIELD_AUTHOR},      {"publisher", FIELD_SITE},      {"datePublished", FIELD_DATE},
                  {"dateCreated", FIELD_DATE},    {"inLanguage", FIELD_LANGUAGE}, {"url", FIELD_URL},
                  {"mainEntityOfPage", FIELD_URL}};
    struct json_object *value;
    if (!ld) return;
    for (size_t i = 0; ld->article && i < sizeof fields / sizeof *fields; i++) {
        if (!json_object_object_get_ex(ld->article, fields[i].name, &value)) continue;
        struct str text = json_fields_value(fields[i].field, described(ld, value), arena);
        if (text.n) found(context, fields[i].field, fields[i].name, text);
    }
    if (!ld->site || !json_object_object_get_ex(ld->site, "name", &value)) return;
    struct str text = json_fields_value(FIELD_SITE, value, arena);
    if (text.n) found(context, FIELD_SITE, "website", text);
}

struct json_object *page_json_ld_rest(struct page_json_ld *ld, struct arena *arena)
{
    static const char *const taken[] = {"@context",         "headline", "author",      "creator",    "publisher",
                                        "datePublished",    "url",      "articleBody", "inLanguage", "text",
                                        "mainEntityOfPage", "@graph",   "image",       "mainEntity"};
    if (!ld || !ld->article) return NULL;
    struct json_object *rest = json_value_made(json_object_new_object(), arena);
    json_object_object_foreach(ld->article, key, value)
    {
        const char *text = json_object_to_json_string(value);
        bool left = !text || strlen(text) > VALUE_MAX;
        if (!text) arena->failed = true;
        for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) left = left || strcmp(key, taken[i]) == 0;
        if (!left && value) json_value_add(rest, key, json_object_get(value), arena);
    }
    if (rest && json_object_object_length(rest)) return rest;
    json_object_put(rest);
    return NULL;
}
