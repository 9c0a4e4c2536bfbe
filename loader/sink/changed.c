#include "sink/changed.h"

#include "sink/copy_format.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

// Where lines move, rows of tables and facts are others with them: there is no need to read them.
static const unsigned NEEDS[ROW_TABLES] = {
    [ROW_TABLE_COLUMN] = 1u << ROW_TABLE,
    [ROW_TABLE_CELL] = 1u << ROW_TABLE,
    [ROW_FACT] = 1u << ROW_TABLE | 1u << ROW_TABLE_CELL | 1u << ROW_BULLET,
};

bool changed_add(struct changed *c, int64_t document_id, const size_t marks[ROW_TABLES],
                 const struct buf tables[ROW_TABLES], struct error *error)
{
    if (c->count == c->room) {
        size_t room = c->room ? 2 * c->room : 64;
        struct changed_article *grown = realloc(c->all, room * sizeof *grown);
        if (grown) c->all = grown;
        struct changed_article **by_id = grown ? realloc(c->by_id, room * sizeof *by_id) : NULL;
        if (!by_id) return error_set(error, ERROR_MEMORY, "out of memory for a batch of rows");
        c->by_id = by_id;
        c->room = room;
    }
    struct changed_article *article = &c->all[c->count++];
    article->document_id = document_id;
    article->differs = 0;
    article->same = false;
    for (int i = 0; i < ROW_TABLES; i++) {
        article->from[i] = marks[i];
        article->to[i] = tables[i].n;
    }
    return true;
}

void changed_forget(struct changed *c)
{
    c->count = 0;
    c->old.failed = c->ids.failed = false;  // for the next batch there may be memory
}

void changed_release(struct changed *c)
{
    free(c->all);
    free(c->by_id);
    buf_release(&c->old);
    buf_release(&c->ids);
}

static int compare_ids(const void *a, const void *b)
{
    int64_t x = (*(struct changed_article *const *)a)->document_id,
            y = (*(struct changed_article *const *)b)->document_id;
    return x < y ? -1 : x > y;
}

// The numbers of those that `differs` has one of the bits for, or none of them; as an array's text.
static bool list_ids(struct changed *c, unsigned bits, bool has, struct error *error)
{
    c->ids.n = 0;
    for (size_t i = 0; i < c->count; i++)
        if (!c->by_id[i]->same && ((c->by_id[i]->differs & bits) != 0) == has)
            buf_printf(&c->ids, "%c%" PRId64, c->ids.n ? ',' : '{', c->by_id[i]->document_id);
    if (c->ids.n) buf_add(&c->ids, "}", 2);
    return !c->ids.failed || error_set(error, ERROR_MEMORY, "out of memory");
}

static bool delete_rows(struct changed *c, struct database *db, enum row_table table, struct error *error)
{
    char sql[96];
    const char *values[] = {c->ids.p};
    snprintf(sql, sizeof sql, "DELETE FROM %s WHERE document_id = ANY ($1::bigint[])", copy_table(table));
    return !c->ids.n || database_run(db, sql, 1, values, NULL, error);
}

// The first columns number a document's rows in the order in which they come.
static bool read_old(struct changed *c, struct database *db, enum row_table table, struct error *error)
{
    const char *columns = strchr(copy_statement(table), '(') + 1;
    struct buf sql = {0};
    c->old.n = 0;
    if (!c->ids.n) return true;
    buf_printf(&sql,
               "COPY (SELECT %.*s FROM %s WHERE document_id = ANY ('%s') ORDER BY 1, 2, 3) TO STDOUT (FORMAT binary)",
               (int)strcspn(columns, ")"), columns, copy_table(table), c->ids.p);
    buf_byte(&sql, '\0');
    bool ok =
        sql.failed ? error_set(error, ERROR_MEMORY, "out of memory") : database_copy_out(db, sql.p, &c->old, error);
    buf_release(&sql);
    return ok;
}

// needs: bits of tables; where those differ this one was not read, for its rows say where those stand.
static void compare(struct changed *c, enum row_table table, unsigned needs, const char *new)
{
    struct str old = buf_str(&c->old);
    size_t at = old.n ? COPY_HEADER_BYTES : 0, end;
    for (size_t i = 0; i < c->count; i++) {
        struct changed_article *article = c->by_id[i];
        size_t from = at, n = article->to[table] - article->from[table];
        if (article->same) continue;  // not read
        while ((end = copy_row_end(old, at, article->document_id)) > at) at = end;
        bool same = at - from == n && (!n || memcmp(old.p + from, new + article->from[table], n) == 0);
        if (!same || article->differs & needs) article->differs |= 1u << table;
    }
}

// What stays is not sent.
static void cut(const struct changed *c, enum row_table table, struct buf *rows)
{
    size_t to = 0, at = 0;
    for (size_t i = 0; i <= c->count; i++) {
        const struct changed_article *article = i < c->count ? &c->all[i] : NULL;
        bool differs = article && article->differs >> table & 1;
        size_t end = !article ? rows->n : differs ? article->to[table] : article->from[table];
        if (to < at) memmove(rows->p + to, rows->p + at, end - at);
        to += end - at;
        at = article ? article->to[table] : end;
    }
    rows->n = to;
}

static void sort(struct changed *c)
{
    for (size_t i = 0; i < c->count; i++) c->by_id[i] = &c->all[i];
    if (c->count) qsort(c->by_id, c->count, sizeof *c->by_id, compare_ids);
}

// The number of a column among those of a statement of COPY.
static int column_of(const char *statement, const char *name)
{
    int number = 0;
    const char *end = strstr(statement, name);
    for (const char *p = strchr(statement, '('); p < end; p++) number += *p == ',';
    return number;
}

// The next field of a binary row; STR_NULL for NULL.
static struct str next_field(struct str rows, size_t *at)
{
    int32_t n = database_int32((struct str){rows.p + *at, 4});
    struct str field = n < 0 ? STR_NULL : (struct str){rows.p + *at + 4, (size_t)n};
    *at += 4 + field.n;
    return field;
}

// A document's row, but for its load, and its source, which moves by itself (see content.h); its metadata, which the
// server writes in other words, are listed to be asked for.
static bool is_same_document(struct str old, size_t at, struct str new, size_t new_at, struct buf *metadata)
{
    const char *statement = copy_statement(ROW_DOCUMENT);
    const int load = column_of(statement, "load_id"), json = column_of(statement, "metadata"),
              source = column_of(statement, " source");
    int fields = (unsigned char)old.p[at] << 8 | (unsigned char)old.p[at + 1];
    struct str told = STR_NULL;
    at += 2;
    new_at += 2;
    for (int i = 0; i < fields; i++) {
        struct str a = next_field(old, &at), b = next_field(new, &new_at);
        if (i == json) told = b.p ? str_slice(b, 1, b.n) : STR_NULL;  // behind the version of the format
        if (i == load || i == source || (i == json && a.p && b.p)) continue;
        if (!a.p != !b.p || !str_equal(a, b)) return false;
    }
    database_array_text(metadata, told);
    return true;
}

// NULL where there is none of this number.
static struct changed_article *find_article(const struct changed *c, int64_t document_id)
{
    struct changed_article key = {.document_id = document_id}, *wanted = &key;
    struct changed_article **found =
        c->count ? bsearch(&wanted, c->by_id, c->count, sizeof *c->by_id, compare_ids) : NULL;
    return found ? *found : NULL;
}

// values: a document whose metadata are others
static bool read_other(void *context, int columns, const char *const *values, struct error *error)
{
    struct changed_article *found = find_article(context, strtoll(values[0], NULL, 10));
    (void)columns;
    (void)error;
    if (found) found->differs |= 1u << ROW_DOCUMENT;
    return true;
}

static bool compare_documents(struct changed *c, struct database *db, const struct buf *new, struct error *error)
{
    static const char other[] =
        "SELECT n.id FROM unnest($1::bigint[], $2::text[]) AS n (id, metadata) "
        "JOIN documents d ON d.document_id = n.id WHERE d.metadata IS DISTINCT FROM n.metadata::jsonb";
    struct buf metadata = {0};
    bool ok = list_ids(c, 0, false, error) && read_old(c, db, ROW_DOCUMENT, error);
    struct str old = buf_str(&c->old);
    size_t at = old.n ? COPY_HEADER_BYTES : 0;
    for (size_t i = 0; ok && i < c->count; i++) {
        struct changed_article *article = c->by_id[i];
        size_t end = copy_row_end(old, at, article->document_id);
        bool same = end > at && is_same_document(old, at, buf_str(new), article->from[ROW_DOCUMENT], &metadata);
        if (!same) article->differs |= 1u << ROW_DOCUMENT;
        at = end;
    }
    database_array_end(&metadata);
    ok = ok && (!metadata.failed || error_set(error, ERROR_MEMORY, "out of memory")) &&
         list_ids(c, 1u << ROW_DOCUMENT, false, error);
    const char *values[] = {c->ids.p, metadata.p};
    ok = ok && (!c->ids.n || database_query(db, other, 2, values, read_other, c, error));
    buf_release(&metadata);
    return ok;
}

bool changed_find_same(struct changed *c, struct database *db, const struct buf tables[ROW_TABLES], struct error *error)
{
    if (!c->count) return true;
    sort(c);
    bool ok = compare_documents(c, db, &tables[ROW_DOCUMENT], error);
    for (int table = ROW_DOCUMENT + 1; ok && table < ROW_TABLES; table++) {
        unsigned any = (1u << table) - 1;  // of the tables before
        ok = list_ids(c, any, false, error) && read_old(c, db, table, error);
        if (ok) compare(c, table, any, tables[table].p);
    }
    for (size_t i = 0; i < c->count; i++) {
        c->all[i].same = ok && !c->all[i].differs;
        c->all[i].differs = 0;
    }
    return ok;
}

bool changed_is_same(const struct changed *c, int64_t document_id)
{
    const struct changed_article *found = find_article(c, document_id);
    return found && found->same;
}

bool changed_replace(struct changed *c, struct database *db, struct buf tables[ROW_TABLES], struct error *error)
{
    if (!c->count) return true;
    sort(c);
    for (size_t i = 0; i < c->count; i++) c->all[i].differs = c->all[i].same ? 0 : 1u << ROW_DOCUMENT;
    cut(c, ROW_DOCUMENT, &tables[ROW_DOCUMENT]);
    // documents first, which others that change an article's rows lock (see stored.h); they say of which load they are
    bool ok = list_ids(c, 0, false, error) && database_exec(db, "SET LOCAL doc2pgsql.replaces = on", error) &&
              delete_rows(c, db, ROW_DOCUMENT, error);
    for (int table = ROW_DOCUMENT + 1; ok && table < ROW_TABLES; table++) {
        ok = list_ids(c, NEEDS[table], false, error) && read_old(c, db, table, error);
        if (!ok) break;
        compare(c, table, NEEDS[table], tables[table].p);
        cut(c, table, &tables[table]);
        ok = list_ids(c, 1u << table, true, error) && delete_rows(c, db, table, error);
    }
    return ok;
}
