// Start tags in the body.
#include "parse/html/tree_builder.h"

#include "parse/html/characters.h"

static void insert_block(struct builder *b, const struct html_token *token)
{
    open_close_p(b);
    insert_element(b, token, HTML_NS_HTML);
}

static void insert_inline(struct builder *b, const struct html_token *token)
{
    formatting_reconstruct(b);
    insert_element(b, token, HTML_NS_HTML);
}

static void insert_formatting(struct builder *b, const struct html_token *token)
{
    formatting_reconstruct(b);
    struct html_node *node = insert_element(b, token, HTML_NS_HTML);
    if (node) formatting_push(b, node);
}

static bool body_is_second(const struct builder *b)
{
    return b->open_count > 1 && is_html(b->open[1], ELEMENT_BODY);
}

static void start_html(struct builder *b, const struct html_token *token)
{
    if (!b->open_of[ELEMENT_TEMPLATE]) insert_attributes(b, b->open[0], token);
}

static void start_body(struct builder *b, const struct html_token *token)
{
    if (!body_is_second(b) || b->open_of[ELEMENT_TEMPLATE]) return;
    b->frameset_ok = false;
    insert_attributes(b, b->open[1], token);
}

static void start_frameset(struct builder *b, const struct html_token *token)
{
    if (!body_is_second(b) || !b->frameset_ok) return;
    node_remove(b->open[1]);
    while (b->open_count > 1) open_pop(b);
    b->tree->body = NULL;
    insert_element(b, token, HTML_NS_HTML);
    b->mode = MODE_IN_FRAMESET;
}

static void start_form(struct builder *b, const struct html_token *token)
{
    bool in_template = b->open_of[ELEMENT_TEMPLATE];
    if (b->form && !in_template) return;
    open_close_p(b);
    struct html_node *form = insert_element(b, token, HTML_NS_HTML);
    if (!in_template) b->form = form;
}

// <li>, <dd> and <dt>: one that is open ends here, unless something else than a paragraph or a division lies between.
static void start_item(struct builder *b, const struct html_token *token)
{
    b->frameset_ok = false;
    bool is_li = token->element == ELEMENT_LI;
    for (uint32_t i = b->open_count; i-- > 0;) {
        const struct html_node *node = b->open[i];
        enum html_element element = node->namespace == HTML_NS_HTML ? node->element : ELEMENT_UNKNOWN;
        if (is_li ? element == ELEMENT_LI : element == ELEMENT_DD || element == ELEMENT_DT) {
            open_imply_ends(b, element);
            open_pop_until(b, element);
            break;
        }
        if (open_flags(node) & SPECIAL && element != ELEMENT_ADDRESS && element != ELEMENT_DIV && element != ELEMENT_P)
            break;
    }
    insert_block(b, token);
}

static void start_a(struct builder *b, const struct html_token *token)
{
    struct html_node *open = formatting_last(b, ELEMENT_A);
    if (open) {
        if (!formatting_adopt(b, ELEMENT_A)) body_end_other(b, ELEMENT_A, STR_NULL);
        formatting_remove(b, open);
        open_remove(b, open);
    }
    insert_formatting(b, token);
}

static void start_nobr(struct builder *b, const struct html_token *token)
{
    formatting_reconstruct(b);
    if (open_in_scope(b, ELEMENT_NOBR, SCOPE) && !formatting_adopt(b, ELEMENT_NOBR))
        body_end_other(b, ELEMENT_NOBR, STR_NULL);
    insert_formatting(b, token);
}

static void start_button(struct builder *b, const struct html_token *token)
{
    if (open_in_scope(b, ELEMENT_BUTTON, SCOPE)) {
        open_imply_ends(b, ELEMENT_UNKNOWN);
        open_pop_until(b, ELEMENT_BUTTON);
    }
    insert_inline(b, token);
    b->frameset_ok = false;
}

static void start_object(struct builder *b, const struct html_token *token)
{
    insert_inline(b, token);
    formatting_mark(b);
    b->frameset_ok = false;
}

static void start_table(struct builder *b, const struct html_token *token)
{
    if (!b->tree->quirks) open_close_p(b);
    insert_element(b, token, HTML_NS_HTML);
    b->frameset_ok = false;
    b->mode = MODE_IN_TABLE;
}

static void start_void(struct builder *b, const struct html_token *token)
{
    formatting_reconstruct(b);
    insert_void(b, token);
    b->frameset_ok = false;
}

bool input_is_hidden(const struct html_token *token)
{
    for (uint32_t i = 0; i < token->attribute_count; i++)
        if (str_equal(token->attributes[i].name, STR("type")))
            return html_is_word(token->attributes[i].value, STR("hidden"));
    return false;
}

static void start_input(struct builder *b, const struct html_token *token)
{
    if (open_in_scope(b, ELEMENT_SELECT, SCOPE)) open_pop_until(b, ELEMENT_SELECT);
    formatting_reconstruct(b);
    insert_void(b, token);
    if (!input_is_hidden(token)) b->frameset_ok = false;
}

static void start_hr(struct builder *b, const struct html_token *token)
{
    open_close_p(b);
    if (open_in_scope(b, ELEMENT_SELECT, SCOPE)) open_imply_ends(b, ELEMENT_UNKNOWN);
    insert_void(b, token);
    b->frameset_ok = false;
}

static void start_select(struct builder *b, const struct html_token *token)
{
    if (open_in_scope(b, ELEMENT_SELECT, SCOPE)) {
        open_pop_until(b, ELEMENT_SELECT);
        return;
    }
    insert_inline(b, token);
    b->frameset_ok = false;
}

// except: what an open <select> leaves open, too.
static void start_option(struct builder *b, const struct html_token *token, enum html_element except)
{
    if (open_in_scope(b, ELEMENT_SELECT, SCOPE)) open_imply_ends(b, except);
    else if (is_html(open_current(b), ELEMENT_OPTION)) open_pop(b);
    insert_inline(b, token);
}

static void start_ruby(struct builder *b, const struct html_token *token, enum html_element except)
{
    if (open_in_scope(b, ELEMENT_RUBY, SCOPE)) open_imply_ends(b, except);
    insert_element(b, token, HTML_NS_HTML);
}

static void start_foreign(struct builder *b, const struct html_token *token, enum html_namespace namespace)
{
    formatting_reconstruct(b);
    insert_foreign(b, token, namespace);
}

static void start_heading(struct builder *b, const struct html_token *token)
{
    open_close_p(b);
    if (open_flags(open_current(b)) & HEADING) open_pop(b);
    insert_element(b, token, HTML_NS_HTML);
}

// What has content that is no markup.
static void start_content(struct builder *b, const struct html_token *token)
{
    enum html_content content = HTML_CONTENT_RAWTEXT;
    if (token->element == ELEMENT_TEXTAREA) {
        content = HTML_CONTENT_RCDATA;
        b->skip_newline = true;
    }
    if (token->element == ELEMENT_XMP) {
        open_close_p(b);
        formatting_reconstruct(b);
    }
    if (token->element != ELEMENT_NOEMBED) b->frameset_ok = false;
    insert_with_content(b, token, content);
}

static void start_plaintext(struct builder *b, const struct html_token *token)
{
    insert_block(b, token);
    b->tokenizer.content = HTML_CONTENT_PLAINTEXT;
}

bool body_start(struct builder *b, struct html_token *token)
{
    switch ((enum html_start_rule)html_elements[token->element].start) {
    case START_OTHER: insert_inline(b, token); break;
    case START_A: start_a(b, token); break;
    case START_BLOCK: insert_block(b, token); break;
    case START_BODY: start_body(b, token); break;
    case START_BUTTON: start_button(b, token); break;
    case START_DD:
    case START_LI: start_item(b, token); break;
    case START_FORM: start_form(b, token); break;
    case START_FORMATTING: insert_formatting(b, token); break;
    case START_FRAMESET: start_frameset(b, token); break;
    case START_HEAD: return mode_in_head(b, token);
    case START_HEADING: start_heading(b, token); break;
    case START_HR: start_hr(b, token); break;
    case START_HTML: start_html(b, token); break;
    case START_IGNORE: break;
    case START_IMAGE:
        token->element = ELEMENT_IMG;
        start_void(b, token);
        break;
    case START_INPUT: start_input(b, token); break;
    case START_MATH: start_foreign(b, token, HTML_NS_MATHML); break;
    case START_NOBR: start_nobr(b, token); break;
    case START_OBJECT: start_object(b, token); break;
    case START_OPTGROUP: start_option(b, token, ELEMENT_UNKNOWN); break;
    case START_OPTION: start_option(b, token, ELEMENT_OPTGROUP); break;
    case START_PARAM: insert_void(b, token); break;
    case START_PLAINTEXT: start_plaintext(b, token); break;
    case START_PRE:
        insert_block(b, token);
        b->skip_newline = true;
        b->frameset_ok = false;
        break;
    case START_RAWTEXT:
    case START_TEXTAREA:
    case START_XMP: start_content(b, token); break;
    case START_RB: start_ruby(b, token, ELEMENT_UNKNOWN); break;
    case START_RP: start_ruby(b, token, ELEMENT_RTC); break;
    case START_SELECT: start_select(b, token); break;
    case START_SVG: start_foreign(b, token, HTML_NS_SVG); break;
    case START_TABLE: start_table(b, token); break;
    case START_VOID: start_void(b, token); break;
    }
    return true;
}
