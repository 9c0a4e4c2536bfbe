#include "facts/mentions_names.h"
#include "unit.h"

#include <stdlib.h>

// The entity is the number of the row.
static const struct {
    const char *name;
    enum mention_kind kind;
    bool case_sensitive;
    const char *language;
} rows[] = {
    {"Georgia", MENTION_NAME, true, ""},            //
    {"Niger", MENTION_NAME, true, ""},              //
    {"Nigeria", MENTION_NAME, false, ""},           //
    {"Guinea", MENTION_NAME, true, ""},             //
    {"Papua New Guinea", MENTION_NAME, false, ""},  //
    {"US", MENTION_ACRONYM, true, ""},              //
    {"U.S.", MENTION_ACRONYM, true, ""},            //
    {"WHO", MENTION_ACRONYM, true, ""},             //
    {"Turkey", MENTION_NAME, true, ""},             //
    {"Chad", MENTION_NAME, true, ""},               //
    {"Jersey", MENTION_NAME, true, ""},             //
    {"Pakistani", MENTION_DEMONYM, false, ""},      //
    {"German", MENTION_DEMONYM, false, ""},         //
    {"Germany", MENTION_NAME, false, ""},           //
    {"Deutschland", MENTION_FOREIGN, false, ""},    //
    {"中国", MENTION_FOREIGN, false, ""},           //
    {"Euro zone", MENTION_ALIAS, false, ""},        //
    {"United States", MENTION_NAME, false, ""},     //
    {"Côte d'Ivoire", MENTION_NAME, false, ""},     //
    {"Guinea-Bissau", MENTION_NAME, false, ""},     //
    {"UN", MENTION_ACRONYM, false, ""},             //
    {"Armenia", MENTION_NAME, false, ""},           //
    {"Россия", MENTION_FOREIGN, false, ""},         //
    {"Polish", MENTION_DEMONYM, true, ""},          //
    {"UN", MENTION_ALIAS, true, ""},                // a second one of the name: the first counts
    {"abc", MENTION_ALIAS, false, ""},              //
    {"***", MENTION_ALIAS, false, ""},              // no letter: never found
    {"Österreich", MENTION_NAME, false, ""},        //
    {"United States of America", MENTION_NAME, false, ""},
    {"Niemcy", MENTION_FOREIGN, false, "pl"},     //
    {"français", MENTION_TONGUE, false, "fr"},    //
    {"française", MENTION_DEMONYM, false, "fr"},  //
    {"Duits", MENTION_TONGUE, true, "nl"},        //
    {"deutsch", MENTION_TONGUE, true, "de"},      //
    {"deutschen", MENTION_TONGUE, false, "de"},   //
    {"русский", MENTION_TONGUE, false, "ru"},     //
    {"Франция", MENTION_FOREIGN, false, "ru"},    //
    {"فرنسا", MENTION_FOREIGN, false, "ar"},      //
    {"タイ", MENTION_FOREIGN, false, "ja"},       //
    {"이란", MENTION_FOREIGN, false, "ko"},       //
    {"о-в Буве", MENTION_FOREIGN, false, "ru"},   // a short word and a sign
    {"쿡 제도", MENTION_FOREIGN, false, "ko"},    // one character of a script without borders and a sign
    {"ไทย", MENTION_FOREIGN, false, ""},          // three characters
    {"華", MENTION_ALIAS, false, ""},             // one, and nothing behind
    {"चीन", MENTION_FOREIGN, false, ""},          //
    {"S. Sudan", MENTION_ALIAS, false, ""},       // two signs
    {"The Gambia", MENTION_ALIAS, false, ""},     //
    {"Việt Nam", MENTION_FOREIGN, false, ""},     //
    {"GCC", MENTION_ACRONYM, false, ""},          //
    {"KE", MENTION_CODE, true, ""},               //
};

static const struct mention_stop stops[] = {
    {{"New Jersey", 10}, MENTION_STOP_PHRASE},
    {{"Gulf of Guinea", 14}, MENTION_STOP_PHRASE},
    {{"guinea pig", 10}, MENTION_STOP_PHRASE},
    {{"Airlines", 8}, MENTION_STOP_AFTER},
    {{"Air", 3}, MENTION_STOP_BEFORE},
    {{"Zuid", 4}, MENTION_STOP_BEFORE},
    {{"Chad", 4}, MENTION_STOP_PERSON},
    {{"Georgia", 7}, MENTION_STOP_STATE},
    {{"Armenia", 7}, MENTION_STOP_SURNAME},
    {{"Alabama", 7}, MENTION_STOP_BESIDE_STATE},
    {{"Cleveland Indians", 17}, MENTION_STOP_PHRASE},
    {{"GCC", 3}, MENTION_STOP_TECHNICAL},
    {{"Clang", 5}, MENTION_STOP_BESIDE_TECHNICAL},
};

static struct mention_names *names;
static struct str language;

static int make(void **state)
{
    (void)state;
    enum { COUNT = sizeof rows / sizeof *rows };
    static struct mention_name given[COUNT];
    for (uint32_t i = 0; i < COUNT; i++)
        given[i] = (struct mention_name){str_from(rows[i].name), i, rows[i].kind, rows[i].case_sensitive,
                                         str_from(rows[i].language)};
    struct error error = {0};
    names = mention_names_new(given, COUNT, stops, sizeof stops / sizeof *stops, &error);
    language = STR("en");
    return names ? 0 : -1;
}

static int unmake(void **state)
{
    (void)state;
    mention_names_free(names);
    return 0;
}

// wanted: the names of the entities found, joined by "|", each with what the text has where it differs: "UN",
// "Chad=CHAD".
static void check(const char *text, const char *wanted)
{
    struct arena arena;
    struct mention *found;
    size_t count, at = 0;
    char got[1000] = "";
    arena_init(&arena, 0);
    // a copy without anything behind it, so that a sanitizer sees a byte read too far
    size_t n = strlen(text);
    char *copy = malloc(n ? n : 1);
    memcpy(copy, text, n);
    assert_true(mentions_find(names, (struct str){copy, n}, language, &arena, &found, &count));
    for (size_t i = 0; i < count; i++) {
        const char *name = rows[found[i].entity].name;
        struct str part = {copy + found[i].byte_start, found[i].byte_length};
        at += (size_t)snprintf(got + at, sizeof got - at, "%s%s", i ? "|" : "", name);
        if (!str_equal(part, str_from(name))) at += (size_t)snprintf(got + at, sizeof got - at, "=%.*s", STR_ARG(part));
    }
    if (strcmp(got, wanted) != 0) fail_msg("%s: got %s, wanted %s", text, got, wanted);
    free(copy);
    arena_release(&arena);
}

static void whole_words(void **state)
{
    (void)state;
    check("", "");
    check("Nothing here.", "");
    check("Niger and Nigeria, Nigerian", "Niger|Nigeria");
    check("Nigers xNiger Niger2 Nigeré éNiger Niger_", "");
    check("(Niger) “Niger” Niger. Niger's Niger’s non-Niger Niger-backed", "Niger|Niger|Niger|Niger|Niger|Niger|Niger");
    check("Guinea, Papua New Guinea and Guinea-Bissau", "Guinea|Papua New Guinea|Guinea-Bissau");
    check("Papua New Ireland", "");
    check("the U.S. and the U.S.-backed", "U.S.|U.S.");
    check("在中国的人", "中国");
    check("Россия и Россияне", "Россия");
    check("abc ABC", "abc");
    check("in Österreich", "Österreich");
    check("the United States of America, the United States of Mexico", "United States of America|United States");
}

static void signs(void **state)
{
    (void)state;
    check("Côte d’Ivoire and Côte d'Ivoire", "Côte d'Ivoire=Côte d’Ivoire|Côte d'Ivoire");
    check("Guinea\u2011Bissau, United\u00A0States, United\nStates",
          "Guinea-Bissau=Guinea\u2011Bissau|United States=United\u00A0States|United States=United\nStates");
}

static void upper_and_lower(void **state)
{
    (void)state;
    check("tell us and US", "US");
    check("who is WHO", "WHO");
    check("GIRL WHO LEAPT", "");
    check("WHO SAYS", "");
    check("the WHO says", "WHO");
    check("NIGERIA VOTES", "Nigeria=NIGERIA");
    check("Roast the turkey", "");
    check("TURKEY STEW", "");
    check("TURKEY — the", "Turkey=TURKEY");
    check("the euro zone, UNITED STATES, united states, nigeria, Euro Zone",
          "Euro zone=euro zone|United States=UNITED STATES|United States=united states|Euro zone=Euro Zone");
    check("pakistani, a Pakistani, PAKISTANI", "Pakistani|Pakistani=PAKISTANI");
    check("polish it, a Polish pot, POLISH IT", "Polish");
    check("nIGERIA", "");
    check("WHO: The mayor", "");
    check("WHAT: a talk\n WHO: The mayor", "");
    check("WHO says: said WHO: the", "WHO|WHO");
    check("un UN", "UN");
    check("A UN JUEGO", "UN");
    language = STR("es");
    check("A UN JUEGO", "");
    check("UN JUEGO", "");
    check("la UN dijo", "UN");
    language = STR("en");
}

static void companions(void **state)
{
    (void)state;
    check("New Jersey and Jersey", "Jersey");
    check("Gulf of Guinea, guinea pig", "");
    check("Turkey Airlines, Turkey airlines, Air Turkey", "Turkey");
    check("Chad Smith, Little Chad, Mr. Chad, St Chad", "");
    check("In Chad. He left for Chad and Niger; Chad Niger; President Chad", "Chad|Chad|Niger|Chad|Niger|Chad");
    check("Tom Armenia, Mr. Armenia", "");
    check("Armenia Smith, In Armenia, the Armenia Park, President Armenia", "Armenia|Armenia|Armenia|Armenia");
    check("Atlanta, Georgia", "");
    check("Armenia, Georgia and Turkey; in October, Georgia", "Armenia|Georgia|Turkey|Georgia");
    check("Cleveland, Georgia", "");  // a phrase of two words makes no entity of the first
    check("Alabama and Georgia", "");
    check("Georgia or Alabama", "");
    check("Georgia, Alabama", "");
    check("It is written in German. He speaks German well. In German towns, into German", "German");
    check("in German’s", "German");
    check("www.x.org/Niger niger@Niger.org Niger.org http://x.org/a-Niger-b US/Niger fine.Niger", "US|Niger|Niger");
}

static void technical(void **state)
{
    (void)state;
    check("The GCC met. The GCC 2030 plan, and the GCC.", "GCC|GCC|GCC");
    check("built by GCC and clang; Clang knows what GCC does", "");
    check("GCC 12, GCC-4.9, GCC v10.x", "");
    char text[500];
    snprintf(text, sizeof text, "Clang %*s the GCC met Niger. %*s Clang", 200, "", 200, "");
    check(text, "GCC|Niger");
}

static void other_languages(void **state)
{
    (void)state;
    check("Deutschland", "");
    language = STR("de");
    check("Deutschlands Nigerias Deutschlandsx Germans WHOs", "Deutschland|Nigeria");
    language = STR("fr");
    check("Deutschland, Deutschlands", "Deutschland");
    language = STR_NULL;
    check("Deutschland, Niemcy", "");
    language = STR("pl-PL");
    check("Niemcy, Pakistani, Франция", "Niemcy");  // English adjectives are English
    language = STR("en");
}

// Names in scripts of their own count where the language is unknown, or has no names.
static void scripts(void **state)
{
    (void)state;
    language = STR_NULL;
    check("Франция и タイ", "Франция|タイ");
    language = STR("tg");
    check("Франция", "Франция");
    language = STR("ja");
    check("タイとネクタイのタイトル、タイ", "タイ|タイ");
    language = STR("ko");
    check("이란은 사랑이란 말", "이란");
    language = STR("ar");
    check("وفرنسا فرنسا xفرنسا بوفرنسا", "فرنسا|فرنسا");
    language = STR("en");
}

static void tongues(void **state)
{
    (void)state;
    language = STR("fr");
    check("en français, le français parle, le français Jean, l'art français", "français|français");
    check("la langue française, l’armée française, Françaises", "française");
    language = STR("de");
    check("Das Wort stammt im Deutschen von hier, der im Deutschen Bundestag", "deutschen=Deutschen");
    check("auf deutsch. Deutsch, ein deutsch gesinnter", "deutsch");
    language = STR("nl");
    check("vertaald in het Duits. Een Duits elftal, het Duits is, Duits en, Duits-Frans, oud-Duits. Duits",
          "Duits|Duits");
    check("het Duits elftal, het Duits heeft, het Duits leren, in het Duits gezegd", "Duits");
    language = STR("ru");
    check("русский язык, язык русский, русский дом", "русский");
    language = STR("en");
}

static void money_and_numerals(void **state)
{
    (void)state;
    check("US$2 million, US $5, US-$ 7, in the US (", "US");
    check("Georgia II, Georgia III won, Georgia I", "Georgia");
}

static void flags_and_codes(void **state)
{
    (void)state;
    check("\U0001F1F0\U0001F1EA and \U0001F1F0\U0001F1F0 \U0001F1F0", "KE=\U0001F1F0\U0001F1EA");
    check("KE", "");
    assert_int_equal(mentions_code(names, STR("KE")), sizeof rows / sizeof *rows - 1);
    assert_int_equal(mentions_code(names, STR("ke")), MENTION_NONE);
    assert_int_equal(mentions_code(names, STR("US")), MENTION_NONE);
    assert_int_equal(mentions_code(names, STR("")), MENTION_NONE);
    assert_string_equal(rows[mentions_whole(names, STR("nigeria"), language)].name, "Nigeria");
    assert_string_equal(rows[mentions_whole(names, STR("cÔTE D’ivoire"), language)].name, "Côte d'Ivoire");
    assert_int_equal(mentions_whole(names, STR("nigeria "), language), MENTION_NONE);
    assert_int_equal(mentions_whole(names, STR("us"), language), MENTION_NONE);
    assert_int_equal(mentions_whole(names, STR("polish"), language), MENTION_NONE);
    assert_int_equal(mentions_whole(names, STR(""), language), MENTION_NONE);
}

static void notes(void **state)
{
    (void)state;
    check("Nigeria¹ Nigeria² Nigeria① Nigeria[1] Nigeria† Nigeria1", "Nigeria|Nigeria|Nigeria|Nigeria|Nigeria");
}

// Places in characters and bytes, at every offset in the blocks of 64 bytes.
static void places(void **state)
{
    (void)state;
    for (size_t before = 0; before < 200; before++) {
        char text[1000] = "";
        size_t n = 0;
        for (size_t i = 0; i < before; i++) n += (size_t)snprintf(text + n, sizeof text - n, "%s", i % 3 ? "a" : "é");
        n += (size_t)snprintf(text + n, sizeof text - n, " Nigeria, Turkey");
        struct arena arena;
        struct mention *found;
        size_t count;
        arena_init(&arena, 0);
        assert_true(mentions_find(names, (struct str){text, n}, language, &arena, &found, &count));
        assert_int_equal(count, 2);
        assert_int_equal(found[0].start, before + 1);
        assert_int_equal(found[0].length, 7);
        assert_int_equal(found[0].byte_start, n - 15);
        assert_int_equal(found[0].byte_length, 7);
        assert_int_equal(found[1].start, before + 10);
        arena_release(&arena);
    }
}

// The gates only save work: where all stand open, the same is found.
static void gates(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "US",      "Us",          "U.S.",   "us",   "UN",     "un",     "ab",     "ABC",    "abc",    "aBc",
        "Chad",    "chad",        "CHAD",   "Euro", "zone",   "中国",   "中",     "Россия", "éNiger", "Öster",
        "reich",   "ÖSTERREICH",  "Guinea", "pig",  "Côte",   "CÔTE",   "d",      "Ivoire", "IVOIRE", "New",
        "Jersey",  "Deutschland", " ",      " ",    " ",      "-",      "\u2011", "'",      "’",      "\u00A0",
        "s",       ".",           "_",      "9",    "é",      "\n",     "×",      "«",      "،",      "о",
        "в",       "Буве",        "쿡",     "제도", "ไท",     "ย",      "華",     "ची",     "न",      "।",
        "S",       "Sudan",       "The",    "the",  "Gambia", "gambia", "Việt",   "Nam",    "فرنسا",  "و",
        "Франция", "français",    "이란",   "タイ", "ω",      "🇰🇪"};
    static const char *const languages[] = {"en", "de", "fr", "", "ru", "ar", "ko", "hi"};
    enum { LANGUAGES = sizeof languages / sizeof *languages };
    struct error error = {0};
    struct mention_names *open = mention_names_new(names->given, names->count, names->stops, names->stop_count, &error);
    for (int i = 0; i < LANGUAGES; i++) {
        struct mention_set *set = (struct mention_set *)(uintptr_t)mention_set_of(open, str_from(languages[i]));
        memset(&set->gate, 0xFF, sizeof set->gate);
    }
    struct arena arena;
    arena_init(&arena, 0);
    unsigned random = 1;
    for (int round = 0; round < 40000; round++) {
        char text[200] = "";
        for (int i = 0; i < 12; i++) {
            random = random * 1103515245u + 12345;
            strcat(text, pieces[(random >> 16) % (sizeof pieces / sizeof *pieces)]);
        }
        struct mention *found, *wanted;
        size_t count, wanted_count;
        arena_reset(&arena);
        struct str tongue = str_from(languages[round % LANGUAGES]);
        assert_true(mentions_find(names, str_from(text), tongue, &arena, &found, &count));
        assert_true(mentions_find(open, str_from(text), tongue, &arena, &wanted, &wanted_count));
        if (count != wanted_count) fail_msg("%s: %zu mentions, wanted %zu", text, count, wanted_count);
        if (count) assert_memory_equal(found, wanted, count * sizeof *found);
    }
    arena_release(&arena);
    mention_names_free(open);
}

// Names whose first word is short, or another's as well, beside what they are not.
static void short_words(void **state)
{
    (void)state;
    check("S. Sudan, s. Korea, S Sudan; the gambia, the Gambler", "S. Sudan|The Gambia=the gambia");
    check("S.\u00A0Sudan and The\nGambia", "S. Sudan=S.\u00A0Sudan|The Gambia=The\nGambia");
    check("Niger×UN, Niger«UN», UN’s", "Niger|UN|Niger|UN|UN");
    language = STR("ru");
    check("о-в Буве, о\u2011в Буве, о в Буве, об о", "о-в Буве|о-в Буве=о\u2011в Буве");
    language = STR("ko");
    check("쿡 제도, 쿡\u00A0제도는 쿡제도", "쿡 제도|쿡 제도=쿡\u00A0제도");
    check("華盛頓ไทยรัฐ", "華|ไทย");
}

static void many(void **state)
{
    (void)state;
    char text[3000] = "";
    for (int i = 0; i < 200; i++) strcat(text, "Nigeria, ");
    struct arena arena;
    struct mention *found;
    size_t count;
    arena_init(&arena, 0);
    assert_true(mentions_find(names, str_from(text), language, &arena, &found, &count));
    assert_int_equal(count, 200);
    assert_int_equal(found[199].start, 199 * 9);
    arena_release(&arena);
    arena_init(&arena, 100);
    assert_false(mentions_find(names, str_from(text), language, &arena, &found, &count));
    assert_true(arena.failed);
    arena_release(&arena);
}

// What is found of two kinds of names at once is what is found of each alone, wherever they overlap.
static void two_kinds(void **state)
{
    (void)state;
    static const struct mention_name given[] = {
        {{"Guinea Fund", 11}, 0, MENTION_NAME, false, {"", 0}},
        {{"Chad Office", 11}, 1, MENTION_NAME, false, {"", 0}},
        {{"Fund", 4}, 2, MENTION_NAME, true, {"", 0}},
    };
    struct error error = {0};
    struct mention_names *others = mention_names_new(given, 3, NULL, 0, &error);
    char text[4000] = "";
    for (int i = 0; i < 30; i++) strcat(text, "Kenya saw the Guinea Fund, a Fund, and Nigeria the Chad Office. ");
    struct arena arena;
    arena_init(&arena, 0);
    for (size_t n = strlen(text); n; n = n * 7 / 8) {
        struct str part = {text, n};
        struct mention_list both[2], alone[2];
        arena_reset(&arena);
        assert_true(mentions_find_two(names, others, part, language, NULL, &arena, both));
        assert_true(mentions_find(names, part, language, &arena, &alone[0].all, &alone[0].count));
        assert_true(mentions_find(others, part, language, &arena, &alone[1].all, &alone[1].count));
        for (int k = 0; k < 2; k++) {
            assert_int_equal(both[k].count, alone[k].count);
            if (both[k].count) assert_memory_equal(both[k].all, alone[k].all, both[k].count * sizeof *both[k].all);
        }
        if (part.n == strlen(text)) assert_int_equal(both[1].count, 90);
    }
    arena_release(&arena);
    mention_names_free(others);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown(whole_words, make, unmake),
    cmocka_unit_test_setup_teardown(signs, make, unmake),
    cmocka_unit_test_setup_teardown(upper_and_lower, make, unmake),
    cmocka_unit_test_setup_teardown(companions, make, unmake),
    cmocka_unit_test_setup_teardown(technical, make, unmake),
    cmocka_unit_test_setup_teardown(other_languages, make, unmake),
    cmocka_unit_test_setup_teardown(scripts, make, unmake),
    cmocka_unit_test_setup_teardown(tongues, make, unmake),
    cmocka_unit_test_setup_teardown(money_and_numerals, make, unmake),
    cmocka_unit_test_setup_teardown(flags_and_codes, make, unmake),
    cmocka_unit_test_setup_teardown(notes, make, unmake),
    cmocka_unit_test_setup_teardown(places, make, unmake),
    cmocka_unit_test_setup_teardown(gates, make, unmake),
    cmocka_unit_test_setup_teardown(short_words, make, unmake),
    cmocka_unit_test_setup_teardown(many, make, unmake),
    cmocka_unit_test_setup_teardown(two_kinds, make, unmake),
};

UNIT_MAIN("mentions")
