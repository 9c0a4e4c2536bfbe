#include "base/timestamp.h"
#include "facts/address_date.h"
#include "unit.h"

#define LATEST 9000  // 2024-08-22

static void is(bool found, int32_t days, const char *of, const char *wanted, const char *file, int line)
{
    char day[TIMESTAMP_SIZE] = "";
    if (found) timestamp_print(days * INT64_C(86400000000), day);
    if (found ? wanted && strncmp(day, wanted, 10) == 0 : !wanted) return;
    print_error("%s\ngot:    %.10s\nwanted: %s\n", of, day, wanted ? wanted : "");
    _fail(file, line);
}

static void address(const char *url, const char *wanted, const char *file, int line)
{
    int32_t days = 0;
    bool found = address_date(str_from(url), LATEST, &days);
    is(found, days, url, wanted, file, line);
}
#define assert_address(url, wanted) address((url), (wanted), __FILE__, __LINE__)

static void name(const char *of, const char *wanted, const char *file, int line)
{
    int32_t days = 0;
    bool found = file_name_date(str_from(of), LATEST, &days);
    is(found, days, of, wanted, file, line);
}
#define assert_name(of, wanted) name((of), (wanted), __FILE__, __LINE__)

static void addresses(void **state)
{
    (void)state;
    assert_address("https://example.org/2024/05/03/boats", "2024-05-03");
    assert_address("https://example.org/news/2024/5/3/boats.html", "2024-05-03");
    assert_address("https://example.org/world/2024/may/03/boats", "2024-05-03");
    assert_address("https://example.org/news/2024-05-03/boats", "2024-05-03");
    assert_address("https://example.org/boats-2024-05-03/", "2024-05-03");
    assert_address("https://example.org/20240503/boats", "2024-05-03");
    assert_address("https://example.org/a_20240503.html?d=2023-01-01", "2024-05-03");
    assert_address("https://example.org/2024/05/03/boats-2024-05-03", "2024-05-03");
    assert_address("https://archive.example.net/web/20240701120000/https://example.org/2024/05/03/a", "2024-05-03");
}

static void no_addresses(void **state)
{
    (void)state;
    assert_address("https://example.org/2024/05/boats", NULL);
    assert_address("https://example.org/2024/05/3-questions", NULL);
    assert_address("https://example.org/2024/05/123456", NULL);
    assert_address("https://example.org/2024/", NULL);
    assert_address("https://example.org/2024/13/03/boats", NULL);
    assert_address("https://example.org/2024/02/30/boats", NULL);
    assert_address("https://example.org/2024/05/03/what-came-of-2023-05-03", NULL);
    assert_address("https://example.org/2031/05/03/boats", NULL);
    assert_address("https://example.org/1965/12/13/boats", NULL);
    assert_address("https://example.org/1789/07/14/bastille", NULL);
    assert_address("https://example.org/202405031044893040-boats", NULL);
    assert_address("https://example.org/a20240503", NULL);
    assert_address("https://example.org/boats?date=2024-05-03", NULL);
    assert_address("https://archive.example.net/web/20240503120000/https://example.org/a", NULL);
    assert_address("https://2024-05-03.example.org", NULL);
    assert_address("", NULL);
}

static void names(void **state)
{
    (void)state;
    assert_name("2024-05-03-boats.txt", "2024-05-03");
    assert_name("2024_05_03 boats.md", "2024-05-03");
    assert_name("20240503.txt", "2024-05-03");
    assert_name("20240503_boats.txt", "2024-05-03");
    assert_name("boats_2024-05-03.txt", "2024-05-03");
    assert_name("boats-20240503.txt", "2024-05-03");
    assert_name("1965-12-13-boats.txt", "1965-12-13");
    assert_name("speech_18651213.txt", "1865-12-13");
    assert_name("1789-07-14.txt", NULL);
    assert_name("boats.2024-05-03", NULL);
    assert_name("2024-05-03-boats-2024-06-03.txt", NULL);
    assert_name("boats.txt", NULL);
    assert_name("2024-05.txt", NULL);
    assert_name("2024.txt", NULL);
    assert_name("20249999.txt", NULL);
    assert_name("20310503.txt", NULL);
    assert_name("120240503.txt", NULL);
    assert_name("ab20240503.txt", NULL);
    assert_name("", NULL);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(addresses),
    cmocka_unit_test(no_addresses),
    cmocka_unit_test(names),
};

UNIT_MAIN("address_date")
