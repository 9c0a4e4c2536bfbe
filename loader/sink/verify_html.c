#define _GNU_SOURCE  // memmem
#include "sink/verify_html.h"

#include "parse/html/page.h"
#include "sink/verify_lines.h"

#include <stdlib.h>

#define SEARCHED                                                                                                       \
    64  // times the text that may be searched through for pieces out of order; from then on they are counted

// A text or the name of a picture.
struct piece {
    size_t start;   // in the text
    uint32_t line;  // the last one that it or a piece before it begins on
};

// Whether a row has a character; of a colon behind a label none needs to.
enum has { HAS_NONE, HAS_ROW, HAS_COLON };

// The article's characters that are no white space, in the page's order.
struct text {
    char *p;
    uint8_t *has;          // of each: enum has
    size_t n, at, low;     // at: where rows go on; low: rows have all before it
    size_t hint;           // the row does not begin before
    size_t budget;         // bytes that may yet be searched
    struct piece *pieces;  // that have text
    size_t piece_count;
};

static struct str text_of(const struct html_node *n)
{
    if (n->left || n->namespace == HTML_NS_SVG) return STR("");
    if (n->type == HTML_NODE_TEXT) return n->text;
    return n->type == HTML_NODE_ELEMENT && n->element == ELEMENT_IMG ? html_node_attribute(n, "alt") : STR("");
}

static const struct html_node *next(const struct html_node *document, const struct html_node *n)
{
    return html_node_next(document, n, n->left != HTML_LEFT_NOT || n->namespace == HTML_NS_SVG);
}

static void release(struct text *t)
{
    free(t->p);
    free(t->has);
    free(t->pieces);
}

static void add_piece(struct text *t, struct str s, uint32_t line)
{
    size_t start = t->n;
    for (size_t i = 0, space; i < s.n; i += space ? space : 1)
        if (!(space = str_space_first(str_slice(s, i, s.n)))) t->p[t->n++] = s.p[i];
    if (t->n == start) return;
    t->pieces[t->piece_count++] = (struct piece){start, line};
}

// Without memory t->p, t->has or t->pieces is NULL.
static void gather(struct text *t, const struct article *article)
{
    const struct html_node *document = article->tree->document;
    size_t bytes = 0, pieces = 0, at = 0;
    for (const struct html_node *n = document->first; n; n = next(document, n)) bytes += text_of(n).n, pieces++;
    *t = (struct text){
        .p = malloc(bytes + 1), .has = calloc(bytes + 1, 1), .pieces = malloc((pieces + 1) * sizeof *t->pieces)};
    uint32_t line = article->first_line;
    for (const struct html_node *n = document->first; n && t->p && t->has && t->pieces; n = next(document, n)) {
        for (; at < n->offset && at < article->text.n; at++) line += article->text.p[at] == '\n';
        if (text_of(n).n) add_piece(t, text_of(n), line);
    }
    t->budget = SEARCHED * t->n + 65536;
}

// The first piece that begins at this byte or behind it.
static size_t piece_at(const struct text *t, size_t at)
{
    size_t low = 0, high = t->piece_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (t->pieces[middle].start < at) low = middle + 1;
        else high = middle;
    }
    return low;
}

// Where the piece begins before the first one of this line: a text may go over several lines.
static size_t line_start(const struct text *t, uint32_t line)
{
    size_t low = 0, high = t->piece_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (t->pieces[middle].line < line) low = middle + 1;
        else high = middle;
    }
    return low ? t->pieces[low - 1].start : 0;
}

// ---- matching

static void take(struct text *t)
{
    t->has[t->at++] = HAS_ROW;
    while (t->low < t->n && t->has[t->low] == HAS_ROW) t->low++;
}

// Copies the next characters of s that are no white space.
static size_t key_of(struct str s, char *key, size_t most)
{
    size_t n = 0;
    for (size_t i = 0, space; i < s.n && n < most; i += space ? space : 1)
        if (!(space = str_space_first(str_slice(s, i, s.n)))) key[n++] = s.p[i];
    return n;
}

static bool is_free(const struct text *t, size_t at, size_t n, enum has has)
{
    while (n && t->has[at + n - 1] <= has && t->has[at + n - 1] != HAS_ROW) n--;
    return !n;
}

// The next place of the key from this byte on that no row has; SIZE_MAX: none.
static size_t find(struct text *t, struct str key, size_t from, enum has has)
{
    while (key.n && from < t->n && t->budget > t->n) {
        const char *found = memmem(t->p + from, t->n - from, key.p, key.n);
        t->budget -= (found ? (size_t)(found - t->p) : t->n) - from;
        if (!found) break;
        from = (size_t)(found - t->p);
        if (is_free(t, from, key.n, has)) return from;
        from++;
    }
    return SIZE_MAX;
}

// Where the text goes on with s: here, behind the row's line, or elsewhere; at last, in a label's colon. SIZE_MAX:
// nowhere.
static size_t look_for(struct text *t, struct str s)
{
    static const size_t lengths[] = {32, 8, 3, 1};
    char bytes[32];
    struct str key = {bytes, 0};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        key.n = key_of(s, bytes, lengths[i]);
        if (t->n - t->at >= key.n && memcmp(t->p + t->at, bytes, key.n) == 0) return t->at;
        size_t at = find(t, key, t->low > t->hint ? t->low : t->hint, HAS_NONE);
        if (at == SIZE_MAX) at = find(t, key, t->low, HAS_NONE);
        if (at != SIZE_MAX) return at;
    }
    return find(t, key, t->low, HAS_COLON);
}

// The row's text, white space aside. The rest where it is not found.
static struct str expect(struct text *t, struct str text)
{
    bool begins = true;  // a piece: what happens to stand here may be another's
    for (size_t space; text.n;) {
        if ((space = str_space_first(text))) {
            text = str_slice(text, space, text.n);
        } else if (t->at < t->n && t->has[t->at] == HAS_ROW) {
            t->at++;
        } else if (!begins && t->at < t->n && t->p[t->at] == text.p[0]) {
            take(t);
            text = str_slice(text, 1, text.n);
        } else {
            size_t at = look_for(t, text);
            if (at == SIZE_MAX) return text;
            t->at = at;
            begins = false;
        }
    }
    return STR("");
}

// The rest of the line that is not found.
static struct str expect_lines(struct text *t, struct str lines)
{
    struct str missing = STR("");
    for (size_t at = 0, n; at < lines.n && !missing.n; at += n + 1) {
        const char *end = memchr(lines.p + at, '\n', lines.n - at);
        n = end ? (size_t)(end - lines.p) - at : lines.n - at;
        missing = expect(t, str_slice(lines, at, at + n));
    }
    return missing;
}

// Goes past the colon behind a label.
static void pass_colon(struct text *t)
{
    static const struct str colons[] = {{":", 1}, {"\xEF\xBC\x9A", 3}};
    while (t->at < t->n && t->has[t->at] == HAS_ROW) t->at++;
    for (size_t i = 0; i < 2; i++) {
        size_t n = colons[i].n;
        if (!str_starts((struct str){t->p + t->at, t->n - t->at}, colons[i]) || !is_free(t, t->at, n, HAS_NONE))
            continue;
        memset(t->has + t->at, HAS_COLON, n);
        t->at += n;
        return;
    }
}

// ---- rows

static uint32_t line_at(const struct article *article, const struct text *t, size_t at)
{
    size_t behind = piece_at(t, at + 1);
    return behind ? t->pieces[behind - 1].line : article->first_line;
}

// The first character that a row should have, and none has.
static size_t first_free(const struct text *t)
{
    size_t at = t->low;
    while (at < t->n && t->has[at] != HAS_NONE) at++;
    return at;
}

static bool differs(const struct article *article, const struct text *t, struct str wanted, struct error *error)
{
    size_t at = first_free(t);
    return verify_differs(article, (struct str){t->p + at, t->n - at}, line_at(article, t, at), wanted, error);
}

static void count(int64_t bytes[256], struct str s, int by)
{
    for (size_t i = 0, space; i < s.n; i += space ? space : 1)
        if (!(space = str_space_first(str_slice(s, i, s.n)))) bytes[(unsigned char)s.p[i]] += by;
}

// Whether the rows have all that the text has, wherever that stands; of labels a colon may be left.
static bool has_same(const struct verify_html *v, const struct text *t)
{
    int64_t left[256] = {0}, labels = 0;
    count(left, (struct str){t->p, t->n}, 1);
    for (size_t i = 0; i < v->count; i++) {
        count(left, v->rows[i].label, -1);
        count(left, v->rows[i].text, -1);
        labels += v->rows[i].label.n > 0;
    }
    int64_t colons = left[':'], wide = left[0xEF];  // of U+FF1A, EF BC 9A
    bool same = colons >= 0 && wide >= 0 && colons + wide <= labels && left[0xBC] == wide && left[0x9A] == wide;
    left[':'] = left[0xEF] = left[0xBC] = left[0x9A] = 0;
    for (int c = 0; c < 256; c++) same = same && !left[c];
    return same;
}

static bool compare(const struct verify_html *v, struct text *t, struct error *error)
{
    for (size_t i = 0; i < v->count; i++) {
        const struct verify_html_row *row = &v->rows[i];
        t->hint = line_start(t, row->line);
        struct str missing = expect(t, row->label);
        if (row->label.n) pass_colon(t);
        if (!missing.n) missing = row->lines ? expect_lines(t, row->text) : expect(t, row->text);
        if (missing.n) return (t->budget <= t->n && has_same(v, t)) || differs(v->article, t, missing, error);
    }
    // a colon that a label left may be free where another's was taken for it
    return first_free(t) == t->n || has_same(v, t) || differs(v->article, t, STR(""), error);
}

static void count_left(void *context, const struct html_left_piece *piece)
{
    *(size_t *)context += piece->characters;
}

static bool finish(struct verify_html *v, struct error *error)
{
    struct text text;
    html_left_out(v->article, count_left, &v->left_out);
    gather(&text, v->article);
    bool gathered = text.p && text.has && text.pieces;
    bool ok = gathered ? compare(v, &text, error) : error_set(error, ERROR_MEMORY, "out of memory");
    release(&text);
    return ok;
}

bool verify_repeats_left(struct str header, struct str own, struct str left)
{
    int64_t repeats[256] = {0}, says[256] = {0};
    count(repeats, header, 1);
    count(repeats, own, -1);
    count(says, left, 1);
    for (int c = 0; c < 256; c++)
        if (repeats[c] < 0 || repeats[c] > says[c]) return false;
    return true;
}

static bool keep(struct verify_html *v, struct verify_html_row row, struct error *error)
{
    if (v->count == v->room) {
        size_t room = v->room ? 2 * v->room : 256;
        struct verify_html_row *rows = realloc(v->rows, room * sizeof *rows);
        if (!rows) return error_set(error, ERROR_MEMORY, "out of memory");
        v->rows = rows;
        v->room = room;
    }
    v->rows[v->count++] = row;
    return true;
}

bool verify_html_add(struct verify_html *v, const struct row *r, struct error *error)
{
    struct verify_html_row row = {.label = STR_NULL, .line = r->line};
    switch (r->table) {
    case ROW_SECTION: row.text = r->section.heading; break;
    case ROW_PARAGRAPH:
        row.label = r->paragraph.label;
        row.text = r->paragraph.text;
        break;
    case ROW_BULLET:
        row.label = r->bullet.label;
        row.text = r->bullet.text;
        break;
    case ROW_TABLE_COLUMN:
        row.text = r->column.own;
        row.lines = true;
        if (!verify_repeats_left(r->column.header, r->column.own, r->column.column_no > 1 ? v->left : STR("")))
            return verify_differs(v->article, r->column.own, r->line, r->column.header, error);
        v->left = r->column.header;
        break;
    case ROW_TABLE_CELL: row.text = r->cell.spanned ? STR("") : r->cell.text; break;
    case ROW_DOCUMENT: return finish(v, error);
    default: return true;
    }
    return keep(v, row, error);
}

void verify_html_begin(struct verify_html *v, const struct article *article)
{
    v->article = article;
    v->count = 0;
}

void verify_html_release(struct verify_html *v)
{
    free(v->rows);
    v->rows = NULL;
}
