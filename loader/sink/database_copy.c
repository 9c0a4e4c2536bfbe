#include "sink/connection.h"

#include <libpq-fe.h>

// libpq keeps what it is given until it is sent; pieces keep that small.
#define COPY_PIECE (256 * 1024)

// Success is PGRES_COMMAND_OK followed by NULL, nothing less. The first result that is something else, or the last one.
static PGresult *end_results(struct database *db)
{
    PGresult *kept = NULL;
    for (PGresult *result; (result = connection_next_result(db));) {
        if (kept && PQresultStatus(kept) != PGRES_COMMAND_OK) PQclear(result);
        else {
            PQclear(kept);
            kept = result;
        }
        if (PQstatus(db->connection) != CONNECTION_OK) break;
    }
    return kept;
}

static bool end_copy(struct database *db, bool own, struct error *error)
{
    PGresult *result = end_results(db);
    bool ok = PQresultStatus(result) == PGRES_COMMAND_OK;
    if (!ok) connection_set_error(db, result, error);
    return connection_finish(db, connection_end(db, own, result), error) && ok;
}

static bool begin_copy(struct database *db, const char *copy, ExecStatusType wanted, bool *own, struct error *error)
{
    if (!connection_begin(db, own, error)) return false;
    PGresult *result = connection_result(db, PQsendQuery(db->connection, copy));
    if (PQresultStatus(result) == wanted) {
        PQclear(result);
        return true;
    }
    connection_set_error(db, result, error);
    PQclear(connection_end(db, *own, result));
    return false;
}

bool database_copy(struct database *db, const char *copy, struct str data, struct error *error)
{
    bool own;
    if (!begin_copy(db, copy, PGRES_COPY_IN, &own, error)) return false;
    bool whole = true;
    for (size_t at = 0; at < data.n && whole; at += COPY_PIECE) {
        size_t n = data.n - at < COPY_PIECE ? data.n - at : COPY_PIECE;
        whole = PQputCopyData(db->connection, data.p + at, (int)n) == 1 && connection_flush(db);
    }
    // with NULL the server takes what it has for all; where the connection is lost its own words come with the result
    bool ended = (whole || !connection_no_memory(db, error)) &&
                 PQputCopyEnd(db->connection, whole ? NULL : "not all rows could be sent") == 1;
    if (!ended && connection_no_memory(db, error)) connection_give_up(db);
    connection_flush(db);
    return end_copy(db, own, error);
}

bool database_copy_out(struct database *db, const char *copy, struct buf *data, struct error *error)
{
    bool own;
    char *row;
    int n;
    if (!begin_copy(db, copy, PGRES_COPY_OUT, &own, error)) return false;
    for (; (n = connection_copy_row(db, &row)) > 0; PQfreemem(row)) buf_add(data, row, (size_t)n);
    if (n < -1 && connection_no_memory(db, error)) connection_give_up(db);
    return end_copy(db, own, error) && (!data->failed || error_set(error, ERROR_MEMORY, "out of memory"));
}
