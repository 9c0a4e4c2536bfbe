// A connection to PostgreSQL (libpq): connect, run statements, COPY. Not shared between threads.
#ifndef SINK_DATABASE_H
#define SINK_DATABASE_H

#include "base/buf.h"
#include "base/error.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

// What nobody asks, bookkeeping and helper functions, lies in the schema with this behind its name
// (schema/033_internal.sql), which PostgreSQL cuts off at 63 bytes.
#define DATABASE_INTERNAL   "_internal"
#define DATABASE_SCHEMA_MAX (64 - sizeof DATABASE_INTERNAL)

// As psql's options; NULL where the user gave none (libpq's own defaults, PG* variables and .pgpass then apply).
struct database_options {
    const char *host, *port, *user;
    const char *dbname;    // a name, a conninfo string or a URI
    const char *password;  // only what was typed at a prompt
    const char *schema;    // never NULL; not quoted; at most DATABASE_SCHEMA_MAX bytes
    int turn;              // of several hosts, which one is tried first
    // Told, in any thread, for whom a statement waits that gets no answer: who holds the lock. NULL for nobody.
    void (*waiting)(void *context, const char *holders);
    void *waiting_context;
};

struct database;

// NULL on failure (ERROR_CONNECTION). The options have to live as long as the connection. *needs_password (may be NULL)
// tells that a password is what was missing.
struct database *database_connect(const struct database_options *options, bool *needs_password, struct error *error);
void database_close(struct database *db);

// Whether a conninfo string or a URI, or an argument that ends in one, holds a password.
bool database_tells_password(const char *argument);
// A conninfo string or URI as a conninfo string that holds no password, with a NUL behind. False where it is none.
bool database_without_password(const char *dbname, struct buf *name);

// Whether the connection is known to be lost; and another one in its place, as new, without what the session had set.
bool database_is_lost(const struct database *db);
bool database_reconnect(struct database *db, struct error *error);
// Whether a pooler is in between (its clients are told of another process than serves them). Then each transaction may
// get another session of the server: each begins with the settings, statements that are not within one get one of their
// own, no statement stays prepared, and locks are held by transactions of further connections.
bool database_is_pooled(const struct database *db);

// Settings from here on, without quotes, and what they are without; the last one has no name. They have to live as long
// as the connection.
struct database_setting {
    const char *name, *value;
};
bool database_set(struct database *db, const struct database_setting *settings, struct error *error);
bool database_reset(struct database *db, const struct database_setting *settings, struct error *error);

// An advisory lock, whose number or numbers are SQL: held until it is let go, the last one first, or the connection
// ends.
bool database_hold(struct database *db, const char *lock, bool shared, struct error *error);
void database_let_go(struct database *db, const char *lock);

// The names of the schema, and of that beside it, as SQL identifiers. Both are searched, in this order.
const char *database_schema(const struct database *db);
const char *database_internal(const struct database *db);

// One statement without parameters. On failure ERROR_SERVER with SQLSTATE, message, detail and hint.
bool database_exec(struct database *db, const char *sql, struct error *error);

// Statements, each in a message of its own (see sink/sql_script.h), without waiting for one before the next is sent.
// The first that fails ends it; outside of a transaction those before are undone.
bool database_script(struct database *db, struct str script, struct error *error);

// One statement with text parameters (NULL is SQL's NULL). *affected (may be NULL) gets the number of rows.
bool database_run(struct database *db, const char *sql, int count, const char *const *values, int64_t *affected,
                  struct error *error);

// Adds an element to the text form of an array, and its opening brace or comma; STR_NULL is SQL's NULL. The end: the
// closing brace and a NUL.
void database_array_text(struct buf *array, struct str element);
void database_array_end(struct buf *array);

// Calls row for each row of the answer; values are NUL-terminated text, NULL for SQL's NULL, and live until it
// returns. Stops when row returns false (which sets error).
typedef bool database_row_fn(void *context, int columns, const char *const *values, struct error *error);
bool database_query(struct database *db, const char *sql, int count, const char *const *values, database_row_fn *row,
                    void *context, struct error *error);

// The first number of the answer; 0 where that is NULL, or there is none.
bool database_number(struct database *db, const char *sql, int count, const char *const *values, int64_t *number,
                     struct error *error);

// A text, and a name, as SQL writes them, whatever standard_conforming_strings says.
void database_literal(struct buf *out, struct str s);
void database_identifier(struct buf *out, struct str name);

// Appends a question that has the answer to this one, rows of them, without a table: who else asks it gets the same.
bool database_values(struct database *db, const char *sql, struct buf *values, int64_t *rows, struct error *error);

// The same as database_query of a statement that was prepared once (a connection has one of each name), with parameters
// and values in PostgreSQL's binary form; STR_NULL is SQL's NULL. Name and SQL have to live as long as the connection.
typedef bool database_binary_fn(void *context, const struct str *values, struct error *error);
int64_t database_int64(struct str value);  // of such values
int32_t database_int32(struct str value);
bool database_prepare(struct database *db, const char *name, const char *sql, struct error *error);
bool database_unprepare(struct database *db, struct error *error);  // all of them
bool database_query_prepared(struct database *db, const char *name, int count, const struct str *values,
                             database_binary_fn *row, void *context, struct error *error);

// The whole answer of such a statement, for who reads several of them side by side: zeros hold none.
struct database_answer {
    struct pg_result *result;
    int row;
};

// Reads it, in place of what *answer held. False, and it holds none, when the server refuses.
bool database_answer(struct database *db, const char *name, int count, const struct str *values,
                     struct database_answer *answer, struct error *error);
// The values of its next row, as many as there are columns; they live as long as the answer. False at its end.
bool database_answer_next(struct database_answer *answer, struct str *values);
void database_answer_release(struct database_answer *answer);

// The role's password, which is sent encrypted.
bool database_set_password(struct database *db, const char *role, const char *password, struct error *error);

// `copy` is a COPY … FROM STDIN; data is all of it. On failure error->line is the row the server names, from 1.
bool database_copy(struct database *db, const char *copy, struct str data, struct error *error);

// `copy` is a COPY … TO STDOUT; all of its data is appended.
bool database_copy_out(struct database *db, const char *copy, struct buf *data, struct error *error);

#endif
