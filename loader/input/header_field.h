// Header fields as HTTP, MIME and WARC write them: `Name: value`, continued on lines that begin with a blank (RFC 5322,
// RFC 9110, ISO 28500).
#ifndef INPUT_HEADER_FIELD_H
#define INPUT_HEADER_FIELD_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

// Takes one field off the block; a line without a colon has an empty name and is its value. False at the end of the
// block: nothing is left, or a blank line, which is taken off, too.
bool header_field_take(struct str *block, struct str *name, struct str *value);

// Whether the two are the same, in any case.
bool header_field_is(struct str s, const char *name);

// Whether the value is a number that 64 bits hold, and which.
bool header_field_number(struct str value, uint64_t *number);

// The media type of a Content-Type (`text/html`), without its parameters.
struct str header_field_type(struct str value);

// A parameter of the value (`charset` of `text/html; charset="utf-8"`), without its quotes; STR_NULL: it has none.
struct str header_field_parameter(struct str value, const char *name);

#endif
