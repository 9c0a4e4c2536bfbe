// What the parts of the Markdown parser share: the reader that md4c reports to.
#ifndef PARSE_MARKDOWN_MARKDOWN_H
#define PARSE_MARKDOWN_MARKDOWN_H

#include "parse/markdown/html.h"
#include "parse/markdown/place.h"
#include "parse/markdown/text.h"
#include "parse/parser.h"

#include <md4c.h>

#define MARKDOWN_DEPTH_MAX 100          // quotes and lists in each other
#define MARKDOWN_BYTES_MAX (16u << 20)  // md4c needs up to 100 bytes for one

enum leaf_kind { LEAF_NONE, LEAF_TEXT, LEAF_HEADING, LEAF_CODE, LEAF_HTML, LEAF_CELL };

struct container {
    char mark;        // '>' of a quote; of a list what ends its items' marks
    int32_t ordinal;  // of an ordered list's next item, else -1
};

// Bytes that markdown_widen put into the source.
struct markdown_pad {
    size_t at, n;
};

struct markdown_table {
    uint32_t line;      // of the head row
    uint32_t rows;      // read so far, the head among them
    const char *first;  // in the row
    struct block_cell *cells;
    size_t count, capacity, columns;
};

struct markdown_reader {
    const struct article *article;
    struct arena *arena;
    block_fn *emit;
    void *context;
    struct error *error;
    struct str source;
    const uint32_t *map;        // the line, from 0, that each line of `source` is from; NULL: they are the article's
    struct markdown_pad *pads;  // in order
    size_t pad_count, pads_passed;
    struct place place;
    struct markdown_text text;
    // containers around the block being read
    struct container containers[MARKDOWN_DEPTH_MAX];
    int depth, lists, quotes;
    struct block block;  // the last text, in memory that is cleared once
    struct block item;   // that waits for its first paragraph
    bool item_waits, list_begins;
    bool stopped;          // by a callback that failed
    bool marked;           // the text or the row being read begins with REWRITE_MARK
    uint32_t last_line;    // on which the block before began
    size_t address_bytes;  // of all links so far
    // the block being read
    enum leaf_kind leaf;
    struct place_text seen;
    unsigned level;  // of a heading
    bool fenced, in_code, code_is_empty;
    size_t indent;  // spaces before the line of code that is to come
    int links;      // links around the text being read
    struct markdown_table table;
    struct markdown_html html;
    int images;       // around the text being read
    size_t pictured;  // bytes of the text that pictures are called, and one more for each
    struct str alt;   // what a heading's pictures are called: its text when it has no other
};

// Hands a block on; false when that failed.
bool markdown_emit(struct markdown_reader *r, struct block *block);
// One of HTML: a paragraph is the text of the item that waits for one.
bool markdown_emit_html(struct markdown_reader *r, struct block *block);

// Refuse what md4c would read too slowly: before it begins, and while it hands out links. guard.c
bool markdown_check_size(struct markdown_reader *r);
bool markdown_check_shape(struct markdown_reader *r);
bool markdown_check_address(struct markdown_reader *r, const MD_SPAN_A_DETAIL *detail);
bool markdown_too_deep(struct markdown_reader *r);  // always false

// Puts CommonMark in the place of what others write beside it; false when the arena is full.
bool markdown_rewrite(struct markdown_reader *r);
// The article's line that a line of the source, counted like place.line, is from.
uint32_t markdown_line(const struct markdown_reader *r, uint32_t line);
// The last one that it stands for.
uint32_t markdown_line_end(const struct markdown_reader *r, uint32_t line);

// md4c wants three characters in each cell of a delimiter row, GFM one. Where the source has fewer, it becomes a copy
// with more dashes; false when the arena is full. Lines stay what they are.
bool markdown_widen(struct markdown_reader *r);
// The piece of the source without what was put into it: the bytes at *p before the next pad; *p and *n go on behind it.
struct str markdown_unwidened(struct markdown_reader *r, const char **p, size_t *n);

// Rows of tables: table.c
bool markdown_table_open(struct markdown_reader *r, const MD_BLOCK_TABLE_DETAIL *detail);
bool markdown_table_cell(struct markdown_reader *r, struct str text);
bool markdown_table_row(struct markdown_reader *r);

#endif
