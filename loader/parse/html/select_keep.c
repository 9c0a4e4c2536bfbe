#include "parse/html/select_keep.h"

#include "parse/html/select_features.h"
#include "parse/html/select_group.h"
#include "parse/html/select_model.h"

enum {
    BINS = 256,        // of likelihoods
    NEAR_STEPS = 3,    // from unit to unit: 2 between siblings
    FIGURE_STEPS = 5,  // a caption stands in a figure, or in one in a link in it
};

// The expected F1 below which nothing looks like an article.
static const double UNLIKE = 0.2;
// Added to log-odds; how much less than others a heading before what is kept, or a unit between such, may be likely.
// Tuned on the half of the public pages that the model learned from, where the last two cost none of the F1.
static const float SHIFT = -0.5F, HEADING_LEAST = 0.15F, BETWEEN_LEAST = 0.5F;

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
// little is sure. BINS where even that F1 is low.
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
    return best < UNLIKE ? BINS : bin;
}

static bool is_caption(const struct html_node *node)
{
    return node->element == ELEMENT_FIGCAPTION || node->element == ELEMENT_CAPTION;
}

static uint32_t steps(const struct select_page *page, uint32_t unit, uint32_t other)
{
    return select_steps(page, page->units[unit], page->units[other]);
}

// The highest part that holds nothing but the unit.
static uint32_t wrapper_of(const struct select_page *page, uint32_t unit)
{
    uint32_t at = page->units[unit];
    while (at && page->parts[page->parts[at].parent].all.units == 1) at = page->parts[at].parent;
    return at;
}

// Whether the other unit, which comes next, stands in a table whose title this one may be: it lies beside the table.
static bool is_over_table(const struct select_page *page, uint32_t unit, uint32_t next)
{
    const struct select_part *beside = &page->parts[page->parts[wrapper_of(page, unit)].parent];
    const struct select_part *in = &page->parts[page->units[next]];
    return page->units[next] < beside->end &&
           in->near[SELECT_KIND_COUNT + SELECT_PLACE_TABLE] < in->depth - beside->depth;
}

// Whether a unit that was not likely enough is kept for its place: the heading of what is kept, a caption or a short
// line between kept ones.
static bool belongs(const struct select_page *page, const float *likelihoods, float least, uint32_t unit,
                    uint32_t before, uint32_t next)
{
    if (next == page->unit_count) return false;
    const struct select_part *part = &page->parts[page->units[unit]];
    if (select_is_linked(part)) return false;
    uint32_t behind = steps(page, unit, next);
    if (select_is_heading(part->node) && likelihoods[unit] >= HEADING_LEAST) {
        bool leads = next == unit + 1;
        if (next == unit + 2) leads = select_is_heading(page->parts[page->units[unit + 1]].node);
        if (leads && select_steps(page, wrapper_of(page, unit), wrapper_of(page, next)) <= NEAR_STEPS + 1) return true;
    }
    if (next == unit + 1 && likelihoods[unit] >= HEADING_LEAST && is_over_table(page, unit, next)) return true;
    if (before == UINT32_MAX) return false;
    uint32_t far = steps(page, before, unit);
    far = far > behind ? far : behind;
    if (is_caption(part->node) && far <= FIGURE_STEPS) return true;
    return likelihoods[unit] >= least * BETWEEN_LEAST && far <= NEAR_STEPS;
}

static void places_keep(const struct select_page *page, const float *likelihoods, float least, bool *kept)
{
    uint32_t before = UINT32_MAX, next = 0;
    for (uint32_t i = 0; i < page->unit_count; i++) {
        if (kept[i]) {
            before = i;
            continue;
        }
        if (next <= i) next = i + 1;
        while (next < page->unit_count && !kept[next]) next++;
        kept[i] = belongs(page, likelihoods, least, i, before, next);
    }
}

bool select_keep(const struct select_page *page, bool *kept, bool *unlike, struct arena *arena)
{
    float *likelihoods = arena_alloc(arena, (page->unit_count + 1) * sizeof *likelihoods);
    if (!likelihoods) return false;
    units_weigh(page, likelihoods);
    if (!select_group_level(page, likelihoods, arena)) return false;
    uint32_t bin = bin_choose(page, likelihoods);
    *unlike = bin == BINS;
    for (uint32_t i = 0; i < page->unit_count; i++) kept[i] = bin_of(likelihoods[i]) >= bin;
    if (*unlike) return true;
    places_keep(page, likelihoods, (float)bin / BINS, kept);
    if (page->headline) kept[page->parts[page->headline].unit] = true;
    return true;
}
