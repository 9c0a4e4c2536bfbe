// HTML in the fields of records: input/html_field.h.
#include "input/html_field.h"

#include "unit.h"

static void kinds(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum html_field kind;
    } cases[] = {
        {"<p>One.</p>\n<p>Two.</p>\n", HTML_FIELD_FRAGMENT},
        {"\n<h2 class=\"x\">One</h2>\n\n<ul><li>a</li></ul>\n\n", HTML_FIELD_FRAGMENT},
        {"<strong>One</strong> and more<br><br>Two", HTML_FIELD_FRAGMENT},
        {"<div>One<div>Two</div>Three</div>", HTML_FIELD_FRAGMENT},
        {"<p>One<p>Two<p>Three</p>", HTML_FIELD_FRAGMENT},
        {"<!-- wp:paragraph -->\n<p>One.</p>\n<!-- /wp:paragraph -->", HTML_FIELD_FRAGMENT},
        {"<img src='a.png'/><p>One.</p>", HTML_FIELD_FRAGMENT},
        {"<!DOCTYPE html><html><body><p>x</p></body></html>", HTML_FIELD_PAGE},
        {"<html><p>x</html>", HTML_FIELD_PAGE},
        {"<script>x</script><p>x</p></body></html>", HTML_FIELD_PAGE},
        {"<body><p>x</p></body>", HTML_FIELD_PAGE},
        // a readme, and a post whose paragraphs are blank lines
        {"<h1 align=\"center\">Mill</h1>\n\n## Use\n\nTurn it.\n\n- slowly\n", HTML_FIELD_MIXED},
        {"<p align=\"center\"><img src=\"a\"></p>\n\nMill is a tool.\n\nIt turns and turns.\n", HTML_FIELD_MIXED},
        {"<strong>One</strong>\n\nA paragraph of words.\n\nAnother one.\n\n<ul><li>a</li></ul>", HTML_FIELD_MIXED},
        // text first
        {"The mill turns.<p>Water falls.</p><ul><li>one</li></ul>", HTML_FIELD_FRAGMENT},
        {"The mill turns.<br><br>Water <b>falls</b> &amp; runs.", HTML_FIELD_FRAGMENT},
        {"LEEM, May 5 -\n<p>The mill turns.</p>", HTML_FIELD_FRAGMENT},
        {"Das Mühlrad ‐ <a href=\"/b\">alt</a>.<br />\n<br />\nEs dreht sich.", HTML_FIELD_FRAGMENT},
        {"Use <div>x</div> and <p>y</p>", HTML_FIELD_NONE},
        {"Open a '<p>' and close it: </p><br><br>", HTML_FIELD_NONE},
        {"One <br> two", HTML_FIELD_NONE},
        {"if a < b, then<br>c<br>d", HTML_FIELD_NONE},
        {"See `<br>` and <br> and <br>.", HTML_FIELD_NONE},
        {"| a<br>b | c<br>d |\n| --- | --- |\n| 1 | 2 |", HTML_FIELD_NONE},
        {"Mill is a tool.\n\nIt turns.\n\n<p>and turns.</p><p>on.</p>", HTML_FIELD_NONE},
        {"The <template>x</template> tag.<br><br>", HTML_FIELD_NONE},
        {"Closes.</div><br><br>", HTML_FIELD_NONE},
        {"---\ntitle: A\n---\n<p>x</p>", HTML_FIELD_NONE},
        {"plain text", HTML_FIELD_NONE},
        {"The <p> tag</p>", HTML_FIELD_NONE},
        {"<ada@example.org> wrote</p>", HTML_FIELD_NONE},
        {"<b>bold</b> text", HTML_FIELD_NONE},
        {"<3", HTML_FIELD_NONE},
        {"<", HTML_FIELD_NONE},
        {"", HTML_FIELD_NONE},
        {"# Head\n\n<p>x</p>", HTML_FIELD_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        enum html_field got = html_field_of(str_from(cases[i].text));
        if (got != cases[i].kind) fail_msg("%s: %d", cases[i].text, got);
    }
}

static void says(void **state)
{
    (void)state;
    struct str html = STR("<h2>The mill</h2><p>It &quot;turns&quot; and <a href='https://a.org/b'>turns</a>.</p>");
    assert_true(html_field_says(html, STR("The mill\nIt \"turns\" and turns.")));
    assert_false(html_field_says(html, STR("The mill")));
    assert_false(html_field_says(html, STR("Other words altogether")));
    assert_false(html_field_says(html, STR("")));
    assert_false(html_field_says(STR("<img src=a>"), STR("a")));
    assert_true(
        html_field_says(STR("<h2>新闻</h2><p>将有更多的人来到这里看书</p>"), STR("新闻\n将有更多的人来到这里看书")));
    assert_false(html_field_says(STR("<p>将有更多人</p><p>首页 新闻 关于我们</p>"), STR("将有更多人")));
    assert_true(html_field_says(STR("<p>Straße 日本</p>"), STR("Straße 日本")));
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {cmocka_unit_test(kinds), cmocka_unit_test(says)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
