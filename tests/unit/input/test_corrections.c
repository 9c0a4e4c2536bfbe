// input/corrections.h
#include "input/corrections.h"

#include "unit.h"

static void read_as(void **state)
{
    (void)state;
    struct correction c;
    assert_true(correction_read_as(STR("heading 6"), &c));
    assert_true(c.as == CORRECT_HEADING && c.value == 6);
    assert_true(correction_read_as(STR("row"), &c));
    assert_true(c.as == CORRECT_ROW && c.value == 0);
    assert_true(correction_read_as(STR("html"), &c));
    assert_true(c.as == CORRECT_DIALECT && c.value == DIALECT_HTML);
    assert_true(correction_read_as(STR("wrapped"), &c));
    assert_true(c.as == CORRECT_LAYOUT && c.value == LAYOUT_WRAPPED);
    assert_true(correction_read_as(STR("names org:A b"), &c));
    assert_true(c.as == CORRECT_ENTITY && c.value == 0);
    assert_str(c.entity_id, "org:A b");
    static const char *const none[] = {"",     "heading", "heading 0", "heading 7", "heading 10",
                                       "rows", "auto",    "Quote",     "names",     "names "};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) assert_false(correction_read_as(str_from(none[i]), &c));
}

// The ids of those of an article's rows; -1: there is no memory.
static const char *of(const struct corrections *corrections, const char *source, struct article *article, size_t memory)
{
    static char ids[64];
    struct arena arena;
    *article = (struct article){.source = str_from(source)};
    arena_init(&arena, memory);
    int n = 0;
    ids[0] = '\0';
    if (!corrections_apply(corrections, article, STR_NULL, &arena)) n += snprintf(ids, sizeof ids, "-1");
    for (size_t i = 0; article->corrections && i < article->corrections->count; i++)
        n += snprintf(ids + n, sizeof ids - (size_t)n, "%d ", (int)article->corrections->all[i]->id);
    arena_release(&arena);
    return ids;
}

static void apply(void **state)
{
    (void)state;
    struct correction all[] = {
        {.id = 7, .source = STR("/b"), .as = CORRECT_ITEM},
        {.id = 1, .source = STR("/*"), .as = CORRECT_QUOTE},
        {.id = 2, .source = STR("/a"), .as = CORRECT_ITEM},
        {.id = 3, .source = STR("/b"), .as = CORRECT_LAYOUT, .value = LAYOUT_BLOCKS},
        {.id = 4, .source = STR("/x/?[z]"), .as = CORRECT_ITEM},
        {.id = 5, .source = STR("/b"), .as = CORRECT_CODE},
        {.id = 6, .source = STR("/x/*"), .as = CORRECT_DIALECT, .value = DIALECT_HTML},
    };
    struct corrections corrections = {.all = all, .count = sizeof all / sizeof *all};
    struct article article;
    corrections_order(&corrections);
    assert_int_equal(corrections.exact, 4);
    assert_string_equal(of(&corrections, "/a", &article, 0), "2 1 ");
    assert_int_equal(article.layout, LAYOUT_AUTO);
    assert_string_equal(of(&corrections, "/b", &article, 0), "5 7 1 ");
    assert_int_equal(article.layout, LAYOUT_BLOCKS);
    assert_string_equal(of(&corrections, "/x/yz", &article, 0), "1 4 ");
    assert_int_equal(article.dialect, DIALECT_HTML);
    assert_string_equal(of(&corrections, "/x/?[z]", &article, 0), "1 4 ");  // as it stands
    assert_string_equal(of(&corrections, "c", &article, 0), "");
    assert_null(article.corrections);
    assert_string_equal(of(&corrections, "/a", &article, 1), "-1");
    corrections.count = corrections.exact;
    assert_string_equal(of(&corrections, "/a", &article, 1), "-1");
    corrections_order(&(struct corrections){0});
}

static const struct CMUnitTest tests[] = {cmocka_unit_test(read_as), cmocka_unit_test(apply)};

UNIT_MAIN("corrections")
