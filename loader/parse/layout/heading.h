// Lines that are headings by their form.
#ifndef PARSE_LAYOUT_HEADING_H
#define PARSE_LAYOUT_HEADING_H

#include "parse/layout/source.h"

// Level of the heading at line i under which a line of one sign is about as long, by that sign; 0: it is none.
int heading_underlined(const struct source *source, size_t i);

// Level of a heading with marks before it, # Title, in text that is otherwise no Markdown; 0: it is none.
int heading_hashes(struct str text);

#endif
