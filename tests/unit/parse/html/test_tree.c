// The insertion modes but for tables, and the nodes' places in the page.
#include "outline.h"

static void what_is_missing_is_implied(void **state)
{
    (void)state;
    assert_tree("", "html(head,body)");
    assert_tree("x", "html(head,body(\"x\"))");
    assert_tree("<!doctype html><title>a</title>b", "doctype html,html(head(title(\"a\")),body(\"b\"))");
    assert_tree(" <!--a--><html lang=de><!--b--><body class=c>d</body></html>e<!--f-->",
                "!a,html lang=de(!b,head,body class=c(\"de\",!f))");
    assert_tree("<p>a</html><!--b-->", "html(head,body(p(\"a\"))),!b");
    assert_tree("</div></br>a", "html(head,body(br,\"a\"))");
    assert_tree("<html></div></head>a", "html(head,body(\"a\"))");
    assert_tree("<!doctype html><!--a--><!doctype x><html><!doctype x><head><!doctype x><!--b--></head><!doctype x>",
                "doctype html,!a,html(head(!b),body)");
    assert_tree("<p>a</body> <!--b--><html c=d></html> <!--e--></p>f", "html c=d(head,body(p(\"a  \"),\"f\"),!b),!e");
    assert_tree("<html a=1><body b=1><html a=2 c=3><body b=2 d=4>", "html a=1 c=3(head,body b=1 d=4)");
}

static void the_head_ends_where_the_body_begins(void **state)
{
    (void)state;
    assert_tree("<meta charset=utf-8><link rel=x><p>a", "html(head(meta charset=utf-8,link rel=x),body(p(\"a\")))");
    assert_tree("<head></head><title>a</title>", "html(head(title(\"a\")),body)");
    assert_tree("<noscript><link></noscript>a", "html(head(noscript(link)),body(\"a\"))");
    assert_tree("<noscript><img></noscript>a", "html(head(noscript),body(img,\"a\"))");
    assert_tree("<head><noscript> <!--a--><style>b</style><head></div></noscript></head> <!--c-->",
                "html(head(noscript(\" \",!a,style(\"b\"))),\" \",!c,body)");
    assert_tree("<body><title>a</title>", "html(head,body(title(\"a\")))");
}

static void ends_are_implied(void **state)
{
    (void)state;
    assert_body("<p>a<p>b<div>c", "p(\"a\"),p(\"b\"),div(\"c\")");
    assert_body("<dl><dd>a<ul><li>b</dd>c", "dl(dd(\"a\",ul(li(\"b\"))),\"c\")");
    assert_body("<option>a<option>b<td>c", "option(\"a\"),option(\"bc\")");
    assert_body("<p>a<span>b<p>c", "p(\"a\",span(\"b\")),p(\"c\")");
    assert_body("<ul><li>a<ul><li>b</ul><li>c</ul>d", "ul(li(\"a\",ul(li(\"b\"))),li(\"c\")),\"d\"");
    assert_body("<li>a<div><li>b", "li(\"a\",div),li(\"b\")");
    assert_body("<li>a<section><li>b", "li(\"a\",section(li(\"b\")))");
    assert_body("<dl><dt>a<dd>b<p>c<dt>d", "dl(dt(\"a\"),dd(\"b\",p(\"c\")),dt(\"d\"))");
    assert_body("<h1>a<h2>b</h1>c", "h1(\"a\"),h2(\"b\"),\"c\"");
    assert_body("<button>a<p>b<button>c", "button(\"a\",p(\"b\")),button(\"c\")");
    assert_body("<p><button>a<p>b", "p(button(\"a\",p(\"b\")))");
    assert_body("<ruby>a<rb>b<rt>c<rtc>d<rp>e", "ruby(\"a\",rb(\"b\"),rt(\"c\"),rtc(\"d\",rp(\"e\")))");
}

static void end_tags_without_a_start(void **state)
{
    (void)state;
    assert_body("a</p>b</br>c</div></em></li></h1></x>d", "\"a\",p,\"b\",br,\"cd\"");
    assert_body("<div><x>a</div>b</x>", "div(x(\"a\")),\"b\"");
    assert_body("<x><y>a</x>b", "x(y(\"a\")),\"b\"");
    assert_body("<p>a<div>b</p>c</div>", "p(\"a\"),div(\"b\",p,\"c\")");
}

static void forms(void **state)
{
    (void)state;
    assert_body("<form>a<div><form>b</form>c</div>d<form>e", "form(\"a\",div(\"bc\")),\"d\",form(\"e\")");
}

static void elements_without_content(void **state)
{
    (void)state;
    assert_body("<img src=a>b<br/>c<hr>d<image>", "img src=a,\"b\",br,\"c\",hr,\"d\",img");
    assert_body("<div/>a", "div(\"a\")");
    assert_body("<video><source src=a><track></video>", "video(source src=a,track)");
}

static void content_that_is_no_markup(void **state)
{
    (void)state;
    assert_body("<div><script>a<b></script><style>c<d></style>e", "div(script(\"a<b>\"),style(\"c<d>\"),\"e\")");
    assert_body("<textarea>\n\na<b>&amp;</textarea>", "textarea(\"\na<b>&\")");
    assert_body("<pre>\na</pre><pre>b\n</pre>", "pre(\"a\"),pre(\"b\n\")");
    assert_body("<p>a<xmp><b></xmp>c<iframe><d></iframe><noembed><e>",
                "p(\"a\"),xmp(\"<b>\"),\"c\",iframe(\"<d>\"),noembed(\"<e>\")");
    assert_body("<p>a<plaintext><b></plaintext>", "p(\"a\"),plaintext(\"<b></plaintext>\")");
    assert_tree("<title>a", "html(head(title(\"a\")),body)");
}

static void selects(void **state)
{
    (void)state;
    assert_body("<select><option>a<option><b>c</b><optgroup><option>d</select>e",
                "select(option(\"a\"),option(b(\"c\")),optgroup(option(\"d\"))),\"e\"");
    assert_body("<select>a<select>b<input>c", "select(\"a\"),\"b\",input,\"c\"");
    assert_body("<select><option>a<hr>b<input>c", "select(option(\"a\"),hr,\"b\"),input,\"c\"");
}

static void templates(void **state)
{
    (void)state;
    assert_tree("<template><td>a</td></template>b", "html(head(template(td(\"a\"))),body(\"b\"))");
    assert_body("<div><template><p>a</div>b</template>c", "div(template(p(\"ab\")),\"c\")");
    assert_body("<table><template>a<tr></template><tr>", "table(template(\"a\",tr),tbody(tr))");
    assert_body("<p><template><col><col></template>", "p(template(col,col))");
    assert_body("<p><template><caption>a</caption><tbody><tr><td>b</template>c",
                "p(template(caption(\"a\"),tbody(tr(td(\"b\")))),\"c\")");
    assert_body("<p><template><tr><td>a</div><th>b</template>", "p(template(tr(td(\"a\"),th(\"b\"))))");
    assert_body("<p><template><form>a</form>b<form>c", "p(template(form(\"a\"),\"b\",form(\"c\")))");
    assert_body("<table><tr><td><template></template>a<td>b", "table(tbody(tr(td(template,\"a\"),td(\"b\"))))");
    assert_body("<table><tr><template></template><td>b", "table(tbody(tr(template,td(\"b\"))))");
    assert_body("<p><template><template>a", "p(template(template(\"a\")))");
}

static void framesets(void **state)
{
    (void)state;
    assert_tree("<frameset>a <frame><noframes>b</noframes></frameset>c </html>",
                "html(head,frameset(\" \",frame,noframes(\"b\")),\" \")");
    assert_tree("<div><frameset><frame>", "html(head,frameset(frame))");
    assert_tree("a<frameset>b", "html(head,body(\"ab\"))");
}

static void text_is_one_node(void **state)
{
    (void)state;
    assert_body("a</x>b</y>c</z>&amp;</x>d", "\"abc&d\"");
    assert_body("<p>a<!--b-->c", "p(\"a\",!b,\"c\")");
    char page[8192] = "", wanted[8192] = "\"";
    for (int i = 0; i < 500; i++) strcat(page, "a</x>"), strcat(wanted, "a");
    assert_body(page, strcat(wanted, "\""));
}

static void nul_bytes_are_dropped(void **state)
{
    (void)state;
    struct arena arena;
    struct html_tree tree;
    struct error error = {0};
    arena_init(&arena, 0);
    assert_true(html_tree_build(&tree, STR("<p>a\0b</p>\0<svg>\0"), &arena, &error));
    assert_str(tree.body->first->first->text, "ab");
    assert_int_equal(tree.body->first->next->element, ELEMENT_SVG);
    assert_str(tree.body->last->first->text, "\uFFFD");
    arena_release(&arena);
}

// The element of this name, the first of the page.
static const struct html_node *find(const struct html_tree *tree, enum html_element element)
{
    const struct html_node *node = tree->document;
    while (node && (node->type != HTML_NODE_ELEMENT || node->element != element))
        node = html_node_next(tree->document, node, false);
    assert_non_null(node);
    return node;
}

static void check_place(const struct html_tree *tree, enum html_element element, uint32_t offset, uint32_t end)
{
    const struct html_node *node = find(tree, element);
    assert_int_equal(node->offset, offset);
    assert_int_equal(node->end, end);
}

static void nodes_know_their_place(void **state)
{
    (void)state;
    struct arena arena;
    struct html_tree tree;
    struct error error = {0};
    arena_init(&arena, 0);
    //                                         1111111111222222222233333333334444444444555
    //                               01234567890123456789012345678901234567890123456789012
    assert_true(html_tree_build(&tree, STR("<ul><li>a<li><b>b</b></ul><p>c<br>d<i>e<div>f</div>g"), &arena, &error));
    check_place(&tree, ELEMENT_HTML, 0, 52);
    check_place(&tree, ELEMENT_BODY, 0, 52);
    check_place(&tree, ELEMENT_UL, 0, 26);
    check_place(&tree, ELEMENT_LI, 4, 9);
    check_place(&tree, ELEMENT_B, 13, 21);
    check_place(&tree, ELEMENT_P, 26, 39);
    check_place(&tree, ELEMENT_BR, 30, 34);
    check_place(&tree, ELEMENT_I, 35, 39);
    check_place(&tree, ELEMENT_DIV, 39, 51);
    assert_int_equal(find(&tree, ELEMENT_LI)->first->offset, 8);
    assert_int_equal(find(&tree, ELEMENT_LI)->first->end, 9);
    arena_release(&arena);
}

static void so_many_elements_are_open_at_once(void **state)
{
    (void)state;
    struct arena arena;
    struct html_tree tree;
    struct error error = {0};
    size_t count = 3 * HTML_DEPTH_MAX, deepest = 0, divisions = 0;
    char *page = calloc(count, 6);
    for (size_t i = 0; i < count; i++) memcpy(page + 6 * i, "<div>x", 6);
    arena_init(&arena, 0);
    assert_true(html_tree_build(&tree, (struct str){page, 6 * count}, &arena, &error));
    for (const struct html_node *node = tree.body; node; node = html_node_next(tree.body, node, false)) {
        size_t depth = 0;
        for (const struct html_node *up = node->parent; up; up = up->parent) depth++;
        if (node->type == HTML_NODE_ELEMENT && depth > deepest) deepest = depth;
        divisions += node->type == HTML_NODE_TEXT;
    }
    assert_int_equal(deepest, HTML_DEPTH_MAX);
    assert_int_equal(divisions, count);
    arena_release(&arena);
    free(page);
}

static void the_tree_can_be_walked(void **state)
{
    (void)state;
    struct arena arena;
    struct html_tree tree;
    struct error error = {0};
    arena_init(&arena, 0);
    assert_true(html_tree_build(&tree, STR("<p id='' class=x>a<b>c</b></p>d"), &arena, &error));
    const struct html_node *p = tree.body->first;
    assert_str(html_node_attribute(p, "class"), "x");
    assert_str(html_node_attribute(p, "id"), "");
    assert_null(html_node_attribute(p, "title").p);
    assert_ptr_equal(html_node_next(tree.body, p, true), p->next);
    assert_ptr_equal(html_node_next(p, p->last, false), p->last->first);
    assert_null(html_node_next(p, p->last->first, false));
    assert_null(html_node_next(p, p->last, true));
    arena_release(&arena);
}

static void a_full_arena_is_an_error(void **state)
{
    (void)state;
    struct arena arena;
    struct html_tree tree;
    size_t n = 1 << 20;
    char *page = malloc(n);
    memset(page, '<', n);
    for (size_t i = 0; i + 3 < n; i += 3) memcpy(page + i, "<b>", 3);
    for (size_t limit = 1; limit < n; limit *= 4) {
        struct error error = {0};
        arena_init(&arena, limit);
        assert_false(html_tree_build(&tree, (struct str){page, n}, &arena, &error));
        assert_int_equal(error.code, ERROR_ARTICLE);
        arena_release(&arena);
    }
    free(page);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(what_is_missing_is_implied),
    cmocka_unit_test(the_head_ends_where_the_body_begins),
    cmocka_unit_test(ends_are_implied),
    cmocka_unit_test(end_tags_without_a_start),
    cmocka_unit_test(forms),
    cmocka_unit_test(elements_without_content),
    cmocka_unit_test(content_that_is_no_markup),
    cmocka_unit_test(selects),
    cmocka_unit_test(templates),
    cmocka_unit_test(framesets),
    cmocka_unit_test(text_is_one_node),
    cmocka_unit_test(nul_bytes_are_dropped),
    cmocka_unit_test(nodes_know_their_place),
    cmocka_unit_test(so_many_elements_are_open_at_once),
    cmocka_unit_test(the_tree_can_be_walked),
    cmocka_unit_test(a_full_arena_is_an_error),
};

UNIT_MAIN("html tree")
