#include "sink/copy_cells.h"
#include "sink/copy_format.h"
#include "unit.h"

// Each expectation is the row's fields as the documentation of COPY describes them, made by hand.
#define FIELDS(n)  "\0" n
#define INT2(v)    "\0\0\0\x02" v
#define INT4(v)    "\0\0\0\x04" v
#define INT8(v)    "\0\0\0\x08" v
#define NONE       "\xFF\xFF\xFF\xFF"
#define TEXT(n, s) "\0\0\0" n s

static void is(struct row row, const char *bytes, size_t n)
{
    struct buf buf = {0};
    buf_str_add(&buf, STR("before"));
    copy_row(&buf, &row, 0x0102030405060708, 9);
    assert_false(buf.failed);
    assert_int_equal(buf.n, 6 + n);
    assert_memory_equal(buf.p, "before", 6);
    assert_memory_equal(buf.p + 6, bytes, n);
    buf_release(&buf);
}
#define assert_bytes(row, bytes) is((row), (bytes), sizeof(bytes) - 1)

#define DOCUMENT_ID INT8("\x01\x02\x03\x04\x05\x06\x07\x08")

static void frame(void **state)
{
    (void)state;
    struct buf buf = {0};
    copy_header(&buf);
    assert_int_equal(buf.n, 19);
    assert_memory_equal(buf.p, "PGCOPY\n\xFF\r\n\0\0\0\0\0\0\0\0\0", 19);
    buf.n = 0;
    copy_trailer(&buf);
    assert_int_equal(buf.n, 2);
    assert_memory_equal(buf.p, "\xFF\xFF", 2);
    buf_release(&buf);
}

static void document(void **state)
{
    (void)state;
    struct article article = {.source = STR("/a"),
                              .bytes = STR("12345"),
                              .layout = LAYOUT_NONE,
                              .metadata = {.site = STR("s"),
                                           .published_at = STR("2000-01-01T00:00:00.000258Z"),
                                           .other = STR("{}"),
                                           .language_guess = STR("de")}};
    for (int i = 0; i < 32; i++) article.sha256.bytes[i] = (unsigned char)i;
    struct row row = {.table = ROW_DOCUMENT,
                      .document = {&article, DIALECT_MARKDOWN, STR("T\xC3\xA9"), 3, DATE_SOURCE_BYLINE, -2}};
    assert_bytes(row, FIELDS("\x12") DOCUMENT_ID TEXT("\x02", "/a") TEXT("\x03", "T\xC3\xA9") NONE TEXT("\x01", "s")
                          NONE NONE INT8("\0\0\0\0\0\0\x01\x02") TEXT("\x03", "\x01{}") TEXT("\x08", "markdown")
                              NONE TEXT("\x20",
                                        "\0\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0A\x0B\x0C\x0D\x0E\x0F"
                                        "\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F")
                                  INT8("\0\0\0\0\0\0\0\x05") INT4("\0\0\0\x03") INT8("\0\0\0\0\0\0\0\x09")
                                      TEXT("\x02", "de") INT4("\xFF\xFF\xFF\xFE") TEXT("\x06", "byline"));
}

static void document_without_metadata(void **state)
{
    (void)state;
    struct article article = {.source = STR("a"), .layout = LAYOUT_WRAPPED, .metadata.published_at = STR("yesterday")};
    struct row row = {.table = ROW_DOCUMENT, .document = {&article, DIALECT_EXTRACTED, STR(""), 0}};
    assert_bytes(row, FIELDS("\x12") DOCUMENT_ID TEXT("\x01", "a") TEXT("\0", "")
                          NONE NONE NONE NONE NONE NONE TEXT("\x09", "extracted") TEXT("\x07", "wrapped")
                              TEXT("\x20", "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")
                                  INT8("\0\0\0\0\0\0\0\0") INT4("\0\0\0\0") INT8("\0\0\0\0\0\0\0\x09") NONE NONE NONE);
}

static void sections(void **state)
{
    (void)state;
    static const int32_t path[] = {1, 300};
    struct row row = {.table = ROW_SECTION,
                      .section_no = 2,
                      .position = 4,
                      .line = 70000,
                      .section = {1, path, 2, 3, STR("Head"), STR("head"), ORIGIN_INFERRED, 0.75f, "short"}};
    assert_bytes(
        row, FIELDS("\x0C") DOCUMENT_ID INT4("\0\0\0\x02") INT4("\0\0\0\x01")
        // one dimension, no NULLs, int4; two elements from 1
        TEXT("\x24", "\0\0\0\x01\0\0\0\0\0\0\0\x17\0\0\0\x02\0\0\0\x01" INT4("\0\0\0\x01") INT4("\0\0\x01\x2C"))
            INT2("\0\x03") TEXT("\x04", "Head") TEXT("\x08", "inferred") INT4("\x3F\x40\0\0") TEXT("\x05", "short")
                INT4("\0\0\0\x04") INT4("\0\x01\x11\x70") TEXT("\x04", "head"));
    static const int32_t root[] = {0};
    row = (struct row){
        .table = ROW_SECTION, .line = 1, .section = {-1, root, 1, 0, STR_NULL, STR_NULL, ORIGIN_NONE, 0, NULL}};
    assert_bytes(row,
                 FIELDS("\x0C") DOCUMENT_ID INT4("\0\0\0\0")
                     NONE TEXT("\x1C", "\0\0\0\x01\0\0\0\0\0\0\0\x17\0\0\0\x01\0\0\0\x01" INT4("\0\0\0\0")) INT2("\0\0")
                         NONE TEXT("\x04", "none") NONE NONE INT4("\0\0\0\0") INT4("\0\0\0\x01") NONE);
}

static void paragraph(void **state)
{
    (void)state;
    struct row row = {
        .table = ROW_PARAGRAPH, .section_no = 1, .position = 2, .line = 3, .paragraph = {PARAGRAPH_LEAD_IN, STR("a:")}};
    assert_bytes(row, FIELDS("\x07") DOCUMENT_ID INT4("\0\0\0\x02") INT4("\0\0\0\x01") TEXT("\x07", "lead_in")
                          TEXT("\x02", "a:") INT4("\0\0\0\x03") NONE);
    row.paragraph.label = STR("Q");
    assert_bytes(row, FIELDS("\x07") DOCUMENT_ID INT4("\0\0\0\x02") INT4("\0\0\0\x01") TEXT("\x07", "lead_in")
                          TEXT("\x02", "a:") INT4("\0\0\0\x03") TEXT("\x01", "Q"));
}

static void bullets(void **state)
{
    (void)state;
    struct row row = {.table = ROW_BULLET,
                      .section_no = 1,
                      .position = 2,
                      .line = 3,
                      .bullet = {5, 6, 7, STR("L"), STR("t"), STR("l")}};
    assert_bytes(row, FIELDS("\x0A") DOCUMENT_ID INT4("\0\0\0\x02") INT4("\0\0\0\x01") INT4("\0\0\0\x05") INT2("\0\x06")
                          INT4("\0\0\0\x07") TEXT("\x01", "L") TEXT("\x01", "t") INT4("\0\0\0\x03") TEXT("\x01", "l"));
    row.bullet = (struct bullet_row){1, 1, -1, STR_NULL, STR(""), STR_NULL};
    assert_bytes(row, FIELDS("\x0A") DOCUMENT_ID INT4("\0\0\0\x02") INT4("\0\0\0\x01") INT4("\0\0\0\x01") INT2("\0\x01")
                          NONE NONE TEXT("\0", "") INT4("\0\0\0\x03") NONE);
    row.bullet.ordinal = 0;
    assert_bytes(row, FIELDS("\x0A") DOCUMENT_ID INT4("\0\0\0\x02") INT4("\0\0\0\x01") INT4("\0\0\0\x01") INT2("\0\x01")
                          INT4("\0\0\0\0") NONE TEXT("\0", "") INT4("\0\0\0\x03") NONE);
}

static void table(void **state)
{
    (void)state;
    struct row row = {.table = ROW_TABLE,
                      .section_no = 1,
                      .position = 2,
                      .line = 3,
                      .of_table = {4, 5, 6, ORIGIN_MARKED, STR("a"), 7, true}};
    assert_bytes(row, FIELDS("\x0A") DOCUMENT_ID INT4("\0\0\0\x04") INT4("\0\0\0\x01") INT4("\0\0\0\x02")
                          INT4("\0\0\0\x05") INT4("\0\0\0\x06") TEXT("\x06", "marked") TEXT("\x01", "a")
                              INT4("\0\0\0\x03") TEXT("\x01", "\x01"));
}

static void columns_links(void **state)
{
    (void)state;
    struct row row = {.table = ROW_TABLE_COLUMN, .line = 3, .column = {4, 5, STR("h"), STR("k")}};
    assert_bytes(row,
                 FIELDS("\x05") DOCUMENT_ID INT4("\0\0\0\x04") INT4("\0\0\0\x05") TEXT("\x01", "h") TEXT("\x01", "k"));
    row.column.header = row.column.header_key = STR_NULL;
    assert_bytes(row, FIELDS("\x05") DOCUMENT_ID INT4("\0\0\0\x04") INT4("\0\0\0\x05") NONE NONE);
    row = (struct row){.table = ROW_LINK, .position = 2, .line = 3, .link = {4, STR("l"), STR("u")}};
    assert_bytes(row, FIELDS("\x06") DOCUMENT_ID INT4("\0\0\0\x04") INT4("\0\0\0\x02") TEXT("\x01", "l")
                          TEXT("\x01", "u") INT4("\0\0\0\x03"));
}

static void mentions(void **state)
{
    (void)state;
    struct row row = {.table = ROW_MENTION,
                      .position = 2,
                      .line = 3,
                      .mention = {4, MENTION_IN_CELL, 5, 6, STR("country:FR"), 7, STR("France")}};
    assert_bytes(row, FIELDS("\x09") DOCUMENT_ID INT4("\0\0\0\x04") INT4("\0\0\0\x02") TEXT("\x04", "cell")
                          INT4("\0\0\0\x05") INT4("\0\0\0\x06") TEXT("\x0A", "country:FR") INT4("\0\0\0\x07")
                              TEXT("\x06", "France"));
    row.mention = (struct mention_row){1, MENTION_IN_HEADING, -1, -1, STR("e"), 0, STR("E")};
    assert_bytes(row, FIELDS("\x09") DOCUMENT_ID INT4("\0\0\0\x01") INT4("\0\0\0\x02") TEXT("\x07", "heading")
                          NONE NONE TEXT("\x01", "e") INT4("\0\0\0\0") TEXT("\x01", "E"));
}

static void facts(void **state)
{
    (void)state;
    struct row row = {.table = ROW_FACT,
                      .position = 2,
                      .line = 3,
                      .section_no = 1,
                      .fact = {.fact_no = 4,
                               .table_no = 5,
                               .row_no = 6,
                               .column_no = 7,
                               .element_no = 8,
                               .item_column_no = 1,
                               .item = STR("I"),
                               .item_key = STR("i"),
                               .attribute = STR("A"),
                               .attribute_key = STR("a"),
                               .value = STR("1 km"),
                               .typed = {.kind = VALUE_NUMBER, .number = 1, .unit = STR("km")},
                               .support = STR("aid"),
                               .support_type = STR("money"),
                               .amount = 2,
                               .currency = STR("EUR")}};
#define FACT_BEGINS                                                                                                    \
    FIELDS("\x1B")                                                                                                     \
    DOCUMENT_ID INT4("\0\0\0\x04") INT4("\0\0\0\x02") INT4("\0\0\0\x03") INT4("\0\0\0\x01")
    assert_bytes(row, FACT_BEGINS INT4("\0\0\0\x05") INT4("\0\0\0\x06") INT4("\0\0\0\x07") INT4("\0\0\0\x08")
                          INT4("\0\0\0\x01") TEXT("\x01", "I") TEXT("\x01", "i") NONE TEXT("\x01", "A")
                              TEXT("\x01", "a") TEXT("\x04", "1 km") NONE NONE
                 "\0\0\0\x08\x3F\xF0\0\0\0\0\0\0" TEXT("\x02", "km") NONE NONE TEXT("\x04", "cell") TEXT("\x03", "aid")
                     TEXT("\x05", "money") "\0\0\0\x08\x40\0\0\0\0\0\0\0" TEXT("\x03", "EUR"));
    row.fact = (struct fact_row){.fact_no = 4,
                                 .table_no = -1,
                                 .column_no = -1,
                                 .element_no = 1,
                                 .item_column_no = -1,
                                 .item = STR("I"),
                                 .item_key = STR("i"),
                                 .entity_id = STR("e"),
                                 .value = STR("yes"),
                                 .value_key = STR("yes"),
                                 .value_entity_id = STR("v"),
                                 .typed = {.kind = VALUE_BOOLEAN, .truth = true},
                                 .told_by = FACT_BY_LABEL};
    assert_bytes(row, FACT_BEGINS NONE INT4("\0\0\0\0") NONE INT4("\0\0\0\x01") NONE TEXT("\x01", "I") TEXT("\x01", "i")
                          TEXT("\x01", "e") NONE NONE TEXT("\x03", "yes") TEXT("\x03", "yes") TEXT("\x01", "v")
                              NONE NONE NONE "\0\0\0\x01\x01" TEXT("\x05", "label") NONE NONE NONE NONE);
    row.fact = (struct fact_row){.fact_no = 4,
                                 .table_no = -1,
                                 .column_no = -1,
                                 .element_no = 1,
                                 .item_column_no = -1,
                                 .item = STR("I"),
                                 .item_key = STR("i"),
                                 .value = STR("d"),
                                 .typed = {.kind = VALUE_DATE, .days = -1},
                                 .told_by = FACT_BY_KEY};
    assert_bytes(row, FACT_BEGINS NONE INT4("\0\0\0\0") NONE INT4("\0\0\0\x01") NONE TEXT("\x01", "I") TEXT("\x01", "i")
                          NONE NONE NONE TEXT("\x01", "d") NONE NONE NONE NONE INT4("\xFF\xFF\xFF\xFF")
                              NONE TEXT("\x03", "key") NONE NONE NONE NONE);
}

// the columns that a statement names are the fields that its rows have
#define BEFORE_AMOUNT                                                                                                  \
    FIELDS("\x12")                                                                                                     \
    DOCUMENT_ID INT4("\0\0\0\x01") INT4("\0\0\0\x02") INT4("\0\0\0\x03") INT4("\0\0\0\x04") TEXT("\x01", "G")          \
        TEXT("\x01", "g") TEXT("\x08", "promises") TEXT("\x01", "S") NONE
#define AFTER_AMOUNT                                                                                                   \
    TEXT("\x03", "USD")                                                                                                \
    NONE NONE TEXT("\x02", "S.") INT4("\0\0\0\x07") INT4("\x3F\0\0\0") TEXT("\x01", "r")

static struct row statement_of(struct str amount)
{
    struct row row = {.table = ROW_STATEMENT, .position = 2, .line = 3, .section_no = 4};
    row.statement = (struct statement_row){.statement_no = 1,
                                           .act = STATEMENT_PROMISES,
                                           .giver = STR("G"),
                                           .giver_id = STR("g"),
                                           .support = STR("S"),
                                           .amount = amount,
                                           .currency = STR("USD"),
                                           .sentence = STR("S."),
                                           .start = 7,
                                           .confidence = 0.5f,
                                           .reason = "r"};
    return row;
}

static void statements(void **state)
{
    (void)state;
    assert_bytes(statement_of(STR_NULL), BEFORE_AMOUNT NONE AFTER_AMOUNT);
}

// Digits to the base of 10,000: count, weight of the first, sign, decimals shown, digits. As the server sends them, so
// that resolve finds its rows in what is stored.
static void numerics(void **state)
{
    (void)state;
    assert_bytes(statement_of(STR("5")), BEFORE_AMOUNT "\0\0\0\x0A\0\x01\0\0\0\0\0\0\0\x05" AFTER_AMOUNT);
    assert_bytes(statement_of(STR("40200000")), BEFORE_AMOUNT "\0\0\0\x0A\0\x01\0\x01\0\0\0\0\x0F\xB4" AFTER_AMOUNT);
    assert_bytes(statement_of(STR("0.5")), BEFORE_AMOUNT "\0\0\0\x0A\0\x01\xFF\xFF\0\0\0\x01\x13\x88" AFTER_AMOUNT);
    assert_bytes(statement_of(STR("0")), BEFORE_AMOUNT "\0\0\0\x08\0\0\0\0\0\0\0\0" AFTER_AMOUNT);
    assert_bytes(statement_of(STR("12345.5")),
                 BEFORE_AMOUNT "\0\0\0\x0E\0\x03\0\x01\0\0\0\x01\0\x01\x09\x29\x13\x88" AFTER_AMOUNT);
}

static void statements_fit_their_rows(void **state)
{
    (void)state;
    static const int32_t path[] = {0};
    struct article article = {.source = STR("a")};
    for (int i = 0; i < ROW_TABLES; i++) {
        struct row row = {.table = (enum row_table)i};
        if (i == ROW_DOCUMENT) row.document.article = &article;
        if (i == ROW_STATEMENT) row.statement.reason = "";
        if (i == ROW_SECTION) row.section = (struct section_row){.path = path, .path_length = 1};
        if (i == ROW_STATEMENT) row.statement.reason = "r";
        struct buf buf = {0};
        struct copy_cells cells = {0};
        if (i == ROW_TABLE_CELL) row.cell.row_no = 1;
        if (i == ROW_TABLE_CELL) copy_cell(&cells, &buf, &row, 1);
        else copy_row(&buf, &row, 1, 1);
        copy_cells_release(&cells);
        const char *statement = copy_statement(row.table);
        int columns = 1;
        for (const char *c = statement; *c != ')'; c++) columns += *c == ',';
        assert_int_equal(buf.p[1], columns);
        char begin[64];
        snprintf(begin, sizeof begin, "COPY %s (document_id, ", copy_table(row.table));
        assert_int_equal(strncmp(statement, begin, strlen(begin)), 0);
        assert_non_null(strstr(statement, ") FROM STDIN (FORMAT binary)"));
        buf_release(&buf);
    }
}

// rows whose texts are long fill a buffer that is as large as they need
static void long_texts(void **state)
{
    (void)state;
    static char text[20000];
    memset(text, 'x', sizeof text);
    struct str s = {text, sizeof text};
    const struct metadata metadata = {.author = s, .site = s, .url = s, .language = s, .language_guess = s, .other = s};
    struct article article = {.source = s, .metadata = metadata};
    const struct row rows[] = {
        {.table = ROW_DOCUMENT, .document = {&article, DIALECT_EXTRACTED, s, 1}},
        {.table = ROW_SECTION, .section = {.heading = s}},
        {.table = ROW_PARAGRAPH, .paragraph = {.text = s, .label = s}},
        {.table = ROW_BULLET, .bullet = {.label = s, .text = s}},
        {.table = ROW_TABLE, .of_table.shape = s},
        {.table = ROW_TABLE_COLUMN, .column.header = s},
        {.table = ROW_LINK, .link = {1, s, s}},
        {.table = ROW_MENTION, .mention = {.entity_id = s, .text = s}},
        {.table = ROW_FACT,
         .fact = {.item = s,
                  .item_key = s,
                  .entity_id = s,
                  .attribute = s,
                  .attribute_key = s,
                  .value = s,
                  .value_key = s,
                  .value_entity_id = s,
                  .typed.unit = s}},
        {.table = ROW_STATEMENT,
         .statement = {.giver = s, .giver_id = s, .support = s, .support_type = s, .sentence = s, .reason = ""}},
    };
    static const size_t texts[] = {8, 1, 2, 2, 1, 1, 2, 2, 9, 5};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buf buf = {0};
        copy_row(&buf, &rows[i], 1, 1);
        assert_true(buf.n > texts[i] * sizeof text && buf.n < texts[i] * sizeof text + 256);
        assert_true(buf.n <= buf.capacity);
        size_t x = 0;
        for (size_t j = 0; j < buf.n; j++) x += buf.p[j] == 'x';
        assert_in_range(x, texts[i] * sizeof text, texts[i] * sizeof text + 2);
        buf_release(&buf);
    }
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(frame),
    cmocka_unit_test(document),
    cmocka_unit_test(document_without_metadata),
    cmocka_unit_test(sections),
    cmocka_unit_test(paragraph),
    cmocka_unit_test(bullets),
    cmocka_unit_test(table),
    cmocka_unit_test(columns_links),
    cmocka_unit_test(mentions),
    cmocka_unit_test(facts),
    cmocka_unit_test(statements),
    cmocka_unit_test(numerics),
    cmocka_unit_test(statements_fit_their_rows),
    cmocka_unit_test(long_texts),
};

UNIT_MAIN("copy_format")
