// Articles that are stored: their rows read back in reading order, and what they say (mentions, facts, statements,
// their day) replaced. A batch is a range of document_id and one transaction:
//   begin → for each next_document: next_row…, put… → commit; after any failure rollback.
// commit holds the rows of the documents that change, which a load deletes first where it replaces an article: it
// waits, or has gone before, and then commit fails with SQLSTATE 40001, and the batch is to be done again.
#ifndef SINK_STORED_H
#define SINK_STORED_H

#include "rows/row.h"
#include "sink/database.h"

struct stored;

struct stored_range {
    int64_t first, last;  // document_id
};

struct stored_document {
    int64_t document_id, byte_count;
    struct str source, url, language, language_guess;  // live until the batch ends
    int32_t date;
    enum date_source date_source;
};

// Connects. NULL on failure. The strings of *options must live as long.
struct stored *stored_open(const struct database_options *options, struct error *error);
void stored_close(struct stored *s);
bool stored_is_lost(const struct stored *s);

// The next articles behind range->last: at most `count`, and no more once they have `bytes`. *found is false where
// there are none, and *range is then as it was.
bool stored_next_range(struct stored *s, int count, int64_t bytes, struct stored_range *range, bool *found,
                       struct error *error);

bool stored_begin(struct stored *s, const struct stored_range *range, struct error *error);
bool stored_next_document(struct stored *s, struct stored_document *document);
// The document's next row of sections, paragraphs, bullets, tables, table_columns or table_cells, with all that facts
// are found by; line_end and what only readers look at is left out. Strings live until the batch ends.
bool stored_next_row(struct stored *s, struct row *row);
// A mention, fact or statement of the document.
bool stored_put(struct stored *s, const struct row *row, struct error *error);
// The document's day, where it is another one than before; DATE_SOURCE_NONE: none.
void stored_set_date(struct stored *s, int32_t days, enum date_source source);
// What was put takes the place of the mentions, facts and statements of the batch's documents. Documents whose rows are
// those that they had are left alone.
bool stored_commit(struct stored *s, struct error *error);
void stored_rollback(struct stored *s);

#endif
