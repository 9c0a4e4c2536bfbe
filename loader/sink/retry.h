// Trying again what a server or the way to it keeps from being done for a while: a restart, a lost connection, two
// transactions in each other's way.
#ifndef SINK_RETRY_H
#define SINK_RETRY_H

#include "base/error.h"

#include <signal.h>

// Of one thing that is tried; `since` and `pause` begin as zeros.
struct retry {
    double limit;                       // seconds from the first failure on
    const volatile sig_atomic_t *stop;  // when not zero: no more
    double since, pause;                // of the clock; seconds
};

// Whether that was the cause: ERROR_CONNECTION, or an SQLSTATE of classes 08 (connection) and 53 (resources), but not
// 53100 (disk full), 40001 and 40P01 (conflicts), 55P03 (lock), 57P01 to 57P05 (shutdown, start, idle session) or 25P03
// (idle transaction).
bool retry_is_transient(const struct error *why);

// Whether it was another transaction (class 40): that is over soon, and tried again for 10 seconds at least.
bool retry_is_conflict(const struct error *why);

// After such a failure waits, longer each time from 50 ms up to 5 s, and says whether to try again.
bool retry_again(struct retry *retry, const struct error *why);

#endif
