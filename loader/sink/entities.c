#define _GNU_SOURCE  // memmem
#include "sink/entities.h"

#include "sink/schema.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const COLUMNS[] = {"name", "entity_id", "kind", "aliases", "region", "case_sensitive"};
#define COLUMN_COUNT (sizeof COLUMNS / sizeof *COLUMNS)

static bool is_column(struct str name)
{
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        if (str_equal(name, str_from(COLUMNS[i]))) return true;
    return false;
}

// The names of the header line, checked and joined by commas.
static bool read_header(struct str csv, char *columns, size_t size, struct error *error)
{
    const char *lf = memchr(csv.p, '\n', csv.n);
    struct str line = {csv.p, lf ? (size_t)(lf - csv.p) : csv.n};
    size_t n = 0;
    bool named = false;
    if (str_starts(line, STR("\xEF\xBB\xBF"))) line = str_slice(line, 3, line.n);
    for (size_t at = 0; at <= line.n;) {
        const char *comma = memchr(line.p + at, ',', line.n - at);
        size_t end = comma ? (size_t)(comma - line.p) : line.n;
        struct str name = str_trim(str_slice(line, at, end));
        if (name.n >= 2 && name.p[0] == '"') name = str_slice(name, 1, name.n - 1);
        if (!is_column(name))
            return error_set(error, ERROR_INPUT,
                             "the header names a column \"%.*s\": name must be there, and entity_id, kind, aliases, "
                             "region and case_sensitive may be",
                             STR_ARG(name));
        named = named || str_equal(name, STR("name"));
        n += (size_t)snprintf(columns + n, size - n, "%s%.*s", n ? ", " : "", STR_ARG(name));
        if (n >= size) return error_set(error, ERROR_INPUT, "the header names too many columns");
        at = end + 1;
    }
    return named || error_set(error, ERROR_INPUT, "the header has no column \"name\"");
}

static bool load_in_transaction(struct database *db, struct str csv, const char *copy, struct entities_loaded *loaded,
                                struct error *error)
{
    struct str sql = schema_file("schema/user_entities.sql");
    const char *line = memmem(sql.p, sql.n, "\n\\copy ", 7);
    const char *end = line ? memchr(line + 1, '\n', (size_t)(sql.p + sql.n - line - 1)) : NULL;
    if (!end) return error_set(error, ERROR_INTERNAL, "no \\copy line in schema/user_entities.sql");
    int64_t articles = 0;
    bool ok =
        database_script(db, str_slice(sql, 0, (size_t)(line - sql.p)), error) && database_copy(db, copy, csv, error) &&
        database_script(db, str_slice(sql, (size_t)(end - sql.p), sql.n), error) &&
        database_number(db, "SELECT count(*) FROM new_user_entities", 0, NULL, &loaded->count, error) &&
        database_number(db, "SELECT count(*) FROM (SELECT 1 FROM documents LIMIT 1) d", 0, NULL, &articles, error);
    loaded->has_articles = articles > 0;
    return ok;
}

bool entities_load(struct database *db, struct str csv, struct entities_loaded *loaded, struct error *error)
{
    char columns[256], copy[400];
    if (!read_header(csv, columns, sizeof columns, error)) return error_at(error, STR_NULL, 1);
    snprintf(copy, sizeof copy, "COPY new_user_entities (%s) FROM STDIN (FORMAT csv, HEADER)", columns);
    if (!database_exec(db, "BEGIN", error)) return false;
    if (load_in_transaction(db, csv, copy, loaded, error)) return database_exec(db, "COMMIT", error);
    struct error ignored = {0};
    database_exec(db, "ROLLBACK", &ignored);
    return false;
}
