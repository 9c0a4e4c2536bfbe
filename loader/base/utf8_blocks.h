// Checks UTF-8 a block of 32 bytes at a time, where the processor can (AVX2).
#ifndef BASE_UTF8_BLOCKS_H
#define BASE_UTF8_BLOCKS_H

#include "base/str.h"

// Bytes of a prefix of s that is valid UTF-8, holds no NUL and ends between characters: not always the longest, which
// utf8_valid finds from there. 0 on other processors.
size_t utf8_blocks(struct str s);

#endif
