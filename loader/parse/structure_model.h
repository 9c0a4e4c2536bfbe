// What was learned from the corpus: structure_model.c is written by tests/train/train.py, never by hand.
#ifndef PARSE_STRUCTURE_MODEL_H
#define PARSE_STRUCTURE_MODEL_H

#include "parse/structure_forest.h"
#include "parse/structure_words.h"

// For each line, whether it is …
extern const struct forest MODEL_HEADING, MODEL_ITEM, MODEL_ROW, MODEL_CODE, MODEL_QUOTE;
// For a pair of neighbouring headings (features: structure_level.h), whether the second lies deeper, or less deep.
extern const struct forest MODEL_DEEPER, MODEL_HIGHER;
// What a line's role says about the next one's (roles in order: paragraph, heading, item, row, code, quote): the
// logarithm of how much likelier that makes it, in 1/FOREST_SCALE. First for a line that ends in a bar, then for
// others.
enum { MODEL_ROLES = 6 };
extern const int16_t MODEL_NEXT[2][MODEL_ROLES][MODEL_ROLES];
// How much a word speaks for a heading: anywhere, as the first, as the last.
extern const int8_t MODEL_WORDS[3][WORD_BUCKETS];

#endif
