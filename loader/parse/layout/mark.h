// The marks that list items begin with: bullets, numbers, letters.
#ifndef PARSE_LAYOUT_MARK_H
#define PARSE_LAYOUT_MARK_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

enum mark_kind {
    MARK_NONE,
    MARK_BULLET,  // a sign that hardly means anything else at the start of a line: • ▪ ☐
    MARK_SIGN,    // one that may: - * + – · o → »
    MARK_NUMBER,  // 1. 1) (1) ①
    MARK_LETTER,  // a. a) (a)
    MARK_ROMAN,   // i. i) (i) that runs on as Roman numbers do
    MARK_HAN,     // 一、
};

struct mark {
    uint8_t kind;   // enum mark_kind
    uint8_t bytes;  // with the white space behind it
    uint8_t style;  // of signs which, of numbers how they are closed: marks of one list have the same
    bool alone;     // nothing follows it
    bool followed;  // another item of its list stands before it
    int32_t value;  // of numbers and letters, from 1
};

// The mark that a trimmed line begins with.
struct mark mark_of(struct str text);

// The value of a letter mark read as a Roman number; 0 when it is none.
int32_t mark_roman(struct str text);

#endif
