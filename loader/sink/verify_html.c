#define _GNU_SOURCE  // memmem
#include "sink/verify_html.h"

#include "parse/html/page.h"
#include "sink/verify_lines.h"

#include <stdlib.h>

#define SEARCHED 64  // times the text that may be searched through for pieces out of order

// What a byte is; optional ones are what pictures are called, the first and the others of each.
enum { MUST, COVERED, OPTIONAL, OPTIONAL_MORE };

struct piece {
    size_t start;  // in the text
    const struct html_node *node;
};

// The article's characters that are no white space, in the page's order.
struct verify_html_text {
    char *p, *state;
    size_t n, at, low;  // at: where rows go on; low: all before it are covered
    size_t budget;
    struct piece *pieces;
    size_t piece_count;
};

static bool is_alt(const struct html_node *n)
{
    return n->element == ELEMENT_IMG && n->type == HTML_NODE_ELEMENT;
}

static struct str text_of(const struct html_node *n)
{
    if (n->namespace == HTML_NS_SVG) return STR("");
    return n->type == HTML_NODE_TEXT ? n->text : is_alt(n) ? html_node_attribute(n, "alt") : STR("");
}

static const struct html_node *next(const struct html_node *document, const struct html_node *n)
{
    return html_node_next(document, n, n->left != HTML_LEFT_NOT || n->namespace == HTML_NS_SVG);
}

static void add(struct verify_html_text *t, const struct html_node *node)
{
    struct str s = text_of(node);
    char state = is_alt(node) ? OPTIONAL : MUST;
    t->pieces[t->piece_count++] = (struct piece){t->n, node};
    for (size_t i = 0, space; i < s.n; i += space ? space : 1) {
        space = str_space_first(str_slice(s, i, s.n));
        if (space) continue;
        t->state[t->n] = state;
        t->p[t->n++] = s.p[i];
        if (state == OPTIONAL) state = OPTIONAL_MORE;
    }
}

static void free_text(struct verify_html_text *t)
{
    if (!t) return;
    free(t->p);
    free(t->state);
    free(t->pieces);
    free(t);
}

static struct verify_html_text *gather(const struct article *article)
{
    const struct html_node *document = article->page->tree.document;
    size_t bytes = 0, pieces = 0;
    for (const struct html_node *n = document->first; n; n = next(document, n))
        if (!n->left && text_of(n).n) bytes += text_of(n).n, pieces++;
    struct verify_html_text *t = calloc(1, sizeof *t);
    if (!t) return NULL;
    t->p = malloc(bytes + 1);
    t->state = malloc(bytes + 1);
    t->pieces = malloc((pieces + 1) * sizeof *t->pieces);
    if (!t->p || !t->state || !t->pieces) {
        free_text(t);
        return NULL;
    }
    for (const struct html_node *n = document->first; n; n = next(document, n))
        if (!n->left && text_of(n).n) add(t, n);
    t->budget = SEARCHED * t->n + 65536;
    return t;
}

// ---- matching

static void cover(struct verify_html_text *t)
{
    t->state[t->at++] = COVERED;
    while (t->low < t->n && t->state[t->low] == COVERED) t->low++;
}

// Copies the next characters of s that are no white space; words: up to the next white space alone.
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

// Bytes of the optional piece at `at`.
static size_t optional_bytes(const struct verify_html_text *t, size_t at)
{
    size_t n = 1;
    while (at + n < t->n && t->state[at + n] == OPTIONAL_MORE) n++;
    return n;
}

// Bytes of s that are the optional piece at `at`; 0: it doesn't begin with it.
static size_t holds(const struct verify_html_text *t, size_t at, struct str s)
{
    size_t i = 0, n = optional_bytes(t, at);
    for (size_t k = 0; k < n; i++) {
        for (size_t space; i < s.n && (space = str_space_first(str_slice(s, i, s.n)));) i += space;
        if (i == s.n || s.p[i] != t->p[at + k++]) return 0;
    }
    return i;
}

// Where a piece goes on that stands elsewhere; covered: it may be in another row, too. SIZE_MAX: nowhere.
static size_t look_for(struct verify_html_text *t, struct str s, bool covered)
{
    static const size_t lengths[] = {32, 8, 3, 1};
    char key[32];
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        size_t n = key_of(s, key, lengths[i], covered), from = covered ? 0 : t->low;
        while (n && t->budget > t->n) {
            const char *found = from < t->n ? memmem(t->p + from, t->n - from, key, n) : NULL;
            t->budget -= found ? (size_t)(found - t->p) - from : t->n - from;
            if (!found) break;
            size_t at = (size_t)(found - t->p);
            if (covered || t->state[at] == MUST || (t->state[at] == OPTIONAL && holds(t, at, s))) return at;
            from = at + 1;
        }
        if (covered) break;
    }
    return SIZE_MAX;
}

// Takes what a picture is called, where the row has it here: bytes of s.
static size_t take_optional(struct verify_html_text *t, struct str s)
{
    size_t n = optional_bytes(t, t->at), bytes = holds(t, t->at, s);
    if (!bytes) t->at += n;
    else
        while (n--) cover(t);
    return bytes;
}

// The row's text, white space aside. repeats: parts of it may be in other rows, too.
static bool expect(struct verify_html_text *t, struct str text, bool repeats)
{
    for (size_t space; text.n;) {
        if ((space = str_space_first(text))) {
            text = str_slice(text, space, text.n);
        } else if (t->at < t->n && t->state[t->at] == COVERED) {
            t->at++;
        } else if (t->at < t->n && t->state[t->at] == OPTIONAL) {
            text = str_slice(text, take_optional(t, text), text.n);
        } else if (t->at < t->n && t->state[t->at] == MUST && t->p[t->at] == text.p[0]) {
            cover(t);
            text = str_slice(text, 1, text.n);
        } else {
            size_t at = look_for(t, text, false);
            if (at != SIZE_MAX) {
                t->at = at;
                continue;
            }
            if (!repeats || look_for(t, text, true) == SIZE_MAX) return false;
            while (text.n && !str_space_first(text)) text = str_slice(text, 1, text.n);
        }
    }
    return true;
}

// What is left of a label's colon.
static void skip_colon(struct verify_html_text *t, struct str text)
{
    static const struct str colons[] = {{":", 1}, {"\xEF\xBC\x9A", 3}};
    for (size_t i = 0; i < 2; i++) {
        size_t n = colons[i].n;
        if (str_starts(text, colons[i]) || t->n - t->at < n || memcmp(t->p + t->at, colons[i].p, n) != 0) continue;
        while (n--) cover(t);
        return;
    }
}

// ---- rows

static uint32_t line_at(const struct verify_html *v, size_t at)
{
    const struct verify_html_text *t = v->text;
    size_t piece = 0;
    while (piece + 1 < t->piece_count && t->pieces[piece + 1].start <= at) piece++;
    uint32_t line = v->article->first_line;
    for (size_t i = 0; t->piece_count && i < t->pieces[piece].node->offset && i < v->article->text.n; i++)
        line += v->article->text.p[i] == '\n';
    return line;
}

static bool differs(const struct verify_html *v, struct str wanted, struct error *error)
{
    const struct verify_html_text *t = v->text;
    size_t at = t->low < t->n ? t->low : t->n;
    return verify_differs(v->article, (struct str){t->p + at, t->n - at}, line_at(v, at), wanted, error);
}

static bool finish(struct verify_html *v, struct error *error)
{
    struct verify_html_text *t = v->text;
    for (; t->low < t->n && t->state[t->low] != MUST; t->low++) continue;
    return t->low == t->n || differs(v, STR(""), error);
}

static void count_left(void *context, const struct html_left_piece *piece)
{
    *(size_t *)context += piece->characters;
}

bool verify_html_row(struct verify_html *v, const struct row *r, struct error *error)
{
    struct str label = STR_NULL, text;
    if (!v->text && !(v->text = gather(v->article))) return error_set(error, ERROR_MEMORY, "out of memory");
    switch (r->table) {
    case ROW_SECTION: text = r->section.heading; break;
    case ROW_PARAGRAPH: text = r->paragraph.text; break;
    case ROW_BULLET:
        label = r->bullet.label;
        text = r->bullet.text;
        break;
    case ROW_TABLE_COLUMN: text = r->column.header; break;
    case ROW_TABLE_CELL: text = r->cell.spanned ? STR("") : r->cell.text; break;
    case ROW_DOCUMENT: html_left_out(v->article, count_left, &v->left_out); return finish(v, error);
    default: return true;
    }
    if (label.p && !expect(v->text, label, false)) return differs(v, label, error);
    if (label.p) skip_colon(v->text, text);
    return expect(v->text, text, r->table == ROW_TABLE_COLUMN) || differs(v, text, error);
}

void verify_html_begin(struct verify_html *v, const struct article *article)
{
    free_text(v->text);
    v->text = NULL;
    v->article = article;
}

void verify_html_release(struct verify_html *v)
{
    free_text(v->text);
    v->text = NULL;
}
