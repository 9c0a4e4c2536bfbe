#include "sink/retry.h"
#include "unit.h"

static void causes(void **state)
{
    (void)state;
    static const struct {
        enum error_code code;
        const char *sqlstate;
        bool transient, conflict;
    } cases[] = {
        {ERROR_CONNECTION, "", true, false},   {ERROR_SERVER, "40001", true, true},
        {ERROR_SERVER, "40P01", true, true},   {ERROR_SERVER, "57P01", true, false},
        {ERROR_SERVER, "57P03", true, false},  {ERROR_SERVER, "08006", true, false},
        {ERROR_SERVER, "53300", true, false},  {ERROR_SERVER, "53100", false, false},  // disk full
        {ERROR_SERVER, "57014", false, false},                                         // cancelled: somebody meant it
        {ERROR_SERVER, "22021", false, false}, {ERROR_SERVER, "", false, false},
        {ERROR_ARTICLE, "", false, false},     {ERROR_MEMORY, "", false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct error why = {.code = cases[i].code};
        memcpy(why.sqlstate, cases[i].sqlstate, strlen(cases[i].sqlstate));
        assert_int_equal(retry_is_transient(&why), cases[i].transient);
        assert_int_equal(retry_is_conflict(&why), cases[i].conflict);
    }
}

static void ends(void **state)
{
    (void)state;
    volatile sig_atomic_t stop = 0;
    const struct error lost = {.code = ERROR_CONNECTION}, wrong = {.code = ERROR_ARTICLE};
    struct retry never = {.limit = 0}, once = {.limit = 60, .stop = &stop};
    assert_false(retry_again(&never, &lost));
    assert_false(retry_again(&once, &wrong));
    assert_true(retry_again(&once, &lost));
    stop = 1;
    assert_false(retry_again(&once, &lost));
    struct error conflict = {.code = ERROR_SERVER, .sqlstate = "40001"};
    struct retry other = {.limit = 0};
    assert_true(retry_again(&other, &conflict));
}

static const struct CMUnitTest tests[] = {cmocka_unit_test(causes), cmocka_unit_test(ends)};

UNIT_MAIN("retry")
