// An article of very many lines is read slice by slice, so that what is known of each line needn't be kept of all. A
// slice is read with lines before and behind it: what they are is told by their neighbours, of which so many count.
#ifndef PARSE_EXTRACTED_SLICE_H
#define PARSE_EXTRACTED_SLICE_H

#include "input/article.h"

struct slice_size {
    uint32_t lines;   // of the source
    uint32_t margin;  // lines before and behind
};

// Some 150 MB for what is known of its lines, 830 bytes each, and 1,080 of one with bars. The margin is more than a
// row may be printed over, and a table's header is told by (path.c, extracted.c).
#define SLICE_SIZE ((struct slice_size){1 << 17, 256})

struct slice {
    struct article article;  // its text is the slice's, with the margins; the title is known to the first alone
    uint32_t from, end;      // the slice's lines among those of that text, from 0; the last one's end: UINT32_MAX
    size_t at;               // where in the whole text line `from` begins
};

// The first slice; the whole where there are no more lines. The margins are the slice's own.
void slice_first(struct slice *slice, const struct article *article, const struct slice_size *size);

// The next one, which begins with the line `next` of the slice's text. False where no line is left.
bool slice_next(struct slice *slice, uint32_t next, const struct article *article, const struct slice_size *size);

// Takes the margin before it away.
void slice_cut(struct slice *slice);

#endif
