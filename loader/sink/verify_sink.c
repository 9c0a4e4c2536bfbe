#include "sink/verify_sink.h"

#include "parse/html_text.h"
#include "sink/verify_html.h"
#include "sink/verify_plain.h"

#include <stdlib.h>

struct verify_sink {
    struct sink sink;
    const struct article *article;
    enum dialect dialect;
    size_t at;      // in the article's text
    uint32_t line;  // of `at`
    struct verify_plain plain;
    struct verify_html html;
    size_t *left_out;   // the caller's
    struct str left;    // the header of the column to the left
    uint32_t row_last;  // line on which the last row of a table ends
    // a table's row: where it begins, and behind its cells that were found
    size_t row_at, row_end;
    uint32_t row_line, row_end_line;
};

static struct str rest(const struct verify_sink *s)
{
    return str_slice(s->article->text, s->at, s->article->text.n);
}

static void skip(struct verify_sink *s, size_t n)
{
    for (; n; n--) s->line += s->article->text.p[s->at++] == '\n';
}

// White space is not compared, nor the colon, which a term that is no label gets before its definition.
static bool is_text(char c)
{
    return (unsigned char)c > ' ' && c != ':';
}

// Bytes of text that the entity written here stands for, from its first character that is no white space on; 0 when
// here is none, or one of other text.
static size_t skip_entity(struct verify_sink *s, struct str text)
{
    char out[HTML_REFERENCE_CHARACTERS];
    size_t n = 0, first = 0, bytes = html_entity(rest(s), out, &n);
    while (first < n && !is_text(out[first])) first++;
    if (first == n || !str_starts(text, (struct str){out + first, n - first})) return 0;
    skip(s, bytes);
    return n - first;
}

static bool expect_text(struct verify_sink *s, struct str text, struct error *error)
{
    for (size_t i = 0; i < text.n; i++) {
        if (!is_text(text.p[i])) continue;
        size_t start = s->at, entity = 0;
        uint32_t line = s->line;
        while (rest(s).n && rest(s).p[0] != text.p[i] && !(entity = skip_entity(s, str_slice(text, i, text.n))))
            skip(s, 1);
        if (entity) {
            i += entity - 1;
            continue;
        }
        if (!rest(s).n) {
            s->at = start;
            s->line = line;
            return verify_differs(s->article, rest(s), s->line, str_slice(text, i, text.n), error);
        }
        skip(s, 1);
    }
    return true;
}

static struct str text_of(const struct row *r)
{
    switch (r->table) {
    case ROW_SECTION: return r->section.heading;
    case ROW_PARAGRAPH: return r->paragraph.text;
    case ROW_BULLET: return r->bullet.text;
    default: return STR_NULL;
    }
}

// From the place where the table's row begins on; what follows goes on behind all that was found in it.
static bool expect_in_row(struct verify_sink *s, struct str text, struct error *error)
{
    s->at = s->row_at;
    s->line = s->row_line;
    if (!expect_text(s, text, error)) return false;
    if (s->at > s->row_end) {
        s->row_end = s->at;
        s->row_end_line = s->line;
    }
    s->at = s->row_end;
    s->line = s->row_end_line;
    return true;
}

static void begin_row(struct verify_sink *s)
{
    s->row_at = s->row_end = s->at;
    s->row_line = s->row_end_line = s->line;
    s->left = STR("");
}

// The cells of a row over several lines stand side by side.
static bool expect_of_row(struct verify_sink *s, struct str text, uint32_t first, uint32_t last, struct error *error)
{
    s->row_last = last;
    if (last > first) return expect_in_row(s, text, error);
    bool ok = expect_text(s, text, error);
    s->row_end = s->at;
    s->row_end_line = s->line;
    return ok;
}

static bool expect_cell(struct verify_sink *s, const struct row *r, struct error *error)
{
    if (r->cell.column_no == 1) begin_row(s);
    struct str text = r->cell.spanned ? STR("") : r->cell.text;
    return expect_of_row(s, text, r->cell.row_line, r->cell.row_line_end, error);
}

static bool expect_column(struct verify_sink *s, const struct row *r, struct error *error)
{
    struct str header = r->column.header, own = r->column.own.p ? r->column.own : header;
    if (r->column.column_no == 1) begin_row(s);
    if (!verify_repeats_left(header, own, s->left)) return verify_differs(s->article, own, s->line, header, error);
    s->left = header;
    s->row_last = r->line_end;
    return r->column.own.p ? expect_in_row(s, own, error) : expect_of_row(s, own, r->line, r->line_end, error);
}

static bool expect_markdown(struct verify_sink *s, const struct row *r, struct error *error)
{
    if (r->table == ROW_TABLE_COLUMN) return expect_column(s, r, error);
    if (r->table == ROW_TABLE_CELL) return expect_cell(s, r, error);
    if (r->table == ROW_BULLET && !expect_text(s, r->bullet.label, error)) return false;
    if (r->table != ROW_PARAGRAPH) return expect_text(s, text_of(r), error);
    // it may have stood between a row's cells
    bool within = r->line <= s->row_last;
    return expect_text(s, r->paragraph.label, error) &&
           (within ? expect_in_row(s, r->paragraph.text, error) : expect_text(s, r->paragraph.text, error));
}

static bool row(void *sink, const struct row *r, struct error *error)
{
    struct verify_sink *s = sink;
    switch (s->dialect) {
    case DIALECT_MARKDOWN: return expect_markdown(s, r, error);
    case DIALECT_HTML: return verify_html_add(&s->html, r, error);
    default: return verify_plain_row(&s->plain, r, error);
    }
}

static bool begin(struct sink *sink, const struct sink_article *article, struct error *error)
{
    struct verify_sink *s = (struct verify_sink *)sink;
    (void)error;
    s->article = &article->article;
    s->dialect = article->dialect;
    verify_plain_begin(&s->plain, s->article);
    verify_html_begin(&s->html, s->article);
    s->row_last = 0;
    s->at = 0;
    s->line = article->article.first_line;
    return true;
}

static bool close_sink(struct sink *sink, struct error *error)
{
    struct verify_sink *s = (struct verify_sink *)sink;
    (void)error;
    if (s->left_out) *s->left_out = s->html.left_out;
    verify_plain_release(&s->plain);
    verify_html_release(&s->html);
    free(s);
    return true;
}

static const struct sink_ops OPS = {.begin = begin, .row = row, .close = close_sink};

struct sink *verify_sink_open(size_t *left_out, struct error *error)
{
    struct verify_sink *s = calloc(1, sizeof *s);
    if (!s) {
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    s->sink = (struct sink){.ops = &OPS};
    s->left_out = left_out;
    return &s->sink;
}
