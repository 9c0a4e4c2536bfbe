// Where HTML blocks begin and end: parse/markdown/html_block.h
#include "parse/markdown/html_block.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void begins(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        int condition;
        bool ends;
    } cases[] = {
        {"<pre>", 1, false},
        {"<PRE", 1, false},
        {"<script src='x'>", 1, false},
        {"<style>a</SCRIPT>", 1, true},
        {"<textarea\tx", 1, false},
        {"<pre-x>", 7, false},
        {"<prefix", 0, false},
        {"</pre>", 7, false},
        {"<!-- a", 2, false},
        {"<!-->", 2, true},
        {"<!- a -->", 0, false},
        {"<?a ?>", 3, true},
        {"<?>", 3, true},
        {"<!a", 4, false},
        {"<!A>", 4, true},
        {"<! a>", 0, false},
        {"<![CDATA[ ]]", 5, false},
        {"<![CDATA[]]>", 5, true},
        {"<![cdata[", 0, false},
        {"<h2>a</h2>", 6, false},
        {"</DIV", 6, false},
        {"<div/>a", 6, false},
        {"<div/a", 0, false},
        {"<dive", 0, false},
        {"<b>", 7, false},
        {"<b>a", 0, false},
        {"<my-el  a=\"<\" b='>' c=d _e :f.g-h />\t", 7, false},
        {"<b a=>", 0, false},
        {"<b a='>", 0, false},
        {"<b a='b'c>", 0, false},
        {"<b a=b\"c>", 0, false},
        {"</b >", 7, false},
        {"</b a>", 0, false},
        {"<1>", 0, false},
        {"<", 0, false},
        {"</", 0, false},
        {"<b", 0, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str s = str_from(cases[i].line);
        int condition = html_block_begins(s);
        if (condition != cases[i].condition) fail_msg("%s meets %d", cases[i].line, condition);
        if (condition) assert_int_equal(html_block_ends(condition, s), cases[i].ends);
    }
}

static void ends(void **state)
{
    (void)state;
    assert_true(html_block_ends(1, STR("a</TextArea>b")));
    assert_false(html_block_ends(1, STR("</pre >")));
    assert_true(html_block_ends(2, STR("- -->")));
    assert_false(html_block_ends(2, STR("--")));
    assert_true(html_block_ends(4, STR(">")));
    assert_true(html_block_ends(6, STR(" \t")));
    assert_false(html_block_ends(7, STR("</b>")));
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(begins),
        cmocka_unit_test(ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
