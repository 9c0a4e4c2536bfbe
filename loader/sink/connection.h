// What the files database*.c share, and nobody else: libpq's connection, its transactions, and waiting for the server.
#ifndef SINK_CONNECTION_H
#define SINK_CONNECTION_H

#include "sink/database.h"

// of libpq-fe.h
typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;

#define SETTINGS_MAX 4   // of database_set at a time
#define PREPARED_MAX 16  // statements of a connection

struct database {
    PGconn *connection;
    const struct database_options *options;
    char *schema;                                                           // from PQescapeIdentifier
    char internal[2 * DATABASE_SCHEMA_MAX + sizeof DATABASE_INTERNAL + 2];  // that beside it
    char path[4 * DATABASE_SCHEMA_MAX + sizeof DATABASE_INTERNAL + 8];      // both, to be searched
    int process;      // of the server that serves us: with `pooled`, in this transaction
    bool pooled;      // a pooler is in between, and the session may be another one in each transaction
    double patience;  // seconds for which a server may be silent; 0: for ever
    bool silent;      // given up, for the server did not answer
    const struct database_setting *settings[SETTINGS_MAX];  // with `pooled`: of each transaction
    struct prepared {
        const char *name, *sql;
    } prepared[PREPARED_MAX];  // with `pooled`: sent whole each time
    int prepared_count;
    struct database *holder;  // with `pooled`: holds a lock in a transaction of its own; the next lock hangs on it
};

// A connection as the options say, good or bad; NULL without memory. To be ended by PQfinish.
PGconn *connection_open(const struct database_options *options);

// How long a server may be silent, in seconds: what TCP is told. It alone does not notice a frozen process, for which
// its system goes on acknowledging, nor is there TCP on a Unix socket. 0: for ever.
double connection_patience(PGconn *connection);

// What is queued is sent. False when the connection is lost.
bool connection_flush(struct database *db);

// As PQgetResult and, after something was sent, as PQexec: but a server that is gone is noticed, and who holds a lock
// that is waited for is told. The last result's status says what became of it.
PGresult *connection_next_result(struct database *db);
PGresult *connection_result(struct database *db, bool sent);

// Ends a connection of which one side waits for what will not come, for libpq had no memory to send or to take it. What
// was begun on it is undone.
void connection_give_up(struct database *db);

// Whether libpq's last call failed for want of memory: then error says so.
bool connection_no_memory(struct database *db, struct error *error);

// The next row of a COPY … TO STDOUT, as PQgetCopyData says it.
int connection_copy_row(struct database *db, char **row);

// Where the session may be another one the next time: a transaction, unless there is one. *own says whether it was
// begun here; the end, with it, hands on the result, or that of a COMMIT that failed in its place.
bool connection_begin(struct database *db, bool *own, struct error *error);
PGresult *connection_end(struct database *db, bool own, PGresult *result);

bool connection_is_good(const PGresult *result);

// Sets error from the server's words; returns false. connection_finish clears the result, too, and returns whether it
// was good.
bool connection_set_error(struct database *db, const PGresult *result, struct error *error);
bool connection_finish(struct database *db, PGresult *result, struct error *error);

// libpq's message, its lines as one; returns false.
bool connection_set_message(struct error *error, enum error_code code, const char *message);

#endif
