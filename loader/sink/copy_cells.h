// Cells of tables for COPY: those of a table's row become one row of table_rows (schema/019_table_rows.sql), which is
// open as long as its cells come.
#ifndef SINK_COPY_CELLS_H
#define SINK_COPY_CELLS_H

#include "base/buf.h"
#include "rows/row.h"

struct copy_cells {
    int32_t table_no, row_no;   // of the open row; row_no 0: none
    int32_t count;              // of its cells
    size_t begin;               // where the field of its cells begins in the buffer
    uint32_t line;              // the first of those that its cells begin on
    bool uneven;                // they begin on several
    struct buf lines, spanned;  // elements of these arrays
};

// The cells of a row come from left to right, and none is left out. buf: in which all cells of the article are put.
void copy_cell(struct copy_cells *cells, struct buf *buf, const struct row *cell, int64_t document_id);

// Ends the open row, if there is one. Check buf->failed afterwards.
void copy_cells_end(struct copy_cells *cells, struct buf *buf);

// Forgets the open row, whose bytes in the buffer are cut off by the caller.
void copy_cells_forget(struct copy_cells *cells);

void copy_cells_release(struct copy_cells *cells);

#endif
