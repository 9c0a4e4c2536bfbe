#include "parse/html/select.h"

#include "parse/html/select_features.h"
#include "parse/html/select_group.h"
#include "parse/html/select_model.h"
#include "parse/html/select_reason.h"

enum {
    BINS = 256,         // of likelihoods
    FEW_WORDS = 50,     // too few to tell an article by
    STATE_EMPTY = 254,  // of a part: no unit below
    STATE_MIXED = 255,  // several reasons, or some units are kept
};

// Added to log-odds: tuned on the half of the public pages that the model learned from.
static const float SHIFT = -0.25F;

// What never is text: in the whole page.
static void never_mark(struct html_node *document)
{
    bool never = false;
    for (struct html_node *n = html_node_next(document, document, false); n; n = html_node_next(document, n, never)) {
        never = select_is_never(n);
        if (never) n->left = HTML_LEFT_NEVER;
    }
}

// ---- which units are kept

static void units_weigh(const struct select_page *page, float *likelihoods)
{
    struct select_course course;
    select_course_begin(&course);
    struct forest_input input;
    memset(&input, 0, sizeof input);
    size_t features = (SELECT_FEATURE_COUNT + FOREST_LANES - 1) / FOREST_LANES * FOREST_LANES;
    for (uint32_t i = 0; i < page->unit_count; i += FOREST_LANES) {
        int32_t scores[FOREST_LANES];
        for (uint32_t k = 0; k < FOREST_LANES; k++) {
            scores[k] = SELECT_MODEL.base + (int32_t)(SHIFT * FOREST_SCALE);
            if (i + k < page->unit_count) select_features(page, &course, i + k, input.features[k]);
        }
        forest_add(SELECT_MODEL.trees, SELECT_MODEL.count, &input, features, scores);
        for (uint32_t k = 0; k < FOREST_LANES && i + k < page->unit_count; k++)
            likelihoods[i + k] = forest_probability(scores[k]);
    }
}

static uint32_t bin_of(float likelihood)
{
    uint32_t bin = (uint32_t)(likelihood * BINS);
    return bin < BINS ? bin : BINS - 1;
}

// The bin from which on units are kept: that which makes the expected F1 of their words greatest. It is lower where
// little is sure, so that a page keeps its text where nothing looks like an article.
static uint32_t bin_choose(const struct select_page *page, const float *likelihoods)
{
    uint32_t bin = 0;
    double words[BINS] = {0}, article[BINS] = {0}, all = 0, kept = 0, count = 0, best = 0;
    for (uint32_t i = 0; i < page->unit_count; i++) {
        double n = page->parts[page->units[i]].own.words;
        words[bin_of(likelihoods[i])] += n;
        article[bin_of(likelihoods[i])] += n * (double)likelihoods[i];
        all += n * (double)likelihoods[i];
    }
    for (uint32_t i = BINS; i-- > 0;) {
        kept += article[i];
        count += words[i];
        if (2 * kept <= best * (count + all)) continue;
        best = 2 * kept / (count + all);
        bin = i;
    }
    return bin;
}

// ---- marks

struct marker {
    const struct select_page *page;
    const uint8_t *reasons, *states;  // of units; of parts
    uint32_t open, next;              // parts
    uint32_t first, end;              // of the parts that are kept
};

// What is said of all units in each part.
static void states_settle(const struct select_page *page, const uint8_t *reasons, uint8_t *states)
{
    for (uint32_t i = page->count; i-- > 0;) {
        uint32_t unit = page->parts[i].unit;
        if (unit != UINT32_MAX && states[i] != reasons[unit])
            states[i] = states[i] == STATE_EMPTY ? reasons[unit] : STATE_MIXED;
        uint8_t *up = &states[page->parts[i].parent];
        if (i > 0 && states[i] != STATE_EMPTY && *up != states[i]) *up = *up == STATE_EMPTY ? states[i] : STATE_MIXED;
    }
}

static bool mark_open(void *context, struct html_node *node)
{
    struct marker *m = context;
    if (node->type == HTML_NODE_TEXT) {
        uint32_t unit = m->page->parts[m->open].unit;
        if (m->states[m->open] == STATE_MIXED && unit != UINT32_MAX) node->left = m->reasons[unit];
        return true;
    }
    if (!select_is_part(node)) return true;
    m->open = m->next++;
    uint8_t state = m->states[m->open];
    if (state == STATE_EMPTY) state = m->open < m->first || m->open >= m->end ? HTML_LEFT_OUTSIDE : HTML_LEFT_NOT;
    if (state != STATE_MIXED) node->left = state;
    return true;
}

static void mark_close(void *context, struct html_node *node)
{
    struct marker *m = context;
    if (select_is_part(node)) m->open = m->page->parts[m->open].parent;
}

static bool units_mark(const struct select_page *page, const uint8_t *reasons, struct arena *arena)
{
    uint8_t *states = arena_alloc(arena, page->count);
    if (!states) return false;
    memset(states, STATE_EMPTY, page->count);
    states_settle(page, reasons, states);
    struct marker m = {.page = page, .reasons = reasons, .states = states, .next = 1, .first = page->count};
    for (uint32_t i = 0; i < page->unit_count; i++) {
        if (reasons[i]) continue;
        if (m.first > page->units[i]) m.first = page->units[i];
        m.end = page->units[i] + 1;
    }
    select_walk(page->parts[0].node, mark_open, mark_close, &m);
    return true;
}

// Whether somebody has cut the piece out of a page, which then has no head, or there is too little to tell: only what
// is furniture by its name is left out of it.
static bool is_piece(const struct html_tree *tree, const struct select_page *page)
{
    return (tree->head && !tree->head->first) || page->parts[0].all.words < FEW_WORDS;
}

bool html_select(struct html_tree *tree, bool whole_page, struct arena *arena, struct error *error)
{
    never_mark(tree->document);
    if (whole_page || !tree->body) return arena_ok(arena, error);
    struct select_page page;
    if (!select_page_read(&page, tree, arena, error)) return false;
    float *likelihoods = arena_alloc(arena, (page.unit_count + 1) * sizeof *likelihoods);
    uint8_t *reasons = arena_alloc(arena, page.unit_count + 1);
    if (!likelihoods || !reasons) return arena_ok(arena, error);
    units_weigh(&page, likelihoods);
    if (!select_group_level(&page, likelihoods, arena)) return arena_ok(arena, error);
    uint32_t bin = bin_choose(&page, likelihoods);
    bool piece = is_piece(tree, &page);
    for (uint32_t i = 0; i < page.unit_count; i++) {
        reasons[i] = HTML_LEFT_NOT;
        if (bin_of(likelihoods[i]) < bin) reasons[i] = select_reason(&page, &page.parts[page.units[i]]);
        if (piece && reasons[i] == HTML_LEFT_OUTSIDE) reasons[i] = HTML_LEFT_NOT;
    }
    if (page.title) reasons[page.parts[page.title].unit] = HTML_LEFT_NOT;
    return units_mark(&page, reasons, arena) || arena_ok(arena, error);
}
