// Pages saved with their parts: input/mhtml.c through input/input.h.
#include "input_files.h"

#define HEAD                                                                                                           \
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.org/b\r\nSubject: =?utf-8?Q?x?=\r\n"               \
    "Date: Mon, 6 May 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"                \
    "\ttype=\"text/html\";\r\n\tboundary=\"----B\"\r\n\r\n\r\n"

static void quoted(void **state)
{
    (void)state;
    write_text("a.mhtml", HEAD
               "------B\r\nContent-Type: text/css\r\n\r\np { }\r\n------B\r\nContent-Type: text/html\r\n"
               "Content-ID: <x>\r\nContent-Transfer-Encoding: quoted-printable\r\n"
               "Content-Location: https://a.org/b\r\n\r\n<p class=3D\"x\">H=C3=A4user and a line that g=\r\n"
               "oes on=  \r\n.\r\n<p>2 =3D 1 + 1 = two=\r\n------B\r\nContent-Type: text/html\r\n\r\n<p>frame\r\n"
               "------B--\r\n");
    assert_string_equal(
        READ(PLAIN, "a.mhtml"),
        "a.mhtml [<p class=\"x\">Häuser and a line that goes on.\r|<p>2 = 1 + 1 = two] url=https://a.org/b "
        "other={\"saved\":\"Mon, 6 May 2024 10:00:00 -0000\"}\n");
}

static void packed(void **state)
{
    (void)state;
    write_text(
        "b.mht",
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"==\"\n\nThis is a multi-part message.\n\n"
        "--==\nContent-Type: multipart/alternative; boundary=in\n\n--in\nContent-Type: text/plain\n\nno\n"
        "--in\nContent-Type: text/html; charset=\"windows-1252\"\nContent-Transfer-Encoding: base64\n\n"
        "PHA+\nSeRkZW4=\n--in--\n--==--\n");
    assert_string_equal(READ(PLAIN, "b.mht"), "b.mht [<p>Iäden]\n");
}

// A boundary is a line of its own: neither its characters in a text nor a longer boundary end a part.
static void lines_of_boundary(void **state)
{
    (void)state;
    write_text("j.mht",
               "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n"
               "--Bx\nContent-Type: text/html\n\n<p>no\n"
               "--B \nContent-Type: multipart/alternative; boundary=Bx\n\n--Bx\nContent-Type: text/html\n\n"
               "<p>a --B b\n--B-c\n--Bx--\n--B--\n");
    assert_string_equal(READ(PLAIN, "j.mht"), "j.mht [<p>a --B b|--B-c|]\n");
}

static void one_part(void **state)
{
    (void)state;
    write_text("c.mht",
               "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n<p>ä\n");
    assert_string_equal(READ(PLAIN, "c.mht"), "c.mht [<p>ä|]\n");
}

static void no_page(void **state)
{
    (void)state;
    write_text("d.mht", HEAD "------B\r\nContent-Type: image/png\r\n\r\nx\r\n------B--\r\n");
    write_text("e.mht", "MIME-Version: 1.0\nContent-Type: multipart/related\n\n<p>x\n");
    write_text("f.eml",
               "From: Ada\nMessage-ID: <1>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
               "Content-Type: text/html\n\n<p>x\n--x--\n");
    assert_string_equal(READ(PLAIN, "d.mht", "e.mht"),
                        "! d.mht:0 is a page that was saved with its parts, and none of them is HTML\n"
                        "! e.mht:0 is a page that was saved with its parts, and none of them is HTML\n");
    assert_non_null(strstr(READ(PLAIN, "f.eml"), "is no article but mail"));
}

// Parts in parts in parts, boundaries of all lengths.
static void hostile(void **state)
{
    (void)state;
    FILE *file = fopen("g.mht", "w");
    fputs("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n", file);
    for (int i = 0; i < 1000; i++) fprintf(file, "--x\nContent-Type: multipart/mixed; boundary=x\n\n");
    fputs("--x\nContent-Type: text/html\n\n<p>deep\n--x--\n", file);
    fclose(file);
    assert_non_null(strstr(READ(PLAIN, "g.mht"), "g.mht"));
    file = fopen("h.mht", "w");
    fprintf(file, "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=%0200d\n\n--%0200d\n\nx\n", 0, 0);
    fclose(file);
    assert_non_null(strstr(READ(PLAIN, "h.mht"), "none of them is HTML"));
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quoted),   cmocka_unit_test(packed),  cmocka_unit_test(lines_of_boundary),
        cmocka_unit_test(one_part), cmocka_unit_test(no_page), cmocka_unit_test(hostile)};
    return cmocka_run_group_tests(tests, enter_directory, leave_directory);
}
