#include "base/say.h"
#include "cli/commands.h"
#include "cli/connect.h"
#include "cli/hint.h"
#include "cli/message.h"
#include "sink/corrections_table.h"
#include "sink/distributed.h"
#include "sink/keys.h"
#include "sink/ledger.h"
#include "sink/schema.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static bool print_total(void *context, int columns, const char *const *values, struct error *error)
{
    (void)columns;
    (void)error;
    char documents[48];
    say(stdout, "%s in schema \"%s\" (version %s), %s",
        message_count(atoll(values[0]), "document", "documents", documents), (const char *)context, values[1],
        values[2]);
    return true;
}

#define TOTAL(size, also)                                                                                              \
    "SELECT (SELECT count(*) FROM documents), (SELECT max(version) FROM schema_versions), pg_size_pretty(sum(" size    \
    ")) FROM pg_class c " also                                                                                         \
    "WHERE c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname = ANY (current_schemas(false)))"

static const char TOTAL_HERE[] = TOTAL("pg_total_relation_size(c.oid)", "") " AND c.relkind IN ('r', 'm')";
static const char TOTAL_ON_NODES[] = TOTAL("s.shard_size", "JOIN citus_shards s ON s.table_name = c.oid ");

// Of what the loads say they have stored and deleted; NULL where earlier versions didn't count that.
static bool print_difference(void *context, int columns, const char *const *values, struct error *error)
{
    char documents[48];
    int64_t more = values[0] ? atoll(values[0]) : 0;
    (void)context;
    (void)columns;
    (void)error;
    if (more > 0)
        say(stdout, "By the loads, new less deleted, there would be %s: deleted by SQL, not by the command delete",
            message_count(more, "document more", "documents more", documents));
    if (more < 0)
        say(stdout, "By the loads, new less deleted, there would be %s: those are of loads that died",
            message_count(-more, "document fewer", "documents fewer", documents));
    return true;
}

static const char DIFFERENCE[] =
    "SELECT CASE WHEN bool_and(documents_deleted IS NOT NULL AND status <> 'running') THEN sum(documents_new) - "
    "sum(documents_deleted) - (SELECT count(*) FROM documents) END FROM loads";

static bool print_size(void *context, int columns, const char *const *values, struct error *error)
{
    bool *any = context;
    (void)columns;
    (void)error;
    say_part(stdout, "%s%s %s", *any ? ", " : "Of that, with keys and indexes: ", values[0], values[1]);
    return *any = true;
}

// The largest tables, and all others together.
static const char SIZES[] =
    "SELECT CASE WHEN n <= 6 THEN relname::text ELSE 'others' END, pg_size_pretty(sum(size)) FROM (SELECT relname, "
    "size, "
    "row_number() OVER (ORDER BY size DESC, relname) AS n FROM (SELECT relname, pg_total_relation_size(oid) AS size "
    "FROM pg_class WHERE relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname = ANY (current_schemas(false))) "
    "AND relkind "
    "IN ('r', 'm')) all_tables) t WHERE EXISTS (SELECT 1 FROM documents) GROUP BY 1, least(n, 7) ORDER BY least(n, 7)";

static bool print_sizes(struct database *db, struct error *error)
{
    bool any = false, ok = database_query(db, SIZES, 0, NULL, print_size, &any, error);
    if (any) putc('\n', stdout);
    return ok;
}

static bool print_node(void *context, int columns, const char *const *values, struct error *error)
{
    bool *any = context;
    (void)columns;
    (void)error;
    if (!*any) {
        putc('\n', stdout);
        say(stdout, "%-24s %-11s %8s %10s %8s", "node", "", "shards", "size", "skew");
    }
    *any = true;
    say(stdout, "%-24s %-11s %8s %10s %8s", values[0], values[1], values[2], values[3], values[4] ? values[4] : "");
    return true;
}

// Where the tables lie on several nodes, or how large they are on this one.
static bool print_nodes(struct database *db, int shards, struct error *error)
{
    bool any = false;
    return shards ? schema_query(db, "sql/distributed/status.sql", 0, NULL, print_node, &any, error)
                  : print_sizes(db, error);
}

static bool print_load(void *context, int columns, const char *const *values, struct error *error)
{
    bool *any = context;
    (void)error;
    if (!*any) {
        putc('\n', stdout);
        say(stdout, "%6s  %-19s %9s %9s %9s %9s %9s %9s %9s %10s  %s", "load", "started", "seconds", "new", "changed",
            "unchanged", "rejected", "empty", "deleted", "size", "status");
    }
    *any = true;
    char size[32];
    for (int i = 0; i < columns; i++) {
        enum { SIZE = 9 };  // as the summary of the load said it
        static const int widths[] = {6, -20, 9, 9, 9, 9, 9, 9, 9, 10, -11};
        say_part(stdout, i ? " %*s" : "%*s", widths[i],
                 !values[i]  ? ""
                 : i == SIZE ? message_size(atoll(values[i]), size)
                             : values[i]);
    }
    putc('\n', stdout);
    return true;
}

static const char LOADS[] =
    "SELECT load_id, ' ' || to_char(started_at, 'YYYY-MM-DD HH24:MI:SS'), "
    "round(extract(epoch FROM finished_at - started_at), 2), documents_new, documents_changed, documents_unchanged, "
    "documents_rejected, coalesce(documents_empty::text, '-'), coalesce(documents_deleted::text, '-'), "
    "byte_count, ' ' || CASE WHEN status = 'running' "
    "AND NOT load_is_alive(load_id) THEN 'died' ELSE status END FROM loads ORDER BY load_id DESC LIMIT 10";

static bool print_rejected(void *context, int columns, const char *const *values, struct error *error)
{
    bool *any = context;
    (void)columns;
    (void)error;
    if (!*any) {
        putc('\n', stdout);
        say(stdout, "Rejected, and not loaded since (all of them: select * from current_errors):");
    }
    *any = true;
    hint_say(stdout, "  load %s: %s%s%s: %s", values[0], values[1], values[2] ? ":" : "", values[2] ? values[2] : "",
             values[3]);
    return true;
}

static const char REJECTED[] =
    "SELECT load_id, source, line, message FROM current_errors ORDER BY occurred_at DESC, source LIMIT 10";

static bool print_verified(void *context, int columns, const char *const *values, struct error *error)
{
    (void)context;
    (void)columns;
    (void)error;
    putc('\n', stdout);
    say(stdout, "Compared with the sources (verify --stored) at %s: %s of %s articles", values[0], values[1],
        values[2]);
    return true;
}

static const char VERIFIED[] =
    "SELECT to_char(verified_at, 'YYYY-MM-DD HH24:MI:SS'), CASE WHEN lost + changed + waiting + gone + doubled + "
    "orphans + gaps = 0 THEN 'no difference' ELSE format('%s lost, %s changed, %s waiting for a load, %s gone, "
    "%s doubled, %s orphans, %s with gaps', lost, changed, waiting, gone, doubled, orphans, gaps) END, articles FROM "
    "verifications ORDER BY verified_at DESC LIMIT 1";

static bool print_jit(void *context, int columns, const char *const *values, struct error *error)
{
    (void)context;
    (void)columns;
    (void)error;
    putc('\n', stdout);
    say(stdout,
        "jit is on here: PostgreSQL compiles questions about frequent items, which takes longer than to answer "
        "them. Better:");
    say(stdout, "  %s", values[0]);
    return true;
}

static const char JIT[] =
    "SELECT format('ALTER DATABASE %I SET jit = off', current_database()) WHERE current_setting('jit')::boolean";

static bool print_outdated(struct database *db, struct error *error)
{
    int64_t count;
    char articles[48];
    if (!ledger_count_outdated(db, &count, error)) return false;
    if (!count) return true;
    putc('\n', stdout);
    say(stdout, "%s read by an older version of doc2pgsql: the next load of their files reads them anew",
        message_count(count, "article was", "articles were", articles));
    return true;
}

static bool print_corrections(struct database *db, struct error *error)
{
    struct buf sources = {0};
    int64_t all, idle = 0;
    char count[48];
    if (!database_number(db, "SELECT count(*) FROM corrections", 0, NULL, &all, error)) return false;
    if (!all) return true;
    bool ok = corrections_find_idle(db, &sources, error);
    const char *values[] = {sources.p};
    ok = ok && database_number(db, "SELECT count(*) FROM corrections WHERE source = ANY ($1::text[])", 1, values, &idle,
                               error);
    buf_release(&sources);
    if (!ok) return false;
    putc('\n', stdout);
    hint_say(stdout, "%s applied by each load: doc2pgsql correct list",
             message_count(all, "correction is", "corrections are", count));
    if (idle)
        hint_say(stdout, "%s of a place from where nothing is loaded: doc2pgsql correct delete N… takes them back",
                 message_count(idle, "of them is", "of them are", count));
    return true;
}

int command_status(const struct options *options)
{
    struct error error = {0};
    struct connect connect;
    struct database *db = connect_open(&connect, options, &error);
    bool loads = false, rejected = false;
    int shards = 0;
    bool ok = db && schema_check(db, &error) && distributed_shards(db, &shards, &error) &&
              database_query(db, shards ? TOTAL_ON_NODES : TOTAL_HERE, 0, NULL, print_total, (void *)options->schema,
                             &error) &&
              database_query(db, DIFFERENCE, 0, NULL, print_difference, NULL, &error) &&
              print_nodes(db, shards, &error) && database_query(db, LOADS, 0, NULL, print_load, &loads, &error) &&
              database_query(db, REJECTED, 0, NULL, print_rejected, &rejected, &error) &&
              database_query(db, VERIFIED, 0, NULL, print_verified, NULL, &error) && print_outdated(db, &error);
    int missing = 0;
    if (ok && keys_missing(db, &missing, &error) && missing) {
        putc('\n', stdout);
        say(stdout,
            "%d keys and indexes are missing: a first load is running, or was stopped. The next load or init builds "
            "them.",
            missing);
    }
    ok = ok && error.code == ERROR_NONE && print_corrections(db, &error) &&
         database_query(db, JIT, 0, NULL, print_jit, NULL, &error);
    database_close(db);
    return ok ? 0 : message_error(&error);
}
