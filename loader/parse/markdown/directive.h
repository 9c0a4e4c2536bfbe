// Directives: blocks that a fence with a name opens (```{note} Title, :::{tip}, ::: warning Title, /// note |
// Title).
#ifndef PARSE_MARKDOWN_DIRECTIVE_H
#define PARSE_MARKDOWN_DIRECTIVE_H

#include "parse/markdown/rewrite.h"

struct directive {
    char fence;
    size_t bytes;  // of the fence
    struct str name, title;
    bool options;  // may follow: it is one of MyST
};

// Reads the line that opens one. False when it opens none, or one whose body is no Markdown.
bool directive_read(struct str line, struct directive *d);

// Behind the options (:name: value, or lines between ---) that the body begins with.
uint32_t directive_skip_options(const struct rewrite *rw, uint32_t i);

// list-table and csv-table: writes the table, whose opening line is `i` and is out; returns the line behind the fence
// that closes it, or `i` when it is no such table.
uint32_t directive_table(struct rewrite *rw, uint32_t i, size_t column, const struct directive *d);

#endif
