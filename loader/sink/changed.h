// Changed articles of a batch: rows that are as they were stay where they are. A server takes longer to replace a row
// than to read it: each of its keys is looked up beside the dead row's, and written into the midst of an index.
#ifndef SINK_CHANGED_H
#define SINK_CHANGED_H

#include "base/buf.h"
#include "rows/row.h"
#include "sink/database.h"

struct changed_article {
    int64_t document_id;
    size_t from[ROW_TABLES], to[ROW_TABLES];  // where its new rows are in the buffers
    unsigned differs;                         // a bit for each table whose rows are others
    bool same;                                // all rows are as they were, the document's too
};

struct changed {
    struct changed_article *all;  // as they came
    size_t count, room;
    struct changed_article **by_id;
    struct buf old, ids;
};

// An article that has ended: its rows in COPY's format stand behind the marks. False without memory.
bool changed_add(struct changed *changed, int64_t document_id, const size_t marks[ROW_TABLES],
                 const struct buf tables[ROW_TABLES], struct error *error);

// Which articles have the very rows that they had, so that only how they are read has changed: nothing is deleted of
// them, and nothing sent. Takes no lock: the ledger's digests, of which each is claimed as it was read, tell when
// another load was faster.
bool changed_find_same(struct changed *changed, struct database *db, const struct buf tables[ROW_TABLES],
                       struct error *error);
// Whether that was found of this one, until the next is added.
bool changed_is_same(const struct changed *changed, int64_t document_id);

// Inside the batch's transaction, when the articles are claimed: table by table deletes the rows that they had. Where
// an article has the same rows in the buffer they are left, and cut from the buffer.
bool changed_replace(struct changed *changed, struct database *db, struct buf tables[ROW_TABLES], struct error *error);

void changed_forget(struct changed *changed);
void changed_release(struct changed *changed);

#endif
