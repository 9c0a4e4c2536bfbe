// The YAML of a header of metadata, by libyaml.
#ifndef INPUT_FRONT_MATTER_YAML_H
#define INPUT_FRONT_MATTER_YAML_H

#include "base/arena.h"

struct json_object;

// The mapping as an object: plain scalars that JSON has as numbers, true, false and null are these, with their digits;
// all other scalars are strings, of two keys that are equal the first counts. Where people wrote what is no YAML
// (`title: A: B`, `title: {{x}}`), each entry that is none is a string as it stands. NULL: no mapping, or there is no
// memory, and the arena has failed. Put it.
struct json_object *front_matter_yaml(struct str block, struct arena *arena);

// Lines `key: value` whose values are text as they stand, but for those in quotes or brackets: no comments, no numbers.
struct json_object *front_matter_lines(struct str block, struct arena *arena);

// The next line of *rest without its end; *rest goes behind it. Ends: LF, CR LF, CR.
struct str front_matter_line(struct str *rest);

// The key of a line `key: value` that begins at the margin, without quotes; *behind: bytes up to behind the colon.
// STR_NULL: it is no such line.
struct str front_matter_key(struct str line, size_t *behind);

#endif
