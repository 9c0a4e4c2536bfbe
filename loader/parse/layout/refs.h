// Addresses that programs print beside the text of links: numbered ones in a list at the end, [4]the report, and
// bracketed ones behind it, the report [https://…].
#ifndef PARSE_LAYOUT_REFS_H
#define PARSE_LAYOUT_REFS_H

#include "parse/block.h"
#include "parse/layout/source.h"

struct refs {
    size_t from;  // line of the source on which the list at the end begins, with its title; its count: there is none
    struct str *urls;  // by their numbers, from 1
    size_t count;
    bool bracketed;  // brackets hold addresses
};

// brackets: look for those in brackets, too. False when the arena is full.
bool refs_find(struct source *source, bool brackets, struct arena *arena, struct refs *refs);

// The text without its references, or the text itself when it holds nothing else. They are added to the *count *links
// (the arena's); their label is empty: what text they stand for is not told.
struct str refs_strip(const struct refs *refs, struct str text, struct arena *arena, const struct block_link **links,
                      size_t *count);

static inline bool refs_any(const struct refs *refs)
{
    return refs->count || refs->bracketed;
}

#endif
