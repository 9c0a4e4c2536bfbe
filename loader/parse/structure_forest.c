#include "parse/structure_forest.h"

#include <math.h>

enum { CHECK = 10 };  // trees, before the last of which, and behind which, is looked whether the score is sure

static inline void lanes_set(uint32_t *values, const int16_t *features)
{
    for (int i = 0; i < FOREST_LANES; i++) values[i] = (uint32_t)(features[i] ^ 0x8000) << 16;
}

void forest_input_set(struct forest_input *input, const int16_t *features, size_t count)
{
    for (size_t i = 0; i < count; i += FOREST_LANES) lanes_set(input->values + i, features + i);
    input->values[FOREST_NOTHING] = 0;
}

static inline size_t step(const uint32_t *nodes, size_t at, const uint32_t *values)
{
    uint32_t node = nodes[at];
    return at + (node >> 8 & 255) + (node < values[node & 255]);
}

static inline int32_t leaf(const uint32_t *nodes, size_t at)
{
    return (int16_t)(nodes[at] >> 16);
}

// Trees side by side, and without a branch, for no processor could foretell it: one step waits for the step before, but
// not for another tree. Leaves stay where they are until all steps are done. *last: the last tree's score alone.
static int32_t five_scores(const uint32_t *nodes, const uint16_t *starts, const uint32_t *values, int32_t *last)
{
    size_t a = starts[0], b = starts[1], c = starts[2], d = starts[3], e = starts[4];
    for (int i = 0; i < FOREST_DEPTH; i++) {
        a = step(nodes, a, values);
        b = step(nodes, b, values);
        c = step(nodes, c, values);
        d = step(nodes, d, values);
        e = step(nodes, e, values);
    }
    *last = leaf(nodes, e);
    return leaf(nodes, a) + leaf(nodes, b) + leaf(nodes, c) + leaf(nodes, d) + *last;
}

int32_t forest_score(const struct forest *forest, const struct forest_input *input, int32_t enough)
{
    const uint32_t *nodes = forest->nodes, *values = input->values;
    int32_t score = forest->base, last;
    size_t t = 0;
    for (; forest->trees - t >= CHECK; t += CHECK) {
        const uint16_t *starts = forest->starts + t;
        score += five_scores(nodes, starts, values, &last);
        score += five_scores(nodes, starts + CHECK / 2, values, &last);
        if (score - last < FOREST_SURELY_NOT) return score - last;
        if (score > enough) return score;
    }
    for (; t < forest->trees; t++) {
        size_t at = forest->starts[t];
        for (int i = 0; i < FOREST_DEPTH; i++) at = step(nodes, at, values);
        score += leaf(nodes, at);
    }
    return score;
}

void forest_gains(const struct forest *forest, const int16_t *means, const struct forest_input *input,
                  const uint8_t *topics, int32_t *gains)
{
    const uint32_t *nodes = forest->nodes, *values = input->values;
    for (size_t t = 0; t < forest->trees && t < FOREST_TELLING; t++) {
        size_t at = forest->starts[t], next;
        for (uint32_t feature; (feature = nodes[at] & 255) != FOREST_NOTHING; at = next) {
            next = step(nodes, at, values);
            gains[topics[feature]] += means[next] - means[at];
        }
    }
}

float forest_probability(int32_t score)
{
    return 1 / (1 + expf(-(float)score / FOREST_SCALE));
}
