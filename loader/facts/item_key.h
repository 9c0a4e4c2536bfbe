// The key by which the same thing is known wherever it stands: a name in lower case, without what writers vary. The SQL
// function item_key (schema/012_facts.sql) gives the same bytes: tests/e2e/item_key.bats compares them.
//
// The rule, in the order of work, over characters of Unicode 14 and whatever the locale:
//   1. only the first 250 characters count;
//   2. simple lower case (U+0130 is i);
//   3. apostrophes and quotation marks become straight, every hyphen and dash becomes "-", every run of white space and
//      zero-width characters becomes one space, or nothing where no white space is in it;
//   4. a dot is dropped after a single letter (U.S. -> us), dots before a space, one of , ; : ) and the end;
//   5. a space on either side of a slash is dropped;
//   6. spaces and , ; : are dropped from both ends, "the" from the beginning, and from the end footnote marks: * † ‡
//      and [1], [a], [note 1], [nb 1], [citation needed].
#ifndef FACTS_ITEM_KEY_H
#define FACTS_ITEM_KEY_H

#include "base/arena.h"
#include "base/str.h"

#include <stdint.h>

// Capitals first, first + step, … last have their small letter at this distance. Sorted.
struct lower_range {
    uint32_t first, last, step;
    int32_t distance;
};
extern const struct lower_range LOWER_RANGES[];
extern const size_t LOWER_RANGE_COUNT;

// The small letter of c, or c.
uint32_t lower_case(uint32_t c);

// Whether c is a letter to step 4: of ASCII, or from blocks of letters.
bool is_key_letter(uint32_t c);

// The key of valid UTF-8; empty where nothing is left. STR_NULL when the arena is full.
struct str item_key(struct str name, struct arena *arena);

#endif
