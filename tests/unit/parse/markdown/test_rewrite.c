// What markdown_rewrite of parse/markdown/markdown.h makes of what stands beside CommonMark; tests/spec/markdown.md has
// each kind once
#include "parse/markdown/blocks.h"

// What is rewritten: one of each.
static const char BESIDE[] =
    "!!! note \"a\"\n\n    b {.c}\n\n```{list-table} d\n* - e\n  - f\n```\n\n```{csv-table}\n\"g\", h\n```\n\n"
    "i\n: j\n\n[^k]: l\n\n| m | n |\n| o | p |\n\nq  r\n-- --\ns  t\n\n+--+--+\n|u |v |\n+--+--+\n\n"
    "{% w %}\n\n- x\n  ```\n  y\n\n> [!z] a\n\n# ![b](c) <img alt=d>\n\n"
    "<h1>e</h1><ul><li>f</li></ul><pre>g</pre><dl><dt>h<dd>i</dl>\n\n"
    "<table><tr><td colspan=2>j<tr><td>k<p>l<td>\n\nm\n\nn\n\n</td></table>\n";

static void beside_commonmark(void **state)
{
    (void)state;
    static const struct test_case cases[] = {
        {BESIDE,
         "p 1: a\np 3: b\np 5: d\ntable 6\nhead 6 delimiter 0 | |\nrow 6 |e |f\ntable 11\nhead 11 delimiter 0 | |\nrow "
         "11 |g |h\nlist 14\nitem 14-15 depth 1: i: j\np 17: [^k]: l\ntable 19\nhead 19 delimiter 0 |m |n\nrow 20 |o "
         "|p\ntable 22\nhead 22 delimiter 23 |q |r\nrow 24 |s |t\ntable 26\nhead 26 delimiter 0 | |\nrow 27 |u "
         "|v\ncode 30: {% w %}\nlist 32\nitem 32 depth 1: x\ncode 33-35: y\nquote 36: a\nh 38 level 1: bd\nh 40 level "
         "1: e\nlist 40\nitem 40 depth 1: f\ncode 40: g\nlist 40\nitem 40 depth 1: h\nitem 40 depth 1: i\ntable "
         "42\nrow 42 |j |j\nrow 42-48 |k\nl |m\nn\n"},
        {"{#a}\n", ""},
        {"- ```\n  a\n``` b\nc\n", "list 1\nitem 1 depth 1\ncode 1-2: a\ncode 3-4: c\n"},
        {"> ```\n> a\nb ``c`` `d`\n", "code 1-2: a\np 3: b c d\n"},
        {"| a | b |\r\n| c | d |\r\n\r\ne {.x}\r\n", "table 1\nhead 1 delimiter 0 |a |b\nrow 2 |c |d\np 4: e\n"},
        {"    !!! note \"a\"\n        b\n", "code 1-2: !!! note \"a\"\n    b\n"},
        {"1. a\n\n    !!! note \"b\"\n\n        c\n\n    === \"d\"\n\n        e\n",
         "list 1\nitem 1 depth 1 no 1: a\np 3: b\np 5: c\np 7: d\np 9: e\n"},
        {"<table><tr><td>a\n\n# b\n\n- c\n\n| d |\n|---|\n| e |\n",
         "p 1: a\nh 3 level 1: b\nlist 5\nitem 5 depth 1: c\ntable 7\nhead 7 delimiter 8 |d\nrow 9 |e\n"},
        {"<table><tr><th>a<th>b<tr><th rowspan=3>c<td>d<tr><td>e</table>\nf\n",
         "table 1\nhead 1 delimiter 0 |a |b\nrow 1 |c |d\nrow 1 |c |e\np 2: f\n"},
        {"<ul><li><p>a</p><p>b</p><ol><li>c</ol><li></ul>\n",
         "list 1\nitem 1 depth 1: a\np 1: b\nitem 1 depth 2 no 1: c\n"},
        {"<h2>a\n\nb\n\n</h2>\n\nc\n", "h 1 level 2: a\np 3: b\np 7: c\n"},
        {"<a href='/u'><h2><img alt=a></h2></a>\n", "p 1: a <a /u>\n"},
        {"{{< a\n  b >}}\n[c]({{< ref \"d e\" >}})\n",
         "code 1-2: {{< a\n  b >}}\np 3: c <c {{%3C ref \"d e\" %3E}}>\n"},
        {"a | b\n---|---\nc |\n| d |\n", "table 1\nhead 1 delimiter 2 |a |b\nrow 3 |c |\nrow 4 |d |\n"},
        {"a | b |\n---|---|\n\nc | d |\n\ne | f |\n",
         "table 1\nhead 1 delimiter 2 |a |b\nrow 4-5 |c |d\nrow 6 |e |f\n"},
    };
    EXPECT(cases);
}

static void without_memory(void **state)
{
    (void)state;
    parses_within(STR(BESIDE));
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(beside_commonmark),
        cmocka_unit_test(without_memory),
    };
    arena_init(&arena, 0);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_release(&arena);
    return failed;
}
