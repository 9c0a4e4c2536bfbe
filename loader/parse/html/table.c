// Tables: which hold data and which only lay out a page; rows whose cells stand in their columns, those that span
// several in each (WHATWG HTML, "Forming a table"), but for columns in which no cell begins: those are none.
#include "parse/cells.h"
#include "parse/html/cell.h"
#include "parse/html/reader.h"

#define LONG_CELL 400  // bytes of a cell of several blocks: no datum

struct cell {
    const struct html_node *node;
    uint32_t column, columns, rows;  // columns: that it spans
    struct html_cell_content content;
};

struct table_row {
    const struct html_node *node;
    size_t first, count;  // of its cells
    bool head;            // in <thead>, or all of its cells are <th>, or the first with titles or strong cells alone
};

struct table {
    struct html_reader *r;
    const struct html_node *node;
    struct table_row *rows;
    size_t row_count, row_capacity;
    struct cell *cells;
    size_t cell_count, cell_capacity;
    // what speaks for data, and for a layout
    size_t keyed, unkeyed;  // rows that begin with <th> and go on with <td>; others with <td>
    bool caption;           // it has one, or several
    bool marked, presents;  // <th>, <thead> or <caption>; role=presentation
    size_t wide_rows;       // in which more than one cell says something
    size_t bodies;          // rows outside of <thead>
    bool titled;            // the first row has titles alone
    bool inferred;          // the header's cells are only strong
    bool blocks;            // a cell holds a heading beside others, or much text in blocks
    bool posts;             // a cell holds what a reader wrote in a forum
    bool lengthy;           // a cell holds much text
    bool nests;             // a cell holds a table
    size_t titles;          // first rows that are its title
    bool filled;            // a cell holds a text or a picture
    bool pictured;          // the first cell is a picture
    // the columns
    uint32_t *busy;  // rows that the cell above still spans
    size_t column_count, column_capacity;
    uint32_t *column_of;  // of each, from 0, those left out in which no cell begins
};

// ---- reading

static void *grow(struct table *t, void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity) return items;
    size_t more = *capacity ? 2 * *capacity : 16;
    void *grown = arena_grow(t->r->arena, items, count, more, size);
    if (grown) *capacity = more;
    return grown;
}

// What a cell says about the table.
static void look_into(struct table *t, struct cell *cell)
{
    struct html_cell_content content = cell->content = html_cell_content(cell->node);
    t->blocks |= content.blocks > 1 && content.bytes > LONG_CELL;
    t->lengthy |= content.bytes > LONG_CELL;
    t->posts |= content.post;
    if (t->cell_count == 1) t->pictured = content.pictured;
    t->filled |= content.holds != HOLDS_NOTHING;
    t->nests |= content.nests;
}

static bool add_cell(struct table *t, const struct html_node *node)
{
    struct cell *cells = grow(t, t->cells, t->cell_count, &t->cell_capacity, sizeof *cells);
    if (!cells) return false;
    t->cells = cells;
    t->cells[t->cell_count++] =
        (struct cell){.node = node, .columns = html_cell_columns(node), .rows = html_cell_rows(node)};
    if (!node->left) look_into(t, &t->cells[t->cell_count - 1]);
    return true;
}

// Whether the row is the first one and names the columns by headings. Those in another place are a layout's.
static bool names_columns(struct table *t, const struct table_row *row)
{
    size_t of[HOLDS_HEADING + 1] = {0};
    for (size_t i = 0; i < row->count; i++) of[t->cells[row->first + i].content.holds]++;
    bool names = !t->row_count && of[HOLDS_TITLE] > 1 && !of[HOLDS_TEXT] && !of[HOLDS_HEADING];
    bool parts = t->titled && row->count == 1 && of[HOLDS_TITLE];  // a title of the rows below
    t->blocks |= !names && !parts && of[HOLDS_TITLE] + of[HOLDS_HEADING];
    t->titled |= names;
    return names;
}

// Cells of a row that say something; *strong: of those, the strong ones.
static size_t filled_cells(const struct table *t, const struct table_row *row, size_t *strong)
{
    size_t filled = *strong = 0;
    for (size_t i = row->first; i < row->first + row->count; i++) {
        filled += t->cells[i].content.holds != HOLDS_NOTHING;
        *strong += t->cells[i].content.strong;
    }
    return filled;
}

static bool add_row(struct table *t, const struct html_node *node, bool head)
{
    struct table_row row = {.node = node, .first = t->cell_count};
    bool heads = true;
    for (const struct html_node *c = node->first; c; c = c->next) {
        if (c->element != ELEMENT_TD && c->element != ELEMENT_TH) continue;
        if (!add_cell(t, c)) return false;
        heads = heads && c->element == ELEMENT_TH;
        t->marked |= c->element == ELEMENT_TH;
    }
    row.count = t->cell_count - row.first;
    if (!row.count) return true;
    bool keyed = row.count > 1 && t->cells[row.first].node->element == ELEMENT_TH;
    t->keyed += keyed && !heads;
    t->unkeyed += !keyed && row.count > 1;
    row.head = names_columns(t, &row) || head || heads;
    struct table_row *rows = grow(t, t->rows, t->row_count, &t->row_capacity, sizeof *rows);
    if (!rows) return false;
    t->rows = rows;
    t->rows[t->row_count++] = row;
    size_t strong;
    t->wide_rows += filled_cells(t, &row, &strong) > 1;
    t->bodies += !head;
    return true;
}

static bool read_rows(struct table *t, const struct html_node *parent)
{
    bool head = parent->element == ELEMENT_THEAD;
    for (const struct html_node *c = parent->first; c; c = c->next) {
        if (c->left) continue;
        bool ok = true;
        switch ((enum html_element)c->element) {
        case ELEMENT_TR: ok = add_row(t, c, head); break;
        case ELEMENT_THEAD:
        case ELEMENT_TBODY:
        case ELEMENT_TFOOT: ok = read_rows(t, c); break;
        case ELEMENT_CAPTION: t->caption = true; break;
        default: break;
        }
        if (!ok) return false;
    }
    t->marked |= head && t->row_count;
    return true;
}

// Without marks, a first row of strong cells names the columns where no other row is strong but the last, which may be
// a sum: on 9,350 pages there are 105 such tables, and of 75 that were read 74 are so.
static void infer_header(struct table *t)
{
    size_t first = 0, below = 0, strong;
    while (first < t->row_count && t->rows[first].count < 2) first++;
    bool may = !t->marked && !t->titled && first < t->row_count;
    if (!may || filled_cells(t, &t->rows[first], &strong) != strong || strong < 2) return;
    for (size_t i = first + 1; i < t->row_count; i++) {
        size_t filled = filled_cells(t, &t->rows[i], &strong);
        if (i + 1 < t->row_count && filled == strong && strong > 1) return;
        below += filled;
    }
    if (below) t->rows[first].head = t->inferred = true;
}

// A note: a sign beside a text, or beside its title and a text.
static bool is_note(const struct table *t)
{
    return t->pictured && t->wide_rows == 1 && t->rows[0].count == 2 && t->cells[0].rows >= t->row_count;
}

static bool is_layout(const struct table *t)
{
    if (is_note(t)) return true;
    if (t->presents || t->cell_count == 1 || !t->filled || t->posts) return true;
    bool alone = t->titled ? t->wide_rows < 2 : t->wide_rows == 1 && t->lengthy;
    bool holds = t->blocks || t->nests || alone;
    return t->wide_rows ? holds && !t->marked && !t->caption : holds || !t->marked;
}

// ---- layout

static bool unfold_cell(struct table *t, const struct cell *cell)
{
    return html_flush(t->r) && html_visit(t->r, cell->node) && html_flush(t->r);
}

// Captions, and cells one after another.
static bool unfold(struct table *t)
{
    struct html_reader *r = t->r;
    for (const struct html_node *c = t->node->first; c && t->caption; c = c->next)
        if (c->element == ELEMENT_CAPTION && !html_visit(r, c)) return false;
    for (size_t i = 0; i < t->cell_count; i++)
        if (!unfold_cell(t, &t->cells[i])) return false;
    return true;
}

// ---- columns

static bool reach(struct table *t, size_t columns)
{
    if (columns > t->column_capacity) {
        size_t capacity = 2 * columns;
        uint32_t *busy = arena_grow(t->r->arena, t->busy, t->column_count, capacity, sizeof *busy);
        if (!busy) return false;
        t->busy = busy;
        t->column_capacity = capacity;
    }
    while (t->column_count < columns) t->busy[t->column_count++] = 0;
    return true;
}

// Puts each cell of a row in its column. What spans cost comes off r->cells_left: where that is used up, spans end.
static bool place_row(struct table *t, const struct table_row *row)
{
    size_t column = 0, *left = &t->r->cells_left;
    for (size_t i = 0; i < row->count; i++) {
        struct cell *cell = &t->cells[row->first + i];
        for (; column < t->column_count && t->busy[column]; column++) {
            t->busy[column]--;
            *left -= *left > 0;
        }
        if (!*left) cell->columns = cell->rows = 1;
        *left -= cell->columns < *left ? cell->columns : *left;
        if (!reach(t, column + cell->columns)) return false;
        cell->column = (uint32_t)column;
        for (uint32_t k = 0; k < cell->columns; k++, column++)
            if (t->busy[column] < cell->rows - 1) t->busy[column] = cell->rows - 1;
    }
    for (; column < t->column_count && *left; column++, --*left) t->busy[column] -= t->busy[column] > 0;
    return true;
}

static bool place_cells(struct table *t)
{
    for (size_t i = 0; i < t->row_count; i++)
        if (!place_row(t, &t->rows[i])) return false;
    t->column_of = arena_alloc(t->r->arena, (t->column_count + 1) * sizeof *t->column_of);
    if (!t->column_of) return false;
    memset(t->column_of, 0, (t->column_count + 1) * sizeof *t->column_of);
    for (size_t i = 0; i < t->cell_count; i++) t->column_of[t->cells[i].column] = 1;
    uint32_t columns = 0;
    for (size_t i = 0; i <= t->column_count; i++) {
        uint32_t begins = t->column_of[i];
        t->column_of[i] = columns;
        columns += begins;
    }
    for (size_t i = 0; i < t->cell_count; i++) {
        struct cell *cell = &t->cells[i];
        uint32_t end = t->column_of[cell->column + cell->columns];
        cell->column = t->column_of[cell->column];
        cell->columns = end - cell->column;
    }
    t->column_count = columns;
    return true;
}

// ---- rows

// Texts of a row, in their columns.
struct texts {
    struct block_cell *cells;
    uint32_t *below;  // further rows that each goes over
    size_t count;
};

static struct str text_of(struct html_reader *r, const struct html_node *cell)
{
    if (cell->left) return STR("");
    html_run_all(&r->run, cell, RUN_LINES);
    return html_run_finish(&r->run);
}

static bool is_title(const struct table *t, const struct table_row *row)
{
    return row->count == 1 && t->cells[row->first].columns > 1 && t->cells[row->first].columns == t->column_count;
}

// Fills the row with its own cells and those that reach down into it.
static bool fill(struct table *t, const struct table_row *row, struct texts *x)
{
    size_t next = 0, column = 0;
    bool filled = false, alone = is_title(t, row);
    for (x->count = 0; column < t->column_count;) {
        bool own = next < row->count && t->cells[row->first + next].column == column;
        if (!own) {
            struct block_cell *cell = &x->cells[column];
            if (!x->below[column]) cell->text = STR("");
            else x->count = column + 1, x->below[column]--;
            cell->own = STR_NULL;
            cell->spanned = true;
            column++;
            continue;
        }
        const struct cell *cell = &t->cells[row->first + next++];
        struct str text = text_of(t->r, cell->node);
        filled = filled || text.n;
        for (uint32_t k = 0; k < cell->columns; k++, column++) {
            bool shown = !alone || !k;
            x->cells[column] = (struct block_cell){shown ? text : STR(""), html_line(t->r, cell->node->offset), k > 0,
                                                   k ? STR("") : text};
            x->below[column] = shown ? cell->rows - 1 : 0;
            if (shown) x->count = column + 1;
        }
    }
    return filled;
}

static void place(const struct table *t, const struct html_node *node, struct block *block)
{
    struct str page = t->r->article->text;
    uint32_t end = node->end;
    while (end > node->offset + 1 && (unsigned char)page.p[end - 1] <= ' ') end--;
    block->line = html_line(t->r, node->offset);
    block->line_end = html_line(t->r, end > node->offset ? end - 1 : node->offset);
}

static bool emit_title(struct table *t, const struct html_node *node, bool in_table)
{
    struct html_reader *r = t->r;
    struct block block = {.kind = BLOCK_PARAGRAPH, .labels = true, .in_table = in_table};
    html_run_all(&r->run, node, RUN_SPACES);
    html_place(r, node, &block);
    block.text = html_run_finish(&r->run);
    return !block.text.n || html_emit(r, &block);
}

// A cell of the row goes over several columns, which the next row names one by one.
static bool groups(const struct table *t, const struct table_row *row)
{
    for (size_t i = 0; i < row->count && row->count > 1; i++)
        if (t->cells[row->first + i].columns > 1) return true;
    return false;
}

// The header is the first row where that is marked as one, and further ones that go with it. *next: the row behind.
static bool emit_header(struct table *t, struct texts *x, size_t *next)
{
    struct block block = {.kind = BLOCK_TABLE_HEADER, .origin = t->inferred ? ORIGIN_INFERRED : ORIGIN_MARKED};
    struct block_cell *heads = arena_alloc(t->r->arena, (t->column_count + 1) * sizeof *heads);
    if (!heads) return false;
    for (size_t i = 0; i < t->column_count; i++) heads[i] = (struct block_cell){.text = STR(""), .own = STR("")};
    for (size_t rows = 0; *next < t->row_count && t->rows[*next].head && rows < CELLS_HEADER_ROWS; rows++, ++*next) {
        const struct table_row *row = &t->rows[*next];
        bool goes_on = !rows || (t->bodies && row->node->parent->element == ELEMENT_THEAD);
        for (size_t i = 0; i < t->column_count; i++) goes_on |= x->below[i] > 0 && rows;
        goes_on = goes_on || groups(t, row - 1);
        if (!goes_on) break;
        struct block of_row = {0};
        fill(t, row, x);
        place(t, row->node, &of_row);
        if (!rows) block.line = of_row.line;
        block.line_end = of_row.line_end;
        if (!cells_join_header(heads, x->cells, x->count, t->r->arena)) return false;
        if (x->count > block.cell_count) block.cell_count = x->count;
    }
    block.cells = heads;
    return !block.cell_count || html_emit(t->r, &block);
}

static bool emit_rows(struct table *t)
{
    size_t room = (t->column_count + 1) * sizeof(struct block_cell), next = 0;
    struct texts x = {.cells = arena_alloc(t->r->arena, room),
                      .below = arena_alloc(t->r->arena, (t->column_count + 1) * sizeof(uint32_t))};
    struct block table = {.kind = BLOCK_TABLE, .row_headers = t->keyed && !t->unkeyed};
    if (!x.cells || !x.below) return false;
    memset(x.cells, 0, room);
    memset(x.below, 0, (t->column_count + 1) * sizeof(uint32_t));
    for (; next < t->row_count && is_title(t, &t->rows[next]); next++) {
        const struct cell *cell = &t->cells[t->rows[next].first];
        if (!(cell->content.nests ? unfold_cell(t, cell) : emit_title(t, cell->node, true))) return false;
    }
    t->titles = next;
    place(t, t->node, &table);
    table.line_end = table.line;
    if (!html_emit(t->r, &table) || !emit_header(t, &x, &next)) return false;
    for (; next < t->row_count; next++) {
        struct block block = {.kind = BLOCK_TABLE_ROW, .cells = x.cells};
        if (!fill(t, &t->rows[next], &x)) continue;
        place(t, t->rows[next].node, &block);
        block.cell_count = x.count;
        if (!html_emit(t->r, &block)) return false;
    }
    return true;
}

// Tables in the cells of one with data follow it.
static bool emit_nested(struct table *t)
{
    for (size_t i = t->titles; i < t->cell_count && t->nests; i++) {  // a title has one cell
        const struct html_node *cell = t->cells[i].node;
        for (const struct html_node *n = cell->first; n;) {
            bool skip = n->left || n->element == ELEMENT_TABLE;
            if (!n->left && n->element == ELEMENT_TABLE && !html_table(t->r, n)) return false;
            n = html_node_next(cell, n, skip);
        }
    }
    return true;
}

bool html_table(struct html_reader *r, const struct html_node *node)
{
    struct table t = {.r = r, .node = node};
    struct str role = html_node_attribute(node, "role");
    t.presents = str_equal(role, STR("presentation")) || str_equal(role, STR("none"));
    if (!read_rows(&t, node)) return arena_ok(r->arena, r->error);
    if (!t.cell_count) return html_walk(r, node);
    if (is_layout(&t)) return unfold(&t);
    infer_header(&t);
    if (!html_settle_item(r, true)) return false;
    for (const struct html_node *c = node->first; c && t.caption; c = c->next)
        if (c->element == ELEMENT_CAPTION && !c->left && !emit_title(&t, c, false)) return false;
    if (!place_cells(&t)) return arena_ok(r->arena, r->error);
    return emit_rows(&t) ? emit_nested(&t) : arena_ok(r->arena, r->error) && false;
}
