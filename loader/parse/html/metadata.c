// What a page states of its article, gathered in the page's order: <meta>, <link>, <title>, <time>, microdata, JSON-LD.
#include "input/page_metadata.h"
#include "parse/html/characters.h"
#include "parse/html/page.h"
#include "parse/html/run.h"

#define STATEMENTS_MAX 4000

struct gathered {
    struct arena *arena;
    struct page_statement *statements;
    size_t count, capacity;
    size_t times;  // <time> of the article
    struct str time;
    bool time_told;
    bool begun;               // a text of the article has come
    struct str waiting_time;  // stated amid the article, in what is left out of it, if another text comes
    struct str waiting_author;
};

static void add(struct gathered *g, enum page_source source, struct str name, struct str value)
{
    if (!value.n || g->count == STATEMENTS_MAX) return;
    if (g->count == g->capacity) {
        size_t capacity = g->capacity ? 2 * g->capacity : 32;
        struct page_statement *grown = arena_grow(g->arena, g->statements, g->count, capacity, sizeof *grown);
        if (!grown) return;
        g->statements = grown;
        g->capacity = capacity;
    }
    g->statements[g->count++] = (struct page_statement){source, name, value};
}

// All text below a node.
static struct str text_of(const struct html_node *node, struct arena *arena)
{
    if (node->first && !node->first->next && node->first->type == HTML_NODE_TEXT) return node->first->text;
    size_t n = 0;
    for (const struct html_node *t = node->first; t; t = html_node_next(node, t, false))
        if (t->type == HTML_NODE_TEXT) n += t->text.n;
    char *p = n ? arena_alloc(arena, n) : NULL;
    if (!p) return STR("");
    n = 0;
    for (const struct html_node *t = node->first; t; t = html_node_next(node, t, false)) {
        if (t->type != HTML_NODE_TEXT) continue;
        memcpy(p + n, t->text.p, t->text.n);
        n += t->text.n;
    }
    return (struct str){p, n};
}

// Whether one of the words, which white space parts, is this.
static bool has_word(struct str s, struct str word)
{
    for (size_t i = 0; i + word.n <= s.n; i++) {
        bool begins = !i || html_is_space(s.p[i - 1]), ends = i + word.n == s.n || html_is_space(s.p[i + word.n]);
        if (begins && ends && html_starts_word(str_slice(s, i, s.n), word)) return true;
    }
    return false;
}

static void see_meta(struct gathered *g, const struct html_node *node)
{
    static const char *const keys[] = {"property", "name", "http-equiv"};
    struct str content = str_trim(html_node_attribute(node, "content"));
    for (size_t i = 0; i < 3; i++) {
        struct str name = str_trim(html_node_attribute(node, keys[i]));
        if (!name.n) continue;
        add(g, PAGE_META, name, content);
        return;
    }
}

static void see_link(struct gathered *g, const struct html_node *node)
{
    struct str rel = html_node_attribute(node, "rel"), href = str_trim(html_node_attribute(node, "href"));
    if (has_word(rel, STR("canonical"))) add(g, PAGE_ELEMENT, STR("link rel=canonical"), href);
}

static void see_script(struct gathered *g, const struct html_node *node)
{
    struct str type = str_trim(html_node_attribute(node, "type"));
    if (html_starts_word(type, STR("application/ld+json"))) add(g, PAGE_JSON_LD, STR(""), text_of(node, g->arena));
}

// Lines of dates and authors are left out of the text, but what stands in them amid it is said of it.
static bool is_byline(const struct gathered *g, const struct html_node *node)
{
    return g->begun && (node->left == HTML_LEFT_OUTSIDE || node->left == HTML_LEFT_FURNITURE);
}

static void see_text(struct gathered *g, const struct html_node *node)
{
    if (!html_is_kept(node) || !str_trim(node->text).n) return;
    if (g->waiting_time.n && !g->time_told) {
        g->time = g->waiting_time;
        g->time_told = true;
    }
    add(g, PAGE_ELEMENT, STR("a rel=author"), g->waiting_author);
    g->waiting_time = g->waiting_author = STR_NULL;
    g->begun = true;
}

enum { BYLINE_BYTES = 75, LINE_DEPTH = 8, LINE_NODES = 100 };

// Whether the time is one that the article tells of, amid a sentence: in a paragraph with more words than a byline.
// Of 32 such ones on 3,309 public pages none was the day that the page states, of those in shorter ones one in five.
static bool is_told_of(const struct html_node *time)
{
    const struct html_node *line = time->parent;
    for (int i = 0; i < LINE_DEPTH && line && !html_is_block(line); i++) line = line->parent;
    if (!line || line->element != ELEMENT_P) return false;
    size_t bytes = 0;
    const struct html_node *n = line->first;
    for (int i = 0; n && i < LINE_NODES && bytes <= BYLINE_BYTES; i++, n = html_node_next(line, n, n == time))
        if (n->type == HTML_NODE_TEXT) bytes += str_trim(n->text).n;
    return bytes > BYLINE_BYTES;
}

// The date of publication is told by its marks, or is the only one.
static void see_time(struct gathered *g, const struct html_node *node)
{
    struct str date = str_trim(html_node_attribute(node, "datetime"));
    if (!date.n) return;
    struct str told = html_node_attribute(node, "pubdate"), class = html_node_attribute(node, "class");
    bool tells = told.p || has_word(class, STR("published")) || has_word(class, STR("entry-date")) ||
                 has_word(class, STR("dt-published"));
    if (node->left) {
        if (tells && is_byline(g, node) && !g->waiting_time.n) g->waiting_time = date;
        return;
    }
    if (!tells && is_told_of(node)) return;
    if (tells && !g->time_told) g->time = date;
    else if (!g->times++ && !g->time.p) g->time = date;
    g->time_told |= tells;
}

static void see_property(struct gathered *g, const struct html_node *node)
{
    static const char *const values[] = {"content", "datetime"};
    struct str name = html_node_attribute(node, "itemprop"), value = STR_NULL;
    if (!name.n) return;
    bool wanted = html_is_word(name, STR("author")) || html_is_word(name, STR("datepublished")) ||
                  html_is_word(name, STR("headline"));
    for (size_t i = 0; i < 2 && wanted && !value.n; i++) value = str_trim(html_node_attribute(node, values[i]));
    if (wanted && !value.n) value = text_of(node, g->arena);
    if (wanted && value.n < 300) add(g, PAGE_ITEMPROP, name, value);
}

static void see_author(struct gathered *g, const struct html_node *node)
{
    if (!has_word(html_node_attribute(node, "rel"), STR("author"))) return;
    if (!node->left) add(g, PAGE_ELEMENT, STR("a rel=author"), text_of(node, g->arena));
    else if (is_byline(g, node) && !g->waiting_author.n) g->waiting_author = text_of(node, g->arena);
}

static void see_element(struct gathered *g, const struct html_node *node)
{
    switch ((enum html_element)node->element) {
    case ELEMENT_META: see_meta(g, node); break;
    case ELEMENT_LINK: see_link(g, node); break;
    case ELEMENT_SCRIPT: see_script(g, node); break;
    case ELEMENT_TITLE:
        if (node->namespace == HTML_NS_HTML) add(g, PAGE_ELEMENT, STR("title"), text_of(node, g->arena));
        break;
    case ELEMENT_HTML: add(g, PAGE_ELEMENT, STR("html lang"), str_trim(html_node_attribute(node, "lang"))); break;
    case ELEMENT_TIME: see_time(g, node); break;
    case ELEMENT_A: see_author(g, node); break;
    default: break;
    }
    see_property(g, node);
}

bool html_metadata(struct article *article, struct arena *arena, struct error *error)
{
    struct gathered g = {.arena = arena, .time = STR_NULL, .waiting_time = STR_NULL, .waiting_author = STR_NULL};
    const struct html_node *document = article->tree->document;
    for (const struct html_node *n = document->first; n; n = html_node_next(document, n, false)) {
        see_text(&g, n);
        if (n->type == HTML_NODE_ELEMENT && n->attribute_count + (n->element == ELEMENT_TITLE)) see_element(&g, n);
    }
    if (g.time_told || g.times == 1) add(&g, PAGE_ELEMENT, STR("time"), g.time);
    return page_metadata(article, g.statements, g.count, arena, error);
}
