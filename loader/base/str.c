#define _GNU_SOURCE  // memmem
#include "base/str.h"

#ifdef __x86_64__
#include <emmintrin.h>
#endif

int str_compare(struct str a, struct str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int order = n ? memcmp(a.p, b.p, n) : 0;
    return order ? order : (a.n > b.n) - (a.n < b.n);
}

#ifdef __x86_64__
// Where the part begins among the first bytes, sixteen at a time by two bytes of it; *at is the first one not looked
// at. The first byte is left out of three: in lists it is the sign between the words.
static const char *find_sixteens(struct str s, struct str part, size_t *at)
{
    size_t i = 0, first = part.n > 2;
    __m128i one = _mm_set1_epi8(part.p[first]), two = _mm_set1_epi8(part.p[first + 1]);
    for (; i + part.n + 15 <= s.n; i += 16) {
        __m128i ones = _mm_loadu_si128((const __m128i *)(const void *)(s.p + i + first));
        __m128i twos = _mm_loadu_si128((const __m128i *)(const void *)(s.p + i + first + 1));
        unsigned found =
            (unsigned)_mm_movemask_epi8(_mm_and_si128(_mm_cmpeq_epi8(ones, one), _mm_cmpeq_epi8(twos, two)));
        for (; found; found &= found - 1) {
            const char *p = s.p + i + __builtin_ctz(found);
            if (memcmp(p, part.p, part.n) == 0) return p;
        }
    }
    *at = i;
    return NULL;
}
#endif

// glibc's memmem and strstr make a table for each call, on processors of one maker strstr's faster form is not chosen
// (2.36): with short parts in lists of some hundred bytes they took a twelfth of a load's time.
const char *str_find(struct str s, struct str part)
{
    size_t at = 0;
    if (!part.n) return s.p;
    if (part.n == 1) return s.n ? memchr(s.p, part.p[0], s.n) : NULL;
#ifdef __x86_64__
    const char *found = find_sixteens(s, part, &at);
    if (found) return found;
#endif
    return s.n > at ? memmem(s.p + at, s.n - at, part.p, part.n) : NULL;
}

bool str_contains(struct str s, struct str part)
{
    return !part.n || str_find(s, part);
}

// U+00A0 is C2 A0; U+2000–U+200B, U+202F and U+205F are E2 80 80–8B, E2 80 AF and E2 81 9F; U+3000 is E3 80 80;
// U+FEFF is EF BB BF. Source: the Unicode property White_Space, and the two zero-width spaces U+200B and U+FEFF.
static bool is_wide_space(const unsigned char *c)
{
    if (c[0] == 0xE2 && c[1] == 0x80)
        return (c[2] >= 0x80 && c[2] <= 0x8B) || c[2] == 0xAF || c[2] == 0xA8 || c[2] == 0xA9;
    if (c[0] == 0xE2) return c[1] == 0x81 && c[2] == 0x9F;
    if (c[0] == 0xE3) return c[1] == 0x80 && c[2] == 0x80;
    return c[0] == 0xEF && c[1] == 0xBB && c[2] == 0xBF;
}

static bool is_ascii_space(unsigned char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

size_t str_space_first(struct str s)
{
    const unsigned char *c = (const unsigned char *)s.p;
    if (s.n >= 1 && is_ascii_space(c[0])) return 1;
    if (s.n >= 2 && c[0] == 0xC2 && (c[1] == 0xA0 || c[1] == 0x85)) return 2;
    if (s.n >= 3 && c[0] >= 0xE2 && is_wide_space(c)) return 3;
    return 0;
}

size_t str_space_last(struct str s)
{
    const unsigned char *end = (const unsigned char *)s.p + s.n;
    if (s.n >= 1 && is_ascii_space(end[-1])) return 1;
    if (s.n >= 2 && end[-2] == 0xC2 && (end[-1] == 0xA0 || end[-1] == 0x85)) return 2;
    if (s.n >= 3 && end[-3] >= 0xE2 && is_wide_space(end - 3)) return 3;
    return 0;
}

struct str str_trim_any(struct str s)
{
    size_t n;
    while (s.n && s.p[0] == ' ') s.p++, s.n--;
    while (s.n && s.p[s.n - 1] == ' ') s.n--;
    if (s.n && (signed char)s.p[0] > ' ' && (signed char)s.p[s.n - 1] > ' ') return s;
    while (s.n && (n = str_space_first(s))) {
        s.p += n;
        s.n -= n;
    }
    while (s.n && (n = str_space_last(s))) s.n -= n;
    return s;
}

bool str_is_listed(const char *list, struct str word)
{
    char wanted[STR_LISTED_MOST + 2];
    if (!word.n || word.n > STR_LISTED_MOST || memchr(word.p, 0, word.n)) return false;
    wanted[0] = wanted[word.n + 1] = list[0];
    memcpy(wanted + 1, word.p, word.n);
    return str_find(str_from(list), (struct str){wanted, word.n + 2}) != NULL;
}

bool str_is_listed_any_case(const char *list, struct str word)
{
    char lower[STR_LISTED_MOST];
    if (word.n > sizeof lower) return false;
    for (size_t i = 0; i < word.n; i++)
        lower[i] = word.p[i] >= 'A' && word.p[i] <= 'Z' ? (char)(word.p[i] | 0x20) : word.p[i];
    return str_is_listed(list, (struct str){lower, word.n});
}
