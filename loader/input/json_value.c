#define _GNU_SOURCE  // memmem
#include "input/json_value.h"

#include "base/utf8.h"

#include <json-c/json.h>
#include <math.h>

#define DIGITS 19  // of the longest integer that always fits

// A string instead of a number that jsonb refuses; NULL: it doesn't.
static struct json_object *tame_number(struct json_object *value)
{
    if (!json_object_is_type(value, json_type_double)) return NULL;
    double number = json_object_get_double(value);
    const char *text = json_object_get_string(value);
    size_t digits = strcspn(text, "eE");
    bool tiny = fabs(number) < 1e-300 && text[digits] && strcspn(text, "123456789") < digits;
    if (isfinite(number) && !tiny && strlen(text) < 400) return NULL;
    return json_object_new_string(text);
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

struct str json_value_text(struct json_object *object, struct arena *arena)
{
    if (!json_object_object_length(object)) return STR_NULL;
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

struct str json_value_quoted(struct str json, struct arena *arena)
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
            // every quoted number is longer than its quotes
            if (!out && !(out = arena_alloc(arena, json.n * 2))) return json;
            memcpy(out + n, json.p + done, i - done);
            n += i - done;
            out[n++] = '"';
            memcpy(out + n, json.p + i, length);
            n += length;
            out[n++] = '"';
            done = i + length;
            i = done;
        }
        while (i < json.n && (digit(json.p[i]) || memchr("+-.eE", json.p[i], 5))) i++;
    }
    if (!out) return json;
    if (done < json.n) memcpy(out + n, json.p + done, json.n - done);
    return (struct str){out, n + json.n - done};
}
