#define _GNU_SOURCE  // memmem
#include "sink/schema.h"

#include "sink/distributed.h"
#include "sink/embedded.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FACTS_VERSION 12  // the first one whose loads find facts and statements

static struct str content_of(const struct embedded_file *file)
{
    return (struct str){file->start, (size_t)(file->end - file->start)};
}

static const struct embedded_file *find_file(struct str name)
{
    for (const struct embedded_file *f = embedded_files; f->name; f++)
        if (str_equal(str_from(f->name), name)) return f;
    return NULL;
}

struct str schema_file(const char *name)
{
    const struct embedded_file *file = find_file(str_from(name));
    return file ? content_of(file) : STR_NULL;
}

bool schema_query(struct database *db, const char *file, int count, const char *const *values, database_row_fn *row,
                  void *context, struct error *error)
{
    struct buf sql = {0};
    buf_str_add(&sql, schema_file(file));
    buf_byte(&sql, '\0');
    bool ok = sql.failed ? error_set(error, ERROR_MEMORY, "out of memory")
                         : database_query(db, sql.p, count, values, row, context, error);
    buf_release(&sql);
    return ok;
}

// schema/012_name.sql → 12; 0 for files that are no migrations
static int migration_number(const char *name)
{
    static const char folder[] = "schema/";
    if (strncmp(name, folder, sizeof folder - 1) != 0) return 0;
    return atoi(name + sizeof folder - 1);
}

int schema_newest(void)
{
    int newest = 0;
    for (const struct embedded_file *f = embedded_files; f->name; f++)
        if (migration_number(f->name) > newest) newest = migration_number(f->name);
    return newest;
}

// A line `\copy TABLE (COLUMNS) FROM 'FILE' (OPTIONS)`, which psql reads by itself.
static bool run_copy(struct database *db, struct str line, struct error *error)
{
    const char *open = memchr(line.p, '\'', line.n);
    const char *close = open ? memchr(open + 1, '\'', line.n - (size_t)(open + 1 - line.p)) : NULL;
    if (!close) return error_set(error, ERROR_INTERNAL, "no file in: %.*s", STR_ARG(line));
    struct str name = {open + 1, (size_t)(close - open - 1)};
    const struct embedded_file *file = find_file(name);
    if (!file) return error_set(error, ERROR_INTERNAL, "this build has no file %.*s", STR_ARG(name));
    char sql[512];
    snprintf(sql, sizeof sql, "COPY %.*sSTDIN%.*s", (int)(open - line.p) - 6, line.p + 6,
             (int)(line.n - (size_t)(close + 1 - line.p)), close + 1);
    return database_copy(db, sql, content_of(file), error);
}

// SQL with `\copy` lines in between.
static bool run_file(struct database *db, const struct embedded_file *file, struct error *error)
{
    struct str rest = content_of(file);
    while (rest.n) {
        const char *copy = memmem(rest.p, rest.n, "\n\\copy ", 7);
        size_t sql = copy ? (size_t)(copy - rest.p) : rest.n;
        bool ok = database_script(db, str_slice(rest, 0, sql), error);
        rest = str_slice(rest, sql, rest.n);
        if (ok && rest.n) {
            const char *end = memchr(rest.p + 1, '\n', rest.n - 1);
            size_t n = end ? (size_t)(end - rest.p) : rest.n;
            ok = run_copy(db, str_slice(rest, 1, n), error);
            rest = str_slice(rest, n, rest.n);
        }
        if (!ok) return error_at(error, str_from(file->name), 0);
    }
    return true;
}

static bool run_named(struct database *db, const char *name, struct error *error)
{
    const struct embedded_file *file = find_file(str_from(name));
    return file ? run_file(db, file, error) : error_set(error, ERROR_INTERNAL, "this build has no file %s", name);
}

// 0: nothing, 1: what migrations have run, 2: the tables, too. By their whole names: who may not use the schema is
// told.
static const char IS_THERE[] =
    "SELECT CASE WHEN coalesce(to_regclass($2 || '.schema_versions'), to_regclass($1 || "
    "'.schema_versions')) IS NULL THEN 0 "
    "WHEN to_regclass($1 || '.documents') IS NULL THEN 1 ELSE 2 END";

bool schema_version(struct database *db, int *version, struct error *error)
{
    int64_t there, number = 0;
    const char *schemas[] = {database_schema(db), database_internal(db)};
    *version = 0;
    if (!database_number(db, IS_THERE, 2, schemas, &there, error) ||
        (there && !database_number(db, "SELECT max(version) FROM schema_versions", 0, NULL, &number, error)))
        return false;
    if (number && there < 2)
        return error_set(error, ERROR_SCHEMA,
                         "the schema %s is gone, and what was beside it is not: DROP SCHEMA %s CASCADE", schemas[0],
                         schemas[1]);
    *version = (int)number;
    return true;
}

static bool too_new(int version, struct error *error)
{
    return error_set(
        error, ERROR_SCHEMA,
        "the database has version %d of the schema, and this program knows only %d: install a newer doc2pgsql", version,
        schema_newest());
}

static bool migrate(struct database *db, int version, struct error *error)
{
    for (const struct embedded_file *f = embedded_files; f->name; f++) {
        int number = migration_number(f->name);
        if (number <= version) continue;
        char text[16];
        snprintf(text, sizeof text, "%d", number);
        const char *values[] = {text, f->name};
        if (!run_file(db, f, error) ||
            !database_run(db, "INSERT INTO schema_versions (version, name) VALUES ($1, $2)", 2, values, NULL, error))
            return false;
    }
    return true;
}

// In the rest of the transaction, and in the functions that it makes. What is made is made in the first.
static bool search(struct database *db, const char *first, const char *second, struct error *error)
{
    char sql[512];
    snprintf(sql, sizeof sql, "SET LOCAL search_path = %s, %s", first, second);
    return database_exec(db, sql, error);
}

static bool run_folder(struct database *db, const char *folder, struct error *error)
{
    for (const struct embedded_file *f = embedded_files; f->name; f++)
        if (strncmp(f->name, folder, strlen(folder)) == 0 && !run_file(db, f, error)) return false;
    return true;
}

static bool make_functions(struct database *db, bool distributed, struct error *error)
{
    const char *asked = database_schema(db), *internal = database_internal(db);
    return search(db, internal, asked, error) && run_folder(db, "sql/internal/", error) &&
           search(db, asked, internal, error) && run_folder(db, "sql/views/", error) &&
           (!distributed ||
            (search(db, internal, asked, error) && run_named(db, "sql/distributed/functions.sql", error) &&
             search(db, asked, internal, error)));
}

static const char VERSIONS[] =
    "CREATE TABLE schema_versions ("
    "version int PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now());"
    "COMMENT ON TABLE schema_versions IS 'One row per migration that has run in this schema.';"
    "COMMENT ON COLUMN schema_versions.version IS 'Number of the migration, from 1.';"
    "COMMENT ON COLUMN schema_versions.name IS 'Its file.';"
    "COMMENT ON COLUMN schema_versions.applied_at IS 'When it ran.';";

// In the order in which a batch stores its rows: whoever builds keys waits for the batches on their way, and none of
// them waits for a table while it holds another one that is wanted here.
static const char WAIT_FOR_BATCHES[] =
    "LOCK TABLE documents, sections, paragraphs, bullets, tables, table_columns, "
    "table_rows, links, mentions, facts, statements IN SHARE ROW EXCLUSIVE MODE";

// Of a cluster's connections one has to see what another one has made; no other server minds.
static const char ONE_BY_ONE[] = "SET LOCAL citus.multi_shard_modify_mode = sequential";

static bool place_tables(struct database *db, int shards, struct error *error)
{
    char sql[64];
    snprintf(sql, sizeof sql, "SET LOCAL doc2pgsql.shards = %d", shards);
    return database_exec(db, sql, error) && run_named(db, "sql/distributed/tables.sql", error);
}

static bool init_in_transaction(struct database *db, bool again, int *shards, bool *unresolved, struct error *error)
{
    char sql[512];
    int version;
    int placed;
    int64_t any = 0;
    // one init at a time ("doc2pgsql" as a number), and none while a load builds keys (see keys.c)
    snprintf(sql, sizeof sql,
             "SELECT pg_advisory_xact_lock(7221649905176); CREATE SCHEMA IF NOT EXISTS %s; "
             "SELECT pg_advisory_xact_lock(722164990, hashtext(current_schema()));",
             database_schema(db));
    if (!database_script(db, str_from(sql), error) || !schema_version(db, &version, error) ||
        (!version && !database_script(db, str_from(VERSIONS), error)))
        return false;
    if (version > schema_newest()) return too_new(version, error);
    if (version == schema_newest() && !again) return true;
    if (version > 0 && version < FACTS_VERSION &&
        !database_number(db, "SELECT EXISTS (SELECT 1 FROM documents LIMIT 1)::int", 0, NULL, &any, error))
        return false;
    *unresolved = any;
    if (!database_exec(db, ONE_BY_ONE, error) || !distributed_shards(db, &placed, error)) return false;
    if (placed) *shards = placed;
    // keys are built with functions of the views
    return migrate(db, version, error) && (!*shards || place_tables(db, *shards, error)) &&
           make_functions(db, *shards > 0, error) && database_exec(db, WAIT_FOR_BATCHES, error) &&
           run_named(db, "schema/keys.sql", error) && run_named(db, "schema/reference.sql", error) &&
           run_named(db, "schema/entity_keys.sql", error);
}

// again: also where the newest version is there. shards: where they are wanted; 0: as it is.
static bool make_schema(struct database *db, bool again, int shards, bool *unresolved, struct error *error)
{
    *unresolved = false;
    if (!database_exec(db, "BEGIN", error)) return false;
    if (init_in_transaction(db, again, &shards, unresolved, error))
        return database_exec(db, "COMMIT", error) && run_named(db, "schema/statistics.sql", error) &&
               (!shards || run_named(db, "sql/distributed/comments.sql", error));
    struct error ignored = {0};
    database_exec(db, "ROLLBACK", &ignored);
    return false;
}

bool schema_init(struct database *db, int shards, bool *unresolved, struct error *error)
{
    return (!shards || distributed_check(db, error)) && make_schema(db, true, shards, unresolved, error);
}

static bool too_old(int version, struct error *error)
{
    return error_set(error, ERROR_SCHEMA,
                     "the database has version %d of the schema, and this program needs %d: run doc2pgsql init",
                     version, schema_newest());
}

bool schema_check(struct database *db, struct error *error)
{
    int version;
    if (!schema_version(db, &version, error)) return false;
    if (version) return version >= schema_newest() || too_old(version, error);
    return error_set(error, ERROR_SCHEMA, "there is no schema %s in this database: run doc2pgsql init or load",
                     database_schema(db));
}

bool schema_require(struct database *db, struct error *error)
{
    int version;
    bool unresolved;
    if (!schema_version(db, &version, error)) return false;
    // another load may make it at the same time, and have begun to store rows without keys
    if (version == 0) return make_schema(db, false, 0, &unresolved, error);
    if (version > schema_newest()) return too_new(version, error);
    return version == schema_newest() || too_old(version, error);
}
