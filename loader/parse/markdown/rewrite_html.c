// HTML of which md4c (0.4.8 to 0.5.3) thinks otherwise than CommonMark: it becomes what both take for the same.
#include "parse/markdown/html_block.h"
#include "parse/markdown/rewrite_pass.h"

#include <strings.h>

// Names that begin a block, and for md4c none: some are newer, and of those that begin like a shorter name before them
// in its table it knows the shorter one alone.
static const char unknown[] =
    " basefont colgroup frameset h2 h3 h4 h5 h6 header link menuitem param search thead track ";

static bool starts(struct str s, struct str what)
{
    return s.n >= what.n && strncasecmp(s.p, what.p, what.n) == 0;
}

static struct str name_of(struct str s)
{
    size_t at = 1 + (s.n > 1 && s.p[1] == '/'), n = at;
    while (n < s.n && !memchr(" \t\r\n/>", s.p[n], 6)) n++;
    return str_slice(s, at, n);
}

// md4c looks at no more than these bytes.
static bool starts_like_raw(struct str s)
{
    return starts(s, STR("<pre")) || starts(s, STR("<script")) || starts(s, STR("<style"));
}

static bool is_declaration(struct str s)
{
    return s.n > 2 && s.p[1] == '!' && s.p[2] >= 'a' && s.p[2] <= 'z';
}

static bool is_textarea(struct str s)
{
    return starts(s, STR("<textarea")) && html_block_begins(s) == HTML_BLOCK_RAW;
}

bool rewrite_misreads_html(struct str s)
{
    if (is_declaration(s) || is_textarea(s)) return true;
    if (starts_like_raw(s)) return html_block_begins(s) != HTML_BLOCK_RAW;
    return str_is_listed_any_case(unknown, name_of(s)) && html_block_begins(s) == HTML_BLOCK_NAMED;
}

// Makes md4c take the line for HTML, up to the end of a heading that is on it alone.
static uint32_t begin(struct rewrite *rw, uint32_t i, const struct line_view *v)
{
    struct str s = line_trim(view_body(v));
    bool heading = (s.p[1] | 0x20) == 'h' && s.n > 9 && str_starts(str_slice(s, s.n - 5, s.n), STR("</"));
    rewrite_keep(rw, i);
    rewrite_put(rw, str_slice(v->line, 0, v->body));
    rewrite_put_line(rw, i, STR("<div>"));
    rewrite_keep(rw, i + 1);
    if (heading) rewrite_blank(rw, i, v);
    return i + 1;
}

static bool ends_textarea(struct str s)
{
    for (const char *p = s.p, *end = s.p + s.n; p < end && (p = memchr(p, '<', (size_t)(end - p))); p++)
        if (starts((struct str){p, (size_t)(end - p)}, STR("</textarea>"))) return true;
    return false;
}

static uint32_t put(struct rewrite *rw, uint32_t i, const struct line_view *v, struct str first, struct str rest)
{
    rewrite_drop(rw, i, i + 1);
    rewrite_put(rw, str_slice(v->line, 0, v->body));
    rewrite_put(rw, first);
    rewrite_put_line(rw, i, rest);
    return i + 1;
}

// A text area is read as preformatted text.
static uint32_t put_textarea(struct rewrite *rw, uint32_t i, const struct line_view *v, struct str first,
                             struct str rest)
{
    rewrite_drop(rw, i, i + 1);
    rewrite_put(rw, str_slice(v->line, 0, v->body));
    rewrite_put(rw, first);
    rewrite_put(rw, rest);
    rewrite_put_line(rw, i, ends_textarea(v->line) ? STR("</pre>") : STR(""));
    return i + 1;
}

uint32_t rewrite_html(struct rewrite *rw, uint32_t i, const struct line_view *v, bool after_text)
{
    struct str s = view_body(v);
    if (!rewrite_misreads_html(s)) return i;
    if (is_textarea(s)) return put_textarea(rw, i, v, STR("<pre"), str_slice(s, strlen("<textarea"), s.n));
    if (is_declaration(s)) {
        char letter = (char)(s.p[2] & ~0x20);
        return put(rw, i, v, (struct str){(char[]){'<', '!', letter}, 3}, str_slice(s, 3, s.n));
    }
    if (!starts_like_raw(s)) return begin(rw, i, v);
    uint32_t next = rewrite_component(rw, i, v);  // <PreCheck>
    if (next > i) return next;
    bool text = after_text || html_block_begins(s) != HTML_BLOCK_TAG;
    return text ? put(rw, i, v, STR("\\"), s) : begin(rw, i, v);
}

uint32_t rewrite_html_end(struct rewrite *rw, uint32_t i, const struct line_view *v)
{
    return ends_textarea(v->line) ? put_textarea(rw, i, v, view_body(v), STR("")) : i;
}
