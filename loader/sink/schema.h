// The schema in the database: made and upgraded from the files the binary carries.
#ifndef SINK_SCHEMA_H
#define SINK_SCHEMA_H

#include "sink/database.h"

// An embedded file, by its name (schema/keys.sql); STR_NULL where this build has none.
struct str schema_file(const char *name);

// database_query of an embedded file that holds one statement.
bool schema_query(struct database *db, const char *file, int count, const char *const *values, database_row_fn *row,
                  void *context, struct error *error);

// Newest migration that this program knows: the number that schema/NNN_*.sql begins with.
int schema_newest(void);

// Number of the newest migration that the database has; 0 when the schema isn't there.
bool schema_version(struct database *db, int *version, struct error *error);

// Makes the schema, or brings it up to date: missing migrations, keys, reference data, views. One transaction; safe
// to run again, and by several at once. Fails with ERROR_SCHEMA where the database is newer than the program.
// *unresolved: it holds articles that were loaded when there were no facts yet. shards: of a cluster, on whose nodes
// the tables are placed in so many parts (see sink/distributed.h); 0: they lie as they lay.
bool schema_init(struct database *db, int shards, bool *unresolved, struct error *error);

// For commands that only ask: ERROR_SCHEMA when it isn't there, or is older than what they ask.
bool schema_check(struct database *db, struct error *error);

// For commands that store: makes it when it isn't there; ERROR_SCHEMA when it is of another version.
bool schema_require(struct database *db, struct error *error);

#endif
