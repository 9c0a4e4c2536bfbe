// Entities that a user adds from a CSV file, and takes back.
#ifndef SINK_ENTITIES_H
#define SINK_ENTITIES_H

#include "sink/database.h"

// csv: UTF-8 with a header line that names columns of: name (must be there), entity_id, kind, aliases (separated by
// ;), region, case_sensitive. One transaction; schema/user_entities.sql says whom a row means. ERROR_INPUT where the
// header is wrong, or a name may mean several entities, with error->line for rows the server refuses.
struct entities_loaded {
    int64_t count;         // rows of the file
    int64_t added, known;  // of them, those of entities that were not there, and were; the others' names are nobody's
    struct buf says;       // lines about whom names mean, the caller's to release
    bool has_articles;     // there are articles, whose mentions were found without these names
};
bool entities_load(struct database *db, struct str csv, struct entities_loaded *loaded, struct error *error);

// What the user has added, as entities_load reads it.
bool entities_list(struct database *db, struct buf *csv, struct error *error);

// Takes back what the user has added, in one transaction: an entity, or the names added to one, by its id or name; one
// added name; that a name is nobody's. ERROR_INPUT, and nothing is taken back, where there is no such.
bool entities_delete(struct database *db, char *const *names, int count, struct error *error);

#endif
