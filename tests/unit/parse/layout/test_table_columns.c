#include "layout_table.h"

static void columns_are_aligned(void **state)
{
    (void)state;
    table_is_in(LAYOUT_BLOCKS, table_columns,
                "Pier      Seats   Remarks\n"
                "North     120     none\n"
                "South     80      all are\n",
                "3 lines\n"
                "Pier | Seats | Remarks (header)\n"
                "North | 120 | none\n"
                "South | 80 | all are\n");
    table_is_in(LAYOUT_BLOCKS, table_columns,
                "Pier      Seats   Remarks\n"
                "North     120     none of them\n"
                "                  under a roof\n"
                "South     80      all are\n",
                "4 lines\n"
                "Pier | Seats | Remarks (header)\n"
                "North | 120 | none of them under a roof (1-2)\n"
                "South | 80 | all are\n");
    table_is_in(LAYOUT_BLOCKS, table_columns,
                "  North     120\n"
                "  South      80\n"
                "  East        9\n",
                "3 lines\n"
                "North | 120\n"
                "South | 80\n"
                "East | 9\n");
}

static void wide_letters(void **state)
{
    (void)state;
    table_is_in(LAYOUT_BLOCKS, table_columns,
                "码头      价格\n"
                "北        12\n"
                "南        14\n",
                "3 lines\n"
                "码头 | 价格 (header)\n"
                "北 | 12\n"
                "南 | 14\n");
}

static void what_is_no_table_of_columns(void **state)
{
    (void)state;
    table_is_in(LAYOUT_BLOCKS, table_columns,
                "The ferry is late.  Nobody minds.\n"
                "The inn is full.  Everybody minds.\n",
                "none\n");
    table_is_in(LAYOUT_BLOCKS, table_columns, "Pier      Seats\n", "none\n");
    table_is_in(LAYOUT_BLOCKS, table_columns,
                "a b c\n"
                "d e f\n",
                "none\n");
}

static void a_full_arena_is_said(void **state)
{
    (void)state;
    table_fails(table_columns,
                "Pier      Seats   Remarks\n"
                "North     120     none\n"
                "South     80      all are\n");
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(columns_are_aligned),
    cmocka_unit_test(wide_letters),
    cmocka_unit_test(what_is_no_table_of_columns),
    cmocka_unit_test(a_full_arena_is_said),
};

UNIT_MAIN("table_columns")
