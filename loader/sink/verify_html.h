// The check of pages: whether the rows hold each character of the article's text once, white space aside. Blocks may
// stand in another order than on the page (a table within another's cell, a caption). A column's header says what is
// above several columns again, which then stands in the header to its left, too.
#ifndef SINK_VERIFY_HTML_H
#define SINK_VERIFY_HTML_H

#include "rows/row.h"

struct verify_html_row {
    struct str label, text;
    uint32_t line;
    bool lines;  // each stands somewhere by itself
};

// Zero it first; release it last.
struct verify_html {
    const struct article *article;
    struct verify_html_row *rows;
    size_t count, room;
    struct str left;  // the last header
    size_t left_out;  // characters of all pages so far that are no part of their articles
};

void verify_html_begin(struct verify_html *v, const struct article *article);

// The texts of rows must live until the document's row comes. False where they differ from the page's, or without
// memory.
bool verify_html_add(struct verify_html *v, const struct row *row, struct error *error);

void verify_html_release(struct verify_html *v);

// Whether what a table's header says beside its own stands in the header to its left.
bool verify_repeats_left(struct str header, struct str own, struct str left);

#endif
