#include "parse/layout/list.h"
#include "unit.h"

// A letter a line: i where the mark is an item's, - where it is none.
static void marks_are(enum layout layout, const char *text, const char *wanted)
{
    struct arena arena;
    struct source source;
    char got[64] = {0};
    arena_init(&arena, 0);
    assert_true(source_split(str_from(text), &arena, &source));
    struct wrap wrap = wrap_find(&source, layout);
    list_confirm(&source, &wrap);
    for (size_t i = 0; i < source.count; i++) got[i] = source.lines[i].mark.kind == MARK_NONE ? '-' : 'i';
    if (strcmp(got, wanted) != 0) fail_msg("%s\nhas the items %s and not %s", text, got, wanted);
    arena_release(&arena);
}

static void bullets_are_items_wherever_they_stand(void **state)
{
    (void)state;
    marks_are(LAYOUT_BLOCKS, "The pier\n\xE2\x80\xA2 a ticket\n", "-i");
    marks_are(LAYOUT_LINES, "The pier\n\xE2\x80\xA2 a ticket\n", "-i");
}

static void signs_need_another_a_colon_or_an_indentation(void **state)
{
    (void)state;
    marks_are(LAYOUT_BLOCKS, "* a ticket\n", "-");
    marks_are(LAYOUT_BLOCKS, "* a ticket\n* a map\n", "ii");
    marks_are(LAYOUT_BLOCKS, "Sold here:\n\n* a ticket\n", "--i");
    marks_are(LAYOUT_BLOCKS, "Sold here\n\n  * a ticket\n", "--i");
    marks_are(LAYOUT_BLOCKS, "* a ticket\n+ a map\n", "--");
}

static void numbers_count_on(void **state)
{
    (void)state;
    marks_are(LAYOUT_BLOCKS, "1. buy\n2. show\n", "ii");
    marks_are(LAYOUT_BLOCKS, "1. buy\n3. show\n", "--");
    marks_are(LAYOUT_BLOCKS, "1. buy\n2) show\n", "--");
    marks_are(LAYOUT_BLOCKS, "2. Bundesliga\n", "-");
    marks_are(LAYOUT_BLOCKS, "i) buy\nii) show\n", "ii");
    marks_are(LAYOUT_BLOCKS, "a. buy\nb. show\n", "ii");
}

static void dashes_may_open_speech(void **state)
{
    (void)state;
    marks_are(LAYOUT_BLOCKS, "\xE2\x80\x93 the pier\n\xE2\x80\x93 the inn\n", "ii");
    marks_are(LAYOUT_BLOCKS, "\xE2\x80\x93 Are you here?\n\xE2\x80\x93 I am\n", "--");
}

// where lines are blocks, "- " and rows of bars are for the decision
static void the_decision_keeps_what_it_has_learned(void **state)
{
    (void)state;
    marks_are(LAYOUT_LINES, "- a ticket\n- a map\n", "--");
    marks_are(LAYOUT_LINES, "1. buy | here |\n2. show | there |\n", "--");
}

static void depths(void **state)
{
    (void)state;
    struct list_depth list = {.depth = 0};
    static const struct {
        uint32_t indent;
        int depth;
    } steps[] = {{2, 1}, {6, 2}, {6, 2}, {7, 2}, {12, 3}, {6, 2}, {2, 1}, {4, 2}, {0, 1}};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        assert_int_equal(list_depth_of(&list, steps[i].indent), steps[i].depth);
    // at most eight, however deep
    for (uint32_t k = 0; k < 30; k++) assert_in_range(list_depth_of(&list, 10 * k), 1, 8);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(bullets_are_items_wherever_they_stand),
    cmocka_unit_test(signs_need_another_a_colon_or_an_indentation),
    cmocka_unit_test(numbers_count_on),
    cmocka_unit_test(dashes_may_open_speech),
    cmocka_unit_test(the_decision_keeps_what_it_has_learned),
    cmocka_unit_test(depths),
};

UNIT_MAIN("list")
