#include "layout_table.h"

static size_t read(const struct source *source, const struct wrap *wrap, size_t i, struct draft *draft,
                   struct arena *arena)
{
    (void)wrap;
    return table_grid(source, i, draft, arena);
}

static void borders_rows_and_headers(void **state)
{
    (void)state;
    table_is_in(LAYOUT_BLOCKS, read,
                "+---+---+\n"
                "| a | b |\n"
                "+===+===+\n"
                "| 1 | 2 |\n"
                "+---+---+\n",
                "5 lines\n"
                "a | b (header, ruled by line 2)\n"
                "1 | 2\n");
    table_is_in(LAYOUT_BLOCKS, read,
                "+---+---+\n"
                "| a | b |\n"
                "| c | d |\n"
                "+---+---+\n"
                "| 1 | 2 |\n"
                "+---+---+\n",
                "6 lines\n"
                "a c | b d (header) (1-2)\n"
                "1 | 2\n");
    table_is_in(LAYOUT_BLOCKS, read,
                "┌───┬───┐\n"
                "│ a │ b │\n"
                "├───┼───┤\n"
                "│ 1 │ 2 │\n"
                "└───┴───┘\n",
                "5 lines\n"
                "a | b (header)\n"
                "1 | 2\n");
    table_is_in(LAYOUT_BLOCKS, read,
                "╔═══╦═══╗\n"
                "║ a ║ b ║\n"
                "╠═══╬═══╣\n"
                "║ 1 ║ 2 ║\n"
                "╚═══╩═══╝\n",
                "5 lines\n"
                "a | b (header, ruled by line 2)\n"
                "1 | 2\n");
}

static void cells_that_span(void **state)
{
    (void)state;
    table_is_in(LAYOUT_BLOCKS, read,
                "+---+---+\n"
                "| a     |\n"
                "+---+---+\n"
                "| 1 | 2 |\n"
                "+---+---+\n",
                "5 lines\n"
                "a | \n"
                "1 | 2\n");
    table_is_in(LAYOUT_BLOCKS, read,
                "+---+---+\n"
                "| a + b |\n"
                "+---+---+\n"
                "| 1 | 2 |\n"
                "+---+---+\n",
                "5 lines\n"
                "a + b | \n"
                "1 | 2\n");
    table_is_in(LAYOUT_BLOCKS, read,
                "+---+---+\n"
                "| a | b |\n"
                "|   +---+\n"
                "|   | c |\n"
                "+---+---+\n",
                "5 lines\n"
                "a | b\n"
                " | c (2-3)\n");
}

static void wide_letters_and_combining_ones(void **state)
{
    (void)state;
    table_is_in(LAYOUT_BLOCKS, read,
                "+------+---+\n"
                "| 中文 | b |\n"
                "+------+---+\n"
                "| 1    | 2 |\n"
                "+------+---+\n",
                "5 lines\n"
                "中文 | b (header)\n"
                "1 | 2\n");
    table_is_in(LAYOUT_BLOCKS, read,
                "+---+---+\n"
                "| e\xCC\x81 | b |\n"
                "+---+---+\n"
                "| 1 | 2 |\n"
                "+---+---+\n",
                "5 lines\n"
                "e\xCC\x81 | b (header)\n"
                "1 | 2\n");
}

static void what_is_no_grid(void **state)
{
    (void)state;
    table_is_in(LAYOUT_BLOCKS, read, "+---+---+\n", "none\n");
    table_is_in(LAYOUT_BLOCKS, read,
                "a\n"
                "b\n",
                "none\n");
    table_is_in(LAYOUT_BLOCKS, read,
                "+---+---+\n"
                "| a | b |\n"
                "end\n",
                "none\n");
    table_is_in(LAYOUT_BLOCKS, read,
                "+---+---+\n"
                "| a | b | more\n"
                "+---+---+\n"
                "| 1 | 2 |\n"
                "+---+---+\n",
                "none\n");
    table_is_in(LAYOUT_BLOCKS, read,
                "+ - +\n"
                "| a |\n"
                "+ - +\n",
                "none\n");
}

static void a_full_arena_is_said(void **state)
{
    (void)state;
    table_fails(read,
                "+---+---+\n"
                "| a | b |\n"
                "+===+===+\n"
                "| 1 | 2 |\n"
                "+---+---+\n");
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(borders_rows_and_headers),
    cmocka_unit_test(cells_that_span),
    cmocka_unit_test(wide_letters_and_combining_ones),
    cmocka_unit_test(what_is_no_grid),
    cmocka_unit_test(a_full_arena_is_said),
};

UNIT_MAIN("table_grid")
