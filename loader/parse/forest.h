// Sums of decision trees over small integers: what is learned about lines, and about parts of a page.
//
// A tree asks the same question of all that have come as deep (an oblivious tree), so that its answers are the bits of
// a leaf's number, and many inputs go down side by side without a branch.
#ifndef PARSE_FOREST_H
#define PARSE_FOREST_H

#include <stddef.h>
#include <stdint.h>

enum {
    FOREST_DEPTH = 6,
    FOREST_LEAVES = 1 << FOREST_DEPTH,
    FOREST_LANES = 8,       // inputs side by side: a register of 128 bits, which all processors have
    FOREST_FEATURES = 208,  // at most; a multiple of the lanes
    FOREST_SCALE = 8192,    // log-odds are in 1/FOREST_SCALE
    FOREST_TELLING = 12,    // the first trees, which move a score most, tell why
};

struct tree {
    uint8_t features[FOREST_DEPTH];
    int16_t thresholds[FOREST_DEPTH];  // greater is 1; the first answer is the highest bit of the leaf's number
    int16_t leaves[FOREST_LEAVES];     // log-odds
};

struct forest {
    const struct tree *trees;
    size_t count;
    int32_t base;            // log-odds before the first tree
    size_t first;            // behind so many trees …
    int32_t hopeless, sure;  // … a score below or above these hardly turns any more
};

// A row of features each. Those of inputs and features that there are not must be set too; what they are is no matter.
struct forest_input {
    int16_t features[FOREST_LANES][FOREST_FEATURES];
};

// Adds what some trees, which ask for the first `features` features (a multiple of the lanes), say of every input to
// its score.
void forest_add(const struct tree *trees, size_t count, const struct forest_input *input, size_t features,
                int32_t *scores);

// How much each topic moved the score in the first trees: at every answer, the mean of what follows less the mean
// before it goes to the topic of the answer's feature. means: of each such tree, 1 the root, 2n and 2n + 1 what follows
// n.
void forest_gains(const struct forest *forest, const int16_t (*means)[FOREST_LEAVES], const int16_t *features,
                  const uint8_t *topics, int32_t *gains);

// The probability that a score stands for.
float forest_probability(int32_t score);

#endif
