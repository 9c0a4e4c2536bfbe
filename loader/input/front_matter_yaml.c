#include "input/front_matter_yaml.h"

#include "base/buf.h"
#include "input/json_value.h"

#include <json-c/json.h>
#include <yaml.h>

#define DEPTH 50     // of nested values
#define NODES 20000  // of a header; one that is named twice counts twice

struct conversion {
    yaml_document_t *document;
    size_t nodes;
    bool failed;          // deeper or longer than that, or a key that is no scalar
    struct arena *arena;  // has failed where there was no memory
};

struct str front_matter_line(struct str *rest)
{
    size_t n = 0;
    while (n < rest->n && rest->p[n] != '\n' && rest->p[n] != '\r') n++;
    struct str line = {rest->p, n};
    if (n + 1 < rest->n && rest->p[n] == '\r' && rest->p[n + 1] == '\n') n++;
    if (n < rest->n) n++;
    *rest = str_slice(*rest, n, rest->n);
    return line;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

struct str front_matter_key(struct str line, size_t *behind)
{
    if (line.n && (line.p[0] == '"' || line.p[0] == '\'')) {
        const char *end = memchr(line.p + 1, line.p[0], line.n - 1);
        size_t n = end ? (size_t)(end - line.p) : line.n;
        *behind = n + 2;
        return n + 1 < line.n && line.p[n + 1] == ':' ? str_slice(line, 1, n) : STR_NULL;
    }
    if (!line.n || memchr(" \t#-[]{},&*!|>%@`", line.p[0], 17)) return STR_NULL;
    for (size_t i = 1; i < line.n; i++) {
        if (line.p[i] != ':' || (i + 1 < line.n && !is_blank(line.p[i + 1]))) continue;
        *behind = i + 1;
        return str_trim(str_slice(line, 0, i));
    }
    return STR_NULL;
}

// NULL, as json-c wants it, for null.
static struct json_object *scalar(const yaml_node_t *node, struct arena *arena)
{
    struct str s = {(const char *)node->data.scalar.value, node->data.scalar.length};
    if (node->data.scalar.style != YAML_PLAIN_SCALAR_STYLE) return json_value_string(s, arena);
    if (!s.n || str_equal(s, STR("~")) || str_equal(s, STR("null")) || str_equal(s, STR("Null"))) return NULL;
    if (str_equal(s, STR("true")) || str_equal(s, STR("false")))
        return json_value_made(json_object_new_boolean(s.p[0] == 't'), arena);
    struct json_object *number = json_value_number(s);
    return number ? number : json_value_string(s, arena);
}

static struct json_object *convert(struct conversion *c, int index, int depth);

static struct json_object *convert_list(struct conversion *c, const yaml_node_t *node, int depth)
{
    struct json_object *list = json_value_made(json_object_new_array(), c->arena);
    for (const yaml_node_item_t *i = node->data.sequence.items.start; i < node->data.sequence.items.top; i++)
        json_value_append(list, convert(c, *i, depth + 1), c->arena);
    return list;
}

static struct json_object *convert_mapping(struct conversion *c, const yaml_node_t *node, int depth)
{
    struct json_object *object = json_value_made(json_object_new_object(), c->arena);
    for (const yaml_node_pair_t *i = node->data.mapping.pairs.start; i < node->data.mapping.pairs.top; i++) {
        const yaml_node_t *key = yaml_document_get_node(c->document, i->key);
        if (key->type != YAML_SCALAR_NODE) {
            c->failed = true;
            break;
        }
        const char *name = (const char *)key->data.scalar.value;
        if (!json_object_object_get_ex(object, name, NULL))
            json_value_add(object, name, convert(c, i->value, depth + 1), c->arena);
    }
    return object;
}

static struct json_object *convert(struct conversion *c, int index, int depth)
{
    const yaml_node_t *node = yaml_document_get_node(c->document, index);
    if (depth > DEPTH || ++c->nodes > NODES) c->failed = true;
    if (c->failed) return NULL;
    if (node->type == YAML_MAPPING_NODE) return convert_mapping(c, node, depth);
    return node->type == YAML_SEQUENCE_NODE ? convert_list(c, node, depth) : scalar(node, c->arena);
}

// NULL: it is no YAML mapping.
static struct json_object *parse(struct str block, struct arena *arena)
{
    yaml_parser_t parser;
    yaml_document_t document;
    if (!yaml_parser_initialize(&parser)) {
        arena->failed = true;
        return NULL;
    }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)block.p, block.n);
    bool parsed = yaml_parser_load(&parser, &document);
    if (parser.error == YAML_MEMORY_ERROR) arena->failed = true;
    yaml_parser_delete(&parser);
    if (!parsed) return NULL;
    const yaml_node_t *root = yaml_document_get_root_node(&document);
    struct conversion c = {.document = &document, .arena = arena};
    struct json_object *object = root && root->type == YAML_MAPPING_NODE ? convert(&c, 1, 0) : NULL;
    yaml_document_delete(&document);
    if (!c.failed) return object;
    json_object_put(object);
    return NULL;
}

static bool belongs(struct str line)
{
    struct str words = str_trim(line);
    return !words.n || is_blank(line.p[0]) || line.p[0] == '-' || line.p[0] == '#';
}

// Takes an entry with the lines that belong to it off the block.
static struct str take_entry(struct str *block)
{
    struct str entry = {block->p, 0};
    front_matter_line(block);
    for (struct str rest = *block; rest.n && belongs(front_matter_line(&rest));) *block = rest;
    entry.n = (size_t)(block->p - entry.p);
    return entry;
}

// An entry as it stands: what follows its colon.
static void add_raw(struct json_object *object, struct str entry, struct arena *arena)
{
    size_t behind;
    struct str rest = entry, key = front_matter_key(front_matter_line(&rest), &behind);
    struct buf name = {0};
    buf_str_add(&name, key);
    buf_byte(&name, '\0');
    if (name.failed) arena->failed = true;
    else if (!json_object_object_get_ex(object, name.p, NULL))
        json_value_add(object, name.p, json_value_string(str_trim(str_slice(entry, behind, entry.n)), arena), arena);
    buf_release(&name);
}

static void add_all(struct json_object *to, struct json_object *from, struct arena *arena)
{
    json_object_object_foreach(from, key, value) if (!json_object_object_get_ex(to, key, NULL))
        json_value_add(to, key, json_object_get(value), arena);
}

// Entry by entry, so that one which is no YAML costs no other.
static struct json_object *parse_entries(struct str block, struct arena *arena)
{
    struct json_object *object = json_value_made(json_object_new_object(), arena);
    while (block.n) {
        struct str rest = block, line = front_matter_line(&rest);
        size_t behind;
        if (!front_matter_key(line, &behind).p) {
            if (str_trim(line).n && line.p[0] != '#') {
                json_object_put(object);
                return NULL;
            }
            block = rest;
            continue;
        }
        struct str entry = take_entry(&block);
        struct json_object *one = parse(entry, arena);
        if (one) add_all(object, one, arena);
        else add_raw(object, entry, arena);
        json_object_put(one);
    }
    return object;
}

struct json_object *front_matter_lines(struct str block, struct arena *arena)
{
    struct json_object *object = json_value_made(json_object_new_object(), arena);
    while (block.n) {
        struct str entry = block, line = front_matter_line(&block);
        size_t behind;
        entry.n = line.n;
        if (!front_matter_key(line, &behind).p) continue;
        struct str value = str_trim(str_slice(line, behind, line.n));
        struct json_object *one = value.n && memchr("\"'[", value.p[0], 3) ? parse(entry, arena) : NULL;
        if (one) add_all(object, one, arena);
        else add_raw(object, entry, arena);
        json_object_put(one);
    }
    return object;
}

struct json_object *front_matter_yaml(struct str block, struct arena *arena)
{
    struct json_object *object = parse(block, arena);
    return object ? object : parse_entries(block, arena);
}
