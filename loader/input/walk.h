// Files below the paths of a command line, in a stable order: paths as given, a directory's entries by their names'
// bytes. Hidden entries are skipped. Symbolic links to files and directories are followed, unless they lead out of the
// directory that was named (whoever may write there could have any file of the reader's read) or back to one that is
// being walked. Pipes, sockets and devices count only when they are named outright.
#ifndef INPUT_WALK_H
#define INPUT_WALK_H

#include "base/error.h"
#include "base/str.h"
#include "input/select.h"

#include <stdbool.h>
#include <stddef.h>

struct walk;

// paths, list: see paths_open. select picks among the files below a directory; a file that is named outright is always
// taken. All strings must outlive the walk. NULL when there is no memory or the list can't be opened.
struct walk *walk_open(char *const *paths, size_t count, const char *list, const struct select *select,
                       struct error *error);

enum walk_result { WALK_FILE, WALK_ERROR, WALK_END };

struct walk_file {
    const char *path;  // absolute, symbolic links resolved in the part that the user named; lives until the next call
    bool named;        // outright, not found below a directory
    bool standard_input;
};

// WALK_ERROR: *error says what can't be read; go on, but for ERROR_MEMORY.
enum walk_result walk_next(struct walk *walk, struct walk_file *file, struct error *error);

// The paths named so far, as walk_file has them, each with a NUL behind it: those of files and directories that are
// there. Kept only where select.keep_named says so; p is NULL without memory.
struct str walk_named(const struct walk *walk);

// How many links that lead out of a directory were not followed so far.
size_t walk_links_out(const struct walk *walk);

void walk_close(struct walk *walk);

#endif
