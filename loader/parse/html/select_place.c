#include "parse/html/select_place.h"

#include "parse/html/formula.h"

enum {
    NEAR_STEPS = 3,    // from unit to unit: 2 between siblings
    FIGURE_STEPS = 5,  // a caption stands in a figure, or in one in a link in it
    GROUP_LEVELS = 4,  // from a list or a table up to what is kept around it
    BARE_WORDS = 40,   // of a unit's own
};

// How much less than others a heading of what is kept, a unit between such, and a list or a table between such, may be
// likely. Tuned on the half of the public pages that the model learned from, where they cost none of the F1.
static const float HEADING_LEAST = 0.05F, BETWEEN_LEAST = 0.5F, GROUP_LEAST = 0.2F;

static bool is_caption(const struct html_node *node)
{
    return node->element == ELEMENT_FIGCAPTION || node->element == ELEMENT_CAPTION;
}

static uint32_t steps(const struct select_page *page, uint32_t unit, uint32_t other)
{
    return select_steps(page, page->units[unit], page->units[other]);
}

// The highest part that holds nothing but this one.
static uint32_t wrapper_of(const struct select_page *page, uint32_t at)
{
    uint32_t units = page->parts[at].all.units;
    while (at && page->parts[page->parts[at].parent].all.units == units) at = page->parts[at].parent;
    return at;
}

// Whether the other unit, which comes next, stands in a table whose title this one may be: it lies beside the table.
static bool is_over_table(const struct select_page *page, uint32_t unit, uint32_t next)
{
    const struct select_part *beside = &page->parts[page->parts[wrapper_of(page, page->units[unit])].parent];
    const struct select_part *in = &page->parts[page->units[next]];
    return page->units[next] < beside->end &&
           in->near[SELECT_KIND_COUNT + SELECT_PLACE_TABLE] < in->depth - beside->depth;
}

// Whether a heading stands between kept units, or amid the bare text of one.
static bool heads(const struct select_page *page, const float *likelihoods, const bool *kept, uint32_t unit,
                  uint32_t before, uint32_t next)
{
    uint32_t at = wrapper_of(page, page->units[unit]);
    const struct select_part *up = &page->parts[page->parts[at].parent];
    bool linked = select_is_linked(&page->parts[page->units[unit]]);
    if (up->unit != UINT32_MAX && kept[up->unit] && up->own.words >= BARE_WORDS && !linked) return true;
    if (before == UINT32_MAX || before + 1 != unit || next != unit + 1 || next == page->unit_count) return false;
    return likelihoods[unit] >= HEADING_LEAST &&
           select_steps(page, wrapper_of(page, page->units[before]), at) <= NEAR_STEPS + 1 &&
           select_steps(page, at, wrapper_of(page, page->units[next])) <= NEAR_STEPS + 1;
}

// Whether what comes next is the text of a heading, which may have another right below it: between them is no heading,
// and no link, which would be what it stands over.
static bool leads(const struct select_page *page, uint32_t unit, uint32_t next)
{
    uint32_t below = unit + 1;
    if (below < next && select_is_heading(page->parts[page->units[below]].node)) below++;
    for (; below < next; below++) {
        const struct select_part *part = &page->parts[page->units[below]];
        if (select_is_heading(part->node) || select_is_linked(part)) return false;
    }
    return select_steps(page, wrapper_of(page, page->units[unit]), wrapper_of(page, page->units[next])) <=
           NEAR_STEPS + 1;
}

// Whether a unit that was not likely enough is kept for its place: the heading of what is kept, a caption, a formula
// or a short line between kept ones.
static bool belongs(const struct select_page *page, const float *likelihoods, float least, const bool *kept,
                    uint32_t unit, uint32_t before, uint32_t next)
{
    const struct select_part *part = &page->parts[page->units[unit]];
    if (select_is_heading(part->node) && heads(page, likelihoods, kept, unit, before, next)) return true;
    if (next == page->unit_count || select_is_linked(part)) return false;
    uint32_t behind = steps(page, unit, next);
    if (select_is_heading(part->node) && likelihoods[unit] >= HEADING_LEAST && leads(page, unit, next)) return true;
    if (next == unit + 1 && likelihoods[unit] >= HEADING_LEAST && is_over_table(page, unit, next)) return true;
    if (before == UINT32_MAX) return false;
    uint32_t far = steps(page, before, unit);
    far = far > behind ? far : behind;
    if ((is_caption(part->node) || html_formula_begins(part->node)) && far <= FIGURE_STEPS) return true;
    return likelihoods[unit] >= least * BETWEEN_LEAST && far <= NEAR_STEPS;
}

static void units_keep(const struct select_page *page, const float *likelihoods, float least, bool *kept)
{
    uint32_t before = UINT32_MAX, next = 0;
    for (uint32_t i = 0; i < page->unit_count; i++) {
        if (kept[i]) {
            before = i;
            continue;
        }
        if (next <= i) next = i + 1;
        while (next < page->unit_count && !kept[next]) next++;
        kept[i] = belongs(page, likelihoods, least, kept, i, before, next);
    }
}

// ---- lists and tables

static uint32_t above_both(const struct select_page *page, uint32_t a, uint32_t b)
{
    while (b >= page->parts[a].end) a = page->parts[a].parent;
    return a;
}

static uint32_t first_unit(const struct select_page *page, uint32_t part)
{
    uint32_t low = 0, high = page->unit_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (page->units[middle] < part) low = middle + 1;
        else high = middle;
    }
    return low;
}

// Whether the list or the table stands in the article's own text: what holds the kept units before and behind it is
// right above it, and most of it is kept. words: of kept units before each unit.
static bool is_amid(const struct select_page *page, uint32_t group, uint32_t before, uint32_t next,
                    const uint32_t *words)
{
    const struct select_part *part = &page->parts[group];
    bool table = part->node->element == ELEMENT_TABLE;
    if (!table && (part->in_link || part->all.link_words * 2 > part->all.words)) return false;
    uint32_t top = above_both(page, page->units[before], page->units[next]);
    const struct select_part *around = &page->parts[top];
    if (page->parts[wrapper_of(page, group)].depth - around->depth > GROUP_LEVELS) return false;
    uint32_t kept = words[first_unit(page, around->end)] - words[first_unit(page, top)];
    return kept * 2 >= around->all.words - part->all.words;
}

static bool groups_keep(const struct select_page *page, const float *likelihoods, const uint32_t *groups, bool *kept,
                        struct arena *arena)
{
    uint32_t *words = arena_alloc(arena, (page->unit_count + 1) * sizeof *words);
    if (!words) return false;
    words[0] = 0;
    for (uint32_t i = 0; i < page->unit_count; i++)
        words[i + 1] = words[i] + (kept[i] ? page->parts[page->units[i]].own.words : 0);
    uint32_t before = UINT32_MAX, next = 0;
    for (uint32_t i = 0, end; i < page->unit_count; i = end) {
        for (end = i + 1; end < page->unit_count && groups[end] == groups[i];) end++;
        if (next < end) next = end;
        while (next < page->unit_count && !kept[next]) next++;
        bool amid = end > i + 1 && before != UINT32_MAX && next < page->unit_count && !kept[i] &&
                    likelihoods[i] >= GROUP_LEAST && is_amid(page, groups[i], before, next, words);
        for (uint32_t k = i; k < end && amid; k++) kept[k] = true;
        if (kept[i]) before = end - 1;
    }
    return true;
}

bool select_places_keep(const struct select_page *page, const float *likelihoods, const uint32_t *groups, float least,
                        bool *kept, struct arena *arena)
{
    if (!groups_keep(page, likelihoods, groups, kept, arena)) return false;
    units_keep(page, likelihoods, least, kept);
    return true;
}
