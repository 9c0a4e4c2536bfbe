#include "parse/layout/wrap.h"
#include "parse/parser.h"
#include "unit.h"

#define WRAPPED_A                                                                                                      \
    "The ferry to the islands leaves at seven in the morning and\n"                                                    \
    "at three in the afternoon, and whoever misses both may stay\n"                                                    \
    "at the inn beside the pier, which has been there for longer\n"                                                    \
    "than the pier itself, as the landlady likes to tell.\n"
#define LONG_A                                                                                                         \
    "The ferry to the islands leaves at seven in the morning and at three in the afternoon, and whoever misses both "  \
    "may stay at the inn.\n"

static struct wrap found(const char *text, enum layout forced)
{
    struct arena arena;
    struct source source;
    arena_init(&arena, 0);
    assert_true(source_split(str_from(text), &arena, &source));
    struct wrap wrap = wrap_find(&source, forced);
    arena_release(&arena);
    return wrap;
}

static void layouts_are_found(void **state)
{
    (void)state;
    struct wrap w = found(WRAPPED_A "\n" WRAPPED_A, LAYOUT_AUTO);
    assert_int_equal(w.layout, LAYOUT_WRAPPED);
    assert_in_range(w.width, 59, 62);
    assert_int_equal(w.told, 6);
    assert_int_equal(w.of, 6);
    w = found(LONG_A "\n" LONG_A "\n" LONG_A, LAYOUT_AUTO);
    assert_int_equal(w.layout, LAYOUT_BLOCKS);
    assert_int_equal(w.width, 0);
    assert_int_equal(w.told, 3);
    assert_int_equal(w.of, 3);
    w = found(LONG_A LONG_A LONG_A "\n" LONG_A LONG_A LONG_A LONG_A, LAYOUT_AUTO);
    assert_int_equal(w.layout, LAYOUT_LINES);
    assert_int_equal(w.told, 2);
    assert_int_equal(w.of, 7);
    assert_int_equal(found(LONG_A LONG_A, LAYOUT_AUTO).layout, LAYOUT_LINES);
    assert_int_equal(found("", LAYOUT_AUTO).layout, LAYOUT_LINES);
    assert_int_equal(found("\n\n", LAYOUT_AUTO).layout, LAYOUT_LINES);
    // rows of bars are an extractor's, which wraps nothing
    assert_int_equal(found(WRAPPED_A WRAPPED_A WRAPPED_A "a | b |\n", LAYOUT_AUTO).layout, LAYOUT_LINES);
}

static void layouts_are_forced(void **state)
{
    (void)state;
    static const enum layout layouts[] = {LAYOUT_LINES, LAYOUT_BLOCKS, LAYOUT_WRAPPED};
    static const char *const texts[] = {WRAPPED_A "\n" WRAPPED_A, LONG_A "\n" LONG_A, LONG_A LONG_A, ""};
    for (int l = 0; l < 3; l++)
        for (int t = 0; t < 4; t++) assert_int_equal(found(texts[t], layouts[l]).layout, layouts[l]);
    assert_true(found(WRAPPED_A, LAYOUT_WRAPPED).width > 0);
}

static void lines_go_on_where_the_next_word_would_not_fit(void **state)
{
    (void)state;
    struct arena arena;
    struct source source;
    arena_init(&arena, 0);
    assert_true(source_split(STR(WRAPPED_A "\n" WRAPPED_A), &arena, &source));
    struct wrap wrap = wrap_find(&source, LAYOUT_AUTO);
    assert_true(wrap_goes_on(&source, &wrap, 0));
    assert_true(wrap_goes_on(&source, &wrap, 2));
    // within a sentence a line may end a little earlier: what is not to be broken is printed as a space
    wrap.width = 70;
    assert_true(wrap_goes_on(&source, &wrap, 0));
    wrap.width = 100;
    assert_false(wrap_goes_on(&source, &wrap, 0));
    wrap.width = 0;
    assert_false(wrap_goes_on(&source, &wrap, 0));
    arena_release(&arena);
}

static void explained(const char *text, enum layout layout, const char *wanted)
{
    struct buf out = {0};
    struct article article = {.text = str_from(text), .layout = layout};
    assert_true(layout_explain(&article, &out));
    assert_str(buf_str(&out), wanted);
    buf_release(&out);
}

static void reasons(void **state)
{
    (void)state;
    explained(WRAPPED_A "\n" WRAPPED_A, LAYOUT_AUTO,
              "wrapped at 59 columns: 6 of 6 lines end where the next word would not fit");
    explained(LONG_A "\n" LONG_A, LAYOUT_AUTO, "blocks: 2 of 2 paragraphs stand beside blank lines");
    explained(LONG_A LONG_A, LAYOUT_AUTO, "lines: no line is blank");
    explained(LONG_A LONG_A, LAYOUT_WRAPPED, "wrapped: as it was asked for");
}

static void runs_on(void **state)
{
    (void)state;
    assert_true(source_runs_on(STR("well-"), STR("known")));
    assert_false(source_runs_on(STR("well -"), STR("known")));
    assert_false(source_runs_on(STR("well --"), STR("known")));
    assert_false(source_runs_on(STR("-"), STR("known")));
    assert_false(source_runs_on(STR("a"), STR("b")));
    assert_false(source_runs_on(STR(""), STR("b")));
    assert_true(source_runs_on(STR("\xE4\xB8\xAD"), STR("\xE6\x96\x87")));
    assert_true(source_runs_on(STR("\xE3\x81\xAF\xE3\x80\x82"), STR("\xE3\x82\xAB")));
    assert_false(source_runs_on(STR("\xE4\xB8\xAD"), STR("b")));
    assert_false(source_runs_on(STR("\xED\x95\x9C"), STR("\xEA\xB5\xAD")));  // Korean
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(layouts_are_found),
    cmocka_unit_test(layouts_are_forced),
    cmocka_unit_test(lines_go_on_where_the_next_word_would_not_fit),
    cmocka_unit_test(reasons),
    cmocka_unit_test(runs_on),
};

UNIT_MAIN("wrap")
