// NDJSON and JSON: input/record_json.c through input/input.h, input/json_lift.h, input/json_value.h.
#include "input_files.h"

#include "input/json_lift.h"
#include "input/json_value.h"

#include <json-c/json.h>

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
                        "a.jsonl#L1 [t] other={\"author\":{\"name\":\"A\"},\"authors\":[1],\"date\":\"03/05/2024\"}\n"
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
        "! a.jsonl:2 has no text; its fields are: _source, text. Say which of them is the text: --map "
        "text=FIELD\n");
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
                        "a.jsonl#1 [a]\na.jsonl#1~L2 [b]\na.jsonl#L4 [c]\na.jsonl#L4~L4 [d]\na.jsonl#1~L6 [e]\n"
                        "a.jsonl#1~L6~L6 [f]\nb.jsonl#1 [other file]\n");
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
                        "big.jsonl#L1 [small]\n! big.jsonl:2 the line is larger than the 1 MB one article may have\n"
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
        "a.jsonl#L1 [t] other={\"a\":\"12345678901234567890123\",\"b\":[\"-1e999999\",\"NaN\",\"-Infinity\"],"
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

// Lifting ---------------------------------------------------------------------------------------------------------

#define X50  "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
#define X200 X50 X50 X50 X50

static struct arena arena;
static struct mapping mapping;
static struct json_lift lift;

static int set_up_lift(void **state)
{
    (void)state;
    struct error error = {0};
    arena_init(&arena, 0);
    lift = (struct json_lift){.mapping = &mapping};
    return !mapping_init(&mapping, NULL, &error);
}

static int tear_down_lift(void **state)
{
    (void)state;
    buf_release(&lift.rest);
    arena_release(&arena);
    return 0;
}

static void lifted_as_json_c_reads_it(void **state)
{
    (void)state;
    static const char *const values[] = {
        "",
        "short",
        "short \\u00e4",
        X200,
        X200 "\\n\\t\\r\\b\\f\\/\\\\\\\"",
        "\\\\\\\"" X200 "\\\\",
        X200 "\\u00e4\\u20AC\\ud83d\\ude42\\u0041",
        X200 "\\ud83d alone \\ude42 \\ud83d\\u0041 \\ud83d\\n",
        X200 "äöü🙂 raw \t tab",
    };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        char json[1000];
        int n = snprintf(json, sizeof json, " {\"a\": 1, \"text\" : \"%s\" , \"b\": {\"c\": \"%s\"}, \"d\": [\"]\"]} ",
                         values[i], X200);
        struct str object = {json + 1, (size_t)n - 1};
        assert_true(json_lift(&lift, object, &arena));
        assert_int_equal(lift.count, 1);
        assert_false(lift.plain);
        assert_int_equal(lift.lifted[0].field, FIELD_TEXT);
        assert_true(str_equal(lift.lifted[0].key, STR("text")));
        assert_true(str_equal(buf_str(&lift.rest), STR("{\"a\":1,\"b\":{\"c\": \"" X200 "\"},\"d\":[\"]\"]}")));
        struct json_object *parsed = json_tokener_parse(json), *text;
        assert_true(json_object_object_get_ex(parsed, "text", &text));
        struct str wanted = {json_object_get_string(text), (size_t)json_object_get_string_len(text)};
        if (!str_equal(lift.lifted[0].value, wanted)) fail_msg("%s: %.*s", values[i], STR_ARG(lift.lifted[0].value));
        json_object_put(parsed);
    }
}

static void what_is_lifted(void **state)
{
    (void)state;
    assert_true(json_lift(&lift,
                          STR("{\"id\": -12, \"title\" : \"T\\\"\", \"author\":\"\",\"x\":\"y\",\"url\":null,"
                              "\"z\":1.50 ,\"text\":\"\",\"b\":true\t}\r\n"),
                          &arena));
    assert_int_equal(lift.count, 3);
    assert_true(lift.plain);
    assert_true(lift.lifted[0].field == FIELD_ID && lift.lifted[0].integer);
    assert_true(str_equal(lift.lifted[0].value, STR("-12")));
    assert_true(lift.lifted[1].field == FIELD_TITLE && str_equal(lift.lifted[1].value, STR("T\"")));
    assert_true(lift.lifted[2].field == FIELD_TEXT && lift.lifted[2].value.n == 0);
    assert_true(
        str_equal(buf_str(&lift.rest), STR("{\"author\":\"\",\"x\":\"y\",\"url\":null,\"z\":1.50,\"b\":true}")));
    // long strings too, and what they are called the next time is not what it was the last time
    assert_true(json_lift(&lift, STR("{\"x\": \"" X200 "\\/\", \"y\": \"" X200 "\", \"id\": \"i\"}"), &arena));
    assert_int_equal(lift.count, 2);
    assert_int_equal(lift.lifted[0].field, FIELD_COUNT);
    assert_true(str_equal(lift.lifted[0].value, STR(X200 "/")));
    assert_int_equal(lift.lifted[1].field, FIELD_ID);
    assert_true(str_equal(buf_str(&lift.rest), STR("{\"y\":\"" X200 "\"}")));
    assert_false(lift.plain);
}

// Members that mean something, or that json-c would write in another way, are not plain.
static void not_plain(void **state)
{
    (void)state;
    static const char *const values[] = {
        "01",  "-0",    "-",   "1.",      ".5", "1.x", "1e5",     "1234567890123456789", "1.12345678901234567890",
        "+1",  "True",  "NaN", "x",       "{}", "[1]", "\"\\/\"", "\"\\u0041\"",         "\"a\tb\"",
        "nul", "1.5.5", "-0a", "\"\\x\"",
    };
    char json[100];
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        int n = snprintf(json, sizeof json, "{\"a\": %s}", values[i]);
        if (json_lift(&lift, (struct str){json, (size_t)n}, &arena) && lift.plain) fail_msg("plain: %s", json);
    }
    static const char *const objects[] = {"{\"date\": 5}", "{\"date\": 1.5}", "{\"author\": [\"A\"]}", "{\"a\\n\": 1}",
                                          "{\"a\tb\": 1}"};
    for (size_t i = 0; i < sizeof objects / sizeof *objects; i++) {
        assert_true(json_lift(&lift, str_from(objects[i]), &arena));
        assert_int_equal(lift.count, 0);
        if (lift.plain) fail_msg("plain: %s", objects[i]);
    }
}

// What is called plain is what json-c writes.
static void plain_as_json_c_writes_it(void **state)
{
    (void)state;
    static const char *const objects[] = {
        "{\"a\":1}",
        " { \"a\" : 0 , \"b\" :\t-1 ,\"c\": 123456789012345678 }",
        "{\"a\": 1.50, \"b\": -0.0, \"c\": 0.1234567890123456789, \"d\": 123456789012345678.5}",
        "{\"\": null, \"ä\": true, \" \": false}",
        "{\"a\": \"\", \"b\": \"x/y ü\x7F\", \"c\": \"\\n\\t\\r\\b\\f\\\\\\\"\"}",
        "{\"a\": \"" X200 "\", \"a very long name, longer than most are\": 1}",
    };
    for (size_t i = 0; i < sizeof objects / sizeof *objects; i++) {
        struct str object = str_from(objects[i]);
        object = str_trim(object);
        assert_true(json_lift(&lift, object, &arena));
        if (!lift.plain) fail_msg("not plain: %s", objects[i]);
        struct json_object *parsed = json_tokener_parse(objects[i]);
        const char *wanted =
            json_object_to_json_string_ext(parsed, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE);
        if (!str_equal(buf_str(&lift.rest), str_from(wanted)))
            fail_msg("%s: %.*s", wanted, STR_ARG(buf_str(&lift.rest)));
        json_object_put(parsed);
    }
}

static void not_lifted(void **state)
{
    (void)state;
    static const char *const objects[] = {
        "{}",
        "{\"text\": \"" X200 "\\x\"}",
        "{\"text\": \"\\x\"}",
        "{\"a\": \"" X200 "\\u12\"}",
        "{\"a\": \"" X200 "\\uZZZZ\"}",
        "{\"a\": \"" X200,
        "{\"text\": \"\\n",
        "{\"a\" \"" X200 "\"}",
        "{\"a\"",
        "{\"a\\",
        "{\"a\":",
        "{\"a\": [",
        "{\"a\": 1",
        "{\"a\": 1] ",
        "{\"a\": 1} x",
        "{a: 1}",
        "{\"a\": 1,}",
        "{\"a\": \"" X200 "\\",
        "{\"a\": \"" X200 "\\\"",
        "{\"a\\n\": \"x",
        "{\"a\": 1, \"b\": 2, \"a\": 3}",
        "{\"text\": \"a\", \"text\": \"b\"}",
    };
    for (size_t i = 0; i < sizeof objects / sizeof *objects; i++)
        if (json_lift(&lift, str_from(objects[i]), &arena)) fail_msg("lifted: %s", objects[i]);
    struct arena small;
    arena_init(&small, 8);
    assert_false(json_lift(&lift, STR("{\"text\": \"no room for that\"}"), &small));
    assert_false(json_lift(&lift, STR("{\"text\": \"nor for\\nthis\"}"), &small));
    arena_release(&small);
}

static void many_members(void **state)
{
    (void)state;
    struct buf json = {0};
    for (int i = 0; i < LIFT_MEMBERS; i++) buf_printf(&json, "%s\"k%d\":%d", i ? "," : "{", i, i);
    buf_byte(&json, '}');
    assert_true(json_lift(&lift, buf_str(&json), &arena) && lift.plain);
    assert_true(str_equal(buf_str(&lift.rest), buf_str(&json)));
    json.n--;
    buf_str_add(&json, STR(",\"one more\":0}"));
    assert_false(json_lift(&lift, buf_str(&json), &arena));
    // no more than LIFT_MOST are lifted
    json.n = 0;
    for (int i = 0; i <= LIFT_MOST; i++) buf_printf(&json, "%s\"k%d\":\"" X200 "\\/\"", i ? "," : "{", i);
    buf_byte(&json, '}');
    assert_true(json_lift(&lift, buf_str(&json), &arena));
    assert_int_equal(lift.count, LIFT_MOST);
    assert_true(str_equal(buf_str(&lift.rest), STR("{\"k16\":\"" X200 "\\/\"}")));
    buf_release(&json);
}

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
                        "a.jsonl#L1 [t] other={\"html\":\"" X200 "\\n\",\"kept\":\"" X200 "\",\"content\":\"" X200
                        "\"}\n"
                        "a.jsonl#L2 [" X200 "] title=" X200 "\n");
    write_text("b.jsonl", "{\"nothing\": \"" X200 "\", \"title\": 1}\n{\"text\": \"" X200 "\\x\"}\n");
    const char *got = READ(OPTIONS(.format = FORMAT_NDJSON), "b.jsonl");
    assert_non_null(strstr(got, "! b.jsonl:1 has no text; its fields are: nothing. Say"));
    assert_non_null(strstr(got, "! b.jsonl:2 is no JSON: "));
}

#define LIFT_TEST(test) cmocka_unit_test_setup_teardown(test, set_up_lift, tear_down_lift)

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
        LIFT_TEST(lifted_as_json_c_reads_it),
        LIFT_TEST(what_is_lifted),
        LIFT_TEST(not_plain),
        LIFT_TEST(plain_as_json_c_writes_it),
        LIFT_TEST(not_lifted),
        LIFT_TEST(many_members),
        cmocka_unit_test(with_and_without_json_c),
        cmocka_unit_test(unused_long_strings_stay),
    };
    return cmocka_run_group_tests(tests, enter_directory, leave_directory);
}
