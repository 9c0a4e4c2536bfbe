// input/charset_guess.h. Texts are written in UTF-8 here and encoded by iconv.
#include "input/charset_guess.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <iconv.h>

static const char RUSSIAN[] = "Мельница стоит у реки. Она очень старая, и каждый год её смотрят тысячи гостей.";
static const char UKRAINIAN[] = "Млин стоїть біля річки. Він дуже старий, і щороку його бачать тисячі гостей.";
static const char GREEK[] = "Ο μύλος είναι δίπλα στο ποτάμι. Είναι πολύ παλιός και τον βλέπουν πολλοί.";
static const char HEBREW[] = "הטחנה עומדת ליד הנהר. היא ישנה מאוד, ובכל שנה באים אליה אלפי אורחים.";
static const char ARABIC[] = "تقع الطاحونة بجانب النهر. وهي قديمة جدا، ويزورها كل عام آلاف الضيوف.";
static const char THAI[] = "โรงสีตั้งอยู่ริมแม่น้ำ มันเก่ามาก และทุกปีมีแขกหลายพันคนมาชม";
static const char CHINESE[] = "磨坊在河边。它是一座非常古老的建筑，每年都有很多人来参观，我们也去过。";
static const char TAIWAN[] = "磨坊在河邊。它是一座非常古老的建築，每年都有很多人來參觀，我們也去過。";
static const char JAPANESE[] = "水車小屋は川のそばにあります。とても古い建物で、毎年たくさんの人が見に来ます。";
static const char KOREAN[] = "방앗간은 강가에 있습니다. 아주 오래된 건물이며 해마다 많은 사람들이 보러 옵니다.";
static const char POLISH[] =
    "Młyn stoi nad rzeką. Jest bardzo stary, a każdego roku oglądają go tysiące gości, także zimą. "
    "Młynarz mówi, że źródło jeszcze się nie wyczerpało, i pokazuje ścieżkę przez las.";
static const char CZECH[] =
    "Mlýn stojí u řeky. Je velmi starý a každý rok se na něj přijde podívat několik tisíc hostů. "
    "Mlynář říká, že pramen ještě nevyschl, a ukazuje cestičku.";
static const char HUNGARIAN[] =
    "A malom a folyó mellett áll. Nagyon régi épület, és évente több ezer vendég nézi meg, "
    "még télen is. A molnár szerint a forrás bővizű, és szívesen mutatja az ösvényt az erdőn át.";
static const char TURKISH[] =
    "Değirmen ırmağın yanında. Çok eski bir yapı ve her yıl binlerce kişi görmeye geliyor. "
    "Değirmenci, kaynağın kurumadığını söylüyor ve ormandaki yolu gösteriyor.";
static const char LITHUANIAN[] =
    "Malūnas stovi prie upės. Jis labai senas, ir kasmet jį aplanko tūkstančiai svečių, net "
    "žiemą. Malūnininkas sako, kad šaltinis dar neišdžiūvo, ir rodo takelį per mišką.";
static const char FRENCH[] =
    "Le moulin est près de la rivière. Il est très âgé, et chaque année des milliers de visiteurs "
    "viennent le voir, même l’hiver. Le meunier répète que la source n’a pas tari.";
static const char ITALIAN[] =
    "Il mulino è vicino al fiume. È così vecchio che la città lo cura, perché più nessuno ci abita.";

static char encoded[4096];

static struct str encode(const char *text, const char *charset)
{
    iconv_t cd = iconv_open(charset, "UTF-8");
    assert_true(cd != (iconv_t)-1);
    char *in = (char *)text, *out = encoded;
    size_t left = strlen(text), room = sizeof encoded;
    assert_int_equal(iconv(cd, &in, &left, &out, &room), 0);
    iconv_close(cd);
    return (struct str){encoded, sizeof encoded - room};
}

static void check(const char *text, const char *charset, const char *expected)
{
    struct error error = {0};
    const char *found = "";
    bool ok = charset_decide(encode(text, charset), &found, &error);
    if (!ok || !found || strcmp(found, expected) != 0)
        fail_msg("%.20s in %s is %s: %s", text, charset, found ? found : "UTF-8", error.message);
}

static void found(void **state)
{
    (void)state;
    check(RUSSIAN, "WINDOWS-1251", "WINDOWS-1251");
    check(RUSSIAN, "KOI8-R", "KOI8-U");
    check(RUSSIAN, "CP866", "CP866");
    check(RUSSIAN, "ISO-8859-5", "ISO-8859-5");
    check(UKRAINIAN, "WINDOWS-1251", "WINDOWS-1251");
    check(UKRAINIAN, "KOI8-U", "KOI8-U");
    check(GREEK, "WINDOWS-1253", "ISO-8859-7");  // they have these letters in common
    check(HEBREW, "WINDOWS-1255", "WINDOWS-1255");
    check(ARABIC, "WINDOWS-1256", "WINDOWS-1256");
    check(THAI, "CP874", "CP874");
    check(CHINESE, "GBK", "GB18030");
    check(TAIWAN, "BIG5", "BIG5-HKSCS");
    check(JAPANESE, "SHIFT_JIS", "CP932");
    check(JAPANESE, "EUC-JP", "EUC-JP-MS");
    check(KOREAN, "EUC-KR", "UHC");
    check(POLISH, "WINDOWS-1250", "WINDOWS-1250");
    check(POLISH, "ISO-8859-2", "ISO-8859-2");
    check(CZECH, "WINDOWS-1250", "WINDOWS-1250");
    check(HUNGARIAN, "WINDOWS-1250", "WINDOWS-1250");
    check(TURKISH, "WINDOWS-1254", "WINDOWS-1254");
    check(LITHUANIAN, "WINDOWS-1257", "WINDOWS-1257");
    check(FRENCH, "WINDOWS-1252", "WINDOWS-1252");
    check(ITALIAN, "WINDOWS-1252", "WINDOWS-1252");
}

static const char *refusal(struct str bytes)
{
    static struct error error;
    const char *encoding = NULL;
    error = (struct error){0};
    assert_false(charset_decide(bytes, &encoding, &error));
    assert_int_equal(error.code, ERROR_ARTICLE);
    return error.message;
}

// Too little to convert by, or nothing that is a text in any encoding: said, and never made into other letters.
static void doubtful(void **state)
{
    (void)state;
    assert_string_equal(
        refusal(encode("Młyn, że", "WINDOWS-1250")),
        "is in another encoding than UTF-8: 2 bytes are ill-formed, the first at byte 1 (by its bytes it "
        "may be WINDOWS-1250). Say which it is: --encoding=WINDOWS-1250");
    assert_non_null(strstr(refusal(encode("речка", "WINDOWS-1251")), "5 bytes are ill-formed, the first at byte 0"));
    assert_non_null(strstr(refusal(STR("\xFF\xFE\xFF\xFE x \xFF\xFF\xFF")), "Say which it is: --encoding=NAME"));
}

static enum charset_state state_of(const char *text)
{
    struct str s = str_from(text);
    return charset_state_of(charset_share_of(s), s.n);
}

static void shares(void **state)
{
    (void)state;
    struct charset_share share = charset_share_of(STR("a\xFF\0ü\xE9"));
    assert_int_equal(share.bad, 2);
    assert_int_equal(share.good, 1);
    assert_int_equal(share.first_bad, 1);
    assert_int_equal(charset_share_of(STR("aü")).first_bad, 3);
    assert_int_equal(state_of("größer, schöner"), CHARSET_UTF8);
    assert_int_equal(
        state_of("größer, schöner, früher, älter, üppiger, öliger, und ein caf\xE9 in einem langen Satz, der "
                 "auch ohne weitere Umlaute genug sagt und weiter nichts"),
        CHARSET_UTF8);
    assert_int_equal(state_of("caf\xE9"), CHARSET_ANOTHER);
    assert_int_equal(state_of("gr\xF6\xDF"
                              "er, sch\xF6ner, größer, schöner, fr\xFCher"),
                     CHARSET_MIXED);
    // a few bytes of a long text are damage
    static char text[9000];
    memset(text, 'x', sizeof text);
    memset(text + 4000, '\xFF', 4);
    const char *encoding = "";
    struct error error = {0};
    assert_true(charset_decide((struct str){text, sizeof text}, &encoding, &error));
    assert_null(encoding);
    encoding = "";
    assert_true(charset_decide(STR("A sentence with one byte \xFF that is none, and no other."), &encoding, &error));
    assert_null(encoding);
    assert_non_null(strstr(refusal(STR("gr\xF6\xDF"
                                       "er, sch\xF6ner, größer, schöner, fr\xFCher")),
                           "4 bytes are ill-formed"));
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(found),
        cmocka_unit_test(doubtful),
        cmocka_unit_test(shares),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
