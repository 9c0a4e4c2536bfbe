// Typed values: what a whole text is, if it is a number, share, quantity, sum of money, date, or yes or no. A text that
// could be read in two ways (4/5/2024, 1,234 where nothing tells what the comma is) is none of them: a wrong type is
// worse than none. A month (March 2024) is no date, a span (5–10) no number, a score (2-1) neither.
#ifndef FACTS_VALUE_H
#define FACTS_VALUE_H

#include "rows/row.h"

// What separates a number's fraction, for those that leave it open: 1,234 and 1.234.
enum decimal_sign { DECIMAL_UNKNOWN, DECIMAL_POINT, DECIMAL_COMMA };

// False, and VALUE_NONE, where the text is no value.
bool value_read(struct str text, enum decimal_sign decimal, struct value *v);

// The convention that a text's number shows by itself: 1,234.5 and 3.5 have a point; DECIMAL_UNKNOWN where it shows
// none.
enum decimal_sign value_decimal(struct str text);

// Whether a text says that there is nothing to say: empty, without letter or digit (but for a tick), n/a, NaN, NaT,
// null.
bool value_is_absent(struct str text);

// Whether no letter, digit or tick is in it: ", -, ….
bool value_is_signs(struct str text);

// What a column's header says of the numbers below it: a unit or magnitude in brackets (Pledge (US$ million), Share
// (%)), behind a comma or "in" (Length in km), or a currency alone (US$ m). Leaves both alone where it says nothing.
void value_header(struct str header, struct str *unit, double *magnitude);

// What a line above or below a table says of all its sums: 1e6 of "The amounts are in millions."; 1 where it says
// nothing.
double value_scale(struct str text);

// Whether a unit is a code of ISO 4217.
bool value_is_currency(struct str unit);

// Without white space and footnote marks at its end.
struct str value_trim(struct str text);

#endif
