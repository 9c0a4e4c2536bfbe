#include "outline.h"

static void parts_are_implied(void **state)
{
    (void)state;
    assert_body("<table><td>a<td>b<tr><th>c</table>d", "table(tbody(tr(td(\"a\"),td(\"b\")),tr(th(\"c\")))),\"d\"");
    assert_body("<table><caption>a<tr><td>b", "table(caption(\"a\"),tbody(tr(td(\"b\"))))");
    assert_body("<table><col><col><thead><tr><th>a<tbody><tr><td>b<tfoot><tr><td>c",
                "table(colgroup(col,col),thead(tr(th(\"a\"))),tbody(tr(td(\"b\"))),tfoot(tr(td(\"c\"))))");
    assert_body("<table> <tr> <td> a </td> </tr> </table>", "table(\" \",tbody(tr(\" \",td(\" a \"),\" \"),\" \"))");
    assert_body("<table><tr><td>a</tbody><td>b</table>", "table(tbody(tr(td(\"a\"))),tbody(tr(td(\"b\"))))");
    assert_body("<table><!--a--><caption>b</td></caption><colgroup> <!--c--><col></col></colgroup> <!doctype x><tr>",
                "table(!a,caption(\"b\"),colgroup(\" \",!c,col),\" \",tbody(tr))");
    assert_body("<table><caption>a</table>b", "table(caption(\"a\")),\"b\"");
    assert_body("<table><colgroup>a</colgroup></table>", "\"a\",table(colgroup)");
}

static void what_may_not_stand_in_a_table_goes_before_it(void **state)
{
    (void)state;
    assert_body("<table>a<tr>b<td>c</table>", "\"ab\",table(tbody(tr(td(\"c\"))))");
    assert_body("x<table><p>a<tr><td>b</table>", "\"x\",p(\"a\"),table(tbody(tr(td(\"b\"))))");
    assert_body("<table><b><tr><td>a</td></tr>c</table>d", "b,b(\"c\"),table(tbody(tr(td(\"a\")))),b(\"d\")");
    assert_body("<table><input type=hidden><input type=text><form><tr>",
                "input type=text,table(input type=hidden,form,tbody(tr))");
    assert_body("<table><tr><image></table>", "img,table(tbody(tr))");
    assert_body("<table></p>a</td>", "p,\"a\",table");
    assert_body("<div><table>a&amp;<tr>b&amp;</table></div>", "div(\"a&b&\",table(tbody(tr)))");
}

static void tables_in_tables(void **state)
{
    (void)state;
    assert_body("<table><tr><td><table><tr><td>a</table>b</table>c",
                "table(tbody(tr(td(table(tbody(tr(td(\"a\")))),\"b\")))),\"c\"");
    assert_body("<table><table>a", "table,\"a\",table");
}

static void cells_keep_what_they_hold(void **state)
{
    (void)state;
    assert_body("<table><td><b>a<td>b</table>c", "table(tbody(tr(td(b(\"a\")),td(\"b\")))),\"c\"");
    assert_body("<table><td>a</div></p>b</table>", "table(tbody(tr(td(\"a\",p,\"b\"))))");
    assert_body("<div><table><td>a</div>b</table>c", "div(table(tbody(tr(td(\"ab\")))),\"c\")");
}

static void old_pages_have_tables_in_paragraphs(void **state)
{
    (void)state;
    assert_body("<p>a<table>", "p(\"a\",table)");
    assert_body("<!doctype html><p>a<table>", "p(\"a\"),table");
    assert_body("<!doctype html public '-//W3C//DTD HTML 3.2 Final//EN'><p>a<table>", "p(\"a\",table)");
    assert_body("<!doctype html public '-//W3C//DTD HTML 4.01 Transitional//EN'><p>a<table>", "p(\"a\",table)");
    assert_body("<!doctype html public '-//W3C//DTD HTML 4.01 Transitional//EN' 'x'><p>a<table>", "p(\"a\"),table");
    assert_body("<!doctype htm><p>a<table>", "p(\"a\",table)");
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(parts_are_implied),
    cmocka_unit_test(what_may_not_stand_in_a_table_goes_before_it),
    cmocka_unit_test(tables_in_tables),
    cmocka_unit_test(cells_keep_what_they_hold),
    cmocka_unit_test(old_pages_have_tables_in_paragraphs),
};

UNIT_MAIN("html tables")
