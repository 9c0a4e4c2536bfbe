// A tree on one line, as tests compare it: html(head,body(p class=x("text"),svg:path,!comment)).
#ifndef UNIT_OUTLINE_H
#define UNIT_OUTLINE_H

#include "base/buf.h"
#include "parse/html/tree.h"
#include "unit.h"

#include <stdlib.h>
#include <string.h>

static inline void outline_open(struct buf *out, const struct html_node *node)
{
    static const char *const prefix[] = {"", "svg:", "math:"};
    switch (node->type) {
    case HTML_NODE_TEXT: buf_printf(out, "\"%.*s\"", STR_ARG(node->text)); return;
    case HTML_NODE_COMMENT: buf_printf(out, "!%.*s", STR_ARG(node->text)); return;
    case HTML_NODE_DOCTYPE: buf_printf(out, "doctype %.*s", STR_ARG(node->text)); return;
    default: break;
    }
    struct str name = node->element ? str_from(html_element_name(node->element)) : node->text;
    buf_printf(out, "%s%.*s", prefix[node->namespace], STR_ARG(name));
    for (uint32_t i = 0; i < node->attribute_count; i++)
        buf_printf(out, " %.*s=%.*s", STR_ARG(node->attributes[i].name), STR_ARG(node->attributes[i].value));
}

static inline void outline(struct buf *out, const struct html_node *root)
{
    for (const struct html_node *node = root->first, *next; node; node = next) {
        outline_open(out, node);
        next = html_node_next(root, node, false);
        if (next && next->parent == node) {
            buf_byte(out, '(');
            continue;
        }
        const struct html_node *up = node;
        for (; up->parent != (next ? next->parent : root); up = up->parent) buf_byte(out, ')');
        if (next) buf_byte(out, ',');
    }
}

static inline void outline_check(const char *page, bool whole, const char *wanted, const char *file, int line)
{
    struct arena arena;
    struct html_tree tree;
    struct error error = {0};
    struct buf out = {0};
    arena_init(&arena, 0);
    bool ok = html_tree_build(&tree, str_from(page), &arena, &error);
    if (ok && (whole || tree.body)) outline(&out, whole ? tree.document : tree.body);
    unit_str(ok ? buf_str(&out) : STR("no tree"), wanted, file, line);
    buf_release(&out);
    arena_release(&arena);
}

#define assert_body(page, wanted) outline_check((page), false, (wanted), __FILE__, __LINE__)
#define assert_tree(page, wanted) outline_check((page), true, (wanted), __FILE__, __LINE__)

#endif
