#include "parse/html/element.h"
#include "unit.h"

static void every_name_is_found_in_any_case(void **state)
{
    (void)state;
    for (enum html_element element = ELEMENT_UNKNOWN + 1; element < ELEMENTS; element++) {
        const char *name = html_element_name(element);
        char upper[32] = "";
        for (size_t i = 0; name[i]; i++) upper[i] = name[i] >= 'a' && name[i] <= 'z' ? (char)(name[i] - 32) : name[i];
        assert_int_equal(html_element_of(str_from(name)), element);
        assert_int_equal(html_element_of(str_from(upper)), element);
    }
}

static void other_names_are_unknown(void **state)
{
    (void)state;
    const char *others[] = {
        "", "x", "div2", "di", "divv", "my-element", "annotation-xmlx", "selectedcontent-of-many", "\xC4\xB1mg"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_int_equal(html_element_of(str_from(others[i])), ELEMENT_UNKNOWN);
    assert_int_equal(html_element_of((struct str){"p\0", 2}), ELEMENT_UNKNOWN);
    assert_string_equal(html_element_name(ELEMENT_UNKNOWN), "");
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_name_is_found_in_any_case),
    cmocka_unit_test(other_names_are_unknown),
};

UNIT_MAIN("html elements")
