// A page on its way to blocks: its tree, with what is no part of the article marked in it.
#ifndef PARSE_HTML_PAGE_H
#define PARSE_HTML_PAGE_H

#include "input/article.h"
#include "parse/html/tree.h"

// A piece of the page that was left out.
struct html_left_piece {
    enum html_left reason;
    uint32_t line;
    size_t characters;  // that are no white space
    struct str words;   // the first ones; gone when the callback returns
};

// Calls back for each piece with text, in order: neighbours with one reason are one piece. What is never text counts
// not.
typedef void html_left_fn(void *context, const struct html_left_piece *piece);
void html_left_out(const struct article *article, html_left_fn *piece, void *context);

// Whether a node is text of the article.
static inline bool html_is_kept(const struct html_node *node)
{
    return node->type == HTML_NODE_TEXT && !node->left;
}

// metadata.c: what the page states of the article goes to article->metadata.
bool html_metadata(struct article *article, struct arena *arena, struct error *error);

#endif
