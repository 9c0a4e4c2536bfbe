// What sites put between the paragraphs of their articles and extractors take along: marks of advertisements, prompts
// to share, `Read more` without what. They are leftovers wherever they stand, and no headings.
#ifndef PARSE_EXTRACTED_FURNITURE_H
#define PARSE_EXTRACTED_FURNITURE_H

#include "parse/extracted/features.h"
#include "parse/line.h"

// Gives lines of form FORM_OPEN that are nothing else the form FORM_LEFTOVER. A word that a section may be called by
// (Werbung, Anzeige) is a mark where signs enclose it or it stands in the article again.
void furniture_mark(struct line *lines, struct part *parts, size_t count);

#endif
