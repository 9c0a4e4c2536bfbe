// Classes of the characters that markup is told by.
#ifndef PARSE_HTML_CHARACTERS_H
#define PARSE_HTML_CHARACTERS_H

#include "base/arena.h"
#include "base/str.h"

#include <stdint.h>

enum {
    HTML_IS_SPACE = 1,        // tab, newline, form feed, carriage return, space
    HTML_ENDS_NAME = 2,       // of a tag: white space / >
    HTML_ENDS_ATTRIBUTE = 4,  // its name: the same, and =
    HTML_IS_LETTER = 8,       // of ASCII
    HTML_IS_UPPER = 16,
};

extern const uint8_t html_characters[256];

static inline bool html_is_space(char c)
{
    return html_characters[(unsigned char)c] & HTML_IS_SPACE;
}

static inline bool html_ends_name(char c)
{
    return html_characters[(unsigned char)c] & HTML_ENDS_NAME;
}

static inline bool html_ends_attribute(char c)
{
    return html_characters[(unsigned char)c] & HTML_ENDS_ATTRIBUTE;
}

static inline bool html_is_letter(char c)
{
    return html_characters[(unsigned char)c] & HTML_IS_LETTER;
}

static inline char html_lower_letter(char c)
{
    return html_characters[(unsigned char)c] & HTML_IS_UPPER ? (char)(c | 0x20) : c;
}

// Bytes of white space that s begins with.
size_t html_space_n(struct str s);

// s in lower case (of ASCII), NUL bytes as U+FFFD: itself where it is that.
struct str html_lower(struct str s, struct arena *arena);

// Whether s begins with `word` (lower case) in any case.
bool html_starts_word(struct str s, struct str word);

// Whether s is `word` (lower case) in any case.
static inline bool html_is_word(struct str s, struct str word)
{
    return s.n == word.n && html_starts_word(s, word);
}

// The first `<`, `&`, carriage return or NUL of p from i on; n when there is none.
size_t html_scan_text(const char *p, size_t i, size_t n);

#endif
