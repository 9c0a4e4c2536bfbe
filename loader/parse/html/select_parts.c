#include "parse/html/select_parts.h"

#include "parse/html/select_describe.h"
#include "parse/html/select_text.h"

struct reader {
    struct select_page *page;
    const struct select_known *known;
    struct arena *arena;
    uint32_t capacity;
    uint32_t open;   // the part that is being read
    uint32_t links;  // <a> that are open
    struct select_names names;
};

static bool part_open(struct reader *r, struct html_node *node)
{
    struct select_page *page = r->page;
    if (page->count == r->capacity) {
        uint32_t more = r->capacity ? r->capacity * 2 : 256;
        page->parts = arena_grow(r->arena, page->parts, r->capacity, more, sizeof *page->parts);
        if (!page->parts) return false;
        r->capacity = more;
    }
    struct select_part *part = &page->parts[page->count];
    struct select_part *parent = page->count ? &page->parts[r->open] : NULL;
    *part = (struct select_part){.node = node, .parent = r->open, .unit = UINT32_MAX, .in_link = r->links > 0};
    part->depth = parent ? (uint16_t)(parent->depth + 1) : 0;
    select_describe(part, parent, &r->names);
    page->articles += node->element == ELEMENT_ARTICLE;
    page->mains += node->element == ELEMENT_MAIN;
    page->headings += node->element == ELEMENT_H1;
    r->open = page->count++;
    return true;
}

// A mark of a place is none; it is closed often enough only by the next link.
static bool is_link(const struct html_node *node)
{
    if (node->type != HTML_NODE_ELEMENT || node->element != ELEMENT_A) return false;
    return html_node_attribute(node, "href").p ||
           !(html_node_attribute(node, "name").p || html_node_attribute(node, "id").p);
}

static bool node_open(void *context, struct html_node *node)
{
    struct reader *r = context;
    if (node->type == HTML_NODE_TEXT) {
        select_text_add(&r->page->parts[r->open].own, r->known, node->text, r->links > 0);
        return true;
    }
    if (select_is_part(node)) return part_open(r, node);
    if (is_link(node)) {
        r->links++;
        r->page->parts[r->open].own.links++;
    }
    return true;
}

static void node_close(void *context, struct html_node *node)
{
    struct reader *r = context;
    if (select_is_part(node)) {
        struct select_part *part = &r->page->parts[r->open];
        part->end = r->page->count;
        r->open = part->parent;
    } else if (is_link(node)) {
        r->links--;
    }
}

bool select_walk(struct html_node *body, select_open_fn *open, select_close_fn *close, void *context)
{
    for (struct html_node *node = body->first; node;) {
        bool down = !select_is_never(node);
        if (down && !open(context, node)) return false;
        if (down && node->first) {
            node = node->first;
            continue;
        }
        if (down) close(context, node);
        while (node != body && !node->next) {
            node = node->parent;
            if (node != body) close(context, node);
        }
        node = node == body ? NULL : node->next;
    }
    return true;
}

bool select_is_linked(const struct select_part *part)
{
    return part->in_link || part->own.link_words * 2 > part->own.words;
}

static void sums_add(struct select_page *page)
{
    for (uint32_t i = 0; i < page->unit_count; i++) {
        struct select_part *part = &page->parts[page->units[i]];
        bool prose = select_is_prose(&part->own);
        part->all.words += part->own.words;
        part->all.link_words += part->own.link_words;
        part->all.units++;
        part->all.prose += prose ? part->own.words : 0;
        part->all.link_headings += select_is_heading(part->node) && select_is_linked(part);
        if (!prose) continue;
        uint32_t worth = 2 + part->own.commas + (part->own.letters < 600 ? part->own.letters / 150 : 4);
        struct select_part *parent = &page->parts[part->parent];
        parent->score += 2 * worth;
        page->parts[parent->parent].score += worth;
    }
    for (uint32_t i = page->count; --i > 0;) {
        struct select_sum *up = &page->parts[page->parts[i].parent].all, *all = &page->parts[i].all;
        up->words += all->words;
        up->link_words += all->link_words;
        up->units += all->units;
        up->prose += all->prose;
        up->link_headings += all->link_headings;
    }
}

// How many siblings in a row have the same form: the run's length, told to each of it.
static void runs_count(struct select_page *page, uint32_t parent)
{
    uint32_t end = page->parts[parent].end;
    for (uint32_t first = parent + 1; first < end;) {
        uint32_t n = 0, next = first;
        for (; next < end && page->parts[next].form == page->parts[first].form; next = page->parts[next].end) n++;
        for (; first < next; first = page->parts[first].end) page->parts[first].run = n;
    }
}

// The lowest part that holds so many hundredths of the prose.
static uint32_t holder(const struct select_page *page, uint32_t share)
{
    const struct select_part *parts = page->parts;
    uint64_t least = (uint64_t)parts[0].all.prose * share;
    uint32_t at = 0;
    for (uint32_t i = 1; i < parts[at].end;) {
        if ((uint64_t)parts[i].all.prose * 100 < least || parts[i].all.prose == 0) {
            i = parts[i].end;
        } else {
            at = i++;
        }
    }
    return at;
}

static void landmarks_find(struct select_page *page)
{
    const struct select_part *parts = page->parts;
    uint64_t best = 0;
    for (uint32_t i = 0; i < page->count; i++) {
        runs_count(page, i);
        const struct select_sum *all = &parts[i].all;
        uint64_t score = all->words ? (uint64_t)parts[i].score * (all->words - all->link_words) / all->words : 0;
        if (parts[i].score > page->peak) page->peak = parts[i].score;
        if (score > best) {
            best = score;
            page->best = i;
        }
        if (parts[i].node->element == ELEMENT_ARTICLE && (!page->widest || all->words > parts[page->widest].all.words))
            page->widest = i;
    }
    page->half = holder(page, 50);
    page->most = holder(page, 80);
}

uint32_t select_steps(const struct select_page *page, uint32_t a, uint32_t b)
{
    uint32_t n = 0;
    for (; a != b && n < SELECT_STEPS_MOST; n++) {
        if (page->parts[a].depth >= page->parts[b].depth) a = page->parts[a].parent;
        else b = page->parts[b].parent;
    }
    return n;
}

// Where the prose of the page's main part begins.
static uint32_t prose_begin(const struct select_page *page)
{
    for (uint32_t i = 0; i < page->unit_count; i++)
        if (page->units[i] >= page->half && select_is_prose(&page->parts[page->units[i]].own)) return page->units[i];
    return 0;
}

// The title: an <h1>, else the first <h2>, whose words are the title's, and a good part of them. Where the site's name
// is an <h1>, too, it is the last one before the text.
static void title_find(struct select_page *page)
{
    uint32_t only = 0, begin = prose_begin(page);
    for (uint32_t i = 0; i < page->unit_count; i++) {
        uint32_t at = page->units[i];
        const struct select_part *part = &page->parts[at];
        bool first = part->node->element == ELEMENT_H1;
        if (first && page->headings == 1 && !select_is_linked(part)) only = at;
        if (!first && (part->node->element != ELEMENT_H2 || page->title)) continue;
        if (part->own.title_words * 10 < part->own.words * 7 || part->own.title_words * 10 < page->title_count * 3)
            continue;
        bool behind = first && at > begin;
        if (behind && page->title && page->parts[page->title].node->element == ELEMENT_H1) break;
        page->title = at;
        if (behind) break;
    }
    page->headline = page->title ? page->title : only;
}

bool select_page_read(struct select_page *page, const struct html_tree *tree, struct arena *arena, struct error *error)
{
    *page = (struct select_page){.count = 0};
    struct select_known known;
    struct reader r = {.page = page, .known = &known, .arena = arena};
    if (!select_names_begin(&r.names, arena)) return arena_ok(arena, error);
    if (!select_known_read(&known, tree, &page->is_article, arena) || !part_open(&r, tree->body) ||
        !select_walk(tree->body, node_open, node_close, &r))
        return arena_ok(arena, error);
    page->parts[0].end = page->count;
    page->title_count = known.title_count;
    page->has_body = known.body != NULL;
    page->units = arena_alloc(arena, page->count * sizeof *page->units);
    if (!page->units) return arena_ok(arena, error);
    for (uint32_t i = 0; i < page->count; i++) {
        if (page->parts[i].own.words == 0) continue;
        page->parts[i].unit = page->unit_count;
        page->units[page->unit_count++] = i;
    }
    sums_add(page);
    landmarks_find(page);
    title_find(page);
    return true;
}
