#define _GNU_SOURCE  // memmem
#include "input/json_value.h"

#include "base/utf8.h"

#include <json-c/json.h>
#include <math.h>
#include <stdlib.h>

#define DIGITS 19  // of the shortest integer that may not fit

// Behind an integer that is too long for json-c, which keeps the text of other numbers.
#define LONG_MARK "e00"

struct str json_value_digits(struct json_object *number)
{
    struct str s = str_from(json_object_get_string(number));
    return str_ends(s, STR(LONG_MARK)) ? str_slice(s, 0, s.n - strlen(LONG_MARK)) : s;
}

// What is written instead of a number: a string for one that jsonb refuses, a long integer without its mark. NULL: it
// is right.
static struct json_object *tame_number(struct json_object *value)
{
    if (!json_object_is_type(value, json_type_double)) return NULL;
    double number = json_object_get_double(value);
    struct str text = json_value_digits(value);
    size_t digits = strcspn(text.p, "eE");
    bool tiny = fabs(number) < 1e-300 && digits < text.n && strcspn(text.p, "123456789") < digits;
    if (!isfinite(number) || tiny || text.n >= 400) return json_object_new_string_len(text.p, (int)text.n);
    if (!text.p[text.n]) return NULL;
    char copy[400];
    memcpy(copy, text.p, text.n);
    copy[text.n] = '\0';
    return json_object_new_double_s(number, copy);
}

static void tame(struct json_object *value)
{
    if (json_object_is_type(value, json_type_object)) {
        json_object_object_foreach(value, key, member)
        {
            struct json_object *tamed = tame_number(member);
            if (tamed) json_object_object_add(value, key, tamed);
            else tame(member);
        }
    } else if (json_object_is_type(value, json_type_array)) {
        for (size_t i = 0; i < json_object_array_length(value); i++) {
            struct json_object *member = json_object_array_get_idx(value, i), *tamed = tame_number(member);
            if (tamed) json_object_array_put_idx(value, i, tamed);
            else tame(member);
        }
    }
}

static void drop_nuls(char *p, size_t *n)
{
    size_t to = 0;
    for (size_t i = 0; i < *n;) {
        if (p[i] == '\\' && *n - i >= 6 && memcmp(p + i, "\\u0000", 6) == 0) {
            i += 6;
            continue;
        }
        bool escape = p[i] == '\\' && i + 1 < *n;
        p[to++] = p[i++];
        if (escape) p[to++] = p[i++];
    }
    *n = to;
}

struct json_object *json_value_made(struct json_object *made, struct arena *arena)
{
    if (!made) arena->failed = true;
    return made;
}

struct json_object *json_value_string(struct str s, struct arena *arena)
{
    return json_value_made(json_object_new_string_len(s.p, (int)s.n), arena);
}

void json_value_add(struct json_object *object, const char *key, struct json_object *value, struct arena *arena)
{
    if (object && json_object_object_add(object, key, value) == 0) return;
    arena->failed = true;
    json_object_put(value);
}

void json_value_append(struct json_object *list, struct json_object *value, struct arena *arena)
{
    if (list && json_object_array_add(list, value) == 0) return;
    arena->failed = true;
    json_object_put(value);
}

struct str json_value_text(struct json_object *object, struct arena *arena)
{
    if (!object || !json_object_object_length(object)) return STR_NULL;
    tame(object);
    size_t n;
    int flags = JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE;
    const char *p = json_object_to_json_string_length(object, flags, &n);
    struct utf8_repairs repairs;
    if (!p) arena->failed = true;
    struct str json = p ? arena_str(arena, (struct str){p, n}) : STR_NULL;
    if (!json.p) return json;
    if (memmem(json.p, json.n, "\\u0000", 6)) drop_nuls((char *)json.p, &json.n);
    return utf8_repair(json, arena, &repairs);
}

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

// The length of the integer at i when it is too long, else 0.
static size_t long_integer(struct str s, size_t i)
{
    size_t n = s.p[i] == '-';
    while (i + n < s.n && digit(s.p[i + n])) n++;
    if (n < DIGITS || (i + n < s.n && memchr(".eE", s.p[i + n], 3))) return 0;
    return n;
}

// -12, 0, 3.50, 1e20: as JSON writes numbers.
static bool is_number(struct str s)
{
    size_t i = s.n && s.p[0] == '-', start = i;
    while (i < s.n && digit(s.p[i])) i++;
    if (i == start || (s.p[start] == '0' && i > start + 1)) return false;
    if (i < s.n && s.p[i] == '.') {
        start = ++i;
        while (i < s.n && digit(s.p[i])) i++;
        if (i == start) return false;
    }
    if (i < s.n && (s.p[i] == 'e' || s.p[i] == 'E')) {
        i += 1 + (i + 1 < s.n && (s.p[i + 1] == '-' || s.p[i + 1] == '+'));
        start = i;
        while (i < s.n && digit(s.p[i])) i++;
        if (i == start) return false;
    }
    return i == s.n;
}

struct json_object *json_value_number(struct str s)
{
    char text[400];
    if (s.n >= sizeof text || !is_number(s)) return NULL;
    memcpy(text, s.p, s.n);
    text[s.n] = '\0';
    return json_object_new_double_s(strtod(text, NULL), text);
}

struct str json_value_exact(struct str json, struct arena *arena)
{
    char *out = NULL;
    size_t n = 0, done = 0;
    bool in_string = false;
    for (size_t i = 0; i < json.n;) {
        char c = json.p[i];
        if (in_string || !(c == '-' || digit(c))) {
            if (c == '"') in_string = !in_string;
            i += in_string && c == '\\' ? 2 : 1;
            continue;
        }
        size_t length = long_integer(json, i);
        if (length) {
            if (!out && !(out = arena_alloc(arena, json.n * 2))) return json;
            memcpy(out + n, json.p + done, i - done);
            n += i - done;
            memcpy(out + n, json.p + i, length);
            n += length;
            memcpy(out + n, LONG_MARK, strlen(LONG_MARK));
            n += strlen(LONG_MARK);
            done = i + length;
            i = done;
        }
        while (i < json.n && (digit(json.p[i]) || memchr("+-.eE", json.p[i], 5))) i++;
    }
    if (!out) return json;
    if (done < json.n) memcpy(out + n, json.p + done, json.n - done);
    return (struct str){out, n + json.n - done};
}

struct json_object *json_value_object(struct str json, struct arena *arena)
{
    if (!json.p) return json_value_made(json_object_new_object(), arena);
    struct json_tokener *tokener = json_tokener_new_ex(JSON_VALUE_DEPTH);
    json = json_value_exact(json, arena);
    struct json_object *object =
        tokener && json.n <= INT32_MAX ? json_tokener_parse_ex(tokener, json.p, (int)json.n) : NULL;
    bool whole = tokener && json_tokener_get_error(tokener) == json_tokener_success;
    if (!tokener || (whole && !object)) arena->failed = true;  // json-c tells memory by no error
    if (tokener) json_tokener_free(tokener);
    if (whole && json_object_is_type(object, json_type_object)) return object;
    json_object_put(object);
    return NULL;
}
