#include "parse/markdown/directive.h"

#include <stdlib.h>

// Those whose bodies are Markdown. A body of any other is code: programs, diagrams, formulas.
static const char *const names[] = {
    "admonition",
    "attention",
    "aside",
    "assumption",
    "axiom",
    "caption",
    "card",
    "card-carousel",
    "caution",
    "centered",
    "compound",
    "conjecture",
    "container",
    "corollary",
    "criterion",
    "csv-table",
    "danger",
    "definition",
    "deprecated",
    "details",
    "div",
    "dropdown",
    "epigraph",
    "error",
    "example",
    "exercise",
    "figure",
    "glossary",
    "grid",
    "grid-item",
    "grid-item-card",
    "highlights",
    "hint",
    "hlist",
    "important",
    "info",
    "lemma",
    "list-table",
    "margin",
    "note",
    "observation",
    "only",
    "prf",
    "proof",
    "property",
    "proposition",
    "pull-quote",
    "remark",
    "rubric",
    "seealso",
    "sidebar",
    "solution",
    "success",
    "tab",
    "tab-item",
    "tab-set",
    "table",
    "tabs",
    "theorem",
    "tip",
    "todo",
    "topic",
    "versionadded",
    "versionchanged",
    "versionremoved",
    "warning",
};

static int by_name(const void *key, const void *name)
{
    const struct str *k = key;
    const char *n = *(const char *const *)name;
    int order = strncmp(k->p, n, k->n);
    return order ? order : -(int)(strlen(n) > k->n);
}

static bool is_known(struct str name)
{
    const char *colon = name.n ? memchr(name.p, ':', name.n) : NULL;  // prf:theorem
    if (colon) name.n = (size_t)(colon - name.p);
    return name.n && bsearch(&name, names, sizeof names / sizeof *names, sizeof *names, by_name);
}

static bool is_name(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '-' || c == '_' || c == ':';
}

// The words of {.class title="…"} or of [Title].
static struct str attribute_title(struct str s)
{
    static const struct str key = {"title=", 6};
    for (size_t i = 0; i + key.n + 1 < s.n; i++) {
        if (memcmp(s.p + i, key.p, key.n) != 0) continue;
        char quote = s.p[i + key.n];
        if (quote != '"' && quote != '\'') return STR("");
        struct str rest = str_slice(s, i + key.n + 1, s.n);
        const char *end = memchr(rest.p, quote, rest.n);
        return end ? str_slice(rest, 0, (size_t)(end - rest.p)) : STR("");
    }
    return STR("");
}

// ::: name Title, ::: {.name title="Title"}, :::name[Title]{key=value}
static bool read_colons(struct str rest, struct directive *d)
{
    rest = line_trim(rest);
    while (rest.n && rest.p[rest.n - 1] == ':') rest.n--;  // pandoc's ::: name :::
    rest = line_trim(rest);
    if (!rest.n) return false;
    size_t n = 0;
    while (n < rest.n && is_name(rest.p[n])) n++;
    d->name = str_slice(rest, 0, n);
    rest = line_trim(str_slice(rest, n, rest.n));
    d->title = rest;
    if (rest.n && rest.p[0] == '{') {
        if (rest.p[rest.n - 1] != '}' || rest.n < 2) return false;
        d->title = attribute_title(rest);
    } else if (!n) return false;
    else if (rest.n && rest.p[0] == '[') {
        const char *close = memchr(rest.p, ']', rest.n);
        if (!close) return false;
        d->title = str_slice(rest, 1, (size_t)(close - rest.p));
    }
    return true;
}

// /// name | Title, as Python-Markdown's blocks are written.
static bool read_slashes(struct str rest, struct directive *d)
{
    size_t n = 0;
    while (n < rest.n && is_name(rest.p[n])) n++;
    d->name = str_slice(rest, 0, n);
    d->title = line_trim(str_slice(rest, n, rest.n));
    if (!d->title.n) return is_known(d->name);
    if (!n || d->title.p[0] != '|') return false;
    d->title = str_equal(d->name, STR("html")) ? STR("") : line_trim(str_slice(d->title, 1, d->title.n));
    return true;
}

// ::: code-group and the like hold fences alone: their bodies are Markdown, too.
bool directive_read(struct str line, struct directive *d)
{
    if (line.n < 4 || !memchr("`~:/", line.p[0], 4)) return false;
    *d = (struct directive){.fence = line.p[0], .bytes = line_run(line, line.p[0]), .name = STR(""), .title = STR("")};
    if (d->bytes < 3 || d->bytes == line.n) return false;
    struct str rest = line_trim(str_slice(line, d->bytes, line.n));
    if (d->fence == '/') return read_slashes(rest, d);
    size_t n = 1;
    while (rest.p[0] == '{' && n < rest.n && is_name(rest.p[n])) n++;
    if (n > 1 && n < rest.n && rest.p[n] == '}') {
        d->name = str_slice(rest, 1, n);
        d->title = line_trim(str_slice(rest, n + 1, rest.n));
        d->options = true;
        if (d->fence != ':' && !is_known(d->name)) return false;
        if (str_equal(d->name, STR("figure")) || str_equal(d->name, STR("grid")) || str_equal(d->name, STR("only")) ||
            str_equal(d->name, STR("div")) || str_equal(d->name, STR("container")))
            d->title = STR("");  // an address, numbers, classes
        return true;
    }
    return d->fence == ':' && read_colons(rest, d);
}

static bool is_option(struct str s)
{
    size_t n = 1;
    while (n < s.n && is_name(s.p[n]) && s.p[n] != ':') n++;
    return s.n > 2 && s.p[0] == ':' && n > 1 && n < s.n && s.p[n] == ':';
}

static struct str body_at(const struct rewrite *rw, uint32_t i)
{
    struct line_view v = rewrite_view(rewrite_line(rw, i));
    return line_trim(view_body(&v));
}

uint32_t directive_skip_options(const struct rewrite *rw, uint32_t i)
{
    if (str_equal(body_at(rw, i), STR("---"))) {
        for (uint32_t j = i + 1; j < rw->count && j < i + 40; j++)
            if (str_equal(body_at(rw, j), STR("---"))) return j + 1;
        return i;
    }
    while (i < rw->count && is_option(body_at(rw, i))) i++;
    return i;
}

// ---- tables

struct directive_rows {
    struct rewrite *rw;
    size_t column;
    uint32_t header_rows, rows;
    size_t columns;
};

static size_t number_of(struct str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n && n < 1000; i++)
        if (s.p[i] >= '0' && s.p[i] <= '9') n = n * 10 + (size_t)(s.p[i] - '0');
    return n;
}

static struct str option_value(struct str s, struct str name)
{
    return str_starts(s, name) ? line_trim(str_slice(s, name.n, s.n)) : STR_NULL;
}

static void put_indent(struct directive_rows *t)
{
    for (size_t c = 0; c < t->column; c++) rewrite_put(t->rw, STR(" "));
}

static void put_rule(struct directive_rows *t, uint32_t i)
{
    put_indent(t);
    for (size_t c = 0; c < t->columns; c++) rewrite_put(t->rw, STR("|---"));
    rewrite_put_line(t->rw, i, STR("|"));
}

static void put_empty_head(struct directive_rows *t, uint32_t i)
{
    put_indent(t);
    for (size_t c = 0; c < t->columns; c++) rewrite_put(t->rw, STR("|  "));
    rewrite_put_line(t->rw, i, STR("|"));
    put_rule(t, i);
}

static bool is_close(struct str s, const struct directive *d)
{
    return s.n >= d->bytes && line_run(s, d->fence) == s.n;
}

// ---- list-table

// Bytes of "* - " or "- ", at the beginning of a cell; *row: of a row, too. Cells' marks stand at column `inner`.
static size_t cell_mark(const struct line_view *v, size_t inner, bool *row)
{
    size_t n = 0;
    struct str s = line_trim(view_body(v));
    *row = v->indent < inner && s.n >= 3 && (s.p[0] == '*' || s.p[0] == '-') && s.p[1] == ' ' &&
           (s.p[2] == '-' || s.p[2] == '*');
    if (*row) {
        for (n = 1; n < s.n && s.p[n] == ' ';) n++;
        return n + 1;
    }
    return v->indent <= inner && s.n && s.p[0] == '-' && (s.n == 1 || s.p[1] == ' ') ? 1 : 0;
}

static size_t count_columns(const struct rewrite *rw, uint32_t from, uint32_t end, size_t inner)
{
    size_t most = 0, cells = 0;
    for (uint32_t j = from; j < end; j++) {
        struct line_view v = rewrite_view(rewrite_line(rw, j));
        bool row;
        if (!cell_mark(&v, inner, &row)) continue;
        cells = row ? 1 : cells + 1;
        if (cells > most) most = cells;
    }
    return most;
}

static void list_rows(struct directive_rows *t, uint32_t from, uint32_t end, size_t inner)
{
    struct cell_lines cell = {0};
    bool open = false;
    uint32_t began = from;
    for (uint32_t j = from; j < end; j++) {
        struct line_view v = rewrite_view(rewrite_line(t->rw, j));
        struct str s = line_trim(view_body(&v));
        bool row;
        size_t n = cell_mark(&v, inner, &row);
        if (n && row) {
            if (open) rewrite_put_line(t->rw, began, STR(" |"));
            if (open && ++t->rows == t->header_rows) put_rule(t, began);
            put_indent(t);
            began = j;
            open = true;
        }
        if (n) {
            rewrite_put(t->rw, STR("| "));
            cell = (struct cell_lines){0};
        }
        if (open) rewrite_cell_line(t->rw, &cell, line_trim(str_slice(s, n, s.n)));
    }
    if (open) rewrite_put_line(t->rw, began, STR(" |"));
    if (open && ++t->rows == t->header_rows) put_rule(t, began);
}

// ---- csv-table

// The next field of a line, from *at on, without its quotes; *at goes behind its comma.
static struct str next_field(struct str line, char comma, size_t *at)
{
    size_t i = *at;
    while (i < line.n && line.p[i] == ' ') i++;
    struct str field;
    if (i < line.n && line.p[i] == '"') {
        size_t end = i + 1;
        while (end < line.n && (line.p[end] != '"' || (end + 1 < line.n && line.p[end + 1] == '"')))
            end += line.p[end] == '"' ? 2 : 1;
        if (end > line.n) end = line.n;
        field = str_slice(line, i + 1, end);
        i = end;
    } else field = STR_NULL;
    const char *next = i < line.n ? memchr(line.p + i, comma, line.n - i) : NULL;
    size_t stop = next ? (size_t)(next - line.p) : line.n;
    if (!field.p) field = line_trim(str_slice(line, i < stop ? i : stop, stop));
    *at = stop + 1;
    return field;
}

// Where "" stands for a quote.
static size_t quote_at(struct str s)
{
    size_t i = 0;
    while (i < s.n && !(s.p[i] == '"' && i + 1 < s.n && s.p[i + 1] == '"')) i++;
    return i;
}

static size_t csv_row(struct directive_rows *t, uint32_t i, struct str line, char comma, bool put)
{
    size_t n = 0;
    if (put) put_indent(t);
    for (size_t at = 0; at <= line.n && line.n; n++) {
        struct str field = next_field(line, comma, &at);
        if (!put) continue;
        rewrite_put(t->rw, STR("| "));
        for (size_t q; (q = quote_at(field)) < field.n; field = str_slice(field, q + 2, field.n))
            rewrite_put_cell(t->rw, str_slice(field, 0, q + 1));
        rewrite_put_cell(t->rw, field);
        rewrite_put(t->rw, STR(" "));
    }
    if (put) rewrite_put_line(t->rw, i, STR("|"));
    return n;
}

static void csv_rows(struct directive_rows *t, uint32_t from, uint32_t end, char comma)
{
    for (uint32_t j = from; j < end; j++) {
        struct str s = body_at(t->rw, j);
        if (!s.n) continue;
        csv_row(t, j, s, comma, true);
        if (++t->rows == t->header_rows) put_rule(t, j);
    }
}

struct table_options {
    uint32_t header_line;  // of :header:; 0 for none
    struct str header;
    char comma;
};

static struct table_options read_options(struct directive_rows *t, uint32_t from, uint32_t to)
{
    struct table_options o = {.comma = ',', .header = STR_NULL};
    for (uint32_t j = from; j < to; j++) {
        struct str s = body_at(t->rw, j), value;
        if ((value = option_value(s, STR(":header-rows:"))).p) t->header_rows = (uint32_t)number_of(value);
        if ((value = option_value(s, STR(":delim:"))).n)
            o.comma = str_equal(value, STR("tab")) ? '\t' : str_equal(value, STR("space")) ? ' ' : value.p[0];
        if ((value = option_value(s, STR(":header:"))).n) {
            o.header = value;
            o.header_line = j;
        }
    }
    return o;
}

uint32_t directive_table(struct rewrite *rw, uint32_t i, size_t column, const struct directive *d)
{
    bool list = str_equal(d->name, STR("list-table")), csv = str_equal(d->name, STR("csv-table"));
    uint32_t from = directive_skip_options(rw, i + 1), end = from;
    if (!list && !csv) return i;
    while (end < rw->count && !is_close(body_at(rw, end), d)) end++;
    struct directive_rows t = {.rw = rw, .column = column};
    struct table_options o = read_options(&t, i + 1, from);
    while (from < end && !body_at(rw, from).n) from++;
    struct line_view first = rewrite_view(rewrite_line(rw, from));
    size_t inner = first.indent + 2;
    if (list) t.columns = count_columns(rw, from, end, inner);
    else if (o.header.p) t.columns = csv_row(&t, i, o.header, o.comma, false);
    for (uint32_t j = from; csv && j < end; j++) {
        size_t n = csv_row(&t, j, body_at(rw, j), o.comma, false);
        if (n > t.columns) t.columns = n;
    }
    rewrite_drop(rw, i, end < rw->count ? end + 1 : end);
    rewrite_put_line(rw, i, STR(""));
    if (!t.columns) return end < rw->count ? end + 1 : end;
    if (d->title.n) {
        put_indent(&t);
        rewrite_put(rw, (struct str){(char[]){REWRITE_MARK}, 1});
        rewrite_put_line(rw, i, d->title);
        rewrite_put_line(rw, i, STR(""));
    }
    if (o.header.p) {
        csv_row(&t, o.header_line, o.header, o.comma, true);
        put_rule(&t, o.header_line);
        t.header_rows = 0;
    } else if (!t.header_rows) put_empty_head(&t, from);
    if (list) list_rows(&t, from, end, inner);
    else csv_rows(&t, from, end, o.comma);
    rewrite_put_line(rw, end < rw->count ? end : end - 1, STR(""));
    return end < rw->count ? end + 1 : end;
}
