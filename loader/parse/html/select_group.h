// Units that are kept or left as one, so that no row of a table and no item of a list goes missing: those of a
// paragraph, a heading, a quote, a code block, and of a list or a table that holds nothing but items, cells and
// paragraphs; of a table, boxes (<div>) and headings in <th>, too.
#ifndef PARSE_HTML_SELECT_GROUP_H
#define PARSE_HTML_SELECT_GROUP_H

#include "parse/html/select_parts.h"

// Gives all units of a group their mean likelihood, by words. Returns the part of each unit's group, which is the
// unit's own where it stands alone; NULL when the arena is full.
uint32_t *select_group_level(const struct select_page *page, float *likelihoods, struct arena *arena);

#endif
