// What files are called: by their absolute path or, with --source-root, by where they lie below a directory, wherever
// that one lies; with --source-prefix, with a name before it as of a folder.
#ifndef INPUT_SOURCE_NAME_H
#define INPUT_SOURCE_NAME_H

#include "base/buf.h"
#include "base/error.h"

#include <limits.h>

struct source_naming {
    char root[PATH_MAX];  // absolute, without a slash at its end; empty: none
    const char *prefix;   // NULL: none
};

// root, prefix: the options' values or NULL; prefix must live as long. False when there is no such directory.
bool source_naming_init(struct source_naming *naming, const char *root, const char *prefix, struct error *error);

// Appends the name of a file, or of something in one, by its absolute path. False, and nothing is appended, when it
// lies outside of the root. The root's own name is the prefix, or nothing.
bool source_name_add(const struct source_naming *naming, struct str path, struct buf *name);

// The same for what has no path.
void source_name_add_word(const struct source_naming *naming, struct str word, struct buf *name);

#endif
