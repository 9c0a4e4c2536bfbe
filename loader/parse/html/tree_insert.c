#include "parse/html/tree_builder.h"

#include "parse/html/characters.h"
#include "parse/html/decode.h"

#define TEXT_FIRST 64  // bytes of a text that is grown, at first; a power of two

// ---- nodes

struct html_node *node_new(struct builder *b, enum html_node_type type)
{
    struct html_node *node = arena_alloc(b->arena, sizeof *node);
    if (!node) return NULL;
    *node = (struct html_node){.type = (uint8_t)type, .offset = b->at, .end = b->end};
    return node;
}

void node_insert(struct html_node *parent, struct html_node *before, struct html_node *node)
{
    node->parent = parent;
    node->next = before;
    node->prev = before ? before->prev : parent->last;
    *(node->prev ? &node->prev->next : &parent->first) = node;
    *(before ? &before->prev : &parent->last) = node;
}

void node_remove(struct html_node *node)
{
    if (!node->parent) return;
    *(node->prev ? &node->prev->next : &node->parent->first) = node->next;
    *(node->next ? &node->next->prev : &node->parent->last) = node->prev;
    node->parent = node->prev = node->next = NULL;
}

// ---- places

// Before the last table, or in the last template where that is opened behind it.
static struct place foster_place(const struct builder *b)
{
    for (uint32_t i = b->open_count; i-- > 1;) {
        if (is_html(b->open[i], ELEMENT_TEMPLATE)) return (struct place){b->open[i], NULL};
        if (!is_html(b->open[i], ELEMENT_TABLE)) continue;
        return (struct place){b->open[i]->parent, b->open[i]};
    }
    return (struct place){b->open[0], NULL};
}

struct place insert_place(const struct builder *b, struct html_node *target)
{
    if (b->foster && open_flags(target) & FOSTER) return foster_place(b);
    return (struct place){target, NULL};
}

static void insert(struct builder *b, struct html_node *node)
{
    struct place place = insert_place(b, open_current(b));
    node_insert(place.parent, place.before, node);
}

// ---- elements

static const struct html_attribute *copy_attributes(struct builder *b, const struct html_token *token)
{
    size_t bytes = token->attribute_count * sizeof *token->attributes;
    struct html_attribute *copy = arena_alloc(b->arena, bytes);
    if (copy) memcpy(copy, token->attributes, bytes);
    return copy;
}

// A full arena leaves the element out: what follows goes into the current one.
static struct html_node *open_element(struct builder *b, enum html_element element)
{
    open_make_room(b);
    struct html_node *node = node_new(b, HTML_NODE_ELEMENT);
    if (!node) return NULL;
    node->element = (uint16_t)element;
    insert(b, node);
    return node;
}

struct html_node *insert_element(struct builder *b, const struct html_token *token, enum html_namespace namespace)
{
    struct html_node *node = open_element(b, token->element);
    if (!node) return NULL;
    node->namespace = (uint8_t) namespace;
    if (!token->element) node->text = token->text;
    if (token->attribute_count && (node->attributes = copy_attributes(b, token)))
        node->attribute_count = token->attribute_count;
    open_push(b, node);
    return node;
}

static void close_at_once(struct builder *b, struct html_node *node)
{
    open_pop(b);
    node->end = b->end;
}

struct html_node *insert_void(struct builder *b, const struct html_token *token)
{
    struct html_node *node = insert_element(b, token, HTML_NS_HTML);
    if (node) close_at_once(b, node);
    return node;
}

void insert_foreign(struct builder *b, const struct html_token *token, enum html_namespace namespace)
{
    struct html_node *node = insert_element(b, token, namespace);
    if (node && token->self_closing) close_at_once(b, node);
}

struct html_node *insert_implied(struct builder *b, enum html_element element)
{
    struct html_node *node = open_element(b, element);
    if (node) open_push(b, node);
    return node;
}

void insert_with_content(struct builder *b, const struct html_token *token, enum html_content content)
{
    if (!insert_element(b, token, HTML_NS_HTML)) return;
    b->tokenizer.content = content;
    b->tokenizer.content_element = token->element;
    b->text_from = b->mode;
    b->mode = MODE_TEXT;
}

void insert_attributes(struct builder *b, struct html_node *node, const struct html_token *token)
{
    struct html_attribute all[HTML_ATTRIBUTES_MAX];
    uint32_t count = node->attribute_count;
    if (count) memcpy(all, node->attributes, count * sizeof *all);
    for (uint32_t i = 0; i < token->attribute_count && count < HTML_ATTRIBUTES_MAX; i++) {
        uint32_t known = 0;
        while (known < count && !str_equal(all[known].name, token->attributes[i].name)) known++;
        if (known == count) all[count++] = token->attributes[i];
    }
    if (count == node->attribute_count) return;
    struct html_token both = {.attributes = all, .attribute_count = count};
    const struct html_attribute *copy = copy_attributes(b, &both);
    if (!copy) return;
    node->attributes = copy;
    node->attribute_count = count;
}

// ---- text, comments

static size_t room_of(size_t n)
{
    size_t room = TEXT_FIRST;
    while (room < n) room *= 2;
    return room;
}

// Both go into a buffer that doubles.
static void join_text(struct builder *b, struct html_node *node, struct str text)
{
    size_t n = node->text.n + text.n;
    if (str_trim(text).n) {
        if (!str_trim(node->text).n) node->offset = b->at;
        node->end = b->end;
    }
    char *p = (char *)node->text.p;
    if (!node->grown || n > room_of(node->text.n)) {
        p = arena_alloc(b->arena, room_of(n));
        if (!p) return;
        memcpy(p, node->text.p, node->text.n);
    }
    memcpy(p + node->text.n, text.p, text.n);
    node->text = (struct str){p, n};
    node->grown = true;
}

static struct str without_nuls(struct builder *b, struct str text)
{
    if (!text.n || !memchr(text.p, '\0', text.n)) return text;
    char *p = arena_alloc(b->arena, text.n);
    if (!p) return STR("");
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i]) p[n++] = text.p[i];
    return (struct str){p, n};
}

void insert_text(struct builder *b, struct str text)
{
    if (b->tokenizer.has_nul) text = without_nuls(b, text);
    if (!text.n) return;
    struct place place = insert_place(b, open_current(b));
    struct html_node *before = place.before ? place.before->prev : place.parent->last;
    if (before && before->type == HTML_NODE_TEXT) {
        join_text(b, before, text);
        return;
    }
    struct html_node *node = node_new(b, HTML_NODE_TEXT);
    if (!node) return;
    node->text = text;
    node_insert(place.parent, place.before, node);
}

bool insert_space(struct builder *b, struct html_token *token)
{
    size_t n = html_space_n(token->text);
    if (n) insert_text(b, str_slice(token->text, 0, n));
    token->text = str_slice(token->text, n, token->text.n);
    return !token->text.n;
}

void insert_comment_into(struct builder *b, struct html_node *parent, const struct html_token *token)
{
    struct html_node *node = node_new(b, HTML_NODE_COMMENT);
    if (!node) return;
    node->text = token->text;
    struct place place = parent ? (struct place){parent, NULL} : insert_place(b, open_current(b));
    node_insert(place.parent, place.before, node);
}

void insert_comment(struct builder *b, const struct html_token *token)
{
    insert_comment_into(b, NULL, token);
}

bool insert_beside(struct builder *b, struct html_token *token)
{
    switch (token->type) {
    case HTML_TOKEN_DOCTYPE: return true;
    case HTML_TOKEN_COMMENT: insert_comment(b, token); return true;
    case HTML_TOKEN_TEXT: return insert_space(b, token);
    default: return false;
    }
}
