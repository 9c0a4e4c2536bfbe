// The class of a character, by the main alphabets and signs.
#ifndef PARSE_EXTRACTED_GLYPH_H
#define PARSE_EXTRACTED_GLYPH_H

#include "base/utf8.h"

#include <stddef.h>
#include <stdint.h>

// The classes of characters; ends and starts of lines are compared by them.
enum glyph {
    GLYPH_NONE,  // the line has no such character
    GLYPH_SPACE,
    GLYPH_UPPER,
    GLYPH_LOWER,
    GLYPH_CASELESS,  // letters of scripts without case
    GLYPH_DIGIT,
    GLYPH_STOP,
    GLYPH_ASK,
    GLYPH_BANG,
    GLYPH_COLON,
    GLYPH_COMMA,
    GLYPH_SEMICOLON,
    GLYPH_ELLIPSIS,
    GLYPH_QUOTE,
    GLYPH_OPEN,
    GLYPH_CLOSE,
    GLYPH_DASH,
    GLYPH_SLASH,
    GLYPH_PIPE,
    GLYPH_SIGN,   // bullets, stars, arrows
    GLYPH_AT,     // @ and #
    GLYPH_MONEY,  // currencies and per cent
    GLYPH_CODE,   // { } ; = < > _ ` ~ ^ + and the backslash
    GLYPH_OTHER,
    GLYPH_COUNT
};

extern const uint8_t GLYPH_OF_ASCII[128];  // enum glyph

enum glyph glyph_of(uint32_t c);

// Of the character at p, of n bytes; p to end: valid UTF-8, not empty.
static inline enum glyph glyph_at(const char *p, const char *end, uint32_t *c, size_t *n)
{
    *n = 1;
    *c = (unsigned char)*p;
    if (*c < 0x80) return GLYPH_OF_ASCII[*c];
    *c = utf8_decode((struct str){p, (size_t)(end - p)}, n);
    return glyph_of(*c);
}

#endif
