// Code of site generators between the lines of an article: shortcodes, Liquid's tags, MDX's imports and components. It
// becomes fenced code.
#include "parse/html_text.h"
#include "parse/markdown/rewrite_pass.h"

#define TAG_LINES_MAX  20
#define CODE_LINES_MAX 1000

void rewrite_code(struct rewrite *rw, uint32_t from, uint32_t to, const struct line_view *v)
{
    bool ticks = false;
    for (uint32_t j = from; j < to; j++) ticks = ticks || line_has(rewrite_line(rw, j), STR("```"));
    struct str fence = ticks ? STR("~~~~") : STR("```");
    struct str prefix = str_slice(v->line, 0, v->body);
    rewrite_drop(rw, from, to);
    if (rw->in_table) rewrite_blank(rw, from, v);
    rewrite_put(rw, prefix);
    rewrite_put_line(rw, from, fence);
    for (uint32_t j = from; j < to; j++) {
        struct line_view l = rewrite_view(rewrite_line(rw, j));
        bool within = l.quotes == v->quotes && l.indent >= v->indent;
        if (!within) rewrite_put(rw, prefix);
        rewrite_put_line(rw, j, within ? l.line : view_body(&l));
    }
    rewrite_put(rw, prefix);
    rewrite_put_line(rw, to - 1, fence);
}

static struct str body_at(const struct rewrite *rw, uint32_t i)
{
    struct line_view v = rewrite_view(rewrite_line(rw, i));
    return line_trim(view_body(&v));
}

static size_t find(struct str s, struct str what)
{
    for (size_t i = 0; i + what.n <= s.n; i++)
        if (memcmp(s.p + i, what.p, what.n) == 0) return i;
    return SIZE_MAX;
}

static struct str closer_of(struct str s)
{
    if (str_starts(s, STR("{{"))) return STR("}}");
    if (str_starts(s, STR("{%"))) return STR("%}");
    return str_starts(s, STR("{/*")) ? STR("*/}") : STR_NULL;
}

// ---- tags

// The line holds tags alone; behind the lines of a tag that ends further down. Returns i when it holds anything else.
static uint32_t tags_end(const struct rewrite *rw, uint32_t i)
{
    struct str s = body_at(rw, i);
    while (s.n) {
        struct str closer = closer_of(s);
        if (!closer.p) return i;
        size_t at = find(s, closer);
        if (at == SIZE_MAX) {
            for (uint32_t j = i + 1; j < rw->count && j < i + TAG_LINES_MAX; j++) {
                struct str line = body_at(rw, j);
                if (str_ends(line, closer)) return j + 1;
                if (find(line, closer) != SIZE_MAX) return i;
            }
            return i;
        }
        s = line_trim(str_slice(s, at + closer.n, s.n));
    }
    return i + 1;
}

// The tag that begins code: behind the line of the one that ends it.
static uint32_t highlight_end(struct rewrite *rw, uint32_t i, uint32_t end)
{
    struct str s = body_at(rw, i);
    bool liquid = str_starts(s, STR("{% highlight")) || str_starts(s, STR("{% codeblock"));
    bool hugo = str_starts(s, STR("{{< highlight")) || str_starts(s, STR("{{% highlight"));
    if ((!liquid && !hugo) || line_has(s, STR("endhighlight")) || line_has(s, STR("/highlight"))) return end;
    for (uint32_t j = end; j < rw->count && j < i + CODE_LINES_MAX && rewrite_looks(rw); j++) {
        struct str line = body_at(rw, j);
        if (line.n && line.p[0] == '{' &&
            (line_has(line, STR("endhighlight")) || line_has(line, STR("endcodeblock")) ||
             line_has(line, STR("/highlight"))))
            return j + 1;
    }
    return end;
}

uint32_t rewrite_tags(struct rewrite *rw, uint32_t i, const struct line_view *v)
{
    uint32_t end = i, next;
    while (end < rw->count && body_at(rw, end).n && (next = tags_end(rw, end)) > end)
        end = highlight_end(rw, end, next);
    if (end > i) rewrite_code(rw, i, end, v);
    return end;
}

// ---- MDX

// import x from 'y'; export const …
static uint32_t module_end(const struct rewrite *rw, uint32_t i)
{
    struct str s = body_at(rw, i);
    if (str_starts(s, STR("import "))) {
        bool quoted = line_has(s, STR("from '")) || line_has(s, STR("from \"")) || str_starts(s, STR("import '")) ||
                      str_starts(s, STR("import \""));
        if (quoted) return i + 1;
        if (!line_has(s, STR("{")) || line_has(s, STR("}"))) return i;
        for (uint32_t j = i + 1; j < rw->count && j < i + TAG_LINES_MAX; j++)
            if (str_starts(body_at(rw, j), STR("} from "))) return j + 1;
        return i;
    }
    bool exports = str_starts(s, STR("export const ")) || str_starts(s, STR("export default ")) ||
                   str_starts(s, STR("export function ")) || str_starts(s, STR("export let "));
    if (!exports) return i;
    uint32_t end = i + 1;
    while (end < rw->count && body_at(rw, end).n && end < i + CODE_LINES_MAX) end++;
    return end;
}

uint32_t rewrite_module(struct rewrite *rw, uint32_t i, const struct line_view *v)
{
    uint32_t end = i, next;
    while (end < rw->count && (next = module_end(rw, end)) > end) end = next;
    if (end > i) rewrite_code(rw, i, end, v);
    return end;
}

// <TABLE>, <P>: HTML as it was written once.
static bool is_shouted_html(struct str name)
{
    for (size_t i = 0; i < name.n; i++)
        if (name.p[i] >= 'a' && name.p[i] <= 'z') return false;
    return html_kind(name) != HTML_UNKNOWN;
}

// A line that is one tag of a component: <Tabs>, </TabItem>, <Card … />, over several lines, too.
static uint32_t component_end(const struct rewrite *rw, uint32_t i)
{
    struct str s = body_at(rw, i);
    size_t at = 1 + (s.n > 1 && s.p[1] == '/');
    if (s.n < 3 || s.p[0] != '<' || at >= s.n || s.p[at] < 'A' || s.p[at] > 'Z') return i;
    size_t name = at;
    while (name < s.n && !memchr(" \t/>", s.p[name], 4)) name++;
    if (is_shouted_html(str_slice(s, at, name))) return i;
    size_t close = find(s, STR(">"));
    if (close == s.n - 1) return i + 1;
    if (close != SIZE_MAX && s.p[s.n - 1] == '>' && !line_has(s, STR("</")) && !memchr(s.p + 1, '<', s.n - 1))
        return i + 1;  // an arrow in an attribute
    if (close != SIZE_MAX) return i;
    for (uint32_t j = i + 1; j < rw->count && j < i + TAG_LINES_MAX; j++) {
        struct str line = body_at(rw, j);
        if (!line.n) return i;
        if (str_equal(line, STR(">")) || str_equal(line, STR("/>")) || str_ends(line, STR("/>")) ||
            (line.p[line.n - 1] == '>' && !line_has(line, STR("<"))))
            return j + 1;
    }
    return i;
}

uint32_t rewrite_component(struct rewrite *rw, uint32_t i, const struct line_view *v)
{
    uint32_t end = i, next;
    while (end < rw->count && (next = component_end(rw, end)) > end) end = next;
    if (str_starts(view_body(v), STR("<<< "))) end = i + 1;  // VitePress puts a file's code there
    if (end > i) rewrite_code(rw, i, end, v);
    return end;
}
