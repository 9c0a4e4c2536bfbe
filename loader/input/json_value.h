// JSON that PostgreSQL's jsonb takes.
#ifndef INPUT_JSON_VALUE_H
#define INPUT_JSON_VALUE_H

#include "base/arena.h"

struct json_object;

// An object as text in the arena; STR_NULL when it has no members. What jsonb would refuse is changed: NaN, Infinity
// and numbers beyond its range become strings, NUL bytes go, ill-formed UTF-8 becomes U+FFFD. Changes the object.
struct str json_value_text(struct json_object *object, struct arena *arena);

#define JSON_VALUE_DEPTH 200  // of nested values that are read

// The object that the text begins with, with its numbers as they are; an empty one of STR_NULL. The caller's. NULL: it
// is none, or too deep.
struct json_object *json_value_object(struct str json, struct arena *arena);

// A copy in the arena of JSON text in which integers too long for json-c (19 digits and more) are marked, so that
// json-c keeps them and json_value_text writes them as they were; `json` itself when it has none.
struct str json_value_exact(struct str json, struct arena *arena);

// A number as it was written. The string lives as long as the number.
struct str json_value_digits(struct json_object *number);

// The number that s is in JSON's grammar, with its digits kept; NULL: it is none.
struct json_object *json_value_number(struct str s);

#endif
