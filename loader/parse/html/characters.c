#include "parse/html/characters.h"

#include "parse/html/decode.h"

#define SPACE (HTML_IS_SPACE | HTML_ENDS_NAME | HTML_ENDS_ATTRIBUTE)
#define UPPER (HTML_IS_LETTER | HTML_IS_UPPER)
#define LOWER HTML_IS_LETTER

const uint8_t html_characters[256] = {
    ['\t'] = SPACE,
    ['\n'] = SPACE,
    ['\f'] = SPACE,
    ['\r'] = SPACE,
    [' '] = SPACE,
    ['/'] = HTML_ENDS_NAME | HTML_ENDS_ATTRIBUTE,
    ['>'] = HTML_ENDS_NAME | HTML_ENDS_ATTRIBUTE,
    ['='] = HTML_ENDS_ATTRIBUTE,
    ['A' ... 'Z'] = UPPER,
    ['a' ... 'z'] = LOWER,
};

size_t html_space_n(struct str s)
{
    size_t i = 0;
    while (i < s.n && html_is_space(s.p[i])) i++;
    return i;
}

struct str html_lower(struct str s, struct arena *arena)
{
    size_t i = 0;
    while (i < s.n && s.p[i] && !(html_characters[(unsigned char)s.p[i]] & HTML_IS_UPPER)) i++;
    if (i == s.n) return s;
    char *p = arena_alloc(arena, s.n);
    if (!p) return str_slice(s, 0, i);
    for (i = 0; i < s.n; i++) p[i] = html_lower_letter(s.p[i]);
    return html_replace_nuls((struct str){p, s.n}, arena);
}

bool html_starts_word(struct str s, struct str word)
{
    if (s.n < word.n) return false;
    for (size_t i = 0; i < word.n; i++)
        if (html_lower_letter(s.p[i]) != word.p[i]) return false;
    return true;
}

// Whether one of eight bytes is c: of w ^ c repeated, whether one is 0.
static uint64_t has(uint64_t w, unsigned char c)
{
    uint64_t ones = 0x0101010101010101u, x = w ^ ones * c;
    return (x - ones) & ~x & ones << 7;
}

size_t html_scan_text(const char *p, size_t i, size_t n)
{
    for (; n - i >= 8; i += 8) {
        uint64_t w;
        memcpy(&w, p + i, 8);
        if (has(w, '<') | has(w, '&') | has(w, '\r') | has(w, '\0')) break;
    }
    while (i < n && p[i] != '<' && p[i] != '&' && p[i] != '\r' && p[i] != '\0') i++;
    return i;
}
