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
    guess("Порт закрыт, и лодки стоят на берегу, но он не для всех.", "ru");
    guess("الميناء مغلق في الشتاء، والقوارب على الشاطئ من الخريف إلى الربيع.", "ar");
    guess("Το λιμάνι κλείνει.", "el");
    guess("הנמל סגור בחורף, אבל כל הסירות של העיר לא זזות על החוף.", "he");
    guess("बंदरगाह सर्दी में बंद है और नावें किनारे पर हैं।", "hi");
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

// Languages that are not told are not taken for their neighbours, nor for those that share a short word with them.
static void others(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Bến cảng đóng cửa vào mùa đông, và các con thuyền nằm trên bờ cho đến khi mùa xuân đến với làng.",
        "Portul este închis iarna, iar bărcile sunt ținute pe mal până când vine primăvara în sat.",
        "A kikötő télen zárva van, és a csónakok a parton állnak, amíg el nem jön a tavasz a faluba.",
        "Pelabuhan itu ditutup pada musim dingin, dan perahu-perahu disimpan di darat sampai musim semi tiba.",
        "El port està tancat a l'hivern i les barques són a la riba fins que arriba la primavera al poble.",
        "Bandari imefungwa wakati wa baridi, na mashua ziko ufukweni mpaka kijiji kipate joto tena.",
        "Satama on suljettu talvella, ja veneet ovat rannalla kunnes kevät tulee kylään.",
        "Die hawe is in die winter gesluit en die bote lê op die wal totdat die lente in die dorp kom.",
        "Luka je zimi zatvorena, a čamci su na obali dok u selo ne dođe proljeće i ljudi se ne vrate.",
        "Hamnen är stängd på vintern och båtarna ligger på stranden tills våren kommer till byn.",
        "Havnen er lukket om vinteren, og bådene ligger på stranden, indtil foråret kommer til byen.",
        "Přístav je v zimě zavřený a lodě jsou na břehu, dokud do vesnice nepřijde jaro.",
        "Liman kışın kapalı ve tekneler bahar köye gelene kadar kıyıda duruyor, ama insanlar yine de geliyor.",
        "O porto está pechado no inverno e as barcas están na beira ata que chega a primavera á aldea.",
        "Порт узимку закритий, і човни лежать на березі, доки до села не прийде весна.",
        "Пристанището е затворено през зимата и лодките са на брега, докато дойде пролетта.",
        "بندر در زمستان بسته است و قایق در ساحل است تا بهار به این ده برسد.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct str got = language_guess(str_from(texts[i]));
        if (got.p) fail_msg("%s is %s", texts[i], got.p);
    }
}

// Neither of two languages that take turns; the greater part decides where it is much the greater.
static void mixtures(void **state)
{
    (void)state;
    static const char english[] =
        "The harbour is closed in winter, and the boats are kept on the quay until spring has come. ";
    static const char german[] =
        "Der Hafen ist im Winter geschlossen, und die Boote liegen auf dem Kai, bis es Frühling wird. ";
    char text[4000] = "";
    for (int i = 0; i < 8; i++) strcat(strcat(text, english), german);
    guess(text, NULL);
    *text = '\0';
    for (int i = 0; i < 4; i++) strcat(text, english);
    for (int i = 0; i < 4; i++) strcat(text, german);
    guess(text, NULL);
    *text = '\0';
    strcat(text, english);
    for (int i = 0; i < 20; i++) strcat(text, german);
    guess(text, "de");
}

// Lists of names have words of a language, too, but not as often as sentences; where a part is sentences, it tells.
static void lists(void **state)
{
    (void)state;
    static const char names[] =
        "Anna Berg, Otto Lind, Mary of Hull, Ivo Horn, Ella Voss, Max Roth, Ines Kahl, Tom Ford. ";
    char text[4000] = "";
    for (int i = 0; i < 12; i++) strcat(text, names);
    guess(text, NULL);
    memmove(text,
            "The harbour is closed in winter, and the boats are on the quay. It is the oldest of all that have been "
            "there. ",
            109);
    guess(text, "en");
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

// Of a long text three windows are read, which begin and end between characters.
static void long_text(void **state)
{
    (void)state;
    static char text[60000];
    for (size_t shift = 0; shift < 3; shift++) {
        size_t n = shift;
        memset(text, ' ', sizeof text);
        while (n + 120 < sizeof text)
            n += (size_t)sprintf(text + n, "üüü Der Hafen ist im Winter zu und die Boote sind auf dem Kai ");
        assert_str(language_guess((struct str){text, n}), "de");
    }
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(languages), cmocka_unit_test(scripts), cmocka_unit_test(unknown), cmocka_unit_test(others),
    cmocka_unit_test(mixtures),  cmocka_unit_test(lists),   cmocka_unit_test(stated),  cmocka_unit_test(long_text),
};

UNIT_MAIN("language_guess")
