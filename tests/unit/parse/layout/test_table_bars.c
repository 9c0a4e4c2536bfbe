#include "layout_table.h"

static void a_delimiter_tells(void **state)
{
    (void)state;
    table_is_in(LAYOUT_BLOCKS, table_bars,
                "Pier | Price\n"
                "-----|------\n"
                "North | 12\n",
                "3 lines\n"
                "Pier | Price (header, ruled by line 1)\n"
                "North | 12\n");
    table_is_in(LAYOUT_BLOCKS, table_bars,
                "| Pier | Price |\n"
                "|:-----|-----:|\n"
                "| North | 12 |\n"
                "| South |\n",
                "4 lines\n"
                "Pier | Price (header, ruled by line 1)\n"
                "North | 12\n"
                "South | \n");
    table_is_in(LAYOUT_BLOCKS, table_bars,
                "Pier | Price\n"
                "-----+------\n"
                "North | 12\n",
                "3 lines\n"
                "Pier | Price (header, ruled by line 1)\n"
                "North | 12\n");
}

static void tight_ones(void **state)
{
    (void)state;
    table_is_in(LAYOUT_BLOCKS, table_bars,
                "|Pier|Price|\n"
                "|North|12|\n",
                "2 lines\n"
                "Pier | Price (header)\n"
                "North | 12\n");
    table_is_in(LAYOUT_BLOCKS, table_bars,
                "|Pier|Price|\n"
                "|North|12|\n"
                "end\n",
                "2 lines\n"
                "Pier | Price (header)\n"
                "North | 12\n");
}

static void escaped_bars_are_text(void **state)
{
    (void)state;
    table_is_in(LAYOUT_BLOCKS, table_bars,
                "a \\| b | c\n"
                "---|---\n"
                "1 | 2\n",
                "3 lines\n"
                "a | b | c (header, ruled by line 1)\n"
                "1 | 2\n");
}

static void what_is_no_table_of_bars(void **state)
{
    (void)state;
    table_is_in(LAYOUT_BLOCKS, table_bars, "a | b\n", "none\n");
    table_is_in(LAYOUT_BLOCKS, table_bars,
                "a | b\n"
                "c | d\n",
                "none\n");
    table_is_in(LAYOUT_BLOCKS, table_bars,
                "a | b\n"
                "---|---|---\n"
                "1 | 2\n",
                "none\n");
    table_is_in(LAYOUT_BLOCKS, table_bars,
                "a\n"
                "---\n"
                "b\n",
                "none\n");
    table_is_in(LAYOUT_BLOCKS, table_bars,
                "a | b\n"
                "--- x | ---\n"
                "c | d\n",
                "none\n");
}

static void a_full_arena_is_said(void **state)
{
    (void)state;
    table_fails(table_bars,
                "Pier | Price\n"
                "-----|------\n"
                "North | 12\n");
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_delimiter_tells),     cmocka_unit_test(tight_ones),
    cmocka_unit_test(escaped_bars_are_text), cmocka_unit_test(what_is_no_table_of_bars),
    cmocka_unit_test(a_full_arena_is_said),
};

UNIT_MAIN("table_bars")
