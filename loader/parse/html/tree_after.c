// The insertion modes of templates and framesets and those behind the body.
#include "parse/html/tree_builder.h"

#include "parse/html/characters.h"

// ---- templates

static void set_template_mode(struct builder *b, enum html_mode mode)
{
    if (b->template_count) b->templates[b->template_count - 1] = (uint8_t)mode;
    b->mode = mode;
}

static enum html_mode template_mode_for(enum html_element element)
{
    switch (element) {
    case ELEMENT_CAPTION:
    case ELEMENT_COLGROUP:
    case ELEMENT_TBODY:
    case ELEMENT_TFOOT:
    case ELEMENT_THEAD: return MODE_IN_TABLE;
    case ELEMENT_COL: return MODE_IN_COLUMN_GROUP;
    case ELEMENT_TR: return MODE_IN_TABLE_BODY;
    case ELEMENT_TD:
    case ELEMENT_TH: return MODE_IN_ROW;
    default: return MODE_IN_BODY;
    }
}

bool mode_in_template(struct builder *b, struct html_token *token)
{
    switch (token->type) {
    case HTML_TOKEN_START:
        if (html_elements[token->element].start == START_HEAD) return mode_in_head(b, token);
        set_template_mode(b, template_mode_for(token->element));
        return false;
    case HTML_TOKEN_END: return token->element == ELEMENT_TEMPLATE ? mode_in_head(b, token) : true;
    case HTML_TOKEN_END_OF_PAGE:
        if (!b->open_of[ELEMENT_TEMPLATE]) return true;
        template_end(b);
        return false;
    default: return mode_in_body(b, token);
    }
}

static enum html_mode mode_of(const struct builder *b, const struct html_node *node)
{
    if (node->namespace != HTML_NS_HTML) return MODES;
    switch (node->element) {
    case ELEMENT_TD:
    case ELEMENT_TH: return MODE_IN_CELL;
    case ELEMENT_TR: return MODE_IN_ROW;
    case ELEMENT_TBODY:
    case ELEMENT_TFOOT:
    case ELEMENT_THEAD: return MODE_IN_TABLE_BODY;
    case ELEMENT_CAPTION: return MODE_IN_CAPTION;
    case ELEMENT_COLGROUP: return MODE_IN_COLUMN_GROUP;
    case ELEMENT_TABLE: return MODE_IN_TABLE;
    case ELEMENT_TEMPLATE: return b->template_count ? b->templates[b->template_count - 1] : MODE_IN_TEMPLATE;
    case ELEMENT_HEAD: return MODE_IN_HEAD;
    case ELEMENT_BODY: return MODE_IN_BODY;
    case ELEMENT_FRAMESET: return MODE_IN_FRAMESET;
    case ELEMENT_HTML: return b->tree->head ? MODE_AFTER_HEAD : MODE_BEFORE_HEAD;
    default: return MODES;
    }
}

void mode_reset(struct builder *b)
{
    uint32_t i = b->open_count;
    do b->mode = mode_of(b, b->open[--i]);
    while (b->mode == MODES);
}

// ---- behind the body

// Anything but white space and comments goes into the body all the same.
static bool take_behind(struct builder *b, struct html_token *token, struct html_node *of_comments)
{
    switch (token->type) {
    case HTML_TOKEN_DOCTYPE:
    case HTML_TOKEN_END_OF_PAGE: return true;
    case HTML_TOKEN_COMMENT: insert_comment_into(b, of_comments, token); return true;
    case HTML_TOKEN_TEXT:
        if (html_space_n(token->text) == token->text.n) return mode_in_body(b, token);
        break;
    case HTML_TOKEN_START:
        if (token->element == ELEMENT_HTML) return mode_in_body(b, token);
        break;
    case HTML_TOKEN_END: break;
    }
    return mode_again(b, MODE_IN_BODY);
}

bool mode_after_body(struct builder *b, struct html_token *token)
{
    if (token->type != HTML_TOKEN_END || token->element != ELEMENT_HTML) return take_behind(b, token, b->open[0]);
    b->mode = MODE_AFTER_AFTER_BODY;
    return true;
}

bool mode_after_after_body(struct builder *b, struct html_token *token)
{
    return take_behind(b, token, b->tree->document);
}

// ---- framesets

// Of the text only the white space is kept.
static void space_only(struct builder *b, struct str text)
{
    char *p = arena_alloc(b->arena, text.n);
    size_t n = 0;
    for (size_t i = 0; p && i < text.n; i++)
        if (html_is_space(text.p[i])) p[n++] = text.p[i];
    if (n) insert_text(b, (struct str){p, n});
}

bool mode_in_frameset(struct builder *b, struct html_token *token)
{
    bool start = token->type == HTML_TOKEN_START;
    switch (token->type) {
    case HTML_TOKEN_TEXT: space_only(b, token->text); return true;
    case HTML_TOKEN_COMMENT: insert_comment(b, token); return true;
    case HTML_TOKEN_START:
    case HTML_TOKEN_END: break;
    default: return true;
    }
    if (start && token->element == ELEMENT_HTML) return mode_in_body(b, token);
    if (start && token->element == ELEMENT_FRAMESET) insert_element(b, token, HTML_NS_HTML);
    if (start && token->element == ELEMENT_FRAME) insert_void(b, token);
    if (start && token->element == ELEMENT_NOFRAMES) return mode_in_head(b, token);
    if (start || token->element != ELEMENT_FRAMESET || b->open_count == 1) return true;
    struct html_node *frameset = open_current(b);
    open_pop(b);
    frameset->end = b->close;
    if (!is_html(open_current(b), ELEMENT_FRAMESET)) b->mode = MODE_AFTER_FRAMESET;
    return true;
}

static bool take_behind_frameset(struct builder *b, struct html_token *token, struct html_node *of_comments)
{
    bool start = token->type == HTML_TOKEN_START;
    if (token->type == HTML_TOKEN_TEXT) space_only(b, token->text);
    if (token->type == HTML_TOKEN_COMMENT) insert_comment_into(b, of_comments, token);
    if (start && token->element == ELEMENT_HTML) return mode_in_body(b, token);
    if (start && token->element == ELEMENT_NOFRAMES) return mode_in_head(b, token);
    return true;
}

bool mode_after_frameset(struct builder *b, struct html_token *token)
{
    if (token->type == HTML_TOKEN_END && token->element == ELEMENT_HTML) b->mode = MODE_AFTER_AFTER_FRAMESET;
    return take_behind_frameset(b, token, NULL);
}

bool mode_after_after_frameset(struct builder *b, struct html_token *token)
{
    return take_behind_frameset(b, token, b->tree->document);
}
