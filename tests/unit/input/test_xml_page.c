// XHTML and trafilatura's XML as HTML: input/xml_page.h and input/xml_scan.h.
#include "input/xml_page.h"

#include "unit.h"

#include <stdlib.h>

static struct arena arena;

static struct article read_as(const char *text, const char *source, bool xml)
{
    struct article a = {.text = str_from(text), .source = str_from(source), .is_xml = xml};
    struct error error = {0};
    arena_release(&arena);
    arena_init(&arena, 0);
    assert_true(xml_page_read(&a, &arena, &error));
    return a;
}

static void xhtml(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"<?xml version='1.0'?>\n<!DOCTYPE html [\n<!ENTITY x "
         "'y'>\n]>\n<html><head><title/></head><body>a</body></html>",
         "<!DOCTYPE html>\n\n\n\n<html><head><title></title></head><body>a"},
        {"<html><a id='p1'/>b<br/>c<hr></hr><img src=\"a>b\"/></html>",
         "<!DOCTYPE html><html><a id='p1'></a>b<br>c<hr><img src=\"a>b\">"},
        {"<html><![CDATA[a < b & c]]>&amp;&nbsp;<!-- x\n-->d</html>",
         "<!DOCTYPE html><html>a &lt; b &amp; c&amp;&nbsp;\nd"},
        {"<html:html xmlns:html='x'><html:p>a</html:p><o:p/></html:html>",
         "<!DOCTYPE html><html xmlns:html='x'><p>a</p><o:p></o:p>"},
        {"<html><script>if (a < b)\n x()</script><style/>c</html>", "<!DOCTYPE html><html>\nc"},
        {"<html><p\n class='x'>1 < 2 <3</p\n></html>", "<!DOCTYPE html><html><p\n class='x'>1 &lt; 2 &lt;3\n</p>"},
        // a book's chapters: one head
        {"<html><head><title>A</title></head><body>a</body></html>\n<?xml version='1.0'?>\n"
         "<html><head>\n<title>B</title></head><body>b</body></html>",
         "<!DOCTYPE html><html><head><title>A</title></head><body>a\n\n\nb"},
        {"<html><![CDATA[a > b>", "<!DOCTYPE html><html>a > b>"},
        {"no tags", "<!DOCTYPE html>no tags"},
        {"", "<!DOCTYPE html>"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct article a = read_as(cases[i][0], "x", true);
        assert_str(a.text, cases[i][1]);
        assert_int_equal(a.dialect, DIALECT_HTML);
        assert_false(a.whole_page);
    }
}

static void by_name(void **state)
{
    (void)state;
    assert_int_equal(read_as("<html>a<br/></html>", "/a/b.xhtml", false).dialect, DIALECT_HTML);
    assert_int_equal(read_as("plain text", "/a/b.xhtml", false).dialect, DIALECT_AUTO);
    assert_int_equal(read_as("<html>a<br/></html>", "/a/b.html", false).dialect, DIALECT_AUTO);
}

static void trafilatura(void **state)
{
    (void)state;
    struct article a = read_as(
        "<doc sitename=\"Site\" title=\"A &amp; &quot;B&quot;\" author=\"Ada; Bo\" date=\"2024-05-06\" "
        "url=\"https://a/b\" "
        "hostname=\"a\" categories=\"\" fingerprint=\"12ab\">\n"
        "  <main>\n"
        "    <head rend=\"h3\">Head</head><head>Other</head>\n"
        "    <p>One <hi rend=\"#b\">two</hi><hi rend=\"#sup\">3</hi><lb/><ref target=\"https://c/?a&amp;b\">four</ref> "
        "<code>x</code><del>y</del></p>\n"
        "    <list rend=\"ol\"><item>i<list><item>j</item></list></item></list>\n"
        "    <list rend=\"dl\"><item rend=\"dt-1\">t</item><item rend=\"dd-1\">d</item></list>\n"
        "    <table><row><cell role=\"head\">h</cell><cell/></row></table>\n"
        "    <quote>q</quote><code>a\n  b</code><graphic src=\"a.png\" alt=\"say &quot;x&quot;\" title=\"t\"/>\n"
        "  </main>\n"
        "  <comments><p>first</p><p>second</p></comments>\n"
        "</doc>\n",
        "a.xml", false);
    assert_str(
        a.text,
        "<!DOCTYPE html>\n"
        "  <main>\n"
        "    <h3>Head</h3><h2>Other</h2>\n"
        "    <p>One <b>two</b><sup>3</sup><br><a href=\"https://c/?a&amp;b\">four</a> <code>x</code><s>y</s></p>\n"
        "    <ol><li>i<ul><li>j</li></ul></li></ol>\n"
        "    <dl><dt>t</dt><dd>d</dd></dl>\n"
        "    <table><tr><th>h</th><td></td></tr></table>\n"
        "    <blockquote>q</blockquote><pre><code>a\n  b</code></pre>"
        "<img src=\"a.png\" alt=\"say &quot;x&quot;\" title=\"t\">\n"
        "  </main>\n"
        "  \n\n");
    assert_int_equal(a.dialect, DIALECT_HTML);
    assert_true(a.whole_page);
    assert_str(a.metadata.title, "A & \"B\"");
    assert_str(a.metadata.author, "Ada; Bo");
    assert_str(a.metadata.site, "Site");
    assert_str(a.metadata.url, "https://a/b");
    assert_str(a.metadata.published_at, "2024-05-06");
    assert_str(a.metadata.other, "{\"hostname\":\"a\",\"fingerprint\":\"12ab\",\"comments\":\"first second\"}");
}

static void tei(void **state)
{
    (void)state;
    struct article a = read_as(
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader>\n<titleStmt><title "
        "type=\"main\">T</title><author>Ada</author>"
        "<author>Bo</author></titleStmt><note type=\"fingerprint\">12</note><biblFull><titleStmt>"
        "<title type=\"main\">T</title><author>Ada</author></titleStmt><publisher>Site (UK) (a.org)</publisher>"
        "<ptr type=\"URL\" target=\"https://a.org/b\"/><date>2024-05-06</date></biblFull>"
        "<abstract><p>About &amp; so.</p></abstract><keywords><term type=\"tags\">x</term><term type=\"tags\">y</term>"
        "</keywords><date type=\"download\">2024-06-07</date><application "
        "ident=\"Trafilatura\"><label>Trafilatura</label>"
        "</application></teiHeader>\n<text><body><div type=\"entry\"><ab rend=\"h2\" "
        "type=\"header\">H</ab><p>p</p></div>"
        "<div type=\"comments\"><p>c</p></div></body></text></TEI>",
        "a.xml", false);
    assert_str(a.text, "<!DOCTYPE html>\n\n<div><h2>H</h2><p>p</p></div>");
    assert_str(a.metadata.title, "T");
    assert_str(a.metadata.author, "Ada, Bo");
    assert_str(a.metadata.site, "Site (UK)");
    assert_str(a.metadata.url, "https://a.org/b");
    assert_str(a.metadata.published_at, "2024-05-06");
    assert_str(a.metadata.other,
               "{\"fingerprint\":\"12\",\"description\":\"About & so.\",\"tags\":\"x; y\","
               "\"download\":\"2024-06-07\",\"comments\":\"c\"}");
}

static void others(void **state)
{
    (void)state;
    static const char *const texts[] = {"<doc><title>x</title></doc>", "<TEI><text>x</text></TEI>", "text", "<p>x</p>",
                                        ""};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(read_as(texts[i], "a.xml", false).dialect, DIALECT_AUTO);
    struct article asked = {.text = STR("<doc sitename='a'><main/></doc>"), .dialect = DIALECT_EXTRACTED};
    assert_true(xml_page_read(&asked, &arena, &(struct error){0}));
    assert_int_equal(asked.dialect, DIALECT_EXTRACTED);
}

// Attributes over lines are on the lines of their tag.
static void lines(void **state)
{
    (void)state;
    struct article a =
        read_as("<doc sitename='s'><main><graphic\n alt='a\nb'\n x='y'/><p\n>c</p\n></main></doc>", "a", false);
    assert_str(a.text, "<!DOCTYPE html><main><img alt=\"a\nb\"\n\n><p\n>c\n</p></main>");
}

// Deeper than any page, ends too many, ends missing.
static void damage(void **state)
{
    (void)state;
    char *deep = calloc(1, 40000), *at = deep;
    at += sprintf(at, "<doc sitename='s'><main>");
    for (int i = 0; i < 1000; i++) at += sprintf(at, "<list>");
    at += sprintf(at, "x");
    for (int i = 0; i < 1000; i++) at += sprintf(at, "</list>");
    sprintf(at, "</main></doc></main><p>y");
    struct article a = read_as(deep, "a", false);
    assert_true(str_ends(a.text, STR("</ul></main><p>y")));
    free(deep);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(xhtml),  cmocka_unit_test(by_name), cmocka_unit_test(trafilatura), cmocka_unit_test(tei),
        cmocka_unit_test(others), cmocka_unit_test(lines),   cmocka_unit_test(damage)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_release(&arena);
    return failed;
}
