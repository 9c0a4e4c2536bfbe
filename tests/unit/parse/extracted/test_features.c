// How lines share words is counted in two ways, by what the processor can: both must give the same features.
#include "parse/extracted/features.c"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

enum { LINES = 40 };

static uint64_t seed = 1;

static uint64_t random_bits(void)
{
    seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
    return seed >> 32 | seed << 32;
}

static void both_ways_agree(void **state)
{
    (void)state;
#ifdef __x86_64__
    if (!masks_wide_can()) skip();
    struct part *parts = calloc(LINES, sizeof *parts);
    assert_non_null(parts);
    for (int i = 0; i < LINES; i++)
        for (int k = 0; k < 4; k++)
            parts[i].shape.words_seen[k] = i % 9 == 5 ? 0 : i == 7 ? ~UINT64_C(0) : random_bits() & random_bits();
    struct context c = {.parts = parts, .count = LINES};
    for (size_t i = 0; i < LINES; i++) {
        int16_t plain[FEATURE_COUNT] = {0}, wide[FEATURE_COUNT] = {0};
        words_compare_plain(&c, i, plain);
        words_compare_wide(&c, i, wide);
        assert_memory_equal(plain, wide, sizeof plain);
        assert_int_equal(plain[FEATURE_overlap_first] == -1, i % 9 == 5);
        if (i % 9 != 5) assert_int_equal(plain[FEATURE_overlap_before] == 100, i == 8);
    }
    free(parts);
#else
    skip();
#endif
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {cmocka_unit_test(both_ways_agree)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
