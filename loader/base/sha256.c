// Not EVP's functions: those look the algorithm up, under a lock, for each text.
#define OPENSSL_SUPPRESS_DEPRECATED
#include "base/sha256.h"

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
