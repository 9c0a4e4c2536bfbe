#include "parse/layout/columns.h"

#include "base/utf8.h"
#include "parse/layout/table.h"

#include <utf8proc.h>

// Tried on 113 PDF files as pdftotext -layout prints them, of which 12 are set in columns.
enum {
    LINES = 400,      // of a page, at most
    WIDTH = 512,      // columns of a line that count
    MOST = 6,         // columns of prose
    GUTTER = 2,       // blanks between them at least
    BESIDE = 6,       // lines with text on both sides of a gutter, at least
    NARROWEST = 24,   // columns of letters that a column takes, at least
    FULL = 8,         // lines whose text goes on in the next one of their column, in each of two columns, at least …
    FULL_SHARE = 40,  // … and of a hundred
    TOGETHER = 2,     // where texts begin in several columns at once, in one of so many such lines, it is a table
    EDGE_LINES = 3,   // end at a column's right edge, at least
    SLACK = 3,        // columns by which a full line may be too short
    INDENT = 2,       // of a paragraph's first line
    HEADING = 60,     // bytes
};

struct column {
    uint32_t from, to;    // where its text may stand: to before to
    uint32_t left, edge;  // where most of its lines begin, where its full lines end
    size_t pairs, full;   // lines with a next one, those whose text goes on in it
};

struct page {
    const struct source *source;
    size_t from, end;
    struct column columns[MOST];
    size_t count;
};

static void take(bool *taken, const struct source_line *line)
{
    uint32_t at = line->indent;
    for (size_t i = 0, n; i < line->text.n && at < WIDTH; i += n) {
        utf8_decode(str_slice(line->text, i, line->text.n), &n);
        uint32_t wide = source_columns(str_slice(line->text, i, i + n), at);
        bool blank = str_space_first(str_slice(line->text, i, line->text.n)) > 0;
        for (uint32_t k = 0; k < wide && at < WIDTH; k++, at++) taken[at] |= !blank;
    }
}

// The free columns between what is taken, as columns of text beside each other; false for none, or too many.
static bool find_gutters(const bool *taken, struct page *p)
{
    uint32_t first = 0, last = WIDTH;
    while (first < WIDTH && !taken[first]) first++;
    while (last > first && !taken[last - 1]) last--;
    p->count = 0;
    struct column *c = &p->columns[p->count++];
    *c = (struct column){.from = 0};
    for (uint32_t k = first, end; k < last; k = end + 1) {
        for (end = k; end < last && !taken[end];) end++;
        if (end - k < GUTTER) continue;
        if (p->count == MOST) return false;
        c->to = k;
        c = &p->columns[p->count++];
        *c = (struct column){.from = end};
    }
    c->to = UINT32_MAX;
    return p->count > 1;
}

// Index behind the last line before the page's end, or before one that leaves no gutter free.
static size_t page_end(struct page *p)
{
    const struct source *s = p->source;
    bool taken[WIDTH] = {false}, next[WIDTH];
    struct page now = *p;
    size_t k = p->from;
    for (; k < s->count && k < p->from + LINES; k++) {
        const struct source_line *line = &s->lines[k];
        if (k > p->from && memchr(line->whole.p, '\f', line->whole.n)) break;
        if (!line->text.n) continue;
        memcpy(next, taken, sizeof next);
        take(next, line);
        if (!find_gutters(next, &now) && k > p->from) break;
        memcpy(taken, next, sizeof taken);
    }
    return find_gutters(taken, p) ? k : p->from;
}

static struct str cell_of(const struct page *p, size_t column, size_t line, uint32_t *at)
{
    const struct column *c = &p->columns[column];
    const struct source_line *l = &p->source->lines[line];
    if (!l->text.n) return STR("");
    struct str cut = table_cut(l->whole, c->from, c->to, false), text = str_trim(cut);
    *at = c->from + source_columns(str_slice(cut, 0, (size_t)(text.p - cut.p)), c->from);
    return text;
}

// Leaves out the gutters that few lines have text on both sides of.
static void join_columns(struct page *p)
{
    for (size_t c = 0; c + 1 < p->count;) {
        size_t beside = 0;
        uint32_t at;
        for (size_t k = p->from; k < p->end; k++) beside += cell_of(p, c, k, &at).n && cell_of(p, c + 1, k, &at).n;
        if (beside >= BESIDE) {
            c++;
            continue;
        }
        p->columns[c].to = p->columns[c + 1].to;
        p->count--;
        memmove(p->columns + c + 1, p->columns + c + 2, (p->count - c - 1) * sizeof *p->columns);
    }
}

static void measure(struct page *p, size_t column)
{
    uint16_t begins[WIDTH] = {0}, ends[WIDTH] = {0};
    struct column *c = &p->columns[column];
    for (size_t k = p->from; k < p->end; k++) {
        uint32_t at;
        struct str text = cell_of(p, column, k, &at);
        uint32_t end = text.n ? at + source_columns(text, at) : WIDTH;
        if (end >= WIDTH) continue;
        begins[at]++, ends[end]++;
        if (begins[at] > begins[c->left]) c->left = at;
    }
    size_t lines = 0;
    for (c->edge = WIDTH; c->edge && lines < EDGE_LINES;) lines += ends[--c->edge];
}

static bool begins_low(struct str text)
{
    size_t n;
    utf8proc_category_t kind = utf8proc_category((utf8proc_int32_t)utf8_decode(text, &n));
    return kind == UTF8PROC_CATEGORY_LL || kind == UTF8PROC_CATEGORY_LO;
}

// The line is full: the first word of the next one had no room.
static bool is_full(const struct column *c, struct str text, uint32_t at, struct str next)
{
    size_t word = 0;
    while (word < next.n && next.p[word] != ' ') word++;
    uint32_t end = at + source_columns(text, at);
    return end + SLACK + source_columns(str_slice(next, 0, word), 0) >= c->edge;
}

// Counts the lines that go on in the next one of their column; begins: in how many columns a text begins at each line.
static void count_full(struct page *p, size_t column, uint8_t *begins)
{
    struct column *c = &p->columns[column];
    struct str before = STR("");
    uint32_t at = 0, before_at = 0;
    for (size_t k = p->from; k < p->end; k++) {
        struct str text = cell_of(p, column, k, &at);
        if (!text.n) continue;
        bool full =
            before.n && is_full(c, before, before_at, text) && (begins_low(text) || before.p[before.n - 1] == '-');
        if (before.n) c->pairs++, c->full += full;
        if (!full) begins[k - p->from]++;
        before = text, before_at = at;
    }
}

static bool is_prose(struct page *p)
{
    uint8_t begins[LINES] = {0};
    size_t prose = 0, one = 0, more = 0;
    for (size_t c = 0; c < p->count; c++) {
        measure(p, c);
        count_full(p, c, begins);
        const struct column *column = &p->columns[c];
        prose += column->full >= FULL && column->full * 100 >= column->pairs * FULL_SHARE &&
                 column->edge >= column->left + NARROWEST;
    }
    for (size_t k = 0; k < p->end - p->from; k++) one += begins[k] > 0, more += begins[k] > 1;
    return prose > 1 && prose * 2 > p->count && more * TOGETHER < one;
}

static void add_piece(struct columns *out, struct str text, size_t line, struct arena *arena)
{
    if (out->count == out->room) {
        size_t room = out->room ? 2 * out->room : 32;
        out->pieces = arena_grow(arena, out->pieces, out->room, room, sizeof *out->pieces);
        out->room = room;
    }
    out->failed |= !out->pieces;
    if (out->failed) return;
    out->pieces[out->count++] = (struct columns_piece){text, (uint32_t)line, (uint32_t)line, false};
}

// A short line without marks, which the decision would take off.
static bool may_be_heading(struct str line)
{
    size_t n;
    utf8proc_category_t kind = utf8proc_category((utf8proc_int32_t)utf8_decode(line, &n));
    bool letter = kind == UTF8PROC_CATEGORY_LU || kind == UTF8PROC_CATEGORY_LO;
    return letter && line.n < HEADING && !memchr(line.p, ':', line.n) && !memchr(line.p, '|', line.n);
}

// The lines of a paragraph, one after the other, in room for all of them.
static void read_column(const struct page *p, size_t column, struct columns *out, struct arena *arena)
{
    const struct column *c = &p->columns[column];
    size_t room = 0, n = 0;
    uint32_t at = 0, before_at = 0;
    for (size_t k = p->from; k < p->end; k++) room += cell_of(p, column, k, &at).n + 1;
    char *text = arena_alloc(arena, room);
    out->failed |= !text;
    struct str before = STR("");
    struct columns_piece *piece = NULL;
    for (size_t k = p->from; k < p->end && !out->failed; k++) {
        struct str line = cell_of(p, column, k, &at);
        if (!line.n) continue;
        bool indented = at >= c->left + INDENT && before_at < c->left + INDENT && !begins_low(line);
        bool runs_on = before.n && begins_low(line) && !strchr(".:;?!", before.p[before.n - 1]);
        bool goes_on = piece && !indented && (runs_on || is_full(c, before, before_at, line));
        if (!goes_on) add_piece(out, (struct str){text + n, 0}, k, arena);
        piece = out->failed ? NULL : &out->pieces[out->count - 1];
        if (!piece) return;
        if (goes_on && !source_runs_on(before, line)) text[n++] = ' ';
        memcpy(text + n, line.p, line.n);
        n += line.n;
        piece->text.n = (size_t)(text + n - piece->text.p);
        piece->last = (uint32_t)k;
        piece->alone = !goes_on && may_be_heading(line);
        before = line, before_at = at;
    }
}

size_t columns_read(const struct source *s, size_t i, struct columns *out, struct arena *arena)
{
    struct page p = {.source = s, .from = i};
    *out = (struct columns){.count = 0};
    size_t end = p.end = page_end(&p);
    if (p.end <= i + BESIDE) return i + 1;
    join_columns(&p);
    // what stands below the last column is no part of it
    uint32_t at;
    while (p.end > i && !cell_of(&p, p.count - 1, p.end - 1, &at).n) p.end--;
    if (p.count < 2 || !is_prose(&p)) return end;
    for (size_t c = 0; c < p.count; c++) read_column(&p, c, out, arena);
    if (out->count) out->pieces[0].first = (uint32_t)i, out->pieces[0].last = (uint32_t)p.end - 1;
    return p.end;
}
