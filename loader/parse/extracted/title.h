// The line that is the article's title, where the source's metadata know that: records, front matter, CSV.
#ifndef PARSE_EXTRACTED_TITLE_H
#define PARSE_EXTRACTED_TITLE_H

#include "parse/extracted/features.h"
#include "parse/line.h"

// Of the corpus's lines that equal the title within these, 229 of 230 are headings (six further behind: 4).
enum { TITLE_LINES = 10 };

// The index among `parts` of the first that equals lines->title, whole or up to one of its " | ", " - ", " – ", " — ",
// " » ", behind which sites write their names; the case of ASCII and the width of white space don't matter. `count`
// when there is none among the first TITLE_LINES, or when layout has told that it is something else than a heading.
size_t title_find(const struct lines *lines, const struct part *parts, size_t count);

#endif
