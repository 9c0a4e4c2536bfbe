// How much there is to read, and how much was: input/size.h, input_done.
#include "input/size.h"

#include "input_files.h"

#define FOREVER 1e6

// What has been read in the end; never more than there is on the way.
static int64_t read_to_end(struct input_options options, char *const *paths, size_t count, int64_t all)
{
    struct error error = {0};
    struct arena arena;
    struct article article;
    arena_init(&arena, 0);
    if (!options.article_limit) options.article_limit = 1 << 20;
    struct input *input = input_open(paths, count, &options, &error);
    assert_non_null(input);
    int64_t before = 0;
    while (input_next(input, &arena, &article, &error) != INPUT_END) {
        assert_true(input_done(input) >= before && input_done(input) <= all);
        before = input_done(input);
        error = (struct error){0};
        arena_reset(&arena);
    }
    int64_t done = input_done(input);
    input_close(input);
    arena_release(&arena);
    return done;
}

#define SAME(wanted, options, ...)                                                                                     \
    do {                                                                                                               \
        char *paths[] = {__VA_ARGS__};                                                                                 \
        const struct input_options o = options;                                                                        \
        assert_int_equal(input_size(paths, sizeof paths / sizeof *paths, &o, FOREVER), wanted);                        \
        assert_int_equal(read_to_end(o, paths, sizeof paths / sizeof *paths, wanted), wanted);                         \
    } while (0)

static void files_and_folders(void **state)
{
    (void)state;
    shell("mkdir -p d/sub && printf 12345 >d/a && printf 123 >d/sub/b && printf 1 >d/.hidden && : >d/empty");
    SAME(8, PLAIN, "d");
    SAME(5, PLAIN, "d/a");
    SAME(11, PLAIN, "d/sub", "d");
    SAME(5, PLAIN, "d/?", "missing");
    char *const exclude[] = {"sub"};
    SAME(5, OPTIONS(.select = {.exclude = exclude, .exclude_count = 1}), "d");
    shell("head -c 3000000 /dev/zero | tr '\\0' 'a' >d/long");  // rejected, since it is too large
    SAME(3000008, PLAIN, "d");
}

static void what_is_packed(void **state)
{
    (void)state;
    shell(
        "mkdir -p p && for i in 1 2 3 4 5 6 7 8 9; do printf 'A text that is longer than its name %s.\\n' $i >p/$i; "
        "done; "
        "seq 1 200000 >p/long && tar -cf p.tar p && gzip -kf p.tar && printf '\\211PNG\\r\\n\\032\\n' >p/image.png");
    char *const names[] = {"p.tar", "p.tar.gz", "p"};
    for (size_t i = 0; i < 3; i++) {
        char *paths[] = {names[i]};
        int64_t size = input_size(paths, 1, &PLAIN, FOREVER);
        assert_true(size > 1000);
        // what an archive has behind its last member need not be read
        int64_t done = read_to_end(OPTIONS(.article_limit = 2000000), paths, 1, size);
        assert_true(done <= size && done > size * 9 / 10);
    }
}

static void not_known(void **state)
{
    (void)state;
    shell("mkdir -p n && printf 12345 >n/a && mkfifo pipe && echo n/a >list");
    assert_int_equal(input_size((char *[]){"n", "pipe"}, 2, &PLAIN, FOREVER), 0);
    assert_int_equal(input_size(NULL, 0, &OPTIONS(.files_from = "list"), FOREVER), 5);
    assert_int_equal(input_size(NULL, 0, &OPTIONS(.files_from = "pipe"), FOREVER), 0);
    assert_int_equal(input_size(NULL, 0, &OPTIONS(.files_from = "no-list"), FOREVER), 0);
    assert_int_equal(input_size((char *[]){"n"}, 1, &PLAIN, 0), 0);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_and_folders),
        cmocka_unit_test(what_is_packed),
        cmocka_unit_test(not_known),
    };
    return cmocka_run_group_tests(tests, enter_directory, leave_directory);
}
