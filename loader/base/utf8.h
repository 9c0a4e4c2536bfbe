// UTF-8: checking, repairing and stepping through it.
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

// Bytes of the longest prefix of s that is valid UTF-8 (no overlong forms, surrogates or values above U+10FFFF) and
// holds no NUL; s.n when all is well.
size_t utf8_valid(struct str s);

// What utf8_repair changed. Offsets count bytes of the input, from 0.
struct utf8_repairs {
    uint32_t replaced;    // ill-formed sequences that became U+FFFD
    uint32_t nuls;        // NUL bytes dropped
    size_t first_offset;  // of the first change
};

// s itself when it is valid; else a copy in the arena where each ill-formed sequence (the "maximal subpart" of the
// Unicode Standard, 3.9) is one U+FFFD and NUL bytes are gone. STR_NULL when the arena is full.
struct str utf8_repair(struct str s, struct arena *arena, struct utf8_repairs *repairs);

// The code point that valid UTF-8 begins with; its length goes to *n. For s.n = 0: 0 and *n = 0.
uint32_t utf8_decode(struct str s, size_t *n);

// Writes c at out (4 bytes of room); returns the count written.
size_t utf8_encode(uint32_t c, char *out);

// Characters (code points) in valid UTF-8.
size_t utf8_length(struct str s);

// The longest prefix of at most `bytes` bytes that ends between characters.
struct str utf8_prefix(struct str s, size_t bytes);

#endif
