#define _GNU_SOURCE  // memmem
#include "sink/entities.h"

#include "sink/csv_header.h"
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
static bool read_header(struct csv_header *header, char *columns, size_t size, struct error *error)
{
    struct str name;
    size_t n = 0;
    bool named = false;
    while (csv_header_next(header, &name)) {
        if (!is_column(name))
            return error_set(error, ERROR_INPUT,
                             "the header names a column \"%.*s\": name must be there, and entity_id, kind, aliases, "
                             "region and case_sensitive may be, with commas, semicolons or tabs between them",
                             STR_ARG(name));
        named = named || str_equal(name, STR("name"));
        n += (size_t)snprintf(columns + n, size - n, "%s%.*s", n ? ", " : "", STR_ARG(name));
        if (n >= size) return error_set(error, ERROR_INPUT, "the header names too many columns");
    }
    return named || error_set(error, ERROR_INPUT, "the header has no column \"name\"");
}

static bool add_line(void *context, int columns, const char *const *values, struct error *error)
{
    struct buf *lines = context;
    (void)columns;
    (void)error;
    buf_str_add(lines, str_from(values[0]));
    buf_byte(lines, '\n');
    return true;
}

// values: names that several have
static bool refuse(void *context, int columns, const char *const *values, struct error *error)
{
    (void)context;
    (void)columns;
    return error_set(error, ERROR_INPUT, "%s: say which one it is in the column entity_id", values[0]);
}

static bool refuse_ambiguous(struct database *db, struct error *error)
{
    return database_query(db,
                          "SELECT string_agg(name || ' may be ' || array_to_string(candidates, ' or '), '; ' ORDER "
                          "BY row_no) FROM new_user_entities WHERE cardinality(candidates) > 1 HAVING count(*) > 0",
                          0, NULL, refuse, NULL, error);
}

static bool count_loaded(struct database *db, struct entities_loaded *loaded, struct error *error)
{
    int64_t articles = 0;
    bool ok =
        database_number(db, "SELECT count(*) FROM new_user_entities", 0, NULL, &loaded->count, error) &&
        database_number(db, "SELECT count(*) FROM new_user_entities WHERE known IS NOT NULL AND kind <> 'nobody'", 0,
                        NULL, &loaded->known, error) &&
        database_number(db, "SELECT count(*) FROM new_user_entities WHERE known IS NULL AND kind <> 'nobody'", 0, NULL,
                        &loaded->added, error) &&
        database_query(db, "SELECT says FROM new_user_entities WHERE says IS NOT NULL ORDER BY row_no", 0, NULL,
                       add_line, &loaded->says, error) &&
        database_number(db, "SELECT count(*) FROM (SELECT 1 FROM documents LIMIT 1) d", 0, NULL, &articles, error);
    loaded->has_articles = articles > 0;
    return ok;
}

static bool load_in_transaction(struct database *db, struct str csv, const char *copy, struct entities_loaded *loaded,
                                struct error *error)
{
    struct str sql = schema_file("schema/user_entities.sql");
    const char *line = memmem(sql.p, sql.n, "\n\\copy ", 7);
    const char *end = line ? memchr(line + 1, '\n', (size_t)(sql.p + sql.n - line - 1)) : NULL;
    if (!end) return error_set(error, ERROR_INTERNAL, "no \\copy line in schema/user_entities.sql");
    return database_script(db, str_slice(sql, 0, (size_t)(line - sql.p)), error) &&
           database_copy(db, copy, csv, error) &&
           database_script(db, str_slice(sql, (size_t)(end - sql.p), sql.n), error) && refuse_ambiguous(db, error) &&
           database_script(db, schema_file("schema/entity_keys.sql"), error) && count_loaded(db, loaded, error);
}

static bool end_transaction(struct database *db, bool ok, struct error *error)
{
    struct error ignored = {0};
    if (ok) return database_exec(db, "COMMIT", error);
    database_exec(db, "ROLLBACK", &ignored);
    return false;
}

bool entities_load(struct database *db, struct str csv, struct entities_loaded *loaded, struct error *error)
{
    char columns[256], copy[400];
    loaded->says.n = 0;
    struct csv_header header = csv_header_of(csv);
    if (!read_header(&header, columns, sizeof columns, error)) return error_at(error, STR_NULL, 1);
    snprintf(copy, sizeof copy, "COPY new_user_entities (%s) FROM STDIN (%s)", columns, csv_header_format(&header));
    return database_exec(db, "BEGIN", error) &&
           end_transaction(db, load_in_transaction(db, csv, copy, loaded, error), error);
}

// Names of one spelling of case stand in one row; an entity's own name is no alias of it.
static const char LIST[] =
    "COPY (SELECT name, entity_id, kind, aliases, region, case_sensitive FROM ("
    "SELECT e.name, e.entity_id, e.kind, string_agg(n.name, ';' ORDER BY n.name) FILTER (WHERE n.name <> e.name) "
    "AS aliases, e.region, n.case_sensitive FROM entities e JOIN entity_names n ON n.entity_id = e.entity_id "
    "WHERE n.origin = 'user' GROUP BY e.entity_id, e.name, e.kind, e.region, n.case_sensitive "
    "UNION ALL SELECT phrase, NULL, kind, NULL, NULL, NULL FROM entity_stop_phrases WHERE kind = 'nobody' AND "
    "origin = 'user') own ORDER BY entity_id COLLATE \"C\", case_sensitive, name COLLATE \"C\") "
    "TO STDOUT (FORMAT csv, HEADER)";

bool entities_list(struct database *db, struct buf *csv, struct error *error)
{
    return database_copy_out(db, LIST, csv, error);
}

static bool delete_one(struct database *db, const char *name, struct error *error)
{
    static const char *const deletions[] = {
        "DELETE FROM entity_names WHERE origin = 'user' AND (name_key = item_key($1) OR entity_id IN "
        "(SELECT entity_id FROM entities WHERE entity_id = $1 OR item_key(name) = item_key($1)))",
        "DELETE FROM entities WHERE origin = 'user' AND (entity_id = $1 OR item_key(name) = item_key($1))",
        "DELETE FROM entity_stop_phrases WHERE origin = 'user' AND kind = 'nobody' AND item_key(phrase) = "
        "item_key($1)"};
    int64_t deleted = 0;
    for (size_t i = 0; i < sizeof deletions / sizeof *deletions; i++) {
        int64_t rows;
        if (!database_run(db, deletions[i], 1, &name, &rows, error)) return false;
        deleted += rows;
    }
    return deleted || error_set(error, ERROR_INPUT,
                                "you have added no entity and no name of nobody that is called \"%s\": doc2pgsql "
                                "entities list shows all",
                                name);
}

// The age of rows tells doctor that names have changed since articles were loaded, and those that went have none.
static const char TOUCH[] =
    "UPDATE entity_stop_phrases SET origin = origin WHERE phrase = (SELECT min(phrase) FROM entity_stop_phrases)";

static bool delete_in_transaction(struct database *db, char *const *names, int count, struct error *error)
{
    for (int i = 0; i < count; i++)
        if (!delete_one(db, names[i], error)) return false;
    if (!database_exec(db, TOUCH, error)) return false;
    return database_script(db, schema_file("schema/entity_keys.sql"), error);
}

bool entities_delete(struct database *db, char *const *names, int count, struct error *error)
{
    return database_exec(db, "BEGIN", error) &&
           end_transaction(db, delete_in_transaction(db, names, count, error), error);
}
