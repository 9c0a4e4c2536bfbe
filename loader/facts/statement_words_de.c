#include "facts/statement_words.h"

const struct word_row WORDS_DE[] = {{0, 0, 0}};
