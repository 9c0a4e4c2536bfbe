// Not EVP's functions: those look the algorithm up, under a lock, for each text.
#define OPENSSL_SUPPRESS_DEPRECATED
#include "base/sha256.h"

#include "base/sha256_lanes.h"

#include <openssl/sha.h>

struct sha256 sha256_of(struct str s)
{
    struct sha256 digest;
    SHA256_CTX context;
    SHA256_Init(&context);
    SHA256_Update(&context, s.p, s.n);
    SHA256_Final(digest.bytes, &context);
    return digest;
}

void sha256_of_all(const struct sha256_job *jobs, size_t count)
{
    enum sha256_lanes lanes = sha256_lanes_best();
    if (lanes != SHA256_LANES_NONE) sha256_lanes_run(lanes, jobs, count);
    else
        for (size_t i = 0; i < count; i++) *jobs[i].digest = sha256_of(jobs[i].text);
}
