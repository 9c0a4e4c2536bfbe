#include "input/part.h"

#include "base/sha256.h"

#include <stdint.h>

static bool read_number(const char **at, unsigned *number)
{
    const char *from = *at;
    *number = 0;
    for (; **at >= '0' && **at <= '9' && *number <= PART_COUNT_MAX; ++*at)
        *number = *number * 10 + (unsigned)(**at - '0');
    return *at > from && *number >= 1 && *number <= PART_COUNT_MAX;
}

bool part_parse(const char *text, struct part *part)
{
    struct part read;
    bool ok = read_number(&text, &read.number) && *text++ == '/' && read_number(&text, &read.count) && !*text &&
              read.number <= read.count;
    if (ok) *part = read;
    return ok;
}

bool part_takes(const struct part *part, struct str source)
{
    if (part->count < 2) return true;
    struct sha256 digest = sha256_of(source);
    uint64_t number = 0;
    for (int i = 0; i < 8; i++) number = number << 8 | digest.bytes[i];
    return number % part->count == part->number - 1;
}
