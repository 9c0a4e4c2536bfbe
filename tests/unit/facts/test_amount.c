#include "facts/amount.h"

#include "unit.h"

static void reads(const char *text, enum statement_language language, const char *number, const char *currency)
{
    struct arena arena;
    arena_init(&arena, 0);
    struct amount a = amount_read(str_from(text), language, &arena);
    if (number) assert_str(a.number, number);
    else assert_null(a.number.p);
    if (currency) assert_str(a.currency, currency);
    else assert_null(a.currency.p);
    arena_release(&arena);
}

static void english(void **state)
{
    (void)state;
    reads("US$40.2 million", LANGUAGE_EN, "40200000", "USD");
    reads("$1.5bn", LANGUAGE_EN, "1500000000", "$");
    reads("A$4 million", LANGUAGE_EN, "4000000", "AUD");
    reads("DKK 80 million", LANGUAGE_EN, "80000000", "DKK");
    reads(
        "\xE2\x82\xAC"
        "900,000",
        LANGUAGE_EN, "900000", "EUR");
    reads(
        "\xC2\xA3"
        "1,250.75",
        LANGUAGE_EN, "1250.75", "GBP");
    reads("0.5 million euros", LANGUAGE_EN, "500000", "EUR");
    reads("2.6 million", LANGUAGE_EN, "2600000", NULL);
    reads("30,000", LANGUAGE_EN, "30000", NULL);
    reads("480 million US dollars", LANGUAGE_EN, "480000000", "USD");
    reads("$0", LANGUAGE_EN, "0", "$");
    reads("two billion dollars", LANGUAGE_EN, NULL, "$");
    reads("$1234567890123456789012", LANGUAGE_EN, NULL, "$");
}

static void others(void **state)
{
    (void)state;
    reads("1,5 Milliarden Euro", LANGUAGE_DE, "1500000000", "EUR");
    reads("1.500 Euro", LANGUAGE_DE, "1500", "EUR");
    reads("1.500.000,50 Franken", LANGUAGE_DE, "1500000.50", "CHF");
    reads("480 millions de dollars", LANGUAGE_FR, "480000000", "$");
    reads("3 500 000 euros", LANGUAGE_FR, "3500000", "EUR");
    reads("2 billones de pesos", LANGUAGE_ES, "2000000000000", NULL);
    reads("dos millones de euros", LANGUAGE_ES, NULL, "EUR");
}

static const struct CMUnitTest tests[] = {cmocka_unit_test(english), cmocka_unit_test(others)};

UNIT_MAIN("amount")
