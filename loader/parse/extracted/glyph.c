#include "parse/extracted/glyph.h"

const uint8_t GLYPH_OF_ASCII[128] = {
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
enum glyph glyph_of(uint32_t c)
{
    if (c < 0x80) return GLYPH_OF_ASCII[c];
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
