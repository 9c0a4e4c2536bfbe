// Where the programs of a PostgreSQL server (postgres, initdb, createdb) are.
#ifndef SERVER_LOCAL_BIN_H
#define SERVER_LOCAL_BIN_H

#include "server/local_program.h"

#include <stdbool.h>
#include <stddef.h>

enum { LOCAL_BIN_MAX = 1024 };  // room for the path of a directory

// The major version in what `postgres --version` says ("postgres (PostgreSQL) 15.4 (Debian …)", "… 18beta1"); 0 if
// none.
int local_bin_major(struct str version);

// Finds the directory: $DOC2PGSQL_PGBIN and nothing else when it is set; else `pg_config --bindir`, the directories of
// $PATH, /usr/lib/postgresql/N/bin from the newest N. The first that holds a server of that major version (0: any)
// wins. Programs are tried as the account that will run the server.
bool local_bin_find(const struct account *as, int major, char *dir, size_t size, struct error *error);

#endif
