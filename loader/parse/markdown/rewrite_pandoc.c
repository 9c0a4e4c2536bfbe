// Pandoc's simple and multiline tables, whose columns stand under rulers of dashes, and grid tables.
#include "base/utf8.h"
#include "parse/markdown/rewrite_pass.h"

#define COLUMNS_MAX    64
#define HEAD_LINES_MAX 12
#define LINES_MAX      4000

static struct str line_at(const struct rewrite *rw, uint32_t i)
{
    return rewrite_line(rw, i);
}

static bool is_empty(const struct rewrite *rw, uint32_t i)
{
    return line_trim(line_at(rw, i)).n == 0;
}

// The bytes of a line between two columns, counted in characters.
static struct str columns_of(struct str s, size_t from, size_t to)
{
    size_t column = 0, start = s.n, i = 0;
    while (i < s.n && column < to) {
        if (column == from) start = i;
        size_t n;
        utf8_decode(str_slice(s, i, s.n), &n);
        i += n ? n : 1;
        column++;
    }
    if (start > i) start = i;
    return str_slice(s, start, i);
}

// ---- rulers

struct ruler {
    size_t count;                   // of columns
    size_t start[COLUMNS_MAX + 1];  // at which each begins; the one behind the last is without end
};

// A line of dashes and blanks; false when it is anything else, or has too many columns.
static bool read_ruler(struct str s, struct ruler *r)
{
    r->count = 0;
    for (size_t i = 0; i < s.n;) {
        size_t n = line_run(str_slice(s, i, s.n), '-');
        if (n == 1 || (n && r->count == COLUMNS_MAX)) return false;
        if (n) r->start[r->count++] = i;
        else if (s.p[i] != ' ') return false;
        i += n ? n : 1;
    }
    r->start[r->count] = SIZE_MAX;
    return r->count > 0;
}

static bool is_line(const struct rewrite *rw, uint32_t i, size_t columns)
{
    struct ruler r;
    return i < rw->count && read_ruler(line_at(rw, i), &r) && (!columns || r.count == columns || r.count == 1);
}

struct ruled {
    struct ruler ruler;
    uint32_t head, head_end;  // lines of the header; none when they are the same
    uint32_t rule;
    uint32_t body, body_end, end;
    bool multiline;
};

// Where the table that a ruler at `rule` belongs to has its parts. `head` is where its header begins, or `rule`.
static bool find_ruled(struct rewrite *rw, uint32_t head, uint32_t rule, bool top, struct ruled *t)
{
    if (!read_ruler(line_at(rw, rule), &t->ruler) || t->ruler.count < 2) return false;
    t->head = head;
    t->head_end = t->rule = rule;
    t->body = rule + 1;
    if (is_empty(rw, t->body)) return false;
    bool closed = top || head == rule, blank = false;
    uint32_t i = t->body;
    for (; i < rw->count && i < rule + LINES_MAX && rewrite_looks(rw); i++) {
        if (is_empty(rw, i)) {
            if (!closed) break;
            blank = true;
        } else if (is_line(rw, i, t->ruler.count) && (is_empty(rw, i + 1) || !closed)) break;
    }
    bool bordered = is_line(rw, i, t->ruler.count) && !is_empty(rw, i);
    if (closed && !bordered) return false;
    t->multiline = blank || top;
    t->body_end = i;
    t->end = bordered ? i + 1 : i;
    return true;
}

// The table whose upper border or ruler is line i, behind a blank line or its header.
static bool ruled_at(struct rewrite *rw, uint32_t i, struct ruled *t)
{
    struct ruler r;
    if (!read_ruler(line_at(rw, i), &r)) return false;
    if (r.count > 1) {
        bool header = i && !is_empty(rw, i - 1);
        if (header && i > 1 && !is_empty(rw, i - 2)) return false;
        return find_ruled(rw, header ? i - 1 : i, i, false, t);
    }
    if (line_trim(line_at(rw, i)).n < 10 || is_empty(rw, i + 1) || (i && !is_empty(rw, i - 1))) return false;
    for (uint32_t j = i + 2; j < rw->count && j < i + 2 + HEAD_LINES_MAX && !is_empty(rw, j); j++)
        if (read_ruler(line_at(rw, j), &r)) return r.count > 1 && find_ruled(rw, i + 1, j, true, t);
    return false;
}

// Text that stands in no column, or over the gap between two, is no row of this table.
static bool fits(const struct rewrite *rw, const struct ruled *t, uint32_t i)
{
    struct str s = line_at(rw, i);
    for (size_t c = 1; c < t->ruler.count; c++) {
        struct str gap = columns_of(s, t->ruler.start[c] - 1, t->ruler.start[c]);
        if (line_trim(gap).n) return false;
    }
    return !memchr(s.p, '\t', s.n);
}

static bool all_fit(const struct rewrite *rw, const struct ruled *t)
{
    for (uint32_t j = t->head; j < t->body_end; j++)
        if (j != t->rule && !is_empty(rw, j) && !fits(rw, t, j)) return false;
    return true;
}

static void put_ruled_row(struct rewrite *rw, const struct ruled *t, uint32_t from, uint32_t end)
{
    for (size_t c = 0; c < t->ruler.count; c++) {
        struct cell_lines cell = {0};
        rewrite_put(rw, STR("| "));
        for (uint32_t j = from; j < end; j++) {
            size_t start = c ? t->ruler.start[c] : 0;
            struct str s = line_trim(columns_of(line_at(rw, j), start, t->ruler.start[c + 1]));
            if (s.n) rewrite_cell_line(rw, &cell, s);
        }
        rewrite_put(rw, STR(" "));
    }
    rewrite_put_line(rw, from, STR("|"));
}

uint32_t rewrite_ruled(struct rewrite *rw, uint32_t i)
{
    struct ruled t;
    struct line_view none = {.line = STR("")};
    if (!ruled_at(rw, i, &t) || !all_fit(rw, &t) || (t.head < i && rw->done > t.head)) return i;
    rewrite_drop(rw, t.head < i ? t.head : i, t.end);
    rewrite_put_line(rw, t.head < i ? t.head : i, STR(""));
    if (t.head < t.head_end) put_ruled_row(rw, &t, t.head, t.head_end);
    else rewrite_table_head(rw, t.rule, &none, t.ruler.count);
    rewrite_table_rule(rw, t.rule, &none, t.ruler.count);
    for (uint32_t j = t.body, end; j < t.body_end; j = end) {
        for (end = j + 1; t.multiline && end < t.body_end && !is_empty(rw, end) && !is_empty(rw, j);) end++;
        if (!is_empty(rw, j)) put_ruled_row(rw, &t, j, end);
    }
    rewrite_put_line(rw, t.end - 1, STR(""));
    return t.end;
}

// ---- grids

struct grid {
    size_t indent, count;
    size_t start[COLUMNS_MAX + 1];  // columns at which borders stand
    uint32_t from, end;
    uint32_t head_end;  // the border below the header; 0 for none
};

static struct str grid_line(const struct rewrite *rw, uint32_t i)
{
    return line_trim(line_at(rw, i));
}

static bool is_border(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!memchr("+-=:", s.p[i], 4)) return false;
    return s.n > 2 && s.p[0] == '+' && s.p[s.n - 1] == '+';
}

// All borders together say where the columns are.
static void add_borders(struct grid *g, struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] != '+') continue;
        size_t at = 0;
        while (at < g->count && g->start[at] < i) at++;
        if ((at < g->count && g->start[at] == i) || g->count > COLUMNS_MAX) continue;
        memmove(g->start + at + 1, g->start + at, (g->count - at) * sizeof *g->start);
        g->start[at] = i;
        g->count++;
    }
}

static bool grid_at(struct rewrite *rw, uint32_t i, struct grid *g)
{
    *g = (struct grid){.from = i, .end = i};
    for (; g->end < rw->count && g->end < i + LINES_MAX && rewrite_looks(rw); g->end++) {
        struct str s = grid_line(rw, g->end);
        if (!s.n || (s.p[0] != '+' && s.p[0] != '|')) break;
        if (!is_border(s)) continue;
        if (g->count < COLUMNS_MAX) add_borders(g, s);
        if (memchr(s.p, '=', s.n) && g->end > i && !g->head_end) g->head_end = g->end;
    }
    return g->end - i > 2 && g->count > 1 && g->count <= COLUMNS_MAX && is_border(grid_line(rw, g->end - 1));
}

// The text of a cell in one line; a cell that goes over a border has it where it begins.
static struct str grid_cell(const struct grid *g, struct str s, size_t c)
{
    struct str before = columns_of(s, g->start[c], g->start[c] + 1);
    if (!before.n || (before.p[0] != '|' && before.p[0] != '+')) return STR("");
    size_t to = c + 1;
    for (struct str bar; to + 1 < g->count; to++) {
        bar = columns_of(s, g->start[to], g->start[to] + 1);
        if (!bar.n || bar.p[0] == '|' || bar.p[0] == '+') break;
    }
    struct str text = line_trim(columns_of(s, g->start[c] + 1, g->start[to]));
    bool rule = text.n > 1 && line_run(text, text.p[0]) == text.n && (text.p[0] == '-' || text.p[0] == '=');
    return rule ? STR("") : text;
}

static void put_grid_row(struct rewrite *rw, const struct grid *g, uint32_t from, uint32_t end)
{
    for (size_t c = 0; c + 1 < g->count; c++) {
        rewrite_put(rw, STR("| "));
        struct cell_lines cell = {0};
        for (uint32_t j = from; j < end; j++) rewrite_cell_line(rw, &cell, grid_cell(g, grid_line(rw, j), c));
        rewrite_put(rw, STR(" "));
    }
    rewrite_put_line(rw, from, STR("|"));
}

// A line within the grid parts rows where any of its cells is dashes.
static bool parts_rows(struct str s)
{
    return is_border(s) || (s.n > 4 && line_has(s, STR("+---")));
}

uint32_t rewrite_grid(struct rewrite *rw, uint32_t i)
{
    struct grid g;
    struct line_view none = {.line = STR("")};
    if (!is_border(grid_line(rw, i)) || !grid_at(rw, i, &g)) return i;
    rewrite_drop(rw, i, g.end);
    rewrite_put_line(rw, i, STR(""));
    if (!g.head_end) {
        rewrite_table_head(rw, i, &none, g.count - 1);
        rewrite_table_rule(rw, i, &none, g.count - 1);
    }
    for (uint32_t j = i + 1, from = i + 1; j < g.end; j++) {
        if (!parts_rows(grid_line(rw, j))) continue;
        if (j > from) put_grid_row(rw, &g, from, j);
        if (j == g.head_end) rewrite_table_rule(rw, j, &none, g.count - 1);
        from = is_border(grid_line(rw, j)) ? j + 1 : j;
    }
    rewrite_put_line(rw, g.end - 1, STR(""));
    return g.end;
}
