#include "facts/statements.h"
#include "sink/entity_names.h"
#include "unit.h"

// The names that the program carries along, with their kinds and what keeps them from being mentions.
static void bundled(void **state)
{
    (void)state;
    struct error error = {0};
    struct entity_names *names = entity_names_bundled(&error);
    assert_non_null(names);
    const struct mention_source *source = entity_names_source(names);
    struct arena arena;
    struct mention *found;
    size_t count;
    arena_init(&arena, 0);
    struct str text =
        STR("Kenya and the U.S. tell us of a Pakistani in New Jersey, of Georgia and of Atlanta, Georgia.");
    assert_true(mentions_find(source->names, text, STR("en"), &arena, &found, &count));
    static const char *const wanted[] = {"country:KE", "country:US", "country:PK", "country:GE"};
    assert_int_equal(count, sizeof wanted / sizeof *wanted);
    for (size_t i = 0; i < count; i++) assert_str(source->entity_ids[found[i].entity], wanted[i]);
    struct statement *statements;
    size_t n;
    text = STR("USAID sent vaccines to Kenya; Western Europe sent food.");
    assert_true(mentions_find(source->names, text, STR("en"), &arena, &found, &count));
    assert_true(statements_find(source->statements, text, found, count, STR("en"), &arena, &statements, &n));
    assert_int_equal(n, 1);  // a region gives nothing
    assert_str(statements[0].giver_id, "country:US");
    assert_str(statements[0].support_type, "health");
    assert_str(statements[0].receiver_id, "country:KE");
    arena_release(&arena);
    entity_names_free(names);
    entity_names_free(NULL);
}

// What is found in a text: the entities' ids without their group, joined by spaces.
static void check(const struct mention_source *source, const char *language, const char *text, const char *wanted)
{
    struct arena arena;
    struct mention *found;
    size_t count, n = 0;
    char got[500] = "";
    arena_init(&arena, 0);
    assert_true(mentions_find(source->names, str_from(text), str_from(language), &arena, &found, &count));
    for (size_t i = 0; i < count; i++) {
        struct str id = source->entity_ids[found[i].entity];
        const char *code = (const char *)memchr(id.p, ':', id.n) + 1;
        n += (size_t)snprintf(got + n, sizeof got - n, "%s%.*s", i ? " " : "", (int)(id.p + id.n - code), code);
    }
    if (strcmp(got, wanted) != 0) fail_msg("%s %s: got %s, wanted %s", language, text, got, wanted);
    arena_release(&arena);
}

static void languages(void **state)
{
    (void)state;
    static const struct {
        const char *language, *text, *wanted;
    } cases[] = {
        {"de", "Schwedens Minister und die polnische Kollegin sahen Niederländerinnen der Vereinigten Staaten.",
         "SE PL NL US"},
        {"fr", "Les Néerlandaises quittent l’Allemagne pour les États-Unis ; la presse brésilienne parle en français.",
         "NL DE US BR"},
        {"es", "Los portugueses y una empresa alemana en EE. UU., Corea del Sur y el océano Índico.", "PT DE US KR"},
        {"pt", "A África do Sul e as empresas alemãs do Reino Unido falam em inglês.", "ZA DE GB"},
        {"it", "I tedeschi in Giappone, una ditta greca e la Corea del Nord", "DE JP GR KP"},
        {"nl", "Een Duits bedrijf, de Chinezen in Noord-Macedonië en Zuid-Holland, in het Frans", "DE CN MK"},
        {"pl", "W Niemczech i Stanach Zjednoczonych mówią Francuzi o polskich firmach po włosku, w języku rosyjskim",
         "DE US FR PL"},
        {"pl", "Korea Południowa i Bośnią i Hercegowiną w Nowej Zelandii", "KR BA NZ"},
        {"ru", "В Саудовской Аравии и Соединённых Штатах американцы и французские врачи за 5 долларов США",
         "SA US US FR"},
        {"uk", "в Україні, Польщею та Німеччиною", "UA PL DE"},
        {"zh", "美国和新中国联邦在新几内亚，巴西、秘鲁", "US BR PE"},
        {"zh", "美國與德國", "US DE"},
        {"zh", "中美两国，其中美国和中美洲；发展中国家，其中国家银行，湖南非遗；5月3日本报讯：南非和日本",
         "US CENTRAL_AMERICA ZA JP"},
        {"zh", "中国海警、日本海上保安厅、日本海和东中国海", "CN JP"},
        {"ko", "북미 시장과 남미, 북미 정상회담", "NORTH_AMERICA SOUTH_AMERICA"},
        {"ja", "タイとフランスのネクタイ、アメリカ", "TH FR US"},
        {"ko", "독일은 프랑스와 인도적 지원을", "DE FR"},
        {"ar", "بفرنسا وألمانيا والبرازيل", "FR DE BR"},
        {"tr", "Türkiye'de Almanya ve Fransa'nın", "TR DE FR"},
        {"hi", "भारत और जर्मनी, फ़्रांस फ्रांस", "IN DE FR FR"},
        {"el", "της Γερμανίας και η Γαλλία", "DE FR"},
        {"sv", "Tyskland och Frankrike", "DE FR"},
        {"cs", "Německo a Francie", "DE FR"},
        {"", "Ukraine / Україна / 日本 / Германия; Deutschland", "UA UA JP DE"},
        {"", "África do Sul, Korea Południowa", "ZA KR"},
        {"en", "US$2 million, Western Australia, Australia II, S. Sudan, Eq. Guinea, Puerto Rico (US)", "SS GQ PR"},
        {"en", "Taiwan (Province of China), Congo (the), Korea (the Republic of), Hong Kong SAR, China", "TW CG KR HK"},
        {"en",
         "Netherlands (the), Egypt, Arab Rep., Dem. Rep. Congo, W. Sahara, Germany¹, Germany[1], \U0001F1E9\U0001F1EA",
         "NL EG CD EH DE DE DE"},
    };
    struct error error = {0};
    struct entity_names *names = entity_names_bundled(&error);
    assert_non_null(names);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(entity_names_source(names), cases[i].language, cases[i].text, cases[i].wanted);
    const struct mention_source *source = entity_names_source(names);
    assert_str(source->entity_ids[mentions_code(source->names, STR("DEU"))], "country:DE");
    entity_names_free(names);
}

static const struct CMUnitTest tests[] = {cmocka_unit_test(bundled), cmocka_unit_test(languages)};

UNIT_MAIN("entity_names")
