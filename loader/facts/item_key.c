#include "facts/item_key.h"

#include "base/utf8.h"

#define CHARACTERS 250
#define ROOM       (4 * CHARACTERS)

static bool is_small_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

static char lower_ascii(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

uint32_t lower_case(uint32_t c)
{
    if (c < 0x80) return (uint32_t)lower_ascii((char)c);
    if (c < 0xC0 || (c >= 0x2E80 && c < 0xA640)) return c;
    size_t low = 0, high = LOWER_RANGE_COUNT;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const struct lower_range *r = &LOWER_RANGES[middle];
        if (c > r->last) low = middle + 1;
        else if (c < r->first) high = middle;
        else return (c - r->first) % r->step ? c : (uint32_t)((int32_t)c + r->distance);
    }
    return c;
}

bool is_key_letter(uint32_t c)
{
    static const uint32_t blocks[][2] = {
        {'A', 'Z'},       {'a', 'z'},       {0xAA, 0xAA},     {0xB5, 0xB5},       {0xBA, 0xBA},      {0xC0, 0xD6},
        {0xD8, 0xF6},     {0xF8, 0x1FFF},   {0x2C00, 0x2DFF}, {0x3041, 0xD7FF},   {0xE000, 0xFDFF},  {0xFE70, 0xFEFC},
        {0xFF21, 0xFF3A}, {0xFF41, 0xFF5A}, {0xFF66, 0xFFDC}, {0x10000, 0x1EFFF}, {0x20000, 0x3FFFF}};
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks && c >= blocks[i][0]; i++)
        if (c <= blocks[i][1]) return true;
    return false;
}

static bool is_zero_width(uint32_t c)
{
    return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

static bool is_space(uint32_t c)
{
    return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Step 3, but for white space.
static uint32_t straight(uint32_t c)
{
    if (c < 0x80) return c == '`' ? '\'' : c;
    if (c == 0xAB || c == 0xBB || c == 0x2033 || (c >= 0x201C && c <= 0x201E)) return '"';
    if (c == 0xB4 || c == 0x2BC || c == 0x2032 || (c >= 0x2018 && c <= 0x201B)) return '\'';
    return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 ? '-' : c;
}

// Steps 1 to 3.
static struct str lowered(struct str name, char *out)
{
    size_t n = 0;
    bool space = false;
    for (size_t at = 0, length, count = 0; at < name.n && count < CHARACTERS; at += length, count++) {
        unsigned char first = (unsigned char)name.p[at];
        length = 1;
        if (first > ' ' && first < 0x80) {
            out[n++] = first == '`' ? '\'' : lower_ascii((char)first);
            space = false;
            continue;
        }
        if (first == ' ') {
            if (!space) out[n++] = ' ';
            space = true;
            continue;
        }
        uint32_t c = utf8_decode(str_slice(name, at, name.n), &length);
        if (is_space(c)) {
            if (!space) out[n++] = ' ';
            space = true;
        } else if (!is_zero_width(c)) {
            n += utf8_encode(straight(lower_case(c)), out + n);
            space = false;
        }
    }
    return (struct str){out, n};
}

static bool is_mark(char c)
{
    return c == ' ' || c == ',' || c == ';' || c == ':';
}

static bool ends_before(struct str s, size_t at)
{
    return at == s.n || s.p[at] == ')' || is_mark(s.p[at]);
}

// Steps 4 and 5, in place: what is written is never longer than what was read.
static struct str without_dots(char *text, size_t n)
{
    struct str s = {text, n};
    if (!memchr(text, '.', n) && !memchr(text, '/', n)) return s;
    size_t to = 0;
    bool after_word = false;
    for (size_t at = 0, length; at < n; at += length) {
        if (is_small_or_digit(text[at]) && at + 1 < n && is_small_or_digit(text[at + 1])) {  // the midst of a word
            length = 1;
            text[to++] = text[at];
            after_word = true;
            continue;
        }
        uint32_t c = utf8_decode(str_slice(s, at, n), &length);
        bool letter = is_key_letter(c);
        if (c == '.') {
            while (at + length < n && text[at + length] == '.') length++;
            if (ends_before(s, at + length)) goto next;
        } else if (c == ' ' && at + 1 < n && text[at + 1] == '/') {
            goto next;
        }
        memmove(text + to, text + at, length);
        to += length;
        if (letter && !after_word && at + length < n && text[at + length] == '.') length++;
        else if (c == '/' && at + 1 < n && text[at + 1] == ' ') length++;
    next:
        after_word = letter || (c >= '0' && c <= '9') || c == '_';
        if (letter && text[at + length - 1] == '.') after_word = false;
    }
    return (struct str){text, to};
}

static bool is_footnote(struct str in)
{
    if (in.n == 1 && in.p[0] >= 'a' && in.p[0] <= 'z') return true;
    if (str_equal(in, STR("citation needed"))) return true;
    bool note = str_starts(in, STR("note ")), nb = str_starts(in, STR("nb "));
    size_t at = note ? 5 : nb ? 3 : 0;
    if (at == in.n || (!at && in.n > 3)) return false;
    for (; at < in.n; at++)
        if (in.p[at] < '0' || in.p[at] > '9') return false;
    return true;
}

// Bytes of the mark that s ends in; 0 for none.
static size_t ending(struct str s)
{
    if (!s.n) return 0;
    char last = s.p[s.n - 1];
    if (last == ' ' || last == ',' || last == ';' || last == ':' || last == '*') return 1;
    if (str_ends(s, STR("\xE2\x80\xA0")) || str_ends(s, STR("\xE2\x80\xA1"))) return 3;
    if (last != ']') return 0;
    for (size_t at = s.n - 1; at--;)
        if (s.p[at] == '[') return is_footnote(str_slice(s, at + 1, s.n - 1)) ? s.n - at : 0;
    return 0;
}

static size_t punctuation(struct str s, size_t at)
{
    size_t from = at;
    while (at < s.n && is_mark(s.p[at])) at++;
    return at - from;
}

// Step 6.
static struct str without_ends(struct str s)
{
    size_t at = punctuation(s, 0), more;
    while (s.n - at > 3 && memcmp(s.p + at, "the", 3) == 0 && (more = punctuation(s, at + 3))) at += 3 + more;
    s = str_slice(s, at, s.n);
    for (size_t n; (n = ending(s));) s.n -= n;
    return s;
}

// Most names: letters, digits, hyphens and single spaces.
static bool plain_key(struct str name, char *out)
{
    // what the byte is in a key; 0: the name may not be plain
    static const char kept[256] = {
        [' '] = ' ', ['-'] = '-', ['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4', ['5'] = '5',
        ['6'] = '6', ['7'] = '7', ['8'] = '8', ['9'] = '9', ['A'] = 'a', ['B'] = 'b', ['C'] = 'c', ['D'] = 'd',
        ['E'] = 'e', ['F'] = 'f', ['G'] = 'g', ['H'] = 'h', ['I'] = 'i', ['J'] = 'j', ['K'] = 'k', ['L'] = 'l',
        ['M'] = 'm', ['N'] = 'n', ['O'] = 'o', ['P'] = 'p', ['Q'] = 'q', ['R'] = 'r', ['S'] = 's', ['T'] = 't',
        ['U'] = 'u', ['V'] = 'v', ['W'] = 'w', ['X'] = 'x', ['Y'] = 'y', ['Z'] = 'z', ['a'] = 'a', ['b'] = 'b',
        ['c'] = 'c', ['d'] = 'd', ['e'] = 'e', ['f'] = 'f', ['g'] = 'g', ['h'] = 'h', ['i'] = 'i', ['j'] = 'j',
        ['k'] = 'k', ['l'] = 'l', ['m'] = 'm', ['n'] = 'n', ['o'] = 'o', ['p'] = 'p', ['q'] = 'q', ['r'] = 'r',
        ['s'] = 's', ['t'] = 't', ['u'] = 'u', ['v'] = 'v', ['w'] = 'w', ['x'] = 'x', ['y'] = 'y', ['z'] = 'z'};
    char before = ' ';
    if (name.n > CHARACTERS) return false;
    for (size_t i = 0; i < name.n; i++) {
        char c = out[i] = kept[(unsigned char)name.p[i]];
        if (!c || (c == ' ' && before == ' ')) return false;
        before = c;
    }
    return before != ' ' && !(name.n > 3 && memcmp(out, "the ", 4) == 0);
}

struct str item_key(struct str name, struct arena *arena)
{
    char text[ROOM];
    if (plain_key(name, text)) return arena_str(arena, (struct str){text, name.n});
    struct str s = lowered(name, text);
    return arena_str(arena, without_ends(without_dots(text, s.n)));
}
