// input/nfc.h against utf8proc's own normalisation, over every character.
#include "input/nfc.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <utf8proc.h>

#include <cmocka.h>

static struct arena arena;

static void expect_same(const char *p, size_t n)
{
    utf8proc_uint8_t *wanted = NULL;
    utf8proc_ssize_t wanted_n =
        utf8proc_map((const utf8proc_uint8_t *)p, (utf8proc_ssize_t)n, &wanted, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    assert_true(wanted_n >= 0);
    struct str got = nfc((struct str){p, n}, &arena);
    assert_int_equal(got.n, wanted_n);
    assert_memory_equal(got.p, wanted, got.n);
    free(wanted);
    arena_reset(&arena);
}

static bool surrogate(uint32_t c)
{
    return c >= 0xD800 && c < 0xE000;
}

// Alone, between letters, and with a mark before and behind it.
static void every_character(void **state)
{
    (void)state;
    for (uint32_t c = 1; c < 0x110000; c++) {
        if (surrogate(c)) continue;
        char text[32] = "a";
        size_t n = 1 + utf8_encode(c, text + 1);
        text[n++] = 'e';
        expect_same(text, n);
        n--;
        memcpy(text + n, "\xCC\x81\xCC\xA3", 4);  // U+0301 belongs behind U+0323
        expect_same(text + 1, n - 1 + 4);
        memmove(text + 3, text + 1, n + 3);
        memcpy(text, "a\xCC\x81", 3);
        expect_same(text, n + 2 + 4);
    }
}

// Each character taken apart is put together again.
static void every_decomposition(void **state)
{
    (void)state;
    for (uint32_t c = 1; c < 0x110000; c++) {
        if (surrogate(c)) continue;
        utf8proc_int32_t parts[8];
        utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)c, parts, 8, UTF8PROC_DECOMPOSE, NULL);
        char text[64] = "xy";
        size_t n = 2;
        assert_true(count > 0 && count <= 8);
        for (utf8proc_ssize_t i = 0; i < count; i++) n += utf8_encode((uint32_t)parts[i], text + n);
        text[n++] = 'z';
        expect_same(text, n);
    }
}

// In a text that is looked at in blocks, at each place of a block: behind a typographic mark, with and without a
// combining mark (U+0301) before it and (U+0323) behind it.
static void in_long_texts(void **state)
{
    (void)state;
    for (uint32_t c = 0x80; c < 0x20000; c++) {
        if (surrogate(c)) continue;
        for (int marks = 0; marks < 4; marks++) {
            char text[80];
            memset(text, 'a', sizeof text);
            size_t n = c % 17;
            memcpy(text + n, "\xE2\x80\x9C", 3);
            n += 4;
            if (marks & 1) memcpy(text + n, "\xCC\x81", 2), n += 2;
            n += utf8_encode(c, text + n);
            if (marks & 2) memcpy(text + n, "\xCC\xA3", 2);
            expect_same(text, sizeof text);
        }
    }
}

static void clean_text_is_not_copied(void **state)
{
    (void)state;
    const char *texts[] = {"",
                           "plain text, longer than thirty-two bytes of it",
                           "Größe – “naïve” €5",
                           "Ελληνικά",
                           "Русский текст",
                           "漢字かな",
                           "한국어",
                           "Tiếng Việt",
                           "हिन्दी",
                           "emoji 🙂\xEF\xB8\x8F"};
    struct arena none;
    arena_init(&none, 1);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct str s = str_from(texts[i]), got = nfc(s, &none);
        assert_ptr_equal(got.p, s.p);
        assert_int_equal(got.n, s.n);
    }
    assert_false(none.failed);
}

static void far_apart(void **state)
{
    (void)state;
    struct str got = nfc(STR("begin Zu\xCC\x88rich, and much text that stays as it is, e\xCC\x81 end"), &arena);
    assert_true(str_equal(got, STR("begin Z\xC3\xBCrich, and much text that stays as it is, \xC3\xA9 end")));
    // the mark at the very end, and at the very beginning
    assert_true(str_equal(nfc(STR("o\xCC\x88"), &arena), STR("\xC3\xB6")));
    assert_true(str_equal(nfc(STR("\xCC\x88o"), &arena), STR("\xCC\x88o")));
    arena_reset(&arena);
}

static void many_marks(void **state)
{
    (void)state;
    static char text[2 * 10000 + 1];
    text[0] = 'a';
    for (size_t i = 0; i < 10000; i++) memcpy(text + 1 + 2 * i, i % 2 ? "\xCC\xA3" : "\xCC\x81", 2);
    struct str got = nfc((struct str){text, sizeof text}, &arena);
    assert_non_null(got.p);
    assert_int_equal(utf8_valid(got), got.n);
    struct str again = nfc(got, &arena);
    assert_non_null(again.p);
    arena_reset(&arena);
}

static void no_memory(void **state)
{
    (void)state;
    struct arena small;
    arena_init(&small, 16);
    assert_null(nfc(STR("some text that needs a copy e\xCC\x81 and more"), &small).p);
    assert_true(small.failed);
    arena_release(&small);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character), cmocka_unit_test(every_decomposition),
        cmocka_unit_test(in_long_texts),   cmocka_unit_test(clean_text_is_not_copied),
        cmocka_unit_test(far_apart),       cmocka_unit_test(many_marks),
        cmocka_unit_test(no_memory),
    };
    arena_init(&arena, 0);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_release(&arena);
    return failed;
}
