// Splits running text into sentences.
//
// A sentence ends at . ! ? … or 。！？ and the quotes and brackets behind it, where white space and something else than
// a small letter follow, and at every line break. A full stop ends none behind an abbreviation (a table for the four
// languages of statements), a single capital letter, or, before a month or a small letter, a number (3. Mai).
#ifndef FACTS_SENTENCE_H
#define FACTS_SENTENCE_H

#include "base/str.h"

#include <stdbool.h>

// The sentence that begins at byte *at, without white space at its ends; *at moves behind it. False at the text's end.
bool sentence_next(struct str text, size_t *at, struct str *sentence);

#endif
