#include "parse/html/select.h"

#include "parse/html/select_keep.h"
#include "parse/html/select_reason.h"

enum {
    STATE_LEFT = 253,   // several reasons, and none is kept
    STATE_EMPTY = 254,  // of a part: no unit below
    STATE_MIXED = 255,  // some units are kept, others not
};

enum { NOSCRIPT_BYTES = 400 };  // of text, at the least, that is more than the advice to switch scripts on

static size_t text_bytes(const struct html_node *top)
{
    size_t bytes = 0;
    for (const struct html_node *n = top->first; n; n = html_node_next(top, n, select_is_never(n)))
        if (n->type == HTML_NODE_TEXT) bytes += str_trim(n->text).n;
    return bytes;
}

// A page whose scripts put its text in place may say it once more for readers without: that is its text then, and a
// division like others.
static void noscripts_show(struct html_node *body)
{
    size_t others = SIZE_MAX;  // not counted yet
    for (struct html_node *n = body->first; n; n = html_node_next(body, n, select_is_never(n))) {
        if (n->element != ELEMENT_NOSCRIPT || n->namespace != HTML_NS_HTML) continue;
        size_t bytes = text_bytes(n);
        if (bytes < NOSCRIPT_BYTES) continue;
        if (others == SIZE_MAX) others = text_bytes(body);
        if (bytes / 2 > others) n->element = ELEMENT_DIV;
    }
}

// What never is text: in the whole page.
static void never_mark(struct html_node *document)
{
    bool never = false;
    for (struct html_node *n = html_node_next(document, document, false); n; n = html_node_next(document, n, never)) {
        never = select_is_never(n);
        if (never) n->left = HTML_LEFT_NEVER;
    }
}

// ---- marks

struct marker {
    const struct select_page *page;
    const uint8_t *reasons, *states;  // of units; of parts
    uint32_t open, next;              // parts
    uint32_t first, end;              // of the parts that are kept
};

static uint8_t state_join(uint8_t a, uint8_t b)
{
    if (a == b || b == STATE_EMPTY) return a;
    if (a == STATE_EMPTY) return b;
    bool kept = a == HTML_LEFT_NOT || b == HTML_LEFT_NOT || a == STATE_MIXED || b == STATE_MIXED;
    return kept ? STATE_MIXED : STATE_LEFT;
}

// What is said of all units in each part.
static void states_settle(const struct select_page *page, const uint8_t *reasons, uint8_t *states)
{
    for (uint32_t i = page->count; i-- > 0;) {
        uint32_t unit = page->parts[i].unit, up = page->parts[i].parent;
        if (unit != UINT32_MAX) states[i] = state_join(states[i], reasons[unit]);
        if (i > 0) states[up] = state_join(states[up], states[i]);
    }
}

static bool mark_open(void *context, struct html_node *node)
{
    struct marker *m = context;
    bool mixed = m->states[m->open] == STATE_MIXED, none = m->states[m->open] == STATE_LEFT;
    if (node->type == HTML_NODE_TEXT) {
        uint32_t unit = m->page->parts[m->open].unit;
        bool by_text = mixed || none || m->open == 0;  // body itself is never left
        if (by_text && unit != UINT32_MAX) node->left = m->reasons[unit];
        return true;
    }
    if (node->element == ELEMENT_IMG && none) node->left = HTML_LEFT_OUTSIDE;
    if (!select_is_part(node)) return true;
    m->open = m->next++;
    uint8_t state = m->states[m->open];
    bool outside = none || m->open < m->first || m->open >= m->end;
    if (state == STATE_EMPTY) state = outside ? HTML_LEFT_OUTSIDE : HTML_LEFT_NOT;
    if (state != STATE_MIXED && state != STATE_LEFT) node->left = state;
    return true;
}

static void mark_close(void *context, struct html_node *node)
{
    struct marker *m = context;
    if (select_is_part(node)) m->open = m->page->parts[m->open].parent;
}

static bool units_mark(const struct select_page *page, const uint8_t *reasons, struct arena *arena)
{
    uint8_t *states = arena_alloc(arena, page->count);
    if (!states) return false;
    memset(states, STATE_EMPTY, page->count);
    states_settle(page, reasons, states);
    struct marker m = {.page = page, .reasons = reasons, .states = states, .next = 1, .first = page->count};
    for (uint32_t i = 0; i < page->unit_count; i++) {
        if (reasons[i]) continue;
        if (m.first > page->units[i]) m.first = page->units[i];
        m.end = page->units[i] + 1;
    }
    select_walk(page->parts[0].node, mark_open, mark_close, &m);
    return true;
}

// Whether somebody has cut the piece out of a page, which then has no head.
static bool is_piece(const struct html_tree *tree)
{
    return tree->head && !tree->head->first;
}

enum { BARE_HEADINGS = 2 };  // of a page that asks for something: its title, and one more

// Dialogs, and a heading that stands over nothing else.
static void dialogs_leave(const struct select_page *page, const bool *dialog, uint8_t *reasons)
{
    uint32_t headings = 0;
    bool any = false, text = false;
    for (uint32_t i = 0; i < page->unit_count; i++) {
        if (dialog[i]) reasons[i] = HTML_LEFT_DIALOG;
        any = any || dialog[i];
        bool heading = select_is_heading(page->parts[page->units[i]].node);
        text = text || (!reasons[i] && !heading);
        headings += !reasons[i] && heading;
    }
    for (uint32_t i = 0; i < page->unit_count && any && !text && headings <= BARE_HEADINGS; i++)
        if (!reasons[i]) reasons[i] = HTML_LEFT_DIALOG;
}

bool html_select(struct html_tree *tree, bool whole_page, struct arena *arena, struct error *error)
{
    if (tree->body) noscripts_show(tree->body);
    never_mark(tree->document);
    if (whole_page || !tree->body) return arena_ok(arena, error);
    struct select_page page;
    if (!select_page_read(&page, tree, arena, error)) return false;
    bool *kept = arena_alloc(arena, page.unit_count + 1), *dialog = arena_alloc(arena, page.unit_count + 1);
    bool unlike;
    uint8_t *reasons = arena_alloc(arena, page.unit_count + 1);
    if (!kept || !dialog || !reasons || !select_keep(&page, kept, dialog, &unlike, arena) ||
        !select_reasons(&page, kept, reasons, arena))
        return arena_ok(arena, error);
    if (unlike || is_piece(tree))  // all is kept but what is furniture by its name
        for (uint32_t i = 0; i < page.unit_count; i++)
            if (reasons[i] == HTML_LEFT_OUTSIDE) reasons[i] = HTML_LEFT_NOT;
    dialogs_leave(&page, dialog, reasons);
    return units_mark(&page, reasons, arena) || arena_ok(arena, error);
}
