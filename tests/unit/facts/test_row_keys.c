#include "facts/row_keys.h"

#include "unit.h"

static struct arena arena;

static void keys(void **state)
{
    (void)state;
    static char words[200];
    arena_init(&arena, 0);
    struct row row = {.table = ROW_SECTION, .section = {.heading = STR("The  Harbour:")}};
    assert_true(row_keys_set(&row, &arena));
    unit_str(row.section.item_key, "harbour", __FILE__, __LINE__);
    row = (struct row){.table = ROW_SECTION};
    assert_true(row_keys_set(&row, &arena));
    assert_null(row.section.item_key.p);

    row = (struct row){.table = ROW_BULLET, .bullet = {.label = STR("U.S."), .text = STR("gives nets")}};
    assert_true(row_keys_set(&row, &arena));
    unit_str(row.bullet.item_key, "us", __FILE__, __LINE__);
    row.bullet.label = STR_NULL;
    assert_true(row_keys_set(&row, &arena));
    unit_str(row.bullet.item_key, "gives nets", __FILE__, __LINE__);
    for (size_t i = 0; i < sizeof words; i += 2) memcpy(words + i, "é", 2);  // 100 characters
    row.bullet.text = (struct str){words, 160};
    assert_true(row_keys_set(&row, &arena));
    assert_int_equal(row.bullet.item_key.n, 160);
    row.bullet.text.n = 162;
    assert_true(row_keys_set(&row, &arena));
    assert_null(row.bullet.item_key.p);

    row = (struct row){.table = ROW_TABLE_COLUMN, .column = {.column_no = 2, .header = STR("Type of Support")}};
    assert_true(row_keys_set(&row, &arena));
    unit_str(row.column.header_key, "type of support", __FILE__, __LINE__);
    row.column.header = STR("");
    assert_true(row_keys_set(&row, &arena));
    assert_null(row.column.header_key.p);

    row = (struct row){.table = ROW_TABLE_CELL, .cell = {.column_no = 1, .text = STR("Chad [1]")}};
    assert_true(row_keys_set(&row, &arena));
    unit_str(row.cell.item_key, "chad", __FILE__, __LINE__);
    row.cell.column_no = 2;
    assert_true(row_keys_set(&row, &arena));
    assert_null(row.cell.item_key.p);
    static const char *const signs[] = {"-", "\"", "\u201D", " \u2026", "(*)", "-/-", "\u00A7", ""};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        row = (struct row){.table = ROW_TABLE_CELL, .cell = {.column_no = 1, .text = str_from(signs[i])}};
        assert_true(row_keys_set(&row, &arena));
        assert_null(row.cell.item_key.p);
        row = (struct row){.table = ROW_BULLET, .bullet = {.text = str_from(signs[i])}};
        assert_true(row_keys_set(&row, &arena));
        assert_null(row.bullet.item_key.p);
    }
    row = (struct row){.table = ROW_TABLE_COLUMN, .column = {.header = STR("#")}};
    assert_true(row_keys_set(&row, &arena));
    unit_str(row.column.header_key, "#", __FILE__, __LINE__);  // header_roles knows it

    row = (struct row){.table = ROW_PARAGRAPH};
    assert_true(row_keys_set(&row, &arena));
    arena_release(&arena);
}

static void a_full_arena(void **state)
{
    (void)state;
    struct row row = {.table = ROW_SECTION, .section = {.heading = STR("Harbour")}};
    arena_init(&arena, 0);
    arena.failed = true;
    assert_false(row_keys_set(&row, &arena));
    arena_release(&arena);
}

static const struct CMUnitTest tests[] = {cmocka_unit_test(keys), cmocka_unit_test(a_full_arena)};

UNIT_MAIN("row_keys")
