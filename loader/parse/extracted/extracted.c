#include "parse/extracted/extracted.h"
#include "base/utf8.h"
#include "parse/cells.h"
#include "parse/extracted/structure.h"
#include "parse/links.h"
#include "parse/parser.h"
#include "parse/turns.h"

// One pass over the decided lines.
struct reader {
    const struct article *article;
    struct arena *arena;
    block_fn *emit;
    void *context;
    struct line *lines;
    size_t count, at;
    size_t linked;         // lines whose links have been given
    bool has_urls;         // the article has any: most have none
    uint32_t delimiter;    // line of the one between a table's title and its header
    bool titled;           // the title of the table that begins here has been read
    enum block_kind last;  // the block before: a list or table is open as long as its items or rows follow each other
};

static uint32_t line_no(const struct reader *r, uint32_t line)
{
    return r->article->first_line + line;
}

// The lines from `first` to before `end` as one text, joined by spaces; a single line is not copied.
static struct str joined(const struct reader *r, size_t first, size_t end)
{
    if (end == first + 1) return str_trim(r->lines[first].text);
    size_t n = 0;
    for (size_t i = first; i < end; i++) n += r->lines[i].text.n + 1;
    char *out = arena_alloc(r->arena, n);
    if (!out) return STR_NULL;
    n = 0;
    for (size_t i = first; i < end; i++) {
        struct str s = str_trim(r->lines[i].text);
        if (!s.n) continue;
        if (n) out[n++] = ' ';
        memcpy(out + n, s.p, s.n);
        n += s.n;
    }
    return (struct str){out, n};
}

// Index behind the block that begins at `first` and goes on with lines of kind `more`; blank lines inside it are its.
static size_t block_end(const struct reader *r, size_t first, enum line_kind more)
{
    size_t end = first + 1;
    for (size_t i = end; i < r->count && (r->lines[i].kind == more || r->lines[i].kind == LINE_BLANK); i++)
        if (r->lines[i].kind == more) end = i + 1;
    return end;
}

static void find_links(struct reader *r, struct block *block)
{
    if (!block->cell_count) {
        if (!links_may_be(block->text)) return;
        block->links = links_find(block->text, r->arena, &block->link_count);
        return;
    }
    struct block_link *all = NULL;
    for (size_t i = 0; i < block->cell_count; i++) {
        if (!links_may_be(block->cells[i].text)) continue;
        size_t count, before = block->link_count;
        const struct block_link *found = links_find(block->cells[i].text, r->arena, &count);
        if (!count) continue;
        all = arena_grow(r->arena, all, before, before + count, sizeof *all);
        if (!all) return;
        memcpy(all + before, found, count * sizeof *all);
        block->links = all;
        block->link_count = before + count;
    }
}

// Those that layout took off the line stand behind those in its text.
static void add_links(struct reader *r, struct block *block, const struct line *line)
{
    size_t count = block->link_count + line->link_count;
    struct block_link *all = arena_alloc(r->arena, count * sizeof *all);
    if (!all) return;
    if (block->link_count) memcpy(all, block->links, block->link_count * sizeof *all);
    memcpy(all + block->link_count, line->links, line->link_count * sizeof *all);
    block->links = all;
    block->link_count = count;
}

static bool emit(struct reader *r, struct block *block, size_t first, size_t end, struct error *error)
{
    r->last = block->kind;
    if (r->has_urls) find_links(r, block);
    bool has_text = block->kind != BLOCK_LIST && block->kind != BLOCK_TABLE;
    for (; has_text && r->linked < end; r->linked++)
        if (r->lines[r->linked].link_count) add_links(r, block, &r->lines[r->linked]);
    block->line = line_no(r, r->lines[first].first);
    block->line_end = line_no(r, r->lines[end - 1].last);
    return arena_ok(r->arena, error) && r->emit(r->context, block, error);
}

// Depth by indentation: two spaces a level.
static int item_depth(struct str line)
{
    size_t spaces = 0;
    while (spaces < line.n && line.p[spaces] == ' ') spaces++;
    return (int)(spaces / 2) + 1;
}

// An item's text as it grows line by line.
struct item {
    char *text;
    size_t n, first;  // first: index of its first line
};

static void item_add(struct item *item, struct str s)
{
    s = str_trim(s);
    if (!s.n) return;
    if (item->n) item->text[item->n++] = ' ';
    memcpy(item->text + item->n, s.p, s.n);
    item->n += s.n;
}

// Emits what has been gathered up to before line `end`, and begins the next item behind it.
static bool item_end(struct reader *r, struct item *item, size_t end, struct error *error)
{
    struct block block = {.kind = BLOCK_ITEM, .text = {item->text, item->n}, .ordinal = -1};
    block.depth = item_depth(r->lines[item->first].text);
    item->text += item->n;
    item->n = 0;
    return !block.text.n || emit(r, &block, item->first, end, error);
}

static struct str without_mark(struct str line)
{
    struct str s = str_trim(line);
    return s.n && s.p[0] == '-' && (s.n == 1 || str_space_first(str_slice(s, 1, s.n))) ? str_slice(s, 1, s.n) : s;
}

// The last " - " in a line; line.n when there is none.
static size_t glued_mark(struct str line)
{
    for (size_t i = line.n; i-- > 2;)
        if (line.p[i - 1] == '-' && line.p[i - 2] == ' ' && line.p[i] == ' ') {
            struct str before = str_trim(str_slice(line, 0, i - 2)), behind = str_trim(str_slice(line, i, line.n));
            bool runs_on = !before.n || before.p[before.n - 1] == '-' || !behind.n || behind.p[0] == '-';
            return runs_on ? line.n : i - 2;
        }
    return line.n;
}

static bool begin_list(struct reader *r, bool begins, struct error *error)
{
    struct block list = {.kind = BLOCK_LIST};
    return !begins || emit(r, &list, r->at, r->at + 1, error);
}

// An item that layout has told: its mark is off.
static bool read_laid_item(struct reader *r, struct error *error)
{
    const struct line *line = &r->lines[r->at];
    struct block item = {
        .kind = BLOCK_ITEM, .text = line->text, .depth = line->depth, .ordinal = line->ordinal, .label = line->label};
    if (!begin_list(r, line->starts, error)) return false;
    r->at++;
    return emit(r, &item, r->at - 1, r->at, error);
}

static bool read_item(struct reader *r, struct error *error)
{
    if (r->lines[r->at].form == FORM_ITEM) return read_laid_item(r, error);
    size_t first = r->at, end = block_end(r, first, LINE_ITEM_MORE), n = 0;
    if (!begin_list(r, r->lines[first].starts_block || r->last != BLOCK_ITEM, error)) return false;
    for (size_t i = first; i < end; i++) n += r->lines[i].text.n + 1;
    struct item item = {.text = arena_alloc(r->arena, n), .first = first};
    if (!item.text) return arena_ok(r->arena, error);
    r->at = end;
    for (size_t i = first; i < end; i++) {
        struct str text = i == first ? without_mark(r->lines[i].text) : str_trim(r->lines[i].text);
        if (r->lines[i].glued && text.n > 2 && str_ends(text, STR(" -")) && !memchr("- ", text.p[text.n - 3], 2))
            text.n -= 2;
        size_t cut = r->lines[i].glued ? glued_mark(text) : text.n;
        item_add(&item, str_slice(text, 0, cut));
        if (cut == text.n) continue;
        if (!item_end(r, &item, i + 1, error)) return false;
        item.first = i;
        item_add(&item, str_slice(text, cut + 3, text.n));
    }
    return item_end(r, &item, end, error);
}

// The cells of a row printed from line `first` to before `end`. What stands behind its last bar is the last cell's.
static struct block_cell *row_cells(struct reader *r, size_t first, size_t end, size_t *count)
{
    size_t whole = end;
    while (r->lines[whole - 1].behind) whole--;
    uint32_t line = line_no(r, r->lines[first].first);
    struct block_cell *cells = cells_split(joined(r, first, whole), r->lines[first].style, line, r->arena, count);
    if (!cells || whole == end) return cells;
    struct str *last = &cells[*count - 1].text, more = joined(r, whole, end);
    if (str_ends(more, STR("|"))) more.n--;
    char *out = more.p ? arena_alloc(r->arena, last->n + 1 + more.n) : NULL;
    if (!out) return NULL;
    memcpy(out, last->p, last->n);
    out[last->n] = ' ';
    memcpy(out + last->n + 1, more.p, more.n);
    *last = str_trim((struct str){out, last->n + 1 + more.n});
    return cells;
}

// Lines of a table that are looked at to tell its header.
enum { ROWS_BELOW = 50 };

static size_t next_row(const struct reader *r, size_t i)
{
    while (i < r->count && r->lines[i].kind == LINE_BLANK) i++;
    return i < r->count && r->lines[i].kind == LINE_ROW ? i : r->count;
}

// Whether a row, before line `end`, that no delimiter follows reads like the header of the rows below it. The oldest
// extractors print no delimiter at all.
static bool infer_header(struct reader *r, const struct block *row, size_t end)
{
    struct cell_types types = {0};
    size_t below = next_row(r, end), count;
    if (below == r->count || r->lines[below].starts_block) return false;
    if (!cells_are_header(row->cells, row->cell_count, row->cell_count)) return false;
    bool glued = r->lines[below].style == ROW_STYLE_GLUED;
    for (int i = 0; i < ROWS_BELOW && below < r->count && !r->lines[below].starts_block; i++) {
        size_t next = block_end(r, below, LINE_ROW_MORE);
        const struct block_cell *cells = row_cells(r, below, next, &count);
        if (!cells) return false;
        if (glued) return cells_are_header(row->cells, row->cell_count, count);
        cell_types_add(&types, cells, count);
        if (!cell_types_may_tell(&types, row->cell_count)) return false;
        below = next_row(r, next);
    }
    return cell_types_tell(&types, row->cells, row->cell_count);
}

static bool begin_table(struct reader *r, struct error *error)
{
    struct block table = {.kind = BLOCK_TABLE};
    return emit(r, &table, r->at, r->at + 1, error);
}

// A row that layout has told, cells and all.
static bool read_laid_row(struct reader *r, struct error *error)
{
    const struct line *line = &r->lines[r->at];
    struct block row = {.kind = BLOCK_TABLE_ROW, .cells = line->cells, .cell_count = line->cell_count};
    if (line->starts && !begin_table(r, error)) return false;
    if (line->form == FORM_HEADER) {
        bool ruled = line->rule != LINE_NO_RULE;
        row.kind = BLOCK_TABLE_HEADER;
        row.origin = ruled ? ORIGIN_MARKED : ORIGIN_INFERRED;
        row.delimiter_line = ruled ? line_no(r, line->rule) : 0;
    }
    r->at++;
    return emit(r, &row, r->at - 1, r->at, error);
}

static bool is_title(const struct block *row)
{
    for (size_t i = 1; i < row->cell_count; i++)
        if (row->cells[i].text.n) return false;
    return row->cell_count && row->cells[0].text.n;
}

// A row before line `end` is the header of the table that begins with it.
static bool is_header(struct reader *r, const struct block *row, size_t end)
{
    bool marked = end < r->count && r->lines[end].kind == LINE_DELIMITER;
    return marked || infer_header(r, row, end);
}

// One cell over the header: what the table is called. Extractors rule off the first row, whatever it is.
static bool read_title(struct reader *r, const struct block *row, size_t first, size_t end, bool marked, bool *is,
                       struct error *error)
{
    struct block header = {.kind = BLOCK_TABLE_HEADER};
    size_t below = is_title(row) ? next_row(r, end + marked) : r->count;
    *is = false;
    if (below == r->count) return true;
    size_t below_end = block_end(r, below, LINE_ROW_MORE);
    header.cells = row_cells(r, below, below_end, &header.cell_count);
    if (!header.cells) return arena_ok(r->arena, error);
    *is = header.cell_count > 1 && !is_title(&header) && is_header(r, &header, below_end);
    if (!*is) return true;
    struct block title = {.kind = BLOCK_PARAGRAPH, .text = row->cells[0].text, .labels = true, .in_table = true};
    if (marked) r->delimiter = line_no(r, r->lines[end].first);
    r->titled = true;
    r->at = below;
    return emit(r, &title, first, end, error);
}

static bool read_row(struct reader *r, struct error *error)
{
    if (r->lines[r->at].cells) return read_laid_row(r, error);
    size_t first = r->at, end = block_end(r, first, LINE_ROW_MORE);
    bool opens = r->lines[first].starts_block || (r->last != BLOCK_TABLE_HEADER && r->last != BLOCK_TABLE_ROW);
    struct block row = {.kind = BLOCK_TABLE_ROW};
    row.cells = row_cells(r, first, end, &row.cell_count);
    if (!row.cells) return arena_ok(r->arena, error);
    bool marked = opens && end < r->count && r->lines[end].kind == LINE_DELIMITER, titles;
    if (opens && !r->titled) {
        if (!read_title(r, &row, first, end, marked, &titles, error)) return false;
        if (titles) return true;
    }
    if (opens && !begin_table(r, error)) return false;
    if (marked || (opens && infer_header(r, &row, end))) {
        row.kind = BLOCK_TABLE_HEADER;
        while (row.cell_count > 1 && !row.cells[row.cell_count - 1].text.n) row.cell_count--;
        row.origin = marked ? ORIGIN_MARKED : ORIGIN_INFERRED;
        row.delimiter_line = marked ? line_no(r, r->lines[end].first) : r->delimiter;
    }
    r->titled = false;
    r->delimiter = 0;
    r->at = end + marked;
    return emit(r, &row, first, end, error);
}

static bool read_text(struct reader *r, enum block_kind kind, struct error *error)
{
    const struct line *line = &r->lines[r->at];
    struct block block = {.kind = kind, .text = str_trim(line->text)};
    if (kind == BLOCK_HEADING) {
        block.origin = line->form == FORM_HEADING ? ORIGIN_MARKED : ORIGIN_INFERRED;
        block.level = line->level;
        block.confidence = line->confidence;
        block.reason = line->reason;
    }
    r->at++;
    return emit(r, &block, r->at - 1, r->at, error);
}

// Lines of code that stand together are one block, line by line.
static bool read_code(struct reader *r, struct error *error)
{
    size_t first = r->at, end = first + 1, n = 0;
    if (end == r->count || r->lines[end].kind != LINE_CODE) return read_text(r, BLOCK_CODE, error);
    while (end < r->count && r->lines[end].kind == LINE_CODE && r->lines[end].first == r->lines[end - 1].last + 1)
        end++;
    for (size_t i = first; i < end; i++) n += r->lines[i].text.n + 1;
    char *out = arena_alloc(r->arena, n);
    if (!out) return arena_ok(r->arena, error);
    n = 0;
    for (size_t i = first; i < end; i++) {
        struct str text = r->lines[i].text;
        memcpy(out + n, text.p, text.n);
        n += text.n;
        out[n++] = '\n';
    }
    struct block block = {.kind = BLOCK_CODE, .text = str_trim((struct str){out, n})};
    r->at = end;
    return emit(r, &block, first, end, error);
}

static bool read_block(struct reader *r, struct error *error)
{
    switch (r->lines[r->at].kind) {
    case LINE_BLANK: r->at++; return true;
    case LINE_HEADING: return read_text(r, BLOCK_HEADING, error);
    case LINE_LEFTOVER: return read_text(r, BLOCK_LEFTOVER, error);
    case LINE_CODE: return read_code(r, error);
    case LINE_QUOTE: return read_text(r, BLOCK_QUOTE, error);
    case LINE_ITEM: return read_item(r, error);
    case LINE_ROW: return read_row(r, error);
    default: return read_text(r, BLOCK_PARAGRAPH, error);
    }
}

static bool decide(struct slice *slice, struct arena *arena, struct arena *scratch, struct lines *lines)
{
    return layout_read(&slice->article, arena, scratch, lines) && structure_decide(lines, arena, scratch);
}

// Where the slice's own lines begin among all that were decided; false when one of those goes across.
static bool find_begin(const struct slice *slice, const struct lines *lines, size_t *at)
{
    for (*at = 0; *at < lines->count && lines->lines[*at].first < slice->from; ++*at)
        if (lines->lines[*at].last >= slice->from) return false;
    return true;
}

// *next: the line behind what was read.
static bool read_slice(struct reader *r, struct slice *slice, struct arena *scratch, uint32_t *next,
                       struct error *error)
{
    struct lines lines;
    if (!decide(slice, r->arena, scratch, &lines)) return arena_ok(r->arena, error);
    if (!find_begin(slice, &lines, &r->at)) {
        slice_cut(slice);
        r->at = 0;
        if (!decide(slice, r->arena, scratch, &lines)) return arena_ok(r->arena, error);
    }
    struct turns turns = {.speakers = lines.speakers, .arena = r->arena, .emit = r->emit, .context = r->context};
    struct reader own = *r;
    if (lines.speakers) own.emit = turns_block, own.context = &turns;
    own.article = &slice->article;
    own.lines = lines.lines;
    own.count = lines.count;
    own.linked = own.at;
    slice->article.layout = lines.layout;
    while (own.at < own.count && own.lines[own.at].first < slice->end)
        if (!read_block(&own, error)) return false;
    *next = own.at < own.count ? own.lines[own.at].first : UINT32_MAX;
    r->last = own.last, r->titled = own.titled, r->delimiter = own.delimiter;
    return turns_flush(&turns, error);
}

bool extracted_parse_by(struct article *article, const struct slice_size *size, struct arena *arena, block_fn *emit_fn,
                        void *context, struct error *error)
{
    struct reader r = {.arena = arena, .emit = emit_fn, .context = context};
    struct slice slice;
    uint32_t next = 0;
    bool ok = true;
    r.has_urls = links_may_be(article->text);
    slice_first(&slice, article, size);
    do {
        struct arena scratch;
        bool whole = slice.end == UINT32_MAX && !slice.at;
        arena_init_part(&scratch, arena);
        ok = read_slice(&r, &slice, whole ? arena : &scratch, &next, error);
        arena_release(&scratch);
        article->layout = slice.article.layout;
    } while (ok && slice_next(&slice, next, article, size));
    return ok;
}

bool extracted_parse(struct article *article, struct arena *arena, block_fn *emit_fn, void *context,
                     struct error *error)
{
    return extracted_parse_by(article, &SLICE_SIZE, arena, emit_fn, context, error);
}
