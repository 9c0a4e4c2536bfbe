#include "sink/removal.h"

#include "sink/copy_format.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

// A set in brackets; false when it doesn't end, so that the bracket stands for itself.
static bool add_set(struct buf *regex, struct str set, size_t *n)
{
    size_t first = 1 + (set.n > 1 && (set.p[1] == '!' || set.p[1] == '^'));
    size_t end = first + 1;  // a bracket at its beginning belongs to it
    while (end < set.n && set.p[end] != ']') end++;
    if (end >= set.n) return false;
    buf_str_add(regex, first == 2 ? STR("[^") : STR("["));
    for (size_t i = first; i < end; i++) {
        if (set.p[i] == '\\' || set.p[i] == '[' || set.p[i] == ']' || (set.p[i] == '^' && i == first))
            buf_byte(regex, '\\');
        buf_byte(regex, set.p[i]);
    }
    buf_byte(regex, ']');
    *n = end + 1;
    return true;
}

static void add_literal(struct buf *regex, char c)
{
    if (strchr("\\.+*?()[]{}|^$", c)) buf_byte(regex, '\\');
    buf_byte(regex, c);
}

void removal_glob(struct buf *regex, struct str pattern)
{
    for (size_t i = 0, n; i < pattern.n; i += n) {
        char c = pattern.p[i];
        n = 1;
        if (c == '\\' && i + 1 < pattern.n) {
            c = pattern.p[i + 1];  // stands for itself
            n = 2;
        }
        if (n == 2) add_literal(regex, c);
        else if (c == '*') buf_str_add(regex, STR(".*"));
        else if (c == '?') buf_byte(regex, '.');
        else if (c != '[' || !add_set(regex, str_slice(pattern, i, pattern.n), &n)) add_literal(regex, c);
    }
}

void removal_escape(struct buf *pattern, struct str name)
{
    for (size_t i = 0; i < name.n; i++) {
        if (strchr("\\*?[", name.p[i])) buf_byte(pattern, '\\');
        buf_byte(pattern, name.p[i]);
    }
}

void removal_pattern(struct buf *regex, struct str pattern)
{
    while (pattern.n > 1 && pattern.p[pattern.n - 1] == '/') pattern.n--;
    buf_str_add(regex, regex->n ? STR("|^") : STR("^"));
    removal_glob(regex, pattern);
    buf_str_add(regex, STR("([/!#].*)?$"));
}

#define AT_ONCE 10000  // documents whose rows one statement deletes

// Numbers of documents.
struct ids {
    int64_t *all;
    size_t count, room;
};

// values: a number
static bool read_id(void *context, int columns, const char *const *values, struct error *error)
{
    struct ids *ids = context;
    (void)columns;
    if (ids->count == ids->room) {
        size_t room = ids->room ? 2 * ids->room : 256;
        int64_t *grown = realloc(ids->all, room * sizeof *grown);
        if (!grown) return error_set(error, ERROR_MEMORY, "out of memory");
        ids->all = grown;
        ids->room = room;
    }
    ids->all[ids->count++] = strtoll(values[0], NULL, 10);
    return true;
}

static bool query_ids(struct database *db, const char *before, const char *chosen, const char *behind, int value_count,
                      const char *const *values, struct ids *ids, struct error *error)
{
    char sql[256];
    snprintf(sql, sizeof sql, "%s%s%s", before, chosen, behind);
    return database_query(db, sql, value_count, values, read_id, ids, error);
}

static int by_number(const void *a, const void *b)
{
    const int64_t *one = a, *other = b;
    return (*one > *other) - (*one < *other);
}

// Those that are not among the others; the order is kept.
static void subtract(struct ids *ids, const struct ids *others)
{
    size_t kept = 0;
    if (others->count) qsort(others->all, others->count, sizeof *others->all, by_number);
    for (size_t i = 0; i < ids->count; i++)
        if (!others->count || !bsearch(&ids->all[i], others->all, others->count, sizeof *others->all, by_number))
            ids->all[kept++] = ids->all[i];
    ids->count = kept;
}

static bool array_of(const struct ids *ids, size_t from, struct buf *array, struct error *error)
{
    array->n = 0;
    buf_byte(array, '{');
    for (size_t i = from; i < ids->count && i < from + AT_ONCE; i++)
        buf_printf(array, "%s%" PRId64, i > from ? "," : "", ids->all[i]);
    buf_add(array, "}", 2);
    return !array->failed || error_set(error, ERROR_MEMORY, "out of memory");
}

// ids: an array of numbers as text
static bool delete_of(struct database *db, const char *ids, int64_t *documents, struct error *error)
{
    const char *values[] = {ids};
    bool ok = database_exec(db, "SET LOCAL doc2pgsql.replaces = on", error);  // see schema/*_delete.sql
    for (int table = 0; ok && table < ROW_TABLES; table++) {
        char sql[96];
        snprintf(sql, sizeof sql, "DELETE FROM %s WHERE document_id = ANY ($1::bigint[])", copy_table(table));
        ok = database_run(db, sql, 1, values, table == ROW_DOCUMENT ? documents : NULL, error);
    }
    return ok;
}

static bool delete_rows(struct database *db, const struct ids *ids, int64_t *count, struct error *error)
{
    struct buf array = {0};
    bool ok = true;
    for (size_t i = 0; ok && i < ids->count; i += AT_ONCE) {
        int64_t documents = 0;
        ok = array_of(ids, i, &array, error) && delete_of(db, array.p, &documents, error);
        *count += documents;
    }
    buf_release(&array);
    return ok;
}

// Of documents that were chosen and whose line was not: those that have none.
static bool keep_unlisted(struct database *db, struct ids *ids, struct error *error)
{
    struct ids listed = {0};
    struct buf array = {0};
    bool ok = true;
    for (size_t i = 0; ok && i < ids->count; i += AT_ONCE) {
        ok = array_of(ids, i, &array, error);
        const char *values[] = {array.p};
        ok = ok && query_ids(db, "SELECT document_id FROM sources WHERE document_id = ANY (", "$1::bigint[]", ")", 1,
                             values, &listed, error);
    }
    if (ok) subtract(ids, &listed);
    buf_release(&array);
    free(listed.all);
    return ok;
}

// The lines of the ledger go first, as loads take them before the rows: an article that a load brings meanwhile keeps
// both. A deadlock with a load is one of the errors after which both try again.
static bool delete_in_transaction(struct database *db, const char *chosen, int value_count, const char *const *values,
                                  int64_t *count, struct error *error)
{
    struct ids lines = {0}, documents = {0};
    bool ok =
        query_ids(db, "SELECT document_id FROM documents WHERE ", chosen, "", value_count, values, &documents, error) &&
        query_ids(db, "DELETE FROM sources WHERE ", chosen, " RETURNING document_id", value_count, values, &lines,
                  error);
    if (ok) subtract(&documents, &lines);
    ok = ok && keep_unlisted(db, &documents, error) && delete_rows(db, &lines, count, error) &&
         delete_rows(db, &documents, count, error);
    free(lines.all);
    free(documents.all);
    return ok;
}

bool removal_delete(struct database *db, const char *chosen, int value_count, const char *const *values,
                    const struct ledger_run *run, int64_t *count, struct error *error)
{
    int64_t deleted = 0;
    bool all = database_exec(db, "BEGIN", error) &&
               delete_in_transaction(db, chosen, value_count, values, &deleted, error) &&
               (!deleted || ledger_enter_deleted(db, run, deleted, error));
    if (all && deleted) *count = deleted;
    if (all && database_exec(db, "COMMIT", error)) return true;
    if (all && !database_is_lost(db)) *count = 0;
    struct error ignored = {0};
    database_exec(db, "ROLLBACK", &ignored);
    return false;
}

#define CHOSEN "($1::text IS NULL OR source ~ $1) AND ($2::bigint IS NULL OR load_id = $2)"

bool removal_run(struct database *db, const struct removal *removal, bool dry, int64_t *count, struct error *error)
{
    char load[32];
    snprintf(load, sizeof load, "%" PRId64, removal->load_id);
    const char *values[] = {removal->regex, removal->load_id ? load : NULL};
    const struct ledger_run run = {.arguments = removal->arguments};
    if (dry) return database_number(db, "SELECT count(*) FROM documents WHERE " CHOSEN, 2, values, count, error);
    return removal_delete(db, CHOSEN, 2, values, &run, count, error);
}
