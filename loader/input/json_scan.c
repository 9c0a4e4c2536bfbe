#include "input/json_scan.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

static bool ordinary(char c)
{
    return c != '"' && c != '\\' && (unsigned char)c >= 0x20;
}

#ifdef __SSE2__
// Bit by bit, which of 16 bytes are not ordinary.
static unsigned special(__m128i v)
{
    const __m128i quote = _mm_set1_epi8('"'), slash = _mm_set1_epi8('\\'), control = _mm_set1_epi8(0x1F);
    __m128i found = _mm_or_si128(_mm_cmpeq_epi8(v, quote), _mm_cmpeq_epi8(v, slash));
    return (unsigned)_mm_movemask_epi8(_mm_or_si128(found, _mm_cmpeq_epi8(_mm_min_epu8(v, control), v)));
}
#endif

size_t json_ordinary(const char *p, size_t n)
{
    size_t i = 0;
#ifdef __SSE2__
    for (; n - i >= 16; i += 16) {
        unsigned bits = special(_mm_loadu_si128((const __m128i *)(p + i)));
        if (bits) return i + (size_t)__builtin_ctz(bits);
    }
#endif
    while (i < n && ordinary(p[i])) i++;
    return i;
}

size_t json_ordinary_copy(char *restrict to, const char *restrict p, size_t n)
{
    size_t i = 0;
#ifdef __SSE2__
    for (; n - i >= 16; i += 16) {
        __m128i v = _mm_loadu_si128((const __m128i *)(p + i));
        unsigned bits = special(v);
        _mm_storeu_si128((__m128i *)(to + i), v);
        if (bits) return i + (size_t)__builtin_ctz(bits);
    }
#endif
    for (; i < n && ordinary(p[i]); i++) to[i] = p[i];
    return i;
}

size_t json_scan(struct json_scan *scan, struct str s)
{
    while (scan->at < s.n) {
        if (scan->in_string) {
            scan->at += json_ordinary(s.p + scan->at, s.n - scan->at);
            if (scan->at == s.n) return 0;
            bool escape = s.p[scan->at] == '\\';
            if (escape && scan->at + 1 == s.n) return 0;
            scan->in_string = s.p[scan->at] != '"';
            scan->at += 1 + escape;
            continue;
        }
        char c = s.p[scan->at++];
        if (c == '"') scan->in_string = true;
        else if (c == '{' || c == '[') scan->depth++;
        else if ((c == '}' || c == ']') && --scan->depth == 0) return scan->at;
    }
    return 0;
}

static size_t skip_space(struct str s, size_t i)
{
    while (i < s.n && (s.p[i] == ' ' || s.p[i] == '\t' || s.p[i] == '\r' || s.p[i] == '\n')) i++;
    return i;
}

bool json_scan_looks(struct str s)
{
    size_t i = skip_space(s, 0);
    if (i < s.n && s.p[i] == '[') i = skip_space(s, i + 1);
    if (i == s.n || s.p[i] != '{') return false;
    i = skip_space(s, i + 1);
    if (i == s.n || s.p[i] == '}') return true;
    if (s.p[i++] != '"') return false;
    while (i < s.n && s.p[i] != '"' && s.p[i] != '\n') i += s.p[i] == '\\' ? 2 : 1;
    if (i >= s.n) return true;
    if (s.p[i] != '"') return false;
    i = skip_space(s, i + 1);
    return i == s.n || s.p[i] == ':';
}
