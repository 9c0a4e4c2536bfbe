// parse/links.h
#include "parse/links.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static struct arena arena;

// A text, and the labels of its links with a space behind each.
static void finds(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"see https://example.org/a and http://b.example", "https://example.org/a http://b.example "},
        {"HTTPS://EXAMPLE.ORG/A", "HTTPS://EXAMPLE.ORG/A "},
        {"go to www.example.org.", "www.example.org "},
        {"no link: www.example, www. or http:// or ftp://x.org", ""},
        {"a sentence with https://example.org/a.", "https://example.org/a "},
        {"is it https://example.org/a?!", "https://example.org/a "},
        {"(see https://example.org/a)", "https://example.org/a "},
        {"(see https://example.org/a_(b))", "https://example.org/a_(b) "},
        {"[https://example.org/a]", "https://example.org/a "},
        {"<https://example.org/a>", "https://example.org/a "},
        {"\"https://example.org/a\"", "https://example.org/a "},
        {"»https://example.org/a«", "https://example.org/a "},
        {"见https://example.org/a。", "https://example.org/a "},
        {"https://example.org/a?b=c&d=%20#e,f", "https://example.org/a?b=c&d=%20#e,f "},
        {"**https://example.org/a**", "https://example.org/a "},
        {"https://example.org/a\xC2\xA0next", "https://example.org/a "},
        {"https://example.org/größe", "https://example.org/größe "},
        {"http://[::1]/a", "http://[::1]/a "},
        {"glued:https://example.org/a", "https://example.org/a "},
        {"xhttps://example.org/a awww.example.org", ""},
        {"https://a.example|https://b.example", "https://a.example https://b.example "},
        {"http://!", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char got[256] = "";
        size_t count, n = 0;
        const struct block_link *links = links_find(str_from(cases[i][0]), &arena, &count);
        for (size_t k = 0; k < count; k++) {
            memcpy(got + n, links[k].label.p, links[k].label.n);
            n += links[k].label.n;
            got[n++] = ' ';
        }
        got[n] = '\0';
        assert_string_equal(got, cases[i][1]);
    }
}

static void leads_somewhere(void **state)
{
    (void)state;
    size_t count;
    struct str text = STR("WWW.example.org/a or https://example.org");
    const struct block_link *links = links_find(text, &arena, &count);
    assert_int_equal(count, 2);
    assert_true(str_equal(links[0].url, STR("http://WWW.example.org/a")));
    assert_ptr_equal(links[0].label.p, text.p);
    assert_true(str_equal(links[1].url, STR("https://example.org")));
}

static void many(void **state)
{
    (void)state;
    char text[4000];
    for (size_t i = 0; i < sizeof text; i += 20) memcpy(text + i, "http://example.org  ", 20);
    size_t count;
    assert_non_null(links_find((struct str){text, sizeof text}, &arena, &count));
    assert_int_equal(count, sizeof text / 20);
}

// Texts are looked through by the block of 64 bytes.
static void wherever_it_stands(void **state)
{
    (void)state;
    static const struct str urls[] = {{"http://a.b", 10}, {"HTTPS://a.b", 11}, {"wWw.a.b", 7}};
    for (size_t u = 0; u < sizeof urls / sizeof *urls; u++)
        for (size_t at = 0; at < 150; at++) {
            char text[200];
            memset(text, ' ', sizeof text);
            memcpy(text + at, urls[u].p, urls[u].n);
            assert_ptr_equal(links_next((struct str){text, sizeof text}, 0).p, text + at);
            assert_ptr_equal(links_next((struct str){text, at + urls[u].n}, 0).p, text + at);
            assert_null(links_next((struct str){text, sizeof text}, at + 1).p);
        }
}

// Most texts have no URL, which is found out by pieces: none may be missed, wherever its head stands.
static void may_be(void **state)
{
    (void)state;
    static const char *const heads[] = {"://", "www", "WwW"};
    char text[3 * 64];
    for (size_t n = 0; n <= sizeof text; n++) {
        memset(text, ':', sizeof text);
        assert_false(links_may_be((struct str){text, n}));
        for (size_t at = 0; at + 3 <= n; at++) {
            memcpy(text + at, heads[at % 3], 3);
            assert_true(links_may_be((struct str){text, n}));
            memset(text + at, ':', 3);
        }
    }
}

static void without_memory(void **state)
{
    (void)state;
    struct arena full;
    size_t count;
    arena_init(&full, 1);
    assert_null(links_find(STR("https://example.org"), &full, &count));
    assert_int_equal(count, 0);
    assert_null(links_url(STR("www.example.org"), &full).p);
    assert_true(full.failed);
    arena_release(&full);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds),  cmocka_unit_test(leads_somewhere),
        cmocka_unit_test(many),   cmocka_unit_test(wherever_it_stands),
        cmocka_unit_test(may_be), cmocka_unit_test(without_memory),
    };
    arena_init(&arena, 0);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_release(&arena);
    return failed;
}
