// input/hygiene.h and input/charset.h.
#include "input/hygiene.h"

#include "base/utf8.h"
#include "input/charset.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static struct arena arena;
static struct article article;

static void clean(struct str bytes, const char *encoding)
{
    struct error error = {0};
    arena_reset(&arena);
    article = (struct article){.bytes = bytes, .encoding = encoding};
    assert_true(hygiene_article(&article, &arena, &error));
    assert_int_equal(error.code, ERROR_NONE);
    assert_int_equal(utf8_valid(article.text), article.text.n);
    assert_true(article.bytes.p == bytes.p && article.bytes.n == bytes.n);
}

#define CLEAN(literal) clean(STR(literal), NULL)
#define REFUSED(literal, why)                                                                                          \
    do {                                                                                                               \
        struct error error_ = {0};                                                                                     \
        article = (struct article){.bytes = STR(literal)};                                                             \
        assert_false(hygiene_article(&article, &arena, &error_));                                                      \
        assert_int_equal(error_.code, ERROR_ARTICLE);                                                                  \
        if (!strstr(error_.message, why)) fail_msg("%s", error_.message);                                              \
    } while (0)
#define TEXT(literal) assert_true(str_equal(article.text, STR(literal)))

static void clean_text_is_not_copied(void **state)
{
    (void)state;
    struct str s = STR("Grüße\r\nund mehr\n");
    clean(s, NULL);
    assert_ptr_equal(article.text.p, s.p);
    assert_int_equal(article.repaired, 0);
    CLEAN("");
    TEXT("");
}

static void marks_and_line_ends(void **state)
{
    (void)state;
    CLEAN("\xEF\xBB\xBFtext");
    TEXT("text");
    CLEAN("a\rb\r\nc\r\rd\r");
    TEXT("a\nb\r\nc\n\nd\n");
    CLEAN("\r");
    TEXT("\n");
    CLEAN("a\r\n\r\n");
    TEXT("a\r\n\r\n");
}

static void repairs_are_counted(void **state)
{
    (void)state;
    CLEAN("größer: a\xC3(b\xFF c");
    TEXT("größer: a\xEF\xBF\xBD(b\xEF\xBF\xBD c");
    assert_int_equal(article.repaired, 2);
    assert_int_equal(article.repaired_at, 11);
    CLEAN("nul\0 here\0");
    TEXT("nul here");
    assert_int_equal(article.repaired, 2);
    assert_int_equal(article.repaired_at, 3);
}

static void windows_1252(void **state)
{
    (void)state;
    CLEAN("Le caf\xE9 de l\x92\xE9t\xE9 \xE0 Z\xFCrich \x96 \x93oui\x94, 5 \x80");
    TEXT("Le café de l’été à Zürich – “oui”, 5 €");
    assert_int_equal(article.repaired, 0);
    CLEAN("caf\xE9");
    TEXT("café");
    // what Windows-1252 has no character for
    CLEAN("d\xE9j\xE0 vu, \xE9t\xE9, na\xEFve, caf\xE9, r\xE9sum\xE9, clich\xE9, \x81");
    TEXT("déjà vu, été, naïve, café, résumé, cliché, \xEF\xBF\xBD");
    assert_int_equal(article.repaired, 1);
    assert_int_equal(article.repaired_at, 43);
    CLEAN("d\xE9j\xE0\0 vu \xE9t\xE9");
    TEXT("déjà vu été");
    assert_int_equal(article.repaired, 1);
}

// Texts that are not Windows-1252, so that no letters are made up.
static void not_windows_1252(void **state)
{
    (void)state;
    CLEAN("größer, schöner, früher, and one bad caf\xE9");
    TEXT("größer, schöner, früher, and one bad caf\xEF\xBF\xBD");
    REFUSED("\xFF\xFF\xFF\xFF noise \xF7\xF7",
            "6 bytes are ill-formed, the first at byte 0. Say which it is: --encoding=NAME");
    static char ascii[2000];
    memset(ascii, 'x', sizeof ascii);
    memcpy(ascii + 900, "caf\xE9 ", 5);  // one in 2,000 bytes: damage
    clean((struct str){ascii, sizeof ascii}, NULL);
    assert_int_equal(article.repaired, 1);
    assert_int_equal(article.repaired_at, 903);
}

static void utf_16_and_32(void **state)
{
    (void)state;
    CLEAN("\xFF\xFEZ\0\xFC\0r\0i\0c\0h\0");
    TEXT("Zürich");
    CLEAN("\xFE\xFF\0Z\0\xFC\0r");
    TEXT("Zür");
    CLEAN("t\0e\0x\0t\0\n\0");
    TEXT("text\n");
    CLEAN("\0t\0e\0x\0t\0\n");
    TEXT("text\n");
    CLEAN("\xFF\xFE\0\0x\0\0\0");
    TEXT("x");
    CLEAN("\0\0\xFE\xFF\0\0\0x");
    TEXT("x");
    CLEAN(
        "\xFF\xFE"
        "a\0\0\xD8"
        "b\0=\xD8"
        "B\xDE"
        "c");  // a lone surrogate, a pair, half a character
    TEXT(
        "a\xEF\xBF\xBD"
        "b\xF0\x9F\x99\x82\xEF\xBF\xBD");
    assert_int_equal(article.repaired, 2);
    assert_int_equal(article.repaired_at, 4);
    CLEAN(
        "\xFF\xFE"
        "a\0\0\0b\0");
    TEXT("ab");
    assert_int_equal(article.repaired, 1);
    assert_int_equal(article.repaired_at, 0);
}

static void named_encoding(void **state)
{
    (void)state;
    clean(STR("\xEF\xF0\xE8\xE2\xE5\xF2"), "WINDOWS-1251");
    TEXT("привет");
    clean(STR("\x93\xFA\x96{"), "SHIFT_JIS");
    TEXT("日本");
    clean(STR("ok \xFF"), "UTF-8");
    TEXT("ok \xEF\xBF\xBD");
    assert_int_equal(article.repaired, 1);
    clean(STR(""), "ISO-8859-1");
    TEXT("");
    struct error error = {0};
    article = (struct article){.bytes = STR("x"), .encoding = "KLINGON-8"};
    assert_false(hygiene_article(&article, &arena, &error));
    assert_int_equal(error.code, ERROR_USAGE);
    assert_string_equal(error.message, "the encoding 'KLINGON-8' is not known here; `iconv -l` lists those that are");
}

static void large_conversion(void **state)
{
    (void)state;
    static char text[300000];
    memset(text, '\xE4', sizeof text);
    clean((struct str){text, sizeof text}, "ISO-8859-1");
    assert_int_equal(article.text.n, 2 * sizeof text);
    assert_true(str_ends(article.text, STR("ää")));
    for (size_t i = 0; i < sizeof text; i += 7) text[i] = 'x';  // all of it ill-formed, and each byte three then
    for (size_t n = sizeof text - 20; n < sizeof text; n++) {
        clean((struct str){text, n}, "UTF-8");
        assert_int_equal(article.repaired, n - (n + 6) / 7);
    }
}

// What was found out is said; what was named, marked or is UTF-8 is no guess.
static void guesses_are_said(void **state)
{
    (void)state;
    CLEAN("d\xE9j\xE0 vu, \xE9t\xE9");
    assert_string_equal(article.guessed, "WINDOWS-1252");
    CLEAN("t\0e\0x\0t\0\n\0");
    assert_string_equal(article.guessed, "UTF-16LE");
    CLEAN("\xFF\xFEt\0");
    assert_null(article.guessed);
    clean(STR("\xEF\xF0\xE8"), "WINDOWS-1251");
    assert_null(article.guessed);
    CLEAN("größer, one \xFF");
    assert_null(article.guessed);
    CLEAN("\x1B$B@>\x1B(B");
    assert_string_equal(article.guessed, "ISO-2022-JP");
}

// UTF-16 without a mark whose characters are hardly ever ASCII's.
static void utf_16_of_other_scripts(void **state)
{
    (void)state;
    CLEAN(
        "\043\000\040\000\350\170\112\127\050\127\263\154\271\217\002\060\203\133\057\146\000\116\247\136\136\227\070"
        "\136\344\123\001\200\204\166\002\060\012\000");
    TEXT("# 磨坊在河边。它是一座非常古老的。\n");
    CLEAN(
        "\000\043\000\040\170\350\127\112\127\050\154\263\217\271\060\002\133\203\146\057\116\000\136\247\227\136\136"
        "\070\123\344\200\001\166\204\060\002\000\012");
    TEXT("# 磨坊在河边。它是一座非常古老的。\n");
    CLEAN("A text of ASCII alone\0 with one NUL byte in it that is damage.");  // in neither order
    TEXT("A text of ASCII alone with one NUL byte in it that is damage.");
    CLEAN("A text of ASCII alone,\0 with one NUL byte in it that is damage.");
    TEXT("A text of ASCII alone, with one NUL byte in it that is damage.");
}

// The same in pieces of every size, cut inside characters.
static void decoded_in_pieces(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        struct str bytes, text;
    } cases[] = {
        {"UTF-16LE",
         {"a\0=\xD8"
          "B\xDE"
          "b\0",
          8},
         {"a🙂b", 6}},
        {"UTF-8", {"äöü🙂\xC3", 11}, {"äöü🙂\xEF\xBF\xBD", 13}},
        {"SHIFT_JIS", {"\x93\xFA\x96{", 4}, {"日本", 6}},
        {"UTF-16LE",
         {"\0\xD8"
          "b\0",
          4},
         {"\xEF\xBF\xBD"
          "b",
          4}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t size = 1; size <= cases[i].bytes.n; size++) {
            struct error error = {0};
            struct charset *charset = charset_open(cases[i].name, &error);
            assert_non_null(charset);
            char out[256];
            size_t n = 0;
            for (size_t at = 0; at < cases[i].bytes.n;) {
                size_t end = at + size < cases[i].bytes.n ? at + size : cases[i].bytes.n;
                struct str piece = str_slice(cases[i].bytes, at, end);
                bool last = end == cases[i].bytes.n;
                do n += charset_decode(charset, &piece, last, out + n, 64);
                while (piece.n);
                at = end;
            }
            charset_close(charset);
            assert_int_equal(n, cases[i].text.n);
            assert_memory_equal(out, cases[i].text.p, n);
        }
}

static void composed(void **state)
{
    (void)state;
    CLEAN("Zu\xCC\x88rich\rx");
    TEXT("Zürich\nx");
}

static void lines_of_metadata(void **state)
{
    (void)state;
    arena_reset(&arena);
    assert_true(str_equal(hygiene_line(STR("  A title\xC2\xA0 \n"), &arena), STR("A title")));
    assert_true(str_equal(hygiene_line(STR("Jos\xE9"), &arena), STR("José")));
    assert_null(hygiene_line(STR("   "), &arena).p);
    assert_null(hygiene_line(STR(""), &arena).p);
    assert_null(hygiene_line(STR_NULL, &arena).p);
}

static void names_of_files(void **state)
{
    (void)state;
    arena_reset(&arena);
    struct str good = STR("/größe/a.txt");
    assert_ptr_equal(hygiene_name(good, &arena).p, good.p);
    assert_true(str_equal(hygiene_name(STR("/caf\xE9/\xFF.txt"), &arena), STR("/caf%E9/%FF.txt")));
}

static void no_memory(void **state)
{
    (void)state;
    const struct str texts[] = {STR("a\xFF b \xC3\xA4"), STR("caf\xE9"), STR("a\rb"), STR("e\xCC\x81"),
                                STR("\xFF\xFEx\0")};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct arena full;
        struct error error = {0};
        arena_init(&full, 8);
        article = (struct article){.bytes = texts[i]};
        assert_false(hygiene_article(&article, &full, &error));
        assert_int_equal(error.code, ERROR_ARTICLE);
        assert_null(hygiene_line(texts[i], &full).p);
        assert_null(hygiene_name(STR("\xFF"), &full).p);
        arena_release(&full);
    }
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clean_text_is_not_copied),
        cmocka_unit_test(marks_and_line_ends),
        cmocka_unit_test(repairs_are_counted),
        cmocka_unit_test(windows_1252),
        cmocka_unit_test(not_windows_1252),
        cmocka_unit_test(utf_16_and_32),
        cmocka_unit_test(named_encoding),
        cmocka_unit_test(large_conversion),
        cmocka_unit_test(guesses_are_said),
        cmocka_unit_test(utf_16_of_other_scripts),
        cmocka_unit_test(decoded_in_pieces),
        cmocka_unit_test(composed),
        cmocka_unit_test(lines_of_metadata),
        cmocka_unit_test(names_of_files),
        cmocka_unit_test(no_memory),
    };
    arena_init(&arena, 0);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_release(&arena);
    return failed;
}
