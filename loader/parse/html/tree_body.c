// The insertion modes "in body" and "text".
#include "parse/html/tree_builder.h"

#include "parse/html/characters.h"

bool text_is_space(struct str text)
{
    size_t i = 0;
    while (i < text.n && (!text.p[i] || html_is_space(text.p[i]))) i++;
    return i == text.n;
}

void text_forbids_frameset(struct builder *b, struct str text)
{
    if (b->frameset_ok && !text_is_space(text)) b->frameset_ok = false;
}

static void text_in_body(struct builder *b, const struct html_token *token)
{
    formatting_reconstruct(b);
    insert_text(b, token->text);
    text_forbids_frameset(b, token->text);
}

bool mode_in_body(struct builder *b, struct html_token *token)
{
    switch (token->type) {
    case HTML_TOKEN_TEXT: text_in_body(b, token); return true;
    case HTML_TOKEN_START: return body_start(b, token);
    case HTML_TOKEN_END: return body_end(b, token);
    case HTML_TOKEN_COMMENT: insert_comment(b, token); return true;
    case HTML_TOKEN_END_OF_PAGE: return b->template_count ? mode_in_template(b, token) : true;
    default: return true;
    }
}

bool mode_text(struct builder *b, struct html_token *token)
{
    if (token->type == HTML_TOKEN_TEXT) {
        insert_text(b, token->text);
        return true;
    }
    struct html_node *node = open_current(b);
    open_pop(b);
    b->mode = b->text_from;
    if (token->type != HTML_TOKEN_END) return false;
    node->end = b->close;
    return true;
}
