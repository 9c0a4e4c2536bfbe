// Whether a text is that of a whole page: menus before the article, footers behind it.
#ifndef PARSE_LAYOUT_PAGE_H
#define PARSE_LAYOUT_PAGE_H

#include "parse/layout/source.h"

bool page_found(const struct source *source);

#endif
