#include "sink/copy_sink.h"

#include "sink/changed.h"
#include "sink/copy_cells.h"
#include "sink/copy_format.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

struct rejection {
    char *source;
    struct error why;
};

struct copy_sink {
    struct sink sink;
    struct copy_sink_options options;
    struct database *db;  // NULL: there was nothing to store yet
    struct buf tables[ROW_TABLES];
    size_t marks[ROW_TABLES];  // of each buffer, when the current article began
    struct copy_cells cells;
    int64_t document_id;
    bool replaces;  // an article that is there
    struct changed changed;
    struct rejection *rejections;
    size_t rejection_count, rejection_room;
    struct ledger_counts *counts;
};

static bool be_connected(struct copy_sink *s, struct error *error)
{
    if (s->db) return true;
    s->db = database_connect(&s->options.database, NULL, error);
    if (s->db && database_set(s->db, LEDGER_BY_INDEX, error) && database_set(s->db, LEDGER_LOADING, error)) return true;
    database_close(s->db);
    s->db = NULL;
    return false;
}

static void forget(struct copy_sink *s)
{
    copy_cells_forget(&s->cells);
    changed_forget(&s->changed);
    for (int i = 0; i < ROW_TABLES; i++) s->tables[i].n = 0;
    for (size_t i = 0; i < s->rejection_count; i++) free(s->rejections[i].source);
    s->rejection_count = 0;
}

struct id_reader {
    struct sink_article *articles;
    size_t at;
};

static bool read_id(void *context, int columns, const char *const *values, struct error *error)
{
    struct id_reader *ids = context;
    (void)columns;
    (void)error;
    while (ids->articles[ids->at].action != SINK_NEW) ids->at++;
    ids->articles[ids->at++].document_id = strtoll(values[0], NULL, 10);
    return true;
}

// Ascending within the batch; other loaders draw from the same sequence at the same time.
static bool draw_ids(struct copy_sink *s, struct sink_article *articles, size_t count, struct error *error)
{
    size_t need = 0;
    for (size_t i = 0; i < count; i++) need += articles[i].action == SINK_NEW;
    char number[32];
    snprintf(number, sizeof number, "%zu", need);
    const char *values[] = {number};
    struct id_reader ids = {articles, 0};
    return !need || s->options.dry ||
           (be_connected(s, error) &&
            database_query(s->db, "SELECT id FROM draw_document_ids($1::int) AS id", 1, values, read_id, &ids, error));
}

static bool look_up(struct sink *sink, struct sink_article *articles, size_t count, struct error *error)
{
    struct copy_sink *s = (struct copy_sink *)sink;
    return ledger_look_up(s->options.lookup, articles, count, s->options.again, error) &&
           content_look_up(s->options.content, s->options.lookup, articles, count, error) &&
           draw_ids(s, articles, count, error);
}

static bool begin(struct sink *sink, const struct sink_article *article, struct error *error)
{
    struct copy_sink *s = (struct copy_sink *)sink;
    (void)error;
    s->document_id = article->document_id;
    s->replaces = article->action == SINK_CHANGED;
    for (int i = 0; i < ROW_TABLES; i++) {
        if (!s->tables[i].n) copy_header(&s->tables[i]);
        s->marks[i] = s->tables[i].n;
    }
    return true;
}

static bool row(void *sink, const struct row *r, struct error *error)
{
    struct copy_sink *s = sink;
    (void)error;
    if (s->options.dry && !s->replaces) return true;
    if (r->table == ROW_TABLE_CELL) copy_cell(&s->cells, &s->tables[r->table], r, s->document_id);
    else copy_row(&s->tables[r->table], r, s->document_id, s->options.load_id);
    return true;
}

static bool end(struct sink *sink, struct error *error)
{
    struct copy_sink *s = (struct copy_sink *)sink;
    copy_cells_end(&s->cells, &s->tables[ROW_TABLE_CELL]);
    for (int i = 0; i < ROW_TABLES; i++)
        if (s->tables[i].failed) return error_set(error, ERROR_MEMORY, "out of memory for a batch of rows");
    return !s->replaces || changed_add(&s->changed, s->document_id, s->marks, s->tables, error);
}

static void abort_article(struct sink *sink)
{
    struct copy_sink *s = (struct copy_sink *)sink;
    copy_cells_forget(&s->cells);
    for (int i = 0; i < ROW_TABLES; i++) {
        s->tables[i].n = s->marks[i];
        s->tables[i].failed = false;  // for the next article there may be memory
    }
}

static bool reject(struct sink *sink, struct str source, const struct error *why, struct error *error)
{
    struct copy_sink *s = (struct copy_sink *)sink;
    if (s->rejection_count == s->rejection_room) {
        size_t room = s->rejection_room ? s->rejection_room * 2 : 16;
        struct rejection *grown = realloc(s->rejections, room * sizeof *grown);
        if (!grown) return error_set(error, ERROR_MEMORY, "out of memory");
        s->rejections = grown;
        s->rejection_room = room;
    }
    struct rejection *new = &s->rejections[s->rejection_count];
    new->why = *why;
    new->source = strndup(source.p ? source.p : "", source.n);
    if (!new->source) return error_set(error, ERROR_MEMORY, "out of memory");
    s->rejection_count++;
    return true;
}

static const char ENTER_REJECTIONS[] =
    "INSERT INTO load_errors (load_id, source, line, code, sqlstate, message) "
    "SELECT $1::bigint, source, line, code, sqlstate, message "
    "FROM unnest($2::text[], $3::int[], $4::text[], $5::text[], $6::text[]) AS n (source, line, code, sqlstate, "
    "message)";

// All at once: of a cluster's nodes each is asked once only.
static bool store_rejections(struct copy_sink *s, struct error *error)
{
    enum { SOURCES, LINES, CODES, STATES, MESSAGES, ARRAYS };
    struct buf arrays[ARRAYS] = {0};
    char load[32];
    const char *values[1 + ARRAYS] = {load};
    bool ok = true;
    if (!s->rejection_count) return true;
    snprintf(load, sizeof load, "%" PRId64, s->options.load_id);
    for (size_t i = 0; i < s->rejection_count; i++) {
        const struct rejection *r = &s->rejections[i];
        char line[32];
        snprintf(line, sizeof line, "%u", r->why.line);
        database_array_text(&arrays[SOURCES], str_from(r->source));
        database_array_text(&arrays[LINES], r->why.line ? str_from(line) : STR_NULL);
        database_array_text(&arrays[CODES], str_from(error_code_name(r->why.code)));
        database_array_text(&arrays[STATES], r->why.sqlstate[0] ? str_from(r->why.sqlstate) : STR_NULL);
        database_array_text(&arrays[MESSAGES], str_from(r->why.message));
    }
    for (int i = 0; i < ARRAYS; i++) {
        database_array_end(&arrays[i]);
        ok = ok && (!arrays[i].failed || error_set(error, ERROR_MEMORY, "out of memory"));
        values[1 + i] = arrays[i].p;
    }
    ok = ok && database_run(s->db, ENTER_REJECTIONS, 1 + ARRAYS, values, NULL, error);
    for (int i = 0; i < ARRAYS; i++) buf_release(&arrays[i]);
    return ok;
}

static bool store_rows(struct copy_sink *s, struct error *error)
{
    for (int i = 0; i < ROW_TABLES; i++) {
        if (s->tables[i].n <= COPY_HEADER_BYTES) continue;  // no rows
        copy_trailer(&s->tables[i]);
        if (!database_copy(s->db, copy_statement(i), buf_str(&s->tables[i]), error)) return false;
    }
    return true;
}

static void count_batch(struct copy_sink *s, const struct sink_article *articles, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct sink_article *a = &articles[i];
        enum sink_action action = a->action;
        if (a->rejected) continue;
        if (a->unsure && action == SINK_UNCHANGED) action = a->unsure_action;  // that COMMIT had been done
        if (a->as_before) action = SINK_UNCHANGED;
        s->counts->documents_new += action == SINK_NEW;
        s->counts->documents_changed += action == SINK_CHANGED;
        s->counts->documents_unchanged += action == SINK_UNCHANGED;
        s->counts->empty += action != SINK_UNCHANGED && a->empty;
        s->counts->moved += a->moved_from.p != NULL;
        s->counts->outdated += a->outdated;
        s->counts->duplicates += a->duplicate;
        if (action != SINK_UNCHANGED) s->counts->bytes += (int64_t)a->article.bytes.n;
    }
    s->counts->documents_rejected += (int64_t)s->rejection_count;
}

// Nobody knows whether it has been done when the answer is lost.
static bool end_transaction(struct copy_sink *s, struct sink_article *articles, size_t count, struct error *error)
{
    if (database_exec(s->db, "COMMIT", error)) return true;
    for (size_t i = 0; i < count && database_is_lost(s->db); i++) {
        if (articles[i].action == SINK_UNCHANGED || articles[i].rejected || articles[i].as_before) continue;
        articles[i].unsure = true;
        articles[i].unsure_action = articles[i].action;
    }
    return false;
}

// Changed articles of which only how they are read has changed, and no row by it.
static bool find_same(struct copy_sink *s, struct sink_article *articles, size_t count, struct error *error)
{
    if (s->options.again || !s->changed.count) return true;
    if (!be_connected(s, error) || !changed_find_same(&s->changed, s->db, s->tables, error)) return false;
    for (size_t i = 0; i < count; i++)
        articles[i].as_before = articles[i].action == SINK_CHANGED && !articles[i].rejected &&
                                changed_is_same(&s->changed, articles[i].document_id);
    return true;
}

static bool commit(struct sink *sink, struct sink_article *articles, size_t count, struct error *error)
{
    struct copy_sink *s = (struct copy_sink *)sink;
    bool work = s->rejection_count > 0 && !s->options.dry;
    for (size_t i = 0; i < count; i++) articles[i].as_before = false;
    if (s->options.dry && !find_same(s, articles, count, error)) return false;
    for (size_t i = 0; i < count && !work && !s->options.dry; i++)
        work = articles[i].action != SINK_UNCHANGED || articles[i].moved_from.p;
    if (work && !(be_connected(s, error) && database_exec(s->db, "BEGIN", error) &&
                  content_rename(s->db, articles, count, error) && find_same(s, articles, count, error) &&
                  ledger_claim(s->db, articles, count, s->options.load_id, error) &&
                  changed_replace(&s->changed, s->db, s->tables, error) && store_rows(s, error) &&
                  store_rejections(s, error) && end_transaction(s, articles, count, error)))
        return false;
    count_batch(s, articles, count);
    forget(s);
    return true;
}

static void rollback(struct sink *sink)
{
    struct copy_sink *s = (struct copy_sink *)sink;
    struct error ignored = {0};
    forget(s);
    // outside a transaction this is a warning
    if (s->db) database_exec(s->db, "ROLLBACK", &ignored);
    if (!s->db || !database_is_lost(s->db)) return;
    database_close(s->db);  // the next batch takes another one
    s->db = NULL;
}

static bool close_sink(struct sink *sink, struct error *error)
{
    struct copy_sink *s = (struct copy_sink *)sink;
    (void)error;
    forget(s);
    for (int i = 0; i < ROW_TABLES; i++) buf_release(&s->tables[i]);
    copy_cells_release(&s->cells);
    changed_release(&s->changed);
    database_close(s->db);
    free(s->rejections);
    free(s);
    return true;
}

static const struct sink_ops OPS = {.look_up = look_up,
                                    .begin = begin,
                                    .row = row,
                                    .end = end,
                                    .abort = abort_article,
                                    .reject = reject,
                                    .commit = commit,
                                    .rollback = rollback,
                                    .close = close_sink};

struct sink *copy_sink_open(const struct copy_sink_options *options, struct ledger_counts *counts, struct error *error)
{
    struct copy_sink *s = calloc(1, sizeof *s);
    if (!s) {
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    *s = (struct copy_sink){.sink = {.ops = &OPS}, .options = *options, .counts = counts};
    return &s->sink;
}
