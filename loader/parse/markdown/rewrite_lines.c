#include "parse/markdown/html_block.h"
#include "parse/markdown/markdown.h"
#include "parse/markdown/rewrite_pass.h"

#include <strings.h>

#define NBSP "\xC2\xA0"

// What a text has at all: passes that would find nothing are left out.
struct signs {
    bool blocks, lines, properties, wrapped_rows;
    char fence;  // of the code that the line is in
    size_t fence_bytes, fence_at;
    bool fence_quoted;
};

static bool starts_with_one_of(struct str s, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_starts(s, str_from(words[i]))) return true;
    return false;
}

#define STARTS_WITH(s, ...)                                                                                            \
    starts_with_one_of(s, (const char *const[]){__VA_ARGS__},                                                          \
                       sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

// Dashes with gaps, or many.
static bool may_be_ruler(struct str s)
{
    s = line_trim(s);
    size_t n = line_run(s, '-');
    return n < s.n ? s.p[n] == ' ' : n >= 10;
}

// A delimiter row, by its first bytes.
static bool may_be_rule(struct str s)
{
    for (size_t i = 0; i < s.n && i < 8; i++)
        if (!memchr("-|: \t\r\n", s.p[i], 7)) return false;
    return memchr(s.p, '|', s.n);
}

// An item that begins with a fence.
static bool is_fenced_item(struct str s)
{
    size_t i = 1;
    while (i < s.n && s.p[i] == ' ') i++;
    return i > 1 && i + 2 < s.n && (s.p[i] == '`' || s.p[i] == '~') && s.p[i + 1] == s.p[i] && s.p[i + 2] == s.p[i];
}

static bool is_capital(struct str s, size_t i)
{
    return i < s.n && s.p[i] >= 'A' && s.p[i] <= 'Z';
}

// Whether the line is of fenced code, or a fence. An opening one may have a sign itself.
static bool see_fence(struct signs *signs, struct str s, size_t at)
{
    size_t n = line_run(s, s.p[0]);
    bool fence = n >= 3 && (s.p[0] == '`' || s.p[0] == '~');
    if (!signs->fence) {
        if (!fence) return false;
        struct str rest = str_slice(s, n, s.n);
        if (s.p[0] == '`' && memchr(rest.p, '`', rest.n)) return false;
        signs->blocks = signs->blocks || line_has(rest, STR("{"));
        signs->fence = s.p[0];
        signs->fence_bytes = n;
        signs->fence_at = at;
        signs->fence_quoted = at && memchr(s.p - at, '>', at);
    } else if (fence && s.p[0] == signs->fence && n >= signs->fence_bytes && str_trim(str_slice(s, n, s.n)).n == 0)
        signs->fence = 0;
    return true;
}

// The sign of a line whose text begins with this.
APART void see_sign(struct signs *signs, struct str s, size_t at)
{
    if (see_fence(signs, s, at)) return;
    switch (s.p[0]) {
    case '!': signs->blocks |= STARTS_WITH(s, "!!! "); break;
    case '?': signs->blocks |= STARTS_WITH(s, "??? ", "???+ "); break;
    case '=': signs->blocks |= STARTS_WITH(s, "=== \"", "===+ ", "===! "); break;
    case ':':
        signs->blocks |= STARTS_WITH(s, ":::", ": ", ":\t");
        signs->lines |= may_be_rule(s);
        break;
    case '/': signs->blocks |= STARTS_WITH(s, "///"); break;
    case '`':
    case '~': signs->blocks |= STARTS_WITH(s, "~ ", "```{", "````{", "`````{", "~~~{", "``` {"); break;
    case '[':
        signs->blocks |= STARTS_WITH(s, "[^");
        signs->lines |= STARTS_WITH(s, "[TOC]", "[[") || (STARTS_WITH(s, "[!") && s.n > 2 && s.p[2] != '[');
        break;
    case '<':
        signs->lines |= rewrite_misreads_html(s) || STARTS_WITH(s, "<a id", "<a name", "<<<") || is_capital(s, 1) ||
                        (is_capital(s, 2) && s.p[1] == '/');
        break;
    case '+': signs->lines |= STARTS_WITH(s, "+-", "+=", "+:"); break;
    case '*': signs->lines |= is_fenced_item(s); break;
    case '-':
        signs->lines |= is_fenced_item(s) || may_be_rule(s) || (STARTS_WITH(s, "--") && may_be_ruler(s));
        signs->wrapped_rows |= rewrite_is_wrapping_rule(s);
        break;
    case (char)0xC2: signs->lines |= STARTS_WITH(s, NBSP); break;
    case '(': signs->lines |= line_has(s, STR(")=")); break;
    case '{': signs->lines |= STARTS_WITH(s, "{{", "{%", "{:", "{#", "{.", "{/*"); break;
    case 'i':
    case 'e': signs->lines |= STARTS_WITH(s, "import ", "export "); break;
    default: signs->lines = true;
    }
}

// Logseq's pages are lists, or have properties before them.
static bool begins_like_logseq(const struct place *place)
{
    for (uint32_t i = 0, seen = 0; i < place->line_count && seen < 3; i++) {
        struct str s = {place->start + place->lines[i], place->lines[i + 1] - place->lines[i]};
        bool first = s.n > 2 && seen++ == 0;
        if ((first && str_starts(s, STR("- "))) || line_has(s, STR(":: "))) return true;
    }
    return false;
}

// What most lines that begin with these bytes are: items, and words.
static inline bool is_common(const char *p)
{
    if (*p == '-' || *p == '*') return p[1] == ' ' && !memchr("-|:`~ ", p[2], 6);
    return (*p == 'i' && p[1] != 'm') || (*p == 'e' && p[1] != 'x');
}

static struct signs signs_of(const struct place *place)
{
    static const bool begins[256] = {
        ['!'] = true, ['?'] = true, ['='] = true, [':'] = true, ['`'] = true, ['~'] = true,
        ['['] = true, ['<'] = true, ['+'] = true, ['-'] = true, ['*'] = true, ['i'] = true,
        ['e'] = true, ['{'] = true, ['('] = true, ['|'] = true, ['/'] = true, [0xC2] = true};
    struct signs signs = {.properties = begins_like_logseq(place)};
    bool may_indent = true;
    for (uint32_t i = 0; i < place->line_count; i++) {
        const char *p = place->start + place->lines[i], *end = place->start + place->lines[i + 1];
        while (p < end && (*p == ' ' || *p == '\t' || *p == '>')) p++;
        size_t at = (size_t)(p - place->start) - place->lines[i];
        bool leaves = signs.fence_quoted ? !at || !memchr(p - at, '>', at) : at < signs.fence_at;
        if (signs.fence && signs.fence_at && leaves && *p != '\n' && *p != '\r') signs.lines = true;
        if (at >= 4 && may_indent && !signs.fence && is_capital((struct str){p, 1}, 0)) signs.lines = true;
        if (!at && end - p > 4 && end - p < 90 && end[-2] == ' ' && end[-3] == ' ') signs.lines = true;
        may_indent = p == end || *p == '\n' || *p == '\r' || (!at && is_capital((struct str){p, 1}, 0));
        if (p + 2 < end && begins[(unsigned char)*p] && !is_common(p))
            see_sign(&signs, (struct str){p, (size_t)(end - p)}, at);
    }
    if (signs.fence) signs.blocks = signs.lines = true;  // it may have been none
    signs.lines = signs.lines || signs.properties;
    return signs;
}

// Spaces that don't break, before the mark of an item: they are of the page that was converted.
static uint32_t rewrite_spaces(struct rewrite *rw, uint32_t i, const struct line_view *v)
{
    struct str s = view_body(v);
    while (str_starts(s, STR(NBSP))) s = str_slice(s, sizeof NBSP - 1, s.n);
    if (!s.n || !memchr("*+-", s.p[0], 3) || line_mark_bytes(s) < 2) return i;
    rewrite_drop(rw, i, i + 1);
    rewrite_put(rw, str_slice(v->line, 0, v->body));
    rewrite_put_line(rw, i, s);
    return i + 1;
}

// Marks and code that a line begins with, and that md4c would take for something else.
static uint32_t rewrite_begin(struct rewrite *rw, uint32_t i, const struct line_view *v,
                              const struct line_context *context)
{
    struct str body = view_body(v);
    uint32_t next = i;
    switch (body.p[0]) {
    case '-': return !v->quotes && str_starts(body, STR("--")) ? rewrite_ruled(rw, i) : i;
    case '<':
        if ((next = rewrite_html(rw, i, v, context->after_text)) > i) return next;
        if ((next = rewrite_anchor(rw, i, v)) > i) return next;
        return rewrite_component(rw, i, v);
    case '{':
        if ((next = rewrite_tags(rw, i, v)) > i) return next;
        return rewrite_mark_line(rw, i, v);
    case '(': return rewrite_mark_line(rw, i, v);
    case '[': return v->quotes ? rewrite_callout(rw, i, v) : rewrite_mark_line(rw, i, v);
    case '+': return v->quotes ? i : rewrite_grid(rw, i);
    case (char)0xC2: return rewrite_spaces(rw, i, v);
    case 'i':
    case 'e': return context->after_text ? i : rewrite_module(rw, i, v);
    default: return i;
    }
}

// The lines pass, and what it looks for.
struct lines_pass {
    struct rewrite *rw;
    struct signs signs;
    struct line_context context;
    const char *bar;  // the next one at or behind the line
    bool defines;     // the last indented text was a definition
    uint32_t from;    // the first line that is another, where the one that is read is
};

static bool has_bar(struct lines_pass *pass, struct str line)
{
    const char *end = pass->rw->source.p + pass->rw->source.n;
    if (pass->bar && pass->bar < line.p) pass->bar = memchr(line.p, '|', (size_t)(end - line.p));
    return pass->bar && pass->bar < line.p + line.n;
}

static uint32_t rewrite_at(struct lines_pass *pass, uint32_t i, const struct line_view *v, bool after_text)
{
    struct str body = view_body(v);
    uint32_t next = i;
    if (has_bar(pass, v->line) && v->indent < 12 && (next = rewrite_table(pass->rw, i, v, after_text)) > i) return next;
    if ((body.p[0] == '*' || body.p[0] == '-') && line_mark_bytes(body)) return rewrite_mark_line(pass->rw, i, v);
    return pass->signs.properties ? rewrite_property(pass->rw, i, v) : i;
}

// What the line needs before it.
static void rewrite_before(struct lines_pass *pass, uint32_t i, const struct line_view *v)
{
    if (line_context_leaves_fence(&pass->context, v)) rewrite_close_fence(pass->rw, &pass->context, i);
    if (!line_context_ends_table(&pass->context, v)) return;
    rewrite_keep(pass->rw, i);
    rewrite_blank(pass->rw, i - 1, v);
    rewrite_step_put(pass->rw, &pass->context, 1);
}

// What begins with the line, behind those that it is; i when nothing does.
static uint32_t rewrite_from(struct lines_pass *pass, uint32_t i, const struct line_view *v)
{
    struct rewrite *rw = pass->rw;
    struct line_context *context = &pass->context;
    uint32_t next = i;
    bool raw = context->leaf == LINE_OF_HTML && context->html == HTML_BLOCK_RAW;
    pass->from = i;
    if (line_context_goes_on(context, v)) return raw ? rewrite_html_end(rw, i, v) : i;
    if (view_is_blank(v)) return i;
    rw->in_table = context->leaf == LINE_OF_TABLE;
    if (!line_context_is_indented(context, v)) next = rewrite_begin(rw, i, v, context);
    else if (line_context_is_code(context, v) && context->after_blank && !context->depth) {
        next = rewrite_prose(rw, i, &pass->defines);
        if (next > i && pass->defines) pass->from = i - 2;  // its term, and a blank line
    }
    if (next > i || !context->after_blank || v->body) return next;
    if (str_starts(rewrite_line(rw, i + 1), STR("    "))) next = rewrite_terms(rw, i);
    return next == i && str_ends(v->line, STR("  ")) ? rewrite_broken_terms(rw, i) : next;
}

static void rewrite_lines(struct rewrite *rw, const struct signs *signs)
{
    struct lines_pass pass = {
        .rw = rw, .signs = *signs, .context = line_context_begin(), .bar = memchr(rw->source.p, '|', rw->source.n)};
    struct line_context *context = &pass.context;
    for (uint32_t i = 0; i < rw->count;) {
        struct line_view v = rewrite_view(rewrite_line(rw, i));
        rewrite_before(&pass, i, &v);
        struct line_context before = *context;
        uint32_t next = rewrite_from(&pass, i, &v);
        if (next == i && line_context_free(context, &v) && !view_is_blank(&v)) {
            next = rewrite_at(&pass, i, &v, before.after_text);
            *context = next > i ? before : *context;
        }
        if (next > i) rewrite_step(rw, context, pass.from, next);
        i = next > i ? next : i + 1;
    }
}

static void rewrite_inline(struct rewrite *rw, const struct signs *signs)
{
    struct line_context context = line_context_begin();
    (void)signs;
    for (uint32_t i = 0; i < rw->count; i++) {
        struct line_view v = rewrite_view(rewrite_line(rw, i));
        if (!line_context_free(&context, &v) || view_is_blank(&v)) continue;
        struct str body = view_body(&v);
        if (memchr(body.p, '{', body.n) || memchr(body.p, '^', body.n)) rewrite_attributes(rw, i, &v);
    }
}

static void rewrite_bodies(struct rewrite *rw, const struct signs *signs)
{
    (void)signs;
    rewrite_blocks(rw);
}

static void rewrite_wrapped(struct rewrite *rw, const struct signs *signs)
{
    (void)signs;
    rewrite_rows(rw);
}

typedef void pass_fn(struct rewrite *rw, const struct signs *signs);

static bool run_pass(struct markdown_reader *r, pass_fn *pass, const struct signs *signs)
{
    struct rewrite rw = {.arena = r->arena, .source = r->source, .lines = r->place.lines, .count = r->place.line_count};
    pass(&rw, signs);
    if (!rw.changed) return arena_ok(r->arena, r->error);
    rewrite_keep(&rw, rw.count);
    if (!rw.out_lines) rewrite_end(&rw, 0);  // nothing is left
    if (!arena_ok(r->arena, r->error)) return false;
    for (uint32_t i = 0; r->map && i < rw.out_lines; i++) rw.map[i] = r->map[rw.map[i]];
    r->source = (struct str){rw.out, rw.n};
    r->map = rw.map;
    return place_init(&r->place, r->source, r->article->first_line, r->arena) || arena_ok(r->arena, r->error);
}

bool markdown_rewrite(struct markdown_reader *r)
{
    struct signs signs = signs_of(&r->place);
    if (signs.blocks) {
        if (!run_pass(r, rewrite_bodies, &signs)) return false;
        signs = signs_of(&r->place);
    }
    if (signs.wrapped_rows && !run_pass(r, rewrite_wrapped, &signs)) return false;
    if (signs.lines && !run_pass(r, rewrite_lines, &signs)) return false;
    return !rewrite_has_attributes(r->source) || run_pass(r, rewrite_inline, &signs);
}

uint32_t markdown_line(const struct markdown_reader *r, uint32_t line)
{
    uint32_t i = line - r->place.first_line, last = r->place.line_count - 1;
    if (i > last) i = last;
    return r->place.first_line + (r->map ? r->map[i] : i);
}

uint32_t markdown_line_end(const struct markdown_reader *r, uint32_t line)
{
    uint32_t i = line - r->place.first_line, from = markdown_line(r, line);
    if (!r->map || i + 1 >= r->place.line_count) return from;
    uint32_t next = r->place.first_line + r->map[i + 1];
    return next > from + 1 ? next - 1 : from;
}
