// Not EVP's functions: those look the algorithm up, under a lock, for each text.
#define OPENSSL_SUPPRESS_DEPRECATED
#include "base/sha256.h"

#include "base/sha256_lanes.h"

#include <openssl/sha.h>
#include <stdint.h>

struct sha256 sha256_of(struct str s)
{
    struct sha256 digest;
    SHA256_CTX context;
    SHA256_Init(&context);
    SHA256_Update(&context, s.p, s.n);
    SHA256_Final(digest.bytes, &context);
    return digest;
}

struct sha256 sha256_of_list(const struct str *texts, size_t count)
{
    struct sha256 digest;
    SHA256_CTX context;
    SHA256_Init(&context);
    for (size_t i = 0; i < count; i++) {
        uint64_t length = texts[i].p ? texts[i].n : UINT64_MAX;
        unsigned char bytes[8];
        for (size_t k = 0; k < 8; k++) bytes[k] = (unsigned char)(length >> 8 * k);
        SHA256_Update(&context, bytes, sizeof bytes);
        if (texts[i].p) SHA256_Update(&context, texts[i].p, texts[i].n);
    }
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
