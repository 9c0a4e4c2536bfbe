// Blocks of the HTML that stands between Markdown's: headings, lists, tables, figures, code. A table may hold Markdown,
// which goes to its cells.
#ifndef PARSE_MARKDOWN_HTML_H
#define PARSE_MARKDOWN_HTML_H

#include "parse/block.h"

#include <stdbool.h>
#include <stddef.h>

#define HTML_LISTS_MAX 100

struct markdown_reader;

struct html_cell {
    struct block_cell cell;
    char *room;  // of its text, where that is put together
    size_t capacity;
    size_t columns, rows;  // that it spans
    bool head;
};

struct html_span {
    struct str text;
    size_t rows;  // further ones that it goes over
};

struct markdown_html {
    int32_t ordinals[HTML_LISTS_MAX];  // of the next item, -1 in lists without
    int lists, quotes;
    int level;         // of the open heading; 0 for none
    bool headed;       // it has had its text
    bool item, term;   // an item waits for its text; a term for its definition
    bool labels;       // the text is a caption or a summary
    struct str carry;  // tags before a block that go with its text
    // tables
    int tables;   // in each other; the outermost one has the cells
    int layouts;  // around them: tables whose cells are blocks one after another
    bool in_cell, in_head;
    struct html_cell *cells;
    size_t cell_count, cell_capacity;
    struct html_span *spans;
    size_t span_count;
    struct html_cell between;  // text between the row's cells, which follows it; no text: none
    uint32_t row_line, table_line, between_end, last_line;  // last_line: of what has been read
    size_t rows;
    bool open;            // the last block was the table's
    struct block header;  // that waits for a further row of it; no cells: none
    size_t header_links;  // of those that have been read
    bool emitting;        // blocks go out as they are
    bool never_closes;    // no table that is yet to come has an end
    const char *closes;   // the end of a table
};

// Emits the blocks of a piece of HTML that begins on this line of the source.
bool markdown_html_block(struct markdown_reader *r, struct str raw, uint32_t line);
// A block of Markdown within an open table, heading or item of HTML: *taken when it goes there.
bool markdown_html_takes(struct markdown_reader *r, struct block *block, bool *taken);
// A picture in a heading: what it is called waits until it is known whether the heading has other words. False when the
// piece of HTML is none.
bool markdown_html_picture(struct markdown_reader *r, struct str piece);
void markdown_html_alt(struct markdown_reader *r, struct str s);

// Ends what is open.
bool markdown_html_finish(struct markdown_reader *r);

// Between html.c, html_table.c and html_layout.c.
struct html_tag;
// Whether the table only lays out what is in it. rest: from its tag on; behind: what follows that in the source.
bool markdown_html_lays_out(const struct html_tag *table, struct str rest, struct str behind);
bool markdown_html_emit(struct markdown_reader *r, struct block *block);
size_t markdown_html_number(const struct html_tag *tag, const char *attribute);  // from 1
bool markdown_html_open_cell(struct markdown_reader *r, const struct html_tag *tag, uint32_t line);
bool markdown_html_add_to_cell(struct markdown_reader *r, struct str text);
bool markdown_html_hold(struct markdown_reader *r, const struct block *text);  // that stands between the cells of a row
bool markdown_html_close_row(struct markdown_reader *r, uint32_t line);
bool markdown_html_header(struct markdown_reader *r);  // hands on the header that waits, if any

#endif
