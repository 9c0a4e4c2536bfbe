// Headings that hold blocks (<h2><div>…</div></h2>), which the standard doesn't allow and one in sixty does.
#ifndef PARSE_HTML_HEADINGS_H
#define PARSE_HTML_HEADINGS_H

#include "parse/html/tree.h"

// The blocks of a short one are its words: phrases. A long one has no end tag, and all that follows in it: it ends
// before its first block.
void html_headings_settle(struct html_node *body);

#endif
