#define _GNU_SOURCE  // memmem
#include "input/foreign.h"
#include "parse/parser.h"

#define LOOK_BYTES (32u << 10)
#define ENOUGH     4  // points that make a text Markdown
#define INDENT     3  // columns that a block's mark may be indented by

// What a line may have that counts.
enum sign {
    SIGN_HEADING,
    SIGN_FENCE,
    SIGN_UNDERLINE,
    SIGN_DELIMITER,
    SIGN_LINK,
    SIGN_DEFINITION,
    SIGN_CLOSED,  // an extractor's ---|---|: speaks against it
    SIGNS
};

// What speaks for Markdown in the first lines of a text. Extracted text has one block a line: no mark of a heading, no
// fence, and a blank line between blocks only now and then.
struct evidence {
    int lines, blank, points;
    int found[SIGNS];
    bool links, marks;                          // the text has brackets, or marks of spans, at all
    int bare_headings, spans;                   // weak: they count up to a limit
    int items, quotes, underlines, delimiters;  // … and only beside other evidence: plain text has them, too
    bool in_fence;
    bool after_blank, before_after_blank;  // the line before is blank; the one before that
    struct str before;                     // the line before
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static size_t run_of(struct str s, char c)
{
    size_t n = 0;
    while (n < s.n && s.p[n] == c) n++;
    return n;
}

static bool is_only(struct str s, const char *bytes, size_t n)
{
    for (size_t i = 0; i < s.n; i++)
        if (!memchr(bytes, s.p[i], n)) return false;
    return s.n > 0;
}

static bool is_hashed_heading(struct str s)
{
    size_t level = run_of(s, '#');
    return level >= 1 && level <= 6 && (s.n == level || is_blank(s.p[level]));
}

static bool is_fence(struct str s)
{
    return run_of(s, '`') >= 3 || run_of(s, '~') >= 3;
}

// [label]: url
static bool is_definition(struct str s)
{
    const char *end = s.n > 4 && s.p[0] == '[' && s.p[1] != ']' ? memchr(s.p, ']', s.n - 1) : NULL;
    if (!end || end[1] != ':' || end + 3 >= s.p + s.n || !is_blank(end[2])) return false;
    const char *url = end + 3, *space = memchr(url, ' ', (size_t)(s.p + s.n - url));
    size_t n = (size_t)((space ? space : s.p + s.n) - url);
    return memchr(url, '/', n) || memchr(url, '#', n) || memchr(url, '<', n) || memchr(url, '.', n);
}

// An address, up to a bracket or a space: a word alone may be anything that stands in brackets.
static bool is_destination(const char *p, const char *end)
{
    for (bool telling = false; p < end; p++) {
        if (*p == ')' || *p == ' ') return telling;
        telling |= *p == '/' || *p == '#' || *p == '.' || *p == ':' || *p == '<';
    }
    return true;
}

// [label](url, but not within an address that stands alone on its line, with or without a number
static bool has_link(struct str s)
{
    size_t n = 0;
    while (n < s.n && ((s.p[n] >= '0' && s.p[n] <= '9') || s.p[n] == '.' || s.p[n] == ' ')) n++;
    if (str_starts(str_slice(s, n, s.n), STR("http"))) return false;
    for (const char *p = s.p, *end = s.p + s.n; p < end && (p = memchr(p, ']', (size_t)(end - p))); p++)
        if (end - p > 2 && p[1] == '(' && is_destination(p + 2, end) && memchr(s.p, '[', (size_t)(p - s.p)))
            return true;
    return false;
}

// Two marks of code or of strong emphasis, tight around something.
static bool has_span(struct str s)
{
    const char *p = memchr(s.p, '`', s.n), *end = s.p + s.n;
    if (p && p + 2 < end && !is_blank(p[1]) && p[1] != '`' && memchr(p + 2, '`', (size_t)(end - p - 2))) return true;
    for (p = s.p; p < end && (p = memchr(p, '*', (size_t)(end - p))); p++) {
        if (end - p < 5 || p[1] != '*' || p[2] == '*' || is_blank(p[2])) continue;
        for (const char *q = p + 3; (q = memchr(q, '*', (size_t)(end - q))) && q + 1 < end; q++)
            if (q[1] == '*') return !is_blank(q[-1]);
        return false;
    }
    return false;
}

static void add(struct evidence *e, enum sign sign, int points)
{
    e->found[sign]++;
    e->points += points;
}

// Whether a bar stands between the run of dashes that begins at byte i and the one before it.
static bool bar_between(struct str s, size_t i)
{
    while (i-- > 0 && s.p[i] != '-')
        if (s.p[i] == '|') return true;
    return false;
}

// |:---| or | --- |: an extractor writes neither a colon nor a space into it, and closes each cell.
static int delimiter_points(struct str s)
{
    if (!is_only(s, "-|: ", 4) || !memchr(s.p, '|', s.n)) return 0;
    int dashes = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] != '-') continue;
        bool begins = i == 0 || s.p[i - 1] != '-';
        // a second run of dashes in a cell: a rule of something else
        if (begins && dashes > 1 && memchr("- :", s.p[i - 1], 3) && !bar_between(s, i)) return 0;
        dashes++;
    }
    if (dashes < 2) return 0;
    if (memchr(s.p, ':', s.n) || memchr(s.p, ' ', s.n) || s.p[s.n - 1] != '|') return 4;
    return s.p[0] == '|' ? 0 : -4;
}

static bool is_underline(struct str s, struct str before)
{
    return before.n && s.n >= 3 && (run_of(s, '=') == s.n || run_of(s, '-') == s.n) && !memchr(before.p, '|', before.n);
}

static void weigh(struct evidence *e, struct str s)
{
    if (is_fence(s)) {
        e->in_fence = !e->in_fence;
        add(e, SIGN_FENCE, 2);
        return;
    }
    if (e->in_fence) return;
    switch (s.p[0]) {
    case '#':
        if (is_hashed_heading(s) && e->after_blank) add(e, SIGN_HEADING, 2);
        else if (is_hashed_heading(s)) e->bare_headings += is_hashed_heading(e->before) ? -1 : 1;
        break;
    case '[':
        if (is_definition(s)) add(e, SIGN_DEFINITION, 2);
        break;
    case '*':
    case '+':
        if (s.n > 2 && is_blank(s.p[1])) e->items++;
        break;
    case '>':
        if (s.n > 2 && is_blank(s.p[1])) e->quotes++;
        break;
    case '=':
    case '-':
        if (e->before_after_blank && is_underline(s, e->before)) add(e, SIGN_UNDERLINE, 0), e->underlines++;
        break;
    default: break;
    }
    int points = s.p[0] == '|' || s.p[0] == '-' || s.p[0] == ':' ? delimiter_points(s) : 0;
    if (points < 0) add(e, SIGN_CLOSED, points);
    if (points > 0) add(e, SIGN_DELIMITER, 0), e->delimiters++;
    if (e->links && has_link(s)) add(e, SIGN_LINK, 2);
    else if (e->marks) e->spans += has_span(s);
}

static struct str trimmed(struct str s)
{
    while (s.n && is_blank(s.p[0])) s.p++, s.n--;
    while (s.n && (is_blank(s.p[s.n - 1]) || s.p[s.n - 1] == '\r')) s.n--;
    return s;
}

// Nothing takes points away but an extractor's ---|---|, so without its like the first ENOUGH points decide.
static bool may_lose_points(struct str text)
{
    for (const char *p = text.p, *end = p + text.n; p < end && (p = memchr(p, '|', (size_t)(end - p))); p++)
        if (p > text.p && p[-1] == '-') return true;
    return false;
}

static int at_most(int n, int limit)
{
    return n < limit ? n : limit;
}

static struct evidence evidence_of(struct str text)
{
    struct evidence e = {.after_blank = true, .before = STR("")};
    if (text.n > LOOK_BYTES) text.n = LOOK_BYTES;
    if (str_starts(text, STR("\xEF\xBB\xBF"))) text = str_slice(text, 3, text.n);
    e.links = text.n && memchr(text.p, ']', text.n);
    e.marks = text.n && (memchr(text.p, '`', text.n) || memchr(text.p, '*', text.n));
    int decided = may_lose_points(text) ? 8 * ENOUGH : ENOUGH;
    for (size_t start = 0; start < text.n && e.points < decided;) {
        const char *lf = memchr(text.p + start, '\n', text.n - start);
        size_t end = lf ? (size_t)(lf - text.p) : text.n;
        struct str whole = str_slice(text, start, end), line = trimmed(whole);
        start = end + 1;
        e.lines++;
        e.blank += !line.n;
        // what is indented by more is code to Markdown, and anything to others
        if (line.n && line.p <= whole.p + INDENT) weigh(&e, line);
        e.before_after_blank = e.after_blank;
        e.after_blank = !line.n;
        e.before = line;
    }
    return e;
}

static int points_of(const struct evidence *e)
{
    int points = e->points + at_most(e->bare_headings > 0 ? e->bare_headings : 0, 2) + at_most(e->spans, 3);
    // in much plain text stars and dashes mark items, > quotes, headings are underlined and tables ruled off: alone
    // that says nothing
    if (points > 0)
        points += at_most(e->items, 2) + at_most(e->quotes, 2) + at_most(2 * e->underlines, 2) +
                  at_most(2 * e->delimiters, 2);
    if (points > 0 && e->blank * 6 >= e->lines) points += 2;
    return points;
}

static bool is_named_markdown(struct str source)
{
    static const char *const ends[] = {".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".Rmd"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(source, str_from(ends[i]))) return true;
    return false;
}

// By its content, or by its name where its content has tags.
static bool is_page(const struct article *article)
{
    struct str text = article->text;
    return foreign_is_page(text) || (foreign_names_page(article->source) && text.n &&
                                     (memmem(text.p, text.n, "</", 2) || memmem(text.p, text.n, "/>", 2)));
}

enum dialect dialect_of(const struct article *article)
{
    if (article->dialect != DIALECT_AUTO) return article->dialect;
    if (is_page(article)) return DIALECT_HTML;
    struct evidence e = evidence_of(article->text);
    return points_of(&e) >= (is_named_markdown(article->source) ? 0 : ENOUGH) ? DIALECT_MARKDOWN : DIALECT_EXTRACTED;
}

enum dialect dialect_detect(struct str text)
{
    struct evidence e = evidence_of(text);
    return points_of(&e) >= ENOUGH ? DIALECT_MARKDOWN : DIALECT_EXTRACTED;
}

static void say(struct buf *out, int count, const char *one, const char *many)
{
    if (count <= 0) return;
    buf_printf(out, "%s%d %s", out->n && out->p[out->n - 1] == ' ' ? "" : ", ", count, count > 1 ? many : one);
}

static void say_evidence(const struct evidence *e, struct buf *out)
{
    static const char *const names[SIGNS][2] = {
        [SIGN_HEADING] = {"heading with #", "headings with #"},
        [SIGN_FENCE] = {"fence", "fences"},
        [SIGN_UNDERLINE] = {"underlined heading", "underlined headings"},
        [SIGN_DELIMITER] = {"table's delimiter", "tables' delimiters"},
        [SIGN_LINK] = {"line with links", "lines with links"},
        [SIGN_DEFINITION] = {"link's definition", "links' definitions"},
        [SIGN_CLOSED] = {"delimiter as extractors write it", "delimiters as extractors write them"},
    };
    for (int i = 0; i < SIGNS; i++) say(out, e->found[i], names[i][0], names[i][1]);
    say(out, e->bare_headings, "line that begins with #", "lines that begin with #");
    say(out, e->spans, "line with code or emphasis", "lines with code or emphasis");
    say(out, e->items, "item with * or +", "items with * or +");
    say(out, e->quotes, "line that begins with >", "lines that begin with >");
}

bool dialect_explain(const struct article *article, struct buf *out)
{
    struct evidence e = evidence_of(article->text);
    enum dialect dialect = dialect_of(article);
    bool markdown = dialect == DIALECT_MARKDOWN, html = dialect == DIALECT_HTML;
    buf_printf(out, "%s: ", dialect_name(dialect));
    size_t start = out->n;
    if (article->dialect != DIALECT_AUTO) buf_str_add(out, STR("as it was asked for"));
    else if (html)
        buf_str_add(out, foreign_is_page(article->text) ? STR("it is a page") : STR("by its name and its tags"));
    else if (markdown && points_of(&e) < ENOUGH) buf_str_add(out, STR("by its name"));
    else say_evidence(&e, out);
    if (out->n == start) buf_str_add(out, STR("it has no mark of Markdown"));
    else if (dialect == DIALECT_EXTRACTED && article->dialect == DIALECT_AUTO)
        buf_str_add(out, STR(", too little for Markdown"));
    return !out->failed;
}

bool parse_article(struct article *article, enum dialect dialect, struct arena *arena, block_fn *emit, void *context,
                   struct error *error)
{
    static parse_fn *const parsers[] = {
        [DIALECT_EXTRACTED] = extracted_parse, [DIALECT_MARKDOWN] = markdown_parse, [DIALECT_HTML] = html_parse};
    return parsers[dialect](article, arena, emit, context, error);
}
