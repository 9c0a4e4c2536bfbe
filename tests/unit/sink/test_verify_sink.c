#include "sink/verify_sink.h"
#include "unit.h"

#include <stdlib.h>

// An article in which every kind of row occurs, and its rows as a good parser makes them.
static const char TEXT[] =
    "Opening line.\n"                           // 1
    "A heading\n"                               // 2
    "The factors include:\n"                    // 3
    "- Cost: hi\xC3\xA9\n"                      // 4
    "- \xE4\xB8\xAD\xEF\xBC\x9A\xE6\x96\x87\n"  // 5: 中：文
    "1. 1857 was dry\n"                         // 6
    "2 plain\n"                                 // 7: an item without a mark
    "| Name | Use \\| more |\n"                 // 8
    "|---|---|\n"                               // 9
    "| pump | a \\| b |\n"                      // 10
    "| | c |||\n"                               // 11
    "\n"                                        // 12
    "Photo: nobody\n";                          // 13

static const struct row ROWS[] = {
    {.table = ROW_SECTION, .line = 1},
    {.table = ROW_PARAGRAPH, .line = 1, .paragraph.text = {"Opening line.", 13}},
    {.table = ROW_SECTION, .line = 2, .section.heading = {"A heading", 9}},
    {.table = ROW_PARAGRAPH, .line = 3, .paragraph.text = {"The factors include:", 20}},
    {.table = ROW_BULLET, .line = 4, .bullet = {.ordinal = -1, .label = {"Cost", 4}, .text = {"hi\xC3\xA9", 4}}},
    {.table = ROW_BULLET,
     .line = 5,
     .bullet = {.ordinal = -1, .label = {"\xE4\xB8\xAD", 3}, .text = {"\xE6\x96\x87", 3}}},
    {.table = ROW_BULLET, .line = 6, .bullet = {.ordinal = 1, .text = {"1857 was dry", 12}}},
    {.table = ROW_BULLET, .line = 7, .bullet = {.ordinal = -1, .text = {"2 plain", 7}}},
    {.table = ROW_TABLE, .line = 8, .of_table.delimiter_line = 9},
    {.table = ROW_TABLE_COLUMN, .line = 8, .column.header = {"Name", 4}},
    {.table = ROW_TABLE_COLUMN, .line = 8, .column.header = {"Use | more", 10}},
    {.table = ROW_TABLE_CELL, .line = 10, .cell = {.row_line = 10, .text = {"pump", 4}}},
    {.table = ROW_TABLE_CELL, .line = 10, .cell = {.row_line = 10, .text = {"a | b", 5}}},
    {.table = ROW_TABLE_CELL, .line = 11, .cell = {.row_line = 11, .text = {"", 0}}},
    {.table = ROW_TABLE_CELL, .line = 11, .cell = {.row_line = 11, .text = {"c", 1}}},
    {.table = ROW_MENTION, .line = 11, .mention = {.entity_id = {"e", 1}, .text = {"c", 1}}},
    {.table = ROW_LINK, .line = 11, .link = {1, {"a", 1}, {"https://a.example", 17}}},
    {.table = ROW_PARAGRAPH, .line = 13, .paragraph.text = {"Photo: nobody", 13}},
    {.table = ROW_DOCUMENT, .line = 1},
};
#define ROW_COUNT (sizeof ROWS / sizeof *ROWS)

static bool verify(const char *text, enum dialect dialect, const struct row *rows, size_t count, struct error *error)
{
    struct sink *sink = verify_sink_open(NULL, error);
    assert_non_null(sink);
    struct sink_article article = {.article = {.source = STR("a.txt"), .text = str_from(text), .first_line = 1},
                                   .dialect = dialect};
    bool ok = sink_begin(sink, &article, error);
    for (size_t i = 0; ok && i < count; i++) ok = sink->ops->row(sink, &rows[i], error);
    ok = ok && sink_end(sink, error);
    struct error ignored = {0};
    sink_close(sink, &ignored);
    return ok;
}

static struct str *text_of(struct row *r)
{
    switch (r->table) {
    case ROW_SECTION: return &r->section.heading;
    case ROW_PARAGRAPH: return &r->paragraph.text;
    case ROW_BULLET: return &r->bullet.text;
    case ROW_TABLE_COLUMN: return &r->column.header;
    case ROW_TABLE_CELL: return &r->cell.text;
    default: return NULL;
    }
}

static void good_rows_pass(void **state)
{
    (void)state;
    struct error error = {0};
    if (!verify(TEXT, DIALECT_EXTRACTED, ROWS, ROW_COUNT, &error)) fail_msg("line %u: %s", error.line, error.message);
}

static size_t character(struct str s, size_t i)
{
    size_t n = 1;
    while (i + n < s.n && ((unsigned char)s.p[i + n] & 0xC0) == 0x80) n++;
    return n;
}

// what must not pass: rows[changed] with text bytes in place of its own
static void refused(size_t changed, bool label, struct str bytes)
{
    struct row rows[ROW_COUNT];
    struct error error = {0};
    memcpy(rows, ROWS, sizeof rows);
    *(label ? &rows[changed].bullet.label : text_of(&rows[changed])) = bytes;
    if (verify(TEXT, DIALECT_EXTRACTED, rows, ROW_COUNT, &error))
        fail_msg("row %zu passed with \"%.*s\"", changed, STR_ARG(bytes));
    assert_int_equal(error.code, ERROR_ARTICLE);
    assert_string_equal(error.source, "a.txt");
    assert_in_range(error.line, ROWS[changed].line, 14);
}

// each character of one text lost, doubled, changed, and moved behind the next
static void damage(size_t row, bool label, struct str s)
{
    char out[64];
    for (size_t i = 0, n; i < s.n; i += n) {
        n = character(s, i);
        if (s.p[i] == ' ' || (s.p[i] == '|' && row >= 9)) continue;  // of bars in cells only the text around is checked
        memcpy(out, s.p, i);
        memcpy(out + i, s.p + i + n, s.n - i - n);
        refused(row, label, (struct str){out, s.n - n});
        memcpy(out, s.p, i + n);
        memcpy(out + i + n, s.p + i, s.n - i);
        refused(row, label, (struct str){out, s.n + n});
        memcpy(out, s.p, s.n);
        out[i]++;
        refused(row, label, (struct str){out, s.n});
        size_t m = i + n < s.n ? character(s, i + n) : 0;
        if (!m || strchr(" |", s.p[i + n]) || memcmp(s.p + i, s.p + i + n, m) == 0) continue;
        memcpy(out, s.p, s.n);
        memcpy(out + i, s.p + i + n, m);
        memcpy(out + i + m, s.p + i, n);
        refused(row, label, (struct str){out, s.n});
    }
}

static void lost_doubled_changed_moved(void **state)
{
    (void)state;
    for (size_t row = 0; row < ROW_COUNT; row++) {
        struct row copy = ROWS[row];
        struct str *text = text_of(&copy);
        if (text && text->n) damage(row, false, *text);
        if (copy.table == ROW_BULLET && copy.bullet.label.n) damage(row, true, copy.bullet.label);
    }
}

// whole rows lost, doubled, or in another order
static void whole_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROW_COUNT; i++) {
        struct row rows[ROW_COUNT + 1], copy = ROWS[i];
        struct error error = {0};
        struct str *text = text_of(&copy);
        if (!text || !text->n) continue;
        memcpy(rows, ROWS, i * sizeof *rows);
        memcpy(rows + i, ROWS + i + 1, (ROW_COUNT - i - 1) * sizeof *rows);
        assert_false(verify(TEXT, DIALECT_EXTRACTED, rows, ROW_COUNT - 1, &error));
        memcpy(rows, ROWS, (i + 1) * sizeof *rows);
        memcpy(rows + i + 1, ROWS + i, (ROW_COUNT - i) * sizeof *rows);
        error = (struct error){0};
        assert_false(verify(TEXT, DIALECT_EXTRACTED, rows, ROW_COUNT + 1, &error));
        memcpy(rows, ROWS, sizeof ROWS);
        rows[i] = ROWS[i + 1];
        rows[i + 1] = ROWS[i];
        struct str *next = text_of(&rows[i]);
        error = (struct error){0};
        if (next && next->n) assert_false(verify(TEXT, DIALECT_EXTRACTED, rows, ROW_COUNT, &error));
    }
}

static void message_shows_both_sides(void **state)
{
    (void)state;
    const struct row rows[] = {
        {.table = ROW_PARAGRAPH, .line = 1, .paragraph.text = STR("One line")},
        {.table = ROW_PARAGRAPH, .line = 2, .paragraph.text = STR("Another lane that is long enough")},
        {.table = ROW_DOCUMENT}};
    struct error error = {0};
    assert_false(verify("One line\nAnother line that is long enough to be cut\n", DIALECT_EXTRACTED, rows, 3, &error));
    assert_error(
        &error, ERROR_ARTICLE,
        "the text goes on with \"ine that is long enough \" where its rows have \"ane that is long enough\": please "
        "report this article");
    assert_int_equal(error.line, 2);
    error = (struct error){0};
    assert_false(verify("One line\nand \xE2\x80\xA6 more", DIALECT_EXTRACTED, (const struct row[]){rows[0], rows[2]}, 2,
                        &error));
    assert_error(
        &error, ERROR_ARTICLE,
        "the text goes on with \"and \xE2\x80\xA6 more\" where its rows have \"\": please report this article");
}

// what is shown is cut between characters
static void message_is_valid_utf8(void **state)
{
    (void)state;
    char text[64];
    for (int shift = 0; shift < 4; shift++) {
        struct error error = {0};
        int n = snprintf(text, sizeof text, "%.*s", shift, "abcd");
        for (int i = 0; i < 12; i++) n += snprintf(text + n, sizeof text - (size_t)n, "\xE2\x82\xAC");
        assert_false(verify(text, DIALECT_EXTRACTED, &ROWS[ROW_COUNT - 1], 1, &error));
        const char *quoted = strchr(error.message, '"') + 1;
        size_t shown = strcspn(quoted, "\"");
        assert_int_equal((shown - (size_t)shift) % 3, 0);
        assert_true(shown >= 21);
    }
}

// of Markdown the rows are compared with the text, and not the text with the rows
static void markdown(void **state)
{
    (void)state;
    const struct row rows[] = {
        {.table = ROW_SECTION, .line = 1, .section.heading = STR("A heading")},
        {.table = ROW_BULLET, .line = 2, .bullet = {.label = STR("Cost"), .text = STR("12 euros")}},
        {.table = ROW_DOCUMENT}};
    struct error error = {0};
    assert_true(verify("# A *heading*\n* **Cost**: 12 euros\n", DIALECT_MARKDOWN, rows, 3, &error));
    assert_false(verify("# A *heading*\n* **Cost**: 1 euros\n", DIALECT_MARKDOWN, rows, 3, &error));
    assert_int_equal(error.line, 2);
    error = (struct error){0};
    assert_false(verify("# A *heading*\n* **Cast**: 12 euros\n", DIALECT_MARKDOWN, rows, 3, &error));
    error = (struct error){0};
    assert_false(verify("# A *headin*\n* **Cost**: 12 euros\n", DIALECT_MARKDOWN, rows, 3, &error));
    // a fence that the text lacks is seen, the colon behind a term is none
    const struct row fence[] = {{.table = ROW_PARAGRAPH, .line = 1, .paragraph.text = STR("``` a: b")},
                                {.table = ROW_DOCUMENT}};
    error = (struct error){0};
    assert_true(verify("<b>\n```\na\n: b\n", DIALECT_MARKDOWN, fence, 2, &error));
    assert_true(verify("<b>\n```\na\nb\n", DIALECT_MARKDOWN, fence, 2, &error));
    assert_false(verify("<b>\na\nb\n", DIALECT_MARKDOWN, fence, 2, &error));
    // an entity is the character it stands for
    const struct row copy[] = {{.table = ROW_PARAGRAPH, .line = 1, .paragraph.text = STR("a \xC2\xA9 b")},
                               {.table = ROW_DOCUMENT}};
    error = (struct error){0};
    assert_true(verify("a &copy; b\n", DIALECT_MARKDOWN, copy, 2, &error));
    assert_false(verify("a &reg; b\n", DIALECT_MARKDOWN, copy, 2, &error));
    // or the two of them, of which the first may be a sign
    const struct row unlike[] = {{.table = ROW_PARAGRAPH, .line = 1, .paragraph.text = STR("a =\u20E5 b")},
                                 {.table = ROW_DOCUMENT}};
    error = (struct error){0};
    assert_true(verify("a &bne; b\n", DIALECT_MARKDOWN, unlike, 2, &error));
    assert_false(verify("a &nvlt; b\n", DIALECT_MARKDOWN, unlike, 2, &error));
}

static struct row cell(int32_t row_no, int32_t column_no, struct str s, uint32_t line_end)
{
    return (struct row){
        .table = ROW_TABLE_CELL, .line = 1, .cell = {1, row_no, column_no, s, .row_line = 1, .row_line_end = line_end}};
}

// A cell over several columns or rows stands in the article once.
static void spans(void **state)
{
    (void)state;
    struct str a = STR("Norway"), b = STR("Boats"), c = STR("Nets");
    struct row rows[] = {{.table = ROW_TABLE, .line = 1},
                         cell(1, 1, a, 1),
                         cell(1, 2, b, 1),
                         cell(1, 3, b, 1),
                         cell(2, 1, a, 1),
                         cell(2, 2, c, 1),
                         {.table = ROW_DOCUMENT}};
    struct error error = {0};
    rows[3].cell.spanned = rows[4].cell.spanned = true;
    assert_true(verify("Norway Boats Nets\n", DIALECT_MARKDOWN, rows, 7, &error));
    rows[4].cell.spanned = false;
    assert_false(verify("Norway Boats Nets\n", DIALECT_MARKDOWN, rows, 7, &error));
}

// A header over several columns says in each what the one to its left says; what is its own stands in the article once.
static void headers_over_columns(void **state)
{
    (void)state;
    struct row rows[] = {
        {.table = ROW_TABLE, .line = 1},
        {.table = ROW_TABLE_COLUMN, .line = 1, .column = {1, 1, STR("Aid 2023"), .own = STR("Aid\n2023")}},
        {.table = ROW_TABLE_COLUMN, .line = 1, .column = {1, 2, STR("Aid 2024"), .own = STR("2024")}},
        {.table = ROW_DOCUMENT}};
    struct error error = {0};
    assert_true(verify("Aid\n2023 2024\n", DIALECT_MARKDOWN, rows, 4, &error));
    assert_false(verify("Aid\n2023\n", DIALECT_MARKDOWN, rows, 4, &error));
    rows[2].column.header = STR("Aids 2024");
    assert_false(verify("Aid\n2023 2024\n", DIALECT_MARKDOWN, rows, 4, &error));
}

// Text between the cells of a row follows it.
static void text_between_cells(void **state)
{
    (void)state;
    struct row rows[] = {{.table = ROW_TABLE, .line = 1},
                         cell(1, 1, STR("Boats"), 1),
                         cell(1, 2, STR("Nets"), 1),
                         {.table = ROW_PARAGRAPH, .line = 1, .paragraph.text = STR("and")},
                         {.table = ROW_PARAGRAPH, .line = 2, .paragraph.text = STR("End")},
                         {.table = ROW_DOCUMENT}};
    struct error error = {0};
    assert_true(verify("Boats and Nets\nEnd\n", DIALECT_MARKDOWN, rows, 6, &error));
    assert_false(verify("Boats Nets\nEnd\n", DIALECT_MARKDOWN, rows, 6, &error));
    rows[4].paragraph.text = STR("Boats");
    assert_false(verify("Boats and Nets\nEnd\n", DIALECT_MARKDOWN, rows, 6, &error));
}

// The cells of a row over several lines stand side by side.
static void rows_side_by_side(void **state)
{
    (void)state;
    const char *text = "Boats   Norway\nand nets   Sweden\nEnd\n";
    struct row rows[] = {{.table = ROW_TABLE, .line = 1},
                         cell(1, 1, STR("Boats and nets"), 2),
                         cell(1, 2, STR("Norway Sweden"), 2),
                         {.table = ROW_PARAGRAPH, .line = 3, .paragraph.text = STR("End")},
                         {.table = ROW_DOCUMENT}};
    struct error error = {0};
    assert_true(verify(text, DIALECT_MARKDOWN, rows, 5, &error));
    struct row header[] = {{.table = ROW_TABLE, .line = 1},
                           {.table = ROW_TABLE_COLUMN, .line = 1, .line_end = 2, .column = {1, 1, rows[1].cell.text}},
                           {.table = ROW_TABLE_COLUMN, .line = 1, .line_end = 2, .column = {1, 2, rows[2].cell.text}},
                           rows[3],
                           rows[4]};
    assert_true(verify(text, DIALECT_MARKDOWN, header, 5, &error));
    rows[2] = cell(1, 2, STR("Norway Finland"), 2);
    assert_false(verify(text, DIALECT_MARKDOWN, rows, 5, &error));
    error = (struct error){0};
    rows[1] = cell(1, 1, STR("Boats and ropes"), 2);
    assert_false(verify(text, DIALECT_MARKDOWN, rows, 5, &error));
}

static void marks(void **state)
{
    (void)state;
    static const struct {
        const char *text, *item;
        bool passes;
        int32_t ordinal;
    } cases[] = {
        {"- a", "a", true, -1},
        {"-\na", "a", true, -1},
        {"\xE2\x80\xA2 a", "a", true, -1},
        {"\xE2\x80\xA2 \xE2\x80\x9Cz\xE2\x80\x9D", "\xE2\x80\x9Cz\xE2\x80\x9D", true, -1},
        {"12. a", "a", true, 12},
        {"12. a", "a", false, 11},
        {"12. a", "a", false, -1},
        {"(3) a", "a", true, 3},
        {"\xE2\x91\xA2 a", "a", true, 3},
        {"\xE4\xB8\x89\xE3\x80\x81\xE6\x96\x87", "\xE6\x96\x87", true, 3},
        {"b) a", "a", true, 2},
        {"b) a", "a", false, -1},
        {"iv. a", "a", true, 4},
        {"o a", "a", true, -1},
        {"oa", "a", false, -1},
        {"\xE2\x96\xAA"
         "a",
         "a", true, -1},
        {"\xE2\x98\x90 a", "a", true, -1},
        {"\xEF\x82\xB7 a", "a", true, -1},
        {"\xE2\x86\x92 a", "a", true, -1},
        {"\xE2\x86\x92"
         "a",
         "a", false, -1},
        {"3) a", "a", true, 3},
        {"3) 3 a", "3 a", true, 3},
        {"- - a", "- a", true, -1},
        {"a", "a", true, -1},
        {"1. a", "1. a", true, -1},
        {"2024 a", "2024 a", true, -1},
        {"-5 a", "-5 a", true, -1},
        {"-5 a", "5 a", false, -1},
        {"2024 a", "a", false, -1},
        {"2024. a", "2024 a", false, -1},
        {"\xE4\xB8\xAD\xE6\x96\x87", "\xE6\x96\x87", false, -1},
        {"\xC3\xA9 a", "a", false, -1},
        {"x a", "a", false, -1},
        {"1.5 a", "5 a", false, -1},
        {"- - a", "a", false, -1},
        {"- 1. a", "a", false, -1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct row rows[] = {{.table = ROW_BULLET,
                                    .line = 1,
                                    .line_end = 2,
                                    .bullet = {.ordinal = cases[i].ordinal, .text = str_from(cases[i].item)}},
                                   {.table = ROW_DOCUMENT}};
        struct error error = {0};
        if (verify(cases[i].text, DIALECT_EXTRACTED, rows, 2, &error) != cases[i].passes)
            fail_msg("\"%s\" as \"%s\": %s", cases[i].text, cases[i].item, error.message);
    }
}

// a mark alone on a line before the row's own is an item without text
static void a_star_may_be_an_items_text_or_its_mark(void **state)
{
    (void)state;
    struct error error = {0};
    const struct row kept[] = {
        {.table = ROW_BULLET, .line = 1, .bullet = {.ordinal = -1, .label = {"* Pump", 6}, .text = {"old", 3}}},
        {.table = ROW_DOCUMENT}};
    const struct row mark[] = {
        {.table = ROW_BULLET, .line = 1, .bullet = {.ordinal = -1, .label = {"Pump", 4}, .text = {"old", 3}}},
        {.table = ROW_DOCUMENT}};
    assert_true(verify("* Pump: old\n", DIALECT_EXTRACTED, kept, 2, &error));
    assert_true(verify("* Pump: old\n", DIALECT_EXTRACTED, mark, 2, &error));
    assert_true(verify("- * Pump: old\n", DIALECT_EXTRACTED, kept, 2, &error));
    assert_false(verify("- * Pump: old\n", DIALECT_EXTRACTED, mark, 2, &error));
}

static void marks_alone(void **state)
{
    (void)state;
    const struct row item[] = {{.table = ROW_BULLET, .line = 2, .bullet = {.ordinal = -1, .text = STR("a")}},
                               {.table = ROW_DOCUMENT}},
                     dash[] = {{.table = ROW_PARAGRAPH, .line = 1, .paragraph.text = STR("-")},
                               {.table = ROW_DOCUMENT}};
    struct error error = {0};
    assert_true(verify("-\n- a\n-", DIALECT_EXTRACTED, item, 2, &error));
    assert_true(verify("-\r\n- a\r\n-\r\n", DIALECT_EXTRACTED, item, 2, &error));
    assert_true(verify("-\n", DIALECT_EXTRACTED, dash, 2, &error));
    assert_false(verify("-b\n- a\n", DIALECT_EXTRACTED, item, 2, &error));
    error = (struct error){0};
    assert_false(verify("- b\n- a\n", DIALECT_EXTRACTED, item, 2, &error));
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(good_rows_pass),
    cmocka_unit_test(lost_doubled_changed_moved),
    cmocka_unit_test(whole_rows),
    cmocka_unit_test(message_shows_both_sides),
    cmocka_unit_test(message_is_valid_utf8),
    cmocka_unit_test(markdown),
    cmocka_unit_test(spans),
    cmocka_unit_test(headers_over_columns),
    cmocka_unit_test(text_between_cells),
    cmocka_unit_test(rows_side_by_side),
    cmocka_unit_test(marks),
    cmocka_unit_test(a_star_may_be_an_items_text_or_its_mark),
    cmocka_unit_test(marks_alone),
};

UNIT_MAIN("verify_sink")
