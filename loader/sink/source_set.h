// A set of sources, or of their hashes alone (open addressing).
#ifndef SINK_SOURCE_SET_H
#define SINK_SOURCE_SET_H

#include "base/arena.h"
#include "base/str.h"

#include <stdint.h>

struct source_set {
    uint64_t *hashes;   // 0: free
    struct str *texts;  // NULL: only the hashes count
    size_t count, room;
};

void source_set_release(struct source_set *set);

// arena: keeps the text; NULL: only its hash is kept. False without memory.
bool source_set_add(struct source_set *set, struct str source, struct arena *arena);

bool source_set_has(const struct source_set *set, struct str source);

// How much of the source names what the set has, that source itself or the first that it lies below; 0: nothing.
size_t source_set_holds(const struct source_set *set, struct str source);

// The next text, from *at, which begins with 0; STR_NULL behind the last.
struct str source_set_next(const struct source_set *set, size_t *at);

#endif
