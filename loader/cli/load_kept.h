// The directory of --reject-dir: where it may lie, and what a load of that directory itself calls its files.
#ifndef CLI_LOAD_KEPT_H
#define CLI_LOAD_KEPT_H

#include "base/arena.h"
#include "cli/options.h"
#include "sink/database.h"
#include "sink/reject_dir.h"

// What is kept there would be read, rejected and kept once more by the next load of a folder above: ERROR_USAGE.
bool load_kept_outside(const struct options *options, struct error *error);

// Where --reject-dir itself is loaded, its files are called as what they are of, with the arena's memory.
bool load_kept_name(const struct options *options, struct arena *arena, struct input_options *reading,
                    struct error *error);

// Whose rejections this load has settled, that goes from the directory.
bool load_kept_settle(struct reject_dir *dir, struct database *db, int64_t load_id, struct error *error);

#endif
