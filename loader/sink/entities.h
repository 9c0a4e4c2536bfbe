// Entities that a user adds from a CSV file.
#ifndef SINK_ENTITIES_H
#define SINK_ENTITIES_H

#include "sink/database.h"

// csv: UTF-8 with a header line that names columns of: name (must be there), entity_id, kind, aliases (separated by
// ;), region, case_sensitive. One transaction. *count gets the number of rows. ERROR_INPUT where the header is wrong,
// with error->line for rows the server refuses.
bool entities_load(struct database *db, struct str csv, int64_t *count, struct error *error);

#endif
