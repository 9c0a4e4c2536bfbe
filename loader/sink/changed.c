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
        if (((c->by_id[i]->differs & bits) != 0) == has)
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

bool changed_replace(struct changed *c, struct database *db, struct buf tables[ROW_TABLES], struct error *error)
{
    if (!c->count) return true;
    for (size_t i = 0; i < c->count; i++) c->by_id[i] = &c->all[i];
    qsort(c->by_id, c->count, sizeof *c->by_id, compare_ids);
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
