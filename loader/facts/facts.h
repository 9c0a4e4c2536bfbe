// The facts of a table: item × attribute × value, by what the table's structure says.
//
//   subject    The item of a row is its first cell, unless that column holds ranks, numbers or dates (also parts of
//              dates, and seasons): then that of the first column of names (mostly texts that are no values, of 60
//              bytes at most in the mean, and three of five different or most of them entities), if there is one. Where
//              a row's cell there is empty, the row's first other text.
//   cell       Every other cell is a value of that item; the attribute is the column's header.
//   header     A column whose header is an entity's name (and whose row is not an entity itself): the item is the
//              header, the attribute the row's subject.
//   key        A table of keys and values: the item is the lead-in or heading above that names an entity, else the
//              heading; the attribute is the row's first cell. So are tables of two columns whose headers are such a
//              pair (Property, Value), or that have no headers and no entities or values in the first column, and there
//              keys that end in a colon, an entity above, or short keys beside values of several types, or keys that
//              the source marks as headers of their rows.
//   no header  The first row is the header where all its cells are filled with texts that are no values, and all cells
//              below one of them, which has no digit, are values; else attributes are NULL, and the column's number
//              tells.
//
// Of a long table the first FACT_HELD cells decide, so that no more of them are held.
//
// Numbers whose comma or point can be either are read as the clear ones in their column are, else as those of the
// table, else as the article's language writes them. Only the first 200 columns are told.
#ifndef FACTS_FACTS_H
#define FACTS_FACTS_H

#include "facts/fact_writer.h"

#define FACT_COLUMNS 200
#define FACT_HELD    32768

struct fact_cell {
    struct fact_text text;
    struct value typed;  // read when its table is told; VALUE_NONE where it is no value
    bool absent;         // says nothing
    int32_t row_no, column_no;
    uint32_t line, line_end;
};

struct fact_table {
    int32_t table_no, section_no, position;
    bool row_headers;                 // the source marks the first column as keys
    const struct fact_text *headers;  // of the first header_count columns; STR_NULL for none
    size_t header_count;
    struct fact_cell *cells;  // by row, then column: the first ones of the table
    size_t cell_count;
    const struct fact_text *lead_in, *heading;  // what stands above it; NULL for none
    struct str text_above;                      // a paragraph right above it that is no lead-in; STR_NULL for none
    double scale;                               // see value_scale; 0 or 1 for none
};

// How the facts of a table are told: decided by its first rows, and then the same for all.
struct fact_plan;

// What it points to has to stay, the cells excepted. support: NULL where none is looked for. NULL when the arena is
// full.
struct fact_plan *fact_plan_new(const struct fact_table *table, enum decimal_sign decimal,
                                const struct support_source *support, struct arena *arena, struct error *error);

// Emits the facts of whole rows. False when the writer's emit fails or its scratch is full.
bool fact_plan_write(struct fact_writer *w, const struct fact_plan *plan, struct fact_cell *cells, size_t count,
                     struct error *error);

#endif
