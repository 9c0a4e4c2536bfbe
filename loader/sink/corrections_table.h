// The table corrections: what a load applies, and what doc2pgsql correct changes.
#ifndef SINK_CORRECTIONS_TABLE_H
#define SINK_CORRECTIONS_TABLE_H

#include "base/arena.h"
#include "input/corrections.h"
#include "sink/database.h"

// All of them, in order for corrections_apply, with the arena's memory. ERROR_SCHEMA for one that this program doesn't
// know how to read.
bool corrections_read(struct database *db, struct arena *arena, struct corrections *corrections, struct error *error);

// A row of an article, as it is stored.
struct corrected_row {
    char *source;  // of the article; malloc'd, the caller frees both
    char *text;
    bool alone;  // no other row of the article has this text
};

// The row that begins on a line of a loaded article. source: the whole of it, or its end behind a slash. ERROR_INPUT
// where there is no such article, several, or no row begins on that line.
bool corrections_find_row(struct database *db, const char *source, uint32_t line, struct corrected_row *row,
                          struct error *error);

// Keeps a correction in place of one that means the same row. line 0 and text NULL: any. *id is its number.
bool corrections_add(struct database *db, const char *source, uint32_t line, const char *text, const char *read_as,
                     int64_t *id, struct error *error);

// Corrections of a CSV file with the columns source, line_no, text and read_as, in one transaction.
bool corrections_load(struct database *db, struct str csv, int64_t *count, struct error *error);
// All of them in that form.
bool corrections_save(struct database *db, struct buf *csv, struct error *error);

// ERROR_INPUT where there is none of that number.
bool corrections_delete(struct database *db, const char *id, struct error *error);

#endif
