#include "base/utf8.h"
#include "parse/layout/table.h"
#include "parse/line.h"

enum {
    REGION_LINES = 400,
    WIDTH = 512,     // columns of a line that count
    FEW_ROWS = 2,    // rows of a table at least …
    MORE_ROWS = 3,   // … where each line is a block, or lines are code as well as rows
    LONG_LINE = 60,  // a line of text: no row unless it has gaps
    BARE_LINES = 2,  // lines without a gap in a row at most
};

// Which columns are taken by letters, in any of the lines.
struct taken {
    bool at[WIDTH];
    uint32_t first, last;
};

static void taken_add(struct taken *t, const struct source_line *line)
{
    uint32_t at = line->indent;
    if (at < t->first) t->first = at;
    for (size_t i = 0, n; i < line->text.n && at < WIDTH; i += n) {
        uint32_t c = utf8_decode(str_slice(line->text, i, line->text.n), &n);
        uint32_t columns = n == 1 ? (c == '\t' ? 8 - at % 8 : 1) : source_columns(str_slice(line->text, i, i + n), at);
        bool blank = str_space_first(str_slice(line->text, i, line->text.n)) > 0;
        for (uint32_t k = 0; k < columns && at < WIDTH; k++, at++)
            if (!blank) t->at[at] = true;
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

struct gutters {
    uint32_t from[TABLE_COLUMNS], to[TABLE_COLUMNS];  // blank columns: from to before to
    size_t count;
};

static void gutters_of(const struct taken *t, struct gutters *g)
{
    g->count = 0;
    for (uint32_t k = t->first; k < t->last && k < WIDTH && g->count < TABLE_COLUMNS - 1;) {
        if (t->at[k]) {
            k++;
            continue;
        }
        uint32_t from = k;
        while (k < t->last && k < WIDTH && !t->at[k]) k++;
        if (from > t->first && k < t->last) g->from[g->count] = from, g->to[g->count++] = k;
    }
}

// Gutters that lines with gaps bear out: in half of those that reach over it, it is two columns wide or more.
static void keep_gutters(const struct source *s, size_t i, size_t end, struct gutters *g)
{
    size_t kept = 0;
    for (size_t k = 0; k < g->count; k++) {
        size_t over = 0, wide = 0;
        for (size_t j = i; j < end; j++) {
            struct str left = str_trim(table_cut(s->lines[j].whole, 0, g->from[k]));
            struct str right = table_cut(s->lines[j].whole, g->to[k], WIDTH);
            if (!left.n || !str_trim(right).n) continue;
            struct str before = table_cut(s->lines[j].whole, g->from[k] - 1, g->from[k]);
            struct str behind = table_cut(s->lines[j].whole, g->to[k], g->to[k] + 1);
            over++;
            wide += g->to[k] - g->from[k] > 1 || !str_trim(before).n || !str_trim(behind).n;
        }
        if (over < FEW_ROWS || wide * 2 < over) continue;
        g->from[kept] = g->from[k], g->to[kept++] = g->to[k];
    }
    g->count = kept;
}

// Index behind the last line whose letters leave a gutter free that all lines before it have left free.
static size_t region_end(const struct source *s, size_t i, struct gutters *g)
{
    struct taken t = {.first = UINT32_MAX}, next;
    size_t end = i, bare = 0;
    for (size_t k = i; k < s->count && k < i + REGION_LINES && s->lines[k].text.n; k++) {
        const struct source_line *line = &s->lines[k];
        bool gap = has_gap(line);
        bare = gap ? 0 : bare + 1;
        if (bare > BARE_LINES && line->text.n > LONG_LINE) break;
        next = t;
        taken_add(&next, line);
        struct gutters now;
        gutters_of(&next, &now);
        if (!now.count) break;
        t = next;
        *g = now;
        if (gap) end = k + 1;
        else if (line->indent >= now.to[0] || line->indent + line->text.n <= now.from[0]) end = k + 1;
    }
    return end;
}

static void put_row(const struct source *s, size_t k, const struct gutters *g, struct draft *d, struct draft_row *row)
{
    for (size_t c = 0; c <= g->count; c++) {
        uint32_t from = c ? g->to[c - 1] : 0, to = c < g->count ? g->from[c] : UINT32_MAX;
        draft_put(d, row, c, table_cut(s->lines[k].whole, from, to), (uint32_t)k);
    }
    row->last = (uint32_t)k;
}

size_t table_columns(const struct source *s, const struct wrap *wrap, size_t i, struct draft *d, struct arena *arena)
{
    if (!has_gap(&s->lines[i]) || s->lines[i].mark.kind != MARK_NONE) return 0;
    struct gutters g = {.count = 0};
    size_t end = region_end(s, i, &g), gaps = 0;
    if (end < i + FEW_ROWS) return 0;
    // of the lines that stay
    struct taken t = {.first = UINT32_MAX};
    for (size_t k = i; k < end; k++) taken_add(&t, &s->lines[k]), gaps += has_gap(&s->lines[k]);
    gutters_of(&t, &g);
    keep_gutters(s, i, end, &g);
    size_t least = wrap->layout == LAYOUT_LINES ? MORE_ROWS : FEW_ROWS;
    if (!g.count || gaps < least || gaps * 2 < end - i) return 0;
    draft_init(d, g.count + 1, arena);
    struct draft_row *row = NULL;
    for (size_t k = i; k < end && !d->failed; k++) {
        bool goes_on = row && !str_trim(table_cut(s->lines[k].whole, 0, g.from[0])).n;
        if (!goes_on) row = draft_row(d, (uint32_t)k);
        if (row) put_row(s, k, &g, d, row);
    }
    if (d->count < least) return 0;
    d->header = draft_tells_header(d);
    return end - i;
}
