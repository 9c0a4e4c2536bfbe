#include "pipeline/resolve.h"

#include "input/format.h"
#include "input/language.h"
#include "pipeline/worker.h"
#include "sink/retry.h"
#include "sink/stored.h"

#include <stdlib.h>
#include <string.h>

// A transaction's, as in a load (cli/command_load.c).
#define BATCH_ARTICLES 500
#define BATCH_BYTES    ((int64_t)4 << 20)

struct resolve {
    const struct resolve_options *options;
    void *context;
    pthread_mutex_t lock;  // of all that follows, and of progress and report
    struct stored_range range;
    struct pipeline_counts *counts;
    struct error *error;  // the first fatal one
};

struct resolver {
    struct resolve *resolve;
    pthread_t thread;
    struct stored *stored;
    struct arena arena;    // of the article
    struct arena scratch;  // of one row of its facts
    struct article_facts facts;
    struct article_date date;
    struct pipeline_counts batch;  // of the open one
};

static bool put(void *context, const struct row *row, struct error *error)
{
    struct resolver *r = context;
    r->batch.rows[row->table]++;
    return stored_put(r->stored, row, error);
}

// What a user says of the names in its cells.
static bool set_corrections(struct resolver *r, const struct stored_document *document, struct error *error)
{
    struct article article = {.source = document->source};
    const struct corrections *corrections = r->resolve->options->corrections;
    if (corrections && !corrections_apply(corrections, &article, STR_NULL, &r->arena))
        return arena_ok(&r->arena, error);
    r->facts.mentions.corrections = article.corrections;
    return true;
}

// By all that is stored of it but the metadata's day, which stays. Records and addresses have no file's name.
static void begin_date(struct resolver *r, const struct stored_document *document, struct article *article)
{
    struct str source = document->source;
    *article = (struct article){
        .source = source,
        .metadata = {.url = document->url, .language = document->language, .language_guess = document->language_guess}};
    if (!memchr(source.p, '#', source.n) && !str_contains(source, STR("://")))
        article->file_name = format_file_name(source);
    article_date_begin(&r->date, article, worker_today());
}

static void end_date(struct resolver *r, const struct stored_document *document, const struct article *article)
{
    struct document_row row = {.article = article};
    if (document->date_source == DATE_SOURCE_METADATA) return;
    article_date_set(&r->date, &row);
    if (row.date_source != document->date_source || (row.date_source && row.date != document->date))
        stored_set_date(r->stored, row.date, row.date_source);
}

static bool resolve_document(struct resolver *r, const struct stored_document *document, struct error *error)
{
    struct str language = document->language_guess.p ? document->language_guess : language_code(document->language);
    struct article article;
    struct row row;
    arena_reset(&r->arena);
    begin_date(r, document, &article);
    article_facts_begin(&r->facts, r->resolve->options->source, language, &r->arena, &r->scratch, put, r);
    if (!set_corrections(r, document, error)) return false;
    while (stored_next_row(r->stored, &row)) {
        article_date_see(&r->date, &row);
        if (!article_facts_add(&r->facts, &row, error)) return false;
    }
    end_date(r, document, &article);
    row = (struct row){.table = ROW_DOCUMENT};
    r->batch.articles++;
    r->batch.bytes += document->byte_count;
    return article_facts_add(&r->facts, &row, error) && arena_ok(&r->arena, error);
}

static bool be_connected(struct resolver *r, struct error *error)
{
    if (r->stored && !stored_is_lost(r->stored)) return true;
    stored_close(r->stored);
    r->stored = stored_open(r->resolve->options->database, error);
    return r->stored != NULL;
}

static bool try_range(struct resolver *r, const struct stored_range *range, struct error *error)
{
    struct stored_document document;
    r->batch = (struct pipeline_counts){0};
    if (!be_connected(r, error) || !stored_begin(r->stored, range, error)) return false;
    bool ok = true;
    while (ok && stored_next_document(r->stored, &document)) ok = resolve_document(r, &document, error);
    ok = ok && stored_commit(r->stored, error);
    if (!ok && range->first == range->last && r->batch.articles) error_at(error, document.source, 0);
    return ok;
}

static void count(struct resolver *r, const struct error *rejected)
{
    struct resolve *all = r->resolve;
    pthread_mutex_lock(&all->lock);
    all->counts->articles += r->batch.articles;
    all->counts->bytes += r->batch.bytes;
    for (int i = 0; i < ROW_TABLES; i++) all->counts->rows[i] += r->batch.rows[i];
    if (rejected) {
        all->counts->rejected++;
        all->options->report(all->context, rejected);
    }
    if (all->options->progress) all->options->progress(all->context, all->counts);
    pthread_mutex_unlock(&all->lock);
}

static void tell_retry(struct resolve *all, const struct error *why)
{
    if (retry_is_conflict(why)) return;
    pthread_mutex_lock(&all->lock);
    all->options->retrying(all->context, why);
    pthread_mutex_unlock(&all->lock);
}

// In one transaction, which is safe to repeat; where the server refuses one of its articles, the halves in one each.
static bool resolve_range(struct resolver *r, const struct stored_range *range, struct error *error)
{
    struct error why = {0};
    struct retry retry = {.limit = r->resolve->options->retry_seconds, .stop = r->resolve->options->stop};
    do {
        if (why.code != ERROR_NONE) tell_retry(r->resolve, &why);
        why = (struct error){0};
        if (try_range(r, range, &why)) return count(r, NULL), true;
        if (r->stored) stored_rollback(r->stored);
    } while (retry_again(&retry, &why));
    if (!worker_is_article_fault(&why)) {
        *error = why;
        return false;
    }
    if (range->first < range->last) {
        int64_t middle = range->first + (range->last - range->first) / 2;
        return resolve_range(r, &(struct stored_range){range->first, middle}, error) &&
               resolve_range(r, &(struct stored_range){middle + 1, range->last}, error);
    }
    why.line = 0;  // a row of COPY's, which says nothing to the reader
    r->batch = (struct pipeline_counts){.articles = 1};
    count(r, &why);
    return true;
}

// False at the end, and when the run has failed or is to stop.
static bool take_range(struct resolver *r, struct stored_range *range, struct error *error)
{
    struct resolve *all = r->resolve;
    bool found = false, ok;
    struct retry retry = {.limit = all->options->retry_seconds, .stop = all->options->stop};
    pthread_mutex_lock(&all->lock);
    do {
        *error = (struct error){0};
        ok = all->error->code != ERROR_NONE || *all->options->stop ||
             (be_connected(r, error) &&
              stored_next_range(r->stored, BATCH_ARTICLES, BATCH_BYTES, &all->range, &found, error));
    } while (!ok && retry_again(&retry, error));
    *range = all->range;
    pthread_mutex_unlock(&all->lock);
    return ok && found;
}

static void fail(struct resolve *all, const struct error *error)
{
    pthread_mutex_lock(&all->lock);
    if (all->error->code == ERROR_NONE) *all->error = *error;
    pthread_mutex_unlock(&all->lock);
}

static void *run(void *context)
{
    struct resolver *r = context;
    struct stored_range range;
    struct error error = {0};
    while (error.code == ERROR_NONE && take_range(r, &range, &error)) resolve_range(r, &range, &error);
    if (error.code != ERROR_NONE) fail(r->resolve, &error);
    stored_close(r->stored);
    return NULL;
}

bool resolve_run(const struct resolve_options *options, void *context, struct pipeline_counts *counts,
                 struct error *error)
{
    struct resolve all = {
        .options = options, .context = context, .lock = PTHREAD_MUTEX_INITIALIZER, .counts = counts, .error = error};
    *counts = (struct pipeline_counts){0};
    struct resolver *resolvers = calloc((size_t)options->jobs, sizeof *resolvers);
    int started = 0;
    for (; resolvers && started < options->jobs; started++) {
        struct resolver *r = &resolvers[started];
        r->resolve = &all;
        arena_init(&r->arena, options->memory_limit);
        arena_init(&r->scratch, options->memory_limit);
        if (pthread_create(&r->thread, NULL, run, r) != 0) break;
    }
    if (started < options->jobs) fail(&all, &(struct error){.code = ERROR_MEMORY, .message = "can't start a thread"});
    for (int i = 0; i < started; i++) {
        pthread_join(resolvers[i].thread, NULL);
        arena_release(&resolvers[i].arena);
        arena_release(&resolvers[i].scratch);
    }
    free(resolvers);
    return error->code == ERROR_NONE;
}
