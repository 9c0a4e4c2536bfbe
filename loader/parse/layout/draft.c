#include "parse/layout/draft.h"

#include "parse/cells.h"
#include "parse/layout/source.h"
#include "parse/line.h"

void draft_init(struct draft *d, size_t columns, struct arena *arena)
{
    *d = (struct draft){.arena = arena, .columns = columns, .rule = LINE_NO_RULE};
}

struct draft_row *draft_row(struct draft *d, uint32_t line)
{
    if (d->count == d->room) {
        size_t room = d->room ? 2 * d->room : 8;
        d->rows = arena_grow(d->arena, d->rows, d->room, room, sizeof *d->rows);
        d->room = room;
    }
    struct block_cell *cells = d->rows ? arena_alloc(d->arena, d->columns * sizeof *cells) : NULL;
    d->failed |= !cells;
    if (!cells) return NULL;
    for (size_t i = 0; i < d->columns; i++) cells[i] = (struct block_cell){.text = STR(""), .line = line};
    struct draft_row *row = &d->rows[d->count++];
    *row = (struct draft_row){cells, line, line};
    return row;
}

void draft_put(struct draft *d, struct draft_row *row, size_t column, struct str text, uint32_t line)
{
    row->last = line;
    text = str_trim(text);
    if (!text.n) return;
    struct block_cell *cell = &row->cells[column];
    if (!cell->text.n) {
        *cell = (struct block_cell){.text = text, .line = line};
        return;
    }
    char *joined = arena_alloc(d->arena, cell->text.n + 1 + text.n);
    d->failed |= !joined;
    if (!joined) return;
    memcpy(joined, cell->text.p, cell->text.n);
    size_t n = cell->text.n;
    if (!source_runs_on(cell->text, text)) joined[n++] = ' ';
    memcpy(joined + n, text.p, text.n);
    cell->text = (struct str){joined, n + text.n};
}

static bool has_digit(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] >= '0' && s.p[i] <= '9') return true;
    return false;
}

bool draft_tells_header(const struct draft *d)
{
    if (d->count < 2 || !cells_are_header(d->rows[0].cells, d->columns, d->columns)) return false;
    for (size_t c = 0; c < d->columns; c++) {
        size_t numbers = 0;
        for (size_t r = 1; r < d->count; r++) numbers += has_digit(d->rows[r].cells[c].text);
        if (numbers * 2 >= d->count - 1) return true;
    }
    return false;
}
