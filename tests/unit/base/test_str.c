#include "unit.h"

static void from_a_c_string(void **state)
{
    (void)state;
    assert_str(str_from("abc"), "abc");
    assert_str(str_from(""), "");
    assert_str(str_from(NULL), NULL);
}

static void equal(void **state)
{
    (void)state;
    assert_true(str_equal(STR("a"), STR("a")));
    assert_false(str_equal(STR("a"), STR("b")));
    assert_false(str_equal(STR("a"), STR("ab")));
    assert_true(str_equal(STR_NULL, STR("")));
    assert_true(str_equal(STR("a\0b"), STR("a\0b")));
    assert_false(str_equal(STR("a\0b"), STR("a\0c")));
}

static void hex_digits(void **state)
{
    (void)state;
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    for (int i = 0; i < 32; i++) assert_int_equal(str_hex_digit(digits[i]), i % 16);
    for (const char *p = "/:@`gG! \xB1\xE1"; *p; p++) assert_int_equal(str_hex_digit(*p), -1);
    assert_int_equal(str_hex_digit('\0'), -1);
}

static void starts_and_ends(void **state)
{
    (void)state;
    assert_true(str_starts(STR("table"), STR("ta")));
    assert_true(str_starts(STR("table"), STR("table")));
    assert_false(str_starts(STR("ta"), STR("table")));
    assert_false(str_starts(STR("table"), STR("ab")));
    assert_true(str_ends(STR("a.txt"), STR(".txt")));
    assert_false(str_ends(STR("txt"), STR(".txt")));
    assert_false(str_ends(STR("a.txt "), STR(".txt")));
    assert_true(str_contains(STR("a.txt"), STR(".t")));
    assert_true(str_contains(STR_NULL, STR("")));
    assert_false(str_contains(STR("a.txt"), STR("xtx")));
    assert_false(str_contains(STR_NULL, STR("a")));
}

static void slice(void **state)
{
    (void)state;
    assert_str(str_slice(STR("heading"), 0, 4), "head");
    assert_str(str_slice(STR("heading"), 4, 7), "ing");
    assert_str(str_slice(STR("heading"), 7, 7), "");
}

// every character that is white space, and its length; in the last rows none
static const struct {
    const char *bytes;
    size_t n;
} SPACES[] = {
    {" ", 1},
    {"\t", 1},
    {"\n", 1},
    {"\v", 1},
    {"\f", 1},
    {"\r", 1},
    {"\xC2\x85", 2},      // U+0085 next line
    {"\xC2\xA0", 2},      // U+00A0 no-break space
    {"\xE2\x80\x80", 3},  // U+2000 en quad
    {"\xE2\x80\x8A", 3},  // U+200A hair space
    {"\xE2\x80\x8B", 3},  // U+200B zero-width space
    {"\xE2\x80\xA8", 3},  // U+2028 line separator
    {"\xE2\x80\xA9", 3},  // U+2029 paragraph separator
    {"\xE2\x80\xAF", 3},  // U+202F narrow no-break space
    {"\xE2\x81\x9F", 3},  // U+205F mathematical space
    {"\xE3\x80\x80", 3},  // U+3000 ideographic space
    {"\xEF\xBB\xBF", 3},  // U+FEFF byte order mark
    {"a", 0},
    {"\x1F", 0},
    {"\x7F", 0},
    {"\xC2\xAD", 0},      // U+00AD soft hyphen
    {"\xE2\x80\x8C", 0},  // U+200C zero-width non-joiner: a letter's neighbour in Persian
    {"\xE2\x80\xAE", 0},
    {"\xE2\x80\xA6", 0},  // …
    {"\xE2\x82\xAC", 0},  // €
    {"\xE3\x80\x81", 0},  // 、
    {"\xEF\xBF\xBD", 0},
    {"\xF0\x9F\x98\x80", 0},
};

static void space_at_either_end(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof SPACES / sizeof *SPACES; i++) {
        struct str s = str_from(SPACES[i].bytes);
        char text[16];
        assert_int_equal(str_space_first(s), SPACES[i].n);
        assert_int_equal(str_space_last(s), SPACES[i].n);
        int n = snprintf(text, sizeof text, "%sx%s", s.p, s.p);
        assert_int_equal(str_space_first((struct str){text, (size_t)n}), SPACES[i].n);
        assert_int_equal(str_space_last((struct str){text, (size_t)n}), SPACES[i].n);
    }
    assert_int_equal(str_space_first(STR_NULL), 0);
    assert_int_equal(str_space_last(STR_NULL), 0);
}

// a character that is cut off is no white space, and nothing behind the end is read
static void cut_characters(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof SPACES / sizeof *SPACES; i++) {
        size_t n = strlen(SPACES[i].bytes);
        if (n < 2) continue;
        char *exact = test_malloc(n - 1);
        memcpy(exact, SPACES[i].bytes, n - 1);
        assert_int_equal(str_space_first((struct str){exact, n - 1}), 0);
        memcpy(exact, SPACES[i].bytes + 1, n - 1);
        assert_int_equal(str_space_last((struct str){exact, n - 1}), 0);
        test_free(exact);
    }
}

static void trim(void **state)
{
    (void)state;
    assert_str(str_trim(STR("  a b \t")), "a b");
    assert_str(str_trim(STR("a")), "a");
    assert_str(str_trim(STR(" \xC2\xA0\xE2\x80\xAF\xEF\xBB\xBF ")), "");
    assert_str(str_trim(STR("\xC2\xA0 \xE3\x80\x80word\xE2\x80\x89 \r")), "word");
    assert_str(str_trim(STR("")), "");
    assert_str(str_trim(STR("   ")), "");
    assert_str(str_trim(STR(" \t a \n ")), "a");
    assert_str(str_trim(STR("\xC3\xA0")), "\xC3\xA0");  // à ends in the byte of a no-break space
}

// Every part of a text, and one that isn't there, at each distance from the text's end.
static void finds(void **state)
{
    (void)state;
    static const char text[] = "|aab c|aabb c|ab|cab |abcabcabd|aab c|x|zz zz";
    struct str s = STR(text);
    assert_ptr_equal(str_find(s, STR("")), text);
    assert_null(str_find(STR_NULL, STR("ab")));
    assert_null(str_find(STR_NULL, STR("a")));
    for (size_t from = 0; from < s.n; from++)
        for (size_t n = 1; from + n <= s.n; n++) {
            struct str part = str_slice(s, from, from + n);
            size_t first = 0;
            while (!str_starts(str_slice(s, first, s.n), part)) first++;
            assert_ptr_equal(str_find(s, part), text + first);
            assert_null(str_find(str_slice(s, 0, first + n - 1), part));
        }
    assert_null(str_find(s, STR("abd|aab d")));
    assert_null(str_find(s, STR("zzz")));
    assert_null(str_find(s, STR("q")));
}

static void listed(void **state)
{
    (void)state;
    const char *bars = "|km|sq km|t|", *spaces = " km t ";
    assert_true(str_is_listed(bars, STR("km")));
    assert_true(str_is_listed(bars, STR("sq km")));
    assert_true(str_is_listed(bars, STR("t")));
    assert_true(str_is_listed(spaces, STR("t")));
    assert_false(str_is_listed(bars, STR("k")));
    assert_false(str_is_listed(bars, STR("m")));
    assert_false(str_is_listed(bars, STR("KM")));
    assert_false(str_is_listed(bars, STR("")));
    assert_false(str_is_listed(bars, STR("k\0")));
    assert_true(str_is_listed_any_case(bars, STR("Sq KM")));
    assert_false(str_is_listed_any_case(bars, STR("Sq")));
    char list[STR_LISTED_MOST + 4] = "|", longest[STR_LISTED_MOST + 1];
    memset(longest, 'a', sizeof longest);
    memcpy(list + 1, longest, STR_LISTED_MOST + 1);
    list[STR_LISTED_MOST + 2] = '|';
    assert_false(str_is_listed(list, (struct str){longest, STR_LISTED_MOST + 1}));
    assert_false(str_is_listed_any_case(list, (struct str){longest, STR_LISTED_MOST + 1}));
    list[STR_LISTED_MOST + 1] = '|';
    assert_true(str_is_listed(list, (struct str){longest, STR_LISTED_MOST}));
    assert_true(str_is_listed_any_case(list, (struct str){longest, STR_LISTED_MOST}));
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(from_a_c_string), cmocka_unit_test(equal), cmocka_unit_test(hex_digits),
    cmocka_unit_test(starts_and_ends), cmocka_unit_test(slice), cmocka_unit_test(space_at_either_end),
    cmocka_unit_test(cut_characters),  cmocka_unit_test(trim),  cmocka_unit_test(finds),
    cmocka_unit_test(listed),
};

UNIT_MAIN("str")
