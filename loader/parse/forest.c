#include "parse/forest.h"

#include "base/inline.h"
#include "parse/masks.h"

#include <math.h>
#include <string.h>

// One feature of all inputs, or eight features of one.
typedef int16_t lanes __attribute__((vector_size(FOREST_LANES * sizeof(int16_t))));
typedef uint16_t numbers __attribute__((vector_size(FOREST_LANES * sizeof(uint16_t))));

// Each register woven with the one that lies four behind: done three times, rows become columns.
INLINE void weave(lanes *eight)
{
    lanes in[FOREST_LANES];
#pragma GCC unroll 8
    for (int i = 0; i < FOREST_LANES; i++) in[i] = eight[i];
#pragma GCC unroll 4
    for (int i = 0; i < FOREST_LANES / 2; i++) {
        lanes a = in[i], b = in[i + FOREST_LANES / 2];
        eight[2 * i] = __builtin_shufflevector(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
        eight[2 * i + 1] = __builtin_shufflevector(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
    }
}

// From a row an input to a row a feature.
INLINE void turn(const struct forest_input *input, size_t features, lanes *values)
{
    for (size_t i = 0; i < features; i += FOREST_LANES) {
        lanes eight[FOREST_LANES];
#pragma GCC unroll 8
        for (int k = 0; k < FOREST_LANES; k++) memcpy(eight + k, input->features[k] + i, sizeof *eight);
        weave(eight);
        weave(eight);
        weave(eight);
        memcpy(values + i, eight, sizeof eight);
    }
}

// The leaf of every input.
INLINE numbers leaves_of(const struct tree *t, const lanes *values)
{
    numbers leaf = {0};
#pragma GCC unroll 6
    for (int i = 0; i < FOREST_DEPTH; i++)
        leaf += leaf - (numbers)(values[t->features[i]] > t->thresholds[i] - (lanes){0});
    return leaf;
}

static void trees_add_plain(const struct tree *trees, size_t count, const struct forest_input *input, size_t features,
                            int32_t *scores)
{
    lanes values[FOREST_FEATURES];
    turn(input, features, values);
    for (const struct tree *t = trees, *end = t + count; t < end; t++) {
        numbers leaf = leaves_of(t, values);
#pragma GCC unroll 8
        for (int i = 0; i < FOREST_LANES; i++) scores[i] += t->leaves[leaf[i]];
    }
}

#ifdef __x86_64__
// Gathers 32 bits, the upper half of which is the leaf's: the two bytes before the first leaf are the tree's own.
MASKS_WIDE static void trees_add_wide(const struct tree *trees, size_t count, const struct forest_input *input,
                                      size_t features, int32_t *scores)
{
    lanes values[FOREST_FEATURES];
    turn(input, features, values);
    __m256i sums = _mm256_loadu_si256((const __m256i *)(const void *)scores);
    for (const struct tree *t = trees, *end = t + count; t < end; t++) {
        __m256i leaf = _mm256_cvtepu16_epi32((__m128i)leaves_of(t, values));
        const char *before = (const char *)t + offsetof(struct tree, leaves) - sizeof *t->leaves;
        __m256i pairs = _mm256_i32gather_epi32((const int *)(const void *)before, leaf, sizeof *t->leaves);
        sums = _mm256_add_epi32(sums, _mm256_srai_epi32(pairs, 16));
    }
    _mm256_storeu_si256((__m256i *)(void *)scores, sums);
}

void forest_add(const struct tree *trees, size_t count, const struct forest_input *input, size_t features,
                int32_t *scores)
{
    (masks_wide_can() ? trees_add_wide : trees_add_plain)(trees, count, input, features, scores);
}
#else
void forest_add(const struct tree *trees, size_t count, const struct forest_input *input, size_t features,
                int32_t *scores)
{
    trees_add_plain(trees, count, input, features, scores);
}
#endif

void forest_gains(const struct forest *forest, const int16_t (*means)[FOREST_LEAVES], const int16_t *features,
                  const uint8_t *topics, int32_t *gains)
{
    for (size_t k = 0; k < forest->count && k < FOREST_TELLING; k++) {
        const struct tree *t = &forest->trees[k];
        size_t at = 1;
        int32_t mean = means[k][at];
        for (int i = 0; i < FOREST_DEPTH; i++) {
            at = 2 * at + (features[t->features[i]] > t->thresholds[i]);
            int32_t next = at < FOREST_LEAVES ? means[k][at] : t->leaves[at - FOREST_LEAVES];
            gains[topics[t->features[i]]] += next - mean;
            mean = next;
        }
    }
}

float forest_probability(int32_t score)
{
    return 1 / (1 + expf(-(float)score / FOREST_SCALE));
}
