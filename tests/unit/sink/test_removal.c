#include "sink/removal.h"
#include "unit.h"

static void pattern(const char *from, const char *wanted)
{
    struct buf regex = {0};
    removal_pattern(&regex, str_from(from));
    assert_str(buf_str(&regex), wanted);
    buf_release(&regex);
}

#define BELOW "([/!#].*)?$"

static void patterns(void **state)
{
    (void)state;
    pattern("/a/b.txt", "^/a/b\\.txt" BELOW);
    pattern("/a/b//", "^/a/b" BELOW);
    pattern("*", "^.*" BELOW);
    pattern("/a?/*.md", "^/a./.*\\.md" BELOW);
    pattern("(a|b)+{1}^$\\", "^\\(a\\|b\\)\\+\\{1\\}\\^\\$\\\\" BELOW);
}

static void escapes(void **state)
{
    (void)state;
    pattern("a\\*\\?\\[1\\]\\\\", "^a\\*\\?\\[1\\]\\\\" BELOW);
    pattern("\\a\\\xc3\xa4*", "^a\xc3\xa4.*" BELOW);
}

static void sets(void **state)
{
    (void)state;
    pattern("[a-c]", "^[a-c]" BELOW);
    pattern("[!a]", "^[^a]" BELOW);
    pattern("[^a]", "^[^a]" BELOW);
    pattern("[]a]", "^[\\]a]" BELOW);
    pattern("[[:x]", "^[\\[:x]" BELOW);
    pattern("[a\\]", "^[a\\\\]" BELOW);
    pattern("[", "^\\[" BELOW);
    pattern("[!", "^\\[!" BELOW);
    pattern("[]", "^\\[\\]" BELOW);
    pattern("[ab", "^\\[ab" BELOW);
}

static void several(void **state)
{
    (void)state;
    struct buf regex = {0};
    removal_pattern(&regex, STR("/a"));
    removal_pattern(&regex, STR("/b"));
    assert_str(buf_str(&regex), "^/a" BELOW "|^/b" BELOW);
    buf_release(&regex);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(patterns),
    cmocka_unit_test(escapes),
    cmocka_unit_test(sets),
    cmocka_unit_test(several),
};

UNIT_MAIN("removal")
