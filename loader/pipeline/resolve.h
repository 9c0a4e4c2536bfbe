// Works mentions, facts and statements, and days that no metadata say, out anew from the rows that are stored, without
// the sources: by the names and words that the database holds now, and for articles that were loaded before there were
// facts.
#ifndef PIPELINE_RESOLVE_H
#define PIPELINE_RESOLVE_H

#include "pipeline/pipeline.h"
#include "sink/database.h"

struct resolve_options {
    const struct database_options *database;
    const struct mention_source *source;
    const struct corrections *corrections;  // in their order: of names in cells; NULL for none
    int jobs;                               // connections, from 1
    size_t memory_limit;                    // bytes that one article may need
    pipeline_progress_fn *progress;         // told after each batch, one call at a time; NULL for none
    pipeline_report_fn *report;             // of each article that keeps its old rows, one call at a time
    double retry_seconds;                   // how long a batch is tried again, see sink/retry.h
    pipeline_retry_fn *retrying;            // told of that, one call at a time
    const volatile sig_atomic_t *stop;      // when not zero: finish the batches begun and end
};

// All articles in the order of document_id, one transaction for some 500 of them: each has its old rows or its new
// ones, whatever ends the run, and a load may go on beside it. An article whose new rows the server refuses, or for
// which memory is too short, keeps the old ones; it is reported and counted as rejected. *counts has articles, bytes,
// rejected and rows, also after a failure. context is that of progress and report.
bool resolve_run(const struct resolve_options *options, void *context, struct pipeline_counts *counts,
                 struct error *error);

#endif
