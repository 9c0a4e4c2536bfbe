#include "parse/layout/code.h"
#include "unit.h"

// How many lines of code begin with the text's first.
static void lines_are(size_t wanted, const char *text)
{
    struct arena arena;
    struct source source;
    arena_init(&arena, 0);
    assert_true(source_split(str_from(text), &arena, &source));
    size_t got = code_lines(&source, 0);
    if (got != wanted) fail_msg("%s\nbegins with %zu lines of code and not with %zu", text, got, wanted);
    if (wanted && !source.code) fail_msg("%s\nis told to hold no code", text);
    arena_release(&arena);
}

static void shells(void **state)
{
    (void)state;
    lines_are(1, "$ make\n");
    lines_are(2, "$ ls\nplan.txt\nThen it is read.\n");
    lines_are(3, ">>> for i in x:\n...     i\n42\nHere it ends.\n");
    lines_are(1, "C:\\plan>dir\n");
    lines_are(1, "ada@host:~/plan$ ls\n");
    lines_are(1, "db=# select 1;\n");
    lines_are(1, "$ ls\nUsage\n");
    lines_are(1, "$ ls\nand read what stands there\n");
    lines_are(0, "$ 5 million\n");
    lines_are(0, "> text\n");
    lines_are(0, "ada@host.example\n");
}

static void traces(void **state)
{
    (void)state;
    lines_are(
        4,
        "Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\n    sail()\nKeyError: 'x'\nend\n");
    lines_are(0, "Traceback (most recent call last):\nis what it says.\n");
    lines_are(4, "java.io.IOException: storm\n at a.B.c(B.java:1)\n at a.B.d(B.java:2)\n... 12 more\nend\n");
    lines_are(0, "KeyError is an error\n");
    lines_are(0, "at the pier (in May)\n");
}

static void lines_of_one_form(void **state)
{
    (void)state;
    lines_are(2, "tides==1.2\nwaves[a,b] >= 2 ; python_version > \"3\"\nend\n");
    lines_are(0, "tides==1.2\nend\n");
    lines_are(0, "a = b\nc = d\n");
    lines_are(2, "2024-05-01 07:00:01 INFO a\n[07:00:02] WARN b\n");
    lines_are(0, "12:30 the ferry leaves\n13:30 the ferry leaves\n");
}

static void blocks(void **state)
{
    (void)state;
    lines_are(1, "{\"a\": [1, \"}\"]}\nend\n");
    lines_are(4, "[\n{\"a\": 1},\n{\"b\": \"\\\"\"}\n]\nend\n");
    lines_are(0, "{\n\"a\": 1\n\n}\n");
    lines_are(0, "[1] a note\n");
    lines_are(0, "[1, 2]\n");
    lines_are(0, "{{template}}\n");
    lines_are(3, "<a x=\"1\">\n<b/>\n</a>\nend\n");
    lines_are(2, "<?xml version=\"1.0\"?>\n<a/>\nend\n");
    lines_are(0, "<b>bold</b>\nend\n");
    lines_are(0, "<p>\nThis is what it says.\n</p>\n");
    lines_are(2, "SELECT a\nFROM b;\nend\n");
    lines_are(1, "DELETE FROM a;\nend\n");
    lines_are(0, "SELECT COMMITTEE OF THE COUNTY\nend;\n");
    lines_are(0, "UPDATE: all ferries are late;\n");
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(shells),
    cmocka_unit_test(traces),
    cmocka_unit_test(lines_of_one_form),
    cmocka_unit_test(blocks),
};

UNIT_MAIN("code")
