// Which files to take: --include, --exclude and --follow-links.
#ifndef INPUT_SELECT_H
#define INPUT_SELECT_H

#include <stdbool.h>
#include <stddef.h>

// Shell patterns (fnmatch; `*` crosses slashes). Each is held against the path below the argument and against the
// file's own name. Borrowed.
struct select {
    char *const *include;  // none: everything
    size_t include_count;
    char *const *exclude;  // beats include
    size_t exclude_count;
    bool keep_named;    // walk_named and input_named tell what was named; folders of --reject-dir are refused
    const char *kept;   // but this one; NULL: none
    bool follow_links;  // --follow-links: symbolic links in a directory that lead out of it, too
};

// path: below the argument, as `sub/a.txt`.
bool select_takes(const struct select *select, const char *path);

// Whether an --exclude names this file or directory.
bool select_excludes(const struct select *select, const char *path);

#endif
