#include "rows/label.h"
#include "unit.h"

static void split(const char *item, const char *label, const char *text)
{
    struct str got_label = STR("unset"), got_text = STR("unset");
    if (!label_split(str_from(item), &got_label, &got_text)) fail_msg("no label found in: %s", item);
    assert_str(got_label, label);
    assert_str(got_text, text);
}

static void whole(const char *item)
{
    struct str label = STR("unset"), text = STR("unset");
    if (label_split(str_from(item), &label, &text)) fail_msg("split into \"%.*s\": %s", STR_ARG(label), item);
    assert_str(label, "unset");
    assert_str(text, "unset");
}

static void labels(void **state)
{
    (void)state;
    split("Intelligence Sharing: Effective counterterrorism hinges on it.", "Intelligence Sharing",
          "Effective counterterrorism hinges on it.");
    split("enhanced Intelligence Sharing: Nations can exchange", "enhanced Intelligence Sharing",
          "Nations can exchange");
    split("Strengthening small and medium-sized enterprises (SMEs): Supporting",
          "Strengthening small and medium-sized enterprises (SMEs)", "Supporting");
    split("Cost:\t12 euros", "Cost", "12 euros");
    split("Cost :  12 euros ", "Cost", "12 euros");
    split("A: b: c", "A", "b: c");
    split("1857: the line opened", "1857", "the line opened");
    split("12: twelve", "12", "twelve");
    split("Step 3: 250 g of flour", "Step 3", "250 g of flour");
    split("Budget 2024: 3 million", "Budget 2024", "3 million");
    split("Caf\xC3\xA9: open late", "Caf\xC3\xA9", "open late");
    split(
        "Note\xC2\xA0:\xC2\xA0"
        "deux",
        "Note", "deux");
    split("See https://example.org/a:b for more: the list", "See https://example.org/a:b for more", "the list");
}

static void urls_and_paths(void **state)
{
    (void)state;
    whole("https://example.org/path");
    whole("Read it at http://example.org:8080/a");
    whole("mailto:someone@example.org");
    whole("doi:10.1000/182");
    whole("C:\\Temp\\file.txt");
    whole("Unpack into D:\\");
    whole("https:");
    split("http: fix a leak", "http", "fix a leak");
    whole("Load the chart from http: // islands.example");
    split("Site: https://example.org", "Site", "https://example.org");
    split("Folder: C:\\Temp", "Folder", "C:\\Temp");
}

static void times_and_ratios(void **state)
{
    (void)state;
    whole("10:30");
    whole("Doors open at 10:30");
    whole("10:30 - Opening");
    whole("from 9:00 to 17:00");
    whole("a ratio of 3:1");
    whole("3: 1");
    whole("16: 9 is wide");
    whole("std::vector");
    whole("Psalm 23:4");
    split("10:30: doors open", "10:30", "doors open");
    split("Opening hours: 9:00 to 17:00", "Opening hours", "9:00 to 17:00");
}

static void nothing_on_a_side(void **state)
{
    (void)state;
    whole("");
    whole("no colon at all");
    whole("Ends in a colon:");
    whole("Ends in a colon: ");
    whole("Ends in a colon:\xC2\xA0");
    whole(": no label");
    whole(" : no label");
    whole("\xC2\xA0: no label");
    whole("--: dashes are none");
    whole("\xE2\x80\x94: nor is a dash");
    whole("\xE2\x80\xA6 : nor dots");
}

static void wide_colons(void **state)
{
    (void)state;
    // 标签：文字
    split("\xE6\xA0\x87\xE7\xAD\xBE\xEF\xBC\x9A\xE6\x96\x87\xE5\xAD\x97", "\xE6\xA0\x87\xE7\xAD\xBE",
          "\xE6\x96\x87\xE5\xAD\x97");
    split("\xE6\xA0\x87\xE7\xAD\xBE\xEF\xBC\x9A https://example.org", "\xE6\xA0\x87\xE7\xAD\xBE",
          "https://example.org");
    whole("\xE6\xA0\x87\xE7\xAD\xBE\xEF\xBC\x9A");
    whole(
        "10\xEF\xBC\x9A"
        "30");
    whole(
        "\xE4\xB8\x8A\xE5\x8D\x88 10\xEF\xBC\x9A"
        "30 \xE5\xBC\x80\xE9\x97\xA8");  // 上午 10：30 开门
    // 他来了。结果：好 is a sentence and more
    whole("\xE4\xBB\x96\xE6\x9D\xA5\xE4\xBA\x86\xE3\x80\x82\xE7\xBB\x93\xE6\x9E\x9C\xEF\xBC\x9A\xE5\xA5\xBD");
}

static void brackets(void **state)
{
    (void)state;
    whole("The rule (note: it changed) holds");
    whole("See [here: a link]");
    whole("An open (bracket: never closed");
    split("Grants (2024: new): twelve", "Grants (2024: new)", "twelve");
    split("b) Second: part", "b) Second", "part");
    split("Closed] before: text", "Closed] before", "text");
}

static void quotes(void **state)
{
    (void)state;
    whole("He said \"Remember: never\"");
    whole("\xE2\x80\x9CRemember: never\xE2\x80\x9D he said");
    whole(
        "Er rief \xE2\x80\x9E"
        "Achtung: Stufe\xE2\x80\x9C laut");
    whole("Il dit \xC2\xAB attention : danger \xC2\xBB hier");
    split("\"Fast\": the motto", "\"Fast\"", "the motto");
    split(
        "\xE2\x80\x9C"
        "Fast\xE2\x80\x9D: the motto",
        "\xE2\x80\x9C"
        "Fast\xE2\x80\x9D",
        "the motto");
    split(
        "\xE2\x80\x9E"
        "Gr\xC3\xBCn\xE2\x80\x9C: das Motto",
        "\xE2\x80\x9E"
        "Gr\xC3\xBCn\xE2\x80\x9C",
        "das Motto");
    split("\xC2\xAB vert \xC2\xBB : la devise", "\xC2\xAB vert \xC2\xBB", "la devise");
}

static void sentences(void **state)
{
    (void)state;
    whole("The talks ended. Next comes a plan: more talks");
    whole("Did it work? The answer: yes");
    whole("It worked! The reason: luck");
    whole("one thing; another: a third");
    split("U.S. support: training", "U.S. support", "training");
    split("St. John: the saint", "St. John", "the saint");
    split("No. 5: a scent", "No. 5", "a scent");
    split("Version 2.2: bars are escaped", "Version 2.2", "bars are escaped");
    split("Why?: because", "Why?", "because");
}

static void at_most_twelve_words_and_100_characters(void **state)
{
    (void)state;
    split("1 2 3 4 5 6 7 8 9 10 11 twelve: yes", "1 2 3 4 5 6 7 8 9 10 11 twelve", "yes");
    whole("1 2 3 4 5 6 7 8 9 10 11 12 thirteen: no");
    char item[600];
    static const char *const letters[] = {"x", "\xC3\xA9", "\xF0\x9D\x92\x9C"};
    for (int l = 0; l < 3; l++)
        for (int n = 99; n <= 102; n++) {
            size_t at = 0;
            for (int i = 0; i < n; i++) at += (size_t)snprintf(item + at, sizeof item - at, "%s", letters[l]);
            snprintf(item + at, sizeof item - at, ": text");
            struct str label, text;
            assert_int_equal(label_split(str_from(item), &label, &text), n <= 100);
        }
}

// the parts are pieces of the item, and what is between them is the colon and white space
static void parts_are_slices(void **state)
{
    (void)state;
    struct str item = STR("A label :  and its text"), label, text;
    assert_true(label_split(item, &label, &text));
    assert_ptr_equal(label.p, item.p);
    assert_ptr_equal(text.p + text.n, item.p + item.n);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(labels),
    cmocka_unit_test(urls_and_paths),
    cmocka_unit_test(times_and_ratios),
    cmocka_unit_test(nothing_on_a_side),
    cmocka_unit_test(wide_colons),
    cmocka_unit_test(brackets),
    cmocka_unit_test(quotes),
    cmocka_unit_test(sentences),
    cmocka_unit_test(at_most_twelve_words_and_100_characters),
    cmocka_unit_test(parts_are_slices),
};

UNIT_MAIN("label")
