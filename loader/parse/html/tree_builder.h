// The tree builder's state, and its parts: what the insertion modes of the HTML standard ("Tree construction") are made
// of. Everything lies in the arena; when that is full, nodes are dropped and arena->failed says so at the end.
#ifndef PARSE_HTML_TREE_BUILDER_H
#define PARSE_HTML_TREE_BUILDER_H

#include "parse/html/element_rules.h"
#include "parse/html/tokenizer.h"
#include "parse/html/tree.h"

// Formatting elements that may be open again behind the last marker. The standard knows no limit; each paragraph behind
// <font> elements that nobody closes would get a copy of all of them.
#define FORMATTING_MAX 32
#define FORMATTING_ALL (HTML_DEPTH_MAX + FORMATTING_MAX)

enum html_mode {
    MODE_INITIAL,
    MODE_BEFORE_HTML,
    MODE_BEFORE_HEAD,
    MODE_IN_HEAD,
    MODE_IN_HEAD_NOSCRIPT,
    MODE_AFTER_HEAD,
    MODE_IN_BODY,
    MODE_TEXT,
    MODE_IN_TABLE,
    MODE_IN_CAPTION,
    MODE_IN_COLUMN_GROUP,
    MODE_IN_TABLE_BODY,
    MODE_IN_ROW,
    MODE_IN_CELL,
    MODE_IN_TEMPLATE,
    MODE_AFTER_BODY,
    MODE_IN_FRAMESET,
    MODE_AFTER_FRAMESET,
    MODE_AFTER_AFTER_BODY,
    MODE_AFTER_AFTER_FRAMESET,
    MODES
};

struct builder {
    struct html_tokenizer tokenizer;
    struct html_tree *tree;
    struct arena *arena;
    enum html_mode mode, text_from;  // text_from: where MODE_TEXT goes back to
    uint32_t at, end;                // of the token at hand: its first byte, the byte behind it
    uint32_t close;                  // where an element ends that the token closes: behind an end tag, before any other

    struct html_node *open[HTML_DEPTH_MAX];  // from <html> down
    uint32_t open_count;
    uint16_t open_of[ELEMENTS];  // how many of the namespace HTML are open

    struct html_node *formatting[FORMATTING_ALL];  // active formatting elements; NULL is a marker
    uint32_t formatting_count;

    uint8_t templates[HTML_DEPTH_MAX];  // insertion modes of open templates
    uint32_t template_count;

    struct html_node *form;
    bool frameset_ok;
    bool foster;        // foster parenting
    bool skip_newline;  // the next one, when it is the next character
};

// ---- tree_open.c: the stack of open elements

static inline struct html_node *open_current(const struct builder *b)
{
    return b->open[b->open_count - 1];
}

static inline bool is_html(const struct html_node *node, enum html_element element)
{
    return node->element == element && node->namespace == HTML_NS_HTML;
}

// Flags of the element in its namespace: of SVG and MathML only SPECIAL and SCOPE.
unsigned open_flags(const struct html_node *node);

void open_push(struct builder *b, struct html_node *node);
// Makes room for an element more: at the limit, the last one is closed.
void open_make_room(struct builder *b);
// The last one; never <html>.
void open_pop(struct builder *b);
// Up to and with the last one of this kind; nothing when none is open.
void open_pop_until(struct builder *b, enum html_element element);
// The same for one node, which is open.
void open_pop_node(struct builder *b, const struct html_node *node);
// Until the current node has one of the flags, or is a template or <html>: "clear the stack back to a … context".
void open_clear_back(struct builder *b, bool (*is_context)(enum html_element element));
void open_remove(struct builder *b, const struct html_node *node);
// Index of the node, -1 when it isn't open.
int open_find(const struct builder *b, const struct html_node *node);

// scope: flags that end it, SCOPE, SCOPE | BUTTON_SCOPE, …
bool open_in_scope(const struct builder *b, enum html_element element, unsigned scope);
bool open_heading_in_scope(const struct builder *b);
bool open_node_in_scope(const struct builder *b, const struct html_node *node);

// "Generate implied end tags", but for `except`.
void open_imply_ends(struct builder *b, enum html_element except);
void open_close_p(struct builder *b);  // if one is in button scope

// ---- tree_insert.c: nodes into the tree

struct html_node *insert_element(struct builder *b, const struct html_token *token, enum html_namespace namespace);
// The same, closed at once.
struct html_node *insert_void(struct builder *b, const struct html_token *token);
// Of SVG or MathML; closed at once where its tag says so.
void insert_foreign(struct builder *b, const struct html_token *token, enum html_namespace namespace);
// An element that has no tag.
struct html_node *insert_implied(struct builder *b, enum html_element element);
void insert_text(struct builder *b, struct str text);
void insert_comment(struct builder *b, const struct html_token *token);
// parent: NULL for the appropriate place.
void insert_comment_into(struct builder *b, struct html_node *parent, const struct html_token *token);
// A start tag whose content is no markup.
void insert_with_content(struct builder *b, const struct html_token *token, enum html_content content);
// White space that the token's text begins with becomes text; the token is left with the rest. True when there is none.
bool insert_space(struct builder *b, struct html_token *token);
// What may stand where no text may: comments and white space; document types are dropped. False when something of the
// token is left to be taken.
bool insert_beside(struct builder *b, struct html_token *token);
// Without those attributes that the node has.
void insert_attributes(struct builder *b, struct html_node *node, const struct html_token *token);

struct html_node *node_new(struct builder *b, enum html_node_type type);
// before: NULL for the last place.
void node_insert(struct html_node *parent, struct html_node *before, struct html_node *node);
void node_remove(struct html_node *node);

struct place {
    struct html_node *parent, *before;
};
// "The appropriate place for inserting a node" in target.
struct place insert_place(const struct builder *b, struct html_node *target);

// ---- tree_formatting.c: the list of active formatting elements

void formatting_push(struct builder *b, struct html_node *node);
void formatting_mark(struct builder *b);
void formatting_clear(struct builder *b);  // up to the last marker
void formatting_remove(struct builder *b, const struct html_node *node);
// The last one of this kind behind the last marker; NULL when there is none.
struct html_node *formatting_last(const struct builder *b, enum html_element element);
void formatting_reconstruct(struct builder *b);
// The adoption agency algorithm, for an end tag. False when "any other end tag" has to be done.
bool formatting_adopt(struct builder *b, enum html_element element);

// ---- insertion modes: each takes a token by its rules; false: it is to be taken anew, by the mode that is now set

typedef bool mode_fn(struct builder *b, struct html_token *token);

mode_fn mode_initial, mode_before_html, mode_before_head, mode_in_head, mode_in_head_noscript,
    mode_after_head;              // tree_head.c
mode_fn mode_in_body, mode_text;  // tree_body.c
mode_fn mode_in_table, mode_in_caption, mode_in_column_group, mode_in_table_body, mode_in_row,
    mode_in_cell;  // tree_table.c
mode_fn mode_in_template, mode_after_body, mode_in_frameset, mode_after_frameset, mode_after_after_body,
    mode_after_after_frameset;  // tree_after.c

// In SVG and MathML (tree_foreign.c).
bool foreign_takes(const struct builder *b, const struct html_token *token);
mode_fn mode_foreign;

bool body_start(struct builder *b, struct html_token *token);  // tree_body_start.c
bool body_end(struct builder *b, struct html_token *token);    // tree_body_end.c
// "Any other end tag".
void body_end_other(struct builder *b, enum html_element element, struct str name);

// White space and NUL bytes, which are dropped.
bool text_is_space(struct str text);
void text_forbids_frameset(struct builder *b, struct str text);  // unless it is that

// The token is to be taken anew, by that mode.
static inline bool mode_again(struct builder *b, enum html_mode mode)
{
    b->mode = mode;
    return false;
}
// Of the mode that is set.
bool mode_take(struct builder *b, struct html_token *token);
// "Reset the insertion mode appropriately".
void mode_reset(struct builder *b);
// A start tag <template>, an end tag.
void template_start(struct builder *b, const struct html_token *token);
void template_end(struct builder *b);

// <input type=hidden>
bool input_is_hidden(const struct html_token *token);

bool doctype_is_quirky(const struct html_token *token);  // tree_quirks.c

#endif
