// The TOML of a header of metadata (no package of the systems that doc2pgsql is built on reads TOML in C).
#ifndef INPUT_FRONT_MATTER_TOML_H
#define INPUT_FRONT_MATTER_TOML_H

#include "base/arena.h"

struct json_object;

// The document as an object: numbers with their digits, dates and times as strings. NULL: it is no TOML, or there is no
// memory, and the arena has failed. Put it.
struct json_object *front_matter_toml(struct str block, struct arena *arena);

#endif
