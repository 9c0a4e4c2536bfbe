// Bare URLs in running text: http://, https:// and www. in any case, at the start of a word.
#ifndef PARSE_LINKS_H
#define PARSE_LINKS_H

#include "base/arena.h"
#include "base/str.h"
#include "parse/block.h"

// Whether the text may have a bare URL: false where it has none for sure. The quickest look.
bool links_may_be(struct str text);

// The next sign of a bare URL at or behind byte `from`: where there is none, up to text.n, there is no URL. Much
// quicker than links_next.
size_t links_sign(struct str text, size_t from);

// The next bare URL at or behind byte `from`: its bytes in the text, without the punctuation and the unbalanced
// brackets that end it. STR_NULL when there is none.
struct str links_next(struct str text, size_t from);

// What a bare URL as links_next gave it leads to: itself, or http:// before www. (a copy in the arena, STR_NULL when
// that is full).
struct str links_url(struct str bare, struct arena *arena);

// All bare URLs of a text, in order; the label is the URL as written, a part of `text`. The array is the arena's; NULL
// with *count 0 when there is none or the arena is full.
const struct block_link *links_find(struct str text, struct arena *arena, size_t *count);

#endif
