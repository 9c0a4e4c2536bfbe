// Which files a command line names: input/walk.h, input/paths.h, input/select.h.
#include "input_files.h"

#include <sys/stat.h>

static void files_in_order(void **state)
{
    (void)state;
    shell(
        "mkdir -p d/sub d/.git && echo b >d/b.txt && echo a >d/a.txt && echo r >d/sub/README.md && echo x >d/.hidden "
        "&& echo x >d/.git/x && mkfifo d/pipe");
    assert_string_equal(READ(PLAIN, "d"), "d/a.txt [a|]\nd/b.txt [b|]\nd/sub/README.md [r|]\n");
    assert_string_equal(READ(PLAIN, "d/b.txt", "d/sub"), "d/b.txt [b|]\nd/sub/README.md [r|]\n");
    assert_string_equal(READ(PLAIN, "d/.hidden"), "d/.hidden [x|]\n");
}

static void links(void **state)
{
    (void)state;
    shell(
        "mkdir -p l/in && echo a >l/in/a && ln -s .. l/in/up && ln -s l via && ln -s nowhere l/broken "
        "&& ln -s self l/self");
    assert_string_equal(READ(PLAIN, "l"),
                        "! l/broken:0 can't read it: No such file or directory\n"
                        "l/in/a [a|]\n"
                        "! l/self:0 can't read it: Too many levels of symbolic links\n");
    shell("rm l/broken l/self");
    assert_string_equal(READ(PLAIN, "via/in"), "l/in/a [a|]\n");
}

static void links_out(void **state)
{
    (void)state;
    shell(
        "mkdir -p o/in/sub o/in-beside && echo secret >o/secret && echo b >o/in-beside/b && echo a >o/in/sub/a "
        "&& ln -s ../secret o/in/1 && ln -s ../in-beside o/in/2 && ln -s sub o/in/3 && ln -s 1 o/in/4");
    assert_string_equal(READ(PLAIN, "o/in"), "o/in/3/a [a|]\no/in/sub/a [a|]\n");
    assert_string_equal(READ(PLAIN, "o/in/1"), "o/secret [secret|]\n");
    struct input_options o = {.select = {.follow_links = true}};
    assert_string_equal(READ(o, "o/in"),
                        "o/in/1 [secret|]\no/in/2/b [b|]\no/in/3/a [a|]\no/in/4 [secret|]\no/in/sub/a [a|]\n");
}

static void unreadable(void **state)
{
    (void)state;
    write_text("ok", "fine");
    assert_string_equal(READ(PLAIN, "missing", "ok"),
                        "! missing:0 can't read it: No such file or directory\nok [fine]\n");
    shell("mkdir -p locked && chmod 0 locked");
    if (geteuid() != 0)
        assert_string_equal(READ(PLAIN, "locked", "ok"), "! locked:0 can't read it: Permission denied\nok [fine]\n");
    shell("chmod 700 locked");
}

static void too_deep(void **state)
{
    (void)state;
    shell(
        "p=deep; i=0; while [ $i -lt 300 ]; do p=$p/d; i=$((i+1)); done; mkdir -p $p && echo x >$p/x && echo y "
        ">deep/y");
    const char *got = READ(PLAIN, "deep");
    assert_non_null(strstr(got, "can't read it: directories are nested too deeply\n"));
    assert_non_null(strstr(got, "deep/y [y|]\n"));
}

static void patterns(void **state)
{
    (void)state;
    shell("mkdir -p g && echo 1 >g/1.txt && echo 2 >g/2.txt && echo 3 >g/3.md && echo q >'g/what?.md'");
    assert_string_equal(READ(PLAIN, "g/*.txt"), "g/1.txt [1|]\ng/2.txt [2|]\n");
    assert_string_equal(READ(PLAIN, "g/what?.md"), "g/what?.md [q|]\n");
    assert_string_equal(READ(PLAIN, "g/[3].md"), "g/3.md [3|]\n");
    assert_string_equal(READ(PLAIN, "g/*.html"), "! g/*.html:0 can't read it: No such file or directory\n");
}

static void included(void **state)
{
    (void)state;
    shell(
        "mkdir -p s/old s/new && echo 1 >s/old/1.txt && echo 2 >s/new/2.txt && echo 3 >s/new/3.md && echo 4 >s/4.txt");
    char *txt[] = {"*.txt"}, *old[] = {"old"}, *deep[] = {"new/*"};
    struct input_options o = {.select = {.include = txt, .include_count = 1}};
    assert_string_equal(READ(o, "s"), "s/4.txt [4|]\ns/new/2.txt [2|]\ns/old/1.txt [1|]\n");
    assert_string_equal(READ(o, "s/new/3.md"), "s/new/3.md [3|]\n");
    o.select.exclude = old;
    o.select.exclude_count = 1;
    assert_string_equal(READ(o, "s"), "s/4.txt [4|]\ns/new/2.txt [2|]\n");
    o.select = (struct select){.include = deep, .include_count = 1};
    assert_string_equal(READ(o, "s"), "s/new/2.txt [2|]\ns/new/3.md [3|]\n");
    o.select = (struct select){.exclude = txt, .exclude_count = 1};
    assert_string_equal(READ(o, "s"), "s/new/3.md [3|]\n");
}

static void listed(void **state)
{
    (void)state;
    shell(
        "mkdir -p f && echo 1 >f/1 && echo 2 >'f/*' && printf 'f/1\\r\\n\\nf/*\\nf/none' >list && printf "
        "'f/*\\0f/1\\0' >nul");
    const char *both = "f/* [2|]\nf/1 [1|]\n";
    assert_string_equal(READ(OPTIONS(.files_from = "list"), NULL),
                        "f/1 [1|]\nf/* [2|]\n! f/none:0 can't read it: No such file or directory\n");
    assert_string_equal(READ(OPTIONS(.files_from = "nul"), NULL), both);
    assert_string_equal(READ(OPTIONS(.files_from = "nul"), "f/1"), "f/1 [1|]\nf/* [2|]\nf/1 [1|]\n");
    assert_string_equal(READ(OPTIONS(.files_from = "no-list"), NULL),
                        "? no-list: can't read the list of files: No such file or directory");
    assert_string_equal(READ(OPTIONS(.files_from = "f"), NULL), "! f:0 can't read the list of files: Is a directory\n");
    shell("i=0; while [ $i -lt 20000 ]; do echo f/1; i=$((i+1)); done >long; echo f/\\* >>long");
    const char *got = READ(OPTIONS(.files_from = "long"), NULL);
    assert_int_equal(strlen(got), 20000 * strlen("f/1 [1|]\n") + strlen("f/* [2|]\n"));
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_in_order), cmocka_unit_test(links),    cmocka_unit_test(links_out),
        cmocka_unit_test(unreadable),     cmocka_unit_test(too_deep), cmocka_unit_test(patterns),
        cmocka_unit_test(included),       cmocka_unit_test(listed),
    };
    return cmocka_run_group_tests(tests, enter_directory, leave_directory);
}
