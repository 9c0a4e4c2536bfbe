// The label of a list item: `Intelligence Sharing: Effective counterterrorism …` → `Intelligence Sharing`.
#ifndef ROWS_LABEL_H
#define ROWS_LABEL_H

#include "base/str.h"

#include <stdbool.h>

// Splits at the first colon that ends a label. False, and nothing set, when there is none: a label is followed by
// white space and text, is at most 100 characters and 12 words long, ends no sentence inside, leaves no bracket or
// quote open, and holds a letter or digit; a number before a number (a time, a ratio) is none.
bool label_split(struct str item, struct str *label, struct str *text);

#endif
