// The check of pages: whether the rows hold each character of the article's text once, white space aside. Blocks may
// stand in another order than on the page only as whole pieces (a table within another's cell, a caption).
#ifndef SINK_VERIFY_HTML_H
#define SINK_VERIFY_HTML_H

#include "rows/row.h"

struct verify_html_text;

// Zero it first; release it last. The article's page must be open (html_open) when rows come.
struct verify_html {
    const struct article *article;
    struct verify_html_text *text;  // of the article; NULL: not gathered yet
    size_t left_out;                // characters of all pages so far that are no part of their articles
};

void verify_html_begin(struct verify_html *v, const struct article *article);

// False where they differ, or without memory.
bool verify_html_row(struct verify_html *v, const struct row *row, struct error *error);

void verify_html_release(struct verify_html *v);

#endif
