// The elements of a cell's list, in order; a text that is no list is its own only element.
//
// Line breaks and bullet signs always separate; semicolons where no part is longer than eight words; commas where the
// text looks like a list and not like a sentence: no part longer than six words, none begins with a relative or
// subordinating word (which, including, but …), no full stop inside, dates and quantities excepted (May 12, 1985;
// Espresso, 60 ml). Separators inside brackets, quotation marks and numbers never separate. "and" separates only after
// a comma list whose parts are short and whose first part has no preposition. Places with their country or state
// (Athens, Greece) and names turned round (Smith, JohnJohn Smith) are one. The rules are those that list_elements had
// in SQL, where its cases came from: of 100 split cells and labels drawn by lot, 11 should have been one.
#ifndef FACTS_LIST_H
#define FACTS_LIST_H

#include "base/arena.h"
#include "base/str.h"

#define LIST_MOST 200  // elements; a longer list is one text, so that hostile cells don't multiply

// Slices of the text. False when the arena is full. *count is at least 1.
bool list_elements(struct str text, struct arena *arena, struct str **elements, size_t *count);

#endif
