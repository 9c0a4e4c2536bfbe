#include "base/arena.h"
#include "unit.h"

#include <stdlib.h>

// what no memory is there for, malloc refuses under AddressSanitizer too
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1";
}

static void pieces_are_aligned_and_apart(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 0);
    unsigned char *pieces[200];
    for (size_t i = 0; i < 200; i++) {
        pieces[i] = arena_alloc(&arena, i);
        assert_non_null(pieces[i]);
        assert_int_equal((uintptr_t)pieces[i] % 16, 0);
        memset(pieces[i], (int)i, i);
    }
    for (size_t i = 0; i < 200; i++)
        for (size_t j = 0; j < i; j++) assert_int_equal(pieces[i][j], i);
    arena_release(&arena);
}

static void large_pieces(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 0);
    for (size_t n = 1000; n < 30000000; n *= 3) {
        char *p = arena_alloc(&arena, n);
        assert_non_null(p);
        memset(p, 'x', n);
    }
    arena_release(&arena);
    assert_int_equal(arena.used, 0);
}

static void an_array_grows_one_by_one(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 0);
    size_t *numbers = NULL;
    for (size_t i = 0; i < 100000; i++) {
        numbers = arena_more(&arena, numbers, i, sizeof *numbers);
        assert_non_null(numbers);
        numbers[i] = i;
        assert_non_null(arena_alloc(&arena, 1));  // it can't grow in place
    }
    for (size_t i = 0; i < 100000; i++) assert_int_equal(numbers[i], i);
    assert_true(arena.used <
                64 << 20);  // a copy for each element would be 40 GB; sanitizers take more than is asked for
    arena_release(&arena);
}

static void limit_ends_in_an_error(void **state)
{
    (void)state;
    struct arena arena;
    struct error error = {0};
    arena_init(&arena, 1 << 20);
    assert_true(arena_ok(&arena, &error));
    size_t got = 0;
    while (arena_alloc(&arena, 1000)) got += 1000;
    assert_true(got > 900000);
    assert_true(arena.used <= 1 << 20);
    assert_true(arena.failed);
    assert_false(arena_ok(&arena, &error));
    assert_error(&error, ERROR_ARTICLE, "needs more than the 1 MB of memory one article may use: split it");
    arena_reset(&arena);
    assert_false(arena.failed);
    assert_non_null(arena_alloc(&arena, 1000));
    arena_release(&arena);
}

static void piece_larger_than_the_limit(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1000);
    assert_null(arena_alloc(&arena, 1001));
    assert_null(arena_str(&arena, (struct str){"", 2000}).p);
    assert_non_null(arena_alloc(&arena, 500));
    arena_release(&arena);
}

static void absurd_sizes_fail(void **state)
{
    (void)state;
    static const size_t sizes[] = {SIZE_MAX,      SIZE_MAX - 1,  SIZE_MAX - 15, SIZE_MAX - 16,
                                   SIZE_MAX - 31, SIZE_MAX - 32, SIZE_MAX - 64};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct arena arena;
        arena_init(&arena, 0);
        assert_null(arena_alloc(&arena, sizes[i]));
        assert_true(arena.failed);
        arena_release(&arena);
    }
}

static void system_memory_exhausted(void **state)
{
    (void)state;
    struct arena arena;
    struct error error = {0};
    arena_init(&arena, 0);
    assert_null(arena_alloc(&arena, SIZE_MAX / 4));
    assert_false(arena_ok(&arena, &error));
    assert_int_equal(error.code, ERROR_MEMORY);
    assert_null(strstr(error.message, "0 MB"));
    arena_release(&arena);
}

static void strings_are_copied(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 0);
    char text[] = "abc";
    struct str copy = arena_str(&arena, (struct str){text, 3});
    text[0] = 'x';
    assert_str(copy, "abc");
    assert_int_equal(copy.p[3], '\0');
    assert_str(arena_str(&arena, STR_NULL), "");
    arena_release(&arena);
}

static void grow_in_place(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 0);
    int *a = arena_grow(&arena, NULL, 0, 8, sizeof *a);
    for (int i = 0; i < 8; i++) a[i] = i;
    int *b = arena_grow(&arena, a, 8, 100, sizeof *a);
    assert_ptr_equal(a, b);
    for (int i = 8; i < 100; i++) b[i] = i;
    char *between = arena_alloc(&arena, 10);
    memset(between, 0xFF, 10);
    for (int i = 0; i < 100; i++) assert_int_equal(b[i], i);
    int *c = arena_grow(&arena, b, 100, 50000, sizeof *a);
    assert_ptr_not_equal(b, c);
    for (int i = 0; i < 100; i++) assert_int_equal(c[i], i);
    memset(c, 0, 50000 * sizeof *c);
    arena_release(&arena);
}

static void grow_fails_at_the_limit(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 10000);
    int *a = arena_grow(&arena, NULL, 0, 100, sizeof *a);
    assert_non_null(a);
    a[99] = 7;
    assert_null(arena_grow(&arena, a, 100, 100000, sizeof *a));
    assert_int_equal(a[99], 7);
    arena_release(&arena);
}

// what needed several blocks finds its room in one the next time, and no malloc
static void reset_keeps_one_block(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 0);
    arena_alloc(&arena, 10);
    arena_alloc(&arena, 3000000);
    arena_alloc(&arena, 10000000);
    arena_alloc(&arena, 8000);
    arena_reset(&arena);
    assert_int_equal(arena.used, 0);
    memset(arena_alloc(&arena, 10), 'x', 10);
    size_t held = arena.used;
    assert_true(held >= 13000000 && held <= 16 << 20);
    for (int round = 0; round < 3; round++) {
        memset(arena_alloc(&arena, 13000000), 'x', 13000000);
        assert_int_equal(arena.used, held);
        arena_reset(&arena);
        assert_int_equal(arena.used, held);
    }
    arena_release(&arena);
    arena_reset(&arena);
    assert_int_equal(arena.used, 0);
}

// a huge article does not hold its memory for good
static void reset_keeps_no_huge_block(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 0);
    arena_alloc(&arena, 40000000);
    arena_reset(&arena);
    assert_int_equal(arena.used, 0);
    arena_alloc(&arena, 10);
    assert_true(arena.used <= 16 << 20);
    arena_release(&arena);
}

// room for next time, where the limit allows it
static void reset_minds_the_limit(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 300000);
    assert_non_null(arena_alloc(&arena, 10));
    assert_non_null(arena_alloc(&arena, 100000));
    assert_non_null(arena_alloc(&arena, 70000));
    arena_reset(&arena);
    assert_non_null(arena_alloc(&arena, 10));
    assert_true(arena.used <= 300000);
    assert_non_null(arena_alloc(&arena, 290000 - arena.used));
    arena_release(&arena);
}

static void what_others_lack_is_memory(void **state)
{
    (void)state;
    struct arena arena;
    struct error error = {0};
    arena_init(&arena, 1 << 20);
    arena.failed = true;
    assert_false(arena_ok(&arena, &error));
    assert_error(&error, ERROR_MEMORY, "out of memory");
    arena_release(&arena);
}

static void parts_count_as_the_whole(void **state)
{
    (void)state;
    struct arena whole, part;
    arena_init(&whole, 4 << 20);
    arena_init_part(&part, &whole);
    assert_non_null(arena_alloc(&part, 3 << 20));
    assert_true(whole.used >= 3 << 20 && whole.used == part.used);
    assert_null(arena_alloc(&whole, 2 << 20));
    whole.failed = false;
    arena_release(&part);
    assert_int_equal(whole.used, 0);
    assert_non_null(arena_alloc(&whole, 2 << 20));
    assert_null(arena_alloc(&part, 3 << 20));
    assert_true(part.failed && whole.failed);
    arena_release(&part);
    arena_release(&whole);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(pieces_are_aligned_and_apart),
    cmocka_unit_test(large_pieces),
    cmocka_unit_test(an_array_grows_one_by_one),
    cmocka_unit_test(limit_ends_in_an_error),
    cmocka_unit_test(what_others_lack_is_memory),
    cmocka_unit_test(parts_count_as_the_whole),
    cmocka_unit_test(piece_larger_than_the_limit),
    cmocka_unit_test(absurd_sizes_fail),
    cmocka_unit_test(system_memory_exhausted),
    cmocka_unit_test(strings_are_copied),
    cmocka_unit_test(grow_in_place),
    cmocka_unit_test(grow_fails_at_the_limit),
    cmocka_unit_test(reset_keeps_one_block),
    cmocka_unit_test(reset_keeps_no_huge_block),
    cmocka_unit_test(reset_minds_the_limit),
};

UNIT_MAIN("arena")
