#include "parse/layout/refs.h"
#include "unit.h"

#include <stdlib.h>

#define LIST "\nReferences\n\n   1. https://a.example/\n   2. https://b.example/x y\n   3. #top\n"

struct read {
    struct arena arena;
    struct source source;
    struct refs refs;
};

static void read(struct read *r, const char *text)
{
    arena_init(&r->arena, 0);
    assert_true(source_split(str_from(text), &r->arena, &r->source));
    assert_true(refs_find(&r->source, true, &r->arena, &r->refs));
}

static void a_list_at_the_end(void **state)
{
    (void)state;
    struct read r;
    read(&r, "See [1]this and [2]that.\n" LIST);
    assert_int_equal(r.refs.count, 3);
    assert_int_equal(r.refs.from, 2);
    assert_str(r.refs.urls[1], "https://a.example/");
    assert_str(r.refs.urls[2], "https://b.example/x y");
    assert_true(refs_any(&r.refs));
    arena_release(&r.arena);
}

static void no_list(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "See this.\n", "1. buy the ticket\n2. show it to the captain\n",
                                        "1. https://a.example/\nand more text behind it, which is not a list's\n",
                                        "Winners\n\n1. Anna\n2. Berta\n"};
    for (int i = 0; i < 5; i++) {
        struct read r;
        read(&r, texts[i]);
        assert_int_equal(r.refs.from, r.source.count);
        assert_false(refs_any(&r.refs));
        arena_release(&r.arena);
    }
}

static void strips(struct read *r, const char *text, const char *wanted, size_t count, const char *first)
{
    const struct block_link *links = NULL;
    size_t n = 0;
    assert_str(refs_strip(&r->refs, str_from(text), &r->arena, &links, &n), wanted);
    assert_int_equal(n, count);
    if (count) assert_str(links[0].url, first);
}

static void numbers_are_taken_off(void **state)
{
    (void)state;
    struct read r;
    read(&r, "See [1]this and [2]that.\n" LIST);
    strips(&r, "See [1]this and [2]that.", "See this and that.", 2, "https://a.example/");
    strips(&r, "See [4]this.", "See [4]this.", 0, NULL);
    strips(&r, "See [0]this [x].", "See [0]this [x].", 0, NULL);
    strips(&r, "See [1this.", "See [1this.", 0, NULL);
    strips(&r, "See this.", "See this.", 0, NULL);
    strips(&r, "[1]", "[1]", 1, "https://a.example/");
    strips(&r, "[1][1][1][1][1][1][1][1][1][2]x", "x", 10, "https://a.example/");
    arena_release(&r.arena);
}

static void addresses_in_brackets_make_a_habit(void **state)
{
    (void)state;
    struct read r;
    read(&r, "A [https://a.example] b [https://b.example] c [https://c.example]\n");
    assert_true(r.refs.bracketed);
    strips(&r, "A [https://a.example] b", "A b", 1, "https://a.example");
    strips(&r, "A [/path/x] b", "A b", 1, "/path/x");
    strips(&r, "A [sic] b", "A [sic] b", 0, NULL);
    arena_release(&r.arena);
    read(&r, "A [https://a.example] b [https://b.example] c\n");
    assert_false(r.refs.bracketed);
    arena_release(&r.arena);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_list_at_the_end),
    cmocka_unit_test(no_list),
    cmocka_unit_test(numbers_are_taken_off),
    cmocka_unit_test(addresses_in_brackets_make_a_habit),
};

UNIT_MAIN("refs")
