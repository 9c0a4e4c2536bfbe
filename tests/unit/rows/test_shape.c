#include "base/utf8.h"
#include "rows/shape.h"
#include "unit.h"

static void is(const char *const *headers, size_t count, const char *wanted)
{
    struct block_cell cells[8];
    struct arena arena;
    arena_init(&arena, 0);
    for (size_t i = 0; i < count; i++) cells[i] = (struct block_cell){.text = str_from(headers[i])};
    assert_str(shape_of(cells, count, &arena), wanted);
    arena_release(&arena);
}
#define is_shape(wanted, ...)                                                                                          \
    is((const char *const[]){__VA_ARGS__}, sizeof(const char *[]){__VA_ARGS__} / sizeof(char *), wanted)

static void folds(void **state)
{
    (void)state;
    is_shape("country/association | type of support", "Country/Association", "Type of Support");
    is_shape("type of support", "  Type   of\xC2\xA0\xE2\x80\xAFSupport ");
    is_shape("a |  | c", "A", "", "C");
    is_shape("", "");
    is_shape(
        "stra\xC3\x9F"
        "e | \xC3\xA4rger",
        "Stra\xC3\x9F"
        "e",
        "\xC3\x84RGER");
    is_shape("\xE2\xB1\xA5", "\xC8\xBA");  // Ⱥ becomes a longer ⱥ
    is_shape("\xE5\x9B\xBD\xE5\xAE\xB6", "\xE5\x9B\xBD\xE5\xAE\xB6");
}

// the column takes 500 characters
static void at_most_500_characters(void **state)
{
    (void)state;
    char wide[4 * 400 + 1] = "";
    for (int i = 0; i < 400; i++) memcpy(wide + 2 * i, "\xC3\x84", 3);
    struct block_cell cells[2] = {{.text = str_from(wide)}, {.text = str_from(wide)}};
    struct arena arena;
    arena_init(&arena, 0);
    struct str shape = shape_of(cells, 2, &arena);
    assert_int_equal(utf8_length(shape), 500);
    assert_int_equal(utf8_valid(shape), shape.n);
    assert_memory_equal(shape.p + 798, "\xC3\xA4 | \xC3\xA4", 7);
    shape = shape_of(cells, 1, &arena);
    assert_int_equal(utf8_length(shape), 400);
    arena_release(&arena);
}

static void without_memory(void **state)
{
    (void)state;
    struct block_cell cell = {.text = STR("Header")};
    struct arena arena;
    arena_init(&arena, 1);
    assert_null(shape_of(&cell, 1, &arena).p);
    assert_true(arena.failed);
    arena_release(&arena);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(folds),
    cmocka_unit_test(at_most_500_characters),
    cmocka_unit_test(without_memory),
};

UNIT_MAIN("shape")
