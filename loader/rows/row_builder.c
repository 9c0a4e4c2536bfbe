#include "rows/row_builder.h"

#include "rows/label.h"
#include "rows/shape.h"
#include "rows/title.h"

#define LEVELS 6

// A cell of the open table.
struct cell_at {
    struct str text;
    int32_t row_no, column_no;
    uint32_t line, row_line, row_line_end;
    bool spanned;
};

// A table may have millions of them: they lie in pieces, which the next table takes again.
enum { PIECE_FIRST = 16, PIECE_MOST = 4096 };
struct piece {
    struct piece *next;
    size_t count, room;
    struct cell_at cells[];
};

struct row_builder {
    const struct article *article;
    struct arena *arena;
    row_fn *emit;
    void *context;
    int32_t position, section_no, list_no, table_no, link_no;
    struct title title;
    struct row pending;  // a paragraph that may prove to be a lead-in
    bool has_pending, pending_labels;
    // the path to the current section, and the levels on it
    int32_t path[LEVELS];
    int levels[LEVELS];
    int32_t depth;
    // the open table
    bool in_table;
    struct row table;
    struct block_cell *headers;
    uint32_t header_line, header_line_end;
    size_t header_count;
    struct piece *pieces, *last;  // the first one, and that which is being filled
};

static bool emit_row(struct row_builder *b, const struct row *row, struct error *error)
{
    return b->emit(b->context, row, error);
}

static bool flush_pending(struct row_builder *b, struct error *error)
{
    if (!b->has_pending) return true;
    b->has_pending = false;
    return emit_row(b, &b->pending, error);
}

static bool emit_cells(struct row_builder *b, const struct piece *piece, struct error *error)
{
    for (size_t i = 0; i < piece->count; i++) {
        const struct cell_at *cell = &piece->cells[i];
        struct row row = {.table = ROW_TABLE_CELL,
                          .section_no = b->section_no,
                          .position = b->table.position,
                          .line = cell->line,
                          .line_end = cell->row_line_end,
                          .cell = {.table_no = b->table_no,
                                   .row_no = cell->row_no,
                                   .column_no = cell->column_no,
                                   .text = cell->text,
                                   .row_line = cell->row_line,
                                   .row_line_end = cell->row_line_end,
                                   .spanned = cell->spanned}};
        if (!emit_row(b, &row, error)) return false;
    }
    return true;
}

// A table's row says how many rows and columns it has, so it is held back until the table ends.
static bool flush_table(struct row_builder *b, struct error *error)
{
    if (!b->in_table) return true;
    b->in_table = false;
    if ((size_t)b->table.of_table.column_count < b->header_count)
        b->table.of_table.column_count = (int32_t)b->header_count;
    if (!emit_row(b, &b->table, error)) return false;
    for (int32_t i = 0; i < b->table.of_table.column_count; i++) {
        bool named = (size_t)i < b->header_count;
        struct row row = {.table = ROW_TABLE_COLUMN,
                          .section_no = b->section_no,
                          .position = b->table.position,
                          .line = named ? b->header_line : b->table.line,
                          .line_end = named ? b->header_line_end : b->table.line,
                          .column = {.table_no = b->table_no,
                                     .column_no = i + 1,
                                     .header = named ? b->headers[i].text : STR_NULL,
                                     .own = named ? b->headers[i].own : STR_NULL}};
        if (!emit_row(b, &row, error)) return false;
    }
    for (const struct piece *p = b->pieces; p; p = p == b->last ? NULL : p->next)
        if (!emit_cells(b, p, error)) return false;
    return true;
}

static struct row new_row(struct row_builder *b, enum row_table table, const struct block *block)
{
    return (struct row){.table = table,
                        .section_no = b->section_no,
                        .position = b->position,
                        .line = block->line,
                        .line_end = block->line_end};
}

static bool add_heading(struct row_builder *b, const struct block *block, struct error *error)
{
    int level = block->level < 1 ? 1 : block->level > LEVELS ? LEVELS : block->level;
    while (b->depth && b->levels[b->depth - 1] >= level) b->depth--;
    int32_t parent = b->depth ? b->path[b->depth - 1] : -1;
    b->path[b->depth] = ++b->section_no;
    b->levels[b->depth++] = level;
    b->position++;
    struct row row = new_row(b, ROW_SECTION, block);
    row.section = (struct section_row){.parent_no = parent,
                                       .path = b->path,
                                       .path_length = b->depth,
                                       .level = level,
                                       .heading = block->text,
                                       .origin = block->origin,
                                       .confidence = block->confidence,
                                       .reason = block->reason};
    return emit_row(b, &row, error);
}

static bool add_paragraph(struct row_builder *b, const struct block *block, struct error *error)
{
    static const enum paragraph_kind kinds[] = {[BLOCK_PARAGRAPH] = PARAGRAPH_TEXT,
                                                [BLOCK_QUOTE] = PARAGRAPH_QUOTE,
                                                [BLOCK_CODE] = PARAGRAPH_CODE,
                                                [BLOCK_LEFTOVER] = PARAGRAPH_LEFTOVER};
    b->position++;
    b->pending = new_row(b, ROW_PARAGRAPH, block);
    b->pending.paragraph = (struct paragraph_row){kinds[block->kind], block->text, block->in_table, block->label};
    if (block->caption && block->kind == BLOCK_PARAGRAPH) b->pending.paragraph.kind = PARAGRAPH_CAPTION;
    b->has_pending = true;
    b->pending_labels = block->labels;
    return block->kind == BLOCK_PARAGRAPH ? true : flush_pending(b, error);
}

// The paragraph right before a list or a table is its lead-in when it ends in a colon, or is a title.
static bool close_lead_in(struct row_builder *b, struct error *error)
{
    if (b->has_pending && (b->pending_labels || str_ends(b->pending.paragraph.text, STR(":")) ||
                           str_ends(b->pending.paragraph.text, STR("\xEF\xBC\x9A"))))
        b->pending.paragraph.kind = PARAGRAPH_LEAD_IN;
    return flush_pending(b, error);
}

static bool add_item(struct row_builder *b, const struct block *block, struct error *error)
{
    b->position++;
    struct row row = new_row(b, ROW_BULLET, block);
    row.bullet = (struct bullet_row){
        .list_no = b->list_no, .depth = block->depth, .ordinal = block->ordinal, .text = block->text};
    if (block->label.p) row.bullet.label = block->label;
    else label_split(block->text, &row.bullet.label, &row.bullet.text);
    return emit_row(b, &row, error);
}

static bool open_table(struct row_builder *b, const struct block *block)
{
    b->position++;
    b->table_no++;
    b->in_table = true;
    b->table = new_row(b, ROW_TABLE, block);
    b->table.of_table = (struct table_row){
        .table_no = b->table_no, .header_origin = ORIGIN_NONE, .shape = STR_NULL, .row_headers = block->row_headers};
    b->header_count = 0;
    b->last = b->pieces;
    if (b->last) b->last->count = 0;
    return true;
}

static bool is_empty(const struct block *row)
{
    for (size_t i = 0; i < row->cell_count; i++)
        if (row->cells[i].text.n) return false;
    return true;
}

static bool add_header(struct row_builder *b, const struct block *block, struct error *error)
{
    b->table.of_table.delimiter_line = block->delimiter_line;
    if (is_empty(block)) return true;
    b->headers = arena_alloc(b->arena, block->cell_count * sizeof *b->headers);
    if (!b->headers) return arena_ok(b->arena, error);
    memcpy(b->headers, block->cells, block->cell_count * sizeof *b->headers);
    b->header_count = block->cell_count;
    b->header_line = block->line;
    b->header_line_end = block->line_end;
    b->table.of_table.header_origin = block->origin;
    b->table.of_table.shape = shape_of(block->cells, block->cell_count, b->arena);
    return arena_ok(b->arena, error);
}

static struct cell_at *next_cell(struct row_builder *b)
{
    struct piece *last = b->last;
    if (last && last->count < last->room) return &last->cells[last->count++];
    struct piece *next = last ? last->next : NULL;
    if (!next) {
        size_t room = !last ? PIECE_FIRST : last->room < PIECE_MOST ? 2 * last->room : PIECE_MOST;
        next = arena_alloc(b->arena, sizeof *next + room * sizeof *next->cells);
        if (!next) return NULL;
        *(last ? &last->next : &b->pieces) = next;
        next->next = NULL;
        next->room = room;
    }
    next->count = 1;
    b->last = next;
    return next->cells;
}

static bool add_table_row(struct row_builder *b, const struct block *block, struct error *error)
{
    struct table_row *table = &b->table.of_table;
    table->row_count++;
    if ((size_t)table->column_count < block->cell_count) table->column_count = (int32_t)block->cell_count;
    for (size_t i = 0; i < block->cell_count; i++) {
        struct cell_at *cell = next_cell(b);
        if (!cell) return arena_ok(b->arena, error);
        *cell = (struct cell_at){.text = block->cells[i].text,
                                 .row_no = table->row_count,
                                 .column_no = (int32_t)i + 1,
                                 .line = block->cells[i].line,
                                 .row_line = block->line,
                                 .row_line_end = block->line_end,
                                 .spanned = block->cells[i].spanned};
    }
    return true;
}

struct row_builder *row_builder_new(const struct article *article, struct arena *arena, row_fn *emit, void *context,
                                    struct error *error)
{
    struct row_builder *b = arena_alloc(arena, sizeof *b);
    if (!b) {
        arena_ok(arena, error);
        return NULL;
    }
    *b = (struct row_builder){.article = article, .arena = arena, .emit = emit, .context = context};
    static const int32_t root[] = {0};
    struct row row = {.table = ROW_SECTION,
                      .line = article->first_line,
                      .line_end = article->first_line,
                      .section = {.parent_no = -1, .path = root, .path_length = 1, .heading = STR_NULL}};
    return emit_row(b, &row, error) ? b : NULL;
}

static bool add_block(struct row_builder *b, const struct block *block, struct error *error)
{
    switch (block->kind) {
    case BLOCK_TABLE_HEADER: return add_header(b, block, error);
    case BLOCK_TABLE_ROW: return add_table_row(b, block, error);
    case BLOCK_ITEM:  // a list may go on after a paragraph
        return flush_table(b, error) && flush_pending(b, error) && add_item(b, block, error);
    case BLOCK_LIST: b->list_no++; return flush_table(b, error) && close_lead_in(b, error);
    case BLOCK_TABLE: return flush_table(b, error) && close_lead_in(b, error) && open_table(b, block);
    case BLOCK_HEADING: return flush_table(b, error) && flush_pending(b, error) && add_heading(b, block, error);
    default: return flush_table(b, error) && flush_pending(b, error) && add_paragraph(b, block, error);
    }
}

bool row_builder_block(void *builder, const struct block *block, struct error *error)
{
    struct row_builder *b = builder;
    title_see(&b->title, block, b->position == 0);
    if (!add_block(b, block, error)) return false;
    for (size_t i = 0; i < block->link_count; i++) {
        struct row row = new_row(b, ROW_LINK, block);
        row.link = (struct link_row){++b->link_no, block->links[i].label, block->links[i].url};
        if (!emit_row(b, &row, error)) return false;
    }
    return true;
}

static uint32_t count_lines(struct str text)
{
    uint32_t lines = 0;
    const char *p = text.p, *end = text.p + text.n;
    while (p < end) {
        const char *lf = memchr(p, '\n', (size_t)(end - p));
        lines++;
        p = lf ? lf + 1 : end;
    }
    return lines;
}

bool row_builder_finish(struct row_builder *b, enum dialect dialect, struct error *error)
{
    if (!flush_table(b, error) || !flush_pending(b, error)) return false;
    struct row row = {.table = ROW_DOCUMENT,
                      .position = b->position,
                      .line = b->article->first_line,
                      .document = {.article = b->article,
                                   .dialect = dialect,
                                   .title = title_of(&b->title, &b->article->metadata),
                                   .line_count = count_lines(b->article->text)}};
    return emit_row(b, &row, error);
}
