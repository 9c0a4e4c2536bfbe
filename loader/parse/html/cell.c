#include "parse/html/cell.h"

#include "parse/html/reader.h"
#include "parse/html/select_words.h"

#define SPAN_MAX 1000   // columns, as the standard has it
#define ROWS_MAX 65534  // that a cell spans, as the standard has it
#define POST_MIN 100    // bytes: shorter ones may be the words of a column for comments

static uint32_t span(const struct html_node *cell, const char *name, uint32_t most, uint32_t none)
{
    struct str s = str_trim(html_node_attribute(cell, name));
    uint32_t n = 0;
    for (size_t i = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9' && n <= most; i++)
        n = n * 10 + (uint32_t)(s.p[i] - '0');
    if (n > most) n = most;
    return n ? n : s.n && s.p[0] == '0' ? none : 1;
}

uint32_t html_cell_columns(const struct html_node *cell)
{
    return span(cell, "colspan", SPAN_MAX, 1);
}

uint32_t html_cell_rows(const struct html_node *cell)
{
    return span(cell, "rowspan", ROWS_MAX, ROWS_MAX);
}

static bool is_heading_alone(const struct html_node *cell)
{
    const struct html_node *only = NULL;
    for (const struct html_node *c = cell->first; c; c = c->next) {
        if (c->left || (c->type == HTML_NODE_TEXT ? !str_trim(c->text).n : c->type != HTML_NODE_ELEMENT)) continue;
        if (only || !html_heading_level(c)) return false;
        only = c;
    }
    return only;
}

static bool is_strong(const struct html_node *cell)
{
    for (const struct html_node *n = cell->first; n;) {
        bool skip = n->left || n->element == ELEMENT_TABLE || n->element == ELEMENT_B || n->element == ELEMENT_STRONG;
        if (!skip && n->type == HTML_NODE_TEXT && str_trim(n->text).n) return false;
        n = html_node_next(cell, n, skip);
    }
    return true;
}

// By its class or id, as select_describe.h reads them. Cells of data may be called entries.
static bool is_post(const struct html_node *node, bool within)
{
    uint32_t kinds = 1U << SELECT_FORUM | 1U << SELECT_COMMENT | (uint32_t)within << SELECT_ARTICLE;
    if (node->type != HTML_NODE_ELEMENT || !html_is_block(node)) return false;
    return (select_words(html_node_attribute(node, "class")) | select_words(html_node_attribute(node, "id"))) & kinds;
}

struct html_cell_content html_cell_content(const struct html_node *cell)
{
    struct html_cell_content content = {0};
    bool text = false, picture = false, heading = false, post = is_post(cell, false);
    for (const struct html_node *n = cell->first; n;) {
        bool skip = n->left || n->element == ELEMENT_TABLE;
        content.nests |= !n->left && n->element == ELEMENT_TABLE;
        if (!skip && n->type == HTML_NODE_TEXT) content.bytes += n->text.n;
        text |= !skip && str_trim(n->text).n;
        picture |= !skip && n->element == ELEMENT_IMG;
        post = post || (!skip && is_post(n, true));
        if (!skip && html_is_block(n)) content.blocks += n->element != ELEMENT_DIV;
        heading |= !skip && html_heading_level(n);
        n = html_node_next(cell, n, skip);
    }
    if (text || picture) content.holds = !heading ? HOLDS_TEXT : is_heading_alone(cell) ? HOLDS_TITLE : HOLDS_HEADING;
    content.pictured = picture && !text;
    content.post = post && content.bytes >= POST_MIN;
    content.strong = text && is_strong(cell);
    return content;
}
