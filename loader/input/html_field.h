// HTML that a field of a record holds, told by its content: WordPress's content.rendered, Ghost's html, a feed's
// content:encoded, a crawler's page.
#ifndef INPUT_HTML_FIELD_H
#define INPUT_HTML_FIELD_H

#include "base/str.h"

#include <stdbool.h>

enum html_field {
    HTML_FIELD_NONE,
    HTML_FIELD_MIXED,  // tags, and text beside them that Markdown or blank lines divide: Markdown's parser knows both
    HTML_FIELD_FRAGMENT,  // an article's own HTML: all of it is the article
    HTML_FIELD_PAGE,      // a whole document: the article is in it somewhere
};

enum html_field html_field_of(struct str text);

// Whether HTML says what the text says: nine in ten words of each are in the other. Then it is the same article, with
// its structure. A page with its menus and what else is on it says more.
bool html_field_says(struct str html, struct str text);

#endif
