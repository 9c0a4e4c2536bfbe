// The check of plain text: whether rows hold every character of the lines that they name, once. Marks of items, of
// quotes and of headings, rules, borders and the references that stand beside links may be missing.
#ifndef SINK_VERIFY_LINES_H
#define SINK_VERIFY_LINES_H

#include "base/error.h"
#include "input/article.h"

enum verify_piece_kind { VERIFY_TEXT, VERIFY_LEFTOVER, VERIFY_QUOTE, VERIFY_HEADING, VERIFY_ITEM, VERIFY_CELL };

// The text of a row, and the lines that it claims.
struct verify_piece {
    enum verify_piece_kind kind;
    uint32_t line, line_end;
    int32_t ordinal;         // of items
    struct str label, text;  // label: STR_NULL for none
};

struct verify_link {
    uint32_t line;
    struct str url;
    size_t used;  // where its reference has been met, from 1; 0: not yet
};

struct verify_pieces {
    struct verify_piece *pieces;  // in the order of rows
    struct verify_link *links;
    size_t count, room, link_count, link_room;
};

// False where they differ, or without memory.
bool verify_lines(struct verify_pieces *pieces, const struct article *article, struct error *error);

// The message of a difference, for all dialects: what the text goes on with and what the rows have.
bool verify_differs(const struct article *article, struct str found, uint32_t line, struct str wanted,
                    struct error *error);

#endif
