// A table as layout finds it, before it is known whether it is one.
#ifndef PARSE_LAYOUT_DRAFT_H
#define PARSE_LAYOUT_DRAFT_H

#include "base/arena.h"
#include "parse/block.h"

struct draft_row {
    struct block_cell *cells;  // as many as the draft has columns
    uint32_t first, last;      // lines of the source, from 0
};

struct draft {
    struct arena *arena;
    size_t columns;
    struct draft_row *rows;
    size_t count, room;
    bool header;    // the first row is one
    uint32_t rule;  // what rules it off, or LINE_NO_RULE
    bool failed;    // the arena is full
};

void draft_init(struct draft *draft, size_t columns, struct arena *arena);

// A further row, of empty cells; NULL when the arena is full.
struct draft_row *draft_row(struct draft *draft, uint32_t line);

// Adds text, trimmed, to what a cell of the row has. line: the source's, from 0.
void draft_put(struct draft *draft, struct draft_row *row, size_t column, struct str text, uint32_t line);

// Whether the first row is told to be a header by what is below it: words over numbers.
bool draft_tells_header(const struct draft *draft);

#endif
