// What every parser emits: one block after another, in reading order.
// A block and its arrays of cells and links live until the callback returns; its strings as long as the article's text
// and arena.
#ifndef PARSE_BLOCK_H
#define PARSE_BLOCK_H

#include "base/error.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

enum block_kind {
    BLOCK_HEADING,
    BLOCK_PARAGRAPH,
    BLOCK_QUOTE,
    BLOCK_CODE,
    BLOCK_LEFTOVER,  // not part of the article: a stray headline, a share prompt, a photo credit
    BLOCK_LIST,      // an outermost list begins
    BLOCK_ITEM,      // of the last BLOCK_LIST; other blocks may stand between its items (an item's second paragraph)
    BLOCK_TABLE,     // a table begins; ends with the first block that is no header or row
    BLOCK_TABLE_HEADER,  // at most one, right after BLOCK_TABLE
    BLOCK_TABLE_ROW,
};

// How sure one can be that a heading or a header row is one.
enum block_origin {
    ORIGIN_NONE,       // there is none
    ORIGIN_MARKED,     // the source says so
    ORIGIN_INFERRED,   // recovered from the text
    ORIGIN_CORRECTED,  // a user says so
};

struct block_cell {
    struct str text;
    uint32_t line;  // on which it begins
    bool spanned;   // it is the cell to its left, or above, which goes over this place, too
    // of a marked header of several rows or over several columns: what no column to its left says, too, one row of the
    // header a line. NULL: all of it
    struct str own;
};

struct block_link {
    struct str label;  // the link's text as it stands in the block's; empty when it has none
    struct str url;
};

struct block {
    enum block_kind kind;
    uint32_t line, line_end;  // first and last line of the source, from 1
    struct str text;          // heading, paragraph, quote, code, leftover, item: without its marks, trimmed
    bool labels;              // a paragraph: the title of what follows, or the caption of the table that does
    bool in_table;            // a paragraph: printed as a row of the table that it is the title of
    bool pictures;            // a paragraph: nothing but what pictures are called
    bool caption;             // a paragraph: of a figure, or what its picture is called
    // headings
    int level;                 // 1–6
    enum block_origin origin;  // also of a header row
    float confidence;          // 0–1 that it is a heading; 1 when marked or corrected
    const char *reason;        // why it is one, static or the parser's arena's; else NULL
    // items
    int depth;         // from 1
    int32_t ordinal;   // of an ordered list, else -1
    struct str label;  // an item's term (NULL: its text may begin with one); who speaks a paragraph
    // a table
    bool row_headers;  // the first column's cells are marked as headers of their rows
    // header and rows
    const struct block_cell *cells;
    size_t cell_count;
    uint32_t delimiter_line;  // of a header: line of `---|`; 0 when there is none
    // links in the text, or in all cells of a row
    const struct block_link *links;
    size_t link_count;
};

typedef bool block_fn(void *context, const struct block *block, struct error *error);

#endif
