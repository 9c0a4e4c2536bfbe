#define _GNU_SOURCE  // memmem
#include "sink/keys.h"

#include "sink/schema.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

#define STATEMENTS_MAX 64
#define TABLES_MAX     16

// One part of schema/keys.sql: what follows a line `-- build STEP TABLE NAME`.
struct statement {
    int step;
    char table[64], name[64];
    struct str sql;
    bool taken;
};

struct table {
    const char *name;
    enum { UNTOUCHED, BUSY, READY } state;  // ready for the statements of step 2, which may run side by side
};

struct build {
    struct statement statements[STATEMENTS_MAX];
    struct table tables[TABLES_MAX];  // all content tables, the longest work first
    int count, table_count;
    const struct database_options *options;
    pthread_mutex_t lock;  // of all but options and many
    pthread_cond_t changed;
    struct error *error;
    const struct keys_progress *progress;  // or NULL
    int done;
    bool many;  // sessions
};

static int read_statements(struct statement *statements)
{
    struct str file = schema_file("schema/keys.sql");
    const char *end = file.p + file.n, *at = memmem(file.p, file.n, "\n-- build ", 10);
    int count = 0;
    while (at && count < STATEMENTS_MAX) {
        struct statement *s = &statements[count];
        const char *next = memmem(at + 1, (size_t)(end - at - 1), "\n-- build ", 10);
        s->sql = (struct str){at + 1, (size_t)((next ? next : end) - at - 1)};
        if (sscanf(at + 1, "-- build %d %63s %63s", &s->step, s->table, s->name) == 3) count++;
        at = next;
    }
    return count;
}

bool keys_missing(struct database *db, int *missing, struct error *error)
{
    struct statement statements[STATEMENTS_MAX];
    int count = read_statements(statements);
    char names[STATEMENTS_MAX * sizeof statements->name + 2] = "{";
    size_t n = 1;
    for (int i = 0; i < count; i++)  // of later steps keys.sql itself sees what is there
        if (statements[i].step <= 2)
            n += (size_t)snprintf(names + n, sizeof names - n, "%s%s", n > 1 ? "," : "", statements[i].name);
    names[n] = '}';
    names[n + 1] = '\0';
    const char *values[] = {names};
    int64_t number;
    bool ok = database_number(db, "SELECT count(*) FROM unnest($1::text[]) AS name WHERE to_regclass(name) IS NULL", 1,
                              values, &number, error);
    *missing = (int)number;
    return ok;
}

// Two loads that end at once, or a load and an init, must not build the same key: the second waits, and finds it there.
// Nor may keys be dropped meanwhile.
#define TURN "722164990, hashtext(current_schema())"
static const char TURN_OF_TRANSACTION[] = "SELECT pg_advisory_xact_lock(" TURN ")";

// Only the tables' owner may build and drop keys.
#define NO_OWNER "(SELECT NOT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = 'documents'::regclass)"

static bool must_keep(struct database *db, int64_t *keep, struct error *error)
{
    return database_number(db, "SELECT (EXISTS (SELECT 1 FROM documents LIMIT 1) OR " NO_OWNER ")::int", 0, NULL, keep,
                           error);
}

bool keys_drop_if_empty(struct database *db, struct error *error)
{
    int64_t keep;
    if (!must_keep(db, &keep, error)) return false;
    if (keep) return true;
    if (database_exec(db, "BEGIN", error) && database_exec(db, TURN_OF_TRANSACTION, error) &&
        must_keep(db, &keep, error) && (keep || database_script(db, schema_file("schema/keys_drop.sql"), error)))
        return database_exec(db, "COMMIT", error);
    struct error ignored = {0};
    database_exec(db, "ROLLBACK", &ignored);
    return false;
}

static struct table *find_table(struct build *b, const char *name)
{
    int i = 0;
    while (i < b->table_count && strcmp(b->tables[i].name, name) != 0) i++;
    if (i == b->table_count && i < TABLES_MAX) b->tables[b->table_count++].name = name;
    return i < TABLES_MAX ? &b->tables[i] : NULL;
}

// ANALYZE draws 300 rows for each of the target's values. A tenth of PostgreSQL's own 100 tells every plan that the
// tests ask for (tests/sql/90_plans.sql, with this target); autovacuum looks closer a minute later. For 5,000 articles
// a target of 25 took the server .16 s of 1.4, this one, with what schema/020_statistics.sql leaves out, .07.
static bool analyze(struct database *db, const char *table, struct error *error)
{
    char command[96];
    snprintf(command, sizeof command, "ANALYZE %s", table);
    if (database_exec(db, "BEGIN", error) && database_exec(db, "SET LOCAL default_statistics_target = 10", error) &&
        database_exec(db, command, error))
        return database_exec(db, "COMMIT", error);
    struct error ignored = {0};
    database_exec(db, "ROLLBACK", &ignored);
    return false;
}

// ANALYZE comes before the indexes on expressions: they would have it compute the same expressions twice.
static bool prepare(const struct build *b, struct database *db, const char *table, struct error *error)
{
    bool ok = true;
    for (int i = 0; ok && i < b->count; i++) {
        const struct statement *s = &b->statements[i];
        if (s->step == 1 && strcmp(s->table, table) == 0) ok = database_script(db, s->sql, error);
    }
    return ok && analyze(db, table, error);
}

// What to do next: a statement of step 2, or a table to prepare. Waits where only tables that others prepare have work
// to come. False when there is no more.
static bool take(struct build *b, struct statement **statement, struct table **table)
{
    for (;;) {
        bool busy = false;
        *statement = NULL;
        *table = NULL;
        if (b->error->code != ERROR_NONE) return false;
        for (int i = 0; i < b->count && !*statement; i++) {
            struct statement *s = &b->statements[i];
            if (s->step == 2 && !s->taken && find_table(b, s->table)->state == READY) *statement = s;
        }
        for (int i = 0; i < b->table_count && !*table; i++) {
            busy = busy || b->tables[i].state == BUSY;
            if (b->tables[i].state == UNTOUCHED) *table = &b->tables[i];
        }
        if (*statement || *table) return true;
        if (!busy) return false;
        pthread_cond_wait(&b->changed, &b->lock);
    }
}

// Several sessions keep the cores busy by themselves: the server's own helpers would only cost processor time then.
static const struct database_setting SETTINGS[] = {
    {"maintenance_work_mem", "256MB"}, {"synchronous_commit", "off"}, {NULL, NULL}};
static const struct database_setting OF_MANY[] = {{"max_parallel_maintenance_workers", "0"}, {NULL, NULL}};

// With the lock held.
static void tell(const struct build *b)
{
    int all = b->table_count;
    for (int i = 0; i < b->count; i++) all += b->statements[i].step == 2;
    if (b->progress) b->progress->tell(b->progress->context, b->done, all);
}

static void work_with(struct build *b, struct database *db, struct error *error)
{
    struct statement *statement;
    struct table *table;
    bool ok = db && database_set(db, SETTINGS, error) && (!b->many || database_set(db, OF_MANY, error));
    pthread_mutex_lock(&b->lock);
    while (ok && take(b, &statement, &table)) {
        if (statement) statement->taken = true;
        else table->state = BUSY;
        pthread_mutex_unlock(&b->lock);
        ok = statement ? database_script(db, statement->sql, error) : prepare(b, db, table->name, error);
        pthread_mutex_lock(&b->lock);
        if (!statement) table->state = READY;
        b->done++;
        tell(b);
        pthread_cond_broadcast(&b->changed);
    }
    if (!ok && b->error->code == ERROR_NONE) *b->error = *error;
    pthread_cond_broadcast(&b->changed);
    pthread_mutex_unlock(&b->lock);
}

static void *work(void *context)
{
    struct build *b = context;
    struct error error = {0};
    struct database *db = database_connect(b->options, NULL, &error);
    work_with(b, db, &error);
    database_close(db);
    return NULL;
}

static bool finish(const struct build *b, struct database *db, struct error *error)
{
    bool ok = error->code == ERROR_NONE;
    for (int i = 0; ok && i < b->count; i++)
        if (b->statements[i].step == 3) ok = database_script(db, b->statements[i].sql, error);
    return ok;
}

bool keys_build(struct database *db, const struct database_options *options, int jobs,
                const struct keys_progress *progress, struct error *error)
{
    struct build b = {.options = options,
                      .progress = progress,
                      .lock = PTHREAD_MUTEX_INITIALIZER,
                      .changed = PTHREAD_COND_INITIALIZER,
                      .error = error,
                      .many = jobs > 1};
    int64_t no_owner;
    if (!database_number(db, "SELECT " NO_OWNER "::int", 0, NULL, &no_owner, error)) return false;
    if (no_owner) return true;
    if (!database_hold(db, TURN, false, error)) return false;
    b.count = read_statements(b.statements);
    for (int i = 0; i < b.count; i++)
        if (b.statements[i].step < 3) find_table(&b, b.statements[i].table);
    find_table(&b, "documents");
    find_table(&b, "sources");
    tell(&b);
    pthread_t threads[TABLES_MAX];
    int started = 0;
    for (; started < jobs - 1 && started < TABLES_MAX; started++)
        if (pthread_create(&threads[started], NULL, work, &b) != 0) break;
    struct error own = {0};
    work_with(&b, db, &own);
    for (int i = 0; i < started; i++) pthread_join(threads[i], NULL);
    bool ok = finish(&b, db, error);
    struct error ignored = {0};  // a connection that is lost has none
    database_reset(db, SETTINGS, &ignored);
    if (b.many) database_reset(db, OF_MANY, &ignored);
    database_let_go(db, TURN);
    return ok;
}
