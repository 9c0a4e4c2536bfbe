// The lists of links that programs print behind an article, "12. https://…": the addresses that [12] may stand for.
#ifndef SINK_VERIFY_REFS_H
#define SINK_VERIFY_REFS_H

#include "base/str.h"

#include <stdbool.h>

struct verify_refs {
    struct str *urls;  // by their numbers; STR_NULL for none
    size_t count;
};

// Every line that may belong to such a list; of two with one number the last. False without memory.
bool verify_refs_find(struct verify_refs *refs, struct str text);
void verify_refs_release(struct verify_refs *refs);

// What stands in brackets is a number, and this its address, or the address itself. STR_NULL for a number without one.
struct str verify_refs_url(const struct verify_refs *refs, struct str in);

#endif
