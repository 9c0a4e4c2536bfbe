// What stands between marks, as the standard has it read: references decoded, CR LF and CR alone as a newline.
#ifndef PARSE_HTML_DECODE_H
#define PARSE_HTML_DECODE_H

#include "base/arena.h"
#include "base/str.h"

enum html_decode {
    HTML_DECODE_REFERENCES = 1,
    HTML_DECODE_NULS = 2,  // NUL bytes become U+FFFD
    HTML_DECODE_IN_ATTRIBUTE = 4,

    HTML_DECODE_TEXT = HTML_DECODE_REFERENCES,
    HTML_DECODE_CDATA = 0,
    HTML_DECODE_RCDATA = HTML_DECODE_REFERENCES | HTML_DECODE_NULS,
    HTML_DECODE_RAW = HTML_DECODE_NULS,
    HTML_DECODE_ATTRIBUTE = HTML_DECODE_REFERENCES | HTML_DECODE_NULS | HTML_DECODE_IN_ATTRIBUTE,
};

// s itself where nothing changes, else a copy in the arena; cut when that is full (arena->failed).
struct str html_decode(struct str s, enum html_decode how, struct arena *arena);

// s with U+FFFD for each NUL byte.
struct str html_replace_nuls(struct str s, struct arena *arena);

#endif
