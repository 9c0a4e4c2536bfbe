// Runs the examples of a specification as tests: tests/spec/NAME.md, whose NAME is the dialect (else it is plain text).
// An example is what stands between a line "```` example" and the next line of four backticks: the article's text, a
// line with a dot, and the blocks that it becomes, each on a line: its kind, its lines, what else it has, and after a
// colon its text. "```` example LAYOUT" forces the layout of plain text; auto looks whether it is found, too, in a line
// before the blocks. In both, → is a tab and ↵ a line break within a text. Prints TAP.
#include "base/buf.h"
#include "parse/parser.h"

#include <stdio.h>
#include <stdlib.h>

static struct str slurp(const char *path, struct buf *out)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(2);
    }
    for (size_t n = 1; n && buf_reserve(out, 65536);) out->n += n = fread(out->p + out->n, 1, 65536, file);
    fclose(file);
    return buf_str(out);
}

static struct str next_line(struct str *rest)
{
    const char *lf = memchr(rest->p, '\n', rest->n);
    struct str line = {rest->p, lf ? (size_t)(lf - rest->p) : rest->n};
    *rest = str_slice(*rest, line.n + (lf != NULL), rest->n);
    return line;
}

static void add_text(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] == '\n') buf_str_add(out, STR("↵"));
        else if (text.p[i] == '\t') buf_str_add(out, STR("→"));
        else buf_byte(out, text.p[i]);
}

static bool add_block(void *context, const struct block *b, struct error *error)
{
    (void)error;
    static const char *const kinds[] = {"heading", "paragraph", "quote", "code",   "leftover",
                                        "list",    "item",      "table", "header", "row"};
    struct buf *out = context;
    buf_printf(out, "%s %u", kinds[b->kind], b->line);
    if (b->line_end != b->line) buf_printf(out, "-%u", b->line_end);
    if (b->kind == BLOCK_HEADING) buf_printf(out, " level %d", b->level);
    if (b->kind == BLOCK_ITEM) buf_printf(out, " depth %d", b->depth);
    if (b->kind == BLOCK_ITEM && b->ordinal >= 0) buf_printf(out, " number %d", (int)b->ordinal);
    if (b->caption) buf_str_add(out, STR(" caption"));
    if (b->row_headers) buf_str_add(out, STR(" row-headers"));
    if (b->label.n) buf_printf(out, " [%.*s]", STR_ARG(b->label));
    if (b->text.n) buf_str_add(out, STR(": "));
    add_text(out, b->text);
    for (size_t i = 0; i < b->cell_count; i++) {
        buf_str_add(out, i ? STR(" | ") : STR(": "));
        if (b->cells[i].spanned) buf_str_add(out, STR("^"));
        add_text(out, b->cells[i].text);
    }
    buf_byte(out, '\n');
    for (size_t i = 0; i < b->link_count; i++)
        buf_printf(out, "  link %.*s: %.*s\n", STR_ARG(b->links[i].url), STR_ARG(b->links[i].label));
    return true;
}

static void print_commented(const char *title, struct str text)
{
    printf("# %s\n", title);
    while (text.n) {
        struct str line = next_line(&text);
        printf("#   %.*s\n", STR_ARG(line));
    }
}

struct example {
    struct str text, wanted;
    enum dialect dialect;
    bool says_layout;
    enum layout layout;
};

static bool run(const struct example *e, const char *name, int number)
{
    struct arena arena;
    struct buf got = {0};
    struct error error = {0};
    struct article article = {.source = str_from(name),
                              .bytes = e->text,
                              .text = e->text,
                              .first_line = 1,
                              .layout = e->layout,
                              .whole_page = true};
    arena_init(&arena, 0);
    bool parsed = parse_article(&article, e->dialect, &arena, add_block, &got, &error);
    struct str wanted = e->wanted, found = str_from(layout_name(article.layout));
    bool ok = parsed && (!e->says_layout || str_equal(next_line(&wanted), found)) && str_equal(buf_str(&got), wanted);
    printf("%sok %d - %s, example %d\n", ok ? "" : "not ", number, name, number);
    if (!parsed) printf("# %s\n", error.message);
    if (!ok) {
        print_commented("the text", e->text);
        if (e->says_layout) print_commented("is laid out", found);
        print_commented("becomes", buf_str(&got));
        print_commented("and not", e->wanted);
    }
    buf_release(&got);
    arena_release(&arena);
    return ok;
}

// "```` example" and what may stand behind it.
static bool begins_example(struct str line, struct example *e)
{
    if (!str_starts(line, STR("```` example"))) return false;
    struct str name = str_trim(str_slice(line, 12, line.n));
    e->layout = LAYOUT_AUTO;
    e->says_layout = name.n > 0;
    for (enum layout l = LAYOUT_LINES; l < LAYOUT_NONE; l++)
        if (str_equal(name, str_from(layout_name(l)))) e->layout = l, e->says_layout = false;
    return true;
}

int main(int argc, char **argv)
{
    if (argc != 2) return 2;
    struct buf file = {0}, text = {0}, wanted = {0};
    struct str rest = slurp(argv[1], &file);
    const char *slash = strrchr(argv[1], '/'), *name = slash ? slash + 1 : argv[1];
    struct example example = {.dialect = str_starts(str_from(name), STR("markdown")) ? DIALECT_MARKDOWN
                                         : str_starts(str_from(name), STR("html"))   ? DIALECT_HTML
                                                                                     : DIALECT_EXTRACTED};
    int number = 0, failed = 0;
    while (rest.n) {
        if (!begins_example(next_line(&rest), &example)) continue;
        text.n = wanted.n = 0;
        struct buf *out = &text;
        for (struct str line; rest.n && !str_equal(line = next_line(&rest), STR("````"));) {
            if (out == &text && str_equal(line, STR("."))) {
                out = &wanted;
                continue;
            }
            for (size_t i = 0; i < line.n; i++)
                if (out == &text && str_starts(str_slice(line, i, line.n), STR("→"))) {
                    buf_byte(out, '\t');
                    i += 2;
                } else buf_byte(out, line.p[i]);
            buf_byte(out, '\n');
        }
        example.text = buf_str(&text);
        example.wanted = buf_str(&wanted);
        failed += !run(&example, name, ++number);
    }
    printf("1..%d\n", number);
    buf_release(&file);
    buf_release(&text);
    buf_release(&wanted);
    return failed || !number;
}
