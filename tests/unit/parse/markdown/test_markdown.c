// markdown_parse of parse/parser.h
#include "parse/markdown/blocks.h"

static void headings(void **state)
{
    (void)state;
    static const struct test_case cases[] = {
        {"# One\n\n###### Six ##\nText\n", "h 1 level 1: One\nh 3 level 6: Six\np 4: Text\n"},
        {"Two\nlines\n===\n\nSub\n---\ntext", "h 1-3 level 1: Two lines\nh 5-6 level 2: Sub\np 7: text\n"},
        {"#\n\ntext\n", "h 1 level 1\np 3: text\n"},
        {"#hashtag\n####### seven\n", "p 1-2: #hashtag ####### seven\n"},
        {"\\# not one\n---\n", "h 1-2 level 2: # not one\n"},
        {"[a]: /u\n# One\n", "h 2 level 1: One\n"},
        {"# ![](x&amp;y.png)\ntext\n", "h 1 level 1\np 2: text\n"},
        {"![](x&amp;y.png)\n===\ntext\n", "h 1-2 level 1\np 3: text\n"},
        {"> # In a quote\n", "h 1 level 1: In a quote\n"},
        {"- # In an item\n- b\n", "list 1\nitem 1 depth 1\nh 1 level 1: In an item\nitem 2 depth 1: b\n"},
    };
    EXPECT(cases);
}

static void inline_text(void **state)
{
    (void)state;
    static const struct test_case cases[] = {
        {"*a* **b** ***c*** ~~d~~ `e` _f_\n", "p 1: a b c d e f\n"},
        {"a\nb  \nc\\\nd\n", "p 1-4: a b\nc\nd\n"},
        {"&amp; &eacute; &#65; &#x42; &#0; &nosuch; &;\n", "p 1: & é A B \xEF\xBF\xBD &nosuch; &;\n"},
        {"&#xD800; &#x110000; &#1234567; &#12345678; &#; &#x;\n",
         "p 1: \xEF\xBF\xBD \xEF\xBF\xBD \xEF\xBF\xBD &#12345678; &#; &#x;\n"},
        {"\\*a\\* 1\\. \\a\n", "p 1: *a* 1. \\a\n"},
        {"`` a`b `` and `&amp;`\n", "p 1: a`b and &amp;\n"},
        {"a <b>b</b> <!-- c --> <T> <br>d<br/>e\n", "p 1: a b  <T> \nd\ne\n"},
        {"x <img alt='a &amp; b' src=x> <img src=y>\n", "p 1: x a & b\n"},
        {"an <a href='/u?a&amp;b'>anchor</a> <a name=x>here</a>\n", "p 1: an anchor here <anchor /u?a&b>\n"},
        {"![an *image*](x.png \"title\")\n", "p 1: an image\n"},
        {"[a](b(<c))\n\nd\n", "p 1: a <a b(<c)>\np 3: d\n"},
        {"a < b > c & d\n", "p 1: a < b > c & d\n"},
        {"x <b\nclass='y'>z</b>\n", "p 1-2: x z\n"},
        {"[ ] no task [x]\n", "p 1: [ ] no task [x]\n"},
        {"", ""},
        {"\n \n", ""},
        {"no newline at the end", "p 1: no newline at the end\n"},
        {"![](x.png)\n\ntext\n", "p 3: text\n"},
    };
    EXPECT(cases);
}

static void links(void **state)
{
    (void)state;
    static const struct test_case cases[] = {
        {"a [b *c*](/u \"t\") d\n", "p 1: a b c d <b c /u>\n"},
        {"[a](<x y>) [b](x&amp;y\\_z) [c]()\n", "p 1: a b c <a x y> <b x&y_z>\n"},
        {"[a][b] [b] [c][]\n\n[b]: /u 't'\n[c]: </v>\n", "p 1: a b c <a /u> <b /u> <c /v>\n"},
        {"<https://example.org/a> <me@example.org>\n",
         "p 1: https://example.org/a me@example.org <https://example.org/a https://example.org/a> "
         "<me@example.org mailto:me@example.org>\n"},
        {"see www.example.org/a_b_c, `https://code.example` and (https://example.org/?a&amp;b).\n",
         "p 1: see www.example.org/a_b_c, https://code.example and (https://example.org/?a&b). "
         "<www.example.org/a_b_c http://www.example.org/a_b_c> <https://example.org/?a&b https://example.org/?a&b>\n"},
        {"[https://example.org](/u)\n", "p 1: https://example.org <https://example.org /u>\n"},
        {"[![alt](i.png)](/u)\n\n[![](i.png)](/v)\n", "p 1: alt <alt /u>\np 3 < /v>\n"},
        {"# [a](/u)\n\n- [b](/v)\n\n> [c](/w)\n",
         "h 1 level 1: a <a /u>\nlist 3\nitem 3 depth 1: b <b /v>\nquote 5: c <c /w>\n"},
        {"| [a](/u) | [b](/v) |\n|--|--|\n| c | [d](/w) |\n",
         "table 1\nhead 1 delimiter 2 |a |b <a /u> <b /v>\nrow 3 |c |d <d /w>\n"},
        {"<div><a href=\"/u\">a</a> &amp; <a href='/v'>b</div>\n", "p 1: a & b <a /u> <b /v>\n"},
        {"a <b>[c](/u)</b>\n", "p 1: a c <c /u>\n"},
    };
    EXPECT(cases);
}

static void lists(void **state)
{
    (void)state;
    static const struct test_case cases[] = {
        {"- a\n- b\n  c\n* d\n", "list 1\nitem 1 depth 1: a\nitem 2-3 depth 1: b c\nlist 4\nitem 4 depth 1: d\n"},
        {"3. a\n3. b\n\n1) c\n",
         "list 1\nitem 1 depth 1 no 3: a\nitem 2 depth 1 no 4: b\nlist 4\nitem 4 depth 1 no 1: c\n"},
        {"- a\n  1. b\n     - c\n- d\n",
         "list 1\nitem 1 depth 1: a\nitem 2 depth 2 no 1: b\nitem 3 depth 3: c\nitem 4 depth 1: d\n"},
        {"- a\n\n  more\n- b\n", "list 1\nitem 1 depth 1: a\np 3: more\nitem 4 depth 1: b\n"},
        {"- a\n\n  ```\n  code\n  ```\n\n- b\n", "list 1\nitem 1 depth 1: a\ncode 3-5: code\nitem 7 depth 1: b\n"},
        {"-\n- b\n-\n  c\n", "list 1\nitem 1 depth 1\nitem 2 depth 1: b\nitem 3-4 depth 1: c\n"},
        {"* * a\n", "list 1\nitem 1 depth 1\nitem 1 depth 2: a\n"},
        {"-\n  - a\n", "list 1\nitem 1 depth 1\nitem 2 depth 2: a\n"},
        {"- [ ] a\n- [x] b\n- [X] c\n",
         "list 1\nitem 1 depth 1: [ ] a\nitem 2 depth 1: [x] b\nitem 3 depth 1: [X] c\n"},
        {"- > a\n- b\n", "list 1\nitem 1 depth 1\nquote 1: a\nitem 2 depth 1: b\n"},
        {"> - a\n> - b\n", "list 1\nitem 1 depth 1: a\nitem 2 depth 1: b\n"},
        {"text\n\n[a]: /u\n- b\n", "p 1: text\nlist 4\nitem 4 depth 1: b\n"},
        {"- a\n\n***\n\n- b\n", "list 1\nitem 1 depth 1: a\nlist 5\nitem 5 depth 1: b\n"},
        {"- | a | b |\n  |--|--|\n- c\n",
         "list 1\nitem 1 depth 1\ntable 1\nhead 1 delimiter 2 |a |b\nitem 3 depth 1: c\n"},
        {"1. a\n2. b\r\n10. c\n", "list 1\nitem 1 depth 1 no 1: a\nitem 2 depth 1 no 2: b\nitem 3 depth 1 no 3: c\n"},
    };
    EXPECT(cases);
}

static void tables(void **state)
{
    (void)state;
    static const struct test_case cases[] = {
        {"| A | B |\n|:--|--:|\n| 1 | `2` |\n| 3 |\ntext\n\nmore\n",
         "table 1\nhead 1 delimiter 2 |A |B\nrow 3 |1 |2\nrow 4 |3 |\nrow 5 |text |\np 7: more\n"},
        {"A|B\n-|-\na \\| b|`c \\| d`\n", "table 1\nhead 1 delimiter 2 |A |B\nrow 3 |a | b |c | d\n"},
        {"A|B\n---|---\na \\| b|`c \\| d`\n", "table 1\nhead 1 delimiter 2 |A |B\nrow 3 |a | b |c | d\n"},
        {"| | |\n|---|---|\n| | a |\n\n| | |\n|---|---|\n",
         "table 1\nhead 1 delimiter 2 | |\nrow 3 | |a\ntable 5\nhead 5 delimiter 6 | |\n"},
        {"> A | B\n> :- | -:\n> 1 | 2\n\n```\n|-|-|\n```\n\n|:-|\n|-:|\n",
         "table 1\nhead 1 delimiter 2 |A |B\nrow 3 |1 |2\ncode 5-7: |-|-|\ntable 9\nhead 9 delimiter 10 |:-\n"},
        {"text\n\n|-| --|-\n|--\n", "p 1: text\ntable 3\nhead 3 delimiter 4 |- |-- |-\n"},
        {"|\n| ----\v\n-\n", "table 1\nhead 1 delimiter 2 |\nlist 3\nitem 3 depth 1\n"},
        // cells that md4c would drop or move to the left
        {"| A | B | C |\n|---|---|---|\n| 1 || 3 |\n|| 2 | 3 |\n",
         "table 1\nhead 1 delimiter 2 |A |B |C\nrow 3 |1 | |3\nrow 4 | |2 |3\n"},
        {"| A | B |\n|---|---|\n| 1 | 2 | `x|y` | a \\| b |  |\n",
         "table 1\nhead 1 delimiter 2 |A |B\nrow 3 |1 |2\nrow 3 |`x|y` |a | b\n"},
        {"| A | B |\n|---|---|\n| 1 | 2 | `3` |\n", "table 1\nhead 1 delimiter 2 |A |B\nrow 3 |1 |2 |`3`\n"},
        {"| A | B |\n|---|---|\n| 1 | 2 || 3 | 4 |\n", "table 1\nhead 1 delimiter 2 |A |B\nrow 3 |1 |2\nrow 3 |3 |4\n"},
        {"> | A | B |\n> |---|---|\n> | 1 | 2 |\n", "table 1\nhead 1 delimiter 2 |A |B\nrow 3 |1 |2\n"},
        {"| A | B |\n|---|---|\n| 1<br>2 | &lt;b&gt; |\n", "table 1\nhead 1 delimiter 2 |A |B\nrow 3 |1\n2 |<b>\n"},
    };
    EXPECT(cases);
}

static void code_quotes_and_html(void **state)
{
    (void)state;
    static const struct test_case cases[] = {
        {"```js\n  a\n\n<b> &amp;\n```\ntext\n", "code 1-5:   a\n\n<b> &amp;\np 6: text\n"},
        {"~~~\n```\n~~~~\n", "code 1-3: ```\n"},
        {"```\n\n\n```\n\n```\nend\n", "code 6-7: end\n"},
        {"```\n```\ntext\n", "p 3: text\n"},
        {"    a\n\n      b\n\n\ntext\n", "code 1-3: a\n\n  b\np 6: text\n"},
        {"- a\n\n\t\tb\n", "list 1\nitem 1 depth 1: a\ncode 3:   b\n"},
        {"> ```\n> \tmake\n> ```\n\n\t\tx\n\t \ty\n", "code 1-3: \tmake\ncode 5-6: \tx\n \ty\n"},
        {"> a\nlazy\n>\n> b\n\nc\n", "quote 1-2: a lazy\nquote 4: b\np 6: c\n"},
        {"- ```\n  a\n> ```\n\nb\n", "list 1\nitem 1 depth 1\ncode 1-2: a\np 5: b\n"},
        {"> ```\n> a\n> ```\n> b\n", "code 1-3: a\nquote 4: b\n"},
        {"<div>\n  <p>a &amp; b</p>\n\n<!-- c\n\nd -->\n\ntext\n", "p 2: a & b\np 8: text\n"},
        {"<!-- never closed\n\n# x\n", "p 1-3: <!-- never closed\n# x\n"},
        {"<!DOCTYPE html>\n<pre>\na <unknown> b\n</pre>\n", "code 2-3: a <unknown> b\n"},
        {"<table><tr><td>a</td><td>b</td></tr></table>\n", "table 1\nrow 1 |a |b\n"},
        {"***\n\ntext\n\n- - -\n___\nmore\n", "p 3: text\np 7: more\n"},
        {"<a href=\"x\n\n<p title='a>b'>c <d e\n", "p 1: <a href=\"x\np 3: c <d e\n"},
    };
    EXPECT(cases);
}

// Text of which md4c hands out nothing that stands on its first or last line.
static void hidden_lines(void **state)
{
    (void)state;
    static const struct test_case cases[] = {
        {"`\na` b\n\nc\n", "p 1-2: a b\np 4: c\n"},
        {"a `b\n`\n\nc\n", "p 1-2: a b\np 4: c\n"},
        {"`\n`a\n\nc\n", "p 1-2: a\np 4: c\n"},
        {"[a](\n/u\n't'\n)\n\nc\n", "p 1-4: a <a /u>\np 6: c\n"},
        {"![](\n/u)\na\n", "p 1-3: a\n"},
        {"[a][b\nc]\n\nd\n\n[b c]: /u (t)\n", "p 1-2: a <a /u>\np 4: d\n"},
        {"a ![](<x y>\n\"t\")\n\nc\n", "p 1-2: a\np 4: c\n"},
        {"[a](x(y)\\))\nb\n\nc\n", "p 1-2: a b <a x(y))>\np 4: c\n"},
        {"[a]: /u\n[b]: /v\ntext\n", "p 3: text\n"},
        {"[a]: /u\n[](x&amp;y)\n\nc\n", "p 2 < x&y>\np 4: c\n"},
        {"a\n![](x\\_y)\n\nc\n", "p 1-2: a\np 4: c\n"},
    };
    EXPECT(cases);
}

static void line_ends(void **state)
{
    (void)state;
    static const struct test_case cases[] = {
        {"# a\r\n\r\nb\r\nc\r\n\r\n- d\r\n", "h 1 level 1: a\np 3-4: b c\nlist 6\nitem 6 depth 1: d\n"},
        {"# a\r\rb\rc\r\r- d", "h 1 level 1: a\np 3-4: b c\nlist 6\nitem 6 depth 1: d\n"},
        {"```\r\na\r\n\r\nb\r\n```\r\nc", "code 1-5: a\n\nb\np 6: c\n"},
    };
    EXPECT(cases);
}

static bool first_line(void *context, const struct block *block, struct error *error)
{
    (void)error;
    *(uint32_t *)context = block->line;
    return true;
}

// Lines are found by the block of 64 bytes, up to three of a block at once.
static void lines_across_blocks(void **state)
{
    (void)state;
    static const char *const ends[] = {"\n", "\r\n", "\r"};
    for (size_t e = 0; e < sizeof ends / sizeof *ends; e++)
        for (size_t n = 1; n < 140; n++) {
            char text[200], blocks[200];
            const char *end = ends[e];
            snprintf(text, sizeof text, "%0*d%s%s%s%s%s- b%s", (int)n, 0, end, end, end, end, end, end);
            snprintf(blocks, sizeof blocks, "p 1: %0*d\nlist 6\nitem 6 depth 1: b\n", (int)n, 0);
            expect(&(struct test_case){text, blocks}, 1);
        }
}

static void counts_from_the_article_s_first_line(void **state)
{
    (void)state;
    uint32_t line = 0;
    struct error error = {0};
    struct article article = {.text = STR("\na\n"), .first_line = 10};
    assert_true(markdown_parse(&article, &arena, first_line, &line, &error));
    assert_int_equal(line, 11);
}

// A long text needs more than the first piece of the arena.
static void long_text(void **state)
{
    (void)state;
    size_t n = 700000;
    char *text = malloc(n);
    memset(text, 'a', n);
    memcpy(text, "*a* ", 4);
    struct buf out = {0};
    struct error error = {0};
    struct article article = {.text = {text, n}, .first_line = 1};
    assert_true(markdown_parse(&article, &arena, write_block, &out, &error));
    assert_int_equal(out.n, n - 2 + strlen("p 1: \n"));
    buf_release(&out);
    free(text);
}

// Wherever the callback fails, the parser stops and says so.
static void stops_anywhere(struct str text, int wanted)
{
    struct article article = {.text = text, .first_line = 1};
    int blocks = 0;
    for (;; blocks++) {
        int left = blocks;
        struct error error = {0};
        arena_reset(&arena);
        if (markdown_parse(&article, &arena, fails_at, &left, &error)) break;
        assert_int_equal(error.code, ERROR_SERVER);
    }
    assert_int_equal(blocks, wanted);
}

static void stops(void **state)
{
    (void)state;
    stops_anywhere(STR("# a\n\nb\n\n- c\n-\n- # d\n\n> e\n\n| f | g |\n|---|---|\n| h || i | j |\n\n```\nk\n```\n"),
                   13);
    stops_anywhere(STR("<h1>a</h1><p>b<ul><li>c<li></ul><pre>d</pre><table><tr><th>e<tr><td>f</table>g\n"), 9);
}

static void expect_refused(struct str text, uint32_t line, const char *words)
{
    int left = 1 << 20;
    struct error error = {0};
    struct article article = {.text = text, .first_line = 1, .source = STR("a.md")};
    arena_reset(&arena);
    assert_false(markdown_parse(&article, &arena, fails_at, &left, &error));
    assert_int_equal(error.code, ERROR_ARTICLE);
    assert_string_equal(error.source, "a.md");
    assert_int_equal(error.line, line);
    assert_non_null(strstr(error.message, words));
    assert_non_null(strstr(error.message, "--dialect extracted"));
}

static void refuses(void **state)
{
    (void)state;
    struct buf text = {0};
    buf_printf(&text, "a\n\n");
    for (int i = 0; i < 101; i++) buf_printf(&text, "> ");
    expect_refused(buf_str(&text), 3, "100 deep");
    text.n = 0;
    for (int i = 0; i < 101; i++) buf_printf(&text, i % 2 ? "- " : "1. ");
    buf_printf(&text, "a\n");
    expect_refused(buf_str(&text), 1, "100 deep");
    text.n = 0;
    for (int i = 0; i < 101; i++) buf_printf(&text, "%*s- a\n", i * 2, "");
    expect_refused(buf_str(&text), 101, "100 deep");
    text.n = 0;
    for (int i = 0; i < 3000; i++) buf_printf(&text, "|a");
    buf_printf(&text, "\n");
    for (int i = 0; i < 3000; i++) buf_printf(&text, "|---");
    for (int i = 0; i < 5000; i++) buf_printf(&text, "\na");
    expect_refused(buf_str(&text), 1, "nearly empty");
    text.n = 0;
    for (int i = 0; i < 60000; i++) buf_printf(&text, "![](a)\n");
    expect_refused(buf_str(&text), 44722, "paragraph of 44721 lines");
    text.n = 0;
    buf_printf(&text, "text\n\n[a]: /");
    for (int i = 0; i < 10000; i++) buf_printf(&text, "uvwxyz");
    for (int i = 0; i < 1000; i++) buf_printf(&text, "\n\n[a]");
    buf_byte(&text, '\n');
    expect_refused(buf_str(&text), 72, "16 times");
    text.n = 0;
    buf_printf(&text, "a\n\n<table>\n");
    for (int i = 0; i < 200; i++) buf_printf(&text, "<tr><td>a</td><td colspan=999>b</td></tr>\n");
    buf_printf(&text, "</table>\n");
    expect_refused(buf_str(&text), 25, "spans");
    text.n = 0;
    buf_printf(&text, "a\n\n");
    for (int i = 0; i < 101; i++) buf_printf(&text, "<ul><li>");
    expect_refused(buf_str(&text), 3, "100 deep");
    text.n = 0;
    buf_reserve(&text, (17u << 20));
    memset(text.p, 'a', 17u << 20);
    expect_refused((struct str){text.p, 17u << 20}, 0, "17 MB");
    buf_release(&text);
}

// What looks deep and isn't.
static void accepts(void **state)
{
    (void)state;
    struct buf text = {0};
    for (int i = 0; i < 150; i++) buf_printf(&text, "- ");
    buf_printf(&text, "\n\n");
    for (int i = 0; i < 300; i++) buf_byte(&text, '-');
    buf_printf(&text, "\n\n%300s\n\n", "> x");
    for (int i = 0; i < 100; i++) buf_byte(&text, '>');
    buf_printf(&text, " a\n");
    int left = 1 << 20;
    struct error error = {0};
    struct article article = {.text = buf_str(&text), .first_line = 1};
    assert_true(markdown_parse(&article, &arena, fails_at, &left, &error));
    assert_int_equal((1 << 20) - left, 2);
    buf_release(&text);
}

static void without_memory(void **state)
{
    (void)state;
    parses_within(
        STR("# a\n\n[b](/u&amp;) &amp; <a href=x>c</a> www.example.org\n\n| d | e |\n"
            "|---|---|\n| f || g | h |\n"));
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(headings),
        cmocka_unit_test(inline_text),
        cmocka_unit_test(links),
        cmocka_unit_test(lists),
        cmocka_unit_test(tables),
        cmocka_unit_test(code_quotes_and_html),
        cmocka_unit_test(hidden_lines),
        cmocka_unit_test(line_ends),
        cmocka_unit_test(lines_across_blocks),
        cmocka_unit_test(counts_from_the_article_s_first_line),
        cmocka_unit_test(long_text),
        cmocka_unit_test(stops),
        cmocka_unit_test(refuses),
        cmocka_unit_test(accepts),
        cmocka_unit_test(without_memory),
    };
    arena_init(&arena, 0);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_release(&arena);
    return failed;
}
