// input/seen.h
#include "input/seen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static struct str name(char out[32], int i)
{
    return (struct str){out, (size_t)snprintf(out, 32, "dump.jsonl#%d", i)};
}

static void exact_while_few(void **state)
{
    (void)state;
    struct seen *seen = seen_new();
    char out[32];
    for (int i = 0; i < 60000; i++) assert_false(seen_add(seen, name(out, i)));
    for (int i = 0; i < 60000; i++) assert_true(seen_add(seen, name(out, i)));
    seen_clear(seen);
    assert_false(seen_add(seen, name(out, 7)));
    assert_true(seen_add(seen, name(out, 7)));
    assert_false(seen_add(seen, STR("")));
    assert_true(seen_add(seen, STR("")));
    seen_free(seen);
}

// None is forgotten, and hardly any is taken for another.
static void many(void **state)
{
    (void)state;
    struct seen *seen = seen_new();
    char out[32];
    int wrong = 0;
    for (int i = 0; i < 1000000; i++) wrong += seen_add(seen, name(out, i));
    assert_true(wrong < 20);
    for (int i = 0; i < 1000000; i += 999) assert_true(seen_add(seen, name(out, i)));
    seen_clear(seen);
    assert_false(seen_add(seen, name(out, 1)));
    seen_free(seen);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {cmocka_unit_test(exact_while_few), cmocka_unit_test(many)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
