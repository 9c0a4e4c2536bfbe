// Turns block events into rows: numbers sections, lists, tables and positions; finds lead-ins, labels and shapes.
#ifndef ROWS_ROW_BUILDER_H
#define ROWS_ROW_BUILDER_H

#include "base/arena.h"
#include "rows/row.h"

struct row_builder;

// Caller's storage is the arena's: nothing to release. NULL when the arena is full. Emits section 0 at once.
struct row_builder *row_builder_new(const struct article *article, struct arena *arena, row_fn *emit, void *context,
                                    struct error *error);

// A block_fn: the context is the builder.
bool row_builder_block(void *builder, const struct block *block, struct error *error);

// Emits what is held back and the document row.
bool row_builder_finish(struct row_builder *builder, enum dialect dialect, struct error *error);

#endif
