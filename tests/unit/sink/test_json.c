#include "sink/json.h"
#include "unit.h"

static void string(struct str s, const char *wanted)
{
    struct buf buf = {0};
    json_string(&buf, s);
    assert_str(buf_str(&buf), wanted);
    buf_release(&buf);
}

static void strings(void **state)
{
    (void)state;
    string(STR("plain"), "\"plain\"");
    string(STR(""), "\"\"");
    string(STR_NULL, "null");
    string(STR("say \"yes\" \\ no"), "\"say \\\"yes\\\" \\\\ no\"");
    string(STR("a\nb\tc\rd"), "\"a\\nb\\tc\\u000dd\"");
    string(STR("\x01\x1F\x7F"), "\"\\u0001\\u001f\\u007f\"");
    string(STR("\xC2\x9B\xE2\x80\xAE\xC2\xA0"), "\"\\u009b\\u202e\xC2\xA0\"");
    string(STR("a\0b"), "\"a\\u0000b\"");
    string(STR("caf\xC3\xA9 \xF0\x9F\x98\x80"), "\"caf\xC3\xA9 \xF0\x9F\x98\x80\"");
}

static void objects(void **state)
{
    (void)state;
    struct buf buf = {0};
    buf_byte(&buf, '{');
    json_key(&buf, "a");
    json_string(&buf, STR("{"));
    json_key(&buf, "b");
    buf_byte(&buf, '1');
    buf_byte(&buf, '}');
    assert_str(buf_str(&buf), "{\"a\": \"{\", \"b\": 1}");
    buf_release(&buf);
}

static const struct CMUnitTest tests[] = {cmocka_unit_test(strings), cmocka_unit_test(objects)};

UNIT_MAIN("json")
