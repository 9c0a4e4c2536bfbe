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
    cmocka_unit_test(languages),
    cmocka_unit_test(scripts),
    cmocka_unit_test(unknown),
    cmocka_unit_test(long_text),
};

UNIT_MAIN("language_guess")
