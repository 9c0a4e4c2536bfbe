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

// One name a million times, whose numbers go on; one that has such a number itself.
static void numbered(void **state)
{
    (void)state;
    struct seen *seen = seen_new();
    struct buf buf = {0};
    char wanted[32];
    assert_false(seen_add(seen, STR("t.tar!a.txt~3")));
    for (int i = 1; i <= 200000; i++) {
        buf.n = 0;
        buf_str_add(&buf, STR("t.tar!a.txt"));
        seen_number(seen, &buf);
        int number = i + (i > 2);
        snprintf(wanted, sizeof wanted, number > 1 ? "t.tar!a.txt~%d" : "t.tar!a.txt", number);
        // beyond what is known exactly, a number may be passed over
        if (!str_equal(buf_str(&buf), str_from(wanted)) && i < 65000) fail_msg("%.*s", STR_ARG(buf_str(&buf)));
    }
    snprintf(wanted, sizeof wanted, "t.tar!a.txt~%d", 200001);
    assert_true(seen_add(seen, str_from(wanted)));
    buf_release(&buf);
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
    const struct CMUnitTest tests[] = {cmocka_unit_test(exact_while_few), cmocka_unit_test(numbered),
                                       cmocka_unit_test(many)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
