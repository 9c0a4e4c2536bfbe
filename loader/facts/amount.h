// Sums and numbers in running text: US$40.2 million, 5m euros, 1,5 Milliarden Euro, 480 millions de dollars.
#ifndef FACTS_AMOUNT_H
#define FACTS_AMOUNT_H

#include "base/arena.h"
#include "facts/clause.h"

// Joins tokens that make one number or sum (TOKEN_MONEY) in place; returns how many are left.
int amount_join(struct str text, enum statement_language language, struct token *tokens, int count);

// What a sum or number says. number: decimal digits with at most one full stop; STR_NULL where it isn't in digits.
// currency: the ISO 4217 code, or `$` where nothing says whose dollars; STR_NULL for none.
struct amount {
    struct str number, currency;
};
struct amount amount_read(struct str text, enum statement_language language, struct arena *arena);

#endif
