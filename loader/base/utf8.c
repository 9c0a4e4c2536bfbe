#include "base/utf8.h"

#include "base/utf8_blocks.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

// Length of the well-formed sequence at c, or 0; *bad gets the length of the maximal subpart then (at least 1).
// Table 3-7 of the Unicode Standard.
static size_t sequence(const unsigned char *c, size_t n, size_t *bad)
{
    *bad = 1;
    unsigned char first = c[0], low = 0x80, high = 0xBF;
    size_t need;
    if (first >= 0xC2 && first <= 0xDF) need = 2;
    else if (first >= 0xE0 && first <= 0xEF) need = 3;
    else if (first >= 0xF0 && first <= 0xF4) need = 4;
    else return first < 0x80 ? 1 : 0;
    if (first == 0xE0) low = 0xA0;
    if (first == 0xED) high = 0x9F;
    if (first == 0xF0) low = 0x90;
    if (first == 0xF4) high = 0x8F;
    for (size_t i = 1; i < need; i++) {
        if (i >= n || c[i] < low || c[i] > high) {
            *bad = i;
            return 0;
        }
        low = 0x80;
        high = 0xBF;
    }
    return need;
}

// Eight ASCII bytes without a NUL at once.
static bool plain8(const unsigned char *c)
{
    uint64_t w;
    memcpy(&w, c, 8);
    uint64_t zero = (w - 0x0101010101010101u) & ~w;
    return ((w | zero) & 0x8080808080808080u) == 0;
}

size_t utf8_valid(struct str s)
{
    const unsigned char *c = (const unsigned char *)s.p;
    size_t i = s.n >= 64 ? utf8_blocks(s) : 0, bad;
    while (i < s.n) {
        if (s.n - i >= 8 && plain8(c + i)) {
            i += 8;
            continue;
        }
        size_t n = c[i] ? sequence(c + i, s.n - i, &bad) : 0;
        if (!n) break;
        i += n;
    }
    return i;
}

struct str utf8_repair(struct str s, struct arena *arena, struct utf8_repairs *repairs)
{
    size_t good = utf8_valid(s);
    *repairs = (struct utf8_repairs){0};
    if (good == s.n) return s;
    repairs->first_offset = good;
    if (s.n > SIZE_MAX / 3 - 1) {
        arena->failed = true;
        return STR_NULL;
    }
    // a lone byte becomes three at worst
    char *out = arena_alloc(arena, good + (s.n - good) * 3);
    if (!out) return STR_NULL;
    memcpy(out, s.p, good);
    size_t n = good, i = good;
    while (i < s.n) {
        size_t bad;
        if (s.p[i] == '\0') {
            repairs->nuls++;
            i++;
            continue;
        }
        size_t len = sequence((const unsigned char *)s.p + i, s.n - i, &bad);
        if (!len) {
            memcpy(out + n, "\xEF\xBF\xBD", 3);
            n += 3;
            i += bad;
            repairs->replaced++;
            continue;
        }
        memcpy(out + n, s.p + i, len);
        n += len;
        i += len;
    }
    return (struct str){out, n};
}

uint32_t utf8_decode(struct str s, size_t *n)
{
    const unsigned char *c = (const unsigned char *)s.p;
    *n = 0;
    if (!s.n) return 0;
    if (c[0] < 0x80) return *n = 1, c[0];
    size_t len = c[0] >= 0xF0 ? 4 : c[0] >= 0xE0 ? 3 : 2;
    if (len > s.n) return *n = s.n, 0xFFFD;
    *n = len;
    uint32_t v = c[0] & (0xFFu >> (len + 1));
    for (size_t i = 1; i < len; i++) v = v << 6 | (c[i] & 0x3Fu);
    return v;
}

size_t utf8_encode(uint32_t c, char *out)
{
    if (c < 0x80) return out[0] = (char)c, 1;
    size_t n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = n - 1; i; i--) {
        out[i] = (char)(0x80 | (c & 0x3F));
        c >>= 6;
    }
    out[0] = (char)((0xF00 >> n) | c);
    return n;
}

// Bytes 10xxxxxx begin no character.
size_t utf8_length(struct str s)
{
    size_t inside = 0, i = 0;
#ifdef __SSE2__
    while (s.n - i >= 16) {  // sums of bytes of at most 255 rounds each
        size_t end = s.n - i < 255 * 16 ? s.n - 15 : i + 255 * 16;
        __m128i sum = _mm_setzero_si128();
        for (; i < end; i += 16) {
            __m128i c = _mm_loadu_si128((const __m128i *)(s.p + i));
            sum = _mm_sub_epi8(sum, _mm_cmplt_epi8(c, _mm_set1_epi8((char)0xC0)));
        }
        uint64_t halves[2];
        _mm_storeu_si128((__m128i *)halves, _mm_sad_epu8(sum, _mm_setzero_si128()));
        inside += halves[0] + halves[1];
    }
#endif
    for (; i < s.n; i++) inside += ((unsigned char)s.p[i] & 0xC0) == 0x80;
    return s.n - inside;
}

struct str utf8_prefix(struct str s, size_t bytes)
{
    if (s.n <= bytes) return s;
    while (bytes && ((unsigned char)s.p[bytes] & 0xC0) == 0x80) bytes--;
    return (struct str){s.p, bytes};
}
