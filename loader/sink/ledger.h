// The ledger that makes loading exact: which source holds which bytes, and which runs loaded what.
#ifndef SINK_LEDGER_H
#define SINK_LEDGER_H

#include "sink/database.h"
#include "sink/sink.h"

#include <pthread.h>

// Statistics of a run, for the table `loads`.
struct ledger_counts {
    int64_t documents_new, documents_changed, documents_unchanged, documents_rejected;
    int64_t empty;              // of the new and changed: without rows
    int64_t moved, duplicates;  // of the unchanged: not in the table
    int64_t outdated;           // of the changed and unchanged: an older reader had read them; not in the table
    int64_t bytes;
};

// Settings of all connections of a load. No commit waits for the disk: a server that crashes forgets the last ones
// whole, their lines in the ledger too, and the end of the load (ledger_close_load) waits for all before it. What goes
// to one node of a cluster goes there on one connection, since to open another costs more than what is asked of it; and
// statements that change rows on several nodes don't wait for each other's transactions: where two would wait for good,
// the cluster ends one (SQLSTATE 40P01), which is done again. Other servers don't know these settings, and don't mind.
extern const struct database_setting LEDGER_LOADING[];

// After the connection was lost: another one that stands for the load (load_lock() in sql/internal/30_loads.sql). True
// at once where it wasn't.
bool ledger_reconnect(struct database *db, int64_t load_id, struct error *error);

// The command line as an array's text, for people to read.
bool ledger_arguments(int count, char *const *arguments, struct buf *list, struct error *error);

// A new row in `loads`, and those of loads that have died are closed as failed. arguments: by ledger_arguments. From
// here to ledger_close_load no commit of this connection waits for the disk.
bool ledger_open_load(struct database *db, const char *arguments, int64_t *load_id, struct error *error);

// What deletes: a load, or a run that is entered when it has deleted something.
struct ledger_run {
    int64_t load_id;        // 0: a run of its own
    const char *arguments;  // of that one, by ledger_arguments
};

// Inside the transaction that deletes so many articles.
bool ledger_enter_deleted(struct database *db, const struct ledger_run *run, int64_t count, struct error *error);

// status: done, failed, interrupted. All that was committed before lasts once this returns true.
bool ledger_close_load(struct database *db, int64_t load_id, const struct ledger_counts *counts, const char *status,
                       struct error *error);

// How many articles the ledger has that this load wrote.
bool ledger_count(struct database *db, int64_t load_id, int64_t *count, struct error *error);

// How many articles it has at a place or below it: of a folder, an archive, a file of records.
bool ledger_count_at(struct database *db, struct str place, int64_t *count, struct error *error);

// How many articles an older reader has read than this one.
bool ledger_count_outdated(struct database *db, int64_t *count, struct error *error);

// Settings of a connection under which sources are found one by one in the index.
extern const struct database_setting LEDGER_BY_INDEX[];

// One connection on which all workers look sources up, so that a load that finds nothing new needs no other.
struct ledger_lookup {
    pthread_mutex_t lock;  // of the connection: to be held by whoever uses it meanwhile
    struct database *db;
    int64_t load_id;  // whose row in `loads` the connection stands for; 0: none
    bool prepared;
    const char *further;  // the query that ledger_query has prepared; NULL: none
};

void ledger_lookup_init(struct ledger_lookup *lookup, struct database *db, int64_t load_id);
// The connection is as it was before.
bool ledger_lookup_release(struct ledger_lookup *lookup, struct error *error);

// Any other query of the kind, prepared under its name at its first use.
bool ledger_query(struct ledger_lookup *lookup, const char *name, const char *sql, int count, const struct str *values,
                  database_binary_fn *row, void *context, struct error *error);

// What the ledger has of these sources, an array in binary form. Each row's values: source, document_id, digest,
// reader.
bool ledger_find(struct ledger_lookup *lookup, struct str sources, database_binary_fn *row, void *context,
                 struct error *error);

// An array of one dimension in binary form, which costs less of a load that finds nothing new than the text form. type:
// its elements', as pg_type numbers it.
enum { LEDGER_BYTEA = 17, LEDGER_TEXT = 25 };
void ledger_array_begin(struct buf *array, int32_t type, size_t count);
void ledger_array_element(struct buf *array, const void *bytes, size_t n);

// Fills action, document_id, outdated (such are CHANGED) and old_sha256 (of CHANGED). An article that is there under
// its former name with the same digest keeps that name: it becomes its source. again: all that are there count as
// changed. Several threads may call it at once.
bool ledger_look_up(struct ledger_lookup *lookup, struct sink_article *articles, size_t count, bool again,
                    struct error *error);

// Inside the batch's transaction: enters the NEW ones and moves the CHANGED ones to their new digests; the rejected and
// UNCHANGED are passed over. SQLSTATE 40001 when another loader was faster: roll back, look up, do it again.
bool ledger_claim(struct database *db, const struct sink_article *articles, size_t count, int64_t load_id,
                  struct error *error);

#endif
