// Why a line was taken for a heading, in words: the two groups of features that moved the trees most towards it.
#ifndef PARSE_EXTRACTED_REASON_H
#define PARSE_EXTRACTED_REASON_H

#include "parse/extracted/features.h"

// Such as "short, a longer text follows"; static or the arena's; NULL when that is full.
const char *reason_for(const struct context *context, const struct part *parts, size_t count, size_t index,
                       struct arena *arena);

#endif
