// Text quoted by > at the start of its lines.
#ifndef PARSE_LAYOUT_QUOTE_H
#define PARSE_LAYOUT_QUOTE_H

#include "parse/layout/wrap.h"

// Whether the article quotes so: a single sign may be an arrow, or say "more than".
bool quote_found(const struct source *source, const struct wrap *wrap);

// Bytes of the marks that line i begins with: > or, where a quote stands in another, > >. 0: none.
size_t quote_marks(const struct source *source, size_t i);

// A mark without text: it parts two quotes.
bool quote_parts(const struct source *source, size_t i);

// Text of several sentences behind the mark, or right behind such: where lines aren't wrapped, arrows stand before
// links.
bool quote_tells(const struct source *source, size_t i);

#endif
