// Where the line of names of a CSV file is: behind Excel's `sep=;`, comments and a preamble.
#ifndef INPUT_CSV_HEAD_H
#define INPUT_CSV_HEAD_H

#include "input/mapping.h"

struct csv_head {
    bool found;          // a line with the name of a text, or with a delimiter
    char delimiter;      // '\0': the line has none
    size_t start;        // of it, in bytes
    size_t lines;        // before it
    struct str skipped;  // comments and preamble, without their last line end; empty: there are none
};

// head: the file's first bytes. delimiter: when it is known, else '\0'.
struct csv_head csv_head_find(struct str head, char delimiter, const struct mapping *mapping);

#endif
