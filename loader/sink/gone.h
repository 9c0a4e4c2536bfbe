// Which articles of the ledger are gone from the places that a load has read, so that they can be deleted, and which
// errors of earlier loads are no more to be met there. In memory:
// 8 to 16 bytes for each article that is there, and the sources that could not be read.
#ifndef SINK_GONE_H
#define SINK_GONE_H

#include "input/part.h"
#include "input/select.h"
#include "input/source_name.h"
#include "sink/database.h"

struct gone;

#define GONE_CUT 250  // bytes from which struct error may have cut a source

// part: only its articles are looked for. NULL when there is no memory. Where it runs out later, gone_find says so.
struct gone *gone_new(struct part part);
void gone_free(struct gone *gone);

// Before the load stores anything: what it stores anew is not known, though the ledger has it (see gone_find). Their
// numbers are higher, since the sequence only rises.
bool gone_begin(struct gone *gone, struct database *db, struct error *error);

// What a load was given: its own articles and those below it are looked for.
void gone_add_root(struct gone *gone, struct str path);
// What the input was given, by the names of input_named. *whole: the whole of a --source-root without --source-prefix,
// below whose empty name nothing is looked for; NULL: nobody asks.
bool gone_add_named(struct gone *gone, struct str named, const struct source_naming *naming, bool *whole,
                    struct error *error);
// The next of them that lies below no other, from *at, which begins with 0; STR_NULL behind the last.
struct str gone_next_root(const struct gone *gone, size_t *at);
// An article that is there.
void gone_add_there(struct gone *gone, struct str source);
// A file of records without an id of their own that was read: gone_find_replaced looks for those that it had before.
void gone_add_file(struct gone *gone, struct str path);
// What could not be read: nothing of it or below it is taken for gone. A source of GONE_CUT bytes or more may have been
// cut.
void gone_add_unknown(struct gone *gone, struct str source);

// What was not read at all, a folder, a file or an archive from some place on: errors there are not settled.
void gone_add_unread(struct gone *gone, struct str source);

// The next of all that could not be read, as gone_next_root.
struct str gone_next_unknown(const struct gone *gone, size_t *at);

struct gone_counts {
    int64_t known, gone;  // articles of the ledger below what was given, before gone_begin; of them gone
    int64_t unsure;       // of them not there either, but where not all could be read: they are not taken for gone
    char unsure_at[256];  // the first such place
};

// Reads the ledger.
bool gone_find(struct gone *gone, struct database *db, struct gone_counts *counts, struct error *error);

// The same of the files' records alone whose names their texts make, or that earlier versions called by their lines:
// such a record that has another text now is another one, and takes the place of what the file had. Of a file of which
// more than half is gone nothing is found; *kept gets how many that are.
bool gone_find_replaced(struct gone *gone, struct database *db, struct gone_counts *counts, int64_t *kept,
                        struct error *error);

// Errors of loads before this one, which has read all that it was given: what it met below the given paths itself has
// rows of its own, and what it did not meet is mended, or gone. select: what of it was read. whole: as gone_add_named
// says, names without a slash before them are below the --source-root.
bool gone_settle(struct gone *gone, struct database *db, const struct select *select, bool whole, int64_t load_id,
                 struct error *error);

// The same of what --reject-dir kept: of each file there that could be read now, and whose article was not rejected.
bool gone_settle_kept(struct gone *gone, struct database *db, const struct renamed *kept, int64_t load_id,
                      struct error *error);

// Deletes what was found, in one transaction, but what a load with a number from load_id on has written meanwhile.
bool gone_delete(const struct gone *gone, struct database *db, int64_t load_id, int64_t *count, struct error *error);

#endif
