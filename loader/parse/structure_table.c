#include "parse/structure_table.h"

#include <string.h>

// UNKNOWN: as a table's columns, when only titles have been seen
enum { UNKNOWN = 1000 };

enum { BEAM = 16, ROW_LINES = 40, MOST_COLUMNS = 60, FEWEST_MOST = 16 };

// What each oddity costs, in thousandths; found by a random search over the tables of the corpus.
static const int COST[] = {
    40,     // BREAK_BAR: a line begins inside a row, the line before ended in a bar
    40,     // BREAK_LONE: … and is nothing but bars
    1035,   // BREAK_TEXT: a line begins inside a cell
    4010,   // TAIL: text without a bar behind a line that ended in one
    36049,  // TABLE: another table begins
    509,    // SHORT: a table's last row has less cells than the others
    24000,  // OVER: each bar more than the table has columns
    0,      // LONE_START: a row begins with a line of nothing but bars
    548,    // OPEN_END: a row's last line has no bar at its end
    44402,  // WRONG_DELIMITER
    287,    // LIKE: gain for a line that looks like the one at its place in the row before
    30,     // SAME: gain for as many lines as the row before
    110,    // ROW: each row
    935,    // ONE: each row of a table with one column
    3650,   // LEAD: each row of one cell before a table's first whole row, a title
    1099,   // BREAK_FULL: as BREAK_BAR, but both lines hold more than one cell
    15000,  // RAGGED: a row in mid-table has less cells than the others
};
enum cost {
    BREAK_BAR,
    BREAK_LONE,
    BREAK_TEXT,
    TAIL,
    TABLE,
    SHORT,
    OVER,
    LONE_START,
    OPEN_END,
    WRONG_DELIMITER,
    LIKE,
    SAME,
    ROW,
    ONE,
    LEAD,
    BREAK_FULL,
    RAGGED,
};

// The best way to cut the lines before a position so that it ends in a row of a table with `columns` columns.
struct state {
    int cost;
    int16_t columns;  // 0: no table yet; negative: that table has ended
    uint16_t lines;   // of the last row
    uint32_t from;    // position at which that row (or delimiter) begins
    uint8_t slot;     // its state there
    bool fresh;       // the table begins with that row
};

struct position {
    struct state states[BEAM];
    uint8_t count, worst;  // worst: the dearest state, once there are BEAM
    int least;             // the cost of the cheapest
};

struct grid {
    struct table_line *lines;
    size_t count;
    struct position *at;
    unsigned most;
};

static bool lone(const struct shape *s)
{
    return s->pipes == s->chars - s->count[GLYPH_SPACE];
}

static void put(struct grid *g, size_t to, struct state s)
{
    struct position *p = &g->at[to];
    if (p->count && s.cost > p->least + COST[TABLE]) return;  // beginning a table behind the cheapest is cheaper
    if (p->count == BEAM && s.cost >= p->states[p->worst].cost) return;
    if (!p->count || s.cost < p->least) p->least = s.cost;
    uint8_t i = 0;
    while (i < p->count && (p->states[i].columns != s.columns || p->states[i].lines != s.lines)) i++;
    if (i < p->count) {
        if (s.cost < p->states[i].cost) p->states[i] = s;
        else return;
    } else if (p->count < BEAM) {
        p->states[p->count++] = s;
    } else {
        p->states[p->worst] = s;
    }
    if (p->count < BEAM) return;
    for (i = 0, p->worst = 0; i < BEAM; i++)
        if (p->states[i].cost > p->states[p->worst].cost) p->worst = i;
}

static unsigned kind_of(unsigned glyph)
{
    switch (glyph) {
    case GLYPH_UPPER:
    case GLYPH_LOWER:
    case GLYPH_CASELESS: return 1;
    case GLYPH_DIGIT:
    case GLYPH_MONEY: return 2;
    case GLYPH_PIPE: return 3;
    default: return 4;
    }
}

// How alike two lines look, 0 to 4.
static int likeness(const struct shape *a, const struct shape *b)
{
    int like = (a->pipes == b->pipes) + (kind_of(a->first) == kind_of(b->first));
    like += kind_of(a->last) == kind_of(b->last) && kind_of(a->before_last) == kind_of(b->before_last);
    unsigned n = a->chars + 2u, m = b->chars + 2u;
    return like + (n <= 2 * m && m <= 2 * n);
}

static int row_gain(const struct grid *g, size_t first, size_t end, const struct state *before)
{
    if (!before->lines || before->columns == UNKNOWN) return 0;
    int gain = 0;
    size_t n = end - first, m = before->lines;
    for (size_t i = 0; i < n && i < m; i++)
        gain += likeness(g->lines[first + i].shape, g->lines[before->from + i].shape);
    return gain * COST[LIKE] / 4 + (n == m ? COST[SAME] : 0);
}

static int break_cost(const struct shape *before, const struct shape *s)
{
    if (lone(s)) return COST[BREAK_LONE];
    if (before->pipe_last && !s->pipes) return COST[TAIL];
    if (before->pipe_last && before->pipes > 1 && s->pipes > 1) return COST[BREAK_FULL];
    return COST[before->pipe_last ? BREAK_BAR : BREAK_TEXT];
}

// A row from `first` to before `end`, with `bars` bars, in every way it can go on from the states at `first`.
static void row_put(struct grid *g, size_t first, size_t end, unsigned bars, int cost)
{
    const struct position *p = &g->at[first];
    unsigned header = end < g->count ? g->lines[end].columns : 0;
    for (uint8_t i = 0; i < p->count; i++) {
        const struct state *s = &p->states[i];
        if (s->cost > p->least + COST[TABLE]) continue;
        struct state t = {.from = (uint32_t)first, .lines = (uint16_t)(end - first), .slot = i};
        int open = s->columns ? COST[TABLE] : 0;
        // a delimiter has rows behind it
        if (s->columns > 0 && !s->lines) open += COST[WRONG_DELIMITER];
        if (s->columns == UNKNOWN) open = 0;
        else if (s->columns > 0 && !header) {
            t.cost = s->cost + cost - row_gain(g, first, end, s) + (s->columns == 1 ? COST[ONE] : 0);
            t.columns = s->columns;
            if (bars > (unsigned)s->columns) t.cost += COST[OVER] * (int)(bars - (unsigned)s->columns);
            if (bars < (unsigned)s->columns) {
                t.cost += COST[RAGGED];
                put(g, end, t);
                t.cost += COST[SHORT] - COST[RAGGED];
                t.columns = (int16_t)-s->columns;
            }
            put(g, end, t);
        }
        t.fresh = s->columns != UNKNOWN;
        if (header) {
            t.columns = (int16_t)header;
            t.cost = s->cost + cost + open + (bars == header ? 0 : COST[WRONG_DELIMITER]);
            put(g, end, t);
            continue;
        }
        if (!bars) continue;
        if (bars == 1) {
            t.columns = UNKNOWN;
            t.cost = s->cost + cost + open + COST[LEAD];
            put(g, end, t);
            if (s->columns == UNKNOWN) continue;
        }
        t.columns = (int16_t)bars;
        t.cost = s->cost + cost + open + (bars == 1 ? COST[ONE] : 0);
        put(g, end, t);
        t.columns = (int16_t) - (int)bars;
        t.cost += COST[SHORT] / 2;
        put(g, end, t);
    }
}

static void rows_from(struct grid *g, size_t first)
{
    unsigned bars = 0;
    int cost = COST[ROW] + (first && lone(g->lines[first].shape) ? COST[LONE_START] : 0);
    for (size_t i = first; i < g->count && i < first + ROW_LINES && !g->lines[i].columns; i++) {
        const struct shape *s = g->lines[i].shape;
        if (i > first) cost += break_cost(g->lines[i - 1].shape, s);
        bars += s->pipes;
        if (i > first && bars > g->most) break;
        bool tail = i > first && !s->pipes && g->lines[i - 1].shape->pipe_last;
        row_put(g, first, i + 1, bars, cost + (s->pipe_last || tail ? 0 : COST[OPEN_END]));
    }
}

static void delimiter_put(struct grid *g, size_t at)
{
    const struct position *p = &g->at[at];
    for (uint8_t i = 0; i < p->count; i++) {
        struct state s = p->states[i];
        int columns = g->lines[at].columns;
        s.cost += s.columns == columns ? 0 : COST[WRONG_DELIMITER];
        s.columns = (int16_t)columns;
        s.lines = 0;
        s.from = (uint32_t)at;
        s.slot = i;
        s.fresh = false;
        put(g, at + 1, s);
    }
}

static void trace(struct grid *g)
{
    const struct position *p = &g->at[g->count];
    uint8_t slot = 0;
    for (uint8_t i = 1; i < p->count; i++)
        if (p->states[i].cost < p->states[slot].cost) slot = i;
    size_t at = p->count ? g->count : 0;
    while (at > 0) {
        const struct state *s = &g->at[at].states[slot];
        if (!g->lines[s->from].columns) {
            g->lines[s->from].row_starts = true;
            g->lines[s->from].table_starts = s->fresh;
        }
        slot = s->slot;
        at = s->from;
    }
}

// All lines are whole rows of one table, maybe with a delimiter behind the first: no need to search.
static bool plain(struct table_line *lines, size_t count)
{
    unsigned bars = lines[0].shape->pipes;
    for (size_t i = 0; i < count; i++) {
        if (lines[i].columns) {
            if (i != 1 || lines[i].columns != bars) return false;
        } else if (!lines[i].shape->pipe_last || lone(lines[i].shape) || lines[i].shape->pipes > bars ||
                   (lines[i].shape->pipes < bars && i + 1 < count)) {
            return false;
        }
    }
    if (bars < 2) return false;
    for (size_t i = 0; i < count; i++) lines[i].row_starts = !lines[i].columns;
    lines[0].table_starts = true;
    return true;
}

// A header printed on one line, right before its delimiter: here a table begins without doubt.
static bool header_at(const struct table_line *lines, size_t count, size_t i)
{
    return i + 1 < count && lines[i + 1].columns && lines[i].shape->pipes == lines[i + 1].columns &&
           lines[i].shape->pipe_last;
}

static bool search(struct table_line *lines, size_t count, struct arena *arena)
{
    struct grid g = {.lines = lines, .count = count, .most = FEWEST_MOST};
    g.at = arena_alloc(arena, (count + 1) * sizeof *g.at);
    if (!g.at) return false;
    for (size_t i = 0; i <= count; i++) g.at[i].count = 0;
    for (size_t i = 0; i < count; i++) {
        unsigned bars = lines[i].columns ? lines[i].columns : lines[i].shape->pipes;
        if (bars > g.most) g.most = bars < MOST_COLUMNS ? bars : MOST_COLUMNS;
    }
    g.at[0] = (struct position){.count = 1};
    for (size_t i = 0; i < count; i++) {
        if (!g.at[i].count) continue;
        if (lines[i].columns) delimiter_put(&g, i);
        else rows_from(&g, i);
    }
    trace(&g);
    return true;
}

bool table_rows(struct table_line *lines, size_t count, bool whole, struct arena *arena)
{
    if (whole) {
        for (size_t i = 0; i < count; i++) {
            lines[i].row_starts = !lines[i].columns;
            lines[i].table_starts = !i || (i + 1 < count && lines[i + 1].columns);
        }
        return true;
    }
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && !header_at(lines, count, end);) end++;
        if (!plain(lines + i, end - i) && !search(lines + i, end - i, arena)) return false;
    }
    return true;
}
