// The sink that prints how each line was understood, as JSON lines: for extracted text one object a source line, but
// one for all lines of a table row, for Markdown one a block. Fields: line, type (heading, paragraph, bullet,
// table_header, table_delimiter, table_row, quote, code, other), level, list, table, and where they apply cells, part
// (2, 3, … for the further lines of a block), end (the last line: Markdown, rows of several lines), depth, ordinal,
// label, text (Markdown), confidence, reason, leftover.
#ifndef SINK_JSONL_SINK_H
#define SINK_JSONL_SINK_H

#include "sink/sink.h"

#include <stdio.h>

// Prints to `out`, which stays the caller's; or, with a directory, to one file an article: NAME.txt and NAME.md become
// NAME.jsonl, other names get .jsonl appended. Failures are ERROR_OUTPUT.
struct sink *jsonl_sink_open(FILE *out, const char *directory, struct error *error);

#endif
