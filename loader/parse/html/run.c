#include "parse/html/run.h"

#include "parse/html/characters.h"
#include "parse/html/formula.h"
#include "parse/links.h"

#define ROOM_MAX (256u << 10)

void html_run_init(struct html_run *run, size_t page_bytes, struct arena *arena)
{
    size_t capacity = page_bytes < ROOM_MAX ? page_bytes + 64 : ROOM_MAX;
    *run = (struct html_run){.arena = arena, .p = arena_alloc(arena, capacity)};
    if (run->p) run->capacity = capacity;
}

// Room for more bytes behind the text, which goes there.
static bool reserve(struct html_run *run, size_t more)
{
    if (run->capacity - run->n >= more) return true;
    size_t need = run->n + more, capacity = need < ROOM_MAX / 2 ? ROOM_MAX : need * 2;
    char *p = arena_alloc(run->arena, capacity);
    if (!p) return false;
    if (run->n) memcpy(p, run->p, run->n);
    run->p = p;
    run->capacity = capacity;
    return true;
}

// The white space that waits.
static void add_apart(struct html_run *run)
{
    if (run->n && (run->line || run->space)) run->p[run->n++] = run->line ? '\n' : ' ';
    run->space = run->line = false;
}

static void add_word(struct html_run *run, const char *p, size_t n)
{
    if (!reserve(run, n + 1)) return;
    add_apart(run);
    memcpy(run->p + run->n, p, n);
    run->n += n;
}

static void add_collapsed(struct html_run *run, struct str s)
{
    for (size_t i = 0; i < s.n;) {
        size_t from = i;
        while (i < s.n && html_is_space(s.p[i])) i++;
        run->space |= i > from;
        from = i;
        while (i < s.n && !html_is_space(s.p[i])) i++;
        if (i > from) add_word(run, s.p + from, i - from);
    }
}

static void add_verbatim(struct html_run *run, struct str s)
{
    if (!s.n || !reserve(run, s.n + 1)) return;
    add_apart(run);
    memcpy(run->p + run->n, s.p, s.n);
    run->n += s.n;
}

// For the numbers of lines.
static void see_place(struct html_run *run, const struct html_node *node)
{
    if (!run->first) run->first = node;
    run->last = node;
}

#define RAISED_DEPTH 8  // elements within a line that a <sup> is looked for around a text

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// A number right behind a number that is raised or lowered, a power or the mark of a footnote (10<sup>2</sup>), or
// below it in a fraction: one with it would be another number.
static bool is_raised_number(const struct html_run *run, const struct html_node *text)
{
    if (!run->n || run->space || !text->text.n || !is_digit(run->p[run->n - 1])) return false;
    size_t sign = text->text.p[0] == '-' && text->text.n > 1;
    if (!is_digit(text->text.p[sign])) return false;
    // what goes on within it (<sup>1<b>2</b></sup>) is of the same number
    const struct html_node *node = text;
    for (int i = 0; i < RAISED_DEPTH && node && !node->prev && !html_is_block(node); i++) {
        node = node->parent;
        if (node && (node->element == ELEMENT_SUP || node->element == ELEMENT_SUB)) return true;
    }
    return html_formula_parts(text);
}

void html_run_text(struct html_run *run, const struct html_node *node)
{
    if (str_trim(node->text).n) see_place(run, node);
    if (!run->verbatim && is_raised_number(run, node)) run->space = true;
    if (run->verbatim) add_verbatim(run, node->text);
    else add_collapsed(run, node->text);
}

void html_run_line(struct html_run *run)
{
    if (run->verbatim) add_verbatim(run, STR("\n"));
    else run->line = true;
}

void html_run_picture(struct html_run *run, const struct html_node *img)
{
    struct str alt = str_trim(html_node_attribute(img, "alt"));
    if (!alt.n) return;
    size_t before = run->n;
    see_place(run, img);
    run->space = true;
    add_collapsed(run, alt);
    run->space = true;
    run->pictured += run->n - before + 1;
}

// ---- links

void html_run_link(struct html_run *run, const struct html_node *a)
{
    struct str url = str_trim(html_node_attribute(a, "href"));
    if (url.n) run->link = (struct run_span){.start = run->n, .url = url};
}

static void add_span(struct html_run *run, struct run_span span)
{
    if (run->span_count == run->span_capacity) {
        size_t capacity = run->span_capacity ? run->span_capacity * 2 : 16;
        struct run_span *spans = arena_grow(run->arena, run->spans, run->span_count, capacity, sizeof *spans);
        if (!spans) return;
        run->spans = spans;
        run->span_capacity = capacity;
    }
    run->spans[run->span_count++] = span;
}

void html_run_link_end(struct html_run *run)
{
    if (!run->link.url.p) return;
    run->link.end = run->n;
    add_span(run, run->link);
    run->link.url = STR_NULL;
}

static void add_link(struct html_run *run, struct str label, struct str url)
{
    if (run->link_count == run->link_capacity) {
        size_t capacity = run->link_capacity ? run->link_capacity * 2 : 16;
        struct block_link *links = arena_grow(run->arena, run->links, run->link_count, capacity, sizeof *links);
        if (!links) return;
        run->links = links;
        run->link_capacity = capacity;
    }
    run->links[run->link_count++] = (struct block_link){label, url};
}

// Bare addresses from byte `from` to before byte `to`. *sign: the next that may be one, as links_sign gave it.
static void add_bare(struct html_run *run, struct str text, size_t from, size_t to, size_t *sign)
{
    if (*sign < from) *sign = links_sign(text, from);
    if (*sign >= to) return;
    struct str part = str_slice(text, 0, to);
    for (struct str bare = links_next(part, from); bare.p; bare = links_next(part, (size_t)(bare.p - part.p) + bare.n))
        add_link(run, bare, links_url(bare, run->arena));
}

static void finish_links(struct html_run *run, struct str text)
{
    size_t at = 0, sign = links_sign(text, 0);
    for (size_t i = 0; i < run->span_count; i++) {
        struct run_span span = run->spans[i];
        if (span.end > text.n) span.end = text.n;
        if (span.start > span.end) span.start = span.end;
        add_bare(run, text, at, span.start, &sign);
        add_link(run, str_trim(str_slice(text, span.start, span.end)), span.url);
        at = span.end;
    }
    add_bare(run, text, at, text.n, &sign);
    run->span_count = 0;
}

struct str html_run_finish(struct html_run *run)
{
    bool open = run->link.url.p && run->link.start < run->n;
    if (open) html_run_link_end(run);
    struct str text = {run->p ? run->p : "", run->n};
    finish_links(run, text);
    if (run->link.url.p) run->link.start = 0;
    run->p += run->n;
    run->capacity -= run->n;
    run->n = run->pictured = 0;
    run->space = run->line = false;
    run->first = run->last = NULL;
    if (!run->verbatim) return str_trim(text);
    while (text.n && html_is_space(text.p[text.n - 1])) text.n--;
    return text;
}

// ---- elements

bool html_is_block(const struct html_node *node)
{
    if (node->type != HTML_NODE_ELEMENT || node->namespace != HTML_NS_HTML) return false;
    switch ((enum html_element)node->element) {
    case ELEMENT_ADDRESS:
    case ELEMENT_ARTICLE:
    case ELEMENT_ASIDE:
    case ELEMENT_BLOCKQUOTE:
    case ELEMENT_BODY:
    case ELEMENT_CAPTION:
    case ELEMENT_CENTER:
    case ELEMENT_DD:
    case ELEMENT_DETAILS:
    case ELEMENT_DIALOG:
    case ELEMENT_DIR:
    case ELEMENT_DIV:
    case ELEMENT_DL:
    case ELEMENT_DT:
    case ELEMENT_FIELDSET:
    case ELEMENT_FIGCAPTION:
    case ELEMENT_FIGURE:
    case ELEMENT_FOOTER:
    case ELEMENT_FORM:
    case ELEMENT_H1:
    case ELEMENT_H2:
    case ELEMENT_H3:
    case ELEMENT_H4:
    case ELEMENT_H5:
    case ELEMENT_H6:
    case ELEMENT_HEADER:
    case ELEMENT_HGROUP:
    case ELEMENT_HR:
    case ELEMENT_HTML:
    case ELEMENT_LEGEND:
    case ELEMENT_LI:
    case ELEMENT_LISTING:
    case ELEMENT_MAIN:
    case ELEMENT_MENU:
    case ELEMENT_NAV:
    case ELEMENT_OL:
    case ELEMENT_OPTGROUP:
    case ELEMENT_OPTION:
    case ELEMENT_P:
    case ELEMENT_PLAINTEXT:
    case ELEMENT_PRE:
    case ELEMENT_SEARCH:
    case ELEMENT_SECTION:
    case ELEMENT_SUMMARY:
    case ELEMENT_TABLE:
    case ELEMENT_TBODY:
    case ELEMENT_TD:
    case ELEMENT_TFOOT:
    case ELEMENT_TH:
    case ELEMENT_THEAD:
    case ELEMENT_TR:
    case ELEMENT_UL:
    case ELEMENT_XMP: return true;
    default: return false;
    }
}

static void apart(struct html_run *run, enum run_form form)
{
    if (form == RUN_LINES) run->line = true;
    else run->space = true;
}

// The block within `code` that a text stands in, its row in a table.
static const struct html_node *line_of(const struct html_node *code, const struct html_node *text)
{
    const struct html_node *n = text->parent;
    while (n != code && (!html_is_block(n) || n->element == ELEMENT_TD || n->element == ELEMENT_TH)) n = n->parent;
    return n;
}

void html_run_code(struct html_run *run, const struct html_node *code, bool tables)
{
    const struct html_node *line = NULL;
    bool skip;
    for (const struct html_node *n = code->first; n; n = html_node_next(code, n, skip)) {
        skip = n->left || (!tables && n->element == ELEMENT_TABLE);
        if (!skip && n->element == ELEMENT_BR) html_run_line(run);
        if (skip || n->type != HTML_NODE_TEXT || !n->text.n) continue;
        const struct html_node *own = line_of(code, n);
        bool ended = !run->n || run->p[run->n - 1] == '\n' || n->text.p[0] == '\n';
        if (line && own != line && !ended) apart(run, run->verbatim ? RUN_LINES : RUN_SPACES);
        line = own;
        html_run_text(run, n);
    }
}

static void add_code(struct html_run *run, const struct html_node *node, enum run_form form)
{
    run->verbatim = form == RUN_LINES;
    html_run_code(run, node, form != RUN_LINES);
    while (form == RUN_LINES && run->n && run->p[run->n - 1] == '\n') run->n--;
    run->verbatim = false;
}

static void add_element(struct html_run *run, const struct html_node *node, enum run_form form)
{
    bool block = html_is_block(node);
    if (block) apart(run, form);
    switch ((enum html_element)node->element) {
    case ELEMENT_BR: apart(run, form); return;
    case ELEMENT_TABLE:
        if (form != RUN_LINES) html_run_all(run, node, form);
        return;
    case ELEMENT_IMG: html_run_picture(run, node); return;
    case ELEMENT_PRE:
    case ELEMENT_LISTING:
    case ELEMENT_PLAINTEXT:
    case ELEMENT_XMP: add_code(run, node, form); break;
    case ELEMENT_A:
        html_run_link(run, node);
        html_run_all(run, node, form);
        html_run_link_end(run);
        break;
    default: html_run_all(run, node, form);
    }
    if (block) apart(run, form);
}

void html_run_all(struct html_run *run, const struct html_node *node, enum run_form form)
{
    for (const struct html_node *c = node->first; c; c = c->next) {
        if (c->left || c->namespace == HTML_NS_SVG) continue;
        if (c->type == HTML_NODE_TEXT) html_run_text(run, c);
        else if (c->type == HTML_NODE_ELEMENT) add_element(run, c, form);
    }
}
