// One object of JSON as a record: what its members mean goes to the fields, the rest is kept.
#ifndef INPUT_JSON_RECORD_H
#define INPUT_JSON_RECORD_H

#include "input/json_lift.h"
#include "input/record.h"

struct json_object;
struct json_tokener;

// What reading needs from object to object. Zero it, init, release.
struct json_record {
    const struct mapping *mapping;
    bool paths;  // the mapping may name members of nested objects
    struct json_tokener *tokener;
    struct json_lift lift;
};

// False: there is no memory. The mapping may be another one later, by json_record_use.
bool json_record_init(struct json_record *reader, const struct mapping *mapping);
void json_record_use(struct json_record *reader, const struct mapping *mapping);
void json_record_release(struct json_record *reader);

// The text as an object that the caller puts; NULL: it is none, see json_record_error. NUL bytes are dropped, as
// everywhere.
struct json_object *json_record_parse(struct json_record *reader, struct str json, struct arena *arena);

// Why the last object could not be parsed, and at which of its bytes; NULL: more follows it.
const char *json_record_error(const struct json_record *reader, size_t *at);

enum json_record_result {
    JSON_RECORD_OK,
    JSON_RECORD_BAD,      // it is no object
    JSON_RECORD_NO_TEXT,  // *object has what was not taken for a field: put it
};

// Strings live in the arena; ask whether it has failed.
enum json_record_result json_record_read(struct json_record *reader, struct str json, struct arena *arena,
                                         struct record *record, struct json_object **object);

#endif
