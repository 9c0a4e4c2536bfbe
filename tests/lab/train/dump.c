// Prints what the learned part of structure sees, for tests/lab/train/train.py: the features of every line that is not
// blank, the words of short ones, the features of every pair of neighbouring headings.
//   dump names | dump level-names
//   dump lines OUT < list of files       OUT: int32 file, line; int16 features…    OUT.words: uint16 count, buckets…
//   dump levels OUT < "FILE LINE LINE…"  one line a file with its headings; OUT: int32 file, pair; int16 features…
//   dump cells OUT < list of files       OUT: int32 file, line; struct look as int32…, of every bar
#include "parse/cells.h"
#include "parse/extracted/grid.h"
#include "parse/extracted/level.h"

#include <stdio.h>
#include <stdlib.h>

static void print_names(void)
{
#define X(name) printf("%s ", #name);
    FEATURES_OWN(X)
#undef X
    for (int d = -NEAR; d <= NEAR; d++) {
        if (d == 0) continue;
#define X(name) printf("%s%+d ", #name, d);
        FEATURES_NEAR(X)
#undef X
    }
#define X(name) printf("%s ", #name);
    FEATURES_PLACE(X)
    FEATURES_ALL(X)
#undef X
    puts("");
}

static void print_level_names(void)
{
#define X(name) printf("%s ", #name);
    LEVEL_FEATURES(X)
#undef X
    puts("");
}

struct text {
    char *bytes;
    struct part *parts;
    size_t count;
};

static struct text text_read(const char *path)
{
    struct text t = {0};
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(1);
    }
    fseek(file, 0, SEEK_END);
    size_t n = (size_t)ftell(file);
    rewind(file);
    t.bytes = malloc(n + 1);
    n = fread(t.bytes, 1, n, file);
    fclose(file);
    t.parts = malloc((n + 1) * sizeof *t.parts);
    bool blank = false;
    uint32_t line = 0;
    for (size_t start = 0; start < n; line++) {
        const char *lf = memchr(t.bytes + start, '\n', n - start);
        size_t end = lf ? (size_t)(lf - t.bytes) : n;
        struct str s = {t.bytes + start, end - start};
        bool empty = !str_trim(s).n;
        if (!empty) {
            struct part *p = &t.parts[t.count++];
            shape_scan(s, &p->shape);
            p->line = line;
            p->blank_before = blank;
        }
        blank = empty;
        start = end + 1;
    }
    return t;
}

static void lines_dump(const struct text *t, int32_t number, FILE *out, FILE *words)
{
    struct arena arena;
    arena_init(&arena, 0);
    const struct context *c = features_begin(t->parts, t->count, &arena);
    for (size_t i = 0; i < t->count; i++) {
        int32_t head[2] = {number, (int32_t)t->parts[i].line + 1};
        int16_t f[FEATURE_COUNT];
        uint16_t w[SHAPE_BUCKETS + 1] = {0};
        const struct shape *s = &t->parts[i].shape;
        features_of(c, i, f);
        if (s->chars <= FEATURES_WORDS_CHARS) w[0] = s->bucket_count;
        memcpy(w + 1, s->buckets, w[0] * sizeof *w);
        fwrite(head, sizeof head, 1, out);
        fwrite(f, sizeof f, 1, out);
        fwrite(w, sizeof w, 1, words);
    }
    arena_release(&arena);
}

static void levels_dump(const struct text *t, int32_t number, char *rest, FILE *out)
{
    uint32_t headings[100000];
    size_t n = 0, at = 0;
    for (char *p = strtok(rest, " \n"); p && n < 100000; p = strtok(NULL, " \n")) {
        uint32_t line = (uint32_t)atoi(p) - 1;
        while (at < t->count && t->parts[at].line < line) at++;
        if (at < t->count && t->parts[at].line == line) headings[n++] = (uint32_t)at;
    }
    for (size_t k = 0; k + 1 < n; k++) {
        int32_t head[2] = {number, (int32_t)k};
        int16_t f[LEVEL_FEATURE_COUNT];
        level_features(t->parts, t->count, headings, n, k, f);
        fwrite(head, sizeof head, 1, out);
        fwrite(f, sizeof f, 1, out);
    }
}

static void cells_dump(const struct text *t, int32_t number, FILE *out)
{
    struct arena arena;
    arena_init(&arena, 0);
    struct path_line *lines = arena_alloc(&arena, (t->count + 1) * sizeof *lines);
    for (size_t i = 0; i < t->count; i++)
        lines[i] = (struct path_line){.odds[ROLE_ROW] = 1, .columns = is_delimiter_line(t->parts[i].shape.text)};
    const struct grid *grid = grid_new(t->parts, lines, t->count, &arena);
    for (size_t i = 0; i < t->count; i++)
        for (uint32_t b = grid->bars[i]; b < grid->bars[i + 1]; b++) {
            const struct look *l = &grid->looks[b];
            int32_t row[8] = {
                number,          (int32_t)t->parts[i].line + 1, l->first, l->last, l->digits, l->lines, l->chars,
                (int32_t)l->hash};
            fwrite(row, sizeof row, 1, out);
        }
    arena_release(&arena);
}

int main(int argc, char **argv)
{
    if (argc < 2) return 2;
    if (!strcmp(argv[1], "names")) return print_names(), 0;
    if (!strcmp(argv[1], "level-names")) return print_level_names(), 0;
    if (argc < 3) return 2;
    bool levels = !strcmp(argv[1], "levels"), cells = !strcmp(argv[1], "cells");
    char path[4096];
    snprintf(path, sizeof path, "%s.words", argv[2]);
    FILE *out = fopen(argv[2], "wb"), *words = levels || cells ? NULL : fopen(path, "wb");
    static char row[1 << 20];
    for (int32_t number = 0; fgets(row, sizeof row, stdin); number++) {
        char *end = row + strcspn(row, " \n"), *rest = *end ? end + 1 : end;
        *end = '\0';
        struct text t = text_read(row);
        if (levels) levels_dump(&t, number, rest, out);
        else if (cells) cells_dump(&t, number, out);
        else lines_dump(&t, number, out, words);
        free(t.parts);
        free(t.bytes);
    }
    fclose(out);
    if (words) fclose(words);
    return 0;
}
