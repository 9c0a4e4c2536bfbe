#include "parse/structure_forest.h"

#include <math.h>

// The trees that are left can hardly turn a score below SURELY_NOT; looked at after every CHECK trees.
enum { SURELY_NOT = -5 * FOREST_SCALE / 2, CHECK = 10 };

int32_t forest_score(const struct forest *forest, const int16_t *features)
{
    int32_t score = forest->base;
    for (size_t t = 0; t < forest->trees; t++) {
        if (t % CHECK == CHECK - 1 && score < SURELY_NOT) break;
        const struct tree_node *nodes = forest->nodes + forest->starts[2 * t];
        int at = 0;
        do {
            const struct tree_node *n = &nodes[at];
            at = features[n->feature] <= n->threshold ? n->left : n->right;
        } while (at >= 0);
        score += forest->leaves[forest->starts[2 * t + 1] + (unsigned)~at];
    }
    return score;
}

float forest_probability(int32_t score)
{
    return 1 / (1 + expf(-(float)score / FOREST_SCALE));
}
