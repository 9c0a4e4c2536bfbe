// Configuration files: what the command line and PG* variables leave open is taken from doc2pgsql.conf in the current
// directory, then from the user's own ($XDG_CONFIG_HOME/doc2pgsql.conf, else ~/.config/doc2pgsql.conf). Lines are
// `key = value`, keys the long names of options; `#` begins a comment line. The file of the current directory may come
// with what was unpacked there: it chooses among what the user has, and names no server (see SECURITY.md).
#ifndef CLI_CONFIG_H
#define CLI_CONFIG_H

#include "cli/options.h"

// Zero it before; the options point into it. config_release when they are no more needed.
struct config {
    char *texts[2];  // of the two files
};

// Options that were given stay. False with ERROR_USAGE, the file and the line: an unknown key, a value that is none, or
// what the current directory's file may not say.
bool config_apply(struct config *config, struct options *options, struct error *error);
void config_release(struct config *config);

#endif
