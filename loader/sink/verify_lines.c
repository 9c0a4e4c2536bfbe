#include "sink/verify_lines.h"

#include "base/utf8.h"
#include "sink/verify_marks.h"
#include "sink/verify_refs.h"

#include <stdlib.h>

// A place in the article's text.
struct place {
    size_t at;
    uint32_t line;
};

struct check {
    struct verify_pieces *v;
    struct str text;
    struct place place;
    size_t end;               // of the lines that are looked at
    uint32_t first, last;     // their numbers
    size_t piece, piece_end;  // the pieces that claim them
    struct verify_refs refs;
    struct str wanted;  // what was looked for when the text differed
};

static struct str rest(const struct check *c)
{
    return str_slice(c->text, c->place.at, c->end);
}

static void skip(struct check *c, size_t n)
{
    for (; n; n--) c->place.line += c->text.p[c->place.at++] == '\n';
}

// References that have been met since are not met yet.
static void go_back(struct check *c, struct place place)
{
    c->place = place;
    for (size_t i = 0; i < c->v->link_count; i++)
        if (c->v->links[i].used > place.at) c->v->links[i].used = 0;
}

static void skip_space(struct check *c)
{
    for (size_t n; (n = str_space_first(rest(c)));) skip(c, n);
}

// The line at a place, without its end.
static struct str line_at(const struct check *c, size_t at)
{
    const char *lf = at < c->text.n ? memchr(c->text.p + at, '\n', c->text.n - at) : NULL;
    return str_slice(c->text, at, lf ? (size_t)(lf - c->text.p) : c->text.n);
}

bool verify_differs(const struct article *article, struct str found, uint32_t line, struct str wanted,
                    struct error *error)
{
    const char *lf = memchr(found.p, '\n', found.n);
    if (lf) found.n = (size_t)(lf - found.p);
    found = utf8_prefix(found, 24);
    wanted = utf8_prefix(wanted, 24);
    error_set(error, ERROR_ARTICLE,
              "the text goes on with \"%.*s\" where its rows have \"%.*s\": please report this article", STR_ARG(found),
              STR_ARG(wanted));
    return error_at(error, article->source, line);
}

// White space aside, a begins with b: an address may be broken over lines.
static bool begins_with(struct str a, struct str b)
{
    for (size_t n; b.n;) {
        if ((n = str_space_first(b))) b = str_slice(b, n, b.n);
        else if ((n = str_space_first(a))) a = str_slice(a, n, a.n);
        else if (!a.n || a.p[0] != b.p[0]) return false;
        else a = str_slice(a, 1, a.n), b = str_slice(b, 1, b.n);
    }
    return true;
}

// Bytes of the reference that is here: [12] or [https://…], where a link row of these lines has its address and the
// row's text does not go on with it.
static size_t reference_here(struct check *c, struct str text)
{
    struct str s = rest(c);
    const char *close = s.n && s.p[0] == '[' ? memchr(s.p, ']', s.n) : NULL;
    if (!close) return 0;
    struct str in = str_slice(s, 1, (size_t)(close - s.p)), url = verify_refs_url(&c->refs, in);
    if (begins_with(text, str_slice(s, 0, in.n + 2))) return 0;
    for (size_t i = 0; url.n && i < c->v->link_count; i++) {
        struct verify_link *l = &c->v->links[i];
        if (l->used || l->line < c->first || l->line > c->last ||
            !(begins_with(l->url, url) && begins_with(url, l->url)))
            continue;
        l->used = c->place.at + 1;
        return in.n + 2;
    }
    return 0;
}

// In order -----------------------------------------------------------------------------------------------------------

// Bytes that are not compared: white space, and in cells bars and the backslashes that may stand before them.
static size_t ignored(struct str s, bool cell)
{
    size_t n = str_space_first(s);
    if (n || !cell) return n;
    return str_starts(s, STR("\\")) ? 1 : verify_bar_first(s);
}

static bool differs(struct check *c, struct str wanted)
{
    c->wanted = wanted;
    return false;
}

// Bytes of a border that is here: the rest of the line where all of it is one.
static size_t border_here(const struct check *c)
{
    size_t start = c->place.at;
    while (start && c->text.p[start - 1] != '\n') start--;
    struct str line = line_at(c, start);
    bool all = c->place.at < c->end && verify_is_border(line, false);
    return all ? start + line.n - c->place.at : verify_border_first(rest(c), false);
}

// An item without text stands in the middle of another's lines: bytes of its mark.
static size_t empty_item_here(const struct check *c)
{
    size_t start = c->place.at;
    while (start && c->text.p[start - 1] != '\n') start--;
    struct str line = line_at(c, start);
    bool begins = !str_trim(str_slice(c->text, start, c->place.at)).n;
    return begins && verify_is_mark_alone(line) ? start + line.n - c->place.at : 0;
}

// Bytes of a quote's mark that is here: nothing but such marks stands before it on its line, and no word right behind
// it.
static size_t quote_mark_here(const struct check *c)
{
    size_t start = c->place.at;
    while (start && (c->text.p[start - 1] == '>' || c->text.p[start - 1] == ' ')) start--;
    struct str r = rest(c);
    bool begins = !start || c->text.p[start - 1] == '\n';
    return begins && str_starts(r, STR(">")) && (r.n == 1 || str_space_first(str_slice(r, 1, r.n))) ? 1 : 0;
}

// The character that s begins with.
static struct str first_of(struct str s)
{
    size_t n;
    utf8_decode(s, &n);
    return str_slice(s, 0, n);
}

// What may stand before the row's text, or within it.
static size_t skipped_here(struct check *c, struct str text, enum verify_piece_kind kind)
{
    struct str r = rest(c);
    size_t n = ignored(r, kind == VERIFY_CELL);
    if (!n) n = reference_here(c, text);
    if (n || !r.n || str_starts(r, first_of(text))) return n;
    if (kind == VERIFY_ITEM) return empty_item_here(c);
    if (kind == VERIFY_QUOTE) return quote_mark_here(c);
    return kind == VERIFY_CELL ? border_here(c) : 0;
}

// The row's text, white space aside, must come next.
static bool expect(struct check *c, struct str text, enum verify_piece_kind kind)
{
    for (size_t n; text.n;) {
        if ((n = ignored(text, kind == VERIFY_CELL))) {
            text = str_slice(text, n, text.n);
            continue;
        }
        while ((n = skipped_here(c, text, kind))) skip(c, n);
        struct str character = first_of(text);
        if (!str_starts(rest(c), character)) return differs(c, text);
        skip(c, character.n);
        text = str_slice(text, character.n, text.n);
    }
    return true;
}

// The mark of an item. One that is a number is the item's.
static bool skip_mark(struct check *c, const struct verify_piece *p)
{
    int32_t value;
    skip_space(c);
    size_t n = verify_mark(rest(c), &value);
    bool numbered = value == VERIFY_NUMBER ? p->ordinal >= 0 : value == p->ordinal;
    if (!n || (value != VERIFY_SIGN && !numbered)) return false;
    skip(c, n);
    return true;
}

// Behind a label, and the reference that may belong to it, unless the text begins with that.
static void skip_colon(struct check *c, struct str text)
{
    for (size_t n; (n = str_space_first(rest(c))) || (n = reference_here(c, text));) skip(c, n);
    struct str wide = STR("：");
    size_t n = str_starts(rest(c), STR(":")) ? 1 : str_starts(rest(c), wide) ? wide.n : 0;
    struct place before = c->place;
    skip(c, n);
    if (!n || !str_starts(text, STR(":"))) return;
    skip_space(c);
    if (!str_starts(rest(c), STR(":"))) c->place = before;  // it was the text's
}

// What stands before a heading's text: # Title
static bool skip_hashes(struct check *c)
{
    skip_space(c);
    size_t start = c->place.at;
    while (str_starts(rest(c), STR("#"))) skip(c, 1);
    return c->place.at > start;
}

// Items that were left empty make no row.
static void skip_empty_items(struct check *c, struct str next)
{
    for (skip_space(c); rest(c).n; skip_space(c)) {
        struct str line = line_at(c, c->place.at);
        int32_t value;
        if (c->place.at + line.n >= c->end || !verify_is_mark_alone(line) || verify_mark(next, &value)) return;
        // the mark of the next item may stand alone on its line, too
        struct place before = c->place;
        skip(c, line.n);
        skip_space(c);
        if (!verify_mark(rest(c), &value)) {
            c->place = before;
            return;
        }
    }
}

static bool expect_text(struct check *c, const struct verify_piece *p)
{
    if (p->label.p) {
        if (!expect(c, p->label, VERIFY_TEXT)) return false;
        skip_colon(c, p->text);
    }
    return expect(c, p->text, p->kind);
}

static bool expect_piece(struct check *c, const struct verify_piece *p)
{
    if (p->kind == VERIFY_ITEM) skip_empty_items(c, p->label.p ? p->label : p->text);
    struct place start = c->place;
    bool may_have_mark = p->kind == VERIFY_ITEM || p->kind == VERIFY_LEFTOVER;
    bool marked = p->kind == VERIFY_HEADING ? skip_hashes(c) : may_have_mark && skip_mark(c, p);
    if (!marked) {
        c->place = start;
        return expect_text(c, p);
    }
    if (expect_text(c, p)) return true;
    // or the text has it
    struct place difference = c->place;
    struct str wanted = c->wanted;
    go_back(c, start);
    if (expect_text(c, p)) return true;
    if (difference.at <= c->place.at) return false;
    c->place = difference;
    return differs(c, wanted);
}

// What may stand behind the last piece on its lines.
static void skip_rest(struct check *c, enum verify_piece_kind kind)
{
    for (size_t n; (n = str_space_first(rest(c))) || (n = reference_here(c, STR(""))) ||
                   (kind == VERIFY_QUOTE && (n = quote_mark_here(c))) ||
                   (kind == VERIFY_CELL && ((n = ignored(rest(c), true)) || (n = border_here(c))));)
        skip(c, n);
    if (kind == VERIFY_HEADING) {
        while (str_starts(rest(c), STR("#"))) skip(c, 1);
        skip_space(c);
        struct str line = line_at(c, c->place.at);
        if (rest(c).n && verify_is_underline(line)) skip(c, line.n);
        skip_space(c);
    }
    if (kind == VERIFY_ITEM && verify_is_mark_alone(rest(c))) skip(c, rest(c).n);
}

static bool in_order(struct check *c)
{
    for (size_t i = c->piece; i < c->piece_end; i++)
        if (!expect_piece(c, &c->v->pieces[i])) return false;
    skip_rest(c, c->v->pieces[c->piece_end - 1].kind);
    return !rest(c).n || differs(c, STR(""));
}

// Counted -----------------------------------------------------------------------------------------------------------

static int by_value(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

// Bytes that are not counted; of cells, the lines that are drawn around them.
static size_t uncounted(struct str s, bool cells)
{
    size_t n = ignored(s, cells);
    return n || !cells ? n : verify_border_first(s, true);
}

static void add_characters(struct str s, bool cells, uint32_t *out, size_t *count)
{
    for (size_t i = 0, n; i < s.n; i += n)
        if (!(n = uncounted(str_slice(s, i, s.n), cells))) out[(*count)++] = utf8_decode(str_slice(s, i, s.n), &n);
}

// The text of the piece that has kept the reference that is here; empty for none.
static struct str kept_here(const struct check *c)
{
    struct str s = rest(c);
    const char *close = s.n && s.p[0] == '[' ? memchr(s.p, ']', s.n) : NULL;
    for (size_t i = c->piece; close && i < c->piece_end; i++)
        if (str_contains(c->v->pieces[i].text, str_slice(s, 0, (size_t)(close - s.p) + 1))) return s;
    return STR("");
}

// The characters of the lines, references aside.
static void add_lines(struct check *c, bool cells, uint32_t *out, size_t *count)
{
    while (rest(c).n) {
        size_t n = reference_here(c, kept_here(c));
        if (!n && !(n = uncounted(rest(c), cells))) out[(*count)++] = utf8_decode(rest(c), &n);
        skip(c, n);
    }
}

// Cells of several lines, and texts set in columns, stand side by side: each character must be in one of them as often
// as on the lines, borders and rules aside.
static bool counts_match(struct check *c)
{
    bool cells = false;
    size_t room = c->end - c->place.at, wanted = 0, found = 0;
    const struct verify_piece *pieces = c->v->pieces;
    for (size_t i = c->piece; i < c->piece_end; i++) room += pieces[i].text.n, cells |= pieces[i].kind == VERIFY_CELL;
    uint32_t *characters = malloc((2 * room + 1) * sizeof *characters);
    if (!characters) return differs(c, STR("more than there is memory for"));
    for (size_t i = c->piece; i < c->piece_end; i++) add_characters(pieces[i].text, cells, characters, &wanted);
    add_lines(c, cells, characters + room, &found);
    qsort(characters, wanted, sizeof *characters, by_value);
    qsort(characters + room, found, sizeof *characters, by_value);
    bool same = wanted == found && memcmp(characters, characters + room, found * sizeof *characters) == 0;
    free(characters);
    return same;
}

// Cells of several lines, and texts set in columns, which go back to lines that were read before.
static bool side_by_side(const struct check *c)
{
    const struct verify_piece *p = c->v->pieces;
    bool cells = true, texts = true, back = false;
    for (size_t i = c->piece; i < c->piece_end; i++) {
        cells = cells && p[i].kind == VERIFY_CELL;
        texts = texts && p[i].kind != VERIFY_QUOTE && p[i].kind != VERIFY_ITEM;
        back = back || (i > c->piece && p[i].line <= p[i - 1].line);
    }
    return cells || (texts && back);
}

// Lines that several pieces claim are looked at together

static void find_pieces(struct check *c)
{
    const struct verify_piece *p = c->v->pieces;
    size_t i = c->piece;
    c->first = p[i].line;
    c->last = p[i].line_end;
    for (i++; i < c->v->count && p[i].line >= c->first && p[i].line <= c->last; i++)
        if (p[i].line_end > c->last) c->last = p[i].line_end;
    c->piece_end = i;
}

static bool is_cell(const struct check *c, size_t piece)
{
    return piece < c->v->count && c->v->pieces[piece].kind == VERIFY_CELL;
}

// Marks without text, behind a quote.
static bool parts_quotes(const struct check *c, struct str line)
{
    size_t before = c->piece - 1;
    if (before >= c->v->count || c->v->pieces[before].kind != VERIFY_QUOTE) return false;
    for (size_t n; (n = str_starts(line, STR(">")) ? 1 : str_space_first(line));) line = str_slice(line, n, line.n);
    return !line.n;
}

// Up to a line: what no row claims must be nothing.
static bool skip_to(struct check *c, uint32_t line)
{
    while (c->place.line < line && c->place.at < c->text.n) {
        struct str s = line_at(c, c->place.at);
        bool nothing = verify_is_mark_alone(s) || parts_quotes(c, s) ||
                       ((is_cell(c, c->piece) || is_cell(c, c->piece - 1)) && verify_is_border(s, true));
        if (!nothing) return differs(c, STR(""));
        c->end = c->text.n;
        skip(c, s.n + (c->place.at + s.n < c->text.n));
    }
    return true;
}

static size_t end_of(const struct check *c, uint32_t last)
{
    size_t at = c->place.at;
    for (uint32_t line = c->place.line; line <= last && at < c->text.n; line++) at += line_at(c, at).n + 1;
    return at < c->text.n ? at : c->text.n;
}

static bool next_lines(struct check *c)
{
    find_pieces(c);
    if (c->first < c->place.line) return differs(c, c->v->pieces[c->piece].text);
    if (!skip_to(c, c->first)) return false;
    c->end = end_of(c, c->last);
    struct place start = c->place;
    if (!in_order(c)) {
        struct place difference = c->place;
        struct str wanted = c->wanted;
        go_back(c, start);
        if (c->first == c->last || !side_by_side(c) || !counts_match(c)) {
            c->place = difference;
            return differs(c, wanted);
        }
    }
    c->piece = c->piece_end;
    return true;
}

bool verify_lines(struct verify_pieces *v, const struct article *article, struct error *error)
{
    struct check c = {.v = v, .text = article->text, .place = {0, article->first_line}};
    bool ok = verify_refs_find(&c.refs, c.text) || error_set(error, ERROR_MEMORY, "out of memory");
    while (ok && c.piece < v->count) ok = next_lines(&c);
    c.end = c.text.n;
    ok = ok && skip_to(&c, UINT32_MAX);
    c.end = c.text.n;
    if (!ok) {
        skip_space(&c);
        verify_differs(article, rest(&c), c.place.line, c.wanted, error);
    }
    verify_refs_release(&c.refs);
    return ok;
}
