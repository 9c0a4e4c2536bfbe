#include "base/timestamp.h"
#include "unit.h"

#define SECOND INT64_C(1000000)
#define DAY    (86400 * SECOND)

// what PostgreSQL 15 says: select extract(epoch from TIMESTAMP - timestamptz '2000-01-01 00:00+00') * 1000000
static void reads(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t microseconds;
    } cases[] = {
        {"2000-01-01", 0},
        {"2000-01-02", DAY},
        {"1999-12-31", -DAY},
        {"2000-03-01", 60 * DAY},
        {"1900-03-01", -36465 * DAY},
        {"2024-05-31", 8917 * DAY},
        {"0001-01-01", -730119 * DAY},
        {"9999-12-31", 2921939 * DAY},
        {"2000-01-01T10:30", 37800 * SECOND},
        {"2000-01-01 10:30:15", 37815 * SECOND},
        {"2000-01-01T10:30:15.5", 37815 * SECOND + 500000},
        {"2000-01-01T10:30:15.123456", 37815 * SECOND + 123456},
        {"2000-01-01T10:30:15.1234564", 37815 * SECOND + 123456},
        {"2000-01-01T10:30:15Z", 37815 * SECOND},
        {"2000-01-01T10:30:15 Z", 37815 * SECOND},
        {"2000-01-01T10:30+02", 30600 * SECOND},
        {"2000-01-01T10:30+0200", 30600 * SECOND},
        {"2000-01-01T10:30+02:00", 30600 * SECOND},
        {"2000-01-01T10:30-05:30", 57600 * SECOND},
        {"2000-01-01T10:30 -05:30", 57600 * SECOND},
        {"2000-01-01T24:00", DAY},
        {"2000-01-01T23:59:60", DAY},
        {"  2000-01-02\n", DAY},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t got = -1;
        assert_true(timestamp_parse(str_from(cases[i].text), &got));
        assert_int_equal(got, cases[i].microseconds);
    }
}

static void refuses(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "",
        "2024",
        "2024-05",
        "2024-5-31",
        "24-05-31",
        "2024/05/31",
        "2024-13-01",
        "2024-00-01",
        "2024-01-00",
        "2024-04-31",
        "2023-02-29",
        "1900-02-29",
        "0000-01-01",
        "12024-01-01",
        "-2024-01-01",
        "2024-05-31x",
        "2024-05-31T",
        "2024-05-31T10",
        "2024-05-31T10:",
        "2024-05-31T1030",
        "2024-05-31T25:00",
        "2024-05-31T24:01",
        "2024-05-31T24:00:01",
        "2024-05-31T24:00:00.5",
        "2024-05-31T10:60",
        "2024-05-31T10:30:",
        "2024-05-31T10:30:61",
        "2024-05-31T10:30.5",
        "2024-05-31T10:30:15,5",
        "2024-05-31T10:30+",
        "2024-05-31T10:30+2",
        "2024-05-31T10:30+02:",
        "2024-05-31T10:30+02:0",
        "2024-05-31T10:30+16:00",
        "2024-05-31T10:30+02:60",
        "2024-05-31T10:30+99",
        "2024-05-31T10:30+02:00x",
        "2024-05-31T10:30Zx",
        "2024-05-31T10:30 CET",
        "31 May 2024",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t got = 77;
        if (timestamp_parse(str_from(cases[i]), &got)) fail_msg("%s was read", cases[i]);
        assert_int_equal(got, 77);
    }
    assert_true(timestamp_parse(STR("2024-02-29"), &(int64_t){0}));
    assert_true(timestamp_parse(STR("2000-02-29"), &(int64_t){0}));
}

static void prints(void **state)
{
    (void)state;
    char out[TIMESTAMP_SIZE];
    assert_string_equal(timestamp_print(0, out), "2000-01-01 00:00:00.000000+00");
    assert_string_equal(timestamp_print(-1, out), "1999-12-31 23:59:59.999999+00");
    assert_string_equal(timestamp_print(8917 * DAY + 37815 * SECOND + 500000, out), "2024-05-31 10:30:15.500000+00");
    assert_string_equal(timestamp_print(-730119 * DAY, out), "0001-01-01 00:00:00.000000+00");
    assert_string_equal(timestamp_print(59 * DAY, out), "2000-02-29 00:00:00.000000+00");
}

// each day of 10,000 years is the day after the one before, and reads as it prints
static void calendar(void **state)
{
    (void)state;
    for (int64_t day = -730119; day <= 2921939; day++) {
        char out[TIMESTAMP_SIZE];
        int64_t back;
        assert_true(timestamp_parse(str_from(timestamp_print(day * DAY, out)), &back));
        if (back != day * DAY) fail_msg("day %d prints as %s", (int)day, out);
    }
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(reads),
    cmocka_unit_test(refuses),
    cmocka_unit_test(prints),
    cmocka_unit_test(calendar),
};

UNIT_MAIN("timestamp")
