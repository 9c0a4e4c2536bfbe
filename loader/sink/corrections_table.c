#include "sink/corrections_table.h"

#include "sink/csv_header.h"
#include "sink/removal.h"

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
    if (!correction_read_as(arena_str(r->arena, str_from(values[4])), &new))
        return error_set(error, ERROR_SCHEMA, "correction %s is read_as \"%s\", which this program doesn't know",
                         values[0], values[4]);
    if (new.as == CORRECT_ENTITY && !values[5])
        return error_set(error, ERROR_SCHEMA,
                         "correction %s names %s, which is no entity any more: doc2pgsql correct delete %s, or "
                         "entities load",
                         values[0], values[4] + strlen("names "), values[0]);
    c->all = arena_more(r->arena, c->all, c->count, sizeof *c->all);
    if (!c->all) return arena_ok(r->arena, error);
    c->all[c->count++] = new;
    return arena_ok(r->arena, error);
}

bool corrections_read(struct database *db, struct arena *arena, struct corrections *corrections, struct error *error)
{
    struct reader reader = {arena, corrections};
    *corrections = (struct corrections){0};
    bool ok = database_query(db,
                             "SELECT correction_id, source, line_no, text, read_as, entity_id FROM corrections "
                             "LEFT JOIN entities ON read_as = 'names ' || entity_id",
                             0, NULL, read_correction, &reader, error);
    if (ok) corrections_order(corrections);
    return ok;
}

// How many articles a source, or the end of one, may mean, and the first.
static const char SOURCE[] =
    "WITH meant AS (SELECT source FROM documents WHERE source = $1 OR right(source, length($1) + 1) = '/' || $1) "
    "SELECT count(*), min(source) FROM meant WHERE source = $1 OR NOT EXISTS (SELECT 1 FROM meant WHERE source = $1)";

struct found {
    const char *asked, *begins;
    uint32_t line;
    char **source;
    struct corrected_row *row;
};

static bool read_source(void *context, int columns, const char *const *values, struct error *error)
{
    struct found *found = context;
    (void)columns;
    if (strtol(values[0], NULL, 10) > 1)
        return error_set(error, ERROR_INPUT, "%s articles have a source that ends in %s: say more of it", values[0],
                         found->asked);
    if (!values[1]) return true;
    *found->source = strdup(values[1]);
    return *found->source || error_set(error, ERROR_MEMORY, "out of memory");
}

bool corrections_find_source(struct database *db, const char *asked, char **source, struct error *error)
{
    struct found found = {.asked = asked, .source = source};
    *source = NULL;
    return database_query(db, SOURCE, 1, &asked, read_source, &found, error);
}

// Of the rows on the line, which all begin with a text: how many there are, the text of the first, how many rows of the
// article have the same, and all of them as they are told; the nearest lines on which others begin.
static const char ROW[] =
    "WITH article AS (SELECT document_id FROM documents WHERE source = $1), "
    "row AS (SELECT b.line_no, b.text FROM blocks b JOIN article USING (document_id) "
    "UNION ALL SELECT t.line_no, string_agg(c.header, ' | ' ORDER BY c.column_no) "
    "FROM tables t JOIN article USING (document_id) JOIN table_columns c USING (document_id, table_no) "
    "WHERE t.header_origin <> 'none' GROUP BY t.line_no, t.table_no) "
    ", meant AS (SELECT DISTINCT text FROM row WHERE line_no = $2::int AND left(text, length($3)) = $3), "
    "exact AS (SELECT text FROM meant WHERE text = $3 OR NOT EXISTS (SELECT 1 FROM meant WHERE text = $3)) "
    "SELECT (SELECT count(*) FROM exact), (SELECT min(text) FROM exact), (SELECT count(*) FROM row WHERE text = "
    "(SELECT min(text) FROM exact)), (SELECT string_agg(told, ', ') FROM (SELECT '\"' || left(text, 40) || "
    "CASE WHEN length(text) > 40 THEN '…' ELSE '' END || '\"' AS told FROM exact ORDER BY text LIMIT 10) t), "
    "concat_ws(' and ', max(line_no) FILTER (WHERE line_no <= $2::int), min(line_no) FILTER (WHERE line_no > "
    "$2::int)) FROM row";

static bool read_row(void *context, int columns, const char *const *values, struct error *error)
{
    struct found *found = context;
    (void)columns;
    int64_t count = strtoll(values[0], NULL, 10);
    if (!count)
        return error_set(error, ERROR_INPUT,
                         "no row of %s begins on line %u%s%s%s, the nearest on %s: doc2pgsql report --article=SOURCE "
                         "shows all",
                         found->asked, found->line, *found->begins ? " with \"" : "", found->begins,
                         *found->begins ? "\"" : "", values[4]);
    if (count > 1)
        return error_set(error, ERROR_INPUT,
                         "%" PRId64 " rows of %s begin on line %u: %s%s; say which: line %u text 'HOW IT BEGINS' is …",
                         count, found->asked, found->line, values[3], count > 10 ? ", …" : "", found->line);
    found->row->text = strdup(values[1]);
    found->row->alone = strcmp(values[2], "1") == 0;
    return found->row->text || error_set(error, ERROR_MEMORY, "out of memory");
}

bool corrections_find_row(struct database *db, const char *source, uint32_t line, const char *begins,
                          struct corrected_row *row, struct error *error)
{
    char number[16];
    snprintf(number, sizeof number, "%u", line);
    const char *values[] = {source, number, begins};
    struct found found = {.asked = source, .line = line, .begins = begins, .row = row};
    return database_query(db, ROW, 3, values, read_row, &found, error);
}

// The entity of an id or a name: its id, or NULL where there is none, or several.
#define ENTITY(name)                                                                                                   \
    "(SELECT min(entity_id) FROM (SELECT entity_id FROM entities WHERE entity_id = " name                              \
    " UNION SELECT entity_id FROM entity_names WHERE name_key = item_key(" name                                        \
    ") AND is_key) named HAVING count(*) = 1)"

static bool read_entity(void *context, int columns, const char *const *values, struct error *error)
{
    struct buf *entity = context;
    (void)columns;
    (void)error;
    if (values[0]) buf_str_add(entity, str_from(values[0]));
    return true;
}

bool corrections_find_entity(struct database *db, const char *name, struct buf *entity_id, struct error *error)
{
    if (!database_query(db, "SELECT " ENTITY("$1"), 1, &name, read_entity, entity_id, error)) return false;
    buf_byte(entity_id, '\0');
    if (entity_id->failed) return error_set(error, ERROR_MEMORY, "out of memory");
    return --entity_id->n || error_set(error, ERROR_INPUT,
                                       "no entity, or several, have the name \"%s\": select * from entities shows all, "
                                       "and doc2pgsql entities load adds some",
                                       name);
}

// Of the same rows there is one correction of each.
#define KIND(c)                                                                                                        \
    "CASE WHEN " c ".read_as LIKE 'names %' THEN 1 WHEN coalesce(" c ".line_no::text, " c                              \
    ".text) IS NOT NULL THEN 2 "                                                                                       \
    "WHEN " c ".read_as IN ('extracted', 'markdown', 'html') THEN 3 ELSE 4 END"

#define NEW "unnest($1::text[], $2::int[], $3::text[], $4::text[]) AS n (source, line_no, text, read_as) "

// Those that mean the same as new ones.
static const char REPLACED[] = "DELETE FROM corrections c USING " NEW
                               "WHERE c.source = n.source "
                               "AND c.line_no IS NOT DISTINCT FROM n.line_no AND c.text IS NOT DISTINCT FROM n.text "
                               "AND " KIND("c") " = " KIND("n");
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

static bool end_arrays(struct added *added, const char **values, struct error *error)
{
    bool failed = false;
    for (int i = 0; i < COLUMNS; i++) {
        database_array_end(&added->columns[i]);
        failed = failed || added->columns[i].failed;
        values[i] = added->columns[i].p;
    }
    return !failed || error_set(error, ERROR_MEMORY, "out of memory");
}

static bool replace(struct database *db, struct added *added, struct error *error)
{
    const char *values[COLUMNS];
    return end_arrays(added, values, error) && database_run(db, REPLACED, COLUMNS, values, NULL, error) &&
           database_query(db, ADDED, COLUMNS, values, read_id, added, error);
}

static void release(struct added *added)
{
    for (int i = 0; i < COLUMNS; i++) buf_release(&added->columns[i]);
}

bool corrections_add(struct database *db, const struct corrected_place *place, const char *read_as, int64_t *id,
                     struct error *error)
{
    char line[16];
    snprintf(line, sizeof line, "%u", place->line);
    const char *values[COLUMNS] = {place->source, place->line ? line : NULL, place->text, read_as};
    struct added added = {0};
    struct error ignored = {0};
    bool ok = database_exec(db, "BEGIN", error) && read_new(&added, COLUMNS, values, error) &&
              replace(db, &added, error) && database_exec(db, "COMMIT", error);
    if (!ok) database_exec(db, "ROLLBACK", &ignored);
    release(&added);
    *id = added.last;
    return ok;
}

static bool read_header(struct csv_header *header, struct error *error)
{
    static const char *const names[COLUMNS] = {"source", "line_no", "text", "read_as"};
    struct str name;
    int n = 0;
    while (csv_header_next(header, &name) && n < COLUMNS && str_equal(name, str_from(names[n]))) n++;
    if (n == COLUMNS && header->ended) return true;
    error_set(
        error, ERROR_INPUT,
        "the header line has to be source,line_no,text,read_as, with commas, semicolons or tabs between the names");
    return error_at(error, STR_NULL, 1);
}

// A row of the file that says nothing is refused; an entity is called by its id. values: number, correction, entity
static bool check_row(void *context, int columns, const char *const *values, struct error *error)
{
    struct added *added = context;
    struct correction c = {.source = str_from(values[1] ? values[1] : "")};
    bool placed = values[2] || values[3], known = correction_read_as(str_from(values[4] ? values[4] : ""), &c);
    (void)columns;
    if (c.source.n && known && (c.as == CORRECT_ENTITY ? values[3] && values[5] : placed == (c.as < CORRECT_DIALECT))) {
        struct buf named = {0};
        if (values[5]) buf_printf(&named, "names %s", values[5]);
        for (int i = 0; i < 3; i++) database_array_text(&added->columns[i], str_from(values[1 + i]));
        database_array_text(&added->columns[3], values[5] ? buf_str(&named) : str_from(values[4]));
        added->columns[3].failed = added->columns[3].failed || named.failed;
        buf_release(&named);
        return true;
    }
    const char *of = known && c.as == CORRECT_ENTITY && values[3] ? "no entity, or several, have that name"
                     : placed                                     ? "of a line or text"
                                                                  : "without line_no and text";
    return error_set(error, ERROR_INPUT,
                     "correction %s of the file says nothing: source \"%s\", read_as \"%s\" (%s); doc2pgsql help "
                     "correct tells what can be said",
                     values[0], c.source.p, values[4] ? values[4] : "", of);
}

static const char CHECKED[] =
    "SELECT n.row_no, n.source, n.line_no, n.text, n.read_as, CASE WHEN n.read_as LIKE 'names %' THEN " ENTITY(
        "substr(n.read_as, 7)") " END FROM unnest($1::text[], $2::int[], $3::text[], $4::text[]) WITH ORDINALITY "
                                "AS n (source, line_no, text, read_as, row_no) ORDER BY n.row_no";

// read: what the file says, and added: what is meant by it.
static bool load_in_transaction(struct database *db, struct str csv, const struct csv_header *header,
                                struct added *read, struct added *added, struct error *error)
{
    const char *values[COLUMNS];
    char copy[128];
    snprintf(copy, sizeof copy, "COPY new_corrections (source, line_no, text, read_as) FROM STDIN (%s)",
             csv_header_format(header));
    return database_exec(db,
                         "CREATE TEMP TABLE new_corrections (source text, line_no int, text text, read_as text, "
                         "row_no int GENERATED ALWAYS AS IDENTITY) ON COMMIT DROP",
                         error) &&
           database_copy(db, copy, csv, error) &&
           database_query(db, "SELECT source, line_no, text, read_as FROM new_corrections ORDER BY row_no", 0, NULL,
                          read_new, read, error) &&
           end_arrays(read, values, error) && database_query(db, CHECKED, COLUMNS, values, check_row, added, error) &&
           replace(db, added, error);
}

bool corrections_load(struct database *db, struct str csv, int64_t *count, struct error *error)
{
    struct csv_header header = csv_header_of(csv);
    if (!read_header(&header, error)) return false;
    struct added read = {0}, added = {0};
    struct error ignored = {0};
    bool ok = database_exec(db, "BEGIN", error) && load_in_transaction(db, csv, &header, &read, &added, error) &&
              database_exec(db, "COMMIT", error);
    if (!ok) database_exec(db, "ROLLBACK", &ignored);
    release(&read);
    release(&added);
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

// What sources match, of articles that are there, and what they hold: the columns of texts, what stands in them.
#define MATCHING "WITH d AS (SELECT document_id FROM documents WHERE source ~ $1 OR source = $2) "
#define WORDS(t) "regexp_replace(" t ", '[^0-9A-Za-z\\u0080-\\U0010ffff]+', '', 'g')"

static const char COUNT_ARTICLES[] = MATCHING "SELECT count(*) FROM d";
static const char COUNT_ROWS[] = MATCHING
    "SELECT count(*) FROM blocks JOIN d USING (document_id) WHERE text = $3 OR " WORDS("text") " = " WORDS("$3");
static const char COUNT_CELLS[] = MATCHING
    "SELECT count(*) FROM (SELECT document_id, line_no, text FROM table_cells UNION ALL SELECT document_id, t.line_no, "
    "c.header FROM table_columns c JOIN tables t USING (document_id, table_no) UNION ALL SELECT document_id, line_no, "
    "label "
    "FROM bullets UNION ALL SELECT document_id, line_no, label FROM paragraphs) short JOIN d USING (document_id) "
    "WHERE text = $3 AND ($4::int IS NULL OR line_no = $4)";

static bool add_regex(struct buf *regex, const char *source, struct error *error)
{
    buf_byte(regex, '^');
    removal_glob(regex, str_from(source));
    buf_add(regex, "$", 2);
    return !regex->failed || error_set(error, ERROR_MEMORY, "out of memory");
}

bool corrections_count(struct database *db, const struct corrected_place *place, int64_t *count, struct error *error)
{
    struct buf regex = {0};
    char line[16];
    bool ok = add_regex(&regex, place->source, error);
    snprintf(line, sizeof line, "%u", place->line);
    const char *values[] = {regex.p, place->source, place->text, place->line ? line : NULL};
    if (ok && place->cell) ok = database_number(db, COUNT_CELLS, 4, values, count, error);
    else if (ok && place->text) ok = database_number(db, COUNT_ROWS, 3, values, count, error);
    else if (ok) ok = database_number(db, COUNT_ARTICLES, 2, values, count, error);
    buf_release(&regex);
    return ok;
}

static bool add_source(void *context, int columns, const char *const *values, struct error *error)
{
    (void)columns;
    (void)error;
    buf_add(context, values[0], strlen(values[0]) + 1);
    return true;
}

// One by one: so each is found by the index, and the first article is enough.
bool corrections_find_idle(struct database *db, struct buf *sources, struct error *error)
{
    static const char any[] = "SELECT count(*) FROM (SELECT 1 FROM documents WHERE source = $1 LIMIT 1) d";
    static const char any_like[] = "SELECT count(*) FROM (SELECT 1 FROM documents WHERE source ~ $1 LIMIT 1) d";
    struct buf all = {0}, regex = {0};
    int64_t exact = 1, like = 1;
    bool ok = database_query(db, "SELECT DISTINCT source FROM corrections", 0, NULL, add_source, &all, error) &&
              (!all.failed || error_set(error, ERROR_MEMORY, "out of memory"));
    for (const char *source = all.p; ok && source < all.p + all.n; source += strlen(source) + 1) {
        regex.n = 0;
        ok = add_regex(&regex, source, error);
        const char *values[][1] = {{source}, {regex.p}};
        ok = ok && database_number(db, any, 1, values[0], &exact, error) &&
             (exact || database_number(db, any_like, 1, values[1], &like, error));
        if (ok && !exact && !like) database_array_text(sources, str_from(source));
    }
    database_array_end(sources);
    buf_release(&all);
    buf_release(&regex);
    return ok && (!sources->failed || error_set(error, ERROR_MEMORY, "out of memory"));
}

bool corrections_delete(struct database *db, const char *id, struct error *error)
{
    int64_t deleted = 0;
    const char *values[] = {id};
    bool number = id[strspn(id, "0123456789")] == '\0' && strlen(id) < 19;
    return (!number ||
            database_run(db, "DELETE FROM corrections WHERE correction_id = $1::bigint", 1, values, &deleted, error)) &&
           (deleted ||
            error_set(error, ERROR_INPUT, "there is no correction %s: doc2pgsql correct list shows all", id));
}
