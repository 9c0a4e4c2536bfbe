// Pages come back in their rows; a row that lacks something, or has something twice, is told.
#include "unit.h"

#include "parse/parser.h"
#include "rows/row_builder.h"
#include "sink/verify_sink.h"

#include <stdio.h>

struct relay {
    struct sink *sink;
    int table, drop, twice;  // of rows of this table, the one that is dropped, comes twice; from 1
    int count;
    row_fn *change;  // on the rows' way to the sink; NULL: relay_row
};

static bool relay_row(void *context, const struct row *row, struct error *error)
{
    struct relay *r = context;
    int number = (int)row->table == r->table ? ++r->count : 0;
    if (number && number == r->drop) return true;
    if (number && number == r->twice && !r->sink->ops->row(r->sink, row, error)) return false;
    return r->sink->ops->row(r->sink, row, error);
}

static char why[1024];
static size_t left_out;

// "" when the rows hold the page.
static const char *verify(const char *page, struct relay relay)
{
    struct arena arena;
    struct error error = {0};
    struct str sample;
    struct sink_article a = {
        .article = {.source = STR("a"), .text = str_from(page), .bytes = str_from(page), .first_line = 1},
        .dialect = DIALECT_HTML};
    arena_init(&arena, 0);
    relay.sink = verify_sink_open(&left_out, &error);
    assert_non_null(relay.sink);
    assert_true(html_open(&a.article, &arena, &sample, &error));
    assert_true(sink_begin(relay.sink, &a, &error));
    struct row_builder *builder =
        row_builder_new(&a.article, &arena, relay.change ? relay.change : relay_row, &relay, &error);
    bool ok = builder && html_parse(&a.article, &arena, row_builder_block, builder, &error) &&
              row_builder_finish(builder, DIALECT_HTML, &error);
    why[0] = '\0';
    if (!ok) snprintf(why, sizeof why, "%u: %s", (unsigned)error.line, error.message);
    sink_close(relay.sink, &error);
    arena_release(&arena);
    return why;
}

static const char PAGE[] =
    "<h1>Wheels</h1>\n<p>The mill, the mill.</p>\n<p><img alt=Sea> <a href=b>b</a></p><ul><li><b>Cost:</b> 5</ul>\n"
    "<dl><dt>Weir:<dd>holds<dt>Race:</dl><table><caption>All</caption><thead><tr><th rowspan=2>Year<th colspan=2>Mills "
    "of"
    "<tr><th>may<th>old</thead><tr><td rowspan=2>1900<td>3<td>4<tr><td "
    "colspan=2>a<table><tr><td>3<td>4<tr><td>5<td>6</table>"
    "</table><nav>Home</nav><pre>x\n y</pre>";

static void pages_come_back(void **state)
{
    (void)state;
    assert_string_equal(verify(PAGE, (struct relay){.table = -1}), "");
    assert_int_equal(left_out, 4);
}

// The header's cells are `ys /d t` and `S`, and `ys/d` stands before, too.
static void a_header_whose_words_stand_elsewhere(void **state)
{
    (void)state;
    const char *page = "<p>eeys/dl.</p><table><tr><th>ys<th rowspan=2>S<tr><th>/d t</table>";
    assert_string_equal(verify(page, (struct relay){.table = -1}), "");
    assert_string_not_equal(verify(page, (struct relay){.table = ROW_TABLE_COLUMN, .drop = 2}), "");
}

static void what_is_lost_is_told(void **state)
{
    (void)state;
    assert_string_equal(
        verify(PAGE, (struct relay){.table = ROW_PARAGRAPH, .drop = 1}),
        "2: the text goes on with \"Themill,themill.SeabCost\" where its rows have \"\": please report this "
        "article");
    for (int cell = 1; cell < 10; cell++) {
        const char *said = verify(PAGE, (struct relay){.table = ROW_TABLE_CELL, .drop = cell});
        assert_int_equal(said[0] != '\0', cell != 4 && cell != 6);  // these repeat others
    }
}

static void what_is_doubled_is_told(void **state)
{
    (void)state;
    assert_string_not_equal(verify(PAGE, (struct relay){.table = ROW_PARAGRAPH, .twice = 1}), "");
    assert_string_not_equal(verify(PAGE, (struct relay){.table = ROW_BULLET, .twice = 2}), "");
    assert_string_not_equal(verify(PAGE, (struct relay){.table = ROW_SECTION, .twice = 2}), "");
}

// What another table has said before is no header of this one.
static void headers_that_repeat_what_stands_before_come_back(void **state)
{
    (void)state;
    static const char page[] = "<table><tr><th>a<td>x<table><tr><th>x x<th>17</table>x For</table>";
    assert_string_equal(verify(page, (struct relay){.table = -1}), "");
    static const char below[] =
        "<table><thead><tr><th colspan=2>Mills<tr><th>Mills<th>old</thead><tr><td>Mills<td>3</table>"
        "<table><tr><th>all<th>all<tr><td>all<td>4</table>";
    assert_string_equal(verify(below, (struct relay){.table = -1}), "");
    for (int cell = 1; cell < 5; cell++)
        assert_string_not_equal(verify(below, (struct relay){.table = ROW_TABLE_CELL, .drop = cell}), "");
    static const char alone[] = "<table><tr><th>a<th><table><tr><th>a<th>b</table></table>";
    assert_string_equal(verify(alone, (struct relay){.table = -1}), "");
    static const char twins[] = "<table><thead><tr><th><th>a b<tr><th>a b</thead><tr><td>3<td>4</table>";
    assert_string_equal(verify(twins, (struct relay){.table = -1}), "");
    static const char two[] = "<p>17 mills</p><table><tr><th>mills<th>17<tr><td>3<td>4</table>";
    assert_string_equal(verify(two, (struct relay){.table = -1}), "");
    assert_string_not_equal(verify(two, (struct relay){.table = ROW_TABLE_COLUMN, .drop = 2}), "");
}

// What is above several columns may be part of another header's text.
static void headers_over_several_columns_come_back(void **state)
{
    (void)state;
    static const char page[] =
        "<table><thead><tr><th colspan=2>Mobile<th>All<tr><th>Chrome<th>Edge Mobile<th>Chrome for all</thead>"
        "<tr><td>3<td>4<td>5</table>";
    assert_string_equal(verify(page, (struct relay){.table = -1}), "");
    assert_string_not_equal(verify(page, (struct relay){.table = ROW_TABLE_COLUMN, .drop = 1}), "");
    assert_string_not_equal(verify(page, (struct relay){.table = ROW_TABLE_COLUMN, .drop = 2}), "");
}

// What a header says that is neither its own nor above the column to its left, too.
static bool foreign_header(void *context, const struct row *row, struct error *error)
{
    struct row other = *row;
    if (row->table == ROW_TABLE_COLUMN && row->column.column_no == 2) other.column.header = STR("Mills new");
    return relay_row(context, &other, error);
}

static void headers_that_say_what_stands_elsewhere_are_told(void **state)
{
    (void)state;
    static const char page[] =
        "<table><thead><tr><th colspan=2>Mills<th>All<tr><th>Year<th>old<th>new</thead><tr><td>1<td>2<td>3</table>";
    assert_string_equal(verify(page, (struct relay){.table = -1}), "");
    assert_string_not_equal(verify(page, (struct relay){.table = -1, .change = foreign_header}), "");
}

// A row is looked for from its line on: what another repeats further up is the other's.
static void rows_out_of_order_come_back(void **state)
{
    (void)state;
    static const char page[] =
        "<table><tr><th>a<td>b c <table>\n<tr><th>d<td>e f\n<tr><th>h<td>e</table>\n</table>\n"
        "<table><tr><th>d<td>e</table>";
    assert_string_equal(verify(page, (struct relay){.table = -1}), "");
}

// The words of a long header with a table in it are looked for one by one.
static void long_headers_come_back(void **state)
{
    (void)state;
    char page[8192] = "<table><thead><tr>";
    for (int i = 0; i < 400; i++)
        snprintf(page + strlen(page), 48, "%swheel%d ",
                 i % 50 == 0    ? "<th>"
                 : i % 50 == 25 ? "<table><td>z</table>"
                                : "",
                 i);
    strcat(page,
           "<tr><th>all</thead><tr><td>3</table><table><tr><th>a<td>x<table><tr><th>x x<th>17</table>x For</table>");
    assert_string_equal(verify(page, (struct relay){.table = -1}), "");
}

// A header is told from a longer one that begins as it does, however long that is.
static void headers_that_begin_alike_come_back(void **state)
{
    (void)state;
    char page[2048] = "<table><thead><tr><th>five of";
    for (int i = 0; i < 100; i++) snprintf(page + strlen(page), 16, " wheel%d", i);
    strcat(page, "<th>five of<th>five</thead><tr><td>3<td>4<td>5</table>");
    assert_string_equal(verify(page, (struct relay){.table = -1}), "");
    for (int column = 1; column < 4; column++)
        assert_string_not_equal(verify(page, (struct relay){.table = ROW_TABLE_COLUMN, .drop = column}), "");
}

// Tables in tables: so much stands in another order that it is counted rather than looked for.
static void what_is_wholly_out_of_order_comes_back(void **state)
{
    (void)state;
    static char page[65536];
    unsigned random = 1;
    for (int i = 0; i < 400; i++) {
        int of[5];
        for (int k = 0; k < 5; k++) of[k] = (int)((random = random * 1103515245U + 12345U) >> 16) % 12;
        static const char *const letters[] = {"a", "b", "c", "d", "aa", "bb", "cc", "dd", "aaa", "bbb", "ccc", "ddd"};
        snprintf(page + strlen(page), 96, "<table><tr><th>%s<td>%s<table><tr><th>%s<td>%s</table>%s</table>",
                 letters[of[0]], letters[of[1]], letters[of[2]], letters[of[3]], letters[of[4]]);
    }
    assert_string_equal(verify(page, (struct relay){.table = -1}), "");
    assert_string_not_equal(verify(page, (struct relay){.table = ROW_TABLE_CELL, .drop = 700}), "");
    assert_string_not_equal(verify(page, (struct relay){.table = ROW_TABLE_CELL, .twice = 700}), "");
}

// A colon behind a label is the label's, or the text's.
static void colons_come_back(void **state)
{
    (void)state;
    static const char page[] = "<dl><dt>Weir<dd>::<dt>a:<dd>b<dt>c<dd>:<dt>d\xEF\xBC\x9A<dd>e</dl>";
    assert_string_equal(verify(page, (struct relay){.table = -1}), "");
    for (int item = 1; item < 5; item++) {
        assert_string_not_equal(verify(page, (struct relay){.table = ROW_BULLET, .drop = item}), "");
        assert_string_not_equal(verify(page, (struct relay){.table = ROW_BULLET, .twice = item}), "");
    }
    static const char nested[] = "<table><th><table><th>:</table>e<td>l</table><ul><li>:d: d</ul>";
    assert_string_equal(verify(nested, (struct relay){.table = -1}), "");
    assert_string_not_equal(verify(nested, (struct relay){.table = ROW_BULLET, .drop = 1}), "");
    assert_string_not_equal(verify(nested, (struct relay){.table = ROW_PARAGRAPH, .drop = 1}), "");
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_come_back),
        cmocka_unit_test(a_header_whose_words_stand_elsewhere),
        cmocka_unit_test(what_is_lost_is_told),
        cmocka_unit_test(what_is_doubled_is_told),
        cmocka_unit_test(headers_over_several_columns_come_back),
        cmocka_unit_test(long_headers_come_back),
        cmocka_unit_test(headers_that_begin_alike_come_back),
        cmocka_unit_test(headers_that_say_what_stands_elsewhere_are_told),
        cmocka_unit_test(colons_come_back),
        cmocka_unit_test(rows_out_of_order_come_back),
        cmocka_unit_test(what_is_wholly_out_of_order_comes_back),
        cmocka_unit_test(headers_that_repeat_what_stands_before_come_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
