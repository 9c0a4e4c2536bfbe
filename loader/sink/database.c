#include "sink/database.h"

#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>

// libpq sends what it is given in one go; pieces keep its own buffer small.
#define COPY_PIECE     (256 * 1024)
#define COLUMNS_MAX    64
#define PARAMETERS_MAX 8  // of prepared statements

struct database {
    PGconn *connection;
    char *schema;      // from PQescapeIdentifier
    const char *name;  // of the schema, as it was given
};

static void ignore_notice(void *context, const PGresult *result)
{
    (void)context;
    (void)result;
}

// libpq's message, its lines as one.
static bool set_message(struct error *error, enum error_code code, const char *message)
{
    struct buf line = {0};
    for (const char *p = message; *p; p += strspn(p, "\n\t ")) {
        size_t n = strcspn(p, "\n");
        buf_printf(&line, "%s%.*s", line.n ? "; " : "", (int)n, p);
        p += n;
    }
    error_set(error, code, "%.*s", STR_ARG(buf_str(&line)));
    buf_release(&line);
    return false;
}

// Our SQL is written with standard strings. Time-outs that a role or a database has are meant for questions; the last
// one is known from PostgreSQL 17 on.
static const char SETTINGS[] =
    "SELECT set_config('search_path', $1, false), set_config('standard_conforming_strings', 'on', false), "
    "set_config('statement_timeout', '0', false), "
    "set_config('lock_timeout', '0', false), set_config('idle_in_transaction_session_timeout', '0', false), "
    "set_config('idle_session_timeout', '0', false), CASE WHEN current_setting('transaction_timeout', true) IS NOT "
    "NULL "
    "THEN set_config('transaction_timeout', '0', false) END";

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

static bool set_up(struct database *db, struct error *error)
{
    if (!check_server(db, error)) return false;
    if (!db->schema) db->schema = PQescapeIdentifier(db->connection, db->name, strlen(db->name));
    if (!db->schema) return error_set(error, ERROR_USAGE, "\"%s\" is no name for a schema", db->name);
    const char *path[] = {db->schema};
    PQsetNoticeReceiver(db->connection, ignore_notice, NULL);
    return database_run(db, SETTINGS, 1, path, NULL, error);
}

// A server that is gone without a word is noticed after about a minute: by what it doesn't acknowledge (milliseconds),
// and where there is nothing to acknowledge by probes (seconds). What the user says otherwise in a conninfo string
// counts.
#define NOTICE_GONE                                                                                                    \
    {"tcp_user_timeout", "60000"}, {"keepalives_idle", "30"}, {"keepalives_interval", "10"},                           \
    {                                                                                                                  \
        "keepalives_count", "3"                                                                                        \
    }

struct database *database_connect(const struct database_options *options, bool *needs_password, struct error *error)
{
    const char *const parameters[][2] = {NOTICE_GONE,
                                         {"dbname", options->dbname},
                                         {"host", options->host},
                                         {"port", options->port},
                                         {"user", options->user},
                                         {"password", options->password},
                                         {"fallback_application_name", "doc2pgsql"},
                                         {"client_encoding", "UTF8"}};
    enum { COUNT = sizeof parameters / sizeof *parameters };
    const char *names[COUNT + 1] = {0}, *values[COUNT + 1] = {0};
    for (int i = 0; i < COUNT; i++) {
        names[i] = parameters[i][0];
        values[i] = parameters[i][1];
    }
    if (needs_password) *needs_password = false;
    struct database *db = calloc(1, sizeof *db);
    if (!db) {
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    db->connection = PQconnectdbParams(names, values, 1);
    if (PQstatus(db->connection) != CONNECTION_OK) {
        if (needs_password) *needs_password = PQconnectionNeedsPassword(db->connection);
        set_message(error, ERROR_CONNECTION, db->connection ? PQerrorMessage(db->connection) : "out of memory");
        database_close(db);
        return NULL;
    }
    db->name = options->schema;
    if (!set_up(db, error)) {
        database_close(db);
        return NULL;
    }
    return db;
}

void database_close(struct database *db)
{
    if (!db) return;
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
    PQreset(db->connection);
    if (database_is_lost(db)) return set_message(error, ERROR_CONNECTION, PQerrorMessage(db->connection));
    return set_up(db, error);
}

int database_process(const struct database *db)
{
    return PQbackendPID(db->connection);
}

const char *database_schema(const struct database *db)
{
    return db->schema;
}

// "COPY paragraphs, line 12, column text" → 12
static uint32_t copy_line(const char *context)
{
    const char *at = context ? strstr(context, ", line ") : NULL;
    return at && strncmp(context, "COPY ", 5) == 0 ? (uint32_t)strtoul(at + 7, NULL, 10) : 0;
}

static bool set_server_error(struct database *db, const PGresult *result, struct error *error)
{
    const char *primary = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    const char *detail = PQresultErrorField(result, PG_DIAG_MESSAGE_DETAIL);
    const char *hint = PQresultErrorField(result, PG_DIAG_MESSAGE_HINT);
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    if (error->code != ERROR_NONE) return false;
    if (!primary) {
        bool lost = PQstatus(db->connection) != CONNECTION_OK;
        return set_message(error, lost ? ERROR_CONNECTION : ERROR_SERVER, PQerrorMessage(db->connection));
    }
    error_set(error, ERROR_SERVER, "%s%s%s%s%s", primary, detail ? ": " : "", detail ? detail : "", hint ? "; " : "",
              hint ? hint : "");
    if (state) snprintf(error->sqlstate, sizeof error->sqlstate, "%s", state);
    error->line = copy_line(PQresultErrorField(result, PG_DIAG_CONTEXT));
    return false;
}

static bool is_good(const PGresult *result)
{
    ExecStatusType status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
}

static bool finish(struct database *db, PGresult *result, struct error *error)
{
    bool ok = is_good(result);
    if (!ok) set_server_error(db, result, error);
    PQclear(result);
    return ok;
}

bool database_exec(struct database *db, const char *sql, struct error *error)
{
    return finish(db, PQexec(db->connection, sql), error);
}

bool database_exec_str(struct database *db, struct str sql, struct error *error)
{
    char *text = strndup(sql.p, sql.n);
    if (!text) return error_set(error, ERROR_MEMORY, "out of memory");
    bool ok = database_exec(db, text, error);
    free(text);
    return ok;
}

bool database_run(struct database *db, const char *sql, int count, const char *const *values, int64_t *affected,
                  struct error *error)
{
    PGresult *result = PQexecParams(db->connection, sql, count, NULL, values, NULL, NULL, 0);
    if (affected && is_good(result)) *affected = strtoll(PQcmdTuples(result), NULL, 10);
    return finish(db, result, error);
}

bool database_set_password(struct database *db, const char *role, const char *password, struct error *error)
{
    char *encrypted = PQencryptPasswordConn(db->connection, password, role, "scram-sha-256");
    char *literal = encrypted ? PQescapeLiteral(db->connection, encrypted, strlen(encrypted)) : NULL;
    char *name = PQescapeIdentifier(db->connection, role, strlen(role));
    struct buf sql = {0};
    if (literal && name) buf_printf(&sql, "ALTER ROLE %s PASSWORD %s", name, literal);
    bool ok = sql.n && !sql.failed ? database_exec_str(db, buf_str(&sql), error)
                                   : set_message(error, ERROR_SERVER, PQerrorMessage(db->connection));
    buf_release(&sql);
    PQfreemem(encrypted);
    PQfreemem(literal);
    PQfreemem(name);
    return ok;
}

void database_array_text(struct buf *array, struct str element)
{
    buf_byte(array, array->n ? ',' : '{');
    buf_byte(array, '"');
    for (size_t i = 0; i < element.n; i++) {
        if (element.p[i] == '"' || element.p[i] == '\\') buf_byte(array, '\\');
        buf_byte(array, element.p[i]);
    }
    buf_byte(array, '"');
}

bool database_query(struct database *db, const char *sql, int count, const char *const *values, database_row_fn *row,
                    void *context, struct error *error)
{
    PGresult *result = PQexecParams(db->connection, sql, count, NULL, values, NULL, NULL, 0);
    const char *fields[COLUMNS_MAX];
    bool ok = is_good(result);
    int columns = PQnfields(result) < COLUMNS_MAX ? PQnfields(result) : COLUMNS_MAX;
    for (int i = 0; ok && i < PQntuples(result); i++) {
        for (int j = 0; j < columns; j++) fields[j] = PQgetisnull(result, i, j) ? NULL : PQgetvalue(result, i, j);
        ok = row(context, columns, fields, error);
    }
    if (ok || !is_good(result)) return finish(db, result, error);
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
    return finish(db, PQprepare(db->connection, name, sql, 0, NULL), error);
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
    PGresult *result = PQexecPrepared(db->connection, name, count, starts, lengths, binary, 1);
    if (!is_good(result)) return finish(db, result, error);
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

// Success is PGRES_COMMAND_OK followed by NULL, nothing less.
static bool end_results(struct database *db, bool ok, struct error *error)
{
    for (PGresult *result; (result = PQgetResult(db->connection));) {
        if (PQresultStatus(result) != PGRES_COMMAND_OK) ok = set_server_error(db, result, error);
        PQclear(result);
        if (PQstatus(db->connection) != CONNECTION_OK) break;
    }
    return ok;
}

static bool end_copy(struct database *db, const char *cancel, struct error *error)
{
    if (PQputCopyEnd(db->connection, cancel) != 1) set_message(error, ERROR_CONNECTION, PQerrorMessage(db->connection));
    return end_results(db, error->code == ERROR_NONE, error);
}

static bool begin_copy(struct database *db, const char *copy, ExecStatusType wanted, struct error *error)
{
    PGresult *result = PQexec(db->connection, copy);
    bool ok = PQresultStatus(result) == wanted || set_server_error(db, result, error);
    PQclear(result);
    return ok;
}

bool database_copy(struct database *db, const char *copy, struct str data, struct error *error)
{
    if (!begin_copy(db, copy, PGRES_COPY_IN, error)) return false;
    for (size_t at = 0; at < data.n; at += COPY_PIECE) {
        size_t n = data.n - at < COPY_PIECE ? data.n - at : COPY_PIECE;
        // on failure the server's own words come with the result
        if (PQputCopyData(db->connection, data.p + at, (int)n) != 1) break;
    }
    return end_copy(db, NULL, error);
}

bool database_copy_out(struct database *db, const char *copy, struct buf *data, struct error *error)
{
    char *row;
    if (!begin_copy(db, copy, PGRES_COPY_OUT, error)) return false;
    for (int n; (n = PQgetCopyData(db->connection, &row, 0)) > 0; PQfreemem(row)) buf_add(data, row, (size_t)n);
    return end_results(db, true, error) && (!data->failed || error_set(error, ERROR_MEMORY, "out of memory"));
}
