#include "sink/ledger.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "facts/reader_version.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

// Text form of PostgreSQL's arrays -------------------------------------------------------------------------------

static void array_int64(struct buf *buf, int64_t v)
{
    buf_printf(buf, "%c%" PRId64, buf->n ? ',' : '{', v);
}

// Runs ----------------------------------------------------------------------------------------------------------

const struct database_setting LEDGER_LOADING[] = {{"synchronous_commit", "off"},
                                                  {"citus.max_adaptive_executor_pool_size", "1"},
                                                  {"citus.enable_deadlock_prevention", "off"},
                                                  {NULL, NULL}};

// After rows that came by other ways (a dump without its sequences, an INSERT with a number) the next numbers may be
// taken. Drawing up to there is safe beside other loads; where that would take seconds, none of them draws as many
// meanwhile.
static const char HEAL[] =
    "SELECT CASE WHEN behind > 1000000 THEN setval($1::regclass, $2::bigint) "
    "ELSE (SELECT count(nextval($1::regclass)) FROM generate_series(1, behind)) END "
    "FROM (SELECT $2::bigint - coalesce(pg_sequence_last_value($1::regclass), 0) AS behind "
    "WHERE has_sequence_privilege($1, 'USAGE')) b WHERE behind > 0";

// Those that say they are running and are not.
static const char DEAD[] = "SELECT load_id FROM loads WHERE status = 'running' AND NOT load_is_alive(load_id)";
static const char DIED[] =
    "UPDATE loads SET status = 'failed' WHERE status = 'running' AND load_id = ANY ($1::bigint[])";
static const char OPEN[] = "INSERT INTO loads (load_id, arguments, version) VALUES ($3, $1::text[], $2)";

static bool hold_load(struct database *db, int64_t load_id, struct error *error)
{
    char lock[48];
    snprintf(lock, sizeof lock, "load_lock(%" PRId64 ")", load_id);
    return database_hold(db, lock, true, error);
}

static bool read_load(void *context, int columns, const char *const *values, struct error *error)
{
    (void)columns;
    (void)error;
    array_int64(context, strtoll(values[0], NULL, 10));
    return true;
}

// Locks are the session's: each of a cluster's nodes would see others.
static bool close_dead(struct database *db, struct error *error)
{
    struct buf dead = {0};
    bool ok = database_query(db, DEAD, 0, NULL, read_load, &dead, error), any = dead.n > 0;
    database_array_end(&dead);
    const char *values[] = {dead.p};
    ok = ok && (!dead.failed || error_set(error, ERROR_MEMORY, "out of memory")) &&
         (!any || database_run(db, DIED, 1, values, NULL, error));
    buf_release(&dead);
    return ok;
}

// most: what finds the highest number in use.
static bool heal(struct database *db, const char *sequence, const char *most, struct error *error)
{
    int64_t number, ignored;
    char text[32];
    const char *values[] = {sequence, text};
    if (!database_number(db, most, 0, NULL, &number, error)) return false;
    snprintf(text, sizeof text, "%" PRId64, number);
    return database_number(db, HEAL, 2, values, &ignored, error);
}

bool ledger_reconnect(struct database *db, int64_t load_id, struct error *error)
{
    if (!database_is_lost(db)) return true;
    return database_reconnect(db, error) && database_set(db, LEDGER_LOADING, error) &&
           (!load_id || hold_load(db, load_id, error));
}

bool ledger_arguments(int count, char *const *arguments, struct buf *list, struct error *error)
{
    struct arena arena;
    struct utf8_repairs repairs;
    arena_init(&arena, 0);
    for (int i = 0; i < count; i++) database_array_text(list, utf8_repair(str_from(arguments[i]), &arena, &repairs));
    arena_release(&arena);
    database_array_end(list);
    return !list->failed || error_set(error, ERROR_MEMORY, "out of memory");
}

bool ledger_open_load(struct database *db, const char *arguments, int64_t *load_id, struct error *error)
{
    char load[32];
    const char *values[] = {arguments, DOC2PGSQL_VERSION, load};
    bool ok = database_set(db, LEDGER_LOADING, error) && close_dead(db, error) &&
              heal(db, "document_ids", "SELECT max(document_id) FROM documents", error) &&
              heal(db, "load_ids", "SELECT max(load_id) FROM loads", error) &&
              database_number(db, "SELECT nextval('load_ids')", 0, NULL, load_id, error) &&
              hold_load(db, *load_id, error);
    snprintf(load, sizeof load, "%" PRId64, *load_id);
    return ok && database_run(db, OPEN, 3, values, NULL, error);
}

static const char DELETED[] =
    "UPDATE loads SET documents_deleted = coalesce(documents_deleted, 0) + $2 WHERE load_id = $1";
static const char DELETION[] =
    "INSERT INTO loads (load_id, started_at, finished_at, documents_deleted, arguments, version, status) "
    "VALUES ($1, $5::timestamptz, $5::timestamptz, $2, $3::text[], $4, 'done')";

// By the server's clock, as the beginning.
static bool read_now(void *context, int columns, const char *const *values, struct error *error)
{
    (void)columns;
    (void)error;
    buf_add(context, values[0], strlen(values[0]) + 1);
    return true;
}

static bool read_clock(struct database *db, struct buf *now, struct error *error)
{
    return database_query(db, "SELECT clock_timestamp()", 0, NULL, read_now, now, error) &&
           (!now->failed || error_set(error, ERROR_MEMORY, "out of memory"));
}

bool ledger_enter_deleted(struct database *db, const struct ledger_run *run, int64_t count, struct error *error)
{
    struct buf now = {0};
    char load[32], deleted[32];
    int64_t load_id = run->load_id;
    bool ok = load_id || (database_number(db, "SELECT nextval('load_ids')", 0, NULL, &load_id, error) &&
                          read_clock(db, &now, error));
    snprintf(load, sizeof load, "%" PRId64, load_id);
    snprintf(deleted, sizeof deleted, "%" PRId64, count);
    const char *values[] = {load, deleted, run->arguments, DOC2PGSQL_VERSION, now.p};
    ok = ok && (run->load_id ? database_run(db, DELETED, 2, values, NULL, error)
                             : database_run(db, DELETION, 5, values, NULL, error));
    buf_release(&now);
    return ok;
}

bool ledger_count(struct database *db, int64_t load_id, int64_t *count, struct error *error)
{
    char load[32];
    snprintf(load, sizeof load, "%" PRId64, load_id);
    const char *values[] = {load};
    return database_number(db, "SELECT count(*) FROM sources WHERE load_id = $1", 1, values, count, error);
}

bool ledger_count_at(struct database *db, struct str place, int64_t *count, struct error *error)
{
    static const char at[] = "SELECT count(*) FROM sources WHERE source = $1";
    static const char below[] = "SELECT count(*) FROM sources WHERE source > $1 AND source < $2";
    static const char *const ends[][2] = {{"!", "\""}, {"#", "$"}, {"/", "0"}};  // and the characters behind them
    struct buf name = {0}, behind = {0};
    int64_t more = 0;
    buf_printf(&name, "%.*s", STR_ARG(place));
    bool ok = !name.failed || error_set(error, ERROR_MEMORY, "out of memory");
    ok = ok && database_number(db, at, 1, (const char *const[]){name.p}, count, error);
    for (size_t i = 0; ok && i < sizeof ends / sizeof *ends; i++, *count += more) {
        name.n = behind.n = 0;
        buf_printf(&name, "%.*s%s", STR_ARG(place), ends[i][0]);
        buf_printf(&behind, "%.*s%s", STR_ARG(place), ends[i][1]);
        ok = (!name.failed && !behind.failed) || error_set(error, ERROR_MEMORY, "out of memory");
        ok = ok && database_number(db, below, 2, (const char *const[]){name.p, behind.p}, &more, error);
    }
    buf_release(&name);
    buf_release(&behind);
    return ok;
}

bool ledger_count_outdated(struct database *db, int64_t *count, struct error *error)
{
    return database_number(db, "SELECT count(*) FROM sources WHERE reader < " READER_VERSION_TEXT, 0, NULL, count,
                           error);
}

static const char CLOSE[] =
    "UPDATE loads SET documents_new = $2, documents_changed = $3, documents_unchanged = $4, documents_rejected = $5, "
    "documents_empty = $6, byte_count = $7, status = $8, finished_at = $9::timestamptz WHERE load_id = $1";

bool ledger_close_load(struct database *db, int64_t load_id, const struct ledger_counts *counts, const char *status,
                       struct error *error)
{
    struct buf now = {0};
    const int64_t numbers[] = {load_id,
                               counts->documents_new,
                               counts->documents_changed,
                               counts->documents_unchanged,
                               counts->documents_rejected,
                               counts->empty,
                               counts->bytes};
    enum { NUMBERS = sizeof numbers / sizeof *numbers, VALUES = NUMBERS + 2 };
    char text[NUMBERS][32];
    const char *values[VALUES];
    for (int i = 0; i < NUMBERS; i++) {
        snprintf(text[i], sizeof text[i], "%" PRId64, numbers[i]);
        values[i] = text[i];
    }
    bool ok = database_reset(db, LEDGER_LOADING, error) && read_clock(db, &now, error);
    values[NUMBERS] = status;
    values[NUMBERS + 1] = now.p;
    ok = ok && database_run(db, CLOSE, VALUES, values, NULL, error);
    buf_release(&now);
    return ok;
}

// Sources -------------------------------------------------------------------------------------------------------

static const char LOOK_UP[] =
    "SELECT source, document_id, content_sha256, reader FROM sources WHERE source = ANY ($1::text[])";

// The planner would rather read the whole ledger for each batch, which makes loading quadratic.
const struct database_setting LEDGER_BY_INDEX[] = {
    {"enable_seqscan", "off"}, {"enable_hashjoin", "off"}, {"enable_mergejoin", "off"}, {"jit", "off"}, {NULL, NULL}};

void ledger_lookup_init(struct ledger_lookup *lookup, struct database *db, int64_t load_id)
{
    *lookup = (struct ledger_lookup){.lock = PTHREAD_MUTEX_INITIALIZER, .db = db, .load_id = load_id};
}

bool ledger_lookup_release(struct ledger_lookup *lookup, struct error *error)
{
    bool prepared = lookup->prepared;
    lookup->prepared = false;
    pthread_mutex_destroy(&lookup->lock);
    return !prepared || database_is_lost(lookup->db) ||
           (database_reset(lookup->db, LEDGER_BY_INDEX, error) && database_unprepare(lookup->db, error));
}

static bool prepare(struct ledger_lookup *lookup, struct error *error)
{
    if (database_is_lost(lookup->db)) {
        lookup->prepared = false;
        if (!ledger_reconnect(lookup->db, lookup->load_id, error)) return false;
    }
    if (lookup->prepared) return true;
    lookup->further = NULL;
    return lookup->prepared = database_set(lookup->db, LEDGER_BY_INDEX, error) &&
                              database_prepare(lookup->db, "look_up", LOOK_UP, error);
}

void ledger_array_begin(struct buf *buf, int32_t type, size_t count)
{
    buf_int32(buf, 1);
    buf_int32(buf, 0);  // no element is NULL
    buf_int32(buf, type);
    buf_int32(buf, (int32_t)count);
    buf_int32(buf, 1);  // the first one's index
}

void ledger_array_element(struct buf *buf, const void *bytes, size_t n)
{
    buf_int32(buf, (int32_t)n);
    buf_add(buf, bytes, n);
}

bool ledger_query(struct ledger_lookup *lookup, const char *name, const char *sql, int count, const struct str *values,
                  database_binary_fn *row, void *context, struct error *error)
{
    pthread_mutex_lock(&lookup->lock);
    bool ok = prepare(lookup, error) && (lookup->further || database_prepare(lookup->db, name, sql, error));
    if (ok) lookup->further = name;
    ok = ok && database_query_prepared(lookup->db, name, count, values, row, context, error);
    pthread_mutex_unlock(&lookup->lock);
    return ok;
}

bool ledger_find(struct ledger_lookup *lookup, struct str sources, database_binary_fn *row, void *context,
                 struct error *error)
{
    pthread_mutex_lock(&lookup->lock);
    bool ok =
        prepare(lookup, error) && database_query_prepared(lookup->db, "look_up", 1, &sources, row, context, error);
    pthread_mutex_unlock(&lookup->lock);
    return ok;
}

// One name of an article, and what the ledger has under it.
struct wanted {
    struct str source;  // p NULL: none
    bool found;
    int64_t document_id;
    struct sha256 sha256;
    int reader;
};

struct wanted_list {
    struct wanted **sorted;  // by source
    size_t count;
};

static int by_source(const void *a, const void *b)
{
    return str_compare((*(struct wanted *const *)a)->source, (*(struct wanted *const *)b)->source);
}

// values: source, document_id, sha256, reader
static bool read_source(void *context, const struct str *values, struct error *error)
{
    (void)error;
    const struct wanted_list *list = context;
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (str_compare(list->sorted[middle]->source, values[0]) < 0) low = middle + 1;
        else high = middle;
    }
    for (; low < list->count && str_equal(list->sorted[low]->source, values[0]); low++) {
        struct wanted *w = list->sorted[low];
        w->found = true;
        w->document_id = database_int64(values[1]);
        w->reader = database_int32(values[3]);
        if (values[2].n == sizeof w->sha256.bytes) memcpy(w->sha256.bytes, values[2].p, values[2].n);
    }
    return true;
}

// own, former: of its two names.
static void decide(struct sink_article *article, const struct wanted *own, const struct wanted *former, bool again)
{
    const struct sha256 *sha256 = &article->article.digest;
    bool own_same = own->found && sha256_equal(&own->sha256, sha256);
    bool is_former = !own->found && former->found && sha256_equal(&former->sha256, sha256);
    const struct wanted *held = is_former ? former : own;
    article->outdated = held->found && held->reader < READER_VERSION;
    bool same = (own_same || is_former) && !again && !article->outdated;
    article->action = !held->found ? SINK_NEW : same ? SINK_UNCHANGED : SINK_CHANGED;
    if (is_former) article->article.source = former->source;
    if (!held->found) return;
    article->document_id = held->document_id;
    article->old_sha256 = held->sha256;
}

bool ledger_look_up(struct ledger_lookup *lookup, struct sink_article *articles, size_t count, bool again,
                    struct error *error)
{
    struct wanted *wanted = calloc(2 * count + 1, sizeof *wanted);
    struct wanted_list list = {.sorted = calloc(2 * count + 1, sizeof *list.sorted)};
    struct buf sources = {0};
    bool ok = wanted && list.sorted;
    for (size_t i = 0; ok && i < 2 * count; i++) {
        const struct article *article = &articles[i / 2].article;
        wanted[i].source = i % 2 ? article->former : article->source;
        if (wanted[i].source.p) list.sorted[list.count++] = &wanted[i];
    }
    ledger_array_begin(&sources, LEDGER_TEXT, list.count);
    for (size_t i = 0; i < list.count; i++)
        ledger_array_element(&sources, list.sorted[i]->source.p, list.sorted[i]->source.n);
    if (ok) qsort(list.sorted, list.count, sizeof *list.sorted, by_source);
    ok = (ok && !sources.failed) || error_set(error, ERROR_MEMORY, "out of memory");
    ok = ok && ledger_find(lookup, buf_str(&sources), read_source, &list, error);
    for (size_t i = 0; ok && i < count; i++) decide(&articles[i], &wanted[2 * i], &wanted[2 * i + 1], again);
    buf_release(&sources);
    free(list.sorted);
    free(wanted);
    return ok;
}
