#include "parse/html/headings.h"

#include "parse/html/run.h"
#include "parse/html/select_describe.h"

// Of 1,303 headings that hold blocks, on 3,309 public pages, 16 have more, tables of contents and whole articles.
enum { HEADING_BYTES = 300 };

static bool holds_block(const struct html_node *heading)
{
    for (const struct html_node *n = heading->first; n; n = html_node_next(heading, n, select_is_never(n)))
        if (html_is_block(n)) return true;
    return false;
}

static bool is_short(const struct html_node *heading)
{
    size_t bytes = 0;
    const struct html_node *n = heading->first;
    for (; n && bytes <= HEADING_BYTES; n = html_node_next(heading, n, select_is_never(n)))
        if (n->type == HTML_NODE_TEXT) bytes += str_trim(n->text).n;
    return bytes <= HEADING_BYTES;
}

// Ends the heading before its first block, which stands behind it then, with all that follows. Where a block begins it,
// it is a division.
static void end_early(struct html_node *heading)
{
    struct html_node *block = heading->first, *last = heading->last;
    while (block && !html_is_block(block)) block = block->next;
    if (!block || !block->prev) {
        heading->element = ELEMENT_DIV;
        return;
    }
    for (struct html_node *n = block; n; n = n->next) n->parent = heading->parent;
    heading->last = block->prev;
    heading->last->next = NULL;
    heading->end = block->offset;
    block->prev = heading;
    last->next = heading->next;
    *(heading->next ? &heading->next->prev : &heading->parent->last) = last;
    heading->next = block;
}

void html_headings_settle(struct html_node *body)
{
    for (struct html_node *n = body->first; n; n = html_node_next(body, n, false)) {
        if (n->namespace != HTML_NS_HTML || !select_is_heading(n) || !holds_block(n)) continue;
        if (!is_short(n)) {
            end_early(n);
            continue;
        }
        for (struct html_node *in = n->first; in; in = html_node_next(n, in, false)) in->phrase = true;
    }
}
