#include "parse/layout/speech.h"
#include "unit.h"

// A letter a line: s where somebody's turn begins, - where none does.
static void turns_are(const char *text, const char *wanted)
{
    struct arena arena;
    struct source source;
    char got[64] = {0};
    arena_init(&arena, 0);
    assert_true(source_split(str_from(text), &arena, &source));
    bool any = speech_find(&source);
    for (size_t i = 0; i < source.count; i++) got[i] = source.lines[i].speaks ? 's' : '-';
    if (strcmp(got, wanted) != 0) fail_msg("%s\nhas the turns %s and not %s", text, got, wanted);
    assert_true(any == (strchr(wanted, 's') != NULL));
    arena_release(&arena);
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
}

static void the_same_line_again_is_no_turn(void **state)
{
    (void)state;
    turns_are(
        "League: the ferry has lost again, says the pier.\n"
        "Council: the ferry has to pay for all of it.\n"
        "League: the ferry has lost again, says the pier.\n"
        "Council: the ferry has to pay for all of it.\n",
        "----");
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(labels_come_back_before_sentences),
    cmocka_unit_test(lists_of_facts_are_none),
    cmocka_unit_test(the_same_line_again_is_no_turn),
};

UNIT_MAIN("speech")
