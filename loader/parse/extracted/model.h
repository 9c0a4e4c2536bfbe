// What was learned from the corpus: model.c is written by tests/lab/train/train.py, never by hand.
#ifndef PARSE_EXTRACTED_MODEL_H
#define PARSE_EXTRACTED_MODEL_H

#include "parse/forest.h"
#include "parse/extracted/grid.h"

// For each line, whether it is …
extern const struct forest MODEL_HEADING, MODEL_ITEM, MODEL_ROW, MODEL_CODE, MODEL_QUOTE;
// The second forest for headings: its features are those of parallel.h.
extern const struct forest MODEL_PARALLEL;
// The same for headings of text that is laid out in blocks or wrapped, by any program; and whether a line of it is
// a menu's or a footer's. Written by tests/lab/train/layout.py.
extern const struct forest MODEL_LAID_HEADING, MODEL_LEFTOVER;
// The mean score of what reaches each node of the first FOREST_TELLING trees of MODEL_HEADING, for its reasons.
extern const int16_t MODEL_HEADING_MEANS[FOREST_TELLING][FOREST_LEAVES];
// For a pair of neighbouring headings (features: level.h), whether the second lies deeper, or less deep.
extern const struct forest MODEL_DEEPER, MODEL_HIGHER;
// What a line's role says about the next one's (roles in order: paragraph, heading, item, row, code, quote): the
// logarithm of how much likelier that makes it, in 1/FOREST_SCALE. First for a line that ends in a bar, then for
// others.
enum { MODEL_ROLES = 6 };
extern const int16_t MODEL_NEXT[2][MODEL_ROLES][MODEL_ROLES];
// What speaks for a cell's standing below another: log odds in 1/FOREST_SCALE, to be added up (grid.h).
struct likeness {
    int16_t first[EDGE_COUNT][EDGE_COUNT], last[EDGE_COUNT][EDGE_COUNT];  // the cell above, the cell below
    int16_t digits[LOOK_DIGITS][LOOK_DIGITS], lines[LOOK_LINES][LOOK_LINES];
    int16_t ratio[LOOK_RATIOS];  // of the shorter to the longer
    int16_t same, base;          // the same text; always
};
extern const struct likeness MODEL_LIKENESS;
// How much a word speaks for a heading: anywhere, as the first, as the last.
extern const int8_t MODEL_WORDS[3][1 << SHAPE_BUCKET_BITS];

#endif
