// corrected_block and corrected_finish of parse/corrected.h
#include "parse/corrected.h"

#include "base/buf.h"
#include "unit.h"

static bool write_block(void *context, const struct block *b, struct error *error)
{
    static const char *const kinds[] = {"heading", "paragraph", "quote", "code",   "leftover",
                                        "list",    "item",      "table", "header", "row"};
    struct buf *out = context;
    if (str_equal(b->text, STR("stop"))) return error_set(error, ERROR_INPUT, "stopped");
    buf_printf(out, "%s%u ", kinds[b->kind], b->line);
    if (b->origin == ORIGIN_CORRECTED) buf_printf(out, "corrected%d ", b->level);
    if (b->label.n) buf_printf(out, "[%.*s] ", STR_ARG(b->label));
    buf_str_add(out, b->text);
    for (size_t i = 0; i < b->cell_count; i++) buf_printf(out, "|%.*s", STR_ARG(b->cells[i].text));
    buf_byte(out, '\n');
    return true;
}

static struct correction list[8];
static size_t list_count;

static void correct(uint32_t line, const char *text, enum correct_as as, int value)
{
    list[list_count++] = (struct correction){.line = line, .text = str_from(text), .as = as, .value = value};
}

static bool met[8];

// What the blocks become by the corrections said, which are forgotten then.
static bool become(const struct block *blocks, size_t count, size_t memory, const char *wanted)
{
    const struct correction *all[8];
    struct buf out = {0};
    struct error error = {0};
    struct arena arena;
    arena_init(&arena, memory);
    memset(met, 0, sizeof met);
    for (size_t i = 0; i < list_count; i++) all[i] = &list[i];
    struct article_corrections corrections = {all, list_count, met};
    struct corrected corrected = {.corrections = &corrections, .arena = &arena, .emit = write_block, .context = &out};
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++) ok = corrected_block(&corrected, &blocks[i], &error);
    ok = ok && corrected_finish(&corrected, &error);
    assert_true(ok == (error.code == ERROR_NONE));
    buf_byte(&out, '\0');
    assert_string_equal(out.p, wanted);
    buf_release(&out);
    arena_release(&arena);
    list_count = 0;
    return ok;
}
#define BLOCKS(...)                                                                                                    \
    (const struct block[]){__VA_ARGS__}, sizeof((const struct block[]){__VA_ARGS__}) / sizeof(struct block)
#define assert_become(wanted, ...) assert_true(become(BLOCKS(__VA_ARGS__), 0, wanted))

static struct block block(enum block_kind kind, uint32_t line, const char *text)
{
    return (struct block){.kind = kind, .line = line, .line_end = line, .text = str_from(text)};
}
#define P(line, text) block(BLOCK_PARAGRAPH, line, text)
#define LIST(line)    block(BLOCK_LIST, line, NULL)
#define ITEM(line, t) block(BLOCK_ITEM, line, t)
#define TABLE(line)   block(BLOCK_TABLE, line, NULL)
static const struct block_cell cells[] = {{.text = STR("a")}, {.text = STR("")}, {.text = STR("b")}};
static struct block of_cells(enum block_kind kind, uint32_t line)
{
    struct block row = block(kind, line, NULL);
    row.cells = cells;
    row.cell_count = 3;
    return row;
}
#define HEADER(line) of_cells(BLOCK_TABLE_HEADER, line)
#define ROW(line)    of_cells(BLOCK_TABLE_ROW, line)

static void by_line_by_text_or_both(void **state)
{
    (void)state;
    correct(2, NULL, CORRECT_HEADING, 3);
    correct(0, "two words", CORRECT_QUOTE, 0);
    correct(9, "one", CORRECT_CODE, 0);
    correct(4, "“…”", CORRECT_LEFTOVER, 0);
    assert_become("paragraph1 one\nheading2 corrected3 one\nquote3 Two\nleftover4 “…”\nquote5 two: words.\n",
                  P(1, "one"), P(2, "one"), block(BLOCK_QUOTE, 3, "Two"), P(4, "“…”"), P(5, "two: words."));
    assert_true(met[0] && met[1] && !met[2] && met[3]);
    struct block said = P(1, "Why?");
    said.label = STR("Ash");
    correct(0, "Ash: Why?", CORRECT_HEADING, 1);
    assert_become("heading1 corrected1 Ash: Why?\n", said);
    correct(1, NULL, CORRECT_CODE, 0);
    correct(1, NULL, CORRECT_QUOTE, 0);  // the later one holds
    assert_become("quote1 x\n", P(1, "x"));
    correct(1, NULL, CORRECT_PARAGRAPH, 0);  // as it was
    assert_become("paragraph1 [Ash] Why?\n", said);
    correct(1, NULL, CORRECT_HEADER, 0);  // no row
    assert_become("paragraph1 x\n", P(1, "x"));
    assert_false(met[0]);
}

static void lists_begin_where_their_items_do(void **state)
{
    (void)state;
    correct(2, NULL, CORRECT_PARAGRAPH, 0);
    assert_become("paragraph2 a\nlist2 \nitem3 b\n", LIST(2), ITEM(2, "a"), ITEM(3, "b"));
    correct(2, NULL, CORRECT_PARAGRAPH, 0);
    assert_become("paragraph2 a\nparagraph3 b\n", LIST(2), ITEM(2, "a"), P(3, "b"));
    correct(2, NULL, CORRECT_HEADING, 2);
    assert_become("list1 \nitem1 a\nheading2 corrected2 b\nlist3 \nitem3 c\n", LIST(1), ITEM(1, "a"), ITEM(2, "b"),
                  ITEM(3, "c"));
    // made ones join those around them
    correct(1, NULL, CORRECT_ITEM, 0);
    correct(3, NULL, CORRECT_ITEM, 0);
    assert_become("list1 \nitem1 a\nitem2 b\nitem3 c\n", P(1, "a"), LIST(2), ITEM(2, "b"), P(3, "c"));
    // as they came
    correct(9, NULL, CORRECT_ITEM, 0);
    assert_become("list1 \nitem1 a\nlist2 \nitem2 b\nlist3 \nparagraph3 c\nitem4 d\ntable5 \n", LIST(1), ITEM(1, "a"),
                  LIST(2), ITEM(2, "b"), LIST(3), P(3, "c"), ITEM(4, "d"), TABLE(5));
}

// Its items go on behind a heading or a table within one of them, as they would without any correction.
static void a_list_goes_on_as_it_came(void **state)
{
    (void)state;
    correct(9, NULL, CORRECT_LEFTOVER, 0);
    assert_become("list1 \nitem1 a\nheading2 b\nitem3 c\ntable4 \nitem5 d\n", LIST(1), ITEM(1, "a"),
                  block(BLOCK_HEADING, 2, "b"), ITEM(3, "c"), TABLE(4), ITEM(5, "d"));
    correct(2, NULL, CORRECT_HEADING, 3);
    assert_become("list1 \nitem1 a\nheading2 corrected3 b\nitem3 c\n", LIST(1), ITEM(1, "a"),
                  block(BLOCK_HEADING, 2, "b"), ITEM(3, "c"));
    correct(4, NULL, CORRECT_QUOTE, 0);
    assert_become("list1 \nitem1 a\nquote4 a | b\nitem5 d\n", LIST(1), ITEM(1, "a"), TABLE(4), ROW(4), ITEM(5, "d"));
}

static void tables_keep_their_header(void **state)
{
    (void)state;
    correct(3, NULL, CORRECT_LEFTOVER, 0);
    assert_become("table1 \nheader1 |a||b\nrow2 |a||b\nleftover3 a | b\ntable4 \nheader1 |a||b\nrow4 |a||b\n", TABLE(1),
                  HEADER(1), ROW(2), ROW(3), ROW(4));
    correct(1, NULL, CORRECT_ROW, 0);
    correct(2, NULL, CORRECT_HEADER, 0);
    assert_become("table1 \nrow1 |a||b\ntable2 \nheader2 corrected0 |a||b\nrow3 |a||b\n", TABLE(1), HEADER(1), ROW(2),
                  ROW(3));
    correct(1, NULL, CORRECT_HEADER, 0);
    assert_become("table1 \nheader1 corrected0 |a||b\nrow2 |a||b\n", TABLE(1), ROW(1), ROW(2));
    correct(1, NULL, CORRECT_HEADING, 1);
    assert_become("heading1 corrected1 a | b\ntable1 \nrow2 |a||b\n", TABLE(1), ROW(1), ROW(2));
    correct(1, NULL, CORRECT_ITEM, 0);
    assert_become("list1 \nitem1 a | b\ntable1 \nrow2 |a||b\n", TABLE(1), ROW(1), ROW(2));
    correct(0, "a b", CORRECT_LEFTOVER, 0);
    assert_become("leftover1 a | b\nleftover2 a | b\n", TABLE(1), ROW(1), ROW(2));
}

static void failures(void **state)
{
    (void)state;
    correct(1, NULL, CORRECT_QUOTE, 0);
    assert_false(become(BLOCKS(P(1, "stop")), 0, ""));
    correct(1, NULL, CORRECT_QUOTE, 0);
    assert_false(become(BLOCKS(P(1, "x")), 1, ""));
    struct block begins = LIST(1);
    begins.text = STR("stop");
    correct(9, NULL, CORRECT_QUOTE, 0);
    assert_false(become(BLOCKS(begins, P(2, "x")), 0, ""));
    correct(9, NULL, CORRECT_QUOTE, 0);
    assert_false(become(BLOCKS(begins, ITEM(2, "x")), 0, ""));
    correct(9, NULL, CORRECT_QUOTE, 0);
    assert_false(become(BLOCKS(begins, LIST(2)), 0, ""));
    correct(9, NULL, CORRECT_QUOTE, 0);
    assert_false(become(BLOCKS(begins), 0, ""));
    begins.kind = BLOCK_TABLE;
    correct(9, NULL, CORRECT_QUOTE, 0);
    assert_false(become(BLOCKS(begins, ROW(2)), 0, ""));
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(by_line_by_text_or_both),
    cmocka_unit_test(lists_begin_where_their_items_do),
    cmocka_unit_test(a_list_goes_on_as_it_came),
    cmocka_unit_test(tables_keep_their_header),
    cmocka_unit_test(failures),
};

UNIT_MAIN("corrected")
