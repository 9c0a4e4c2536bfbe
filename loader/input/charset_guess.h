// Which charset a text is in that is no UTF-8.
#ifndef INPUT_CHARSET_GUESS_H
#define INPUT_CHARSET_GUESS_H

#include "base/error.h"
#include "base/str.h"

#include <stdbool.h>

// How much of a text is UTF-8: ill-formed bytes (NUL bytes aside) and sequences of several bytes that are well-formed.
struct charset_share {
    size_t bad, good;
    size_t first_bad;  // its offset; the length of the text when there is none
};

struct charset_share charset_share_of(struct str text);

enum charset_state {
    CHARSET_UTF8,     // but for damage: a few ill-formed bytes among many that are well
    CHARSET_MIXED,    // too many ill-formed bytes for that, beside well-formed ones
    CHARSET_ANOTHER,  // hardly anything that isn't ASCII is UTF-8
};

enum charset_state charset_state_of(struct charset_share share, size_t bytes);

struct charset_found {
    const char *name;  // as iconv knows it, static; NULL: nothing is found
    bool latin;        // by its letters beyond ASCII
    bool sure;         // enough to convert by it: it is valid throughout, and what comes out are words
};

// text: CHARSET_ANOTHER or CHARSET_MIXED. Looks at its first 64 kB.
struct charset_found charset_find(struct str text);

// What to do with bytes that are not UTF-8 as they stand. encoding: convert by it, NULL: take them for UTF-8 with a few
// bytes damaged. False: neither would give a text; *error says how much is ill-formed and which encoding it may be.
bool charset_decide(struct str bytes, const char **encoding, struct error *error);

#endif
