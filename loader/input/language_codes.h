// What sources call languages: names (English and own) and codes of three letters, in small letters, in the order of
// their bytes, with ISO 639-1's code; also old codes of two letters.
#ifndef INPUT_LANGUAGE_CODES_H
#define INPUT_LANGUAGE_CODES_H

#include <stddef.h>

struct language_name {
    const char *name, code[3];
};

extern const char language_codes[];  // all of ISO 639-1, each with a blank behind it
extern const struct language_name language_names[];
extern const size_t language_name_count;

#endif
