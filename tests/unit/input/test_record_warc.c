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
        "a.wet#http://a/1 [Überschrift|WARC/1.0 is a line|] url=http://a/1 language=deu "
        "other={\"WARC-Type\":\"conversion\",\"WARC-Date\":\"2024-01-01T00:00:00Z\",\"WARC-Record-ID\":\"<urn:uuid:1>"
        "\","
        "\"WARC-Identified-Content-Language\":\"deu\",\"Content-Type\":\"text/plain\",\"Content-Length\":\"32\"}\n"
        "a.wet#http://a/1~R3 [again] url=http://a/1 "
        "other={\"WARC-Type\":\"conversion\",\"WARC-Identified-Content-Language\":\"deu,eng\","
        "\"Content-Type\":\"text/plain\",\"Content-Length\":\"5\"}\n"
        "a.wet#<urn:uuid:2> [resource] "
        "other={\"WARC-Type\":\"resource\",\"WARC-Record-ID\":\"<urn:uuid:2>\","
        "\"Content-Type\":\"text/plain; charset=utf-8\",\"Content-Length\":\"8\"}\n"
        "a.wet#R5 [<p>] "
        "other={\"WARC-Type\":\"resource\",\"Content-Type\":\"text/html\",\"Content-Length\":\"3\"}\n"
        "a.wet#http://a/2 [<p>] url=http://a/2 other={\"WARC-Type\":\"response\",\"Content-Length\":\"19\"}\n"
        "a.wet#R7 [] "
        "other={\"WARC-Type\":\"conversion\",\"Content-Type\":\"text/plain\",\"Content-Length\":\"0\"}\n");
}

static void one_gzip_member_a_record(void **state)
{
    (void)state;
    shell(
        "rm -f b.wet.gz; for i in 1 2 3; do printf 'WARC/1.0\\r\\nWARC-Type: conversion\\r\\nContent-Length: 6\\r\\n"
        "WARC-Target-URI: u%s\\r\\n\\r\\ntext %s\\r\\n\\r\\n' $i $i | gzip >>b.wet.gz; done");
    const char *got = READ(PLAIN, "b.wet.gz");
    assert_non_null(strstr(got, "b.wet.gz#u1 [text 1] url=u1"));
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
    assert_non_null(strstr(got,
                           "! big.wet:1 the record is larger than the 1 MB one article may have; --article-limit "
                           "allows more; it begins: u1\n"));
    assert_non_null(strstr(got, "big.wet#u2 [small]"));
    assert_non_null(strstr(got, "! big.wet:24 is no WARC record with a Content-Length"));
}

// A response with this status and type, more header fields, and n bytes of body.
static void add_response(FILE *file, const char *url, const char *status, const char *fields, const void *body,
                         size_t n)
{
    char head[512];
    snprintf(head, sizeof head, "HTTP/1.1 %s\r\n%s\r\n", status, fields);
    fprintf(file, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nContent-Type: application/http\r\n", url);
    fprintf(file, "Content-Length: %zu\r\n\r\n%s", strlen(head) + n, head);
    assert_int_equal(fwrite(body, 1, n, file), n);
    fputs("\r\n\r\n", file);
}

static void add_page(FILE *file, const char *url, const char *fields, const char *body)
{
    add_response(file, url, "200 OK", fields, body, strlen(body));
}

static void responses(void **state)
{
    (void)state;
    FILE *file = fopen("r.warc", "w");
    add_page(file, "http://a/1",
             "Content-Type: text/html; charset=utf-8\r\nLast-Modified: Mon, 06 May 2024 10:00:00 GMT\r\n"
             "Content-Language: de\r\nSet-Cookie: no\r\n",
             "<p>Häuser\n<p>two");
    add_page(file, "http://a/2.txt", "content-type: TEXT/PLAIN\r\n", "plain text\n");
    add_page(file, "http://a/3", "Content-Type: text/markdown\r\n", "# M\n");
    add_page(file, "http://a/4", "Content-Type: application/octet-stream\r\n", "<!DOCTYPE html><title>x</title>");
    add_response(file, "http://a/5", "203 Non-Authoritative Information", "Content-Type: text/html\r\n", "<p>x", 4);
    fclose(file);
    assert_string_equal(
        READ(PLAIN, "r.warc"),
        "r.warc#http://a/1 [<p>Häuser|<p>two] url=http://a/1 "
        "other={\"WARC-Type\":\"response\",\"Content-Type\":\"text/html; charset=utf-8\",\"Content-Length\":\"160\","
        "\"Last-Modified\":\"Mon, 06 May 2024 10:00:00 GMT\",\"Content-Language\":\"de\"}\n"
        "r.warc#http://a/2.txt [plain text|] url=http://a/2.txt "
        "other={\"WARC-Type\":\"response\",\"Content-Type\":\"TEXT/PLAIN\",\"Content-Length\":\"56\"}\n"
        "r.warc#http://a/3 [# M|] url=http://a/3 "
        "other={\"WARC-Type\":\"response\",\"Content-Type\":\"text/markdown\",\"Content-Length\":\"52\"}\n"
        "r.warc#http://a/4 [<!DOCTYPE html><title>x</title>] url=http://a/4 "
        "other={\"WARC-Type\":\"response\",\"Content-Type\":\"application/octet-stream\",\"Content-Length\":\"90\"}\n"
        "r.warc#http://a/5 [<p>x] url=http://a/5 "
        "other={\"WARC-Type\":\"response\",\"Content-Type\":\"text/html\",\"Content-Length\":\"75\"}\n");
}

// What holds no article is counted by what it is, and said once.
static void passed_over(void **state)
{
    (void)state;
    FILE *file = fopen("p.warc", "w");
    add_record(file, "warcinfo", "", "application/warc-fields", "a: b");
    add_record(file, "request", "", "application/http", "GET / HTTP/1.1\r\n\r\n");
    add_response(file, "u1", "301 Moved Permanently", "Content-Type: text/html\r\n", "<p>x", 4);
    add_response(file, "u2", "302 Found", "", "", 0);
    add_response(file, "u3", "404 Not Found", "Content-Type: text/html\r\n", "<p>x", 4);
    add_response(file, "u4", "304 Not Modified", "", "", 0);
    add_response(file, "u5", "204 No Content", "", "", 0);
    add_page(file, "u6", "Content-Type: image/PNG\r\n", "\x89PNG\r\n");
    add_page(file, "u7", "Content-Type: text/html\r\n", "%PDF-1.4 x");
    add_page(file, "u8", "Content-Type: text/html\r\n", "{\"a\": 1}");
    add_page(file, "u9", "Content-Type: text/html\r\n", " \n");
    add_page(file, "http://a/robots.txt?x", "Content-Type: text/plain\r\n", "User-agent: *\nDisallow: /a\n");
    add_page(file, "u10", "Content-Type: text/html\r\nContent-Encoding: lzma\r\n", "abc");
    add_page(file, "u11", "", "just words");
    add_record(file, "revisit", "WARC-Target-URI: u\r\n", "application/http", "HTTP/1.1 200 OK\r\n\r\n");
    add_record(file, "response", "WARC-Target-URI: dns:a\r\n", "text/dns", "20240101\r\na. 1 IN A 127.0.0.1\r\n");
    add_record(file, "resource", "WARC-Target-URI: metadata://gnu.org/wget.log\r\n", "text/plain", "log");
    add_page(file, "u12", "Content-Type: text/html\r\n", "<p>y");
    fclose(file);
    const char *got = READ(PLAIN, "p.warc");
    assert_non_null(strstr(got, "p.warc#u12 [<p>y]"));
    const char *note = strstr(got, "~ p.warc:0 ");
    assert_non_null(note);
    assert_string_equal(note,
                        "~ p.warc:0 records passed over, for they hold no articles: redirects 2, repeats 2, errors 1, "
                        "answers without a page 1, image/png 1, PDF files 1, JSON files without text 1, empty pages 1, "
                        "files of settings 1, pages in a coding that isn't read 1, answers of no type 1, answers that "
                        "aren't HTTP's 1\n");
}

static void codings(void **state)
{
    (void)state;
    FILE *file = fopen("c.warc", "w");
    char body[4096], fields[128];
    static const char *const tools[][2] = {{"gzip", "printf '<p>%s' one | gzip"},
                                           {"x-gzip", "(printf '<p>' | gzip; printf 'two' | gzip)"},
                                           {"zstd", "printf '<p>three' | zstd -q -c"},
                                           {"br, gzip", "printf '<p>four' | gzip"},
                                           {"gzip", "printf '<p>five'"},
                                           {"deflate",
                                            "printf '<p>six' | python3 -c 'import sys,zlib; "
                                            "sys.stdout.buffer.write(zlib.compress(sys.stdin.buffer.read()))'"},
                                           {"deflate",
                                            "printf '<p>seven' | python3 -c 'import sys,zlib; "
                                            "sys.stdout.buffer.write(zlib.compress(sys.stdin.buffer.read())"
                                            "[2:-4])'"}};
    for (size_t i = 0; i < sizeof tools / sizeof *tools; i++) {
        FILE *tool = popen(tools[i][1], "r");
        size_t n = fread(body, 1, sizeof body, tool);
        assert_int_equal(pclose(tool), 0);
        snprintf(fields, sizeof fields, "Content-Type: text/html\r\nContent-Encoding: %s\r\n", tools[i][0]);
        add_response(file, "u", "200", fields, body, n);
    }
    static const char brotli[] = "\x8B\x03\x80<p>eight\x03";
    add_response(file, "u", "200", "Content-Type: text/html\r\nContent-Encoding: br\r\n", brotli, sizeof brotli - 1);
    fclose(file);
    const char *got = READ(PLAIN, "c.warc"), *at = got;
    static const char *const wanted[] = {"[<p>one]",  "[<p>two]", "[<p>three]", "[<p>four]",
                                         "[<p>five]", "[<p>six]", "[<p>seven]", "[<p>eight]"};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        at = strstr(at, wanted[i]);
        if (!at) fail_msg("no %s in %s", wanted[i], got);
    }
}

static void chunks(void **state)
{
    (void)state;
    static const struct {
        const char *body, *text;
        bool cut;
    } cases[] = {
        {"4\r\n<p>a\r\n3;x=y\r\nbcd\r\n0\r\nTrailer: 1\r\n\r\n", "[<p>abcd]", false},
        {"4\n<p>a\n0\n\n", "[<p>a]", false},
        {"<p>not chunked", "[<p>not chunked]", false},
        {"A\r\n<p>a", "[<p>a]", true},
        {"4\r\n<p>a\r\n", "[<p>a]", true},
        {"7FFFFFFFFFFFFFFF\r\n<p>a", "[<p>a]", true},
        {"4\r\n<p>a\r\nFFFFFFFFFFFFFFFFFFFF\r\nb", "damaged", false},
        {"4\r\n<p>a\r\nxyz", "damaged", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        FILE *file = fopen("k.warc", "w");
        add_page(file, "u", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n", cases[i].body);
        fclose(file);
        const char *got = READ(PLAIN, "k.warc");
        if (!strstr(got, cases[i].text)) fail_msg("no %s in %s", cases[i].text, got);
        bool cut = strstr(got, "\"WARC-Truncated\":\"unspecified\"") && strstr(got, "~ k.warc:0 pages that are cut");
        assert_int_equal(cut, cases[i].cut);
    }
}

static void bombs(void **state)
{
    (void)state;
    shell(
        "head -c 3000000 /dev/zero | tr '\\0' ' ' | gzip >bomb; head -c 3000000 /dev/zero | tr '\\0' x | gzip | "
        "head -c 1000 >cut");
    char body[8192];
    FILE *file = fopen("b.warc", "w"), *bomb = fopen("bomb", "r"), *cut = fopen("cut", "r");
    size_t n = fread(body, 1, sizeof body, bomb);
    add_response(file, "u1", "200", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", body, n);
    n = fread(body, 1, sizeof body, cut);
    add_response(file, "u2", "200", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", body, n);
    body[500] ^= 0x55;
    body[12] = 0x07;
    add_response(file, "u3", "200", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", body, n);
    add_page(file, "u4", "Content-Type: text/html\r\nContent-Encoding: gzip, gzip, gzip, gzip, gzip\r\n", "<p>x");
    fclose(file);
    fclose(bomb);
    fclose(cut);
    const char *got = READ(PLAIN, "b.warc");
    assert_non_null(strstr(
        got, "the page is larger than the 1 MB one article may have; --article-limit allows more; it begins: u1"));
    assert_non_null(strstr(got, "b.warc#u2 [xxx"));
    assert_non_null(strstr(got, "its body is damaged where it is packed; it begins: u3"));
    assert_non_null(strstr(got, "pages in a coding that isn't read 1; pages that are cut"));
}

static void nothing_there(void **state)
{
    (void)state;
    FILE *file = fopen("n.warc", "w");
    add_record(file, "warcinfo", "", "application/warc-fields", "a: b");
    add_page(file, "u", "Content-Type: image/gif\r\n", "GIF89a");
    fclose(file);
    assert_string_equal(READ(PLAIN, "n.warc"), "! n.warc:0 none of its 2 records holds an article: image/gif 1\n");
    file = fopen("n.warc", "w");
    add_record(file, "warcinfo", "", "application/warc-fields", "a: b");
    fclose(file);
    assert_string_equal(READ(PLAIN, "n.warc"), "! n.warc:0 none of its 1 records holds an article\n");
}

// The header's charset, then the page's own; a byte order mark and bytes that are UTF-8 say more than both.
static void charsets(void **state)
{
    (void)state;
    FILE *file = fopen("e.warc", "w");
    add_page(file, "u1", "Content-Type: text/html; charset=\"windows-1251\"\r\n", "<p>\xCF\xF0\xE8\xE2\xE5\xF2");
    add_page(file, "u2", "Content-Type: text/html\r\n", "<meta charset=koi8-r><p>\xF0\xD2\xC9\xD7\xC5\xD4");
    add_page(file, "u3", "Content-Type: text/html; charset=iso-8859-1\r\n", "<p>Привет");
    add_page(file, "u4", "Content-Type: text/plain; charset=x-sjis\r\n", "\x93\xFA\x96{");
    add_page(file, "u5", "Content-Type: text/html; charset=iso-8859-1\r\n", "\xEF\xBB\xBF<p>ä");
    add_page(file, "u6", "Content-Type: text/html; charset=nonsense\r\n", "<meta charset=latin1><p>\xE4\x80");
    fclose(file);
    const char *got = READ(PLAIN, "e.warc"), *at = got;
    static const char *const wanted[] = {
        "u1 [<p>Привет]", "u2 [<meta charset=koi8-r><p>Привет]", "u3 [<p>Привет]", "u4 [日本]", "u5 [<p>ä]", "<p>ä€]"};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        at = strstr(at, wanted[i]);
        if (!at) fail_msg("no %s in %s", wanted[i], got);
    }
    const char *forced = READ(OPTIONS(.encoding = "WINDOWS-1251"), "e.warc");
    assert_non_null(strstr(forced, "u2 [<meta charset=koi8-r><p>рТЙЧЕФ]"));
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts),     cmocka_unit_test(one_gzip_member_a_record),
        cmocka_unit_test(damage),    cmocka_unit_test(too_large),
        cmocka_unit_test(responses), cmocka_unit_test(passed_over),
        cmocka_unit_test(codings),   cmocka_unit_test(chunks),
        cmocka_unit_test(bombs),     cmocka_unit_test(nothing_there),
        cmocka_unit_test(charsets),
    };
    return cmocka_run_group_tests(tests, enter_directory, leave_directory);
}
