#include "parse/corrected.h"

static bool is_row(const struct block *block)
{
    return block->kind == BLOCK_TABLE_HEADER || block->kind == BLOCK_TABLE_ROW;
}

// What stands in a block, as the view blocks shows it: behind its label, a row's cells between bars.
static struct str words_of(const struct block *block, struct arena *arena)
{
    const struct str colon = STR(": "), bar = STR(" | ");
    size_t n = block->label.n + colon.n + block->text.n;
    for (size_t i = 0; i < block->cell_count; i++) n += block->cells[i].text.n + bar.n;
    char *words = arena_alloc(arena, n + 1);
    if (!words) return STR_NULL;
    n = 0;
    const struct str parts[] = {block->label, block->label.n ? colon : STR(""), block->text};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].n) memcpy(words + n, parts[i].p, parts[i].n);
        n += parts[i].n;
    }
    for (size_t i = 0; i < block->cell_count; i++) {
        struct str cell = block->cells[i].text;
        if (!cell.n) continue;
        if (n) memcpy(words + n, bar.p, bar.n), n += bar.n;
        memcpy(words + n, cell.p, cell.n);
        n += cell.n;
    }
    return (struct str){words, n};
}

// Whether the same words stand in both, whatever signs stand between them.
static bool have_same_words(struct str a, struct str b)
{
    size_t i = 0, j = 0;
    bool any = false;
    for (;; i++, j++) {
        while (i < a.n && !str_is_word_byte(a.p[i])) i++;
        while (j < b.n && !str_is_word_byte(b.p[j])) j++;
        if (i == a.n || j == b.n) return i == a.n && j == b.n && (any || str_equal(str_trim(a), str_trim(b)));
        if (a.p[i] != b.p[j]) return false;
        any = true;
    }
}

// The last correction that means this block; NULL for none.
static const struct correction *find(struct corrected *c, const struct block *block, struct str words)
{
    const struct correction *found = NULL;
    for (size_t i = 0; i < c->corrections->count; i++) {
        const struct correction *correction = c->corrections->all[i];
        if (correction->as == CORRECT_ENTITY) continue;  // of a cell
        if ((correction->as == CORRECT_HEADER || correction->as == CORRECT_ROW) && !is_row(block))
            continue;  // no cells
        if (correction->line && correction->line != block->line) continue;
        if (correction->text.p && !have_same_words(correction->text, words)) continue;
        c->corrections->met[i] = true;
        found = correction;
    }
    return found;
}

static bool emit(struct corrected *c, const struct block *block, struct error *error)
{
    c->last = block->kind;
    if (block->kind == BLOCK_LIST) c->parted = false;
    return c->emit(c->context, block, error);
}

static bool emit_opening(struct corrected *c, struct error *error)
{
    c->opens = false;
    return emit(c, &c->opening, error);
}

static bool open(struct corrected *c, enum block_kind kind, const struct block *first, struct error *error)
{
    if (c->opens && c->opening.kind == kind) return emit_opening(c, error);
    struct block opening = {.kind = kind, .line = first->line, .line_end = first->line_end};
    return emit(c, &opening, error);
}

// The block as text of another kind.
static struct block as_text(const struct block *block, enum block_kind kind, struct str words)
{
    struct block text = {.kind = kind,
                         .line = block->line,
                         .line_end = block->line_end,
                         .text = words,
                         .links = block->links,
                         .link_count = block->link_count,
                         .ordinal = -1};
    return text;
}

static struct block change(const struct correction *correction, const struct block *block, struct str words)
{
    static const enum block_kind kinds[] = {
        [CORRECT_HEADING] = BLOCK_HEADING,     [CORRECT_PARAGRAPH] = BLOCK_PARAGRAPH,
        [CORRECT_ITEM] = BLOCK_ITEM,           [CORRECT_QUOTE] = BLOCK_QUOTE,
        [CORRECT_CODE] = BLOCK_CODE,           [CORRECT_LEFTOVER] = BLOCK_LEFTOVER,
        [CORRECT_HEADER] = BLOCK_TABLE_HEADER, [CORRECT_ROW] = BLOCK_TABLE_ROW};
    enum block_kind kind = kinds[correction->as];
    if (kind == block->kind && kind != BLOCK_HEADING) return *block;
    if (correction->as == CORRECT_HEADER || correction->as == CORRECT_ROW) {
        struct block row = *block;
        row.kind = kind;
        row.origin = kind == BLOCK_TABLE_HEADER ? ORIGIN_CORRECTED : ORIGIN_NONE;
        row.delimiter_line = 0;
        return row;
    }
    struct block text = as_text(block, kind, words);
    if (kind == BLOCK_ITEM) text.depth = 1;
    if (kind != BLOCK_HEADING) return text;
    text.level = correction->value;
    text.origin = ORIGIN_CORRECTED;
    text.confidence = 1;
    return text;
}

// Keeps a header for the rows that come behind what stands between them now; its cells live as long as the article.
static bool keep_header(struct corrected *c, const struct block *row, struct error *error)
{
    struct block_cell *cells = arena_alloc(c->arena, row->cell_count * sizeof *cells);
    if (!cells) return arena_ok(c->arena, error);
    if (row->cell_count) memcpy(cells, row->cells, row->cell_count * sizeof *cells);
    c->header = *row;
    c->header.cells = cells;
    c->header.links = NULL;
    c->header.link_count = 0;
    return true;
}

// Before a row: a table of its own where none is open, or where it is made the header within one. The rest of a table
// behind a row that is none any more has the header of its beginning.
static bool begin_row(struct corrected *c, const struct block *row, struct error *error)
{
    bool is_header = row->kind == BLOCK_TABLE_HEADER, begun = c->opens || (is_header && c->last != BLOCK_TABLE);
    bool in_table = c->last == BLOCK_TABLE || c->last == BLOCK_TABLE_HEADER || c->last == BLOCK_TABLE_ROW;
    if (begun || is_header) c->header.cell_count = 0;
    if ((begun || !in_table) && !open(c, BLOCK_TABLE, row, error)) return false;
    if (is_header) return keep_header(c, row, error);
    return begun || in_table || !c->header.cell_count || emit(c, &c->header, error);
}

// Before a block that is neither: what is held back begins here, unless this was to be its first.
static bool begin_text(struct corrected *c, struct error *error)
{
    return !c->opens || c->emptied || emit_opening(c, error);
}

// Before an item: a list of its own where one is held back, or a heading was made within one, which ends it for the
// reader; else the list goes on, whatever came between. Items that were made join those around them.
static bool begin_item(struct corrected *c, const struct block *item, bool made, struct error *error)
{
    bool list = c->opens && c->opening.kind == BLOCK_LIST, joins = c->last == BLOCK_ITEM && (made || c->made);
    bool begins = (list || made || c->parted) && !joins;
    if (joins && list) c->opens = false;
    c->made = made;
    if (!list && !begin_text(c, error)) return false;
    return !begins || open(c, BLOCK_LIST, item, error);
}

bool corrected_block(void *corrected, const struct block *block, struct error *error)
{
    struct corrected *c = corrected;
    if (block->kind == BLOCK_LIST || block->kind == BLOCK_TABLE) {
        if (!corrected_finish(c, error)) return false;
        c->opening = *block;
        c->opens = true;
        c->emptied = false;
        return true;
    }
    struct str words = words_of(block, c->arena);
    if (!words.p) return arena_ok(c->arena, error);
    const struct correction *correction = find(c, block, words);
    struct block changed = correction ? change(correction, block, words) : *block;
    bool item = block->kind == BLOCK_ITEM, row = is_row(block);
    if ((item && changed.kind != BLOCK_ITEM) || (row && !is_row(&changed))) c->emptied = true;
    bool begun = is_row(&changed)             ? begin_row(c, &changed, error)
                 : changed.kind == BLOCK_ITEM ? begin_item(c, &changed, !item, error)
                                              : begin_text(c, error);
    if (!begun || !emit(c, &changed, error)) return false;
    c->parted = c->parted || (changed.kind == BLOCK_HEADING && block->kind != BLOCK_HEADING);
    return true;
}

// A list or table that begins and has no item or row: it stays so, but where corrections have taken all of them.
bool corrected_finish(struct corrected *c, struct error *error)
{
    bool stays = c->opens && !c->emptied;
    c->opens = false;
    return !stays || emit(c, &c->opening, error);
}
