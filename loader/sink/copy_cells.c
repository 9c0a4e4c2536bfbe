#include "sink/copy_cells.h"

// Oids of pg_type.
enum { INT4 = 23, TEXT = 25 };

// A field's length and the head of an array of one dimension without NULLs, which begins at 1.
#define HEAD 24

static void int32_field(struct buf *buf, int32_t v)
{
    buf_int32(buf, sizeof v);
    buf_int32(buf, v);
}

static void text_field(struct buf *buf, struct str s)
{
    buf_int32(buf, s.p ? (int32_t)s.n : -1);
    if (s.p) buf_str_add(buf, s);
}

static void array_head(struct buf *buf, int32_t type, int32_t count, size_t bytes)
{
    buf_int32(buf, (int32_t)(HEAD - 4 + bytes));
    buf_int32(buf, 1);
    buf_int32(buf, 0);
    buf_int32(buf, type);
    buf_int32(buf, count);
    buf_int32(buf, 1);
}

static void begin_row(struct copy_cells *c, struct buf *buf, const struct row *cell, int64_t document_id)
{
    c->table_no = cell->cell.table_no;
    c->row_no = cell->cell.row_no;
    c->count = 0;
    c->line = cell->line;
    c->uneven = false;
    c->lines.n = c->spanned.n = 0;
    buf_int16(buf, 8);
    buf_int32(buf, sizeof document_id);
    buf_int64(buf, document_id);
    int32_field(buf, c->table_no);
    int32_field(buf, c->row_no);
    text_field(buf, cell->cell.item_key);
    c->begin = buf->n;
    array_head(buf, TEXT, 0, 0);
}

void copy_cell(struct copy_cells *c, struct buf *buf, const struct row *cell, int64_t document_id)
{
    if (c->row_no != cell->cell.row_no || c->table_no != cell->cell.table_no) {
        copy_cells_end(c, buf);
        begin_row(c, buf, cell, document_id);
    }
    c->count++;
    text_field(buf, cell->cell.text);
    int32_field(&c->lines, (int32_t)cell->line);
    if (cell->line != c->line) c->uneven = true;
    if (cell->line < c->line) c->line = cell->line;
    if (cell->cell.spanned) int32_field(&c->spanned, cell->cell.column_no);
}

static void array_field(struct buf *buf, const struct buf *elements)
{
    array_head(buf, INT4, (int32_t)(elements->n / 8), elements->n);
    buf_str_add(buf, buf_str(elements));
}

void copy_cells_end(struct copy_cells *c, struct buf *buf)
{
    if (!c->row_no) return;
    if (c->lines.failed || c->spanned.failed) buf->failed = true;
    if (!buf->failed) {
        struct buf head = {.p = buf->p + c->begin, .capacity = HEAD};
        array_head(&head, TEXT, c->count, buf->n - c->begin - HEAD);
    }
    int32_field(buf, (int32_t)c->line);
    if (c->uneven) array_field(buf, &c->lines);
    else buf_int32(buf, -1);
    if (c->spanned.n) array_field(buf, &c->spanned);
    else buf_int32(buf, -1);
    copy_cells_forget(c);
}

void copy_cells_forget(struct copy_cells *c)
{
    c->row_no = 0;
    c->lines.failed = c->spanned.failed = false;  // for the next article there may be memory
}

void copy_cells_release(struct copy_cells *c)
{
    buf_release(&c->lines);
    buf_release(&c->spanned);
}
