// Decides what each line of an extracted article is: the marks of headings are lost, items and table rows may be
// broken over several lines. The whole article is decided at once.
#ifndef PARSE_EXTRACTED_STRUCTURE_H
#define PARSE_EXTRACTED_STRUCTURE_H

#include "parse/extracted/features.h"
#include "parse/line.h"

// The lines that aren't blank, measured. false when the arena is full.
bool structure_parts(const struct lines *lines, struct arena *arena, struct part **parts, size_t *count);

// The reasons that are told lie in the arena, all else in `scratch`, which may be the same; false when that is full.
bool structure_decide(struct lines *lines, struct arena *arena, struct arena *scratch);

#endif
