// Small files of the user's, whole.
#ifndef CLI_FILES_H
#define CLI_FILES_H

#include "base/buf.h"
#include "base/error.h"

// Appends a file's bytes; - is standard input. ERROR_INPUT.
bool files_read(const char *path, struct buf *buf, struct error *error);

// Writes a new file; - is standard output. ERROR_OUTPUT where it is there already.
bool files_write(const char *path, struct str bytes, struct error *error);

#endif
