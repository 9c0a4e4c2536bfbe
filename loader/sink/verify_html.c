#define _GNU_SOURCE  // memmem
#include "sink/verify_html.h"

#include "parse/html/page.h"
#include "sink/verify_lines.h"

#include <stdlib.h>

#define SEARCHED 64  // times the text that may be searched through for pieces out of order
#define BY_ROW   1   // of a header: any greater, so that two that lie near each other differ

// A text or the name of a picture.
struct piece {
    size_t start;   // in the text
    uint32_t line;  // the last one that it or a piece before it begins on
    const struct html_node *cell;
};

// The article's characters that are no white space, in the page's order.
struct text {
    char *p;
    uint8_t *covered;         // by a row: BY_ROW, or the mark of the header that it is in
    uint8_t mark, last;       // of what is covered now; of the last header
    size_t n, at, low;        // at: where rows go on; low: all before it are covered
    size_t header, header_n;  // where a table's header may begin, and its bytes at most
    size_t hint;              // the row does not begin before
    size_t budget;            // bytes that may yet be searched
    struct piece *pieces;     // that have text
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

static const struct html_node *cell_of(const struct html_node *n)
{
    while (n && n->element != ELEMENT_TD && n->element != ELEMENT_TH) n = n->parent;
    return n;
}

static void add_piece(struct text *t, const struct html_node *node, struct str s, uint32_t line)
{
    size_t start = t->n;
    for (size_t i = 0, space; i < s.n; i += space ? space : 1)
        if (!(space = str_space_first(str_slice(s, i, s.n)))) t->p[t->n++] = s.p[i];
    if (t->n == start) return;
    t->pieces[t->piece_count++] = (struct piece){start, line, cell_of(node)};
}

// Without memory t->p, t->covered or t->pieces is NULL.
static void gather(struct text *t, const struct article *article)
{
    const struct html_node *document = article->tree->document;
    size_t bytes = 0, pieces = 0, at = 0;
    for (const struct html_node *n = document->first; n; n = next(document, n)) bytes += text_of(n).n, pieces++;
    *t = (struct text){.p = malloc(bytes + 1),
                       .covered = calloc(bytes + 1, 1),
                       .pieces = malloc((pieces + 1) * sizeof *t->pieces),
                       .last = BY_ROW};
    uint32_t line = article->first_line;
    for (const struct html_node *n = document->first; n && t->p && t->covered && t->pieces; n = next(document, n)) {
        for (; at < n->offset && at < article->text.n; at++) line += article->text.p[at] == '\n';
        if (text_of(n).n) add_piece(t, n, text_of(n), line);
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

static void cover(struct text *t)
{
    t->covered[t->at++] = t->mark;
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

static bool is_all(const uint8_t *marks, size_t n, uint8_t mark)
{
    while (n && marks[n - 1] == mark) n--;
    return !n;
}

// The next place of the key from byte `from` to before byte `to` that no row covers, or this header does; SIZE_MAX:
// none.
static size_t find(struct text *t, const char *key, size_t n, size_t from, size_t to)
{
    while (n && from < to && t->budget > t->n) {
        const char *found = memmem(t->p + from, to - from, key, n);
        t->budget -= found ? (size_t)(found - t->p) - from : to - from;
        if (!found) break;
        from = (size_t)(found - t->p);
        if (is_all(t->covered + from, n, 0)) return from;
        from++;
    }
    return SIZE_MAX;
}

// Where the text goes on with s: here, behind the row's line, or elsewhere. SIZE_MAX: nowhere.
static size_t look_for(struct text *t, struct str s)
{
    static const size_t lengths[] = {32, 8, 3, 1};
    char key[32];
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        size_t n = key_of(s, key, lengths[i], false);
        if (t->n - t->at >= n && memcmp(t->p + t->at, key, n) == 0) return t->at;
        size_t at = find(t, key, n, t->low > t->hint ? t->low : t->hint, t->n);
        if (at == SIZE_MAX) at = find(t, key, n, t->low, t->n);
        if (at != SIZE_MAX) return at;
    }
    return SIZE_MAX;
}

// Bytes of s that are the n characters at p, white space aside, in whole words; 0: it does not begin with them.
static size_t words_of(struct text *t, struct str s, const char *p, size_t n)
{
    size_t i = 0, same = 0, space;
    for (; i < s.n && same < n; i += space ? space : 1) {
        space = str_space_first(str_slice(s, i, s.n));
        if (!space && s.p[i] != p[same++]) break;
    }
    t->budget -= same < t->budget ? same : t->budget;
    return i && same == n && (i == s.n || str_space_first(str_slice(s, i, s.n))) ? i : 0;
}

// A cell that a header begins with: characters of it, 0 for none, and where they lie; bytes of the header.
struct found {
    size_t n, at, bytes;
    bool covered;  // this header has said it before: it is above several columns
};

// Whether this header has said a cell of the same row.
static bool is_in_header(struct text *t, size_t piece)
{
    const struct html_node *row = t->pieces[piece].cell ? t->pieces[piece].cell->parent : NULL;
    for (int way = -1; way <= 1 && row; way += 2)
        for (size_t i = piece + (size_t)way; i < t->piece_count && t->budget; i += (size_t)way, t->budget--) {
            if (!t->pieces[i].cell || t->pieces[i].cell->parent != row) break;
            if (t->covered[t->pieces[i].start] == t->mark) return true;
        }
    return false;
}

// Of the cell, or what stands between two, that begins with a piece; *end: the piece behind it.
static size_t cell_bytes(const struct text *t, size_t piece, size_t *end)
{
    for (*end = piece + 1; *end < t->piece_count && t->pieces[*end].cell == t->pieces[piece].cell;) ++*end;
    return (*end < t->piece_count ? t->pieces[*end].start : t->n) - t->pieces[piece].start;
}

// Looks through the cells from byte `from` to before byte `to` for a longer one that s begins with; of equal ones, for
// one that no row covers, where it stands in the header.
static void find_cells(struct text *t, struct str s, size_t from, size_t to, struct found *best)
{
    for (size_t i = piece_at(t, from), end; i < t->piece_count && t->pieces[i].start < to && t->budget; i = end) {
        size_t at = t->pieces[i].start, n = cell_bytes(t, i, &end);
        t->budget--;
        size_t bytes = n < best->n || n > s.n ? 0 : words_of(t, s, t->p + at, n);
        if (!bytes) continue;
        bool more = n > best->n, covered = is_all(t->covered + at, n, t->mark);
        if (covered ? more : is_all(t->covered + at, n, 0) && (more || (best->covered && is_in_header(t, i))))
            *best = (struct found){n, at, bytes, covered};
    }
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

// A header's text is cells of the header rows above each other; what is above several columns is in each. They stand in
// the header that is here, or in one that the rows have come back to. The rest where one is not found.
static struct str expect_header(struct text *t, struct str text)
{
    size_t above = 0;  // the cell below stands behind it
    for (text = str_trim(text); text.n;) {
        struct found found = {0};
        size_t from = above > t->header ? above : t->header, to = t->header + t->header_n;
        find_cells(t, text, from, to, &found);
        if (!found.n) find_cells(t, text, above, t->low + t->header_n, &found);
        if (!found.n) find_cells(t, text, 0, t->low + t->header_n, &found);
        if (!found.n) return expect(t, text);
        if (!found.covered) {
            t->at = found.at;
            for (size_t i = 0; i < found.n; i++) cover(t);
        }
        above = found.at + 1;
        text = str_trim(str_slice(text, found.bytes, text.n));
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
    size_t behind = piece_at(t, at + 1);
    return behind ? t->pieces[behind - 1].line : article->first_line;
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

static void begin_header(struct text *t, struct str text, size_t bytes)
{
    t->header = header_of(t, text);
    t->header_n = bytes;
    t->last = t->last < UINT8_MAX ? t->last + 1 : BY_ROW + 1;
}

static size_t header_bytes(const struct verify_html *v, size_t row)
{
    size_t bytes = 0;
    do bytes += v->rows[row++].text.n;
    while (row < v->count && v->rows[row].repeats && !v->rows[row].begins);
    return bytes;
}

static bool is_head(const struct html_node *cell)
{
    return cell && (cell->element == ELEMENT_TH || cell->parent->parent->element == ELEMENT_THEAD);
}

// Two cells of a header that say the same: the one that columns took for the other.
static void cover_twins(struct text *t)
{
    for (size_t i = 0, end, other; i < t->piece_count && t->low < t->n; i = end) {
        size_t start = t->pieces[i].start, n = cell_bytes(t, i, &end);
        if (!is_head(t->pieces[i].cell) || !is_all(t->covered + start, n, 0)) continue;
        for (size_t k = 0; k < t->piece_count && t->budget; k = other, t->budget--) {
            size_t twin = t->pieces[k].start;
            if (cell_bytes(t, k, &other) != n || t->covered[twin] <= BY_ROW) continue;
            if (memcmp(t->p + twin, t->p + start, n) != 0) continue;
            for (t->at = start; t->at < start + n;) cover(t);
            break;
        }
    }
}

static bool compare(const struct verify_html *v, struct text *t, struct error *error)
{
    for (size_t i = 0; i < v->count; i++) {
        const struct verify_html_row *row = &v->rows[i];
        if (row->begins) begin_header(t, row->text, header_bytes(v, i));
        t->hint = line_start(t, row->line);
        t->mark = row->repeats ? t->last : BY_ROW;
        struct str missing = expect(t, row->label);
        if (row->label.n) skip_colon(t, row->text);
        if (!missing.n) missing = row->repeats ? expect_header(t, row->text) : expect(t, row->text);
        if (missing.n) return differs(v->article, t, missing, error);
    }
    cover_twins(t);
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
    struct verify_html_row row = {.label = STR_NULL, .line = r->line, .repeats = r->table == ROW_TABLE_COLUMN};
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
        row.text = r->column.header;
        row.begins = r->column.column_no == 1;
        break;
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
