#include "base/timestamp.h"
#include "facts/article_date.h"
#include "unit.h"

#define TODAY 9000  // 2024-08-22
#define LONG                                                                                                           \
    "The ministers met again on the island to speak of boats, of nets and of the ferry that is to go twice a day "     \
    "from next year on, whatever it may cost the island."

// Lines are paragraphs; of one that begins with "# " a heading, with "- " a list item. What it says, and by what.
static void dates(const char *const *lines, struct metadata metadata, const char *source, const char *wanted,
                  const char *file, int at)
{
    bool record = strchr(source, '#') || strstr(source, "://");
    struct article article = {.source = str_from(source), .metadata = metadata};
    if (!record) article.file_name = str_from(strrchr(source, '/') + 1);
    struct document_row document = {.article = &article};
    struct article_date date;
    char day[TIMESTAMP_SIZE], got[64] = "none";
    article_date_begin(&date, &article, TODAY);
    for (; *lines; lines++) {
        struct str text = str_from(*lines);
        struct row row = {.table = ROW_PARAGRAPH, .paragraph = {.kind = PARAGRAPH_TEXT, .text = text}};
        if (str_starts(text, STR("# ")))
            row = (struct row){.table = ROW_SECTION, .section = {.heading = str_slice(text, 2, text.n)}};
        if (str_starts(text, STR("- ")))
            row = (struct row){.table = ROW_BULLET, .bullet = {.text = str_slice(text, 2, text.n)}};
        article_date_see(&date, &row);
    }
    article_date_set(&date, &document);
    timestamp_print(document.date * INT64_C(86400000000), day);
    if (document.date_source != DATE_SOURCE_NONE)
        snprintf(got, sizeof got, "%.10s %s", day, date_source_name(document.date_source));
    if (strcmp(got, wanted) == 0) return;
    print_error("got:    %s\nwanted: %s\n", got, wanted);
    _fail(file, at);
}
#define LINES(...) ((const char *const[]){__VA_ARGS__, NULL})
#define assert_text(wanted, ...)                                                                                       \
    dates(LINES(__VA_ARGS__), (struct metadata){0}, "/a/boats.txt", (wanted), __FILE__, __LINE__)
#define assert_date(wanted, source, of, ...)                                                                           \
    dates(LINES(__VA_ARGS__), (struct metadata)of, (source), (wanted), __FILE__, __LINE__)
#define MEMBERS(...)                                                                                                   \
    {                                                                                                                  \
        __VA_ARGS__                                                                                                    \
    }

static void first_lines(void **state)
{
    (void)state;
    assert_text("2024-05-03 byline", "# Boats", "By Ann Lee | 3 May 2024", LONG);
    assert_text("2024-05-03 byline", "# Boats", "3 May 2024", LONG);
    assert_text("2024-05-03 byline", "# Boats", LONG, "- Published: May 3, 2024", LONG);
    assert_text("2024-05-03 byline", "# Boats", "PARIS, 3 May 2024 — " LONG);
    assert_text("2024-05-03 byline", "# Boats", "By Ann Lee\n3 May 2024\nThe island", LONG);
    assert_text("2024-05-03 byline", "Friday, 9 August 2024", "Published 3 May 2024", LONG);
    assert_text("2024-05-03 byline", "Updated on May 3, 2024", LONG);
    assert_text("2024-05-03 byline", "# Boats", "Author\nAnn Lee", "Published", "May 3, 2024", "For release",
                "May 1, 2024", LONG);
    assert_text("2024-05-03 byline", "# Boote", "Veröffentlicht am:\n3. Mai 2024", "1. Mai 2024", LONG);
    assert_text("2024-05-03 byline", "# Boats", "Published: May 3, 2024", "Date: May 1, 2024", LONG);
    assert_text("2024-05-03 byline", "# Boats", LONG, "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11",
                "Published: May 3, 2024", LONG);
    assert_text("none", "# Boats", LONG, "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12",
                "Published: May 3, 2024", LONG);
    assert_text("2024-05-03 byline", LONG LONG " and they say so", "Skip", "Search", "Menu", "Press", "4 min",
                "Ann Lee", "Boats", "Nets", "Ferry", "Published", "May 3, 2024", "May 1, 2024", LONG);
    assert_text("none", "# Boats", "Publications", "May 3, 2024", "May 1, 2024", LONG);
    assert_text("none", "# Boats", "Available until:", "May 3, 2024, 10:15 pm", LONG);
    assert_text("2024-05-03 byline", "# Boats", "Available until:", "Published: May 3, 2024", LONG);
    assert_text("none", "# Boats", "Date:", "May 3, 2024", "May 1, 2024", LONG);
}

static void last_lines(void **state)
{
    (void)state;
    assert_text("2024-05-03 byline", "# Boats", LONG, LONG, LONG, LONG, "Wien, 3. Mai 2024");
    assert_text("2024-05-03 byline", "# Boats", LONG, LONG, LONG, LONG, "Published: May 3, 2024");
    assert_text("none", "# Boats", LONG, LONG, LONG, LONG, "3 May 2024");
}

static void doubts(void **state)
{
    (void)state;
    assert_text("none", "# Boats", "3 May 2024", "4 June 2024", LONG);
    assert_text("none", "# Boats", "Posted: 3 May 2024", "Published: 4 June 2024", LONG);
    assert_text("none", "# Boats", "3 May 2030", LONG);
    assert_text("none", "# Boats", "May 2024", LONG);
    assert_text("none", "# Boats", "Published: 03/05/2024", LONG);
    assert_text("none", "# Boats", "14 July 1789", LONG);
    assert_text("none", "# Boats", LONG, LONG, LONG, "3 May 2024", LONG);
    // the head of a page says what day it is
    assert_text("none", "Friday, 3 May 2024", "- News", "- Sport", "- Boats", "- Nets", "- Ferries", "- Contact", LONG);
    assert_text("none", LONG);
}

static void old_days(void **state)
{
    (void)state;
    assert_text("1965-12-13 byline", "# Boats", "Date: 1965-12-13", LONG);
    assert_text("none", "# Boats", LONG, "Date: May 9, 2024", "Time: noon");
    assert_text("1865-12-13 byline", "# Boats", "Published: December 13, 1865", LONG);
    assert_text("none", "# Boats", "Published: December 13, 1765", LONG);
    // of these it is told
    assert_text("none", "# Boats", "13 December 1965", LONG);
    assert_text("none", "# Boats", "Ann Lee | 13 December 1965", LONG);
    assert_text("none", "# Boats", "PARIS, 13 December 1965 — " LONG);
}

static void languages(void **state)
{
    (void)state;
#define ONE "/a/b.txt"
    assert_date("2024-05-03 byline", ONE, MEMBERS(.language = STR("fr")), "Publié le 03/05/2024", LONG);
    assert_date("2024-05-03 byline", ONE, MEMBERS(.language_guess = STR("es")), "Publicado: 03/05/2024", LONG);
    assert_date("none", ONE, MEMBERS(.language = STR("en")), "Published 03/05/2024", LONG);
    assert_date("none", ONE, MEMBERS(.language = STR("de")), "Stand: 03/05/2024", LONG);
    assert_date("2024-05-03 byline", ONE, MEMBERS(.language = STR("en"), .url = STR("https://example.co.uk/a")),
                "Published 03/05/2024", LONG);
    assert_date("2024-03-05 byline", ONE, MEMBERS(.language = STR("en"), .url = STR("https://example.gov/a")),
                "Published 03/05/2024", LONG);
}

static void ranks(void **state)
{
    (void)state;
#define BY_DAY "3 May 2024", LONG
#define URL    .url = STR("https://example.org/2024/05/03/boats")
    assert_date("2024-05-01 metadata", "/a/2024-06-02-b.txt", MEMBERS(.published_at = STR("2024-05-01"), URL), BY_DAY);
    assert_date("2024-05-01 metadata", ONE, MEMBERS(.published_at = STR("2024-05-01T23:30:00-00:10")), LONG);
    assert_date("2024-05-03 byline", "/a/2024-06-02-b.txt", MEMBERS(URL), BY_DAY);
    assert_date("2024-05-03 address", "/a/2024-06-02-b.txt", MEMBERS(URL), LONG);
    assert_date("2024-06-02 file name", "/a/2024-06-02-b.txt", MEMBERS(.url = STR("https://example.org/b")), LONG);
    assert_date("2024-05-03 address", "https://example.org/2024/05/03/boats", {0}, LONG);
    assert_date("none", "/a/dump-2024-05-03.jsonl#17", {0}, LONG);
    // published then, changed since
    assert_date("2024-05-03 address", ONE, MEMBERS(URL), "Updated: 7 June 2024", LONG);
    assert_date("none", ONE, MEMBERS(URL), "Published: 7 June 2024", LONG);
    // no clock was set, and no prophet
    assert_date("2024-05-03 byline", ONE, MEMBERS(.published_at = STR("1970-01-01T00:00:00Z")), BY_DAY);
    assert_date("2024-05-03 byline", ONE, MEMBERS(.published_at = STR("2031-01-01")), BY_DAY);
    assert_date("none", ONE, MEMBERS(.published_at = STR("0001-01-01")), LONG);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(first_lines), cmocka_unit_test(last_lines), cmocka_unit_test(doubts),
    cmocka_unit_test(old_days),    cmocka_unit_test(languages),  cmocka_unit_test(ranks),
};

UNIT_MAIN("article_date")
