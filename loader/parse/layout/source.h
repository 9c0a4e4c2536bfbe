// The lines of plain text as they stand in the source, measured.
#ifndef PARSE_LAYOUT_SOURCE_H
#define PARSE_LAYOUT_SOURCE_H

#include "base/arena.h"
#include "parse/layout/mark.h"

struct source_line {
    struct str whole;  // without its end
    struct str text;   // trimmed
    uint32_t indent;   // columns before it
    uint32_t width;    // columns up to its end; bytes until source_measure is called
    uint32_t run;      // columns at which the lines that it stands among are wrapped, others than most; 0: they aren't
    struct mark mark;  // what it may begin with; kind MARK_NONE once it is told to be none
    bool speaks;       // somebody's turn begins with it (speakers.h)
};

// As many amounts below each other may be a table's column.
enum { SOURCE_AMOUNTS = 4 };

struct source {
    struct source_line *lines;
    size_t count;
    bool marks, tabs, gaps;  // the text holds any: marks other than "- ", tabs, two spaces inside a line
    bool dashes;             // … lines of a dash alone
    bool rules;              // … lines that may be rules or borders
    bool code;               // … lines that code may begin with
    bool quotes;             // … lines that begin with >
    uint8_t amounts;         // lines in a row that end in a digit, at most SOURCE_AMOUNTS
    uint8_t amounts_before;  // scratch: right before the next line
    unsigned body;           // the indent that most text has
};

bool source_split(struct str text, struct arena *arena, struct source *out);

// Columns that s takes from column `at` on, as terminals show it.
uint32_t source_columns(struct str s, uint32_t at);
// The same as programs count them that take every character for one column (narrow), or as terminals do.
uint32_t source_columns_as(struct str s, uint32_t at, bool narrow);

// Whether a line's text goes on in the next one's without a space: behind a hyphen, and in Chinese and Japanese.
bool source_runs_on(struct str before, struct str behind);

static inline bool source_blank(const struct source *s, size_t i)
{
    return i >= s->count || !s->lines[i].text.n;
}

#endif
