// Compressed files and archives: input/stream.h and input/container.h, with the real tools on the other side.
#include "input_files.h"

#include "input/container.h"
#include "input/stream.h"

#include <fcntl.h>

static void compressed(void **state)
{
    (void)state;
    write_text("t", "Heading\nText of it\n");
    shell(
        "gzip -c t >gz; zstd -qc t >zst; xz -c t >xz; bzip2 -c t >bz2; gzip -c t >>gz; zstd -qc t >>zst; xz -c t >>xz; "
        "bzip2 -c t >>bz2; gzip -c t | zstd -qc >twice");
    assert_string_equal(READ(PLAIN, "t"), "t [Heading|Text of it|]\n");
    assert_string_equal(READ(PLAIN, "gz", "zst", "xz", "bz2", "twice"),
                        "gz [Heading|Text of it|Heading|Text of it|]\n"
                        "zst [Heading|Text of it|Heading|Text of it|]\n"
                        "xz [Heading|Text of it|Heading|Text of it|]\n"
                        "bz2 [Heading|Text of it|Heading|Text of it|]\n"
                        "twice [Heading|Text of it|]\n");
}

static void archives(void **state)
{
    (void)state;
    shell(
        "mkdir -p d/sub d/.git __MACOSX && echo a >d/a.txt && echo b >d/sub/README.md && echo h >d/.hidden && "
        "echo h >d/.git/x && echo m >__MACOSX/x && ln -s a.txt d/link && ln d/a.txt d/zhard && echo ü >d/süß.txt");
    shell(
        "tar --sort=name --format=gnu -cf t.tar ./d __MACOSX; tar --format=pax -czf t.tgz d; tar --format=v7 -cf "
        "old.tar d/a.txt;"
        "rm -f t.zip; zip -qr t.zip d; zip -q - d/a.txt >pipe.zip; tar --zstd -cf t.any d/a.txt");
    const char *all = "t.tar!d/a.txt [a|]\nt.tar!d/sub/README.md [b|]\nt.tar!d/süß.txt [ü|]\n";
    const char *got = READ(PLAIN, "t.tar");
    for (const char *line = all; *line; line += strcspn(line, "\n") + 1) {
        char one[100] = "";
        memcpy(one, line, strcspn(line, "\n") + 1);
        if (!strstr(got, one)) fail_msg("no %s in %s", one, got);
    }
    assert_int_equal(strlen(got), strlen(all));  // in whatever order tar found them
    got = READ(PLAIN, "t.tgz");
    assert_non_null(strstr(got, "t.tgz!d/süß.txt [ü|]\n"));
    assert_null(strstr(got, "hidden"));
    got = READ(PLAIN, "t.zip");
    assert_non_null(strstr(got, "t.zip!d/süß.txt [ü|]\n"));
    assert_non_null(strstr(got, "t.zip!d/sub/README.md [b|]\n"));
    assert_null(strstr(got, ".git"));
    assert_string_equal(READ(PLAIN, "old.tar", "pipe.zip", "t.any"),
                        "old.tar!d/a.txt [a|]\npipe.zip!d/a.txt [a|]\nt.any!d/a.txt [a|]\n");
}

static void nested(void **state)
{
    (void)state;
    shell(
        "mkdir -p n && cd n && printf '{\"id\": 1, \"text\": \"one\"}\\n{\"text\": \"two\"}\\n' >r.jsonl && "
        "gzip -kf r.jsonl && echo a >a.txt && tar cf in.tar a.txt r.jsonl && tar cf r.tar r.jsonl.gz a.txt && "
        "tar cf tt.tar in.tar && zip -q in.zip a.txt && tar czf zt.tgz in.zip a.txt && tar cf deep.tar zt.tgz r.tar "
        "&& gzip -c in.zip >z.gz");
    assert_string_equal(READ(PLAIN, "n/r.tar"),
                        "n/r.tar!r.jsonl.gz#1 [one]\nn/r.tar!r.jsonl.gz#L2 [two]\nn/r.tar!a.txt [a|]\n");
    assert_string_equal(
        READ(PLAIN, "n/tt.tar"),
        "n/tt.tar!in.tar!a.txt [a|]\nn/tt.tar!in.tar!r.jsonl#1 [one]\nn/tt.tar!in.tar!r.jsonl#L2 [two]\n");
    assert_string_equal(READ(PLAIN, "n/zt.tgz"), "n/zt.tgz!in.zip!a.txt [a|]\nn/zt.tgz!a.txt [a|]\n");
    assert_string_equal(READ(PLAIN, "n/z.gz"), "n/z.gz!a.txt [a|]\n");
    assert_string_equal(READ(PLAIN, "n/deep.tar"),
                        "! n/deep.tar!zt.tgz!in.zip:0 packed more than twice; unpack the file around it first\n"
                        "n/deep.tar!zt.tgz!a.txt [a|]\n"
                        "! n/deep.tar!r.tar!r.jsonl.gz:0 packed more than twice; unpack the file around it first\n"
                        "n/deep.tar!r.tar!a.txt [a|]\n");
}

static void members_picked(void **state)
{
    (void)state;
    shell("mkdir -p p && cd p && echo a >a.txt && echo b >b.md && tar cf t.tar a.txt b.md");
    char *txt[] = {"*.txt"}, *tar[] = {"*.tar"};
    struct input_options o = {.select = {.include = txt, .include_count = 1}};
    assert_string_equal(READ(o, "p/t.tar"), "p/t.tar!a.txt [a|]\n");
    o.select.include = tar;
    assert_string_equal(READ(o, "p"), "p/t.tar!a.txt [a|]\np/t.tar!b.md [b|]\n");
    assert_string_equal(READ(o, "p/t.tar"), "");
}

// What was whole before the damage is kept.
static void damaged(void **state)
{
    (void)state;
    shell(
        "i=0; while [ $i -lt 20000 ]; do echo \"{\\\"id\\\": $i, \\\"text\\\": \\\"n $i$i$i\\\"}\"; i=$((i+1)); done "
        ">r.jsonl;"
        "gzip -c r.jsonl | head -c 60000 >cut.gz; zstd -qc r.jsonl | head -c 60000 >cut.zst; echo a >a.txt;"
        "tar cf - a.txt r.jsonl | head -c 30000 >cut.tar; head -c 20 cut.gz >tiny.gz; echo ok >ok");
    static const char *const names[] = {"cut.gz", "cut.zst", "cut.tar"};
    for (size_t i = 0; i < 3; i++) {
        char *paths[] = {(char *)(uintptr_t)names[i], "ok", NULL};
        const char *got = read_all(PLAIN, paths), *bad = strchr(got, '!');
        if (i == 2) bad = strstr(got, "\n! ") + 1;
        assert_non_null(strstr(got, "#5 [n 555]\n"));
        assert_non_null(bad);
        assert_non_null(strstr(bad, "can't unpack it: "));
        assert_string_equal(strchr(bad, '\n') + 1, "ok [ok|]\n");
    }
    assert_non_null(strstr(READ(PLAIN, "tiny.gz"), "! tiny.gz:0 can't unpack it: "));
    shell("printf 'PK\\003\\004garbage' >bad.zip; tar cf in.tar bad.zip a.txt");
    assert_non_null(strstr(READ(PLAIN, "bad.zip"), "! bad.zip:0 can't unpack it: "));
    const char *got = READ(PLAIN, "in.tar");
    assert_non_null(strstr(got, "! in.tar!bad.zip:0 can't unpack it: "));
    assert_non_null(strstr(got, "in.tar!a.txt [a|]\n"));
    shell(
        "printf 'WARC/1.0\\r\\nWARC-Type: conversion\\r\\nContent-Length: 90000\\r\\n\\r\\n' >w; seq 30000 >>w;"
        "gzip -c w | head -c 4000 >w.gz; (echo 'id,text'; seq -f '%g,\"a' 3000) | gzip -c | head -c 4000 >c.csv.gz");
    assert_non_null(strstr(READ(PLAIN, "w.gz"), "! w.gz:0 can't unpack it: truncated"));
    assert_non_null(strstr(READ(PLAIN, "c.csv.gz"), "! c.csv.gz:0 can't unpack it: truncated"));
}

static void large_members(void **state)
{
    (void)state;
    shell(
        "seq 1 200000 >big; gzip -c big >big.gz; tar cf big.tar big; seq 1 100000 >fits; tar cf fits.tar fits; "
        "gzip -c fits >fits.gz; echo ok >ok; tar cf two.tar big ok");
    assert_string_equal(READ(PLAIN, "big", "big.gz", "big.tar", "two.tar"),
                        "! big:0 larger than the 1 MB one article may have; --article-limit allows more\n"
                        "! big.gz:0 larger than the 1 MB one article may have; --article-limit allows more\n"
                        "! big.tar!big:0 larger than the 1 MB one article may have; --article-limit allows more\n"
                        "! two.tar!big:0 larger than the 1 MB one article may have; --article-limit allows more\n"
                        "two.tar!ok [ok|]\n");
    static const char *const names[] = {"fits", "fits.gz", "fits.tar"};
    for (size_t i = 0; i < 3; i++) {
        char *paths[] = {(char *)(uintptr_t)names[i], NULL};
        const char *got = read_all(PLAIN, paths);
        assert_int_equal(strlen(strchr(got, '[')), 588895 + strlen("[]\n"));
        assert_non_null(strstr(got, "|99999|100000|]\n"));
    }
}

static void standard_input(void **state)
{
    (void)state;
    shell(
        "mkdir -p in && cd in && echo a >a.txt && printf '{\"id\": 1, \"text\": \"one\"}\\n{\"text\": \"two\"}\\n' "
        ">r.jsonl && "
        "tar czf t.tgz a.txt r.jsonl && zip -q t.zip a.txt && printf 'id,text\\n1,x\\n' >c && seq 100000 >n");
    static const struct {
        const char *file, *name, *wanted;
    } cases[] = {
        {"in/a.txt", NULL, "stdin:87428fc522803d31 [a|]\n"},
        {"in/r.jsonl", NULL, "stdin#1 [one]\nstdin:3fc4ccfe745870e2 [two]\n"},
        {"in/r.jsonl", "dump.jsonl", "dump.jsonl#1 [one]\ndump.jsonl#L2 [two]\n"},
        {"in/a.txt", "letter", "letter [a|]\n"},
        {"in/c", "c.csv", "c.csv#1 [x]\n"},
        {"in/t.tgz", NULL, "stdin!a.txt [a|]\nstdin!r.jsonl#1 [one]\nstdin!r.jsonl:3fc4ccfe745870e2 [two]\n"},
        {"in/t.zip", NULL, "stdin!a.txt [a|]\n"},
    };
    int saved = dup(STDIN_FILENO);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int pipe = 0; pipe < 2; pipe++) {
            char command[100];
            snprintf(command, sizeof command, "rm -f fifo; mkfifo fifo; cat %s >fifo &", cases[i].file);
            if (pipe) shell(command);
            int fd = open(pipe ? "fifo" : cases[i].file, O_RDONLY);
            dup2(fd, STDIN_FILENO);
            close(fd);
            assert_string_equal(READ(OPTIONS(.stdin_name = cases[i].name), "-"), cases[i].wanted);
        }
    dup2(saved, STDIN_FILENO);
    close(saved);
}

static void named_pipe(void **state)
{
    (void)state;
    shell("rm -f np; mkfifo np; seq 100000 | gzip -c >np &");
    const char *got = READ(PLAIN, "np");
    assert_int_equal(strlen(strchr(got, '[')), 588895 + strlen("[]\n"));
}

static void foreign_files(void **state)
{
    (void)state;
    write_text("a.pdf", "%PDF-1.4\n");
    write_text("no.csv", "%PDF-1.4\n");
    shell("mkdir -p dir; : >empty; printf x | gzip -c >x.gz; : | gzip -c >empty.gz");
    assert_string_equal(
        READ(PLAIN, "a.pdf", "empty", "x.gz", "empty.gz"),
        "! a.pdf:0 is no article but a PDF file; extract its text first: pdftotext FILE - | doc2pgsql load -\n"
        "empty []\nx.gz [x]\n");
}

static void formats_forced(void **state)
{
    (void)state;
    write_text("j", "{\"text\": \"t\"}\n");
    assert_string_equal(READ(OPTIONS(.format = FORMAT_ARTICLE), "j"), "j [{\"text\": \"t\"}|]\n");
    assert_string_equal(READ(OPTIONS(.format = FORMAT_WARC), "j"),
                        "! j:1 is no WARC record with a Content-Length; it begins: {\"text\": \"t\"}\n");
    write_text("t", "no json\n{\"text\": \"t\"}\n");
    assert_string_equal(READ(OPTIONS(.format = FORMAT_NDJSON), "t"),
                        "! t:1 is no JSON object; it begins: no json\nt#L2 [t]\n");
}

// The stream's own calls, at every size of piece.
static void pieces(void **state)
{
    (void)state;
    shell(
        "i=0; while [ $i -lt 3000 ]; do echo \"line $i\"; i=$((i+1)); done >lines; gzip -c lines >lines.gz; "
        "cat lines lines lines lines lines lines lines lines lines lines lines lines >more");
    static const char *const names[] = {"lines", "lines.gz", "more"};
    struct arena arena;
    arena_init(&arena, 0);
    struct stream *stream = stream_new(1000);
    for (size_t i = 0; i < 3; i++) {
        struct error error = {0};
        struct str name, line, bytes;
        assert_true(stream_open(stream, names[i], &arena, &error));
        assert_int_equal(stream_member(stream, &name, &error), STREAM_MEMBER);
        assert_true(str_starts(stream_peek(stream, 10), STR("line 0\nlin")));
        assert_true(stream_peek(stream, 100000).n >= 1000);
        assert_int_equal(stream_line(stream, &line), STREAM_LINE);
        assert_true(str_equal(line, STR("line 0\n")));
        stream_skip(stream, 3);
        assert_int_equal(stream_line(stream, &line), STREAM_LINE);
        assert_true(str_equal(line, STR("e 1\n")));
        assert_true(stream_take(stream, 6, &arena, &bytes, &error));
        assert_true(str_equal(bytes, STR("line 2")));
        assert_false(stream_take(stream, 1001, &arena, &bytes, &error));
        assert_int_equal(error.code, ERROR_ARTICLE);
        size_t count = 0;
        while (stream_line(stream, &line) == STREAM_LINE) count++;
        assert_int_equal(count, (i == 2 ? 36000 : 3000) - 2);
        error = (struct error){0};
        assert_true(stream_ok(stream, &error));
        stream_skip(stream, 5);
        assert_int_equal(stream_peek(stream, 1).n, 0);
        assert_int_equal(stream_member(stream, &name, &error), STREAM_END);
    }
    stream_free(stream);
    arena_release(&arena);
}

static void unreadable(void **state)
{
    (void)state;
    struct arena arena;
    struct error error = {0};
    struct str name, bytes;
    arena_init(&arena, 0);
    struct stream *stream = stream_new(1000);
    assert_false(stream_open(stream, "none", &arena, &error));
    assert_string_equal(error.message, "can't read it: No such file or directory");
    error = (struct error){0};
    shell("mkdir -p directory");
    assert_true(stream_open(stream, "directory", &arena, &error));
    assert_int_equal(stream_member(stream, &name, &error), STREAM_MEMBER);
    assert_false(stream_take(stream, SIZE_MAX, &arena, &bytes, &error));
    assert_string_equal(error.message, "can't read it: Is a directory");
    stream_free(stream);
    arena_release(&arena);
    write_text("small", "small");
    arena_init(&arena, 1);
    stream = stream_new(1000);
    error = (struct error){0};
    assert_false(stream_open(stream, "small", &arena, &error));
    assert_int_equal(error.code, ERROR_ARTICLE);
    stream_free(stream);
    arena_release(&arena);
}

static void no_containers(void **state)
{
    (void)state;
    static char text[600];
    memset(text, '0', sizeof text);
    assert_false(container_looks((struct str){text, sizeof text}));
    assert_false(container_looks(STR("BZh9 is how bzip2 files begin")));
    assert_false(container_looks(STR("PK")));
    assert_false(container_looks(STR("")));
    memset(text, 0, sizeof text);
    assert_false(container_looks((struct str){text, sizeof text}));
    assert_true(container_looks(STR("\x50\x2a\x4d\x18\0\0\0\0")));
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compressed),     cmocka_unit_test(archives),   cmocka_unit_test(nested),
        cmocka_unit_test(members_picked), cmocka_unit_test(damaged),    cmocka_unit_test(large_members),
        cmocka_unit_test(standard_input), cmocka_unit_test(named_pipe), cmocka_unit_test(foreign_files),
        cmocka_unit_test(formats_forced), cmocka_unit_test(pieces),     cmocka_unit_test(unreadable),
        cmocka_unit_test(no_containers),
    };
    return cmocka_run_group_tests(tests, enter_directory, leave_directory);
}
