// Lists: items with their depth, number and label; definition lists, whose terms are the labels.
#include "parse/html/reader.h"

#define ORDINAL_MAX 1000000000

// ---- items

static bool begin_list(struct html_reader *r, uint32_t line)
{
    struct block block = {.kind = BLOCK_LIST, .line = line, .line_end = line};
    if (!r->list_begins) return true;
    r->list_begins = false;
    return html_emit(r, &block);
}

// A label ends in a colon, or one follows it.
static bool split_label(struct str text, size_t end, struct str *label, struct str *rest)
{
    static const struct str colons[] = {{":", 1}, {"\xEF\xBC\x9A", 3}};
    struct str strong = str_trim(str_slice(text, 0, end < text.n ? end : text.n));
    struct str behind = str_trim(str_slice(text, end < text.n ? end : text.n, text.n));
    for (size_t i = 0; i < 2; i++) {
        struct str colon = colons[i];
        if (str_ends(strong, colon)) strong = str_trim(str_slice(strong, 0, strong.n - colon.n));
        else if (str_starts(behind, colon)) behind = str_trim(str_slice(behind, colon.n, behind.n));
        else continue;
        *label = strong;
        *rest = behind;
        return strong.n && behind.n;
    }
    return false;
}

bool html_emit_item(struct html_reader *r, struct block *block)
{
    struct str label, rest;
    block->kind = BLOCK_ITEM;
    block->depth = r->lists;
    block->ordinal = r->ordinal;
    block->label = r->term;
    if (str_ends(r->term, STR(":"))) block->label = str_trim(str_slice(r->term, 0, r->term.n - 1));
    if (r->term.p && r->term_line < block->line) block->line = r->term_line;
    if (r->term.p && r->term_line_end > block->line_end) block->line_end = r->term_line_end;
    if (!r->term.p && r->label_end && split_label(block->text, r->label_end, &label, &rest)) {
        block->label = label;
        block->text = rest;
    }
    r->item_waits = false;
    r->label_end = 0;
    r->term = STR_NULL;
    return begin_list(r, block->line) && html_emit(r, block);
}

bool html_settle_item(struct html_reader *r, bool marked)
{
    if (!r->item_waits) return true;
    struct block block = {.line = r->item_line, .line_end = r->item_line, .text = STR("")};
    if (r->term.p) block.text = r->term, block.line = r->term_line, block.line_end = r->term_line_end;
    bool wanted = marked || block.text.n;
    r->term = STR_NULL;
    if (wanted) return html_emit_item(r, &block);
    r->item_waits = false;
    return true;
}

static void wait_for_item(struct html_reader *r, const struct html_node *node, int32_t ordinal)
{
    r->item_waits = true;
    r->ordinal = ordinal;
    r->item_line = html_line(r, node->offset);
    r->label_end = 0;
}

static void take_term(struct html_reader *r, const struct html_node *node)
{
    struct block place;
    html_run_all(&r->run, node, RUN_SPACES);
    html_place(r, node, &place);
    r->term_line = place.line;
    r->term_line_end = place.line_end;
    r->term = html_run_finish(&r->run);
}

// What is no item, but may hold a heading: no list is around it.
static bool unfold(struct html_reader *r, const struct html_node *node)
{
    int lists = r->lists;
    r->lists = 0;
    bool ok = html_flush(r) && html_walk(r, node) && html_flush(r);
    r->lists = lists;
    r->list_begins = true;
    return ok;
}

// The next of the nodes that shows something.
static const struct html_node *shown(const struct html_node *node)
{
    while (node &&
           (node->left || (node->type == HTML_NODE_TEXT ? !str_trim(node->text).n : node->type != HTML_NODE_ELEMENT)))
        node = node->next;
    return node;
}

// The text that the node ends in.
static struct str last_text(const struct html_node *node)
{
    struct str text = STR_NULL;
    for (const struct html_node *n = node; n; n = html_node_next(node, n, n->left != HTML_LEFT_NOT))
        if (!n->left && n->type == HTML_NODE_TEXT && str_trim(n->text).n) text = str_trim(n->text);
    return text;
}

// Of an item of two divisions, the first of which ends in a colon, that one: it is the label. Else NULL.
static const struct html_node *label_of(const struct html_node *item)
{
    const struct html_node *first = shown(item->first), *second = first ? shown(first->next) : NULL;
    if (!second || shown(second->next) || first->element != ELEMENT_DIV || second->element != ELEMENT_DIV) return NULL;
    return str_ends(last_text(first), STR(":")) ? first : NULL;
}

static bool item(struct html_reader *r, const struct html_node *node, int32_t ordinal)
{
    const struct html_node *label;
    if (html_has_heading(node)) return unfold(r, node);
    if (!html_flush(r)) return false;
    wait_for_item(r, node, ordinal);
    if ((label = label_of(node))) {
        take_term(r, label);
        node = shown(label->next);
    }
    return html_walk(r, node) && html_flush(r) && html_settle_item(r, false);
}

// ---- lists

static bool number(struct str s, int32_t *out)
{
    size_t i = s.n && (s.p[0] == '-' || s.p[0] == '+');
    int32_t n = 0;
    if (i == s.n) return false;
    for (; i < s.n && s.p[i] >= '0' && s.p[i] <= '9' && n < ORDINAL_MAX / 10; i++) n = 10 * n + (s.p[i] - '0');
    *out = s.p[0] == '-' ? -n : n;
    return true;
}

static int32_t count_items(const struct html_node *list)
{
    int32_t n = 0;
    for (const struct html_node *c = list->first; c; c = c->next) n += c->element == ELEMENT_LI;
    return n;
}

static bool enter(struct html_reader *r)
{
    if (!html_flush(r) || !html_settle_item(r, false)) return false;
    if (r->lists++ == 0) r->list_begins = true;
    return true;
}

bool html_list(struct html_reader *r, const struct html_node *node)
{
    bool ordered = node->element == ELEMENT_OL;
    struct str reversed = ordered ? html_node_attribute(node, "reversed") : STR_NULL;
    int32_t next = 1, step = reversed.p ? -1 : 1;
    if (ordered && !number(html_node_attribute(node, "start"), &next)) next = reversed.p ? count_items(node) : 1;
    if (!enter(r)) return false;
    bool ok = true;
    for (const struct html_node *c = node->first; c && ok; c = c->next) {
        if (c->left || c->element != ELEMENT_LI) {
            ok = html_visit(r, c);
            continue;
        }
        if (ordered) number(html_node_attribute(c, "value"), &next);
        ok = item(r, c, ordered && next >= 0 ? next : -1);
        next += step;
    }
    ok = ok && html_flush(r);
    r->lists--;
    return ok;
}

// ---- definitions

struct definitions {
    struct html_reader *r;
    const struct html_node *term;  // that waits for its definition; NULL: none
    bool termed, unfolds;          // a term has come; it was a heading
};

// A term alone is an item.
static bool flush_term(struct definitions *d)
{
    struct html_reader *r = d->r;
    if (!d->term) return true;
    wait_for_item(r, d->term, -1);
    const struct html_node *term = d->term;
    d->term = NULL;
    return html_walk(r, term) && html_flush(r) && html_settle_item(r, false);
}

// The next element that is a term or a definition is a definition.
static bool goes_on(const struct html_node *node)
{
    do node = node->next;
    while (node && node->element != ELEMENT_DD && node->element != ELEMENT_DT);
    return node && node->element == ELEMENT_DD;
}

static bool definition(struct definitions *d, const struct html_node *node)
{
    struct html_reader *r = d->r;
    bool many = d->term && goes_on(node), labelled = d->term && !many;
    if (labelled) {
        wait_for_item(r, d->term, -1);
        take_term(r, d->term);
        if (!r->term.n) r->term = STR_NULL;
        d->term = NULL;
        return html_walk(r, node) && html_flush(r) && html_settle_item(r, false);
    }
    if (!flush_term(d)) return false;
    r->lists += d->termed;
    bool ok = item(r, node, -1);
    r->lists -= d->termed;
    return ok;
}

static bool visit_definitions(struct definitions *d, const struct html_node *node)
{
    struct html_reader *r = d->r;
    for (const struct html_node *c = node->first; c; c = c->next) {
        bool ok = true;
        if (c->left || c->type != HTML_NODE_ELEMENT) ok = html_visit(r, c);
        else if (c->element == ELEMENT_DIV) ok = visit_definitions(d, c);
        else if (c->element == ELEMENT_DT) {
            ok = html_flush(r) && flush_term(d);
            d->termed = true;
            d->unfolds = html_has_heading(c);
            if (d->unfolds) ok = ok && unfold(r, c);
            else d->term = c;
        } else if (c->element == ELEMENT_DD && d->unfolds) ok = unfold(r, c);
        else if (c->element == ELEMENT_DD) ok = html_flush(r) && definition(d, c);
        else ok = html_visit(r, c);
        if (!ok) return false;
    }
    return true;
}

bool html_definitions(struct html_reader *r, const struct html_node *node)
{
    struct definitions d = {.r = r};
    if (!enter(r)) return false;
    bool ok = visit_definitions(&d, node) && html_flush(r) && flush_term(&d);
    r->lists--;
    return ok;
}
