// Articles of the database that have the bytes of new ones.
#ifndef SINK_COPIES_H
#define SINK_COPIES_H

#include "sink/ledger.h"

enum { COPIES = 8 };  // of one content that are looked at

struct copy {
    struct str source;
    int64_t document_id;
    bool held;             // by the ledger, with this digest
    struct sha256 digest;  // of bytes and metadata
    int reader;            // that read it
};

// One content, and its copies in the database: COPIES of them where there are more.
struct copies {
    struct sha256 sha256;
    struct copy all[COPIES];
    size_t count;
};

struct copies_list {
    struct copies *all;  // by sha256
    size_t count;
};

// Of the NEW ones. The list lives as long as the arena.
bool copies_find(struct copies_list *list, struct ledger_lookup *lookup, const struct sink_article *articles,
                 size_t count, struct arena *arena, struct error *error);

// NULL: none of the articles has this content.
struct copies *copies_of(const struct copies_list *list, const struct sha256 *sha256);

#endif
