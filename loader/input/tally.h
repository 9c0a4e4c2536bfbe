// How many records were passed over, by what they are: said once, at the end of their file.
#ifndef INPUT_TALLY_H
#define INPUT_TALLY_H

#include "base/str.h"

#include <stdint.h>

#define TALLY_KINDS 12

struct tally {
    struct {
        char what[48];
        uint64_t count;
    } kinds[TALLY_KINDS];
    uint64_t others;  // of kinds that came when all were taken
};

// what: their name, or media type; cut to what is kept of it.
void tally_add(struct tally *tally, struct str what);

// `redirects 12, image/png 3, others 5`, the most frequent first; empty when there are none. to: of `room` bytes.
void tally_say(const struct tally *tally, char *to, size_t room);

#endif
