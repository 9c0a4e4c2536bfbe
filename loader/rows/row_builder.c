#include "rows/row_builder.h"

#include "rows/label.h"
#include "rows/shape.h"
#include "rows/title.h"

#define LEVELS 6

struct cell_at {
    struct table_cell_row cell;
    uint32_t line;
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
    struct str *headers;
    uint32_t header_line, header_line_end;
    size_t header_count;
    struct cell_at *cells;
    size_t cell_count, cell_capacity;
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

static int32_t max_columns(const struct row_builder *b)
{
    int32_t most = (int32_t)b->header_count;
    for (size_t i = 0; i < b->cell_count; i++)
        if (b->cells[i].cell.column_no > most) most = b->cells[i].cell.column_no;
    return most;
}

// A table's row says how many rows and columns it has, so it is held back until the table ends.
static bool flush_table(struct row_builder *b, struct error *error)
{
    if (!b->in_table) return true;
    b->in_table = false;
    b->table.of_table.column_count = max_columns(b);
    if (!emit_row(b, &b->table, error)) return false;
    for (int32_t i = 0; i < b->table.of_table.column_count; i++) {
        bool named = (size_t)i < b->header_count;
        struct row row = {
            .table = ROW_TABLE_COLUMN,
            .section_no = b->section_no,
            .position = b->table.position,
            .line = named ? b->header_line : b->table.line,
            .line_end = named ? b->header_line_end : b->table.line,
            .column = {.table_no = b->table_no, .column_no = i + 1, .header = named ? b->headers[i] : STR_NULL}};
        if (!emit_row(b, &row, error)) return false;
    }
    for (size_t i = 0; i < b->cell_count; i++) {
        struct row row = {.table = ROW_TABLE_CELL,
                          .section_no = b->section_no,
                          .position = b->table.position,
                          .line = b->cells[i].line,
                          .line_end = b->cells[i].cell.row_line_end,
                          .cell = b->cells[i].cell};
        if (!emit_row(b, &row, error)) return false;
    }
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
    b->header_count = b->cell_count = 0;
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
    for (size_t i = 0; i < block->cell_count; i++) b->headers[i] = block->cells[i].text;
    b->header_count = block->cell_count;
    b->header_line = block->line;
    b->header_line_end = block->line_end;
    b->table.of_table.header_origin = block->origin;
    b->table.of_table.shape = shape_of(block->cells, block->cell_count, b->arena);
    return arena_ok(b->arena, error);
}

static bool add_table_row(struct row_builder *b, const struct block *block, struct error *error)
{
    size_t need = b->cell_count + block->cell_count;
    if (need > b->cell_capacity) {
        size_t capacity = need * 2;
        struct cell_at *cells = arena_grow(b->arena, b->cells, b->cell_count, capacity, sizeof *cells);
        if (!cells) return arena_ok(b->arena, error);
        b->cells = cells;
        b->cell_capacity = capacity;
    }
    int32_t row_no = ++b->table.of_table.row_count;
    for (size_t i = 0; i < block->cell_count; i++)
        b->cells[b->cell_count++] = (struct cell_at){{.table_no = b->table_no,
                                                      .row_no = row_no,
                                                      .column_no = (int32_t)i + 1,
                                                      .text = block->cells[i].text,
                                                      .row_line = block->line,
                                                      .row_line_end = block->line_end,
                                                      .spanned = block->cells[i].spanned},
                                                     block->cells[i].line};
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
