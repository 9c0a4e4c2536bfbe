#define _GNU_SOURCE  // memmem
#include "sink/verify_html.h"

#include "parse/html/page.h"
#include "sink/verify_lines.h"

#include <stdlib.h>

#define SEARCHED 64  // times the text that may be searched through for pieces out of order

// A text or the name of a picture.
struct piece {
    size_t start;  // in the text
    const struct html_node *node;
};

// The article's characters that are no white space, in the page's order.
struct text {
    char *p;
    char *covered;            // by a row
    size_t n, at, low;        // at: where rows go on; low: all before it are covered
    size_t header, header_n;  // where a table's header may begin, and its bytes at most
    size_t budget;            // bytes that may yet be searched
    struct piece *pieces;
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
    free(t->covered);
    free(t->pieces);
}

// Without memory t->p is NULL.
static void gather(struct text *t, const struct article *article)
{
    const struct html_node *document = article->tree->document;
    size_t bytes = 0, pieces = 0;
    for (const struct html_node *n = document->first; n; n = next(document, n)) bytes += text_of(n).n, pieces++;
    *t = (struct text){
        .p = malloc(bytes + 1), .covered = calloc(bytes + 1, 1), .pieces = malloc((pieces + 1) * sizeof *t->pieces)};
    for (const struct html_node *n = document->first; n && t->p && t->covered && t->pieces; n = next(document, n)) {
        struct str s = text_of(n);
        if (s.n) t->pieces[t->piece_count++] = (struct piece){t->n, n};
        for (size_t i = 0, space; i < s.n; i += space ? space : 1)
            if (!(space = str_space_first(str_slice(s, i, s.n)))) t->p[t->n++] = s.p[i];
    }
    t->budget = SEARCHED * t->n + 65536;
}

// ---- matching

static void cover(struct text *t)
{
    t->covered[t->at++] = 1;
    while (t->low < t->n && t->covered[t->low]) t->low++;
}

// Copies the next characters of s that are no white space; word: up to the next white space alone.
static size_t key_of(struct str s, char *key, size_t most, bool word)
{
    size_t n = 0;
    for (size_t i = 0, space; i < s.n && n < most; i += space ? space : 1) {
        space = str_space_first(str_slice(s, i, s.n));
        if (space && word && n) break;
        if (!space) key[n++] = s.p[i];
    }
    return n;
}

// The next place of the key from byte `from` to before byte `to` that no row covers, or one does; SIZE_MAX: none.
static size_t find(struct text *t, const char *key, size_t n, size_t from, size_t to, bool covered)
{
    while (n && from < to && t->budget > t->n) {
        const char *found = memmem(t->p + from, to - from, key, n);
        t->budget -= found ? (size_t)(found - t->p) - from : to - from;
        if (!found) break;
        from = (size_t)(found - t->p);
        if (!memchr(t->covered + from, covered ? 0 : 1, n)) return from;
        from++;
    }
    return SIZE_MAX;
}

// Where the text goes on with s: here, or elsewhere. SIZE_MAX: nowhere.
static size_t look_for(struct text *t, struct str s)
{
    static const size_t lengths[] = {32, 8, 3, 1};
    char key[32];
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        size_t n = key_of(s, key, lengths[i], false);
        if (t->n - t->at >= n && memcmp(t->p + t->at, key, n) == 0) return t->at;
        size_t at = find(t, key, n, t->low, t->n, false);
        if (at != SIZE_MAX) return at;
    }
    return SIZE_MAX;
}

// Bytes of s up to the end of its next word; *n: of the key so far, which that word goes to. 0: there is none, or no
// room.
static size_t add_word(struct str s, char *key, size_t room, size_t *n)
{
    size_t i = 0, space;
    while (i < s.n && (space = str_space_first(str_slice(s, i, s.n)))) i += space;
    if (i == s.n) return 0;
    for (; i < s.n && !str_space_first(str_slice(s, i, s.n)); i++) {
        if (*n == room) return 0;
        key[(*n)++] = s.p[i];
    }
    return i;
}

// In the header that is here, or in one that the rows have come back to.
static size_t find_in_header(struct text *t, const char *key, size_t n, bool covered)
{
    size_t end = t->n - t->header < t->header_n ? t->n : t->header + t->header_n;
    size_t at = find(t, key, n, t->header, end, covered);
    end = t->n - t->low < t->header_n ? t->n : t->low + t->header_n;
    return at == SIZE_MAX ? find(t, key, n, covered ? 0 : t->low, end, covered) : at;
}

// The row's text, white space aside. The rest where it is not found.
static struct str expect(struct text *t, struct str text)
{
    bool begins = true;  // a piece: what happens to stand here may be another's
    for (size_t space; text.n;) {
        if ((space = str_space_first(text))) {
            text = str_slice(text, space, text.n);
        } else if (t->at < t->n && t->covered[t->at]) {
            t->at++;
        } else if (!begins && t->at < t->n && t->p[t->at] == text.p[0]) {
            cover(t);
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

// A header's text is cells of the header rows above each other; what is above several columns is in each. The rest
// where it is not found.
static struct str expect_header(struct text *t, struct str text)
{
    enum { WORDS = 64 };
    for (text = str_trim(text); text.n;) {
        char key[512];
        size_t ends[WORDS], bytes[WORDS], words = 0, n = 0, at = 0, found = SIZE_MAX;
        for (size_t end; words < WORDS && (end = add_word(str_slice(text, at, text.n), key, sizeof key, &n));) {
            at += end;
            ends[words] = at;
            bytes[words++] = n;
        }
        while (words && found == SIZE_MAX && find_in_header(t, key, bytes[words - 1], true) == SIZE_MAX) {
            found = find_in_header(t, key, bytes[words - 1], false);
            words -= found == SIZE_MAX;
        }
        if (!words) return expect(t, text);  // longer than a key
        size_t own = find_in_header(t, key, bytes[words - 1], false);
        // what stands elsewhere, too, is this header's where that begins with fewer of its words
        for (size_t fewer = words; own == SIZE_MAX && --fewer;)
            if (t->n - t->low >= bytes[fewer - 1] && memcmp(t->p + t->low, key, bytes[fewer - 1]) == 0)
                own = t->low, words = fewer;
        if (own != SIZE_MAX) {
            t->at = own;
            for (size_t i = 0; i < bytes[words - 1]; i++) cover(t);
        }
        text = str_trim(str_slice(text, ends[words - 1], text.n));
    }
    return text;
}

// What is left of a label's colon.
static void skip_colon(struct text *t, struct str text)
{
    static const struct str colons[] = {{":", 1}, {"\xEF\xBC\x9A", 3}};
    while (t->at < t->n && t->covered[t->at]) t->at++;
    for (size_t i = 0; i < 2; i++) {
        size_t n = colons[i].n;
        struct str rest = {t->p + t->at, t->n - t->at};
        bool another = rest.n > n && str_starts(str_slice(rest, n, rest.n), colons[i]);
        if (!str_starts(rest, colons[i]) || (str_starts(text, colons[i]) && !another)) continue;
        while (n--) cover(t);
        return;
    }
}

// ---- rows

static uint32_t line_at(const struct article *article, const struct text *t, size_t at)
{
    size_t piece = 0;
    while (piece + 1 < t->piece_count && t->pieces[piece + 1].start <= at) piece++;
    uint32_t line = article->first_line;
    for (size_t i = 0; t->piece_count && i < t->pieces[piece].node->offset && i < article->text.n; i++)
        line += article->text.p[i] == '\n';
    return line;
}

static bool differs(const struct article *article, const struct text *t, struct str wanted, struct error *error)
{
    return verify_differs(article, (struct str){t->p + t->low, t->n - t->low}, line_at(article, t, t->low), wanted,
                          error);
}

// Where the header begins whose first text this is: where rows go on or, behind a caption that stands below its table,
// at what they have not had.
static size_t header_of(const struct text *t, struct str text)
{
    char key[32];
    size_t n = key_of(text, key, sizeof key, true);
    return n && t->n - t->low >= n && memcmp(t->p + t->low, key, n) == 0 ? t->low : t->at;
}

static size_t header_bytes(const struct verify_html *v, size_t row)
{
    size_t bytes = 0;
    for (; row < v->count && v->rows[row].repeats; row++) bytes += v->rows[row].text.n;
    return bytes;
}

static bool compare(const struct verify_html *v, struct text *t, struct error *error)
{
    for (size_t i = 0; i < v->count; i++) {
        const struct verify_html_row *row = &v->rows[i];
        if (row->repeats && (!i || !row[-1].repeats))
            t->header = header_of(t, row->text), t->header_n = header_bytes(v, i);
        struct str missing = expect(t, row->label);
        if (row->label.n) skip_colon(t, row->text);
        if (!missing.n) missing = row->repeats ? expect_header(t, row->text) : expect(t, row->text);
        if (missing.n) return differs(v->article, t, missing, error);
    }
    return t->low == t->n || differs(v->article, t, STR(""), error);
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
    bool gathered = text.p && text.covered && text.pieces;
    bool ok = gathered ? compare(v, &text, error) : error_set(error, ERROR_MEMORY, "out of memory");
    release(&text);
    return ok;
}

bool verify_html_add(struct verify_html *v, const struct row *r, struct error *error)
{
    struct verify_html_row row = {.label = STR_NULL, .repeats = r->table == ROW_TABLE_COLUMN};
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
    case ROW_TABLE_COLUMN: row.text = r->column.header; break;
    case ROW_TABLE_CELL: row.text = r->cell.spanned ? STR("") : r->cell.text; break;
    case ROW_DOCUMENT: return finish(v, error);
    default: return true;
    }
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
