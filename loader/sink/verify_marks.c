#include "sink/verify_marks.h"

#include "base/utf8.h"

enum { MARK_LETTERS = 5, MARK_DIGITS = 9 };

static bool is_sign(uint32_t c)
{
    return c == '-' || c == '*' || c == '+' || c == 0xB7 || c == 0xBB || (c >= 0x2010 && c <= 0x2015) ||
           (c >= 0x2020 && c <= 0x2027) || c == 0x203A || c == 0x2043 || (c >= 0x2190 && c <= 0x245F) ||
           (c >= 0x2500 && c <= 0x2BFF) || c == 0x2E31 || c == 0x30FB || (c >= 0xE000 && c <= 0xF8FF);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

// 1. 1) (1) a. iv) and the like
static size_t number(struct str s, int32_t *value)
{
    size_t open = s.n && s.p[0] == '(', n = open;
    int32_t v = 0;
    while (n < s.n && n - open < MARK_DIGITS && is_digit(s.p[n])) v = 10 * v + (s.p[n++] - '0');
    bool digits = n > open;
    while (!digits && n < s.n && n - open < MARK_LETTERS && is_letter(s.p[n])) n++;
    if (n == open || n == s.n || (s.p[n] != ')' && (open || s.p[n] != '.'))) return 0;
    *value = digits ? v : VERIFY_NUMBER;
    return n + 1;
}

// 一、 to 九十九、
static size_t han_number(struct str s)
{
    static const char digits[] = "一二三四五六七八九十";
    size_t n = 0;
    for (; n + 3 <= s.n && n < 9; n += 3) {
        bool digit = false;
        for (size_t i = 0; i + 3 < sizeof digits; i += 3) digit |= memcmp(digits + i, s.p + n, 3) == 0;
        if (!digit) break;
    }
    struct str behind = str_slice(s, n, s.n);
    return n && (str_starts(behind, STR("、")) || str_starts(behind, STR("．"))) ? n + 3 : 0;
}

size_t verify_mark(struct str s, int32_t *value)
{
    *value = VERIFY_SIGN;
    size_t n;
    uint32_t c = utf8_decode(s, &n);
    if (c >= 0x2460 && c <= 0x2473) {
        *value = (int32_t)(c - 0x245F);
        return n;
    }
    size_t han = han_number(s);
    if (han) {
        *value = VERIFY_NUMBER;
        return han;
    }
    if (!is_sign(c)) n = number(s, value);
    if (!n && c == 'o') n = 1;
    // signs that are not on a keyboard may touch the text
    bool touches = n && (c >= 0x2500 || c == 0x2022 || c == 0x2023 || c == 0x2043);
    return n && (touches || n == s.n || str_space_first(str_slice(s, n, s.n))) ? n : 0;
}

static size_t spaces(struct str s)
{
    size_t n = 0;
    for (size_t one; (one = str_space_first(str_slice(s, n, s.n)));) n += one;
    return n;
}

bool verify_is_mark_alone(struct str line)
{
    int32_t value;
    size_t at = spaces(line), n;
    while (at < line.n && (n = verify_mark(str_slice(line, at, line.n), &value))) {
        at += n;
        at += spaces(str_slice(line, at, line.n));
    }
    return at == line.n;
}

static bool is_vertical(uint32_t c)
{
    return c == '|' || c == 0x2502 || c == 0x2503 || c == 0x2551;
}

static bool is_horizontal(uint32_t c)
{
    return c == '-' || c == '=' || c == 0x2500 || c == 0x2501 || c == 0x2550;
}

static bool is_junction(uint32_t c)
{
    return c == '+' || (c >= 0x250C && c <= 0x254B) || (c >= 0x2552 && c <= 0x256C);
}

// Of what a border is made; the colons that say how columns are aligned stand beside it.
static bool is_line(uint32_t c)
{
    return is_horizontal(c) || is_junction(c);
}

static bool is_aligning(struct str s, size_t i)
{
    return s.p[i] == ':' && ((i && strchr("-=+", s.p[i - 1])) || (i + 1 < s.n && strchr("-=+", s.p[i + 1])));
}

bool verify_is_border(struct str line, bool loose)
{
    size_t run = 0, alone = 0, edges = 0;
    for (size_t i = 0, n; i < line.n; i += n) {
        uint32_t c = utf8_decode(str_slice(line, i, line.n), &n);
        size_t space = str_space_first(str_slice(line, i, line.n));
        if (is_horizontal(c)) {
            run++;
            continue;
        }
        if (space) n = space;
        else if (is_vertical(c) || is_junction(c)) edges++;
        else if (!is_aligning(line, i) && !(loose && c == ':')) return false;
        alone += run == 1;
        run = 0;
    }
    alone += run == 1;
    return !alone || (loose && edges);
}

bool verify_is_underline(struct str line)
{
    struct str s = str_trim(line);
    if (s.n < 3 || !strchr("=-~^\"*+", s.p[0])) return false;
    for (size_t i = 1; i < s.n; i++)
        if (s.p[i] != s.p[0]) return false;
    return true;
}

size_t verify_bar_first(struct str s)
{
    size_t n;
    return is_vertical(utf8_decode(s, &n)) ? n : 0;
}

static bool is_drawn(uint32_t c)
{
    return c >= 0x2500 && c <= 0x257F;
}

size_t verify_border_first(struct str s, bool rules)
{
    size_t n = str_space_first(s), end = 0, runs = 0, edges = rules;
    if (n || (n = verify_bar_first(s))) return n;
    if (is_drawn(utf8_decode(s, &n))) return n;
    // a border that begins inside a row: +---+
    for (; end < s.n; end += n) {
        uint32_t c = utf8_decode(str_slice(s, end, s.n), &n);
        if (!is_line(c) && !is_aligning(s, end)) break;
        runs += is_horizontal(c);
        edges += is_junction(c);
    }
    return runs > 1 && edges ? end : 0;
}
