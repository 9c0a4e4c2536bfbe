// How far a command has come, on standard error: on a terminal one line that is written anew each second, else a line
// every ten seconds, the first after ten.
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "cli/options.h"

#include <stdbool.h>
#include <stdint.h>

struct progress {
    const struct options *options;
    bool terminal;       // and no log
    double begun, said;  // seconds of message_clock
};

// Zeros: not known, or none.
struct progress_state {
    int64_t articles, all_articles;
    int64_t bytes, all_bytes;  // of the same things
    int64_t rejected;
    double seconds;  // since it began
};

// As of now, of standard error; with --log-format=json lines as of no terminal.
struct progress progress_begin(const struct options *options);

// What was done until now, making a private server, say, counts for no rate.
void progress_restart(struct progress *progress);

// Whether it is time to say something at `now`; then that counts as said.
bool progress_due(struct progress *progress, double now);

// "12000 articles, 45.1 MB of 120.3 MB, 5.2 MB/s, 3 rejected, 14 s left": what is known of it. Returns buffer.
const char *progress_text(const struct progress_state *state, char buffer[200]);

// Says it.
void progress_show(const struct progress *progress, const struct progress_state *state);

// That keys and indexes are built, of which so many are done: on a terminal at once, else when it is due.
void progress_keys(struct progress *progress, int done, int all);

#endif
