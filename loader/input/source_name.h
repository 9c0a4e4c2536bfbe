// What files are called: by their absolute path or, with --source-root, by where they lie below a directory, wherever
// that one lies; with --source-prefix, with a name before it as of a folder.
#ifndef INPUT_SOURCE_NAME_H
#define INPUT_SOURCE_NAME_H

#include "base/buf.h"
#include "base/error.h"

#include <limits.h>

// A file that stands for what was read elsewhere, and could not be taken.
struct renamed_file {
    const char *path;  // absolute
    struct str source;
    uint32_t line;  // of it, on which it was rejected; 0: none
    bool record;    // source is the name of the one record that the file holds, or else of the file
};

struct renamed {
    struct renamed_file *all;  // by path
    size_t count;
};

const struct renamed_file *renamed_find(const struct renamed *renamed, const char *path);

struct source_naming {
    char root[PATH_MAX];  // absolute, without a slash at its end; empty: none
    const char *prefix;   // NULL: none
    struct renamed renamed;
};

// root, prefix: the options' values or NULL; prefix and what renamed holds must live as long. False when there is no
// such directory.
bool source_naming_init(struct source_naming *naming, const char *root, const char *prefix, struct renamed renamed,
                        struct error *error);

// Appends the name of a file, or of something in one, by its absolute path. False, and nothing is appended, when it
// lies outside of the root. The root's own name is the prefix, or nothing. A file that stands for another is called as
// that one.
bool source_name_add(const struct source_naming *naming, struct str path, struct buf *name);

// The same for what has no path.
void source_name_add_word(const struct source_naming *naming, struct str word, struct buf *name);

#endif
