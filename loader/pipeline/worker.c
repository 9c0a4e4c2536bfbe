#include "pipeline/worker.h"

#include "facts/row_keys.h"
#include "input/front_matter.h"
#include "input/hygiene.h"
#include "input/language.h"
#include "input/xml_page.h"
#include "parse/corrected.h"
#include "parse/html_text.h"
#include "parse/parser.h"
#include "rows/language_guess.h"
#include "rows/row_builder.h"
#include "sink/retry.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

// One article -----------------------------------------------------------------------------------------------------

static void report_repairs(struct pipeline *p, const struct article *article)
{
    struct error note = {0}, read_as = {0};
    snprintf(note.message, sizeof note.message, "%u ill-formed or NUL bytes repaired, the first at byte %zu",
             article->repaired, article->repaired_at);
    snprintf(read_as.message, sizeof read_as.message, "read as %s by what its bytes suggest; --encoding says otherwise",
             article->guessed ? article->guessed : "");
    error_at(&note, article->source, 0);
    error_at(&read_as, article->source, 0);
    pthread_mutex_lock(&p->lock);
    p->counts->guessed += article->guessed != NULL;
    p->counts->repaired_articles += article->repaired > 0;
    p->counts->repaired += article->repaired;
    if (article->guessed) p->report(p->context, &read_as);
    if (article->repaired) p->report(p->context, &note);
    pthread_mutex_unlock(&p->lock);
}

static bool put_row(void *context, const struct row *row, struct error *error)
{
    struct worker *w = context;
    w->rows[row->table]++;
    return w->sink->ops->row(w->sink, row, error);
}

static bool store_row(void *context, const struct row *row, struct error *error)
{
    struct worker *w = context;
    struct row keyed = *row;
    arena_reset(&w->scratch);
    article_date_see(&w->date, row);
    if (row->table == ROW_DOCUMENT) article_date_set(&w->date, &keyed.document);
    if (!row_keys_set(&keyed, &w->scratch)) return arena_ok(&w->scratch, error);
    return put_row(w, &keyed, error) && article_facts_add(&w->facts, row, error);
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

int32_t worker_today(void)
{
    return (int32_t)(time(NULL) / 86400 - 10957);
}

// Where the metadata state no language, the text tells.
static void prepare_facts(struct worker *w, struct article *article, struct str text)
{
    struct metadata *m = &article->metadata;
    m->language_guess = m->language.p ? STR_NULL : language_guess(text);
    article_facts_begin(&w->facts, w->mention_source, m->language_guess.p ? m->language_guess : m->language, &w->arena,
                        &w->scratch, put_row, w);
    w->facts.mentions.corrections = article->corrections;
}

// Of a record, a name may be HTML's: H &amp; M.
static struct str without_entities(struct str s, struct arena *arena)
{
    if (!s.n || !memchr(s.p, '&', s.n)) return s;
    struct str copy = arena_str(arena, s);
    return copy.p ? (struct str){copy.p, html_entities((char *)copy.p, copy.n)} : s;
}

static void tidy_names(struct metadata *m, struct arena *arena)
{
    m->title = without_entities(m->title, arena);
    m->author = without_entities(m->author, arena);
    m->site = without_entities(m->site, arena);
}

// What the page says of its date comes before that of the file's name.
static bool open_page(struct worker *w, struct article *article, struct str *text, struct error *error)
{
    struct str *date = &article->metadata.published_at;
    if (date->p == article->named_date.p) *date = STR_NULL;
    if (!html_open(article, &w->arena, text, error)) return false;
    if (!date->p) *date = article->named_date;
    return true;
}

// A correction that meets nothing is told of: the article has changed.
static void report_unmet(struct pipeline *p, const struct article *article)
{
    for (size_t i = 0; article->corrections && i < article->corrections->count; i++) {
        const struct correction *c = article->corrections->all[i];
        if (article->corrections->met[i] || !correction_is_exact(c)) continue;
        struct error note = {0};
        snprintf(note.message, sizeof note.message,
                 "correction %" PRId64
                 " meets no %s any more: look at it with doc2pgsql correct list, and make it anew",
                 c->id, c->as == CORRECT_ENTITY ? "cell" : "row");
        error_at(&note, article->source, c->line);
        pipeline_report(p, &note, NULL, NULL);
    }
}

static bool parse_corrected(struct worker *w, struct article *article, enum dialect dialect,
                            struct row_builder *builder, struct error *error)
{
    if (!article->corrections) return parse_article(article, dialect, &w->arena, row_builder_block, builder, error);
    struct corrected corrected = {
        .corrections = article->corrections, .arena = &w->arena, .emit = row_builder_block, .context = builder};
    memset(article->corrections->met, 0, article->corrections->count);
    return parse_article(article, dialect, &w->arena, corrected_block, &corrected, error) &&
           corrected_finish(&corrected, error);
}

// Works on a copy, because front matter is cut off and the same article may have to be stored again.
static bool parse_and_store(struct worker *w, struct sink_article *stored, struct error *error)
{
    struct sink_article a = *stored;
    struct article *article = &a.article;
    arena_reset(&w->arena);
    if (!hygiene_article(article, &w->arena, error)) return false;
    if ((article->repaired || article->guessed) && !stored->repaired) report_repairs(w->pipeline, article);
    stored->repaired = article->repaired || article->guessed;
    if (!xml_page_read(article, &w->arena, error)) return false;
    if (!front_matter_read(article, &w->arena, error)) return false;
    tidy_names(&article->metadata, &w->arena);
    a.dialect = dialect_of(article);
    struct str text = article->text;
    if (a.dialect == DIALECT_HTML && !open_page(w, article, &text, error)) return false;
    if (!language_settle(&article->metadata, &w->arena, error)) return false;
    prepare_facts(w, article, text);
    article_date_begin(&w->date, article, worker_today());
    if (!sink_begin(w->sink, &a, error)) return false;
    struct row_builder *builder = row_builder_new(article, &w->arena, store_row, w, error);
    bool ok = builder && parse_corrected(w, article, a.dialect, builder, error) &&
              row_builder_finish(builder, a.dialect, error) && arena_ok(&w->arena, error) && sink_end(w->sink, error);
    if (ok) report_unmet(w->pipeline, article);
    return ok;
}

bool worker_is_article_fault(const struct error *error)
{
    if (error->code == ERROR_ARTICLE) return true;
    // classes of SQLSTATE: data exception, integrity violation, program limit exceeded
    return error->code == ERROR_SERVER &&
           (strncmp(error->sqlstate, "22", 2) == 0 || strncmp(error->sqlstate, "23", 2) == 0 ||
            strncmp(error->sqlstate, "54", 2) == 0);
}

// An article the sink can't take is recorded; only a failure to record it is returned as false.
static bool reject(struct worker *w, struct sink_article *a, struct error *why, struct error *error)
{
    const struct pipeline_options *o = w->pipeline->options;
    a->rejected = true;
    if (o->seen) o->seen(w->pipeline->context, &a->article, a->article.source, SEEN_REJECTED);
    error_at(why, a->article.source, 0);
    if (!a->reported) pipeline_report(w->pipeline, why, &a->article, NULL);
    a->reported = true;
    return sink_reject(w->sink, a->article.source, why, error);
}

// Section 0 is every article's.
static bool is_empty(const int64_t before[ROW_TABLES], const int64_t after[ROW_TABLES])
{
    static const enum row_table text[] = {ROW_PARAGRAPH, ROW_BULLET, ROW_TABLE};
    bool empty = after[ROW_SECTION] - before[ROW_SECTION] <= 1;
    for (size_t i = 0; i < sizeof text / sizeof *text; i++) empty = empty && after[text[i]] == before[text[i]];
    return empty;
}

// Its rows alone, since those that are as they were are not stored.
static bool keep_rows(struct sink_article *a, const int64_t before[ROW_TABLES], const int64_t after[ROW_TABLES],
                      struct error *error)
{
    if (a->action != SINK_CHANGED) return true;
    if (!a->rows) a->rows = arena_alloc(a->arena, ROW_TABLES * sizeof *a->rows);
    for (int i = 0; a->rows && i < ROW_TABLES; i++) a->rows[i] = after[i] - before[i];
    return a->rows || arena_ok(a->arena, error);
}

static void forget_rows(struct worker *w, const struct sink_article *articles, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (int t = 0; articles[i].as_before && articles[i].rows && t < ROW_TABLES; t++)
            w->rows[t] -= articles[i].rows[t];
}

static bool store_article(struct worker *w, struct sink_article *a, struct error *error)
{
    struct error why = {0};
    int64_t before[ROW_TABLES];
    memcpy(before, w->rows, sizeof before);
    if (parse_and_store(w, a, &why)) {
        a->empty = is_empty(before, w->rows);
        return keep_rows(a, before, w->rows, error);
    }
    sink_abort(w->sink);
    memcpy(w->rows, before, sizeof before);
    if (worker_is_article_fault(&why)) return reject(w, a, &why, error);
    *error = why;
    return false;
}

// A range of a batch ----------------------------------------------------------------------------------------------

static void tell_names(struct pipeline *p, const struct sink_article *articles, size_t count)
{
    for (size_t i = 0; p->options->seen && i < count; i++) {
        const struct article *a = &articles[i].article;
        if (a->former.p && a->source.p == a->former.p) p->options->seen(p->context, a, a->source, SEEN_THERE);
        if (articles[i].moved_from.p) p->options->seen(p->context, a, articles[i].moved_from, SEEN_MOVED);
    }
}

// A correction by a pattern doesn't follow the articles that leave it: told once.
static void report_left(struct pipeline *p, const struct sink_article *a, const struct corrections *corrections)
{
    const struct correction *c;
    for (size_t at = 0; (c = corrections_next_left(corrections, a->moved_from, a->article.source, &at));) {
        struct error note = {0};
        pthread_mutex_lock(&p->lock);
        bool told = p->left[at - 1];
        p->left[at - 1] = true;
        pthread_mutex_unlock(&p->lock);
        if (told) continue;
        snprintf(note.message, sizeof note.message,
                 "correction %" PRId64
                 " is of %.*s, from where articles have moved: it holds no more for them. Say it "
                 "anew for where they are now; doc2pgsql correct delete %" PRId64 " takes the old one back",
                 c->id, (int)(c->source.n < 200 ? c->source.n : 200), c->source.p, c->id);
        error_at(&note, a->article.source, 0);
        pipeline_report(p, &note, NULL, NULL);
    }
}

static bool follow_moved(struct worker *w, struct sink_article *articles, size_t count, struct error *error)
{
    const struct corrections *corrections = w->pipeline->options->corrections;
    for (size_t i = 0; corrections && i < count; i++) {
        struct article *article = &articles[i].article;
        if (!articles[i].moved_from.p) continue;
        article->source = arena_str(articles[i].arena, article->source);  // with a NUL behind it
        if (!article->source.p || !batch_follow(&articles[i], corrections))
            return error_set(error, ERROR_MEMORY, "out of memory for a batch");
        report_left(w->pipeline, &articles[i], corrections);
    }
    return true;
}

static bool try_range(struct worker *w, struct sink_article *articles, size_t count, struct error *error)
{
    for (size_t i = 0; i < count; i++) articles[i].rejected = false;
    if (!sink_look_up(w->sink, articles, count, error) || !follow_moved(w, articles, count, error)) return false;
    tell_names(w->pipeline, articles, count);
    for (size_t i = 0; i < count; i++)
        if (articles[i].action != SINK_UNCHANGED &&
            !(find_mention_source(w, error) && store_article(w, &articles[i], error)))
            return false;
    if (!sink_commit(w->sink, articles, count, error)) return false;
    forget_rows(w, articles, count);
    return true;
}

static struct retry retry_of(const struct worker *w)
{
    return (struct retry){.limit = w->pipeline->options->retry_seconds, .stop = w->pipeline->options->stop};
}

static void tell_retry(struct pipeline *p, const struct error *why)
{
    if (!p->options->retrying || retry_is_conflict(why)) return;
    pthread_mutex_lock(&p->lock);
    p->options->retrying(p->context, why);
    pthread_mutex_unlock(&p->lock);
}

// The article alone.
static bool store_rejected(struct worker *w, struct sink_article *article, struct error *why, struct error *error)
{
    struct retry retry = retry_of(w);
    struct error failed;
    do {
        failed = (struct error){0};
        if (reject(w, article, why, &failed) && sink_commit(w->sink, article, 1, &failed)) return true;
        sink_rollback(w->sink);
    } while (retry_again(&retry, &failed));
    *error = failed;
    return false;
}

// Files and records that could not be read.
static bool store_unread(struct worker *w, const struct batch *batch, struct error *error)
{
    struct retry retry = retry_of(w);
    struct error failed;
    do {
        failed = (struct error){0};
        bool ok = true;
        for (size_t i = 0; ok && i < batch->rejected_count; i++)
            ok = sink_reject(w->sink, str_from(batch->rejected[i].source), &batch->rejected[i], &failed);
        if (ok && (!batch->rejected_count || sink_commit(w->sink, NULL, 0, &failed))) return true;
        sink_rollback(w->sink);
    } while (retry_again(&retry, &failed));
    *error = failed;
    return false;
}

// Stores a range in one transaction, tried again after what passes: then each article is looked up anew, since nobody
// knows whether a COMMIT whose answer was lost has been done. Where the server refuses one of its articles, or memory
// is short, the halves in one each.
static bool store_range(struct worker *w, struct sink_article *articles, size_t count, struct error *error)
{
    int64_t before[ROW_TABLES];
    memcpy(before, w->rows, sizeof before);
    struct error why = {0};
    struct retry retry = retry_of(w);
    do {
        if (why.code != ERROR_NONE) tell_retry(w->pipeline, &why);
        why = (struct error){0};
        if (try_range(w, articles, count, &why)) return true;
        sink_rollback(w->sink);
        memcpy(w->rows, before, sizeof before);
    } while (retry_again(&retry, &why));
    bool fault = worker_is_article_fault(&why);
    if (!fault && (why.code != ERROR_MEMORY || count == 1)) {
        *error = why;
        return false;
    }
    if (count > 1)
        return store_range(w, articles, count / 2, error) &&
               store_range(w, articles + count / 2, count - count / 2, error);
    why.line = 0;  // a row of COPY's, which says nothing to the reader
    return store_rejected(w, articles, &why, error);
}

static bool store_batch(struct worker *w, struct batch *batch, struct error *error)
{
    if (!batch_hash(batch, w->pipeline->options->corrections))
        return error_set(error, ERROR_MEMORY, "out of memory for a batch");
    for (size_t from = 0, to; from < batch->count; from = to) {
        bool several = sink_takes_back(w->sink);
        for (to = from + 1; several && to < batch->count && !batch->articles[to].repeated;) to++;
        if (!store_range(w, batch->articles + from, to - from, error)) return false;
    }
    return store_unread(w, batch, error);
}

void *worker_run(void *context)
{
    struct worker *w = context;
    struct pipeline *p = w->pipeline;
    struct error error = {0};
    w->sink = p->open_sink(p->context, w->number, &error);
    if (!w->sink) pipeline_fail(p, &error);
    for (struct batch *batch; (batch = pipeline_take_full(p));) {
        if (!store_batch(w, batch, &error)) pipeline_fail(p, &error);
        pipeline_put_empty(p, batch);
    }
    pthread_mutex_lock(&p->lock);
    for (int i = 0; i < ROW_TABLES; i++) p->counts->rows[i] += w->rows[i];
    pthread_mutex_unlock(&p->lock);
    return NULL;
}
