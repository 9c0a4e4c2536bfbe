// Hands blocks on as a user has corrected them: each that a correction means becomes another kind of block. What stands
// in the article stays, and in its order; lists and tables open and end where their items and rows now do.
#ifndef PARSE_CORRECTED_H
#define PARSE_CORRECTED_H

#include "base/arena.h"
#include "input/corrections.h"
#include "parse/block.h"

struct corrected {
    const struct article_corrections *corrections;
    struct arena *arena;
    block_fn *emit;
    void *context;
    struct block opening;  // of a list or table, until its first item or row comes
    bool opens, emptied;   // there is one; what would have been its first is something else now
    struct block header;   // of the table; no cells: it has none
    enum block_kind last;  // handed on; to begin with a heading
    bool made;             // an item: by a correction
    bool parted;           // the list: by a heading that a correction made
};

// A block_fn, with a struct corrected as its context.
bool corrected_block(void *corrected, const struct block *block, struct error *error);
// Hands on what is held back; for behind the last block.
bool corrected_finish(struct corrected *corrected, struct error *error);

#endif
