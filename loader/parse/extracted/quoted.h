// Paragraphs in quotation marks.
#ifndef PARSE_EXTRACTED_QUOTED_H
#define PARSE_EXTRACTED_QUOTED_H

#include "parse/extracted/features.h"

// Line i is one quotation from end to end, in no dialogue: neither of the lines beside it begins with a quotation mark.
bool quoted_whole(const struct part *parts, size_t count, size_t i);

#endif
