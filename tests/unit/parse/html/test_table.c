// Which rows of a table name its columns, and by what.
#include "unit.h"

#include "parse/parser.h"

static enum block_origin origin;

static bool see(void *context, const struct block *block, struct error *error)
{
    (void)context, (void)error;
    if (block->kind == BLOCK_TABLE_HEADER) origin = block->origin;
    return true;
}

static enum block_origin origin_of(const char *page)
{
    struct arena arena;
    struct error error = {0};
    struct article article = {
        .source = STR("a"), .text = str_from(page), .bytes = str_from(page), .first_line = 1, .whole_page = true};
    arena_init(&arena, 0);
    origin = ORIGIN_NONE;
    assert_true(html_parse(&article, &arena, see, NULL, &error));
    arena_release(&arena);
    return origin;
}

static void headers_are_marked_or_inferred(void **state)
{
    (void)state;
    assert_int_equal(origin_of("<table><tr><th>Mill<th>Size<tr><td>Leem<td>3</table>"), ORIGIN_MARKED);
    assert_int_equal(origin_of("<table><tr><td><b>Mill</b><td><b>Size</b><tr><td>Leem<td>3</table>"), ORIGIN_INFERRED);
    assert_int_equal(origin_of("<table><tr><td><h4>Mill</h4><td><h4>Size</h4><tr><td>Leem<td>3</table>"),
                     ORIGIN_MARKED);
    assert_int_equal(origin_of("<table><tr><td>Mill<td><b>Size</b><tr><td>Leem<td>3</table>"), ORIGIN_NONE);
    // what is marked says which row it is
    assert_int_equal(origin_of("<table><tr><td><b>Mill</b><td><b>Size</b><tr><th>Leem<td>3</table>"), ORIGIN_NONE);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {cmocka_unit_test(headers_are_marked_or_inferred)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
