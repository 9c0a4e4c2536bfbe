#include "base/utf8.h"
#include "parse/layout/table.h"
#include "parse/line.h"

enum { GRID_LINES = 2000 };

struct grid {
    uint32_t edges[TABLE_COLUMNS + 1];  // columns of the text at which cells end
    size_t count;
};

struct str table_cut(struct str line, uint32_t from, uint32_t to, bool narrow)
{
    size_t start = line.n, i = 0;
    uint32_t at = 0;
    for (size_t n; i < line.n; i += n) {
        utf8_decode(str_slice(line, i, line.n), &n);
        uint32_t columns = source_columns_as(str_slice(line, i, i + n), at, narrow);
        // what takes no column belongs to the character before it
        bool more = !columns && at == from && i && line.p[i - 1] != ' ';
        if (at >= to && (columns || !i)) break;
        if (at >= from && start == line.n && !more) start = i;
        at += columns;
    }
    return start < i ? str_slice(line, start, i) : STR("");
}

static bool is_vertical(uint32_t c)
{
    return c == '|' || c == 0x2502 || c == 0x2503 || c == 0x2551;
}

static bool is_horizontal(uint32_t c)
{
    return c == '-' || c == '=' || c == ':' || c == 0x2500 || c == 0x2501 || c == 0x2550;
}

static bool is_junction(uint32_t c)
{
    return c == '+' || (c >= 0x250C && c <= 0x254B) || (c >= 0x2552 && c <= 0x256C);
}

// +---+---+, |---+---|, and what begins like it: a border may stop at a cell that spans rows.
static bool is_border(struct str s)
{
    size_t dashes = 0, edges = 0, n;
    for (size_t i = 0; i < s.n; i += n) {
        uint32_t c = utf8_decode(str_slice(s, i, s.n), &n);
        if (is_horizontal(c)) dashes++;
        else if (is_junction(c) || is_vertical(c)) edges++;
        else return false;
    }
    return edges >= 2 && dashes >= 2;
}

static bool holds(struct str s, struct str part)
{
    for (size_t i = 0; i + part.n <= s.n; i++)
        if (memcmp(s.p + i, part.p, part.n) == 0) return true;
    return false;
}

// A row's line that rules off some of its columns only.
static bool is_partial_border(struct str s)
{
    return holds(s, STR("+--")) || holds(s, STR("+==")) || holds(s, STR("\xE2\x94\x80\xE2\x94\x80"));
}

// Nothing but lines from bar to bar: no cell's text. Dashes with blanks beside them are.
static bool is_ruled(struct str s)
{
    size_t signs = 0, n;
    for (size_t i = 0; i < s.n; i += n, signs++) {
        uint32_t c = utf8_decode(str_slice(s, i, s.n), &n);
        if (!is_horizontal(c) && !is_junction(c)) return false;
    }
    return signs > 2;
}

// Of equals signs, or double lines.
static bool is_strong(struct str border)
{
    return memchr(border.p, '=', border.n) || holds(border, STR("\xE2\x95\x90"));
}

static void edges_add(struct grid *g, uint32_t column)
{
    size_t k = 0;
    while (k < g->count && g->edges[k] < column) k++;
    if ((k < g->count && g->edges[k] == column) || g->count > TABLE_COLUMNS) return;
    memmove(g->edges + k + 1, g->edges + k, (g->count - k) * sizeof *g->edges);
    g->edges[k] = column;
    g->count++;
}

static void edges_of(struct grid *g, const struct source_line *line)
{
    uint32_t at = line->indent;
    for (size_t i = 0, n; i < line->text.n; i += n, at++)
        if (is_junction(utf8_decode(str_slice(line->text, i, line->text.n), &n))) edges_add(g, at);
}

static bool begins_like_row(struct str s)
{
    size_t n;
    uint32_t c = s.n ? utf8_decode(s, &n) : 0;
    return is_vertical(c) || is_junction(c);
}

static bool is_rule_at(struct str line, uint32_t column)
{
    size_t n;
    struct str s = table_cut(line, column, column + 1, false);
    return s.n && is_horizontal(utf8_decode(s, &n));
}

// A bar, or a corner: a plus sign that has no rule beside it is text.
static bool is_edge(struct str line, uint32_t column)
{
    size_t n;
    struct str s = table_cut(line, column, column + 1, false);
    uint32_t c = s.n ? utf8_decode(s, &n) : ' ';
    if (c == '+')
        return (is_rule_at(line, column + 1) && is_rule_at(line, column + 2)) ||
               (column > 1 && is_rule_at(line, column - 1) && is_rule_at(line, column - 2));
    return is_vertical(c) || is_junction(c);
}

// Puts a line's text into the cells of a row. A bar that stands at no edge belongs to a cell; a cell whose edge has no
// bar goes on in the next column.
static void put_line(const struct grid *g, const struct source_line *line, struct draft *d, struct draft_row *row,
                     uint32_t number)
{
    struct str whole = line->whole;
    for (size_t k = 0; k + 1 < g->count;) {
        size_t end = k + 1;
        while (end + 1 < g->count && !is_edge(whole, g->edges[end])) end++;
        struct str text = table_cut(whole, g->edges[k] + 1, g->edges[end], false);
        if (!is_ruled(text)) draft_put(d, row, k, text, number);
        k = end;
    }
    row->last = number;
}

// Outside of the borders a line has nothing but the bars at its ends.
static bool fits(const struct grid *g, const struct source_line *line)
{
    uint32_t last = g->edges[g->count - 1];
    struct str before = str_trim(table_cut(line->whole, 0, g->edges[0], false));
    struct str behind = str_trim(table_cut(line->whole, last + 1, UINT32_MAX, false));
    bool closed = is_edge(line->whole, last) || !str_trim(table_cut(line->whole, last, last + 1, false)).n;
    return !before.n && !behind.n && closed && is_edge(line->whole, g->edges[0]);
}

size_t table_grid(const struct source *s, size_t i, struct draft *d, struct arena *arena)
{
    if (!is_border(s->lines[i].text) || s->lines[i].text.p[0] == '|') return 0;
    struct grid g = {.count = 0};
    size_t end = i, borders = 0;
    for (; end < s->count && end < i + GRID_LINES && begins_like_row(s->lines[end].text); end++) {
        bool border = is_border(s->lines[end].text);
        borders += border;
        if (border || is_partial_border(s->lines[end].text)) edges_of(&g, &s->lines[end]);
    }
    while (end > i && !is_border(s->lines[end - 1].text)) end--;
    if (borders < 2 || g.count < 2 || g.count > TABLE_COLUMNS || end < i + 3) return 0;
    for (size_t k = i; k < end; k++)
        if (!fits(&g, &s->lines[k])) return 0;
    draft_init(d, g.count - 1, arena);
    struct draft_row *row = NULL;
    size_t seen = 0;
    for (size_t k = i; k < end && !d->failed; k++) {
        const struct source_line *line = &s->lines[k];
        if (is_border(line->text)) {
            if (++seen == 2 && d->count == 1 && (is_strong(line->text) || (borders == 3 && k + 3 < end))) {
                d->header = true;
                d->rule = (uint32_t)k;
            }
            row = NULL;
            continue;
        }
        bool line_is_row = borders <= 3 && (seen == borders - 1);  // no borders between rows
        bool goes_on = row && (!line_is_row || !str_trim(table_cut(line->whole, g.edges[0] + 1, g.edges[1], false)).n);
        if (!goes_on || is_partial_border(line->text)) row = draft_row(d, (uint32_t)k);
        if (row) put_line(&g, line, d, row, (uint32_t)k);
    }
    if (!d->header) d->header = draft_tells_header(d);
    return d->count ? end - i : 0;
}
