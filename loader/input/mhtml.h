// Pages as browsers save them into one file: MIME's multipart/related (RFC 2557), .mhtml and .mht.
#ifndef INPUT_MHTML_H
#define INPUT_MHTML_H

#include "base/arena.h"
#include "base/error.h"
#include "input/article.h"

// Whether a file begins as one does. Mail that was sent is none.
bool mhtml_looks(struct str head);

// The page out of article->bytes, which are a whole file: they become its part text/html, with what the file says of
// its charset, its address and when it was saved. False: there is no such part, or the arena is full.
bool mhtml_read(struct article *article, struct arena *arena, struct error *error);

#endif
