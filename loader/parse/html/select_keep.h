// Which units of a page are its article.
#ifndef PARSE_HTML_SELECT_KEEP_H
#define PARSE_HTML_SELECT_KEEP_H

#include "parse/html/select_parts.h"

// Fills kept, one of each unit; none where nothing looks like an article, which *unlike says then; and which of them
// are a dialog's that would pass for the article, or a good part of it: these are not kept. False when the arena is
// full.
bool select_keep(const struct select_page *page, bool *kept, bool *dialog, bool *unlike, struct arena *arena);

#endif
