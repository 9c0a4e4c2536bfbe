// Marks of note tools and site generators that are no text: attributes, anchors, callouts' kinds, block ids.
#include "parse/markdown/rewrite_pass.h"

#define LINE_MAX_BYTES (64u << 10)  // longer ones take too long to be looked through for code

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool is_name(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '-' || c == '_' || (c & 0x80);
}

static size_t name_bytes(struct str s)
{
    size_t n = 0;
    while (n < s.n && (is_name(s.p[n]) || s.p[n] == ':' || s.p[n] == '.')) n++;
    return n;
}

// ---- attributes

// Bytes of key=value, value "quoted" or not; 0 for none.
static size_t pair_bytes(struct str s)
{
    size_t n = name_bytes(s);
    if (!n || n + 1 >= s.n || s.p[n] != '=') return 0;
    char quote = s.p[++n];
    if (quote == '"' || quote == '\'') {
        const char *end = memchr(s.p + n + 1, quote, s.n - n - 1);
        return end ? (size_t)(end - s.p) + 1 : 0;
    }
    while (n < s.n && !is_blank(s.p[n]) && s.p[n] != '}') n++;
    return n;
}

// Bytes of {#id .class key=value}, {-}, {: .class}, {:toc} at the start of s; 0 when it is something else.
static size_t attribute_bytes(struct str s)
{
    size_t i = 1, found = 0;
    if (s.n < 3 || s.p[0] != '{' || s.p[1] == '\n') return 0;
    bool colon = s.p[i] == ':';
    for (i += colon; i < s.n; found++) {
        while (i < s.n && is_blank(s.p[i])) i++;
        if (i == s.n) return 0;
        if (s.p[i] == '}') return found ? i + 1 : 0;
        struct str rest = str_slice(s, i, s.n);
        size_t n = pair_bytes(rest);
        if (!n && rest.n > 1 && (rest.p[0] == '#' || rest.p[0] == '.')) {
            n = name_bytes(str_slice(rest, 1, rest.n));
            n += n > 0;
        }
        if (!n && rest.p[0] == '-' && (rest.n > 1 && (rest.p[1] == '}' || is_blank(rest.p[1])))) n = 1;
        if (!n && colon) n = name_bytes(rest);
        if (!n) return 0;
        i += n;
    }
    return 0;
}

// {role}`text` of MyST.
static size_t role_bytes(struct str s)
{
    size_t n = s.n > 2 ? name_bytes(str_slice(s, 1, s.n)) : 0;
    return n && n + 2 < s.n && s.p[n + 1] == '}' && s.p[n + 2] == '`' ? n + 2 : 0;
}

// ^id at the end of a line, behind a blank or alone.
static size_t block_id_bytes(struct str s)
{
    size_t n = 0, letters = 0;
    while (n < s.n && (s.p[s.n - 1 - n] == '-' || (is_name(s.p[s.n - 1 - n]) && s.p[s.n - 1 - n] != '_'))) {
        letters += (s.p[s.n - 1 - n] | 0x20) >= 'a';
        n++;
    }
    if (n == s.n || s.p[s.n - 1 - n] != '^' || n < 3 || (!letters && n < 6)) return 0;
    return n + 1 == s.n || is_blank(s.p[s.n - 2 - n]) ? n + 1 : 0;
}

// Behind the code span that begins at i; i + its backticks when it has no end.
static size_t code_end(struct str s, size_t i)
{
    size_t run = line_run(str_slice(s, i, s.n), '`');
    for (size_t j = i + run; j < s.n;) {
        size_t same = line_run(str_slice(s, j, s.n), '`');
        if (same == run) return j + same;
        j += same ? same : 1;
    }
    return i + run;
}

// The address of a link that the site makes, ({{< ref "a" >}}): its bytes, brackets included; 0 for none. Blanks end
// addresses, so it is put in angle brackets.
static size_t site_address_bytes(struct str s, size_t i)
{
    if (i < 2 || s.p[i - 1] != '(' || s.p[i - 2] != ']' || i + 1 >= s.n || s.p[i + 1] != '{') return 0;
    size_t end = i + 2;
    while (end + 1 < s.n && !(s.p[end] == '}' && s.p[end + 1] == '}')) end++;
    while (end < s.n && s.p[end] != ')') end++;
    return end < s.n ? end - i : 0;
}

static void put_site_address(struct rewrite *rw, struct str s)
{
    rewrite_put(rw, STR("<"));
    for (size_t i = 0; i < s.n; i++) {
        struct str c = str_slice(s, i, i + 1);
        if (s.p[i] == '<') c = STR("%3C");
        if (s.p[i] == '>') c = STR("%3E");
        if (s.p[i] == '|') c = STR("%7C");  // it would end a cell
        rewrite_put(rw, c);
    }
    rewrite_put(rw, STR(">"));
}

// Bytes of the mark at i that goes.
static size_t mark_at(struct str s, size_t i)
{
    struct str rest = str_slice(s, i, s.n);
    size_t n = attribute_bytes(rest);
    if (!n) return role_bytes(rest);
    bool behind = i && memchr(")]`*_\":", s.p[i - 1], 7), last = line_trim(str_slice(rest, n, rest.n)).n == 0;
    bool apart = !i || is_blank(s.p[i - 1]);
    bool strong = rest.p[1] == ':' || rest.p[1] == '#' || rest.p[1] == '.' || s.p[0] == '#';
    return behind || (last && apart && strong) ? n : 0;
}

// The bracket that opens the span which `]` at `close` ends, [text]{.class} of pandoc, from `from` on; `close` for
// none.
static size_t span_begin(struct str s, size_t from, size_t close)
{
    size_t depth = 0;
    for (size_t i = close + 1; i-- > from;) {
        if (i && s.p[i - 1] == '\\') continue;
        if (s.p[i] == ']') depth++;
        else if (s.p[i] == '[' && --depth == 0) return i && memchr("!]", s.p[i - 1], 2) ? close : i;
    }
    return close;
}

bool rewrite_has_attributes(struct str source)
{
    const char *end = source.p + source.n;
    for (const char *p = source.p; p < end && (p = memchr(p, '{', (size_t)(end - p))); p++) {
        struct str rest = {p, (size_t)(end - p)};
        bool behind = p > source.p && memchr(")]`*_\":", p[-1], 7), strong = rest.n > 1 && memchr(":#.- ", p[1], 5);
        if (((behind || strong) && attribute_bytes(rest)) || role_bytes(rest)) return true;
        if (rest.n > 1 && p[1] == '{' && p > source.p && p[-1] == '(') return true;
    }
    for (const char *p = source.p; p < end && (p = memchr(p, '^', (size_t)(end - p))); p++) {
        const char *lf = memchr(p, '\n', (size_t)(end - p));
        struct str rest = line_trim((struct str){p, (size_t)((lf ? lf : end) - p)});
        if (block_id_bytes(rest)) return true;
    }
    return false;
}

uint32_t rewrite_attributes(struct rewrite *rw, uint32_t i, const struct line_view *v)
{
    struct str s = view_body(v);
    bool found = false;
    size_t from = 0, id = block_id_bytes(line_trim(s));
    if (s.n > LINE_MAX_BYTES) return i;
    if (id) s = str_slice(s, 0, (size_t)(line_trim(s).p + line_trim(s).n - s.p) - id);
    for (size_t at = 0; at < s.n;) {
        size_t address = s.p[at] == '{' ? site_address_bytes(s, at) : 0;
        size_t n = address ? address : s.p[at] == '{' ? mark_at(s, at) : 0;
        if (s.p[at] == '`') {
            at = code_end(s, at);
            continue;
        }
        if (!n) {
            at += 1 + (s.p[at] == '\\');
            continue;
        }
        if (!found) {
            rewrite_drop(rw, i, i + 1);
            rewrite_put(rw, str_slice(v->line, 0, v->body));
        }
        found = true;
        size_t close = at ? at - 1 : 0, open = at && s.p[close] == ']' && !address ? span_begin(s, from, close) : close;
        if (open < close) {
            rewrite_put(rw, str_slice(s, from, open));
            rewrite_put(rw, str_slice(s, open + 1, close));
        } else rewrite_put(rw, str_slice(s, from, at));
        if (address) put_site_address(rw, str_slice(s, at, at + address));
        from = at += n;
    }
    if (!found && !id) return i;
    if (!found) {
        rewrite_drop(rw, i, i + 1);
        rewrite_put(rw, str_slice(v->line, 0, v->body));
    }
    rewrite_put_line(rw, i, from < s.n ? str_slice(s, from, s.n) : STR(""));
    return i + 1;
}

// ---- lines that are marks

// (target)= of MyST
static bool is_target(struct str s)
{
    size_t n = s.n > 3 ? 1 + name_bytes(str_slice(s, 1, s.n)) : 0;
    return n > 1 && n + 2 == s.n && s.p[0] == '(' && s.p[n] == ')' && s.p[n + 1] == '=';
}

// * TOC and {:toc}, a line of attributes alone, [TOC]
uint32_t rewrite_mark_line(struct rewrite *rw, uint32_t i, const struct line_view *v)
{
    struct str s = line_trim(view_body(v));
    size_t n = s.p[0] == '{' ? attribute_bytes(s) : 0;
    bool toc = str_equal(s, STR("[TOC]")) || str_equal(s, STR("[[_TOC_]]")) || str_equal(s, STR("[[toc]]")) ||
               str_equal(s, STR("[[TOC]]"));
    if (toc || (n && n == s.n) || is_target(s)) {
        rewrite_drop(rw, i, i + 1);
        return i + 1;
    }
    struct line_view next = rewrite_view(rewrite_line(rw, i + 1));
    if (line_mark_bytes(s) && str_starts(view_body(&next), STR("{:")) && line_has(next.line, STR("toc"))) {
        rewrite_drop(rw, i, i + 2);
        return i + 2;
    }
    return i;
}

// > [!note]- Title
uint32_t rewrite_callout(struct rewrite *rw, uint32_t i, const struct line_view *v)
{
    struct str s = line_trim(view_body(v));
    if (!str_starts(s, STR("[!"))) return i;
    const char *close = memchr(s.p, ']', s.n);
    if (!close) return i;
    struct str title = str_slice(s, (size_t)(close - s.p) + 1, s.n);
    if (title.n && (title.p[0] == '-' || title.p[0] == '+')) title = str_slice(title, 1, title.n);
    title = line_trim(title);
    rewrite_drop(rw, i, i + 1);
    if (title.n) {
        rewrite_put(rw, str_slice(v->line, 0, v->body));
        rewrite_put_line(rw, i, title);
    }
    rewrite_blank(rw, i, v);
    return i + 1;
}

// Bytes of <a id="…"></a> that s begins with.
static size_t anchor_bytes(struct str s)
{
    if (!str_starts(s, STR("<a id=")) && !str_starts(s, STR("<a name="))) return 0;
    const char *end = memchr(s.p, '>', s.n);
    if (!end) return 0;
    size_t n = (size_t)(end - s.p) + 1;
    if (end[-1] == '/') return n;
    return str_starts(str_slice(s, n, s.n), STR("</a>")) ? n + 4 : 0;
}

// Anchors before a heading on its line, or alone on the line before something.
uint32_t rewrite_anchor(struct rewrite *rw, uint32_t i, const struct line_view *v)
{
    struct str s = line_trim(view_body(v));
    size_t n = 0;
    for (size_t more; (more = anchor_bytes(s)); n += more) s = line_trim(str_slice(s, more, s.n));
    if (!n || (s.n && s.p[0] != '#')) return i;
    rewrite_drop(rw, i, i + 1);
    rewrite_put(rw, str_slice(v->line, 0, s.n ? v->body : 0));
    rewrite_put_line(rw, i, s);
    return i + 1;
}

// ---- Logseq's properties

static bool is_property(struct str s)
{
    size_t n = 0;
    while (n < s.n && (is_name(s.p[n]) || s.p[n] == '.' || s.p[n] == '/')) n++;
    return n && n + 3 < s.n && s.p[n] == ':' && s.p[n + 1] == ':' && s.p[n + 2] == ' ';
}

// How Logseq shows a block, and what it calls it.
static bool is_block_property(struct str s)
{
    static const char *const names[] = {
        "id::",     "collapsed::", "logseq.",   "heading::", "card-", "background-color::",
        "created-", "updated-",    "ls-type::", "hl-"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_starts(s, str_from(names[i]))) return true;
    return false;
}

uint32_t rewrite_property(struct rewrite *rw, uint32_t i, const struct line_view *v)
{
    if (!is_property(view_body(v))) return i;
    uint32_t end = i;
    for (struct line_view at = *v; end < rw->count && is_property(view_body(&at));) {
        if (is_block_property(view_body(&at))) break;
        at = rewrite_view(rewrite_line(rw, ++end));
    }
    if (end > i) {
        rewrite_code(rw, i, end, v);
        return end;
    }
    rewrite_drop(rw, i, i + 1);
    return i + 1;
}
