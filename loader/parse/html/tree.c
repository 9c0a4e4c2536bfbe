#include "parse/html/tree.h"

#include "parse/html/tree_builder.h"

bool mode_take(struct builder *b, struct html_token *token)
{
    static mode_fn *const modes[MODES] = {
        [MODE_INITIAL] = mode_initial,
        [MODE_BEFORE_HTML] = mode_before_html,
        [MODE_BEFORE_HEAD] = mode_before_head,
        [MODE_IN_HEAD] = mode_in_head,
        [MODE_IN_HEAD_NOSCRIPT] = mode_in_head_noscript,
        [MODE_AFTER_HEAD] = mode_after_head,
        [MODE_IN_BODY] = mode_in_body,
        [MODE_TEXT] = mode_text,
        [MODE_IN_TABLE] = mode_in_table,
        [MODE_IN_CAPTION] = mode_in_caption,
        [MODE_IN_COLUMN_GROUP] = mode_in_column_group,
        [MODE_IN_TABLE_BODY] = mode_in_table_body,
        [MODE_IN_ROW] = mode_in_row,
        [MODE_IN_CELL] = mode_in_cell,
        [MODE_IN_TEMPLATE] = mode_in_template,
        [MODE_AFTER_BODY] = mode_after_body,
        [MODE_IN_FRAMESET] = mode_in_frameset,
        [MODE_AFTER_FRAMESET] = mode_after_frameset,
        [MODE_AFTER_AFTER_BODY] = mode_after_after_body,
        [MODE_AFTER_AFTER_FRAMESET] = mode_after_after_frameset,
    };
    return modes[b->mode](b, token);
}

static void take(struct builder *b, struct html_token *token)
{
    b->at = token->offset;
    b->end = token->end;
    b->close = token->type == HTML_TOKEN_END ? token->end : token->offset;
    if (b->skip_newline) {
        b->skip_newline = false;
        if (token->type == HTML_TOKEN_TEXT && token->text.p[0] == '\n') {
            token->text = str_slice(token->text, 1, token->text.n);
            if (!token->text.n) return;
        }
    }
    while (!(foreign_takes(b, token) ? mode_foreign(b, token) : mode_take(b, token))) continue;
}

// <html> is open from the start: it is given its place when the modes come to it.
static bool start(struct builder *b, struct html_tree *tree, struct str page, struct arena *arena)
{
    *tree = (struct html_tree){0};
    b->tree = tree;
    b->arena = arena;
    b->mode = MODE_INITIAL;
    b->at = b->end = 0;
    b->open_count = b->formatting_count = b->template_count = 0;
    memset(b->open_of, 0, sizeof b->open_of);
    b->form = NULL;
    b->frameset_ok = true;
    b->foster = b->skip_newline = false;
    html_tokenizer_init(&b->tokenizer, page, arena);
    tree->document = node_new(b, HTML_NODE_DOCUMENT);
    tree->html = node_new(b, HTML_NODE_ELEMENT);
    if (!tree->document || !tree->html) return false;
    tree->document->end = (uint32_t)page.n;
    tree->html->element = ELEMENT_HTML;
    open_push(b, tree->html);
    return true;
}

bool html_tree_build(struct html_tree *tree, struct str page, struct arena *arena, struct error *error)
{
    if (page.n > UINT32_MAX) return error_set(error, ERROR_ARTICLE, "an HTML page has more than 4 GB");
    struct builder *b = arena_alloc(arena, sizeof *b);
    struct html_token token = {.type = HTML_TOKEN_TEXT};
    if (!b || !start(b, tree, page, arena)) return arena_ok(arena, error);
    while (token.type != HTML_TOKEN_END_OF_PAGE) {
        html_tokenizer_next(&b->tokenizer, open_current(b)->namespace != HTML_NS_HTML, &token);
        take(b, &token);
    }
    while (b->open_count > 1) open_pop(b);
    tree->html->end = b->end;
    return arena_ok(arena, error);
}

struct html_node *html_node_next(const struct html_node *root, const struct html_node *node, bool skip)
{
    if (node->first && !skip) return node->first;
    while (node != root && !node->next) node = node->parent;
    return node == root ? NULL : node->next;
}

struct str html_node_attribute(const struct html_node *node, const char *name)
{
    struct str wanted = str_from(name);
    for (uint32_t i = 0; i < node->attribute_count; i++)
        if (str_equal(node->attributes[i].name, wanted)) return node->attributes[i].value;
    return STR_NULL;
}
