// Which lines of broken tables fall into step, by their bars alone: where every line has as many as its neighbours, or
// full rows and lines without a bar take turns, no likeness of cells may shift the rows against the lines.
#ifndef PARSE_EXTRACTED_STEP_H
#define PARSE_EXTRACTED_STEP_H

#include "parse/extracted/path.h"

// Fills lines[].step, and takes from lines that stand between full rows the odds of being one's beginning. columns of
// all lines are known.
void step_find(const struct part *parts, struct path_line *lines, size_t count);

#endif
