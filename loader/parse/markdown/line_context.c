#include "parse/markdown/line_context.h"
#include "parse/markdown/html_block.h"

#define CODE_INDENT 4

// ---- a line, from left to right

struct cursor {
    struct str s;
    size_t at, column;
    size_t indent;  // columns of blanks before it, behind the last mark
};

static void skip_blanks(struct cursor *l)
{
    size_t from = l->column;
    for (; l->at < l->s.n && (l->s.p[l->at] == ' ' || l->s.p[l->at] == '\t'); l->at++)
        l->column = l->s.p[l->at] == '\t' ? (l->column + 4) & ~(size_t)3 : l->column + 1;
    l->indent = l->column - from;
}

// The view's indent may be less than that of the line: some of it went.
static struct cursor cursor_begin(const struct line_view *v)
{
    struct cursor l = {.s = v->line};
    if (v->quotes) skip_blanks(&l);
    else l.at = v->body, l.column = l.indent = v->indent;
    return l;
}

static bool cursor_is_blank(const struct cursor *l)
{
    return l->at == l->s.n;
}

static struct str cursor_rest(const struct cursor *l)
{
    return str_slice(l->s, l->at, l->s.n);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t';
}

// ---- what begins there

// Bytes of the mark of a quote or an item without the blanks behind; 0 for none.
static size_t mark_bytes(const struct cursor *l)
{
    struct str s = cursor_rest(l);
    if (l->indent >= CODE_INDENT || !s.n) return 0;
    if (s.p[0] == '>') return 1;
    size_t n = 0;
    if (memchr("-+*", s.p[0], 3)) n = 1;
    else {
        while (n < s.n && n < 9 && s.p[n] >= '0' && s.p[n] <= '9') n++;
        if (!n || n == s.n || (s.p[n] != '.' && s.p[n] != ')')) return 0;
        n++;
    }
    return n == s.n || is_space(s.p[n]) ? n : 0;
}

// Steps over such a mark, and says what it opens.
static struct line_container take_mark(struct cursor *l, size_t bytes)
{
    struct line_container k = {.mark = l->s.p[l->at + bytes - 1], .before = (unsigned char)l->indent};
    size_t columns = l->indent + bytes, blanks = 1;
    l->at += bytes;
    l->column += bytes;
    skip_blanks(l);
    if (!cursor_is_blank(l)) {
        blanks = l->indent <= CODE_INDENT ? l->indent : 1;
        l->indent -= blanks;
    }
    k.columns = (unsigned char)(columns + blanks);
    return k;
}

// Three or more of the same of -_* and nothing else.
static bool is_break(struct str s)
{
    size_t marks = 0;
    if (!memchr("-_*", s.p[0], 3)) return false;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] != s.p[0] && !is_space(s.p[i])) return false;
        marks += s.p[i] == s.p[0];
    }
    return marks >= 3;
}

static bool is_underline(struct str s)
{
    size_t n = line_run(s, s.p[0]);
    while (n < s.n && s.p[n] == ' ') n++;
    return n == s.n && (s.p[0] == '=' || s.p[0] == '-');
}

static bool is_heading(struct str s)
{
    size_t n = line_run(s, '#');
    return n && n <= 6 && (n == s.n || is_space(s.p[n]));
}

static size_t fence_bytes(struct str s)
{
    if (s.p[0] != '~' && s.p[0] != '`') return 0;
    size_t n = line_run(s, s.p[0]);
    return n < 3 || (s.p[0] == '`' && memchr(s.p + n, '`', s.n - n)) ? 0 : n;
}

static bool closes_fence(const struct line_context *c, struct str s)
{
    size_t n = line_run(s, c->fence);
    bool long_enough = n >= c->fence_bytes;
    while (n < s.n && s.p[n] == ' ') n++;
    return long_enough && n == s.n;
}

// A delimiter row of a table, |---|:-:|. Its cells may have one dash: see markdown_widen.
static bool is_rule(struct str s)
{
    bool bar = s.p[0] == '|', any = false, dash = false;
    for (size_t i = bar; i < s.n; i++) {
        char c = s.p[i];
        if (c == '|') {
            if (!dash) return false;
            bar = true;
            any = dash = false;
        } else if (c == '-' || c == ':') {
            if (any && is_space(s.p[i - 1])) return false;
            any = true;
            dash = dash || c == '-';
        } else if (!is_space(c)) return false;
    }
    return bar && dash == any;
}

// ---- the containers

// How many of the open containers the line is in; the cursor goes behind their marks.
static int match(const struct line_context *c, struct cursor *l)
{
    int n = 0, quotes = 0;
    for (; n < c->depth; n++) {
        const struct line_container *k = &c->open[n];
        if (k->mark != '>') {
            if (l->indent < k->columns) break;
            l->indent -= k->columns;
            continue;
        }
        if (l->indent >= CODE_INDENT || cursor_is_blank(l) || l->s.p[l->at] != '>') break;
        quotes++;
        l->at++;
        l->column++;
        skip_blanks(l);
        if (l->indent) l->indent--;
    }
    if (!cursor_is_blank(l)) return n;
    // items go on
    if (quotes == c->quotes) return c->depth;
    while (c->open[n].mark != '>') n++;
    return n;
}

static void leave(struct line_context *c, int depth)
{
    while (c->depth > depth) c->quotes -= c->open[--c->depth].mark == '>';
}

static void enter(struct line_context *c, struct line_container k)
{
    c->open[c->depth++] = k;
    c->quotes += k.mark == '>';
}

bool line_context_goes_on(const struct line_context *c, const struct line_view *v)
{
    struct cursor l = cursor_begin(v);
    return (c->leaf == LINE_OF_FENCE || c->leaf == LINE_OF_HTML) && match(c, &l) == c->depth;
}

bool line_context_leaves_fence(const struct line_context *c, const struct line_view *v)
{
    struct cursor l = cursor_begin(v);
    return c->leaf == LINE_OF_FENCE && c->depth && match(c, &l) < c->depth;
}

bool line_context_is_indented(const struct line_context *c, const struct line_view *v)
{
    if (v->indent < CODE_INDENT) return false;
    struct cursor l = cursor_begin(v);
    match(c, &l);
    return l.indent >= CODE_INDENT && !cursor_is_blank(&l);
}

bool line_context_is_code(const struct line_context *c, const struct line_view *v)
{
    return (c->leaf == LINE_OF_NOTHING || c->leaf == LINE_OF_INDENTED) && line_context_is_indented(c, v);
}

bool line_context_ends_table(const struct line_context *c, const struct line_view *v)
{
    if (c->leaf != LINE_OF_TABLE || view_is_blank(v) || !memchr("#`~<", v->line.p[v->body], 4)) return false;
    struct cursor l = cursor_begin(v);
    if (match(c, &l) < c->depth || l.indent >= CODE_INDENT || cursor_is_blank(&l)) return false;
    struct str s = cursor_rest(&l);
    return is_heading(s) || fence_bytes(s) || html_block_begins(s);
}

// ---- a step

static bool see(struct line_context *c, enum line_leaf leaf)
{
    bool goes_on = leaf == c->leaf;
    c->leaf = leaf;
    c->after_blank = false;
    c->after_text = leaf == LINE_OF_PARAGRAPH || leaf == LINE_OF_TABLE;
    c->lines = goes_on ? c->lines + 1 : 1;
    return leaf != LINE_OF_INDENTED && leaf != LINE_OF_FENCE && leaf != LINE_OF_HTML && leaf != LINE_ENDS_HTML;
}

// In a fence or in HTML, within the containers. A blank line that ends HTML is seen as one.
static bool go_on(struct line_context *c, const struct cursor *l)
{
    struct str s = cursor_rest(l);
    if (c->leaf == LINE_OF_FENCE) {
        bool closes = l->indent < CODE_INDENT && closes_fence(c, s);
        see(c, closes ? LINE_OF_NOTHING : LINE_OF_FENCE);
    } else see(c, html_block_ends(c->html, s) ? LINE_ENDS_HTML : LINE_OF_HTML);
    return false;
}

static bool see_blank(struct line_context *c, int parents)
{
    bool code = c->leaf == LINE_OF_INDENTED && parents == c->depth;
    if (c->hollow && parents && c->open[parents - 1].mark != '>') c->hollow = 2;
    leave(c, parents);
    see(c, code ? LINE_OF_INDENTED : LINE_OF_NOTHING);
    c->after_blank = true;
    return true;
}

// The mark opens an item or a quote where the line before is of a paragraph.
static bool interrupts(struct str s, size_t bytes)
{
    char mark = s.p[bytes - 1];
    if (mark == '>') return true;
    size_t zeros = line_run(s, '0');
    bool counts = mark == '.' || mark == ')', from_one = zeros + 2 == bytes && s.p[zeros] == '1';
    return bytes < s.n && (!counts || from_one);
}

// The leaf that begins with the rest of the line, behind the marks; `before`: what it may go on with.
static enum line_leaf leaf_of(struct line_context *c, const struct cursor *l, enum line_leaf before, bool within)
{
    struct str s = cursor_rest(l);
    if (before == LINE_OF_TABLE && within) return LINE_OF_TABLE;
    if (l->indent < CODE_INDENT && is_heading(s)) return LINE_OF_NOTHING;
    size_t bytes = fence_bytes(s);
    if (bytes) {
        c->fence = s.p[0];
        c->fence_bytes = bytes;
        return LINE_OF_FENCE;
    }
    int html = s.p[0] == '<' ? html_block_begins(s) : 0;
    if (html && (html != HTML_BLOCK_TAG || before != LINE_OF_PARAGRAPH)) {
        c->html = html;
        return html_block_ends(html, s) ? LINE_ENDS_HTML : LINE_OF_HTML;
    }
    if (before == LINE_OF_PARAGRAPH && within && c->lines == 1 && memchr("|-:", s.p[0], 3) && is_rule(s))
        return LINE_OF_TABLE;
    return LINE_OF_PARAGRAPH;
}

// The marks and the leaf of a line that is not blank and no more of a fence or of HTML.
static bool see_text(struct line_context *c, struct cursor *l, int parents)
{
    bool within = parents == c->depth, opens = false;
    enum line_leaf before = c->leaf;
    c->hollow = 0;
    if (before == LINE_OF_PARAGRAPH && within && l->indent < CODE_INDENT && is_underline(cursor_rest(l)))
        return see(c, LINE_OF_NOTHING);
    for (size_t bytes; !cursor_is_blank(l); before = LINE_OF_NOTHING, opens = true) {
        struct str s = cursor_rest(l);
        if (l->indent < CODE_INDENT && is_break(s)) {
            if (!opens) leave(c, parents);
            return see(c, LINE_OF_NOTHING);
        }
        if (!(bytes = mark_bytes(l)) || c->depth == LINE_DEPTH_MAX) break;
        if (before == LINE_OF_PARAGRAPH && within && !interrupts(s, bytes)) break;
        if (!opens) leave(c, parents);
        enter(c, take_mark(l, bytes));
    }
    if (cursor_is_blank(l)) {
        c->hollow = c->open[c->depth - 1].mark != '>';
        return see(c, LINE_OF_NOTHING);
    }
    enum line_leaf leaf = LINE_OF_INDENTED;
    if (l->indent < CODE_INDENT || (before != LINE_OF_NOTHING && before != LINE_OF_INDENTED))
        leaf = leaf_of(c, l, before, within);
    bool lazy = leaf == LINE_OF_PARAGRAPH && before == LINE_OF_PARAGRAPH;
    if (!opens && !lazy) leave(c, parents);
    if (leaf == LINE_OF_PARAGRAPH && !lazy) c->leaf = LINE_OF_NOTHING;
    return see(c, leaf);
}

// A line that begins so is text, and neither an item nor a fence nor HTML.
static bool is_plain(char c)
{
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c & 0x80) || c == '[' || c == '(' || c == '!' || c == '"';
}

bool line_context_free(struct line_context *c, const struct line_view *v)
{
    bool text = c->leaf == LINE_OF_NOTHING || c->leaf == LINE_OF_PARAGRAPH;
    if (!c->depth && text && !v->quotes && !v->indent && !view_is_blank(v) && is_plain(v->line.p[v->body]))
        return see(c, LINE_OF_PARAGRAPH);
    struct cursor l = cursor_begin(v);
    int parents = match(c, &l);
    if (c->leaf == LINE_OF_FENCE || c->leaf == LINE_OF_HTML) {
        bool ended_by_blank = c->leaf == LINE_OF_HTML && c->html >= HTML_BLOCK_NAMED && cursor_is_blank(&l);
        if (parents == c->depth && !ended_by_blank) return go_on(c, &l);
        c->leaf = c->leaf == LINE_OF_FENCE || ended_by_blank ? LINE_OF_NOTHING : LINE_ENDS_HTML;
    }
    if (cursor_is_blank(&l)) return see_blank(c, parents);
    if (c->hollow == 2 && parents && c->open[parents - 1].mark != '>') parents--;
    return see_text(c, &l, parents);
}
