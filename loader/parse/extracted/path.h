// The role of every line and the rows of tables, decided for the whole article at once: the cheapest path through its
// lines, on which a table's row is one step, of as many lines as it is printed over.
#ifndef PARSE_EXTRACTED_PATH_H
#define PARSE_EXTRACTED_PATH_H

#include "base/arena.h"
#include "parse/extracted/features.h"

#include <stdbool.h>

// The roles a line can play.
enum role { ROLE_PARAGRAPH, ROLE_HEADING, ROLE_ITEM, ROLE_ROW, ROLE_CODE, ROLE_QUOTE, ROLE_COUNT };

// What the bars of the lines around it tell of a line (step.c).
enum path_step {
    STEP_OPEN,    // nothing
    STEP_ROW,     // no row goes on with it
    STEP_BEHIND,  // it goes on with the row above, behind whose last bar it stands
};

struct path_line {
    float odds[ROLE_COUNT];  // in: probabilities, not normalised; 0: never
    float plain;             // the odds of a heading by the forest of lines, where both are asked
    bool raised;             // lines that are like it made it likelier to be a heading
    float leftover;          // the probability that it is a menu's or a footer's
    uint16_t columns;        // in: of a delimiter line, else 0
    uint8_t step;            // in: enum path_step
    uint8_t role;            // out
    bool row_starts;         // out: a row begins here; false for delimiters and lines that go on
    bool table_starts;       // out
};

// whole: the extractor prints each row on one line. False when the arena is full.
bool path_decide(const struct part *parts, struct path_line *lines, size_t count, bool whole, struct arena *arena);

#endif
