// Header fields: input/header_field.h.
#include "input/header_field.h"

#include "unit.h"

#include <stdlib.h>

static void parameters(void **state)
{
    (void)state;
    static const struct {
        const char *value, *wanted;
    } cases[] = {
        {"text/html; charset=utf-8", "utf-8"},
        {"text/html;a=1;CharSet = \"utf-8\"; b=2", "utf-8"},
        {"text/html; a=\"; charset=no\"; charset='x y'", "x y"},
        {"text/html; flag; charset=x", "x"},
        {"text/html; flag;charset=\"x", "x"},
        {"text/html; charset", NULL},
        {"text/html; charset; b=1", NULL},
        {"text/html; xcharset=1", NULL},
        {"charset=x", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_str(header_field_parameter(str_from(cases[i].value), "charset"), cases[i].wanted);
}

// A header may be as long as an article: each byte is looked at a few times, not as often as there are parameters.
static void many(void **state)
{
    (void)state;
    size_t n = (size_t)16 << 20;
    char *value = malloc(n);
    assert_non_null(value);
    memset(value, ';', n);
    memcpy(value + n - 2, "=x", 2);
    assert_str(header_field_parameter((struct str){value, n}, "charset"), NULL);
    memcpy(value + n - 10, ";charset=x", 10);
    assert_str(header_field_parameter((struct str){value, n}, "charset"), "x");
    free(value);
}

static const struct CMUnitTest tests[] = {cmocka_unit_test(parameters), cmocka_unit_test(many)};

UNIT_MAIN("header_field")
