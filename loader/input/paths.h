// The paths that a command line names: its arguments, with the patterns that no shell expanded, then the lines of a
// list.
#ifndef INPUT_PATHS_H
#define INPUT_PATHS_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

struct paths;

// An argument that names nothing and holds `*`, `?` or `[` is a pattern: its matches follow in the order of their
// bytes. list: a file of paths that are taken literally, "-" for standard input, NULL for none; they are separated by
// NUL bytes when there is one among the first 64 kB, else by line ends. The strings must outlive the paths. NULL when
// the list can't be opened or there is no memory.
struct paths *paths_open(char *const *arguments, size_t count, const char *list, struct error *error);

enum paths_result { PATHS_PATH, PATHS_ERROR, PATHS_END };

// *path lives until the next call; *standard_input: it is the argument "-". PATHS_ERROR: *error says what names
// nothing; go on.
enum paths_result paths_next(struct paths *paths, const char **path, bool *standard_input, struct error *error);

void paths_close(struct paths *paths);

#endif
