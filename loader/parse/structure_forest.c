#include "parse/structure_forest.h"

#include <math.h>

// The trees that are left can hardly turn a score below SURELY_NOT; looked at after every CHECK trees.
enum { SURELY_NOT = -5 * FOREST_SCALE / 2, CHECK = 10 };

static inline void lanes_set(uint32_t *values, const int16_t *features)
{
    for (int i = 0; i < FOREST_LANES; i++) values[i] = (uint32_t)(features[i] ^ 0x8000) << 16;
}

void forest_input_set(struct forest_input *input, const int16_t *features, size_t count)
{
    for (size_t i = 0; i < count; i += FOREST_LANES) lanes_set(input->values + i, features + i);
    input->values[FOREST_NOTHING] = 0;
}

static inline uint32_t child(const uint32_t *tree, uint32_t node, const uint32_t *values)
{
    return tree[(node >> 8 & 255) + (node < values[node & 255])];
}

// Without a branch, for no processor could foretell it: leaves stay where they are until all FOREST_DEPTH steps are
// done.
static int32_t tree_score(const uint32_t *tree, const uint32_t *values)
{
    _Static_assert(FOREST_DEPTH == 6, "as many steps as here");
    uint32_t node = child(tree, tree[0], values);
    node = child(tree, node, values);
    node = child(tree, node, values);
    node = child(tree, node, values);
    node = child(tree, node, values);
    node = child(tree, node, values);
    return (int16_t)(node >> 16);
}

int32_t forest_score(const struct forest *forest, const struct forest_input *input)
{
    int32_t score = forest->base;
    size_t t = 0;
    for (size_t end = CHECK - 1; t < forest->trees; end += CHECK) {
        if (end > forest->trees) end = forest->trees;
        for (; t < end; t++) score += tree_score(forest->nodes + forest->starts[t], input->values);
        if (score < SURELY_NOT) break;
    }
    return score;
}

float forest_probability(int32_t score)
{
    return 1 / (1 + expf(-(float)score / FOREST_SCALE));
}
