#include "parse/markdown/rewrite_pass.h"

// ---- what comes out

static bool reserve(struct rewrite *rw, size_t bytes, uint32_t lines)
{
    if (rw->capacity - rw->n < bytes) {
        size_t capacity = 2 * rw->n + bytes + rw->source.n;
        rw->out = arena_grow(rw->arena, rw->out, rw->n, capacity, 1);
        rw->capacity = rw->out ? capacity : 0;
    }
    if (rw->map_capacity - rw->out_lines < lines || !rw->map) {
        uint32_t capacity = 2 * rw->out_lines + lines + rw->count;
        rw->map = arena_grow(rw->arena, rw->map, rw->out_lines, capacity, sizeof *rw->map);
        rw->map_capacity = rw->map ? capacity : 0;
    }
    if (rw->out && rw->map) return true;
    rw->n = rw->out_lines = 0;
    return false;
}

void rewrite_keep(struct rewrite *rw, uint32_t i)
{
    rw->changed = true;
    if (i <= rw->done || !reserve(rw, rw->lines[i] - rw->lines[rw->done], i - rw->done)) return;
    size_t bytes = rw->lines[i] - rw->lines[rw->done];
    memcpy(rw->out + rw->n, rw->source.p + rw->lines[rw->done], bytes);
    rw->n += bytes;
    if (rw->out[rw->n - 1] == '\r') rw->out[rw->n - 1] = '\n';  // before a line that is put
    while (rw->done < i) rw->map[rw->out_lines++] = rw->done++;
}

void rewrite_drop(struct rewrite *rw, uint32_t from, uint32_t to)
{
    rewrite_keep(rw, from);
    if (rw->done < to) rw->done = to;
}

void rewrite_put(struct rewrite *rw, struct str piece)
{
    if (!reserve(rw, piece.n, 1)) return;
    if (piece.n) memcpy(rw->out + rw->n, piece.p, piece.n);
    rw->n += piece.n;
}

void rewrite_end(struct rewrite *rw, uint32_t i)
{
    if (!reserve(rw, 1, 1)) return;
    rw->out[rw->n++] = '\n';
    rw->map[rw->out_lines++] = i;
}

// Where the line begins that ends before p.
static const char *line_begin(const struct rewrite *rw, const char *p)
{
    p -= p > rw->out && p[-1] == '\n';
    p -= p > rw->out && p[-1] == '\r';
    while (p > rw->out && p[-1] != '\n' && p[-1] != '\r') p--;
    return p;
}

void rewrite_step_put(const struct rewrite *rw, struct line_context *c, uint32_t lines)
{
    const char *p = rw->out + rw->n, *end = p;
    for (uint32_t k = 0; k < lines; k++) p = line_begin(rw, p);
    while (p < end) {
        size_t n = 0;
        while (p + n < end && p[n] != '\n' && p[n] != '\r') n++;
        struct line_view v = rewrite_view((struct str){p, n});
        line_context_free(c, &v);
        p += n + 1 + (p + n + 1 < end && p[n] == '\r' && p[n + 1] == '\n');
    }
}

void rewrite_step(const struct rewrite *rw, struct line_context *c, uint32_t i, uint32_t next)
{
    uint32_t lines = 0;
    while (lines < rw->out_lines && rw->map[rw->out_lines - 1 - lines] >= i) lines++;
    if (lines) rewrite_step_put(rw, c, lines);
    for (uint32_t j = rw->done > i ? rw->done : i; j < next; j++) {
        struct line_view v = rewrite_view(rewrite_line(rw, j));
        line_context_free(c, &v);
    }
    c->after_blank = c->after_blank || !c->after_text;
}

void rewrite_close_fence(struct rewrite *rw, struct line_context *c, uint32_t i)
{
    rewrite_keep(rw, i);
    for (int k = 0; k < c->depth; k++) {
        if (c->open[k].mark == '>') rewrite_put(rw, STR("> "));
        else
            for (int column = 0; column < c->open[k].columns; column++) rewrite_put(rw, STR(" "));
    }
    for (size_t n = 0; n < c->fence_bytes; n++) rewrite_put(rw, (struct str){&c->fence, 1});
    rewrite_end(rw, i - 1);
    rewrite_step_put(rw, c, 1);
}

void rewrite_put_cell(struct rewrite *rw, struct str text)
{
    size_t from = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] != '|' || (i && text.p[i - 1] == '\\')) continue;
        rewrite_put(rw, str_slice(text, from, i));
        rewrite_put(rw, STR("\\"));
        from = i;
    }
    rewrite_put(rw, str_slice(text, from, text.n));
}

void rewrite_cell_line(struct rewrite *rw, struct cell_lines *cell, struct str line)
{
    size_t mark = cell->code ? 0 : line_mark_bytes(line);
    if (line_run(line, '`') >= 3 || line_run(line, '~') >= 3) {
        cell->code = !cell->code;
        cell->gap = true;
        return;
    }
    line = str_slice(line, mark, line.n);
    if (!line.n) {
        cell->gap = cell->any;
        return;
    }
    bool breaks = line.n > 1 && line.p[line.n - 1] == '\\' && !cell->code;
    line.n -= breaks;
    bool code = cell->code && !memchr(line.p, '`', line.n);
    if (cell->any) rewrite_put(rw, mark || cell->gap || cell->code ? STR("<br>") : STR(" "));
    if (code) rewrite_put(rw, STR("`"));
    rewrite_put_cell(rw, line);
    if (code) rewrite_put(rw, STR("`"));
    cell->any = true;
    cell->gap = breaks;
}

// ---- what lines look like

struct line_view rewrite_view(struct str line)
{
    struct line_view v = {.line = line};
    size_t column = 0;
    if (line.n && line.p[0] > ' ' && line.p[0] != '>') return v;
    for (; v.body < line.n; v.body++) {
        char c = line.p[v.body];
        if (c == ' ') column++;
        else if (c == '\t') column = (column + 4) & ~(size_t)3;
        else if (c == '>' && column < 4) {
            v.quotes++;
            column = 0;
            if (v.body + 1 < line.n && line.p[v.body + 1] == ' ') v.body++;
        } else break;
    }
    v.indent = column;
    return v;
}

size_t line_run(struct str s, char c)
{
    size_t n = 0;
    while (n < s.n && s.p[n] == c) n++;
    return n;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

struct str line_trim(struct str s)
{
    while (s.n && is_blank(s.p[0])) s.p++, s.n--;
    while (s.n && (is_blank(s.p[s.n - 1]) || s.p[s.n - 1] == '\r')) s.n--;
    return s;
}

bool line_has(struct str s, struct str what)
{
    for (const char *p = s.p, *end = s.p + s.n; (p = s.n ? memchr(p, what.p[0], (size_t)(end - p)) : NULL); p++) {
        if ((size_t)(end - p) < what.n) return false;
        if (memcmp(p, what.p, what.n) == 0) return true;
    }
    return false;
}

size_t line_mark_bytes(struct str s)
{
    size_t n = 0;
    if (s.n && (s.p[0] == '-' || s.p[0] == '*' || s.p[0] == '+')) n = 1;
    else {
        while (n < s.n && n < 9 && s.p[n] >= '0' && s.p[n] <= '9') n++;
        if (!n || n == s.n || (s.p[n] != '.' && s.p[n] != ')')) return 0;
        n++;
    }
    if (n < s.n && !is_blank(s.p[n])) return 0;
    size_t blanks = 0;
    while (n + blanks < s.n && is_blank(s.p[n + blanks])) blanks++;
    return n + (blanks > 4 ? 1 : blanks);
}
