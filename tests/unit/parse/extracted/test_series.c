// series_raise of parse/extracted/series.h
#include "parse/extracted/series.h"
#include "parse/extracted/structure.h"
#include "unit.h"

enum { MOST = 40 };

#define TEXT "The harbour office counted more ships this spring than in any spring since the war.\n"

// odds: of each line, in per cent, and those that come out; 0 for those that can't be headings.
static void becomes(const char *text, const int *odds, const int *wanted)
{
    struct article article = {.text = str_from(text), .first_line = 1, .layout = LAYOUT_LINES};
    struct path_line path[MOST];
    struct arena arena;
    struct lines lines;
    struct part *parts;
    size_t count;
    arena_init(&arena, 0);
    assert_true(layout_read(&article, &arena, &arena, &lines));
    assert_true(structure_parts(&lines, &arena, &parts, &count) && count <= MOST);
    for (size_t i = 0; i < count; i++) path[i] = (struct path_line){.odds[ROLE_HEADING] = (float)odds[i] / 100};
    series_raise(parts, path, count);
    for (size_t i = 0; i < count; i++) {
        int got = (int)(path[i].odds[ROLE_HEADING] * 100 + 0.5f);
        if (got != wanted[i]) fail_msg("line %zu of\n%s\nhas %d and not %d", i + 1, text, got, wanted[i]);
        assert_true(path[i].raised == (got != odds[i]));
    }
    arena_release(&arena);
}
#define assert_raised(text, odds, wanted) becomes((text), (const int[])odds, (const int[])wanted)
#define _(...)                                                                                                         \
    {                                                                                                                  \
        __VA_ARGS__                                                                                                    \
    }

static void counted_lines(void **state)
{
    (void)state;
    assert_raised("Day 1: Rest\n" TEXT "Day 2: Walk\n" TEXT "Day 3: Swim\n" TEXT, _(20, 0, 60, 0, 80, 0),
                  _(70, 0, 70, 0, 80, 0));
    // too few are told, or too few there
    assert_raised("Day 1: Rest\n" TEXT "Day 2: Walk\n" TEXT "Day 3: Swim\n" TEXT, _(20, 0, 30, 0, 80, 0),
                  _(20, 0, 30, 0, 80, 0));
    assert_raised("Day 1: Rest\n" TEXT "Day 2: Walk\n" TEXT, _(20, 0, 80, 0), _(20, 0, 80, 0));
    // dates behind a label are none, nor are lines right behind each other
    assert_raised("Date: 1 May\n" TEXT "Date: 2 May\n" TEXT "Date: 3 May\n" TEXT, _(20, 0, 60, 0, 80, 0),
                  _(20, 0, 60, 0, 80, 0));
    assert_raised("Day 1: Rest\nDay 2: Walk\nDay 3: Swim\n" TEXT, _(20, 60, 80, 0), _(20, 60, 80, 0));
}

static void titles(void **state)
{
    (void)state;
    assert_raised("Quiet hours\n" TEXT "Rubbish\n" TEXT "Keys\n" TEXT, _(20, 0, 60, 0, 80, 0), _(70, 0, 70, 0, 80, 0));
    assert_raised("Quiet hours\n" TEXT "Rubbish\n" TEXT "Keys\n" TEXT, _(5, 0, 60, 0, 80, 0), _(5, 0, 70, 0, 80, 0));
    assert_raised("Quiet hours?\n" TEXT "Rubbish\n" TEXT "Keys\n" TEXT, _(20, 0, 60, 0, 80, 0), _(20, 0, 60, 0, 80, 0));
    assert_raised("Quiet hours\nRubbish\nKeys\n" TEXT, _(20, 60, 80, 0), _(20, 60, 80, 0));
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(counted_lines),
    cmocka_unit_test(titles),
};

UNIT_MAIN("series")
