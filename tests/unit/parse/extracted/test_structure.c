// What each line of an extracted article is: headings, items, rows; broken ones too.
#include "parse/extracted/path.h"
#include "parse/extracted/structure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

enum { MOST = 400 };

struct decided {
    struct arena arena;
    struct line *lines;
    size_t count;
    char kinds[MOST + 1];
};

static const char LETTERS[] = {
    [LINE_BLANK] = '_', [LINE_PARAGRAPH] = 'p', [LINE_HEADING] = 'h',   [LINE_LEFTOVER] = 'l',
    [LINE_ITEM] = 'i',  [LINE_ITEM_MORE] = '.', [LINE_ROW] = 'r',       [LINE_ROW_MORE] = ',',
    [LINE_CODE] = 'c',  [LINE_QUOTE] = 'q',     [LINE_DELIMITER] = '-',
};

static void decide_article(struct decided *d, struct article article)
{
    struct lines lines;
    arena_init(&d->arena, 0);
    assert_true(layout_read(&article, &d->arena, &d->arena, &lines));
    assert_true(lines.count <= MOST);
    assert_true(structure_decide(&lines, &d->arena, &d->arena));
    d->lines = lines.lines;
    d->count = lines.count;
    for (size_t i = 0; i < d->count; i++) d->kinds[i] = LETTERS[d->lines[i].kind];
    d->kinds[d->count] = '\0';
}

static void decide(struct decided *d, const char *text)
{
    decide_article(d, (struct article){.text = str_from(text), .first_line = 1, .layout = LAYOUT_LINES});
}

static void kinds_are(const char *text, const char *wanted)
{
    struct decided d;
    decide(&d, text);
    assert_string_equal(d.kinds, wanted);
    arena_release(&d.arena);
}

#define LONG_A                                                                                                         \
    "The harbour office counted more ships this spring than in any spring since the war, and most of them carried "    \
    "grain that had waited behind the strait for months, as the owners of the larger mills had told the council.\n"
#define LONG_B                                                                                                         \
    "Nobody had expected the cranes to last so long, because the firm that built them had closed in the meantime and " \
    "no spare parts could be bought; two of them stand still now, and the third works on three days of the week.\n"

static void headings_are_told_from_paragraphs(void **state)
{
    (void)state;
    kinds_are(LONG_A "What the Port Needs\n" LONG_B LONG_A "Who Pays for the Cranes?\n" LONG_B, "phpphp");
}

static void a_heading_has_level_confidence_and_reason(void **state)
{
    (void)state;
    struct decided d;
    decide(&d, LONG_A "What the Port Needs\n" LONG_B LONG_A "Who Pays for the Cranes?\n" LONG_B);
    const struct line *h = &d.lines[1];
    assert_int_equal(h->kind, LINE_HEADING);
    assert_in_range(h->level, 1, 6);
    assert_int_equal(h->level, d.lines[4].level);
    assert_true(h->confidence > 0.5f && h->confidence <= 1);
    assert_non_null(h->reason);
    arena_release(&d.arena);
}

// Line `at` (from 0) of the text is told as the title, a heading of level 1; -1: no line is.
static void title_is(const char *title, const char *text, int at)
{
    for (int layout = LAYOUT_LINES; layout <= LAYOUT_BLOCKS; layout++) {
        struct decided d;
        decide_article(&d, (struct article){.text = str_from(text),
                                            .first_line = 1,
                                            .layout = (enum layout)layout,
                                            .metadata.title = str_from(title)});
        for (size_t i = 0; i < d.count; i++) {
            const struct line *line = &d.lines[i];
            bool told = line->kind == LINE_HEADING && strstr(line->reason, "metadata");
            assert_int_equal(told, (int)line->first == at);
            if (told) assert_int_equal(line->level, 1);
        }
        arena_release(&d.arena);
    }
}

static void the_title_of_the_metadata_is_a_heading(void **state)
{
    (void)state;
    static const char text[] =
        "a sentence of the sort that is none, in small letters and with its full stop.\n\n" LONG_A "\n" LONG_B;
    title_is("a sentence of the sort that is none, in small letters and with its full stop.", text, 0);
    title_is("A Sentence of the sort  that is none,\tin small letters and with its full stop. | The Post", text, 0);
    title_is("a sentence of the sort that is none, in small letters and with its full stop. - The Post – News", text,
             0);
    title_is("a sentence of the sort that is none, in small letters and with its full stop.— The Post", text, -1);
    title_is("a sentence of the sort", text, -1);
    title_is("a sentence of the sort that is none, in small letters and with its full stop. And more", text, -1);
    title_is("| The Post", text, -1);
    title_is(" ", text, -1);
    title_is(NULL, text, -1);
    title_is("Two Ferries - By Day - News", "Two Ferries - By Day\n\n" LONG_A, 0);
    title_is("Two Ferries - By Day - News", "Two Ferries\n\n" LONG_A, 0);
}

static void the_first_of_the_opening_lines_is_the_title(void **state)
{
    (void)state;
    title_is("harbour", "harbour\n\nharbour\n\n" LONG_A, 0);
    title_is("harbour", LONG_A "\n" LONG_B "\nharbour\n\n" LONG_A, 4);
    title_is("harbour", "Mon\n\nTue\n\nWed\n\nThu\n\nFri\n\nSat\n\nSun\n\nJan\n\nFeb\n\nMar\n\nharbour\n\n" LONG_A, -1);
    title_is("harbour", "- harbour\n- pier\n\n" LONG_A, -1);
}

static void headings_beside_the_title_lie_deeper(void **state)
{
    (void)state;
    struct decided d;
    decide_article(&d,
                   (struct article){.text = str_from("What the Port Needs\n" LONG_A "Who Pays for the Cranes?\n" LONG_B
                                                     "What Becomes of the Pier?\n" LONG_A),
                                    .first_line = 1,
                                    .layout = LAYOUT_LINES,
                                    .metadata.title = STR("what the port needs | Herald")});
    assert_string_equal(d.kinds, "hphphp");
    assert_int_equal(d.lines[0].level, 1);
    assert_int_equal(d.lines[2].level, 2);
    assert_int_equal(d.lines[4].level, 2);
    arena_release(&d.arena);
}

static void items_are_marked_or_go_on(void **state)
{
    (void)state;
    kinds_are(LONG_A
              "The council wants three things:\n- new cranes\n- a deeper harbour\n- a road to the mills\n" LONG_B,
              "ppiiip");
    struct decided d;
    decide(&d, LONG_A
           "- a road to the mills\n-\nThe cranes on the northern quay will have to be replaced within two years. "
           "-\nThe harbour "
           "is to be dredged to nine metres before the next winter comes.\n" LONG_B);
    assert_string_equal(d.kinds, "pii.ip");
    assert_true(d.lines[1].starts_block);
    assert_false(d.lines[4].starts_block);
    assert_true(d.lines[3].glued);
    arena_release(&d.arena);
    decide(&d, LONG_A LONG_B
           "- a road to the mills\n-\nThe cranes on the northern quay will have to be replaced within two years. "
           "-\nThe harbour "
           "is to be dredged to nine metres before the next winter comes.\n" LONG_B LONG_A);
    assert_string_equal(d.kinds, "ppii.ipp");
    assert_true(d.lines[2].starts_block);
    assert_false(d.lines[5].starts_block);
    assert_true(d.lines[4].glued);
    arena_release(&d.arena);
}

static void three_styles_of_tables(void **state)
{
    (void)state;
    kinds_are(LONG_A "Port | Ships |\n---|---|\nNorth | 31 |\nSouth | 12 |\n" LONG_B, "pr-rrp");
    kinds_are(LONG_A "| Port | Ships |\n|---|---|\n| North | 31 |\n| South | 12 |\n" LONG_B, "pr-rrp");
    kinds_are(LONG_A "|Port||Ships|\n|North||31|\n|South||12|\n" LONG_B, "prrrp");
}

static void tables_behind_one_another_are_told_apart(void **state)
{
    (void)state;
    struct decided d;
    decide(&d, LONG_A
           "Port | Ships |\n---|---|\nNorth | 31 |\nYear | Grain | Coal |\n---|---|---|\n1921 | 4 | 7 |\n" LONG_B);
    assert_string_equal(d.kinds, "pr-rr-rp");
    assert_true(d.lines[1].starts_block);
    assert_true(d.lines[4].starts_block);
    assert_false(d.lines[3].starts_block);
    arena_release(&d.arena);
}

static void broken_rows_belong_together(void **state)
{
    (void)state;
    kinds_are(LONG_A
              "Port | Ships | Cranes |\n---|---|---|\nNorth | 31 |\n2 |\nSouth | 12 |\n1 |\nEast | 40 |\n3 |\n" LONG_B,
              "pr-r,r,r,p");
    kinds_are(LONG_A "Port |\nShips |\nCranes |\nNorth |\n31 |\n2 |\nSouth |\n12 |\n1 |\nEast |\n40 |\n3 |\n" LONG_B,
              "pr,,r,,r,,r,,p");
}

// What tells how many columns a table has is that cells of one column look alike.
static void columns_are_told_by_their_cells(void **state)
{
    (void)state;
    kinds_are(LONG_A
              "8:10 AM\n|\nLeaves the quay and walks to the office near the mills.\n|\n"
              "11:30 AM\n|\nReturns to the quay to count what has been unloaded.\n|\n"
              "12:00 PM\n|\nEats in the canteen of the northern mill with the others.\n|\n"
              "4:20 PM\n|\nGoes home along the river when the weather allows it.\n|\n" LONG_B,
              "pr,,,r,,,r,,,r,,,p");
}

static void rows_end_where_they_are_filled_up(void **state)
{
    (void)state;
    kinds_are(LONG_A
              "Port | Ships | Cranes |\n---|---|---|\nNorth | 31 | 2 |\nSpring ||\nSouth | 12 | 1 |\n"
              "East | 40 | 3 |\n" LONG_B,
              "pr-rrrrp");
}

static void rows_with_less_cells_than_their_table_has(void **state)
{
    (void)state;
    kinds_are("---|---|---|---|---|\na |\nb |\nc |\nd |\n", "-rrrr");
    kinds_are(LONG_A "A | B |\n---|---|---|---|---|---|---|---|\na |\nb |\nc |\nd |\n", "pr-rrrr");
}

static void a_path_without_a_bar_is_no_table(void **state)
{
    (void)state;
    struct part parts[3] = {0};
    struct path_line lines[3] = {0};
    const char *texts[] = {"one", "two", "three"};
    for (int i = 0; i < 3; i++) {
        shape_scan(str_from(texts[i]), &parts[i].shape);
        lines[i].odds[ROLE_PARAGRAPH] = 0.01f;
        lines[i].odds[ROLE_ROW] = 0.99f;
    }
    struct arena arena;
    arena_init(&arena, 0);
    assert_true(path_decide(parts, lines, 3, false, &arena));
    for (int i = 0; i < 3; i++) assert_int_equal(lines[i].role, ROLE_PARAGRAPH);
    arena_release(&arena);
}

static void empty_and_blank_articles(void **state)
{
    (void)state;
    kinds_are("", "");
    kinds_are("\n\n  \n", "___");
    kinds_are("|\n|\n|\n", "rrr");
}

static void a_full_arena_is_said(void **state)
{
    (void)state;
    for (size_t limit = 1 << 10; limit < 1 << 17; limit *= 2) {
        struct line few[64];
        for (int i = 0; i < 64; i++) few[i] = (struct line){.text = STR("North |"), .rule = LINE_NO_RULE};
        struct lines lines = {.lines = few, .count = 64, .layout = LAYOUT_LINES};
        struct arena arena;
        arena_init(&arena, limit);
        bool done = structure_decide(&lines, &arena, &arena);
        assert_int_equal(done, !arena.failed);
        arena_release(&arena);
    }
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headings_are_told_from_paragraphs),
        cmocka_unit_test(a_heading_has_level_confidence_and_reason),
        cmocka_unit_test(the_title_of_the_metadata_is_a_heading),
        cmocka_unit_test(the_first_of_the_opening_lines_is_the_title),
        cmocka_unit_test(headings_beside_the_title_lie_deeper),
        cmocka_unit_test(items_are_marked_or_go_on),
        cmocka_unit_test(three_styles_of_tables),
        cmocka_unit_test(tables_behind_one_another_are_told_apart),
        cmocka_unit_test(broken_rows_belong_together),
        cmocka_unit_test(columns_are_told_by_their_cells),
        cmocka_unit_test(rows_end_where_they_are_filled_up),
        cmocka_unit_test(rows_with_less_cells_than_their_table_has),
        cmocka_unit_test(a_path_without_a_bar_is_no_table),
        cmocka_unit_test(empty_and_blank_articles),
        cmocka_unit_test(a_full_arena_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
