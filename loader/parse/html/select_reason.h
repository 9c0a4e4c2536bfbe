// Why a unit is no part of the article: told by what the parts around it are called.
#ifndef PARSE_HTML_SELECT_REASON_H
#define PARSE_HTML_SELECT_REASON_H

#include "parse/html/select_parts.h"

enum html_left select_reason(const struct select_page *page, const struct select_part *part);

#endif
