// What the unit tests share: cmocka with TAP output, and strings compared with what they should be.
#ifndef UNIT_H
#define UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/error.h"
#include "base/str.h"

// wanted NULL: STR_NULL is wanted.
static inline void unit_str(struct str got, const char *wanted, const char *file, int line)
{
    if (wanted ? got.p && got.n == strlen(wanted) && memcmp(got.p, wanted, got.n) == 0 : !got.p) return;
    print_error("got:    %s%.*s\nwanted: %s\n", got.p ? "" : "(null)", STR_ARG(got), wanted ? wanted : "(null)");
    _fail(file, line);
}
#define assert_str(got, wanted) unit_str((got), (wanted), __FILE__, __LINE__)

static inline void unit_error(const struct error *error, enum error_code code, const char *message, const char *file,
                              int line)
{
    if (error->code == code && strcmp(error->message, message) == 0) return;
    print_error("got:    %s: %s\nwanted: %s: %s\n", error_code_name(error->code), error->message, error_code_name(code),
                message);
    _fail(file, line);
}
#define assert_error(error, code, message) unit_error((error), (code), (message), __FILE__, __LINE__)

// int main: runs the tests of the array `tests`
#define UNIT_MAIN(name)                                                                                                \
    int main(void)                                                                                                     \
    {                                                                                                                  \
        cmocka_set_message_output(CM_OUTPUT_TAP);                                                                      \
        return cmocka_run_group_tests_name(name, tests, NULL, NULL);                                                   \
    }

#endif
