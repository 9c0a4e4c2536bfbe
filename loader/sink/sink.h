// Where rows go: PostgreSQL by COPY, CSV files, a terminal, JSON lines, or nowhere. Used a batch at a time:
//   look_up → for each article that is not UNCHANGED: begin, row…, end (or abort, then reject) → commit.
// After a failed commit nothing of the batch is stored, and the same articles may be tried again, in smaller batches.
#ifndef SINK_SINK_H
#define SINK_SINK_H

#include "rows/row.h"

enum sink_action { SINK_NEW, SINK_CHANGED, SINK_UNCHANGED };

// One article of a batch, as the sink knows it.
struct sink_article {
    struct article article;
    enum dialect dialect;      // found, before begin
    int64_t document_id;       // out of look_up
    enum sink_action action;   // out of look_up
    struct sha256 old_sha256;  // of a CHANGED one: what the sink holds now
    bool outdated;             // of a CHANGED one: an older reader has made its rows
    bool rejected;             // not to be stored
    struct arena *arena;       // that holds the article
    // out of look_up, too, see sink/content.h
    struct str moved_from;  // of one that is not NEW: what the sink calls it so far; else STR_NULL
    bool duplicate;         // UNCHANGED, for its content is in under another name
    bool taken;             // it is the first of its content
    bool as_before;         // out of commit, of a CHANGED one: its rows are as they were, and count as unchanged
    // the sink's own: a COMMIT of it whose answer was lost, and what it was then
    bool unsure;
    enum sink_action unsure_action;
    // the pipeline's own:
    bool reported;  // the user has been told of its rejection
    bool repaired;  // and of its ill-formed bytes
    int64_t *rows;  // of a CHANGED one, by table: as_before takes them off what is counted; NULL: none counted
    bool empty;     // of one that was parsed: it has no text, and no row but its own
    bool repeated;  // an earlier article of the batch has the same source: not in one transaction
};

// Of one that the sink holds: UNCHANGED by a digest alike and a reader that is no older.
static inline enum sink_action sink_action_of(const struct sink_article *a, const struct sha256 *held)
{
    return sha256_equal(&a->article.digest, held) && !a->outdated ? SINK_UNCHANGED : SINK_CHANGED;
}

struct sink;

// Only row and close must be there.
struct sink_ops {
    // Gives each article its action and, unless UNCHANGED, its document_id. NULL: all are new, counted from 1.
    bool (*look_up)(struct sink *sink, struct sink_article *articles, size_t count, struct error *error);
    bool (*begin)(struct sink *sink, const struct sink_article *article, struct error *error);
    row_fn *row;  // the context is the sink
    bool (*end)(struct sink *sink, struct error *error);
    // Takes back every row since begin.
    void (*abort)(struct sink *sink);
    // Records an article or record that was rejected; lasts when the batch is committed.
    bool (*reject)(struct sink *sink, struct str source, const struct error *why, struct error *error);
    // Stores the batch whole or, on failure, not at all.
    bool (*commit)(struct sink *sink, struct sink_article *articles, size_t count, struct error *error);
    // Forgets the rows and rejections since the last commit. NULL: what was given can't be taken back, so that no
    // article may come twice.
    void (*rollback)(struct sink *sink);
    // Frees the sink too, also after an error.
    bool (*close)(struct sink *sink, struct error *error);
};

// What every sink begins with.
struct sink {
    const struct sink_ops *ops;
    int64_t last_document_id;  // of sinks without look_up
    bool begun;                // an article that has not ended
};

// The operations, with what a sink that lacks one does instead.
bool sink_look_up(struct sink *sink, struct sink_article *articles, size_t count, struct error *error);
bool sink_begin(struct sink *sink, const struct sink_article *article, struct error *error);
bool sink_end(struct sink *sink, struct error *error);
void sink_abort(struct sink *sink);
bool sink_reject(struct sink *sink, struct str source, const struct error *why, struct error *error);
bool sink_commit(struct sink *sink, struct sink_article *articles, size_t count, struct error *error);
void sink_rollback(struct sink *sink);
bool sink_takes_back(const struct sink *sink);
bool sink_close(struct sink *sink, struct error *error);

#endif
