#include "parse/markdown/html_block.h"

#include <string.h>
#include <strings.h>

// What follows `<` of an opening tag.
static const char raw[] = " pre script style textarea ";

// What follows `<` or `</`.
static const char named[] =
    " address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link "
    "main menu menuitem nav noframes ol optgroup option p param search section source summary table tbody td tfoot th "
    "thead title tr track ul ";

// The conditions whose blocks end on a line with an ending; those of 6 and 7 end at a blank line.
static const struct condition {
    const char *begin;  // NULL: see html_block_begins
    const char *ends[4];
} conditions[] = {
    [HTML_BLOCK_RAW] = {NULL, {"</pre>", "</script>", "</style>", "</textarea>"}},
    [2] = {"<!--", {"-->"}},
    [3] = {"<?", {"?>"}},
    [HTML_BLOCK_DECLARE] = {NULL, {">"}},
    [5] = {"<![CDATA[", {"]]>"}},
};

static bool is_alpha(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool is_alnum(char c)
{
    return is_alpha(c) || (c >= '0' && c <= '9');
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static size_t skip_blanks(struct str s, size_t i)
{
    while (i < s.n && is_blank(s.p[i])) i++;
    return i;
}

static bool is_end(struct str s, size_t i)
{
    return i == s.n || s.p[i] == '\r' || s.p[i] == '\n';
}

// Behind the value that begins at i; 0 when there is none.
static size_t value_end(struct str s, size_t i)
{
    if (i < s.n && (s.p[i] == '"' || s.p[i] == '\'')) {
        const char *quote = memchr(s.p + i + 1, s.p[i], s.n - i - 1);
        return quote ? (size_t)(quote - s.p) + 1 : 0;
    }
    size_t from = i;
    while (i < s.n && !memchr(" \t\r\n\"'=<>`", s.p[i], 10)) i++;
    return i > from ? i : 0;
}

// Behind the attribute that may follow i, blanks before it included; i when none does, 0 when it is broken.
static size_t attribute_end(struct str s, size_t i)
{
    size_t at = skip_blanks(s, i), blanks = at - i;
    if (!blanks || at == s.n || !(is_alpha(s.p[at]) || s.p[at] == '_' || s.p[at] == ':')) return i;
    while (at < s.n && (is_alnum(s.p[at]) || memchr("_.:-", s.p[at], 4))) at++;
    size_t equals = skip_blanks(s, at);
    return equals < s.n && s.p[equals] == '=' ? value_end(s, skip_blanks(s, equals + 1)) : at;
}

// Condition 7: an opening or closing tag, and nothing else. `name`: behind its name.
static bool is_tag_alone(struct str s, size_t name, bool closes)
{
    size_t i = name, next;
    while (!closes && (next = attribute_end(s, i)) != i)
        if (!(i = next)) return false;
    i = skip_blanks(s, i);
    i += !closes && i < s.n && s.p[i] == '/';
    return i < s.n && s.p[i] == '>' && is_end(s, skip_blanks(s, i + 1));
}

int html_block_begins(struct str s)
{
    for (int i = 2; i <= 5; i++)
        if (conditions[i].begin && str_starts(s, str_from(conditions[i].begin))) return i;
    if (s.n > 2 && s.p[1] == '!' && is_alpha(s.p[2])) return HTML_BLOCK_DECLARE;
    bool closes = s.n > 1 && s.p[1] == '/';
    size_t begin = 1 + closes, i = begin;
    if (i >= s.n || s.p[0] != '<' || !is_alpha(s.p[i])) return 0;
    while (i < s.n && (is_alnum(s.p[i]) || s.p[i] == '-')) i++;
    struct str name = str_slice(s, begin, i);
    bool ends = is_end(s, i) || is_blank(s.p[i]) || s.p[i] == '>';
    if (!closes && ends && str_is_listed_any_case(raw, name)) return HTML_BLOCK_RAW;
    if (ends || (i + 1 < s.n && s.p[i] == '/' && s.p[i + 1] == '>'))
        if (str_is_listed_any_case(named, name)) return HTML_BLOCK_NAMED;
    return is_tag_alone(s, i, closes) ? HTML_BLOCK_TAG : 0;
}

bool html_block_ends(int condition, struct str s)
{
    if (condition >= HTML_BLOCK_NAMED) return is_end(s, skip_blanks(s, 0));
    const char *const *ends = conditions[condition].ends, *end = s.p + s.n;
    char first = ends[0][0];
    for (const char *p = s.p; p < end && (p = memchr(p, first, (size_t)(end - p))); p++)
        for (int i = 0; i < 4 && ends[i]; i++) {
            size_t n = strlen(ends[i]);
            if ((size_t)(end - p) >= n && strncasecmp(p, ends[i], n) == 0) return true;
        }
    return false;
}
