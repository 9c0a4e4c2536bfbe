#include "sink/connection.h"

#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>

#define COLUMNS_MAX    64
#define SETTINGS_TRIES 20
#define PARAMETERS_MAX 8  // of prepared statements

static void ignore_notice(void *context, const PGresult *result)
{
    (void)context;
    (void)result;
}

// Our SQL is written with standard strings. Time-outs that a role or a database has are meant for questions; the last
// one is known from PostgreSQL 17 on. Behind a pooler, whose process is another one than it says, nothing of it may
// stay with the session. On a cluster a question opens further connections to a node, whose sessions know nothing yet,
// once it has taken a second, not ten milliseconds: short ones cost a sixth to a third less.
#define POOLED "pg_backend_pid() <> $2::int"
static const char SETTINGS[] =
    "SELECT pg_backend_pid(), set_config('search_path', $1, " POOLED
    "), set_config('standard_conforming_strings', 'on', " POOLED "), set_config('statement_timeout', '0', " POOLED
    "), set_config('lock_timeout', '0', " POOLED "), set_config('idle_in_transaction_session_timeout', '0', " POOLED
    "), set_config('idle_session_timeout', '0', " POOLED
    "), set_config('citus.executor_slow_start_interval', '1000', " POOLED
    "), CASE WHEN current_setting('transaction_timeout', true) IS NOT NULL "
    "THEN set_config('transaction_timeout', '0', " POOLED ") END";

#define OLDEST 140000  // PostgreSQL 14

// What the tables and functions need.
static bool check_server(const struct database *db, struct error *error)
{
    int version = PQserverVersion(db->connection);
    const char *encoding = PQparameterStatus(db->connection, "server_encoding");
    if (version < OLDEST)
        return error_set(error, ERROR_SERVER, "the server is PostgreSQL %d.%d, and doc2pgsql needs %d or later",
                         version / 10000, version % 10000, OLDEST / 10000);
    if (encoding && strcmp(encoding, "UTF8") != 0)
        return error_set(error, ERROR_SERVER,
                         "the database \"%s\" has the encoding %s, and doc2pgsql needs UTF8: make another one with "
                         "createdb --encoding=UTF8 --template=template0",
                         PQdb(db->connection), encoding);
    return true;
}

// What is asked comes first, so that what is made is made there.
static bool name_schemas(struct database *db, struct error *error)
{
    const char *schema = db->options->schema;
    if (!db->schema) db->schema = PQescapeIdentifier(db->connection, schema, strlen(schema));
    if (!db->schema) return error_set(error, ERROR_USAGE, "\"%s\" is no name for a schema", schema);
    int unclosed = (int)strlen(db->schema) - 1;
    snprintf(db->internal, sizeof db->internal, "%.*s" DATABASE_INTERNAL "\"", unclosed, db->schema);
    snprintf(db->path, sizeof db->path, "%s, %s", db->schema, db->internal);
    return true;
}

static bool set_up(struct database *db, struct error *error)
{
    int64_t serves;
    char process[16];
    if (!check_server(db, error)) return false;
    if (!name_schemas(db, error)) return false;
    PQsetNoticeReceiver(db->connection, ignore_notice, NULL);
    PQsetnonblocking(db->connection, 1);
    db->process = PQbackendPID(db->connection);
    db->patience = connection_patience(db->connection);
    db->pooled = db->silent = false;
    db->prepared_count = 0;
    memset(db->settings, 0, sizeof db->settings);
    snprintf(process, sizeof process, "%d", db->process);
    const char *values[] = {db->path, process};
    for (int i = 1; !database_number(db, SETTINGS, 2, values, &serves, error); i++) {
        // the role's own statement_timeout struck what lifts it, and what is read then is in the cache the next time
        if (i == SETTINGS_TRIES || strcmp(error->sqlstate, "57014") != 0) return false;
        *error = (struct error){0};
    }
    db->pooled = serves != db->process;
    return true;
}

struct database *database_connect(const struct database_options *options, bool *needs_password, struct error *error)
{
    if (needs_password) *needs_password = false;
    struct database *db = calloc(1, sizeof *db);
    if (!db) {
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    db->options = options;
    db->connection = connection_open(options);
    if (PQstatus(db->connection) != CONNECTION_OK) {
        if (needs_password) *needs_password = PQconnectionNeedsPassword(db->connection);
        connection_set_message(error, ERROR_CONNECTION,
                               db->connection ? PQerrorMessage(db->connection) : "out of memory");
        database_close(db);
        return NULL;
    }
    if (!set_up(db, error)) {
        database_close(db);
        return NULL;
    }
    return db;
}

void database_close(struct database *db)
{
    if (!db) return;
    database_close(db->holder);
    PQfreemem(db->schema);
    PQfinish(db->connection);
    free(db);
}

bool database_is_lost(const struct database *db)
{
    return PQstatus(db->connection) != CONNECTION_OK;
}

bool database_reconnect(struct database *db, struct error *error)
{
    database_close(db->holder);
    db->holder = NULL;
    PQreset(db->connection);
    if (database_is_lost(db)) return connection_set_message(error, ERROR_CONNECTION, PQerrorMessage(db->connection));
    return set_up(db, error);
}

bool database_is_pooled(const struct database *db)
{
    return db->pooled;
}

const char *database_schema(const struct database *db)
{
    return db->schema;
}

const char *database_internal(const struct database *db)
{
    return db->internal;
}

// Statements ------------------------------------------------------------------------------------------------------

#define BEGINS(sql, word) str_starts(str_from(sql), STR(word))

static PGresult *exec(struct database *db, const char *sql)
{
    bool sent = PQsendQuery(db->connection, sql) == 1;
    if (!sent && BEGINS(sql, "ROLLBACK")) connection_give_up(db);  // the next COMMIT would be of this transaction, too
    return connection_result(db, sent);
}

// What every transaction of a session that may be another one begins with.
static bool begin_pooled(struct database *db, struct error *error)
{
    const char *values[] = {db->path, "0"};  // no process's number: the settings are of the transaction
    struct buf sql = {0};
    buf_str_add(&sql, str_from(SETTINGS));
    for (int i = 0; i < SETTINGS_MAX; i++)
        for (const struct database_setting *s = db->settings[i]; s && s->name; s++)
            buf_printf(&sql, ", set_config('%s', '%s', true)", s->name, s->value);
    buf_byte(&sql, '\0');
    if (!connection_finish(db, exec(db, "BEGIN"), error)) {
        buf_release(&sql);
        return false;
    }
    bool sent = !sql.failed && PQsendQueryParams(db->connection, sql.p, 2, NULL, values, NULL, NULL, 0);
    PGresult *result = connection_result(db, sent);
    if (sql.failed) error_set(error, ERROR_MEMORY, "out of memory");
    if (PQntuples(result) == 1) db->process = atoi(PQgetvalue(result, 0, 0));
    buf_release(&sql);
    return connection_finish(db, result, error);
}

bool connection_begin(struct database *db, bool *own, struct error *error)
{
    *own = db->pooled && PQtransactionStatus(db->connection) == PQTRANS_IDLE;
    return !*own || begin_pooled(db, error);
}

PGresult *connection_end(struct database *db, bool own, PGresult *result)
{
    if (!own || database_is_lost(db)) return result;
    bool good = connection_is_good(result);
    PGresult *end = exec(db, good ? "COMMIT" : "ROLLBACK");
    if (!good || connection_is_good(end)) {
        PQclear(end);
        return result;
    }
    PQclear(result);
    return end;
}

bool database_exec(struct database *db, const char *sql, struct error *error)
{
    bool own = false;
    bool bare = BEGINS(sql, "COMMIT") || BEGINS(sql, "ROLLBACK") || BEGINS(sql, "BEGIN");
    if (db->pooled && BEGINS(sql, "BEGIN")) return begin_pooled(db, error);
    if (!bare && !connection_begin(db, &own, error)) return false;
    return connection_finish(db, connection_end(db, own, exec(db, sql)), error);
}

static PGresult *run(struct database *db, const char *sql, int count, const char *const *values, struct error *error)
{
    bool own;
    if (!connection_begin(db, &own, error)) return NULL;
    bool sent = PQsendQueryParams(db->connection, sql, count, NULL, values, NULL, NULL, 0);
    return connection_end(db, own, connection_result(db, sent));
}

bool database_run(struct database *db, const char *sql, int count, const char *const *values, int64_t *affected,
                  struct error *error)
{
    PGresult *result = run(db, sql, count, values, error);
    if (affected && connection_is_good(result)) *affected = strtoll(PQcmdTuples(result), NULL, 10);
    return connection_finish(db, result, error);
}

bool database_set_password(struct database *db, const char *role, const char *password, struct error *error)
{
    char *encrypted = PQencryptPasswordConn(db->connection, password, role, "scram-sha-256");
    char *literal = encrypted ? PQescapeLiteral(db->connection, encrypted, strlen(encrypted)) : NULL;
    char *name = PQescapeIdentifier(db->connection, role, strlen(role));
    struct buf sql = {0};
    if (literal && name) buf_printf(&sql, "ALTER ROLE %s PASSWORD %s", name, literal);
    buf_byte(&sql, '\0');
    bool ok = sql.n > 1 && !sql.failed ? database_exec(db, sql.p, error)
                                       : connection_set_message(error, ERROR_SERVER, PQerrorMessage(db->connection));
    buf_release(&sql);
    PQfreemem(encrypted);
    PQfreemem(literal);
    PQfreemem(name);
    return ok;
}

void database_array_text(struct buf *array, struct str element)
{
    buf_byte(array, array->n ? ',' : '{');
    if (!element.p) {
        buf_str_add(array, STR("NULL"));
        return;
    }
    buf_byte(array, '"');
    for (size_t i = 0; i < element.n; i++) {
        if (element.p[i] == '"' || element.p[i] == '\\') buf_byte(array, '\\');
        buf_byte(array, element.p[i]);
    }
    buf_byte(array, '"');
}

void database_array_end(struct buf *array)
{
    buf_str_add(array, array->n ? STR("}") : STR("{}"));
    buf_byte(array, '\0');
}

bool database_query(struct database *db, const char *sql, int count, const char *const *values, database_row_fn *row,
                    void *context, struct error *error)
{
    PGresult *result = run(db, sql, count, values, error);
    const char *fields[COLUMNS_MAX];
    bool ok = connection_is_good(result);
    int columns = PQnfields(result) < COLUMNS_MAX ? PQnfields(result) : COLUMNS_MAX;
    for (int i = 0; ok && i < PQntuples(result); i++) {
        for (int j = 0; j < columns; j++) fields[j] = PQgetisnull(result, i, j) ? NULL : PQgetvalue(result, i, j);
        ok = row(context, columns, fields, error);
    }
    if (ok || !connection_is_good(result)) return connection_finish(db, result, error);
    PQclear(result);
    return false;
}

static bool read_number(void *context, int columns, const char *const *values, struct error *error)
{
    (void)columns;
    (void)error;
    if (values[0]) *(int64_t *)context = strtoll(values[0], NULL, 10);
    return true;
}

bool database_number(struct database *db, const char *sql, int count, const char *const *values, int64_t *number,
                     struct error *error)
{
    *number = 0;
    return database_query(db, sql, count, values, read_number, number, error);
}

bool database_prepare(struct database *db, const char *name, const char *sql, struct error *error)
{
    if (db->prepared_count == PREPARED_MAX) return error_set(error, ERROR_INTERNAL, "too many prepared statements");
    db->prepared[db->prepared_count++] = (struct prepared){name, sql};
    return db->pooled ||
           connection_finish(db, connection_result(db, PQsendPrepare(db->connection, name, sql, 0, NULL)), error);
}

int64_t database_int64(struct str value)
{
    uint64_t v;
    memcpy(&v, value.p, sizeof v);
    return (int64_t)__builtin_bswap64(v);
}

int32_t database_int32(struct str value)
{
    uint32_t v;
    memcpy(&v, value.p, sizeof v);
    return (int32_t)__builtin_bswap32(v);
}

bool database_unprepare(struct database *db, struct error *error)
{
    db->prepared_count = 0;
    return db->pooled || database_exec(db, "DEALLOCATE ALL", error);
}

static const char *sql_of(const struct database *db, const char *name)
{
    int i = 0;
    while (i < db->prepared_count && strcmp(db->prepared[i].name, name) != 0) i++;
    return i < db->prepared_count ? db->prepared[i].sql : "";
}

bool database_answer(struct database *db, const char *name, int count, const struct str *values,
                     struct database_answer *answer, struct error *error)
{
    const char *starts[PARAMETERS_MAX];
    int lengths[PARAMETERS_MAX], binary[PARAMETERS_MAX];
    for (int i = 0; i < count; i++) {
        starts[i] = values[i].p;
        lengths[i] = (int)values[i].n;
        binary[i] = 1;
    }
    database_answer_release(answer);
    bool own, sent;
    if (!connection_begin(db, &own, error)) return false;
    if (db->pooled) sent = PQsendQueryParams(db->connection, sql_of(db, name), count, NULL, starts, lengths, binary, 1);
    else sent = PQsendQueryPrepared(db->connection, name, count, starts, lengths, binary, 1);
    PGresult *result = connection_end(db, own, connection_result(db, sent));
    if (!connection_is_good(result)) return connection_finish(db, result, error);
    answer->result = result;
    return true;
}

bool database_answer_next(struct database_answer *answer, struct str *values)
{
    PGresult *result = answer->result;
    int row = answer->row;
    if (row >= PQntuples(result)) return false;
    answer->row++;
    for (int i = 0; i < PQnfields(result); i++)
        values[i] = PQgetisnull(result, row, i)
                        ? STR_NULL
                        : (struct str){PQgetvalue(result, row, i), (size_t)PQgetlength(result, row, i)};
    return true;
}

void database_answer_release(struct database_answer *answer)
{
    PQclear(answer->result);
    *answer = (struct database_answer){0};
}

bool database_query_prepared(struct database *db, const char *name, int count, const struct str *values,
                             database_binary_fn *row, void *context, struct error *error)
{
    struct database_answer answer = {0};
    struct str fields[COLUMNS_MAX];
    bool ok = database_answer(db, name, count, values, &answer, error);
    while (ok && database_answer_next(&answer, fields)) ok = row(context, fields, error);
    database_answer_release(&answer);
    return ok;
}

// Of the session --------------------------------------------------------------------------------------------------

static bool run_settings(struct database *db, const struct database_setting *settings, bool set, struct error *error)
{
    struct buf sql = {0};
    for (const struct database_setting *s = settings; s->name; s++) {
        buf_str_add(&sql, sql.n ? STR(", ") : STR("SELECT "));
        if (set) buf_printf(&sql, "set_config('%s', '%s', false)", s->name, s->value);
        else buf_printf(&sql, "set_config('%s', NULL, false)", s->name);
    }
    buf_byte(&sql, '\0');
    bool ok = sql.failed ? error_set(error, ERROR_MEMORY, "out of memory") : database_exec(db, sql.p, error);
    buf_release(&sql);
    return ok;
}

static bool replace_settings(struct database *db, const struct database_setting *old,
                             const struct database_setting *new)
{
    int i = 0;
    while (i < SETTINGS_MAX && db->settings[i] != old) i++;
    if (i < SETTINGS_MAX) db->settings[i] = new;
    return i < SETTINGS_MAX;
}

bool database_set(struct database *db, const struct database_setting *settings, struct error *error)
{
    if (!db->pooled) return run_settings(db, settings, true, error);
    return replace_settings(db, settings, settings) || replace_settings(db, NULL, settings) ||
           error_set(error, ERROR_INTERNAL, "too many settings");
}

bool database_reset(struct database *db, const struct database_setting *settings, struct error *error)
{
    if (!db->pooled) return run_settings(db, settings, false, error);
    replace_settings(db, settings, NULL);
    return true;
}

bool database_hold(struct database *db, const char *lock, bool shared, struct error *error)
{
    char sql[256];
    snprintf(sql, sizeof sql, "SELECT pg_advisory_%slock%s(%s)", db->pooled ? "xact_" : "", shared ? "_shared" : "",
             lock);
    if (!db->pooled) return database_exec(db, sql, error);
    struct database *holder = database_connect(db->options, NULL, error);
    if (!holder || !database_exec(holder, "BEGIN", error) || !database_exec(holder, sql, error)) {
        database_close(holder);
        return false;
    }
    holder->holder = db->holder;
    db->holder = holder;
    return true;
}

void database_let_go(struct database *db, const char *lock)
{
    char sql[256];
    struct error ignored = {0};  // a connection that is lost has lost its locks
    snprintf(sql, sizeof sql, "SELECT pg_advisory_unlock(%s)", lock);
    if (!db->pooled) {
        database_exec(db, sql, &ignored);
        return;
    }
    struct database *holder = db->holder;
    if (!holder) return;
    db->holder = holder->holder;
    holder->holder = NULL;
    database_close(holder);
}
