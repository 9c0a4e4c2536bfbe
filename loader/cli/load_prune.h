// What a load deletes when it has read all: articles that are no more there (--prune), and records that are no more in
// their file.
#ifndef CLI_LOAD_PRUNE_H
#define CLI_LOAD_PRUNE_H

#include "cli/options.h"
#include "sink/gone.h"
#include "sink/ledger.h"

struct load_prune {
    const struct options *options;
    const struct input *input;  // has been read
    struct gone *gone;          // was told of all that is there
    struct database *db;
    int64_t load_id;
    const struct ledger_counts *loaded;  // NULL with --dry-run
};

// What is gone of all that the load was given. ERROR_USAGE where --prune would ask for too much.
bool load_prune_find(const struct load_prune *prune, struct gone_counts *counts, struct error *error);

// Says how many articles stay because not all could be read, why, and what to do; nothing where none does.
void load_prune_tell_unsure(const struct options *options, const struct gone_counts *counts);

// A load that has read all: errors of earlier ones at the same places are settled.
bool load_prune_settle(const struct load_prune *prune, struct error *error);

// More than half gone is rather a folder that is not mounted, or other names of the same articles, than one that was
// cleared up. Records that others of their file replace are not to be counted as gone.
bool load_prune_refuses(const struct options *options, const struct gone_counts *counts);

// Deletes and says so, or without --prune says how many articles seem to be gone. Lost connections are waited out.
// ERROR_INPUT where more than half is gone, without --force.
bool load_prune(const struct load_prune *prune, struct error *error);

#endif
