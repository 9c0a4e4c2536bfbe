// What lines may begin, end or be made of that is no text of a row. Recognised apart from the readers, and by less.
#ifndef SINK_VERIFY_MARKS_H
#define SINK_VERIFY_MARKS_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

enum { VERIFY_SIGN = -1, VERIFY_NUMBER = -2 };

// Bytes of the mark of a list item that s begins with: "-", "•", "1.", "(a)", "一、"; 0 when it begins with none.
// *value: of a number of digits; VERIFY_NUMBER of others, VERIFY_SIGN of signs.
size_t verify_mark(struct str s, int32_t *value);

// A line of nothing but marks of items.
bool verify_is_mark_alone(struct str line);

// A line of borders, rules and bars. A dash alone between spaces may be a cell: it is none, unless bars stand beside it
// and loose is true.
bool verify_is_border(struct str line, bool loose);

// A line of one sign, under a heading.
bool verify_is_underline(struct str line);

// Bytes of the bar between cells that s begins with.
size_t verify_bar_first(struct str s);

// Bytes of white space, a bar or a border (+---+) that s begins with. rules: or of a rule (---).
size_t verify_border_first(struct str s, bool rules);

#endif
