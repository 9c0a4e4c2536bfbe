// The directory of --reject-dir: where it may lie, and what a load of that directory itself calls its files.
#ifndef CLI_LOAD_KEPT_H
#define CLI_LOAD_KEPT_H

#include "base/arena.h"
#include "cli/options.h"

// What is kept there would be read, rejected and kept once more by the next load of a folder above: ERROR_USAGE.
bool load_kept_outside(const struct options *options, struct error *error);

// Where --reject-dir itself is loaded, its files are called as what they are of, with the arena's memory.
bool load_kept_name(const struct options *options, struct arena *arena, struct input_options *reading,
                    struct error *error);

#endif
