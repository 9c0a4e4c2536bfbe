// What lines of one form say of each other: the features of the second forest.
#include "parse/extracted/parallel.h"
#include "parse/extracted/structure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

enum { MOST = 40 };

struct told {
    struct arena arena;
    struct path_line lines[MOST];
    const struct parallel *parallel;
    size_t count;
    int16_t f[PARALLEL_FEATURE_COUNT];
    bool asked;
};

#define TEXT                                                                                                           \
    "The harbour office counted more ships this spring than in any spring since the war, and most of them carried "    \
    "grain that had waited behind the strait for months, as the owners of the larger mills had told the council.\n"

// odds: of each line; 0 for those that can't be headings
static void tell(struct told *t, const char *text, const float *odds)
{
    struct article article = {.text = str_from(text), .first_line = 1, .layout = LAYOUT_LINES};
    struct lines lines;
    struct part *parts;
    arena_init(&t->arena, 0);
    assert_true(layout_read(&article, &t->arena, &t->arena, &lines));
    assert_true(structure_parts(&lines, &t->arena, &parts, &t->count) && t->count <= MOST);
    for (size_t i = 0; i < t->count; i++) t->lines[i] = (struct path_line){.odds[ROLE_HEADING] = odds[i]};
    const struct context *c = features_begin(parts, t->count, lines.layout, lines.page, &t->arena);
    t->parallel = parallel_new(c, parts, t->lines, t->count, &t->arena);
    assert_non_null(t->parallel);
}

static const int16_t *of(struct told *t, size_t i)
{
    t->asked = parallel_features(t->parallel, i, t->f);
    return t->f;
}

// Log odds of a half are 0, and of .731 and .269 one unit.
static const float HALF = 0.5f, MORE = 0.7310586f, LESS = 0.2689414f, HARDLY = 0.01f;

static void near(int got, int wanted)
{
    assert_in_range(got - wanted + 1, 0, 2);
}

static void lines_with_one_first_word_are_alike(void **state)
{
    (void)state;
    struct told t;
    tell(&t, "Step one: saw\n" TEXT "Step two: glue\n" TEXT "Step three: wait\n" TEXT "Done\n",
         (float[]){MORE, 0, LESS, 0, HALF, 0, HALF});
    const int16_t *f = of(&t, 0);
    assert_int_equal(f[PARALLEL_word_count], 3);
    near(f[PARALLEL_own], PARALLEL_ODDS);
    near(f[PARALLEL_word_mean], -PARALLEL_ODDS / 2);
    near(f[PARALLEL_word_most], 0);
    assert_int_equal(f[PARALLEL_word_followed], 100);
    assert_int_equal(f[PARALLEL_word_adjoining], 0);
    near(of(&t, 2)[PARALLEL_word_most], PARALLEL_ODDS);
    assert_int_equal(of(&t, 6)[PARALLEL_word_count], 1);
    arena_release(&t.arena);
}

static void numbers_of_one_kind_are_alike(void **state)
{
    (void)state;
    static const char *const begins[][3] = {{"§ 1 ", "§ 2 ", "§ 3 "}, {"1. ", "2. ", "3. "},
                                            {"1 ", "2 ", "10 "},      {"2.4 ", "2.3.1 ", "2.3 "},
                                            {"IV. ", "II. ", "X. "},  {"一、", "二、", "十、"}};
    for (size_t k = 0; k < sizeof begins / sizeof *begins; k++) {
        char text[3000] = "";
        for (int i = 0; i < 3; i++) {
            strcat(text, begins[k][i]);
            strcat(text, i == 1 ? "A longer name for what is meant\n" TEXT : "Name\n" TEXT);
        }
        struct told t;
        tell(&t, text, (float[]){HALF, 0, HALF, 0, HALF, 0});
        assert_int_equal(of(&t, 2)[PARALLEL_number_count], 3);
        arena_release(&t.arena);
    }
}

static void what_follows_is_a_part_of_the_place(void **state)
{
    (void)state;
    struct told t;
    tell(&t, "Poland\n" TEXT "Norway\n" TEXT "Canada\n- fish\n- wood\nFrance\n" TEXT,
         (float[]){MORE, 0, HALF, 0, HALF, 0, 0, HALF, 0});
    assert_int_equal(of(&t, 0)[PARALLEL_form_count], 4);
    assert_int_equal(of(&t, 0)[PARALLEL_place_count], 3);
    assert_int_equal(of(&t, 4)[PARALLEL_place_count], 1);
    assert_int_equal(of(&t, 4)[PARALLEL_form_followed], 100);
    arena_release(&t.arena);
}

static void lines_right_behind_each_other_adjoin(void **state)
{
    (void)state;
    struct told t;
    tell(&t, "Poland\nNorway\nCanada\n" TEXT, (float[]){HALF, HALF, HALF, 0});
    const int16_t *f = of(&t, 1);
    assert_int_equal(f[PARALLEL_form_adjoining], 100);
    assert_int_equal(f[PARALLEL_form_followed], 33);
    near(f[PARALLEL_before], 0);
    near(f[PARALLEL_behind], 0);
    assert_int_equal(of(&t, 2)[PARALLEL_behind], -PARALLEL_ODDS_MOST);
    arena_release(&t.arena);
}

static void hopeless_lines_are_asked_about_beside_better_ones(void **state)
{
    (void)state;
    struct told t;
    const char *text = "Poland\n" TEXT "Norway\n" TEXT "never mind what it says here\n";
    tell(&t, text, (float[]){MORE, 0, HARDLY, 0, HARDLY});
    assert_true((of(&t, 2), t.asked));
    assert_false((of(&t, 4), t.asked));
    arena_release(&t.arena);
    tell(&t, text, (float[]){HARDLY, 0, HARDLY, 0, HALF});
    assert_false((of(&t, 2), t.asked));
    assert_true((of(&t, 4), t.asked));
    arena_release(&t.arena);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_with_one_first_word_are_alike),
        cmocka_unit_test(numbers_of_one_kind_are_alike),
        cmocka_unit_test(what_follows_is_a_part_of_the_place),
        cmocka_unit_test(lines_right_behind_each_other_adjoin),
        cmocka_unit_test(hopeless_lines_are_asked_about_beside_better_ones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
