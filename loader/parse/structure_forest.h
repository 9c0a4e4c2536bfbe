// Sums of decision trees over small integers: the learned part of structure.
#ifndef PARSE_STRUCTURE_FOREST_H
#define PARSE_STRUCTURE_FOREST_H

#include <stddef.h>
#include <stdint.h>

struct tree_node {
    int16_t threshold;  // at most: to the left
    uint8_t feature;
    int8_t left, right;  // nodes of the same tree; leaf ~n when negative
};

struct forest {
    const struct tree_node *nodes;
    const int16_t *leaves;   // of log-odds, in 1/FOREST_SCALE
    const uint16_t *starts;  // for each tree: its first node, its first leaf
    size_t trees;
    int32_t base;
};

enum { FOREST_SCALE = 8192 };

// Log-odds in 1/FOREST_SCALE.
int32_t forest_score(const struct forest *forest, const int16_t *features);

// The probability that a score stands for.
float forest_probability(int32_t score);

#endif
