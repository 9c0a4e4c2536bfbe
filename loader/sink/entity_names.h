// The names of entities that mentions are found by: from the database, where a user may have added some, or those that
// the program carries along. Names in other languages (schema/foreign_names.csv) and codes (schema/entities.csv) it
// always carries along: 38,000, which no question needs in the database.
#ifndef SINK_ENTITY_NAMES_H
#define SINK_ENTITY_NAMES_H

#include "facts/mention_rows.h"
#include "sink/database.h"

struct entity_names;

// NULL on failure. A user's names come first: they win over the product's. Names that are nobody's, by their keys, are
// left out in all languages, and codes, too.
struct entity_names *entity_names_read(struct database *db, struct error *error);

// Of schema/entity_names.csv and schema/entity_stop_phrases.csv as well.
struct entity_names *entity_names_bundled(struct error *error);

void entity_names_free(struct entity_names *names);

// Lives as long as the names; all threads may share it.
const struct mention_source *entity_names_source(const struct entity_names *names);

#endif
