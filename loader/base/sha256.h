// SHA-256 (libcrypto), as sha256sum prints it.
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include "base/str.h"

struct sha256 {
    unsigned char bytes[32];
};

static inline bool sha256_equal(const struct sha256 *a, const struct sha256 *b)
{
    return memcmp(a->bytes, b->bytes, sizeof a->bytes) == 0;
}

struct sha256 sha256_of(struct str s);

// Of the texts one after another, each behind its length, so that no two lists have the same; STR_NULL isn't an empty
// text.
struct sha256 sha256_of_list(const struct str *texts, size_t count);

struct sha256_job {
    struct str text;
    struct sha256 *digest;  // goes here
};

// The digests of many texts: where the processor can, of eight at once, which is three to five times as fast.
void sha256_of_all(const struct sha256_job *jobs, size_t count);

#endif
