#include "sink/retry.h"

#include <string.h>
#include <time.h>

#define PAUSE_FIRST 0.05
#define PAUSE_MOST  5.0
#define SLICE       0.05  // after which a signal is seen
#define CONFLICT    10.0  // seconds for which two transactions in each other's way are tried again at least

bool retry_is_transient(const struct error *why)
{
    static const char *const states[] = {"40001", "40P01", "55P03", "57P01", "57P02", "57P03", "57P05", "25P03"};
    if (why->code == ERROR_CONNECTION) return true;
    if (why->code != ERROR_SERVER) return false;
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        if (strcmp(why->sqlstate, states[i]) == 0) return true;
    return strncmp(why->sqlstate, "08", 2) == 0 ||
           (strncmp(why->sqlstate, "53", 2) == 0 && strcmp(why->sqlstate, "53100") != 0);
}

bool retry_is_conflict(const struct error *why)
{
    return why->code == ERROR_SERVER && strncmp(why->sqlstate, "40", 2) == 0;
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static bool is_stopped(const struct retry *retry)
{
    return retry->stop && *retry->stop;
}

bool retry_again(struct retry *retry, const struct error *why)
{
    double begin = now();
    if (!retry_is_transient(why) || is_stopped(retry)) return false;
    if (retry->since == 0) *retry = (struct retry){retry->limit, retry->stop, begin, PAUSE_FIRST};
    double limit = retry_is_conflict(why) && retry->limit < CONFLICT ? CONFLICT : retry->limit;
    if (begin - retry->since >= limit) return false;
    while (now() - begin < retry->pause && !is_stopped(retry))
        nanosleep(&(struct timespec){.tv_nsec = (long)(SLICE * 1e9)}, NULL);
    retry->pause = retry->pause * 2 < PAUSE_MOST ? retry->pause * 2 : PAUSE_MOST;
    return !is_stopped(retry);
}
