#include "sink/removal.h"

#include "sink/ledger.h"

#include <inttypes.h>
#include <stdio.h>

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

void removal_pattern(struct buf *regex, struct str pattern)
{
    while (pattern.n > 1 && pattern.p[pattern.n - 1] == '/') pattern.n--;
    buf_str_add(regex, regex->n ? STR("|^") : STR("^"));
    removal_glob(regex, pattern);
    buf_str_add(regex, STR("([/!#].*)?$"));
}

bool removal_delete(struct database *db, const char *chosen, int value_count, const char *const *values, int64_t *count,
                    struct error *error)
{
    // Loads take the ledger's lines in this order, too, and before the rows. With the articles goes the rest (see
    // schema/*_delete.sql), but not the lines that have no article.
    static const char *const steps[][2] = {
        {"SELECT count(*) FROM (SELECT 1 FROM sources WHERE ", " ORDER BY source FOR UPDATE) AS locked"},
        {"DELETE FROM documents WHERE ", ""},
        {"DELETE FROM sources WHERE ", ""}};
    int64_t counts[3];
    bool ok = database_exec(db, "BEGIN", error);
    for (int i = 0; ok && i < 3; i++) {
        char sql[256];
        snprintf(sql, sizeof sql, "%s%s%s", steps[i][0], chosen, steps[i][1]);
        ok = database_run(db, sql, value_count, values, &counts[i], error);
    }
    bool all = ok;
    if (all && counts[1]) *count = counts[1];
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
    if (dry) return database_number(db, "SELECT count(*) FROM documents WHERE " CHOSEN, 2, values, count, error);
    return removal_delete(db, CHOSEN, 2, values, count, error);
}
