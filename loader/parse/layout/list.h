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

#endif
