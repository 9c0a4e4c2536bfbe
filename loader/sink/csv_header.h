// The header line of a small CSV file that a command reads. Spreadsheets write semicolons or tabs where the comma is
// the decimal sign: what stands behind the first name separates them all.
#ifndef SINK_CSV_HEADER_H
#define SINK_CSV_HEADER_H

#include "base/str.h"

#include <stdbool.h>

struct csv_header {
    struct str line;  // that is left
    bool ended;
    char delimiter;  // ',', ';' or '\t'
};

struct csv_header csv_header_of(struct str csv);

// The next name, without quotes and white space around it. False at the end.
bool csv_header_next(struct csv_header *header, struct str *name);

// What COPY is told of the file: "FORMAT csv, HEADER, DELIMITER ';'".
const char *csv_header_format(const struct csv_header *header);

#endif
