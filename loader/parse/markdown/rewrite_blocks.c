// Blocks whose bodies are Markdown, of MkDocs, MyST, pandoc, VitePress and Docusaurus: the first pass takes their marks
// and the indent of their bodies away.
#include "parse/markdown/directive.h"
#include "parse/markdown/html_block.h"
#include "parse/markdown/rewrite_pass.h"

#define DEPTH_MAX 16

enum body_kind { BODY_FENCED, BODY_INDENTED, BODY_FOOTNOTE, BODY_DEFINITION };

// A block that is open.
struct open_block {
    enum body_kind kind;
    char fence;     // that closes it: '`' '~' ':'
    size_t bytes;   // of the fence
    size_t column;  // of its mark
    size_t indent;  // of its body, that goes
};

struct blocks {
    struct rewrite *rw;
    struct line_context context;
    struct open_block open[DEPTH_MAX];
    int depth;
    bool after_table;
};

static void put_line_begin(struct blocks *b, size_t indent, struct str mark)
{
    for (size_t c = 0; c < indent; c++) rewrite_put(b->rw, STR(" "));
    if (mark.n) rewrite_put(b->rw, mark);
}

static void put_line(struct blocks *b, uint32_t i, size_t indent, struct str mark, struct str text)
{
    put_line_begin(b, indent, mark);
    rewrite_put_line(b->rw, i, text);
}

static const struct str label_mark = {(const char[]){REWRITE_MARK}, 1};

static void put_title(struct blocks *b, uint32_t i, size_t column, struct str title)
{
    rewrite_put_line(b->rw, i, STR(""));
    if (!title.n) return;
    put_line(b, i, column, label_mark, title);
    rewrite_put_line(b->rw, i, STR(""));
}

static bool push(struct blocks *b, struct open_block block)
{
    if (b->depth == DEPTH_MAX) return false;
    b->open[b->depth++] = block;
    return true;
}

// ---- indented bodies

// Bytes of !!! or ??? or === that s begins with.
static size_t admonition_bytes(struct str s)
{
    if (str_starts(s, STR("!!! ")) || str_starts(s, STR("??? "))) return 4;
    if (str_starts(s, STR("???+ "))) return 5;
    if (str_starts(s, STR("===! \"")) || str_starts(s, STR("===+ \""))) return 5;
    return str_starts(s, STR("=== \"")) ? 4 : 0;
}

// What stands in quotes at the end of !!! note inline "Title".
static struct str quoted_title(struct str s)
{
    const char *open = memchr(s.p, '"', s.n);
    if (!open || s.p[s.n - 1] != '"' || open + 1 >= s.p + s.n) return STR("");
    return str_slice(s, (size_t)(open - s.p) + 1, s.n - 1);
}

static bool indents_body(const struct blocks *b, uint32_t i, size_t column)
{
    for (uint32_t j = i + 1; j < b->rw->count && j < i + 3; j++) {
        struct line_view v = rewrite_view(rewrite_line(b->rw, j));
        if (!view_is_blank(&v)) return v.indent >= column + 4;
    }
    return false;
}

static bool open_admonition(struct blocks *b, uint32_t i, const struct line_view *v, size_t stripped)
{
    struct str s = line_trim(view_body(v));
    size_t n = admonition_bytes(s), column = v->indent - stripped;
    if (!n || v->quotes || b->depth == DEPTH_MAX) return false;
    bool tab = s.p[0] == '=';
    struct str title = quoted_title(str_slice(s, n - tab, s.n));
    if (!title.n && !indents_body(b, i, v->indent)) return false;
    rewrite_drop(b->rw, i, i + 1);
    put_title(b, i, column, line_trim(title));
    return push(b, (struct open_block){.kind = BODY_INDENTED, .column = column, .indent = 4});
}

// [^1]: text. md4c takes it for the definition of a link.
static bool open_footnote(struct blocks *b, uint32_t i, const struct line_view *v, size_t stripped)
{
    struct str s = view_body(v);
    if (!str_starts(s, STR("[^"))) return false;
    const char *close = memchr(s.p, ']', s.n);
    if (!close || close + 1 >= s.p + s.n || close[1] != ':') return false;
    size_t column = v->indent - stripped;
    rewrite_drop(b->rw, i, i + 1);
    if (b->context.after_text) rewrite_blank(b->rw, i, v);
    if (v->quotes) rewrite_put(b->rw, str_slice(v->line, 0, v->body));
    put_line(b, i, v->quotes ? 0 : column, STR("\\"), s);
    if (!v->quotes && b->depth < DEPTH_MAX) {
        b->open[b->depth++] = (struct open_block){.kind = BODY_FOOTNOTE, .column = column, .indent = 4};
    }
    return true;
}

// ---- definitions

// Bytes of the mark of a definition, ":   " or "~ ".
static size_t definition_bytes(struct str s)
{
    if (s.n < 3 || (s.p[0] != ':' && s.p[0] != '~') || (s.p[1] != ' ' && s.p[1] != '\t')) return 0;
    size_t n = 1;
    while (n < s.n && n < 5 && (s.p[n] == ' ' || s.p[n] == '\t')) n++;
    return n < s.n ? n : 0;
}

// The line is a term: alone between blank lines, and a definition follows.
static uint32_t definition_of(const struct blocks *b, uint32_t i)
{
    for (uint32_t j = i + 1; j < b->rw->count && j < i + 3; j++) {
        struct line_view v = rewrite_view(rewrite_line(b->rw, j));
        if (view_is_blank(&v)) continue;
        return v.indent < 4 && definition_bytes(view_body(&v)) ? j : i;
    }
    return i;
}

static bool may_be_term(struct str s)
{
    bool fence = line_run(s, '`') >= 3 || line_run(s, '~') >= 3;
    return s.n && s.n < 200 && !fence && !html_block_begins(s) && !memchr("#|+:>", s.p[0], 5) && !line_mark_bytes(s) &&
           s.p[s.n - 1] != '|';
}

// The term and its first definition are an item with a label, further definitions are items below it.
static uint32_t definitions(struct blocks *b, uint32_t i, const struct line_view *v, size_t stripped)
{
    struct str term = line_trim(view_body(v));
    uint32_t at = definition_of(b, i);
    size_t column = v->indent - stripped;
    if (at == i || v->quotes || b->context.after_text || !may_be_term(term)) return i;
    struct line_view d = rewrite_view(rewrite_line(b->rw, at));
    struct str text = view_body(&d);
    size_t n = definition_bytes(text);
    rewrite_drop(b->rw, i, at + 1);
    if (!b->context.after_blank) rewrite_put_line(b->rw, i, STR(""));
    put_line_begin(b, column, STR("- "));
    rewrite_put(b->rw, term);
    rewrite_put_line(b->rw, i, term.p[term.n - 1] == ':' ? STR("") : STR(":"));
    put_line(b, at, column + 2, STR(""), str_slice(text, n, text.n));
    push(b, (struct open_block){.kind = BODY_DEFINITION, .column = column, .indent = 2});
    return at + 1;
}

// A definition whose term is no line of text: a comment, a picture.
static bool open_definition(struct blocks *b, uint32_t i, const struct line_view *v, size_t stripped)
{
    struct str s = view_body(v);
    if (!str_starts(s, STR(":   ")) || v->quotes || b->context.after_text || b->depth == DEPTH_MAX) return false;
    size_t n = definition_bytes(s), column = v->indent - stripped;
    rewrite_drop(b->rw, i, i + 1);
    put_line(b, i, column, STR(""), str_slice(s, n, s.n));
    push(b, (struct open_block){.kind = BODY_FOOTNOTE, .column = column, .indent = 4});
    return true;
}

static bool further_definition(struct blocks *b, uint32_t i, const struct line_view *v, size_t stripped)
{
    struct str s = view_body(v);
    size_t n = definition_bytes(s), column = v->indent - stripped;
    if (!n || !b->depth || v->quotes) return false;
    const struct open_block *top = &b->open[b->depth - 1];
    if (top->kind != BODY_DEFINITION || top->column != column) return false;
    rewrite_drop(b->rw, i, i + 1);
    put_line(b, i, column + 2, STR("- "), str_slice(s, n, s.n));
    return true;
}

// ---- fences

// Behind the name of ```{name} or :::{name} or ::: name; 0 when the line opens no block.
static bool open_fenced(struct blocks *b, uint32_t *i, const struct line_view *v, size_t stripped)
{
    struct directive d;
    size_t column = v->indent - stripped;
    if (v->quotes || b->depth == DEPTH_MAX || !directive_read(line_trim(view_body(v)), &d)) return false;
    uint32_t line = *i;
    rewrite_drop(b->rw, line, line + 1);
    uint32_t body = line + 1, end = directive_table(b->rw, line, column, &d);
    if (end > line) {
        *i = end;
        return true;
    }
    if (d.options) body = directive_skip_options(b->rw, body);
    for (struct line_view o; d.fence == '/'; body++) {  // options are set in
        o = rewrite_view(rewrite_line(b->rw, body));
        if (view_is_blank(&o) || o.indent < v->indent + 4) break;
    }
    rewrite_drop(b->rw, line, body);
    put_title(b, line, column, d.title);
    push(b, (struct open_block){.kind = BODY_FENCED, .fence = d.fence, .bytes = d.bytes, .column = column});
    *i = body;
    return true;
}

static bool close_fenced(struct blocks *b, uint32_t i, const struct line_view *v)
{
    struct str s = line_trim(view_body(v));
    if (!s.n || !memchr(":`~/", s.p[0], 4)) return false;
    size_t n = line_run(s, s.p[0]);
    if (n < 3 || n != s.n) return false;
    int at = b->depth - 1;
    while (at >= 0 && (b->open[at].kind != BODY_FENCED || b->open[at].fence != s.p[0])) at--;
    if (at < 0 || (s.p[0] != ':' && n < b->open[at].bytes)) return false;
    b->depth = at;
    rewrite_drop(b->rw, i, i + 1);
    rewrite_put_line(b->rw, i, STR(""));
    return true;
}

// ---- the pass

// The line goes on with a paragraph of the block without its indent.
static bool goes_on_lazily(const struct blocks *b, const struct open_block *block, const struct line_view *v)
{
    struct str s = view_body(v);
    if (block->kind == BODY_DEFINITION && definition_bytes(s)) return true;
    bool text = b->context.after_text && !b->context.after_blank && s.p[0] != '#' && !line_mark_bytes(s);
    return text && block->kind != BODY_INDENTED && !str_starts(s, STR("[^"));
}

static void close_blocks(struct blocks *b, int depth, uint32_t i)
{
    b->depth = depth;
    if (b->context.leaf == LINE_OF_FENCE) rewrite_close_fence(b->rw, &b->context, i);
    rewrite_keep(b->rw, i);
    rewrite_put_line(b->rw, i - 1, STR(""));
    rewrite_step_put(b->rw, &b->context, 1);
}

// The indent that goes: of all blocks that the line is still in. The others end here.
static size_t strip(struct blocks *b, uint32_t i, const struct line_view *v)
{
    size_t stripped = 0;
    for (int k = 0; k < b->depth; k++) {
        const struct open_block *block = &b->open[k];
        if (block->kind == BODY_FENCED) continue;
        bool within = v->indent >= stripped + block->column + 4 && !v->quotes;
        if (!within && !view_is_blank(v)) {
            if (!goes_on_lazily(b, block, v)) close_blocks(b, k, i);
            return stripped;
        }
        stripped += block->indent;
    }
    return stripped;
}

static void put_stripped(struct blocks *b, uint32_t i, const struct line_view *v, size_t stripped)
{
    if (!stripped) return;
    rewrite_drop(b->rw, i, i + 1);
    if (view_is_blank(v)) rewrite_put_line(b->rw, i, STR(""));
    else put_line(b, i, v->indent - stripped, STR(""), view_body(v));
}

static uint32_t block_at(struct blocks *b, uint32_t i, const struct line_view *v, size_t stripped)
{
    if (close_fenced(b, i, v)) return i + 1;
    uint32_t next = i;
    if (open_fenced(b, &next, v, stripped)) return next;
    if (open_admonition(b, i, v, stripped) || open_footnote(b, i, v, stripped)) return i + 1;
    if (further_definition(b, i, v, stripped) || open_definition(b, i, v, stripped)) return i + 1;
    return definitions(b, i, v, stripped);
}

// A fence of colons ends HTML that else only a blank line would.
static bool ends_html(const struct line_context *c, const struct line_view *v)
{
    return c->leaf == LINE_OF_HTML && c->html >= HTML_BLOCK_NAMED && str_starts(view_body(v), STR(":::"));
}

void rewrite_blocks(struct rewrite *rw)
{
    struct blocks b = {.rw = rw, .context = line_context_begin()};
    for (uint32_t i = 0; i < rw->count;) {
        struct line_view v = rewrite_view(rewrite_line(rw, i)), seen = v;
        size_t stripped = strip(&b, i, &v);
        seen.indent = v.indent > stripped ? v.indent - stripped : 0;
        bool code = line_context_goes_on(&b.context, &seen) ? !ends_html(&b.context, &v)
                                                            : line_context_is_code(&b.context, &seen);
        uint32_t next = code || view_is_blank(&v) ? i : block_at(&b, i, &v, stripped);
        if (next > i) rewrite_step(rw, &b.context, i, next);
        else {
            line_context_free(&b.context, &seen);
            put_stripped(&b, i, &v, stripped);
            next++;
        }
        i = next;
    }
}
