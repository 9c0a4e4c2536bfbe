// Where a JSON value ends, without parsing it.
#ifndef INPUT_JSON_SCAN_H
#define INPUT_JSON_SCAN_H

#include "base/str.h"

// A scan that can go on when more bytes have come. Zero it before the value's first byte.
struct json_scan {
    size_t at;  // bytes looked at
    unsigned depth;
    bool in_string;
};

// s begins with { or [ and with what was scanned before. The length of the value, 0 when it doesn't end in s.
size_t json_scan(struct json_scan *scan, struct str s);

// How many of n bytes in a string come before the first quote, backslash or control character.
size_t json_ordinary(const char *p, size_t n);

// Copies them, too; all of `to`'s n bytes may be written.
size_t json_ordinary_copy(char *restrict to, const char *restrict p, size_t n);

// Whether s begins (white space aside) with `{`, or `[{`, and what may follow it in JSON: `"name":` or `}`; also when
// it ends too early to tell.
bool json_scan_looks(struct str s);

#endif
