#include "parse/extracted/quoted.h"
#include "unit.h"

static bool is_quoted(const char *before, const char *text, const char *behind)
{
    struct part parts[3] = {{.inside = false}};
    shape_scan(str_from(before), &parts[0].shape);
    shape_scan(str_from(text), &parts[1].shape);
    shape_scan(str_from(behind), &parts[2].shape);
    return quoted_whole(parts, 3, 1);
}

#define WORDS "we have waited for this ferry longer than for any other guest of ours."

static void one_quotation_from_end_to_end(void **state)
{
    (void)state;
    assert_true(is_quoted("She said:", "\"" WORDS "\"", "Then she left."));
    assert_true(is_quoted("She said:", "\xE2\x80\x9E" WORDS "\xE2\x80\x9C.", "Then she left."));
    assert_true(is_quoted("She said:", "\xC2\xAB" WORDS "\xC2\xBB", "Then she left."));
}

static void speech_within_text_is_none(void **state)
{
    (void)state;
    assert_false(is_quoted("She said:", "\"" WORDS "\", she said, \"and more\"", "Then she left."));
    assert_false(is_quoted("She said:", "\"" WORDS "\" she said", "Then she left."));
    assert_false(is_quoted("She said:", "\"A short sentence.\"", "Then she left."));
    assert_false(is_quoted("See", "\"A title that is as long as all of the others and has no full stop\"", "of 1857"));
    assert_false(is_quoted("She said:", "\"" WORDS "\"", "\"Nobody asked.\""));
    assert_false(is_quoted("\"Nobody asked.\"", "\"" WORDS "\"", "Then she left."));
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(one_quotation_from_end_to_end),
    cmocka_unit_test(speech_within_text_is_none),
};

UNIT_MAIN("quoted")
