// Sums of decision trees over small integers: the learned part of structure.
#ifndef PARSE_STRUCTURE_FOREST_H
#define PARSE_STRUCTURE_FOREST_H

#include <stddef.h>
#include <stdint.h>

// A node in 32 bits, so that one comparison of the whole word decides: the threshold (at most: to the left child) above
// the way to the left child, in nodes, and the feature. The right child follows the left one. A leaf holds its value,
// in log-odds, where others have the threshold, and leads to itself: nothing is greater than it.
#define FOREST_NODE(threshold, feature, way) ((uint32_t)((threshold) + 32768) << 16 | (way) << 8 | (feature))
#define FOREST_LEAF(value)                   ((uint32_t)(uint16_t)(value) << 16 | FOREST_NOTHING)

enum {
    FOREST_NOTHING = 255,  // the feature of leaves
    FOREST_LANES = 8,      // features that are read together
    FOREST_SCALE = 8192,   // log-odds are in 1/FOREST_SCALE
    FOREST_SURELY = 4 * FOREST_SCALE,
    FOREST_ALL = INT32_MAX,
    FOREST_TELLING = 40,  // the first trees, which move a score most, tell why
};

struct forest {
    const uint32_t *nodes;
    const uint16_t *starts;  // the root of each tree
    size_t trees;
    int depth;         // the most comparisons on the way to a leaf
    size_t patience;   // behind so many trees …
    int32_t hopeless;  // … those that are left can hardly turn a score below this
};

// Features in the form that nodes are compared with.
struct forest_input {
    uint32_t values[FOREST_NOTHING + 1];
};

// How many features an array must have room for.
#define FOREST_ROOM(count) (((count) + FOREST_LANES - 1) / FOREST_LANES * FOREST_LANES)

// features: with FOREST_ROOM(count), at most FOREST_NOTHING.
void forest_input_set(struct forest_input *input, const int16_t *features, size_t count);

// Log-odds. Above `enough` (FOREST_SURELY where only the decision counts, or FOREST_ALL) no further trees are asked,
// and neither where it is hopeless: there the score is doubled, as the trees that are left would about do.
int32_t forest_score(const struct forest *forest, const struct forest_input *input, int32_t enough);

// How much each topic moved the score in the first trees: at every step from a node to one of its children, the mean of
// the child less that of the node goes to the topic of the node's feature. means: of each node, likewise in
// 1/FOREST_SCALE. topics: of all features, and of FOREST_NOTHING.
void forest_gains(const struct forest *forest, const int16_t *means, const struct forest_input *input,
                  const uint8_t *topics, int32_t *gains);

// The probability that a score stands for.
float forest_probability(int32_t score);

#endif
