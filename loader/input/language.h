// The language that a source states, as a two-letter code of ISO 639-1.
#ifndef INPUT_LANGUAGE_H
#define INPUT_LANGUAGE_H

#include "base/arena.h"
#include "base/error.h"
#include "input/article.h"

// `en` of en, EN, eng, en-US, en_US.UTF-8, English, English (UK), eng_Latn. STR_NULL: none (und, mul), several, one
// without such a code, or a word that isn't known. The string is static.
struct str language_code(struct str stated);

// metadata->language becomes its code or STR_NULL; where that is not what the source states, its words go to
// metadata->other under "language", unless they are there. False: the arena is full.
bool language_settle(struct metadata *metadata, struct arena *arena, struct error *error);

#endif
