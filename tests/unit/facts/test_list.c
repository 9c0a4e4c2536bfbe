#include "base/buf.h"
#include "facts/list.h"
#include "unit.h"

// The elements, joined by |.
static void become(const char *text, const char *wanted, const char *file, int line)
{
    struct arena arena;
    struct buf got = {0};
    struct str *elements;
    size_t count;
    arena_init(&arena, 0);
    if (!list_elements(str_from(text), &arena, &elements, &count)) _fail(file, line);
    for (size_t i = 0; i < count; i++) buf_printf(&got, i ? "|%.*s" : "%.*s", STR_ARG(elements[i]));
    unit_str(buf_str(&got), wanted, file, line);
    buf_release(&got);
    arena_release(&arena);
}
#define assert_list(text, wanted) become((text), (wanted), __FILE__, __LINE__)
#define assert_one(text)          become((text), (text), __FILE__, __LINE__)

static void no_lists(void **state)
{
    (void)state;
    assert_one("Rope");
    assert_one("");
    assert_one(",");
    assert_one("Harmonization of counter-terrorism laws and regulations");
    assert_one("Harmonization of laws, rules and regulations");
    assert_one("Job creation and poverty alleviation");
    assert_one("Comprehensive insights lead to more targeted actions, and more.");
    assert_one("Military exercises, which began in 2020");
    assert_one("Supports small farms, including those in the north");
    assert_one("It came first. Then, others");
    assert_one("1,000");
    assert_one("61,4 μg");
    assert_one("May 12, 1985");
    assert_one("13 August 1918, 1352 hrs");
    assert_one("1 August 13, 1971");
    assert_one("Saturday, April 14");
    assert_one("Espresso, 60 ml");
    assert_one("Apple, Inc.");
    assert_one("W (1980, 1982)");
    assert_one("“Woman, Woman”");
    assert_one("\"x, y\" and z");
    assert_one("A part with more words than any element of a list has, another");
    assert_one("Athens, Greece");
    assert_one("Hull, Quebec, Canada");
    assert_one("Fresno, CA (Clovis West HS)");
    assert_one("San Jose, U.S.");
    assert_one("Seward, JamesJames Seward");
    assert_one("Sunjong, the last Emperor of Korea");
    assert_one("3 years, 229 days");
    assert_one("Moored at a berth, aft of it");
    assert_one("Old Stadium, Atlanta, GA (final)");
    assert_one("Abidjan, Côte d’Ivoire");
    assert_one("RFC 3551, Page 32");
    assert_one("Advice to police, prosecutors and judges");
    assert_one("One sentence of quite a few words; another one that is very much longer than the first");
}

static void lists(void **state)
{
    (void)state;
    assert_list("AK 47, ammunition", "AK 47|ammunition");
    assert_list("France, Greece", "France|Greece");
    assert_list("Germany, Greece, Italy", "Germany|Greece|Italy");
    assert_list("Anna Lee, Ben Ode, & Cy Twain", "Anna Lee|Ben Ode|Cy Twain");
    assert_list("maps, the best charts", "maps|the best charts");
    assert_list("Intelligence sharing, training programs", "Intelligence sharing|training programs");
    assert_list("Policy guidance, funding for initiatives", "Policy guidance|funding for initiatives");
    assert_list("Fuel,water", "Fuel|water");
    assert_list("Rice, wheat, maize.", "Rice|wheat|maize");
    assert_list("Fuel, water, etc.", "Fuel|water");
    assert_list("Troops from the U.S., aid", "Troops from the U.S.|aid");
    assert_list("77.3% White, 16.3% Black", "77.3% White|16.3% Black");
    assert_list("1975, 1976", "1975|1976");
    assert_list("Maps (old, new), charts", "Maps (old, new)|charts");
    assert_list("(a, (b), c), d", "(a, (b), c)|d");
    assert_list("“a, b”, c", "“a, b”|c");
    assert_list("Loans of 1,000 dollars, grants", "Loans of 1,000 dollars|grants");
    assert_list("قروض صغيرة، دراسات الجدوى", "قروض صغيرة|دراسات الجدوى");
    assert_list("低息贷款、线网评估", "低息贷款|线网评估");
    assert_list("Vocals, guitar and drums", "Vocals|guitar|drums");
    assert_list("Fuel, water, and food", "Fuel|water|food");
    assert_list("Policy guidance, research and development", "Policy guidance|research and development");
    assert_list("Bill Nuttall, Davis & Elkins College", "Bill Nuttall|Davis & Elkins College");
    assert_list("Geld, Waffen und Ausbildung", "Geld|Waffen|Ausbildung");
    assert_list("a; b; and c", "a|b|c");
    assert_list("a, b; c, d", "a, b|c, d");
    assert_list("- one\n- two", "one|two");
    assert_list("one\r\ntwo", "one|two");
    assert_list("• one • two", "one|two");
    assert_list("Loans (cheap, long-term); Training", "Loans (cheap, long-term)|Training");
}

// A hostile cell doesn't multiply, and takes no time that grows with its square.
static void bounds(void **state)
{
    (void)state;
    enum { BYTES = 1 << 20 };
    struct arena arena;
    struct str *elements;
    size_t count;
    static char text[BYTES];
    arena_init(&arena, 0);
    for (size_t i = 0; i < BYTES; i++) text[i] = "a,"[i % 2];
    assert_true(list_elements((struct str){text, 2 * LIST_MOST - 1}, &arena, &elements, &count));
    assert_int_equal(count, LIST_MOST);
    assert_true(list_elements((struct str){text, 2 * LIST_MOST + 1}, &arena, &elements, &count));
    assert_int_equal(count, 1);
    assert_true(list_elements((struct str){text, BYTES}, &arena, &elements, &count));
    assert_int_equal(count, 1);
    arena_release(&arena);
    arena_init(&arena, 1);
    assert_false(list_elements(STR("a, b"), &arena, &elements, &count));
    arena_release(&arena);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(no_lists),
    cmocka_unit_test(lists),
    cmocka_unit_test(bounds),
};

UNIT_MAIN("list")
