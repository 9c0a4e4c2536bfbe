// dialect_detect and parse_article of parse/parser.h
#include "parse/parser.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static void expect(const char *const *texts, size_t n, enum dialect wanted)
{
    for (size_t i = 0; i < n; i++)
        if (dialect_detect(str_from(texts[i])) != wanted) fail_msg("taken for the other dialect: %s", texts[i]);
}

static void markdown(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "# Title\n\nA paragraph that\nis wrapped.\n",
        "\xEF\xBB\xBF# Title\r\n\r\nA paragraph.\r\n",
        "Read [the manual](https://example.org/m) first.\n\nThen [this](b.html).\n",
        "```sh\nmake\n```\n\ntext\n",
        "* one with `code`\n* two with **weight**\n\n> a quote\n\ntext\n",
        "Text with [a reference][a].\n\n[a]: https://example.org/a\n",
        "License\n\nCopyright [the people](https://example.org/p)\nAll rights reserved.\n\nMore.\n",
    };
    expect(texts, sizeof texts / sizeof *texts, DIALECT_MARKDOWN);
}

static void extracted(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "One line",
        "Title\nA paragraph.\nKey facts\n- Area: 12\n- People: 34\nMore text.\n",
        "Title\nA | B |\n---|---|\n1 | 2 |\n# 3 | 4 |\n# 5 | 6 |\n",
        "| A | B |\n|---|---|\n| 1 | 2 |\nText\n",
        "| A | B |\n|:--|--:|\n| 1 | 2 |\n",
        "First\n=====\nSecond\n=====\nThird\n=====\n",
        "Title\n=====\n\nText\n\nSub\n---\n\nText\n",
        "- |\n- 12:03 pm |\n- Permalink\nText\n",
        "Run it:\n# first, the server\nserve\n# then the rest\nmake\n# done\nText goes on.\n",
        "5 * 3 ** 2 and a ` tick\nA [sic] (remark)\n---\n",
        "---\nno end of this\n",
        "---\n\nText between rules\n\n---\nAnd more\n",
        "A paragraph.\n\nAnother paragraph.\n\nA third.\n",
        "#hashtag #another\n#third\n",
    };
    expect(texts, sizeof texts / sizeof *texts, DIALECT_EXTRACTED);
}

// What stands behind the first 32 KB doesn't count.
static void looks_at_the_beginning(void **state)
{
    (void)state;
    static char text[40000];
    for (size_t i = 0; i < sizeof text; i += 40) memcpy(text + i, "A line of plain text as articles have.\r\n", 40);
    memcpy(text + 36000, "\n# Heading\n\n# Heading\n\n# Heading\n\n```\n", 39);
    assert_int_equal(dialect_detect((struct str){text, sizeof text}), DIALECT_EXTRACTED);
    assert_int_equal(dialect_detect((struct str){text + 35999, 100}), DIALECT_MARKDOWN);
}

static bool first_kind(void *context, const struct block *block, struct error *error)
{
    (void)error;
    enum block_kind *kind = context;
    if ((int)*kind < 0) *kind = block->kind;
    return true;
}

static void parses_in_the_dialect_asked_for(void **state)
{
    (void)state;
    struct arena arena;
    struct error error = {0};
    enum block_kind kind = (enum block_kind) - 1;
    arena_init(&arena, 0);
    struct article article = {.text = STR("> # A heading in a quote, as one says\n"), .first_line = 1};
    assert_true(parse_article(&article, DIALECT_MARKDOWN, &arena, first_kind, &kind, &error));
    assert_int_equal(kind, BLOCK_HEADING);
    assert_int_equal(article.layout, LAYOUT_NONE);
    article.layout = LAYOUT_AUTO;
    kind = (enum block_kind) - 1;
    article.text = STR("> A paragraph in extracted text begins as it likes, and it ends with a stop.\n");
    assert_true(parse_article(&article, DIALECT_EXTRACTED, &arena, first_kind, &kind, &error));
    assert_int_equal(kind, BLOCK_PARAGRAPH);
    assert_int_equal(article.layout, LAYOUT_LINES);
    arena_release(&arena);
}

static void a_name_is_evidence(void **state)
{
    (void)state;
    static const struct {
        const char *source, *text;
        enum dialect dialect, wanted;
    } cases[] = {
        {"/a/b.md", "Words\nand words.\n", DIALECT_AUTO, DIALECT_MARKDOWN},
        {"x.zip!b.Rmd", "Words\n", DIALECT_AUTO, DIALECT_MARKDOWN},
        {"/a/b.md", "A | B |\n---|---|\n1 | 2 |\n", DIALECT_AUTO, DIALECT_EXTRACTED},
        {"/a/b.md", "# A\n", DIALECT_EXTRACTED, DIALECT_EXTRACTED},
        {"/a/b.txt", "Words\nand words.\n", DIALECT_AUTO, DIALECT_EXTRACTED},
        {"/a/b.txt", "# A\n\n[b](/c)\n", DIALECT_AUTO, DIALECT_MARKDOWN},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct article article = {
            .source = str_from(cases[i].source), .text = str_from(cases[i].text), .dialect = cases[i].dialect};
        assert_int_equal(dialect_of(&article), cases[i].wanted);
    }
}

static bool count_links(void *context, const struct block *block, struct error *error)
{
    (void)error;
    *(size_t *)context += block->link_count;
    return true;
}

static void links_are_found_wherever_they_stand(void **state)
{
    (void)state;
    static const char *const urls[] = {"http://e.org", "WWW.e.org/a"};
    struct arena arena;
    struct error error = {0};
    char text[220];
    arena_init(&arena, 0);
    memset(text, 'x', sizeof text);
    for (size_t before = 1; before < 150; before++)
        for (size_t behind = 0; behind < 60; behind += 7)
            for (size_t k = 0; k < 2; k++) {
                size_t links = 0, n = strlen(urls[k]);
                struct article article = {.text = {text, before + n + behind}, .first_line = 1};
                memset(text, 'x', sizeof text);
                text[before - 1] = ' ';
                memcpy(text + before, urls[k], n);
                assert_true(parse_article(&article, DIALECT_EXTRACTED, &arena, count_links, &links, &error));
                assert_int_equal(links, 1);
                arena_reset(&arena);
            }
    arena_release(&arena);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(markdown),
        cmocka_unit_test(extracted),
        cmocka_unit_test(looks_at_the_beginning),
        cmocka_unit_test(a_name_is_evidence),
        cmocka_unit_test(parses_in_the_dialect_asked_for),
        cmocka_unit_test(links_are_found_wherever_they_stand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
