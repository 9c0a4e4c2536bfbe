#include "sink/verify_sink.h"

#include "parse/html_text.h"

#include <stdlib.h>

struct verify_sink {
    struct sink sink;
    const struct article *article;
    bool markdown;
    size_t at;      // in the article's text
    uint32_t line;  // of `at`
    bool in_table;
    uint32_t delimiter_line;  // of the open table; 0 for none
};

static struct str rest(const struct verify_sink *s)
{
    return str_slice(s->article->text, s->at, s->article->text.n);
}

static void skip(struct verify_sink *s, size_t n)
{
    for (; n; n--) s->line += s->article->text.p[s->at++] == '\n';
}

static void skip_space(struct verify_sink *s)
{
    for (size_t n; (n = str_space_first(rest(s)));) skip(s, n);
}

static bool skip_one_of(struct verify_sink *s, const char *set)
{
    skip_space(s);
    struct str r = rest(s);
    if (!r.n || !strchr(set, r.p[0])) return false;
    skip(s, 1);
    return true;
}

static bool is_word(char c)
{
    return (c & 0x80) || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static bool differs(struct verify_sink *s, struct str text, size_t i, struct error *error)
{
    struct str r = rest(s), found = {r.p, r.n < 24 ? r.n : 24},
               wanted = str_slice(text, i, text.n - i < 24 ? text.n : i + 24);
    const char *lf = memchr(found.p, '\n', found.n);
    if (lf) found.n = (size_t)(lf - found.p);
    while (found.n && found.n < r.n && (r.p[found.n] & 0xC0) == 0x80) found.n--;
    while (wanted.n && i + wanted.n < text.n && (text.p[i + wanted.n] & 0xC0) == 0x80) wanted.n--;
    error_set(error, ERROR_ARTICLE,
              "the text goes on with \"%.*s\" where its rows have \"%.*s\": please report this article", STR_ARG(found),
              STR_ARG(wanted));
    return error_at(error, s->article->source, s->line);
}

// Bytes of white space, or in a cell of a bar, that s begins with.
static size_t ignored(struct str s, bool cell)
{
    if (cell && s.n && s.p[0] == '|') return 1;
    return str_space_first(s);
}

// The row's text, white space aside, must come next.
static bool expect(struct verify_sink *s, struct str text, bool cell, struct error *error)
{
    for (size_t i = 0, n; i < text.n;) {
        if ((n = ignored(str_slice(text, i, text.n), cell))) {
            i += n;
            continue;
        }
        while ((n = ignored(rest(s), cell))) skip(s, n);
        struct str r = rest(s);
        if (cell && str_starts(r, STR("\\|")) && text.p[i] != '\\') {
            skip(s, 2);
            continue;
        }
        if (!r.n || r.p[0] != text.p[i]) return differs(s, text, i, error);
        skip(s, 1);
        i++;
    }
    return true;
}

// Bytes of text that the entity written here stands for; 0 when here is none, or one of other text.
static size_t skip_entity(struct verify_sink *s, struct str text)
{
    char out[4];
    size_t n = 0, bytes = html_entity(rest(s), out, &n);
    if (!bytes || !str_starts(text, (struct str){out, n})) return 0;
    skip(s, bytes);
    return n;
}

static bool expect_letters(struct verify_sink *s, struct str text, struct error *error)
{
    for (size_t i = 0; i < text.n; i++) {
        if (!is_word(text.p[i])) continue;
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
            return differs(s, text, i, error);
        }
        skip(s, 1);
    }
    return true;
}

// Bytes of the mark of a list item that s begins with: "- ", "• ", "1. ", "2) "; 0 when it begins with none.
static size_t mark_length(struct str s)
{
    static const char *const glyphs[] = {"-", "*", "+", "•", "◦", "‣", "▪", "●", "○", "■", "·", "–", "—"};
    size_t n = 0;
    for (size_t i = 0; i < sizeof glyphs / sizeof *glyphs && !n; i++)
        if (str_starts(s, str_from(glyphs[i]))) n = strlen(glyphs[i]);
    if (!n) {
        while (n < s.n && s.p[n] >= '0' && s.p[n] <= '9') n++;
        if (!n || n == s.n || !strchr(".)", s.p[n++])) return 0;
    }
    return n == s.n || str_space_first(str_slice(s, n, s.n)) ? n : 0;
}

// A number or a star may also be the item's text; a dash may only as the second.
static void skip_mark(struct verify_sink *s, struct str text)
{
    skip_space(s);
    size_t n = mark_length(rest(s));
    if (str_starts(rest(s), STR("-")) || !str_starts(text, str_slice(rest(s), 0, n))) skip(s, n);
}

static bool expect_bullet(struct verify_sink *s, const struct bullet_row *b, struct error *error)
{
    skip_mark(s, b->label.p ? b->label : b->text);
    if (!b->label.p) return expect(s, b->text, false, error);
    if (!expect(s, b->label, false, error)) return false;
    if (!skip_one_of(s, ":") && str_starts(rest(s), STR("\xEF\xBC\x9A"))) skip(s, 3);
    return expect(s, b->text, false, error);
}

// An item without text: "-" and the end of the line.
static bool is_mark_alone(struct str s)
{
    return str_equal(s, STR("-")) || str_starts(s, STR("-\n")) || str_starts(s, STR("-\r\n"));
}

// What ends a table row, the delimiter line, and items without text, up to the line on which the next row begins.
static void skip_row_end(struct verify_sink *s, uint32_t line)
{
    size_t n = 1;
    for (skip_space(s); n && s->in_table && s->line < line; skip_space(s)) {
        n = str_starts(rest(s), STR("|")) ? 1 : str_starts(rest(s), STR("\\|")) ? 2 : 0;
        skip(s, n);
    }
    while (s->delimiter_line && s->line == s->delimiter_line && rest(s).n) skip(s, 1);
    skip_space(s);
    while (s->line < line && is_mark_alone(rest(s))) {
        skip(s, 1);
        skip_space(s);
    }
}

// Whether nothing follows on this line behind its first byte.
static bool ends_line(struct str s)
{
    const char *lf = memchr(s.p, '\n', s.n);
    return str_trim(str_slice(s, 1, lf ? (size_t)(lf - s.p) : s.n)).n == 0;
}

// Marks of items without a text: an item that was left empty makes no row.
static void skip_empty_marks(struct verify_sink *s, struct str next)
{
    bool dash = next.n && next.p[0] == '-';
    for (skip_space(s); !dash && str_starts(rest(s), STR("-")) && ends_line(rest(s)); skip_space(s)) skip(s, 1);
}

static bool expect_end(struct verify_sink *s, struct error *error)
{
    skip_row_end(s, UINT32_MAX);
    skip_empty_marks(s, STR_NULL);
    return !rest(s).n || differs(s, STR(""), 0, error);
}

static struct str text_of(const struct row *r)
{
    switch (r->table) {
    case ROW_SECTION: return r->section.heading;
    case ROW_PARAGRAPH: return r->paragraph.text;
    case ROW_BULLET: return r->bullet.text;
    case ROW_TABLE_COLUMN: return r->column.header;
    case ROW_TABLE_CELL: return r->cell.text;
    default: return STR_NULL;
    }
}

static bool row(void *sink, const struct row *r, struct error *error)
{
    struct verify_sink *s = sink;
    if (s->markdown) {
        if (r->table == ROW_BULLET && !expect_letters(s, r->bullet.label, error)) return false;
        return expect_letters(s, text_of(r), error);
    }
    struct str text = text_of(r);
    if (r->table == ROW_TABLE) {
        skip_row_end(s, r->line);  // a table before may have been nothing but a header
        s->delimiter_line = r->of_table.delimiter_line;
        return true;
    }
    if (!text.p) return r->table != ROW_DOCUMENT || expect_end(s, error);
    bool in_table = r->table == ROW_TABLE_COLUMN || r->table == ROW_TABLE_CELL;
    s->in_table = s->in_table || in_table;
    skip_row_end(s, r->line);
    s->in_table = in_table;
    skip_empty_marks(s, r->table == ROW_BULLET && r->bullet.label.p ? r->bullet.label : text);
    return r->table == ROW_BULLET ? expect_bullet(s, &r->bullet, error) : expect(s, text, in_table, error);
}

static bool begin(struct sink *sink, const struct sink_article *article, struct error *error)
{
    struct verify_sink *s = (struct verify_sink *)sink;
    (void)error;
    s->article = &article->article;
    s->markdown = article->dialect == DIALECT_MARKDOWN;
    s->at = 0;
    s->in_table = false;
    s->delimiter_line = 0;
    s->line = article->article.first_line;
    return true;
}

static bool close_sink(struct sink *sink, struct error *error)
{
    (void)error;
    free(sink);
    return true;
}

static const struct sink_ops OPS = {.begin = begin, .row = row, .close = close_sink};

struct sink *verify_sink_open(struct error *error)
{
    struct verify_sink *s = calloc(1, sizeof *s);
    if (!s) {
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    s->sink = (struct sink){.ops = &OPS};
    return &s->sink;
}
