// input/front_matter.h
#include "input/front_matter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static struct arena arena;

static struct article read(const char *text)
{
    struct error error = {0};
    struct article article = {.text = str_from(text), .first_line = 1, .source = STR("a.md")};
    if (!front_matter_read(&article, &arena, &error)) fail_msg("%s", error.message);
    return article;
}

static void expect(struct str got, const char *wanted)
{
    if (wanted ? str_equal(got, str_from(wanted)) : !got.p) return;
    fail_msg("got %.*s, not %s", STR_ARG(got), wanted ? wanted : "nothing");
}

static void fields(void **state)
{
    (void)state;
    struct article a = read(
        "---\n"
        "title: \"A \\\"title\\\": with \\u00e9\\x21\"  # a remark\n"
        "Author:\n  - Ann Example\n  - 'Bob O''Neil'\n"
        "site-name: The Site\n"
        "url: https://example.org/a#b\n"
        "lang: de\n"
        "date: 3 May 2024\n"
        "---\nBody\n");
    expect(a.metadata.title, "A \"title\": with é!");
    expect(a.metadata.author, "Ann Example, Bob O'Neil");
    expect(a.metadata.site, "The Site");
    expect(a.metadata.url, "https://example.org/a#b");
    expect(a.metadata.language, "de");
    expect(a.metadata.published_at, "2024-05-03");
    expect(a.metadata.other, NULL);
    expect(a.text, "Body\n");
    assert_int_equal(a.first_line, 11);
}

// One line of YAML, or a few, and the JSON they become.
static void others(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"draft: true", "{\"draft\":\"true\"}"},
        {"a: ~\nb: null\nc:", "{\"a\":null,\"b\":null,\"c\":null}"},
        {"tags: [a, \"b, c\", 'd']  # three", "{\"tags\":[\"a\",\"b, c\",\"d\"]}"},
        {"tags: []", "{\"tags\":[]}"},
        {"tags: [a,\n  b]", "{\"tags\":[\"a\",\"b\"]}"},
        {"tags: [a, [b]]", "{\"tags\":\"[a, [b]]\"}"},
        {"tags: [a", "{\"tags\":\"[a\"}"},
        {"tags:\n- a\n# no tag\n\n-\n- 'b'\nmore: 1", "{\"tags\":[\"a\",null,\"b\"],\"more\":\"1\"}"},
        {"folded: >-\n  one\n  two\n\n  three", "{\"folded\":\"one two\\nthree\"}"},
        {"kept: |\n  one\n    two", "{\"kept\":\"one\\n  two\"}"},
        {"nested:\n  a: 1\n  b: 2", "{\"nested\":\"a: 1\\nb: 2\"}"},
        {"long: one # remark\n  two", "{\"long\":\"one two\"}"},
        {"long: \"one\n  two\"", "{\"long\":\"one two\"}"},
        {"open: \"no end", "{\"open\":\"\\\"no end\"}"},
        {"\"a key\": x\n'b': y", "{\"a key\":\"x\",\"b\":\"y\"}"},
        {"time: 10:30", "{\"time\":\"10:30\"}"},
        {"same: 1\nsame: 2", "{\"same\":\"1\"}"},
        {"escapes: \"a\\tb\\\\c\\u00zz\\U0001F600\\ud800\"",
         "{\"escapes\":\"a\\tb\\\\cu00zz\xF0\x9F\x98\x80\xEF\xBF\xBD\"}"},
        {"date: someday", "{\"date\":\"someday\"}"},
        {"# a remark\n\na: b", "{\"a\":\"b\"}"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[256];
        snprintf(text, sizeof text, "---\n%s\n---\nBody", cases[i][0]);
        struct article a = read(text);
        expect(a.metadata.other, cases[i][1]);
        expect(a.text, "Body");
    }
}

static void line_ends(void **state)
{
    (void)state;
    struct article a = read("\xEF\xBB\xBF---  \r\ntitle: x\r\ntags:\r\n- a\r\n...\r\nBody\r\n");
    expect(a.metadata.title, "x");
    expect(a.metadata.other, "{\"tags\":[\"a\"]}");
    expect(a.text, "Body\r\n");
    assert_int_equal(a.first_line, 6);
    a = read("---\rtitle: x\r---\rBody");
    expect(a.metadata.title, "x");
    expect(a.text, "Body");
    assert_int_equal(a.first_line, 4);
}

static void toml_and_json_are_kept(void **state)
{
    (void)state;
    struct article a = read("+++\ntitle = \"x\"\n\n[a]\nb = 1\n+++\nBody");
    expect(a.metadata.other, "{\"toml\":\"title = \\\"x\\\"\\n\\n[a]\\nb = 1\\n\"}");
    expect(a.text, "Body");
    assert_int_equal(a.first_line, 7);
    a = read("{\n \"title\": \"x\",\n \"n\": [1]\n}\n\nBody");
    expect(a.metadata.other, "{\"json\":{\"title\":\"x\",\"n\":[1]}}");
    expect(a.text, "\nBody");
    assert_int_equal(a.first_line, 5);
}

static void is_none(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "Body",
        "---\ntitle: x\nno end of it\n",
        "---\n\nProse between two rules: no key.\n\n---\nMore\n",
        "---\ntitle: x\nprose\n---\nMore\n",
        "--- title: x\n---\n",
        "----\na: b\n----\n",
        "{% include x %}\nBody",
        "{\"a\": 1} and more\n",
        "{}\nBody",
        "- a\n- b\n",
        "+++\nno end of it\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct article a = read(texts[i]);
        expect(a.text, texts[i]);
        expect(a.metadata.other, NULL);
        assert_int_equal(a.first_line, 1);
    }
    expect(read("---\n---\nBody").text, "Body");
}

static void what_is_known_stays(void **state)
{
    (void)state;
    struct error error = {0};
    struct article a = {.text = STR("---\ntitle: mine\nid: 7\nnew: 1\n---\n"),
                        .first_line = 1,
                        .metadata = {.title = STR("theirs"), .other = STR("{\"id\":\"5\"}")}};
    assert_true(front_matter_read(&a, &arena, &error));
    expect(a.metadata.title, "theirs");
    expect(a.metadata.other, "{\"id\":\"5\",\"title\":\"mine\",\"new\":\"1\"}");
}

static void failures(void **state)
{
    (void)state;
    struct error error = {0};
    struct article a = {.text = STR("---\ntitle: x\n---\n"), .source = STR("a.md"), .metadata = {.other = STR("[1]")}};
    assert_false(front_matter_read(&a, &arena, &error));
    assert_int_equal(error.code, ERROR_ARTICLE);
    assert_string_equal(error.source, "a.md");
    struct arena full;
    arena_init(&full, 1);
    error = (struct error){0};
    a.metadata.other = STR_NULL;
    assert_false(front_matter_read(&a, &full, &error));
    assert_int_equal(error.code, ERROR_MEMORY);
    arena_release(&full);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields),    cmocka_unit_test(others),
        cmocka_unit_test(line_ends), cmocka_unit_test(toml_and_json_are_kept),
        cmocka_unit_test(is_none),   cmocka_unit_test(what_is_known_stays),
        cmocka_unit_test(failures),
    };
    arena_init(&arena, 0);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_release(&arena);
    return failed;
}
