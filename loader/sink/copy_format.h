// Rows in PostgreSQL's binary COPY format (documentation of COPY, "Binary Format"), one buffer for each table.
#ifndef SINK_COPY_FORMAT_H
#define SINK_COPY_FORMAT_H

#include "base/buf.h"
#include "rows/row.h"

// The table that holds the rows: table_rows those of cells.
const char *copy_table(enum row_table table);

// The statement that takes a table's rows: COPY documents (document_id, …) FROM STDIN (FORMAT binary).
const char *copy_statement(enum row_table table);

// What every table's data begins and ends with.
enum { COPY_HEADER_BYTES = 19 };
void copy_header(struct buf *buf);
void copy_trailer(struct buf *buf);

// Appends the row, which is no cell (see copy_cells.h); load_id goes to documents only. Check buf->failed at the
// article's end.
void copy_row(struct buf *buf, const struct row *row, int64_t document_id, int64_t load_id);

// Of rows that COPY … TO STDOUT (FORMAT binary) gave, document_id first: the end of the one at `at` when it belongs to
// a document up to this one; else `at`. A row is the number of its fields, -1 behind the last row, and fields are their
// length, -1 for NULL, and bytes.
size_t copy_row_end(struct str rows, size_t at, int64_t document_id);

#endif
