// SHA-256 of eight texts at once, each in its own lane of the processor's vectors.
#ifndef BASE_SHA256_LANES_H
#define BASE_SHA256_LANES_H

#include "base/sha256.h"

#include <stdbool.h>

enum sha256_lanes { SHA256_LANES_NONE, SHA256_LANES_AVX2, SHA256_LANES_AVX512 };

// Whether this processor can.
bool sha256_lanes_has(enum sha256_lanes lanes);

// The fastest; NONE where there are no such vectors, or instructions for SHA-256 itself do better.
enum sha256_lanes sha256_lanes_best(void);

// lanes: one that the processor has, not NONE.
void sha256_lanes_run(enum sha256_lanes lanes, const struct sha256_job *jobs, size_t count);

#endif
