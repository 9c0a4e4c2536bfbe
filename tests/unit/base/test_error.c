#include "unit.h"

static void first_cause_is_kept(void **state)
{
    (void)state;
    struct error error = {0};
    assert_false(error_set(&error, ERROR_INPUT, "can't read %s", "a.txt"));
    assert_false(error_set(&error, ERROR_SERVER, "something else"));
    assert_error(&error, ERROR_INPUT, "can't read a.txt");
}

static void place_is_kept(void **state)
{
    (void)state;
    struct error error = {0};
    assert_false(error_at(&error, STR_NULL, 0));
    assert_string_equal(error.source, "");
    assert_int_equal(error.line, 0);
    error_at(&error, STR("/data/a.txt"), 7);
    error_at(&error, STR("/data/b.txt"), 8);
    assert_string_equal(error.source, "/data/a.txt");
    assert_int_equal(error.line, 7);
}

static void line_can_come_later_than_the_source(void **state)
{
    (void)state;
    struct error error = {0};
    error_at(&error, STR("a"), 0);
    error_at(&error, STR("b"), 3);
    assert_string_equal(error.source, "a");
    assert_int_equal(error.line, 3);
}

// n bytes "a" and then the character
static void long_message(struct error *error, size_t n, const char *character)
{
    char text[1024];
    memset(text, 'a', n);
    snprintf(text + n, sizeof text - n, "%s", character);
    *error = (struct error){0};
    error_set(error, ERROR_INTERNAL, "%s and more", text);
    error_at(error, str_from(text), 0);
}

static bool whole_characters(const char *text)
{
    size_t n = strlen(text), i = n;
    while (i && ((unsigned char)text[i - 1] & 0xC0) == 0x80) i--;
    if (!i || (unsigned char)text[i - 1] < 0xC0) return i == n;
    unsigned char lead = (unsigned char)text[i - 1];
    return n - i == (lead >= 0xF0 ? 3u : lead >= 0xE0 ? 2u : 1u);
}

static void cut_between_characters(void **state)
{
    (void)state;
    static const char *const characters[] = {"\xC3\xA9", "\xE2\x80\xA6", "\xF0\x9F\x98\x80"};
    for (size_t c = 0; c < 3; c++)
        for (size_t n = 500; n < 512; n++) {
            struct error error;
            long_message(&error, n, characters[c]);
            assert_true(whole_characters(error.message));
            assert_true(strlen(error.message) >= 500);
            long_message(&error, n - 256, characters[c]);
            assert_true(whole_characters(error.source));
            assert_true(strlen(error.source) >= 244);
        }
}

static void names(void **state)
{
    (void)state;
    assert_string_equal(error_code_name(ERROR_NONE), "none");
    assert_string_equal(error_code_name(ERROR_ARTICLE), "article");
    assert_string_equal(error_code_name(ERROR_SERVER), "server");
    assert_string_equal(error_code_name(ERROR_LOCAL), "local");
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(first_cause_is_kept),
    cmocka_unit_test(place_is_kept),
    cmocka_unit_test(line_can_come_later_than_the_source),
    cmocka_unit_test(cut_between_characters),
    cmocka_unit_test(names),
};

UNIT_MAIN("error")
