#include "sink/ledger.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <inttypes.h>
#include <stdio.h>

// Text form of PostgreSQL's arrays -------------------------------------------------------------------------------

static void array_separator(struct buf *buf)
{
    buf_byte(buf, buf->n ? ',' : '{');
}

static void array_sha256(struct buf *buf, const struct sha256 *digest)
{
    array_separator(buf);
    buf_str_add(buf, STR("\"\\\\x"));
    for (size_t i = 0; i < sizeof digest->bytes; i++) {
        static const char hex[] = "0123456789abcdef";
        char two[2] = {hex[digest->bytes[i] >> 4], hex[digest->bytes[i] & 15]};
        buf_add(buf, two, 2);
    }
    buf_byte(buf, '"');
}

static void array_int64(struct buf *buf, int64_t v)
{
    array_separator(buf);
    buf_printf(buf, "%" PRId64, v);
}

static void array_end(struct buf *buf)
{
    buf_str_add(buf, buf->n ? STR("}") : STR("{}"));
    buf_byte(buf, '\0');
}

// Runs ----------------------------------------------------------------------------------------------------------

// No commit waits for the disk: see ledger_close_load.
static const struct database_setting NO_WAIT[] = {{"synchronous_commit", "off"}, {NULL, NULL}};

// After rows that came by other ways (a dump without its sequences, an INSERT with a number) the next numbers may be
// taken. Drawing up to there is safe beside other loads; where that would take seconds, none of them draws as many
// meanwhile.
#define HEAL(sequence, column, table)                                                                                  \
    "SELECT CASE WHEN behind > 1000000 THEN setval('" sequence                                                         \
    "', most) "                                                                                                        \
    "ELSE (SELECT count(nextval('" sequence                                                                            \
    "')) FROM generate_series(1, behind)) END FROM (SELECT most, "                                                     \
    "most - coalesce(pg_sequence_last_value('" sequence                                                                \
    "'::regclass), 0) AS behind "                                                                                      \
    "FROM (SELECT coalesce(max(" column "), 0) AS most FROM " table                                                    \
    ") m "                                                                                                             \
    "WHERE has_sequence_privilege('" sequence "', 'USAGE')) b WHERE behind > 0"

static const char DIED[] = "UPDATE loads SET status = 'failed' WHERE status = 'running' AND NOT load_is_alive(load_id)";
static const char OPEN[] = "INSERT INTO loads (load_id, arguments, version) VALUES ($3, $1::text[], $2)";

static bool hold_load(struct database *db, int64_t load_id, struct error *error)
{
    char lock[48];
    snprintf(lock, sizeof lock, "load_lock(%" PRId64 ")", load_id);
    return database_hold(db, lock, true, error);
}

bool ledger_reconnect(struct database *db, int64_t load_id, struct error *error)
{
    if (!database_is_lost(db)) return true;
    return database_reconnect(db, error) && database_set(db, NO_WAIT, error) &&
           (!load_id || hold_load(db, load_id, error));
}

bool ledger_open_load(struct database *db, int count, char *const *arguments, int64_t *load_id, struct error *error)
{
    struct buf list = {0};
    struct arena arena;
    struct utf8_repairs repairs;
    int64_t ignored;
    char load[32];
    arena_init(&arena, 0);
    for (int i = 0; i < count; i++) database_array_text(&list, utf8_repair(str_from(arguments[i]), &arena, &repairs));
    arena_release(&arena);
    array_end(&list);
    const char *values[] = {list.p, DOC2PGSQL_VERSION, load};
    bool ok = (!list.failed || error_set(error, ERROR_MEMORY, "out of memory")) && database_set(db, NO_WAIT, error) &&
              database_run(db, DIED, 0, NULL, NULL, error) &&
              database_number(db, HEAL("document_ids", "document_id", "documents"), 0, NULL, &ignored, error) &&
              database_number(db, HEAL("load_ids", "load_id", "loads"), 0, NULL, &ignored, error) &&
              database_number(db, "SELECT nextval('load_ids')", 0, NULL, load_id, error) &&
              hold_load(db, *load_id, error);
    snprintf(load, sizeof load, "%" PRId64, *load_id);
    ok = ok && database_run(db, OPEN, 3, values, NULL, error);
    buf_release(&list);
    return ok;
}

bool ledger_count(struct database *db, int64_t load_id, int64_t *count, struct error *error)
{
    char load[32];
    snprintf(load, sizeof load, "%" PRId64, load_id);
    const char *values[] = {load};
    return database_number(db, "SELECT count(*) FROM sources WHERE load_id = $1", 1, values, count, error);
}

bool ledger_close_load(struct database *db, int64_t load_id, const struct ledger_counts *counts, const char *status,
                       struct error *error)
{
    char text[6][32];
    const int64_t numbers[6] = {load_id,
                                counts->documents_new,
                                counts->documents_changed,
                                counts->documents_unchanged,
                                counts->documents_rejected,
                                counts->bytes};
    const char *values[7];
    for (int i = 0; i < 6; i++) {
        snprintf(text[i], sizeof text[i], "%" PRId64, numbers[i]);
        values[i] = text[i];
    }
    values[6] = status;
    return database_reset(db, NO_WAIT, error) &&
           database_run(db,
                        "UPDATE loads SET finished_at = clock_timestamp(), documents_new = $2, documents_changed = $3, "
                        "documents_unchanged = $4, documents_rejected = $5, byte_count = $6, status = $7 "
                        "WHERE load_id = $1",
                        7, values, NULL, error);
}

// Sources -------------------------------------------------------------------------------------------------------

// What is there with the same bytes doesn't come back; but all that still has the name that earlier versions gave it,
// and keeps it as long as neither its bytes nor its line change.
static const char LOOK_UP[] =
    "SELECT n, document_id, content_sha256, false "
    "FROM unnest($1::text[], $2::bytea[]) WITH ORDINALITY AS wanted (source, sha256, n) "
    "LEFT JOIN sources USING (source) WHERE content_sha256 IS DISTINCT FROM sha256";
static const char LOOK_UP_FORMER[] =
    "SELECT n, coalesce(s.document_id, f.document_id), coalesce(s.content_sha256, f.content_sha256), "
    "f.source IS NOT NULL "
    "FROM unnest($1::text[], $2::bytea[], $3::text[], $4::bytea[]) WITH ORDINALITY "
    "AS wanted (source, sha256, former, former_sha256, n) "
    "LEFT JOIN sources s ON s.source = wanted.source "
    "LEFT JOIN sources f ON f.source = wanted.former AND f.content_sha256 = former_sha256 AND s.source IS NULL "
    "WHERE s.content_sha256 IS DISTINCT FROM sha256";

// The planner would rather read the whole ledger for each batch, which makes loading quadratic.
const struct database_setting LEDGER_BY_INDEX[] = {
    {"enable_seqscan", "off"}, {"enable_hashjoin", "off"}, {"enable_mergejoin", "off"}, {"jit", "off"}, {NULL, NULL}};
static const struct database_setting ONE_PLAN[] = {{"plan_cache_mode", "force_generic_plan"}, {NULL, NULL}};

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
           (database_reset(lookup->db, LEDGER_BY_INDEX, error) && database_reset(lookup->db, ONE_PLAN, error) &&
            database_unprepare(lookup->db, error));
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
                              database_set(lookup->db, ONE_PLAN, error) &&
                              database_prepare(lookup->db, "look_up", LOOK_UP, error) &&
                              database_prepare(lookup->db, "look_up_former", LOOK_UP_FORMER, error);
}

struct found {
    struct sink_article *articles;
    bool again;
};

// values: index from 1, document_id, sha256, whether under its former name; the two before are NULL for a new source
static bool read_source(void *context, const struct str *values, struct error *error)
{
    (void)error;
    const struct found *found = context;
    struct sink_article *article = found->articles + database_int64(values[0]) - 1;
    bool former = values[3].n && *values[3].p;
    article->action = !values[1].p ? SINK_NEW : former && !found->again ? SINK_UNCHANGED : SINK_CHANGED;
    if (former) article->article.source = article->article.former;
    if (values[1].p) article->document_id = database_int64(values[1]);
    if (values[2].n == sizeof article->old_sha256.bytes)
        memcpy(article->old_sha256.bytes, values[2].p, sizeof article->old_sha256.bytes);
    return true;
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

bool ledger_look_up(struct ledger_lookup *lookup, struct sink_article *articles, size_t count, bool again,
                    struct error *error)
{
    enum { SOURCE, DIGEST, FORMER, FORMER_DIGEST, ARRAYS };
    struct buf arrays[ARRAYS] = {0};
    struct found found = {articles, again};
    bool any_former = false, failed = false;
    for (int i = 0; i < ARRAYS; i++) ledger_array_begin(&arrays[i], i % 2 ? LEDGER_BYTEA : LEDGER_TEXT, count);
    for (size_t i = 0; i < count; i++) {
        const struct article *article = &articles[i].article;
        const struct sha256 *sha256 = &article->digest;
        articles[i].action = SINK_UNCHANGED;
        any_former = any_former || article->former.p;
        ledger_array_element(&arrays[SOURCE], article->source.p, article->source.n);
        ledger_array_element(&arrays[DIGEST], sha256->bytes, again ? 0 : sizeof sha256->bytes);
    }
    for (size_t i = 0; any_former && i < count; i++) {
        const struct article *article = &articles[i].article;
        ledger_array_element(&arrays[FORMER], article->former.p ? article->former.p : "", article->former.n);
        ledger_array_element(&arrays[FORMER_DIGEST], article->digest.bytes, sizeof article->digest.bytes);
    }
    struct str values[ARRAYS];
    for (int i = 0; i < ARRAYS; i++) {
        failed = failed || arrays[i].failed;
        values[i] = buf_str(&arrays[i]);
    }
    bool ok = !failed || error_set(error, ERROR_MEMORY, "out of memory");
    pthread_mutex_lock(&lookup->lock);
    ok = ok && prepare(lookup, error) &&
         database_query_prepared(lookup->db, any_former ? "look_up_former" : "look_up", any_former ? ARRAYS : 2, values,
                                 read_source, &found, error);
    pthread_mutex_unlock(&lookup->lock);
    for (int i = 0; i < ARRAYS; i++) buf_release(&arrays[i]);
    return ok;
}

static bool claim(struct database *db, const char *sql, const struct sink_article *articles, size_t count,
                  enum sink_action action, int64_t load_id, struct error *error)
{
    struct buf sources = {0}, ids = {0}, digests = {0}, old = {0};
    int64_t wanted = 0, got = 0;
    char load[32];
    snprintf(load, sizeof load, "%" PRId64, load_id);
    for (size_t i = 0; i < count; i++) {
        if (articles[i].action != action || articles[i].rejected) continue;
        database_array_text(&sources, articles[i].article.source);
        array_int64(&ids, articles[i].document_id);
        array_sha256(&digests, &articles[i].article.digest);
        array_sha256(&old, &articles[i].old_sha256);
        wanted++;
    }
    array_end(&sources);
    array_end(&ids);
    array_end(&digests);
    array_end(&old);
    const char *values[] = {sources.p, ids.p, digests.p, load, old.p};
    bool ok = true;
    if (sources.failed || ids.failed || digests.failed || old.failed)
        ok = error_set(error, ERROR_MEMORY, "out of memory");
    else if (wanted) ok = database_run(db, sql, 5, values, &got, error);
    if (ok && got != wanted) {
        ok = error_set(error, ERROR_SERVER,
                       "another load has taken the same sources at the same time: the same command loads what is left");
        memcpy(error->sqlstate, "40001", 6);
    }
    buf_release(&sources);
    buf_release(&ids);
    buf_release(&digests);
    buf_release(&old);
    return ok;
}

// In the order of the sources, so that two loads that meet can't block each other for good.
static const char CLAIM_NEW[] =
    "INSERT INTO sources (source, document_id, content_sha256, load_id) "
    "SELECT source, document_id, sha256, $4::bigint "
    "FROM unnest($1::text[], $2::bigint[], $3::bytea[], $5::bytea[]) AS n (source, document_id, sha256, old) "
    "ORDER BY source ON CONFLICT DO NOTHING";

static const char CLAIM_CHANGED[] =
    "WITH held AS MATERIALIZED (SELECT s.source, n.sha256 "
    "FROM unnest($1::text[], $2::bigint[], $3::bytea[], $5::bytea[]) AS n (source, document_id, sha256, old) "
    "JOIN sources s ON s.source = n.source AND s.content_sha256 = n.old ORDER BY s.source FOR UPDATE OF s) "
    "UPDATE sources s SET content_sha256 = held.sha256, load_id = $4::bigint FROM held WHERE s.source = held.source";

bool ledger_claim(struct database *db, const struct sink_article *articles, size_t count, int64_t load_id,
                  struct error *error)
{
    return claim(db, CLAIM_NEW, articles, count, SINK_NEW, load_id, error) &&
           claim(db, CLAIM_CHANGED, articles, count, SINK_CHANGED, load_id, error);
}
