#include "base/buf.h"
#include "unit.h"

// what no memory is there for, malloc refuses under AddressSanitizer too
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1";
}

static void grows(void **state)
{
    (void)state;
    struct buf buf = {0};
    assert_str(buf_str(&buf), "");
    for (int i = 0; i < 100000; i++) buf_byte(&buf, (char)('a' + i % 26));
    assert_int_equal(buf.n, 100000);
    for (int i = 0; i < 100000; i++) assert_int_equal(buf.p[i], 'a' + i % 26);
    assert_false(buf.failed);
    buf_release(&buf);
    assert_null(buf.p);
    assert_int_equal(buf.n + buf.capacity, 0);
}

static void adds(void **state)
{
    (void)state;
    struct buf buf = {0};
    buf_str_add(&buf, STR("ab"));
    buf_str_add(&buf, STR_NULL);
    buf_add(&buf, "c\0d", 3);
    assert_int_equal(buf.n, 5);
    assert_memory_equal(buf.p, "abc\0d", 5);
    buf_release(&buf);
}

static void prints(void **state)
{
    (void)state;
    struct buf buf = {0};
    buf_printf(&buf, "%d-%s", 42, "x");
    buf_printf(&buf, "%s", "");
    buf_printf(&buf, "%*d", 9000, 1);
    assert_int_equal(buf.n, 9004);
    assert_memory_equal(buf.p, "42-x ", 5);
    assert_int_equal(buf.p[9003], '1');
    buf_release(&buf);
}

static void integers_in_network_order(void **state)
{
    (void)state;
    struct buf buf = {0};
    buf_int16(&buf, 0x0102);
    buf_int16(&buf, -2);
    buf_int32(&buf, 0x01020304);
    buf_int32(&buf, -1);
    buf_int64(&buf, INT64_C(0x0102030405060708));
    buf_int64(&buf, INT64_MIN);
    static const char wanted[] =
        "\x01\x02\xFF\xFE\x01\x02\x03\x04\xFF\xFF\xFF\xFF\x01\x02\x03\x04\x05\x06\x07\x08\x80\0\0\0\0\0\0\0";
    assert_int_equal(buf.n, sizeof wanted - 1);
    assert_memory_equal(buf.p, wanted, sizeof wanted - 1);
    buf_release(&buf);
}

// no room: the content stays, failed tells it, and nothing is written beyond
static void no_memory(void **state)
{
    (void)state;
    struct buf buf = {0};
    buf_str_add(&buf, STR("kept"));
    assert_false(buf_reserve(&buf, SIZE_MAX));
    assert_true(buf.failed);
    assert_false(buf_reserve(&buf, SIZE_MAX / 2 + 2));
    assert_false(buf_reserve(&buf, SIZE_MAX / 4));
    assert_str(buf_str(&buf), "kept");
    buf_release(&buf);
    assert_false(buf.failed);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(grows),     cmocka_unit_test(adds),
    cmocka_unit_test(prints),    cmocka_unit_test(integers_in_network_order),
    cmocka_unit_test(no_memory),
};

UNIT_MAIN("buf")
