// Gathers the rows of plain text, and has them compared with its lines when the document's row comes.
#ifndef SINK_VERIFY_PLAIN_H
#define SINK_VERIFY_PLAIN_H

#include "rows/row.h"
#include "sink/verify_lines.h"

struct verify_plain {
    const struct article *article;
    struct verify_pieces pieces;
};

void verify_plain_begin(struct verify_plain *v, const struct article *article);

// The texts of rows must live until the document's row comes. False where they differ from the lines.
bool verify_plain_row(struct verify_plain *v, const struct row *row, struct error *error);

void verify_plain_release(struct verify_plain *v);

#endif
