// The shape of a table: its headers in one normalised string, the same for tables that ask the same of their items.
#ifndef ROWS_SHAPE_H
#define ROWS_SHAPE_H

#include "base/arena.h"
#include "parse/block.h"

// Headers in lower case, white space folded, joined by " | "; of long ones the first 500 characters. STR_NULL when the
// arena is full.
struct str shape_of(const struct block_cell *headers, size_t count, struct arena *arena);

#endif
