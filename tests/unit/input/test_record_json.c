// NDJSON and JSON: input/record_json.c through input/input.h.
#include "input_files.h"

static void fields_by_common_names(void **state)
{
    (void)state;
    write_text(
        "a.jsonl",
        "{\"id\": \"x1\", \"text\": \"one\\nline\", \"title\": \" T \", \"author\": [\"A\", \"B\"], \"domain\": \"s\","
        " \"link\": \"http://x/\", \"lang\": \"en\", \"date\": \"May 3, 2024\"}\n"
        "\n"
        "  {\"raw_content\": \"two\", \"content\": \"better\", \"id\": 7, \"timestamp\": 1714725015}\r\n"
        "{\"body\": \"last\", \"nested\": {\"a\": [1, null, true]}, \"id\": null, \"headline\": \"\"}");
    assert_string_equal(READ(PLAIN, "a.jsonl"),
                        "a.jsonl#x1 [one|line] title=T author=A, B site=s url=http://x/ language=en date=2024-05-03\n"
                        "a.jsonl#7 [better] date=2024-05-03T08:30:15Z other={\"raw_content\":\"two\"}\n"
                        "a.jsonl#L4 [last] other={\"nested\":{\"a\":[1,null,true]},\"id\":null,\"headline\":\"\"}\n");
}

static void what_is_not_usable_stays(void **state)
{
    (void)state;
    write_text("a.jsonl",
               "{\"text\": \"t\", \"date\": \"03/05/2024\", \"author\": {\"name\": \"A\"}, \"authors\": [1]}\n"
               "{\"text\": [\"a\", \"b\"], \"date\": 2024, \"title\": 5, \"id\": 1.5}\n"
               "{\"text\": [], \"content\": null, \"article\": \"x\", \"published\": \"soon\"}\n");
    assert_string_equal(READ(PLAIN, "a.jsonl"),
                        "a.jsonl#L1 [t] author=A other={\"authors\":[1],\"date\":\"03/05/2024\"}\n"
                        "a.jsonl#L2 [a|b] title=5 other={\"date\":2024,\"id\":1.5}\n"
                        "a.jsonl#L3 [x] other={\"text\":[],\"content\":null,\"published\":\"soon\"}\n");
}

static void bad_lines(void **state)
{
    (void)state;
    write_text("a.jsonl",
               "{\"text\": \"one\"}\n"
               "{\"text\": \"cut\n"
               "nonsense\n"
               "[1]\n"
               "{\"text\": \"x\"} tail\n"
               "{\"text\": oops}\n"
               "{\"a\": 1, \"b\": 2}\n"
               "{}\n"
               "{\"text\": \"two\"}\n");
    assert_string_equal(
        READ(PLAIN, "a.jsonl"),
        "a.jsonl#L1 [one]\n"
        "! a.jsonl:2 the JSON object does not end; it begins: {\"text\": \"cut\n"
        "! a.jsonl:3 is no JSON object; it begins: nonsense\n"
        "! a.jsonl:4 is no JSON object; it begins: [1]\n"
        "! a.jsonl:5 more follows the JSON object; it begins: {\"text\": \"x\"} tail\n"
        "! a.jsonl:6 is no JSON: unexpected character at byte 10; it begins: {\"text\": oops}\n"
        "! a.jsonl:7 has no text; its fields are: a, b. Say which of them is the text: --map text=FIELD\n"
        "! a.jsonl:8 has no text; its fields are: . Say which of them is the text: --map text=FIELD\n"
        "a.jsonl#L9 [two]\n");
}

static void mapped_fields(void **state)
{
    (void)state;
    write_text("a.jsonl",
               "{\"_source\": {\"page\": {\"md\": \"deep\", \"n\": 1}}, \"a.b\": \"dotted\", \"when\": {\"at\": "
               "\"2024-05-03\"}}\n"
               "{\"_source\": \"flat\", \"text\": \"t\"}\n");
    assert_string_equal(
        READ(OPTIONS(.map = "text=_source.page.md,title=a.b,date=when.at"), "a.jsonl"),
        "a.jsonl#L1 [deep] title=dotted date=2024-05-03 other={\"_source\":{\"page\":{\"n\":1}},\"when\":{}}\n"
        "! a.jsonl:2 has no text in _source.page.md; its fields are: _source, text\n");
    assert_string_equal(READ(OPTIONS(.map = "nothing"), "a.jsonl"),
                        "? --map takes pairs such as text=body, not 'nothing'");
    char path[300];
    memset(path, 'x', sizeof path);
    memcpy(path, "text=.", 6);
    path[sizeof path - 1] = '\0';
    assert_non_null(strstr(READ(OPTIONS(.map = path), "a.jsonl"), "has no text"));
}

static void same_id_twice(void **state)
{
    (void)state;
    write_text("a.jsonl",
               "{\"id\": 1, \"text\": \"a\"}\n{\"id\": 1, \"text\": \"b\"}\n{\"id\": \"L4\", \"text\": \"c\"}\n"
               "{\"text\": \"d\"}\n{\"id\": \"1~L6\", \"text\": \"e\"}\n{\"id\": 1, \"text\": \"f\"}\n");
    write_text("b.jsonl", "{\"id\": 1, \"text\": \"other file\"}\n");
    assert_string_equal(READ(PLAIN, "a.jsonl", "b.jsonl"),
                        "a.jsonl#1 [a]\na.jsonl#1~L2 [b]\na.jsonl#L4 [c]\na.jsonl#L4 [d]\na.jsonl#1~L6 [e]\n"
                        "a.jsonl#1~L6 [f]\nb.jsonl#1 [other file]\n");
}

static void whole_json(void **state)
{
    (void)state;
    write_text("array.json", "[\n  {\"id\": 1,\n   \"text\": \"a ]} \\\" b\"},\n  {\"id\": 2, \"text\": \"c\"}\n]\n");
    write_text("one.json", "{\n  \"text\": \"only\"\n}");
    write_text("flat.json", "[{\"text\":\"a\"},{\"text\":\"b\"}]");
    write_text("several.json", "{\n\"text\": \"a\"\n}\n{\n\"text\": \"b\"\n}\n");
    assert_string_equal(READ(PLAIN, "array.json", "one.json", "flat.json", "several.json"),
                        "array.json#1 [a ]} \" b]\narray.json#2 [c]\none.json#L1 [only]\nflat.json#L1 [a]\n"
                        "flat.json#L1~L1 [b]\nseveral.json#L1 [a]\nseveral.json#L4 [b]\n");
}

static void bad_values(void **state)
{
    (void)state;
    write_text("a.json", "[\n{\"text\": \"a\"},\n17,\n{\"text\": bad},\n{\"text\": \"b\"},\n{\"text\": \"never ends\n");
    assert_string_equal(
        READ(PLAIN, "a.json"),
        "a.json#L2 [a]\n"
        "! a.json:3 is no JSON object; it begins: 17, {\"text\": bad}, {\"text\": \"b\"}, {\"text\": \"never ends\n"
        "! a.json:4 is no JSON: unexpected character at byte 10; it begins: {\"text\": bad}\n"
        "a.json#L5 [b]\n"
        "! a.json:6 the JSON object does not end; it begins: {\"text\": \"never ends\n");
}

static void too_large(void **state)
{
    (void)state;
    FILE *file = fopen("big.jsonl", "w");
    fputs("{\"text\": \"small\"}\n{\"text\": \"", file);
    for (int i = 0; i < 300000; i++) fputs("xxxxxxxxxx", file);
    fputs("\"}\n{\"text\": \"small too\"}\n", file);
    fclose(file);
    assert_string_equal(READ(PLAIN, "big.jsonl"),
                        "big.jsonl#L1 [small]\n! big.jsonl:2 the line is larger than the 1 MB one article may have; "
                        "--article-limit allows more\n"
                        "big.jsonl#L3 [small too]\n");
    shell("(echo '['; sed 's/$/,/' big.jsonl) >big.json");
    const char *got = READ(PLAIN, "big.json");
    assert_non_null(strstr(got, "big.json#L2 [small]\n! big.json:3 the JSON object is larger than one article may be"));
}

static void odd_bytes(void **state)
{
    (void)state;
    write_bytes("a.jsonl",
                "\xEF\xBB\xBF{\"text\": \"n\\u0000ul \0raw\", \"x\": \"a\\u0000b\\\\u0000\", \"y\": \"\\ud800\"}\n"
                "{\"text\": \"caf\xE9\", \"t\": \"\xFF\"}\n",
                95);
    assert_string_equal(READ(PLAIN, "a.jsonl"),
                        "a.jsonl#L1 [nul raw] repaired=2@1 other={\"x\":\"ab\\\\u0000\",\"y\":\"\xEF\xBF\xBD\"}\n"
                        "a.jsonl#L2 [café] other={\"t\":\"\xEF\xBF\xBD\"}\n");
}

static void other_encodings(void **state)
{
    (void)state;
    write_text("u.jsonl", "{\"text\": \"Zürich\"}\n{\"text\": \"Köln\"}\n");
    shell("iconv -f UTF-8 -t UTF-16 u.jsonl >16.jsonl && iconv -f UTF-8 -t ISO-8859-1 u.jsonl >1.jsonl");
    assert_string_equal(READ(PLAIN, "16.jsonl", "1.jsonl"),
                        "16.jsonl#L1 [Zürich]\n16.jsonl#L2 [Köln]\n1.jsonl#L1 [Zürich]\n1.jsonl#L2 [Köln]\n");
    assert_string_equal(READ(OPTIONS(.encoding = "ISO-8859-2"), "1.jsonl"), "1.jsonl#L1 [Zürich]\n1.jsonl#L2 [Köln]\n");
    assert_string_equal(READ(OPTIONS(.encoding = "NONE-1"), "1.jsonl"),
                        "? the encoding 'NONE-1' is not known here; `iconv -l` lists those that are");
}

// Each number must be one that jsonb takes.
static void numbers(void **state)
{
    (void)state;
    write_text("a.jsonl",
               "{\"text\": \"t\", \"a\": 12345678901234567890123, \"b\": [-1e999999, NaN, -Infinity], \"c\": 1e-400,"
               " \"d\": 1.50, \"e\": 9007199254740993, \"f\": \"1234567890123456789012\","
               " \"g\": 12345678901234567890.5, \"h\": 0.0e0}\n");
    assert_string_equal(
        READ(PLAIN, "a.jsonl"),
        "a.jsonl#L1 [t] other={\"a\":12345678901234567890123,\"b\":[\"-1e999999\",\"NaN\",\"-Infinity\"],"
        "\"c\":\"1e-400\",\"d\":1.50,\"e\":9007199254740993,\"f\":\"1234567890123456789012\","
        "\"g\":12345678901234567890.5,\"h\":0.0e0}\n");
}

static void lines_longer_than_the_buffer(void **state)
{
    (void)state;
    FILE *file = fopen("long.jsonl", "w");
    for (int line = 0; line < 5; line++) {
        fputs("{\"text\": \"", file);
        for (int i = 0; i < 20000 * line; i++) fputs("word \\n\\\"", file);
        fprintf(file, "end\", \"id\": %d}\n", line);
    }
    fclose(file);
    const char *got = READ(PLAIN, "long.jsonl");
    for (int line = 0; line < 5; line++) {
        char name[32];
        snprintf(name, sizeof name, "long.jsonl#%d [", line);
        const char *found = strstr(got, name);
        assert_non_null(found);
        assert_int_equal(strcspn(found, "]") - strlen(name), 20000 * (size_t)line * 7 + 3);
    }
}

// Without json-c and with it ------------------------------------------------------------------------------------------

#define X50  "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
#define X200 X50 X50 X50 X50

// The same records with a member that needs json-c and without it.
static void with_and_without_json_c(void **state)
{
    (void)state;
    write_text("a.jsonl",
               "{\"id\": 5, \"text\": \"a\\nb\", \"title\": \"T\", \"content\": \"c\", \"n\": 1, \"article_id\": 6}\n"
               "{\"id\": 5, \"text\": \"a\\nb\", \"title\": \"T\", \"content\": \"c\", \"n\": 1, \"article_id\": 6,"
               " \"o\": [1]}\n"
               "{\"doc_id\": 7, \"id\": \"x\", \"text\": \"t\", \"lang\": \"en\", \"n\": 2}\n"
               "{\"text\": \"first\", \"Text\": \"second\", \"date\": \"May 3, 2024\", \"v\": \"\xFF\"}\n"
               "{\"text\": \"first\", \"text\": \"last\"}\n"
               "{\"text\": \"t\", \"x\": oops}\n");
    assert_string_equal(
        READ(PLAIN, "a.jsonl"),
        "a.jsonl#5 [a|b] title=T other={\"n\":1,\"content\":\"c\",\"article_id\":6}\n"
        "a.jsonl#5~L2 [a|b] title=T other={\"n\":1,\"o\":[1],\"content\":\"c\",\"article_id\":6}\n"
        "a.jsonl#x [t] language=en other={\"n\":2,\"doc_id\":7}\n"
        "a.jsonl#L4 [first] date=2024-05-03 other={\"v\":\"\xEF\xBF\xBD\",\"Text\":\"second\"}\n"
        "a.jsonl#L5 [last]\n"
        "! a.jsonl:6 is no JSON: unexpected character at byte 20; it begins: {\"text\": \"t\", \"x\": oops}\n");
}

static void unused_long_strings_stay(void **state)
{
    (void)state;
    write_text("a.jsonl",
               "{\"html\": \"" X200 "\\n\", \"text\": \"t\", \"content\": \"" X200 "\", \"k\\u0065pt\": \"" X200
               "\"}\n"
               "{\"text\": \"" X200 "\", \"title\": \"" X200 "\"}\n");
    assert_string_equal(READ(PLAIN, "a.jsonl"),
                        "a.jsonl#L1 [t] other={\"kept\":\"" X200 "\",\"html\":\"" X200 "\\n\",\"content\":\"" X200
                        "\"}\n"
                        "a.jsonl#L2 [" X200 "] title=" X200 "\n");
    write_text("b.jsonl", "{\"nothing\": \"" X200 "\", \"title\": 1}\n{\"text\": \"" X200 "\\x\"}\n");
    const char *got = READ(OPTIONS(.format = FORMAT_NDJSON), "b.jsonl");
    assert_non_null(strstr(got, "! b.jsonl:1 has no text; its fields are: nothing. Say"));
    assert_non_null(strstr(got, "! b.jsonl:2 is no JSON: "));
}

// Of a text and its HTML, the HTML is the article; a whole page, which says more, is not, nor is what --map leaves out.
static void html_beside_text(void **state)
{
    (void)state;
    write_text("h.jsonl",
               "{\"text\": \"Mills\\nThe mill turns.\", \"html\": \"<h2>Mills</h2><p>The mill turns.</p>\"}\n"
               "{\"html\": \"<p>a</p>\"}\n"
               "{\"text\": \"The mill turns.\", \"html\": \"<html><body><nav>Home Contact Imprint About</nav><p>The "
               "mill turns.</p></body></html>\"}\n"
               "{\"markdown\": \"The mill turns.\", \"html\": \"<p>The mill turns.</p>\"}\n");
    assert_string_equal(
        READ(PLAIN, "h.jsonl"),
        "h.jsonl#L1 [<h2>Mills</h2><p>The mill turns.</p>] other={\"text\":\"Mills\\nThe mill turns.\"}\n"
        "h.jsonl#L2 [<p>a</p>]\n"
        "h.jsonl#L3 [The mill turns.] other={\"html\":\"<html><body><nav>Home Contact Imprint "
        "About</nav><p>The mill turns.</p></body></html>\"}\n"
        "h.jsonl#L4 [The mill turns.] other={\"html\":\"<p>The mill turns.</p>\"}\n");
    assert_non_null(strstr(READ(OPTIONS(.map = "text=text,text=html"), "h.jsonl"), "#L1 [Mills|The mill turns.]"));
    write_text("h.csv", "title,text,content_html\nT,The mill turns.,<p>The mill turns.</p>\n");
    assert_string_equal(READ(PLAIN, "h.csv"),
                        "h.csv#L2 [<p>The mill turns.</p>] title=T other={\"text\":\"The mill turns.\"}\n");
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_by_common_names),
        cmocka_unit_test(what_is_not_usable_stays),
        cmocka_unit_test(bad_lines),
        cmocka_unit_test(mapped_fields),
        cmocka_unit_test(same_id_twice),
        cmocka_unit_test(whole_json),
        cmocka_unit_test(bad_values),
        cmocka_unit_test(too_large),
        cmocka_unit_test(odd_bytes),
        cmocka_unit_test(other_encodings),
        cmocka_unit_test(numbers),
        cmocka_unit_test(lines_longer_than_the_buffer),
        cmocka_unit_test(with_and_without_json_c),
        cmocka_unit_test(unused_long_strings_stay),
        cmocka_unit_test(html_beside_text),
    };
    return cmocka_run_group_tests(tests, enter_directory, leave_directory);
}
