#include "base/utf8.h"
#include "unit.h"

#include <stdlib.h>

#define FFFD "\xEF\xBF\xBD"

static void valid_prefix(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t n;
    } cases[] = {
        {"plain", 5},
        {"", 0},
        {"caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80", 14},
        {"eight bytes and more, all of them ASCII", 39},
        {"bad \x80", 4},
        {"\xC0\x80", 0},          // overlong NUL
        {"\xC1\xBF", 0},          // overlong U+007F
        {"\xE0\x9F\xBF", 0},      // overlong U+07FF
        {"\xE0\xA0\x80", 3},      // U+0800
        {"\xED\x9F\xBF", 3},      // U+D7FF
        {"\xED\xA0\x80", 0},      // U+D800, a surrogate
        {"\xED\xBF\xBF", 0},      // U+DFFF, a surrogate
        {"\xEE\x80\x80", 3},      // U+E000
        {"\xEF\xBF\xBF", 3},      // U+FFFF
        {"\xF0\x8F\xBF\xBF", 0},  // overlong U+FFFF
        {"\xF0\x90\x80\x80", 4},  // U+10000
        {"\xF4\x8F\xBF\xBF", 4},  // U+10FFFF
        {"\xF4\x90\x80\x80", 0},  // U+110000
        {"\xF5\x80\x80\x80", 0},
        {"\xFF", 0},
        {"a\xE2\x82", 1},  // cut
        {"a\xC3", 1},
        {"12345678\xC3(", 8},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(utf8_valid(str_from(cases[i].text)), cases[i].n);
    assert_int_equal(utf8_valid(STR("ab\0cd")), 2);
    assert_int_equal(utf8_valid(STR("abcdefg\0abcdefgh")), 7);
    assert_int_equal(utf8_valid(STR("abcdefgh\0")), 8);
}

// the examples of the Unicode Standard, tables 3-8 to 3-11, and NUL
static void repair(void **state)
{
    (void)state;
    static const struct {
        const char *bad;
        size_t n;
        const char *good;
        uint32_t replaced, nuls;
        size_t first;
    } cases[] = {
        {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", 9, FFFD FFFD FFFD FFFD FFFD FFFD FFFD FFFD "A", 8, 0, 0},
        {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", 9, FFFD FFFD FFFD FFFD FFFD FFFD FFFD FFFD "A", 8, 0, 0},
        {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", 9, FFFD FFFD FFFD FFFD FFFD "A" FFFD FFFD "B", 7, 0, 0},
        {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", 9, FFFD FFFD FFFD FFFD "A", 4, 0, 0},
        {"ok \xE2\x82", 5, "ok " FFFD, 1, 0, 3},
        {"a\0b\0\0c", 6, "abc", 0, 3, 1},
        {"x\0\xFFy", 4, "x" FFFD "y", 1, 1, 1},
        {"\0", 1, "", 0, 1, 0},
        {"\xC3\xA9\xC3", 3, "\xC3\xA9" FFFD, 1, 0, 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        struct utf8_repairs repairs;
        arena_init(&arena, 0);
        assert_str(utf8_repair((struct str){cases[i].bad, cases[i].n}, &arena, &repairs), cases[i].good);
        assert_int_equal(repairs.replaced, cases[i].replaced);
        assert_int_equal(repairs.nuls, cases[i].nuls);
        assert_int_equal(repairs.first_offset, cases[i].first);
        arena_release(&arena);
    }
}

static void nothing_to_repair(void **state)
{
    (void)state;
    struct arena arena;
    struct utf8_repairs repairs = {1, 2, 3};
    struct str s = STR("caf\xC3\xA9");
    arena_init(&arena, 0);
    struct str same = utf8_repair(s, &arena, &repairs);
    assert_ptr_equal(same.p, s.p);
    assert_int_equal(same.n, s.n);
    assert_int_equal(repairs.replaced + repairs.nuls + repairs.first_offset, 0);
    assert_int_equal(arena.used, 0);
}

static void repair_without_memory(void **state)
{
    (void)state;
    struct arena arena;
    struct utf8_repairs repairs;
    arena_init(&arena, 1);
    assert_null(utf8_repair(STR("a long text \xFF with a bad byte"), &arena, &repairs).p);
    assert_true(arena.failed);
    arena_release(&arena);
}

// Short texts are checked byte by byte, long ones in blocks: both find the same first bad byte, wherever it is.
static size_t valid_in_pieces(struct str s)
{
    size_t i = 0;
    for (size_t n; i < s.n; i += n) {
        n = utf8_valid(str_slice(s, i, i + 40 < s.n ? i + 40 : s.n));
        if (!n) break;
    }
    return i;
}

static void long_texts(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "plain text ", "a", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF"};
    static const unsigned char bad[] = {0x00, 0x41, 0x80, 0x8F, 0x9F, 0xA0, 0xBF, 0xC0,
                                        0xC3, 0xE0, 0xE2, 0xED, 0xF0, 0xF4, 0xF5};
    uint32_t random = 4711;
    for (int round = 0; round < 20000; round++) {
        char bytes[400];
        size_t n = 0, most = (size_t)round % (sizeof bytes - 16);
        while (n < most) {
            random = random * 1103515245 + 12345;
            const char *part = parts[(random >> 16) % (round % 3 ? 6 : 2)];
            memcpy(bytes + n, part, strlen(part));
            n += strlen(part);
        }
        assert_int_equal(utf8_valid((struct str){bytes, n}), n);
        random = random * 1103515245 + 12345;
        if (n) bytes[(random >> 16) % n] = (char)bad[round % sizeof bad];
        assert_int_equal(utf8_valid((struct str){bytes, n}), valid_in_pieces((struct str){bytes, n}));
        n -= n ? 1 : 0;
        assert_int_equal(utf8_valid((struct str){bytes, n}), valid_in_pieces((struct str){bytes, n}));
    }
}

// every two bytes, with what may follow, across the edge of a block
static void pairs(void **state)
{
    (void)state;
    static const char *const follow[] = {"\x80\x80", "\x80 ", "  ", "\xC3\xA9"};
    char bytes[80];
    for (unsigned pair = 0; pair < 65536 * 4; pair++) {
        memset(bytes, 'x', sizeof bytes);
        bytes[30] = (char)(pair >> 8);
        bytes[31] = (char)pair;
        memcpy(bytes + 32, follow[pair >> 16], 2);
        struct str s = {bytes, sizeof bytes};
        assert_int_equal(utf8_valid(s), valid_in_pieces(s));
    }
}

// any bytes become valid UTF-8; what was valid is kept in order; the counts tell whether anything was changed
static void repaired_is_always_valid(void **state)
{
    (void)state;
    // bytes at which rules begin and end
    static const unsigned char edges[] = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF,
                                          0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF};
    uint32_t random = 12345;
    struct arena arena;
    arena_init(&arena, 0);
    for (int round = 0; round < 20000; round++) {
        char bytes[24];
        size_t n = (size_t)round % (sizeof bytes + 1);
        for (size_t i = 0; i < n; i++) {
            random = random * 1103515245 + 12345;
            bytes[i] = (char)edges[(random >> 16) % sizeof edges];
        }
        struct utf8_repairs repairs;
        struct str s = {bytes, n}, good = utf8_repair(s, &arena, &repairs);
        assert_int_equal(utf8_valid(good), good.n);
        size_t replacements = 0, ascii = 0;
        for (size_t i = 0; i + 2 < good.n; i++) replacements += memcmp(good.p + i, FFFD, 3) == 0;
        assert_int_equal(replacements, repairs.replaced);
        for (size_t i = 0; i < n; i++) ascii += bytes[i] > 0;
        for (size_t i = 0; i < good.n; i++) ascii -= good.p[i] > 0;
        assert_int_equal(ascii, 0);
        assert_int_equal(repairs.replaced + repairs.nuls == 0, utf8_valid(s) == n);
        if (repairs.replaced + repairs.nuls) assert_int_equal(repairs.first_offset, utf8_valid(s));
        arena_reset(&arena);
    }
    arena_release(&arena);
}

// every code point goes out and comes back
static void encode_and_decode(void **state)
{
    (void)state;
    for (uint32_t c = 1; c <= 0x10FFFF; c++) {
        if (c == 0xD800) c = 0xE000;
        char bytes[4];
        size_t n = utf8_encode(c, bytes), step;
        assert_int_equal(utf8_valid((struct str){bytes, n}), n);
        assert_int_equal(utf8_decode((struct str){bytes, n}, &step), c);
        assert_int_equal(step, n);
    }
    size_t step = 9;
    assert_int_equal(utf8_decode(STR_NULL, &step), 0);
    assert_int_equal(step, 0);
    assert_int_equal(utf8_decode(STR("\xE2\x82"), &step), 0xFFFD);
    assert_int_equal(step, 2);
}

static void lengths(void **state)
{
    (void)state;
    assert_int_equal(utf8_length(STR("")), 0);
    assert_int_equal(utf8_length(STR("na\xC3\xAFve \xE2\x82\xAC\xF0\x9F\x98\x80")), 8);
    static char many[20000];  // more than a sum of bytes holds
    for (size_t i = 0; i < sizeof many; i++) many[i] = i % 2 ? '\xA9' : '\xC3';
    for (size_t n = 0; n < 100; n += 2) assert_int_equal(utf8_length((struct str){many + n, n}), n / 2);
    assert_int_equal(utf8_length((struct str){many, sizeof many}), sizeof many / 2);
}

static void prefixes(void **state)
{
    (void)state;
    struct str s = STR("a\xC3\xA9\xE2\x82\xAC");
    static const char *const wanted[] = {
        "", "a", "a", "a\xC3\xA9", "a\xC3\xA9", "a\xC3\xA9", "a\xC3\xA9\xE2\x82\xAC", "a\xC3\xA9\xE2\x82\xAC"};
    for (size_t n = 0; n < 8; n++) assert_str(utf8_prefix(s, n), wanted[n]);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(valid_prefix),
    cmocka_unit_test(long_texts),
    cmocka_unit_test(pairs),
    cmocka_unit_test(repair),
    cmocka_unit_test(nothing_to_repair),
    cmocka_unit_test(repair_without_memory),
    cmocka_unit_test(repaired_is_always_valid),
    cmocka_unit_test(encode_and_decode),
    cmocka_unit_test(lengths),
    cmocka_unit_test(prefixes),
};

UNIT_MAIN("utf8")
