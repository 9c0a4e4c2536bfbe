#include "parse/extracted/path.h"

#include "base/inline.h"
#include "parse/extracted/costs.h"
#include "parse/extracted/grid.h"
#include "parse/extracted/model.h"

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

static const float NEVER = -1e9f;

// The best way to end a row right before a line, of a table with so many columns.
struct state {
    float score;
    int columns;                 // negative once the table has ended
    const struct place *from;    // where the row begins
    const struct state *before;  // the row before, of this table or another
    struct state *next;          // another that ends at the same line and can go on
    float alike;                 // scratch: the likeness of the row that is being tried
    uint8_t rows;                // of the table, at most 3
    uint8_t role;                // of the line before the row, when no row ends there
    bool fresh;                  // the table begins with this row
};

// A line as a part of rows, when it may be one.
struct piece {
    float begins;     // what it says as a row's first
    float after;      // … behind lines of its row
    float begun;      // … in its first cell
    bool goes_on;     // it may stand behind lines of its row
    bool ends;        // any row may end with it, else only those that have all their cells
    bool fills;       // it ends in bars that fill its row up: the row ends there
    uint16_t header;  // columns of the delimiter behind it
};

// What is known before a line: of the best way on which the line before plays a role.
struct place {
    float score[ROLE_COUNT];
    int16_t columns[ROLE_COUNT];      // of the last table on that way
    uint8_t role[ROLE_COUNT];         // of the line before that one
    uint8_t roles;                    // that the line before may play: a bit for each; only these have a score
    struct piece piece;               // of the line
    uint32_t bars;                    // before it
    const float (*step)[ROLE_COUNT];  // from the role of the line before to the line's
    struct state *states;             // rows that end here, of tables that can go on
    struct state *of;         // … by their columns, up to NEAR_COLUMNS; the first: the best of a table that has ended
    struct state *going_on;   // the same of those whose row lacks cells, and isn't the table's last
    const struct state *top;  // the best of all, whose score is that of ROLE_ROW
};

struct path {
    const struct part *parts;
    struct path_line *lines;
    size_t count;
    bool whole;
    struct place *at;
    const struct grid *grid;
    struct arena *arena;
    float worth[ROLE_COUNT];                // factors of odds
    float step[3][ROLE_COUNT][ROLE_COUNT];  // what a role says about the next: behind a bar, behind others, at first
    float rare;  // for each of the best role's odds: with less, what the lines beside say can't make up for it
};

// The line plays a role that is no row's. own: what it says by itself.
static void role_put(const struct place *from, struct place *to, int role, float own)
{
    int best = 0;
    float score = NEVER;
    for (unsigned roles = from->roles; roles; roles &= roles - 1) {
        int q = __builtin_ctz(roles);
        float s = from->score[q] + from->step[q][role];
        if (s > score) score = s, best = q;
    }
    to->score[role] = score + own;
    to->role[role] = (uint8_t)best;
    int columns = best == ROLE_ROW ? from->top->columns : from->columns[best];
    to->columns[role] = (int16_t)(columns < 0 ? -columns : columns);
}

// Line i plays any role that is no row's.
static void line_put(struct path *p, size_t i)
{
    const float *odds = p->lines[i].odds;
    struct place *to = &p->at[i + 1];
    float worth[ROLE_COUNT], most = 0;
    unsigned all = 0, kept = 0;
#pragma GCC unroll 6
    for (unsigned r = 0; r < ROLE_COUNT; r++) {
        if (r == ROLE_ROW || odds[r] <= 0) continue;
        all |= 1u << r;
        worth[r] = odds[r] * p->worth[r];
        if (worth[r] > most) most = worth[r];
    }
    for (; all; all &= all - 1) {
        int r = __builtin_ctz(all);
        if (worth[r] < most * p->rare) continue;
        role_put(&p->at[i], to, r, worth[r] == 1 ? 0 : logf(worth[r]));
        kept |= 1u << r;
    }
    to->roles = (uint8_t)kept;
}

static struct state *states_new(struct path *p)
{
    struct state *of = arena_alloc(p->arena, (NEAR_COLUMNS + 1) * sizeof *of);
    for (int i = 0; of && i <= NEAR_COLUMNS; i++) of[i].score = NEVER;
    return of;
}

// The state with so many columns of many.
static struct state *state_wide(struct path *p, struct place *place, int columns)
{
    struct state *t = place->states;
    while (t && t->columns != columns) t = t->next;
    if (t) return t;
    t = arena_alloc(p->arena, sizeof *t);
    if (t) t->score = NEVER;
    return t;
}

// Where a state is to be kept: the best of each number of columns is, and of the tables that have ended; and of those
// that may not end here. NULL when there is a better one, and when the arena is full (which it tells).
static inline struct state *state_put(struct path *p, struct place *place, bool may_end, int columns, float score)
{
    if (place->top ? score < place->top->score - PRUNED : !may_end) return NULL;
    struct state **of = may_end ? &place->of : &place->going_on;
    if (!*of && !(*of = states_new(p))) return NULL;
    struct state *t = columns > NEAR_COLUMNS ? state_wide(p, place, columns) : &(*of)[columns < 0 ? 0 : columns];
    if (!t || t->score >= score) return NULL;
    if (t->score <= NEVER && columns > 0) t->next = place->states, place->states = t;
    if (may_end && (!place->top || score > place->top->score)) place->top = t;
    t->score = score;
    t->columns = columns;
    return t;
}

// How a table may begin at a line: behind lines of other roles, or behind another table.
struct opening {
    const struct place *from;
    float other, next;           // scores; next: NEVER when no table ends there
    int columns;                 // of the table before the other lines
    uint8_t role;                // of the line before, when it is no row
    const struct state *before;  // the other table's last row
};

static void opening_behind(struct opening *o, const struct state *t, float step)
{
    bool lead = t->columns == 1 && t->rows < 3;
    float score = t->score + step - COST[lead ? LEAD_TABLE : NEXT_TABLE];
    if (score > o->next) o->next = score, o->before = t;
}

static struct opening opening_at(const struct path *p, const struct place *from)
{
    bool first = from == p->at;
    struct opening o = {.from = from, .other = first ? 0 : NEVER, .next = NEVER};
    for (unsigned roles = first ? 0 : from->roles & ~ROW_BIT; roles; roles &= roles - 1) {
        int q = __builtin_ctz(roles);
        float score = from->score[q] + from->step[q][ROLE_ROW];
        if (score > o.other) o.other = score, o.role = (uint8_t)q;
    }
    o.columns = from->columns[o.role];
    if (!from->top) return o;
    // of the others only titles could do better than the best
    float step = from->step[ROLE_ROW][ROLE_ROW];
    opening_behind(&o, from->top, step);
    if (from->of[1].score > NEVER) opening_behind(&o, &from->of[1], step);
    return o;
}

// A table of so many columns begins with a row up to `to`; a delimiter (or 0) says that it has `header` columns.
INLINE void table_begin(struct path *p, const struct opening *o, struct place *to, int columns, int header, float score)
{
    float other = o->other - COST[columns == o->columns ? SAME_TABLE : NEW_TABLE];
    bool behind = o->next > other;
    score += behind ? o->next : other;
    if (header && header != columns) columns = header, score -= COST[WRONG];
    struct state *t = state_put(p, to, true, columns, score);
    if (!t) return;
    t->from = o->from;
    t->before = behind ? o->before : NULL;
    t->rows = 1;
    t->role = o->role;
    t->fresh = true;
}

// A row goes on with the table of state t, which gets so many columns.
static struct state *row_put(struct path *p, const struct state *t, const struct place *from, struct place *to,
                             bool may_end, int columns, float score)
{
    struct state *n = state_put(p, to, may_end, columns, score);
    if (!n) return NULL;
    n->from = from;
    n->before = t;
    n->rows = t->rows < 3 ? t->rows + 1 : 3;
    n->fresh = false;
    return n;
}

// The same for all numbers of columns that it may get. t->alike: of its cells before its last line.
static void row_go_on(struct path *p, struct state *t, const struct place *from, struct place *to, float score)
{
    const struct place *last = to - 1;
    int have = (int)(to->bars - from->bars), before = (int)(last->bars - from->bars), columns = t->columns;
    if (p->whole) before = have = columns;  // what a line holds is a row, whatever its bars
    if (have > columns + OVER_MOST) return;
    uint32_t above = t->from->bars;
    int cells = t->rows > 1 ? (int)(from->bars - above) : 0;
    if (cells > columns) cells = columns;  // the row above may have less
    for (int k = before; k < have && k < cells; k++)
        t->alike +=
            (float)grid_alike(p->grid, above + (uint32_t)k, from->bars + (uint32_t)k) * COST[ALIKE] / FOREST_SCALE;
    if (have < columns && !last->piece.ends) return;
    float full = last->piece.fills ? COST[FULL] : 0;
    score += t->score + from->step[ROLE_ROW][ROLE_ROW] - (columns == 1 ? COST[ONE] : 0);
    float alike = t->alike > full ? t->alike : full;
    if (have >= columns) {
        row_put(p, t, from, to, true, columns, score + alike - COST[OVER] * (float)(have - columns));
        return;
    }
    // of a table whose rows are printed over several lines, cells that begin a row don't make up for those it lacks
    bool spread = t->rows > 1 && (last > from || from - t->from > 1);
    if (!spread || alike < 0) score += alike;
    row_put(p, t, from, to, true, -columns, score - (spread ? COST[SHORT] : 0));  // the last row may have less
    if (last == from) row_put(p, t, from, to, !spread || columns > NEAR_COLUMNS, columns, score - COST[RAGGED]);
}

// The tables that can go on at a line, without those far behind the best. *most is raised to their columns.
static size_t open_tables(const struct place *place, struct state **open, int *most)
{
    size_t n = 0;
    for (struct state *t = place->states; t && n < OPEN_MOST; t = t->next) {
        if (t->score < place->top->score - PRUNED) continue;
        t->alike = 0;
        if (t->columns > *most) *most = t->columns;
        open[n++] = t;
    }
    return n;
}

// Columns of a table that begins with the row between two places: of one cell, one, for it is a title.
static int columns_of(const struct path *p, const struct place *from, const struct place *to)
{
    int have = (int)(to->bars - from->bars), filled = 0;
    for (int k = p->parts[from - p->at].shape.pipe_first; p->whole && k < have; k++)
        filled += p->grid->looks[from->bars + (uint32_t)k].lines > 0;
    return filled == 1 ? 1 : have;
}

// All rows that begin at a line: of the tables that are open there, and of new ones.
static void rows_put(struct path *p, const struct part *part, struct place *from)
{
    struct state *open[OPEN_MOST];
    int most = MOST_COLUMNS;
    size_t n = part->blank_before ? 0 : open_tables(from, open, &most);
    struct opening opening = opening_at(p, from);
    float score = from->piece.begins;
    for (struct place *last = from; score >= -PRUNED;) {
        const struct piece *piece = &last->piece;
        struct place *to = last + 1;
        int have = (int)(to->bars - from->bars);
        for (size_t k = 0; k < n && have && !piece->header;) {
            row_go_on(p, open[k], from, to, score);
            if (open[k]->columns <= have) open[k] = open[--n];
            else k++;
        }
        if (have && piece->ends && (have <= MOST_COLUMNS || last == from)) {
            int columns = p->whole && piece->header ? piece->header : columns_of(p, from, to);
            float worth = score - (columns == 1 ? COST[ONE] : 0) - (last > from ? COST[COLUMN] * (float)columns : 0);
            table_begin(p, &opening, to, columns, piece->header, worth);
        }
        if (!to->piece.goes_on || have > most || to == from + ROW_LINES) break;
        score += have ? to->piece.after : to->piece.begun;
        last = to;
    }
}

// A delimiter behind its header, or, what it shouldn't be, behind something else.
static void delimiter_put(struct path *p, const struct place *from, struct place *to, int columns)
{
    const struct state *t = from->top;
    struct opening opening = opening_at(p, from);
    table_begin(p, &opening, to, columns, 0, -COST[WRONG]);
    struct state *n = t ? row_put(p, t, from, to, true, columns, t->score) : NULL;
    if (n) n->rows = 1;
}

// Text behind the last bar of the rows that end before it.
static void behind_put(const struct place *from, struct place *to)
{
    to->states = from->states;
    to->of = from->of;
    to->going_on = from->going_on;
    to->top = from->top;
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
            p->lines[i - 1].role = (uint8_t)role;
            role = p->at[i--].role[role];
            s = p->at[i].top;
            continue;
        }
        for (; s->from < &p->at[i]; i--) p->lines[i - 1].role = ROLE_ROW;
        p->lines[i].row_starts = !p->lines[i].columns;
        p->lines[i].table_starts = s->fresh;
        role = s->before ? ROLE_ROW : s->role;
        s = s->before;
    }
}

// What line i says as a part of rows. Of the lines before it is known.
static struct piece piece_of(const struct path *p, size_t i)
{
    const struct shape *s = &p->parts[i].shape, *before = i ? &p->parts[i - 1].shape : NULL;
    float own = logf(p->lines[i].odds[ROLE_ROW] * p->worth[ROLE_ROW]);
    struct piece piece = {.begins = own * (s->pipe_last ? 1 : COST[INSIDE])};
    float length = s->chars < LONG_CHARS ? (float)s->chars / LONG_CHARS : 1;
    if (!s->pipes) piece.begins -= COST[LONG_TEXT] * length * length;
    piece.header = i + 1 < p->count ? p->lines[i + 1].columns : 0;
    piece.ends = s->pipe_last || piece.header;
    piece.fills = s->pipes > 1 && !p->grid->looks[p->grid->bars[i + 1] - 1].lines;
    if (!before) return piece;
    piece.goes_on =
        !p->whole && p->lines[i].step == STEP_OPEN && !p->parts[i].blank_before && !p->at[i - 1].piece.fills;
    bool inside = !before->pipe_last && !s->pipe_first;
    piece.after = piece.begins + p->at[i].step[ROLE_ROW][ROLE_ROW];
    if (s->pipe_first) piece.begins -= COST[LONE_START];
    if (inside) piece.after -= COST[BREAK_LINES];
    else if (before->pipe_last && before->pipes > 1 && s->pipes > 1) piece.after -= COST[BREAK_FULL];
    piece.begun = piece.after - (inside ? COST[FIRST_LINES] : 0);
    return piece;
}

static void weights_begin(struct path *p)
{
    for (int r = 0; r < ROLE_COUNT; r++) p->worth[r] = 1;
    p->worth[ROLE_HEADING] = COST[WORTH_HEADING];
    p->worth[ROLE_ITEM] = COST[WORTH_ITEM];
    p->worth[ROLE_ROW] = COST[WORTH_ROW];
    p->worth[ROLE_QUOTE] = COST[WORTH_QUOTE];
    for (int bar = 0; bar < 2; bar++)
        for (int q = 0; q < ROLE_COUNT; q++)
            for (int r = 0; r < ROLE_COUNT; r++)
                p->step[bar][q][r] = (float)MODEL_NEXT[bar][q][r] / FOREST_SCALE *
                                     COST[q == ROLE_ROW || r == ROLE_ROW ? ROW_WEIGHT
                                          : q == ROLE_ITEM               ? ITEM_WEIGHT
                                                                         : NEXT_WEIGHT];
    p->step[1][ROLE_ITEM][ROLE_PARAGRAPH] = 0;  // a list may end anywhere
    // a line has two steps, and no two of them are further apart than 16 bits reach
    float most = fmaxf(fmaxf(COST[ROW_WEIGHT], COST[NEXT_WEIGHT]), COST[ITEM_WEIGHT]);
    p->rare = expf(-2 * most * (UINT16_MAX / (float)FOREST_SCALE));
}

static bool begin(struct path *p)
{
    size_t n = p->count;
    p->at = arena_alloc(p->arena, (n + 1) * sizeof *p->at);
    p->grid = grid_new(p->parts, p->lines, n, p->arena);
    if (!p->at || !p->grid) return false;
    weights_begin(p);
    for (size_t i = 0; i <= n; i++) {
        struct place *place = &p->at[i];
        *place = (struct place){.bars = p->grid->bars[i]};
        place->step = p->step[!i ? 2 : !p->parts[i - 1].shape.pipe_last];
        if (i < n && p->lines[i].odds[ROLE_ROW] > 0 && !p->lines[i].columns) place->piece = piece_of(p, i);
    }
    p->at[0].roles = 1u << ROLE_PARAGRAPH;
    return true;
}

bool path_decide(const struct part *parts, struct path_line *lines, size_t count, bool whole, struct arena *arena)
{
    struct path p = {.parts = parts, .lines = lines, .count = count, .whole = whole, .arena = arena};
    if (!begin(&p)) return false;
    for (size_t i = 0; i <= count && !arena->failed; i++) {
        struct place *place = &p.at[i];
        if (place->top) place->score[ROLE_ROW] = place->top->score, place->roles |= ROW_BIT;
        if (i == count) break;
        lines[i].row_starts = lines[i].table_starts = false;
        if (lines[i].columns) {
            delimiter_put(&p, place, place + 1, lines[i].columns);
            continue;
        }
        if (lines[i].step == STEP_BEHIND && place->top) {
            behind_put(place, place + 1);
            continue;
        }
        line_put(&p, i);
        if (lines[i].odds[ROLE_ROW] > 0) rows_put(&p, &parts[i], place);
    }
    if (!arena->failed) trace(&p);
    return !arena->failed;
}
