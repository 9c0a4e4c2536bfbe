// Entities that a user adds from a CSV file.
#ifndef SINK_ENTITIES_H
#define SINK_ENTITIES_H

#include "sink/database.h"

// csv: UTF-8 with a header line that names columns of: name (must be there), entity_id, kind, aliases (separated by
// ;), region, case_sensitive. One transaction. ERROR_INPUT where the header is wrong, with error->line for rows the
// server refuses.
struct entities_loaded {
    int64_t count;      // rows of the file
    bool has_articles;  // there are articles, whose mentions were found without these names
};
bool entities_load(struct database *db, struct str csv, struct entities_loaded *loaded, struct error *error);

#endif
