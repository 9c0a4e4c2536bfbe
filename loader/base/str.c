#define _GNU_SOURCE  // memmem
#include "base/str.h"

int str_compare(struct str a, struct str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int order = n ? memcmp(a.p, b.p, n) : 0;
    return order ? order : (a.n > b.n) - (a.n < b.n);
}

bool str_contains(struct str s, struct str part)
{
    return !part.n || (s.n && memmem(s.p, s.n, part.p, part.n));
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
    char wanted[STR_LISTED_MOST + 3];
    if (!word.n || word.n > STR_LISTED_MOST || memchr(word.p, 0, word.n)) return false;
    wanted[0] = wanted[word.n + 1] = list[0];
    memcpy(wanted + 1, word.p, word.n);
    wanted[word.n + 2] = 0;
    return strstr(list, wanted) != NULL;
}

bool str_is_listed_any_case(const char *list, struct str word)
{
    char lower[STR_LISTED_MOST];
    if (word.n > sizeof lower) return false;
    for (size_t i = 0; i < word.n; i++)
        lower[i] = word.p[i] >= 'A' && word.p[i] <= 'Z' ? (char)(word.p[i] | 0x20) : word.p[i];
    return str_is_listed(list, (struct str){lower, word.n});
}
