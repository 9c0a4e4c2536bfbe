#include "sink/verify_sink.h"

#include "parse/html_text.h"
#include "sink/verify_plain.h"

#include <stdlib.h>

struct verify_sink {
    struct sink sink;
    const struct article *article;
    bool markdown;
    size_t at;      // in the article's text
    uint32_t line;  // of `at`
    struct verify_plain plain;
};

static struct str rest(const struct verify_sink *s)
{
    return str_slice(s->article->text, s->at, s->article->text.n);
}

static void skip(struct verify_sink *s, size_t n)
{
    for (; n; n--) s->line += s->article->text.p[s->at++] == '\n';
}

static bool is_word(char c)
{
    return (c & 0x80) || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
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
    return verify_plain_row(&s->plain, r, error);
}

static bool begin(struct sink *sink, const struct sink_article *article, struct error *error)
{
    struct verify_sink *s = (struct verify_sink *)sink;
    (void)error;
    s->article = &article->article;
    s->markdown = article->dialect == DIALECT_MARKDOWN;
    verify_plain_begin(&s->plain, s->article);
    s->at = 0;
    s->line = article->article.first_line;
    return true;
}

static bool close_sink(struct sink *sink, struct error *error)
{
    (void)error;
    verify_plain_release(&((struct verify_sink *)sink)->plain);
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
