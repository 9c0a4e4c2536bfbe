#include "base/sha256.h"

#include <openssl/sha.h>

struct sha256 sha256_of(struct str s)
{
    struct sha256 digest;
    SHA256((const unsigned char *)s.p, s.n, digest.bytes);
    return digest;
}
