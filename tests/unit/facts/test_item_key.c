#include "facts/item_key.h"
#include "unit.h"

static void become(const char *text, const char *wanted, const char *file, int line)
{
    struct arena arena;
    arena_init(&arena, 0);
    unit_str(item_key(str_from(text), &arena), wanted, file, line);
    arena_release(&arena);
}
#define assert_key(text, wanted) become((text), (wanted), __FILE__, __LINE__)

static void keys(void **state)
{
    (void)state;
    assert_key("Intelligence Sharing", "intelligence sharing");
    assert_key("  United\u00A0\u2009 States\t", "united states");
    assert_key("The United States", "united states");
    assert_key("the the band", "band");
    assert_key("Theory", "theory");
    assert_key("The", "the");
    assert_key("", "");
    assert_key(" \u200B ", "");
    assert_key("[1]", "");
}

static void dots(void **state)
{
    (void)state;
    assert_key("U.S.", "us");
    assert_key("u.s.-led", "us-led");
    assert_key("Dem. Rep. of the Congo", "dem rep of the congo");
    assert_key("3.5 percent", "3.5 percent");
    assert_key("example.com", "example.com");
    assert_key("a..b", "a.b");
    assert_key("x1.y", "x1.y");
    assert_key("É.-U.", "é-u");
    assert_key("wait... (here...)", "wait (here)");
}

static void signs(void **state)
{
    (void)state;
    assert_key("Côte d’Ivoire", "côte d'ivoire");
    assert_key("“Quoted”", "\"quoted\"");
    assert_key("North–South", "north-south");
    assert_key("coope\u00ADration", "cooperation");
    assert_key("Country / Association", "country/association");
    assert_key("France [12][a]", "france");
    assert_key("France †", "france");
    assert_key("Founded [citation needed]", "founded");
    assert_key("Array[10] of int", "array[10] of int");
    assert_key("x[note ]", "x[note ]");
    assert_key("x[1234]", "x[1234]");
}

// The same in every locale.
static void cases(void **state)
{
    (void)state;
    assert_key("INDIA", "india");
    assert_key("İZMİR", "izmir");
    assert_key("ISPARTA ı", "isparta ı");
    assert_key("ÉTATS-UNIS ẞ", "états-unis ß");
    assert_key("СТРАНА", "страна");
    assert_key("ΕΛΛΆΣ", "ελλάσ");
    assert_key("\u10A0\u1C90\U00010400", "\u2D00\u10D0\U00010428");
    assert_key("Ⱥ", "ⱥ");
}

static void length(void **state)
{
    (void)state;
    struct arena arena;
    char text[2000];
    arena_init(&arena, 0);
    memset(text, 'x', sizeof text);
    assert_int_equal(item_key((struct str){text, sizeof text}, &arena).n, 250);
    for (size_t i = 0; i < sizeof text; i += 2) memcpy(text + i, "Ⱥ", 2);
    assert_int_equal(item_key((struct str){text, sizeof text}, &arena).n, 750);
    arena_release(&arena);
    arena_init(&arena, 1);
    assert_str(item_key(STR("Any name"), &arena), NULL);
    arena_release(&arena);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(keys),  cmocka_unit_test(dots),   cmocka_unit_test(signs),
    cmocka_unit_test(cases), cmocka_unit_test(length),
};

UNIT_MAIN("item_key")
