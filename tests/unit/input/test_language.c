// input/language.h
#include "input/language.h"

#include "input/language_codes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void codes(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"en", "en"},
        {"EN", "en"},
        {"eng", "en"},
        {"en-US", "en"},
        {"en_US", "en"},
        {"en_US.UTF-8", "en"},
        {"English", "en"},
        {" english (UK) ", "en"},
        {"British English", "en"},
        {"eng_Latn", "en"},
        {"deu", "de"},
        {"ger", "de"},
        {"de-DE", "de"},
        {"German", "de"},
        {"Deutsch", "de"},
        {"FRANÇAIS", "fr"},
        {"РУССКИЙ", "ru"},
        {"日本語", "ja"},
        {"zh-Hans", "zh"},
        {"zho_Hans", "zh"},
        {"zho", "zh"},
        {"chi", "zh"},
        {"cmn", "zh"},
        {"Chinese (Simplified)", "zh"},
        {"Mandarin", "zh"},
        {"pt-BR", "pt"},
        {"nob", "nb"},
        {"no", "no"},
        {"arb_Arab", "ar"},
        {"tgl", "tl"},
        {"iw", "he"},
        {"Spanish", "es"},
        {"Castilian", "es"},
        {"Farsi", "fa"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str got = language_code(str_from(cases[i][0]));
        if (!str_equal(got, str_from(cases[i][1]))) fail_msg("%s is %.*s", cases[i][0], STR_ARG(got));
    }
    static const char *const none[] = {
        "",
        "e",
        "und",
        "mul",
        "unknown",
        "xx",
        "zxx",
        "yue",
        "fil",
        "en,de",
        "deu;eng",
        "C",
        "english text of the mill",
        "x-en",
        "us",
        "in English",
        "-",
        "de/en",
    };
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        struct str got = language_code(str_from(none[i]));
        if (got.p) fail_msg("%s is %.*s", none[i], STR_ARG(got));
    }
}

// bsearch wants it so.
static void table_is_in_order(void **state)
{
    (void)state;
    for (size_t i = 1; i < language_name_count; i++)
        assert_true(strcmp(language_names[i - 1].name, language_names[i].name) < 0);
    for (size_t i = 0; i < language_name_count; i++) assert_true(strlen(language_names[i].name) <= 64);
}

static void settled(void **state)
{
    (void)state;
    struct arena arena;
    struct error error = {0};
    arena_init(&arena, 0);
    struct metadata m = {0};
    assert_true(language_settle(&m, &arena, &error));
    assert_null(m.language.p);
    m.language = STR("");
    assert_true(language_settle(&m, &arena, &error));
    assert_null(m.language.p);
    assert_null(m.other.p);
    m.language = STR("en");
    assert_true(language_settle(&m, &arena, &error));
    assert_null(m.other.p);
    m.language = STR("en-US");
    assert_true(language_settle(&m, &arena, &error));
    assert_true(str_equal(m.language, STR("en")));
    assert_true(str_equal(m.other, STR("{\"language\":\"en-US\"}")));
    m = (struct metadata){.language = STR("und"), .other = STR("{\"a\":1}")};
    assert_true(language_settle(&m, &arena, &error));
    assert_null(m.language.p);
    assert_true(str_equal(m.other, STR("{\"a\":1,\"language\":\"und\"}")));
    m = (struct metadata){.language = STR("deu"), .other = STR("{\"a\":\"x deu\",\"b\":\"deu\"}")};
    assert_true(language_settle(&m, &arena, &error));
    assert_true(str_equal(m.language, STR("de")));
    assert_true(str_equal(m.other, STR("{\"a\":\"x deu\",\"b\":\"deu\"}")));
    m = (struct metadata){.language = STR("deu"), .other = STR("{\"a\":\"x deu\"}")};
    assert_true(language_settle(&m, &arena, &error));
    assert_true(str_equal(m.other, STR("{\"a\":\"x deu\",\"language\":\"deu\"}")));
    m = (struct metadata){.language = STR("x\"y"), .other = STR("{}")};
    assert_true(language_settle(&m, &arena, &error));
    assert_true(str_equal(m.other, STR("{\"language\":\"x\\\"y\"}")));
    arena_release(&arena);
    arena_init(&arena, 1);
    m = (struct metadata){.language = STR("und")};
    assert_false(language_settle(&m, &arena, &error));
    assert_int_equal(error.code, ERROR_ARTICLE);
    arena_release(&arena);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes),
        cmocka_unit_test(table_is_in_order),
        cmocka_unit_test(settled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
