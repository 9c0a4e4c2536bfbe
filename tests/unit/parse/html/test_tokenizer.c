#include "parse/html/tokenizer.h"

#include "base/buf.h"
#include "unit.h"

static void write_token(struct buf *out, const struct html_token *token)
{
    static const char *const types[] = {"end", "text", "start", "end tag", "comment", "doctype"};
    buf_printf(out, "%u-%u %s", token->offset, token->end, types[token->type]);
    struct str name = token->element ? str_from(html_element_name(token->element)) : token->text;
    if (token->type != HTML_TOKEN_END_OF_PAGE) buf_printf(out, " %.*s", STR_ARG(name));
    for (uint32_t i = 0; i < token->attribute_count; i++)
        buf_printf(out, " [%.*s=%.*s]", STR_ARG(token->attributes[i].name), STR_ARG(token->attributes[i].value));
    if (token->public_id.p) buf_printf(out, " public %.*s", STR_ARG(token->public_id));
    if (token->system_id.p) buf_printf(out, " system %.*s", STR_ARG(token->system_id));
    if (token->self_closing) buf_printf(out, " /");
    if (token->force_quirks) buf_printf(out, " quirks");
    buf_byte(out, '\n');
}

// The tokens of a page whose first tag has the content.
static void check(struct str page, enum html_content content, bool foreign, const char *wanted, int line)
{
    struct arena arena;
    struct html_tokenizer t;
    struct html_token token;
    struct buf out = {0};
    arena_init(&arena, 0);
    html_tokenizer_init(&t, page, &arena);
    do {
        html_tokenizer_next(&t, foreign, &token);
        if (token.type == HTML_TOKEN_START && token.offset == 0) {
            t.content = content;
            t.content_element = token.element;
        }
        if (token.type != HTML_TOKEN_END_OF_PAGE) write_token(&out, &token);
    } while (token.type != HTML_TOKEN_END_OF_PAGE);
    unit_str(buf_str(&out), wanted, __FILE__, line);
    buf_release(&out);
    arena_release(&arena);
}
#define assert_tokens(page, wanted)           check(str_from(page), HTML_CONTENT_DATA, false, (wanted), __LINE__)
#define assert_content(page, content, wanted) check(str_from(page), (content), false, (wanted), __LINE__)

static void tags(void **state)
{
    (void)state;
    assert_tokens("<P>a</p >", "0-3 start p\n3-4 text a\n4-9 end tag p\n");
    assert_tokens("<My-Tag/>", "0-9 start my-tag /\n");
    assert_tokens("</b id=x/>", "0-10 end tag b\n");
    assert_tokens("<a<b>", "0-5 start a<b\n");
    assert_tokens("x<", "0-2 text x<\n");
    assert_tokens("x</", "0-3 text x</\n");
    assert_tokens("1 < 2 <3 </> x", "0-9 text 1 < 2 <3 \n12-14 text  x\n");
    assert_tokens("a<b id='x", "0-1 text a\n");  // a tag without an end is dropped
}

static void attributes(void **state)
{
    (void)state;
    assert_tokens("<a HREF=x&amp;y Title='a \"b\"' c=\"d'e\" f g = h i=>",
                  "0-49 start a [href=x&y] [title=a \"b\"] [c=d'e] [f=] [g=h] [i=]\n");
    assert_tokens("<a id=1 ID=2 id>", "0-16 start a [id=1]\n");  // the first one counts
    assert_tokens("<a =x/y=1/z>", "0-12 start a [=x=] [y=1/z]\n");
    assert_tokens("<a b=1/>", "0-8 start a [b=1/]\n");
    assert_tokens("<a b='1'c='2'/>", "0-15 start a [b=1] [c=2] /\n");
    assert_tokens("<a b='1>\r\n2'>", "0-13 start a [b=1>\n2]\n");
    assert_tokens("<a href='?a=1&copy=2&amp=3&lt'>", "0-31 start a [href=?a=1&copy=2&amp=3<]\n");
}

static void a_tag_has_so_many_attributes(void **state)
{
    (void)state;
    char page[4096] = "<p";
    for (int i = 0; i < HTML_ATTRIBUTES_MAX + 9; i++) sprintf(page + strlen(page), " a%d", i);
    strcat(page, ">x");
    struct arena arena;
    struct html_tokenizer t;
    struct html_token token;
    arena_init(&arena, 0);
    html_tokenizer_init(&t, str_from(page), &arena);
    html_tokenizer_next(&t, false, &token);
    assert_int_equal(token.attribute_count, HTML_ATTRIBUTES_MAX);
    assert_str(token.attributes[HTML_ATTRIBUTES_MAX - 1].name, "a127");
    html_tokenizer_next(&t, false, &token);
    assert_str(token.text, "x");
    arena_release(&arena);
}

static void text(void **state)
{
    (void)state;
    assert_tokens("a &amp; b &c &#8211;\r\nd\re", "0-25 text a & b &c \u2013\nd\ne\n");
    check((struct str){"a\0b", 3}, HTML_CONTENT_DATA, false, "0-3 text a\n", __LINE__);  // printed up to its NUL
    check((struct str){"<p a=\0>", 7}, HTML_CONTENT_DATA, false, "0-7 start p [a=\uFFFD]\n", __LINE__);
}

static void text_is_a_slice_of_the_page(void **state)
{
    (void)state;
    const char *page = "<i title='x y'>a < b \u00E9</i>";
    struct arena arena;
    struct html_tokenizer t;
    struct html_token token;
    arena_init(&arena, 0);
    html_tokenizer_init(&t, str_from(page), &arena);
    html_tokenizer_next(&t, false, &token);
    assert_ptr_equal(token.attributes[0].value.p, page + 10);
    html_tokenizer_next(&t, false, &token);
    assert_ptr_equal(token.text.p, page + 15);
    assert_int_equal(arena.used, 0);
}

static void comments(void **state)
{
    (void)state;
    assert_tokens("<!--a--><!----><!--><!--->x",
                  "0-8 comment a\n8-15 comment \n15-20 comment \n20-26 comment \n26-27 text x\n");
    assert_tokens("<!--a--!>b", "0-9 comment a\n9-10 text b\n");
    assert_tokens("<!-- <!-- a --> -->", "0-15 comment  <!-- a \n15-19 text  -->\n");
    assert_tokens("<!--a--", "0-7 comment a\n");
    assert_tokens("<?php x ?><!ELEMENT a></ b>", "0-10 comment ?php x ?\n10-22 comment ELEMENT a\n22-27 comment  b\n");
    assert_tokens("<![CDATA[a]]>", "0-13 comment [CDATA[a]]\n");
    check(STR("<![CDATA[a<b>&amp;]]>]<![CDATA[]]>"), HTML_CONTENT_DATA, true, "0-21 text a<b>&amp;\n21-22 text ]\n",
          __LINE__);
}

static void doctypes(void **state)
{
    (void)state;
    assert_tokens("<!DOCTYPE HTML>", "0-15 doctype html\n");
    assert_tokens("<!doctype html public \"a\" 'b'>", "0-30 doctype html public a system b\n");
    assert_tokens("<!doctype html SYSTEM 'about:legacy-compat' x>", "0-46 doctype html system about:legacy-compat\n");
    assert_tokens("<!doctype>", "0-10 doctype  quirks\n");
    check((struct str){"<!doctype H\0>", 13}, HTML_CONTENT_DATA, false, "0-13 doctype h\uFFFD\n", __LINE__);
    assert_tokens("<!doctype html public 'a>b", "0-25 doctype html public a quirks\n25-26 text b\n");
    assert_tokens("<!doctype html public>", "0-22 doctype html quirks\n");
    assert_tokens("<!doctype html x>", "0-17 doctype html quirks\n");
    assert_tokens("<!doctype html", "0-14 doctype html quirks\n");
}

static void content_that_is_no_markup(void **state)
{
    (void)state;
    assert_content("<title>a <b>&lt;</b></titles></TITLE >c", HTML_CONTENT_RCDATA,
                   "0-7 start title\n7-29 text a <b><</b></titles>\n29-38 end tag title\n38-39 text c\n");
    assert_content("<style>a<b>&lt;</style>", HTML_CONTENT_RAWTEXT,
                   "0-7 start style\n7-15 text a<b>&lt;\n15-23 end tag style\n");
    assert_content("<style></style>", HTML_CONTENT_RAWTEXT, "0-7 start style\n7-15 end tag style\n");
    assert_content("<xmp>a</xm", HTML_CONTENT_RAWTEXT, "0-5 start xmp\n5-10 text a</xm\n");
    assert_content("<plaintext>a</plaintext>", HTML_CONTENT_PLAINTEXT,
                   "0-11 start plaintext\n11-24 text a</plaintext>\n");
}

static void scripts_may_hold_their_end_in_comments(void **state)
{
    (void)state;
    assert_content("<script>a<!--<script>b</script>c--></script>d", HTML_CONTENT_SCRIPT,
                   "0-8 start script\n8-35 text a<!--<script>b</script>c-->\n35-44 end tag script\n44-45 text d\n");
    assert_content("<script><!--a</script>b", HTML_CONTENT_SCRIPT,
                   "0-8 start script\n8-13 text <!--a\n13-22 end tag script\n22-23 text b\n");
    assert_content("<script><!--><script></script>b", HTML_CONTENT_SCRIPT,
                   "0-8 start script\n8-21 text <!--><script>\n21-30 end tag script\n30-31 text b\n");
    assert_content("<script>if (a</script", HTML_CONTENT_SCRIPT, "0-8 start script\n8-21 text if (a</script\n");
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(tags),
    cmocka_unit_test(attributes),
    cmocka_unit_test(a_tag_has_so_many_attributes),
    cmocka_unit_test(text),
    cmocka_unit_test(text_is_a_slice_of_the_page),
    cmocka_unit_test(comments),
    cmocka_unit_test(doctypes),
    cmocka_unit_test(content_that_is_no_markup),
    cmocka_unit_test(scripts_may_hold_their_end_in_comments),
};

UNIT_MAIN("html tokenizer")
