// A cheap guess at the language of a document, for what depends on it (mentions, the full-text configuration) where
// the metadata says nothing. A guess: never to be mixed with what a source states without saying so.
#ifndef ROWS_LANGUAGE_GUESS_H
#define ROWS_LANGUAGE_GUESS_H

#include "base/str.h"

// ISO 639-1 of valid UTF-8: by its script (ar el he hi ja ko ru th zh; ru stands for all Cyrillic), else by counting
// the commonest words of de en es fr it nl pl pt. STR_NULL when the text is too short, or no language is well ahead.
// Looks at the first 8,000 bytes, and at fewer where they leave no doubt. The string is static.
struct str language_guess(struct str text);

// Of what a source states: whether it begins with a two-letter code (de, EN, en-GB, pt_BR), and whether with this one.
bool language_is_code(struct str stated);
bool language_is(struct str stated, const char *code);

#endif
