// A schema whose tables lie on the nodes of a Citus cluster (sql/distributed). All else is done there as on one server.
#ifndef SINK_DISTRIBUTED_H
#define SINK_DISTRIBUTED_H

#include "sink/database.h"

enum { DISTRIBUTED_SHARDS = 32 };  // of the articles' tables, where nobody says how many: Citus' own default

// How many shards the schema's articles lie in; 0: they lie on one server. db has to be connected to the coordinator
// then.
bool distributed_shards(struct database *db, int *shards, struct error *error);

// Whether the server can place tables: ERROR_SERVER with what is missing.
bool distributed_check(struct database *db, struct error *error);

#endif
