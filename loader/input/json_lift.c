#include "input/json_lift.h"

#include "base/utf8.h"
#include "input/json_scan.h"

#define LONG 200

static bool space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static size_t skip_space(struct str s, size_t i)
{
    while (i < s.n && space(s.p[i])) i++;
    return i;
}

// s.p[i] is a quote: where the string's closing quote is, s.n when it has none. *escapes: there are backslashes in it.
static size_t string_end(struct str s, size_t i, bool *escapes)
{
    const char *at = s.p + i + 1, *end = s.p + s.n;
    *escapes = false;
    while (at < end) {
        const char *quote = memchr(at, '"', (size_t)(end - at)), *from = at;
        if (!quote) return s.n;
        // an odd number of backslashes before it make it part of the string
        size_t slashes = 0;
        while (quote - slashes > from && quote[-(ptrdiff_t)slashes - 1] == '\\') slashes++;
        if (!*escapes) *escapes = memchr(from, '\\', (size_t)(quote - from)) != NULL;
        if (slashes % 2 == 0) return (size_t)(quote - s.p);
        at = quote + 1;
    }
    return s.n;
}

static int hex4(const char *p)
{
    int v = 0;
    for (int i = 0; i < 4; i++) {
        char c = p[i];
        int d = c >= '0' && c <= '9'   ? c - '0'
                : c >= 'a' && c <= 'f' ? c - 'a' + 10
                : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                       : -1;
        if (d < 0) return -1;
        v = v * 16 + d;
    }
    return v;
}

// The escape at *p, which it passes; the bytes written at out (3 of room, or 4 for two escapes). 0: it is none.
static size_t unescape(const char **p, const char *end, char *out)
{
    static const char codes[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
    if (end - *p < 2) return 0;
    const char *code = (*p)[1] ? strchr(codes, (*p)[1]) : NULL;
    if (code) {
        *out = values[code - codes];
        *p += 2;
        return 1;
    }
    int v = (*p)[1] == 'u' && end - *p >= 6 ? hex4(*p + 2) : -1;
    if (v < 0) return 0;
    *p += 6;
    if (v >= 0xD800 && v < 0xDC00 && end - *p >= 6 && (*p)[0] == '\\' && (*p)[1] == 'u') {
        int low = hex4(*p + 2);
        if (low >= 0xDC00 && low < 0xE000) {
            *p += 6;
            return utf8_encode(0x10000 + ((uint32_t)(v - 0xD800) << 10) + (uint32_t)(low - 0xDC00), out);
        }
    }
    return utf8_encode(v >= 0xD800 && v < 0xE000 ? 0xFFFD : (uint32_t)v, out);
}

static struct str decode(struct str s, bool escapes, struct arena *arena)
{
    if (!escapes) return arena_str(arena, s);
    char *out = arena_alloc(arena, s.n), *to = out;
    const char *p = s.p, *end = s.p + s.n;
    while (out && p < end) {
        const char *slash = memchr(p, '\\', (size_t)(end - p));
        size_t n = (size_t)((slash ? slash : end) - p);
        memcpy(to, p, n);
        to += n;
        p += n;
        if (!slash) break;
        size_t written = unescape(&p, end, to);
        if (!written) return STR_NULL;
        to += written;
    }
    return (struct str){out, (size_t)(to - out)};
}

// The end of a value that is no string, at most of the members around it.
static size_t value_end(struct str s, size_t i)
{
    if (s.p[i] == '{' || s.p[i] == '[') {
        struct json_scan scan = {0};
        size_t n = json_scan(&scan, str_slice(s, i, s.n));
        return n ? i + n : s.n;
    }
    while (i < s.n && !memchr(",}]\"{[:", s.p[i], 7)) i++;
    return i;
}

// One member at *i, which goes behind it.
static bool member(struct str json, size_t *i, struct arena *arena, struct lifted lifted[LIFT_MOST], size_t *count,
                   struct buf *rest)
{
    bool key_escapes, escapes;
    size_t key = *i;
    if (key >= json.n || json.p[key] != '"') return false;
    size_t key_end = string_end(json, key, &key_escapes), at = skip_space(json, key_end + 1);
    if (at >= json.n || json.p[at] != ':') return false;
    size_t value = skip_space(json, at + 1);
    if (value >= json.n) return false;
    bool string = json.p[value] == '"';
    size_t end = string ? string_end(json, value, &escapes) : value_end(json, value);
    if (end >= json.n) return false;
    *i = end + string;
    if (string && end - value > LONG && !key_escapes && *count < LIFT_MOST) {
        struct str decoded = decode(str_slice(json, value + 1, end), escapes, arena);
        lifted[(*count)++] = (struct lifted){str_slice(json, key + 1, key_end), decoded};
        return decoded.p != NULL;
    }
    if (rest->n > 1) buf_byte(rest, ',');
    buf_add(rest, json.p + key, *i - key);
    return true;
}

bool json_lift(struct str json, struct arena *arena, struct lifted lifted[LIFT_MOST], size_t *count, struct buf *rest)
{
    size_t i = 0;
    *count = rest->n = 0;
    buf_byte(rest, '{');
    do {
        i = skip_space(json, i + 1);
        if (!member(json, &i, arena, lifted, count, rest)) return false;
        i = skip_space(json, i);
    } while (i < json.n && json.p[i] == ',');
    if (i >= json.n || json.p[i] != '}') return false;
    buf_byte(rest, '}');
    return skip_space(json, i + 1) == json.n && !rest->failed;
}
