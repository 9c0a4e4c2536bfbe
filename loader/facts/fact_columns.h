// What the columns of a table hold. Internal to facts.c.
#ifndef FACTS_FACT_COLUMNS_H
#define FACTS_FACT_COLUMNS_H

#include "facts/facts.h"

#define FACT_SAMPLE 32

struct fact_column {
    uint32_t filled, typed, entities;  // cells that say something; are values; name entities
    uint32_t figures;                  // cells that are ranks, scores, seasons, parts of dates
    uint32_t colons;                   // cells that end in a colon
    uint32_t different;                // texts among the first FACT_SAMPLE filled cells
    uint32_t hashes[FACT_SAMPLE];      // of these texts
    size_t bytes;
    uint32_t points, commas;  // numbers that show the sign of their fraction
};

// Reads the value of each cell, as with a decimal point.
void fact_cells_read(struct fact_cell *cells, size_t count);

// Of the first count columns, all rows from row_no on.
void fact_columns_of(const struct fact_table *table, int32_t row_no, struct fact_column *columns, size_t count);

// Whether a column holds ranks, numbers or dates, and not names.
static inline bool fact_column_is_typed(const struct fact_column *c)
{
    return c->filled && 2 * (c->typed + c->figures) > c->filled;
}

// Ranks, scores, seasons, parts of dates, times: 1st, T3, 2-1, 1938/39, 13 Jul, 10:30.
bool fact_is_figures(struct str text);

// The column (from 0) of the rows' subjects.
size_t fact_subject(const struct fact_column *columns, size_t count);

// Which sign the numbers of a column use, and where they don't say, those of the table.
enum decimal_sign fact_decimal(const struct fact_column *columns, size_t count, size_t column,
                               enum decimal_sign language);

// Whether the first row is the header of a table that has none; below: the columns from the second row on.
bool fact_first_row_heads(const struct fact_table *table, const struct fact_column *below);

#endif
