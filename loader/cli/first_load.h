// What a first load into a private server says at its end: how to go on.
#ifndef CLI_FIRST_LOAD_H
#define CLI_FIRST_LOAD_H

#include "sink/database.h"

// host: the server's directory. Nothing is said where an earlier load has stored articles.
bool first_load_tell(struct database *db, char *host, struct error *error);

#endif
