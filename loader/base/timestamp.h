// Points in time as PostgreSQL's binary format counts them.
#ifndef BASE_TIMESTAMP_H
#define BASE_TIMESTAMP_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

// Reads ISO 8601: 2024-05-31, optionally followed by T or a space, hh:mm, :ss, .fraction and a zone (Z, +hh, +hhmm,
// +hh:mm); UTC where none is given. *microseconds counts from 2000-01-01 00:00 UTC. False for anything else, and for
// years before 1 or after 9999.
bool timestamp_parse(struct str s, int64_t *microseconds);

#define TIMESTAMP_SIZE 48

// The same in ISO 8601 with all its microseconds, in UTC: 2024-05-31 00:00:00.000000+00. Returns out.
const char *timestamp_print(int64_t microseconds, char out[TIMESTAMP_SIZE]);

#endif
