#include "parse/cells.h"

enum row_style row_style_of(struct str line)
{
    struct str s = str_trim(line);
    if (!s.n || s.p[s.n - 1] != '|') return ROW_STYLE_NONE;
    if (s.p[0] != '|' || s.n == 1) return ROW_STYLE_OPEN;
    return str_space_first(str_slice(s, 1, s.n)) ? ROW_STYLE_CLOSED : ROW_STYLE_GLUED;
}

bool is_delimiter_line(struct str line)
{
    struct str s = str_trim(line);
    bool bar = false, dashes = false;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '|') bar = true;
        else if (s.n - i >= 3 && memcmp(s.p + i, "---", 3) == 0) dashes = true, i += 2;
        else if (s.p[i] != '-' && s.p[i] != ' ' && s.p[i] != ':') return false;
    }
    return bar && dashes;
}

// An odd number of backslashes stands right before `at`, behind `from`.
static bool is_escaped(struct str s, size_t from, size_t at)
{
    size_t i = at;
    while (i > from && s.p[i - 1] == '\\') i--;
    return (at - i) & 1;
}

// The bar that ends the cell which begins at `from`; s.n when there is none.
static size_t next_bar(struct str s, size_t from, enum row_style style)
{
    for (size_t i = from; i < s.n; i++) {
        const char *bar = memchr(s.p + i, '|', s.n - i);
        if (!bar) break;
        i = (size_t)(bar - s.p);
        if (style == ROW_STYLE_CLOSED && is_escaped(s, from, i)) continue;
        if (style != ROW_STYLE_GLUED || (i + 1 < s.n && s.p[i + 1] == '|')) return i;
    }
    return s.n;
}

struct str cell_unescape(struct str cell, struct arena *arena)
{
    char *out = NULL;
    size_t n = 0;
    for (size_t i = 0; i < cell.n; i++) {
        if (cell.p[i] == '\\' && i + 1 < cell.n && cell.p[i + 1] == '|') {
            if (!out) {
                out = arena_alloc(arena, cell.n);
                if (!out) return STR_NULL;
                memcpy(out, cell.p, i);
                n = i;
            }
            continue;
        }
        if (out) out[n++] = cell.p[i];
    }
    return out ? (struct str){out, n} : cell;
}

struct block_cell *cells_split(struct str row, enum row_style style, uint32_t line, struct arena *arena, size_t *count)
{
    struct str s = str_trim(row);
    if (style != ROW_STYLE_OPEN && s.n && s.p[0] == '|') s = str_slice(s, 1, s.n);
    if (s.n && s.p[s.n - 1] == '|') s.n--;
    size_t room = 1;
    for (size_t i = 0; (i = next_bar(s, i, ROW_STYLE_OPEN)) < s.n; i++) room++;
    struct block_cell *cells = arena_alloc(arena, room * sizeof *cells);
    *count = 0;
    if (!cells) return NULL;
    size_t filled = 0, start = 0;
    for (;;) {
        size_t end = next_bar(s, start, style);
        struct str cell = str_trim(str_slice(s, start, end));
        if (style == ROW_STYLE_CLOSED) cell = cell_unescape(cell, arena);
        cells[(*count)++] = (struct block_cell){.text = cell, .line = line};
        if (cell.n) filled = *count;
        if (end >= s.n) break;
        start = end + (style == ROW_STYLE_GLUED ? 2 : 1);
    }
    // where rows are filled up with bars, empty cells at the end may be none
    if (style != ROW_STYLE_CLOSED) *count = filled ? filled : 1;
    return cells;
}

#define HEADER_BYTES 60

bool cells_are_header(const struct block_cell *cells, size_t count, size_t count_below)
{
    if (count < 2 || count != count_below) return false;
    for (size_t i = 0; i < count; i++) {
        struct str s = cells[i].text;
        if (!s.n || s.n > HEADER_BYTES) return false;
        for (size_t j = 0; j < s.n; j++)
            if (s.p[j] >= '0' && s.p[j] <= '9') return false;
        if (strchr(".!?,;", s.p[s.n - 1])) return false;
    }
    return true;
}

enum { AMOUNT_BYTES = 24, TYPED_ROWS = 2, PAIRED_ROWS = 3 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool cell_is_amount(struct str s, uint32_t *form)
{
    bool digits = false;
    *form = 2166136261u;
    if (s.n > AMOUNT_BYTES) return false;
    for (size_t i = 0; i < s.n; i++) {
        if (is_digit(s.p[i])) {
            digits = true;
            continue;
        }
        bool point = s.p[i] == '.' || s.p[i] == ',';
        bool inside = point && i && i + 1 < s.n && is_digit(s.p[i - 1]) && is_digit(s.p[i + 1]);
        if (!inside) *form = (*form ^ (unsigned char)s.p[i]) * 16777619u;
    }
    return digits;
}

void cell_types_add(struct cell_types *t, const struct block_cell *cells, size_t count)
{
    t->rows++;
    if (count > t->most) t->most = count;
    for (size_t i = 0; i < count && i < CELL_TYPED_COLUMNS; i++) {
        uint32_t form;
        t->filled[i] += cells[i].text.n > 0;
        if (!cell_is_amount(cells[i].text, &form)) continue;
        t->differ[i] |= t->amounts[i]++ && t->form[i] != form;
        t->form[i] = form;
    }
}

// Nothing but amounts has been in the column so far; in the second of two columns of one form.
static bool may_tell(const struct cell_types *t, size_t i, size_t count)
{
    return t->amounts[i] == t->filled[i] && (count > 2 || (i && !t->differ[i]));
}

bool cell_types_may_tell(const struct cell_types *t, size_t count)
{
    for (size_t i = 0; i < count && i < CELL_TYPED_COLUMNS; i++)
        if (may_tell(t, i, count)) return true;
    return false;
}

bool cell_types_tell(const struct cell_types *t, const struct block_cell *cells, size_t count)
{
    if (t->rows < (count > 2 ? TYPED_ROWS : PAIRED_ROWS) || !cells_are_header(cells, count, t->most)) return false;
    for (size_t i = 0; i < count && i < CELL_TYPED_COLUMNS; i++)
        if (may_tell(t, i, count) && t->filled[i] * 2 > t->rows) return true;
    return false;
}

static bool join(struct arena *arena, struct str *above, char by, struct str below)
{
    if (!above->n) *above = below;
    else if (below.n) {
        char *p = arena_alloc(arena, above->n + 1 + below.n);
        if (!p) return false;
        memcpy(p, above->p, above->n);
        p[above->n] = by;
        memcpy(p + above->n + 1, below.p, below.n);
        *above = (struct str){p, above->n + 1 + below.n};
    }
    return true;
}

bool cells_join_header(struct block_cell *heads, const struct block_cell *row, size_t count, struct arena *arena)
{
    for (size_t i = 0; i < count; i++) {
        if (!row[i].own.p) continue;  // the cell above goes over this row, too
        if (!heads[i].text.n) heads[i].line = row[i].line;
        if (!join(arena, &heads[i].text, ' ', row[i].text)) return false;
        if (!join(arena, &heads[i].own, '\n', row[i].own)) return false;
        heads[i].spanned = heads[i].text.n && !heads[i].own.n;
    }
    return true;
}
