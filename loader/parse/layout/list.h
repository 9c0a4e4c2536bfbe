// Which of the marks that lines begin with are those of list items.
#ifndef PARSE_LAYOUT_LIST_H
#define PARSE_LAYOUT_LIST_H

#include "parse/layout/wrap.h"

// Takes all other marks off: their lines' kind becomes MARK_NONE. Whether any are left.
bool list_confirm(struct source *source, const struct wrap *wrap);

// How deep items lie, by their indentation alone.
struct list_depth {
    uint32_t indent[8];
    int depth;  // 0: no list is open
};

// The depth of an item with this indentation, from 1.
int list_depth_of(struct list_depth *list, uint32_t indent);

// Index behind the texts from line i on that each have a lone dash on the line below: items with their marks behind
// them. `i` when there are fewer than two.
size_t list_behind_end(const struct source *source, size_t i);

#endif
