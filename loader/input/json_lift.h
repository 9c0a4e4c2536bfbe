// Takes the long strings out of a JSON object before it is parsed: an article's text is nearly all of its bytes, and
// decoding it here is several times as fast as json-c.
#ifndef INPUT_JSON_LIFT_H
#define INPUT_JSON_LIFT_H

#include "base/arena.h"
#include "base/buf.h"

#include <stdbool.h>

#define LIFT_MOST 8

struct lifted {
    struct str key;    // in the object's bytes
    struct str value;  // decoded, in the arena; lone surrogates are U+FFFD, \u0000 is a NUL byte
};

// Of `json`, one object: the members whose value is a string of 200 bytes or more go to `lifted`, *count of them; all
// other members are left in *rest, an object again. False: the object is not as simple as that, or the arena is full;
// let json-c have it whole.
bool json_lift(struct str json, struct arena *arena, struct lifted lifted[LIFT_MOST], size_t *count, struct buf *rest);

#endif
