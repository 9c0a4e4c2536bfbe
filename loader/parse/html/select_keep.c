#include "parse/html/select_keep.h"

#include "parse/html/select_dialog.h"
#include "parse/html/select_features.h"
#include "parse/html/select_group.h"
#include "parse/html/select_model.h"
#include "parse/html/select_place.h"

enum { BINS = 256 };  // of likelihoods

// The expected F1 below which nothing looks like an article.
static const double UNLIKE = 0.2;
// Of the words that are expected to be the article's, the share in dialogs from which on these are left out; articles
// of more words aren't looked at.
static const double DIALOG_SHARE = 0.1, SHORT_ARTICLE = 800;
// Added to log-odds. Tuned on the half of the public pages that the model learned from.
static const float SHIFT = -0.5F;

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

// Units of dialogs that would be a good part of a short article are none of it; others are as likely as they were.
static bool dialogs_weigh(const struct select_page *page, float *likelihoods, bool *dialog, struct arena *arena)
{
    bool any = false;
    double all = 0, in_dialogs = 0;
    memset(dialog, 0, page->unit_count * sizeof *dialog);
    for (uint32_t i = 0; i < page->unit_count; i++)
        all += (double)likelihoods[i] * page->parts[page->units[i]].own.words;
    if (all < SHORT_ARTICLE && !select_dialogs(page, dialog, &any, arena)) return false;
    for (uint32_t i = 0; i < page->unit_count && any; i++)
        in_dialogs += dialog[i] ? (double)likelihoods[i] * page->parts[page->units[i]].own.words : 0;
    any = any && in_dialogs >= all * DIALOG_SHARE;
    for (uint32_t i = 0; i < page->unit_count; i++) {
        dialog[i] = dialog[i] && any;
        if (dialog[i]) likelihoods[i] = 0;
    }
    return true;
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

bool select_keep(const struct select_page *page, bool *kept, bool *dialog, bool *unlike, struct arena *arena)
{
    float *likelihoods = arena_alloc(arena, (page->unit_count + 1) * sizeof *likelihoods);
    if (!likelihoods) return false;
    units_weigh(page, likelihoods);
    if (!dialogs_weigh(page, likelihoods, dialog, arena)) return false;
    uint32_t *groups = select_group_level(page, likelihoods, arena);
    if (!groups) return false;
    uint32_t bin = bin_choose(page, likelihoods);
    *unlike = bin == BINS;
    for (uint32_t i = 0; i < page->unit_count; i++) kept[i] = bin_of(likelihoods[i]) >= bin;
    if (*unlike) return true;
    if (!select_places_keep(page, likelihoods, groups, (float)bin / BINS, kept, arena)) return false;
    if (page->headline) kept[page->parts[page->headline].unit] = true;
    for (uint32_t i = 0; i < page->unit_count; i++) kept[i] = kept[i] && !dialog[i];
    return true;
}
