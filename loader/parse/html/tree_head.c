// The insertion modes up to the body.
#include "parse/html/tree_builder.h"

#include "parse/html/characters.h"

static bool drop_space(struct html_token *token)
{
    size_t n = html_space_n(token->text);
    token->text = str_slice(token->text, n, token->text.n);
    return !token->text.n;
}

// End tags that imply what is missing; all others are dropped before the body.
static bool implies(enum html_element element)
{
    return element == ELEMENT_BODY || element == ELEMENT_HTML || element == ELEMENT_BR;
}

bool mode_initial(struct builder *b, struct html_token *token)
{
    if (token->type == HTML_TOKEN_TEXT && drop_space(token)) return true;
    if (token->type == HTML_TOKEN_COMMENT) return insert_comment_into(b, b->tree->document, token), true;
    if (token->type == HTML_TOKEN_DOCTYPE) {
        struct html_node *node = node_new(b, HTML_NODE_DOCTYPE);
        if (node) {
            node->text = token->text;
            node_insert(b->tree->document, NULL, node);
        }
        b->tree->quirks = doctype_is_quirky(token);
        b->mode = MODE_BEFORE_HTML;
        return true;
    }
    b->tree->quirks = true;
    return mode_again(b, MODE_BEFORE_HTML);
}

static void open_html(struct builder *b, const struct html_token *token)
{
    struct html_node *html = b->tree->html;
    html->offset = b->at;
    html->end = b->end;
    node_insert(b->tree->document, NULL, html);
    if (token) insert_attributes(b, html, token);
}

bool mode_before_html(struct builder *b, struct html_token *token)
{
    switch (token->type) {
    case HTML_TOKEN_DOCTYPE: return true;
    case HTML_TOKEN_COMMENT: return insert_comment_into(b, b->tree->document, token), true;
    case HTML_TOKEN_TEXT:
        if (drop_space(token)) return true;
        break;
    case HTML_TOKEN_START:
        if (token->element != ELEMENT_HTML) break;
        open_html(b, token);
        b->mode = MODE_BEFORE_HEAD;
        return true;
    case HTML_TOKEN_END:
        if (token->element != ELEMENT_HEAD && !implies(token->element)) return true;
        break;
    default: break;
    }
    open_html(b, NULL);
    return mode_again(b, MODE_BEFORE_HEAD);
}

bool mode_before_head(struct builder *b, struct html_token *token)
{
    switch (token->type) {
    case HTML_TOKEN_DOCTYPE: return true;
    case HTML_TOKEN_COMMENT: return insert_comment(b, token), true;
    case HTML_TOKEN_TEXT:
        if (drop_space(token)) return true;
        break;
    case HTML_TOKEN_START:
        if (token->element == ELEMENT_HTML) return mode_in_body(b, token);
        if (token->element != ELEMENT_HEAD) break;
        b->tree->head = insert_element(b, token, HTML_NS_HTML);
        b->mode = MODE_IN_HEAD;
        return true;
    case HTML_TOKEN_END:
        if (token->element != ELEMENT_HEAD && !implies(token->element)) return true;
        break;
    default: break;
    }
    b->tree->head = insert_implied(b, ELEMENT_HEAD);
    return mode_again(b, MODE_IN_HEAD);
}

// ---- templates

void template_start(struct builder *b, const struct html_token *token)
{
    if (!insert_element(b, token, HTML_NS_HTML)) return;
    formatting_mark(b);
    b->frameset_ok = false;
    b->mode = MODE_IN_TEMPLATE;
    if (b->template_count == HTML_DEPTH_MAX) b->template_count--;
    b->templates[b->template_count++] = MODE_IN_TEMPLATE;
}

void template_end(struct builder *b)
{
    if (!b->open_of[ELEMENT_TEMPLATE]) return;
    open_pop_until(b, ELEMENT_TEMPLATE);
    formatting_clear(b);
    if (b->template_count) b->template_count--;
    mode_reset(b);
}

// ---- head

// False when the start tag is none of the head's.
static bool start_in_head(struct builder *b, struct html_token *token)
{
    switch (token->element) {
    case ELEMENT_BASE:
    case ELEMENT_BASEFONT:
    case ELEMENT_BGSOUND:
    case ELEMENT_LINK:
    case ELEMENT_META: insert_void(b, token); return true;
    case ELEMENT_TITLE: insert_with_content(b, token, HTML_CONTENT_RCDATA); return true;
    case ELEMENT_NOFRAMES:
    case ELEMENT_STYLE: insert_with_content(b, token, HTML_CONTENT_RAWTEXT); return true;
    case ELEMENT_SCRIPT: insert_with_content(b, token, HTML_CONTENT_SCRIPT); return true;
    case ELEMENT_TEMPLATE: template_start(b, token); return true;
    default: return false;
    }
}

// The mode's own pop: of <head> or <noscript>, and nothing where the limit of depth has closed it already.
static void close(struct builder *b, enum html_element element)
{
    if (is_html(open_current(b), element)) open_pop(b);
}

bool mode_in_head(struct builder *b, struct html_token *token)
{
    enum html_element element = token->element;
    if (insert_beside(b, token)) return true;
    if (token->type == HTML_TOKEN_START) {
        if (element == ELEMENT_HTML) return mode_in_body(b, token);
        if (element == ELEMENT_HEAD || start_in_head(b, token)) return true;
        if (element == ELEMENT_NOSCRIPT) {
            insert_element(b, token, HTML_NS_HTML);
            b->mode = MODE_IN_HEAD_NOSCRIPT;
            return true;
        }
    }
    if (token->type == HTML_TOKEN_END) {
        if (element == ELEMENT_TEMPLATE) return template_end(b), true;
        if (element != ELEMENT_HEAD && !implies(element)) return true;
    }
    close(b, ELEMENT_HEAD);
    b->mode = MODE_AFTER_HEAD;
    if (token->type != HTML_TOKEN_END || element != ELEMENT_HEAD) return false;
    if (b->tree->head) b->tree->head->end = b->close;
    return true;
}

bool mode_in_head_noscript(struct builder *b, struct html_token *token)
{
    enum html_element element = token->element;
    if (insert_beside(b, token)) return true;
    if (token->type == HTML_TOKEN_START) {
        if (element == ELEMENT_HTML) return mode_in_body(b, token);
        if (element == ELEMENT_HEAD || element == ELEMENT_NOSCRIPT) return true;
        if (element == ELEMENT_BASEFONT || element == ELEMENT_BGSOUND || element == ELEMENT_LINK ||
            element == ELEMENT_META || element == ELEMENT_NOFRAMES || element == ELEMENT_STYLE)
            return start_in_head(b, token);
    }
    if (token->type == HTML_TOKEN_END && element != ELEMENT_NOSCRIPT && element != ELEMENT_BR) return true;
    struct html_node *node = open_current(b);
    close(b, ELEMENT_NOSCRIPT);
    b->mode = MODE_IN_HEAD;
    if (token->type != HTML_TOKEN_END || element != ELEMENT_NOSCRIPT) return false;
    node->end = b->close;
    return true;
}

// The head's elements behind it go into it all the same.
static bool start_after_head(struct builder *b, struct html_token *token)
{
    if (html_elements[token->element].start != START_HEAD) return false;
    struct html_node *head = b->tree->head;
    if (head && b->open_count < HTML_DEPTH_MAX) open_push(b, head);
    start_in_head(b, token);
    if (head) open_remove(b, head);
    return true;
}

bool mode_after_head(struct builder *b, struct html_token *token)
{
    enum html_element element = token->element;
    if (insert_beside(b, token)) return true;
    if (token->type == HTML_TOKEN_START) {
        if (element == ELEMENT_HTML) return mode_in_body(b, token);
        if (element == ELEMENT_HEAD || start_after_head(b, token)) return true;
        if (element == ELEMENT_FRAMESET) {
            insert_element(b, token, HTML_NS_HTML);
            b->mode = MODE_IN_FRAMESET;
            return true;
        }
        if (element == ELEMENT_BODY) {
            b->tree->body = insert_element(b, token, HTML_NS_HTML);
            b->frameset_ok = false;
            b->mode = MODE_IN_BODY;
            return true;
        }
    }
    if (token->type == HTML_TOKEN_END) {
        if (element == ELEMENT_TEMPLATE) return template_end(b), true;
        if (!implies(element)) return true;
    }
    b->tree->body = insert_implied(b, ELEMENT_BODY);
    return mode_again(b, MODE_IN_BODY);
}
