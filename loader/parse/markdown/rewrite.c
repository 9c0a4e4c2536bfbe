#include "parse/markdown/rewrite.h"

#include <strings.h>

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

// ---- code and HTML

static bool closes_fence(const struct line_context *c, struct str body)
{
    size_t n = line_run(body, c->fence);
    return n >= c->fence_bytes && line_trim(str_slice(body, n, body.n)).n == 0;
}

bool line_context_leaves_fence(const struct line_context *c, const struct line_view *v)
{
    return c->fence && (v->quotes < c->fence_quotes || (!view_is_blank(v) && v->indent < c->fence_column));
}

// In a fence: whether the line is of it still.
static bool in_fence(struct line_context *c, const struct line_view *v)
{
    if (!c->fence_quotes && !c->fence_column && (view_is_blank(v) || v->line.p[v->body] != c->fence)) return true;
    bool left = line_context_leaves_fence(c, v);
    if (!left && closes_fence(c, view_body(v)) && v->indent < c->fence_column + 4) {
        c->was_fence = true;
        c->fence = 0;
        return true;
    }
    if (left) c->fence = 0;
    return !left;
}

static bool opens_fence(struct str s)
{
    size_t n = s.n ? line_run(s, s.p[0]) : 0;
    return n >= 3 && (s.p[0] == '~' || (s.p[0] == '`' && !memchr(s.p + n, '`', s.n - n)));
}

static bool has_no_case(struct str s, const char *what)
{
    size_t n = strlen(what);
    for (size_t i = 0; i + n <= s.n; i++)
        if (strncasecmp(s.p + i, what, n) == 0) return true;
    return false;
}

static bool is_alpha(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

// HTML blocks that may interrupt a paragraph: those of CommonMark 0.30, 4.6, start condition 6.
static const char blocks[] =
    " address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link "
    "main menu menuitem nav noframes ol optgroup option p param section source summary table tbody td tfoot th thead "
    "title tr track ul ";

// What ends the HTML that a line begins; NULL when it begins none.
static const char *html_end(struct str s, bool after_text)
{
    static const char *const raw[][2] = {{"<pre", "</pre>"},           {"<script", "</script>"}, {"<style", "</style>"},
                                         {"<textarea", "</textarea>"}, {"<!--", "-->"},          {"<?", "?>"}};
    for (size_t i = 0; i < sizeof raw / sizeof *raw; i++) {
        size_t n = strlen(raw[i][0]);
        if (s.n >= n && strncasecmp(s.p, raw[i][0], n) == 0 && !(s.n > n && i < 4 && is_alpha(s.p[n])))
            return raw[i][1];
    }
    bool closes = s.n > 1 && s.p[1] == '/';
    size_t i = 1 + closes;
    while (i < s.n && (is_alpha(s.p[i]) || (i > 1 && s.p[i] >= '0' && s.p[i] <= '9'))) i++;
    if (i == 1 + (size_t)closes || (i < s.n && !memchr(" \t/>", s.p[i], 4))) return NULL;
    return !after_text || str_is_listed_any_case(blocks, str_slice(s, 1 + closes, i)) ? "" : NULL;
}

static bool in_html(struct line_context *c, const struct line_view *v)
{
    if (!c->html_end[0]) {
        if (view_is_blank(v)) c->html_end = NULL;
        return c->html_end;
    }
    if (has_no_case(v->line, c->html_end)) c->html_end = NULL;
    return true;
}

// ---- items

static size_t column_of_items(const struct line_context *c, size_t indent)
{
    for (int i = c->item_count; i-- > 0;)
        if (c->items[i] <= indent) return c->items[i];
    return 0;
}

bool line_context_is_code(const struct line_context *c, const struct line_view *v)
{
    return v->indent >= 4 && !c->after_text && v->indent >= column_of_items(c, v->indent) + 4;
}

static void see_item(struct line_context *c, const struct line_view *v)
{
    struct str body = view_body(v);
    size_t mark = line_mark_bytes(body);
    bool begins = mark || c->after_blank || body.p[0] == '#' || body.p[0] == '`';
    while (begins && c->item_count && c->items[c->item_count - 1] > v->indent) c->item_count--;
    if (mark && c->item_count < 16) c->items[c->item_count++] = v->indent + mark;
}

static bool begin_fence(struct line_context *c, const struct line_view *v, struct str body, size_t column)
{
    if (!opens_fence(body)) return false;
    c->fence = body.p[0];
    c->fence_bytes = line_run(body, body.p[0]);
    c->fence_column = column_of_items(c, column);
    c->fence_quotes = v->quotes;
    c->was_fence = true;
    return true;
}

static bool is_paragraph(struct str body)
{
    return body.p[0] != '#' && !opens_fence(body);
}

// A line that begins so is text, and neither an item nor a fence nor HTML.
static bool is_plain(char c)
{
    return is_alpha(c) || (c & 0x80) || c == '[' || c == '(' || c == '!' || c == '|' || c == '_' || c == '"';
}

bool line_context_free(struct line_context *c, const struct line_view *v)
{
    c->was_fence = false;
    if (c->fence && in_fence(c, v)) {
        c->after_blank = c->after_text = false;
        return false;
    }
    if (c->html_end && in_html(c, v)) {
        c->after_blank = c->after_text = false;
        return false;
    }
    if (view_is_blank(v)) {
        c->after_blank = true;
        c->after_text = false;
        return true;
    }
    if (line_context_is_code(c, v)) {
        c->after_blank = false;
        return false;
    }
    struct str body = view_body(v);
    if (is_plain(body.p[0]) && (!c->item_count || !c->after_blank)) {
        c->after_blank = false;
        c->after_text = true;
        return true;
    }
    see_item(c, v);
    size_t mark = line_mark_bytes(body), column = v->indent + mark;
    body = str_slice(body, mark, body.n);
    bool code = body.n && (body.p[0] == '`' || body.p[0] == '~') && begin_fence(c, v, body, column);
    if (!code && body.n && body.p[0] == '<' && (c->html_end = html_end(body, c->after_text))) {
        if (c->html_end[0] && has_no_case(str_slice(body, 2, body.n), c->html_end)) c->html_end = NULL;
        code = true;
    }
    c->after_blank = false;
    c->after_text = !code && body.n && is_paragraph(body);
    return !code;
}
