#include "parse/cells.h"
#include "unit.h"

// Rows are parted by line feeds, the cells of each by bars.
static size_t split(struct str row, struct block_cell *cells)
{
    size_t count = 0, start = 0;
    for (size_t i = 0; i <= row.n; i++)
        if (i == row.n || row.p[i] == '|') {
            cells[count++] = (struct block_cell){.text = str_slice(row, start, i)};
            start = i + 1;
        }
    return count;
}

static bool told(const char *header, const char *rows)
{
    struct block_cell cells[8];
    struct cell_types types = {0};
    for (const char *p = rows, *end; (end = strchr(p, '\n')); p = end + 1)
        cell_types_add(&types, cells, split((struct str){p, (size_t)(end - p)}, cells));
    return cell_types_tell(&types, cells, split(str_from(header), cells));
}

static void words_over_amounts_are_a_header(void **state)
{
    (void)state;
    assert_true(told("Donor|Currency|US$", "Norland|175 crowns|$25.6\nOsteria||$10\n"));
    assert_true(told("Donor|US$", "Norland|$25.6\nOsteria|$10\nWestmark|$1,200\n"));
}

static void other_first_rows_are_none(void **state)
{
    (void)state;
    assert_false(told("Donor|1857|US$", "Norland|175|$25.6\nOsteria|9|$10\n"));
    assert_false(told("Name|Northern pier", "Length|240 m\nBuilt|1857\nBerths|64\n"));
    assert_false(told("Donor|By|For", "Norland|the town|stone\nOsteria|the county|wood\n"));
    assert_false(told("Donor|Currency|US$", "Norland|175 crowns|$25.6\n"));
    assert_false(told("Donor|Currency", "Norland|175 crowns|$25.6\nOsteria|9|$10\n"));
}

static void amounts(void **state)
{
    (void)state;
    uint32_t a, b;
    assert_true(cell_is_amount(STR("$1,200.50"), &a) && cell_is_amount(STR("$7"), &b) && a == b);
    assert_true(cell_is_amount(STR("7 %"), &b) && a != b);
    assert_false(cell_is_amount(STR("the town"), &a));
    assert_false(cell_is_amount(STR("what was paid for in 1857 by all of them"), &a));
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(words_over_amounts_are_a_header),
    cmocka_unit_test(other_first_rows_are_none),
    cmocka_unit_test(amounts),
};

UNIT_MAIN("cells")
