// Table rows of the extracted-text dialect, as three generations of extractors print them; headers of several rows.
#ifndef PARSE_CELLS_H
#define PARSE_CELLS_H

#include "base/arena.h"
#include "base/str.h"
#include "parse/block.h"

enum row_style {
    ROW_STYLE_NONE,    // no table row
    ROW_STYLE_GLUED,   // up to 1.8:         |A||B|
    ROW_STYLE_OPEN,    // 1.9 to 1.12:       A | B |
    ROW_STYLE_CLOSED,  // 2.0 and later:     | A | B |   (since 2.2 a bar in a cell is written \|)
};

// The style of one line that is a whole row; NONE when it doesn't end in a bar.
enum row_style row_style_of(struct str line);

// ---|---| or |---|---|
bool is_delimiter_line(struct str line);

// The cells of a row, trimmed, escapes undone; empty cells at the end are dropped where a row may be
// filled up with bars (not ROW_STYLE_CLOSED). The array is the arena's; NULL when
// that is full. Every cell is given the line number `line`.
struct block_cell *cells_split(struct str row, enum row_style style, uint32_t line, struct arena *arena, size_t *count);

// A cell in which each \| stands for a bar: a copy in the arena when it holds any, STR_NULL when that is full.
struct str cell_unescape(struct str cell, struct arena *arena);

// Whether the first row of a table without a delimiter reads like its header: words in every cell, short, without
// digits, and as many as the row below has. The oldest extractors print no delimiter at all.
bool cells_are_header(const struct block_cell *cells, size_t count, size_t count_below);

// A number with its unit, in few characters. *form: a hash of what isn't a digit or a sign inside a number.
bool cell_is_amount(struct str cell, uint32_t *form);

// What the cells below a first row are, column by column.
enum { CELL_TYPED_COLUMNS = 32 };
struct cell_types {
    size_t rows, most;                   // most: cells of a row
    size_t filled[CELL_TYPED_COLUMNS];   // cells that aren't empty …
    size_t amounts[CELL_TYPED_COLUMNS];  // … are numbers, with their units
    uint32_t form[CELL_TYPED_COLUMNS];  // the same for all of a column's amounts that differ in nothing but digits, …
    bool differ[CELL_TYPED_COLUMNS];    // … else they do
};
void cell_types_add(struct cell_types *types, const struct block_cell *cells, size_t count);

// Whether further rows may still make a row of so many cells above them their header.
bool cell_types_may_tell(const struct cell_types *types, size_t count);

// Whether a row of words above them is their header: a column below it holds amounts alone. Two columns may be pairs of
// names and values just as well, unless all values are of one form.
bool cell_types_tell(const struct cell_types *types, const struct block_cell *cells, size_t count);

#define CELLS_HEADER_ROWS 4  // of a header, at most

// Adds a further row to a header of several, column by column. Before the first one, text and own of the heads are
// empty.
bool cells_join_header(struct block_cell *heads, const struct block_cell *row, size_t count, struct arena *arena);

#endif
