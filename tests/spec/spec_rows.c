// Runs the cases of a specification (see the head of extracted.md) and prints TAP. Each article is read with its line
// ends as they are, with CRLF, and without the last line end; the rows must be the wanted ones each time, pass the
// check of `doc2pgsql verify`, and be numbered without gaps.
#include "base/buf.h"
#include "parse/parser.h"
#include "rows/row_builder.h"
#include "sink/verify_sink.h"

#include <stdio.h>
#include <stdlib.h>

// Rows as text ----------------------------------------------------------------------------------------------------

struct printer {
    struct buf text;
    int32_t position, section_no, table_no, link_no;
    int32_t table_row;  // that is being printed; -1 for none, 0 for the header
    struct sink *verify;
    const char *numbering;  // what is wrong with it; NULL for nothing
};

static void check(struct printer *p, bool good, const char *what)
{
    if (!good && !p->numbering) p->numbering = what;
}

static void print_cell(struct printer *p, uint32_t line, int32_t row_no, struct str text)
{
    if (p->table_row != row_no) buf_printf(&p->text, "\n%u %s:", line, row_no ? "row" : "header");
    p->table_row = row_no;
    buf_printf(&p->text, " [%.*s]", STR_ARG(text));
}

static void print_bullet(struct printer *p, const struct row *r)
{
    const struct bullet_row *b = &r->bullet;
    buf_printf(&p->text, "\n%u bullet %d/%d", r->line, b->list_no, b->depth);
    if (b->ordinal >= 0) buf_printf(&p->text, " no %d", b->ordinal);
    buf_str_add(&p->text, STR(": "));
    if (b->label.p) buf_printf(&p->text, "[%.*s] ", STR_ARG(b->label));
    buf_str_add(&p->text, b->text);
}

static void print_table(struct printer *p, const struct row *r)
{
    const struct table_row *t = &r->of_table;
    check(p, t->table_no == ++p->table_no, "table_no");
    buf_printf(&p->text, "\n%u table %dx%d", r->line, t->row_count, t->column_count);
    if (t->header_origin == ORIGIN_INFERRED) buf_str_add(&p->text, STR(" bare"));
    if (t->shape.p) buf_printf(&p->text, ": %.*s", STR_ARG(t->shape));
    p->table_row = -1;
}

// Positions and section numbers go up by one.
static void check_numbers(struct printer *p, const struct row *r)
{
    bool heading = r->table == ROW_SECTION && r->section.heading.p;
    if (heading || r->table == ROW_PARAGRAPH || r->table == ROW_BULLET || r->table == ROW_TABLE)
        check(p, r->position == ++p->position, "position");
    p->section_no += heading;
    if (r->table != ROW_DOCUMENT) check(p, r->section_no == p->section_no, "section_no");
    if (r->table == ROW_LINK) check(p, r->link.link_no == ++p->link_no, "link_no");
}

static bool print_row(void *context, const struct row *r, struct error *error)
{
    struct printer *p = context;
    check_numbers(p, r);
    switch (r->table) {
    case ROW_SECTION:
        if (!r->section.heading.p) break;
        buf_printf(&p->text, "\n%u heading", r->line);
        if (r->section.origin == ORIGIN_MARKED) buf_printf(&p->text, " %d", r->section.level);
        buf_printf(&p->text, ": %.*s", STR_ARG(r->section.heading));
        break;
    case ROW_PARAGRAPH:
        buf_printf(&p->text, "\n%u %s: ", r->line, paragraph_kind_name(r->paragraph.kind));
        if (r->paragraph.label.p) buf_printf(&p->text, "[%.*s] ", STR_ARG(r->paragraph.label));
        buf_str_add(&p->text, r->paragraph.text);
        break;
    case ROW_BULLET: print_bullet(p, r); break;
    case ROW_TABLE: print_table(p, r); break;
    case ROW_TABLE_COLUMN:
        if (r->column.header.p) print_cell(p, r->line, 0, r->column.header);
        break;
    case ROW_TABLE_CELL: print_cell(p, r->cell.row_line, r->cell.row_no, r->cell.text); break;
    default: break;
    }
    return p->verify->ops->row(p->verify, r, error);
}

// The article's rows, each with a newline before it, in p->text.
static bool print_article(struct printer *p, struct str text, enum dialect dialect, struct error *error)
{
    struct sink_article a = {.article = {.source = STR("case"), .text = text, .first_line = 1}, .dialect = dialect};
    struct arena arena;
    arena_init(&arena, 0);
    *p = (struct printer){.verify = verify_sink_open(NULL, error)};
    if (!p->verify) return false;
    bool ok = sink_begin(p->verify, &a, error);
    struct row_builder *builder = ok ? row_builder_new(&a.article, &arena, print_row, p, error) : NULL;
    ok = builder && parse_article(&a.article, dialect, &arena, row_builder_block, builder, error) &&
         row_builder_finish(builder, dialect, error);
    arena_release(&arena);
    struct error ignored = {0};
    sink_close(p->verify, &ignored);
    return ok;
}

// Differences -----------------------------------------------------------------------------------------------------

#define LINES_MAX 200

static int split(struct str text, struct str *lines)
{
    int count = 0;
    for (size_t start = 0; start < text.n && count < LINES_MAX;) {
        const char *lf = memchr(text.p + start, '\n', text.n - start);
        size_t end = lf ? (size_t)(lf - text.p) : text.n;
        lines[count++] = str_slice(text, start, end);
        start = end + 1;
    }
    return count;
}

// The shortest way from one to the other: the longest common run of lines, from the end.
static void print_difference(struct str wanted, struct str got)
{
    static int common[LINES_MAX + 1][LINES_MAX + 1];
    struct str a[LINES_MAX], b[LINES_MAX];
    int m = split(wanted, a), n = split(got, b);
    memset(common, 0, sizeof common);
    for (int i = m - 1; i >= 0; i--)
        for (int j = n - 1; j >= 0; j--) {
            int longer = common[i + 1][j] > common[i][j + 1] ? common[i + 1][j] : common[i][j + 1];
            common[i][j] = str_equal(a[i], b[j]) ? common[i + 1][j + 1] + 1 : longer;
        }
    for (int i = 0, j = 0; i < m || j < n;) {
        if (i < m && j < n && str_equal(a[i], b[j])) printf("#   %.*s\n", STR_ARG(a[i])), i++, j++;
        else if (j == n || (i < m && common[i + 1][j] >= common[i][j + 1])) printf("# - %.*s\n", STR_ARG(a[i])), i++;
        else printf("# + %.*s\n", STR_ARG(b[j])), j++;
    }
}

// Cases -----------------------------------------------------------------------------------------------------------

struct spec {
    struct str heading, article, rows;
    enum dialect dialect;
    bool has_article;
    int heading_cases, number, failed;
};

// False, and the difference printed, when the text does not become the rows.
static bool becomes(const struct spec *spec, struct str text, const char *variant)
{
    struct printer p;
    struct error error = {0};
    bool ok = print_article(&p, text, spec->dialect, &error);
    struct str got = buf_str(&p.text);
    if (got.n) got = str_slice(got, 1, got.n);
    bool same = str_equal(got, spec->rows);
    if (!ok || !same || p.numbering) printf("# %s\n", variant);
    if (!ok) printf("# line %u: %s\n", error.line, error.message);
    if (p.numbering) printf("# %s is not numbered without gaps\n", p.numbering);
    if (!same) print_difference(spec->rows, got);
    ok = ok && same && !p.numbering;
    buf_release(&p.text);
    return ok;
}

static struct str with_crlf(struct str text, struct buf *buf)
{
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == '\n') buf_byte(buf, '\r');
        buf_byte(buf, text.p[i]);
    }
    return buf_str(buf);
}

static void run_case(struct spec *spec)
{
    struct buf crlf = {0};
    struct str text = spec->article, unended = {text.p, text.n ? text.n - 1 : 0};
    bool ok = becomes(spec, text, "as it stands (- wanted, + got):") &&
              becomes(spec, with_crlf(text, &crlf), "with CRLF:") &&
              becomes(spec, unended, "without the last line end:");
    spec->number++;
    spec->failed += !ok;
    printf("%sok %d - %.*s", ok ? "" : "not ", spec->number, STR_ARG(spec->heading));
    spec->heading_cases++;
    printf(spec->heading_cases > 1 ? " (%d)\n" : "\n", spec->heading_cases);
    buf_release(&crlf);
}

// The line that begins at *at; *at moves behind it.
static struct str next_line(struct str text, size_t *at)
{
    const char *lf = memchr(text.p + *at, '\n', text.n - *at);
    size_t end = lf ? (size_t)(lf - text.p) : text.n;
    struct str line = str_slice(text, *at, end);
    *at = end < text.n ? end + 1 : end;
    return line;
}

// A block ``` NAME … ```; its content ends in a newline unless it is empty.
static void fenced_block(struct spec *spec, struct str text, size_t *at, struct str fence, struct str name)
{
    size_t start = *at, end = start;
    while (*at < text.n) {
        end = *at;
        if (str_equal(next_line(text, at), fence)) break;
    }
    struct str content = str_slice(text, start, end);
    bool extracted = str_equal(name, STR("extracted"));
    if (extracted || str_equal(name, STR("markdown"))) {
        spec->article = content;
        spec->dialect = extracted ? DIALECT_EXTRACTED : DIALECT_MARKDOWN;
        spec->has_article = true;
    } else if (str_equal(name, STR("rows"))) {
        if (!spec->has_article) fprintf(stderr, "spec: rows without an article: %.*s\n", STR_ARG(spec->heading));
        spec->failed += !spec->has_article;
        spec->has_article = false;
        spec->rows = content.n ? str_slice(content, 0, content.n - 1) : content;
        run_case(spec);
    }
}

static void run_file(struct spec *spec, struct str text)
{
    for (size_t at = 0; at < text.n;) {
        struct str line = next_line(text, &at);
        size_t fence = 0, hashes = 0;
        while (fence < line.n && line.p[fence] == '`') fence++;
        while (hashes < line.n && line.p[hashes] == '#') hashes++;
        if (fence >= 3) fenced_block(spec, text, &at, str_slice(line, 0, fence), str_slice(line, fence, line.n));
        if (!hashes) continue;
        spec->heading = str_trim(str_slice(line, hashes, line.n));
        spec->heading_cases = 0;
    }
}

int main(int argc, char **argv)
{
    struct buf file = {0};
    struct spec spec = {.heading = STR("")};
    FILE *in = argc == 2 ? fopen(argv[1], "r") : NULL;
    if (!in) {
        fputs("usage: spec FILE.md\n", stderr);
        return 2;
    }
    for (size_t n = 1; n && buf_reserve(&file, 65536); file.n += n) n = fread(file.p + file.n, 1, 65536, in);
    fclose(in);
    run_file(&spec, buf_str(&file));
    printf("1..%d\n", spec.number);
    buf_release(&file);
    return spec.failed || !spec.number;
}
