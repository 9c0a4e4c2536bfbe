// Takes out of a JSON object, before it is parsed, the strings and integers that mean something and all long strings:
// an article's text is nearly all of its bytes, and decoding it here is several times as fast as json-c. Most objects
// need json-c not at all then.
#ifndef INPUT_JSON_LIFT_H
#define INPUT_JSON_LIFT_H

#include "base/arena.h"
#include "base/buf.h"
#include "input/mapping.h"

#include <stdbool.h>

#define LIFT_MOST    16
#define LIFT_MEMBERS 64

struct lifted {
    enum field field;  // FIELD_COUNT: a long string that means nothing
    unsigned rank;
    struct str key;    // in the object's bytes
    struct str value;  // in the arena: digits, or a string decoded: lone surrogates are U+FFFD, \u0000 is a NUL byte
    bool integer;
};

// Zero it and set the mapping before the first object; release `rest` after the last one.
struct json_lift {
    const struct mapping *mapping;
    struct lifted lifted[LIFT_MOST];
    size_t count;
    struct buf rest;  // an object of the members that were not lifted
    bool plain;       // json-c would write it just so, and none of its members means anything
    // the lift's own: the object's keys, and what they meant in the last object, which is likely to have the same
    struct str keys[LIFT_MEMBERS];
    size_t key_count;
    uint64_t key_bits;
    struct {
        char name[24];
        size_t n;
        enum field field;
        unsigned rank;
    } known[LIFT_MEMBERS];
};

// False: `json` is no object, has a key twice or more than LIFT_MEMBERS, or is not as simple as that in another way, or
// the arena is full; let json-c have it whole.
bool json_lift(struct json_lift *lift, struct str json, struct arena *arena);

#endif
