#include "rows/language_guess.h"
#include "unit.h"

static void guess(const char *text, const char *wanted)
{
    assert_str(language_guess(str_from(text)), wanted);
}

static void languages(void **state)
{
    (void)state;
    guess("The harbour is closed in winter, and the boats are kept on the quay.", "en");
    guess("Der Hafen ist im Winter geschlossen und die Boote liegen auf dem Kai.", "de");
    guess("El puerto se cierra en invierno y los barcos están en el muelle.", "es");
    guess("Le port est fermé en hiver et les bateaux restent sur le quai.", "fr");
    guess("Il porto è chiuso per la neve e le barche non sono nel molo.", "it");
    guess("De haven is dicht en het schip ligt aan de kade voor een maand.", "nl");
    guess("Port jest zamknięty, a łodzie nie są na wodzie do wiosny.", "pl");
    guess("O porto não abre no inverno e os barcos são levados para uma doca.", "pt");
}

static void scripts(void **state)
{
    (void)state;
    guess("港口在冬天关闭。", "zh");
    guess("港は冬に閉まります。", "ja");
    guess("항구는 겨울에 닫힌다.", "ko");
    guess("Порт закрыт зимой.", "ru");
    guess("الميناء مغلق في الشتاء.", "ar");
    guess("Το λιμάνι κλείνει.", "el");
    guess("הנמל סגור בחורף.", "he");
    guess("बंदरगाह बंद है।", "hi");
    guess("ท่าเรือปิด", "th");
    guess("The sign says 港 to those who read it and nothing to others.", "en");
}

static void unknown(void **state)
{
    (void)state;
    guess("", NULL);
    guess("Harbour", NULL);
    guess("12 34 56", NULL);
    guess("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", NULL);
    // as many words of one language as of another
    guess("the and of der die und", NULL);
    // words longer than any of the list, of characters of two bytes
    guess("éééééééééééééééééééééééééééééééé the ééééé", NULL);
}

// Each word of the list that one language has alone is known: three times it, and nothing is left to doubt.
static void common_words(void **state)
{
    (void)state;
    static const char *const words[][2] = {
        {"en", "and are be by for from have it not of that the they this was were which with you"},
        {"de", "als auch auf aus das dem den der die ein eine für im ist mit nicht sich und von wird zu"},
        {"es", "al como el es está fue las los más pero su sus"},
        {"fr", "au aux avec ce dans du elle est et les ne par pas pour qui sont sur une"},
        {"it", "alla anche che dei della di gli nel non per più si sono è"},
        {"nl", "aan bij dat door een het maar met naar niet ook op te van voor wordt zijn"},
        {"pl", "co dla jak jego jest nie od oraz po przez się są tym że"},
        {"pt", "com dos em foi mais no não os são um uma"},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char list[400], *rest;
        snprintf(list, sizeof list, "%s", words[i][1]);
        for (char *word = strtok_r(list, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
            char text[100];
            snprintf(text, sizeof text, "%s %s, %s", word, word, word);
            struct str got = language_guess(str_from(text));
            if (!got.p || strcmp(got.p, words[i][0]) != 0)
                fail_msg("%s: %s instead of %s", word, got.p ? got.p : "nothing", words[i][0]);
        }
    }
    guess("The Der Für É ÜBER THE The", "en");
}

// Where a language is far ahead, the rest is not read.
static void no_doubt(void **state)
{
    (void)state;
    char text[4000] = "";
    for (int i = 0; i < 16; i++) strcat(text, "the cat ");
    for (int i = 0; i < 40; i++) strcat(text, "der Hund ");
    guess(text, "en");
    memmove(text, text + 8, strlen(text) - 7);
    guess(text, "de");
}

static void stated(void **state)
{
    (void)state;
    static const char *const codes[] = {"en", "EN", "en-GB", "eN_us", "en "};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        assert_true(language_is_code(str_from(codes[i])));
        assert_true(language_is(str_from(codes[i]), "en"));
        assert_false(language_is(str_from(codes[i]), "es"));
        assert_false(language_is(str_from(codes[i]), "de"));
    }
    static const char *const others[] = {"", "e", "eng", "English", "1e", "e-"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_false(language_is_code(str_from(others[i])));
        assert_false(language_is(str_from(others[i]), "en"));
    }
    assert_false(language_is_code(STR_NULL));
}

// Only the beginning is read, and a character at its end stays whole.
static void long_text(void **state)
{
    (void)state;
    static char text[20000];
    memset(text, ' ', sizeof text);
    memcpy(text, "the cat and the dog of", 22);
    memcpy(text + 7999, "é", 2);
    for (size_t i = 8010; i + 12 < sizeof text; i += 12) memcpy(text + i, " der die und", 12);
    assert_str(language_guess((struct str){text, sizeof text}), "en");
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(languages), cmocka_unit_test(scripts), cmocka_unit_test(unknown),   cmocka_unit_test(common_words),
    cmocka_unit_test(no_doubt),  cmocka_unit_test(stated),  cmocka_unit_test(long_text),
};

UNIT_MAIN("language_guess")
