// A page on its way to blocks: its tree, with what is no part of the article marked in it.
#ifndef PARSE_HTML_PAGE_H
#define PARSE_HTML_PAGE_H

#include "parse/html/tree.h"

// The arena's, as the tree is.
struct html_page {
    struct html_tree tree;
};

#endif
