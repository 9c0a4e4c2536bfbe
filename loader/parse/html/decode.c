#include "parse/html/decode.h"

#include "parse/html/characters.h"
#include "parse/html_reference.h"

static size_t count_nuls(struct str s)
{
    size_t count = 0;
    for (const char *p = s.p, *end = s.p + s.n; p < end && (p = memchr(p, '\0', (size_t)(end - p))); p++) count++;
    return count;
}

// The special byte at s.p[i]: what it becomes goes to out; the bytes of s that it takes.
static size_t special(struct str s, size_t i, enum html_decode how, char *out, size_t *out_n)
{
    char c = s.p[i];
    *out_n = 1;
    *out = c == '\r' ? '\n' : c;
    if (c == '\r') return 1 + (i + 1 < s.n && s.p[i + 1] == '\n');
    if (c == '\0' && how & HTML_DECODE_NULS) memcpy(out, "\xEF\xBF\xBD", *out_n = 3);
    if (c != '&' || !(how & HTML_DECODE_REFERENCES)) return 1;
    size_t n = html_reference((struct str){s.p + i, s.n - i}, how & HTML_DECODE_IN_ATTRIBUTE, out, out_n);
    if (!n) *out = c, *out_n = 1;
    return n ? n : 1;
}

// The first byte that may become another; s.n when there is none. Scripts are long and have many `&`.
static size_t first_special(struct str s, enum html_decode how)
{
    if (!(how & HTML_DECODE_REFERENCES) && !(s.n && (memchr(s.p, '\r', s.n) || memchr(s.p, '\0', s.n)))) return s.n;
    size_t i = html_scan_text(s.p, 0, s.n);
    while (i < s.n && s.p[i] == '<') i = html_scan_text(s.p, i + 1, s.n);
    return i;
}

struct str html_decode(struct str s, enum html_decode how, struct arena *arena)
{
    size_t i = first_special(s, how);
    if (i == s.n) return s;
    // a reference of at least 5 bytes becomes a byte more at worst, a NUL byte two
    size_t room = s.n + s.n / 5 + HTML_REFERENCE_CHARACTERS + 2 * count_nuls(s), n = 0, done = 0;
    char *p = arena_alloc(arena, room);
    if (!p) return str_slice(s, 0, i);
    while (i < s.n) {
        memcpy(p + n, s.p + done, i - done);
        n += i - done;
        size_t out_n;
        done = i + special(s, i, how, p + n, &out_n);
        n += out_n;
        i = html_scan_text(s.p, done, s.n);
    }
    memcpy(p + n, s.p + done, s.n - done);
    n += s.n - done;
    // in place: it is the arena's newest piece
    return (struct str){arena_grow(arena, p, room, n, 1), n};
}

struct str html_replace_nuls(struct str s, struct arena *arena)
{
    size_t nuls = count_nuls(s), n = 0;
    if (!nuls) return s;
    char *p = arena_alloc(arena, s.n + 2 * nuls);
    if (!p) return STR("");
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i]) p[n++] = s.p[i];
        else memcpy(p + n, "\xEF\xBF\xBD", 3), n += 3;
    }
    return (struct str){p, n};
}
