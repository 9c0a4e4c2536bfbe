// A batch's articles in the ledger: entered if they are new, moved to their new digests if they are not.
#include "base/buf.h"
#include "facts/reader_version.h"
#include "sink/copy_format.h"
#include "sink/ledger.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

// In the text form of an array.
static void array_sha256(struct buf *buf, const struct sha256 *digest)
{
    buf_str_add(buf, buf->n ? STR(",\"\\\\x") : STR("{\"\\\\x"));
    for (size_t i = 0; i < sizeof digest->bytes; i++) {
        static const char hex[] = "0123456789abcdef";
        char two[2] = {hex[digest->bytes[i] >> 4], hex[digest->bytes[i] & 15]};
        buf_add(buf, two, 2);
    }
    buf_byte(buf, '"');
}

static int article_by_source(const void *a, const void *b)
{
    return str_compare((*(const struct sink_article *const *)a)->article.source,
                       (*(const struct sink_article *const *)b)->article.source);
}

static bool taken(struct error *error)
{
    *error = (struct error){0};
    error_set(error, ERROR_SERVER,
              "another load has taken the same sources at the same time: the same command loads what is left");
    memcpy(error->sqlstate, "40001", 6);
    return false;
}

static const char CLAIM_NEW[] =
    "COPY sources (source, document_id, content_sha256, load_id, reader) FROM STDIN (FORMAT binary)";

// By COPY, as the rows: an INSERT with ON CONFLICT costs a cluster several statements a node.
static bool claim_new(struct database *db, const struct sink_article **articles, size_t count, int64_t load_id,
                      struct error *error)
{
    struct buf rows = {0};
    copy_header(&rows);
    for (size_t i = 0; i < count; i++) {
        const struct article *a = &articles[i]->article;
        buf_int16(&rows, 5);
        ledger_array_element(&rows, a->source.p, a->source.n);
        buf_int32(&rows, sizeof(int64_t));
        buf_int64(&rows, articles[i]->document_id);
        ledger_array_element(&rows, a->digest.bytes, sizeof a->digest.bytes);
        buf_int32(&rows, sizeof(int64_t));
        buf_int64(&rows, load_id);
        buf_int32(&rows, sizeof(int32_t));
        buf_int32(&rows, READER_VERSION);
    }
    copy_trailer(&rows);
    bool ok = (!rows.failed || error_set(error, ERROR_MEMORY, "out of memory")) &&
              database_copy(db, CLAIM_NEW, buf_str(&rows), error);
    buf_release(&rows);
    return ok || (strcmp(error->sqlstate, "23505") == 0 && taken(error));
}

static bool claim_changed(struct database *db, const char *sql, const struct sink_article **articles, size_t count,
                          int64_t load_id, struct error *error)
{
    enum { SOURCES, DIGESTS, OLD, ARRAYS };
    struct buf arrays[ARRAYS] = {0};
    int64_t got = 0;
    char load[32];
    const char *values[ARRAYS + 1] = {[ARRAYS] = load};
    bool ok = true;
    snprintf(load, sizeof load, "%" PRId64, load_id);
    for (size_t i = 0; i < count; i++) {
        database_array_text(&arrays[SOURCES], articles[i]->article.source);
        array_sha256(&arrays[DIGESTS], &articles[i]->article.digest);
        array_sha256(&arrays[OLD], &articles[i]->old_sha256);
    }
    for (int i = 0; i < ARRAYS; i++) {
        database_array_end(&arrays[i]);
        ok = ok && (!arrays[i].failed || error_set(error, ERROR_MEMORY, "out of memory"));
        values[i] = arrays[i].p;
    }
    ok = ok && database_run(db, sql, ARRAYS + 1, values, &got, error) && (got == (int64_t)count || taken(error));
    for (int i = 0; i < ARRAYS; i++) buf_release(&arrays[i]);
    return ok;
}

static const char CLAIM_CHANGED[] =
    "UPDATE sources s SET content_sha256 = n.sha256, load_id = $4::bigint, reader = " READER_VERSION_TEXT
    " "
    "FROM unnest($1::text[], $2::bytea[], $3::bytea[]) AS n (source, sha256, old) "
    "WHERE s.source = n.source AND s.content_sha256 = n.old";

// Their rows stay those of the load that brought them.
static const char CLAIM_SAME[] = "UPDATE sources s SET content_sha256 = n.sha256, reader = " READER_VERSION_TEXT
                                 " "
                                 "FROM unnest($1::text[], $2::bytea[], $3::bytea[]) AS n (source, sha256, old) "
                                 "WHERE s.source = n.source AND s.content_sha256 = n.old AND $4::bigint IS NOT NULL";

// sql: NULL for new ones. In the order of the sources, so that two loads that meet don't block each other for good.
static bool claim_those(struct database *db, const char *sql, enum sink_action action, bool as_before,
                        const struct sink_article *articles, size_t count, int64_t load_id, struct error *error)
{
    const struct sink_article **wanted = calloc(count + 1, sizeof *wanted);
    size_t n = 0;
    if (!wanted) return error_set(error, ERROR_MEMORY, "out of memory");
    for (size_t i = 0; i < count; i++)
        if (articles[i].action == action && articles[i].as_before == as_before && !articles[i].rejected)
            wanted[n++] = &articles[i];
    qsort(wanted, n, sizeof *wanted, article_by_source);
    bool ok =
        !n || (sql ? claim_changed(db, sql, wanted, n, load_id, error) : claim_new(db, wanted, n, load_id, error));
    free(wanted);
    return ok;
}

bool ledger_claim(struct database *db, const struct sink_article *articles, size_t count, int64_t load_id,
                  struct error *error)
{
    return claim_those(db, NULL, SINK_NEW, false, articles, count, load_id, error) &&
           claim_those(db, CLAIM_CHANGED, SINK_CHANGED, false, articles, count, load_id, error) &&
           claim_those(db, CLAIM_SAME, SINK_CHANGED, true, articles, count, load_id, error);
}
