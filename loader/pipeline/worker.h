// What reader and workers of one run share, and the workers: each takes full batches, parses and stores their articles.
#ifndef PIPELINE_WORKER_H
#define PIPELINE_WORKER_H

#include "facts/article_date.h"
#include "facts/article_facts.h"
#include "pipeline/batch.h"
#include "pipeline/pipeline.h"

#include <pthread.h>

struct pipeline {
    const struct pipeline_options *options;
    pipeline_sink_fn *open_sink;
    pipeline_report_fn *report;
    void *context;
    struct pipeline_counts *counts;
    pthread_mutex_t lock;           // of all that follows, of counts and of report
    pthread_mutex_t mentions_lock;  // one call of options->mentions at a time
    pthread_cond_t changed;
    struct batch *empty, *full, *full_last;
    bool ended;           // the input has
    bool too_many;        // articles were rejected: no more are read
    bool *left;           // of each correction: it was told that articles have left its place
    struct error *error;  // the first fatal one
};

struct worker {
    struct pipeline *pipeline;
    pthread_t thread;
    int number;
    struct sink *sink;
    const struct mention_source *mention_source;
    struct arena arena;          // of the article being parsed
    struct arena scratch;        // of one row of its facts
    struct article_facts facts;  // of that article
    struct article_date date;
    int64_t rows[ROW_TABLES];
};

// Batches go round between reader and workers. Taking waits; NULL when all has failed, and for full ones at the end.
struct batch *pipeline_take_empty(struct pipeline *p);
void pipeline_put_empty(struct pipeline *p, struct batch *batch);
struct batch *pipeline_take_full(struct pipeline *p);
void pipeline_put_full(struct pipeline *p, struct batch *batch);

// Ends the run for all; the first cause is kept.
void pipeline_fail(struct pipeline *p, const struct error *error);

// Tells of a note (why->code is ERROR_NONE), or of a rejected article or record, and counts it. article, bytes: as
// pipeline_rejected_fn has them.
void pipeline_report(struct pipeline *p, const struct error *why, const struct article *article,
                     const struct input_rejected *bytes);

// Whether it is the article's own fault, and not that of the server, the network or the disk.
bool worker_is_article_fault(const struct error *error);

// Days since 2000-01-01.
int32_t worker_today(void);

// A thread's body; context: a struct worker.
void *worker_run(void *context);

#endif
