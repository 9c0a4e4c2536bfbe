#include "parse/markdown/markdown.h"

#include "base/inline.h"
#include "parse/html_text.h"
#include "parse/markdown/rewrite.h"
#include "parse/turns.h"

// ---- blocks

bool markdown_emit(struct markdown_reader *r, struct block *block)
{
    bool taken = false;
    if ((r->html.tables | r->html.level | r->html.item) && !markdown_html_takes(r, block, &taken)) return false;
    if (taken) return true;
    bool opens = block->kind == BLOCK_LIST || block->kind == BLOCK_TABLE;
    block->line = markdown_line(r, block->line);
    block->line_end = opens ? block->line : markdown_line_end(r, block->line_end);
    // whatever md4c made of the source, blocks never go back
    if (block->line < r->last_line) block->line = r->last_line;
    if (block->line_end < block->line) block->line_end = block->line;
    r->last_line = block->line;
    if (block->kind == BLOCK_TABLE || block->kind == BLOCK_LIST) return r->emit(r->context, block, r->error);
    block->links = r->text.links;
    block->link_count = r->text.link_count;
    bool ok = arena_ok(r->arena, r->error) && r->emit(r->context, block, r->error);
    markdown_text_reset(&r->text);
    return ok;
}

// The item that waits for its text has none: something else comes first, or nothing.
static bool flush_item(struct markdown_reader *r)
{
    if (!r->item_waits) return true;
    r->item_waits = false;
    return markdown_emit(r, &r->item);
}

// The text that an item has waited for.
static bool emit_item(struct markdown_reader *r, const struct block *block)
{
    r->item_waits = false;
    r->item.text = block->text;
    r->item.line_end = block->line_end;
    if (r->item.line > block->line) r->item.line = block->line;
    return markdown_emit(r, &r->item);
}

bool markdown_emit_html(struct markdown_reader *r, struct block *block)
{
    if (r->item_waits && block->kind == BLOCK_PARAGRAPH) return emit_item(r, block);
    return flush_item(r) && markdown_emit(r, block);
}

static bool emit_text(struct markdown_reader *r, struct block *block)
{
    if (r->item_waits && r->leaf == LEAF_TEXT) return emit_item(r, block);
    bool empty = !block->text.n && !r->text.link_count && block->kind != BLOCK_HEADING;
    return flush_item(r) && (empty || markdown_emit(r, block));
}

static void leaf_open(struct markdown_reader *r, enum leaf_kind leaf)
{
    r->leaf = leaf;
    r->links = r->images = 0;
    r->pictured = 0;
    r->alt = STR("");
    r->seen = (struct place_text){0};
}

static void place_leaf(struct markdown_reader *r, struct block *block)
{
    const struct place_text *seen = &r->seen;
    if (r->leaf == LEAF_CODE && r->fenced) {
        block->line = place_fenced(&r->place, seen, r->quotes, &block->line_end);
        return;
    }
    block->line = place_text_begin(&r->place, seen);
    bool marked = r->leaf != LEAF_HEADING || (place_at_hashes(&r->place, r->level) && seen->first != r->place.at);
    block->line_end = place_text_end(&r->place, seen);
    if (!marked) {
        block->line_end = r->place.line;
        place_next_line(&r->place);
    }
}

static bool leaf_close(struct markdown_reader *r)
{
    if (r->leaf == LEAF_NONE) return true;
    bool heading = r->leaf == LEAF_HEADING;
    struct block *block = &r->block;
    block->kind = heading                ? BLOCK_HEADING
                  : r->leaf == LEAF_CODE ? BLOCK_CODE
                  : r->quotes            ? BLOCK_QUOTE
                                         : BLOCK_PARAGRAPH;
    block->level = heading ? (int)r->level : 0;
    block->origin = heading ? ORIGIN_MARKED : ORIGIN_NONE;
    block->confidence = heading;
    block->labels = r->marked;
    r->marked = false;
    // each line of a verbatim block ends in a break, the last one too
    if ((r->leaf == LEAF_CODE && !r->fenced) || r->leaf == LEAF_HTML) r->seen.after -= r->seen.after > 0;
    place_leaf(r, block);
    bool html = r->leaf == LEAF_HTML, ok;
    if (html) {
        r->leaf = LEAF_NONE;
        struct str raw = markdown_text_take(&r->text);
        return markdown_html_block(r, raw, block->line);
    }
    block->text = markdown_text_finish(&r->text, r->leaf == LEAF_CODE);
    if (heading && !block->text.n) block->text = str_trim(r->alt);
    block->pictures = r->pictured && !heading && block->text.n <= r->pictured;
    ok = emit_text(r, block);
    r->leaf = LEAF_NONE;
    return ok;
}

// ---- containers

static bool open_container(struct markdown_reader *r, char mark, int32_t ordinal)
{
    if (r->depth == MARKDOWN_DEPTH_MAX) return markdown_too_deep(r);
    if (!flush_item(r)) return false;
    r->containers[r->depth++] = (struct container){mark, ordinal};
    if (mark == '>') r->quotes++;
    else if (r->lists++ == 0) r->list_begins = true;
    return true;
}

static void close_container(struct markdown_reader *r)
{
    if (r->containers[--r->depth].mark == '>') r->quotes--;
    else r->lists--;
}

static bool open_item(struct markdown_reader *r, const MD_BLOCK_LI_DETAIL *detail)
{
    struct container *list = &r->containers[r->depth - 1];
    uint32_t line = place_item(&r->place, list->mark);
    if (r->list_begins) {
        r->list_begins = false;
        struct block block = {.kind = BLOCK_LIST, .line = line, .line_end = line};
        if (!markdown_emit(r, &block)) return false;
    }
    r->item.line = r->item.line_end = line;
    r->item.text = STR("");
    r->item.depth = r->lists;
    r->item.ordinal = list->ordinal;
    if (list->ordinal >= 0) list->ordinal++;
    r->item_waits = true;
    if (!detail->is_task) return true;
    // whether a task is done is no markup alone: its box stays
    leaf_open(r, LEAF_TEXT);
    markdown_text_add(&r->text, (char[]){'[', detail->task_mark, ']', ' '}, 4);
    return true;
}

// ---- what md4c reports

static bool enter_block(struct markdown_reader *r, MD_BLOCKTYPE type, void *detail)
{
    if (type != MD_BLOCK_P && !leaf_close(r)) return false;
    switch (type) {
    case MD_BLOCK_QUOTE: return open_container(r, '>', -1);
    case MD_BLOCK_UL: return open_container(r, ((MD_BLOCK_UL_DETAIL *)detail)->mark, -1);
    case MD_BLOCK_OL: {
        const MD_BLOCK_OL_DETAIL *list = detail;
        return open_container(r, list->mark_delimiter, (int32_t)list->start);
    }
    case MD_BLOCK_LI: return open_item(r, detail);
    case MD_BLOCK_HR: place_rule(&r->place); return true;
    case MD_BLOCK_H:
        leaf_open(r, LEAF_HEADING);
        r->level = ((MD_BLOCK_H_DETAIL *)detail)->level;
        return true;
    case MD_BLOCK_CODE:
        leaf_open(r, LEAF_CODE);
        r->fenced = ((MD_BLOCK_CODE_DETAIL *)detail)->fence_char != 0;
        return true;
    case MD_BLOCK_HTML: leaf_open(r, LEAF_HTML); return true;
    case MD_BLOCK_P:
        if (r->leaf == LEAF_NONE) leaf_open(r, LEAF_TEXT);
        return true;
    case MD_BLOCK_TABLE: return flush_item(r) && markdown_table_open(r, detail);
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: leaf_open(r, LEAF_CELL); return true;
    default: return true;
    }
}

static bool leave_block(struct markdown_reader *r, MD_BLOCKTYPE type)
{
    if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
        r->leaf = LEAF_NONE;
        return markdown_table_cell(r, markdown_text_finish(&r->text, false));
    }
    if (!leaf_close(r)) return false;
    switch (type) {
    case MD_BLOCK_LI: return flush_item(r);
    case MD_BLOCK_TR: return markdown_table_row(r);
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_UL:
    case MD_BLOCK_OL: close_container(r); return true;
    default: return true;
    }
}

// The attribute with its entities decoded; part of the source where it stands there as it is.
static struct str attribute(struct markdown_reader *r, const MD_ATTRIBUTE *attr)
{
    struct str s = {attr->text ? attr->text : "", attr->size};
    if (!s.n || place_holds(&r->place, s.p)) return s;
    struct str copy = arena_str(r->arena, s);
    if (!copy.p) return STR("");
    size_t n = 0;
    char *p = (char *)copy.p;
    for (int i = 0; attr->substr_offsets[i] < attr->size; i++) {
        size_t from = attr->substr_offsets[i], bytes = attr->substr_offsets[i + 1] - from;
        memmove(p + n, s.p + from, bytes);
        n += attr->substr_types[i] == MD_TEXT_ENTITY ? html_entities(p + n, bytes) : bytes;
    }
    return (struct str){p, n};
}

// md4c goes on after anything but a negative number.
static int stop(struct markdown_reader *r)
{
    r->stopped = true;
    return -1;
}

static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *reader)
{
    return enter_block(reader, type, detail) ? 0 : stop(reader);
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *reader)
{
    (void)detail;
    return leave_block(reader, type) ? 0 : stop(reader);
}

static int on_enter_span(MD_SPANTYPE type, void *detail, void *reader)
{
    struct markdown_reader *r = reader;
    if (r->leaf == LEAF_NONE) leaf_open(r, LEAF_TEXT);
    if ((type == MD_SPAN_A || type == MD_SPAN_IMG) && !markdown_check_address(r, detail)) return stop(r);
    if (type == MD_SPAN_IMG) {
        r->images++;
        r->pictured++;
    }
    if (type == MD_SPAN_A) {
        markdown_text_link(&r->text, attribute(r, &((MD_SPAN_A_DETAIL *)detail)->href));
        r->links++;
    } else if (type == MD_SPAN_CODE) r->in_code = r->code_is_empty = true;
    return 0;
}

static void see_break(struct markdown_reader *r)
{
    r->seen.breaks++;
    r->seen.after++;
}

// Most addresses stand in the source as they are, right behind the label. What else a link has may hide line ends.
static void see_link_end(struct markdown_reader *r, const MD_ATTRIBUTE *href)
{
    struct place_text *seen = &r->seen;
    const char *end = seen->last;
    if (end && href->text == end + 2 && end[0] == ']' && end[1] == '(' && href->text[href->size] == ')') {
        seen->last = href->text + href->size + 1;
        return;
    }
    if (!seen->first) seen->span_before = true;
    seen->span_after = true;
}

static int on_leave_span(MD_SPANTYPE type, void *detail, void *reader)
{
    struct markdown_reader *r = reader;
    if (type == MD_SPAN_CODE) {
        if (r->code_is_empty) see_break(r);  // it holds a line end alone
        else place_code_end(&r->place, &r->seen);
        r->in_code = false;
    } else if (type == MD_SPAN_A || type == MD_SPAN_IMG) see_link_end(r, &((MD_SPAN_A_DETAIL *)detail)->href);
    if (type == MD_SPAN_IMG) r->images--;
    if (type == MD_SPAN_A) {
        markdown_text_link_end(&r->text);
        r->links--;
    }
    return 0;
}

// A code span may begin with a line end, of which md4c says nothing.
APART bool code_begins_above(const struct markdown_reader *r, const char *p)
{
    while (p > r->source.p && memchr(" \t>", p[-1], 3)) p--;
    return p > r->source.p && (p[-1] == '\n' || p[-1] == '\r') && r->in_code;
}

static void see_source(struct markdown_reader *r, const char *p, size_t n)
{
    struct place_text *seen = &r->seen;
    if (!seen->first) {
        seen->first = p;
        seen->breaks_before = seen->breaks;
        if (r->in_code && r->leaf != LEAF_CODE && code_begins_above(r, p)) seen->breaks_before++;
    }
    seen->last = p + n;
    seen->after = 0;
    seen->span_after = false;
}

APART void add_other(struct markdown_reader *r, MD_TEXTTYPE type, const char *p, size_t n)
{
    switch (type) {
    case MD_TEXT_NULLCHAR: r->marked = true; break;
    case MD_TEXT_SOFTBR: markdown_text_add(&r->text, " ", 1); break;
    case MD_TEXT_BR: markdown_text_add(&r->text, "\n", 1); break;
    case MD_TEXT_ENTITY: markdown_text_entity(&r->text, p, n); break;
    case MD_TEXT_HTML:
        if (r->leaf != LEAF_HEADING || !markdown_html_picture(r, (struct str){p, n}))
            markdown_text_html(&r->text, p, n);
        break;
    default:
        if (r->leaf == LEAF_CELL) markdown_text_cell_code(&r->text, p, n);
        else if (n == 1 && p[0] == '\n') markdown_text_newline(&r->text);
        else markdown_text_source(&r->text, p, n);
    }
}

// A piece of code or HTML for which md4c takes a label with its mark.
APART void add_unmarked(struct markdown_reader *r, MD_TEXTTYPE type, const char *p, size_t n)
{
    for (const char *mark; n && (mark = memchr(p, REWRITE_MARK, n)); n -= (size_t)(mark - p) + 1, p = mark + 1)
        if (mark > p) add_other(r, type, p, (size_t)(mark - p));
    if (n) add_other(r, type, p, n);
}

INLINE void add_piece(struct markdown_reader *r, MD_TEXTTYPE type, const char *p, size_t n)
{
    if (type != MD_TEXT_NORMAL) {
        if (r->map && type != MD_TEXT_NULLCHAR) add_unmarked(r, type, p, n);
        else add_other(r, type, p, n);
        return;
    }
    markdown_text_source(&r->text, p, n);
    if (!r->links) markdown_text_urls(&r->text, p, n);
}

// Whether a piece that is not of the source stands for a line's end: in a code span that is a space.
static bool is_break(const struct markdown_reader *r, MD_TEXTTYPE type, char c)
{
    if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) return true;
    if (type == MD_TEXT_HTML || r->leaf == LEAF_CODE) return c == '\n';
    return type == MD_TEXT_CODE && c == ' ';
}

// md4c makes spaces of the tabs that a line of code begins with.
static void restore_tabs(struct markdown_reader *r, const char *p)
{
    bool tabs = (size_t)(p - r->source.p) < r->indent || memchr(p - r->indent, '\t', r->indent);
    struct str indent = tabs ? place_indent(&r->place, p, r->indent) : STR_NULL;
    if (indent.p && r->text.n >= r->indent) {
        r->text.n -= r->indent;
        markdown_text_add(&r->text, indent.p, indent.n);
    }
    r->indent = 0;
}

// What md4c made: a line end, or the spaces of an indent.
APART void add_made(struct markdown_reader *r, MD_TEXTTYPE type, const char *p, size_t n)
{
    if (is_break(r, type, p[0])) see_break(r);
    r->indent = r->leaf == LEAF_CODE && p[0] == ' ' ? r->indent + n : 0;
    add_piece(r, type, p, n);
}

// A piece of the source behind an indent, or one that may hold what markdown_widen put in.
APART void add_mended(struct markdown_reader *r, MD_TEXTTYPE type, const char *p, size_t n)
{
    if (r->indent) restore_tabs(r, p);
    while (n) {
        struct str part = markdown_unwidened(r, &p, &n);
        if (part.n) add_piece(r, type, part.p, part.n);
    }
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *p, MD_SIZE n, void *reader)
{
    struct markdown_reader *r = reader;
    if (r->leaf == LEAF_NONE) leaf_open(r, LEAF_TEXT);
    r->code_is_empty = false;
    if (!place_holds(&r->place, p)) {
        add_made(r, type, p, n);
        return 0;
    }
    see_source(r, p, n);
    if (r->images) {
        r->pictured += n;
        if (r->leaf == LEAF_HEADING) {
            markdown_html_alt(r, (struct str){p, n});
            return 0;
        }
    }
    if (r->pads || r->indent) add_mended(r, type, p, n);
    else add_piece(r, type, p, n);
    return 0;
}

// ---- the whole

// md4c reads a byte behind a text without a line end.
static struct str with_newline(struct str s, struct arena *arena)
{
    if (s.n && s.p[s.n - 1] == '\n') return s;
    char *p = arena_alloc(arena, s.n + 1);
    if (!p) return STR_NULL;
    if (s.n) memcpy(p, s.p, s.n);
    p[s.n] = '\n';
    return (struct str){p, s.n + 1};
}

bool markdown_parse(struct article *article, struct arena *arena, block_fn *emit, void *context, struct error *error)
{
    static const MD_PARSER parser = {.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS,
                                     .enter_block = on_enter_block,
                                     .leave_block = on_leave_block,
                                     .enter_span = on_enter_span,
                                     .leave_span = on_leave_span,
                                     .text = on_text};
    struct markdown_reader *r = arena_alloc(arena, sizeof *r);
    struct str source = with_newline(article->text, arena);
    struct speakers *speakers = arena_alloc(arena, sizeof *speakers);
    if (!r || !source.p || !speakers) return arena_ok(arena, error);
    struct turns turns = {.speakers = speakers, .arena = arena, .emit = emit, .context = context};
    bool speaks = speakers_find(article->text, speakers);
    article->layout = LAYOUT_NONE;
    *r = (struct markdown_reader){
        .article = article, .arena = arena, .emit = emit, .context = context, .error = error, .source = source};
    if (speaks) r->emit = turns_block, r->context = &turns;
    r->item.kind = BLOCK_ITEM;
    if (!markdown_check_size(r)) return false;
    if (!place_init(&r->place, r->source, article->first_line, arena)) return arena_ok(arena, error);
    if (!markdown_rewrite(r) || !markdown_check_shape(r) || !markdown_widen(r)) return false;
    markdown_text_init(&r->text, arena, r->source);
    bool done = md_parse(r->source.p, (MD_SIZE)r->source.n, &parser, r) == 0;
    if (done && !markdown_html_finish(r)) return false;
    if (!done && !r->stopped) return error_set(error, ERROR_MEMORY, "no memory is left for reading Markdown");
    return done && arena_ok(arena, error) && turns_flush(&turns, error);
}
