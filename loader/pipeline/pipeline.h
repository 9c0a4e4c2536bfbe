// The way through the house: articles from an input are gathered into batches, batches are parsed and stored by
// workers, each with a sink of its own.
#ifndef PIPELINE_PIPELINE_H
#define PIPELINE_PIPELINE_H

#include "facts/mention_rows.h"
#include "input/corrections.h"
#include "input/input.h"
#include "sink/sink.h"

#include <signal.h>

struct pipeline_counts {
    int64_t articles;  // read, whatever became of them: stored, unchanged or rejected
    int64_t rejected;
    int64_t unread;   // files and records that could not be read, which are rejected and no articles
    int64_t missing;  // paths that were named and could not be read, which are neither
    int64_t bytes;    // of the articles read
    int64_t repaired_articles, repaired;  // with ill-formed bytes; such bytes
    int64_t guessed;                      // articles and files of records in an encoding that was found out
    int64_t rows[ROW_TABLES];             // of the articles parsed
};

// Told of the articles read so far, between batches, in the thread that called pipeline_run.
typedef void pipeline_progress_fn(void *context, const struct pipeline_counts *counts);

// What mentions are found by, asked for by each worker at its first article, one call at a time: a load that finds
// nothing new doesn't need it. It has to live as long as the run. NULL and an error when it can't be had.
typedef const struct mention_source *pipeline_mentions_fn(void *context, struct error *error);

// What is known of a source: SEEN_MOVED is the name that an article had, SEEN_UNREAD a path, a file, or an archive from
// some place on, SEEN_REJECTED an article or a record.
enum pipeline_seen { SEEN_THERE, SEEN_REJECTED, SEEN_UNREAD, SEEN_MOVED };

// Told of each article that was read, and once more where it keeps another name in the sink; of what could not be read,
// whose article is NULL, and of articles that are rejected. Several calls at a time.
typedef void pipeline_seen_fn(void *context, const struct article *article, struct str source, enum pipeline_seen how);

// Told that a batch could not be stored for now, and is tried again; one call at a time.
typedef void pipeline_retry_fn(void *context, const struct error *why);

// Told once of each article that was rejected, or of what could not be read: then article is NULL, and *bytes says what
// is known of it. One call at a time. False ends the run.
typedef bool pipeline_rejected_fn(void *context, const struct error *why, const struct article *article,
                                  const struct input_rejected *bytes, struct error *error);

struct pipeline_options {
    int jobs;                               // workers, from 1; articles keep their order only with 1
    size_t batch_bytes, batch_articles;     // a batch is full when it has either
    size_t memory_limit;                    // bytes that parsing one article may need
    const struct corrections *corrections;  // in their order; NULL for none
    pipeline_mentions_fn *mentions;         // NULL: none are looked for
    pipeline_progress_fn *progress;         // NULL for none
    pipeline_seen_fn *seen;                 // NULL for none
    pipeline_rejected_fn *rejected;         // NULL for none
    int64_t max_rejected;                   // after one more, what is read is stored, and ERROR_LIMIT ends the run;
                                            // negative: any number
    double retry_seconds;                   // how long a batch is tried again, see sink/retry.h
    pipeline_retry_fn *retrying;            // NULL for none
    const volatile sig_atomic_t *stop;      // when not zero: finish the batches begun and end
};

// Opens the sink of worker number `worker`, from 0, in the worker's thread: several at once. NULL and an error when it
// can't.
typedef struct sink *pipeline_sink_fn(void *context, int worker, struct error *error);

// Told of each rejected article or record, of each path that is missing, and of repaired ones and those whose encoding
// was found out (why->code is ERROR_NONE then). One call at a time.
typedef void pipeline_report_fn(void *context, const struct error *why);

// The exit code of a run that was ended: whether anything is missing, or rejected.
int pipeline_code(const struct pipeline_counts *counts);

// False when it could not be ended: *error says why, and the batches committed before stay. Rejected articles are no
// failure. *counts is filled either way.
bool pipeline_run(struct input *input, const struct pipeline_options *options, pipeline_sink_fn *open_sink,
                  pipeline_report_fn *report, void *context, struct pipeline_counts *counts, struct error *error);

#endif
