#include "sink/verify_plain.h"

#include <stdlib.h>

static bool grow(void **items, size_t count, size_t *room, size_t size, struct error *error)
{
    if (count < *room) return true;
    size_t more = *room ? 2 * *room : 64;
    void *grown = realloc(*items, more * size);
    if (!grown) return error_set(error, ERROR_MEMORY, "out of memory");
    *items = grown;
    *room = more;
    return true;
}

static bool add_piece(struct verify_pieces *v, struct verify_piece piece, struct error *error)
{
    void *items = v->pieces;
    bool ok = grow(&items, v->count, &v->room, sizeof piece, error);
    v->pieces = items;
    if (piece.line_end < piece.line) piece.line_end = piece.line;
    if (ok) v->pieces[v->count++] = piece;
    return ok;
}

static bool add_link(struct verify_pieces *v, const struct row *r, struct error *error)
{
    void *items = v->links;
    bool ok = grow(&items, v->link_count, &v->link_room, sizeof *v->links, error);
    v->links = items;
    if (ok) v->links[v->link_count++] = (struct verify_link){r->line, r->link.url, 0};
    return ok;
}

bool verify_plain_row(struct verify_plain *v, const struct row *r, struct error *error)
{
    struct verify_piece p = {.line = r->line, .line_end = r->line_end, .label = STR_NULL, .ordinal = -1};
    switch (r->table) {
    case ROW_DOCUMENT: return verify_lines(&v->pieces, v->article, error);
    case ROW_LINK: return add_link(&v->pieces, r, error);
    case ROW_SECTION:
        p.kind = VERIFY_HEADING;
        p.text = r->section.heading;
        break;
    case ROW_PARAGRAPH:
        p.kind = r->paragraph.in_table                     ? VERIFY_CELL
                 : r->paragraph.kind == PARAGRAPH_LEFTOVER ? VERIFY_LEFTOVER
                 : r->paragraph.kind == PARAGRAPH_QUOTE    ? VERIFY_QUOTE
                                                           : VERIFY_TEXT;
        p.label = r->paragraph.label;
        p.text = r->paragraph.text;
        break;
    case ROW_BULLET:
        p.kind = VERIFY_ITEM;
        p.label = r->bullet.label;
        p.text = r->bullet.text;
        p.ordinal = r->bullet.ordinal;
        break;
    case ROW_TABLE:  // it may have no row, where a delimiter is all that is left of it
        p.kind = VERIFY_CELL;
        p.text = STR("");
        p.line_end = p.line;
        break;
    case ROW_TABLE_COLUMN:
        p.kind = VERIFY_CELL;
        p.text = r->column.header;
        break;
    case ROW_TABLE_CELL:
        p.kind = VERIFY_CELL;
        p.text = r->cell.text;
        p.line = r->cell.row_line;
        p.line_end = r->cell.row_line_end;
        break;
    default: return true;
    }
    return !p.text.p || add_piece(&v->pieces, p, error);
}

void verify_plain_begin(struct verify_plain *v, const struct article *article)
{
    v->article = article;
    v->pieces.count = v->pieces.link_count = 0;
}

void verify_plain_release(struct verify_plain *v)
{
    free(v->pieces.pieces);
    free(v->pieces.links);
    *v = (struct verify_plain){.article = NULL};
}
