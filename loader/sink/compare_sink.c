#include "sink/compare_sink.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

// The rows of an article in one table.
struct tally {
    int64_t rows, bytes;
};

struct compared {
    int64_t document_id;
    struct str source;
    bool outdated;  // an older reader has made its rows
    struct tally tables[ROW_TABLES];
};

struct compare_sink {
    struct sink sink;
    struct compare_options options;
    struct compared *articles;  // of the batch, in the order of their numbers once it is sorted
    size_t count, room;
    bool begun;  // the last one, and not ended
};

// Of the tables whose texts are the article's own.
static const char *const TEXTS[ROW_TABLES] = {[ROW_SECTION] = "heading",
                                              [ROW_PARAGRAPH] = "text",
                                              [ROW_BULLET] = "text",
                                              [ROW_TABLE_COLUMN] = "header",
                                              [ROW_TABLE_CELL] = "text"};

static int64_t bytes_of(const struct row *row)
{
    switch (row->table) {
    case ROW_SECTION: return (int64_t)row->section.heading.n;
    case ROW_PARAGRAPH: return (int64_t)row->paragraph.text.n;
    case ROW_BULLET: return (int64_t)row->bullet.text.n;
    case ROW_TABLE_COLUMN: return (int64_t)row->column.header.n;
    case ROW_TABLE_CELL: return (int64_t)row->cell.text.n;
    default: return 0;
    }
}

static void tell(struct compare_sink *s, struct str source, const char *how)
{
    struct error error = {0};
    error_set(&error, ERROR_DIFFERS, "%s", how);
    error_at(&error, source, 0);
    s->options.report(s->options.context, &error);
}

// Articles of a batch with another digest than the database has of them.
struct differing {
    struct compare_sink *sink;
    struct sink_article **articles;  // by document_id
    size_t count;
};

static int by_document(const void *a, const void *b)
{
    const struct sink_article *one = *(struct sink_article *const *)a, *other = *(struct sink_article *const *)b;
    return (one->document_id > other->document_id) - (one->document_id < other->document_id);
}

// values: document_id, and SHA-256 of its bytes as hexadecimal digits
static bool tell_differing(void *context, int columns, const char *const *values, struct error *error)
{
    struct differing *d = context;
    struct sink_article key = {.document_id = strtoll(values[0], NULL, 10)}, *wanted = &key;
    struct sink_article **found = bsearch(&wanted, d->articles, d->count, sizeof *d->articles, by_document);
    char hex[2 * sizeof key.article.sha256.bytes + 1];
    (void)columns;
    (void)error;
    if (!found) return true;
    const struct article *article = &(*found)->article;
    for (size_t i = 0; i < sizeof article->sha256.bytes; i++)
        snprintf(hex + 2 * i, 3, "%02x", article->sha256.bytes[i]);
    bool waiting = strcmp(values[1], hex) == 0;
    *(waiting ? &d->sink->options.counts->waiting : &d->sink->options.counts->changed) += 1;
    tell(d->sink, article->source,
         waiting ? "waits for a load: its bytes are the same, but a correction, an option or what is said of it beside "
                   "its text has changed"
                 : "has changed since it was loaded");
    return true;
}

static bool look_at_differing(struct compare_sink *s, struct differing *d, struct error *error)
{
    struct buf ids = {0};
    if (!d->count) return true;
    qsort(d->articles, d->count, sizeof *d->articles, by_document);
    for (size_t i = 0; i < d->count; i++) buf_printf(&ids, "%s%" PRId64, i ? "," : "{", d->articles[i]->document_id);
    buf_add(&ids, "}", 2);
    const char *values[] = {ids.p};
    bool ok = !ids.failed || error_set(error, ERROR_MEMORY, "out of memory");
    pthread_mutex_lock(&s->options.lookup->lock);
    ok = ok && database_query(s->options.lookup->db,
                              "SELECT document_id, encode(content_sha256, 'hex') FROM documents "
                              "WHERE document_id = ANY ($1::bigint[]) ORDER BY document_id",
                              1, values, tell_differing, d, error);
    pthread_mutex_unlock(&s->options.lookup->lock);
    buf_release(&ids);
    return ok;
}

// What is in with the same digest is taken apart, to compare its rows.
static bool look_up(struct sink *sink, struct sink_article *articles, size_t count, struct error *error)
{
    struct compare_sink *s = (struct compare_sink *)sink;
    struct differing differing = {.sink = s, .articles = calloc(count + 1, sizeof *differing.articles)};
    s->count = 0;
    bool ok = (differing.articles || error_set(error, ERROR_MEMORY, "out of memory")) &&
              ledger_look_up(s->options.lookup, articles, count, true, error);
    for (size_t i = 0; ok && i < count; i++) {
        struct sink_article *a = &articles[i];
        bool lost = a->action == SINK_NEW, same = !lost && sha256_equal(&a->old_sha256, &a->article.digest);
        a->action = same ? SINK_CHANGED : SINK_UNCHANGED;
        s->options.counts->lost += lost;
        if (lost) tell(s, a->article.source, "is not in the database");
        else if (!same) differing.articles[differing.count++] = a;
    }
    ok = ok && look_at_differing(s, &differing, error);
    free(differing.articles);
    return ok;
}

static bool begin(struct sink *sink, const struct sink_article *article, struct error *error)
{
    struct compare_sink *s = (struct compare_sink *)sink;
    if (s->count == s->room) {
        size_t room = s->room ? 2 * s->room : 256;
        struct compared *grown = realloc(s->articles, room * sizeof *grown);
        if (!grown) return error_set(error, ERROR_MEMORY, "out of memory");
        s->articles = grown;
        s->room = room;
    }
    s->begun = true;
    s->articles[s->count++] = (struct compared){
        .document_id = article->document_id, .source = article->article.source, .outdated = article->outdated};
    return true;
}

static bool row(void *sink, const struct row *row, struct error *error)
{
    struct compare_sink *s = sink;
    struct tally *tally = &s->articles[s->count - 1].tables[row->table];
    (void)error;
    tally->rows++;
    tally->bytes += bytes_of(row);
    return true;
}

static bool end(struct sink *sink, struct error *error)
{
    (void)error;
    ((struct compare_sink *)sink)->begun = false;
    return true;
}

static void abort_article(struct sink *sink)
{
    struct compare_sink *s = (struct compare_sink *)sink;
    if (s->begun) s->count--;
    s->begun = false;
}

static int by_number(const void *a, const void *b)
{
    int64_t x = ((const struct compared *)a)->document_id, y = ((const struct compared *)b)->document_id;
    return x < y ? -1 : x > y;
}

// values: document_id, the table's number, rows, bytes. Takes them off what the article has.
static bool take_off(void *context, int columns, const char *const *values, struct error *error)
{
    struct compare_sink *s = context;
    struct compared key = {.document_id = strtoll(values[0], NULL, 10)};
    struct compared *found = bsearch(&key, s->articles, s->count, sizeof key, by_number);
    (void)columns;
    (void)error;
    if (!found) return true;
    found->tables[atoi(values[1])].rows -= strtoll(values[2], NULL, 10);
    found->tables[atoi(values[1])].bytes -= strtoll(values[3], NULL, 10);
    return true;
}

static void add_queries(struct buf *sql)
{
    for (int t = 0; t < ROW_TABLES; t++)
        buf_printf(sql,
                   "%sSELECT document_id, %d, count(*), coalesce(sum(octet_length(%s)), 0) FROM %s "
                   "WHERE document_id = ANY ($1::bigint[]) GROUP BY document_id",
                   t ? " UNION ALL " : "", t, TEXTS[t] ? TEXTS[t] : "''", row_table_name((enum row_table)t));
    buf_byte(sql, '\0');
}

static void tell_rows(struct compare_sink *s, const struct compared *article)
{
    char how[256];
    const char *waits =
        article->outdated ? "waits for a load, since an older version of doc2pgsql has read it: it " : "";
    for (int t = 0; t < ROW_TABLES; t++) {
        const struct tally *tally = &article->tables[t];
        if (!tally->rows && !tally->bytes) continue;
        if (tally->rows)
            snprintf(how, sizeof how, "%shas %" PRId64 " rows %s in %s than a load of it would make", waits,
                     tally->rows < 0 ? -tally->rows : tally->rows, tally->rows < 0 ? "more" : "fewer",
                     row_table_name((enum row_table)t));
        else
            snprintf(how, sizeof how, "%shas other texts in %s than a load of it would make", waits,
                     row_table_name((enum row_table)t));
        *(article->outdated ? &s->options.counts->waiting : &s->options.counts->changed) += 1;
        tell(s, article->source, how);
        return;
    }
}

static bool commit(struct sink *sink, struct sink_article *articles, size_t count, struct error *error)
{
    struct compare_sink *s = (struct compare_sink *)sink;
    struct buf sql = {0}, ids = {0};
    (void)articles;
    (void)count;
    if (!s->count) return true;
    qsort(s->articles, s->count, sizeof *s->articles, by_number);
    for (size_t i = 0; i < s->count; i++) buf_printf(&ids, "%s%" PRId64, i ? "," : "{", s->articles[i].document_id);
    buf_add(&ids, "}", 2);
    add_queries(&sql);
    const char *values[] = {ids.p};
    bool ok = !(sql.failed || ids.failed) || error_set(error, ERROR_MEMORY, "out of memory");
    pthread_mutex_lock(&s->options.lookup->lock);
    ok = ok && database_query(s->options.lookup->db, sql.p, 1, values, take_off, s, error);
    pthread_mutex_unlock(&s->options.lookup->lock);
    for (size_t i = 0; ok && i < s->count; i++) tell_rows(s, &s->articles[i]);
    buf_release(&sql);
    buf_release(&ids);
    s->count = 0;
    return ok;
}

static void rollback(struct sink *sink)
{
    ((struct compare_sink *)sink)->count = 0;
}

static bool close_sink(struct sink *sink, struct error *error)
{
    struct compare_sink *s = (struct compare_sink *)sink;
    (void)error;
    free(s->articles);
    free(s);
    return true;
}

static const struct sink_ops OPS = {.look_up = look_up,
                                    .begin = begin,
                                    .row = row,
                                    .end = end,
                                    .abort = abort_article,
                                    .commit = commit,
                                    .rollback = rollback,
                                    .close = close_sink};

struct sink *compare_sink_open(const struct compare_options *options, struct error *error)
{
    struct compare_sink *s = calloc(1, sizeof *s);
    if (!s) {
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    *s = (struct compare_sink){.sink = {.ops = &OPS}, .options = *options};
    return &s->sink;
}
