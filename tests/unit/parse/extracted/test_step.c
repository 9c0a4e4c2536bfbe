#include "parse/cells.h"
#include "parse/extracted/step.h"
#include "unit.h"

enum { LINES = 32 };

// A letter a line: r no row goes on with it, b it stands behind a row, x it is no row's, - open.
static void steps_are(const char *text, const char *wanted)
{
    struct part parts[LINES];
    struct path_line lines[LINES];
    char got[LINES + 1] = {0};
    size_t count = 0;
    for (const char *p = text, *end; (end = strchr(p, '\n')); p = end + 1, count++) {
        struct str line = {p, (size_t)(end - p)};
        parts[count] = (struct part){0};
        shape_scan(line, &parts[count].shape);
        lines[count] = (struct path_line){.odds = {[ROLE_ROW] = 0.5f}};
        if (is_delimiter_line(line)) lines[count].columns = parts[count].shape.pipes;
    }
    step_find(parts, lines, count);
    for (size_t i = 0; i < count; i++)
        got[i] = "-rb"[lines[i].step] == '-' && lines[i].odds[ROLE_ROW] <= 0 ? 'x' : "-rb"[lines[i].step];
    if (strcmp(got, wanted) != 0) fail_msg("%s\nhas the steps %s and not %s", text, got, wanted);
}

static void lines_of_as_many_bars_are_rows(void **state)
{
    (void)state;
    steps_are("Text\na | b |\nc | d |\ne | f |\nText\n", "--rr-");
    steps_are("a | b |\n---|---|\nc | d |\nText\n", "--r-");
    steps_are("a | b |\nc | d |\ne | f |\ng |\n", "-rrr");
    steps_are("a | b |\nc |\nd | e |\nf |\n", "----");
}

static void pieces_between_texts_may_be_one_row(void **state)
{
    (void)state;
    steps_are("A\na | b |\nc | d |\nB\ne | f |\ng | h |\n", "------");
}

static void a_delimiter_tells_where_rows_end(void **state)
{
    (void)state;
    steps_are("A | B | C |\n---|---|---|\na | b | c |\nd |\ne |\nf |\n", "--rr--");
    steps_are("A | B | C |\n---|---|---|\na | b | c |\n|\nd | e | f |\n|\n", "--r-r-");
}

static void lines_take_turns_with_rows(void **state)
{
    (void)state;
    steps_are("A | B |\n---|---|\nK | 1 |\nx\nL | 2 |\ny\nM | 3 |\nz\nText\n", "---b-b-b-");
    steps_are("A | B |\n---|---|\nx\nK | 1 |\ny\nL | 2 |\nz\nM | 3 |\n", "--------");
    steps_are("A | B | C |\n---|---|---|\nK | 1 | 2 |\nx y |\nL | 2 | 3 |\nx z |\nM | 3 | 4 |\ny z |\n", "--rb-b-b");
}

static void text_between_rows(void **state)
{
    (void)state;
    steps_are("A | a |\nB | b |\n3 May 1857\nC | c |\n", "--b-");
    steps_are("A | a |\nB | b |\nEngine\nC | c |\n", "--x-");
    steps_are("A | a |\nB | b |\nthe gate\n(old) | c |\n", "----");
}

static void bars_alone_behind_a_table(void **state)
{
    (void)state;
    steps_are("a | b | c |\nd | e |\n|\n|\nText\n", "--rr-");
    steps_are("a | b | c |\nd | e |\n|\nf | g | h |\n", "----");
    // at the text's end, behind a line that a bar ends
    steps_are("a | b |\nText\nSee also |\n|\n|\n", "---rr");
    steps_are("Text\n|\n|\n", "--r");
    steps_are("a |\n|\nb |\n|\n", "----");
    steps_are("a |\nb |\nc |\nd |\ne |\n|\n", "------");
    steps_are("A\na text\n|\n|\nB\nb text\n|\n|\n", "--------");
    steps_are("a | b |\nc |\n|\n|\n|\n|\n|\n", "-------");
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(lines_of_as_many_bars_are_rows),
    cmocka_unit_test(pieces_between_texts_may_be_one_row),
    cmocka_unit_test(a_delimiter_tells_where_rows_end),
    cmocka_unit_test(lines_take_turns_with_rows),
    cmocka_unit_test(text_between_rows),
    cmocka_unit_test(bars_alone_behind_a_table),
};

UNIT_MAIN("step")
