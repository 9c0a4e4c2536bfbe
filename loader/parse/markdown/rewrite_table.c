#include "parse/cells.h"
#include "parse/markdown/rewrite_pass.h"

#define BROKEN_LINES_MAX 60
#define SAMPLE_COLUMNS   20
#define SAMPLE_ROWS      20

struct table {
    uint32_t from, end;  // its lines
    uint32_t rule;       // the first delimiter row; `end` for none
    size_t bars;         // of a full row
    size_t columns;
    bool odd;   // there are more delimiter rows, or one of Org's
    bool open;  // rows end in a bar and begin without: the older extractors part them by blank lines
};

// ---- lines of a table

static size_t bars_of(struct str s)
{
    size_t bars = 0;
    for (size_t i = 0; i < s.n; i++) {
        bars += s.p[i] == '|';
        i += s.p[i] == '\\';
    }
    return bars;
}

// |---|:-:| or Org's |---+---|. A copy of it with bars alone is `org`.
static bool is_rule(struct str s, bool *org)
{
    bool bar = false, dash = false, plus = false;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (!memchr("-:| \t+", c, 6)) return false;
        bar = bar || c == '|';
        dash = dash || c == '-';
        plus = plus || c == '+';
    }
    if (org) *org = plus;
    return bar && dash && (!plus || s.p[0] == '|');
}

static struct str body_of(const struct rewrite *rw, uint32_t i)
{
    struct line_view v = rewrite_view(rewrite_line(rw, i));
    struct str s = line_trim(view_body(&v));
    return s.n && s.p[0] == REWRITE_MARK ? str_slice(s, 1, s.n) : s;
}

// The line may be of a table in so many quotes.
static bool is_row(const struct rewrite *rw, uint32_t i, int quotes)
{
    if (i >= rw->count) return false;
    struct line_view v = rewrite_view(rewrite_line(rw, i));
    struct str s = view_body(&v);
    return v.quotes == quotes && s.n && memchr(s.p, '|', s.n) && s.p[0] != '#' && line_run(s, '`') < 3 &&
           line_run(s, '~') < 3;
}

static bool is_closed(struct str s)
{
    return s.n > 1 && s.p[0] == '|' && s.p[s.n - 1] == '|';
}

static struct block_cell *cells_of(const struct rewrite *rw, uint32_t i, size_t *count)
{
    *count = 0;
    struct block_cell *cells = cells_split(body_of(rw, i), ROW_STYLE_CLOSED, i, rw->arena, count);
    return cells;
}

static size_t filled(const struct block_cell *cells, size_t count)
{
    size_t n = 0;
    for (size_t i = 0; i < count; i++) n += cells[i].text.n > 0;
    return n;
}

// How many cells a row has up to the last that is not empty.
static size_t count_cells(struct str s)
{
    size_t cells = 0, at = s.n && s.p[0] == '|', last = 0;
    bool any = false;
    for (size_t i = at; i <= s.n; i++) {
        if (i == s.n || s.p[i] == '|') {
            cells++;
            if (any) last = cells;
            any = false;
            continue;
        }
        any = any || (s.p[i] != ' ' && s.p[i] != '\t');
        i += s.p[i] == '\\' && i + 1 < s.n;
    }
    return last;
}

// ---- parts

static void put_prefix(struct rewrite *rw, const struct line_view *v)
{
    rewrite_put(rw, str_slice(v->line, 0, v->body));
}

static void put_times(struct rewrite *rw, uint32_t i, const struct line_view *v, const char *piece, size_t columns)
{
    put_prefix(rw, v);
    for (size_t c = 0; c < columns; c++) rewrite_put(rw, str_from(piece));
    rewrite_put_line(rw, i, STR("|"));
}

void rewrite_table_head(struct rewrite *rw, uint32_t i, const struct line_view *v, size_t columns)
{
    put_times(rw, i, v, "|  ", columns);
}

void rewrite_table_rule(struct rewrite *rw, uint32_t i, const struct line_view *v, size_t columns)
{
    put_times(rw, i, v, "|---", columns);
}

void rewrite_blank(struct rewrite *rw, uint32_t i, const struct line_view *v)
{
    struct str prefix = str_slice(v->line, 0, v->body);
    while (prefix.n && prefix.p[prefix.n - 1] != '>') prefix.n--;
    rewrite_put_line(rw, i, prefix);
}

static void put_row(struct rewrite *rw, uint32_t i, const struct line_view *v, bool inferred)
{
    struct str s = body_of(rw, i);
    put_prefix(rw, v);
    if (inferred) rewrite_put(rw, (struct str){(char[]){'|', REWRITE_MARK}, 2});
    rewrite_put_line(rw, i, inferred && s.p[0] == '|' ? str_slice(s, 1, s.n) : s);
}

// ---- rows that are broken

// The row at i has too few cells: what its last one holds may be printed over further lines, up to the one that has the
// other cells. Returns that line, or i.
static uint32_t broken_row_end(const struct rewrite *rw, const struct table *t, uint32_t i, int quotes)
{
    struct str s = body_of(rw, i);
    size_t bars = bars_of(s);
    if (bars >= t->bars || !bars || (s.p[0] != '|' && s.p[s.n - 1] != '|') || is_rule(s, NULL)) return i;
    bool gap = false;
    for (uint32_t j = i + 1; j < rw->count && j < i + BROKEN_LINES_MAX; j++) {
        struct str line = body_of(rw, j);
        if (line.n && (line.p[0] == '#' || (line.p[0] == '|' && !gap && !t->open))) return i;
        gap = gap || !line.n || line_mark_bytes(line);
        if (!line.n || !memchr(line.p, '|', line.n)) continue;
        bars += bars_of(line);
        if (bars > t->bars || !is_row(rw, j, quotes) || is_rule(body_of(rw, j + 1), NULL)) return i;
        if (bars == t->bars && (line.p[line.n - 1] == '|' || s.p[0] != '|')) return j;
    }
    return i;
}

static void put_broken_row(struct rewrite *rw, uint32_t i, uint32_t end, const struct line_view *v)
{
    struct str last = body_of(rw, i);
    bool gap = false;
    put_prefix(rw, v);
    rewrite_put(rw, last);
    for (uint32_t j = i + 1; j <= end; j++) {
        struct str s = body_of(rw, j);
        size_t mark = s.n && s.p[0] != '|' ? line_mark_bytes(s) : 0;
        gap = gap || !s.n || mark;
        if (s.n == mark) continue;
        bool within = last.p[last.n - 1] != '|' && s.p[0] != '|';
        rewrite_put(rw, within && gap ? STR("<br>") : STR(" "));
        last = str_slice(s, mark, s.n);
        rewrite_put(rw, last);
        gap = false;
    }
    rewrite_end(rw, i);
}

// ---- a table

static uint32_t rows_end(const struct rewrite *rw, uint32_t i, int quotes)
{
    while (is_row(rw, i, quotes)) i++;
    return i;
}

static struct table table_at(const struct rewrite *rw, uint32_t i, int quotes)
{
    struct table t = {.from = i, .end = rows_end(rw, i, quotes)};
    t.rule = t.end;
    for (uint32_t j = i; j < t.end; j++) {
        bool org;
        struct str s = body_of(rw, j);
        if (!is_rule(s, &org)) continue;
        t.odd = t.odd || t.rule < t.end || org;
        if (t.rule < t.end) continue;
        t.rule = j;
        t.open = s.p[0] != '|' && s.p[s.n - 1] == '|';
        t.bars = bars_of(s);
        for (size_t c = 0; c < s.n; c++) t.bars += s.p[c] == '+';
        t.columns = t.bars + 1 - (s.p[0] == '|') - (s.p[s.n - 1] == '|');
    }
    return t;
}

// Whether each of the lines stands between bars: nothing else looks like that.
static bool all_closed(const struct rewrite *rw, uint32_t from, uint32_t end)
{
    for (uint32_t j = from; j < end; j++)
        if (!is_closed(body_of(rw, j)) && body_of(rw, j).n != 1) return false;
    return end > from;
}

// The first row reads like a header.
static bool infers_header(const struct rewrite *rw, uint32_t from, uint32_t end)
{
    size_t count, below;
    if (end - from < 2) return false;
    const struct block_cell *cells = cells_of(rw, from, &count);
    const struct block_cell *next = cells_of(rw, from + 1, &below);
    return cells && next && cells_are_header(cells, count, below);
}

// A table without a delimiter row. Rows of bars alone are no rows.
static void put_headless(struct rewrite *rw, uint32_t from, uint32_t end, const struct line_view *v)
{
    size_t columns = 0, count;
    uint32_t first = end;
    for (uint32_t j = from; j < end; j++) {
        if (is_rule(body_of(rw, j), NULL) || !(count = count_cells(body_of(rw, j)))) continue;
        if (first == end) first = j;
        if (count > columns) columns = count;
    }
    rewrite_keep(rw, from);
    rewrite_blank(rw, from, v);
    rewrite_drop(rw, from, end);
    if (first == end) return;
    bool header = infers_header(rw, first, end);
    if (header) put_row(rw, first, v, true);
    else rewrite_table_head(rw, first, v, columns);
    rewrite_table_rule(rw, first, v, columns);
    for (uint32_t j = first + header; j < end; j++) {
        if (count_cells(body_of(rw, j)) && !is_rule(body_of(rw, j), NULL)) put_row(rw, j, v, false);
    }
    rewrite_blank(rw, end - 1, v);
}

// Where the rows go on behind `end`, at which a row is broken or blank lines part them; `end` where they don't.
static uint32_t goes_on(const struct rewrite *rw, const struct table *t, uint32_t end, int quotes)
{
    uint32_t j = end;
    while (t->open && j < rw->count && j < end + 3 && !body_of(rw, j).n) j++;
    struct str s = body_of(rw, j);
    bool rule_follows = is_rule(body_of(rw, j + 1), NULL);
    return j > end && is_row(rw, j, quotes) && s.p[s.n - 1] == '|' && !rule_follows ? j : end;
}

// The rows behind the delimiter row; returns the line behind them.
static uint32_t put_body(struct rewrite *rw, const struct table *t, uint32_t from, const struct line_view *v)
{
    uint32_t end = t->end, j = from;
    for (;;) {
        if (j >= end) {
            uint32_t next = goes_on(rw, t, end, v->quotes);
            if (next == end) break;
            j = next;
            end = rows_end(rw, j, v->quotes);
        }
        uint32_t close = broken_row_end(rw, t, j, v->quotes);
        if (close > j) {
            put_broken_row(rw, j, close, v);
            if (close >= end) end = rows_end(rw, close + 1, v->quotes);
        } else if (!is_rule(body_of(rw, j), NULL)) put_row(rw, j, v, false);
        j = close + 1;
    }
    rewrite_drop(rw, rw->done, end);
    rewrite_blank(rw, end - 1, v);
    return end;
}

static bool is_bold(struct str s)
{
    return s.n > 4 && memcmp(s.p, "**", 2) == 0 && memcmp(s.p + s.n - 2, "**", 2) == 0;
}

static bool all_bold(const struct block_cell *cells, size_t count)
{
    size_t bold = 0;
    for (size_t i = 0; i < count; i++) bold += is_bold(cells[i].text);
    return bold && bold == filled(cells, count);
}

static bool has_digit(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] >= '0' && s.p[i] <= '9') return true;
    return false;
}

// The header is empty. The row below is one where it alone is bold, or where it has words over numbers.
static bool body_has_header(const struct rewrite *rw, uint32_t from, uint32_t end)
{
    size_t count, below;
    const struct block_cell *first = from + 1 < end ? cells_of(rw, from, &count) : NULL;
    const struct block_cell *second = first ? cells_of(rw, from + 1, &below) : NULL;
    if (!second) return false;
    if (all_bold(first, count) && !all_bold(second, below)) return true;
    bool labels = count && (is_bold(first[0].text) || str_ends(first[0].text, STR(":")));
    if (count < 3 || labels || !cells_are_header(first, count, below)) return false;
    for (size_t c = 1; c < count && c < SAMPLE_COLUMNS; c++) {
        size_t numbers = 0, rows = 0;
        for (uint32_t j = from + 1; j < end && rows < SAMPLE_ROWS; j++, rows++) {
            size_t n;
            const struct block_cell *cells = cells_of(rw, j, &n);
            numbers += cells && c < n && has_digit(cells[c].text);
        }
        if (numbers == rows) return true;
    }
    return false;
}

// The header row of a table whose first delimiter row is `t->rule`, and that row; returns the line behind.
static uint32_t put_header(struct rewrite *rw, const struct table *t, const struct line_view *v)
{
    size_t count = 0;
    uint32_t head = t->rule - 1, behind = t->rule + 1;
    const struct block_cell *cells = t->rule > t->from ? cells_of(rw, head, &count) : NULL;
    bool twice = behind + 1 < t->end && is_rule(body_of(rw, behind + 1), NULL);
    if (twice && (!cells || filled(cells, count) == 1)) {  // a caption, or Org's upper border
        for (size_t c = 0; c < count; c++) {
            if (!cells[c].text.n) continue;
            put_prefix(rw, v);
            rewrite_put(rw, (struct str){(char[]){REWRITE_MARK}, 1});
            rewrite_put_line(rw, head, cells[c].text);
            rewrite_blank(rw, head, v);
        }
        put_row(rw, behind, v, false);
        rewrite_table_rule(rw, behind + 1, v, t->columns);
        return behind + 2;
    }
    bool empty = !cells || !filled(cells, count), infer = empty && body_has_header(rw, behind, t->end);
    if (infer) put_row(rw, behind, v, true);
    else if (empty) rewrite_table_head(rw, cells ? head : t->rule, v, t->columns);
    else put_row(rw, head, v, false);
    rewrite_table_rule(rw, t->rule, v, t->columns);
    return behind + infer;
}

// html2text prints a delimiter row for the columns of the first row, which may be one: dashes and a forced line end.
static bool is_ruled_by_one(const struct rewrite *rw, uint32_t i)
{
    struct str s = i ? rewrite_line(rw, i - 1) : STR("");
    return str_starts(s, STR("---  ")) && line_trim(s).n == 3;
}

uint32_t rewrite_table(struct rewrite *rw, uint32_t i, const struct line_view *v, bool after_text)
{
    struct table t = table_at(rw, i, v->quotes);
    if (t.rule == t.end) {
        bool one = t.end - t.from == 1 && body_of(rw, i).n > 1;
        if ((!one && all_closed(rw, t.from, t.end)) || is_ruled_by_one(rw, i)) put_headless(rw, t.from, t.end, v);
        return t.end;
    }
    uint32_t head = t.rule > t.from ? t.rule - 1 : t.rule;
    if (head == t.rule && (after_text || t.end - t.rule < 2 || is_rule(body_of(rw, head + 1), NULL))) return t.end;
    struct str first = body_of(rw, head);
    if (head < t.rule && bars_of(first) + 1 < t.bars && !is_closed(first)) return t.end;
    if (head - t.from > 1 && all_closed(rw, t.from, head)) put_headless(rw, t.from, head, v);
    size_t count = 0;
    const struct block_cell *cells = cells_of(rw, head, &count);
    bool empty = head == t.rule || (cells && !filled(cells, count));
    bool goes = goes_on(rw, &t, t.end, v->quotes) > t.end;
    for (uint32_t j = t.rule + 1; j < t.end && !goes; j++) goes = broken_row_end(rw, &t, j, v->quotes) > j;
    if (head > t.from || after_text) {
        rewrite_keep(rw, head);
        rewrite_blank(rw, head, v);
    }
    if (!t.odd && !goes && !empty) return t.end;
    rewrite_drop(rw, head, t.rule);
    uint32_t body = put_header(rw, &t, v);
    return put_body(rw, &t, body, v);
}
