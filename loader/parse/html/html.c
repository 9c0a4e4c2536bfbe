#include "parse/html/reader.h"
#include "parse/html/talk.h"
#include "parse/turns.h"

// ---- lines

// Where the line behind the one at byte `at` begins; behind the text's end: there is none.
static size_t next_line(struct str text, size_t at)
{
    const char *end = at < text.n ? memchr(text.p + at, '\n', text.n - at) : NULL;
    return end ? (size_t)(end - text.p) + 1 : text.n + 1;
}

static bool index_lines(struct html_reader *r)
{
    struct str text = r->article->text;
    size_t count = 1, capacity = 1;
    for (size_t i = next_line(text, 0); i <= text.n; i = next_line(text, i)) capacity++;
    uint32_t *lines = arena_alloc(r->arena, capacity * sizeof *lines);
    if (!lines) return false;
    lines[0] = 0;
    for (size_t i = next_line(text, 0); i <= text.n; i = next_line(text, i)) lines[count++] = (uint32_t)i;
    r->lines = lines;
    r->line_count = count;
    return true;
}

uint32_t html_line(const struct html_reader *r, uint32_t offset)
{
    size_t low = 0, high = r->line_count;  // lines[low] <= offset < lines[high]
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (r->lines[middle] <= offset) low = middle;
        else high = middle;
    }
    return r->article->first_line + (uint32_t)low;
}

static uint32_t line_at(const struct html_reader *r, const char *p)
{
    return html_line(r, (uint32_t)(p - r->article->text.p));
}

// What is in the page for a node, from its first to its last character that is no white space.
static struct str source_of(const struct html_reader *r, const struct html_node *node)
{
    uint32_t end = node->end > node->offset ? node->end : node->offset;
    return str_trim(str_slice(r->article->text, node->offset, end));
}

void html_place(const struct html_reader *r, const struct html_node *node, struct block *block)
{
    const struct html_node *first = r->run.first ? r->run.first : node, *last = r->run.last ? r->run.last : node;
    struct str from = source_of(r, first), to = source_of(r, last);
    block->line = line_at(r, from.p);
    block->line_end = line_at(r, to.p + to.n - (to.n > 0));
    if (block->line_end < block->line) block->line_end = block->line;
}

// ---- blocks

bool html_emit(struct html_reader *r, struct block *block)
{
    bool opens = block->kind == BLOCK_LIST || block->kind == BLOCK_TABLE;
    if (!opens) {
        block->links = r->run.links;
        block->link_count = r->run.link_count;
    }
    bool ok = arena_ok(r->arena, r->error) && r->emit(r->context, block, r->error);
    if (!opens) html_run_reset(&r->run);
    return ok;
}

bool html_flush(struct html_reader *r)
{
    if (!html_run_begun(&r->run)) {
        r->run.space = r->run.line = false;
        return true;
    }
    struct block block = {.kind = r->quotes ? BLOCK_QUOTE : BLOCK_PARAGRAPH};
    size_t pictured = r->run.pictured;
    if (r->run.first) html_place(r, r->run.first, &block);
    block.text = html_run_finish(&r->run);
    if (!block.text.n) return true;
    if (r->item_waits) return html_emit_item(r, &block);
    block.pictures = pictured && block.text.n <= pictured;
    block.labels = r->titles || r->captions;
    block.caption = r->captions || block.pictures;
    return html_emit(r, &block);
}

int html_heading_level(const struct html_node *node)
{
    if (node->type != HTML_NODE_ELEMENT || node->namespace != HTML_NS_HTML) return 0;
    if (node->element >= ELEMENT_H1 && node->element <= ELEMENT_H6) return node->element - ELEMENT_H1 + 1;
    if (!node->attribute_count || !str_equal(html_node_attribute(node, "role"), STR("heading"))) return 0;
    struct str level = html_node_attribute(node, "aria-level");
    return level.n == 1 && level.p[0] >= '1' && level.p[0] <= '6' ? level.p[0] - '0' : 2;  // 2: as WAI-ARIA has it
}

bool html_has_heading(const struct html_node *node)
{
    for (const struct html_node *n = node->first; n;) {
        bool other = n->left || n->element == ELEMENT_LI || n->element == ELEMENT_TABLE;
        if (!other && html_heading_level(n)) return true;
        n = html_node_next(node, n, other);
    }
    return false;
}

static bool heading(struct html_reader *r, const struct html_node *node, int level)
{
    struct block block = {.kind = BLOCK_HEADING, .level = level, .origin = ORIGIN_MARKED, .confidence = 1};
    if (!html_flush(r) || !html_settle_item(r, false)) return false;
    html_run_all(&r->run, node, RUN_SPACES);
    html_place(r, node, &block);
    block.text = html_run_finish(&r->run);
    return !block.text.n || html_emit(r, &block);
}

static bool code(struct html_reader *r, const struct html_node *node)
{
    struct block block = {.kind = BLOCK_CODE};
    if (!html_flush(r) || !html_settle_item(r, true)) return false;
    r->run.verbatim = true;
    html_run_code(&r->run, node, true);
    html_place(r, node, &block);
    block.text = html_run_finish(&r->run);
    r->run.verbatim = false;
    while (block.text.n && block.text.p[0] == '\n') block.text.p++, block.text.n--;
    return !str_trim(block.text).n || html_emit(r, &block);
}

// ---- the walk

// A text that ends before the element, one behind it, and what is in it counts in *around.
static bool within(struct html_reader *r, const struct html_node *node, int *around)
{
    if (!html_flush(r)) return false;
    if (around) ++*around;
    bool ok = html_walk(r, node) && html_flush(r);
    if (around) --*around;
    return ok;
}

// Two line breaks in a row part two texts.
static bool line_break(struct html_reader *r)
{
    if (r->run.line) return html_flush(r);
    html_run_line(&r->run);
    return true;
}

static bool strong(struct html_reader *r, const struct html_node *node)
{
    bool leads = r->item_waits && !html_run_begun(&r->run);
    if (!html_walk(r, node)) return false;
    if (leads && r->item_waits && r->run.n) r->label_end = r->run.n;
    return true;
}

static bool quote(struct html_reader *r, const struct html_node *node)
{
    return html_flush(r) && html_settle_item(r, true) && within(r, node, &r->quotes);
}

bool html_visit(struct html_reader *r, const struct html_node *node)
{
    if (node->type == HTML_NODE_TEXT && !node->left) html_run_text(&r->run, node);
    if (node->type != HTML_NODE_ELEMENT || node->namespace == HTML_NS_SVG) return true;
    bool block = html_is_block(node);
    if (node->left) return !block || html_flush(r);
    int level = html_heading_level(node);
    if (level) return heading(r, node, level);
    switch ((enum html_element)node->element) {
    case ELEMENT_BR: return line_break(r);
    case ELEMENT_IMG: html_run_picture(&r->run, node); return true;
    case ELEMENT_A:
        html_run_link(&r->run, node);
        if (!html_walk(r, node)) return false;
        html_run_link_end(&r->run);
        return true;
    case ELEMENT_B:
    case ELEMENT_STRONG: return strong(r, node);
    case ELEMENT_UL:
    case ELEMENT_OL:
    case ELEMENT_MENU:
    case ELEMENT_DIR: return html_list(r, node);
    case ELEMENT_DL: return html_definitions(r, node);
    case ELEMENT_TABLE: return html_flush(r) && html_table(r, node);
    case ELEMENT_PRE:
    case ELEMENT_LISTING:
    case ELEMENT_PLAINTEXT:
    case ELEMENT_XMP: return code(r, node);
    case ELEMENT_BLOCKQUOTE: return quote(r, node);
    case ELEMENT_CAPTION:
    case ELEMENT_FIGCAPTION: return within(r, node, &r->captions);
    case ELEMENT_LEGEND:
    case ELEMENT_SUMMARY: return within(r, node, &r->titles);
    default: return block ? within(r, node, NULL) : html_walk(r, node);
    }
}

bool html_walk(struct html_reader *r, const struct html_node *node)
{
    for (const struct html_node *c = node->first; c; c = c->next)
        if (!html_visit(r, c)) return false;
    return true;
}

// ---- the whole

bool html_parse(struct article *article, struct arena *arena, block_fn *emit, void *context, struct error *error)
{
    struct str sample;
    if (!article->tree && !html_open(article, arena, &sample, error)) return false;
    const struct html_node *document = article->tree->document;
    struct speakers *speakers = arena_alloc(arena, sizeof *speakers);
    struct turns turns = {.speakers = speakers, .arena = arena, .emit = emit, .context = context, .literal = true};
    struct html_reader r = {.article = article,
                            .arena = arena,
                            .emit = emit,
                            .context = context,
                            .error = error,
                            .ordinal = -1,
                            .term = STR_NULL};
    r.cells_left = 10000 + 4 * article->text.n;
    article->layout = LAYOUT_NONE;
    html_run_init(&r.run, article->text.n, arena);
    if (!speakers || !index_lines(&r)) return arena_ok(arena, error);
    if (html_speakers(document, arena, speakers)) r.emit = turns_block, r.context = &turns;
    return html_walk(&r, document) && html_flush(&r) && arena_ok(arena, error) && turns_flush(&turns, error);
}
