#include "sink/roles.h"

#include <stdio.h>

// Run for a role: %1$I is the role, %2$I the schema, %3$I the database, %4$I the schema of what nobody asks.
static const char READ[] =
    "GRANT USAGE ON SCHEMA %2$I, %4$I TO %1$I; "
    "GRANT SELECT ON ALL TABLES IN SCHEMA %2$I, %4$I TO %1$I; "
    "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA %2$I, %4$I TO %1$I; "
    "ALTER DEFAULT PRIVILEGES IN SCHEMA %2$I, %4$I GRANT SELECT ON TABLES TO %1$I; "
    "ALTER DEFAULT PRIVILEGES IN SCHEMA %2$I, %4$I GRANT EXECUTE ON FUNCTIONS TO %1$I;";
// Of a role that was a loader before.
static const char READ_ALONE[] =
    "REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA %2$I, %4$I FROM %1$I; "
    "REVOKE USAGE, UPDATE ON ALL SEQUENCES IN SCHEMA %2$I, %4$I FROM %1$I; "
    "ALTER DEFAULT PRIVILEGES IN SCHEMA %2$I, %4$I REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON TABLES FROM %1$I; "
    "ALTER DEFAULT PRIVILEGES IN SCHEMA %2$I, %4$I REVOKE USAGE, UPDATE ON SEQUENCES FROM %1$I;";
static const char WRITE[] =
    "GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %2$I, %4$I TO %1$I; "
    "REVOKE INSERT, UPDATE, DELETE ON %4$I.schema_versions FROM %1$I; "
    "GRANT USAGE ON ALL SEQUENCES IN SCHEMA %2$I, %4$I TO %1$I; "
    "ALTER DEFAULT PRIVILEGES IN SCHEMA %2$I, %4$I GRANT INSERT, UPDATE, DELETE ON TABLES TO %1$I; "
    "ALTER DEFAULT PRIVILEGES IN SCHEMA %2$I, %4$I GRANT USAGE ON SEQUENCES TO %1$I;";
static const char PATH[] = "ALTER ROLE %1$I IN DATABASE %3$I SET search_path = %2$I, public";
static const char READ_ONLY[] = "ALTER ROLE %1$I IN DATABASE %3$I SET default_transaction_read_only = on";
// Of a role that was a reader before.
static const char READ_WRITE[] = "ALTER ROLE %1$I IN DATABASE %3$I RESET default_transaction_read_only";

static bool add_row(void *context, int columns, const char *const *values, struct error *error)
{
    struct buf *sql = context;
    (void)columns;
    (void)error;
    buf_add(sql, values[0], strlen(values[0]) + 1);
    return true;
}

static const char NAMED[] =
    "SELECT format($1, $2::text, current_schema(), current_database(), "
    "current_schema() || '" DATABASE_INTERNAL "')";

// Names that are quoted by the server, put into the statements.
static bool run(struct database *db, const char *statements, const char *role, struct error *error)
{
    struct buf sql = {0};
    const char *values[] = {statements, role};
    bool ok = database_query(db, NAMED, 2, values, add_row, &sql, error) &&
              (!sql.failed || error_set(error, ERROR_MEMORY, "out of memory")) &&
              database_script(db, str_from(sql.p), error);
    buf_release(&sql);
    return ok;
}

// Rows that a role may change all the same: it owns the tables, is a member of who does, or a superuser, or all may.
static const char MAY_WRITE[] =
    "SELECT count(*) FROM pg_class WHERE relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname = "
    "ANY (current_schemas(false))) "
    "AND relkind IN ('r', 'p') AND has_table_privilege($1, oid, 'INSERT, UPDATE, DELETE, TRUNCATE')";

bool roles_grant(struct database *db, const char *role, enum roles_kind kind, struct roles_granted *granted,
                 struct error *error)
{
    struct error ignored = {0};
    bool reader = kind == ROLES_READER;
    int64_t writable = 0;
    const char *values[] = {role};
    *granted = (struct roles_granted){0};
    bool ok = database_exec(db, "BEGIN", error) && run(db, READ, role, error) &&
              run(db, reader ? READ_ALONE : WRITE, role, error) && database_exec(db, "COMMIT", error);
    if (!ok) database_exec(db, "ROLLBACK", &ignored);
    ok = ok && (!reader || database_number(db, MAY_WRITE, 1, values, &writable, error));
    granted->writes = writable > 0;
    granted->settled = ok && run(db, PATH, role, &ignored) && run(db, reader ? READ_ONLY : READ_WRITE, role, &ignored);
    return ok;
}

static const char OWNERS[] =
    "SELECT string_agg(told, ', ') FROM (SELECT name || ' is ' || pg_get_userbyid(owner) || '''s' AS told FROM ("
    "SELECT relname::text AS name, relowner AS owner FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'S') AND "
    "relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) UNION ALL "
    "SELECT proname || '()', proowner FROM pg_proc WHERE pronamespace = (SELECT oid FROM pg_namespace WHERE nspname = "
    "current_schema())) things WHERE NOT pg_has_role(owner, 'USAGE') ORDER BY name LIMIT 5) t HAVING count(*) > 0";

static bool read_others(void *context, int columns, const char *const *values, struct error *error)
{
    (void)columns;
    (void)error;
    buf_str_add(context, str_from(values[0]));
    return true;
}

bool roles_find_owners(struct database *db, struct buf *others, struct error *error)
{
    return database_query(db, OWNERS, 0, NULL, read_others, others, error) && !others->failed;
}

bool roles_make_login(struct database *db, const char *role, const char *password, bool replace, bool *made,
                      struct error *error)
{
    int64_t there;
    const char *values[] = {role};
    *made = false;
    if (!database_number(db, "SELECT count(*) FROM pg_roles WHERE rolname = $1", 1, values, &there, error))
        return false;
    if (!there && !run(db, "CREATE ROLE %1$I LOGIN", role, error)) return false;
    if (there && !replace) return true;
    return *made = database_set_password(db, role, password, error);
}
