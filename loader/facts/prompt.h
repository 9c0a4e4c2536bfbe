// What asks readers to do something (Subscribe to our newsletter, Donate now, Lire aussi): it tells nothing of
// anything.
#ifndef FACTS_PROMPT_H
#define FACTS_PROMPT_H

#include "base/str.h"

#include <stdbool.h>

// Whether a label, or the text of a list item, is one.
bool prompt_is(struct str text);

#endif
