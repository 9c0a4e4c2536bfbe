#include "parse/structure_shape.h"

#include "base/utf8.h"

#include <string.h>

enum { CAP = 60000 };

static const uint8_t ASCII[128] = {
    [0 ... 32] = GLYPH_SPACE,
    [127] = GLYPH_OTHER,
    ['!'] = GLYPH_BANG,
    ['"'] = GLYPH_QUOTE,
    ['#'] = GLYPH_AT,
    ['$'] = GLYPH_MONEY,
    ['%'] = GLYPH_MONEY,
    ['&'] = GLYPH_OTHER,
    ['\''] = GLYPH_QUOTE,
    ['('] = GLYPH_OPEN,
    [')'] = GLYPH_CLOSE,
    ['*'] = GLYPH_SIGN,
    ['+'] = GLYPH_CODE,
    [','] = GLYPH_COMMA,
    ['-'] = GLYPH_DASH,
    ['.'] = GLYPH_STOP,
    ['/'] = GLYPH_SLASH,
    ['0' ... '9'] = GLYPH_DIGIT,
    [':'] = GLYPH_COLON,
    [';'] = GLYPH_SEMICOLON,
    ['<'] = GLYPH_CODE,
    ['='] = GLYPH_CODE,
    ['>'] = GLYPH_CODE,
    ['?'] = GLYPH_ASK,
    ['@'] = GLYPH_AT,
    ['A' ... 'Z'] = GLYPH_UPPER,
    ['['] = GLYPH_OPEN,
    ['\\'] = GLYPH_CODE,
    [']'] = GLYPH_CLOSE,
    ['^'] = GLYPH_CODE,
    ['_'] = GLYPH_CODE,
    ['`'] = GLYPH_CODE,
    ['a' ... 'z'] = GLYPH_LOWER,
    ['{'] = GLYPH_CODE,
    ['|'] = GLYPH_PIPE,
    ['}'] = GLYPH_CODE,
    ['~'] = GLYPH_CODE,
};

static enum glyph glyph_of_symbol(uint32_t c)
{
    if (c <= 0x200B || c == 0x202F || c == 0x205F || c == 0x2028 || c == 0x2029 || c == 0x3000) return GLYPH_SPACE;
    if (c >= 0x2010 && c <= 0x2015) return GLYPH_DASH;
    if ((c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A || (c >= 0x300C && c <= 0x300F)) return GLYPH_QUOTE;
    if (c == 0x2026) return GLYPH_ELLIPSIS;
    if (c == 0x3001) return GLYPH_COMMA;
    if (c == 0x3002) return GLYPH_STOP;
    if (c >= 0x20A0 && c <= 0x20CF) return GLYPH_MONEY;
    if (c == 0x2022 || c == 0x2023 || c == 0x2043 || (c >= 0x2190 && c <= 0x21FF) || (c >= 0x25A0 && c <= 0x27BF) ||
        c == 0x2219 || c == 0x22C5 || c == 0x00B7)
        return GLYPH_SIGN;
    if (c >= 0x3008 && c <= 0x301B) return c & 1 ? GLYPH_CLOSE : GLYPH_OPEN;
    return GLYPH_OTHER;
}

static enum glyph glyph_of_latin1(uint32_t c)
{
    if (c == 0xA0) return GLYPH_SPACE;
    if (c == 0xAB || c == 0xBB) return GLYPH_QUOTE;
    if (c == 0xA3 || c == 0xA5 || c == 0xA2) return GLYPH_MONEY;
    if (c == 0xB7) return GLYPH_SIGN;
    if (c == 0xAA || c == 0xBA || c == 0xB5) return GLYPH_LOWER;
    if (c < 0xC0 || c == 0xD7 || c == 0xF7) return GLYPH_OTHER;
    return c < 0xDF ? GLYPH_UPPER : GLYPH_LOWER;
}

static enum glyph glyph_of_wide(uint32_t c)
{
    switch (c) {
    case 0xFF01: return GLYPH_BANG;
    case 0xFF08: return GLYPH_OPEN;
    case 0xFF09: return GLYPH_CLOSE;
    case 0xFF0C: return GLYPH_COMMA;
    case 0xFF0E: return GLYPH_STOP;
    case 0xFF1A: return GLYPH_COLON;
    case 0xFF1B: return GLYPH_SEMICOLON;
    case 0xFF1F: return GLYPH_ASK;
    case 0xFF5C: return GLYPH_OTHER;
    case 0xFEFF: return GLYPH_SPACE;
    }
    if (c >= 0xFF10 && c <= 0xFF19) return GLYPH_DIGIT;
    if (c >= 0x1F000 && c < 0x20000) return GLYPH_SIGN;
    if (c >= 0xE000 && c < 0xF900) return GLYPH_SIGN;
    if (c >= 0xFE00 && c <= 0xFE0F) return GLYPH_OTHER;
    return GLYPH_CASELESS;
}

// The main alphabets with case; others count as caseless, which only blurs a feature.
static enum glyph glyph_of(uint32_t c)
{
    if (c < 0x80) return ASCII[c];
    if (c < 0x100) return glyph_of_latin1(c);
    if (c < 0x250)
        return (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) ? (c & 1 ? GLYPH_UPPER : GLYPH_LOWER)
                                                                        : (c & 1 ? GLYPH_LOWER : GLYPH_UPPER);
    if (c < 0x370) return c < 0x2B0 ? GLYPH_LOWER : GLYPH_OTHER;
    if (c < 0x400) return c == 0x37E ? GLYPH_ASK : c >= 0x3AC ? GLYPH_LOWER : GLYPH_UPPER;
    if (c < 0x530) return c < 0x430 ? GLYPH_UPPER : c < 0x460 ? GLYPH_LOWER : (c & 1 ? GLYPH_LOWER : GLYPH_UPPER);
    if (c == 0x60C) return GLYPH_COMMA;
    if (c == 0x61B) return GLYPH_SEMICOLON;
    if (c == 0x61F) return GLYPH_ASK;
    if (c == 0x6D4 || c == 0x964) return GLYPH_STOP;
    if ((c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9) || (c >= 0x966 && c <= 0x96F)) return GLYPH_DIGIT;
    if (c >= 0x1E00 && c < 0x1F00) return c & 1 ? GLYPH_LOWER : GLYPH_UPPER;
    if (c < 0x2000) return GLYPH_CASELESS;
    if (c < 0x2E80 || (c >= 0x3000 && c < 0x3021)) return glyph_of_symbol(c);
    if (c < 0xE000) return GLYPH_CASELESS;
    return glyph_of_wide(c);
}

static bool letter(enum glyph g)
{
    return g == GLYPH_UPPER || g == GLYPH_LOWER || g == GLYPH_CASELESS;
}

struct word {
    uint32_t hash;
    uint16_t chars, letters, upper, digits, stops, colons, slashes;
    uint8_t first, last;  // enum glyph
    bool plain_digits;    // digits and nothing else
};

static void word_end(struct shape *s, const struct word *w)
{
    if (w->chars == 0) return;
    bool lettered = w->letters > 0;
    s->words++;
    if (s->words == 1) {
        s->first_word = w->chars;
        s->first_hash = w->hash;
        s->first_word_first = w->first;
    } else if (s->words == 2) {
        s->second_word_first = w->first;
    }
    s->last_word = w->chars;
    s->last_hash = w->hash;
    s->last_word_first = w->first;
    if (w->chars > s->longest_word) s->longest_word = w->chars;
    if (w->first == GLYPH_UPPER) s->capital_words++;
    if (w->letters > 1 && w->upper == w->letters) s->upper_words++;
    if (lettered && w->letters <= 3 && w->first == GLYPH_LOWER) s->short_words++;
    if (w->letters >= 8) s->long_words++;
    if (w->digits && !lettered) s->number_words++;
    if (w->digits == 4 && w->letters == 0) s->years++;
    if (w->digits >= 2 && w->colons && !lettered && w->last != GLYPH_COLON) s->times++;
    if (w->digits >= 2 && (w->stops + w->slashes) && !lettered && w->chars <= 10) s->dates++;
    if (w->slashes >= 2 && lettered && (w->colons || w->stops)) s->links++;
    else if (w->stops && w->letters > 5 && w->last != GLYPH_STOP && w->upper < 2) s->links++;
    if (w->letters >= 4) {
        uint32_t bit = w->hash * 2654435761u >> 24;
        s->words_seen[bit >> 6] |= UINT64_C(1) << (bit & 63);
    }
}

static bool ends_sentence(enum glyph g)
{
    return g == GLYPH_STOP || g == GLYPH_ASK || g == GLYPH_BANG || g == GLYPH_ELLIPSIS;
}

static void number_scan(struct shape *s)
{
    const char *p = s->text.p, *end = p + s->text.n;
    bool open = p < end && *p == '(';
    p += open;
    const char *start = p;
    unsigned value = 0, parts = 0;
    while (p < end && *p >= '0' && *p <= '9' && value < 10000) {
        value = value * 10 + (unsigned)(*p++ - '0');
        if (p + 1 < end && *p == '.' && p[1] >= '0' && p[1] <= '9') {
            p++;
            parts++;
        }
    }
    bool space_next = p + 1 < end && (p[1] == ' ' || (unsigned char)p[1] >= 0x80 || (p[1] >= 'A' && p[1] <= 'Z'));
    if (p > start) {
        s->number = (uint16_t)value;
        if (p >= end) return;
        if (parts) s->number_form = parts > 3 ? NUMBER_NONE : NUMBER_PATH;
        else if (*p == '.' && space_next) s->number_form = NUMBER_DOT;
        else if ((*p == ')' || *p == ':') && space_next) s->number_form = NUMBER_BRACKET;
        else if (*p == ' ') s->number_form = NUMBER_PLAIN;
        return;
    }
    size_t n = 0;
    while (p + n < end && n < 6 && memchr("IVXLC", p[n], 5)) n++;
    if (n && p + n + 1 < end && (p[n] == '.' || p[n] == ')') && p[n + 1] == ' ') {
        s->number_form = NUMBER_ROMAN;
        return;
    }
    if (end - p > 2 && (unsigned)((unsigned char)p[0] | 32) - 'a' < 26u && (p[1] == ')' || p[1] == '.') && p[2] == ' ')
        s->number_form = NUMBER_LETTER;
}

static void ends_scan(struct str line, struct shape *s)
{
    struct str text = str_trim(line);
    s->space_first = text.n && line.p[0] != text.p[0];
    s->space_last = text.n && line.p + line.n != text.p + text.n;
    s->mark_only = text.n == 1 && text.p[0] == '-';
    s->marked = text.n > 2 && text.p[0] == '-' && text.p[1] == ' ';
    if (s->marked) {
        size_t n = text.n;
        text = str_trim(str_slice(text, 2, n));
    }
    s->mark_at_end = text.n > 2 && text.p[text.n - 1] == '-' && text.p[text.n - 2] == ' ';
    s->text = text;
}

void shape_scan(struct str line, struct shape *s)
{
    memset(s, 0, sizeof *s);
    ends_scan(line, s);
    const char *p = s->text.p, *end = p + s->text.n;
    struct word w = {.hash = 2166136261u};
    enum glyph last = GLYPH_NONE, before = GLYPH_NONE;
    uint32_t hash = 2166136261u, c = 0;
    unsigned chars = 0;
    while (p < end && chars < CAP) {
        size_t n = 1;
        c = (unsigned char)*p;
        if (c >= 0x80) c = utf8_decode((struct str){p, (size_t)(end - p)}, &n);
        enum glyph g = glyph_of(c);
        p += n;
        chars++;
        s->count[g]++;
        hash = (hash ^ c) * 16777619u;
        if (chars == 1) {
            s->first = (uint8_t)g;
            s->first_ascii = c < 0x80 ? (uint8_t)c : 0;
        } else if (chars == 2) {
            s->second = (uint8_t)g;
        }
        if (g == GLYPH_SPACE) {
            if (ends_sentence(last) && before != GLYPH_DIGIT) s->sentences++;
            if (last == GLYPH_COLON && !s->colon_at) s->colon_at = (uint16_t)(s->words + 1);
            if (last == GLYPH_DASH && before == GLYPH_SPACE) {
                s->dashes++;
                if (p - 2 >= s->text.p && p[-2] == '-' && s->marks_inside < 255) s->marks_inside++;
            }
            word_end(s, &w);
            w = (struct word){.hash = 2166136261u};
        } else {
            if (w.chars == 0 || (w.letters == 0 && w.digits == 0)) w.first = (uint8_t)g;
            w.chars++;
            w.last = (uint8_t)g;
            if (letter(g)) {
                w.letters++;
                w.upper += g == GLYPH_UPPER;
                w.hash = (w.hash ^ (c < 0x80 ? (c | 32) : c)) * 16777619u;
            } else if (g == GLYPH_DIGIT) w.digits++;
            else if (g == GLYPH_STOP) w.stops++;
            else if (g == GLYPH_COLON) w.colons++;
            else if (g == GLYPH_SLASH) w.slashes++;
            else if (g == GLYPH_OPEN) s->brackets++;
            else if (g == GLYPH_CLOSE) s->brackets--;
        }
        if (last != GLYPH_SPACE || g != GLYPH_SPACE) {
            before = last;
            last = g;
        }
    }
    word_end(s, &w);
    s->chars = (uint16_t)chars;
    s->hash = hash;
    s->last = (uint8_t)last;
    s->before_last = (uint8_t)before;
    s->last_ascii = c < 0x80 ? (uint8_t)c : 0;
    s->pipes = s->count[GLYPH_PIPE];
    s->pipe_first = s->first == GLYPH_PIPE;
    s->pipe_last = s->last == GLYPH_PIPE;
    s->odd_quotes = s->count[GLYPH_QUOTE] & 1;
    number_scan(s);
}
