// Prose set in columns, as pdftotext -layout prints the page of a newspaper, a paper or a gazette: it looks like a
// table each of whose lines is a row, and is read column by column.
#ifndef PARSE_LAYOUT_COLUMNS_H
#define PARSE_LAYOUT_COLUMNS_H

#include "base/arena.h"
#include "parse/layout/source.h"

struct columns_piece {
    struct str text;       // a paragraph of a column, its lines joined
    uint32_t first, last;  // lines of the source, from 0
    bool alone;            // one short line, which may be a heading
};

struct columns {
    struct columns_piece *pieces;
    size_t count, room;
    bool failed;  // the arena is full
};

// Reads the columns that begin at line i. Returns the line behind those that were looked at; out->count is 0 where they
// are no prose. The pieces claim all of these lines: the first one of them claims them up to the last.
size_t columns_read(const struct source *source, size_t i, struct columns *out, struct arena *arena);

#endif
