// Who speaks in the article of a page.
#ifndef PARSE_HTML_TALK_H
#define PARSE_HTML_TALK_H

#include "parse/html/page.h"
#include "parse/speakers.h"

// Whether anybody does: speakers_find of the article's blocks, a line each. The names lie in the arena. False, too,
// where that is full.
bool html_speakers(const struct html_node *document, struct arena *arena, struct speakers *speakers);

#endif
