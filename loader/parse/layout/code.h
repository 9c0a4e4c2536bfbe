// Code and what programs print, told by its form: shell sessions, stack traces, requirements, JSON, XML, SQL, logs.
#ifndef PARSE_LAYOUT_CODE_H
#define PARSE_LAYOUT_CODE_H

#include "parse/layout/source.h"

// Whether a line, not empty, may begin any: most articles have no such line.
bool code_may_begin(struct str line);

// How many lines of code begin at line i of the source; 0: none. Never goes over a blank line.
size_t code_lines(const struct source *source, size_t i);

#endif
