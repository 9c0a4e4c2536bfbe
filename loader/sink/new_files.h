// Files of a directory that are written beside those whose place they take, and get their names together when all are
// complete: whoever reads the directory finds old files or new ones, never half of one. No symbolic link in the
// directory is followed. Failures are ERROR_OUTPUT, or ERROR_MEMORY.
#ifndef SINK_NEW_FILES_H
#define SINK_NEW_FILES_H

#include "base/error.h"

#include <stdbool.h>
#include <stdio.h>

#define NEW_FILES_MAX 16

struct new_files;

// The directory is made when it is missing. force: files that are there may be replaced.
struct new_files *new_files_open(const char *directory, bool force, struct error *error);

// Another file, to be written to until new_files_end closes it. NULL when one of that name is there, unless forced.
FILE *new_files_add(struct new_files *files, const char *name, struct error *error);

// With force: one of that name that is there goes when the others get their names.
void new_files_drop(struct new_files *files, const char *name);

// Closes them and frees. keep: they get their names, in the order in which they were added; else, or when one can't be
// written, they are removed, and so is a directory that was made for them.
bool new_files_end(struct new_files *files, bool keep, struct error *error);

#endif
