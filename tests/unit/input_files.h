// What the tests of the input modules share: a directory of their own, files and tools in it, and a reader that prints
// articles as short texts.
#ifndef TESTS_INPUT_FILES_H
#define TESTS_INPUT_FILES_H

#include "base/buf.h"
#include "input/hygiene.h"
#include "input/input.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

// The working directory is a fresh one from here on.
static inline int enter_directory(void **state)
{
    char path[] = "/tmp/doc2pgsql-test.XXXXXX";
    if (!mkdtemp(path) || chdir(path) != 0) return -1;
    *state = strdup(path);
    return *state ? 0 : -1;
}

static inline int leave_directory(void **state)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", (char *)*state);
    free(*state);
    return chdir("/") != 0 || system(command) != 0;
}

static inline void write_bytes(const char *name, const void *bytes, size_t n)
{
    FILE *file = fopen(name, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, n, file), n);
    assert_int_equal(fclose(file), 0);
}

static inline void write_text(const char *name, const char *text)
{
    write_bytes(name, text, strlen(text));
}

static inline void shell(const char *command)
{
    assert_int_equal(system(command), 0);
}

static inline void add_text(struct buf *out, const char *name, struct str s)
{
    if (s.p) buf_printf(out, " %s=%.*s", name, STR_ARG(s));
}

// One line for each article, `SOURCE [TEXT] title=…`, with the path of the working directory cut off, or `! SOURCE:LINE
// MESSAGE`. LF in texts is shown as |. The result is freed by the next call.
static inline const char *read_all(struct input_options options, char *const *paths)
{
    static struct buf out;
    char here[256];
    size_t count = 0;
    while (paths[count]) count++;
    if (!options.article_limit) options.article_limit = 1 << 20;
    buf_release(&out);
    size_t cut = strlen(getcwd(here, sizeof here)) + 1;
    struct error error = {0};
    struct input *input = input_open(paths, count, &options, &error);
    if (!input) {
        buf_printf(&out, "? %s%s%s", error.source, error.source[0] ? ": " : "", error.message);
        return out.p;
    }
    struct arena arena;
    arena_init(&arena, 0);
    for (;;) {
        struct article a;
        error = (struct error){0};
        enum input_result got = input_next(input, &arena, &a, &error);
        if (got == INPUT_END) break;
        if (got == INPUT_REJECTED || got == INPUT_NOTED) {
            const char *source = strncmp(error.source, here, cut - 1) == 0 ? error.source + cut : error.source;
            buf_printf(&out, "%c %s:%u %s\n", got == INPUT_NOTED ? '~' : '!', source, error.line, error.message);
            arena_reset(&arena);
            continue;
        }
        assert_true(hygiene_article(&a, &arena, &error));
        if (a.former.p) a.source = a.former;  // tells the line
        size_t skip = a.source.n > cut && memcmp(a.source.p, here, cut - 1) == 0 ? cut : 0;
        size_t start = out.n;
        buf_printf(&out, "%.*s [%.*s]", (int)(a.source.n - skip), a.source.p + skip, STR_ARG(a.text));
        for (size_t i = start; i < out.n; i++)
            if (out.p[i] == '\n') out.p[i] = '|';
        if (a.first_line != 1) buf_printf(&out, " line=%u", a.first_line);
        if (a.repaired) buf_printf(&out, " repaired=%u@%zu", a.repaired, a.repaired_at);
        add_text(&out, "title", a.metadata.title);
        add_text(&out, "author", a.metadata.author);
        add_text(&out, "site", a.metadata.site);
        add_text(&out, "url", a.metadata.url);
        add_text(&out, "language", a.metadata.language);
        add_text(&out, "date", a.metadata.published_at);
        add_text(&out, "other", a.metadata.other);
        buf_byte(&out, '\n');
        arena_reset(&arena);
    }
    input_close(input);
    arena_release(&arena);
    buf_byte(&out, '\0');
    return out.p;
}

#define READ(options, ...) read_all((options), (char *[]){__VA_ARGS__, NULL})
#define PLAIN              ((struct input_options){0})
#define OPTIONS(...)       ((struct input_options){__VA_ARGS__})

#endif
