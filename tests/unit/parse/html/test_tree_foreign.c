#include "outline.h"

static void namespaces(void **state)
{
    (void)state;
    assert_body("<svg viewBox=x><path/><g>a</g></svg>b", "svg:svg viewbox=x(svg:path,svg:g(\"a\")),\"b\"");
    assert_body("<math><mi>x</mi><mo>=</mo></math>", "math:math(math:mi(\"x\"),math:mo(\"=\"))");
    assert_body("<svg><style>a{}<b>c", "svg:svg(svg:style(\"a{}\")),b(\"c\")");
    assert_body("<svg><![CDATA[a<b>]]></svg><![CDATA[c]]>", "svg:svg(\"a<b>\"),![CDATA[c]]");
    assert_body("<svg/>a<math/>b", "svg:svg,\"a\",math:math,\"b\"");
    assert_body("<svg><!--a--></x><!doctype b><g>", "svg:svg(!a,svg:g)");
    assert_body("<svg></p>a", "svg:svg,p,\"a\"");
    assert_body("<svg><a><G></g>b</A>c</svg>", "svg:svg(svg:a(svg:g,\"b\"),\"c\")");
}

static void html_leaves_them(void **state)
{
    (void)state;
    assert_body("<svg><g><p>a", "svg:svg(svg:g),p(\"a\")");
    assert_body("<svg><font>a<font color=x>b", "svg:svg(svg:font(\"a\")),font color=x(\"b\")");
    assert_body("<div><svg><g></div>a", "div(svg:svg(svg:g)),\"a\"");
    assert_body("<table><svg><tr><td>a", "svg:svg(svg:tr(svg:td(\"a\"))),table");
}

static void html_within_them(void **state)
{
    (void)state;
    assert_body("<svg><foreignObject><p>a</p>b</foreignObject><g>", "svg:svg(svg:foreignobject(p(\"a\"),\"b\"),svg:g)");
    assert_body("<svg><title><b>a</b></title>", "svg:svg(svg:title(b(\"a\")))");
    assert_body("<math><mi><b>a</b></mi><mglyph>", "math:math(math:mi(b(\"a\")),math:mglyph)");
    assert_body("<math><annotation-xml><p>a", "math:math(math:annotation-xml),p(\"a\")");
    assert_body("<math><annotation-xml encoding=Text/HTML><p>a",
                "math:math(math:annotation-xml encoding=Text/HTML(p(\"a\")))");
    assert_body("<math><annotation-xml><svg><g>", "math:math(math:annotation-xml(svg:svg(svg:g)))");
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(namespaces),
    cmocka_unit_test(html_leaves_them),
    cmocka_unit_test(html_within_them),
};

UNIT_MAIN("html within SVG and MathML")
