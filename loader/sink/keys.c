#define _GNU_SOURCE  // memmem
#include "sink/keys.h"

#include "sink/schema.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STATEMENTS_MAX 64
#define TABLES_MAX     16

// One part of schema/keys.sql: what follows a line `-- build STEP TABLE NAME`.
struct statement {
    int step;
    char table[64], name[64];
    struct str sql;
};

struct build {
    struct statement statements[STATEMENTS_MAX];
    char tables[TABLES_MAX][64];  // all content tables, the longest work first
    int count, table_count, next;
    const struct database_options *options;
    pthread_mutex_t lock;  // of next and error
    struct error *error;
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

static bool read_count(void *context, int columns, const char *const *values, struct error *error)
{
    (void)columns;
    (void)error;
    *(int *)context = atoi(values[0]);
    return true;
}

bool keys_missing(struct database *db, int *missing, struct error *error)
{
    struct statement statements[STATEMENTS_MAX];
    int count = read_statements(statements);
    *missing = 0;
    for (int i = 0; i < count; i++) {
        const char *values[] = {statements[i].name};
        int is_missing = 0;
        if (statements[i].step > 2) continue;  // of later steps keys.sql itself sees what is there
        if (!database_query(db, "SELECT (to_regclass($1) IS NULL)::int", 1, values, read_count, &is_missing, error))
            return false;
        *missing += is_missing;
    }
    return true;
}

bool keys_drop_if_empty(struct database *db, struct error *error)
{
    int any = 0;
    if (!database_query(db, "SELECT EXISTS (SELECT FROM documents)::int", 0, NULL, read_count, &any, error))
        return false;
    if (any) return true;
    // a statement at a time: two loads that begin at once must not wait for each other
    struct str file = schema_file("schema/keys_drop.sql");
    while (file.n) {
        const char *end = memchr(file.p, ';', file.n);
        size_t n = end ? (size_t)(end + 1 - file.p) : file.n;
        if (!database_exec_str(db, str_slice(file, 0, n), error)) return false;
        file = str_slice(file, n, file.n);
    }
    return true;
}

static void add_table(struct build *b, const char *table)
{
    for (int i = 0; i < b->table_count; i++)
        if (strcmp(b->tables[i], table) == 0) return;
    if (b->table_count < TABLES_MAX) snprintf(b->tables[b->table_count++], sizeof b->tables[0], "%s", table);
}

static const char *take(struct build *b)
{
    pthread_mutex_lock(&b->lock);
    bool any = b->next < b->table_count && b->error->code == ERROR_NONE;
    const char *table = any ? b->tables[b->next++] : NULL;
    pthread_mutex_unlock(&b->lock);
    return table;
}

static bool run_step(const struct build *b, struct database *db, const char *table, int step, struct error *error)
{
    bool ok = true;
    for (int i = 0; ok && i < b->count; i++) {
        const struct statement *s = &b->statements[i];
        if (s->step == step && strcmp(s->table, table) == 0) ok = database_exec_str(db, s->sql, error);
    }
    return ok;
}

// ANALYZE comes before the indexes on expressions: they would have it compute the same expressions twice.
static bool build_table(const struct build *b, struct database *db, const char *table, struct error *error)
{
    char analyze[96];
    snprintf(analyze, sizeof analyze, "ANALYZE %s", table);
    return run_step(b, db, table, 1, error) && database_exec(db, analyze, error) && run_step(b, db, table, 2, error);
}

static void *work(void *context)
{
    struct build *b = context;
    struct error error = {0};
    struct database *db = database_connect(b->options, NULL, &error);
    bool ok = db && database_exec(db, "SET maintenance_work_mem = '256MB'", &error);
    for (const char *table; ok && (table = take(b));) ok = build_table(b, db, table, &error);
    database_close(db);
    pthread_mutex_lock(&b->lock);
    if (!ok && b->error->code == ERROR_NONE) *b->error = error;
    pthread_mutex_unlock(&b->lock);
    return NULL;
}

// Two loads that end at once must not build the same key: the second waits, and finds it there.
static const char TURN[] = "SELECT pg_advisory_lock(722164990, hashtext(current_schema()))";

bool keys_build(const struct database_options *options, int jobs, struct error *error)
{
    struct build b = {.options = options, .lock = PTHREAD_MUTEX_INITIALIZER, .error = error};
    struct database *db = database_connect(options, NULL, error);
    if (!db || !database_exec(db, TURN, error)) {
        database_close(db);
        return false;
    }
    b.count = read_statements(b.statements);
    for (int i = 0; i < b.count; i++)
        if (b.statements[i].step == 1) add_table(&b, b.statements[i].table);
    add_table(&b, "documents");
    add_table(&b, "sources");
    pthread_t threads[TABLES_MAX];
    int started = 0;
    for (; started < jobs - 1 && started < TABLES_MAX; started++)
        if (pthread_create(&threads[started], NULL, work, &b) != 0) break;
    work(&b);
    for (int i = 0; i < started; i++) pthread_join(threads[i], NULL);
    bool ok = error->code == ERROR_NONE && run_step(&b, db, "*", 3, error);
    database_close(db);
    return ok;
}
