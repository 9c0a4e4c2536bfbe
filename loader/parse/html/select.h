// The article within the page: marks what is no part of it (node->left), each with its reason. A forest that was
// learned says of each unit (select_parts.h) how likely it is the article's, by what it is, what is around it and what
// the parts that hold it are called (select_features.h). No rules of single sites. False when the arena is full.
#ifndef PARSE_HTML_SELECT_H
#define PARSE_HTML_SELECT_H

#include "parse/html/tree.h"

// whole_page: only what is never text is left out.
bool html_select(struct html_tree *tree, bool whole_page, struct arena *arena, struct error *error);

#endif
