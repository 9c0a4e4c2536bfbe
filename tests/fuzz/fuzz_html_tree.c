// The tree of any bytes: its links agree, it is no deeper than what may be open allows, its nodes stand in the page,
// what is copied is UTF-8 where the page is, and it grows no faster than the page.
#include "base/utf8.h"
#include "parse/html/tree.h"

#include <stdio.h>
#include <stdlib.h>

// A token may open all formatting elements anew (FORMATTING_MAX) beside what it implies.
#define NODES_PER_BYTE 40
// What is open, and what has lost its place among that but not in the tree: a form, or a formatting element.
#define DEPTH_MAX (4 * HTML_DEPTH_MAX)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool ok, const struct html_node *node, const char *what)
{
    if (ok) return;
    fprintf(stderr, "a node of type %d, element %s, at %u: %s\n", node->type, html_element_name(node->element),
            node->offset, what);
    abort();
}

static void check_node(const struct html_node *node, struct str page, bool valid)
{
    check(!node->first == !node->last, node, "has a first child or a last one alone");
    check(!node->first || !node->first->prev, node, "has a first child behind another");
    check(!node->last || !node->last->next, node, "has a last child before another");
    for (const struct html_node *child = node->first; child; child = child->next) {
        check(child->parent == node, child, "has another parent");
        check(!child->next || child->next->prev == child, child, "has no way back");
        check(child->type != HTML_NODE_TEXT || !child->next || child->next->type != HTML_NODE_TEXT, child,
              "is a text before a text");
    }
    check(node->offset <= page.n && node->end <= page.n, node, "lies behind the page");
    check(node->type != HTML_NODE_TEXT || node->text.n, node, "is an empty text");
    check(!valid || utf8_valid(node->text) == node->text.n, node, "is no UTF-8");
    for (uint32_t i = 0; i < node->attribute_count; i++) {
        check(node->attributes[i].name.n, node, "has an attribute without a name");
        check(!valid || utf8_valid(node->attributes[i].value) == node->attributes[i].value.n, node,
              "has a value that is no UTF-8");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct error error = {0};
    struct html_tree tree;
    struct str page = {(const char *)data, size};
    arena_init(&arena, (size_t)1 << 30);
    if (!html_tree_build(&tree, page, &arena, &error)) abort();
    bool valid = utf8_valid(page) == size;
    size_t nodes = 0, depth = 0;
    for (const struct html_node *node = tree.document, *next; node; node = next) {
        check_node(node, page, valid);
        nodes++;
        next = html_node_next(tree.document, node, false);
        if (!next) break;
        if (next->parent == node) depth++;
        else
            for (const struct html_node *up = node; up->parent != next->parent; up = up->parent) depth--;
        check(depth <= DEPTH_MAX, next, "is too deep");
    }
    check(nodes <= 8 + NODES_PER_BYTE * size, tree.document, "has more nodes than the page can make");
    check(tree.html->parent == tree.document && tree.head && tree.head->parent, tree.html, "has no head");
    arena_release(&arena);
    return 0;
}
