#include "parse/layout/table.h"
#include "parse/line.h"

enum { ROW_LINES = 12, TABS_LINES = 5000, CELL_BYTES = 60, STOPS = 8, ANY_TABS = 1000 };

// A tab behind a mark parts no cells, nor do tabs in rows of bars.
static bool has_tab(const struct source_line *line)
{
    struct str s = line->text;
    return s.n > 2 && memchr(s.p, '\t', s.n) && !(s.p[1] == '\t' && strchr("-*+", s.p[0])) && !memchr(s.p, '|', s.n);
}

static bool leads_with_tab(const struct source_line *line)
{
    return line->text.n && line->whole.p < line->text.p &&
           memchr(line->whole.p, '\t', (size_t)(line->text.p - line->whole.p));
}

// Tabs in a row at p, spaces between them left out; *end is what is behind them.
static size_t run_of_tabs(const char *p, const char *last, const char **end)
{
    size_t tabs = 0;
    for (; p < last && (*p == '\t' || *p == ' '); p++) tabs += *p == '\t';
    *end = p;
    return tabs;
}

// Cells of a line, up to its last.
static size_t cells_of(const struct source_line *line)
{
    size_t count = 1 + leads_with_tab(line);
    for (size_t i = 1; i < line->text.n; i++) count += line->text.p[i] == '\t' && line->text.p[i - 1] != '\t';
    return count;
}

// A line with as many cells as any line around it has: its row ends there.
static bool is_whole(const struct source *s, size_t k)
{
    if (!has_tab(&s->lines[k]) && !leads_with_tab(&s->lines[k])) return false;
    size_t own = cells_of(&s->lines[k]);
    for (size_t j = k + 1; j < s->count && j <= k + ROW_LINES && s->lines[j].text.n; j++)
        if (cells_of(&s->lines[j]) > own) return false;
    return true;
}

// The last line of the row that begins at line k: text without tabs may go on up to a line that begins with one. Inside
// a table blank lines may stand between the blocks of a cell.
static size_t row_end(const struct source *s, size_t k, bool inside)
{
    if (is_whole(s, k)) return k;
    size_t end = k, blanks = 0;
    for (size_t j = k + 1; j < s->count && j <= end + ROW_LINES; j++) {
        struct str text = s->lines[j].text;
        if (!text.n) {
            // what stands in cells is short; text behind a table is not
            blanks++;
            if (!inside || source_blank(s, j + 1) || has_tab(&s->lines[k])) break;
        } else if (leads_with_tab(&s->lines[j])) {
            end = j;
        } else if (has_tab(&s->lines[j]) || (blanks && text.n > CELL_BYTES)) {
            break;
        }
    }
    return end;
}

static bool is_row(const struct source *s, size_t k, bool inside)
{
    return k < s->count && s->lines[k].text.n && (inside || s->lines[k].mark.kind == MARK_NONE) &&
           (has_tab(&s->lines[k]) || (inside && leads_with_tab(&s->lines[k])) || row_end(s, k, inside) > k);
}

// A row of one cell between others, such as the title of a group.
static bool is_title(const struct source *s, size_t k)
{
    return k < s->count && s->lines[k].text.n && s->lines[k].text.n < 60 && is_row(s, k + 1, true);
}

// Walks over a line's cells; put NULL: only counts. Returns the column of the last one. from: the column before it.
static size_t walk(const struct source_line *line, size_t unit, size_t column, struct draft *d, struct draft_row *row,
                   uint32_t number)
{
    const char *p = line->whole.p, *last = line->text.p + line->text.n, *next;
    size_t tabs = run_of_tabs(p, last, &next);
    column += tabs / unit;
    while (next < last) {
        const char *tab = memchr(next, '\t', (size_t)(last - next)), *end = tab ? tab : last;
        if (row && column < d->columns) draft_put(d, row, column, (struct str){next, (size_t)(end - next)}, number);
        if (!tab) break;
        tabs = run_of_tabs(tab, last, &next);
        column += tabs < unit ? 1 : tabs / unit;
    }
    return column;
}

// The fewest tabs that stand together between two cells: one separator.
static size_t unit_of(const struct source *s, size_t i, size_t end)
{
    size_t unit = SIZE_MAX;
    for (size_t k = i; k < end; k++) {
        const char *p = s->lines[k].text.p, *last = p + s->lines[k].text.n, *next;
        while (p < last && (p = memchr(p, '\t', (size_t)(last - p)))) {
            size_t tabs = run_of_tabs(p, last, &next);
            if (tabs < unit) unit = tabs;
            p = next;
        }
    }
    return unit == SIZE_MAX ? 1 : unit;
}

// Where the texts of a line begin, as tabs put them; at most STOPS of them.
static size_t starts_of(const struct source_line *line, uint32_t *starts)
{
    size_t count = 0;
    uint32_t at = 0;
    for (size_t i = 0, n; i < line->whole.n && count < STOPS; i = n) {
        for (n = i; n < line->whole.n && line->whole.p[n] != '\t';) n++;
        if (str_trim(str_slice(line->whole, i, n)).n) starts[count++] = at;
        at += source_columns(str_slice(line->whole, i, n), at);
        for (; n < line->whole.n && line->whole.p[n] == '\t'; n++) at += 8 - at % 8;
    }
    return count;
}

// People use as many tabs as the text before needs: what begins in one column on all lines is one column.
static bool is_aligned(const struct source *s, size_t i, size_t end)
{
    uint32_t first[STOPS], other[STOPS];
    size_t count = starts_of(&s->lines[i], first);
    for (size_t k = i + 1; k < end; k++) {
        if (!s->lines[k].text.n || starts_of(&s->lines[k], other) != count) return false;
        for (size_t c = 0; c < count; c++)
            if (first[c] != other[c]) return false;
    }
    return count > 1;
}

static size_t read_row(const struct source *s, size_t k, size_t end, size_t unit, struct draft *d)
{
    size_t column = 0, most = 0;
    struct draft_row *row = d->columns ? draft_row(d, (uint32_t)k) : NULL;
    for (; k <= end; k++) {
        if (!s->lines[k].text.n) continue;
        column = walk(&s->lines[k], unit, column, d, row, (uint32_t)k);
        if (column > most) most = column;
    }
    return most + 1;
}

size_t table_tabs(const struct source *s, size_t i, struct draft *d, struct arena *arena)
{
    if (!is_row(s, i, false)) return 0;
    size_t end = i, rows = 0, columns = 0;
    while (end < i + TABS_LINES && (is_row(s, end, rows > 0) || (rows && is_title(s, end)))) {
        end = row_end(s, end, rows > 0) + 1;
        rows++;
    }
    size_t parted = 0;  // tabs before lines' text alone are indentation
    for (size_t k = i; k < end; k++) parted += has_tab(&s->lines[k]);
    size_t unit = unit_of(s, i, end);
    if (parted < 2 && (unit < 2 || !parted)) return 0;
    if (is_aligned(s, i, end)) unit = ANY_TABS;
    draft_init(d, 0, arena);
    for (size_t k = i; k < end; k = row_end(s, k, k > i) + 1) {
        size_t n = read_row(s, k, row_end(s, k, k > i), unit, d);
        if (n > columns) columns = n;
    }
    if (columns < 2 || columns > TABLE_COLUMNS || rows < 2) return 0;
    draft_init(d, columns, arena);
    for (size_t k = i; k < end && !d->failed; k = row_end(s, k, k > i) + 1)
        read_row(s, k, row_end(s, k, k > i), unit, d);
    d->header = draft_tells_header(d);
    return end - i;
}
