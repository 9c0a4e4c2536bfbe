// Character references: `&amp;` `&copy` `&#233;` `&#xE9;`, by the rules of the HTML standard ("Character reference
// state"): the longest name that the standard knows, old names also without a semicolon.
#ifndef PARSE_HTML_REFERENCE_H
#define PARSE_HTML_REFERENCE_H

#include "base/str.h"

#define HTML_REFERENCE_CHARACTERS 8  // bytes of the longest one's characters, and room

// The reference that s begins with (at its `&`): how many bytes of s it takes, and its characters at out (room for
// HTML_REFERENCE_CHARACTERS bytes). 0 when it is none. in_attribute: one without a semicolon is none before `=`, a
// letter or a digit. Its characters are at most one byte longer than it.
size_t html_reference(struct str s, bool in_attribute, char *out, size_t *out_n);

#endif
