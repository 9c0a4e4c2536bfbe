// Prints what the selection of a page's article sees and keeps, for tests/lab/train/page_units.py and
// tests/lab/score/page_articles.
//   dump_html names                       of the features
//   dump_html units OUT < list of files   OUT: int32 file; int16 features… of every unit; OUT.texts: a line each
//   dump_html kept < list of files        of each page its text without title and captions, a line a block; a form feed
#include "parse/html/select.h"
#include "parse/html/select_features.h"

#include <stdio.h>
#include <stdlib.h>

static void print_names(void)
{
#define X(name) printf("%s ", #name);
    SELECT_FEATURES_OWN(X)
#undef X
#define X(name) printf("near_%s ", #name);
    SELECT_KINDS(X)
    SELECT_PLACES(X)
#undef X
    for (int i = 0; i < SELECT_UP; i++) {
#define X(name) printf("up%d_%s ", i, #name);
        SELECT_FEATURES_UP(X)
#undef X
    }
    for (int i = 0; i < SELECT_BESIDE; i++) {
#define X(name) printf("beside%d_%s ", i, #name);
        SELECT_FEATURES_BESIDE(X)
#undef X
    }
#define X(name) printf("%s ", #name);
    SELECT_FEATURES_PLACE(X)
#undef X
#define X(name) printf("%s ", #name);
    SELECT_FEATURES_ALL(X)
#undef X
    puts("");
}

static char *file_read(const char *path, size_t *n)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(1);
    }
    fseek(file, 0, SEEK_END);
    *n = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(*n + 1);
    *n = fread(bytes, 1, *n, file);
    fclose(file);
    return bytes;
}

// The text of each part, white space as one space.
struct texts {
    FILE *out;
    char **texts;
    size_t *sizes;
    uint32_t next, *open, depth;
};

static void text_put(struct texts *t, uint32_t part, struct str s)
{
    char *room = realloc(t->texts[part], t->sizes[part] + s.n + 1);
    size_t n = t->sizes[part];
    for (size_t i = 0; i < s.n; i++) {
        char c = (unsigned char)s.p[i] <= ' ' ? ' ' : s.p[i];
        if (c == ' ' && (n == 0 || room[n - 1] == ' ')) continue;
        room[n++] = c;
    }
    room[n] = '\0';
    t->texts[part] = room;
    t->sizes[part] = n;
}

static bool texts_open(void *context, struct html_node *node)
{
    struct texts *t = context;
    if (node->type == HTML_NODE_TEXT) text_put(t, t->open[t->depth], node->text);
    else if (select_is_part(node)) t->open[++t->depth] = t->next++;
    else if (node->element == ELEMENT_BR) text_put(t, t->open[t->depth], STR(" "));
    return true;
}

static void texts_close(void *context, struct html_node *node)
{
    struct texts *t = context;
    t->depth -= select_is_part(node);
}

static void units_dump(const struct html_tree *tree, int32_t number, FILE *out, FILE *lines, struct arena *arena)
{
    struct select_page page;
    struct error error = {0};
    if (!select_page_read(&page, tree, arena, &error)) exit(1);
    uint32_t open[2000];
    struct texts t = {.texts = calloc(page.count, sizeof *t.texts),
                      .sizes = calloc(page.count, sizeof *t.sizes),
                      .next = 1,
                      .open = open};
    open[0] = 0;
    select_walk(tree->body, texts_open, texts_close, &t);
    struct select_course course;
    select_course_begin(&course);
    for (uint32_t i = 0; i < page.unit_count; i++) {
        int16_t features[SELECT_FEATURE_COUNT];
        int32_t head[2] = {number, (int32_t)page.units[i]};
        select_features(&page, &course, i, features);
        fwrite(head, sizeof head, 1, out);
        fwrite(features, sizeof features, 1, out);
        fprintf(lines, "%s\n", t.texts[page.units[i]]);
    }
    for (uint32_t i = 0; i < page.count; i++) free(t.texts[i]);
    free(t.texts);
    free(t.sizes);
}

static bool kept_open(void *context, struct html_node *node)
{
    bool *broken = context;
    if (node->type == HTML_NODE_TEXT) {
        for (size_t i = 0; i < node->text.n; i++) putchar((unsigned char)node->text.p[i] < ' ' ? ' ' : node->text.p[i]);
        *broken = false;
    } else if ((select_is_part(node) || node->element == ELEMENT_BR) && !*broken) {
        putchar('\n');
        *broken = true;
    }
    return true;
}

// The title stands apart in all the sets, and captions in most.
static void kept_print(const struct html_tree *tree, struct arena *arena)
{
    struct html_node *body = tree->body;
    struct select_page page;
    struct error error = {0};
    if (!select_page_read(&page, tree, arena, &error)) exit(1);
    bool broken = true;
    for (struct html_node *n = body; n;) {
        bool left = n->left || select_is_never(n) || (page.headline && n == page.parts[page.headline].node) ||
                    n->element == ELEMENT_FIGCAPTION;
        if (!left) kept_open(&broken, n);
        n = html_node_next(body, n, left);
    }
    puts("\n\f");
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "names") == 0) {
        print_names();
        return 0;
    }
    bool units = argc == 3 && strcmp(argv[1], "units") == 0;
    if (!units && (argc != 2 || strcmp(argv[1], "kept") != 0)) return 2;
    char name[4200];
    FILE *out = units ? fopen(argv[2], "wb") : NULL, *lines = NULL;
    if (units) {
        snprintf(name, sizeof name, "%s.texts", argv[2]);
        lines = fopen(name, "w");
    }
    for (int32_t number = 0; fgets(name, sizeof name, stdin); number++) {
        name[strcspn(name, "\n")] = '\0';
        struct arena arena;
        struct html_tree tree;
        struct error error = {0};
        size_t n;
        char *bytes = file_read(name, &n);
        arena_init(&arena, 0);
        if (!html_tree_build(&tree, (struct str){bytes, n}, &arena, &error)) return 1;
        if (units) {
            if (tree.body) units_dump(&tree, number, out, lines, &arena);
        } else {
            if (!html_select(&tree, false, &arena, &error)) return 1;
            if (tree.body) kept_print(&tree, &arena);
            else puts("\f");
        }
        arena_release(&arena);
        free(bytes);
    }
    if (units) {
        fclose(out);
        fclose(lines);
    }
    return 0;
}
