// Quotes of plain text: marked by >, as mail has it, or set in from the text around.
#ifndef PARSE_LAYOUT_QUOTE_H
#define PARSE_LAYOUT_QUOTE_H

#include "parse/layout/wrap.h"

// Whether the article quotes by >: a single sign may be an arrow, or say "more than".
bool quote_found(const struct source *source, const struct wrap *wrap);

// Bytes of the marks that line i begins with: > or, where a quote stands in another, > >. 0: none.
size_t quote_marks(const struct source *source, size_t i);

// A mark without text: it parts two quotes.
bool quote_parts(const struct source *source, size_t i);

// Text of several sentences behind the mark, or right behind such: where lines aren't wrapped, arrows stand before
// links.
bool quote_tells(const struct source *source, size_t i);

// Whether lines `first` to `last` of wrapped text, blank lines around them, are a quote that is set in: sentences that
// stand further to the right than the text around them, as browsers print <blockquote>.
bool quote_set_in(const struct source *source, size_t first, size_t last);

#endif
