// The title of an article: its header's, else the only heading of level 1 wherever it stands, else the header's name,
// else the heading that begins the article, whatever badges, logos or links to other languages stand before it, else
// what its logo is called.
#ifndef ROWS_TITLE_H
#define ROWS_TITLE_H

#include "input/article.h"
#include "parse/block.h"

// What may be the title; all zero at first. Its strings are those of the blocks.
struct title {
    struct str first;  // heading that begins the article
    struct str top;    // the first of level 1 that is marked
    int tops;          // how many there are
    bool worded;       // something else has begun the article
    struct str logo;   // what the picture is called that the article begins with, if it is one alone
    bool named;        // a later block has that name, too
};

// Takes each block in turn. `begins`: it is the first.
void title_see(struct title *title, const struct block *block, bool begins);

// STR_NULL when there is none.
struct str title_of(const struct title *title, const struct metadata *metadata);

#endif
