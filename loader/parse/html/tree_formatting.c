#include "parse/html/tree_builder.h"

static int find(const struct builder *b, const struct html_node *node)
{
    int i = (int)b->formatting_count - 1;
    while (i >= 0 && b->formatting[i] != node) i--;
    return i;
}

static void remove_at(struct builder *b, uint32_t i)
{
    b->formatting_count--;
    memmove(b->formatting + i, b->formatting + i + 1, (b->formatting_count - i) * sizeof *b->formatting);
}

static void insert_at(struct builder *b, uint32_t i, struct html_node *node)
{
    memmove(b->formatting + i + 1, b->formatting + i, (b->formatting_count - i) * sizeof *b->formatting);
    b->formatting[i] = node;
    b->formatting_count++;
}

void formatting_remove(struct builder *b, const struct html_node *node)
{
    int i = find(b, node);
    if (i >= 0) remove_at(b, (uint32_t)i);
}

void formatting_mark(struct builder *b)
{
    if (b->formatting_count == FORMATTING_ALL) remove_at(b, 0);
    b->formatting[b->formatting_count++] = NULL;
}

void formatting_clear(struct builder *b)
{
    while (b->formatting_count && b->formatting[--b->formatting_count]) continue;
}

static bool same_attributes(const struct html_node *a, const struct html_node *b)
{
    if (a->attribute_count != b->attribute_count) return false;
    if (a->attributes == b->attributes) return true;
    for (uint32_t i = 0; i < a->attribute_count; i++) {
        uint32_t other = 0;
        while (other < b->attribute_count && !str_equal(a->attributes[i].name, b->attributes[other].name)) other++;
        if (other == b->attribute_count || !str_equal(a->attributes[i].value, b->attributes[other].value)) return false;
    }
    return true;
}

// Three of a kind at most (the standard calls that Noah's Ark), and FORMATTING_MAX of all kinds.
void formatting_push(struct builder *b, struct html_node *node)
{
    uint32_t same = 0, count = 0, i = b->formatting_count;
    for (; i > 0 && b->formatting[i - 1]; i--) {
        const struct html_node *other = b->formatting[i - 1];
        count++;
        if (other->element != node->element || !same_attributes(other, node) || ++same < 3) continue;
        remove_at(b, i - 1);
        count = 0;
        break;
    }
    if (count == FORMATTING_MAX) remove_at(b, i);
    else if (b->formatting_count == FORMATTING_ALL) remove_at(b, 0);
    b->formatting[b->formatting_count++] = node;
}

struct html_node *formatting_last(const struct builder *b, enum html_element element)
{
    for (uint32_t i = b->formatting_count; i > 0 && b->formatting[i - 1]; i--)
        if (b->formatting[i - 1]->element == element) return b->formatting[i - 1];
    return NULL;
}

// A new element with the other's name and attributes, that is nowhere yet.
static struct html_node *clone(struct builder *b, const struct html_node *node)
{
    struct html_node *copy = node_new(b, HTML_NODE_ELEMENT);
    if (!copy) return NULL;
    copy->element = node->element;
    copy->attributes = node->attributes;
    copy->attribute_count = node->attribute_count;
    return copy;
}

void formatting_reconstruct(struct builder *b)
{
    uint32_t i = b->formatting_count;
    while (i > 0 && b->formatting[i - 1] && open_find(b, b->formatting[i - 1]) < 0) i--;
    for (; i < b->formatting_count; i++) {
        open_make_room(b);
        struct html_node *copy = clone(b, b->formatting[i]);
        if (!copy) return;
        struct place place = insert_place(b, open_current(b));
        node_insert(place.parent, place.before, copy);
        open_push(b, copy);
        b->formatting[i] = copy;
    }
}

// ---- the adoption agency algorithm

// The topmost special element below the formatting one; 0 when there is none.
static uint32_t furthest_block(const struct builder *b, uint32_t from)
{
    for (uint32_t i = from + 1; i < b->open_count; i++)
        if (open_flags(b->open[i]) & SPECIAL) return i;
    return 0;
}

static void move(struct html_node *node, struct html_node *parent)
{
    node_remove(node);
    node_insert(parent, NULL, node);
}

static void move_children(struct html_node *from, struct html_node *to)
{
    for (struct html_node *child = from->first; child; child = child->next) child->parent = to;
    to->first = from->first;
    to->last = from->last;
    from->first = from->last = NULL;
}

// The elements between the formatting one at `top` and the block at `bottom` of the stack: those that format are opened
// anew, each around the last, the others closed. The outermost of them; *bookmark is the formatting list's place for
// the copy of the formatting element. NULL when the arena is full.
static struct html_node *rebuild_between(struct builder *b, uint32_t top, uint32_t bottom, uint32_t *bookmark)
{
    struct html_node *block = b->open[bottom], *last = block;
    uint32_t count = 0;
    for (uint32_t i = bottom - 1; i > top; i--) {
        struct html_node *node = b->open[i];
        int listed = find(b, node);
        if (++count > 3 && listed >= 0) {
            remove_at(b, (uint32_t)listed);
            if ((uint32_t)listed < *bookmark) --*bookmark;
            listed = -1;
        }
        if (listed < 0) {
            open_remove(b, node);
            continue;
        }
        struct html_node *copy = clone(b, node);
        if (!copy) return NULL;
        copy->offset = last->offset;
        node->end = b->close;
        b->formatting[listed] = b->open[i] = copy;
        if (last == block) *bookmark = (uint32_t)listed + 1;
        move(last, copy);
        last = copy;
    }
    return last;
}

static bool adopt_once(struct builder *b, struct html_node *formatting, uint32_t top)
{
    uint32_t bottom = furthest_block(b, top);
    if (!bottom) {
        open_pop_node(b, formatting);
        formatting->end = b->close;
        formatting_remove(b, formatting);
        return false;
    }
    struct html_node *block = b->open[bottom], *ancestor = b->open[top - 1];
    uint32_t bookmark = (uint32_t)find(b, formatting);
    struct html_node *last = rebuild_between(b, top, bottom, &bookmark);
    struct html_node *copy = last ? clone(b, formatting) : NULL;
    if (!copy) return false;
    node_remove(last);
    struct place place = insert_place(b, ancestor);
    node_insert(place.parent, place.before, last);
    move_children(block, copy);
    if (copy->first) copy->offset = copy->first->offset;
    node_insert(block, NULL, copy);

    uint32_t listed = (uint32_t)find(b, formatting);
    remove_at(b, listed);
    insert_at(b, listed < bookmark ? bookmark - 1 : bookmark, copy);
    open_remove(b, formatting);
    uint32_t below = (uint32_t)open_find(b, block) + 1;
    memmove(b->open + below + 1, b->open + below, (b->open_count - below) * sizeof *b->open);
    b->open[below] = copy;
    b->open_count++;
    b->open_of[copy->element]++;
    return true;
}

bool formatting_adopt(struct builder *b, enum html_element element)
{
    struct html_node *current = open_current(b);
    if (is_html(current, element) && find(b, current) < 0) {
        open_pop(b);
        current->end = b->end;
        return true;
    }
    for (int i = 0; i < 8; i++) {
        struct html_node *formatting = formatting_last(b, element);
        if (!formatting) return false;
        int top = open_find(b, formatting);
        if (top < 1) {
            formatting_remove(b, formatting);
            return true;
        }
        if (!open_node_in_scope(b, formatting) || !adopt_once(b, formatting, (uint32_t)top)) return true;
    }
    return true;
}
