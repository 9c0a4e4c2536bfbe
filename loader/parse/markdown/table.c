#include "parse/markdown/markdown.h"
#include "parse/markdown/rewrite.h"

bool markdown_table_open(struct markdown_reader *r, const MD_BLOCK_TABLE_DETAIL *detail)
{
    // short rows are filled with empty cells: a few bytes may ask for any number of them
    size_t cells = (size_t)detail->col_count * (detail->head_row_count + detail->body_row_count);
    if (cells > 10000 + 4 * r->source.n) {
        error_set(r->error, ERROR_ARTICLE,
                  "a table of %u columns and %u rows is nearly empty: mend it, or load the article with "
                  "--dialect extracted",
                  detail->col_count, detail->body_row_count);
        return error_at(r->error, r->article->source, markdown_line(r, r->place.line));
    }
    r->table =
        (struct markdown_table){.cells = r->table.cells, .capacity = r->table.capacity, .columns = detail->col_count};
    return true;
}

static struct block_cell *add_cell(struct markdown_reader *r)
{
    struct markdown_table *t = &r->table;
    if (t->count == t->capacity) {
        size_t capacity = t->capacity ? t->capacity * 2 : 16;
        struct block_cell *cells = arena_grow(r->arena, t->cells, t->count, capacity, sizeof *cells);
        if (!cells) return NULL;
        t->cells = cells;
        t->capacity = capacity;
    }
    t->cells[t->count] = (struct block_cell){.text = STR("")};
    return &t->cells[t->count++];
}

bool markdown_table_cell(struct markdown_reader *r, struct str text)
{
    struct block_cell *cell = add_cell(r);
    if (!cell) return arena_ok(r->arena, r->error);
    *cell = (struct block_cell){.text = text};
    if (!r->table.first) r->table.first = r->seen.first;
    return true;
}

// ---- rows that md4c reads otherwise than GFM does: it skips `||`, and drops cells behind the last column

// The next cell of a row, from *at on; *at goes behind its bar. Escapes and code spans are stepped over.
static struct str next_cell(struct str row, size_t *at)
{
    size_t start = *at, i = start;
    while (i < row.n && row.p[i] != '|') {
        size_t run = 0;
        while (i + run < row.n && row.p[i + run] == '`') run++;
        if (!run) {
            i += row.p[i] == '\\' ? 2 : 1;
            continue;
        }
        size_t behind = i + run;
        for (size_t j = behind, same; j < row.n; j += same ? same : 1) {
            for (same = 0; j + same < row.n && row.p[j + same] == '`';) same++;
            if (same == run) {
                behind = j + same;
                break;
            }
        }
        i = behind;
    }
    if (i > row.n) i = row.n;
    *at = i + 1;
    return str_slice(row, start, i);
}

static struct str trim_blank(struct str s)
{
    while (s.n && (s.p[0] == ' ' || s.p[0] == '\t')) s.p++, s.n--;
    while (s.n && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\t')) s.n--;
    return s;
}

static bool is_odd(struct str row, size_t columns)
{
    size_t bars = 0;
    bool twice = false;
    row = trim_blank(row);
    columns += (row.n && row.p[0] == '|') + (row.n && row.p[row.n - 1] == '|');
    for (size_t i = 0; i < row.n; i++) {
        if (row.p[i] != '|') continue;
        bars++;
        twice = twice || (i && row.p[i - 1] == '|');
    }
    return twice || bars >= columns;
}

static struct str unescaped(struct markdown_reader *r, struct str s)
{
    if (s.n && s.p[0] == REWRITE_MARK) s = str_slice(s, 1, s.n);
    while (s.n) {
        struct str part = markdown_unwidened(r, &s.p, &s.n);
        markdown_text_cell_code(&r->text, part.p, part.n);
    }
    return markdown_text_finish(&r->text, false);
}

// Puts the cells where the source has them. md4c's are the first of those that are not empty of bytes.
static bool mend_row(struct markdown_reader *r, struct str row)
{
    struct markdown_table *t = &r->table;
    struct block_cell *given = t->cells;
    size_t given_count = t->count, used = 0;
    t->cells = NULL;
    t->count = t->capacity = 0;
    row = trim_blank(row);
    size_t at = row.n && row.p[0] == '|';
    while (at < row.n) {
        struct str s = next_cell(row, &at);
        struct block_cell *cell = add_cell(r);
        if (!cell) return arena_ok(r->arena, r->error);
        cell->text = !s.n ? STR("") : used < given_count ? given[used++].text : unescaped(r, trim_blank(s));
    }
    while (t->count < t->columns) {
        struct block_cell *cell = add_cell(r);
        if (!cell) return arena_ok(r->arena, r->error);
        cell->text = STR("");
    }
    while (t->count > t->columns && !t->cells[t->count - 1].text.n) t->count--;
    return true;
}

// Rows on one line (`| a | b | | c | d |`, or with `||` between) are rows; other cells too many are columns without a
// header. Returns the cells from one row to the next.
static size_t stride_of(const struct markdown_table *t, const struct block *row)
{
    if (row->kind == BLOCK_TABLE_HEADER || t->count <= t->columns) return t->count;
    if (t->count % t->columns == 0) return t->columns;
    if ((t->count + 1) % (t->columns + 1)) return t->count;
    for (size_t i = t->columns; i < t->count; i += t->columns + 1)
        if (t->cells[i].text.n) return t->count;
    return t->columns + 1;
}

static bool emit_row(struct markdown_reader *r, struct block *row)
{
    const struct markdown_table *t = &r->table;
    size_t stride = stride_of(t, row);
    uint32_t line = markdown_line(r, row->line);
    for (size_t i = 0; i < t->count; i++) t->cells[i].line = line;
    for (size_t i = 0; i < t->count; i += stride) {
        struct block part = *row;
        part.cells = t->cells + i;
        part.cell_count = stride < t->count ? t->columns : t->count;
        if (!markdown_emit(r, &part)) return false;
    }
    return true;
}

// What pandas prints of a value that is missing, and of a column without a name.
static struct str without_pandas(struct str cell, bool header)
{
    if (header) return str_starts(cell, STR("Unnamed: ")) ? STR("") : cell;
    return str_equal(cell, STR("NaN")) || str_equal(cell, STR("NaT")) ? STR("") : cell;
}

static void clear_cells(struct markdown_table *t, bool header)
{
    for (size_t i = 0; i < t->count; i++) t->cells[i].text = without_pandas(t->cells[i].text, header);
}

static bool open_rows(struct markdown_reader *r, struct block *row)
{
    struct markdown_table *t = &r->table;
    t->line = place_table(&r->place, t->first);
    struct block table = {.kind = BLOCK_TABLE, .line = t->line, .line_end = t->line};
    row->kind = BLOCK_TABLE_HEADER;
    row->origin = r->marked ? ORIGIN_INFERRED : ORIGIN_MARKED;
    row->delimiter_line = markdown_line(r, t->line + 1);
    if (row->delimiter_line == markdown_line(r, t->line)) row->delimiter_line = 0;
    r->marked = false;
    return markdown_emit(r, &table);
}

bool markdown_table_row(struct markdown_reader *r)
{
    struct markdown_table *t = &r->table;
    struct block row = {.kind = BLOCK_TABLE_ROW};
    if (t->rows++ == 0 && !open_rows(r, &row)) return false;
    row.line = row.line_end = r->place.line;
    while (r->place.at < r->place.end && memchr(" \t>", *r->place.at, 3)) r->place.at++;
    struct str source = place_rest(&r->place);
    if (is_odd(source, t->columns) && !mend_row(r, source)) return false;
    bool header = row.kind == BLOCK_TABLE_HEADER;
    clear_cells(t, header);
    bool ok = emit_row(r, &row);
    place_next_line(&r->place);
    if (header) place_next_line(&r->place);
    t->count = 0;
    t->first = NULL;
    return ok;
}
