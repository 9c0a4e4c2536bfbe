#include "cli/progress.h"
#include "unit.h"

static void when_to_speak(void **state)
{
    (void)state;
    struct progress line = {.terminal = false, .begun = 100, .said = 100}, one = {.terminal = true, .said = 99};
    assert_false(progress_due(&line, 109.9));
    assert_true(progress_due(&line, 110));
    assert_false(progress_due(&line, 119.9));
    assert_true(progress_due(&line, 125));
    assert_false(progress_due(&line, 134));
    assert_true(progress_due(&one, 100));
    assert_false(progress_due(&one, 100.9));
    assert_true(progress_due(&one, 101));
}

static void what_is_said(void **state)
{
    (void)state;
    char text[200];
    static const struct {
        struct progress_state state;
        const char *text;
    } cases[] = {
        {{0}, "0 articles"},
        {{.articles = 7, .bytes = 900}, "7 articles, 900 bytes"},
        {{.articles = 12000, .bytes = 45100000, .seconds = 10}, "12000 articles, 45.1 MB, 4.5 MB/s"},
        {{.articles = 12000, .bytes = 45000000, .all_bytes = 90000000, .rejected = 3, .seconds = 9},
         "12000 articles, 45.0 MB of 90.0 MB, 5.0 MB/s, 3 rejected, 9 s left"},
        {{.articles = 1, .bytes = 1000, .all_bytes = 3000, .seconds = 59.8},
         "1 article, 1.0 kB of 3.0 kB, 16 bytes/s, 2:00 min left"},
        {{.articles = 1000, .all_articles = 4000, .seconds = 2000}, "1000 of 4000 articles, 0/s, 1:40 h left"},
        {{.articles = 1000, .all_articles = 4000, .bytes = 5000, .seconds = 1},
         "1000 of 4000 articles, 5.0 kB, 5.0 kB/s, 3 s left"},
        // files that have grown meanwhile
        {{.articles = 5, .bytes = 5000, .all_bytes = 4000, .seconds = 1}, "5 articles, 5.0 kB of 4.0 kB, 5.0 kB/s"},
        // all that the numbers can hold
        {{INT64_MAX, INT64_MAX, INT64_MAX, INT64_MAX, INT64_MAX, 1e9},
         "9223372036854775807 of 9223372036854775807 articles, 9223372.0 TB of 9223372.0 TB, 9.2 GB/s, "
         "9223372036854775807 rejected, 0 s left"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(progress_text(&cases[i].state, text), cases[i].text);
}

static const struct CMUnitTest tests[] = {cmocka_unit_test(when_to_speak), cmocka_unit_test(what_is_said)};

UNIT_MAIN("progress")
