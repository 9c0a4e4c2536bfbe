// Files below the paths of a command line, in a stable order: paths as given, a directory's entries by their names'
// bytes. Hidden entries are skipped, symbolic links to files are followed, links to directories too unless they lead
// back to a directory that is being walked.
#ifndef INPUT_WALK_H
#define INPUT_WALK_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

struct walk;

// The strings of paths must outlive the walk. NULL when there is no memory.
struct walk *walk_open(char *const *paths, size_t count, struct error *error);

enum walk_result { WALK_FILE, WALK_ERROR, WALK_END };

// *path: absolute, symbolic links resolved in the part that the user named; "-" for standard input. It lives until the
// next call. WALK_ERROR: *error says what can't be read; go on.
enum walk_result walk_next(struct walk *walk, const char **path, struct error *error);

void walk_close(struct walk *walk);

#endif
