// End tags in the body.
#include "parse/html/tree_builder.h"

static bool is_named(const struct html_node *node, enum html_element element, struct str name)
{
    return is_html(node, element) && (element || str_equal(node->text, name));
}

void body_end_other(struct builder *b, enum html_element element, struct str name)
{
    for (uint32_t i = b->open_count; i-- > 0;) {
        struct html_node *node = b->open[i];
        if (is_named(node, element, name)) {
            open_imply_ends(b, element);
            open_pop_node(b, node);
            node->end = b->close;
            return;
        }
        if (open_flags(node) & SPECIAL) return;
    }
}

// Ends the element where it is in scope; whether it was.
static bool end_in_scope(struct builder *b, enum html_element element, unsigned scope, enum html_element except)
{
    if (!open_in_scope(b, element, scope)) return false;
    open_imply_ends(b, except);
    open_pop_until(b, element);
    return true;
}

static void end_form(struct builder *b)
{
    if (b->open_of[ELEMENT_TEMPLATE]) {
        end_in_scope(b, ELEMENT_FORM, SCOPE, ELEMENT_UNKNOWN);
        return;
    }
    struct html_node *form = b->form;
    b->form = NULL;
    if (!form || !open_node_in_scope(b, form)) return;
    open_imply_ends(b, ELEMENT_UNKNOWN);
    open_remove(b, form);
}

static void end_p(struct builder *b)
{
    if (!open_in_scope(b, ELEMENT_P, SCOPE | BUTTON_SCOPE)) insert_implied(b, ELEMENT_P);
    open_close_p(b);
}

static void end_heading(struct builder *b)
{
    if (!open_heading_in_scope(b)) return;
    open_imply_ends(b, ELEMENT_UNKNOWN);
    while (b->open_count > 1) {
        struct html_node *node = open_current(b);
        open_pop(b);
        if (!(open_flags(node) & HEADING)) continue;
        node->end = b->close;
        return;
    }
}

static bool end_br(struct builder *b, const struct html_token *token)
{
    struct html_token start = *token;
    start.type = HTML_TOKEN_START;
    start.attribute_count = 0;
    return body_start(b, &start);
}

bool body_end(struct builder *b, struct html_token *token)
{
    switch ((enum html_end_rule)html_elements[token->element].end) {
    case END_OTHER: body_end_other(b, token->element, token->text); break;
    case END_BLOCK: end_in_scope(b, token->element, SCOPE, ELEMENT_UNKNOWN); break;
    case END_BODY:
    case END_HTML:
        if (!open_in_scope(b, ELEMENT_BODY, SCOPE)) break;
        b->mode = MODE_AFTER_BODY;
        return token->element == ELEMENT_BODY;
    case END_BR: return end_br(b, token);
    case END_DD: end_in_scope(b, token->element, SCOPE, token->element); break;
    case END_FORM: end_form(b); break;
    case END_FORMATTING:
        if (!formatting_adopt(b, token->element)) body_end_other(b, token->element, token->text);
        break;
    case END_HEADING: end_heading(b); break;
    case END_LI: end_in_scope(b, token->element, SCOPE | LIST_SCOPE, token->element); break;
    case END_OBJECT:
        if (end_in_scope(b, token->element, SCOPE, ELEMENT_UNKNOWN)) formatting_clear(b);
        break;
    case END_P: end_p(b); break;
    case END_TEMPLATE: template_end(b); break;
    }
    return true;
}
