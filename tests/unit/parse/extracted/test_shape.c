// What one line looks like, and what trees make of it: the fast ways must come to what the plain ones would.
#include "parse/extracted/shape.h"
#include "parse/forest.h"
#include "parse/masks.h"
#include "unit.h"

#define WORD "uNimAgiNabLyiNtERnaTionALized"

static struct shape shape_of(const char *line)
{
    struct shape shape;
    shape_scan(str_from(line), &shape);
    return shape;
}

static uint32_t seen_bit(const struct shape *s, uint32_t hash)
{
    return s->words_seen[hash >> 30] >> (hash >> 24 & 63) & 1;
}

static void words_are_hashed_alike_wherever_they_stand(void **state)
{
    (void)state;
    // frames, and which word of theirs it is
    static const struct {
        const char *frame;
        int at;
    } frames[] = {{"%.*s has more words behind it", 0},
                  {"it ends with %.*s", 3},
                  {"ends so “%.*s”, yes", 2},
                  {"(%.*s) and more", 0},
                  {"%.*s, %.*s", 0},
                  {"Ä %.*s", 1}};
    uint32_t before = 0;
    for (int n = 1; n < (int)sizeof WORD; n++) {
        char line[120];
        snprintf(line, sizeof line, "%.*s", n, WORD);
        struct shape alone = shape_of(line);
        assert_int_equal(alone.first_hash, alone.last_hash);
        assert_int_not_equal(alone.first_hash, before);
        before = alone.first_hash;
        assert_int_equal(alone.bucket_count, 1);
        assert_int_equal(alone.buckets[0], before >> 20);
        assert_int_equal(seen_bit(&alone, before), n >= 4);
        for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
            snprintf(line, sizeof line, frames[i].frame, n, WORD, n, WORD);
            struct shape shape = shape_of(line);
            assert_int_equal(shape.buckets[frames[i].at], alone.buckets[0]);
            if (frames[i].at == 0) assert_int_equal(shape.first_hash, before);
            if (frames[i].at == 3) assert_int_equal(shape.last_hash, before);
            if (n >= 4) assert_true(seen_bit(&shape, before));
        }
    }
    assert_int_equal(shape_of("Grünau").first_hash, shape_of("GRÜNAU!").first_hash);
    assert_int_equal(shape_of("1984").first_hash, shape_of("3.").first_hash);
    assert_int_not_equal(shape_of("1984").first_hash, shape_of("&").first_hash);
}

static void long_lines_and_long_words_are_read_to_the_end(void **state)
{
    (void)state;
    char line[400];
    for (unsigned n = 1; n < 200; n++) {  // a word of n letters, then one that lies across any border
        memset(line, 'x', n);
        strcpy(line + n, " Abc, 12 déf: GHI end");
        struct shape s = shape_of(line);
        assert_int_equal(s.words, 6);
        assert_int_equal(s.chars, n + 21);
        assert_int_equal(s.longest_word, n < 4 ? 4 : n);
        assert_int_equal(s.count[GLYPH_LOWER], n + 8);
        assert_int_equal(s.count[GLYPH_UPPER], 4);
        assert_int_equal(s.count[GLYPH_DIGIT], 2);
        assert_int_equal(s.count[GLYPH_SPACE], 5);
        assert_int_equal(s.count[GLYPH_COMMA], 1);
        assert_int_equal(s.capital_words, 2);
        assert_int_equal(s.upper_words, 1);
        assert_int_equal(s.long_words, n >= 8);
        assert_int_equal(s.short_words, 2 + (n < 4));
        assert_int_equal(s.number_words, 1);
        assert_int_equal(s.colon_at, 4);
        assert_int_equal(s.last_word, 3);
    }
}

static void characters_of_scripts_without_spaces_are_words(void **state)
{
    (void)state;
    struct shape s = shape_of("\u6c34\u706b\u6c34");
    assert_int_equal(s.words, 1);
    assert_int_equal(s.chars, 3);
    assert_int_equal(s.bucket_count, 4);  // and all of it
    assert_int_equal(s.buckets[0], s.buckets[2]);
    assert_int_not_equal(s.buckets[0], s.buckets[1]);
    assert_int_equal(shape_of("a b c d e f g h i j k l m n o p q r s t u v w x y z").bucket_count, SHAPE_BUCKETS);
}

static void masks_are_the_same_in_any_way(void **state)
{
    (void)state;
    char bytes[MASK_BYTES];
    for (unsigned step = 1; step < 256; step += 2) {
        for (unsigned i = 0; i < MASK_BYTES; i++) bytes[i] = (char)(i * step + step);
        struct masks fast = masks_of(bytes), plain = masks_plain(bytes);
        for (unsigned i = 0; i < MASK_BYTES; i++) {
            unsigned char c = (unsigned char)bytes[i];
            bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z';
            assert_int_equal(plain.letters >> i & 1, upper || lower);
            assert_int_equal(plain.upper >> i & 1, upper);
            assert_int_equal(plain.digits >> i & 1, c >= '0' && c <= '9');
            assert_int_equal(plain.spaces >> i & 1, c <= ' ');
            assert_int_equal(plain.high >> i & 1, c >= 0x80);
            assert_int_equal(plain.latin >> i & 1, c == 0xC3);
        }
        assert_memory_equal(&fast, &plain, sizeof fast);
#ifdef __x86_64__
        struct masks wide = masks_wide_can() ? masks_wide(bytes) : plain;
        assert_memory_equal(&wide, &plain, sizeof wide);
#endif
        assert_int_equal(mask_count(plain.letters), __builtin_popcountll(plain.letters));
    }
    assert_true(mask_low(0) == 0 && mask_low(3) == 7 && mask_low(64) == UINT64_MAX);
}

static void lines_with_one_text_have_one_hash(void **state)
{
    (void)state;
    assert_int_equal(shape_of("the same line, twice over").hash, shape_of("  the same line, twice over ").hash);
    assert_int_not_equal(shape_of("the same line, twice over").hash, shape_of("the same line, twice 0ver").hash);
    assert_int_not_equal(shape_of("page 1").hash, shape_of("page 2").hash);
}

// Digits alone and a sign alone are words; signs and digits in others are no such words, nor are signs beyond ASCII.
static void numbers_and_signs_that_stand_alone_are_words(void **state)
{
    (void)state;
    struct shape s = shape_of("| 1984 | 12 - 305 | 7a | a. | 20.5 : \xE2\x80\x93 |");
    assert_int_equal(s.words, 15);
    assert_int_equal(s.number_words, 4);
    assert_int_equal(s.years, 1);
    assert_int_equal(s.pipes, 6);
    assert_int_equal(s.marks_inside, 1);
    assert_int_equal(s.dashes, 2);
    assert_int_equal(s.colon_at, 13);
    assert_int_equal(s.count[GLYPH_DIGIT], 13);
    assert_int_equal(s.count[GLYPH_LOWER], 2);
    assert_int_equal(s.last_hash, shape_of("|").first_hash);
    assert_int_equal(s.last_word, 1);
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

static void the_middle_of_a_long_line_only_counts(void **state)
{
    (void)state;
    char line[1200], *p = line;
    for (int i = 0; i < 40; i++) p += sprintf(p, "Mühlen und ");
    strcpy(p, "am Ende ein Fluß.");
    struct shape s = shape_of(line), begin = shape_of("Mühlen und");
    assert_int_equal(s.chars, 40 * 11 + 17);
    assert_in_range(s.words, 20, 60);  // of 84
    assert_int_equal(s.last_word, 5);
    assert_int_equal(s.last, GLYPH_STOP);
    assert_int_equal(s.first_hash, begin.first_hash);
    assert_int_equal(s.last_hash, shape_of("Fluß").last_hash);
    // a bar or a mark in it, and it is read
    for (int mark = 0; mark < 2; mark++) {
        memcpy(line + 5 * 48 - 1, mark ? " - " : " | ", 3);
        s = shape_of(line);
        assert_int_equal(s.pipes, !mark);
        assert_int_equal(s.marks_inside, mark);
        assert_true(s.words > 80);
    }
}

static uint32_t dice(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 16;
}

enum { TREES = 20 };

static void trees_make(struct tree *trees, uint32_t *seed)
{
    for (int k = 0; k < TREES; k++) {
        for (int i = 0; i < FOREST_DEPTH; i++) {
            trees[k].features[i] = (uint8_t)(dice(seed) % FOREST_FEATURES);
            trees[k].thresholds[i] = (int16_t)(dice(seed) % 11 - 5);
        }
        for (int i = 0; i < FOREST_LEAVES; i++) trees[k].leaves[i] = (int16_t)dice(seed);
    }
}

static int32_t leaf_of(const struct tree *t, const int16_t *features)
{
    int leaf = 0;
    for (int i = 0; i < FOREST_DEPTH; i++) leaf = 2 * leaf + (features[t->features[i]] > t->thresholds[i]);
    return t->leaves[leaf];
}

static void trees_side_by_side_say_what_they_say_alone(void **state)
{
    (void)state;
    struct tree trees[TREES];
    static struct forest_input input;
    uint32_t seed = 7;
    trees_make(trees, &seed);
    for (int i = 0; i < FOREST_LANES; i++)
        for (int k = 0; k < FOREST_FEATURES; k++) input.features[i][k] = (int16_t)(dice(&seed) % 13 - 6);
    input.features[0][trees[0].features[0]] = INT16_MIN;
    input.features[1][trees[0].features[0]] = INT16_MAX;
    int32_t scores[FOREST_LANES] = {1, 2, 3, 4, 5, 6, 7, 8};
    forest_add(trees, TREES, &input, FOREST_FEATURES, scores);
    for (int i = 0; i < FOREST_LANES; i++) {
        int32_t sum = i + 1;
        for (int k = 0; k < TREES; k++) sum += leaf_of(&trees[k], input.features[i]);
        assert_int_equal(scores[i], sum);
    }
}

static void gains_are_all_that_moves_a_score(void **state)
{
    (void)state;
    struct tree trees[TREES];
    int16_t means[TREES][FOREST_LEAVES], features[FOREST_FEATURES];
    uint8_t topics[FOREST_FEATURES];
    uint32_t seed = 9;
    trees_make(trees, &seed);
    struct forest forest = {.trees = trees, .count = TREES};
    int32_t sum = 0, gains[3] = {0};
    for (int k = 0; k < TREES; k++)
        for (int i = 0; i < FOREST_LEAVES; i++) means[k][i] = (int16_t)(dice(&seed) % 1000);
    for (int k = 0; k < FOREST_FEATURES; k++) {
        topics[k] = (uint8_t)(k % 3);
        features[k] = (int16_t)(dice(&seed) % 13 - 6);
    }
    for (int k = 0; k < FOREST_TELLING; k++) sum += leaf_of(&trees[k], features) - means[k][1];
    forest_gains(&forest, means, features, topics, gains);
    assert_int_equal(gains[0] + gains[1] + gains[2], sum);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(words_are_hashed_alike_wherever_they_stand),
    cmocka_unit_test(long_lines_and_long_words_are_read_to_the_end),
    cmocka_unit_test(characters_of_scripts_without_spaces_are_words),
    cmocka_unit_test(masks_are_the_same_in_any_way),
    cmocka_unit_test(lines_with_one_text_have_one_hash),
    cmocka_unit_test(words_are_counted_by_kind),
    cmocka_unit_test(numbers_and_signs_that_stand_alone_are_words),
    cmocka_unit_test(times_dates_and_links_are_words_too),
    cmocka_unit_test(the_middle_of_a_long_line_only_counts),
    cmocka_unit_test(trees_side_by_side_say_what_they_say_alone),
    cmocka_unit_test(gains_are_all_that_moves_a_score),
};

UNIT_MAIN("structure_shape")
