// From the command line to a database: the private server when --local asks for it, a password when one is missing.
#ifndef CLI_CONNECT_H
#define CLI_CONNECT_H

#include "base/buf.h"
#include "cli/options.h"
#include "server/local.h"
#include "sink/database.h"

#include <stdatomic.h>

struct connect {
    struct database_options database;
    struct local_server local;  // filled with --local
    const struct options *options;
    _Atomic int64_t told;  // seconds of the clock: when it was said last for whom we wait
    char password[1024];
};

// Starts the private server where that is asked for. Pointers of connect->database point into connect and options.
bool connect_prepare(struct connect *connect, const struct options *options, struct error *error);

// Connects, asking for a password on the terminal as psql does. Prepares by itself. NULL on failure.
struct database *connect_open(struct connect *connect, const struct options *options, struct error *error);

// Whether what psql's options set is there for all that it asks. False with an error where a pooler takes the session
// away after each transaction; true where no connection is to be had to see it.
bool connect_keeps_session(const struct database_options *options, struct error *error);

// Runs a step that is safe to repeat until it is done, or fails for a reason that doesn't pass (see sink/retry.h), on a
// new connection where the old one is lost; load_id: whose row in `loads` the connection stands for, or 0.
typedef bool connect_step_fn(void *context, struct database *db, struct error *error);
bool connect_try(const struct options *options, struct database *db, int64_t load_id, double seconds,
                 connect_step_fn *step, void *context, struct error *error);

// The command line as it was given, but for passwords, by ledger_arguments; and ledger_open_load with it.
bool connect_arguments(int argc, char **argv, struct buf *list, struct error *error);
bool connect_open_run(struct database *db, int argc, char **argv, int64_t *load_id, struct error *error);

#endif
