#include "parse/layout/mark.h"
#include "unit.h"

static void kinds_values_and_lengths(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum mark_kind kind;
        int32_t value;
        size_t bytes;
    } cases[] = {
        {"- a", MARK_SIGN, 0, 2},
        {"* a", MARK_SIGN, 0, 2},
        {"+  a", MARK_SIGN, 0, 3},
        {"\xE2\x80\x93 a", MARK_SIGN, 0, 4},
        {"\xC2\xB7 a", MARK_SIGN, 0, 3},
        {"\xE2\x86\x92 a", MARK_SIGN, 0, 4},
        {"o a", MARK_SIGN, 0, 2},
        {"\xE2\x80\xA2 a", MARK_BULLET, 0, 4},
        {"\xE2\x80\xA2"
         "a",
         MARK_BULLET, 0, 3},
        {"\xE2\x96\xAA a", MARK_BULLET, 0, 4},
        {"\xE2\x98\x90 a", MARK_BULLET, 0, 4},
        {"\xEF\x82\xB7 a", MARK_BULLET, 0, 4},
        {"1. a", MARK_NUMBER, 1, 3},
        {"12) a", MARK_NUMBER, 12, 4},
        {"(7) a", MARK_NUMBER, 7, 4},
        {"\xE2\x91\xA2 a", MARK_NUMBER, 3, 4},
        {"b. a", MARK_LETTER, 2, 3},
        {"(c) a", MARK_LETTER, 3, 4},
        {"iv. a", MARK_ROMAN, 4, 4},
        {"\xE4\xB8\x89\xE3\x80\x81\xE4\xB8\xAD", MARK_HAN, 3, 6},
        {"\xE4\xBA\x8C\xE5\x8D\x81\xE4\xB8\x80\xE3\x80\x81\xE4\xB8\xAD", MARK_HAN, 21, 12},
        {"", MARK_NONE, 0, 0},
        {"a", MARK_NONE, 0, 0},
        {"-a", MARK_NONE, 0, 0},
        {"old", MARK_NONE, 0, 0},
        {"o. a", MARK_LETTER, 15, 3},
        {"1.5 a", MARK_NONE, 0, 0},
        {"1234. a", MARK_NONE, 0, 0},
        {"(1 a", MARK_NONE, 0, 0},
        {"(1. a", MARK_NONE, 0, 0},
        {"ab. a", MARK_NONE, 0, 0},
        {"1", MARK_NONE, 0, 0},
        {"\xE4\xB8\xAD\xE3\x80\x81", MARK_NONE, 0, 0},
        {"\xC3\xA9 a", MARK_NONE, 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct mark m = mark_of(str_from(cases[i].text));
        bool same = m.kind == cases[i].kind && (m.kind == MARK_NONE || m.bytes == cases[i].bytes);
        if (!same || (m.kind > MARK_SIGN && m.value != cases[i].value))
            fail_msg("\"%s\": kind %d, value %d, %d bytes", cases[i].text, m.kind, (int)m.value, m.bytes);
    }
}

static void marks_that_stand_alone(void **state)
{
    (void)state;
    assert_true(mark_of(STR("-")).alone);
    assert_true(mark_of(STR("\xE2\x80\xA2")).alone);
    assert_true(mark_of(STR("3.")).alone);
    assert_false(mark_of(STR("- a")).alone);
}

// those of one list are closed alike
static void styles(void **state)
{
    (void)state;
    assert_int_equal(mark_of(STR("1. a")).style, mark_of(STR("2. a")).style);
    assert_int_not_equal(mark_of(STR("1. a")).style, mark_of(STR("1) a")).style);
    assert_int_not_equal(mark_of(STR("1) a")).style, mark_of(STR("(1) a")).style);
    assert_int_not_equal(mark_of(STR("A. a")).style, mark_of(STR("a. a")).style);
    assert_int_not_equal(mark_of(STR("* a")).style, mark_of(STR("+ a")).style);
}

static void roman_numbers(void **state)
{
    (void)state;
    static const char *const numbers[] = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi"};
    for (int32_t i = 0; i < 11; i++) assert_int_equal(mark_roman(str_from(numbers[i])), i + 1);
    assert_int_equal(mark_roman(STR("(XL)")), 40);
    assert_int_equal(mark_roman(STR("ia")), 0);
    assert_int_equal(mark_roman(STR("")), 0);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(kinds_values_and_lengths),
    cmocka_unit_test(marks_that_stand_alone),
    cmocka_unit_test(styles),
    cmocka_unit_test(roman_numbers),
};

UNIT_MAIN("mark")
