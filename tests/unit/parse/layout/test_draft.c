#include "parse/layout/draft.h"
#include "parse/line.h"
#include "unit.h"

static void cells_grow(void **state)
{
    (void)state;
    struct arena arena;
    struct draft d;
    arena_init(&arena, 0);
    draft_init(&d, 2, &arena);
    assert_int_equal(d.rule, LINE_NO_RULE);
    struct draft_row *row = draft_row(&d, 4);
    draft_put(&d, row, 0, STR("  two "), 4);
    draft_put(&d, row, 0, STR("words"), 5);
    draft_put(&d, row, 1, STR("  "), 6);
    assert_str(row->cells[0].text, "two words");
    assert_int_equal(row->cells[0].line, 4);
    assert_str(row->cells[1].text, "");
    assert_int_equal(row->first, 4);
    assert_int_equal(row->last, 6);
    draft_put(&d, row, 1, STR("well-"), 6);
    draft_put(&d, row, 1, STR("known"), 7);
    assert_str(row->cells[1].text, "well-known");
    for (uint32_t i = 0; i < 50; i++) assert_non_null(draft_row(&d, 8 + i));
    assert_int_equal(d.count, 51);
    assert_str(d.rows[0].cells[0].text, "two words");
    arena_release(&arena);
}

static void words_over_numbers_are_a_header(void **state)
{
    (void)state;
    static const struct {
        const char *cells[3][2];
        bool header;
    } cases[] = {{{{"Pier", "Price"}, {"North", "12"}, {"South", "14"}}, true},
                 {{{"Pier", "Price"}, {"North", "low"}, {"South", "high"}}, false},
                 {{{"Pier", "10"}, {"North", "12"}, {"South", "14"}}, false}};
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct arena arena;
        struct draft d;
        arena_init(&arena, 0);
        draft_init(&d, 2, &arena);
        for (uint32_t r = 0; r < 3; r++) {
            struct draft_row *row = draft_row(&d, r);
            for (size_t c = 0; c < 2; c++) draft_put(&d, row, c, str_from(cases[k].cells[r][c]), r);
        }
        assert_int_equal(draft_tells_header(&d), cases[k].header);
        d.count = 1;
        assert_false(draft_tells_header(&d));
        arena_release(&arena);
    }
}

static void a_full_arena_is_said(void **state)
{
    (void)state;
    struct arena arena;
    struct draft d;
    arena_init(&arena, 4096);
    draft_init(&d, 64, &arena);
    struct draft_row *row = draft_row(&d, 0), *more = row;
    assert_non_null(row);
    while (more) more = draft_row(&d, 1);
    assert_true(d.failed);
    arena_release(&arena);
    arena_init(&arena, 4096);
    draft_init(&d, 2, &arena);
    row = draft_row(&d, 0);
    for (int i = 0; i < 1000; i++) draft_put(&d, row, 0, STR("words that fill the arena"), 0);
    assert_true(d.failed);
    arena_release(&arena);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(cells_grow),
    cmocka_unit_test(words_over_numbers_are_a_header),
    cmocka_unit_test(a_full_arena_is_said),
};

UNIT_MAIN("draft")
