// What a page says of its charset: input/charset_declared.h.
#include "input/charset_declared.h"

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

static void labels(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"utf-8", "UTF-8"},
        {"UTF8", "UTF-8"},
        {"ISO-8859-1", "WINDOWS-1252"},
        {"latin1", "WINDOWS-1252"},
        {"us-ascii", "WINDOWS-1252"},
        {"iso-8859-15", "ISO-8859-15"},
        {" Shift_JIS ", "CP932"},
        {"x-sjis", "CP932"},
        {"gb2312", "GB18030"},
        {"GBK", "GB18030"},
        {"big5", "BIG5-HKSCS"},
        {"euc-kr", "CP949"},
        {"ks_c_5601-1987", "CP949"},
        {"windows-1251", "WINDOWS-1251"},
        {"cp1251", "WINDOWS-1251"},
        {"koi8-r", "KOI8-R"},
        {"tis-620", "CP874"},
        {"iso-8859-9", "WINDOWS-1254"},
        {"utf-16", "UTF-16LE"},
        {"nonsense", NULL},
        {"", NULL},
        {" ", NULL},
        {"8859", NULL},
        {"none of these at all, but long enough", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *got = charset_of_label(str_from(cases[i][0]));
        if (got != cases[i][1] && (!got || !cases[i][1] || strcmp(got, cases[i][1]) != 0))
            fail_msg("%s: %s", cases[i][0], got ? got : "none");
    }
}

static void pages(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"<meta charset=koi8-r>", "KOI8-R"},
        {"<!DOCTYPE html><html lang=ru><head><META CharSet = 'windows-1251' />", "WINDOWS-1251"},
        {"<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-2\">", "ISO-8859-2"},
        {"<meta content='text/html;charset = \"gbk\"' http-equiv=content-type>", "GB18030"},
        {"<meta name=x content='text/html; charset=iso-8859-2'><meta charset=big5>", "BIG5-HKSCS"},
        {"<meta http-equiv=refresh content='charset=iso-8859-2'>", NULL},
        {"<meta content='charset=iso-8859-2'>", NULL},
        {"<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>\n<html>", "CP932"},
        {"<?xml version='1.0'?><html><meta charset=latin1>", "WINDOWS-1252"},
        {"<!-- <meta charset=big5> --><meta charset=koi8-r>", "KOI8-R"},
        {"<a title='<meta charset=big5>'><meta/charset=koi8-r>", "KOI8-R"},
        {"<script>'<meta charset=big5>'</script><meta charset=koi8-r>", "KOI8-R"},
        {"<metadata charset=big5><meta charset=koi8-r>", "KOI8-R"},
        {"<meta charset=nonsense><meta charset=koi8-r>", "KOI8-R"},
        {"<meta charset=utf-16>", "UTF-8"},
        {"<meta charset=x-user-defined>", "WINDOWS-1252"},
        {"</x charset=><meta charset=koi8-r>", "KOI8-R"},
        {"\xEF\xBB\xBF<meta charset=koi8-r>", "KOI8-R"},
        {"<p>charset=koi8-r", NULL},
        {"<meta charset=", NULL},
        {"<meta charset=\"koi8-r", "KOI8-R"},
        {"<meta", NULL},
        {"<", NULL},
        {"", NULL},
        {"text", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *got = charset_of_page(str_from(cases[i][0]));
        if (got != cases[i][1] && (!got || !cases[i][1] || strcmp(got, cases[i][1]) != 0))
            fail_msg("%s: %s", cases[i][0], got ? got : "none");
    }
}

// Behind the first 1,024 bytes only a head goes on.
static void far(void **state)
{
    (void)state;
    char page[4096];
    for (int body = 0; body < 2; body++) {
        snprintf(page, sizeof page, "<html><head><title>%01500d</title>%s<meta charset=koi8-r>", 0,
                 body ? "</head><body>" : "");
        const char *got = charset_of_page(str_from(page));
        assert_int_equal(got == NULL, body);
    }
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {cmocka_unit_test(labels), cmocka_unit_test(pages), cmocka_unit_test(far)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
