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

// Inside the batch's transaction, when the articles are claimed: table by table deletes the rows that they had. Where
// an article has the same rows in the buffer they are left, and cut from the buffer.
bool changed_replace(struct changed *changed, struct database *db, struct buf tables[ROW_TABLES], struct error *error);

void changed_forget(struct changed *changed);
void changed_release(struct changed *changed);

#endif
