// Decides what each line of an extracted article is: the marks of headings are lost, items and table rows may be
// broken over several lines. The whole article is decided at once.
#ifndef PARSE_EXTRACTED_STRUCTURE_H
#define PARSE_EXTRACTED_STRUCTURE_H

#include "base/arena.h"
#include "base/str.h"
#include "parse/cells.h"

#include <stdbool.h>
#include <stdint.h>

enum line_kind {
    LINE_BLANK,
    LINE_PARAGRAPH,
    LINE_HEADING,
    LINE_LEFTOVER,
    LINE_ITEM,       // an item begins, with or without its mark
    LINE_ITEM_MORE,  // the item of the line before goes on
    LINE_ROW,        // a table row begins
    LINE_ROW_MORE,   // the row of the line before goes on
    LINE_DELIMITER,  // ---|---|
    LINE_CODE,
    LINE_QUOTE,
};

struct line {
    struct str text;       // in: without its line end; white space at its ends kept
    enum line_kind kind;   // out, all that follows
    enum row_style style;  // rows: the same in the whole article
    bool starts_block;     // rows: the table begins here; items: the list begins here
    bool glued;        // items: the last " - " in the line is the mark of another; " -" at its end, of the next line's
    uint8_t level;     // headings: 1–6
    float confidence;  // headings: 0–1
    const char *reason;  // headings and leftovers: static or the arena's
};

// Scratch memory comes from the arena; false when that is full.
bool structure_decide(struct line *lines, size_t count, struct arena *arena);

#endif
