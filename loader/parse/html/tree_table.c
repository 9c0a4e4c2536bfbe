// The insertion modes of tables.
#include "parse/html/tree_builder.h"

static bool is_table(enum html_element element)
{
    return element == ELEMENT_TABLE;
}

static bool is_section(enum html_element element)
{
    return element == ELEMENT_TBODY || element == ELEMENT_TFOOT || element == ELEMENT_THEAD;
}

static bool is_row(enum html_element element)
{
    return element == ELEMENT_TR;
}

static bool is_cell(enum html_element element)
{
    return element == ELEMENT_TD || element == ELEMENT_TH;
}

// caption, colgroup, col, sections, rows and cells
static bool is_part(enum html_element element)
{
    return html_elements[element].flags & IMPLIED_TABLE || element == ELEMENT_COL;
}

static bool in_table_scope(const struct builder *b, enum html_element element)
{
    return open_in_scope(b, element, TABLE_SCOPE);
}

// ---- in table

// What may not stand in a table goes before it.
static bool foster(struct builder *b, struct html_token *token)
{
    b->foster = true;
    bool done = mode_in_body(b, token);
    b->foster = false;
    return done;
}

static bool text_in_table(struct builder *b, struct html_token *token)
{
    if (!(open_flags(open_current(b)) & FOSTER) || !text_is_space(token->text)) return foster(b, token);
    insert_text(b, token->text);
    return true;
}

// A part of the table that stands in it at once, or behind an element that is implied.
static bool start_part(struct builder *b, const struct html_token *token)
{
    open_clear_back(b, is_table);
    enum html_element element = token->element;
    if (element == ELEMENT_COL) {
        insert_implied(b, ELEMENT_COLGROUP);
        return mode_again(b, MODE_IN_COLUMN_GROUP);
    }
    if (is_cell(element) || is_row(element)) {
        insert_implied(b, ELEMENT_TBODY);
        return mode_again(b, MODE_IN_TABLE_BODY);
    }
    if (element == ELEMENT_CAPTION) formatting_mark(b);
    insert_element(b, token, HTML_NS_HTML);
    b->mode = element == ELEMENT_CAPTION    ? MODE_IN_CAPTION
              : element == ELEMENT_COLGROUP ? MODE_IN_COLUMN_GROUP
                                            : MODE_IN_TABLE_BODY;
    return true;
}

static void form_in_table(struct builder *b, const struct html_token *token)
{
    if (b->form || b->open_of[ELEMENT_TEMPLATE]) return;
    b->form = insert_void(b, token);
}

// Whether it was open.
static bool end_table(struct builder *b)
{
    if (!in_table_scope(b, ELEMENT_TABLE)) return false;
    open_pop_until(b, ELEMENT_TABLE);
    mode_reset(b);
    return true;
}

static bool start_in_table(struct builder *b, struct html_token *token)
{
    enum html_element element = token->element;
    if (is_part(element)) return start_part(b, token);
    switch (element) {
    case ELEMENT_TABLE: return !end_table(b);
    case ELEMENT_STYLE:
    case ELEMENT_SCRIPT:
    case ELEMENT_TEMPLATE: return mode_in_head(b, token);
    case ELEMENT_FORM: form_in_table(b, token); return true;
    default: break;
    }
    if (element != ELEMENT_INPUT || !input_is_hidden(token)) return foster(b, token);
    insert_void(b, token);
    return true;
}

bool mode_in_table(struct builder *b, struct html_token *token)
{
    enum html_element element = token->element;
    switch (token->type) {
    case HTML_TOKEN_TEXT: return text_in_table(b, token);
    case HTML_TOKEN_COMMENT: insert_comment(b, token); return true;
    case HTML_TOKEN_DOCTYPE: return true;
    case HTML_TOKEN_START: return start_in_table(b, token);
    case HTML_TOKEN_END:
        if (element == ELEMENT_TABLE) return end_table(b), true;
        if (element == ELEMENT_TEMPLATE) return mode_in_head(b, token);
        if (is_part(element) || element == ELEMENT_BODY || element == ELEMENT_HTML) return true;
        return foster(b, token);
    default: return mode_in_body(b, token);
    }
}

// ---- in caption, in column group

static bool end_caption(struct builder *b)
{
    if (!in_table_scope(b, ELEMENT_CAPTION)) return false;
    open_imply_ends(b, ELEMENT_UNKNOWN);
    open_pop_until(b, ELEMENT_CAPTION);
    formatting_clear(b);
    b->mode = MODE_IN_TABLE;
    return true;
}

bool mode_in_caption(struct builder *b, struct html_token *token)
{
    enum html_element element = token->element;
    if (token->type == HTML_TOKEN_START && is_part(element)) return !end_caption(b);
    if (token->type == HTML_TOKEN_END) {
        if (element == ELEMENT_CAPTION) return end_caption(b), true;
        if (element == ELEMENT_TABLE) return !end_caption(b);
        if (is_part(element) || element == ELEMENT_BODY || element == ELEMENT_HTML) return true;
    }
    return mode_in_body(b, token);
}

bool mode_in_column_group(struct builder *b, struct html_token *token)
{
    enum html_element element = token->element;
    bool start = token->type == HTML_TOKEN_START, end = token->type == HTML_TOKEN_END;
    struct html_node *group = open_current(b);
    if (insert_beside(b, token)) return true;
    if (token->type == HTML_TOKEN_END_OF_PAGE || (start && element == ELEMENT_HTML)) return mode_in_body(b, token);
    if ((start || end) && element == ELEMENT_TEMPLATE) return mode_in_head(b, token);
    if (start && element == ELEMENT_COL) return insert_void(b, token), true;
    if (end && element == ELEMENT_COL) return true;
    if (!is_html(group, ELEMENT_COLGROUP)) {
        // only where the limit of depth has closed it, or in a template
        if (!b->open_of[ELEMENT_COLGROUP] && !b->open_of[ELEMENT_TEMPLATE]) return mode_again(b, MODE_IN_TABLE);
        return true;
    }
    open_pop(b);
    b->mode = MODE_IN_TABLE;
    if (!end || element != ELEMENT_COLGROUP) return false;
    group->end = b->end;
    return true;
}

// ---- in table body, in row

static bool section_in_scope(const struct builder *b)
{
    return in_table_scope(b, ELEMENT_TBODY) || in_table_scope(b, ELEMENT_THEAD) || in_table_scope(b, ELEMENT_TFOOT);
}

static void end_section(struct builder *b)
{
    open_clear_back(b, is_section);
    struct html_node *section = open_current(b);
    if (is_section(section->element)) {
        open_pop(b);
        section->end = b->close;
    }
    b->mode = MODE_IN_TABLE;
}

static void start_row(struct builder *b, const struct html_token *token)
{
    open_clear_back(b, is_section);
    if (token) insert_element(b, token, HTML_NS_HTML);
    else insert_implied(b, ELEMENT_TR);
    b->mode = MODE_IN_ROW;
}

bool mode_in_table_body(struct builder *b, struct html_token *token)
{
    enum html_element element = token->element;
    bool start = token->type == HTML_TOKEN_START, end = token->type == HTML_TOKEN_END;
    if (start && is_row(element)) return start_row(b, token), true;
    if (start && is_cell(element)) return start_row(b, NULL), false;
    if (end && is_section(element)) {
        if (in_table_scope(b, element)) end_section(b);
        return true;
    }
    if ((start && is_part(element)) || (end && element == ELEMENT_TABLE)) {
        if (!section_in_scope(b)) return true;
        end_section(b);
        return false;
    }
    return mode_in_table(b, token);
}

// Whether one was open.
static bool end_row(struct builder *b)
{
    if (!in_table_scope(b, ELEMENT_TR)) return false;
    open_clear_back(b, is_row);
    struct html_node *row = open_current(b);
    if (is_row(row->element)) {
        open_pop(b);
        row->end = b->close;
    }
    b->mode = MODE_IN_TABLE_BODY;
    return true;
}

bool mode_in_row(struct builder *b, struct html_token *token)
{
    enum html_element element = token->element;
    bool start = token->type == HTML_TOKEN_START, end = token->type == HTML_TOKEN_END;
    if (start && is_cell(element)) {
        open_clear_back(b, is_row);
        insert_element(b, token, HTML_NS_HTML);
        b->mode = MODE_IN_CELL;
        formatting_mark(b);
        return true;
    }
    if (end && is_row(element)) return end_row(b), true;
    if ((start && is_part(element)) || (end && element == ELEMENT_TABLE)) return !end_row(b);
    if (end && is_section(element)) return !in_table_scope(b, element) || !end_row(b);
    return mode_in_table(b, token);
}

// ---- in cell

static bool cell_in_scope(const struct builder *b)
{
    return in_table_scope(b, ELEMENT_TD) || in_table_scope(b, ELEMENT_TH);
}

static void close_cell(struct builder *b)
{
    open_imply_ends(b, ELEMENT_UNKNOWN);
    while (b->open_count > 1) {
        const struct html_node *node = open_current(b);
        open_pop(b);
        if (is_html(node, ELEMENT_TD) || is_html(node, ELEMENT_TH)) break;
    }
    formatting_clear(b);
    b->mode = MODE_IN_ROW;
}

static void end_cell(struct builder *b, enum html_element element)
{
    if (!in_table_scope(b, element)) return;
    open_imply_ends(b, ELEMENT_UNKNOWN);
    open_pop_until(b, element);
    formatting_clear(b);
    b->mode = MODE_IN_ROW;
}

bool mode_in_cell(struct builder *b, struct html_token *token)
{
    enum html_element element = token->element;
    bool end = token->type == HTML_TOKEN_END;
    if (end && is_cell(element)) return end_cell(b, element), true;
    if (token->type == HTML_TOKEN_START && is_part(element)) {
        if (!cell_in_scope(b)) return true;
        close_cell(b);
        return false;
    }
    if (end && (element == ELEMENT_TABLE || is_section(element) || is_row(element))) {
        if (!in_table_scope(b, element)) return true;
        if (cell_in_scope(b)) close_cell(b);
        else b->mode = MODE_IN_ROW;
        return false;
    }
    if (end && (is_part(element) || element == ELEMENT_BODY || element == ELEMENT_HTML)) return true;
    return mode_in_body(b, token);
}
