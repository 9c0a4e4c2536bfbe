#include "input/part.h"
#include "unit.h"

static void values(void **state)
{
    (void)state;
    static const char *const wrong[] = {"",
                                        "1",
                                        "/",
                                        "1/",
                                        "/2",
                                        "0/2",
                                        "3/2",
                                        "1/0",
                                        "1/2/",
                                        "1/2 ",
                                        " 1/2",
                                        "-1/2",
                                        "+1/2",
                                        "1/2a",
                                        "1.0/2",
                                        "1/99999999999",
                                        "1000001/1000001"};
    struct part part = {7, 9};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) assert_false(part_parse(wrong[i], &part));
    assert_int_equal(part.number, 7);
    assert_int_equal(part.count, 9);
    assert_true(part_parse("2/8", &part));
    assert_int_equal(part.number, 2);
    assert_int_equal(part.count, 8);
    assert_true(part_parse("1000000/1000000", &part));
}

// printf %s NAME | sha256sum: the first 16 digits, modulo 7, plus 1. These must never change: a database was filled by
// them.
static void stable(void **state)
{
    (void)state;
    static const struct {
        const char *source;
        unsigned number;
    } cases[] = {{"/data/a.txt", 6}, {"/data/dump.tar.gz!a/b.txt~2", 3}, {"corpus.jsonl#4711", 5}, {"", 2}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (unsigned k = 1; k <= 7; k++)
            assert_int_equal(part_takes(&(struct part){k, 7}, str_from(cases[i].source)), k == cases[i].number);
}

static void each_once(void **state)
{
    (void)state;
    int parts[16] = {0};
    for (int i = 0; i < 16000; i++) {
        char source[32];
        int taken = 0;
        snprintf(source, sizeof source, "/data/%d.txt", i);
        for (unsigned k = 1; k <= 16; k++)
            if (part_takes(&(struct part){k, 16}, str_from(source))) parts[k - 1]++, taken++;
        assert_int_equal(taken, 1);
    }
    for (int k = 0; k < 16; k++) assert_in_range(parts[k], 850, 1150);
    assert_true(part_takes(&(struct part){0}, STR("a")));
    assert_true(part_takes(&(struct part){1, 1}, STR("a")));
}

static const struct CMUnitTest tests[] = {cmocka_unit_test(values), cmocka_unit_test(stable),
                                          cmocka_unit_test(each_once)};

UNIT_MAIN("part")
