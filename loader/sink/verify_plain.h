// The check of plain text: whether rows hold every character of the lines that they name, once. Marks of items and of
// headings, rules, borders and the references that stand beside links may be missing.
#ifndef SINK_VERIFY_PLAIN_H
#define SINK_VERIFY_PLAIN_H

#include "rows/row.h"

// Rows are gathered until the document's comes; their texts must live as long.
struct verify_plain {
    const struct article *article;
    struct verify_piece *pieces;
    struct verify_link *links;
    size_t count, room, link_count, link_room;
};

void verify_plain_begin(struct verify_plain *v, const struct article *article);

// With the document's row, all is compared; false where it differs.
bool verify_plain_row(struct verify_plain *v, const struct row *row, struct error *error);

void verify_plain_release(struct verify_plain *v);

// The message of a difference, for all dialects: what the text goes on with and what the rows have.
bool verify_differs(const struct article *article, struct str found, uint32_t line, struct str wanted,
                    struct error *error);

#endif
