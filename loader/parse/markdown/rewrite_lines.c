#include "parse/markdown/markdown.h"
#include "parse/markdown/rewrite_pass.h"

// What the text holds at all.
struct signs {
    bool bars, braces, colons;
};

static struct signs signs_of(struct str s)
{
    return (struct signs){
        .bars = memchr(s.p, '|', s.n), .braces = memchr(s.p, '{', s.n), .colons = line_has(s, STR(":: "))};
}

// A line of dashes in pieces, or long; or the next line is one.
static bool may_be_ruled(const struct rewrite *rw, uint32_t i, struct str body)
{
    struct str below = rewrite_line(rw, i + 1);
    while (below.n && below.p[0] == ' ') below = str_slice(below, 1, below.n);
    return (body.n > 2 && body.p[0] == '-' && body.p[1] == '-') ||
           (below.n > 4 && below.p[0] == '-' && below.p[1] == '-' && memchr(below.p, ' ', below.n));
}

// Marks and code that a line begins with, and that md4c would take for something else.
static uint32_t rewrite_begin(struct rewrite *rw, uint32_t i, const struct line_view *v,
                              const struct line_context *context)
{
    struct str body = view_body(v);
    uint32_t next = i;
    if (context->after_blank && !v->quotes && may_be_ruled(rw, i, body) && (next = rewrite_ruled(rw, i)) > i)
        return next;
    switch (body.p[0]) {
    case '<':
        if ((next = rewrite_anchor(rw, i, v)) > i) return next;
        return rewrite_component(rw, i, v);
    case '{':
        if ((next = rewrite_tags(rw, i, v)) > i) return next;
        return rewrite_mark_line(rw, i, v);
    case '(': return rewrite_mark_line(rw, i, v);
    case '[': return v->quotes ? rewrite_callout(rw, i, v) : rewrite_mark_line(rw, i, v);
    case '+': return v->quotes ? i : rewrite_grid(rw, i);
    case 'i':
    case 'e': return context->after_text ? i : rewrite_module(rw, i, v);
    default: return i;
    }
}

static uint32_t rewrite_at(struct rewrite *rw, uint32_t i, const struct line_view *v, const struct signs *signs,
                           bool after_text)
{
    struct str body = view_body(v);
    uint32_t next = i;
    if (signs->bars && memchr(body.p, '|', body.n) && v->indent < 12 &&
        (next = rewrite_table(rw, i, v, after_text)) > i)
        return next;
    if (signs->braces && line_mark_bytes(body) && (next = rewrite_mark_line(rw, i, v)) > i) return next;
    if (signs->colons && (next = rewrite_property(rw, i, v)) > i) return next;
    return i;
}

static void rewrite_lines(struct rewrite *rw)
{
    struct line_context context = {.after_blank = true};
    struct signs signs = signs_of(rw->source);
    for (uint32_t i = 0; i < rw->count;) {
        struct line_view v = rewrite_view(rewrite_line(rw, i));
        bool after_text = context.after_text;
        if (!view_is_blank(&v) && !context.fence && !context.html_end) {
            uint32_t next = rewrite_begin(rw, i, &v, &context);
            if (next > i) {
                context.after_text = false;
                context.after_blank = true;
                i = next;
                continue;
            }
        }
        if (!line_context_free(&context, &v) || view_is_blank(&v)) {
            i++;
            continue;
        }
        uint32_t next = rewrite_at(rw, i, &v, &signs, after_text);
        if (next > i) context.after_text = true;
        i = next > i ? next : i + 1;
    }
}

static void rewrite_inline(struct rewrite *rw)
{
    struct line_context context = {.after_blank = true};
    for (uint32_t i = 0; i < rw->count; i++) {
        struct line_view v = rewrite_view(rewrite_line(rw, i));
        if (!line_context_free(&context, &v) || view_is_blank(&v)) continue;
        struct str body = view_body(&v);
        if (memchr(body.p, '{', body.n) || memchr(body.p, '^', body.n)) rewrite_attributes(rw, i, &v);
    }
}

typedef void pass_fn(struct rewrite *rw);

static bool run_pass(struct markdown_reader *r, pass_fn *pass)
{
    struct rewrite rw = {.arena = r->arena, .source = r->source, .lines = r->place.lines, .count = r->place.line_count};
    pass(&rw);
    if (!rw.changed) return arena_ok(r->arena, r->error);
    rewrite_keep(&rw, rw.count);
    if (!arena_ok(r->arena, r->error)) return false;
    for (uint32_t i = 0; r->map && i < rw.out_lines; i++) rw.map[i] = r->map[rw.map[i]];
    r->source = (struct str){rw.out, rw.n};
    r->map = rw.map;
    return place_init(&r->place, r->source, r->article->first_line, r->arena) || arena_ok(r->arena, r->error);
}

// Signs without which the first pass finds nothing.
static bool may_have_blocks(struct str s)
{
    static const char *const signs[] = {"!!! ", "??? ", "???+",  "===",  ":::", "```{",
                                        "~~~{", "\n: ", "\n:\t", "\n~ ", "[^"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (line_has(s, str_from(signs[i]))) return true;
    return false;
}

bool markdown_rewrite(struct markdown_reader *r)
{
    if ((may_have_blocks(r->source) && !run_pass(r, rewrite_blocks)) || !run_pass(r, rewrite_lines)) return false;
    bool marks = r->source.n && (memchr(r->source.p, '{', r->source.n) || memchr(r->source.p, '^', r->source.n));
    return !marks || run_pass(r, rewrite_inline);
}

uint32_t markdown_line(const struct markdown_reader *r, uint32_t line)
{
    if (!r->map) return line;
    uint32_t i = line - r->place.first_line;
    return r->place.first_line + r->map[i < r->place.line_count ? i : r->place.line_count - 1];
}

uint32_t markdown_line_end(const struct markdown_reader *r, uint32_t line)
{
    uint32_t i = line - r->place.first_line, from = markdown_line(r, line);
    if (!r->map || i + 1 >= r->place.line_count) return from;
    uint32_t next = r->place.first_line + r->map[i + 1];
    return next > from + 1 ? next - 1 : from;
}
