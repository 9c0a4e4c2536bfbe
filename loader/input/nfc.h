// Unicode's composed form, NFC.
#ifndef INPUT_NFC_H
#define INPUT_NFC_H

#include "base/arena.h"

// s, which is valid UTF-8, in NFC: itself when it is that already (most texts are: one pass, no memory), else a copy in
// the arena. STR_NULL when the arena is full. More than 200 combining characters in a row are normalised in pieces.
struct str nfc(struct str s, struct arena *arena);

#endif
