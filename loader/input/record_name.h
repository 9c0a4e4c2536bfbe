// What the records of a file are called: the file's name and, behind `#`, what stands for the record and is the same
// wherever in the file it stands, whatever is put before it.
#ifndef INPUT_RECORD_NAME_H
#define INPUT_RECORD_NAME_H

#include "base/buf.h"
#include "base/sha256.h"
#include "input/record.h"

struct record_names;

// NULL when there is no memory.
struct record_names *record_names_new(void);
void record_names_free(struct record_names *names);
// Whether memory ran out for a name, which is not whole then.
bool record_names_failed(const struct record_names *names);

// Another file begins: what its records are called begins with `place`, which must live as long. mark: of its kind. A
// record without id is called as its text alone where the place is no name that lasts.
void record_names_begin(struct record_names *names, struct str place, char mark, bool lasts);

struct record_name {
    struct str source;  // lives until the next call
    // What versions before 0.1 called a record that has no id, or one that the file had before: by its line. STR_NULL
    // for all others. Lives as long.
    struct str former;
    bool hashed;  // sha256, of its text, was needed
    struct sha256 sha256;
};

// A name that no record of this file had before: PLACE#ID, else PLACE#sha256: with 16 digits of its text's; behind the
// name of a second one of them ~2. No memory: *out->source.p is NULL.
void record_names_next(struct record_names *names, const struct record *record, struct record_name *out);

// "PLACE:" and 16 digits of the SHA-256 of `bytes`, which is put into *sha256. Lives until the next call.
struct str record_names_hash(struct record_names *names, struct str place, struct str bytes, struct sha256 *sha256);

#endif
