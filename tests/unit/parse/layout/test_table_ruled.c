#include "layout_table.h"

static size_t read(const struct source *source, const struct wrap *wrap, size_t i, struct draft *draft,
                   struct arena *arena)
{
    (void)wrap;
    return table_ruled(source, i, draft, arena);
}

static void columns_below_dashes(void **state)
{
    (void)state;
    table_is_in(LAYOUT_BLOCKS, read,
                "Pier    Price\n"
                "------- -------\n"
                "North   12\n"
                "South   14\n",
                "4 lines\n"
                "Pier | Price (header, ruled by line 1)\n"
                "North | 12\n"
                "South | 14\n");
}

static void rows_of_several_lines(void **state)
{
    (void)state;
    table_is_in(LAYOUT_BLOCKS, read,
                "-------------------------\n"
                "Pier    Remarks\n"
                "------- -----------------\n"
                "North   none of the seats\n"
                "        is under a roof\n"
                "\n"
                "South   all are\n"
                "-------------------------\n",
                "8 lines\n"
                "Pier | Remarks (header, ruled by line 2)\n"
                "North | none of the seats is under a roof (3-4)\n"
                "South | all are\n");
}

static void equals_signs(void **state)
{
    (void)state;
    table_is_in(LAYOUT_BLOCKS, read,
                "=======  =====\n"
                "Pier     Price\n"
                "=======  =====\n"
                "North    12\n"
                "South    14\n"
                "=======  =====\n",
                "6 lines\n"
                "Pier | Price (header, ruled by line 2)\n"
                "North | 12\n"
                "South | 14\n");
    table_is_in(LAYOUT_BLOCKS, read,
                "=======  =====\n"
                "North    12\n"
                "South    14\n"
                "=======  =====\n",
                "4 lines\n"
                "North | 12\n"
                "South | 14\n");
}

static void what_is_ruled_by_nothing(void **state)
{
    (void)state;
    table_is_in(LAYOUT_BLOCKS, read, "Pier    Price\n", "none\n");
    table_is_in(LAYOUT_BLOCKS, read,
                "Pier\n"
                "----\n",
                "none\n");
    table_is_in(LAYOUT_BLOCKS, read, "------- -------\n", "none\n");
    table_is_in(LAYOUT_BLOCKS, read,
                "a b\n"
                "\n"
                "c d\n",
                "none\n");
}

static void a_full_arena_is_said(void **state)
{
    (void)state;
    table_fails(read,
                "Pier    Price\n"
                "------- -------\n"
                "North   12\n"
                "South   14\n");
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(columns_below_dashes),     cmocka_unit_test(rows_of_several_lines), cmocka_unit_test(equals_signs),
    cmocka_unit_test(what_is_ruled_by_nothing), cmocka_unit_test(a_full_arena_is_said),
};

UNIT_MAIN("table_ruled")
