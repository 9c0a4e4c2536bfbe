// input/format.h, input/mapping.h and input/json_scan.h
#include "input/format.h"

#include "input/json_scan.h"
#include "input/mapping.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void found_by_content(void **state)
{
    (void)state;
    static const struct {
        struct str head;
        const char *name;
        enum format format;
    } cases[] = {
        {STR("Plain text, with commas, and more"), "a.txt", FORMAT_ARTICLE},
        {STR(""), "a.jsonl", FORMAT_ARTICLE},
        {STR("WARC/1.0\r\nWARC-Type: x"), "a.txt", FORMAT_WARC},
        {STR("WARC/1.1\r\n"), "x", FORMAT_WARC},
        {STR("WARC/2 is a name"), "x.wet", FORMAT_ARTICLE},
        {STR("{\"text\": \"a\"}\n{\"text\": \"b\"}\n"), "x", FORMAT_NDJSON},
        {STR("\xEF\xBB\xBF{\"text\": \"a\"}"), "x", FORMAT_NDJSON},
        {STR("{\"text\": \"it goes on past the head"), "x", FORMAT_NDJSON},
        {STR("{\n  \"text\": \"a\"\n}\n"), "x", FORMAT_NDJSON},
        {STR("{}\n{\"text\": \"b\"}"), "x", FORMAT_NDJSON},
        {STR("[\n {\"text\": \"a\"},\n {\"text\": \"b\"}]"), "x", FORMAT_NDJSON},
        {STR("[{"), "x", FORMAT_NDJSON},
        {STR("{\"text\": \"a\"}\nbad\n{\"text\": \"b\"}\n"), "x", FORMAT_NDJSON},
        {STR("{\"text\": \"a\"}\nbad\n"), "x", FORMAT_ARTICLE},
        {STR("{\"title\": \"front matter\"}\n\n# Heading\n"), "a.md", FORMAT_ARTICLE},
        {STR("{\n\"title\": \"front matter\"\n}\n\n# Heading\n\n{\"x\": 1}"), "a.md", FORMAT_ARTICLE},
        {STR("{{Infobox}}\n"), "x", FORMAT_ARTICLE},
        {STR("{\"quoted\" words}\n"), "x", FORMAT_ARTICLE},
        {STR("{\"an open quote\nand more\": }\n"), "x", FORMAT_ARTICLE},
        {STR("[link](url) and more"), "x", FORMAT_ARTICLE},
        {STR("["), "x", FORMAT_ARTICLE},
        {STR("id,text\n1,a\n"), "x.csv", FORMAT_CSV},
        {STR("id,text\n1,a\n"), "x.CSV.gz", FORMAT_CSV},
        {STR("id\ttext\n1\ta\n"), "x.tsv.zst", FORMAT_TSV},
        {STR("id\ttext\n1\ta\n"), "x.tab", FORMAT_TSV},
        {STR("id,text\n1,a\n"), "x.txt", FORMAT_ARTICLE},
        {STR("No delimiter here\na, b\n"), "x.csv", FORMAT_ARTICLE},
        {STR("\xFF\xFE{\0\"\0t\0\"\0:\0\"\0a\0\"\0}\0"), "x", FORMAT_NDJSON},
        {STR("\xFF\xFEi\0d\0\t\0t\0"), "x.tsv", FORMAT_TSV},
        {STR("\xFF\xFEt\0\xE4\0x\0t\0"), "x", FORMAT_ARTICLE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        enum format got = format_of(cases[i].head, str_from(cases[i].name), '\0');
        if (got != cases[i].format) fail_msg("%.*s (%s) is %d", STR_ARG(cases[i].head), cases[i].name, (int)got);
    }
}

static void delimiter_is_known(void **state)
{
    (void)state;
    assert_int_equal(format_of(STR("a#b\n"), STR("x.csv"), '#'), FORMAT_CSV);
    assert_int_equal(format_of(STR("a,b\n"), STR("x.csv"), '#'), FORMAT_ARTICLE);
    assert_int_equal(format_of(STR("a#b\n"), STR("x.txt"), '#'), FORMAT_ARTICLE);
}

static void names(void **state)
{
    (void)state;
    enum format format;
    assert_true(format_from_name("auto", &format) && format == FORMAT_AUTO);
    assert_true(format_from_name("article", &format) && format == FORMAT_ARTICLE);
    assert_true(format_from_name("ndjson", &format) && format == FORMAT_NDJSON);
    assert_true(format_from_name("jsonl", &format) && format == FORMAT_NDJSON);
    assert_true(format_from_name("csv", &format) && format == FORMAT_CSV);
    assert_true(format_from_name("tsv", &format) && format == FORMAT_TSV);
    assert_true(format_from_name("warc", &format) && format == FORMAT_WARC);
    assert_true(format_from_name("wet", &format) && format == FORMAT_WARC);
    assert_false(format_from_name("xml", &format));
}

static void file_names(void **state)
{
    (void)state;
    assert_true(str_equal(format_file_name(STR("/a/b.txt")), STR("b.txt")));
    assert_true(str_equal(format_file_name(STR("b.zip!c/a.txt.gz")), STR("a.txt")));
    assert_true(str_equal(format_file_name(STR("b.zip!a.txt")), STR("a.txt")));
    assert_true(str_equal(format_file_name(STR("a")), STR("a")));
}

static void fields(void **state)
{
    (void)state;
    struct mapping mapping;
    struct error error = {0};
    unsigned first, second;
    assert_true(mapping_init(&mapping, NULL, &error));
    assert_int_equal(mapping_find(&mapping, STR("text"), &first), FIELD_TEXT);
    assert_int_equal(mapping_find(&mapping, STR("raw_content"), &second), FIELD_TEXT);
    assert_true(first < second);
    assert_int_equal(mapping_find(&mapping, STR("datePublished"), &first), FIELD_DATE);
    assert_int_equal(mapping_find(&mapping, STR("Date Published"), &second), FIELD_DATE);
    assert_int_equal(first, second);
    assert_int_equal(mapping_find(&mapping, STR("_id"), &first), FIELD_ID);
    assert_int_equal(mapping_find(&mapping, STR("score"), &first), FIELD_COUNT);
    assert_int_equal(mapping_find(&mapping, STR("_"), &first), FIELD_COUNT);
    assert_int_equal(mapping_find(&mapping, STR("a name much longer than any common one"), &first), FIELD_COUNT);
}

static void named_fields(void **state)
{
    (void)state;
    struct mapping mapping;
    struct error error = {0};
    unsigned first, second;
    assert_true(mapping_init(&mapping, " text = my body ,text=other,date=when,author=,lang=l", &error));
    assert_int_equal(mapping_find(&mapping, STR("my body"), &first), FIELD_TEXT);
    assert_int_equal(mapping_find(&mapping, STR("other"), &second), FIELD_TEXT);
    assert_true(first < second);
    assert_int_equal(mapping_find(&mapping, STR("text"), &first), FIELD_COUNT);
    assert_int_equal(mapping_find(&mapping, STR("when"), &first), FIELD_DATE);
    assert_int_equal(mapping_find(&mapping, STR("author"), &first), FIELD_COUNT);
    assert_int_equal(mapping_find(&mapping, STR("l"), &first), FIELD_LANGUAGE);
    assert_int_equal(mapping_find(&mapping, STR("title"), &first), FIELD_TITLE);
}

static void bad_map(void **state)
{
    (void)state;
    struct mapping mapping;
    struct error error = {0};
    assert_false(mapping_init(&mapping, "text", &error));
    assert_string_equal(error.message, "--map takes pairs such as text=body, not 'text'");
    error = (struct error){0};
    assert_false(mapping_init(&mapping, "text=a,colour=b", &error));
    assert_string_equal(
        error.message,
        "--map knows no 'colour'; before the = goes text, id, title, author, site, url, language or date");
    assert_int_equal(error.code, ERROR_USAGE);
    char many[40 * 8 + 1] = "";
    for (int i = 0; i < 40; i++) strcat(many, "text=aa,");
    error = (struct error){0};
    assert_false(mapping_init(&mapping, many, &error));
    assert_string_equal(error.message, "--map names more than 32 fields");
}

// The end of a value is found however its bytes come.
static void scanned_in_pieces(void **state)
{
    (void)state;
    struct str s = STR("{\"a\": \"}\\\"]\\\\\", \"b\": [1, {\"c\": \"[\"}]} {}");
    for (size_t step = 1; step <= s.n; step++) {
        struct json_scan scan = {0};
        size_t got = 0, n = 0;
        while (!got && n < s.n) {
            n = n + step < s.n ? n + step : s.n;
            got = json_scan(&scan, str_slice(s, 0, n));
        }
        assert_int_equal(got, s.n - 3);
    }
    struct json_scan scan = {0};
    assert_int_equal(json_scan(&scan, STR("{\"a\": \"")), 0);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(found_by_content),
        cmocka_unit_test(delimiter_is_known),
        cmocka_unit_test(names),
        cmocka_unit_test(file_names),
        cmocka_unit_test(fields),
        cmocka_unit_test(named_fields),
        cmocka_unit_test(bad_map),
        cmocka_unit_test(scanned_in_pieces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
