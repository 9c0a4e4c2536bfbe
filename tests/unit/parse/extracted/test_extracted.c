// Most articles have no URL, which is found out in pieces: none may be missed, wherever it stands.
#include "parse/extracted/extracted.c"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

enum { BYTES = 3 * PIECE };

static void pairs_are_seen_anywhere(void **state)
{
    (void)state;
    static const char *const heads[] = {"://", "www", "WwW"};
    char text[BYTES];
    for (size_t n = 0; n <= BYTES; n++) {
        memset(text, ':', sizeof text);
        assert_false(has_url_pairs((struct str){text, n}));
        assert_false(may_have_urls((struct str){text, n}));
        for (size_t at = 0; at + 3 <= n; at++) {
            memcpy(text + at, heads[at % 3], 3);
            assert_true(has_url_pairs((struct str){text, n}));
            assert_true(may_have_urls((struct str){text, n}));
            memset(text + at, ':', 3);
        }
    }
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {cmocka_unit_test(pairs_are_seen_anywhere)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
