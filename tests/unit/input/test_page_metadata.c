// What a page states of its article: which statement wins, and what happens to the others.
#include "unit.h"

#include "input/page_metadata.h"

#include <stdio.h>

static char printed[4096];

static const char *fields_of(struct metadata given, const struct page_statement *statements, size_t count)
{
    struct arena arena;
    struct error error = {0};
    struct article article = {.source = STR("a.html"), .metadata = given};
    arena_init(&arena, 0);
    assert_true(page_metadata(&article, statements, count, &arena, &error));
    const struct metadata *m = &article.metadata;
    const struct str values[] = {m->title, m->name, m->author, m->site, m->url, m->language, m->published_at, m->other};
    size_t n = 0;
    for (size_t i = 0; i < 8; i++)
        n += (size_t)snprintf(printed + n, sizeof printed - n, "%s%.*s", i ? "|" : "", STR_ARG(values[i]));
    arena_release(&arena);
    return printed;
}

#define META(name, value)                                                                                              \
    {                                                                                                                  \
        PAGE_META, STR(name), STR(value)                                                                               \
    }
#define ELEMENT(name, value)                                                                                           \
    {                                                                                                                  \
        PAGE_ELEMENT, STR(name), STR(value)                                                                            \
    }
#define JSON_LD(text)                                                                                                  \
    {                                                                                                                  \
        PAGE_JSON_LD, STR(""), STR(text)                                                                               \
    }
#define FIELDS(...)                                                                                                    \
    fields_of((struct metadata){0}, (const struct page_statement[]){__VA_ARGS__},                                      \
              sizeof((const struct page_statement[]){__VA_ARGS__}) / sizeof(struct page_statement))

// What came with the article stays as it is: deep values, integers of any length.
static void what_was_there_stays(void **state)
{
    (void)state;
    static const char other[] =
        "{\"a\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]],"
        "\"n\":[123456789012345678901234,1.10]";
    char given[256], wanted[512];
    snprintf(given, sizeof given, "%s}", other);
    snprintf(wanted, sizeof wanted, "|||||||%s,\"keywords\":\"x\"}", other);
    struct page_statement statements[] = {META("keywords", "x")};
    assert_string_equal(fields_of((struct metadata){.other = str_from(given)}, statements, 1), wanted);
    assert_string_equal(FIELDS(JSON_LD("{\"@type\":\"Article\",\"n\":123456789012345678901234}")),
                        "|||||||{\"json_ld\":{\"@type\":\"Article\",\"n\":123456789012345678901234}}");
}

static void the_best_statement_wins(void **state)
{
    (void)state;
    assert_string_equal(FIELDS(ELEMENT("title", "Mills"), META("author", "Bo"), META("og:title", "The mills"),
                               META("date", "2024-05-03")),
                        "The mills||Bo||||2024-05-03|{\"stated_by\":{\"title\":\"og:title\",\"author\":\"author\","
                        "\"published_at\":\"date\"}}");
    assert_string_equal(FIELDS(META("date", "2024-05-03"), META("article:published_time", "2024-05-02T10:00:00Z"),
                               META("author", "https://example.org/bo")),
                        "||||||2024-05-02T10:00:00Z|{\"date\":\"2024-05-03\",\"author\":\"https://example.org/bo\","
                        "\"stated_by\":{\"published_at\":\"article:published_time\"}}");
}

static void no_object(void **state)
{
    (void)state;
    struct arena arena;
    struct error error = {0};
    struct article article = {.source = STR("a.html"), .metadata.other = STR("[1]")};
    arena_init(&arena, 0);
    assert_false(page_metadata(&article, NULL, 0, &arena, &error));
    assert_string_equal(error.message, "the metadata that came with the article is no JSON object");
    arena_release(&arena);
}

static void a_title_goes_without_its_site(void **state)
{
    (void)state;
    assert_string_equal(FIELDS(META("og:site_name", "Valley News"), META("og:title", "Mills | Valley News"),
                               ELEMENT("title", "Valley News - Mills")),
                        "Mills|||Valley News||||{\"stated_by\":{\"title\":\"og:title\",\"site\":\"og:site_name\"}}");
    assert_string_equal(
        FIELDS(ELEMENT("title", " Mills\n  of May – Valley News "), META("application-name", "Valley News")),
        "|Mills of May||Valley News||||{\"stated_by\":{\"site\":\"application-name\"}}");
}

static void the_source_knows_better(void **state)
{
    (void)state;
    struct metadata given = {.title = STR("Given"), .other = STR("{\"id\":1,\"description\":\"own\"}")};
    const struct page_statement statements[] = {META("og:title", "Other"), META("description", "page's"),
                                                META("keywords", "a")};
    assert_string_equal(fields_of(given, statements, 3),
                        "Given|||||||{\"id\":1,\"description\":\"own\",\"keywords\":\"a\"}");
}

static void linked_data(void **state)
{
    (void)state;
    assert_string_equal(
        FIELDS(
            JSON_LD("<!-- x "
                    "-->{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"Valley\"},"
                    "{\"@type\":\"Person\",\"@id\":\"#bo\",\"name\":\"Bo Lee\"},{\"@type\":[\"NewsArticle\"],"
                    "\"headline\":\"Mills\",\"author\":{\"@id\":\"#bo\"},\"datePublished\":\"2024-05-03\","
                    "\"articleBody\":\"long\",\"wordCount\":7}]}"),
            JSON_LD("{\"@type\":\"WebPage\",\"name\":\"Page\"}"), JSON_LD("no json {")),
        "Mills||Bo Lee|Valley|||2024-05-03|{\"json_ld\":{\"@type\":[\"NewsArticle\"],\"wordCount\":7},\"stated_by\":{"
        "\"title\":\"JSON-LD headline\",\"author\":\"JSON-LD author\",\"site\":\"JSON-LD website\","
        "\"published_at\":\"JSON-LD datePublished\"}}");
}

static void several_of_a_name(void **state)
{
    (void)state;
    assert_string_equal(FIELDS(META("citation_author", "Lee, Ann"), META("citation_author", "Lee, Ann")),
                        "||Lee, Ann|||||{\"stated_by\":{\"author\":\"citation_author\"}}");
    assert_string_equal(FIELDS(META("author", "Bob"), META("author", "Bo"), META("author", "By Bob"),
                               META("author", "Ob"), META("author", "Bo")),
                        "||Bob, Bo, Ob|||||{\"stated_by\":{\"author\":\"author\"}}");
    assert_string_equal(FIELDS(META("article:tag", "mill"), META("article:tag", "may"), META("article:tag", "may"),
                               META("viewport", "width=1"), META("csrf-token", "x"), META("citation_author", "Bo"),
                               META("citation_author", "Ada")),
                        "||Bo, Ada|||||{\"article:tag\":[\"mill\",\"may\",\"may\"],\"stated_by\":{\"author\":"
                        "\"citation_author\"}}");
}

static void beside_an_author(void **state)
{
    (void)state;
    assert_string_equal(FIELDS(ELEMENT("a rel=author", "Bo 9,986 points"), ELEMENT("a rel=author", "Ada")),
                        "||Ada|||||{\"stated_by\":{\"author\":\"<a rel=author>\"}}");
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_best_statement_wins),
        cmocka_unit_test(what_was_there_stays),
        cmocka_unit_test(no_object),
        cmocka_unit_test(a_title_goes_without_its_site),
        cmocka_unit_test(the_source_knows_better),
        cmocka_unit_test(linked_data),
        cmocka_unit_test(several_of_a_name),
        cmocka_unit_test(beside_an_author),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
