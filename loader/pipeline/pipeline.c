#include "pipeline/pipeline.h"

#include "pipeline/worker.h"

#include <stdlib.h>

// Batches go round ------------------------------------------------------------------------------------------------

struct batch *pipeline_take_empty(struct pipeline *p)
{
    pthread_mutex_lock(&p->lock);
    while (!p->empty && p->error->code == ERROR_NONE) pthread_cond_wait(&p->changed, &p->lock);
    struct batch *batch = p->error->code == ERROR_NONE ? p->empty : NULL;
    if (batch) p->empty = batch->next;
    pthread_mutex_unlock(&p->lock);
    return batch;
}

void pipeline_put_empty(struct pipeline *p, struct batch *batch)
{
    batch_reset(batch);
    pthread_mutex_lock(&p->lock);
    batch->next = p->empty;
    p->empty = batch;
    pthread_cond_broadcast(&p->changed);
    pthread_mutex_unlock(&p->lock);
}

void pipeline_put_full(struct pipeline *p, struct batch *batch)
{
    pthread_mutex_lock(&p->lock);
    batch->next = NULL;
    if (p->full) p->full_last->next = batch;
    else p->full = batch;
    p->full_last = batch;
    pthread_cond_broadcast(&p->changed);
    pthread_mutex_unlock(&p->lock);
}

struct batch *pipeline_take_full(struct pipeline *p)
{
    pthread_mutex_lock(&p->lock);
    while (!p->full && !p->ended && p->error->code == ERROR_NONE) pthread_cond_wait(&p->changed, &p->lock);
    struct batch *batch = p->error->code == ERROR_NONE ? p->full : NULL;
    if (batch) p->full = batch->next;
    pthread_mutex_unlock(&p->lock);
    return batch;
}

void pipeline_fail(struct pipeline *p, const struct error *error)
{
    pthread_mutex_lock(&p->lock);
    if (p->error->code == ERROR_NONE) *p->error = *error;
    pthread_cond_broadcast(&p->changed);
    pthread_mutex_unlock(&p->lock);
}

void pipeline_report(struct pipeline *p, const struct error *why, const struct article *article,
                     const struct input_rejected *bytes)
{
    const struct pipeline_options *o = p->options;
    struct error fatal = {0};
    pthread_mutex_lock(&p->lock);
    p->report(p->context, why);
    if (why->code != ERROR_NONE) {
        p->counts->rejected++;
        if (o->rejected) o->rejected(p->context, why, article, bytes, &fatal);
        p->too_many = o->max_rejected >= 0 && p->counts->rejected > o->max_rejected;
    }
    pthread_mutex_unlock(&p->lock);
    if (fatal.code != ERROR_NONE) pipeline_fail(p, &fatal);
}

// Reading ---------------------------------------------------------------------------------------------------------

// The lock is not held meanwhile: workers count on.
static void tell_progress(struct pipeline *p)
{
    if (!p->options->progress) return;
    pthread_mutex_lock(&p->lock);
    struct pipeline_counts counts = *p->counts;
    pthread_mutex_unlock(&p->lock);
    p->options->progress(p->context, &counts);
}

static bool is_over(struct pipeline *p)
{
    pthread_mutex_lock(&p->lock);
    bool over = p->too_many;
    pthread_mutex_unlock(&p->lock);
    return over;
}

// Of another part: only that it is there counts.
static void pass_other(const struct pipeline *p, const struct article *article, const struct error *why)
{
    pipeline_seen_fn *seen = p->options->seen;
    if (!seen) return;
    if (why->code != ERROR_NONE) seen(p->context, NULL, str_from(why->source), SEEN_UNREAD);
    else if (article->source.p) seen(p->context, article, article->source, SEEN_THERE);
    if (why->code == ERROR_NONE && article->former.p) seen(p->context, article, article->former, SEEN_THERE);
}

// A path that was named: no article's, so that nothing is kept of it.
static void report_missing(struct pipeline *p, const struct error *why)
{
    pthread_mutex_lock(&p->lock);
    p->report(p->context, why);
    p->counts->missing++;
    pthread_mutex_unlock(&p->lock);
    if (p->options->seen) p->options->seen(p->context, NULL, str_from(why->source), SEEN_UNREAD);
}

int pipeline_code(const struct pipeline_counts *counts)
{
    return counts->missing ? ERROR_INPUT : counts->rejected ? ERROR_ARTICLE : 0;
}

// Fills batches until the input ends; the lock is not held while reading.
static void read_all(struct pipeline *p, struct input *input)
{
    const struct pipeline_options *o = p->options;
    struct batch *batch = pipeline_take_empty(p);
    while (batch && !(o->stop && *o->stop) && !is_over(p)) {
        struct error why = {0};
        struct article article;
        struct arena_mark mark = arena_mark(&batch->arena);
        enum input_result got = input_next(input, &batch->arena, &article, &why);
        if (got == INPUT_END) break;
        if (got == INPUT_OTHER) {
            pass_other(p, &article, &why);
            arena_rewind(&batch->arena, mark);
            continue;
        }
        if (got == INPUT_NOTED) {
            pipeline_report(p, &why, NULL, NULL);
            continue;
        }
        if (got == INPUT_FAILED) {
            pipeline_fail(p, &why);
            break;
        }
        // what the signal itself has cut off is no article's fault; the next load meets it again
        if (got == INPUT_REJECTED && o->stop && *o->stop) break;
        if (got == INPUT_REJECTED && input_rejected(input).missing) {
            report_missing(p, &why);
            continue;
        }
        if (got == INPUT_REJECTED) {
            struct input_rejected bytes = input_rejected(input);
            pipeline_report(p, &why, NULL, &bytes);
            if (o->seen) o->seen(p->context, NULL, str_from(why.source), bytes.raw.n ? SEEN_REJECTED : SEEN_UNREAD);
            p->counts->unread++;
            batch->rejected[batch->rejected_count++] = why;
        } else {
            p->counts->articles++;
            p->counts->bytes += (int64_t)article.bytes.n;
            if (o->seen) o->seen(p->context, &article, article.source, SEEN_THERE);
            batch_add(batch, &article);
        }
        if (batch->count + batch->rejected_count < o->batch_articles && batch->bytes < o->batch_bytes) continue;
        pipeline_put_full(p, batch);
        tell_progress(p);
        batch = pipeline_take_empty(p);
    }
    if (batch && (batch->count || batch->rejected_count)) pipeline_put_full(p, batch);
    else if (batch) pipeline_put_empty(p, batch);
    pthread_mutex_lock(&p->lock);
    p->ended = true;
    pthread_cond_broadcast(&p->changed);
    pthread_mutex_unlock(&p->lock);
}

static int start_workers(struct pipeline *p, struct worker *workers)
{
    int started = 0;
    for (; started < p->options->jobs; started++) {
        struct worker *w = &workers[started];
        *w = (struct worker){.pipeline = p, .number = started};
        arena_init(&w->arena, p->options->memory_limit);
        arena_init(&w->scratch, p->options->memory_limit);
        if (pthread_create(&w->thread, NULL, worker_run, w) == 0) continue;
        struct error error = {0};
        error_set(&error, ERROR_MEMORY, "can't start a thread");
        pipeline_fail(p, &error);
        break;
    }
    return started;
}

bool pipeline_run(struct input *input, const struct pipeline_options *options, pipeline_sink_fn *open_sink,
                  pipeline_report_fn *report_fn, void *context, struct pipeline_counts *counts, struct error *error)
{
    struct pipeline p = {.options = options,
                         .open_sink = open_sink,
                         .report = report_fn,
                         .context = context,
                         .counts = counts,
                         .error = error,
                         .lock = PTHREAD_MUTEX_INITIALIZER,
                         .mentions_lock = PTHREAD_MUTEX_INITIALIZER,
                         .changed = PTHREAD_COND_INITIALIZER};
    *counts = (struct pipeline_counts){0};
    struct worker *workers = calloc((size_t)options->jobs, sizeof *workers);
    p.left = calloc(options->corrections ? options->corrections->count + 1 : 1, sizeof *p.left);
    bool ready = workers && p.left;
    // one batch for each worker, and one to read into
    for (int i = 0; ready && i <= options->jobs; i++) {
        struct batch *batch = batch_new(options->batch_articles, options->batch_bytes);
        ready = batch != NULL;
        if (ready) pipeline_put_empty(&p, batch);
    }
    int started = 0;
    if (!ready) error_set(error, ERROR_MEMORY, "out of memory");
    else started = start_workers(&p, workers);
    if (started == options->jobs) read_all(&p, input);
    for (int i = 0; i < started; i++) {
        pthread_join(workers[i].thread, NULL);
        struct error closing = {0};
        if (workers[i].sink && !sink_close(workers[i].sink, &closing)) pipeline_fail(&p, &closing);
        arena_release(&workers[i].arena);
        arena_release(&workers[i].scratch);
    }
    if (p.too_many)
        error_set(error, ERROR_LIMIT, "more than %lld articles were rejected", (long long)options->max_rejected);
    batch_free(p.empty);
    batch_free(p.full);
    free(p.left);
    free(workers);
    return error->code == ERROR_NONE;
}
