// What one article's rows say: its mentions, facts and statements, found in the same way while it is loaded and out of
// rows that are stored (pipeline/resolve.h).
#ifndef FACTS_ARTICLE_FACTS_H
#define FACTS_ARTICLE_FACTS_H

#include "facts/fact_rows.h"
#include "facts/mention_rows.h"

// Nothing to release. It has to stay where it is, since its parts know it.
struct article_facts {
    struct mention_rows mentions;
    struct fact_rows facts;
    int32_t statement_count;
    row_fn *emit;
    void *context;
};

// source: what is looked for; NULL: nothing. language: as mentions_find wants it. arena: the article's. scratch:
// of one row of its facts. These, the source and what emit needs have to live until the article has ended.
void article_facts_begin(struct article_facts *a, const struct mention_source *source, struct str language,
                         struct arena *arena, struct arena *scratch, row_fn *emit, void *context);

// Takes each row of the article in order, its document row last, and emits what it says; facts are held back until
// their table or list item has ended. False when emit fails, or the arena is full.
bool article_facts_add(struct article_facts *a, const struct row *row, struct error *error);

#endif
