// The keys by which items are found in their own tables: of the first cells of a table's rows, of labels and short list
// items, of headings and headers.
#ifndef FACTS_ROW_KEYS_H
#define FACTS_ROW_KEYS_H

#include "base/arena.h"
#include "rows/row.h"

#define ROW_KEY_CHARACTERS 80  // of a list item without a label, at most

// Sets the row's item_key or header_key: STR_NULL where it names no item. False when the arena is full.
bool row_keys_set(struct row *row, struct arena *arena);

#endif
