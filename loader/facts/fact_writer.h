// Writes facts: makes keys, takes values apart and types them. Internal to facts.c and fact_rows.c.
#ifndef FACTS_FACT_WRITER_H
#define FACTS_FACT_WRITER_H

#include "facts/parties.h"
#include "facts/support.h"
#include "facts/value.h"

#define FACT_ITEM_BYTES 500  // of an item or attribute; what is longer is no name of anything

// One article's; nothing to release.
struct fact_writer {
    struct arena *scratch;  // for what a row needs: reset at each row of a table and list item
    row_fn *emit;
    void *context;
    enum decimal_sign decimal;             // by the article's language
    const struct support_source *support;  // NULL: no support is looked for
    int32_t count;                         // emitted
    int64_t room;                          // bytes of text read, less those that facts have used: see fact_rows.h
};

// One thing that values are told of.
struct fact_item {
    struct str text, key, entity_id;
};

// Of a text: the parties in it, or the whole of it. NULL where it is too long, says nothing, or the arena is full.
const struct fact_item *fact_items_of(struct arena *arena, const struct fact_text *text, size_t *count);

// The same for one party alone.
const struct fact_item *fact_item_of(struct arena *arena, const struct party *party);

// What is said of the items. Storage is the caller's.
struct fact_said {
    struct row row;  // ROW_FACT with all but items and value: section, position, lines, fact.table_no, row_no,
                     // column_no, attribute, attribute_key, told_by
    const struct fact_item *items;
    size_t item_count;
    enum decimal_sign decimal;
    struct str unit;            // of a number that has none; STR_NULL for none
    double magnitude;           // of a number without a word for it
    double scale;               // of all sums of the table, as a line beside it says; 0 for none
    bool whole;                 // the value is no list
    const struct value *typed;  // what the value has been read as; NULL where it hasn't
    bool support;               // what it tells of an entity is support
    bool money_only;            // of that, only sums of money
    bool by_words;              // told by words of a header that has no role
};

// Emits a fact for each item and element of the value; none where it says nothing. False when emit fails or the arena
// is full.
bool fact_write(struct fact_writer *w, struct fact_said *said, const struct fact_text *value, struct error *error);

// Sets attribute and key, of the first FACT_ITEM_BYTES bytes, without the colon at its end; STR_NULL for an empty one.
void fact_attribute(struct arena *arena, struct str text, struct fact_row *fact);

// Whether a heading or lead-in, as an attribute, says that what follows is support given (tells_support of support.h).
bool fact_tells_support(struct arena *arena, struct str text);

#endif
