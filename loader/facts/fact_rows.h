// The rows of facts: item × attribute × value, of an article's tables (facts.h tells how), lists and headings. All of a
// table's rows are held back until it has ended; of a list each item until its mentions have come.
//
// A list item, where "above" is what stands nearest: the item that holds its list, the lead-in (its last sentence), the
// headings, deepest first:
//   label      A labelled item: the label is the item, the attribute is what stands above, the value its text.
//   under_…    A labelled item whose label is no entity, under something that is an entity's name alone: that is the
//              item, and the label the attribute. An item without a label: the item is the entity that what stands
//              above names alone (the attribute is then what stands above that), or names beside other words (then it
//              is the attribute, too: `Denmark will give:`), or the entity that stands alone above that. Other items
//              without labels tell no fact.
//
// An item or lead-in that is a sentence of its own is no attribute: what stands above it is. Items that ask readers to
// do something (prompt.h), or stand under a heading of other works and pages, tell nothing.
//
// Bytes of the article's cells and items limit its facts (one for each two bytes, and 1,000): no real article comes
// near, and a hostile one doesn't multiply.
#ifndef FACTS_FACT_ROWS_H
#define FACTS_FACT_ROWS_H

#include "facts/facts.h"

#define FACT_LEVELS 8  // of headings and of lists, that are looked at

struct fact_list_item {
    struct fact_text label, text;
    struct row row;  // ROW_BULLET
};

// A text whose mentions are still coming.
struct fact_open_text {
    struct fact_text *text;
    struct party *mentions;
    size_t capacity;
};

// One article's; nothing to release. Begin with all zero but what is named first.
struct fact_rows {
    struct arena *arena;            // the article's
    struct fact_writer writer;      // scratch, emit, context, decimal
    struct fact_open_text open[2];  // the latest row's texts: a bullet's label and text
    struct fact_text headings[FACT_LEVELS], items[FACT_LEVELS], lead_in;
    int heading_depth, item_depth;
    struct str text_above;  // the latest paragraph that is no lead-in
    int32_t lead_in_position, text_position, list_no;
    bool list_is_led;            // the lead-in is the open list's
    bool of_works;               // the section lists works: references, links
    struct fact_list_item item;  // held back; of item_held
    bool item_held, table_held;
    struct fact_plan *plan;   // of the open table; NULL while undecided
    struct fact_table table;  // held back; of table_held
    struct fact_text *headers;
    struct fact_cell *cells;
    size_t header_capacity, cell_capacity;
};

// The language as language_is_code wants it; anything else is unknown.
enum decimal_sign fact_decimal_of(struct str language);

// Takes each row of an article in order, its mentions right behind it, and emits facts. False when emit fails, or the
// arena is full.
bool fact_rows_add(struct fact_rows *facts, const struct row *row, struct error *error);

#endif
