// What the members of an object say of an article: a record of NDJSON, or a header of YAML, TOML or JSON.
#ifndef INPUT_JSON_FIELDS_H
#define INPUT_JSON_FIELDS_H

#include "base/arena.h"
#include "input/mapping.h"

struct json_object;

// Where a field was found.
struct json_choice {
    struct str text;  // the field, in the arena; p NULL: nowhere
    struct str key;
    unsigned rank;
    struct json_object *parent;  // the object that has the member; NULL: it is the caller's own
    size_t own;                  // the caller's
};

// Of the object's members, and of those of objects in it that mapping_holds, chooses the best for each field, where it
// is better than what is chosen already. A value that can't be the field's is none: a date that nobody can read, a
// number as an author. Of persons the names count, with commas between; of other fields' lists the first; dates are as
// date_iso writes them.
void json_fields_choose(const struct mapping *mapping, struct json_object *object, struct arena *arena,
                        struct json_choice chosen[FIELD_COUNT]);

// Takes what was chosen out of its object, unless the member says more than the field: an author's address stays.
void json_fields_remove(enum field field, const struct json_choice *choice);

// One value as the field's text; STR_NULL when it can't be that.
struct str json_fields_value(enum field field, struct json_object *value, struct arena *arena);

// Whether it is better than what is chosen: what says something before what is empty, then the better name.
bool json_fields_beats(const struct json_choice *chosen, unsigned rank, struct str text);

// Whether a text under a name of this rank can be the field's.
bool json_fields_suits(enum field field, unsigned rank, struct str text);

#endif
