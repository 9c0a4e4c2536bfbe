#define _GNU_SOURCE  // memmem
#include "sink/keys.h"

#include "sink/schema.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#define STATEMENTS_MAX 64

// One part of schema/keys.sql: what follows a line `-- build STEP TABLE NAME`.
struct statement {
    int step;
    char name[64];
    struct str sql;
};

struct build {
    struct statement statements[STATEMENTS_MAX];
    int count, next, step;
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
        if (sscanf(at + 1, "-- build %d %*63s %63s", &s->step, s->name) == 2) count++;
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

static const struct statement *take(struct build *b)
{
    pthread_mutex_lock(&b->lock);
    while (b->next < b->count && b->statements[b->next].step != b->step) b->next++;
    bool any = b->next < b->count && b->error->code == ERROR_NONE;
    const struct statement *s = any ? &b->statements[b->next++] : NULL;
    pthread_mutex_unlock(&b->lock);
    return s;
}

static void *work(void *context)
{
    struct build *b = context;
    struct error error = {0};
    struct database *db = database_connect(b->options, NULL, &error);
    bool ok = db && database_exec(db, "SET maintenance_work_mem = '256MB'", &error);
    for (const struct statement *s; ok && (s = take(b));) ok = database_exec_str(db, s->sql, &error);
    database_close(db);
    pthread_mutex_lock(&b->lock);
    if (!ok && b->error->code == ERROR_NONE) *b->error = error;
    pthread_mutex_unlock(&b->lock);
    return NULL;
}

static void run_step(struct build *b, int jobs)
{
    pthread_t threads[8];
    int started = 0;
    b->next = 0;
    for (; started < jobs - 1 && started < 8; started++)
        if (pthread_create(&threads[started], NULL, work, b) != 0) break;
    work(b);
    for (int i = 0; i < started; i++) pthread_join(threads[i], NULL);
}

// Two loads that end at once must not build the same key: the second waits, and finds it there.
static const char TURN[] = "SELECT pg_advisory_lock(722164990, hashtext(current_schema()))";

bool keys_build(const struct database_options *options, int jobs, struct error *error)
{
    struct build b = {.options = options, .lock = PTHREAD_MUTEX_INITIALIZER, .error = error};
    struct database *db = database_connect(options, NULL, error);
    bool ok = db && database_exec(db, TURN, error);
    b.count = read_statements(b.statements);
    for (b.step = 1; ok && b.step <= 3 && error->code == ERROR_NONE; b.step++) run_step(&b, jobs);
    ok = ok && error->code == ERROR_NONE &&
         database_exec(db,
                       "ANALYZE documents, sections, paragraphs, bullets, tables, table_columns, table_cells, links, "
                       "sources",
                       error);
    database_close(db);
    return ok;
}
