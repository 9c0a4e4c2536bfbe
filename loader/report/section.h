// One section of a report: what a file of sql/report asks, drawn as its second line says.
#ifndef REPORT_SECTION_H
#define REPORT_SECTION_H

#include "base/arena.h"
#include "base/buf.h"
#include "sink/database.h"

// A file's head: "-- Title", "-- as KIND: Column | Column", and behind it lines that explain, until the question.
//   numbers  label, value
//   table    as many columns as named, the answer's rows; one whose name begins with # counts, others may hold years
//   bars     label, value: one bar each
//   heat     row, column, value: a picture of how much there is of each
//   article  line, kind, text, what it tells
enum section_kind { SECTION_NUMBERS, SECTION_TABLE, SECTION_BARS, SECTION_HEAT, SECTION_ARTICLE };

struct section {
    struct str title, columns, note, sql;
    enum section_kind kind;
};

// False with ERROR_INTERNAL for a file that has no such head.
bool section_read(struct str file, struct section *section, struct error *error);

// The answer: rows of text, NULL for SQL's NULL. In the arena's memory.
struct section_answer {
    const char *const **rows;
    size_t count;
    int columns;
};

// Asks with $1 (NULL: the question has none).
bool section_ask(const struct section *section, struct database *db, const char *value, struct arena *arena,
                 struct section_answer *answer, struct error *error);

// Draws it; `number` tells its anchor apart. Nothing for an answer without rows.
void section_draw(const struct section *section, const struct section_answer *answer, int number, struct buf *out);

#endif
