// What one line looks like, and what trees make of it: the fast ways must come to what the plain ones would.
#include "parse/structure_forest.h"
#include "parse/structure_words.h"
#include "unit.h"

#define WORD "uNimAgiNabLyiNtERnaTionALized"

static uint32_t lower(char c)
{
    return (unsigned char)c | 32u;
}

static uint32_t fnv1a(const char *p, size_t n)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < n; i++) hash = (hash ^ lower(p[i])) * 16777619u;
    return hash;
}

static uint16_t bucket(const char *p, size_t n)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < n; i++) hash = hash * 16777619u ^ lower(p[i]);
    return (uint16_t)(hash * 2654435761u >> 20);
}

static struct shape shape_of(const char *line)
{
    struct shape shape;
    shape_scan(str_from(line), &shape);
    return shape;
}

static void words_are_hashed_alike_wherever_they_stand(void **state)
{
    (void)state;
    static const char *const frames[] = {"%.*s has more words behind it", "it ends with %.*s", "%.*s",
                                         "ends so %.*s, yes"};
    for (size_t i = 0; i < sizeof frames / sizeof *frames; i++)
        for (int n = 1; n < (int)sizeof WORD; n++) {
            char line[100];
            snprintf(line, sizeof line, frames[i], n, WORD);
            struct shape shape = shape_of(line);
            if (i == 0 || i == 2) assert_int_equal(shape.first_hash, fnv1a(WORD, (size_t)n));
            if (i == 1 || i == 2) assert_int_equal(shape.last_hash, fnv1a(WORD, (size_t)n));
            uint32_t bit = fnv1a(WORD, (size_t)n) * 2654435761u >> 24;
            if (n >= 4) assert_true(shape.words_seen[bit >> 6] >> (bit & 63) & 1);
            uint16_t buckets[WORDS_MOST];
            size_t count = words_buckets(str_from(line), buckets), at = i == 0 || i == 2 ? 0 : 2;
            if (i == 1) at = 3;
            assert_true(count > at);
            assert_int_equal(buckets[at], bucket(WORD, (size_t)n));
        }
}

static void lines_with_one_text_have_one_hash(void **state)
{
    (void)state;
    assert_int_equal(shape_of("the same line, twice over").hash, shape_of("  the same line, twice over ").hash);
    assert_int_not_equal(shape_of("the same line, twice over").hash, shape_of("the same line, twice 0ver").hash);
    assert_int_not_equal(shape_of("page 1").hash, shape_of("page 2").hash);
}

static void words_are_counted_by_kind(void **state)
{
    (void)state;
    struct shape s = shape_of("The OLD mill at Grünau, built before 1984 by international millers. It ran!");
    assert_int_equal(s.words, 13);
    assert_int_equal(s.chars, 75);
    assert_int_equal(s.capital_words, 4);  // The OLD Grünau It
    assert_int_equal(s.upper_words, 1);    // OLD
    assert_int_equal(s.short_words, 3);    // at by ran
    assert_int_equal(s.long_words, 1);     // international
    assert_int_equal(s.number_words, 1);
    assert_int_equal(s.years, 1);
    assert_int_equal(s.sentences, 1);
    assert_int_equal(s.longest_word, 13);
    assert_int_equal(s.first_word, 3);
    assert_int_equal(s.last_word, 4);
    assert_int_equal(s.count[GLYPH_UPPER], 6);
    assert_int_equal(s.count[GLYPH_LOWER], 50);
    assert_int_equal(s.count[GLYPH_SPACE], 12);
    assert_int_equal(s.count[GLYPH_DIGIT], 4);
    assert_int_equal(s.first_word_first, GLYPH_UPPER);
    assert_int_equal(s.second_word_first, GLYPH_UPPER);
    assert_int_equal(s.last_word_first, GLYPH_LOWER);
    assert_int_equal(s.last, GLYPH_BANG);
    assert_int_equal(s.before_last, GLYPH_LOWER);
}

static void times_dates_and_links_are_words_too(void **state)
{
    (void)state;
    struct shape s = shape_of("Open 9:30 - 12:45 on 3.4.2020: see www.example.org or ää/öö/p.html");
    assert_int_equal(s.times, 2);
    assert_int_equal(s.dates, 1);
    assert_int_equal(s.links, 2);
    assert_int_equal(s.dashes, 1);
    assert_int_equal(s.marks_inside, 1);
    assert_int_equal(s.colon_at, 6);
}

#define STUMP(threshold, low, high) FOREST_NODE(threshold, 0, 1), FOREST_LEAF(low), FOREST_LEAF(high)
#define STUMPS(low, high)                                                                                              \
    STUMP(5, low, high), STUMP(5, low, high), STUMP(5, low, high), STUMP(5, low, high), STUMP(5, low, high),           \
        STUMP(5, low, high)

static int32_t score(const uint32_t *nodes, int16_t feature, int32_t enough)
{
    static const uint16_t starts[] = {0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 33};
    struct forest forest = {nodes, starts, 12, 100};
    int16_t features[FOREST_ROOM(1)] = {feature};
    struct forest_input input;
    forest_input_set(&input, features, 1);
    return forest_score(&forest, &input, enough);
}

static void trees_are_summed_until_it_is_clear(void **state)
{
    (void)state;
    static const uint32_t small[] = {STUMPS(-7, 9), STUMPS(-7, 9)},
                          large[] = {STUMPS(-4000, 4000), STUMPS(-4000, 4000)};
    assert_int_equal(score(small, 5, FOREST_ALL), 100 - 12 * 7);
    assert_int_equal(score(small, 6, FOREST_ALL), 100 + 12 * 9);
    assert_int_equal(score(small, -32768, FOREST_ALL), 100 - 12 * 7);
    assert_int_equal(score(small, 32767, FOREST_ALL), 100 + 12 * 9);
    assert_int_equal(score(large, 0, FOREST_ALL), 100 - 9 * 4000);  // surely not, before the tenth
    assert_int_equal(score(large, 9, FOREST_ALL), 100 + 12 * 4000);
    assert_int_equal(score(large, 9, FOREST_SURELY), 100 + 10 * 4000);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(words_are_hashed_alike_wherever_they_stand),
    cmocka_unit_test(lines_with_one_text_have_one_hash),
    cmocka_unit_test(words_are_counted_by_kind),
    cmocka_unit_test(times_dates_and_links_are_words_too),
    cmocka_unit_test(trees_are_summed_until_it_is_clear),
};

UNIT_MAIN("structure_shape")
