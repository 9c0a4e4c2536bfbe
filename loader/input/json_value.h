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

// What json-c makes, or NULL and the arena has failed: it is out of memory.
struct json_object *json_value_made(struct json_object *made, struct arena *arena);
struct json_object *json_value_string(struct str s, struct arena *arena);
// Adds the value, NULL for null, which belongs to the object then; where there is no memory, or no object, the arena
// has failed.
void json_value_add(struct json_object *object, const char *key, struct json_object *value, struct arena *arena);
void json_value_append(struct json_object *list, struct json_object *value, struct arena *arena);

// A copy in the arena of JSON text in which integers too long for json-c (19 digits and more) are marked, so that
// json-c keeps them and json_value_text writes them as they were; `json` itself when it has none.
struct str json_value_exact(struct str json, struct arena *arena);

// A number as it was written. The string lives as long as the number.
struct str json_value_digits(struct json_object *number);

// The number that s is in JSON's grammar, with its digits kept; NULL: it is none.
struct json_object *json_value_number(struct str s);

#endif
