// The sink that checks its own program: every character of an extracted article that is neither markup nor white
// space must come back in exactly one row, in reading order. An article where one doesn't is rejected with its line.
#ifndef SINK_VERIFY_SINK_H
#define SINK_VERIFY_SINK_H

#include "sink/sink.h"

// Markup is: the mark of a list item and its number; the colon between label and text; bars, and a backslash before
// one, in tables; a delimiter line. Of Markdown, whose markup is not all told by the rows, what the rows hold is
// checked: their characters, colons aside, must stand in the text in this order. Of HTML, text that is no part of the
// article is left out: *left_out, where it is given, becomes the count of its characters when the sink is closed.
struct sink *verify_sink_open(size_t *left_out, struct error *error);

#endif
