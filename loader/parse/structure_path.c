#include "parse/structure_path.h"

#include "parse/structure_grid.h"
#include "parse/structure_model.h"

#include <math.h>
#include <string.h>

enum {
    ROW_LINES = 64,     // a row has at most
    MOST_COLUMNS = 24,  // of tables whose rows are printed over several lines
    OVER_MOST = 2,      // bars inside cells, a row
    OPEN_MOST = 64,     // tables that are followed side by side
    LONG_CHARS = 150,
    PRUNED = 12,  // nats behind the best: out of the running
    ROW_BIT = 1 << ROLE_ROW,
    NEAR_COLUMNS = MOST_COLUMNS + OVER_MOST,  // tables of so many are found at once
};

// What oddities cost, in nats as likelihoods do; found by a search over the tables of the corpus
// (tests/train/search.py).
// clang-format off
enum cost {
    NEW_TABLE,      // a table begins
    NEXT_TABLE,     // … right behind another
    SAME_TABLE,     // … behind other lines, with as many columns as the one before them
    LEAD_TABLE,     // … behind rows of one cell, titles
    ONE,            // each row of one column
    BREAK_LINES,    // a line of text begins inside a cell
    FIRST_LINES,    // … inside a row's first
    LONG_TEXT,      // a line without a bar, when it is long; less the shorter it is
    LONE_START,     // a row begins with a bar
    BREAK_FULL,     // a line of several cells begins inside a row, behind another such line
    OVER,           // each bar more than the table has columns
    RAGGED,         // a row that isn't the last, and is printed on one line, has less
    WRONG,          // a delimiter whose columns are others than the row's before it
    FULL,           // gain for a row that is filled up, instead of likeness: its cells may have moved to the left
    COLUMN,         // each column of a table whose first row is printed over several lines
    ALIKE,          // factor of the likeness of cells below each other
    INSIDE,         // factor of the odds of a line that doesn't end its cell
    NEXT_WEIGHT,    // factor of what a role says about the next
    ROW_WEIGHT,     // … where one of them is a row
    WORTH_HEADING,  // factors of odds
    WORTH_ITEM,
    WORTH_ROW,
    WORTH_QUOTE,
    COST_COUNT
};
// clang-format on

#ifndef COSTS_ARE  // the search changes them
#define COSTS_ARE static const
#endif
COSTS_ARE float COST[COST_COUNT] = {
    [NEW_TABLE] = 0.77f,
    [NEXT_TABLE] = 6.3f,
    [SAME_TABLE] = 0.47f,
    [LEAD_TABLE] = 1.9f,
    [ONE] = 0.05f,
    [BREAK_LINES] = 0.25f,
    [FIRST_LINES] = 0.27f,
    [LONG_TEXT] = 4.9f,
    [LONE_START] = 0.12f,
    [BREAK_FULL] = 0.06f,
    [OVER] = 4,
    [RAGGED] = 1.7f,
    [WRONG] = 10,
    [FULL] = 3.9f,
    [COLUMN] = 0.36f,
    [ALIKE] = 0.6f,
    [INSIDE] = 0.15f,
    [NEXT_WEIGHT] = 0.2f,
    [ROW_WEIGHT] = 0.2f,
    [WORTH_HEADING] = 1.3f,
    [WORTH_ITEM] = 1.1f,
    [WORTH_ROW] = 1.1f,
    [WORTH_QUOTE] = 0.8f,
};

static const float NEVER = -1e9f;

// The best way to end a row right before a line, of a table with so many columns.
struct state {
    float score;
    int columns;                 // negative once the table has ended
    uint32_t from;               // the line at which the row begins
    uint8_t rows;                // of the table, at most 3
    uint8_t role;                // of the line before the row, when no row ends there
    bool fresh;                  // the table begins with this row
    bool delimiter;              // it is one
    const struct state *before;  // the row before, of this table or another
    struct state *next;          // another that ends at the same line
    float alike;                 // scratch: the likeness of the row that is being tried
};

// What is known before a line: of the best way on which the line before plays a role.
struct place {
    float score[ROLE_COUNT];
    int16_t columns[ROLE_COUNT];  // of the last table on that way
    uint8_t role[ROLE_COUNT];     // of the line before that one
    uint8_t roles;                // that the line before may play: a bit for each; only these have a score
    float row;                    // what the line says by itself as a part of a row
    struct state *states;         // rows that end here
    struct state **of;            // … by their columns, from -NEAR_COLUMNS to NEAR_COLUMNS; NULL where there are none
    const struct state *top;      // the best of them, whose score is that of ROLE_ROW
};

struct path {
    const struct part *parts;
    struct path_line *lines;
    size_t count;
    bool whole;
    struct place *at;
    const struct grid *grid;
    struct arena *arena;
    float step[3][ROLE_COUNT][ROLE_COUNT];  // what a role says about the next: behind a bar, behind others, at first
};

static float own(const struct path *p, size_t i, int role)
{
    if (role == ROLE_PARAGRAPH && p->lines[i].odds[role] == 1) return 0;  // the most
    static const uint8_t worth[ROLE_COUNT] = {
        [ROLE_HEADING] = WORTH_HEADING, [ROLE_ITEM] = WORTH_ITEM, [ROLE_ROW] = WORTH_ROW, [ROLE_QUOTE] = WORTH_QUOTE};
    return logf(p->lines[i].odds[role] * (worth[role] ? COST[worth[role]] : 1));
}

static const float *step_to(const struct path *p, size_t i, int from)
{
    return p->step[i ? !p->parts[i - 1].shape.pipe_last : 2][from];
}

// Line i plays a role that is no row's.
static void line_put(struct path *p, size_t i, int role)
{
    const struct place *from = &p->at[i];
    struct place *to = &p->at[i + 1];
    int best = 0;
    float score = NEVER;
    for (unsigned roles = from->roles; roles; roles &= roles - 1) {
        int q = __builtin_ctz(roles);
        float s = from->score[q] + step_to(p, i, q)[role];
        if (s > score) score = s, best = q;
    }
    to->score[role] = score + own(p, i, role);
    to->roles = (uint8_t)(to->roles | 1u << role);
    to->role[role] = (uint8_t)best;
    int columns = best == ROLE_ROW ? from->top->columns : from->columns[best];
    to->columns[role] = (int16_t)(columns < 0 ? -columns : columns);
}

// The state with so many columns, or NULL; *near: where it is to be kept to be found at once, or NULL.
static struct state *state_of(const struct place *place, int columns, struct state ***near)
{
    *near = columns >= -NEAR_COLUMNS && columns <= NEAR_COLUMNS ? &place->of[columns + NEAR_COLUMNS] : NULL;
    if (*near) return **near;
    struct state *t = place->states;
    while (t && t->columns != columns) t = t->next;
    return t;
}

// Keeps the best state of each number of columns.
static bool state_put(struct path *p, size_t to, const struct state *s)
{
    struct place *place = &p->at[to];
    if (place->top && s->score < place->top->score - PRUNED) return true;
    if (!place->of) {
        size_t bytes = (2 * NEAR_COLUMNS + 1) * sizeof(struct state *);
        place->of = arena_alloc(p->arena, bytes);
        if (!place->of) return false;
        memset(place->of, 0, bytes);
    }
    struct state **near, *t = state_of(place, s->columns, &near);
    if (t && t->score >= s->score) return true;
    struct state *next = t ? t->next : place->states;
    if (!t) {
        place->states = t = arena_alloc(p->arena, sizeof *t);
        if (!t) return false;
        if (near) *near = t;
    }
    *t = *s;
    t->next = next;
    if (!place->top || t->score > place->top->score) place->top = t;
    return true;
}

// How a table may begin at a line: behind lines of other roles, or behind another table.
struct opening {
    struct state other, next;  // next.score: NEVER when no table ends there
};

static struct opening opening_at(const struct path *p, size_t i)
{
    const struct place *from = &p->at[i];
    struct state new = {.score = i ? NEVER : 0, .from = (uint32_t)i, .fresh = true, .rows = 1};
    struct opening o = {new, new};
    o.next.score = NEVER;
    for (unsigned roles = i ? from->roles & ~ROW_BIT : 0; roles; roles &= roles - 1) {
        int q = __builtin_ctz(roles);
        float score = from->score[q] + step_to(p, i, q)[ROLE_ROW];
        if (score > o.other.score) o.other.score = score, o.other.role = (uint8_t)q;
    }
    for (const struct state *t = from->states; t; t = t->next) {
        bool lead = t->columns == 1 && t->rows < 3;
        float score = t->score + step_to(p, i, ROLE_ROW)[ROLE_ROW] - COST[lead ? LEAD_TABLE : NEXT_TABLE];
        if (score > o.next.score) o.next.score = score, o.next.before = t;
    }
    return o;
}

static struct state table_begin(const struct path *p, const struct opening *o, int columns)
{
    struct state s = o->other;
    bool same = s.from && p->at[s.from].columns[s.role] == columns;
    s.score -= COST[same ? SAME_TABLE : NEW_TABLE];
    if (o->next.score > s.score) s = o->next;
    s.columns = columns;
    return s;
}

// Line i ends in bars that fill its row up: the row ends there.
static bool fills_up(const struct path *p, size_t i)
{
    return p->parts[i].shape.pipes > 1 && !p->grid->looks[p->grid->bars[i + 1] - 1].lines;
}

// What line i says by itself as a part of a row.
static float worth_alone(const struct path *p, size_t i)
{
    const struct shape *s = &p->parts[i].shape;
    float score = own(p, i, ROLE_ROW) * (s->pipe_last ? 1 : COST[INSIDE]);
    float length = s->chars < LONG_CHARS ? (float)s->chars / LONG_CHARS : 1;
    return s->pipes ? score : score - COST[LONG_TEXT] * length * length;
}

// The same of the row that begins at line `first`.
static float line_worth(const struct path *p, size_t first, size_t i)
{
    const struct shape *s = &p->parts[i].shape;
    float score = p->at[i].row;
    if (i == first) return score - (first && s->pipe_first ? COST[LONE_START] : 0);
    const struct shape *before = &p->parts[i - 1].shape;
    score += step_to(p, i, ROLE_ROW)[ROLE_ROW];
    if (!before->pipe_last && !s->pipe_first) {
        score -= COST[BREAK_LINES];
        if (p->grid->bars[i] == p->grid->bars[first]) score -= COST[FIRST_LINES];
    } else if (before->pipe_last && before->pipes > 1 && s->pipes > 1) {
        score -= COST[BREAK_FULL];
    }
    return score;
}

// The row from `first` to line `last` goes on with the table of state t. t->alike: of its cells before line `last`.
static bool row_go_on(struct path *p, struct state *t, size_t first, size_t last, float score)
{
    const uint32_t *bars = p->grid->bars;
    int have = (int)(bars[last + 1] - bars[first]), before = (int)(bars[last] - bars[first]), columns = t->columns;
    if (last + 1 < p->count && p->lines[last + 1].columns) return true;  // a header begins a table
    if (p->whole) before = have = columns;  // what a line holds is a row, whatever its bars
    if (have > columns + OVER_MOST) return true;
    // the row above may have less cells
    uint32_t above = bars[t->from], cells = bars[first] - above;
    for (int k = before; k < have && k < columns && k < (int)cells && t->rows > 1; k++)
        t->alike +=
            (float)grid_alike(p->grid, above + (uint32_t)k, bars[first] + (uint32_t)k) * COST[ALIKE] / FOREST_SCALE;
    struct state n = {.columns = columns, .rows = t->rows < 3 ? t->rows + 1 : 3, .from = (uint32_t)first, .before = t};
    n.score = t->score + step_to(p, first, ROLE_ROW)[ROLE_ROW] + score - (columns == 1 ? COST[ONE] : 0);
    float full = fills_up(p, last) ? COST[FULL] : 0;
    n.score += t->alike > full ? t->alike : full;
    if (have > columns) n.score -= COST[OVER] * (float)(have - columns);
    if (have >= columns) return state_put(p, last + 1, &n);
    if (!p->parts[last].shape.pipe_last) return true;
    n.columns = -columns;  // the last row may have less
    if (!state_put(p, last + 1, &n)) return false;
    n.columns = columns;
    n.score -= COST[RAGGED];
    return last > first || state_put(p, last + 1, &n);
}

// The row from `first` to line `last` is a table's first.
static bool row_begin(struct path *p, const struct opening *o, size_t first, size_t last, float score)
{
    int have = (int)(p->grid->bars[last + 1] - p->grid->bars[first]);
    int header = last + 1 < p->count ? p->lines[last + 1].columns : 0;
    if (p->whole && header) have = header;
    if ((have > MOST_COLUMNS && last > first) || (!header && !p->parts[last].shape.pipe_last)) return true;
    struct state n = table_begin(p, o, have);
    n.score += score - (have == 1 ? COST[ONE] : 0) - (last > first ? COST[COLUMN] * (float)have : 0);
    if (header && header != have) n.columns = header, n.score -= COST[WRONG];
    return state_put(p, last + 1, &n);
}

// The tables that can go on at a line, without those far behind the best. most: the largest number of columns.
static size_t open_tables(const struct path *p, size_t first, struct state **open, uint32_t *most)
{
    const struct place *place = &p->at[first];
    size_t n = 0;
    *most = MOST_COLUMNS;
    if (p->parts[first].blank_before) return 0;
    for (struct state *t = place->states; t && n < OPEN_MOST; t = t->next) {
        if (t->columns <= 0 || t->score < place->top->score - PRUNED) continue;
        t->alike = 0;
        if (t->columns > (int)*most) *most = (uint32_t)t->columns;
        open[n++] = t;
    }
    return n;
}

// All rows that begin at line `first`: of the tables that are open there, and of new ones.
static bool rows_put(struct path *p, size_t first)
{
    struct state *open[OPEN_MOST];
    uint32_t most;
    size_t n = open_tables(p, first, open, &most);
    struct opening opening = opening_at(p, first);
    const uint32_t *bars = p->grid->bars;
    float score = 0;
    for (size_t i = first; i < p->count && i < first + ROW_LINES; i++) {
        if (p->lines[i].columns || p->lines[i].odds[ROLE_ROW] <= 0) break;
        if (i > first && (p->whole || p->parts[i].blank_before || bars[i] - bars[first] > most || fills_up(p, i - 1)))
            break;
        score += line_worth(p, first, i);
        if (score < -PRUNED) break;
        if (bars[i + 1] == bars[first]) continue;
        int have = (int)(bars[i + 1] - bars[first]);
        for (size_t k = 0; k < n;) {
            if (!row_go_on(p, open[k], first, i, score)) return false;
            if (open[k]->columns <= have) open[k] = open[--n];
            else k++;
        }
        if (!row_begin(p, &opening, first, i, score)) return false;
    }
    return true;
}

// A delimiter behind its header, or, what it shouldn't be, behind something else.
static bool delimiter_put(struct path *p, size_t at)
{
    int columns = p->lines[at].columns;
    struct opening opening = opening_at(p, at);
    struct state s = table_begin(p, &opening, columns);
    s.delimiter = true;
    s.score -= COST[WRONG];
    if (!state_put(p, at + 1, &s)) return false;
    for (const struct state *t = p->at[at].states; t; t = t->next) {
        struct state n = {.score = t->score, .columns = columns, .rows = 1, .from = (uint32_t)at, .before = t};
        n.delimiter = true;
        if (!state_put(p, at + 1, &n)) return false;
    }
    return true;
}

static void trace(struct path *p)
{
    const struct place *end = &p->at[p->count];
    int role = -1;
    for (unsigned roles = end->roles; roles; roles &= roles - 1) {
        int r = __builtin_ctz(roles);
        if (role < 0 || end->score[r] > end->score[role]) role = r;
    }
    const struct state *s = end->top;
    for (size_t i = p->count; i > 0;) {
        if (role != ROLE_ROW) {
            int before = p->at[i--].role[role];
            p->lines[i].role = (uint8_t)role;
            role = before;
            s = p->at[i].top;
            continue;
        }
        for (; i > s->from; i--) p->lines[i - 1].role = ROLE_ROW;
        p->lines[i].row_starts = !s->delimiter;
        p->lines[i].table_starts = s->fresh;
        role = s->before ? ROLE_ROW : s->role;
        s = s->before;
    }
}

static bool begin(struct path *p)
{
    size_t n = p->count;
    p->at = arena_alloc(p->arena, (n + 1) * sizeof *p->at);
    p->grid = grid_new(p->parts, p->lines, n, p->arena);
    if (!p->at || !p->grid) return false;
    for (size_t i = 0; i <= n; i++) {
        p->at[i] = (struct place){0};
        if (i < n && p->lines[i].odds[ROLE_ROW] > 0) p->at[i].row = worth_alone(p, i);
    }
    p->at[0].roles = 1u << ROLE_PARAGRAPH;
    for (int bar = 0; bar < 2; bar++)
        for (int q = 0; q < ROLE_COUNT; q++)
            for (int r = 0; r < ROLE_COUNT; r++)
                p->step[bar][q][r] = (float)MODEL_NEXT[bar][q][r] / FOREST_SCALE *
                                     COST[q == ROLE_ROW || r == ROLE_ROW ? ROW_WEIGHT : NEXT_WEIGHT];
    return true;
}

bool path_decide(const struct part *parts, struct path_line *lines, size_t count, bool whole, struct arena *arena)
{
    struct path p = {.parts = parts, .lines = lines, .count = count, .whole = whole, .arena = arena};
    if (!begin(&p)) return false;
    for (size_t i = 0; i <= count; i++) {
        struct place *place = &p.at[i];
        if (place->top) place->score[ROLE_ROW] = place->top->score, place->roles |= ROW_BIT;
        if (i == count) break;
        lines[i].row_starts = lines[i].table_starts = false;
        if (lines[i].columns) {
            if (!delimiter_put(&p, i)) return false;
            continue;
        }
        for (int r = 0; r < ROLE_COUNT; r++)
            if (r != ROLE_ROW && lines[i].odds[r] > 0) line_put(&p, i, r);
        if (lines[i].odds[ROLE_ROW] > 0 && !rows_put(&p, i)) return false;
    }
    trace(&p);
    return true;
}
