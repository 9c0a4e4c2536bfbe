// The words of a line, read into its shape: many at once, where the processor can.
#ifndef PARSE_EXTRACTED_WORDS_H
#define PARSE_EXTRACTED_WORDS_H

#include "parse/extracted/shape.h"

// p to end: what shape_scan reads of a line. Its words and characters are added to the shape.
void words_scan(struct shape *shape, const char *p, const char *end);

#endif
