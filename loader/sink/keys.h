// Keys and secondary indexes of the content tables (schema/keys.sql): a first load into empty tables builds them after
// its rows, which costs the server about half of what keeping them costs.
#ifndef SINK_KEYS_H
#define SINK_KEYS_H

#include "sink/database.h"

// How many are missing: a load has dropped them and not come to its end, or is still running.
bool keys_missing(struct database *db, int *missing, struct error *error);

// Drops them where no document is stored yet; else, and for a role that doesn't own the tables, does nothing.
bool keys_drop_if_empty(struct database *db, struct error *error);

// Told, one call at a time and by any thread, how many of the parts of the work are done.
struct keys_progress {
    void (*tell)(void *context, int done, int all);
    void *context;
};

// Builds what is missing, with `jobs` connections at once, of which db is one, and lets the planner see the tables
// (ANALYZE). A role that doesn't own the tables leaves that to their owner. Safe to run again after it was stopped, and
// by several at once. progress: NULL for none.
bool keys_build(struct database *db, const struct database_options *options, int jobs,
                const struct keys_progress *progress, struct error *error);

#endif
