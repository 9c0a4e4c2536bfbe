// The table corrections: what a load applies, and what doc2pgsql correct changes.
#ifndef SINK_CORRECTIONS_TABLE_H
#define SINK_CORRECTIONS_TABLE_H

#include "base/arena.h"
#include "input/corrections.h"
#include "sink/database.h"

// All of them, in order for corrections_apply, with the arena's memory. ERROR_SCHEMA for one that this program doesn't
// know how to read.
bool corrections_read(struct database *db, struct arena *arena, struct corrections *corrections, struct error *error);

// The loaded article of a source, or of its end behind a slash, malloc'd; NULL where there is none. ERROR_INPUT where
// there are several.
bool corrections_find_source(struct database *db, const char *asked, char **source, struct error *error);

// A row of an article, as it is stored.
struct corrected_row {
    char *text;  // malloc'd, the caller frees it
    bool alone;  // no other row of the article has this text
};

// The row that begins on a line of a loaded article, and whose text is `begins`, or begins so. ERROR_INPUT where none
// does, or several with other texts do.
bool corrections_find_row(struct database *db, const char *source, uint32_t line, const char *begins,
                          struct corrected_row *row, struct error *error);

// The entity of an id or any of its names. ERROR_INPUT where there is none, or there are several.
bool corrections_find_entity(struct database *db, const char *name, struct buf *entity_id, struct error *error);

// What a correction is of.
struct corrected_place {
    const char *source;  // or a pattern of sources
    uint32_t line;       // 0: any
    const char *text;    // NULL: any
    bool cell;           // the text is a cell's, header's or label's, not a row's
};

// How many articles that are loaded, rows or cells of theirs it means. Of rows the line says nothing.
bool corrections_count(struct database *db, const struct corrected_place *place, int64_t *count, struct error *error);

// Of the sources and patterns that corrections are of, those from where no article is loaded: an SQL array, with a NUL
// behind.
bool corrections_find_idle(struct database *db, struct buf *sources, struct error *error);

// Keeps a correction in place of one of the same. *id is its number.
bool corrections_add(struct database *db, const struct corrected_place *place, const char *read_as, int64_t *id,
                     struct error *error);

// Corrections of a CSV file with the columns source, line_no, text and read_as, in one transaction. ERROR_INPUT where a
// row says nothing.
bool corrections_load(struct database *db, struct str csv, int64_t *count, struct error *error);
// All of them in that form.
bool corrections_save(struct database *db, struct buf *csv, struct error *error);

// ERROR_INPUT where there is none of that number.
bool corrections_delete(struct database *db, const char *id, struct error *error);

#endif
