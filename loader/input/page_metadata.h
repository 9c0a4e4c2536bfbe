// What a page of HTML states of the article that it holds: the statements that its parser found, ranked.
#ifndef INPUT_PAGE_METADATA_H
#define INPUT_PAGE_METADATA_H

#include "base/arena.h"
#include "base/error.h"
#include "input/article.h"

enum page_source {
    PAGE_META,      // <meta>: its name, property or http-equiv
    PAGE_ELEMENT,   // its tag, and the attribute that says so: title, html lang, link rel=canonical
    PAGE_ITEMPROP,  // microdata: its property
    PAGE_JSON_LD,   // no name; the value is the script's text
};

struct page_statement {
    enum page_source source;
    struct str name, value;
};

// Fills article->metadata where it says nothing, the best statement first; all others go to metadata.other under their
// names, what was taken from where under "stated_by". Statements are in the order of the page. False: the arena is
// full.
bool page_metadata(struct article *article, const struct page_statement *statements, size_t count, struct arena *arena,
                   struct error *error);

#endif
