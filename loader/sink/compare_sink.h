// The sink that compares articles with what the database holds of them: by their bytes, metadata and options, and, of
// those that are the same, by how many rows each table has of them and how long the texts of those are. What differs
// though its bytes are the same waits for a load: a correction, metadata of its record or options say something else
// since, or an older reader made its rows.
#ifndef SINK_COMPARE_SINK_H
#define SINK_COMPARE_SINK_H

#include "sink/ledger.h"
#include "sink/sink.h"

struct compare_counts {
    int64_t lost, changed;
    int64_t waiting;  // as the next load stores it by what has changed beside its bytes, or by its newer reader
};

// Told of each article that differs: ERROR_DIFFERS, its source and how.
typedef void compare_report_fn(void *context, const struct error *how);

struct compare_options {
    struct ledger_lookup *lookup;
    struct compare_counts *counts;
    compare_report_fn *report;
    void *context;
};

// What *options points at must live as long. Nothing is written.
struct sink *compare_sink_open(const struct compare_options *options, struct error *error);

#endif
