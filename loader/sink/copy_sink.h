// The sink that stores rows in PostgreSQL: binary COPY, one transaction a batch.
#ifndef SINK_COPY_SINK_H
#define SINK_COPY_SINK_H

#include "sink/content.h"
#include "sink/database.h"
#include "sink/ledger.h"
#include "sink/sink.h"

struct copy_sink_options {
    struct database_options database;
    struct ledger_lookup *lookup;  // what all sinks of the load share
    struct content *content;       // and this, of the whole load
    int64_t load_id;               // one that ledger_open_load began
    bool dry;                      // only counted
    bool again;                    // articles that have not changed are stored anew, as if they had
};

// Connects by itself when there is something to store. Counts of committed batches are added to *counts, which the
// caller must not touch before the sink is closed; the strings of *options must live as long.
struct sink *copy_sink_open(const struct copy_sink_options *options, struct ledger_counts *counts, struct error *error);

#endif
