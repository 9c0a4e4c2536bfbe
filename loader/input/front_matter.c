#include "input/front_matter.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "input/date.h"
#include "input/json_value.h"
#include "input/mapping.h"

#include <json-c/json.h>

struct reader {
    struct article *article;
    struct arena *arena;
    struct json_object *other;
    uint32_t lines;  // read of the block
};

// ---- lines

// The next line of *rest without its end; *rest goes behind it.
static struct str next_line(struct str *rest)
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

static struct str trim(struct str s)
{
    while (s.n && is_blank(s.p[0])) s.p++, s.n--;
    while (s.n && is_blank(s.p[s.n - 1])) s.n--;
    return s;
}

static bool is_fence(struct str line, const char *marks)
{
    return line.n >= 3 && memcmp(line.p, marks, 3) == 0 && !trim(str_slice(line, 3, line.n)).n;
}

// ---- YAML scalars

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    char l = (char)(c | 0x20);
    return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}

// What stands behind a backslash in double quotes; *at goes behind it.
static void put_escape(struct buf *out, struct str s, size_t *at)
{
    static const char names[] = "ntrabefv", values[] = "\n\t\r\a\b\x1B\f\v";
    char c = s.p[(*at)++];
    const char *name = memchr(names, c, sizeof names - 1);
    size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    uint32_t code = 0;
    for (size_t i = 0; i < digits; i++) {
        int digit = *at + i < s.n ? hex_digit(s.p[*at + i]) : -1;
        if (digit < 0) digits = 0;
        else code = code * 16 + (uint32_t)digit;
    }
    if (!digits) {
        buf_byte(out, name ? values[name - names] : c);
        return;
    }
    char utf8[4];
    bool valid = code && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    buf_add(out, utf8, utf8_encode(valid ? code : 0xFFFD, utf8));
    *at += digits;
}

// A quoted scalar at the start of s, without its quotes and escapes; the bytes read go to *used, 0 when it has no end.
static void put_quoted(struct buf *out, struct str s, size_t *used)
{
    char quote = s.p[0];
    for (size_t i = 1; i < s.n;) {
        char c = s.p[i++];
        if (c == quote) {
            if (quote == '"' || i >= s.n || s.p[i] != '\'') {
                *used = i;
                return;
            }
            i++;
        }
        if (c == '\\' && quote == '"' && i < s.n) put_escape(out, s, &i);
        else buf_byte(out, c);
    }
    *used = 0;
}

// A plain scalar ends where a comment begins.
static struct str without_comment(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] == '#' && (i == 0 || is_blank(s.p[i - 1]))) return trim(str_slice(s, 0, i));
    return trim(s);
}

static bool is_null(struct str s)
{
    return !s.n || str_equal(s, STR("~")) || str_equal(s, STR("null"));
}

static struct json_object *new_string(struct str s)
{
    return json_object_new_string_len(s.p, (int)s.n);
}

// NULL, as json-c wants it, for YAML's null.
static struct json_object *scalar(struct str s)
{
    s = trim(s);
    if (s.n && (s.p[0] == '"' || s.p[0] == '\'')) {
        struct buf out = {0};
        size_t used;
        put_quoted(&out, s, &used);
        struct json_object *value = used ? new_string(buf_str(&out)) : new_string(s);
        buf_release(&out);
        return value;
    }
    s = without_comment(s);
    return is_null(s) ? NULL : new_string(s);
}

// [a, "b, c", d]; NULL when it is not closed or holds other lists or mappings.
static struct json_object *flow_list(struct str s)
{
    struct json_object *list = json_object_new_array();
    for (size_t i = 1, start = 1; i < s.n; i++) {
        char c = s.p[i];
        if (c == '[' || c == '{') break;
        if ((c == '"' || c == '\'') && !trim(str_slice(s, start, i)).n) {
            const char *end = memchr(s.p + i + 1, c, s.n - i - 1);
            if (end) i = (size_t)(end - s.p);
        } else if (c == ',' || c == ']') {
            struct str item = trim(str_slice(s, start, i));
            if (item.n) json_object_array_add(list, scalar(item));
            start = i + 1;
            if (c == ']') return list;
        }
    }
    json_object_put(list);
    return NULL;
}

// ---- YAML values: what stands behind the colon, and the lines that belong to it

// The lines as they are, without the indentation of the first.
static void put_dedented(struct buf *out, struct str lines, bool fold)
{
    size_t indent = SIZE_MAX;
    while (lines.n) {
        struct str line = next_line(&lines);
        size_t blanks = 0;
        while (blanks < line.n && is_blank(line.p[blanks])) blanks++;
        if (indent == SIZE_MAX && blanks < line.n) indent = blanks;
        bool folds = fold && blanks < line.n;
        if (out->n && !(folds && out->p[out->n - 1] == '\n')) buf_byte(out, folds ? ' ' : '\n');
        buf_str_add(out, str_slice(line, blanks < indent ? blanks : indent, line.n));
    }
    while (out->n && (out->p[out->n - 1] == '\n' || is_blank(out->p[out->n - 1]))) out->n--;
}

static struct json_object *block_list(struct str lines)
{
    struct json_object *list = json_object_new_array();
    while (lines.n) {
        struct str line = trim(next_line(&lines));
        if (!line.n || line.p[0] == '#') continue;
        if (line.p[0] != '-' || (line.n > 1 && !is_blank(line.p[1]))) {
            json_object_put(list);
            return NULL;
        }
        json_object_array_add(list, scalar(str_slice(line, 1, line.n)));
    }
    return list;
}

static struct json_object *text_value(struct str first, struct str lines, bool fold)
{
    struct buf text = {0};
    buf_str_add(&text, first);
    put_dedented(&text, lines, fold);
    struct json_object *value = first.n ? scalar(buf_str(&text)) : new_string(buf_str(&text));
    buf_release(&text);
    return value;
}

static struct json_object *value_of(struct str first, struct str lines)
{
    struct str plain = without_comment(first);
    if (plain.n && (plain.p[0] == '|' || plain.p[0] == '>')) return text_value(STR(""), lines, plain.p[0] == '>');
    if (!plain.n) {
        struct json_object *list = trim(lines).n ? block_list(lines) : NULL;
        if (list && json_object_array_length(list)) return list;
        if (!list && trim(lines).n) return text_value(STR(""), lines, false);
        json_object_put(list);
        return NULL;
    }
    struct json_object *value = NULL;
    if (plain.p[0] == '[') {
        struct buf all = {0};
        buf_str_add(&all, plain);
        put_dedented(&all, lines, true);
        value = flow_list(buf_str(&all));
        buf_release(&all);
    }
    bool quoted = first.p[0] == '"' || first.p[0] == '\'';
    return value ? value : text_value(quoted ? first : plain, lines, true);
}

// ---- metadata

static struct str *field_of(struct metadata *m, struct str key)
{
    static const struct mapping common_names;
    unsigned rank;
    switch (mapping_find(&common_names, key, &rank)) {
    case FIELD_TITLE: return &m->title;
    case FIELD_AUTHOR: return &m->author;
    case FIELD_SITE: return &m->site;
    case FIELD_URL: return &m->url;
    case FIELD_LANGUAGE: return &m->language;
    case FIELD_DATE: return &m->published_at;
    default: return NULL;
    }
}

// A scalar, or the names of a list with commas between; empty for anything else.
static void put_value(struct buf *out, struct json_object *value)
{
    if (json_object_is_type(value, json_type_string))
        buf_add(out, json_object_get_string(value), (size_t)json_object_get_string_len(value));
    else if (json_object_is_type(value, json_type_array))
        for (size_t i = 0; i < json_object_array_length(value); i++) {
            struct json_object *item = json_object_array_get_idx(value, i);
            if (out->n && item) buf_add(out, ", ", 2);
            if (item) buf_add(out, json_object_get_string(item), (size_t)json_object_get_string_len(item));
        }
}

// False: this is no value for the field, as a date that PostgreSQL can't read.
static bool set_field(struct reader *r, struct str *field, struct json_object *value)
{
    struct buf text = {0};
    put_value(&text, value);
    bool is_date = field == &r->article->metadata.published_at;
    if (is_date) *field = date_iso(buf_str(&text), r->arena);
    else if (text.n) *field = arena_str(r->arena, buf_str(&text));
    buf_release(&text);
    return field->p || !is_date;
}

// Takes the value.
static void add(struct reader *r, struct str key, struct json_object *value)
{
    struct str *field = field_of(&r->article->metadata, key);
    if (field && !field->p && set_field(r, field, value)) {
        json_object_put(value);
        return;
    }
    struct str name = arena_str(r->arena, key);
    if (name.p && !json_object_object_get_ex(r->other, name.p, NULL)) json_object_object_add(r->other, name.p, value);
    else json_object_put(value);
}

// ---- blocks

// key: value, at the beginning of a line; the bytes of the key go to *key_n, 0 when it is none.
static struct str key_of(struct str line, size_t *behind)
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
        return trim(str_slice(line, 0, i));
    }
    return STR_NULL;
}

static bool is_comment(struct str line)
{
    line = trim(line);
    return !line.n || line.p[0] == '#';
}

static void read_yaml(struct reader *r, struct str block)
{
    while (block.n) {
        struct str line = next_line(&block);
        size_t behind = 0;
        struct str key = key_of(line, &behind);
        if (!key.p) continue;
        struct str lines = {block.p, 0};
        for (struct str rest = block; rest.n;) {
            struct str next = next_line(&rest);
            if (next.n && !is_blank(next.p[0]) && next.p[0] != '-' && next.p[0] != '#') break;
            lines.n = (size_t)(rest.p - lines.p);
        }
        block = str_slice(block, lines.n, block.n);
        add(r, key, value_of(trim(str_slice(line, behind, line.n)), lines));
    }
}

// Whether all lines at the margin are keys, list items or comments: prose between two rules is no front matter, nor is
// what begins with a blank line.
static bool is_yaml(struct str block)
{
    bool value = false;
    if (block.n && memchr("\r\n", block.p[0], 2)) return false;
    while (block.n) {
        struct str line = next_line(&block);
        size_t behind;
        if (is_comment(line)) continue;
        if (key_of(line, &behind).p) value = true;
        else if (!value || (!is_blank(line.p[0]) && line.p[0] != '-')) return false;
    }
    return true;
}

// Moves the text behind the block, which has `marks` before and behind it (YAML may end in `...`).
static bool take_fenced(struct article *article, const char *marks, struct str *block)
{
    struct str rest = article->text;
    if (!is_fence(next_line(&rest), marks)) return false;
    *block = (struct str){rest.p, 0};
    for (uint32_t lines = 2; rest.n; lines++) {
        struct str line = next_line(&rest);
        if (is_fence(line, marks) || (marks[0] == '-' && is_fence(line, "..."))) {
            if (marks[0] == '-' && !is_yaml(*block)) return false;
            article->text = rest;
            article->first_line += lines;
            return true;
        }
        block->n = (size_t)(rest.p - block->p);
    }
    return false;
}

// A JSON object that ends its last line.
static struct json_object *take_json(struct article *article)
{
    struct json_tokener *tokener = article->text.n && article->text.p[0] == '{' ? json_tokener_new() : NULL;
    if (!tokener) return NULL;
    int n = article->text.n < INT32_MAX ? (int)article->text.n : INT32_MAX;
    struct json_object *object = json_tokener_parse_ex(tokener, article->text.p, n);
    size_t end = json_tokener_get_parse_end(tokener);
    while (end && article->text.p[end - 1] != '}') end--;  // json-c reads on to the next word
    struct str rest = str_slice(article->text, end, article->text.n);
    bool whole = json_tokener_get_error(tokener) == json_tokener_success && !trim(next_line(&rest)).n;
    json_tokener_free(tokener);
    if (!whole || !json_object_object_length(object)) {
        json_object_put(object);
        return NULL;
    }
    for (struct str block = {article->text.p, (size_t)(rest.p - article->text.p)}; block.n; next_line(&block))
        article->first_line++;
    article->text = rest;
    return object;
}

static bool read_block(struct reader *r)
{
    struct str block;
    if (take_fenced(r->article, "---", &block)) read_yaml(r, block);
    else if (take_fenced(r->article, "+++", &block)) json_object_object_add(r->other, "toml", new_string(block));
    else {
        struct json_object *object = take_json(r->article);
        if (object) json_object_object_add(r->other, "json", object);
        return object != NULL;
    }
    return true;
}

static struct json_object *parse_other(struct str other)
{
    if (!other.p) return json_object_new_object();
    struct json_tokener *tokener = json_tokener_new();
    struct json_object *object = tokener ? json_tokener_parse_ex(tokener, other.p, (int)other.n) : NULL;
    if (tokener) json_tokener_free(tokener);
    if (json_object_is_type(object, json_type_object)) return object;
    json_object_put(object);
    return NULL;
}

bool front_matter_read(struct article *article, struct arena *arena, struct error *error)
{
    struct str bom = STR("\xEF\xBB\xBF"), text = article->text;
    if (str_starts(text, bom)) article->text = str_slice(text, bom.n, text.n);
    if (!article->text.n || !memchr("-+{", article->text.p[0], 3)) return true;
    struct reader r = {.article = article, .arena = arena, .other = parse_other(article->metadata.other)};
    if (!r.other) {
        error_set(error, ERROR_ARTICLE, "the metadata that came with the article is no JSON object");
        return error_at(error, article->source, 0);
    }
    if (read_block(&r)) article->metadata.other = json_value_text(r.other, arena);
    json_object_put(r.other);
    return arena_ok(arena, error);
}
