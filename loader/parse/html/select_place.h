// Keeps what was not likely enough for its place: headings of what is kept, captions and short lines between kept
// units, and the lists and tables amid them.
#ifndef PARSE_HTML_SELECT_PLACE_H
#define PARSE_HTML_SELECT_PLACE_H

#include "parse/html/select_parts.h"

// groups: of select_group_level; least: the likelihood from which on units are kept. False when the arena is full.
bool select_places_keep(const struct select_page *page, const float *likelihoods, const uint32_t *groups, float least,
                        bool *kept, struct arena *arena);

#endif
