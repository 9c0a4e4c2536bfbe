// Formatting that isn't nested: <b>a<i>b</b>c</i>.
#include "outline.h"

static void misnested(void **state)
{
    (void)state;
    assert_body("<b>a<i>b</b>c</i>d", "b(\"a\",i(\"b\")),i(\"c\"),\"d\"");
    assert_body("<p><b>a<p>b</b>c", "p(b(\"a\")),p(b(\"b\"),\"c\")");
    assert_body("<b>a<div>b</b>c</div>d", "b(\"a\"),div(b(\"b\"),\"c\"),\"d\"");
    assert_body("<b>a<i>b<div>c</b>d", "b(\"a\",i(\"b\")),i(div(b(\"c\"),\"d\"))");
    assert_body("<b><em>a<aside>b</b>c", "b(em(\"a\")),em(aside(b(\"b\"),\"c\"))");
    assert_body("<b><i><u><s><em><div>a</b>b", "b(i(u(s(em)))),u(s(em(div(b(\"a\"),\"b\"))))");
    assert_body("<div><b>a</div></b>b", "div(b(\"a\")),\"b\"");
    assert_body("<p><b></p></b>a", "p(b),\"a\"");
    assert_body("<b><span>a<div>b</b>c", "b(span(\"a\")),div(b(\"b\"),\"c\")");
}

static void what_is_open_is_opened_again(void **state)
{
    (void)state;
    assert_body("<p><b class=x><i>a</p><p>b</i>c", "p(b class=x(i(\"a\"))),p(b class=x(i(\"b\"),\"c\"))");
    assert_body("<div><font color=red>a</div>b<hr>c", "div(font color=red(\"a\")),font color=red(\"b\",hr,\"c\")");
    assert_body("<b>a<button>b</b>c</button>d", "b(\"a\"),button(b(\"b\"),\"c\"),\"d\"");
    assert_body("<b>a<object>b</b>c</object>d", "b(\"a\",object(\"bc\"),\"d\")");  // a marker holds it
}

static void links_end_where_another_begins(void **state)
{
    (void)state;
    assert_body("<a href=1>a<a href=2>b", "a href=1(\"a\"),a href=2(\"b\")");
    assert_body("<a href=1><div>a<a href=2>b", "a href=1,div(a href=1(\"a\"),a href=2(\"b\"))");
    assert_body("<nobr>a<div></nobr><p>b<nobr>c", "nobr(\"a\"),div(nobr,p(\"b\",nobr(\"c\")))");
    assert_body("<nobr>a<nobr>b", "nobr(\"a\"),nobr(\"b\")");
}

static void three_of_a_kind(void **state)
{
    (void)state;
    assert_body("<p><b><b><b><b>a<p>b", "p(b(b(b(b(\"a\"))))),p(b(b(b(\"b\"))))");
    assert_body("<p><b><b><b id=x><b>a<p>b", "p(b(b(b id=x(b(\"a\"))))),p(b(b(b id=x(b(\"b\")))))");
    assert_body("<p><b x=1 y=2><b y=2 x=1><b x=1 y=2><b x=1 y=2>a<p>b",
                "p(b x=1 y=2(b y=2 x=1(b x=1 y=2(b x=1 y=2(\"a\"))))),p(b y=2 x=1(b x=1 y=2(b x=1 y=2(\"b\"))))");
}

// No more than so many are opened again, whatever their attributes.
static void so_many_of_all_kinds(void **state)
{
    (void)state;
    char page[2048] = "<p>";
    for (int i = 0; i < 50; i++) sprintf(page + strlen(page), "<i id=%d>", i);
    strcat(page, "a<p>b");
    struct arena arena;
    struct html_tree tree;
    struct error error = {0};
    arena_init(&arena, 0);
    assert_true(html_tree_build(&tree, str_from(page), &arena, &error));
    int depth = 0;
    const struct html_node *node = tree.body->last;
    for (; node->first; node = node->first) depth++;
    assert_str(node->text, "b");
    assert_int_equal(depth, 1 + 32);
    assert_str(html_node_attribute(node->parent, "id"), "49");
    arena_release(&arena);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(misnested),
    cmocka_unit_test(what_is_open_is_opened_again),
    cmocka_unit_test(links_end_where_another_begins),
    cmocka_unit_test(three_of_a_kind),
    cmocka_unit_test(so_many_of_all_kinds),
};

UNIT_MAIN("html formatting")
