// The sink that writes the rows as CSV files (RFC 4180, UTF-8, LF), which `psql \copy … (FORMAT csv, HEADER)` loads.
#ifndef SINK_CSV_SINK_H
#define SINK_CSV_SINK_H

#include "sink/sink.h"

// One file a table in `directory`, which is made when missing: documents.csv, …, and load.sql, which loads them with
// psql into a schema that `doc2pgsql init` made. Existing files of these names are replaced. Documents are numbered
// from 1. NULL is an empty field, the empty string "". Timestamps are ISO 8601, arrays and bytes as PostgreSQL prints
// them. Failures are ERROR_OUTPUT.
struct sink *csv_sink_open(const char *directory, struct error *error);

#endif
