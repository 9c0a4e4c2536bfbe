// Interviews and transcripts: who speaks stands before a colon at the start of each turn.
#ifndef PARSE_LAYOUT_SPEECH_H
#define PARSE_LAYOUT_SPEECH_H

#include "parse/layout/source.h"

// Marks the lines that begin a turn (source_line.speaks). Whether there are any.
bool speech_find(struct source *source);

#endif
