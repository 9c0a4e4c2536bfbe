#include "layout_table.h"

static size_t read(const struct source *source, const struct wrap *wrap, size_t i, struct draft *draft,
                   struct arena *arena)
{
    (void)wrap;
    return table_tabs(source, i, draft, arena);
}

static void cells_are_set_apart(void **state)
{
    (void)state;
    table_is_in(LAYOUT_BLOCKS, read,
                "Pier\tPrice\n"
                "North\t12\n"
                "South\t14\n",
                "3 lines\n"
                "Pier | Price (header)\n"
                "North | 12\n"
                "South | 14\n");
    table_is_in(LAYOUT_BLOCKS, read,
                "Pier\tSeats\tRoof\n"
                "North\t12\t\n"
                "South\t\tyes\n",
                "3 lines\n"
                "Pier | Seats | Roof (header)\n"
                "North | 12 | \n"
                "South |  | yes\n");
}

static void what_is_no_table_of_tabs(void **state)
{
    (void)state;
    table_is_in(LAYOUT_BLOCKS, read, "Pier\tPrice\n", "none\n");
    table_is_in(LAYOUT_BLOCKS, read,
                "\tPier\n"
                "\tNorth\n",
                "none\n");
    table_is_in(LAYOUT_BLOCKS, read,
                "Pier\n"
                "North\n",
                "none\n");
}

static void a_full_arena_is_said(void **state)
{
    (void)state;
    table_fails(read,
                "Pier\tPrice\n"
                "North\t12\n"
                "South\t14\n");
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(cells_are_set_apart),
    cmocka_unit_test(what_is_no_table_of_tabs),
    cmocka_unit_test(a_full_arena_is_said),
};

UNIT_MAIN("table_tabs")
