// The sink that stores rows in PostgreSQL: binary COPY, one transaction a batch.
#ifndef SINK_COPY_SINK_H
#define SINK_COPY_SINK_H

#include "sink/database.h"
#include "sink/ledger.h"
#include "sink/sink.h"

// Has a connection of its own. The load is one that ledger_open_load began; counts of committed batches are added to
// *counts, which the caller must not touch before the sink is closed. again: articles that have not changed are stored
// anew, as if they had.
struct sink *copy_sink_open(const struct database_options *options, int64_t load_id, bool again,
                            struct ledger_counts *counts, struct error *error);

#endif
