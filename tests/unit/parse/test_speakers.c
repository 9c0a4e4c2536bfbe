// speakers_find and speakers_turn of parse/speakers.h
#include "parse/speakers.h"
#include "unit.h"

// A letter a line: s where somebody's turn begins, - where none does.
static void turns_are(const char *text, const char *wanted)
{
    static struct speakers speakers;
    char got[64] = {0};
    struct turn turn;
    bool any = speakers_find(str_from(text), &speakers);
    size_t i = 0;
    for (const char *p = text, *lf; (lf = strchr(p, '\n')); p = lf + 1)
        got[i++] = speakers_turn(&speakers, (struct str){p, (size_t)(lf - p)}, &turn) ? 's' : '-';
    if (strcmp(got, wanted) != 0) fail_msg("%s\nhas the turns %s and not %s", text, got, wanted);
    assert_true(any == (strchr(wanted, 's') != NULL));
}

static void turn_is(const char *line, const char *name, const char *said, bool alone)
{
    static struct speakers speakers;
    struct turn turn;
    assert_true(speakers_find(STR("Ash: When does the ferry leave?\nOrla Finn: At seven, unless there is a "
                                  "storm.\nAsh: And in winter?\nOrla Finn: At eight, if at all.\n"),
                              &speakers));
    assert_true(speakers_turn(&speakers, str_from(line), &turn));
    assert_str(turn.name, name);
    assert_str(turn.text, said);
    assert_true(turn.alone == alone);
}

static void labels_come_back_before_sentences(void **state)
{
    (void)state;
    turns_are(
        "An interview\n"
        "Q: When does the ferry leave in winter?\n"
        "A: At seven, unless there is a storm.\n"
        "Q: And who decides whether there is one?\n"
        "A: The landlady decides, of course.\n",
        "-ssss");
    turns_are(
        "ORLA FINN: When does the ferry leave in winter?\n"
        "Dr. Ash: At seven, unless there is a storm.\n"
        "He laughs.\n"
        "ORLA FINN: And who decides whether there is one?\n"
        "Dr. Ash: \xE2\x80\x9CThe landlady decides, of course.\xE2\x80\x9D\n",
        "ss-ss");
    turns_are(
        "\xE9\x97\xAE\xEF\xBC\x9A\xE6\xB8\xA1\xE8\xBD\xAE\xE5\x87\xA0\xE7\x82\xB9\xE5\xBC\x80\xEF\xBC\x9F\n"
        "\xE7\xAD\x94\xEF\xBC\x9A\xE4\xB8\x83\xE7\x82\xB9\xEF\xBC\x8C\xE9\x99\xA4\xE9\x9D\x9E\xE6\x9C\x89\xE6\x9A\xB4"
        "\xE9\xA3\x8E\xE9\x9B\xA8\xE3\x80\x82\n"
        "\xE9\x97\xAE\xEF\xBC\x9A\xE8\xB0\x81\xE6\x9D\xA5\xE5\x86\xB3\xE5\xAE\x9A\xEF\xBC\x9F\n"
        "\xE7\xAD\x94\xEF\xBC\x9A\xE6\x88\xBF\xE4\xB8\x9C\xE5\xA4\xAA\xE5\xA4\xAA\xE6\x9D\xA5\xE5\x86\xB3\xE5\xAE\x9A"
        "\xE3\x80\x82\n",
        "ssss");
}

// What stands behind a name is no part of it, in however many ways it is written.
static void names_come_again_in_other_dress(void **state)
{
    (void)state;
    turns_are(
        "**Ash:** When does the ferry leave in winter?\n"
        "Finn\xC2\xA0: At seven, unless there is a storm.\n"
        "Ash\xEF\xBC\x9A And who decides whether there is one?\n"
        "__Finn__: The landlady decides, of course.\n",
        "ssss");
    turns_are(
        "\xEF\xBC\xA1\xEF\xBC\x9AWhen does the ferry leave in winter?\n"
        "\xEF\xBC\xA2\xEF\xBC\x9A At seven, unless there is a storm.\n"
        "\xEF\xBC\xA1: And who decides whether there is one?\n"
        "\xEF\xBC\xA2: The landlady decides, of course.\n",
        "ssss");
    // whose names differ in their numbers alone; and one whose text holds a colon
    turns_are(
        "Speaker 1 [00:01:10]: When does the ferry leave in winter?\n"
        "Speaker 2: At seven, unless there is a storm.\n"
        "Speaker 1: And who decides whether there is one?\n"
        "Speaker 2 12:30: The landlady decides, of course.\n",
        "ssss");
    turns_are(
        "Q  When does the ferry leave: in winter, too?\n"
        "Finn: At seven, unless there is a storm.\n"
        "Q  And who decides whether there is one?\n"
        "Finn: The landlady decides, of course.\n",
        "ssss");
}

static void the_text_may_tell_who_they_are(void **state)
{
    (void)state;
    const char *turns =
        "Auerbach: The ferry has been leaving at seven for as long as anybody on the pier can remember.\n"
        "Finn: That is so, but in a storm it doesn't leave at all, whatever the timetable says about it.\n"
        "Auerbach: The landlady decides whether there is one, and she has never been wrong about it yet.\n"
        "Finn: My mother decided it before her, and she had it from the harbour master of that time.\n"
        "Auerbach: And nobody has ever asked for a ticket, as far as those who were there can tell us.\n"
        "Finn: The ticket office was closed in the year in which the new pier was built, and stayed so.\n";
    char text[1024];
    snprintf(text, sizeof text, "We met Birgit Auerbach and Orla Finn at the pier.\n%s", turns);
    turns_are(text, "-ssssss");
    snprintf(text, sizeof text, "We met them at the Auerbach and the Finn.\n%s", turns);
    turns_are(text, "-------");
}

static void names_may_stand_alone(void **state)
{
    (void)state;
    turns_are(
        "Speaker 1 (00:01)\nWelcome to the pier, everybody.\n"
        "Speaker 2 (00:07)\nIt is good to be here.\n"
        "Speaker 1 (00:12)\nWhen does the ferry leave?\n"
        "Speaker 2 (00:15)\nAt seven, unless there is a storm.\n",
        "s-s-s-s-");
    turns_are(
        "**Ash:**\nWhen does the ferry leave?\n**Finn:**\nAt seven, unless there is a storm.\n"
        "**Ash:**\nAnd in winter?\n**Finn:**\nNot at all.\n",
        "s-s-s-s-");
    turns_are(
        "Summer Timetable\nThe ferry leaves at seven, does it?\nWinter Timetable\nThe ferry leaves at eight.\n"
        "Summer Timetable\nThe ferry stays at the pier.\nWinter Timetable\nWho knows when it leaves?\n",
        "--------");
}

static void a_turn_has_a_name_and_what_is_said(void **state)
{
    (void)state;
    turn_is("Ash: On time?", "Ash", "On time?", false);
    turn_is("**Ash:** On time?", "Ash", "On time?", false);
    turn_is("**Ash**: On time?", "Ash", "On time?", false);
    turn_is("Ash (00:12): On time?", "Ash", "(00:12): On time?", false);
    turn_is("Orla Finn", "Orla Finn", "", true);
    turn_is("Orla Finn: 00:12", "Orla Finn", "00:12", true);
    turn_is("Ash:\xC2\xA0On time?", "Ash", "On time?", false);
}

static void who_speaks_once_is_known_by_the_name(void **state)
{
    (void)state;
    turns_are(
        "Orla Finn: When does the ferry leave in winter?\n"
        "Ash: At seven, unless there is a storm.\n"
        "Finn: And who decides whether there is one?\n"
        "Ash: The landlady decides, of course.\n"
        "Finn: Why?\n"
        "Moderator: That is all we have time for.\n"
        "Note: the ferry didn't leave that day.\n",
        "ssssss-");
}

static void lists_of_facts_are_none(void **state)
{
    (void)state;
    turns_are("Pier: north\nPrice: 12 euros\nPier: south\nPrice: 14 euros\nPier: east\nPrice: 9 euros\n", "------");
    turns_are(
        "Note: the ferry to the islands is late today.\n"
        "Note: the ferry to the harbour is late today.\n"
        "Note: the ferry to the inn is late today.\n"
        "Note: the ferry to the pier is late today.\n",
        "----");
    turns_are(
        "Pros: The ferry is cheap, and who minds that?\n"
        "Cons: The ferry is late on most days.\n"
        "Pros: The train is on time, or isn't it?\n"
        "Cons: The train is dear on most days.\n",
        "----");
    turns_are(
        "North: The ferry leaves at seven on most days.\n"
        "South: The ferry leaves at eight on most days.\n"
        "North: The ferry comes back at nine on most days.\n"
        "South: The ferry comes back at ten on most days.\n",
        "----");
}

static void the_same_line_again_is_no_turn(void **state)
{
    (void)state;
    turns_are(
        "League: the ferry has lost again, says the pier?\n"
        "Council: the ferry has to pay for all of it?\n"
        "League: the ferry has lost again, says the pier?\n"
        "Council: the ferry has to pay for all of it?\n",
        "----");
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(labels_come_back_before_sentences),
    cmocka_unit_test(names_come_again_in_other_dress),
    cmocka_unit_test(the_text_may_tell_who_they_are),
    cmocka_unit_test(names_may_stand_alone),
    cmocka_unit_test(a_turn_has_a_name_and_what_is_said),
    cmocka_unit_test(who_speaks_once_is_known_by_the_name),
    cmocka_unit_test(lists_of_facts_are_none),
    cmocka_unit_test(the_same_line_again_is_no_turn),
};

UNIT_MAIN("speakers")
