// input/json_lift.h against json-c.
#include "input/json_lift.h"

#include "unit.h"

#include <json-c/json.h>

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

#define LIFT_TEST(test) cmocka_unit_test_setup_teardown(test, set_up_lift, tear_down_lift)

static const struct CMUnitTest tests[] = {
    LIFT_TEST(lifted_as_json_c_reads_it), LIFT_TEST(what_is_lifted), LIFT_TEST(not_plain),
    LIFT_TEST(plain_as_json_c_writes_it), LIFT_TEST(not_lifted),     LIFT_TEST(many_members),
};

UNIT_MAIN("json_lift")
