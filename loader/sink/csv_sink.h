// The sink that writes the rows as CSV files (RFC 4180, UTF-8, LF), which `psql \copy … (FORMAT csv, HEADER)` loads.
#ifndef SINK_CSV_SINK_H
#define SINK_CSV_SINK_H

#include "sink/new_files.h"
#include "sink/sink.h"

// One file a table: documents.csv, …, and load.sql, which loads them with psql into a schema that `doc2pgsql init`
// made, and refuses one that holds articles. The files must live longer than the sink. Documents are numbered from 1.
// NULL is an empty field, the empty string "". Timestamps are ISO 8601, arrays and bytes as PostgreSQL prints them.
// Failures are ERROR_OUTPUT.
// safe: for spreadsheets; a text that they would take for a formula (= + - @, a tab or CR first) gets an apostrophe
// before it, and there is no load.sql.
struct sink *csv_sink_open(struct new_files *files, bool safe, struct error *error);

#endif
