// Why a unit is no part of the article: told by what the parts around it are called in which nothing is kept.
#ifndef PARSE_HTML_SELECT_REASON_H
#define PARSE_HTML_SELECT_REASON_H

#include "parse/html/select_parts.h"

// Fills reasons (enum html_left), one of each unit; HTML_LEFT_NOT of those that are kept. False when the arena is full.
bool select_reasons(const struct select_page *page, const bool *kept, uint8_t *reasons, struct arena *arena);

#endif
