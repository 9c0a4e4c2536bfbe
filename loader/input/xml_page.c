#define _GNU_SOURCE  // memmem, memrchr
#include "input/xml_page.h"

#include "base/buf.h"
#include "input/doc_facts.h"
#include "input/xml_scan.h"

#define DEPTH 512  // of elements whose ends are known; deeper ones are written without tags

enum vocabulary { XHTML, TRAFILATURA };

// Where text goes.
enum place { PLACE_PAGE, PLACE_HEADER, PLACE_COMMENTS };

struct element {
    const char *end;  // what ends it in HTML; "" for nothing
    enum place place;
    bool line;  // text in it is part of a line: code in it is no block
};

struct rewrite {
    enum vocabulary vocabulary;
    struct arena *arena;
    struct buf out;
    struct buf comments, text;  // text: of the header's element
    struct str fact;            // what the element says in the header; empty: nothing
    struct doc_facts facts;
    bool source;  // in the header's <biblFull>, where much of it is said again
    struct element stack[DEPTH];
    size_t depth, deeper;
    size_t pages;    // <html> so far
    struct str raw;  // the element, of XHTML, whose content is passed over: script, style, another page's head
};

// ------------------------------------------------------------------------------------------------------------------

static size_t lines_of(struct str s)
{
    size_t lines = 0;
    for (const char *p = s.p, *end = s.p + s.n; p < end && (p = memchr(p, '\n', (size_t)(end - p))); p++) lines++;
    return lines;
}

static void keep_lines(struct rewrite *r, struct str s)
{
    for (size_t lines = lines_of(s); lines; lines--) buf_byte(&r->out, '\n');
}

static void add_escaped(struct rewrite *r, struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (c == '&') buf_str_add(&r->out, STR("&amp;"));
        else if (c == '<') buf_str_add(&r->out, STR("&lt;"));
        else buf_byte(&r->out, c);
    }
}

static void add_text(struct rewrite *r, const struct xml_token *t)
{
    bool literal = t->kind == XML_CDATA || (t->text.n && t->text.p[0] == '<');
    if (literal) add_escaped(r, t->text);
    else buf_str_add(&r->out, t->text);
}

static bool one_of(struct str name, const char *list)
{
    char key[24] = " ";
    if (!name.n || name.n > sizeof key - 3) return false;
    memcpy(key + 1, name.p, name.n);
    key[name.n + 1] = ' ';
    key[name.n + 2] = '\0';
    return strstr(list, key) != NULL;
}

// XHTML
// -----------------------------------------------------------------------------------------------------------------

// HTML's elements without an end tag (HTML standard, "void elements").
static const char voids[] = " area base br col embed hr img input link meta param source track wbr ";

// The name without a prefix that only says whose element it is.
static struct str plain_name(struct str name)
{
    struct str local = xml_local(name), prefix = str_slice(name, 0, name.n - local.n);
    return one_of(prefix, " html: xhtml: h: svg: m: mml: math: ") ? local : name;
}

static void xhtml_start(struct rewrite *r, const struct xml_token *t)
{
    struct str name = plain_name(t->name);
    bool html = str_equal(name, STR("html")), again = r->pages > 1 || (html && r->pages);
    r->pages += html;
    if (again && (html || str_equal(name, STR("body")))) {
        keep_lines(r, t->whole);
        return;
    }
    bool hidden = one_of(name, " script style ") || (again && str_equal(name, STR("head")));
    if (hidden && !t->empty) r->raw = t->name;
    if (hidden) {
        keep_lines(r, t->whole);
        return;
    }
    buf_byte(&r->out, '<');
    buf_str_add(&r->out, name);
    buf_str_add(&r->out, t->attributes);
    buf_byte(&r->out, '>');
    if (t->empty && !one_of(name, voids)) buf_printf(&r->out, "</%.*s>", STR_ARG(name));
}

static void xhtml_end(struct rewrite *r, const struct xml_token *t)
{
    struct str name = plain_name(t->name);
    keep_lines(r, t->whole);
    if (one_of(name, voids) || one_of(name, " html body ")) return;
    buf_printf(&r->out, "</%.*s>", STR_ARG(name));
}

static void xhtml_token(struct rewrite *r, const struct xml_token *t)
{
    bool ends = t->kind == XML_END && r->raw.n && str_equal(t->name, r->raw);
    if (ends) r->raw = STR("");
    if (ends || r->raw.n || t->kind == XML_OTHER) keep_lines(r, t->whole);
    else if (t->kind == XML_START) xhtml_start(r, t);
    else if (t->kind == XML_END) xhtml_end(r, t);
    else add_text(r, t);
}

// trafilatura
// -------------------------------------------------------------------------------------------------------------

// <head rend="h2">, <ab type="header" rend="h2">; a heading without a level is one of the second, as in its Markdown
static const char *heading(struct str rend, const char **end)
{
    static const char *const tags[][2] = {{"<h1", "</h1>"}, {"<h2", "</h2>"}, {"<h3", "</h3>"},
                                          {"<h4", "</h4>"}, {"<h5", "</h5>"}, {"<h6", "</h6>"}};
    size_t level =
        rend.n == 2 && rend.p[0] == 'h' && rend.p[1] >= '1' && rend.p[1] <= '6' ? (size_t)(rend.p[1] - '0') : 2;
    *end = tags[level - 1][1];
    return tags[level - 1][0];
}

static const char *rendered(struct str rend, const char **end)
{
    static const struct {
        const char *rend, *tag, *end;
    } ways[] = {{"#b", "<b", "</b>"},       {"#i", "<i", "</i>"},       {"#u", "<u", "</u>"},
                {"#t", "<code", "</code>"}, {"#sub", "<sub", "</sub>"}, {"#sup", "<sup", "</sup>"}};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (str_equal(rend, str_from(ways[i].rend))) return *end = ways[i].end, ways[i].tag;
    return *end = "</span>", "<span";
}

// The tag without its `>`, and what ends it; NULL: the element is written without tags. next: what follows it.
static const char *tag_of(const struct xml_token *t, bool in_line, struct str next, const char **end)
{
    static const struct {
        const char *name, *tag, *end;
    } same[] = {
        {"p", "<p", "</p>"},
        {"row", "<tr", "</tr>"},
        {"table", "<table", "</table>"},
        {"lb", "<br", ""},
        {"graphic", "<img", ""},
        {"quote", "<blockquote", "</blockquote>"},
        {"ref", "<a", "</a>"},
        {"del", "<s", "</s>"},
        {"div", "<div", "</div>"},
        {"span", "<span", "</span>"},
        {"main", "<main", "</main>"},
    };
    struct str rend = xml_attribute(t->attributes, "rend");
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        if (str_equal(t->name, str_from(same[i].name))) return *end = same[i].end, same[i].tag;
    if (one_of(t->name, " head ab ")) return heading(rend, end);
    if (str_equal(t->name, STR("hi"))) return rendered(rend, end);
    if (str_equal(t->name, STR("cell"))) {
        bool head = str_equal(xml_attribute(t->attributes, "role"), STR("head"));
        return *end = head ? "</th>" : "</td>", head ? "<th" : "<td";
    }
    if (str_equal(t->name, STR("list"))) {
        if (str_equal(rend, STR("dl"))) return *end = "</dl>", "<dl";
        bool ordered = str_equal(rend, STR("ol"));
        return *end = ordered ? "</ol>" : "</ul>", ordered ? "<ol" : "<ul";
    }
    if (str_equal(t->name, STR("item"))) {
        if (str_starts(rend, STR("dt"))) return *end = "</dt>", "<dt";
        if (str_starts(rend, STR("dd"))) return *end = "</dd>", "<dd";
        return *end = "</li>", "<li";
    }
    if (str_equal(t->name, STR("code"))) {
        const char *tag = next.n ? memchr(next.p, '<', next.n) : NULL;
        bool lines = tag && memchr(next.p, '\n', (size_t)(tag - next.p));
        if (lines || !in_line) return *end = "</code></pre>", "<pre><code";
        return *end = "</code>", "<code";
    }
    return *end = "", NULL;
}

static void add_attribute(struct rewrite *r, struct str attributes, const char *from, const char *to)
{
    struct str value = xml_attribute(attributes, from);
    if (!value.p) return;
    char quote = memchr(value.p, '"', value.n) ? '\'' : '"';
    buf_printf(&r->out, " %s=%c%.*s%c", to, quote, STR_ARG(value), quote);
}

static void write_start(struct rewrite *r, const struct xml_token *t, const char *tag, const char *end)
{
    static const char *const kept[] = {"src", "alt", "title", "colspan", "rowspan"};
    if (!tag) {
        keep_lines(r, t->whole);
        return;
    }
    size_t before = r->out.n, lines = lines_of(t->whole);
    buf_str_add(&r->out, str_from(tag));
    add_attribute(r, t->attributes, "target", "href");
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) add_attribute(r, t->attributes, kept[i], kept[i]);
    for (lines -= lines_of(str_slice(buf_str(&r->out), before, r->out.n)); lines; lines--) buf_byte(&r->out, '\n');
    buf_byte(&r->out, '>');
    if (t->empty) buf_str_add(&r->out, str_from(end));
}

// What an element in TEI's header says of the article; empty: nothing.
static struct str fact_of(const struct xml_token *t)
{
    static const char *const names[][2] = {
        {"author", "author"}, {"publisher", "sitename"},   {"term", "tags"},           {"note", "fingerprint"},
        {"date", "date"},     {"abstract", "description"}, {"availability", "license"}};
    struct str type = xml_attribute(t->attributes, "type"), name = STR("");
    if (str_equal(t->name, STR("title")) && str_equal(type, STR("main"))) name = STR("title");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_equal(t->name, str_from(names[i][0]))) name = str_from(names[i][1]);
    if (str_equal(name, STR("tags")) || str_equal(name, STR("fingerprint"))) return type.n ? type : name;
    return str_equal(type, STR("download")) ? type : name;
}

static void header_start(struct rewrite *r, const struct xml_token *t)
{
    struct str target = xml_attribute(t->attributes, "target");
    if (str_equal(xml_attribute(t->attributes, "type"), STR("URL")) && target.p)
        doc_facts_add(&r->facts, STR("url"), xml_text(target, r->arena), r->arena);
    if (str_equal(t->name, STR("biblFull"))) r->source = !t->empty;
    struct str fact = t->empty ? STR("") : fact_of(t);
    if (!fact.n) return;
    r->fact = fact;
    r->text.n = 0;
}

static void header_end(struct rewrite *r, const struct xml_token *t)
{
    if (str_equal(t->name, STR("biblFull"))) r->source = false;
    bool ends = r->fact.n && !one_of(t->name, " p label ");
    if (!ends) return;
    struct str value = str_trim(xml_text(buf_str(&r->text), r->arena));
    const char *host = value.n && value.p[value.n - 1] == ')' ? memrchr(value.p, '(', value.n) : NULL;
    if (str_equal(r->fact, STR("sitename")) && host) value = str_slice(value, 0, (size_t)(host - value.p));
    if (!r->source || !doc_facts_has(&r->facts, r->fact)) doc_facts_add(&r->facts, r->fact, value, r->arena);
    r->fact = STR("");
}

// Where the text of an element goes that is in `around`.
static enum place place_of(const struct xml_token *t, enum place around)
{
    if (around != PLACE_PAGE) return around;
    if (str_equal(t->name, STR("teiHeader"))) return PLACE_HEADER;
    if (str_equal(t->name, STR("comments"))) return PLACE_COMMENTS;
    bool comments = str_equal(xml_attribute(t->attributes, "type"), STR("comments"));
    return comments && str_equal(t->name, STR("div")) ? PLACE_COMMENTS : PLACE_PAGE;
}

static void read_attributes(struct rewrite *r, struct str attributes)
{
    struct str name, value;
    while (xml_attribute_next(&attributes, &name, &value))
        doc_facts_add(&r->facts, name, xml_text(value, r->arena), r->arena);
}

static void start(struct rewrite *r, const struct xml_token *t, struct str next)
{
    struct element around = r->depth ? r->stack[r->depth - 1] : (struct element){"", PLACE_PAGE, false};
    struct element e = {"", place_of(t, around.place), around.line || one_of(t->name, " p item cell head ab hi ref ")};
    const char *tag = NULL;
    bool known = r->depth < DEPTH;
    if (str_equal(t->name, STR("doc"))) read_attributes(r, t->attributes);
    if (e.place == PLACE_PAGE && known) tag = tag_of(t, around.line, next, &e.end);
    if (e.place == PLACE_PAGE) write_start(r, t, tag, e.end);
    else keep_lines(r, t->whole);
    if (e.place == PLACE_HEADER) header_start(r, t);
    if (t->empty) return;
    if (known) r->stack[r->depth++] = e;
    else r->deeper++;
}

static void end(struct rewrite *r, const struct xml_token *t)
{
    keep_lines(r, t->whole);
    if (r->deeper) {
        r->deeper--;
        return;
    }
    if (!r->depth) return;
    struct element e = r->stack[--r->depth];
    if (e.place == PLACE_PAGE) buf_str_add(&r->out, str_from(e.end));
    if (e.place == PLACE_HEADER) header_end(r, t);
    if (e.place == PLACE_COMMENTS) buf_byte(&r->comments, ' ');
}

static void text(struct rewrite *r, const struct xml_token *t)
{
    enum place place = r->depth ? r->stack[r->depth - 1].place : PLACE_PAGE;
    if (place != PLACE_PAGE) keep_lines(r, t->text);
    if (place == PLACE_HEADER && r->fact.n) buf_str_add(&r->text, t->text);
    if (place == PLACE_COMMENTS) buf_str_add(&r->comments, t->text);
    if (place == PLACE_PAGE) add_text(r, t);
}

static void trafilatura_token(struct rewrite *r, const struct xml_token *t, struct str next)
{
    switch (t->kind) {
    case XML_START: start(r, t, next); break;
    case XML_END: end(r, t); break;
    case XML_OTHER: keep_lines(r, t->whole); break;
    default: text(r, t);
    }
}

// -----------------------------------------------------------------------------------------------------------------

// The first tag; false: there is none.
static bool root_of(struct str text, struct xml_token *root)
{
    while (xml_next(&text, root)) {
        if (root->kind == XML_START) return true;
        if (root->kind != XML_OTHER && str_trim(root->text).n) return false;
    }
    return false;
}

static bool has(struct str s, const char *word)
{
    return memmem(s.p, s.n, word, strlen(word)) != NULL;
}

bool xml_page_is_trafilatura(struct str head)
{
    struct xml_token root;
    if (!root_of(head, &root)) return false;
    struct str rest = str_slice(head, (size_t)(root.whole.p - head.p), head.n);
    if (rest.n > 8192) rest.n = 8192;
    if (str_equal(root.name, STR("doc"))) return has(rest, "<main") || xml_attribute(root.attributes, "sitename").p;
    return str_equal(root.name, STR("TEI")) && has(rest, "rafilatura");
}

static bool is_named_xhtml(struct str source)
{
    return str_ends(source, STR(".xhtml")) || str_ends(source, STR(".xht"));
}

static void rewrite(struct rewrite *r, struct str text)
{
    struct xml_token t;
    buf_str_add(&r->out, STR("<!DOCTYPE html>"));
    while (xml_next(&text, &t)) {
        if (r->vocabulary == TRAFILATURA) trafilatura_token(r, &t, text);
        else xhtml_token(r, &t);
    }
}

bool xml_page_read(struct article *article, struct arena *arena, struct error *error)
{
    struct xml_token root;
    if (article->dialect != DIALECT_AUTO && article->dialect != DIALECT_HTML) return true;
    bool trafilatura = xml_page_is_trafilatura(article->text);
    bool xhtml = article->is_xml || (is_named_xhtml(article->source) && root_of(article->text, &root));
    if (!trafilatura && !xhtml) return true;
    struct rewrite *r = arena_alloc(arena, sizeof *r);
    if (!r) return arena_ok(arena, error);
    *r = (struct rewrite){
        .vocabulary = trafilatura ? TRAFILATURA : XHTML, .arena = arena, .fact = STR(""), .raw = STR("")};
    rewrite(r, article->text);
    if (r->comments.n) doc_facts_add(&r->facts, STR("comments"), xml_text(buf_str(&r->comments), arena), arena);
    doc_facts_store(&r->facts, &article->metadata, arena);
    article->text = arena_str(arena, buf_str(&r->out));
    article->dialect = DIALECT_HTML;
    article->is_xml = true;
    article->whole_page = article->whole_page || trafilatura;
    if (r->out.failed || r->text.failed || r->comments.failed) arena->failed = true;
    buf_release(&r->out);
    buf_release(&r->text);
    buf_release(&r->comments);
    return arena_ok(arena, error);
}
