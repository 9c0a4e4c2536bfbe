// facts/mentions_names.h: sets of names, and what is found by them.
#include "facts/mentions_names.h"
#include "unit.h"

#include <stdlib.h>

// The words of a text that are found, joined by "|".
static void check(const struct mention_names *own, const char *language, const char *text, const char *wanted)
{
    struct arena arena;
    struct mention *found;
    size_t count, at = 0;
    char got[200] = "";
    arena_init(&arena, 0);
    assert_true(mentions_find(own, str_from(text), str_from(language), &arena, &found, &count));
    for (size_t i = 0; i < count; i++)
        at += (size_t)snprintf(got + at, sizeof got - at, "%s%.*s", i ? "|" : "", (int)found[i].byte_length,
                               text + found[i].byte_start);
    assert_string_equal(got, wanted);
    arena_release(&arena);
}

// Acronyms that are read as words, as some newspapers write them.
static void spoken(void **state)
{
    (void)state;
    static const struct mention_name given[] = {
        {{"NATO", 4}, 0, MENTION_NAME, false, {"", 0}},    {{"OPEC", 4}, 1, MENTION_ACRONYM, false, {"", 0}},
        {{"CITES", 5}, 2, MENTION_ACRONYM, true, {"", 0}}, {{"CPLP", 4}, 3, MENTION_ACRONYM, false, {"", 0}},
        {{"OTAN", 4}, 0, MENTION_FOREIGN, true, {"", 0}},  {{"Usa", 3}, 4, MENTION_FOREIGN, true, {"it", 2}},
        {{"WHO", 3}, 5, MENTION_ACRONYM, false, {"", 0}},  {{"Réunion", 8}, 6, MENTION_NAME, true, {"", 0}}};
    struct error error = {0};
    struct mention_names *own = mention_names_new(given, sizeof given / sizeof *given, NULL, 0, &error);
    check(own, "en", "Nato", "Nato");
    check(own, "en", "Nato members, a Nato-led force of Nato's, NATO, nato, NAto, Natos, Nations",
          "Nato|Nato|Nato|NATO");
    check(own, "en", "Opec, OPEC, opec; Who, Cplp", "Opec|OPEC");
    check(own, "en", "He Cites CITES. Otan", "CITES");
    check(own, "de", "Natos Pläne, die Nato", "Nato|Nato");
    check(own, "it", "Nato a Roma, cerca la Nato. Mai Nato", "Nato");
    check(own, "it", "gli Usa e l'Opec. Usa la forza. Si Usa", "Usa|Opec");
    check(own, "it", "Francia, Usa e Opec; Nato: 1950", "Usa|Opec");
    check(own, "it", "Usa", "Usa");
    check(own, "it", "NATO E OPEC", "NATO|OPEC");
    check(own, "fr", "Réunion Otan-Ukraine", "");
    check(own, "fr", "Paris. Réunion de crise", "");
    check(own, "fr", "à la Réunion, Mayotte, Réunion et autres", "Réunion|Réunion");
    check(own, "fr", "Réunion", "Réunion");
    check(own, "en", "Réunion votes", "Réunion");
    check(own, "es", "Usa las Usa", "");
    mention_names_free(own);
}

// A first word of more bytes than a small number holds.
static void long_words(void **state)
{
    (void)state;
    char word[300], name[310], text[320];
    memset(word, 'a', sizeof word);
    word[0] = 'A';
    int n = snprintf(name, sizeof name, "%.*s Land", (int)sizeof word, word);
    snprintf(text, sizeof text, "%s, %.*s.", "x", (int)sizeof word, word);
    struct mention_name given[] = {{{name, (size_t)n}, 0, MENTION_NAME, false, STR("")},
                                   {{word, sizeof word}, 1, MENTION_NAME, false, STR("")}};
    struct error error = {0};
    struct mention_names *own = mention_names_new(given, 2, NULL, 0, &error);
    struct mention *found;
    size_t count;
    struct arena arena;
    arena_init(&arena, 0);
    assert_true(mentions_find(own, (struct str){name, (size_t)n}, STR("en"), &arena, &found, &count));
    assert_int_equal(count, 1);
    assert_int_equal(found[0].byte_length, n);
    assert_true(mentions_find(own, str_from(text), STR("en"), &arena, &found, &count));
    assert_int_equal(count, 1);
    assert_int_equal(found[0].entity, 1);
    arena_release(&arena);
    mention_names_free(own);
}

// Of two entities of one name the first given counts, whether the name is of a language or of all.
static void first_given(void **state)
{
    (void)state;
    static const struct mention_name given[] = {{{"Norland", 7}, 0, MENTION_NAME, false, {"fr", 2}},
                                                {{"Norland", 7}, 1, MENTION_NAME, false, {"", 0}},
                                                {{"Sudland", 7}, 2, MENTION_NAME, false, {"", 0}},
                                                {{"Sudland", 7}, 3, MENTION_NAME, false, {"fr", 2}},
                                                {{"Westland", 8}, 4, MENTION_DEMONYM, false, {"", 0}}};
    struct error error = {0};
    struct mention_names *own = mention_names_new(given, 5, NULL, 0, &error);
    struct arena arena;
    struct mention *found;
    size_t count;
    arena_init(&arena, 0);
    assert_true(mentions_find(own, STR("Norland, Sudland, Westland"), STR("fr"), &arena, &found, &count));
    assert_int_equal(count, 2);
    assert_int_equal(found[0].entity, 0);
    assert_int_equal(found[1].entity, 2);
    assert_true(mentions_find(own, STR("Norland, Sudland, Westland"), STR("en"), &arena, &found, &count));
    assert_int_equal(count, 3);
    assert_int_equal(found[0].entity, 1);
    assert_int_equal(found[2].entity, 4);
    arena_release(&arena);
    mention_names_free(own);
}

static void empty(void **state)
{
    (void)state;
    struct error error = {0};
    struct mention_names *none = mention_names_new(NULL, 0, NULL, 0, &error);
    struct arena arena;
    struct mention *found;
    size_t count = 1;
    arena_init(&arena, 0);
    assert_non_null(none);
    assert_true(mentions_find(none, STR("Niger and Chad"), STR_NULL, &arena, &found, &count));
    assert_int_equal(count, 0);
    arena_release(&arena);
    mention_names_free(none);
    mention_names_free(NULL);
}

static void kinds(void **state)
{
    (void)state;
    enum mention_kind kind = MENTION_NAME;
    enum mention_stop_kind stop = MENTION_STOP_PHRASE;
    assert_true(mention_kind_parse(STR("demonym"), &kind));
    assert_int_equal(kind, MENTION_DEMONYM);
    assert_false(mention_kind_parse(STR("nickname"), &kind));
    assert_true(mention_stop_kind_parse(STR("beside_state"), &stop));
    assert_int_equal(stop, MENTION_STOP_BESIDE_STATE);
    assert_false(mention_stop_kind_parse(STR(""), &stop));
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(spoken), cmocka_unit_test(long_words), cmocka_unit_test(first_given),
    cmocka_unit_test(empty),  cmocka_unit_test(kinds),
};

UNIT_MAIN("mentions_names")
