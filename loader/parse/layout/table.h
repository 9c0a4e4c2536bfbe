// Tables in plain text. Each function reads the table that begins at line i of the source into an empty draft and
// returns how many lines it takes; 0 when there is none (what the draft holds is no matter then).
#ifndef PARSE_LAYOUT_TABLE_H
#define PARSE_LAYOUT_TABLE_H

#include "parse/layout/draft.h"
#include "parse/layout/wrap.h"

// Borders of + and -, or of box drawing characters.
size_t table_grid(const struct source *source, size_t i, struct draft *draft, struct arena *arena);

// Columns under groups of dashes or equals signs (pandoc's simple and multiline tables, reStructuredText's).
size_t table_ruled(const struct source *source, size_t i, struct draft *draft, struct arena *arena);

// Bars, with a delimiter line (|:---|, --- | ---, ---+---) under the first row, or between outer bars (tight ones,
// |a|b|, where each line is a block).
size_t table_bars(const struct source *source, const struct wrap *wrap, size_t i, struct draft *draft,
                  struct arena *arena);

// Cells set apart by tabs.
size_t table_tabs(const struct source *source, size_t i, struct draft *draft, struct arena *arena);

// Columns aligned by spaces.
size_t table_columns(const struct source *source, const struct wrap *wrap, size_t i, struct draft *draft,
                     struct arena *arena);

// Names and amounts, a line each, under a line that says what they are.
size_t table_amounts(const struct source *source, size_t i, struct draft *draft, struct arena *arena);

// Cells on lines of their own between blank lines, where amounts come back every so many cells. A cell of white space
// alone is empty.
size_t table_blanks(const struct source *source, size_t i, struct draft *draft, struct arena *arena);

// The part of a line from column `from` to before column `to`, counted as source_columns_as does.
struct str table_cut(struct str line, uint32_t from, uint32_t to, bool narrow);

enum { TABLE_COLUMNS = 64 };  // at most

#endif
