// SHA-256 (libcrypto), as sha256sum prints it.
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include "base/str.h"

struct sha256 {
    unsigned char bytes[32];
};

struct sha256 sha256_of(struct str s);

#endif
