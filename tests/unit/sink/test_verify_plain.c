// What verify sees of text in every layout: the rows that the parser makes pass, and no row or word may be missing or
// be there twice.
#include "base/arena.h"
#include "parse/parser.h"
#include "rows/row_builder.h"
#include "sink/verify_sink.h"
#include "unit.h"

enum { MOST = 200 };

static const char LINES[] =
    "What the ferry costs\n"
    "The ferry to the islands has been dearer since the spring, and the council wants to know why so few people "
    "complain of it in the letters that it gets each week.\n"
    "- a day ticket\n"
    "- a ticket for ten days\n"
    "1. buy it at the pier\n"
    "2. show it to the captain\n"
    "What both piers ask for it can be seen in the table that the council has printed, year for year and pier for "
    "pier:\n"
    "Pier | Price |\n"
    "---|---|\n"
    "North | 12 |\n"
    "South | 14 |\n"
    "In the autumn all of this will be looked at again, as the council has said more than once in the last two years "
    "when somebody asked it in public.\n";

static const char BLOCKS[] =
    "What the ferry costs\n"
    "====================\n"
    "\n"
    "The ferry to the islands has been dearer since the spring, and the council wants to know why so few complain.\n"
    "\n"
    "\xE2\x80\xA2 a day ticket\n"
    "\xE2\x80\xA2 a ticket for ten days\n"
    "    \xE2\x97\xA6 with a discount for children\n"
    "\n"
    "(a) buy it at the pier\n"
    "(b) show it to the captain\n"
    "\n"
    "+-------+-------+\n"
    "| Pier  | Price |\n"
    "+=======+=======+\n"
    "| North | 12    |\n"
    "| quay  | euros |\n"
    "+-------+-------+\n"
    "| South | 14    |\n"
    "+-------+-------+\n"
    "\n"
    "Pier      Seats   Remarks\n"
    "North     120     none of them\n"
    "                  under a roof\n"
    "South     80      all are\n"
    "\n"
    "## What is next\n"
    "\n"
    "In the autumn all of this will be looked at again, as the council has said more than once in the last two "
    "years.\n";

static const char WRAPPED[] =
    "What the ferry costs\n"
    "\n"
    "The [1]ferry to the islands has been dearer since the spring,\n"
    "and the council wants to know why so few people complain of\n"
    "it in the letters that it gets from them each week, or from\n"
    "those who don't live there. The well-\n"
    "known reasons were told by [2]the paper.\n"
    "\n"
    "   * a day ticket, which is what most of the visitors buy when\n"
    "     they come to the pier for the first time\n"
    "   * a ticket for ten days\n"
    "   3. buy it at the pier or in one of the shops that have the\n"
    "      blue sign on their doors\n"
    "   4. show it to the captain\n"
    "\n"
    "> We have waited for this ferry longer than for any guest, so\n"
    "> we will wait for another year if they ask us to do so again.\n"
    ">\n"
    "> It isn't as if we had anything else to do here, for the paper\n"
    "> [2]\n"
    ">\n"
    "\n"
    "In the autumn all of this will be looked at again, as the\n"
    "council has said more than once in the last two years when\n"
    "somebody asked it in public about the prices of the ferry.\n"
    "\n"
    "References\n"
    "\n"
    "   1. https://ferry.example/\n"
    "   2. https://paper.example/2\n";

static const char COLUMNS[] =
    "The council of the islands has decided     that nobody owns more than one of them.\n"
    "that the ferry will run in winter, too,    The landlady of the inn has no doubt\n"
    "if the weather allows it, and that the     about it, as she has seen it in the\n"
    "fare for those who live there stays as     books that her mother kept, in which\n"
    "it has been for ten years.                 nothing was ever crossed out, not even\n"
    "Others are asked to pay what the trip      a debt.\n"
    "costs, which the clerk will work out as    Two members of the council had left\n"
    "soon as the price of oil is known, and     before it came to the vote, since they\n"
    "not before the end of the month, when      wanted to catch the last ferry, and one\n"
    "the books are closed and the old rules     of them has asked for the minutes to be\n"
    "no longer hold.                            changed. The chair will not hear of it:\n"
    "Whether that is wise is what people        whoever wants to vote has to stay until\n"
    "talk about in the harbour these days,      the meeting is closed, and the last\n"
    "where the boats lie that could do the      ferry has always been late enough for\n"
    "same for less.                             that.\n";

struct gathered {
    struct row rows[MOST];
    size_t count;
    struct article article;
    struct arena arena;
};

static bool gather(void *context, const struct row *row, struct error *error)
{
    (void)error;
    struct gathered *g = context;
    assert_true(g->count < MOST);
    g->rows[g->count++] = *row;
    return true;
}

static void parse(struct gathered *g, const char *text, enum layout layout)
{
    struct error error = {0};
    *g = (struct gathered){
        .article = {.source = STR("a.txt"), .text = str_from(text), .first_line = 1, .layout = layout}};
    arena_init(&g->arena, 0);
    struct row_builder *builder = row_builder_new(&g->article, &g->arena, gather, g, &error);
    assert_true(parse_article(&g->article, DIALECT_EXTRACTED, &g->arena, row_builder_block, builder, &error));
    assert_true(row_builder_finish(builder, DIALECT_EXTRACTED, &error));
}

static bool verify(const struct gathered *g, const struct row *rows, size_t count, struct error *error)
{
    struct sink *sink = verify_sink_open(NULL, error);
    assert_non_null(sink);
    struct sink_article article = {.article = g->article, .dialect = DIALECT_EXTRACTED};
    bool ok = sink_begin(sink, &article, error);
    for (size_t i = 0; ok && i < count; i++) ok = sink->ops->row(sink, &rows[i], error);
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

static void refused(const struct gathered *g, const struct row *rows, size_t count, size_t changed, const char *how)
{
    struct error error = {0};
    struct row row = g->rows[changed];
    if (verify(g, rows, count, &error)) fail_msg("\"%.*s\" is %s", STR_ARG(*text_of(&row)), how);
    assert_int_equal(error.code, ERROR_ARTICLE);
    assert_in_range(error.line, 1, 40);
}

static void damage_row(const struct gathered *g, size_t i)
{
    static struct row rows[MOST + 1];
    memcpy(rows, g->rows, i * sizeof *rows);
    memcpy(rows + i, g->rows + i + 1, (g->count - i - 1) * sizeof *rows);
    refused(g, rows, g->count - 1, i, "missing");
    memcpy(rows + 1, g->rows, g->count * sizeof *rows);
    memcpy(rows, g->rows, (i + 1) * sizeof *rows);
    refused(g, rows, g->count + 1, i, "there twice");
}

// one word less, and one twice
static void damage_words(const struct gathered *g, size_t i)
{
    static struct row rows[MOST];
    static char out[2048];
    memcpy(rows, g->rows, g->count * sizeof *rows);
    struct str *text = text_of(&rows[i]), all = *text;
    for (size_t from = 0, to; from < all.n; from = to + 1) {
        const char *space = memchr(all.p + from, ' ', all.n - from);
        to = space ? (size_t)(space - all.p) : all.n;
        size_t next = to < all.n ? to + 1 : to;
        memcpy(out, all.p, from);
        memcpy(out + from, all.p + next, all.n - next);
        *text = (struct str){out, all.n - (next - from)};
        refused(g, rows, g->count, i, "there but for a word");
        memcpy(out, all.p, to);
        memcpy(out + to, all.p + from, all.n - from);
        *text = (struct str){out, all.n + to - from};
        refused(g, rows, g->count, i, "there with a word twice");
    }
}

// the text's rows pass, and none can be damaged without being seen
static void holds(const char *text, enum layout layout, size_t bullets, size_t cells)
{
    static struct gathered g;
    struct error error = {0};
    size_t found[ROW_TABLES] = {0};
    parse(&g, text, layout);
    if (!verify(&g, g.rows, g.count, &error)) fail_msg("line %u: %s", error.line, error.message);
    for (size_t i = 0; i < g.count; i++) {
        struct row copy = g.rows[i];
        struct str *s = text_of(&copy);
        found[copy.table]++;
        if (!s || !s->n) continue;
        damage_row(&g, i);
        damage_words(&g, i);
    }
    assert_int_equal(found[ROW_BULLET], bullets);
    assert_int_equal(found[ROW_TABLE_CELL], cells);
    arena_release(&g.arena);
}

static void lines(void **state)
{
    (void)state;
    holds(LINES, LAYOUT_LINES, 4, 4);
}

static void blocks(void **state)
{
    (void)state;
    holds(BLOCKS, LAYOUT_BLOCKS, 5, 10);
}

static void wrapped(void **state)
{
    (void)state;
    holds(WRAPPED, LAYOUT_WRAPPED, 4, 0);
}

static void prose_in_columns(void **state)
{
    (void)state;
    holds(COLUMNS, LAYOUT_WRAPPED, 0, 0);
}

static bool passes(const char *text, const struct row *rows, size_t count)
{
    struct gathered g = {.article = {.source = STR("a.txt"), .text = str_from(text), .first_line = 1}};
    struct error error = {0};
    return verify(&g, rows, count, &error);
}

// A reference may only be missing where a link row has its address.
static void references(void **state)
{
    (void)state;
    const char *text = "See [2] and [https://b.example] there [x]\n\n1. https://a.example\n2. https://c.example\n";
    struct row rows[] = {
        {.table = ROW_PARAGRAPH, .line = 1, .line_end = 1, .paragraph.text = STR("See and there [x]")},
        {.table = ROW_LINK, .line = 1, .link = {1, STR(""), STR("https://c.example")}},
        {.table = ROW_LINK, .line = 1, .link = {2, STR(""), STR("https://b.example")}},
        {.table = ROW_PARAGRAPH, .line = 3, .line_end = 3, .paragraph.text = STR("1. https://a.example")},
        {.table = ROW_PARAGRAPH, .line = 4, .line_end = 4, .paragraph.text = STR("2. https://c.example")},
        {.table = ROW_DOCUMENT},
    };
    assert_true(passes(text, rows, 6));
    rows[1].link.url = STR("https://a.example");
    assert_false(passes(text, rows, 6));
    rows[1].link.url = STR("https://c.example");
    rows[1].line = 2;
    assert_false(passes(text, rows, 6));
    rows[1].line = 1;
    rows[2].link.url = STR("https://c.example");
    assert_false(passes(text, rows, 6));
    rows[2].link.url = STR("https://b.example");
    rows[0].paragraph.text = STR("See [2] and [https://b.example] there [x]");
    assert_true(passes(text, rows, 6));
    rows[0].paragraph.text = STR("See and there");
    assert_false(passes(text, rows, 6));
}

// What a label says may be a reference alone.
static void label_of_a_reference(void **state)
{
    (void)state;
    const char *text = "* Courses\n  [1]\n\n1. https://a.example\n";
    struct row rows[] = {
        {.table = ROW_BULLET, .line = 1, .line_end = 2, .bullet = {1, 1, -1, STR("Courses"), STR("[1]")}},
        {.table = ROW_LINK, .line = 1, .link = {1, STR(""), STR("https://a.example")}},
        {.table = ROW_PARAGRAPH, .line = 4, .line_end = 4, .paragraph.text = STR("1. https://a.example")},
        {.table = ROW_DOCUMENT},
    };
    assert_true(passes(text, rows, 4));
    rows[0].bullet.text = STR("");
    assert_true(passes(text, rows, 4));
    rows[0].bullet.text = STR("[2]");
    assert_false(passes(text, rows, 4));
}

// Cells of several lines stand side by side: they are counted, borders aside, but not their own dashes and bars.
static void cells_side_by_side(void **state)
{
    (void)state;
    const char *text = "+----+----+\n| a  | -  |\n| b  | +--|\n| :  | d  |\n+:---+---:+\n";
    struct row rows[] = {
        {.table = ROW_TABLE_CELL, .cell = {1, 1, 1, STR("a b :"), 2, 4}},
        {.table = ROW_TABLE_CELL, .cell = {1, 1, 2, STR("- d"), 2, 4}},
        {.table = ROW_DOCUMENT},
    };
    assert_true(passes(text, rows, 3));
    rows[1].cell.text = STR("d");
    assert_false(passes(text, rows, 3));
    rows[1].cell.text = STR("- - d");
    assert_false(passes(text, rows, 3));
    rows[1].cell.text = STR("- d");
    rows[0].cell.text = STR("a b");
    assert_false(passes(text, rows, 3));
    // in one line they are in order
    rows[0] = (struct row){.table = ROW_TABLE_CELL, .cell = {1, 1, 1, STR("b"), 1, 1}};
    rows[1] = (struct row){.table = ROW_TABLE_CELL, .cell = {1, 1, 2, STR("a"), 1, 1}};
    assert_false(passes("| a | b |\n", rows, 3));
    assert_true(passes("| b | a |\n", rows, 3));
}

// A border belongs to a table, an underline to a heading.
static void rules(void **state)
{
    (void)state;
    struct row rows[] = {
        {.table = ROW_SECTION, .line = 1, .line_end = 2, .section.heading = STR("A")},
        {.table = ROW_DOCUMENT},
    };
    assert_true(passes("A\n===\n", rows, 2));
    assert_true(passes("## A ##\n", rows, 2));
    assert_false(passes("A\n=-=\n", rows, 2));
    assert_false(passes("A\n\n===\n", rows, 2));
    rows[0] = (struct row){.table = ROW_PARAGRAPH, .line = 1, .line_end = 2, .paragraph.text = STR("A")};
    assert_false(passes("A\n===\n", rows, 2));
    assert_false(passes("# A\n", rows, 2));
    assert_false(passes("A\n\n+---+\n", rows, 2));
}

// A label's colon may be missing in the source, and the text may begin with one.
static void colons(void **state)
{
    (void)state;
    struct row rows[] = {
        {.table = ROW_BULLET, .line = 1, .line_end = 2, .bullet = {.ordinal = -1, .label = STR("a"), .text = STR("b")}},
        {.table = ROW_DOCUMENT},
    };
    assert_true(passes("- a: b\n", rows, 2));
    assert_true(passes("- a：b\n", rows, 2));
    assert_true(passes("a\n  b\n", rows, 2));
    assert_false(passes("- a: : b\n", rows, 2));
    rows[0].bullet.text = STR(": b");
    assert_true(passes("- a: : b\n", rows, 2));
    assert_true(passes("- a:: b\n", rows, 2));
    assert_true(passes("a\n : b\n", rows, 2));
    assert_false(passes("- a b\n", rows, 2));
}

// Rows come in the order of their lines.
static void order(void **state)
{
    (void)state;
    const struct row rows[] = {
        {.table = ROW_PARAGRAPH, .line = 2, .line_end = 2, .paragraph.text = STR("b")},
        {.table = ROW_PARAGRAPH, .line = 1, .line_end = 1, .paragraph.text = STR("a")},
        {.table = ROW_DOCUMENT},
    };
    assert_false(passes("a\nb\n", rows, 3));
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(lines),
    cmocka_unit_test(blocks),
    cmocka_unit_test(wrapped),
    cmocka_unit_test(prose_in_columns),
    cmocka_unit_test(references),
    cmocka_unit_test(label_of_a_reference),
    cmocka_unit_test(cells_side_by_side),
    cmocka_unit_test(rules),
    cmocka_unit_test(colons),
    cmocka_unit_test(order),
};

UNIT_MAIN("verify_plain")
