// Hands blocks on with who speaks in their label: of a paragraph with which a turn begins, and of one below a name that
// stands alone. Blocks of an article in which nobody speaks come through as they are.
#ifndef PARSE_TURNS_H
#define PARSE_TURNS_H

#include "base/arena.h"
#include "parse/block.h"
#include "parse/speakers.h"

struct turns {
    const struct speakers *speakers;
    struct arena *arena;
    block_fn *emit;
    void *context;
    struct block name;  // the paragraph that is only a name, until what is said comes
    struct turn turn;   // of it
    bool held;
    bool literal;  // * and _ are text: what they stand around is no name
};

// A block_fn, with a struct turns as its context.
bool turns_block(void *turns, const struct block *block, struct error *error);
// Hands on a name that is held back; also for behind the last block.
bool turns_flush(struct turns *turns, struct error *error);

#endif
