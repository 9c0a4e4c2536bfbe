#include "parse/structure_forest.h"

#include <math.h>

enum { TOGETHER = 10 };  // trees, behind which is looked whether the score is sure

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
    uint64_t node = nodes[at];
    return at + (node >> 8 & 255) + (node < values[node & 255]);
}

static inline int32_t leaf(const uint32_t *nodes, size_t at)
{
    return (int16_t)(nodes[at] >> 16);
}

static inline void five_steps(const uint32_t *nodes, size_t *at, const uint32_t *values)
{
    at[0] = step(nodes, at[0], values);
    at[1] = step(nodes, at[1], values);
    at[2] = step(nodes, at[2], values);
    at[3] = step(nodes, at[3], values);
    at[4] = step(nodes, at[4], values);
}

static inline int32_t five_leaves(const uint32_t *nodes, const size_t *at)
{
    return leaf(nodes, at[0]) + leaf(nodes, at[1]) + leaf(nodes, at[2]) + leaf(nodes, at[3]) + leaf(nodes, at[4]);
}

// Trees side by side, and without a branch, for no processor could foretell it: one step waits for the step before, but
// not for another tree. Leaves stay where they are until all steps are done.
static int32_t ten_scores(const uint32_t *nodes, const uint16_t *r, const uint32_t *values, int depth)
{
    size_t at[TOGETHER] = {r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7], r[8], r[9]};
    for (int i = 0; i < depth; i++) {
        five_steps(nodes, at, values);
        five_steps(nodes, at + TOGETHER / 2, values);
    }
    return five_leaves(nodes, at) + five_leaves(nodes, at + TOGETHER / 2);
}

int32_t forest_score(const struct forest *forest, const struct forest_input *input, int32_t enough)
{
    const uint32_t *nodes = forest->nodes, *values = input->values;
    int32_t score = 0;
    size_t t = 0;
    while (forest->trees - t >= TOGETHER) {
        score += ten_scores(nodes, forest->starts + t, values, forest->depth);
        t += TOGETHER;
        if (score > enough) return score;
        if (score < forest->hopeless && t >= forest->patience) return 2 * score;
    }
    for (; t < forest->trees; t++) {
        size_t at = forest->starts[t];
        for (int i = 0; i < forest->depth; i++) at = step(nodes, at, values);
        score += leaf(nodes, at);
    }
    return score;
}

void forest_gains(const struct forest *forest, const int16_t *means, const struct forest_input *input,
                  const uint8_t *topics, int32_t *gains)
{
    const uint32_t *nodes = forest->nodes, *values = input->values;
    for (size_t t = 0; t < forest->trees && t < FOREST_TELLING; t++) {
        size_t at = forest->starts[t];
        for (int i = 0; i < forest->depth; i++) {
            size_t next = step(nodes, at, values);
            gains[topics[nodes[at] & 255]] += means[next] - means[at];
            at = next;
        }
    }
}

float forest_probability(int32_t score)
{
    return 1 / (1 + expf(-(float)score / FOREST_SCALE));
}
