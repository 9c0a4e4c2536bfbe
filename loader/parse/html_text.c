#include "parse/html_text.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <strings.h>

#define NAME_MAX_BYTES 32

static bool is_alpha(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// ---- entities

// One that is longer than it is written (&nGt; and &nLt;, two characters each) would not fit in its place.
size_t html_entity(struct str s, char *out, size_t *out_n)
{
    if (!s.n || s.p[0] != '&') return 0;
    size_t n = html_reference(s, false, out, out_n);
    return n && s.p[n - 1] == ';' && *out_n <= n ? n : 0;
}

size_t html_entities(char *p, size_t n)
{
    size_t out = 0;
    for (size_t i = 0; i < n;) {
        char c[HTML_REFERENCE_CHARACTERS];
        size_t c_n, used = html_entity((struct str){p + i, n - i}, c, &c_n);
        if (used) memcpy(p + out, c, c_n), out += c_n, i += used;
        else p[out++] = p[i++];
    }
    return out;
}

// ---- tags

bool html_tag(struct str s, struct html_tag *tag)
{
    size_t i = 1;
    tag->closes = i < s.n && s.p[i] == '/';
    i += tag->closes;
    size_t name = i;
    if (i >= s.n || !is_alpha(s.p[i])) return false;
    while (i < s.n && (is_alpha(s.p[i]) || is_digit(s.p[i]))) i++;
    tag->name = str_slice(s, name, i);
    if (i >= s.n || !(is_space(s.p[i]) || s.p[i] == '/' || s.p[i] == '>')) return false;
    size_t attributes = i;
    for (; i < s.n && s.p[i] != '>'; i++) {
        if (s.p[i] == '<') return false;
        if (s.p[i] != '"' && s.p[i] != '\'') continue;
        const char *end = memchr(s.p + i + 1, s.p[i], s.n - i - 1);
        if (!end) return false;
        i = (size_t)(end - s.p);
    }
    if (i >= s.n) return false;
    tag->attributes = str_slice(s, attributes, i);
    tag->bytes = i + 1;
    return true;
}

struct str html_attribute(struct str s, const char *name)
{
    size_t name_n = strlen(name);
    for (size_t i = 0; i < s.n;) {
        while (i < s.n && (is_space(s.p[i]) || s.p[i] == '/' || s.p[i] == '=')) i++;
        size_t start = i;
        while (i < s.n && !is_space(s.p[i]) && s.p[i] != '=' && s.p[i] != '/') i++;
        bool found = i - start == name_n && strncasecmp(s.p + start, name, name_n) == 0;
        while (i < s.n && is_space(s.p[i])) i++;
        if (i >= s.n || s.p[i] != '=') continue;
        for (i++; i < s.n && is_space(s.p[i]);) i++;
        char quote = i < s.n && (s.p[i] == '"' || s.p[i] == '\'') ? s.p[i++] : 0;
        size_t value = i;
        if (quote) {
            const char *close = memchr(s.p + i, quote, s.n - i);
            i = close ? (size_t)(close - s.p) : s.n;
        } else
            while (i < s.n && !is_space(s.p[i])) i++;
        if (found) return str_slice(s, value, i);
        i += quote != 0;
    }
    return STR_NULL;
}

struct element {
    char name[NAME_MAX_BYTES];
    enum html_kind kind;
};

static int by_name(const void *name, const void *element)
{
    return strcmp(name, ((const struct element *)element)->name);
}

enum html_kind html_kind(struct str name)
{
    // in order: those that are more than inline or block, and those that libxml2 does not know
    static const struct element elements[] = {
        {"a", HTML_LINK},        {"article", HTML_BLOCK},  {"aside", HTML_BLOCK},   {"audio", HTML_INLINE},
        {"bdi", HTML_INLINE},    {"br", HTML_BREAK},       {"canvas", HTML_INLINE}, {"data", HTML_INLINE},
        {"details", HTML_BLOCK}, {"dialog", HTML_BLOCK},   {"embed", HTML_INLINE},  {"figcaption", HTML_BLOCK},
        {"figure", HTML_BLOCK},  {"footer", HTML_BLOCK},   {"header", HTML_BLOCK},  {"hgroup", HTML_BLOCK},
        {"img", HTML_IMAGE},     {"main", HTML_BLOCK},     {"mark", HTML_INLINE},   {"meter", HTML_INLINE},
        {"nav", HTML_BLOCK},     {"picture", HTML_INLINE}, {"rp", HTML_INLINE},     {"rt", HTML_INLINE},
        {"ruby", HTML_INLINE},   {"search", HTML_BLOCK},   {"section", HTML_BLOCK}, {"slot", HTML_INLINE},
        {"source", HTML_INLINE}, {"summary", HTML_BLOCK},  {"svg", HTML_INLINE},    {"template", HTML_INLINE},
        {"time", HTML_INLINE},   {"track", HTML_INLINE},   {"video", HTML_INLINE},  {"wbr", HTML_INLINE},
    };
    char lower[NAME_MAX_BYTES];
    if (name.n >= sizeof lower) return HTML_UNKNOWN;
    for (size_t i = 0; i < name.n; i++) lower[i] = is_alpha(name.p[i]) ? (char)(name.p[i] | 0x20) : name.p[i];
    lower[name.n] = '\0';
    const struct element *known =
        bsearch(lower, elements, sizeof elements / sizeof *elements, sizeof *elements, by_name);
    if (known) return known->kind;
    const htmlElemDesc *element = htmlTagLookup((const xmlChar *)lower);
    return !element ? HTML_UNKNOWN : element->isinline ? HTML_INLINE : HTML_BLOCK;
}

// ---- reduction

struct reducer {
    char *p;
    size_t n, in, out;
    html_link_fn *link;
    void *context;
    char before;    // what stands before it
    bool unclosed;  // a comment has no end, so none behind it has
    bool raised;    // a number that comes next is raised or lowered behind a number
};

// White space collapses to a space, around a line break to that.
static void put_space(struct reducer *r, char c)
{
    char *last = r->out ? &r->p[r->out - 1] : NULL;
    if (last && is_space(*last)) *last = c == '\n' ? c : *last;
    else r->p[r->out++] = c;
}

// Whether the line that ends before r->in is one by itself though HTML has none: a template's, code, an item or heading
// as Markdown writes it.
static bool ends_line(const struct reducer *r)
{
    size_t next = r->in, last = r->out;
    while (next < r->n && is_space(r->p[next])) next++;
    while (last && is_space(r->p[last - 1])) last--;
    return last && next < r->n && (memchr("{}>;", r->p[last - 1], 4) || memchr("-*+#|{}", r->p[next], 7));
}

static void put_alt(struct reducer *r, struct str alt)
{
    memmove(r->p + r->out, alt.p, alt.n);
    r->out += html_entities(r->p + r->out, alt.n);
}

bool html_begins_number(struct str s)
{
    size_t sign = s.n > 1 && s.p[0] == '-';
    return s.n > sign && is_digit(s.p[sign]);
}

static void put_tag(struct reducer *r, const struct html_tag *tag, enum html_kind kind)
{
    struct str value = STR_NULL;
    if (tag->name.n == 3 && (strncasecmp(tag->name.p, "sup", 3) == 0 || strncasecmp(tag->name.p, "sub", 3) == 0))
        r->raised = !tag->closes && is_digit(r->out ? r->p[r->out - 1] : r->before);
    switch (kind) {
    case HTML_BREAK: put_space(r, '\n'); break;
    case HTML_BLOCK: put_space(r, ' '); break;
    case HTML_IMAGE:
        value = html_attribute(tag->attributes, "alt");
        if (value.n) put_alt(r, value);
        break;
    case HTML_LINK:
        if (!tag->closes) value = html_attribute(tag->attributes, "href");
        if (tag->closes || value.n) r->link(r->context, r->out, value);
        break;
    default: break;
    }
}

static size_t comment_end(struct str s)
{
    for (size_t i = 4; i + 3 <= s.n; i++) {
        const char *dash = memchr(s.p + i, '-', s.n - i - 2);
        if (!dash) return 0;
        i = (size_t)(dash - s.p);
        if (dash[1] == '-' && dash[2] == '>') return i + 3;
    }
    return 0;
}

size_t html_comment(struct str s, bool *unclosed)
{
    bool comment = str_starts(s, STR("<!--"));
    if (*unclosed || (!comment && (s.n < 9 || strncasecmp(s.p, "<!doctype", 9) != 0))) return 0;
    const char *close = comment ? NULL : memchr(s.p, '>', s.n);
    size_t end = comment ? comment_end(s) : close ? (size_t)(close - s.p) + 1 : 0;
    *unclosed = !end;
    return end;
}

// What stands at a `<`; false when it is text.
static bool reduce_markup(struct reducer *r)
{
    struct str rest = {r->p + r->in, r->n - r->in};
    struct html_tag tag;
    tag.bytes = html_comment(rest, &r->unclosed);
    if (!tag.bytes) {
        if (!html_tag(rest, &tag)) return false;
        enum html_kind kind = html_kind(tag.name);
        if (kind == HTML_UNKNOWN) return false;
        put_tag(r, &tag, kind);
    }
    r->in += tag.bytes;
    return true;
}

size_t html_text_reduce(char *p, size_t n, char before, bool *raised, html_link_fn *link, void *context)
{
    struct reducer r = {.p = p, .n = n, .before = before, .link = link, .context = context};
    while (r.in < n) {
        char c = p[r.in];
        if (c == '<' && reduce_markup(&r)) continue;
        if (r.raised && html_begins_number((struct str){p + r.in, n - r.in})) put_space(&r, ' ');
        r.raised = false;
        char decoded[HTML_REFERENCE_CHARACTERS];
        size_t decoded_n, used = html_entity((struct str){p + r.in, n - r.in}, decoded, &decoded_n);
        if (used) {
            memcpy(p + r.out, decoded, decoded_n);
            r.out += decoded_n;
            r.in += used;
            continue;
        }
        r.in++;
        if (is_space(c)) put_space(&r, c == '\n' && ends_line(&r) ? c : ' ');
        else p[r.out++] = c;
    }
    *raised = r.raised;
    return r.out;
}
