// SVG and MathML within a page.
#include "parse/html/tree_builder.h"

#include "parse/html/characters.h"
#include "parse/html/decode.h"

// Where HTML may stand within the foreign element, by the standard's "HTML integration point".
static bool holds_html(const struct html_node *node)
{
    unsigned flags = html_elements[node->element].flags;
    if (node->namespace == HTML_NS_SVG) return flags & SVG_POINT;
    if (node->namespace != HTML_NS_MATHML || node->element != ELEMENT_ANNOTATION_XML) return false;
    struct str encoding = html_node_attribute(node, "encoding");
    return html_is_word(encoding, STR("text/html")) || html_is_word(encoding, STR("application/xhtml+xml"));
}

static bool holds_text(const struct html_node *node)
{
    return node->namespace == HTML_NS_MATHML && html_elements[node->element].flags & MATH_POINT &&
           node->element != ELEMENT_ANNOTATION_XML;
}

bool foreign_takes(const struct builder *b, const struct html_token *token)
{
    const struct html_node *node = open_current(b);
    bool start = token->type == HTML_TOKEN_START, text = token->type == HTML_TOKEN_TEXT;
    if (node->namespace == HTML_NS_HTML || token->type == HTML_TOKEN_END_OF_PAGE) return false;
    if (holds_text(node) &&
        (text || (start && token->element != ELEMENT_MGLYPH && token->element != ELEMENT_MALIGNMARK)))
        return false;
    if (node->namespace == HTML_NS_MATHML && node->element == ELEMENT_ANNOTATION_XML && start &&
        token->element == ELEMENT_SVG)
        return false;
    return !(holds_html(node) && (start || text));
}

static bool is_text_font(const struct html_token *token)
{
    for (uint32_t i = 0; token->element == ELEMENT_FONT && i < token->attribute_count; i++) {
        struct str name = token->attributes[i].name;
        if (str_equal(name, STR("color")) || str_equal(name, STR("face")) || str_equal(name, STR("size"))) return true;
    }
    return false;
}

// A tag of HTML leaves what is foreign.
static bool break_out(struct builder *b, struct html_token *token)
{
    while (open_current(b)->namespace != HTML_NS_HTML && !holds_html(open_current(b)) && !holds_text(open_current(b)))
        open_pop(b);
    return mode_take(b, token);
}

static bool start(struct builder *b, struct html_token *token)
{
    if (html_elements[token->element].flags & BREAKOUT || is_text_font(token)) return break_out(b, token);
    insert_foreign(b, token, open_current(b)->namespace);
    return true;
}

static bool end(struct builder *b, struct html_token *token)
{
    if (token->element == ELEMENT_BR || token->element == ELEMENT_P) return break_out(b, token);
    for (uint32_t i = b->open_count; i-- > 1;) {
        struct html_node *node = b->open[i];
        if (node->namespace == HTML_NS_HTML) return mode_take(b, token);
        if (node->element != token->element || (!node->element && !str_equal(node->text, token->text))) continue;
        open_pop_node(b, node);
        node->end = b->close;
        return true;
    }
    return true;
}

bool mode_foreign(struct builder *b, struct html_token *token)
{
    switch (token->type) {
    case HTML_TOKEN_TEXT:
        text_forbids_frameset(b, token->text);
        insert_text(b, b->tokenizer.has_nul ? html_replace_nuls(token->text, b->arena) : token->text);
        return true;
    case HTML_TOKEN_COMMENT: insert_comment(b, token); return true;
    case HTML_TOKEN_START: return start(b, token);
    case HTML_TOKEN_END: return end(b, token);
    default: return true;
    }
}
