// WARC and WET: input/record_warc.c through input/input.h.
#include "input_files.h"

static void add_record(FILE *file, const char *type, const char *more, const char *content_type, const char *text)
{
    fprintf(file, "WARC/1.0\r\nWARC-Type: %s\r\n%sContent-Type: %s\r\nContent-Length: %zu\r\n\r\n%s\r\n\r\n", type,
            more, content_type, strlen(text), text);
}

static void texts(void **state)
{
    (void)state;
    FILE *file = fopen("a.wet", "w");
    add_record(file, "warcinfo", "WARC-Date: 2024-01-01T00:00:00Z\r\n", "application/warc-fields", "a: b\r\n");
    add_record(file, "conversion",
               "WARC-Target-URI: http://a/1\r\nWARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
               "WARC-Identified-Content-Language: deu\r\n",
               "text/plain", "Überschrift\nWARC/1.0 is a line\n");
    add_record(file, "conversion", "WARC-Target-URI: <http://a/1>\r\nWARC-Identified-Content-Language: deu,eng\r\n",
               "text/plain", "again");
    add_record(file, "resource", "WARC-Record-ID: <urn:uuid:2>\r\n", "text/plain; charset=utf-8", "resource");
    add_record(file, "resource", "", "text/html", "<p>");
    add_record(file, "response", "WARC-Target-URI: http://a/2\r\n", "application/http", "HTTP/1.1 200\r\n\r\n<p>");
    add_record(file, "conversion", "", "text/plain", "");
    fclose(file);
    assert_string_equal(
        READ(PLAIN, "a.wet"),
        "a.wet#http://a/1 [Überschrift|WARC/1.0 is a line|] line=19 url=http://a/1 language=deu "
        "other={\"WARC-Type\":\"conversion\",\"WARC-Date\":\"2024-01-01T00:00:00Z\",\"WARC-Record-ID\":\"<urn:uuid:1>"
        "\","
        "\"WARC-Identified-Content-Language\":\"deu\",\"Content-Type\":\"text/plain\",\"Content-Length\":\"32\"}\n"
        "a.wet#http://a/1~R3 [again] line=30 url=http://a/1 "
        "other={\"WARC-Type\":\"conversion\",\"WARC-Identified-Content-Language\":\"deu,eng\","
        "\"Content-Type\":\"text/plain\",\"Content-Length\":\"5\"}\n"
        "a.wet#<urn:uuid:2> [resource] line=38 "
        "other={\"WARC-Type\":\"resource\",\"WARC-Record-ID\":\"<urn:uuid:2>\","
        "\"Content-Type\":\"text/plain; charset=utf-8\",\"Content-Length\":\"8\"}\n"
        "a.wet#R7 [] line=62 "
        "other={\"WARC-Type\":\"conversion\",\"Content-Type\":\"text/plain\",\"Content-Length\":\"0\"}\n");
}

static void one_gzip_member_a_record(void **state)
{
    (void)state;
    shell(
        "rm -f b.wet.gz; for i in 1 2 3; do printf 'WARC/1.0\\r\\nWARC-Type: conversion\\r\\nContent-Length: 6\\r\\n"
        "WARC-Target-URI: u%s\\r\\n\\r\\ntext %s\\r\\n\\r\\n' $i $i | gzip >>b.wet.gz; done");
    const char *got = READ(PLAIN, "b.wet.gz");
    assert_non_null(strstr(got, "b.wet.gz#u1 [text 1] line=6 url=u1"));
    assert_non_null(strstr(got, "b.wet.gz#u3 [text 3]"));
    // what comes before a cut is whole, but for the last 64 kB that were unpacked
    shell(
        "for i in 1 2 3 4 5 6 7 8 9 10; do cat b.wet.gz b.wet.gz b.wet.gz; done >c; cat c c c c c c c c c c c c c c c "
        "c c "
        "c c c | head -c -20 >cut.wet.gz");
    got = READ(PLAIN, "cut.wet.gz");
    assert_non_null(strstr(got, "cut.wet.gz#u3~R900 [text 3]"));
    assert_non_null(strstr(got, "! cut.wet.gz:0 can't unpack it: truncated gzip input"));
}

static void damage(void **state)
{
    (void)state;
    FILE *file = fopen("bad.wet", "w");
    add_record(file, "conversion", "WARC-Target-URI: u1\r\n", "text/plain", "one");
    fputs("WARC/1.0\r\nWARC-Type: conversion\r\n\r\nno length\r\n\r\n", file);
    add_record(file, "conversion", "WARC-Target-URI: u2\r\n", "text/plain", "two");
    fputs("WARC/1.0\r\nContent-Length: many\r\n\r\n", file);
    fputs("WARC/1.0\r\nContent-Length: 99999999999999999999999\r\n\r\n", file);
    fputs("lost line without a header\n\n", file);
    add_record(file, "conversion", "no colon in this line\r\nWARC-Target-URI: u3\r\n", "text/plain", "three");
    fputs("WARC/1.0\nWARC-Type: conversion\nContent-Length: 100\n\ncut", file);
    fclose(file);
    const char *got = READ(PLAIN, "bad.wet"), *at = got;
    static const char *const wanted[] = {
        "bad.wet#u1 [one]",
        "! bad.wet:9 is no WARC record with a Content-Length; it begins: WARC/1.0  WARC-Type",
        "bad.wet#u2 [two]",
        "! bad.wet:22 is no WARC record",
        "! bad.wet:25 is no WARC record",
        "bad.wet#u3 [three]",
        "! bad.wet:39 the file ends in the middle of the record\n"};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        at = strstr(at, wanted[i]);
        if (!at) fail_msg("no %s in %s", wanted[i], got);
    }
}

static void too_large(void **state)
{
    (void)state;
    char *text = calloc(1, 2000001);
    memset(text, 'x', 2000000);
    FILE *file = fopen("big.wet", "w");
    add_record(file, "conversion", "WARC-Target-URI: u1\r\n", "text/plain", text);
    add_record(file, "response", "", "text/plain", text);
    add_record(file, "conversion", "WARC-Target-URI: u2\r\n", "text/plain", "small");
    fprintf(file, "WARC/1.0\r\nX: %s", text);
    fclose(file);
    free(text);
    const char *got = READ(PLAIN, "big.wet");
    assert_non_null(
        strstr(got, "! big.wet:1 the record is larger than the 1 MB one article may have; it begins: u1\n"));
    assert_non_null(strstr(got, "big.wet#u2 [small]"));
    assert_non_null(strstr(got, "! big.wet:24 is no WARC record with a Content-Length"));
}

static void nothing_extracted(void **state)
{
    (void)state;
    FILE *file = fopen("c.warc", "w");
    add_record(file, "warcinfo", "", "application/warc-fields", "a: b");
    add_record(file, "response", "", "application/http", "HTTP/1.1 200 OK\r\n\r\n<p>x");
    fclose(file);
    assert_string_equal(
        READ(PLAIN, "c.warc"),
        "! c.warc:0 none of its 2 records holds extracted text; convert it to WET first, or extract the "
        "text of its pages\n");
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts),     cmocka_unit_test(one_gzip_member_a_record), cmocka_unit_test(damage),
        cmocka_unit_test(too_large), cmocka_unit_test(nothing_extracted),
    };
    return cmocka_run_group_tests(tests, enter_directory, leave_directory);
}
