#include "layout_table.h"

static size_t amounts(const struct source *source, const struct wrap *wrap, size_t i, struct draft *draft,
                      struct arena *arena)
{
    (void)wrap;
    return table_amounts(source, i, draft, arena);
}

static void names_and_amounts(void **state)
{
    (void)state;
    table_is_in(LAYOUT_LINES, amounts,
                "Island Dues (crowns)\n"
                "North 40.2\n"
                "Great Skerry 1,200\n"
                "South $21\n"
                "TOTAL 12%\n"
                "end\n",
                "5 lines\n"
                "Island | Dues (crowns) (header)\n"
                "North | 40.2\n"
                "Great Skerry | 1,200\n"
                "South | $21\n"
                "TOTAL | 12%\n");
    table_is_in(LAYOUT_LINES, amounts, "Member island Total EUR\nA 1\nB 2\nC 3\nD 4\n",
                "5 lines\n"
                "Member island Total | EUR (header)\n"
                "A | 1\nB | 2\nC | 3\nD | 4\n");
}

static void no_names_and_amounts(void **state)
{
    (void)state;
    // names that come back, too few, a header that says nothing of amounts, columns that spaces align
    table_is_in(LAYOUT_LINES, amounts, "Chapters (pages)\nChapter 1\nChapter 2\nChapter 3\nChapter 4\n", "none\n");
    table_is_in(LAYOUT_LINES, amounts, "Island Dues (crowns)\nNorth 1\nSouth 2\nEast 3\n", "none\n");
    table_is_in(LAYOUT_LINES, amounts, "Popular tags\nNorth 1\nSouth 2\nEast 3\nWest 4\n", "none\n");
    table_is_in(LAYOUT_LINES, amounts, "Island Dues (crowns)\nNorth $   1\nSouth $   2\nEast $   3\nWest $   4\n",
                "none\n");
    table_is_in(LAYOUT_LINES, amounts, "All of them pay (crowns).\nNorth 1\nSouth 2\nEast 3\nWest 4\n", "none\n");
}

static size_t blanks(const struct source *source, const struct wrap *wrap, size_t i, struct draft *draft,
                     struct arena *arena)
{
    (void)wrap;
    return table_blanks(source, i, draft, arena);
}

static void cells_between_blank_lines(void **state)
{
    (void)state;
    table_is_in(LAYOUT_BLOCKS, blanks,
                "Island\n\nDues\n\nNorth\n\n40\n\nSouth\n\n \n\nEast\n\n9 m\n\nWest\n\n11\n\nAll of them pay.\n",
                "19 lines\n"
                "Island | Dues (header) (0-2)\n"
                "North | 40 (4-6)\nSouth |  (8-10)\nEast | 9 m (12-14)\nWest | 11 (16-18)\n");
    table_is_in(LAYOUT_BLOCKS, blanks, "Island\n\nDues\n\nBy\n\nA\n\n4\n\nx\n\nB\n\n5\n\ny\n\nC\n\n6\n\n \n",
                "23 lines\n"
                "Island | Dues | By (header) (0-4)\n"
                "A | 4 | x (6-10)\nB | 5 | y (12-16)\nC | 6 |  (18-22)\n");
}

static void no_cells_between_blank_lines(void **state)
{
    (void)state;
    // no amounts, too few rows, a line right behind another
    table_is_in(LAYOUT_BLOCKS, blanks, "A\n\nB\n\nC\n\nD\n\nE\n\nF\n\nG\n\nH\n\nI\n\nJ\n\nK\n\nL\n", "none\n");
    table_is_in(LAYOUT_BLOCKS, blanks, "Island\n\nDues\n\nNorth\n\n40\n\nSouth\n\n21\n", "none\n");
    table_is_in(LAYOUT_BLOCKS, blanks, "Island\nDues\n\nNorth\n\n40\n\nSouth\n\n21\n\nEast\n\n9\n\nWest\n\n11\n",
                "none\n");
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(names_and_amounts),
    cmocka_unit_test(no_names_and_amounts),
    cmocka_unit_test(cells_between_blank_lines),
    cmocka_unit_test(no_cells_between_blank_lines),
};

UNIT_MAIN("table_lines")
