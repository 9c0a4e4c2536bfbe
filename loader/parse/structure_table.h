// Where the rows of a table begin. Extractors print a row over several lines when a cell holds elements, and print
// tables right behind one another; only the number of bars tells rows and tables apart.
#ifndef PARSE_STRUCTURE_TABLE_H
#define PARSE_STRUCTURE_TABLE_H

#include "base/arena.h"
#include "parse/structure_shape.h"

struct table_line {
    const struct shape *shape;
    uint16_t columns;   // of a delimiter line, else 0
    bool row_starts;    // out: a row begins here; false for delimiters and lines that go on
    bool table_starts;  // out
};

// The lines of one run of table lines, nothing between them. The cheapest way to cut them into rows and tables, by
// dynamic programming. whole: the extractor prints each row on one line. False when the arena is full.
bool table_rows(struct table_line *lines, size_t count, bool whole, struct arena *arena);

#endif
