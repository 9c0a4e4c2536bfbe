#include "base/say.h"
#include "unit.h"

static void visible(void **state)
{
    (void)state;
    static const struct {
        struct str from, to;
    } cases[] = {
        {STR("Zürich, 東京, 😀"), STR("Zürich, 東京, 😀")},
        {STR("a\033[2Jb\a\b\x7f"), STR("a\\x1B[2Jb\\x07\\x08\\x7F")},
        {STR("one\ntwo\tthree\r"), STR("one\\ntwo\\tthree\\r")},
        {STR("\0x"), STR("\\x00x")},
        {STR("\xc2\x9b"
             "2J\xc2\x85\xc2\xa0"),
         STR("\\u009B2J\\u0085\xc2\xa0")},
        {STR("\xe2\x80\xae"
             "fdp\xe2\x81\xa6\xe2\x80\x8f\xd8\x9c"),
         STR("\\u202Efdp\\u2066\\u200F\\u061C")},
        {STR("\xe2\x80\xa8\xe2\x80\xa9"), STR("\\u2028\\u2029")},
        {STR("caf\xe9\x9b|\xe2\x80"), STR("caf\\xE9\\x9B|\\xE2\\x80")},
        {STR("family \xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9"),
         STR("family \xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9")},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf buf = {0};
        say_visible(&buf, cases[i].from);
        assert_int_equal(buf.n, cases[i].to.n);
        assert_memory_equal(buf.p, cases[i].to.p, buf.n);
        buf_release(&buf);
    }
}

// What is printed into a stream, NUL-terminated.
static void assert_printed(FILE *out, const char *wanted)
{
    char got[4096];
    rewind(out);
    size_t n = fread(got, 1, sizeof got - 1, out);
    got[n] = '\0';
    assert_string_equal(got, wanted);
}

static void lines_and_parts(void **state)
{
    (void)state;
    FILE *out = tmpfile();
    say_part(out, "%s: ", "a\nb");
    say(out, "%d of %5.1f %-4s|", 3, 4.25, "x");
    say(out, "%s", "");
    assert_printed(out, "a\\nb: 3 of   4.2 x   |\n\n");
    fclose(out);
}

static void long_ones(void **state)
{
    (void)state;
    char text[3001], wanted[3003];
    memset(text, 'x', 3000);
    text[3000] = '\0';
    FILE *out = tmpfile();
    say(out, "%s", text);
    snprintf(wanted, sizeof wanted, "%s\n", text);
    assert_printed(out, wanted);
    fclose(out);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(visible),
    cmocka_unit_test(lines_and_parts),
    cmocka_unit_test(long_ones),
};

UNIT_MAIN("say")
