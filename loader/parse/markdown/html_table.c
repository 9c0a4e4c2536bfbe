// Rows of tables in HTML: cells that span several columns or rows stand in each.
#include "parse/cells.h"
#include "parse/html_text.h"
#include "parse/markdown/markdown.h"

static bool add_line(struct markdown_reader *r, struct html_cell *cell, struct str text)
{
    struct str *all = &cell->cell.text;
    if (!text.n) return true;
    if (!all->n) {
        *all = text;
        return true;
    }
    size_t need = all->n + 1 + text.n;
    if (cell->capacity < need) {
        char *room = arena_alloc(r->arena, 2 * need);
        if (!room) return arena_ok(r->arena, r->error);
        memcpy(room, all->p, all->n);
        cell->room = room;
        cell->capacity = 2 * need;
    }
    cell->room[all->n] = '\n';
    memcpy(cell->room + all->n + 1, text.p, text.n);
    *all = (struct str){cell->room, need};
    return true;
}

bool markdown_html_add_to_cell(struct markdown_reader *r, struct str text)
{
    return add_line(r, &r->html.cells[r->html.cell_count - 1], text);
}

bool markdown_html_hold(struct markdown_reader *r, const struct block *text)
{
    struct markdown_html *h = &r->html;
    if (!h->between.cell.text.n) h->between = (struct html_cell){.cell = {.text = STR(""), .line = text->line}};
    h->between_end = text->line_end;
    return add_line(r, &h->between, text->text);
}

#define SPAN_MAX 1000

size_t markdown_html_number(const struct html_tag *tag, const char *name)
{
    struct str s = html_attribute(tag->attributes, name);
    size_t n = 0;
    for (size_t i = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9' && n < SPAN_MAX; i++)
        n = n * 10 + (size_t)(s.p[i] - '0');
    return n ? n : 1;
}

bool markdown_html_open_cell(struct markdown_reader *r, const struct html_tag *tag, uint32_t line)
{
    struct markdown_html *h = &r->html;
    if (h->cell_count == h->cell_capacity) {
        size_t capacity = h->cell_capacity ? h->cell_capacity * 2 : 16;
        h->cells = arena_grow(r->arena, h->cells, h->cell_count, capacity, sizeof *h->cells);
        if (!h->cells) return arena_ok(r->arena, r->error);
        h->cell_capacity = capacity;
    }
    if (!h->cell_count) h->row_line = line;
    h->cells[h->cell_count++] =
        (struct html_cell){.cell = {.text = STR(""), .line = line},
                           .columns = markdown_html_number(tag, "colspan"),
                           .rows = markdown_html_number(tag, "rowspan"),
                           .head = h->in_head || (tag->name.n == 2 && (tag->name.p[1] | 0x20) == 'h')};
    h->in_cell = true;
    return true;
}

// The columns that the row's cells and those that reach down into it take.
static size_t columns_of_row(const struct markdown_html *h)
{
    size_t columns = 0;
    for (size_t i = 0; i < h->cell_count; i++) columns += h->cells[i].columns;
    return columns + h->span_count;
}

// Puts the cells in their columns; those that span several stand in each.
static struct block_cell *place_cells(struct markdown_reader *r, size_t room, size_t *count)
{
    struct markdown_html *h = &r->html;
    struct block_cell *row = arena_alloc(r->arena, (room + 1) * sizeof *row);
    struct html_span *spans = arena_alloc(r->arena, (room + 1) * sizeof *spans);
    size_t n = 0, next = 0, left = 0;
    if (!row || !spans) return NULL;
    while (n < room) {
        bool above = n < h->span_count && h->spans[n].rows;
        if (!above && !left && next == h->cell_count) {
            if (n >= h->span_count) break;
            row[n] = (struct block_cell){.text = STR(""), .line = markdown_line(r, h->row_line)};
            spans[n++] = (struct html_span){0};
            continue;
        }
        if (above && !left) {
            row[n] = (struct block_cell){h->spans[n].text, markdown_line(r, h->row_line), true, STR_NULL};
            spans[n] = (struct html_span){h->spans[n].text, h->spans[n].rows - 1};
            n++;
            continue;
        }
        bool begins = !left;
        if (begins) left = h->cells[next++].columns;
        const struct html_cell *cell = &h->cells[next - 1];
        struct str text = cell->cell.text;
        row[n] = (struct block_cell){text, markdown_line(r, cell->cell.line), !begins, begins ? text : STR("")};
        spans[n++] = (struct html_span){cell->cell.text, cell->rows - 1};
        left--;
    }
    while (n > h->cell_count && !row[n - 1].text.n && !spans[n - 1].rows) n--;
    h->spans = spans;
    h->span_count = n;
    *count = n;
    return row;
}

static bool too_wide(struct markdown_reader *r)
{
    error_set(r->error, ERROR_ARTICLE,
              "a table of HTML has spans that make it nearly empty: mend it, or load the article with "
              "--dialect extracted");
    return error_at(r->error, r->article->source, markdown_line(r, r->html.row_line));
}

// Whether the next row may be one of the header, too: a cell of this one goes over several columns, beside others, or
// down into that row.
static bool goes_on(const struct markdown_html *h, size_t cells)
{
    for (size_t i = 0; i < h->span_count; i++)
        if (h->spans[i].rows) return true;
    for (size_t i = 0; i < cells && cells > 1; i++)
        if (h->cells[i].columns > 1) return true;
    return false;
}

// The header goes with its own links.
bool markdown_html_header(struct markdown_reader *r)
{
    struct markdown_html *h = &r->html;
    struct markdown_text *text = &r->text;
    struct block header = h->header;
    if (!header.cell_count) return true;
    size_t own = h->header_links, later = text->link_count - own;
    h->header.cell_count = h->header_links = 0;
    text->link_count = own;
    if (!markdown_html_emit(r, &header)) return false;
    if (later) memmove(text->links, text->links + own, later * sizeof *text->links);
    text->link_count = later;
    return true;
}

// A header's first row, or a further one.
static bool add_header(struct markdown_reader *r, const struct block *row, bool waits)
{
    struct markdown_html *h = &r->html;
    struct block *header = &h->header;
    size_t count = row->cell_count > header->cell_count ? row->cell_count : header->cell_count;
    struct block_cell *heads = arena_alloc(r->arena, (count + 1) * sizeof *heads);
    if (!heads) return arena_ok(r->arena, r->error);
    for (size_t i = 0; i < count; i++)
        heads[i] = i < header->cell_count ? header->cells[i] : (struct block_cell){.text = STR(""), .own = STR("")};
    if (!cells_join_header(heads, row->cells, row->cell_count, r->arena)) return arena_ok(r->arena, r->error);
    uint32_t line = header->cell_count ? header->line : row->line;
    *header = (struct block){.kind = BLOCK_TABLE_HEADER, .origin = ORIGIN_MARKED, .line = line};
    header->line_end = row->line_end;
    header->cells = heads;
    header->cell_count = count;
    h->header_links = r->text.link_count;
    return waits || markdown_html_header(r);
}

static bool emit_row(struct markdown_reader *r, uint32_t line)
{
    struct markdown_html *h = &r->html;
    bool filled = r->text.link_count > h->header_links, head = h->cell_count > 0;
    h->in_cell = false;
    for (size_t i = 0; i < h->cell_count; i++) {
        filled = filled || h->cells[i].cell.text.n;
        head = head && h->cells[i].head;
    }
    size_t count = 0, room = columns_of_row(h);
    if (!filled || !h->cell_count) {
        h->cell_count = 0;
        return true;
    }
    h->rows++;
    if (room * h->rows > 10000 + 4 * r->source.n) return too_wide(r);
    struct block row = {.kind = BLOCK_TABLE_ROW, .line = h->row_line, .line_end = line};
    size_t cells = h->cell_count;
    row.cells = place_cells(r, room, &count);
    row.cell_count = count;
    h->cell_count = 0;
    if (!row.cells) return arena_ok(r->arena, r->error);
    // behind text that stood between its rows the table goes on as another one
    bool begins = !h->open;
    uint32_t first = h->rows == 1 ? h->table_line : h->row_line;
    struct block table = {.kind = BLOCK_TABLE, .line = first, .line_end = first};
    if (begins && !markdown_html_emit(r, &table)) return false;
    if (head && (begins || h->header.cell_count)) {
        bool waits = h->rows < CELLS_HEADER_ROWS && goes_on(h, cells);
        return add_header(r, &row, waits);
    }
    return markdown_html_emit(r, &row);
}

bool markdown_html_close_row(struct markdown_reader *r, uint32_t line)
{
    struct markdown_html *h = &r->html;
    if (!emit_row(r, line)) return false;
    struct block between = {.kind = r->quotes || h->quotes ? BLOCK_QUOTE : BLOCK_PARAGRAPH,
                            .line = h->between.cell.line,
                            .line_end = h->between_end,
                            .text = h->between.cell.text};
    h->between.cell.text = STR("");
    return !between.text.n || markdown_html_emit(r, &between);
}
