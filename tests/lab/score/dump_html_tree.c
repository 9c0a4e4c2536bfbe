// Prints the trees of HTML files as html5lib-tests write them, each behind a line "#document", for `html_trees`.
// Attributes are in order of their names' bytes.
//
//     dump_html_tree FILE...
#include "parse/html/tree.h"

#include <stdio.h>
#include <stdlib.h>

static int by_name(const void *a, const void *b)
{
    struct str x = ((const struct html_attribute *)a)->name, y = ((const struct html_attribute *)b)->name;
    int order = memcmp(x.p, y.p, x.n < y.n ? x.n : y.n);
    return order ? order : x.n < y.n ? -1 : x.n > y.n;
}

static void indent(int depth)
{
    printf("| %*s", 2 * depth, "");
}

static void print_element(const struct html_node *node, int depth)
{
    static const char *const prefix[] = {"", "svg ", "math "};
    struct str name = node->element ? str_from(html_element_name(node->element)) : node->text;
    printf("<%s%.*s>\n", prefix[node->namespace], STR_ARG(name));
    struct html_attribute *sorted = malloc((node->attribute_count + 1) * sizeof *sorted);
    if (!sorted) exit(1);
    if (node->attribute_count) memcpy(sorted, node->attributes, node->attribute_count * sizeof *sorted);
    qsort(sorted, node->attribute_count, sizeof *sorted, by_name);
    for (uint32_t i = 0; i < node->attribute_count; i++) {
        indent(depth + 1);
        printf("%.*s=\"%.*s\"\n", STR_ARG(sorted[i].name), STR_ARG(sorted[i].value));
    }
    free(sorted);
    if (node->element != ELEMENT_TEMPLATE || node->namespace != HTML_NS_HTML) return;
    indent(depth + 1);
    puts("content");
}

static int depth_of(const struct html_node *node)
{
    int depth = -1;
    for (const struct html_node *up = node->parent; up; up = up->parent)
        depth += 1 + (up->element == ELEMENT_TEMPLATE && up->namespace == HTML_NS_HTML);
    return depth;
}

static void print_tree(const struct html_tree *tree)
{
    puts("#document");
    const struct html_node *node = tree->document;
    while ((node = html_node_next(tree->document, node, false))) {
        int depth = depth_of(node);
        indent(depth);
        if (node->type == HTML_NODE_ELEMENT) print_element(node, depth);
        else if (node->type == HTML_NODE_TEXT) printf("\"%.*s\"\n", STR_ARG(node->text));
        else if (node->type == HTML_NODE_COMMENT) printf("<!-- %.*s -->\n", STR_ARG(node->text));
        else printf("<!DOCTYPE %.*s>\n", STR_ARG(node->text));
    }
}

static struct str read_file(const char *path, struct arena *arena)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) return STR_NULL;
    long size = ftell(file);
    char *p = arena_alloc(arena, (size_t)size + 1);
    rewind(file);
    size_t n = p ? fread(p, 1, (size_t)size, file) : 0;
    fclose(file);
    return (struct str){p, n};
}

int main(int argc, char **argv)
{
    struct arena arena;
    arena_init(&arena, 0);
    for (int i = 1; i < argc; i++) {
        struct html_tree tree;
        struct error error = {0};
        struct str page = read_file(argv[i], &arena);
        if (!page.p || !html_tree_build(&tree, page, &arena, &error)) {
            fprintf(stderr, "%s: %s\n", argv[i], page.p ? error.message : "can't be read");
            return 1;
        }
        print_tree(&tree);
        arena_reset(&arena);
    }
    arena_release(&arena);
    return 0;
}
