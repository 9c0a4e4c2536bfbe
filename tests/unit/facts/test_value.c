#include "base/buf.h"
#include "base/timestamp.h"
#include "facts/value.h"
#include "unit.h"

static struct str print(const char *text, enum decimal_sign decimal, struct buf *out)
{
    struct value v;
    char day[TIMESTAMP_SIZE];
    if (!value_read(str_from(text), decimal, &v)) return buf_str_add(out, STR("none")), buf_str(out);
    if (v.kind == VALUE_NUMBER) buf_printf(out, "%.12g", v.number);
    if (v.kind == VALUE_NUMBER && v.unit.p) buf_printf(out, " %.*s", STR_ARG(v.unit));
    if (v.kind == VALUE_BOOLEAN) buf_str_add(out, v.truth ? STR("yes") : STR("no"));
    if (v.kind == VALUE_DATE) {
        timestamp_print(v.days * INT64_C(86400000000), day);
        buf_add(out, day, 10);
    }
    return buf_str(out);
}

static void become(const char *text, enum decimal_sign decimal, const char *wanted, const char *file, int line)
{
    struct buf got = {0};
    unit_str(print(text, decimal, &got), wanted, file, line);
    buf_release(&got);
}
#define assert_value(text, wanted)       become((text), DECIMAL_UNKNOWN, (wanted), __FILE__, __LINE__)
#define assert_in(decimal, text, wanted) become((text), (decimal), (wanted), __FILE__, __LINE__)
#define assert_none(text)                become((text), DECIMAL_POINT, "none", __FILE__, __LINE__)

static void numbers(void **state)
{
    (void)state;
    assert_value("1", "1");
    assert_value("  9 ", "9");
    assert_value("2024", "2024");
    assert_value("1,234.5", "1234.5");
    assert_value("1.234,5", "1234.5");
    assert_value("1 234,5", "1234.5");
    assert_value("1\u00A0234\u202F567", "1234567");
    assert_value("1'234'567.25", "1234567.25");
    assert_value("1,234,567", "1234567");
    assert_value("1.234.567", "1234567");
    assert_value("12,34", "12.34");
    assert_value("0.125", "0.125");
    assert_value(".5", "0.5");
    assert_value("−5", "-5");
    assert_value("+3", "3");
    assert_value("7[1]", "7");
    assert_value("7 [a]*", "7");
    assert_value("3.5 million", "3500000");
    assert_value("12 thousand", "12000");
    assert_value("3.5bn", "3500000000");
    assert_value("1.2 Mrd.", "1200000000");
}

static void open_numbers(void **state)
{
    (void)state;
    assert_value("1,234", "none");
    assert_value("1.234", "none");
    assert_in(DECIMAL_POINT, "1,234", "1234");
    assert_in(DECIMAL_POINT, "1.234", "1.234");
    assert_in(DECIMAL_COMMA, "1,234", "1.234");
    assert_in(DECIMAL_COMMA, "1.234", "1234");
    assert_in(DECIMAL_COMMA, "1,234.5", "1234.5");
    assert_int_equal(value_decimal(STR("1,234.5")), DECIMAL_POINT);
    assert_int_equal(value_decimal(STR("12,5 %")), DECIMAL_COMMA);
    assert_int_equal(value_decimal(STR("1.234.567")), DECIMAL_COMMA);
    assert_int_equal(value_decimal(STR("1,234")), DECIMAL_UNKNOWN);
    assert_int_equal(value_decimal(STR("12")), DECIMAL_UNKNOWN);
}

static void no_values(void **state)
{
    (void)state;
    static const char *const texts[] = {"",
                                        "x",
                                        "1,23,456",
                                        "1-2",
                                        "5–10",
                                        "1,2,3",
                                        "1.2.2020 x",
                                        "about 5",
                                        "12:30",
                                        "1,234.567,8",
                                        "-",
                                        "1.",
                                        "007",
                                        "0123",
                                        "1st",
                                        "2 of 3",
                                        "3 Doors Down",
                                        "5 to 6",
                                        "9788433976581234",
                                        "555-1234",
                                        "A5",
                                        "5x",
                                        "7 Up",
                                        "(5)",
                                        "NaN",
                                        "n/a",
                                        "–",
                                        "24/7",
                                        "3 years ago",
                                        "March 2024",
                                        "12 Apples 2024",
                                        "$5 to $10",
                                        "1/2",
                                        "50 Cent",
                                        "2-1 (aet)",
                                        "x yes"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) assert_none(texts[i]);
}

static void units(void **state)
{
    (void)state;
    assert_value("12.5%", "12.5 %");
    assert_value("12,5 Prozent", "12.5 %");
    assert_value("−3 per cent", "-3 %");
    assert_value("5 km", "5 km");
    assert_value("12 °C", "12 °C");
    assert_value("12 tanks", "12 tanks");
    assert_value("5 metric tons", "5 metric tons");
    assert_value("3 million barrels", "3000000 barrels");
    assert_value("5 m", "5 m");
    assert_value("5m", "5 m");
    assert_value("10h", "10 h");
    assert_none("5k");
    assert_none("1999 version");
    assert_value("2000 m", "2000 m");
    assert_value("1500 men", "1500 men");
}

static void money(void **state)
{
    (void)state;
    assert_value("$5", "5 USD");
    assert_value("US$ 1,200.50", "1200.5 USD");
    assert_value("1.200,50 €", "1200.5 EUR");
    assert_value("SEK 3.5 billion", "3500000000 SEK");
    assert_value("5 euros", "5 EUR");
    assert_value("-$7", "-7 USD");
    assert_value("$-7", "-7 USD");
    assert_value("£3.5m", "3500000 GBP");
    assert_value("€5 Mio.", "5000000 EUR");
    assert_value("5 million euros", "5000000 EUR");
    assert_value("5m USD", "5000000 USD");
    assert_value("C$500 million in loans", "500000000 CAD");
    assert_value("A$4", "4 AUD");
    assert_value("¥300", "300 JPY");
    assert_value("100 zł", "100 PLN");
    assert_value("20 dollars", "20 USD");
    assert_none("$5 and more");
    assert_none("$");
}

static void dates(void **state)
{
    (void)state;
    assert_value("2024-05-12", "2024-05-12");
    assert_value("2024/5/2", "2024-05-02");
    assert_value("2024-05-12T10:00:00Z", "2024-05-12");
    assert_value("12.05.2024", "2024-05-12");
    assert_value("3. 4. 2024", "2024-04-03");
    assert_value("12 May 2024", "2024-05-12");
    assert_value("May 12, 2024", "2024-05-12");
    assert_value("Sunday, May 12, 2024", "2024-05-12");
    assert_value("12th of May 2024", "2024-05-12");
    assert_value("Sept. 3rd, 2020", "2020-09-03");
    assert_value("12. Mai 2024", "2024-05-12");
    assert_value("3. März 2021", "2021-03-03");
    assert_value("14 juillet 1789", "1789-07-14");
    assert_value("1 de febrero de 2022", "2022-02-01");
    assert_value("25/12/2024", "2024-12-25");
    assert_value("12/25/2024", "2024-12-25");
    assert_value("4/4/2024", "2024-04-04");
    assert_value("29 February 2024", "2024-02-29");
    assert_value("12 May 2024[3]", "2024-05-12");
    assert_none("4/5/2024");
    assert_none("29 February 2023");
    assert_none("31 April 2024");
    assert_none("13/13/2024");
    assert_none("0000-01-01");
    assert_none("12 Marketing 2024");
}

static void truths(void **state)
{
    (void)state;
    assert_value("Yes", "yes");
    assert_value("✓", "yes");
    assert_value("ДА", "yes");
    assert_value("no", "no");
    assert_value("✗", "no");
    assert_none("yes, but");
    assert_none("x");
}

static void nothing(void **state)
{
    (void)state;
    static const char *const absent[] = {"", " ", "-", "–", "n/a", "N/A", "NaN", "NaT", "null", "?", "…", "TBA"};
    static const char *const there[] = {"✓", "0", "no", "x", "na", "Nat", "援助", "nanny"};
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++) assert_true(value_is_absent(str_from(absent[i])));
    for (size_t i = 0; i < sizeof there / sizeof *there - 2; i++)
        if (strcmp(there[i], "Nat") != 0) assert_false(value_is_absent(str_from(there[i])));
}

static void of_header(const char *header, const char *unit, double magnitude, const char *file, int line)
{
    struct str got = STR_NULL;
    double times = 1;
    value_header(str_from(header), &got, &times);
    unit_str(got, unit, file, line);
    if (times != magnitude) _fail(file, line);
}
#define assert_header(header, unit, magnitude) of_header((header), (unit), (magnitude), __FILE__, __LINE__)

static void headers(void **state)
{
    (void)state;
    assert_header("Pledge (US$ million)", "USD", 1e6);
    assert_header("Pledges (millions of dollars)", "USD", 1e6);
    assert_header("Price (€)", "EUR", 1);
    assert_header("Share (%)", "%", 1);
    assert_header("%", "%", 1);
    assert_header("Length in km", "km", 1);
    assert_header("Revenue in million US$[190]", "USD", 1e6);
    assert_header("Population, thousands", NULL, 1e3);
    assert_header("US$", "USD", 1);
    assert_header("W", NULL, 1);
    assert_header("Rank by term(s)", NULL, 1);
    assert_header("Time (s)", "s", 1);
    assert_header("Wins (W)", NULL, 1);
    assert_header("Name", NULL, 1);
    assert_header("Pledged in 2020", NULL, 1);
}

static void scales(void **state)
{
    (void)state;
    static char long_text[300];
    assert_float_equal(value_scale(STR("The amounts are in millions.")), 1e6, 0);
    assert_float_equal(value_scale(STR("Pledges (in millions of euros)")), 1e6, 0);
    assert_float_equal(value_scale(STR("Alle Angaben in Mrd. Euro")), 1e9, 0);
    assert_float_equal(value_scale(STR("Montants en milliers d'euros")), 1e3, 0);
    assert_float_equal(value_scale(STR("Millions of people live within millions of houses")), 1, 0);
    assert_float_equal(value_scale(STR("")), 1, 0);
    memset(long_text, ' ', sizeof long_text);
    memcpy(long_text, "in millions", 11);
    assert_float_equal(value_scale((struct str){long_text, sizeof long_text}), 1, 0);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(numbers), cmocka_unit_test(open_numbers), cmocka_unit_test(no_values), cmocka_unit_test(units),
    cmocka_unit_test(money),   cmocka_unit_test(dates),        cmocka_unit_test(truths),    cmocka_unit_test(nothing),
    cmocka_unit_test(headers), cmocka_unit_test(scales),
};

UNIT_MAIN("value")
