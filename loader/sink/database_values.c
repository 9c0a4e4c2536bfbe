// Answers as SQL, for who prints them elsewhere.
#include "sink/connection.h"

#include <libpq-fe.h>

// Oids of pg_type that never change: what psql sets to the right.
static bool is_number(Oid type)
{
    switch (type) {
    case 20:
    case 21:
    case 23:
    case 700:
    case 701:
    case 1700: return true;  // int8, int2, int4, float4, float8, numeric
    default: return false;
    }
}

void database_literal(struct buf *out, struct str s)
{
    buf_str_add(out, memchr(s.p, '\\', s.n) ? STR("E'") : STR("'"));
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '\'' || s.p[i] == '\\') buf_byte(out, s.p[i]);
        buf_byte(out, s.p[i]);
    }
    buf_byte(out, '\'');
}

void database_identifier(struct buf *out, struct str name)
{
    buf_byte(out, '"');
    for (size_t i = 0; i < name.n; i++) buf_str_add(out, name.p[i] == '"' ? STR("\"\"") : str_slice(name, i, i + 1));
    buf_byte(out, '"');
}

static void add_row(struct buf *out, const PGresult *result, int row)
{
    for (int j = 0; j < PQnfields(result); j++) {
        struct str value = {PQgetvalue(result, row, j), (size_t)PQgetlength(result, row, j)};
        buf_str_add(out, j ? STR(", ") : STR("("));
        if (PQgetisnull(result, row, j)) buf_str_add(out, STR("NULL"));
        else if (is_number(PQftype(result, j)) && value.p[value.n - 1] <= '9') buf_str_add(out, value);
        else database_literal(out, value);
    }
    buf_byte(out, ')');
}

bool database_values(struct database *db, const char *sql, struct buf *values, int64_t *rows, struct error *error)
{
    bool own;
    if (!connection_begin(db, &own, error)) return false;
    PGresult *result = connection_result(db, PQsendQuery(db->connection, sql));
    *rows = connection_is_good(result) ? PQntuples(result) : 0;
    buf_str_add(values, STR("SELECT * FROM (VALUES\n"));
    for (int i = 0; i < *rows; i++) {
        if (i) buf_str_add(values, STR(",\n"));
        add_row(values, result, i);
    }
    buf_str_add(values, STR(") AS answer ("));
    for (int j = 0; j < PQnfields(result); j++) {
        if (j) buf_str_add(values, STR(", "));
        database_identifier(values, str_from(PQfname(result, j)));
    }
    buf_byte(values, ')');
    return connection_finish(db, connection_end(db, own, result), error) &&
           (!values->failed || error_set(error, ERROR_MEMORY, "out of memory"));
}
