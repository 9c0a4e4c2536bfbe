// input/date.h
#include "input/date.h"

#include "base/timestamp.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct arena arena;

static void expect(struct str got, const char *wanted, const char *what)
{
    if (wanted ? str_equal(got, str_from(wanted)) : !got.p) {
        int64_t micros;
        if (got.p) assert_true(timestamp_parse(got, &micros));  // what goes into the database
        return;
    }
    fail_msg("%s gives %.*s, not %s", what, STR_ARG(got), wanted ? wanted : "nothing");
}

static void dates(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"2024-05-03", "2024-05-03"},
        {" 2024-05-03 ", "2024-05-03"},
        {"20240503", "2024-05-03"},
        {"2024/05/03", "2024-05-03"},
        {"03.05.2024", "2024-05-03"},
        {"3.5.2024", "2024-05-03"},
        {"2024-05-03T08:30", "2024-05-03T08:30:00Z"},
        {"2024-05-03T08:30:15Z", "2024-05-03T08:30:15Z"},
        {"2024-05-03 08:30:15", "2024-05-03T08:30:15Z"},
        {"2024-05-03t083015Z", "2024-05-03T08:30:15Z"},
        {"20240503T083015Z", "2024-05-03T08:30:15Z"},
        {"2024-05-03T08:30:15.250+02:00", "2024-05-03T06:30:15.25Z"},
        {"2024-05-03T08:30:15,123456789Z", "2024-05-03T08:30:15.123456Z"},
        {"2024-05-03T01:30:00 +0530", "2024-05-02T20:00:00Z"},
        {"2024-05-03 08:30:15 UTC", "2024-05-03T08:30:15Z"},
        {"2024-12-31T23:30:00-01", "2025-01-01T00:30:00Z"},
        {"2024-01-01T00:30:00+01:00", "2023-12-31T23:30:00Z"},
        {"2024-02-29", "2024-02-29"},
        {"2024-02-29T00:00:00+00:00", "2024-02-29T00:00:00Z"},
        {"2024-02-28T23:59:59-00:30", "2024-02-29T00:29:59Z"},
        {"Fri, 03 May 2024 08:30:15 +0000", "2024-05-03T08:30:15Z"},
        {"Fri, 3 May 2024 08:30:15 GMT", "2024-05-03T08:30:15Z"},
        {"3 May 2024 08:30 EST (somewhere)", "2024-05-03T13:30:00Z"},
        {"Fri May 03 08:30:15 +0200 2024", "2024-05-03T06:30:15Z"},
        {"Fri May  3 08:30:15 2024", "2024-05-03T08:30:15Z"},
        {"May 3, 2024", "2024-05-03"},
        {"May 3rd, 2024", "2024-05-03"},
        {"3 May 2024", "2024-05-03"},
        {"3. Sept. 2024", "2024-09-03"},
        {"Friday, May 3, 2024 at 8:30 PM", "2024-05-03T20:30:00Z"},
        {"May 3, 2024 12:05 AM", "2024-05-03T00:05:00Z"},
        {"12:05 pm on the 3rd of May 2024", "2024-05-03T12:05:00Z"},
        {"03-May-2024", "2024-05-03"},
        {"May 3, 2024 | 10:00 CEST", "2024-05-03T08:00:00Z"},
        {"2024-5-3", "2024-05-03"},
        {"2024/5/13 8:05", "2024-05-13T08:05:00Z"},
        {"20240503081500", "2024-05-03T08:15:00Z"},
        {"1714725015", "2024-05-03T08:30:15Z"},
        {"1714725015250", "2024-05-03T08:30:15.25Z"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect(date_iso(str_from(cases[i][0]), &arena), cases[i][1], cases[i][0]);
}

static void no_dates(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "",
        "2024",
        "2024-05",
        "03/05/2024",
        "5/3/24",
        "yesterday",
        "2023-02-29",
        "2024-13-01",
        "2024-00-10",
        "2024-05-32",
        "2024-05-03T24:00",
        "2024-05-03T10:60",
        "2024-05-03T10:00:61",
        "0000-01-01",
        "00000101",
        "2024-05-03T10:00+25:00",
        "2024-05-03T10:00+02:75",
        "2024-05-03T10:00+2",
        "2024-05-03T10:00+02:",
        "2024-05-03X10:00",
        "2024-05-03T10:00 Mars",
        "2024-05-03T1",
        "May 2024",
        "3 May",
        "May May 3 2024",
        "May 3 4 2024",
        "3 Ma 2024",
        "3 Maybe 2024",
        "May 3, 2024 13:00 PM",
        "May 3, 2024 PM",
        "May 3, 2024 GMT",
        "31 Feb 2024",
        "123456 May 2024",
        "2024-05-03T10:00Zulu",
        "0001-01-01T00:00+01:00",
        "9999-12-31T23:59-01:00",
        "May 3, 2024 10:00 10:00",
        "<script>",
        "1. 2. 3.",
        "3.5.24",
        "May 3, 2024 #",
        "a date that is written out at such a length that it can't be one, whatever",
        "20240503T0",
        "2024-5-3T8",
        "2024-123-3",
        "2024--3",
        "20241303081500",
        "20240503241500",
        "2024050308",
        "1914725015",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect(date_iso(str_from(cases[i]), &arena), NULL, cases[i]);
}

static void epochs(void **state)
{
    (void)state;
    expect(date_epoch(1714725015, &arena), "2024-05-03T08:30:15Z", "seconds");
    expect(date_epoch(1714725015250, &arena), "2024-05-03T08:30:15.25Z", "milliseconds");
    expect(date_epoch(1714725015250000, &arena), "2024-05-03T08:30:15.25Z", "microseconds");
    expect(date_epoch(951782400, &arena), "2000-02-29T00:00:00Z", "a leap day");
    expect(date_epoch(2024, &arena), NULL, "a year");
    expect(date_epoch(-1, &arena), NULL, "a negative number");
    expect(date_epoch(1e300, &arena), NULL, "a large number");
    expect(date_epoch(0.0 / 0.0, &arena), NULL, "no number");
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {cmocka_unit_test(dates), cmocka_unit_test(no_dates), cmocka_unit_test(epochs)};
    arena_init(&arena, 0);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_release(&arena);
    return failed;
}
