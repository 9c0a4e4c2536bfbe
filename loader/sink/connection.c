#include "sink/connection.h"

#include <errno.h>
#include <libpq-fe.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>

#define LOOK_FIRST 2.0   // seconds until somebody looks why there is no answer, twice as many each time
#define LOOK_LAST  60.0  // at most
#define LOOK_LIMIT 10.0  // for the answer to that

bool connection_set_message(struct error *error, enum error_code code, const char *message)
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

// "COPY paragraphs, line 12, column text" → 12
static uint32_t copy_line(const char *context)
{
    const char *at = context ? strstr(context, ", line ") : NULL;
    return at && strncmp(context, "COPY ", 5) == 0 ? (uint32_t)strtoul(at + 7, NULL, 10) : 0;
}

// libpq's own words, with which a line begins; a server's stand behind ERROR.
static bool lacks_memory(const char *message)
{
    static const char words[] = "out of memory";
    for (; message; message = strchr(message, '\n')) {
        message += *message == '\n';
        if (strncmp(message, words, sizeof words - 1) == 0) return true;
    }
    return false;
}

bool connection_no_memory(struct database *db, struct error *error)
{
    const char *message = PQerrorMessage(db->connection);
    if (*message && !strstr(message, "memory")) return false;  // it may have none to say so
    error_set(error, ERROR_MEMORY, "out of memory");
    return true;
}

bool connection_set_error(struct database *db, const PGresult *result, struct error *error)
{
    const char *primary = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    const char *detail = PQresultErrorField(result, PG_DIAG_MESSAGE_DETAIL);
    const char *hint = PQresultErrorField(result, PG_DIAG_MESSAGE_HINT);
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    if (error->code != ERROR_NONE) return false;
    if (db->silent)
        return error_set(error, ERROR_CONNECTION, "the server doesn't answer, and takes no further connection");
    if (!primary) {
        bool lost = PQstatus(db->connection) != CONNECTION_OK;
        if (!lost && connection_no_memory(db, error)) return false;
        return connection_set_message(error, lost ? ERROR_CONNECTION : ERROR_SERVER, PQerrorMessage(db->connection));
    }
    error_set(error, ERROR_SERVER, "%s%s%s%s%s", primary, detail ? ": " : "", detail ? detail : "", hint ? "; " : "",
              hint ? hint : "");
    if (state) snprintf(error->sqlstate, sizeof error->sqlstate, "%s", state);
    error->line = copy_line(PQresultErrorField(result, PG_DIAG_CONTEXT));
    return false;
}

bool connection_is_good(const PGresult *result)
{
    ExecStatusType status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
}

bool connection_finish(struct database *db, PGresult *result, struct error *error)
{
    bool ok = connection_is_good(result);
    if (!ok) connection_set_error(db, result, error);
    PQclear(result);
    return ok;
}

// Opening ---------------------------------------------------------------------------------------------------------

// What the environment says of it counts.
static bool has_default(const char *keyword)
{
    PQconninfoOption *all = PQconndefaults();
    bool found = false;
    for (const PQconninfoOption *o = all; o && o->keyword; o++)
        found = found || (strcmp(o->keyword, keyword) == 0 && o->val);
    PQconninfoFree(all);
    return found;
}

// A server that is gone without a word is noticed after about a minute: by what it doesn't acknowledge (milliseconds),
// and where there is nothing to acknowledge by probes (seconds). What the user says otherwise in a conninfo string
// counts.
#define NOTICE_GONE                                                                                                    \
    {"tcp_user_timeout", "60000"}, {"keepalives_idle", "30"}, {"keepalives_interval", "10"},                           \
    {                                                                                                                  \
        "keepalives_count", "3"                                                                                        \
    }

enum { PARAMETERS = 12 };

static void fill_parameters(const struct database_options *options, const char *names[PARAMETERS + 1],
                            const char *values[PARAMETERS + 1])
{
    const char *const parameters[PARAMETERS][2] = {NOTICE_GONE,
                                                   {"connect_timeout", has_default("connect_timeout") ? NULL : "10"},
                                                   {"dbname", options->dbname},
                                                   {"host", options->host},
                                                   {"port", options->port},
                                                   {"user", options->user},
                                                   {"password", options->password},
                                                   {"fallback_application_name", "doc2pgsql"},
                                                   {"client_encoding", "UTF8"}};
    for (int i = 0; i < PARAMETERS; i++) {
        names[i] = parameters[i][0];
        values[i] = parameters[i][1];
    }
    names[PARAMETERS] = values[PARAMETERS] = NULL;
}

// A list with commas, begun at another element; NULL without memory. To be freed.
static char *turned(const char *list, int turn)
{
    struct buf out = {0};
    int count = 1;
    for (const char *p = list; *p; p++) count += *p == ',';
    const char *at = list;
    for (int i = 0; i < turn % count; i++) at = strchr(at, ',') + 1;
    size_t before = at > list ? (size_t)(at - list) - 1 : 0;
    buf_str_add(&out, str_from(at));
    if (at > list) buf_printf(&out, ",%.*s", (int)before, list);
    buf_byte(&out, '\0');
    if (!out.failed) return out.p;
    buf_release(&out);
    return NULL;
}

// Of several hosts, wherever they are named, those from the turn's on come first.
static PGconn *open_turned(const struct database_options *options, const char *names[], const char *values[])
{
    enum { LISTS = 3 };
    static const char *const keywords[LISTS] = {"host", "hostaddr", "port"};
    char *lists[LISTS] = {NULL};
    PGconn *said = PQconnectStartParams(names, values, 1);
    PQconninfoOption *all = PQconninfo(said);
    int n = PARAMETERS;
    for (const PQconninfoOption *o = all; o && o->keyword; o++)
        for (int i = 0; i < LISTS; i++)
            if (strcmp(o->keyword, keywords[i]) == 0 && o->val) lists[i] = turned(o->val, options->turn);
    for (int i = 0; i < LISTS; i++) {
        if (!lists[i]) continue;
        names[n] = keywords[i];
        values[n++] = lists[i];
    }
    names[n] = values[n] = NULL;
    PQconninfoFree(all);
    PQfinish(said);
    PGconn *connection = PQconnectdbParams(names, values, 1);
    for (int i = 0; i < LISTS; i++) free(lists[i]);
    return connection;
}

PGconn *connection_open(const struct database_options *options)
{
    const char *names[PARAMETERS + 4], *values[PARAMETERS + 4];
    fill_parameters(options, names, values);
    return options->turn ? open_turned(options, names, values) : PQconnectdbParams(names, values, 1);
}

bool database_tells_password(const char *argument)
{
    const char *host = strstr(argument, "://"), *colon = host ? strchr(host + 3, ':') : NULL;
    return (strstr(argument, "password") && strchr(argument, '=')) || (colon && strchr(colon, '@'));
}

bool database_without_password(const char *dbname, struct buf *name)
{
    PQconninfoOption *all = PQconninfoParse(dbname, NULL);
    for (const PQconninfoOption *o = all; o && o->keyword; o++) {
        if (!o->val || *o->dispchar == '*') continue;  // what is not to be shown
        buf_printf(name, "%s%s='", name->n ? " " : "", o->keyword);
        for (const char *c = o->val; *c; c++) {
            if (strchr("'\\", *c)) buf_byte(name, '\\');
            buf_byte(name, *c);
        }
        buf_byte(name, '\'');
    }
    buf_byte(name, '\0');
    bool ok = all && !name->failed;
    PQconninfoFree(all);
    return ok;
}

// "Too many connections" and "starting up" are answers, too.
static bool answers(const struct database_options *options)
{
    const char *names[PARAMETERS + 1], *values[PARAMETERS + 1];
    fill_parameters(options, names, values);
    return PQpingParams(names, values, 1) != PQPING_NO_RESPONSE;
}

double connection_patience(PGconn *connection)
{
    PQconninfoOption *all = PQconninfo(connection);
    double seconds = 0;
    for (const PQconninfoOption *o = all; o && o->keyword; o++)
        if (strcmp(o->keyword, "tcp_user_timeout") == 0 && o->val) seconds = atof(o->val) / 1000;
    PQconninfoFree(all);
    return seconds;
}

// Waiting ---------------------------------------------------------------------------------------------------------

struct wait {
    double begun, pause;  // seconds
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static const char HOLDERS[] =
    "SELECT string_agg(format('process %s (%s, user %s%s)', pid, coalesce(nullif(application_name, ''), 'no name'), "
    "usename, ', since ' || to_char(xact_start, 'YYYY-MM-DD HH24:MI:SS')), ', ' ORDER BY pid) "
    "FROM pg_stat_activity WHERE pid = ANY (pg_blocking_pids($1::int))";

// The answer to one statement within the limit, on a connection of its own.
static PGresult *ask(PGconn *connection, const char *sql, const char *value)
{
    double end = now() + LOOK_LIMIT;
    if (!PQsendQueryParams(connection, sql, 1, NULL, &value, NULL, NULL, 0)) return NULL;
    while (PQisBusy(connection)) {
        double left = end - now();
        struct pollfd ready = {.fd = PQsocket(connection), .events = POLLIN};
        if (left <= 0 || (poll(&ready, 1, (int)(left * 1000) + 1) > 0 && !PQconsumeInput(connection))) return NULL;
    }
    return PQgetResult(connection);
}

// Another connection tells who holds a lock that ours waits for. False when there is no other one to be had.
static bool look_around(const struct database *db)
{
    char process[16];
    snprintf(process, sizeof process, "%d", db->process);
    PGconn *other = connection_open(db->options);
    bool good = PQstatus(other) == CONNECTION_OK;
    PGresult *result = good ? ask(other, HOLDERS, process) : NULL;
    if (PQntuples(result) == 1 && !PQgetisnull(result, 0, 0) && db->options->waiting)
        db->options->waiting(db->options->waiting_context, PQgetvalue(result, 0, 0));
    PQclear(result);
    PQfinish(other);
    return good || answers(db->options);
}

void connection_give_up(struct database *db)
{
    shutdown(PQsocket(db->connection), SHUT_RDWR);
    while (PQconsumeInput(db->connection)) continue;  // until libpq sees it ended
}

// Until there is something to read, or room to write. False when the server is given up: then the connection is lost.
static bool await(struct database *db, struct wait *wait, bool writing)
{
    struct pollfd ready = {.fd = PQsocket(db->connection), .events = (short)(POLLIN | (writing ? POLLOUT : 0))};
    double patience = db->patience;
    if (wait->pause == 0) *wait = (struct wait){now(), LOOK_FIRST};
    if (patience > 0 && patience < wait->pause) wait->pause = patience;
    int found = poll(&ready, 1, (int)(wait->pause * 1000));
    if (found > 0 || (found < 0 && errno == EINTR)) return true;
    if (!look_around(db) && patience > 0 && now() - wait->begun >= patience) {
        db->silent = true;
        connection_give_up(db);
        return false;
    }
    wait->pause = wait->pause * 2 < LOOK_LAST ? wait->pause * 2 : LOOK_LAST;
    return true;
}

bool connection_flush(struct database *db)
{
    struct wait wait = {0};
    int left;
    while ((left = PQflush(db->connection)) > 0)
        if (!await(db, &wait, true) || !PQconsumeInput(db->connection)) return false;
    return left == 0;
}

PGresult *connection_next_result(struct database *db)
{
    struct wait wait = {0};
    while (PQisBusy(db->connection)) {
        // libpq that had none for the end of a pipeline, which has come, goes on waiting for it
        if (lacks_memory(PQerrorMessage(db->connection))) connection_give_up(db);
        if (database_is_lost(db) || !await(db, &wait, false) || !PQconsumeInput(db->connection)) break;
    }
    return PQgetResult(db->connection);
}

PGresult *connection_result(struct database *db, bool sent)
{
    PGresult *last = NULL;
    if (sent) connection_flush(db);
    for (PGresult *result; sent && (result = connection_next_result(db)); last = result) {
        PQclear(last);
        ExecStatusType status = PQresultStatus(result);
        if (status == PGRES_COPY_IN || status == PGRES_COPY_OUT || PQstatus(db->connection) != CONNECTION_OK)
            return result;
    }
    return last;
}

int connection_copy_row(struct database *db, char **row)
{
    struct wait wait = {0};
    int n;
    while ((n = PQgetCopyData(db->connection, row, 1)) == 0)
        if (!await(db, &wait, false) || !PQconsumeInput(db->connection)) return -2;
    return n;
}
