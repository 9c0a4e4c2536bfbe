#include "parse/layout/mark.h"

#include "base/utf8.h"

enum {
    DIGITS = 3,  // of a number at most
    STYLE_DOT = 1,
    STYLE_BRACKET,
    STYLE_BRACKETS,
    STYLE_CIRCLED,
    STYLE_SIGNS = 16,  // signs' styles are behind those of numbers
};

// Signs and where Unicode has them. White space must follow those of `weak`; the others may touch the text.
static const struct sign {
    uint32_t first, last;
    bool weak;
} SIGNS[] = {
    {'*', '+', true},        {'-', '-', true},        {'o', 'o', true},        {0xB7, 0xB7, true},
    {0x2013, 0x2013, true},  {0x2022, 0x2023, false}, {0x2043, 0x2043, false}, {0x2192, 0x2192, true},
    {0x2219, 0x2219, true},  {0x25A0, 0x25A1, false}, {0x25AA, 0x25AB, false}, {0x25B6, 0x25B8, true},
    {0x25BA, 0x25BA, true},  {0x25C6, 0x25C7, false}, {0x25CB, 0x25CB, false}, {0x25CF, 0x25CF, false},
    {0x25E6, 0x25E6, false}, {0x2605, 0x2606, false}, {0x2610, 0x2612, false}, {0x2713, 0x2718, false},
    {0x274F, 0x2752, false}, {0x2756, 0x2756, false}, {0x2794, 0x2794, true},  {0x27A2, 0x27A4, true},
    {0x2B1B, 0x2B1C, false}, {0x2E31, 0x2E31, true},  {0x30FB, 0x30FB, false}, {0xF06C, 0xF06F, false},
    {0xF076, 0xF076, false}, {0xF0A7, 0xF0A8, false}, {0xF0B7, 0xF0B7, false}, {0xF0D8, 0xF0D8, false},
    {0xF0FC, 0xF0FC, false},
};

// Bytes of the white space that s begins with; 0 when there is none.
static size_t spaces(struct str s)
{
    size_t n = 0;
    for (size_t one; (one = str_space_first(str_slice(s, n, s.n)));) n += one;
    return n;
}

// The mark of `bytes` bytes ends the line, or white space follows.
static struct mark closed(struct str text, struct mark mark, size_t bytes, bool needs_space)
{
    size_t space = spaces(str_slice(text, bytes, text.n));
    bool alone = bytes + space == text.n;
    if ((!space && !alone && needs_space) || bytes + space > UINT8_MAX) return (struct mark){.kind = MARK_NONE};
    mark.bytes = (uint8_t)(bytes + space);
    mark.alone = alone;
    return mark;
}

static struct mark sign_mark(struct str text)
{
    size_t n;
    uint32_t c = utf8_decode(text, &n);
    if (c >= 0x2460 && c <= 0x2473)
        return closed(text, (struct mark){.kind = MARK_NUMBER, .style = STYLE_CIRCLED, .value = (int32_t)(c - 0x245F)},
                      n, false);
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS && c >= SIGNS[i].first; i++) {
        if (c > SIGNS[i].last || c == ',') continue;
        struct mark m = {.kind = SIGNS[i].weak ? MARK_SIGN : MARK_BULLET,
                         .style = (uint8_t)(STYLE_SIGNS + 6 * i + (c - SIGNS[i].first) % 6)};
        return closed(text, m, n, SIGNS[i].weak);
    }
    return (struct mark){.kind = MARK_NONE};
}

// 一 to 九十九 before 、
static struct mark han_mark(struct str text)
{
    static const uint32_t digits[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};
    int32_t value = 0, digit = 0;
    size_t at = 0, n;
    for (int chars = 0; chars < 4; chars++, at += n) {
        uint32_t c = utf8_decode(str_slice(text, at, text.n), &n);
        if (c == 0x3001 || c == 0xFF0E)
            return value + digit ? closed(text, (struct mark){.kind = MARK_HAN, .value = value + digit}, at + n, false)
                                 : (struct mark){.kind = MARK_NONE};
        if (c == 0x5341) {
            value = digit ? digit * 10 : 10, digit = 0;
            continue;
        }
        digit = 0;
        for (int i = 0; i < 9; i++)
            if (digits[i] == c) digit = i + 1;
        if (!digit) break;
    }
    return (struct mark){.kind = MARK_NONE};
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

int32_t mark_roman(struct str s)
{
    static const char signs[] = "ivxlc";
    static const int32_t values[] = {1, 5, 10, 50, 100};
    int32_t sum = 0, before = 0;
    size_t at = s.n && s.p[0] == '(';
    for (; at < s.n && is_letter(s.p[at]); at++) {
        const char *sign = strchr(signs, s.p[at] | 0x20);
        if (!sign) return 0;
        int32_t value = values[sign - signs];
        sum += value > before ? value - 2 * before : value;
        before = value;
    }
    return sum;
}

static struct mark number_mark(struct str text)
{
    bool open = text.p[0] == '(';
    size_t at = open, start = at;
    struct mark m = {.kind = MARK_NONE};
    while (at < text.n && at - start < DIGITS && is_digit(text.p[at])) m.value = m.value * 10 + (text.p[at++] - '0');
    if (at > start) m.kind = MARK_NUMBER;
    else if (at < text.n && is_letter(text.p[at])) {
        while (at < text.n && at - start < 5 && is_letter(text.p[at])) at++;
        m.kind = at - start == 1 ? MARK_LETTER : MARK_ROMAN;
        m.value = at - start == 1 ? (text.p[start] | 0x20) - 'a' + 1 : mark_roman(text);
        if (!m.value) return (struct mark){.kind = MARK_NONE};
    }
    if (m.kind == MARK_NONE || at == text.n) return (struct mark){.kind = MARK_NONE};
    char end = text.p[at++];
    m.style = end == '.' && !open ? STYLE_DOT : end == ')' ? (open ? STYLE_BRACKETS : STYLE_BRACKET) : 0;
    if (!m.style) return (struct mark){.kind = MARK_NONE};
    // letters are told apart by case, too: "A." of initials from "a."
    if (m.kind != MARK_NUMBER && text.p[start] < 'a') m.style = (uint8_t)(m.style + 4);
    return closed(text, m, at, true);
}

struct mark mark_of(struct str text)
{
    if (!text.n) return (struct mark){.kind = MARK_NONE};
    char c = text.p[0];
    if (c == 'o' && (text.n < 2 || !is_letter(text.p[1])) && !(text.n > 1 && strchr(".)", text.p[1])))
        return sign_mark(text);
    if (c == '(' || is_digit(c) || is_letter(c)) return number_mark(text);
    if (c == '-' || c == '*' || c == '+') return sign_mark(text);
    if (!(c & 0x80)) return (struct mark){.kind = MARK_NONE};
    struct mark m = sign_mark(text);
    return m.kind == MARK_NONE && ((unsigned char)c == 0xE4 || (unsigned char)c == 0xE5 || (unsigned char)c == 0xE6)
               ? han_mark(text)
               : m;
}
