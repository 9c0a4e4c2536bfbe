// The rows of statements: in paragraphs (all but code and leftover lines) and bullets.
#ifndef FACTS_STATEMENT_ROWS_H
#define FACTS_STATEMENT_ROWS_H

#include "facts/mention_rows.h"

// Emits the statements in the text of a row, whose mentions were emitted right before, where mentions emits its own.
// *count: emitted so far of the article. False when emit fails, or the arena is full.
bool statement_rows_of(const struct mention_rows *mentions, int32_t *count, const struct row *row, struct error *error);

#endif
