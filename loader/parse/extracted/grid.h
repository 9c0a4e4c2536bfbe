// The bars of an article's lines, and what the text before each looks like: cells of one column look alike, and so tell
// how many columns a table has whose rows are printed over several lines.
#ifndef PARSE_EXTRACTED_GRID_H
#define PARSE_EXTRACTED_GRID_H

#include "base/arena.h"
#include "parse/extracted/path.h"

enum look_edge { EDGE_NONE, EDGE_UPPER, EDGE_LOWER, EDGE_DIGIT, EDGE_SIGN, EDGE_WIDE, EDGE_COUNT };  // WIDE: not ASCII
enum { LOOK_DIGITS = 3, LOOK_LINES = 3, LOOK_RATIOS = 5 };

// The text before a bar, back to the bar before, over as many lines as it has.
struct look {
    uint8_t first, last;  // enum look_edge
    uint8_t digits;       // 0: none, 1: some, 2: half of the characters or more
    uint8_t lines;        // 0: no text, 1: on one line, 2: on more
    uint16_t chars;       // bytes
    uint32_t hash;
};

struct grid {
    uint32_t *bars;      // before each line, and in all: one more than lines
    struct look *looks;  // of each bar
};

// NULL when the arena is full. Delimiter lines (columns > 0) count no bars.
struct grid *grid_new(const struct part *parts, const struct path_line *lines, size_t count, struct arena *arena);

// How likely it is that the cell before bar `b` stands below that before bar `a`, against its standing elsewhere: log
// odds in 1/FOREST_SCALE.
int grid_alike(const struct grid *grid, size_t a, size_t b);

#endif
