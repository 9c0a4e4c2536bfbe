// One of several parts of all articles, told by their sources alone: machines that take one part each need nobody who
// shares the work out, and a part is the same whenever it is taken.
#ifndef INPUT_PART_H
#define INPUT_PART_H

#include "base/str.h"

#include <stdbool.h>

struct part {
    unsigned number, count;  // the number-th, from 1, of so many; count 0: all
};

#define PART_COUNT_MAX 1000000

// "2/8". False, and *part is as it was, when it is none.
bool part_parse(const char *text, struct part *part);

// The first eight bytes of the source's SHA-256, as one number with the highest byte first, leave number - 1 when they
// are divided by count. Every version has to say the same.
bool part_takes(const struct part *part, struct str source);

#endif
