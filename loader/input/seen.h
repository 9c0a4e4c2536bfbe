// The names that one file's records have had, so that a second record of the same name gets another one.
#ifndef INPUT_SEEN_H
#define INPUT_SEEN_H

#include "base/buf.h"

#include <stdbool.h>

// The first 65,000 names of a file are known exactly (but for one in 2^64); from there on a Bloom filter of 8 MB stands
// for all of them. It may take a new name for a known one: one in 10^6 among a million names, one in 500 among six.
struct seen;

// NULL when there is no memory.
struct seen *seen_new(void);
void seen_free(struct seen *seen);

// Forgets everything: another file begins.
void seen_clear(struct seen *seen);

// Whether the name was added before. Adds it.
bool seen_add(struct seen *seen, struct str name);

// Adds the name, behind which a number is written where it was there before: ~2, ~3, …
void seen_number(struct seen *seen, struct buf *name);

#endif
