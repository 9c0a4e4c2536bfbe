#include "sink/copy_cells.h"
#include "unit.h"

// Fields as the documentation of COPY and array_recv() have them, made by hand.
#define INT4(v)    "\0\0\0\x04" v
#define NONE       "\xFF\xFF\xFF\xFF"
#define TEXT(n, s) "\0\0\0" n s
#define ROW                                                                                                            \
    "\0\x08"                                                                                                           \
    "\0\0\0\x08\0\0\0\0\0\0\0\x07"
#define ARRAY(n, t, c) "\0\0\0" n "\0\0\0\x01\0\0\0\0\0\0\0" t "\0\0\0" c "\0\0\0\x01"
#define TEXTS          "\x19"
#define INTS           "\x17"

static struct row cell(int32_t row_no, int32_t column_no, const char *text, uint32_t line)
{
    return (struct row){
        .table = ROW_TABLE_CELL,
        .line = line,
        .cell = {.table_no = 4, .row_no = row_no, .column_no = column_no, .text = {text, strlen(text)}}};
}

static void rows_of_cells(void **state)
{
    (void)state;
    static const char wanted[] = "before" ROW INT4("\0\0\0\x04") INT4("\0\0\0\x01") TEXT("\x01", "k")
        ARRAY("\x1D", TEXTS, "\x02") TEXT("\x01", "a") TEXT("\0", "") INT4("\0\0\0\x09")
            NONE NONE ROW INT4("\0\0\0\x04") INT4("\0\0\0\x02") NONE ARRAY("\x23", TEXTS, "\x03") TEXT("\x01", "b")
                TEXT("\x01", "c") TEXT("\x01", "c") INT4("\0\0\0\x0A") ARRAY("\x2C", INTS, "\x03") INT4("\0\0\0\x0B")
                    INT4("\0\0\0\x0A") INT4("\0\0\0\x0A") ARRAY("\x1C", INTS, "\x01") INT4("\0\0\0\x03");
    struct copy_cells cells = {0};
    struct buf buf = {0};
    struct row rows[] = {cell(1, 1, "a", 9), cell(1, 2, "", 9), cell(2, 1, "b", 11), cell(2, 2, "c", 10),
                         cell(2, 3, "c", 10)};
    rows[0].cell.item_key = STR("k");
    rows[4].cell.spanned = true;
    buf_str_add(&buf, STR("before"));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) copy_cell(&cells, &buf, &rows[i], 7);
    copy_cells_end(&cells, &buf);
    copy_cells_end(&cells, &buf);  // nothing is open
    assert_false(buf.failed);
    assert_int_equal(buf.n, sizeof wanted - 1);
    assert_memory_equal(buf.p, wanted, sizeof wanted - 1);
    buf_release(&buf);
    copy_cells_release(&cells);
}

// The same numbers of table and row are another article's.
static void forgotten(void **state)
{
    (void)state;
    struct copy_cells cells = {0};
    struct buf buf = {0}, wanted = {0};
    struct row row = cell(1, 1, "a", 9);
    copy_cell(&cells, &buf, &row, 7);
    copy_cells_forget(&cells);
    buf.n = 0;
    copy_cell(&cells, &buf, &row, 8);
    copy_cells_end(&cells, &buf);
    copy_cell(&cells, &wanted, &row, 8);
    copy_cells_end(&cells, &wanted);
    assert_int_equal(buf.n, wanted.n);
    assert_memory_equal(buf.p, wanted.p, wanted.n);
    buf_release(&buf);
    buf_release(&wanted);
    copy_cells_release(&cells);
}

static const struct CMUnitTest tests[] = {cmocka_unit_test(rows_of_cells), cmocka_unit_test(forgotten)};

UNIT_MAIN("copy_cells")
