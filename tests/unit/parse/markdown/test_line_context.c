// What the lines of a text are of: parse/markdown/line_context.h
#include "parse/markdown/line_context.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

// A letter a line: text, code in a fence, indented code, html; a capital where the line is one of Markdown's text.
static void kinds_of(const char *text, char *kinds)
{
    static const char letters[] = {
        [LINE_OF_NOTHING] = 'n', [LINE_OF_PARAGRAPH] = 'p', [LINE_OF_TABLE] = 't', [LINE_OF_INDENTED] = 'i',
        [LINE_OF_FENCE] = 'f',   [LINE_OF_HTML] = 'h',      [LINE_ENDS_HTML] = 'e'};
    struct line_context c = line_context_begin();
    for (const char *p = text, *end; (end = strchr(p, '\n')); p = end + 1) {
        struct line_view v = rewrite_view((struct str){p, (size_t)(end - p)});
        bool free = line_context_free(&c, &v);
        *kinds++ = (char)(free ? letters[c.leaf] & ~0x20 : letters[c.leaf]);
    }
    *kinds = '\0';
}

static void lines(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"a\n\n    b\n\n    c\nd\n    e\n", "PNiIiPP"},
        {"```\n<div>\n``\n```\na\n", "fffnP"},
        {"> ```\na\n", "fP"},
        {"> ```\n```\na\n", "fff"},
        {"- ```\n\n  a\n  ```\n b\n", "fffnP"},
        {"1. a\n   ~~~\n2. b\n", "PfP"},
        {"a\n2. b\n1. c\n", "PPP"},
        {"a\n2. ```\n1. ```\n", "PPf"},
        {"> a\n2. ```\n", "Pf"},
        {"-\n\n  ```\n", "NNf"},
        {"-\n\n      a\n", "NNi"},
        {"<div>\n```\n\n```\n", "hhNf"},
        {"> <div>\na\n", "hP"},
        {"> <div>\n>\n> a\n", "hNP"},
        {"a\n<b>\n<!-- c\n\n--> d\n    e\n", "PPhheP"},
        {"a\n---\n<b>\n", "PNh"},
        {"a\n***\n<b>\n", "PNh"},
        {"# a\n<b>\n", "Nh"},
        {"___\n<b>\n", "Nh"},
        {"- - -\n<b>\n", "Nh"},
        {"a | b\n--|--\nc\n> d\n", "PTTP"},
        {"a\nb | c\n--|--\n", "PPP"},
        {"> a\nb\n---\n```\n", "PPNf"},
        {"- > 1. a\n  >    ```\n  > b\n", "PfP"},
        {"\t- a\n", "i"},
        {"-\ta\n\n\t\tb\n", "PNi"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char kinds[16];
        kinds_of(cases[i][0], kinds);
        if (strcmp(kinds, cases[i][1]) != 0) fail_msg("%sare %s and not %s", cases[i][0], kinds, cases[i][1]);
    }
}

// Deeper than any article may be, the marks are text.
static void deep(void **state)
{
    (void)state;
    char line[2 * LINE_DEPTH_MAX + 20];
    for (size_t i = 0; i < sizeof line; i++) line[i] = i % 2 ? ' ' : '>';
    struct line_context c = line_context_begin();
    struct line_view v = rewrite_view((struct str){line, sizeof line});
    for (int i = 0; i < 3; i++) assert_true(line_context_free(&c, &v));
    assert_int_equal(c.depth, LINE_DEPTH_MAX);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines),
        cmocka_unit_test(deep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
