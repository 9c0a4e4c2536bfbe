#include "base/utf8.h"
#include "parse/layout/table.h"
#include "parse/line.h"

enum {
    REGION_LINES = 400,
    WIDTH = 512,     // columns of a line that count
    FEW_ROWS = 2,    // rows of a table at least …
    MORE_ROWS = 3,   // … where each line is a block, or lines are code as well as rows
    LONG_LINE = 60,  // a line of text: no row unless it has gaps
    SPANS = 8,       // one line in so many may have a cell over several columns
    BARE_LINES = 2,  // lines without a gap in a row at most
};

// Which columns are taken by letters, and in how many of the lines.
struct taken {
    uint16_t at[WIDTH];
    uint16_t lines;
    uint32_t first, last;
    bool narrow;
};

static void taken_add(struct taken *t, const struct source_line *line)
{
    uint32_t at = line->indent;
    t->lines++;
    if (at < t->first) t->first = at;
    for (size_t i = 0, n; i < line->text.n && at < WIDTH; i += n) {
        uint32_t c = utf8_decode(str_slice(line->text, i, line->text.n), &n);
        uint32_t columns =
            n == 1 ? (c == '\t' ? 8 - at % 8 : 1) : source_columns_as(str_slice(line->text, i, i + n), at, t->narrow);
        bool blank = str_space_first(str_slice(line->text, i, line->text.n)) > 0;
        for (uint32_t k = 0; k < columns && at < WIDTH; k++, at++) t->at[at] += !blank;
    }
    if (at > t->last) t->last = at;
}

// Two or more spaces inside a line; behind a sentence's end two are how some people type.
static bool has_gap(const struct source_line *line)
{
    struct str s = line->text;
    if (s.n && s.p[s.n - 1] == '|') return false;
    for (size_t i = 1; i + 2 < s.n; i++) {
        if (s.p[i] != ' ' || s.p[i + 1] != ' ') continue;
        size_t end = i;
        while (s.p[end] == ' ') end++;
        if (end - i > 2 || !strchr(".?!:", s.p[i - 1])) return true;
        i = end;
    }
    return false;
}

// Nothing but the signs that lines are drawn with.
static bool is_drawn(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!strchr("-=+_|. ", s.p[i])) return false;
    return true;
}

struct gutters {
    bool narrow;                                      // all characters are counted as one column
    uint32_t from[TABLE_COLUMNS], to[TABLE_COLUMNS];  // blank columns: from to before to
    size_t count;
};

static void add_gutter(const struct taken *t, struct gutters *g, uint32_t from, uint32_t to)
{
    bool room = g->count < TABLE_COLUMNS - 1;
    if (from > t->first && to < t->last && room) g->from[g->count] = from, g->to[g->count++] = to;
}

// Behind the columns from k on that letters take in at most `most` lines.
static uint32_t free_end(const struct taken *t, uint32_t k, uint32_t end, uint32_t most)
{
    while (k < end && t->at[k] <= most) k++;
    return k;
}

// Columns that no letter takes; where none are, those over which the cells of a few lines go.
static void gutters_of(const struct taken *t, struct gutters *g)
{
    uint32_t last = t->last < WIDTH ? t->last : WIDTH, spans = t->lines / SPANS;
    g->count = 0;
    for (uint32_t k = t->first, to; k < last; k = to + 1) {
        to = free_end(t, k, last, spans);
        bool any = false;
        for (uint32_t i = k, end; i < to; i = end + 1) {
            end = free_end(t, i, to, 0);
            if (end > i) add_gutter(t, g, i, end), any = true;
        }
        if (!any && to > k) add_gutter(t, g, k, to);
    }
}

// A cell of the line goes over the gutter.
static bool crosses(const struct source_line *line, const struct gutters *g, size_t k)
{
    return str_trim(table_cut(line->whole, g->from[k], g->to[k], g->narrow)).n;
}

// A cell over several columns stands in the first of them.
static struct str cell_of(const struct source_line *line, const struct gutters *g, size_t column)
{
    if (column && crosses(line, g, column - 1)) return STR("");
    uint32_t from = column ? g->to[column - 1] : 0;
    while (column < g->count && crosses(line, g, column)) column++;
    uint32_t to = column < g->count ? g->from[column] : UINT32_MAX;
    return str_trim(table_cut(line->whole, from, to, g->narrow));
}

// A line's text left and right of a gutter stands a space apart: by chance, unless other lines bear the gutter out.
static bool is_narrow(const struct source_line *line, const struct gutters *g, size_t k)
{
    if (g->to[k] - g->from[k] > 1) return false;
    return str_trim(table_cut(line->whole, g->from[k] - 1, g->from[k], g->narrow)).n &&
           str_trim(table_cut(line->whole, g->to[k], g->to[k] + 1, g->narrow)).n;
}

// Some lines have text on both sides of the gutter, and both its neighbours, in lines that bear it out.
static bool is_borne_out(const struct source *s, size_t i, size_t end, const struct gutters *g, size_t k)
{
    size_t over = 0, narrow = 0, left = 0, right = 0;
    for (size_t j = i; j < end; j++) {
        if (crosses(&s->lines[j], g, k)) continue;
        struct str before = cell_of(&s->lines[j], g, k), behind = cell_of(&s->lines[j], g, k + 1);
        if (before.n && behind.n) over++;
        if (is_narrow(&s->lines[j], g, k)) narrow++;
        else left += before.n > 0, right += behind.n > 0;
    }
    return left && right && over > narrow && (over > FEW_ROWS || !narrow);
}

static bool is_in_gutter(const struct gutters *g, uint32_t from, uint32_t to)
{
    for (size_t k = 0; k < g->count; k++)
        if (from < g->to[k] && to > g->from[k]) return true;
    return false;
}

// Prose that was spread to fill its lines has gaps everywhere, a table's rows have them between its columns.
static bool is_spread(const struct source *s, size_t i, size_t end, const struct gutters *g)
{
    size_t hits = 0, strays = 0;
    for (size_t j = i; j < end; j++) {
        struct str t = s->lines[j].text;
        for (size_t k = 1, n; k + 1 < t.n; k += n) {
            for (n = 0; k + n < t.n && t.p[k + n] == ' ';) n++;
            if (n > 1) {
                uint32_t from = s->lines[j].indent;
                from += source_columns_as(str_slice(t, 0, k), from, g->narrow);
                if (is_in_gutter(g, from, from + (uint32_t)n)) hits++;
                else strays++;
            }
            n += !n;
        }
    }
    return strays * 3 > hits;
}

static void keep_gutters(const struct source *s, size_t i, size_t end, struct gutters *g)
{
    for (size_t k = 0; k < g->count;) {
        if (is_borne_out(s, i, end, g, k)) {
            k++;
            continue;
        }
        g->count--;
        memmove(g->from + k, g->from + k + 1, (g->count - k) * sizeof *g->from);
        memmove(g->to + k, g->to + k + 1, (g->count - k) * sizeof *g->to);
    }
}

// Index behind the last line whose letters leave a gutter free that all lines before it have left free.
static size_t region_end(const struct source *s, size_t i, struct gutters *g)
{
    struct taken t = {.first = UINT32_MAX, .narrow = g->narrow}, next;
    size_t end = i, bare = 0;
    for (size_t k = i; k < s->count && k < i + REGION_LINES && s->lines[k].text.n; k++) {
        const struct source_line *line = &s->lines[k];
        if (is_drawn(line->text)) break;
        bool gap = has_gap(line);
        bare = gap ? 0 : bare + 1;
        if (bare > BARE_LINES && line->text.n > LONG_LINE) break;
        next = t;
        taken_add(&next, line);
        struct gutters now = {.narrow = g->narrow};
        gutters_of(&next, &now);
        if (!now.count) break;
        t = next;
        *g = now;
        // within one column: a cell that goes on, if the line before is a row
        bool column = line->indent >= now.to[0] || line->indent + line->text.n <= now.from[0];
        if (gap || (column && k == end)) end = k + 1;
    }
    return end;
}

static void put_row(const struct source *s, size_t k, const struct gutters *g, struct draft *d, struct draft_row *row)
{
    for (size_t c = 0; c <= g->count; c++) draft_put(d, row, c, cell_of(&s->lines[k], g, c), (uint32_t)k);
    row->last = (uint32_t)k;
}

// Which cells of a line have text: the first alone, others alone, or both.
enum { FIRST = 1, OTHERS = 2 };

static int filled(const struct source_line *line, const struct gutters *g)
{
    int first = str_trim(table_cut(line->whole, 0, g->from[0], g->narrow)).n ? FIRST : 0;
    return first | (str_trim(table_cut(line->whole, g->to[0], UINT32_MAX, g->narrow)).n ? OTHERS : 0);
}

static bool is_number(struct str s)
{
    bool digit = false;
    for (size_t i = 0; i < s.n; i++) {
        digit = digit || (s.p[i] >= '0' && s.p[i] <= '9');
        if ((s.p[i] | 0x20) >= 'a' && (s.p[i] | 0x20) <= 'z') return false;
    }
    return digit;
}

// Numbers are not wrapped: one below another is another row's, whose first cell goes over several rows.
static bool repeats_number(const struct source_line *line, const struct gutters *g, const struct draft_row *row)
{
    for (size_t c = 1; c <= g->count; c++)
        if (is_number(row->cells[c].text) && is_number(cell_of(line, g, c))) return true;
    return false;
}

// A cell of several lines: what stands beside it is printed at its first line, or in its middle.
static void put_rows(const struct source *s, size_t i, size_t end, const struct gutters *g, struct draft *d)
{
    struct draft_row *row = NULL;
    int above = 0, before = 0;  // lines of the first cell alone before the others', what the line before had
    for (size_t k = i; k < end && !d->failed; k++) {
        int has = filled(&s->lines[k], g);
        bool goes_on = row && ((has == OTHERS && !repeats_number(&s->lines[k], g, row)) ||
                               (has == FIRST && above > 0 && before == OTHERS));
        if (!goes_on && has == FIRST && before == FIRST && k + 1 < end && filled(&s->lines[k + 1], g) == OTHERS)
            goes_on = row;
        if (!goes_on) row = draft_row(d, (uint32_t)k), above = 0;
        if (has == FIRST) above += before == OTHERS ? -1 : 1;
        if (row) put_row(s, k, g, d, row);
        before = has == FIRST && goes_on && above >= 0 && before == OTHERS ? OTHERS : has;
    }
}

static size_t read_table(const struct source *s, size_t least, size_t i, bool narrow, struct draft *d,
                         struct arena *arena)
{
    struct gutters g = {.narrow = narrow};
    size_t end = region_end(s, i, &g), gaps = 0;
    if (end < i + FEW_ROWS) return 0;
    // of the lines that stay
    struct taken t = {.first = UINT32_MAX, .narrow = narrow};
    for (size_t k = i; k < end; k++) taken_add(&t, &s->lines[k]), gaps += has_gap(&s->lines[k]);
    gutters_of(&t, &g);
    keep_gutters(s, i, end, &g);
    if (!g.count || gaps < least || gaps * 2 < end - i || is_spread(s, i, end, &g)) return 0;
    draft_init(d, g.count + 1, arena);
    put_rows(s, i, end, &g, d);
    if (d->count < least) return 0;
    d->header = draft_tells_header(d);
    return end - i;
}

static bool has_wide(struct str text)
{
    for (size_t i = 0; i < text.n; i++)
        if ((unsigned char)text.p[i] >= 0xE3 && (unsigned char)text.p[i] <= 0xED) return true;
    return false;
}

// What a shell is told, behind its prompt.
static bool is_command(struct str s)
{
    return s.n > 2 && (s.p[0] == '$' || s.p[0] == '#') && s.p[1] == ' ';
}

size_t table_columns(const struct source *s, const struct wrap *wrap, size_t i, struct draft *d, struct arena *arena)
{
    if (!has_gap(&s->lines[i]) || s->lines[i].mark.kind != MARK_NONE || is_command(s->lines[i].text)) return 0;
    size_t least = wrap->layout == LAYOUT_LINES ? MORE_ROWS : FEW_ROWS;
    size_t n = read_table(s, least, i, false, d, arena);
    bool wide = false;
    for (size_t k = i; k < s->count && k <= i + n && !wide; k++) wide = has_wide(s->lines[k].text);
    if (!wide) return n;
    // programs differ in how wide they think letters are: the larger table is right
    struct draft other = *d;
    size_t m = read_table(s, least, i, true, &other, arena);
    if (!m || (n && other.columns * other.count <= d->columns * d->count)) return n;
    *d = other;
    return m;
}
