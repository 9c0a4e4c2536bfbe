#include "parse/layout/table.h"
#include "parse/line.h"

enum { RULED_LINES = 400, LONG_RULE = 10, HEADER_LINES = 6 };

struct ruled {
    uint32_t start[TABLE_COLUMNS], end[TABLE_COLUMNS];  // of the groups
    size_t count;
};

// Groups of two or more dashes or equals signs, all of one kind.
static bool read_rule(const struct source_line *line, struct ruled *r)
{
    struct str s = line->text;
    r->count = 0;
    if (s.n < 3 || (s.p[0] != '-' && s.p[0] != '=')) return false;
    for (size_t i = 0; i < s.n;) {
        size_t start = i;
        while (i < s.n && s.p[i] == s.p[0]) i++;
        if (i - start < 2 || r->count == TABLE_COLUMNS || (i < s.n && s.p[i] != ' ')) return false;
        r->start[r->count] = line->indent + (uint32_t)start;
        r->end[r->count++] = line->indent + (uint32_t)i;
        while (i < s.n && s.p[i] == ' ') i++;
    }
    return true;
}

static bool is_columns_rule(const struct source_line *line, struct ruled *r)
{
    return read_rule(line, r) && r->count > 1;
}

// As long as the whole table, or with the same groups.
static bool closes(const struct source_line *line, const struct ruled *table)
{
    struct ruled r;
    if (!line->text.n || !read_rule(line, &r)) return false;
    return r.start[0] == table->start[0] && r.end[r.count - 1] == table->end[table->count - 1];
}

// Where a cell may reach to: the gap behind its group belongs to it.
static uint32_t cell_end(const struct ruled *r, size_t column)
{
    return column + 1 < r->count ? r->start[column + 1] : UINT32_MAX;
}

// The gaps between the columns are blank in it.
static bool fits(const struct source_line *line, const struct ruled *r)
{
    for (size_t k = 0; k + 1 < r->count; k++)
        if (str_trim(table_cut(line->whole, r->end[k], r->start[k + 1], false)).n) return false;
    return !str_trim(table_cut(line->whole, 0, r->start[0], false)).n;
}

static void put_line(const struct source_line *line, const struct ruled *r, struct draft *d, struct draft_row *row,
                     uint32_t number)
{
    for (size_t k = 0; k < r->count; k++)
        draft_put(d, row, k, table_cut(line->whole, r->start[k], cell_end(r, k), false), number);
    row->last = number;
}

// The lines of a header or of the body's rows. apart: blank lines stand between rows.
static void put_lines(const struct source *s, const struct ruled *r, size_t from, size_t to, bool one, bool apart,
                      struct draft *d)
{
    struct draft_row *row = NULL;
    for (size_t k = from; k < to && !d->failed; k++) {
        const struct source_line *line = &s->lines[k];
        if (!line->text.n) {
            if (!one) row = NULL;
            continue;
        }
        bool goes_on = row && (one || apart || !str_trim(table_cut(line->whole, r->start[0], cell_end(r, 0), false)).n);
        if (!goes_on) row = draft_row(d, (uint32_t)k);
        if (row) put_line(line, r, d, row, (uint32_t)k);
    }
}

// Index of the line that closes the body, or, without one (*closed is false), of the first blank one.
static size_t body_end(const struct source *s, const struct ruled *r, size_t from, bool *closed)
{
    size_t first_blank = 0, end = from + RULED_LINES < s->count ? from + RULED_LINES : s->count, k = from;
    *closed = false;
    for (; k < end; k++) {
        if (!s->lines[k].text.n) {
            if (!first_blank) first_blank = k;
            if (source_blank(s, k + 1)) break;
            continue;
        }
        if ((*closed = closes(&s->lines[k], r))) return k;
        if (!fits(&s->lines[k], r)) break;
    }
    return first_blank ? first_blank : k;
}

// The line that rules off the columns of a table which begins at line i; its header's lines are from *header to it.
static size_t find_rule(const struct source *s, size_t i, struct ruled *r, size_t *header)
{
    *header = i;
    if (is_columns_rule(&s->lines[i], r)) {
        // a second rule close below closes a header
        for (size_t k = i + 1; k < s->count && k <= i + HEADER_LINES && !source_blank(s, k); k++) {
            bool rule = closes(&s->lines[k], r), closed;
            if (!rule || k == i + 1 || !is_columns_rule(&s->lines[k], r)) continue;
            size_t end = body_end(s, r, k + 1, &closed);
            if (!closed || end == k + 1) break;
            *header = i + 1;
            return k;
        }
        return i;
    }
    bool opened = read_rule(&s->lines[i], r) && r->end[0] - r->start[0] >= LONG_RULE;
    for (size_t k = i + 1; k < s->count && k <= i + (opened ? HEADER_LINES : 1) && !source_blank(s, k); k++)
        if (is_columns_rule(&s->lines[k], r)) {
            *header = i + opened;
            return k;
        }
    return SIZE_MAX;
}

size_t table_ruled(const struct source *s, size_t i, struct draft *d, struct arena *arena)
{
    struct ruled r;
    size_t header, rule = find_rule(s, i, &r, &header);
    if (rule == SIZE_MAX) return 0;
    for (size_t k = header; k < rule; k++)
        if (!fits(&s->lines[k], &r)) return 0;
    bool closed, apart = false;
    size_t end = body_end(s, &r, rule + 1, &closed);
    if (end == rule + 1 || (header == rule && !closed)) return 0;
    for (size_t k = rule + 1; closed && k < end; k++) apart |= !s->lines[k].text.n;
    draft_init(d, r.count, arena);
    put_lines(s, &r, header, rule, true, false, d);
    d->header = d->count == 1;
    if (d->header) d->rule = (uint32_t)rule;
    put_lines(s, &r, rule + 1, end, false, apart, d);
    if (!d->header) d->header = draft_tells_header(d);
    return d->count ? end + closed - i : 0;
}
