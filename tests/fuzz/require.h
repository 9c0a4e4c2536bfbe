// What a fuzzer wants to hold: REQUIRE(condition) says which one doesn't, and aborts.
#ifndef FUZZ_REQUIRE_H
#define FUZZ_REQUIRE_H

#include <stdio.h>
#include <stdlib.h>

#define REQUIRE(condition)                                                                                             \
    do {                                                                                                               \
        if (condition) break;                                                                                          \
        fprintf(stderr, "not so: %s\n", #condition);                                                                   \
        abort();                                                                                                       \
    } while (0)

#endif
