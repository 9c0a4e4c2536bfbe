// The article within the page: marks what is no part of it (node->left), each with its reason. Semantics first (main,
// article, role, microdata, JSON-LD's articleBody), then text and link density of the tree. No rules of single sites.
#ifndef PARSE_HTML_SELECT_H
#define PARSE_HTML_SELECT_H

#include "parse/html/tree.h"

// whole_page: only what is never text is left out.
bool html_select(struct html_tree *tree, bool whole_page, struct arena *arena, struct error *error);

#endif
