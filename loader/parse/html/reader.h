// What the parts of the HTML parser share: the walk over the tree that emits blocks.
#ifndef PARSE_HTML_READER_H
#define PARSE_HTML_READER_H

#include "parse/html/page.h"
#include "parse/html/run.h"
#include "parse/parser.h"

struct html_reader {
    const struct article *article;
    struct arena *arena;
    block_fn *emit;
    void *context;
    struct error *error;
    struct html_run run;
    // byte offsets at which lines begin
    const uint32_t *lines;
    size_t line_count;
    // around the text being read
    int quotes, captions, titles;  // titles: of what follows (summary, legend)
    int lists;
    bool list_begins;  // no item of the outermost list has come
    // the item that waits for its text
    bool item_waits;
    int32_t ordinal;
    size_t label_end;  // of its text, up to where it is strong; 0: it isn't
    struct str term;   // that labels it; NULL: none
    uint32_t item_line, term_line, term_line_end;
    size_t cells_left;  // that spans may yet fill
};

uint32_t html_line(const struct html_reader *r, uint32_t offset);

// Hands a block on, with the links of the texts that were finished for it. False when that failed.
bool html_emit(struct html_reader *r, struct block *block);

// Ends the run of text: it is a block.
bool html_flush(struct html_reader *r);

// Sets the lines of a block to those of the run's text, before it is finished; else to the node's.
void html_place(const struct html_reader *r, const struct html_node *node, struct block *block);

// What is below a node, block by block; one node.
bool html_walk(struct html_reader *r, const struct html_node *node);
bool html_visit(struct html_reader *r, const struct html_node *node);

// list.c: lists and definition lists, from <ul>, <ol>, <dl>.
bool html_list(struct html_reader *r, const struct html_node *node);
bool html_definitions(struct html_reader *r, const struct html_node *node);
// The waiting item gets its text, and its label.
bool html_emit_item(struct html_reader *r, struct block *block);
// Something else comes first: an item without text, or with its term alone; or none. marked: it says that there is one.
bool html_settle_item(struct html_reader *r, bool marked);

// table.c
bool html_table(struct html_reader *r, const struct html_node *node);

// Whether one of these is below the node, items of lists and tables in it aside.
bool html_has_heading(const struct html_node *node);

// Level of the heading that the node is; 0: it is none.
int html_heading_level(const struct html_node *node);

#endif
