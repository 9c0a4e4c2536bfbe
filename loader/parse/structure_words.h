// The words of a short line as buckets of a small hash table, whose weights say how headings begin, end and speak.
#ifndef PARSE_STRUCTURE_WORDS_H
#define PARSE_STRUCTURE_WORDS_H

#include "parse/structure_shape.h"

enum {
    WORD_BUCKETS = 4096,
    WORDS_MOST = 24,
    WORDS_CHARS = 160,  // longer lines are not looked at
};

// Buckets of the line's words, in order; at most WORDS_MOST.
size_t words_buckets(struct str text, uint16_t *out);

#endif
