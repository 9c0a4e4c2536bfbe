// Articles taken out of the database, with their rows and their lines in the ledger.
#ifndef SINK_REMOVAL_H
#define SINK_REMOVAL_H

#include "sink/ledger.h"

// Deletes in one transaction the articles, and the ledger's lines, that `chosen` holds of: a condition on source,
// document_id and load_id, which both have, with `values` as its parameters, and enters how many in `loads`. *count:
// the articles, from 0. Safe to repeat: where the answer to a COMMIT was lost, *count is that which it may have
// deleted, and stays where nothing is left.
bool removal_delete(struct database *db, const char *chosen, int value_count, const char *const *values,
                    const struct ledger_run *run, int64_t *count, struct error *error);

// Adds to `regex` a shell pattern, without its ends: * crosses slashes, and ? and […] stand for one character.
void removal_glob(struct buf *regex, struct str pattern);

// Adds a name to such a pattern: what are signs there stands for itself.
void removal_escape(struct buf *pattern, struct str name);

// Adds to `regex`, an alternative behind those that are there, what such a pattern matches of sources: whole ones, and
// all that lies below: of a folder's files, an archive's members, a file's records.
void removal_pattern(struct buf *regex, struct str pattern);

// Which articles: NULL and 0 where it is not asked.
struct removal {
    const char *regex;      // made by removal_pattern
    int64_t load_id;        // what this load wrote last
    const char *arguments;  // of the run that deletes, by ledger_arguments
};

// The same; dry: they are only counted.
bool removal_run(struct database *db, const struct removal *removal, bool dry, int64_t *count, struct error *error);

#endif
