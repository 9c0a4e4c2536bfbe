#include "parse/html/formula.h"

#include "parse/html/characters.h"
#include "parse/html/run.h"

#include <string.h>

// From <math> up to the element that holds all forms of a formula: KaTeX and MathJax have one between, MediaWiki too.
enum { WRAPPERS = 3, FORMS = 8 };

static bool is_for_eyes(const struct html_node *node)
{
    if (node->type != HTML_NODE_ELEMENT) return false;
    if (str_equal(html_node_attribute(node, "aria-hidden"), STR("true"))) return true;
    return node->element == ELEMENT_IMG && str_contains(html_node_attribute(node, "class"), STR("math"));
}

static bool has_words(const struct html_node *node)
{
    return node->type == HTML_NODE_TEXT && str_trim(node->text).n;
}

void html_formula_settle(struct html_node *math)
{
    struct html_node *form = math;
    for (int i = 0; i < WRAPPERS && !html_is_block(form); i++, form = form->parent) {
        int forms = 0;
        for (struct html_node *n = form->parent->first; n; n = n->next)
            if (has_words(n) || forms++ > FORMS) return;  // the sentence
        for (struct html_node *n = form->parent->first; n; n = n->next)
            if (n != form && is_for_eyes(n)) n->left = HTML_LEFT_READING;
    }
}

void html_formulas_show(struct html_node *body)
{
    for (struct html_node *n = body->first; n; n = html_node_next(body, n, false)) {
        if (n->element != ELEMENT_SCRIPT || !html_starts_word(html_node_attribute(n, "type"), STR("math/tex")))
            continue;
        const struct html_node *before = n->prev;
        while (before && before->type == HTML_NODE_TEXT && !has_words(before)) before = before->prev;
        bool shown = before && before->type == HTML_NODE_ELEMENT && before->first &&
                     str_contains(html_node_attribute(before, "class"), STR("MathJax"));
        if (!shown) n->element = ELEMENT_SPAN;
    }
}

bool html_formula_begins(const struct html_node *node)
{
    for (const struct html_node *n = node->first; n; n = html_node_next(node, n, false))
        if (has_words(n)) return n->parent->namespace == HTML_NS_MATHML;
    return false;
}

// Elements with one child after another, each in a place of its own.
static bool has_places(struct str name)
{
    static const char *const names[] = {"msup", "msub", "msubsup", "mfrac", "mroot", "munder", "mover", "munderover"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_equal(name, str_from(names[i]))) return true;
    return false;
}

bool html_formula_parts(const struct html_node *text)
{
    const struct html_node *node = text;
    while (node->parent && node->parent->namespace == HTML_NS_MATHML && !node->prev) node = node->parent;
    return node->parent && node->parent->namespace == HTML_NS_MATHML && has_places(node->parent->text);
}
