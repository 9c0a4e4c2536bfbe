// The parser of extracted text with slices of another size, for tests: rows are the same but for what is told by more
// of the article than a slice.
#ifndef PARSE_EXTRACTED_EXTRACTED_H
#define PARSE_EXTRACTED_EXTRACTED_H

#include "parse/extracted/slice.h"
#include "parse/parser.h"

bool extracted_parse_by(struct article *article, const struct slice_size *size, struct arena *arena, block_fn *emit,
                        void *context, struct error *error);

#endif
