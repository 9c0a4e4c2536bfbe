#include "rows/row_builder.h"
#include "unit.h"

#include "base/buf.h"

// The rows that came, one a line: table, section, position, lines, what is its own.
struct rows {
    struct buf text;
    int fail_at;  // the row at which the callback fails; -1 for none
};

static void print_path(struct buf *buf, const struct section_row *s)
{
    for (int32_t i = 0; i < s->path_length; i++) buf_printf(buf, i ? ".%d" : " path %d", s->path[i]);
}

static bool collect(void *context, const struct row *r, struct error *error)
{
    struct rows *rows = context;
    struct buf *b = &rows->text;
    if (rows->fail_at >= 0 && rows->fail_at-- == 0) return error_set(error, ERROR_OUTPUT, "no room");
    buf_printf(b, "%s s%d p%d l%u", row_table_name(r->table), r->section_no, r->position, r->line);
    switch (r->table) {
    case ROW_DOCUMENT:
        buf_printf(b, " %s lines %u: %.*s", dialect_name(r->document.dialect), r->document.line_count,
                   STR_ARG(r->document.title));
        break;
    case ROW_SECTION:
        buf_printf(b, " level %d parent %d", r->section.level, r->section.parent_no);
        print_path(b, &r->section);
        buf_printf(b, " %s: %.*s", origin_name(r->section.origin), STR_ARG(r->section.heading));
        break;
    case ROW_PARAGRAPH:
        buf_printf(b, " %s: %.*s", paragraph_kind_name(r->paragraph.kind), STR_ARG(r->paragraph.text));
        break;
    case ROW_BULLET:
        buf_printf(b, " list %d depth %d no %d [%.*s] %.*s", r->bullet.list_no, r->bullet.depth, r->bullet.ordinal,
                   STR_ARG(r->bullet.label), STR_ARG(r->bullet.text));
        break;
    case ROW_TABLE:
        buf_printf(b, " table %d %dx%d %s delimiter %u: %.*s", r->of_table.table_no, r->of_table.row_count,
                   r->of_table.column_count, origin_name(r->of_table.header_origin), r->of_table.delimiter_line,
                   STR_ARG(r->of_table.shape));
        break;
    case ROW_TABLE_COLUMN:
        buf_printf(b, " %d,%d: %.*s", r->column.table_no, r->column.column_no, STR_ARG(r->column.header));
        if (!r->column.header.p) buf_str_add(b, STR("NULL"));
        break;
    case ROW_TABLE_CELL:
        buf_printf(b, " %d,%d,%d rows %u-%u: %.*s", r->cell.table_no, r->cell.row_no, r->cell.column_no,
                   r->cell.row_line, r->cell.row_line_end, STR_ARG(r->cell.text));
        break;
    default: buf_printf(b, " %d [%.*s] %.*s", r->link.link_no, STR_ARG(r->link.label), STR_ARG(r->link.url));
    }
    buf_byte(b, '\n');
    return true;
}

static const struct article ARTICLE = {.source = {"a", 1}, .text = {"1\n2\n3\n4", 7}, .first_line = 1};

static bool build(const struct article *article, const struct block *blocks, size_t count, size_t memory,
                  struct rows *rows, struct error *error)
{
    struct arena arena;
    arena_init(&arena, memory);
    struct row_builder *builder = row_builder_new(article, &arena, collect, rows, error);
    bool ok = builder != NULL;
    for (size_t i = 0; ok && i < count; i++) ok = row_builder_block(builder, &blocks[i], error);
    ok = ok && row_builder_finish(builder, DIALECT_EXTRACTED, error);
    arena_release(&arena);
    return ok;
}

static void become(const struct block *blocks, size_t count, const char *wanted)
{
    struct rows rows = {.fail_at = -1};
    struct error error = {0};
    assert_true(build(&ARTICLE, blocks, count, 0, &rows, &error));
    assert_int_equal(error.code, ERROR_NONE);
    assert_str(buf_str(&rows.text), wanted);
    buf_release(&rows.text);
}
#define assert_rows(blocks, wanted) become((blocks), sizeof(blocks) / sizeof *(blocks), (wanted))

#define START "sections s0 p0 l1 level 0 parent -1 path 0 none: \n"

static struct block heading(uint32_t line, int level, const char *text)
{
    return (struct block){.kind = BLOCK_HEADING,
                          .line = line,
                          .line_end = line,
                          .text = str_from(text),
                          .level = level,
                          .origin = ORIGIN_INFERRED};
}

static struct block text(uint32_t line, enum block_kind kind, const char *words)
{
    return (struct block){.kind = kind, .line = line, .line_end = line, .text = str_from(words)};
}

static struct block item(uint32_t line, int depth, int32_t ordinal, const char *words)
{
    return (struct block){.kind = BLOCK_ITEM,
                          .line = line,
                          .line_end = line,
                          .text = str_from(words),
                          .depth = depth,
                          .ordinal = ordinal};
}

static struct block cells(uint32_t line, enum block_kind kind, const struct block_cell *of_row, size_t count)
{
    return (struct block){.kind = kind,
                          .line = line,
                          .line_end = line + 1,
                          .cells = of_row,
                          .cell_count = count,
                          .origin = ORIGIN_MARKED};
}

static void empty_article(void **state)
{
    (void)state;
    struct rows rows = {.fail_at = -1};
    struct error error = {0};
    struct article article = {.text = STR(""), .first_line = 5, .metadata.title = STR("Told")};
    assert_true(build(&article, NULL, 0, 0, &rows, &error));
    assert_str(buf_str(&rows.text),
               "sections s0 p0 l5 level 0 parent -1 path 0 none: \ndocuments s0 p0 l5 extracted lines 0: Told\n");
    buf_release(&rows.text);
}

static void section_tree(void **state)
{
    (void)state;
    const struct block blocks[] = {heading(1, 1, "A"),  heading(2, 2, "AA"), heading(3, 4, "AAA"), heading(4, 3, "AAB"),
                                   heading(5, 2, "AB"), heading(6, 1, "B"),  heading(7, 0, "C"),   heading(8, 9, "CC")};
    assert_rows(blocks, START
                "sections s1 p1 l1 level 1 parent -1 path 1 inferred: A\n"
                "sections s2 p2 l2 level 2 parent 1 path 1.2 inferred: AA\n"
                "sections s3 p3 l3 level 4 parent 2 path 1.2.3 inferred: AAA\n"
                "sections s4 p4 l4 level 3 parent 2 path 1.2.4 inferred: AAB\n"
                "sections s5 p5 l5 level 2 parent 1 path 1.5 inferred: AB\n"
                "sections s6 p6 l6 level 1 parent -1 path 6 inferred: B\n"
                "sections s7 p7 l7 level 1 parent -1 path 7 inferred: C\n"
                "sections s8 p8 l8 level 6 parent 7 path 7.8 inferred: CC\n"
                "documents s0 p8 l1 extracted lines 4: A\n");
}

static void six_levels_deep(void **state)
{
    (void)state;
    const struct block blocks[] = {heading(1, 1, "1"), heading(2, 2, "2"), heading(3, 3, "3"), heading(4, 4, "4"),
                                   heading(5, 5, "5"), heading(6, 6, "6"), heading(7, 6, "7")};
    assert_rows(blocks, START
                "sections s1 p1 l1 level 1 parent -1 path 1 inferred: 1\n"
                "sections s2 p2 l2 level 2 parent 1 path 1.2 inferred: 2\n"
                "sections s3 p3 l3 level 3 parent 2 path 1.2.3 inferred: 3\n"
                "sections s4 p4 l4 level 4 parent 3 path 1.2.3.4 inferred: 4\n"
                "sections s5 p5 l5 level 5 parent 4 path 1.2.3.4.5 inferred: 5\n"
                "sections s6 p6 l6 level 6 parent 5 path 1.2.3.4.5.6 inferred: 6\n"
                "sections s7 p7 l7 level 6 parent 5 path 1.2.3.4.5.7 inferred: 7\n"
                "documents s0 p7 l1 extracted lines 4: 1\n");
}

static void labels_lead_in(void **state)
{
    (void)state;
    const struct block_cell one[] = {{.text = STR("1"), .line = 3}}, none[] = {{.text = STR(""), .line = 2}};
    struct block label = text(1, BLOCK_PARAGRAPH, "Gifts"), empty = cells(2, BLOCK_TABLE_HEADER, none, 1);
    label.labels = true;
    empty.delimiter_line = 3;
    const struct block blocks[] = {
        label, {.kind = BLOCK_TABLE, .line = 2},   empty, cells(3, BLOCK_TABLE_ROW, one, 1),
        label, text(5, BLOCK_PARAGRAPH, "Words."),
    };
    assert_rows(blocks, START
                "paragraphs s0 p1 l1 lead_in: Gifts\n"
                "tables s0 p2 l2 table 1 1x1 none delimiter 3: \n"
                "table_columns s0 p2 l2 1,1: NULL\n"
                "table_cells s0 p2 l3 1,1,1 rows 3-4: 1\n"
                "paragraphs s0 p3 l1 text: Gifts\n"
                "paragraphs s0 p4 l5 text: Words.\n"
                "documents s0 p4 l1 extracted lines 4: \n");
}

static void lead_ins(void **state)
{
    (void)state;
    const struct block_cell one[] = {{.text = STR("1"), .line = 6}};
    const struct block blocks[] = {
        text(1, BLOCK_PARAGRAPH, "Not yet:"),
        text(2, BLOCK_PARAGRAPH, "Factors include:"),
        {.kind = BLOCK_LIST, .line = 3},
        item(3, 1, -1, "Cost: high"),
        text(4, BLOCK_PARAGRAPH, "\xE5\xA6\x82\xE4\xB8\x8B\xEF\xBC\x9A"),
        {.kind = BLOCK_TABLE, .line = 6},
        cells(6, BLOCK_TABLE_ROW, one, 1),
        text(8, BLOCK_PARAGRAPH, "No colon."),
        {.kind = BLOCK_LIST, .line = 9},
        item(9, 1, -1, "last"),
        text(10, BLOCK_QUOTE, "a quote:"),
        {.kind = BLOCK_LIST, .line = 11},
        item(11, 1, -1, "x"),
        text(12, BLOCK_PARAGRAPH, "at the end:"),
    };
    assert_rows(blocks, START
                "paragraphs s0 p1 l1 text: Not yet:\n"
                "paragraphs s0 p2 l2 lead_in: Factors include:\n"
                "bullets s0 p3 l3 list 1 depth 1 no -1 [Cost] high\n"
                "paragraphs s0 p4 l4 lead_in: \xE5\xA6\x82\xE4\xB8\x8B\xEF\xBC\x9A\n"
                "tables s0 p5 l6 table 1 1x1 none delimiter 0: \n"
                "table_columns s0 p5 l6 1,1: NULL\n"
                "table_cells s0 p5 l6 1,1,1 rows 6-7: 1\n"
                "paragraphs s0 p6 l8 text: No colon.\n"
                "bullets s0 p7 l9 list 2 depth 1 no -1 [] last\n"
                "paragraphs s0 p8 l10 quote: a quote:\n"
                "bullets s0 p9 l11 list 3 depth 1 no -1 [] x\n"
                "paragraphs s0 p10 l12 text: at the end:\n"
                "documents s0 p10 l1 extracted lines 4: \n");
}

static void kinds_of_paragraphs_keep_their_order(void **state)
{
    (void)state;
    const struct block blocks[] = {
        text(1, BLOCK_PARAGRAPH, "p"), text(2, BLOCK_CODE, "c"), text(3, BLOCK_QUOTE, "q"),
        text(4, BLOCK_PARAGRAPH, "p"), heading(5, 2, "h"),       text(6, BLOCK_PARAGRAPH, "p"),
        text(7, BLOCK_LEFTOVER, "l")};
    assert_rows(blocks, START
                "paragraphs s0 p1 l1 text: p\n"
                "paragraphs s0 p2 l2 code: c\n"
                "paragraphs s0 p3 l3 quote: q\n"
                "paragraphs s0 p4 l4 text: p\n"
                "sections s1 p5 l5 level 2 parent -1 path 1 inferred: h\n"
                "paragraphs s1 p6 l6 text: p\n"
                "paragraphs s1 p7 l7 leftover: l\n"
                "documents s0 p7 l1 extracted lines 4: \n");
}

static void lists(void **state)
{
    (void)state;
    const struct block blocks[] = {{.kind = BLOCK_LIST, .line = 1},
                                   item(1, 1, 4, "four"),
                                   item(2, 2, -1, "Sub: part"),
                                   text(3, BLOCK_PARAGRAPH, "More of it:"),
                                   item(4, 1, 5, "five"),
                                   {.kind = BLOCK_LIST, .line = 5},
                                   item(5, 1, 0, "zero")};
    assert_rows(blocks, START
                "bullets s0 p1 l1 list 1 depth 1 no 4 [] four\n"
                "bullets s0 p2 l2 list 1 depth 2 no -1 [Sub] part\n"
                "paragraphs s0 p3 l3 text: More of it:\n"
                "bullets s0 p4 l4 list 1 depth 1 no 5 [] five\n"
                "bullets s0 p5 l5 list 2 depth 1 no 0 [] zero\n"
                "documents s0 p5 l1 extracted lines 4: \n");
}

// a table's counts are known before its rows come; rows may be shorter or longer than the header
static void tables(void **state)
{
    (void)state;
    const struct block_cell head[] = {{.text = STR("Item"), .line = 1}, {.text = STR("Cost"), .line = 1}},
                            three[] = {{.text = STR("a"), .line = 4},
                                       {.text = STR(""), .line = 4},
                                       {.text = STR("c"), .line = 5}},
                            one[] = {{.text = STR("d"), .line = 6}};
    struct block header = cells(1, BLOCK_TABLE_HEADER, head, 2);
    header.delimiter_line = 3;
    const struct block blocks[] = {{.kind = BLOCK_TABLE, .line = 1},    header,
                                   cells(4, BLOCK_TABLE_ROW, three, 3), cells(6, BLOCK_TABLE_ROW, one, 1),
                                   {.kind = BLOCK_TABLE, .line = 8},    cells(8, BLOCK_TABLE_ROW, one, 1),
                                   {.kind = BLOCK_TABLE, .line = 9}};
    assert_rows(blocks, START
                "tables s0 p1 l1 table 1 2x3 marked delimiter 3: item | cost\n"
                "table_columns s0 p1 l1 1,1: Item\n"
                "table_columns s0 p1 l1 1,2: Cost\n"
                "table_columns s0 p1 l1 1,3: NULL\n"
                "table_cells s0 p1 l4 1,1,1 rows 4-5: a\n"
                "table_cells s0 p1 l4 1,1,2 rows 4-5: \n"
                "table_cells s0 p1 l5 1,1,3 rows 4-5: c\n"
                "table_cells s0 p1 l6 1,2,1 rows 6-7: d\n"
                "tables s0 p2 l8 table 2 1x1 none delimiter 0: \n"
                "table_columns s0 p2 l8 2,1: NULL\n"
                "table_cells s0 p2 l6 2,1,1 rows 8-9: d\n"
                "tables s0 p3 l9 table 3 0x0 none delimiter 0: \n"
                "documents s0 p3 l1 extracted lines 4: \n");
}

static void links(void **state)
{
    (void)state;
    const struct block_link two[] = {{STR("here"), STR("https://a.example")}, {STR(""), STR("https://b.example")}};
    struct block with = text(1, BLOCK_PARAGRAPH, "See here."), again = text(2, BLOCK_QUOTE, "q");
    with.links = again.links = two;
    with.link_count = 2;
    again.link_count = 1;
    const struct block blocks[] = {with, again};
    assert_rows(blocks, START
                "links s0 p1 l1 1 [here] https://a.example\n"
                "links s0 p1 l1 2 [] https://b.example\n"
                "paragraphs s0 p1 l1 text: See here.\n"
                "paragraphs s0 p2 l2 quote: q\n"
                "links s0 p2 l2 3 [here] https://a.example\n"
                "documents s0 p2 l1 extracted lines 4: \n");
}

static size_t long_article(struct block *blocks, const struct block_cell *of_row, const struct block_link *of_text)
{
    size_t n = 0;
    blocks[n++] = heading(1, 2, "h");
    blocks[n++] = text(2, BLOCK_PARAGRAPH, "p:");
    blocks[n++] = (struct block){.kind = BLOCK_LIST, .line = 3};
    blocks[n++] = item(3, 1, -1, "i");
    blocks[n++] = text(4, BLOCK_PARAGRAPH, "p");
    blocks[n++] = text(4, BLOCK_QUOTE, "q");
    blocks[n - 1].links = of_text;
    blocks[n - 1].link_count = 1;
    blocks[n++] = (struct block){.kind = BLOCK_TABLE, .line = 5};
    blocks[n++] = cells(5, BLOCK_TABLE_HEADER, of_row, 2);
    for (int i = 0; i < 3; i++) blocks[n++] = cells(6, BLOCK_TABLE_ROW, of_row, 2);
    blocks[n++] = text(9, BLOCK_PARAGRAPH, "p");
    blocks[n++] = heading(10, 2, "h");
    return n;
}

// whichever row the callback refuses, its error comes back and no row follows
static void callback_fails(void **state)
{
    (void)state;
    struct block blocks[32];
    const struct block_cell of_row[] = {{.text = STR("x"), .line = 5}, {.text = STR("y"), .line = 5}};
    const struct block_link of_text[] = {{STR("x"), STR("y")}};
    size_t count = long_article(blocks, of_row, of_text);
    bool ended = false;
    for (int at = 0; !ended; at++) {
        struct rows rows = {.fail_at = at};
        struct error error = {0};
        ended = build(&ARTICLE, blocks, count, 0, &rows, &error);
        if (ended) assert_int_equal(at, 19);
        else assert_error(&error, ERROR_OUTPUT, "no room");
        size_t lines = 0;
        for (size_t i = 0; i < rows.text.n; i++) lines += rows.text.p[i] == '\n';
        assert_int_equal(lines, at);
        buf_release(&rows.text);
    }
}

static void memory_ends(void **state)
{
    (void)state;
    struct block blocks[32];
    const struct block_cell of_row[] = {{.text = STR("x"), .line = 5}, {.text = STR("y"), .line = 5}};
    const struct block_link of_text[] = {{STR("x"), STR("y")}};
    size_t count = long_article(blocks, of_row, of_text), limit = 16;
    int failures = 0;
    for (bool ok = false; !ok; limit += 16) {
        struct rows rows = {.fail_at = -1};
        struct error error = {0};
        ok = build(&ARTICLE, blocks, count, limit, &rows, &error);
        assert_int_equal(error.code, ok ? ERROR_NONE : ERROR_ARTICLE);
        failures += !ok;
        buf_release(&rows.text);
    }
    assert_true(failures > 10 && limit < 4096);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(empty_article),
    cmocka_unit_test(section_tree),
    cmocka_unit_test(six_levels_deep),
    cmocka_unit_test(lead_ins),
    cmocka_unit_test(kinds_of_paragraphs_keep_their_order),
    cmocka_unit_test(lists),
    cmocka_unit_test(tables),
    cmocka_unit_test(links),
    cmocka_unit_test(callback_fails),
    cmocka_unit_test(memory_ends),
    cmocka_unit_test(labels_lead_in),
};

UNIT_MAIN("row_builder")
