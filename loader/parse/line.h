// What the readers of plain text share: an article as the lines on which it is decided. Layout (parse/layout/) makes
// them of the source's lines and says what their form alone tells; the decision (parse/extracted/) says what each is.
#ifndef PARSE_LINE_H
#define PARSE_LINE_H

#include "base/arena.h"
#include "input/article.h"
#include "parse/block.h"
#include "parse/cells.h"
#include "parse/speakers.h"

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

// What layout alone tells of a line, by marks, borders or columns.
enum line_form {
    FORM_OPEN,  // nothing: its words and its neighbours decide
    FORM_ITEM,
    FORM_ROW,
    FORM_HEADER,   // a table's first row, told to be one by a rule or by the rows below it
    FORM_HEADING,  // underlined, or marked with #
    FORM_QUOTE,
    FORM_LEFTOVER,
    FORM_CODE,
    FORM_TEXT,  // somebody speaks
};

enum { LINE_NO_RULE = UINT32_MAX };

struct line {
    // By layout. text: without the line's end, its white space at both ends kept where form is FORM_OPEN.
    struct str text;
    uint32_t first, last;  // lines of the source, from 0
    uint8_t form;          // enum line_form
    bool starts;           // items: of a list, rows: of a table
    bool inside;           // text: a further paragraph of an item
    uint8_t depth;         // items: from 1; headings: 1–6
    uint8_t blanks;        // blank lines before it, at most 255; LAYOUT_LINES: 0, blank lines are lines of their own
    uint8_t indent;        // columns before it, more than most lines have; at most 255
    uint16_t cell_count;
    int32_t ordinal;                 // items: of an ordered list, else -1
    struct str marked;               // items: the text with its mark; empty where that stands on several lines
    struct str label;                // items: the term that is defined, else NULL
    uint32_t rule;                   // header: the source's line, from 0, that rules it off, or LINE_NO_RULE
    const struct block_cell *cells;  // rows
    const struct block_link *links;  // addresses that stood beside the text
    size_t link_count;
    // By the decision.
    enum line_kind kind;
    enum row_style style;  // rows: the same in the whole article
    bool starts_block;     // rows: the table begins here; items: the list begins here
    bool glued;        // items: the last " - " in the line is the mark of another; " -" at its end, of the next line's
    bool behind;       // rows: text that stands behind the last bar of its row
    uint8_t level;     // headings: 1–6
    float confidence;  // headings: 0–1
    const char *reason;  // headings and leftovers: static or the arena's
};

struct lines {
    struct line *lines;
    size_t count;
    enum layout layout;               // LAYOUT_LINES, _BLOCKS or _WRAPPED
    unsigned width;                   // columns at which lines are wrapped; 0: they aren't
    bool page;                        // a whole page's text, menus and footers and all
    struct str title;                 // that the source's metadata know, else NULL
    const struct speakers *speakers;  // NULL: nobody speaks
};

// Reads how article->text is laid out; article->layout forces it. The lines lie in `scratch`, which may be the arena;
// their texts, cells and links in the arena. False when that is full.
bool layout_read(const struct article *article, struct arena *arena, struct arena *scratch, struct lines *out);

#endif
