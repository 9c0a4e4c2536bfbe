// The elements that the tree or the rows know by name, and what the standard says of each.
#ifndef PARSE_HTML_ELEMENT_H
#define PARSE_HTML_ELEMENT_H

#include "base/str.h"

// one line an element, in alphabetical order: X(name)
#define HTML_ELEMENTS(X) X(A) X(ABBR) X(ADDRESS)

enum html_element {
    ELEMENT_UNKNOWN,  // any other name
#define X(name) ELEMENT_##name,
    HTML_ELEMENTS(X)
#undef X
        ELEMENTS
};

// The element of this name in any case.
enum html_element html_element_of(struct str name);
const char *html_element_name(enum html_element element);

#endif
