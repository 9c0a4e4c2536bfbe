#include "parse/html/tree_builder.h"

unsigned open_flags(const struct html_node *node)
{
    unsigned flags = html_elements[node->element].flags;
    if (node->namespace == HTML_NS_HTML) return flags;
    return flags & (node->namespace == HTML_NS_SVG ? SVG_POINT : MATH_POINT) ? SPECIAL | SCOPE : 0;
}

void open_push(struct builder *b, struct html_node *node)
{
    b->open[b->open_count++] = node;
    if (node->namespace == HTML_NS_HTML) b->open_of[node->element]++;
}

// What closing it undoes beside the stack is undone, too.
void open_make_room(struct builder *b)
{
    if (b->open_count < HTML_DEPTH_MAX) return;
    if (is_html(open_current(b), ELEMENT_TEMPLATE) && b->template_count) b->template_count--;
    open_pop(b);
}

void open_pop(struct builder *b)
{
    if (b->open_count < 2) return;
    struct html_node *node = b->open[--b->open_count];
    if (node->namespace == HTML_NS_HTML) b->open_of[node->element]--;
    node->end = b->at;
}

void open_pop_node(struct builder *b, const struct html_node *node)
{
    while (b->open_count > 1) {
        struct html_node *last = open_current(b);
        open_pop(b);
        if (last == node) break;
    }
}

void open_pop_until(struct builder *b, enum html_element element)
{
    if (!b->open_of[element]) return;
    while (b->open_count > 1) {
        struct html_node *last = open_current(b);
        open_pop(b);
        if (!is_html(last, element)) continue;
        last->end = b->close;
        return;
    }
}

void open_clear_back(struct builder *b, bool (*is_context)(enum html_element element))
{
    while (b->open_count > 1) {
        const struct html_node *node = open_current(b);
        if (node->namespace == HTML_NS_HTML && (node->element == ELEMENT_TEMPLATE || is_context(node->element))) return;
        open_pop(b);
    }
}

int open_find(const struct builder *b, const struct html_node *node)
{
    int i = (int)b->open_count - 1;
    while (i >= 0 && b->open[i] != node) i--;
    return i;
}

void open_remove(struct builder *b, const struct html_node *node)
{
    int i = open_find(b, node);
    if (i < 1) return;
    if (node->namespace == HTML_NS_HTML) b->open_of[node->element]--;
    b->open[i]->end = b->close;
    b->open_count--;
    memmove(b->open + i, b->open + i + 1, (b->open_count - (uint32_t)i) * sizeof *b->open);
}

// ---- scopes

bool open_in_scope(const struct builder *b, enum html_element element, unsigned scope)
{
    if (!b->open_of[element]) return false;
    for (uint32_t i = b->open_count; i-- > 0;) {
        if (is_html(b->open[i], element)) return true;
        if (open_flags(b->open[i]) & scope) return false;
    }
    return false;
}

bool open_heading_in_scope(const struct builder *b)
{
    for (uint32_t i = b->open_count; i-- > 0;) {
        unsigned flags = open_flags(b->open[i]);
        if (flags & (HEADING | SCOPE)) return flags & HEADING;
    }
    return false;
}

bool open_node_in_scope(const struct builder *b, const struct html_node *node)
{
    for (uint32_t i = b->open_count; i-- > 0;) {
        if (b->open[i] == node) return true;
        if (open_flags(b->open[i]) & SCOPE) return false;
    }
    return false;
}

// ---- implied ends

void open_imply_ends(struct builder *b, enum html_element except)
{
    while (open_flags(open_current(b)) & IMPLIED && open_current(b)->element != except) open_pop(b);
}

void open_close_p(struct builder *b)
{
    if (!open_in_scope(b, ELEMENT_P, SCOPE | BUTTON_SCOPE)) return;
    open_imply_ends(b, ELEMENT_P);
    open_pop_until(b, ELEMENT_P);
}
