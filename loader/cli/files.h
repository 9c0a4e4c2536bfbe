// Small files of the user's, whole.
#ifndef CLI_FILES_H
#define CLI_FILES_H

#include "base/buf.h"
#include "base/error.h"

// Appends a file's bytes; - is standard input. ERROR_INPUT.
bool files_read(const char *path, struct buf *buf, struct error *error);

// Writes a file beside its place and gives it its name when it is complete; - is standard output. ERROR_OUTPUT, and
// nothing has changed: also where there is one already, unless that may be replaced; `unless` tells what else to do,
// NULL that it may.
bool files_write(const char *path, struct str bytes, const char *unless, struct error *error);

#endif
