#include "sink/connection.h"
#include "sink/sql_script.h"

#include <libpq-fe.h>
#include <stdlib.h>

#define AHEAD 64  // statements that are sent before their results are read

// The results of what was sent, a NULL behind each, and the end of the transaction that it is where there is none.
// Behind a statement that failed the server passes over the others. Behind an error of its own libpq miscounts them.
static bool read_results(struct database *db, struct error *error)
{
    if (PQpipelineSync(db->connection) != 1) {
        connection_give_up(db);  // nothing that was sent would be answered
        return error_set(error, ERROR_MEMORY, "out of memory");
    }
    bool ok = connection_flush(db), end = false;
    for (int none = 0; none < 2 && !end && !database_is_lost(db);) {
        PGresult *result = connection_next_result(db);
        ExecStatusType status = PQresultStatus(result);
        none = result ? 0 : none + 1;
        end = status == PGRES_PIPELINE_SYNC;
        if (result && !end && status != PGRES_PIPELINE_ABORTED && !connection_is_good(result)) {
            ok = connection_set_error(db, result, error);
            if (!PQresultErrorField(result, PG_DIAG_SQLSTATE)) connection_give_up(db);
        }
        PQclear(result);
    }
    return (ok && end && !database_is_lost(db)) || connection_set_error(db, NULL, error);
}

static bool send(struct database *db, struct str statement)
{
    char *text = strndup(statement.p, statement.n);
    bool sent = text && PQsendQueryParams(db->connection, text, 0, NULL, NULL, NULL, NULL, 0) == 1;
    free(text);
    return sent;
}

static bool run(struct database *db, struct str script, struct error *error)
{
    struct str statement;
    bool ok = PQenterPipelineMode(db->connection) == 1, more = ok;
    while (ok && more) {
        int sent = 0;
        while (ok && sent < AHEAD && (more = sql_script_next(&script, &statement))) {
            ok = send(db, statement);
            sent += ok;
        }
        ok = read_results(db, error) && ok;
    }
    PQexitPipelineMode(db->connection);
    return ok || connection_set_error(db, NULL, error);
}

bool database_script(struct database *db, struct str script, struct error *error)
{
    struct error ignored = {0};
    bool own = PQtransactionStatus(db->connection) == PQTRANS_IDLE;
    if (own && !database_exec(db, "BEGIN", error)) return false;
    if (!run(db, script, error)) {
        if (own) database_exec(db, "ROLLBACK", &ignored);
        return false;
    }
    return !own || database_exec(db, "COMMIT", error);
}
