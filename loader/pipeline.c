#include "pipeline.h"

#include "input/front_matter.h"
#include "input/hygiene.h"
#include "parse/parser.h"
#include "rows/language_guess.h"
#include "rows/row_builder.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ATTEMPTS 10

struct batch {
    struct batch *next;
    struct arena arena;  // holds the articles
    struct sink_article *articles;
    struct sha256_job *hashing;  // of the articles
    size_t count, bytes;
    struct error *rejected;  // files and records that could not be read
    size_t rejected_count;
    uint64_t *sources;  // hash set of the articles' sources since the last repeated one; 0 is free
    size_t sources_mask;
};

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
    struct error *error;  // the first fatal one
};

struct worker {
    struct pipeline *pipeline;
    pthread_t thread;
    int number;
    struct sink *sink;
    const struct mention_source *mention_source;
    struct arena arena;            // of the article being parsed
    struct mention_rows mentions;  // of that article
    int64_t rows[ROW_TABLES];
};

// Batches -------------------------------------------------------------------------------------------------------

static void batch_free(struct batch *batch)
{
    for (struct batch *next; batch; batch = next) {
        next = batch->next;
        arena_release(&batch->arena);
        free(batch->articles);
        free(batch->hashing);
        free(batch->rejected);
        free(batch->sources);
        free(batch);
    }
}

static struct batch *batch_new(const struct pipeline_options *options)
{
    struct batch *batch = calloc(1, sizeof *batch);
    if (!batch) return NULL;
    size_t set = 16;
    while (set < 2 * options->batch_articles) set *= 2;
    batch->sources_mask = set - 1;
    batch->arena.next_size = options->batch_bytes + options->batch_bytes / 4;
    batch->articles = calloc(options->batch_articles, sizeof *batch->articles);
    batch->hashing = calloc(options->batch_articles, sizeof *batch->hashing);
    batch->rejected = calloc(options->batch_articles, sizeof *batch->rejected);
    batch->sources = calloc(set, sizeof *batch->sources);
    if (batch->articles && batch->hashing && batch->rejected && batch->sources) return batch;
    batch_free(batch);
    return NULL;
}

// FNV-1a; never 0.
static uint64_t hash_of(struct str s)
{
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < s.n; i++) h = (h ^ (unsigned char)s.p[i]) * 1099511628211u;
    return h ? h : 1;
}

// The same source twice in one transaction would claim it twice. (Two sources of one hash only cost a transaction.)
static bool is_repeated(struct batch *batch, struct str source)
{
    uint64_t hash = hash_of(source);
    size_t i = hash & batch->sources_mask;
    for (; batch->sources[i]; i = (i + 1) & batch->sources_mask) {
        if (batch->sources[i] != hash) continue;
        memset(batch->sources, 0, (batch->sources_mask + 1) * sizeof *batch->sources);
        i = hash & batch->sources_mask;
        batch->sources[i] = hash;
        return true;
    }
    batch->sources[i] = hash;
    return false;
}

static void batch_add(struct batch *batch, const struct article *article)
{
    batch->articles[batch->count++] =
        (struct sink_article){.article = *article, .repeated = is_repeated(batch, article->source)};
    batch->bytes += article->bytes.n;
}

static struct batch *take_empty(struct pipeline *p)
{
    pthread_mutex_lock(&p->lock);
    while (!p->empty && p->error->code == ERROR_NONE) pthread_cond_wait(&p->changed, &p->lock);
    struct batch *batch = p->error->code == ERROR_NONE ? p->empty : NULL;
    if (batch) p->empty = batch->next;
    pthread_mutex_unlock(&p->lock);
    return batch;
}

static void put_empty(struct pipeline *p, struct batch *batch)
{
    arena_reset(&batch->arena);
    batch->count = batch->bytes = batch->rejected_count = 0;
    memset(batch->sources, 0, (batch->sources_mask + 1) * sizeof *batch->sources);
    pthread_mutex_lock(&p->lock);
    batch->next = p->empty;
    p->empty = batch;
    pthread_cond_broadcast(&p->changed);
    pthread_mutex_unlock(&p->lock);
}

static void put_full(struct pipeline *p, struct batch *batch)
{
    pthread_mutex_lock(&p->lock);
    batch->next = NULL;
    if (p->full) p->full_last->next = batch;
    else p->full = batch;
    p->full_last = batch;
    pthread_cond_broadcast(&p->changed);
    pthread_mutex_unlock(&p->lock);
}

// NULL at the end, or when all has failed.
static struct batch *take_full(struct pipeline *p)
{
    pthread_mutex_lock(&p->lock);
    while (!p->full && !p->ended && p->error->code == ERROR_NONE) pthread_cond_wait(&p->changed, &p->lock);
    struct batch *batch = p->error->code == ERROR_NONE ? p->full : NULL;
    if (batch) p->full = batch->next;
    pthread_mutex_unlock(&p->lock);
    return batch;
}

static bool fail(struct pipeline *p, const struct error *error)
{
    pthread_mutex_lock(&p->lock);
    if (p->error->code == ERROR_NONE) *p->error = *error;
    pthread_cond_broadcast(&p->changed);
    pthread_mutex_unlock(&p->lock);
    return false;
}

static void report(struct pipeline *p, const struct error *why)
{
    pthread_mutex_lock(&p->lock);
    p->counts->rejected += why->code != ERROR_NONE;
    p->report(p->context, why);
    pthread_mutex_unlock(&p->lock);
}

static void report_repairs(struct pipeline *p, const struct article *article)
{
    struct error note = {0};
    snprintf(note.message, sizeof note.message, "%u ill-formed or NUL bytes repaired, the first at byte %zu",
             article->repaired, article->repaired_at);
    error_at(&note, article->source, 0);
    pthread_mutex_lock(&p->lock);
    p->counts->repaired_articles++;
    p->counts->repaired += article->repaired;
    p->report(p->context, &note);
    pthread_mutex_unlock(&p->lock);
}

// One article -----------------------------------------------------------------------------------------------------

static bool put_row(void *context, const struct row *row, struct error *error)
{
    struct worker *w = context;
    w->rows[row->table]++;
    return w->sink->ops->row(w->sink, row, error);
}

static bool store_row(void *context, const struct row *row, struct error *error)
{
    struct worker *w = context;
    return put_row(w, row, error) && (!w->mentions.source || mention_rows_of(&w->mentions, row, error));
}

static bool find_mention_source(struct worker *w, struct error *error)
{
    struct pipeline *p = w->pipeline;
    if (w->mention_source || !p->options->mentions) return true;
    pthread_mutex_lock(&p->mentions_lock);
    w->mention_source = p->options->mentions(p->context, error);
    pthread_mutex_unlock(&p->mentions_lock);
    return w->mention_source != NULL;
}

// Of metadata that state no language by its code, the text tells.
static void prepare_mentions(struct worker *w, struct article *article)
{
    struct metadata *m = &article->metadata;
    m->language_guess = language_is_code(m->language) ? STR_NULL : language_guess(article->text);
    w->mentions = (struct mention_rows){.source = w->mention_source,
                                        .language = m->language_guess.p ? m->language_guess : m->language,
                                        .arena = &w->arena,
                                        .emit = put_row,
                                        .context = w};
}

// Works on a copy, because front matter is cut off and the same article may have to be stored again.
static bool parse_and_store(struct worker *w, struct sink_article *stored, struct error *error)
{
    struct sink_article a = *stored;
    struct article *article = &a.article;
    arena_reset(&w->arena);
    if (!hygiene_article(article, &w->arena, error)) return false;
    if (article->repaired && !stored->repaired) report_repairs(w->pipeline, article);
    stored->repaired = article->repaired > 0;
    a.dialect = article->dialect == DIALECT_AUTO ? dialect_detect(article->text) : article->dialect;
    if (a.dialect == DIALECT_MARKDOWN && !front_matter_read(article, &w->arena, error)) return false;
    prepare_mentions(w, article);
    if (!sink_begin(w->sink, &a, error)) return false;
    struct row_builder *builder = row_builder_new(article, &w->arena, store_row, w, error);
    return builder && parse_article(article, a.dialect, &w->arena, row_builder_block, builder, error) &&
           row_builder_finish(builder, a.dialect, error) && arena_ok(&w->arena, error) && sink_end(w->sink, error);
}

// The article's own fault, and not that of the server, the network or the disk.
static bool is_article_fault(const struct error *error)
{
    if (error->code == ERROR_ARTICLE || error->code == ERROR_MEMORY) return true;
    // classes of SQLSTATE: data exception, integrity violation, program limit exceeded
    return error->code == ERROR_SERVER &&
           (strncmp(error->sqlstate, "22", 2) == 0 || strncmp(error->sqlstate, "23", 2) == 0 ||
            strncmp(error->sqlstate, "54", 2) == 0);
}

// An article the sink can't take is recorded; only a failure to record it is returned as false.
static bool reject(struct worker *w, struct sink_article *a, struct error *why, struct error *error)
{
    a->rejected = true;
    error_at(why, a->article.source, 0);
    if (!a->reported) report(w->pipeline, why);
    a->reported = true;
    return sink_reject(w->sink, a->article.source, why, error);
}

static bool store_article(struct worker *w, struct sink_article *a, struct error *error)
{
    struct error why = {0};
    int64_t before[ROW_TABLES];
    memcpy(before, w->rows, sizeof before);
    if (parse_and_store(w, a, &why)) return true;
    sink_abort(w->sink);
    memcpy(w->rows, before, sizeof before);
    if (is_article_fault(&why)) return reject(w, a, &why, error);
    *error = why;
    return false;
}

// A range of a batch ----------------------------------------------------------------------------------------------

static bool try_range(struct worker *w, struct sink_article *articles, size_t count, struct error *error)
{
    for (size_t i = 0; i < count; i++) articles[i].rejected = false;
    if (!sink_look_up(w->sink, articles, count, error)) return false;
    for (size_t i = 0; i < count; i++)
        if (articles[i].action != SINK_UNCHANGED &&
            !(find_mention_source(w, error) && store_article(w, &articles[i], error)))
            return false;
    return sink_commit(w->sink, articles, count, error);
}

// Stores a range in one transaction; where the server refuses one of its articles, the halves in one each.
static bool store_range(struct worker *w, struct sink_article *articles, size_t count, struct error *error)
{
    int64_t before[ROW_TABLES];
    memcpy(before, w->rows, sizeof before);
    struct error why = {0};
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        why = (struct error){0};
        if (try_range(w, articles, count, &why)) return true;
        sink_rollback(w->sink);
        memcpy(w->rows, before, sizeof before);
        if (strcmp(why.sqlstate, "40001") != 0 && strcmp(why.sqlstate, "40P01") != 0) break;
    }
    if (!is_article_fault(&why)) {
        *error = why;
        return false;
    }
    if (count > 1)
        return store_range(w, articles, count / 2, error) &&
               store_range(w, articles + count / 2, count - count / 2, error);
    why.line = 0;  // a row of COPY's, which says nothing to the reader
    return reject(w, articles, &why, error) && sink_commit(w->sink, articles, 1, error);
}

static bool store_batch(struct worker *w, struct batch *batch, struct error *error)
{
    for (size_t i = 0; i < batch->count; i++) {
        struct article *article = &batch->articles[i].article;
        batch->hashing[i] = (struct sha256_job){article->bytes, &article->sha256};
    }
    sha256_of_all(batch->hashing, batch->count);
    for (size_t from = 0, to; from < batch->count; from = to) {
        for (to = from + 1; to < batch->count && !batch->articles[to].repeated;) to++;
        if (!store_range(w, batch->articles + from, to - from, error)) return false;
    }
    for (size_t i = 0; i < batch->rejected_count; i++)
        if (!sink_reject(w->sink, str_from(batch->rejected[i].source), &batch->rejected[i], error)) return false;
    return !batch->rejected_count || sink_commit(w->sink, NULL, 0, error);
}

static void *work(void *context)
{
    struct worker *w = context;
    struct pipeline *p = w->pipeline;
    struct error error = {0};
    w->sink = p->open_sink(p->context, w->number, &error);
    if (!w->sink) fail(p, &error);
    for (struct batch *batch; (batch = take_full(p));) {
        if (!store_batch(w, batch, &error)) fail(p, &error);
        put_empty(p, batch);
    }
    pthread_mutex_lock(&p->lock);
    for (int i = 0; i < ROW_TABLES; i++) p->counts->rows[i] += w->rows[i];
    pthread_mutex_unlock(&p->lock);
    return NULL;
}

// Reading ---------------------------------------------------------------------------------------------------------

// Fills batches until the input ends; the lock is not held while reading.
static void read_all(struct pipeline *p, struct input *input)
{
    const struct pipeline_options *o = p->options;
    struct batch *batch = take_empty(p);
    while (batch && !(o->stop && *o->stop)) {
        struct error why = {0};
        struct article article;
        enum input_result got = input_next(input, &batch->arena, &article, &why);
        if (got == INPUT_END) break;
        if (got == INPUT_FAILED) {
            fail(p, &why);
            break;
        }
        // what the signal itself has cut off is no article's fault; the next load meets it again
        if (got == INPUT_REJECTED && o->stop && *o->stop) break;
        if (got == INPUT_REJECTED) {
            report(p, &why);
            batch->rejected[batch->rejected_count++] = why;
        } else {
            p->counts->articles++;
            p->counts->bytes += (int64_t)article.bytes.n;
            batch_add(batch, &article);
        }
        if (batch->count + batch->rejected_count < o->batch_articles && batch->bytes < o->batch_bytes) continue;
        put_full(p, batch);
        if (o->progress) o->progress(p->context, p->counts);
        batch = take_empty(p);
    }
    if (batch && (batch->count || batch->rejected_count)) put_full(p, batch);
    else if (batch) put_empty(p, batch);
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
        if (pthread_create(&w->thread, NULL, work, w) == 0) continue;
        struct error error = {0};
        error_set(&error, ERROR_MEMORY, "can't start a thread");
        fail(p, &error);
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
    bool ready = workers != NULL;
    // one batch for each worker, and one to read into
    for (int i = 0; ready && i <= options->jobs; i++) {
        struct batch *batch = batch_new(options);
        ready = batch != NULL;
        if (ready) put_empty(&p, batch);
    }
    int started = 0;
    if (!ready) error_set(error, ERROR_MEMORY, "out of memory");
    else started = start_workers(&p, workers);
    if (started == options->jobs) read_all(&p, input);
    for (int i = 0; i < started; i++) {
        pthread_join(workers[i].thread, NULL);
        struct error closing = {0};
        if (workers[i].sink && !sink_close(workers[i].sink, &closing)) fail(&p, &closing);
        arena_release(&workers[i].arena);
    }
    batch_free(p.empty);
    batch_free(p.full);
    free(workers);
    return error->code == ERROR_NONE;
}
