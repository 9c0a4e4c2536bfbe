#include "facts/statement_words.h"

const struct word_row WORDS_ES[] = {{0, 0, 0}};
