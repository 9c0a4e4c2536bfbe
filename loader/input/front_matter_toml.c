#include "input/front_matter_toml.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "input/json_value.h"

#include <json-c/json.h>

#define DEPTH 50  // of nested values

struct reader {
    const char *p, *end;
    struct buf scratch;
    struct arena *arena;  // has failed where there was no memory
    bool failed;
};

static bool at(const struct reader *r, const char *s)
{
    size_t n = strlen(s);
    return (size_t)(r->end - r->p) >= n && memcmp(r->p, s, n) == 0;
}

static bool eat(struct reader *r, char c)
{
    bool found = r->p < r->end && *r->p == c;
    r->p += found;
    return found;
}

static void pass(struct reader *r, const char *bytes)
{
    while (r->p < r->end && *r->p && strchr(bytes, *r->p)) r->p++;
}

static void pass_blanks(struct reader *r)
{
    pass(r, " \t");
}

// Also line ends and comments.
static void pass_space(struct reader *r)
{
    for (;;) {
        pass(r, " \t\r\n");
        if (r->p == r->end || *r->p != '#') return;
        while (r->p < r->end && *r->p != '\n' && *r->p != '\r') r->p++;
    }
}

// What stands behind a backslash.
static void put_escape(struct reader *r)
{
    static const char names[] = "btnfre\"\\", values[] = "\b\t\n\f\r\x1B\"\\";
    char c = r->p < r->end ? *r->p++ : '\0', utf8[4];
    const char *name = c ? strchr(names, c) : NULL;
    if (name) {
        buf_byte(&r->scratch, values[name - names]);
        return;
    }
    int digits = c == 'u' ? 4 : c == 'U' ? 8 : c == 'x' ? 2 : 0;
    uint32_t code = 0;
    for (int i = 0; i < digits; i++) {
        int digit = r->p < r->end ? str_hex_digit(*r->p) : -1;
        if (digit < 0) break;
        code = code * 16 + (uint32_t)digit;
        r->p++;
    }
    if (code && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF))
        buf_add(&r->scratch, utf8, utf8_encode(code, utf8));
    else r->failed = true;
}

// A string to its closing quotes, into scratch; `long` has three of them and may have lines.
static void read_string(struct reader *r)
{
    char quote = *r->p;
    bool is_long = at(r, quote == '"' ? "\"\"\"" : "'''");
    r->p += is_long ? 3 : 1;
    if (is_long && eat(r, '\r')) eat(r, '\n');
    else if (is_long) eat(r, '\n');
    r->scratch.n = 0;
    while (r->p < r->end && !r->failed) {
        char c = *r->p++;
        if (c == quote && (!is_long || (r->end - r->p >= 2 && r->p[0] == quote && r->p[1] == quote))) {
            r->p += is_long ? 2 : 0;
            while (is_long && eat(r, quote)) buf_byte(&r->scratch, quote);  // """a"""" ends in one
            return;
        }
        if (!is_long && (c == '\n' || c == '\r')) break;
        if (c != '\\' || quote == '\'') buf_byte(&r->scratch, c);
        else if (is_long && r->p < r->end && strchr(" \t\r\n", *r->p)) pass(r, " \t\r\n");
        else put_escape(r);
    }
    r->failed = true;
}

// A bare or quoted key, NUL-terminated in scratch.
static const char *read_key(struct reader *r)
{
    pass_blanks(r);
    r->scratch.n = 0;
    if (r->p < r->end && (*r->p == '"' || *r->p == '\'')) {
        read_string(r);
    } else {
        while (r->p < r->end && ((*r->p >= '0' && *r->p <= '9') || ((*r->p | 0x20) >= 'a' && (*r->p | 0x20) <= 'z') ||
                                 *r->p == '_' || *r->p == '-' || (unsigned char)*r->p >= 0x80))
            buf_byte(&r->scratch, *r->p++);
        if (!r->scratch.n) r->failed = true;
    }
    pass_blanks(r);
    buf_byte(&r->scratch, '\0');
    if (r->scratch.failed) r->failed = true;
    return r->failed ? "" : r->scratch.p;
}

// The object that a key names in another, made where it isn't there; of a list the last.
static struct json_object *enter(struct reader *r, struct json_object *in, const char *key)
{
    struct json_object *found = NULL;
    if (!json_object_object_get_ex(in, key, &found)) {
        found = json_value_made(json_object_new_object(), r->arena);
        json_value_add(in, key, found, r->arena);
    }
    if (r->arena->failed) {
        r->failed = true;
        return in;
    }
    if (json_object_is_type(found, json_type_array) && json_object_array_length(found))
        found = json_object_array_get_idx(found, json_object_array_length(found) - 1);
    if (json_object_is_type(found, json_type_object)) return found;
    r->failed = true;
    return in;
}

static struct json_object *read_value(struct reader *r, int depth);

// a.b = value
static void read_pair(struct reader *r, struct json_object *into, int depth)
{
    struct buf key = {0};
    for (;;) {
        key.n = 0;
        const char *name = read_key(r);
        buf_add(&key, name, strlen(name) + 1);
        if (key.failed) r->failed = true;
        if (r->failed || !eat(r, '.')) break;
        into = enter(r, into, key.p);
    }
    if (!r->failed && eat(r, '=') && !json_object_object_get_ex(into, key.p, NULL)) {
        struct json_object *value = read_value(r, depth + 1);
        json_value_add(into, key.p, value, r->arena);
    } else {
        r->failed = true;
    }
    buf_release(&key);
}

static struct json_object *read_inline(struct reader *r, bool table, int depth)
{
    struct json_object *all = json_value_made(table ? json_object_new_object() : json_object_new_array(), r->arena);
    char close = table ? '}' : ']';
    r->p++;
    for (pass_space(r); !r->failed && !eat(r, close); pass_space(r)) {
        if (table) read_pair(r, all, depth);
        else json_value_append(all, read_value(r, depth + 1), r->arena);
        pass_space(r);
        if (!eat(r, ',') && (r->p == r->end || *r->p != close)) r->failed = true;
    }
    return all;
}

// A number, a date or a word. 1_000 is 1000.
static struct json_object *read_plain(struct reader *r)
{
    const char *start = r->p;
    r->scratch.n = 0;
    while (r->p < r->end && !strchr(",]}#\r\n", *r->p)) {
        bool between = *r->p == '_' && r->p > start && r->p + 1 < r->end;
        if (!between) buf_byte(&r->scratch, *r->p);
        r->p++;
    }
    struct str s = str_trim(buf_str(&r->scratch));
    if (str_equal(s, STR("true")) || str_equal(s, STR("false")))
        return json_value_made(json_object_new_boolean(s.p[0] == 't'), r->arena);
    struct json_object *number = json_value_number(str_starts(s, STR("+")) ? str_slice(s, 1, s.n) : s);
    if (number) return number;
    size_t moment = 0;
    while (moment < s.n && s.p[moment] && strchr("0123456789-:.+ TtZz", s.p[moment])) moment++;
    struct str word = s.n && (s.p[0] == '+' || s.p[0] == '-') ? str_slice(s, 1, s.n) : s;
    if (!str_equal(word, STR("inf")) && !str_equal(word, STR("nan")) && (moment < s.n || s.n < 8)) r->failed = true;
    return json_value_string(s, r->arena);
}

static struct json_object *read_value(struct reader *r, int depth)
{
    pass_blanks(r);
    if (r->p == r->end || depth > DEPTH) r->failed = true;
    if (r->failed) return NULL;
    if (*r->p == '[' || *r->p == '{') return read_inline(r, *r->p == '{', depth);
    if (*r->p != '"' && *r->p != '\'') return read_plain(r);
    read_string(r);
    return json_value_string(buf_str(&r->scratch), r->arena);
}

// [a.b] or [[a.b]]: the object that the pairs below go to.
static struct json_object *read_table(struct reader *r, struct json_object *root)
{
    struct json_object *into = root, *list = NULL;
    bool of_list = at(r, "[[");
    r->p += of_list ? 2 : 1;
    for (;;) {
        const char *key = read_key(r);
        bool last = r->p < r->end && *r->p == ']';
        if (r->failed) return root;
        if (last && of_list) {
            if (!json_object_object_get_ex(into, key, &list))
                json_value_add(into, key, list = json_value_made(json_object_new_array(), r->arena), r->arena);
            if (r->arena->failed || !json_object_is_type(list, json_type_array)) r->failed = true;
            else json_value_append(list, json_value_made(json_object_new_object(), r->arena), r->arena);
        }
        if (!r->failed) into = enter(r, into, key);
        if (last || !eat(r, '.')) break;
    }
    if (!eat(r, ']') || (of_list && !eat(r, ']'))) r->failed = true;
    return into;
}

struct json_object *front_matter_toml(struct str block, struct arena *arena)
{
    struct reader r = {.p = block.p, .end = block.p + block.n, .arena = arena};
    struct json_object *root = json_value_made(json_object_new_object(), arena), *into = root;
    for (pass_space(&r); r.p < r.end && !r.failed; pass_space(&r)) {
        if (*r.p == '[') into = read_table(&r, root);
        else read_pair(&r, into, 0);
        pass_blanks(&r);
        if (r.p < r.end && !strchr("\r\n#", *r.p)) r.failed = true;
    }
    if (r.scratch.failed) arena->failed = true;
    buf_release(&r.scratch);
    if (!r.failed && root) return root;
    json_object_put(root);
    return NULL;
}
