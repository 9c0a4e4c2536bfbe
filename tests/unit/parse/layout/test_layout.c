// layout_read of parse/line.h. What it reads of each construct is in tests/spec/layout.md.
#include "parse/layout/page.h"
#include "parse/line.h"
#include "unit.h"

#include <string.h>

static const char TEXT[] =
    "What the ferry costs\n====================\n\n"
    "The [1]ferry has been dearer since the spring [2]\n\n"
    "\xE2\x80\xA2 a day ticket\n  for all\n\xE2\x80\xA2 a ticket for ten days\n\n"
    "+---+---+\n| a | b |\n+---+---+\n| c | d |\n+---+---+\n\n"
    "Pier      Seats\nNorth     120\nSouth     80\n\n"
    "References\n\n1. https://a.example/\n2. https://b.example/\n";

static void forms_and_lines(void **state)
{
    (void)state;
    static const struct {
        uint8_t form, blanks;
        uint32_t first, last;
        size_t links;
    } wanted[] = {
        {FORM_HEADING, 0, 0, 1, 0},    {FORM_OPEN, 1, 3, 3, 2},       {FORM_ITEM, 1, 5, 6, 0},
        {FORM_ITEM, 0, 7, 7, 0},       {FORM_ROW, 1, 10, 10, 0},      {FORM_ROW, 0, 12, 12, 0},
        {FORM_HEADER, 1, 15, 15, 0},   {FORM_ROW, 0, 16, 16, 0},      {FORM_ROW, 0, 17, 17, 0},
        {FORM_LEFTOVER, 1, 19, 19, 0}, {FORM_LEFTOVER, 1, 21, 21, 0}, {FORM_LEFTOVER, 0, 22, 22, 0},
    };
    struct article article = {.text = str_from(TEXT), .first_line = 1, .layout = LAYOUT_BLOCKS};
    struct arena arena;
    struct lines lines;
    arena_init(&arena, 0);
    assert_true(layout_read(&article, &arena, &arena, &lines));
    assert_int_equal(lines.layout, LAYOUT_BLOCKS);
    assert_int_equal(lines.count, sizeof wanted / sizeof *wanted);
    for (size_t i = 0; i < lines.count; i++) {
        const struct line *l = &lines.lines[i];
        assert_int_equal(l->form, wanted[i].form);
        assert_int_equal(l->blanks, wanted[i].blanks);
        assert_int_equal(l->first, wanted[i].first);
        assert_int_equal(l->last, wanted[i].last);
        assert_int_equal(l->link_count, wanted[i].links);
    }
    assert_str(lines.lines[2].text, "a day ticket for all");
    assert_true(lines.lines[2].starts);
    assert_false(lines.lines[3].starts);
    assert_int_equal(lines.lines[4].cell_count, 2);
    assert_str(lines.lines[4].cells[1].text, "b");
    assert_int_equal(lines.lines[4].cells[1].line, 11);  // the source's, from 1
    arena_release(&arena);
}

// where lines are blocks, blank ones are lines of their own
static void blank_lines(void **state)
{
    (void)state;
    struct article article = {.text = STR("a\n\n \nb\n"), .first_line = 1, .layout = LAYOUT_LINES};
    struct arena arena;
    struct lines lines;
    arena_init(&arena, 0);
    assert_true(layout_read(&article, &arena, &arena, &lines));
    assert_int_equal(lines.count, 4);
    article.layout = LAYOUT_BLOCKS;
    assert_true(layout_read(&article, &arena, &arena, &lines));
    assert_int_equal(lines.count, 2);
    assert_int_equal(lines.lines[1].blanks, 2);
    arena_release(&arena);
}

// a number above a form feed is a page's; another one is not
static void page_numbers(void **state)
{
    (void)state;
    struct article article = {.text =
                                  STR("The ferry is late  today.\n\n   12\n\n\fNobody minds.\n\n1999\n\nSo it is.\n"),
                              .first_line = 1,
                              .layout = LAYOUT_BLOCKS};
    struct arena arena;
    struct lines lines;
    arena_init(&arena, 0);
    assert_true(layout_read(&article, &arena, &arena, &lines));
    assert_int_equal(lines.count, 5);
    assert_int_equal(lines.lines[1].form, FORM_LEFTOVER);
    assert_str(lines.lines[1].text, "12");
    assert_int_equal(lines.lines[3].form, FORM_OPEN);
    arena_release(&arena);
}

static void a_full_arena_is_said(void **state)
{
    (void)state;
    static char text[40 * sizeof TEXT];
    for (int i = 0; i < 40; i++) strcat(text, TEXT);
    static const enum layout layouts[] = {LAYOUT_AUTO, LAYOUT_LINES, LAYOUT_BLOCKS, LAYOUT_WRAPPED};
    for (int k = 0; k < 4; k++)
        for (size_t limit = 1 << 10; limit < 1 << 22; limit += limit / 8) {
            struct article article = {.text = str_from(text), .first_line = 1, .layout = layouts[k]};
            struct arena arena;
            struct lines lines;
            arena_init(&arena, limit);
            bool read = layout_read(&article, &arena, &arena, &lines);
            assert_int_equal(read, !arena.failed);
            arena_release(&arena);
        }
}

static void pages(void **state)
{
    (void)state;
    char text[8192] = "";
    struct arena arena;
    struct source source;
    arena_init(&arena, 0);
    for (int i = 0; i < 20; i++) strcat(text, "Tickets\n");
    strcat(text,
           "The ferry has been dearer since the spring, and the council wants to know why nobody complains of it.\n");
    for (int i = 0; i < 20; i++) strcat(text, "Imprint\n");
    assert_true(source_split(str_from(text), &arena, &source));
    assert_true(page_found(&source));
    text[0] = '\0';
    for (int i = 0; i < 40; i++) strcat(text, "The ferry has been dearer since the spring, as many have said.\n");
    assert_true(source_split(str_from(text), &arena, &source));
    assert_false(page_found(&source));
    assert_true(source_split(STR("Tickets\n"), &arena, &source));
    assert_false(page_found(&source));
    arena_release(&arena);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(forms_and_lines),      cmocka_unit_test(blank_lines), cmocka_unit_test(page_numbers),
    cmocka_unit_test(a_full_arena_is_said), cmocka_unit_test(pages),
};

UNIT_MAIN("layout")
