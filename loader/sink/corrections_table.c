#include "sink/corrections_table.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

struct reader {
    struct arena *arena;
    struct corrections *corrections;
};

static bool read_correction(void *context, int columns, const char *const *values, struct error *error)
{
    struct reader *r = context;
    struct corrections *c = r->corrections;
    struct correction new = {.id = strtoll(values[0], NULL, 10),
                             .source = arena_str(r->arena, str_from(values[1])),
                             .line = values[2] ? (uint32_t)strtoul(values[2], NULL, 10) : 0,
                             .text = values[3] ? arena_str(r->arena, str_from(values[3])) : STR_NULL};
    (void)columns;
    if (!correction_read_as(str_from(values[4]), &new.as, &new.value))
        return error_set(error, ERROR_SCHEMA, "correction %s is read_as \"%s\", which this program doesn't know",
                         values[0], values[4]);
    c->all = arena_grow(r->arena, c->all, c->count, c->count + 1, sizeof *c->all);
    if (!c->all) return arena_ok(r->arena, error);
    c->all[c->count++] = new;
    return arena_ok(r->arena, error);
}

bool corrections_read(struct database *db, struct arena *arena, struct corrections *corrections, struct error *error)
{
    struct reader reader = {arena, corrections};
    *corrections = (struct corrections){0};
    bool ok = database_query(db, "SELECT correction_id, source, line_no, text, read_as FROM corrections", 0, NULL,
                             read_correction, &reader, error);
    if (ok) corrections_order(corrections);
    return ok;
}

// Of the article, and of the row on the line: its source, text and how many rows have the same.
static const char ROW[] =
    "WITH meant AS (SELECT document_id, d.source FROM documents d "
    "WHERE d.source = $1 OR right(d.source, length($1) + 1) = '/' || $1), "
    "article AS (SELECT * FROM meant WHERE source = $1 UNION ALL "
    "SELECT * FROM meant WHERE NOT EXISTS (SELECT 1 FROM meant WHERE source = $1)), "
    "row AS (SELECT b.document_id, b.line_no, b.text FROM blocks b WHERE b.document_id IN (SELECT document_id FROM "
    "article) UNION ALL SELECT t.document_id, t.line_no, string_agg(c.header, ' | ' ORDER BY c.column_no) "
    "FROM tables t JOIN table_columns c ON c.document_id = t.document_id AND c.table_no = t.table_no "
    "WHERE t.header_origin <> 'none' AND t.document_id IN (SELECT document_id FROM article) "
    "GROUP BY t.document_id, t.line_no, t.table_no) "
    "SELECT (SELECT count(*) FROM article), (SELECT min(source) FROM article), "
    "(SELECT min(text) FROM row WHERE line_no = $2::int), "
    "(SELECT count(*) FROM row WHERE text = (SELECT min(text) FROM row WHERE line_no = $2::int))";

struct found {
    const char *asked;
    uint32_t line;
    struct corrected_row *row;
};

static bool read_row(void *context, int columns, const char *const *values, struct error *error)
{
    struct found *found = context;
    long articles = strtol(values[0], NULL, 10);
    (void)columns;
    if (!articles)
        return error_set(error, ERROR_INPUT, "no article of the source %s is loaded: a line is one of a loaded article",
                         found->asked);
    if (articles > 1)
        return error_set(error, ERROR_INPUT, "%ld articles have a source that ends in %s: say more of it", articles,
                         found->asked);
    if (!values[2])
        return error_set(error, ERROR_INPUT, "no row of %s begins on line %u: doc2pgsql show shows the lines",
                         values[1], found->line);
    found->row->source = strdup(values[1]);
    found->row->text = strdup(values[2]);
    found->row->alone = strcmp(values[3], "1") == 0;
    return (found->row->source && found->row->text) || error_set(error, ERROR_MEMORY, "out of memory");
}

bool corrections_find_row(struct database *db, const char *source, uint32_t line, struct corrected_row *row,
                          struct error *error)
{
    char number[16];
    snprintf(number, sizeof number, "%u", line);
    const char *values[] = {source, number};
    struct found found = {source, line, row};
    return database_query(db, ROW, 2, values, read_row, &found, error);
}

#define DIALECTS "('extracted', 'markdown', 'html')"

#define NEW "unnest($1::text[], $2::int[], $3::text[], $4::text[]) AS n (source, line_no, text, read_as) "

// Those that mean the same as new ones.
static const char REPLACED[] =
    "DELETE FROM corrections c USING " NEW
    "WHERE c.source = n.source "
    "AND c.line_no IS NOT DISTINCT FROM n.line_no AND c.text IS NOT DISTINCT FROM n.text "
    "AND (n.line_no IS NOT NULL OR n.text IS NOT NULL OR (c.read_as IN " DIALECTS ") = (n.read_as IN " DIALECTS "))";
static const char ADDED[] =
    "INSERT INTO corrections (source, line_no, text, read_as) SELECT source, line_no, text, read_as FROM " NEW
    "RETURNING correction_id";

enum { COLUMNS = 4 };  // source, line_no, text, read_as

struct added {
    struct buf columns[COLUMNS];
    int64_t count, last;  // correction_id
};

// values: a correction
static bool read_new(void *context, int columns, const char *const *values, struct error *error)
{
    struct added *added = context;
    (void)error;
    for (int i = 0; i < columns; i++) database_array_text(&added->columns[i], str_from(values[i]));
    return true;
}

static bool read_id(void *context, int columns, const char *const *values, struct error *error)
{
    struct added *added = context;
    (void)columns;
    (void)error;
    added->count++;
    added->last = strtoll(values[0], NULL, 10);
    return true;
}

static bool replace(struct database *db, struct added *added, struct error *error)
{
    const char *values[COLUMNS];
    bool failed = false;
    for (int i = 0; i < COLUMNS; i++) {
        database_array_end(&added->columns[i]);
        failed = failed || added->columns[i].failed;
        values[i] = added->columns[i].p;
    }
    return (!failed || error_set(error, ERROR_MEMORY, "out of memory")) &&
           database_run(db, REPLACED, COLUMNS, values, NULL, error) &&
           database_query(db, ADDED, COLUMNS, values, read_id, added, error);
}

// csv: of the new ones; NULL where they are in `added` already.
static bool replace_in_transaction(struct database *db, const struct str *csv, struct added *added, struct error *error)
{
    static const char temporary[] =
        "CREATE TEMP TABLE new_corrections (source text NOT NULL, line_no int, text text, "
        "read_as text NOT NULL) ON COMMIT DROP";
    static const char query[] = "SELECT source, line_no, text, read_as FROM new_corrections";
    struct error ignored = {0};
    bool ok = database_exec(db, "BEGIN", error);
    if (ok && csv)
        ok = database_exec(db, temporary, error) &&
             database_copy(db, "COPY new_corrections FROM STDIN (FORMAT csv, HEADER)", *csv, error) &&
             database_query(db, query, 0, NULL, read_new, added, error);
    ok = ok && replace(db, added, error) && database_exec(db, "COMMIT", error);
    if (!ok) database_exec(db, "ROLLBACK", &ignored);
    for (int i = 0; i < COLUMNS; i++) buf_release(&added->columns[i]);
    return ok;
}

bool corrections_add(struct database *db, const char *source, uint32_t line, const char *text, const char *read_as,
                     int64_t *id, struct error *error)
{
    char number[16];
    snprintf(number, sizeof number, "%u", line);
    const char *values[COLUMNS] = {source, line ? number : NULL, text, read_as};
    struct added added = {0};
    bool ok = read_new(&added, COLUMNS, values, error) && replace_in_transaction(db, NULL, &added, error);
    *id = added.last;
    return ok;
}

static const char HEADER[] = "source,line_no,text,read_as";

bool corrections_load(struct database *db, struct str csv, int64_t *count, struct error *error)
{
    const char *lf = memchr(csv.p, '\n', csv.n);
    struct str first = str_trim((struct str){csv.p, lf ? (size_t)(lf - csv.p) : csv.n});
    if (str_starts(first, STR("\xEF\xBB\xBF"))) first = str_slice(first, 3, first.n);
    if (!str_equal(first, str_from(HEADER))) {
        error_set(error, ERROR_INPUT, "the header line has to be %s", HEADER);
        return error_at(error, STR_NULL, 1);
    }
    struct added added = {0};
    bool ok = replace_in_transaction(db, &csv, &added, error);
    *count = added.count;
    return ok;
}

bool corrections_save(struct database *db, struct buf *csv, struct error *error)
{
    return database_copy_out(db,
                             "COPY (SELECT source, line_no, text, read_as FROM corrections ORDER BY correction_id) "
                             "TO STDOUT (FORMAT csv, HEADER)",
                             csv, error);
}

bool corrections_delete(struct database *db, const char *id, struct error *error)
{
    int64_t deleted;
    const char *values[] = {id};
    return database_run(db, "DELETE FROM corrections WHERE correction_id = $1::bigint", 1, values, &deleted, error) &&
           (deleted ||
            error_set(error, ERROR_INPUT, "there is no correction %s: doc2pgsql correct list shows all", id));
}
