// A cheap guess at the language of a document, for what depends on it (mentions, the full-text configuration) where
// the metadata says nothing. A guess: never to be mixed with what a source states without saying so.
#ifndef ROWS_LANGUAGE_GUESS_H
#define ROWS_LANGUAGE_GUESS_H

#include "base/str.h"

// ISO 639-1 of valid UTF-8: by its script alone (el ja ko th zh), else by the commonest words: de en es fr it nl pl pt
// in Latin script, ru, ar, hi, he in theirs. STR_NULL when the text is too short, names rather than sentences, a
// mixture, or in another language: some seventy others are known by their words only so that they are not taken for
// these. Looks at three windows of at most 2,700 bytes, and at less where they soon hold words enough. The string is
// static.
struct str language_guess(struct str text);

// Of what a source states: whether it begins with a two-letter code (de, EN, en-GB, pt_BR), and whether with this one.
bool language_is_code(struct str stated);
bool language_is(struct str stated, const char *code);

#endif
