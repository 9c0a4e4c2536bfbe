// What a text is like: words, sentences, and how much of it the page's title and JSON-LD's articleBody hold.
#ifndef PARSE_HTML_SELECT_TEXT_H
#define PARSE_HTML_SELECT_TEXT_H

#include "parse/html/select_parts.h"

// Words of the title and pairs of words of the body, as bits at their hashes.
struct select_known {
    uint64_t *title, *body;  // body: NULL for none
    uint32_t body_mask;      // of bits
    uint32_t title_count;
};

enum { SELECT_TITLE_BITS = 1024 };

// Adds what the head says: title, og:title, JSON-LD.
bool select_known_read(struct select_known *known, const struct html_tree *tree, bool *is_article, struct arena *arena);

// Adds what the text counts; `linked` when it is in a link.
void select_text_add(struct select_text *text, const struct select_known *known, struct str s, bool linked);

#endif
