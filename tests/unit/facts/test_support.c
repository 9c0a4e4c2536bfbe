#include "facts/support.h"

#include "facts/item_key.h"
#include "facts/statement_words.h"
#include "facts/value.h"
#include "unit.h"

static struct arena arena;

static bool tells(const char *text)
{
    return tells_support(item_key(str_from(text), &arena));
}

static void what_tells_support(void **state)
{
    (void)state;
    static const char *const yes[] = {"The partners give:",
                                      "Military Support",
                                      "Geleistete Hilfe",
                                      "援助国",
                                      "Commitments by donors:",
                                      "The supporters’ own support",
                                      "“Aid” to schools",
                                      "Technical co-operation",
                                      "Unterstützung (allgemein)",
                                      "What is [provided]",
                                      "Who pays",
                                      "Promised so far"};
    static const char *const no[] = {"Supporters of the club",   "Supporters’ trust",    "Helpdesk – hours",
                                     "Opening hours [helpline]", "An unsupported claim", "The best soups:",
                                     "Committee members",        "Aid received",         "Help needed",
                                     "Recipients of aid",        "Support staff",        ""};
    arena_init(&arena, 0);
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        if (!tells(yes[i])) fail_msg("%s tells support", yes[i]);
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        if (tells(no[i])) fail_msg("%s tells none", no[i]);
    arena_release(&arena);
}

static void what_tells_gifts(void **state)
{
    (void)state;
    arena_init(&arena, 0);
    assert_true(tells_gifts(item_key(STR("The table shows who has promised money to the fund."), &arena)));
    assert_false(tells_gifts(item_key(STR("These figures help to compare the countries."), &arena)));
    arena_release(&arena);
}

static void who_receives(void **state)
{
    (void)state;
    struct {
        const char *text, *name;
        bool receives;
    } cases[] = {{"Support for Kenya", "Kenya", true},
                 {"Aid to the Netherlands", "Netherlands", true},
                 {"Hilfe für die Ukraine", "Ukraine", true},
                 {"Aide au Mali", "Mali", true},
                 {"Denmark will give", "Denmark", false},
                 {"Support from Norway", "Norway", false},
                 {"What Canada sends to Kenya", "Canada", false},
                 {"Aid programme of Spain", "Spain", false},
                 {"Extraordinarily Kenya", "Kenya", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str text = str_from(cases[i].text), name = {strstr(cases[i].text, cases[i].name), strlen(cases[i].name)};
        if (is_receiver_in(text, name) != cases[i].receives) fail_msg("%s: %s", cases[i].text, cases[i].name);
    }
}

static void roles_of_headers(void **state)
{
    (void)state;
    struct header_role_of roles[] = {
        {STR("year"), ROLE_OTHER}, {STR("aid"), ROLE_SUPPORT}, {STR("sum"), ROLE_AMOUNT}, {STR("to"), ROLE_RECIPIENT}};
    support_sort(roles, 4);
    struct support_source source = {.roles = roles, .role_count = 4};
    assert_int_equal(support_role(&source, STR("aid")), ROLE_SUPPORT);
    assert_int_equal(support_role(&source, STR("year")), ROLE_OTHER);
    assert_int_equal(support_role(&source, STR("yea")), ROLE_NONE);
    assert_int_equal(support_role(&source, STR_NULL), ROLE_NONE);
    source.role_count = 0;
    assert_int_equal(support_role(&source, STR("aid")), ROLE_NONE);
    assert_int_equal(header_role_parse(STR("support")), ROLE_SUPPORT);
    assert_int_equal(header_role_parse(STR("amount")), ROLE_AMOUNT);
    assert_int_equal(header_role_parse(STR("recipient")), ROLE_RECIPIENT);
    assert_int_equal(header_role_parse(STR("date")), ROLE_OTHER);
    assert_int_equal(header_role_parse(STR("")), ROLE_NONE);
}

// "support|type|amount currency" of a fact, or "none"
static const char *filled(const char *attribute, const char *value, enum fact_told_by told_by)
{
    static char out[200];
    struct support_type types[] = {{STR("loan*"), STR("money")}, {STR("tank*"), STR("arms")}};
    struct statement_words *words = statement_words_new(types, 2, &(struct error){0});
    struct support_source source = {.words = words};
    struct fact_row fact = {.attribute = str_from(attribute), .value = str_from(value), .told_by = told_by};
    value_read(fact.value, DECIMAL_POINT, &fact.typed);
    assert_true(support_fill(&source, &fact, false, &arena));
    if (!fact.support.p) snprintf(out, sizeof out, "none");
    else
        snprintf(out, sizeof out, "%.*s|%.*s|%.0f %.*s", STR_ARG(fact.support), STR_ARG(fact.support_type),
                 fact.currency.p ? fact.amount : 0, STR_ARG(fact.currency));
    statement_words_free(words);
    return out;
}

static void what_is_given(void **state)
{
    (void)state;
    arena_init(&arena, 0);
    assert_string_equal(filled("Pledged", "$40 million", FACT_BY_CELL), "Pledged|money|40000000 USD");
    assert_string_equal(filled("Military aid", "yes", FACT_BY_CELL), "Military aid||0 ");
    assert_string_equal(filled("Military aid", "no", FACT_BY_CELL), "none");
    assert_string_equal(filled("Aid", "2024-05-01", FACT_BY_CELL), "none");
    assert_string_equal(filled("Aid", "30 tanks", FACT_BY_CELL), "30 tanks|arms|0 ");
    assert_string_equal(filled("Tanks", "30", FACT_BY_CELL), "Tanks|arms|0 ");
    assert_string_equal(filled("Tanks", "many", FACT_BY_HEADER), "Tanks|arms|0 ");
    assert_string_equal(filled("What each gives", "C$500 million in loans", FACT_BY_LABEL),
                        "C$500 million in loans|money|500000000 CAD");
    assert_string_equal(filled("What each gives", "loans of €3 million and more", FACT_UNDER_HEADING),
                        "loans of €3 million and more|money|3000000 EUR");
    assert_string_equal(filled("", "5", FACT_BY_CELL), "none");
    assert_string_equal(filled("Aid", "none", FACT_BY_CELL), "none");
    assert_string_equal(filled("Aid", "Not yet", FACT_BY_CELL), "none");
    assert_string_equal(filled("Aid", "No fly zone", FACT_BY_CELL), "No fly zone||0 ");
    arena_release(&arena);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(what_tells_support), cmocka_unit_test(what_tells_gifts), cmocka_unit_test(who_receives),
    cmocka_unit_test(roles_of_headers),   cmocka_unit_test(what_is_given),
};

UNIT_MAIN("support")
