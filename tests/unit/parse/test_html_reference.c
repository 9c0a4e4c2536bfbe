#include "parse/html_reference.h"

#include "parse/html_reference_names.h"
#include "unit.h"

// What s begins with, and how many bytes of it are taken.
static void check(const char *s, bool in_attribute, const char *wanted, size_t used, int line)
{
    char out[HTML_REFERENCE_CHARACTERS];
    size_t n = 0;
    size_t got = html_reference(str_from(s), in_attribute, out, &n);
    if (got != used) print_error("%s: %zu bytes of it, not %zu\n", s, got, used);
    _assert_int_equal(got, used, __FILE__, line);
    if (used) unit_str((struct str){out, n}, wanted, __FILE__, line);
}
#define assert_text(s, wanted, used)      check((s), false, (wanted), (used), __LINE__)
#define assert_attribute(s, wanted, used) check((s), true, (wanted), (used), __LINE__)

static void names(void **state)
{
    (void)state;
    assert_text("&amp;x", "&", 5);
    assert_text("&eacute;", "\u00E9", 8);
    assert_text("&NotEqualTilde;", "\u2242\u0338", 15);  // two characters
    assert_text("&CounterClockwiseContourIntegral;", "\u2233", 33);
    assert_text("&zwnj;", "\u200C", 6);
    assert_text("&Amp;", NULL, 0);  // case counts
    assert_text("&hellip", NULL, 0);
    assert_text("&;", NULL, 0);
    assert_text("& amp;", NULL, 0);
    assert_text("&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;", NULL, 0);
}

static void old_names_need_no_semicolon(void **state)
{
    (void)state;
    assert_text("&copy 2024", "\u00A9", 5);
    assert_text("&ampx", "&", 4);
    assert_text("&notit;", "\u00AC", 4);  // longest that there is
    assert_text("&notin;", "\u2209", 7);
    assert_text("&thorn", "\u00FE", 6);
    assert_text("&frac12x", "\u00BD", 7);
    assert_text("&gt", ">", 3);
}

static void in_attributes_they_may_be_parameters(void **state)
{
    (void)state;
    assert_attribute("&copy=1", NULL, 0);
    assert_attribute("&copyx", NULL, 0);
    assert_attribute("&copy2", NULL, 0);
    assert_attribute("&copy;=1", "\u00A9", 6);
    assert_attribute("&copy&", "\u00A9", 5);
    assert_attribute("&notit;", NULL, 0);
}

static void numbers(void **state)
{
    (void)state;
    assert_text("&#233;", "\u00E9", 6);
    assert_text("&#xE9;", "\u00E9", 6);
    assert_text("&#XE9g", "\u00E9", 5);
    assert_text("&#128;", "\u20AC", 6);  // Windows-1252
    assert_text("&#x9F;", "\u0178", 6);
    assert_text("&#129;", "\xC2\x81", 6);
    assert_text("&#0;", "\uFFFD", 4);
    assert_text("&#xD800;", "\uFFFD", 8);
    assert_text("&#x110000;", "\uFFFD", 10);
    assert_text("&#99999999999999999999;", "\uFFFD", 23);
    assert_text("&#x1F600;", "\U0001F600", 9);
    assert_text("&#;", NULL, 0);
    assert_text("&#x;", NULL, 0);
    assert_text("&#xg", NULL, 0);
    assert_text("&#", NULL, 0);
}

// html_decode's room counts on this
static void none_is_more_than_a_byte_longer_than_its_name(void **state)
{
    (void)state;
    for (size_t i = 0; i < HTML_REFERENCES; i++) {
        const unsigned char *entry = (const unsigned char *)html_reference_pool + html_reference_at[i];
        size_t name_n = entry[0] & 0x7F, written = name_n + 2;
        assert_true(entry[1] <= written + (written >= 5));
        assert_true(entry[1] <= HTML_REFERENCE_CHARACTERS && name_n <= HTML_REFERENCE_MAX);
        if (entry[0] & 0x80) assert_true(name_n <= HTML_REFERENCE_BARE_MAX && entry[1] <= name_n + 1);
    }
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(names),
    cmocka_unit_test(old_names_need_no_semicolon),
    cmocka_unit_test(in_attributes_they_may_be_parameters),
    cmocka_unit_test(numbers),
    cmocka_unit_test(none_is_more_than_a_byte_longer_than_its_name),
};

UNIT_MAIN("html references")
