// A table's cell: how far it goes, and what stands in it, tables aside.
#ifndef PARSE_HTML_CELL_H
#define PARSE_HTML_CELL_H

#include "parse/html/tree.h"

enum holds { HOLDS_NOTHING, HOLDS_TEXT, HOLDS_TITLE, HOLDS_HEADING };  // a title: a heading alone

struct html_cell_content {
    size_t blocks, bytes;  // elements that are blocks, <div> aside; bytes of text
    enum holds holds;      // a picture is a text
    bool pictured;         // it holds a picture without text
    bool strong;           // a text, none of which is outside of <b> and <strong>
    bool nests;            // a table is in it
    bool post;             // what a reader wrote: a forum's or a comment's by name, and a sentence at least
};

// That it spans; 1 where it says nothing, or nonsense.
uint32_t html_cell_columns(const struct html_node *cell);
uint32_t html_cell_rows(const struct html_node *cell);

struct html_cell_content html_cell_content(const struct html_node *cell);

#endif
