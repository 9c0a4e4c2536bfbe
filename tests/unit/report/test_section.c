// report/section.h and report/html.h: what a question's answer looks like.
#include "report/html.h"
#include "report/section.h"

#include "unit.h"

static void heads(void **state)
{
    (void)state;
    struct section s;
    struct error error = {0};
    assert_true(
        section_read(STR("-- Ferries\n-- as table: Name | Sails\n-- By day.\n-- By night.\nSELECT 1;\n"), &s, &error));
    assert_str(s.title, "Ferries");
    assert_int_equal(s.kind, SECTION_TABLE);
    assert_str(s.columns, "Name | Sails");
    assert_str(s.note, "By day.\n-- By night.");
    assert_str(s.sql, "SELECT 1;\n");
    assert_true(section_read(STR("-- Ferries\n-- as bars\nSELECT 1;"), &s, &error));
    assert_true(!s.note.p && !s.columns.p && s.kind == SECTION_BARS);
    static const char *const wrong[] = {"", "SELECT 1;", "-- Ferries\nSELECT 1;", "-- Ferries\n-- as pie\nSELECT 1;",
                                        "-- Ferries"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        error = (struct error){0};
        assert_false(section_read(str_from(wrong[i]), &s, &error));
        assert_int_equal(error.code, ERROR_INTERNAL);
    }
}

// What the rows are drawn as.
static void drawn(const char *head, const char *const **rows, size_t count, int columns, const char *wanted)
{
    struct section s;
    struct error error = {0};
    struct buf out = {0};
    struct section_answer answer = {rows, count, columns};
    assert_true(section_read(str_from(head), &s, &error));
    section_draw(&s, &answer, 7, &out);
    buf_byte(&out, '\0');
    assert_string_equal(out.p, wanted);
    buf_release(&out);
}
#define ROWS(...)                                                                                                      \
    (const char *const *[]){__VA_ARGS__}, sizeof((const char *const *[]){__VA_ARGS__}) / sizeof(const char *const *)
#define ROW(...)                                                                                                       \
    (const char *const[])                                                                                              \
    {                                                                                                                  \
        __VA_ARGS__                                                                                                    \
    }

static void tables_and_numbers(void **state)
{
    (void)state;
    drawn("-- A\n-- as numbers\n", ROWS(ROW("cells", "1234567"), ROW("<b>", "x")), 2,
          "<section>\n<h2 id=\"s7\">A</h2>\n<dl>\n<div><dt>cells</dt><dd>1,234,567</dd></div>\n"
          "<div><dt>&lt;b&gt;</dt><dd>x</dd></div>\n</dl>\n</section>\n");
    drawn("-- A\n-- as table: B | # C\n-- D\n-- E\n", ROWS(ROW("x & \"y\"", "12"), ROW("\xE2\x80\xAE", NULL)), 2,
          "<section>\n<h2 id=\"s7\">A</h2>\n<p>D E</p>\n<div class=\"wide\" tabindex=\"0\"><table>\n<thead><tr>"
          "<th scope=\"col\">B</th><th scope=\"col\" class=\"n\">C</th></tr></thead>\n"
          "<tr><td>x &amp; &quot;y&quot;</td><td class=\"n\">12</td></tr>\n<tr><td>\\u202E</td><td "
          "class=\"n\"></td></tr>\n"
          "</table></div>\n</section>\n");
    drawn("-- A\n-- as table: Item | # Tables\n", ROWS(ROW("2021", "2021")), 2,
          "<section>\n<h2 id=\"s7\">A</h2>\n<div class=\"wide\" tabindex=\"0\"><table>\n<thead><tr>"
          "<th scope=\"col\">Item</th><th scope=\"col\" class=\"n\">Tables</th></tr></thead>\n"
          "<tr><td>2021</td><td class=\"n\">2,021</td></tr>\n</table></div>\n</section>\n");
    drawn("-- A\n-- as table: |\n", ROWS(ROW("x")), 1,
          "<section>\n<h2 id=\"s7\">A</h2>\n<div class=\"wide\" tabindex=\"0\"><table>\n<tr><td>x</td></tr>\n"
          "</table></div>\n</section>\n");
    drawn(
        "-- A\n-- as article: B\n", ROWS(ROW("4", "heading 2", "One\ntwo")), 3,
        "<section>\n<h2 id=\"s7\">A</h2>\n<article class=\"wide\"><table>\n<thead><tr><th "
        "scope=\"col\">B</th></tr></thead>\n"
        "<tr class=\"heading\"><td>4</td><td>heading 2</td><td>One<br>two</td></tr>\n</table></article>\n</section>\n");
    drawn("-- A\n-- as bars\n", NULL, 0, 0, "");
}

static size_t count_of(const struct buf *out, const char *part)
{
    size_t count = 0;
    for (const char *p = out->p; (p = strstr(p, part)); p++) count++;
    return count;
}

static void pictures(void **state)
{
    (void)state;
    struct section s;
    struct error error = {0};
    struct buf out = {0};
    char names[60][8];
    const char *cells[60][3];
    const char *const *rows[60];
    for (int i = 0; i < 60; i++) {
        snprintf(names[i], sizeof names[i], "n%d", i);
        cells[i][0] = names[i];
        cells[i][1] = names[i % 2];
        cells[i][2] = i ? "1" : "4";
        rows[i] = cells[i];
    }
    struct section_answer answer = {rows, 60, 3};
    assert_true(section_read(STR("-- A\n-- as heat\n"), &s, &error));
    section_draw(&s, &answer, 1, &out);
    buf_byte(&out, '\0');
    assert_int_equal(count_of(&out, "<rect"), 40);  // the first rows
    assert_int_equal(count_of(&out, "rotate"), 2);
    assert_int_equal(count_of(&out, "translate(695.0 "), 1);  // the last name has room behind it
    assert_int_equal(count_of(&out, "opacity=\"0.75\""), 1);
    assert_int_equal(count_of(&out, "<title>n0, n0: 4</title>"), 1);
    buf_release(&out);
    cells[0][0] = "A name of more than the thirty-eight characters that have room, \xC3\xA4";
    cells[0][1] = "2000";
    cells[1][1] = "500";
    answer.count = 2;
    s.kind = SECTION_BARS;
    section_draw(&s, &answer, 1, &out);
    buf_byte(&out, '\0');
    assert_int_equal(count_of(&out, "width=\"560.0\""), 1);
    assert_int_equal(count_of(&out, "width=\"140.0\""), 1);
    assert_int_equal(count_of(&out, ">A name of more than the thirty-eight c\xE2\x80\xA6<"), 1);
    assert_int_equal(count_of(&out, ">2,000<"), 1);
    buf_release(&out);
}

static void memory(void **state)
{
    (void)state;
    struct buf out = {.failed = true};
    html_text(&out, STR("x"));
    html_begin(&out, STR("x"));
    html_end(&out);
    assert_true(out.failed);
    buf_release(&out);
}

static const struct CMUnitTest tests[] = {cmocka_unit_test(heads), cmocka_unit_test(tables_and_numbers),
                                          cmocka_unit_test(pictures), cmocka_unit_test(memory)};

UNIT_MAIN("section")
