// Prints what the learned part of structure sees, for tests/lab/train/train.py: the features of every line that is not
// blank, the words of short ones, the features of every pair of neighbouring headings.
//   dump names | dump level-names | dump parallel-count
//   dump lines OUT < list of files       OUT: int32 file, line; int16 features…    OUT.words: uint16 count, buckets…
//   dump levels OUT < "FILE LINE LINE…"  one line a file with its headings; OUT: int32 file, pair; int16 features…
//   dump texts OUT < list of files       OUT: of each such line "file line layout form TEXT"
//   dump parallel OUT ODDS < list of files   ODDS: float of every such line; OUT: int32 line, counted through all
//   files;
//                                        int16 features…, of every line that the second forest is asked about
//   dump cells OUT < list of files       OUT: int32 file, line; struct look as int32…, of every bar
#include "parse/cells.h"
#include "parse/extracted/grid.h"
#include "parse/extracted/level.h"
#include "parse/extracted/parallel.h"
#include "parse/extracted/structure.h"

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
    FEATURES_LAYOUT(X)
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
    struct arena arena;
    char *bytes;
    struct lines lines;
    struct part *parts;
    size_t count;
};

static struct text text_read(const char *path)
{
    struct text t = {.count = 0};
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
    arena_init(&t.arena, 0);
    struct article article = {.text = {t.bytes, n}};
    if (!layout_read(&article, &t.arena, &t.arena, &t.lines) ||
        !structure_parts(&t.lines, &t.arena, &t.parts, &t.count))
        exit(1);
    return t;
}

// The source's line, from 1, on which a part begins.
static uint32_t line_of(const struct text *t, size_t i)
{
    return t->lines.lines[t->parts[i].line].first + 1;
}

static void lines_dump(const struct text *t, int32_t number, FILE *out, FILE *words)
{
    struct arena arena;
    arena_init(&arena, 0);
    const struct context *c = features_begin(t->parts, t->count, t->lines.layout, t->lines.page, &arena);
    for (size_t i = 0; i < t->count; i++) {
        int32_t head[2] = {number, (int32_t)line_of(t, i)};
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

static void texts_dump(const struct text *t, int32_t number, FILE *out)
{
    for (size_t i = 0; i < t->count; i++) {
        const struct line *line = &t->lines.lines[t->parts[i].line];
        fprintf(out, "%d\t%u\t%s\t%d\t%.*s\n", number, line_of(t, i), layout_name(t->lines.layout), line->form,
                STR_ARG(line->text));
    }
}

static void levels_dump(const struct text *t, int32_t number, char *rest, FILE *out)
{
    uint32_t headings[100000];
    size_t n = 0, at = 0;
    for (char *p = strtok(rest, " \n"); p && n < 100000; p = strtok(NULL, " \n")) {
        uint32_t line = (uint32_t)atoi(p);
        while (at < t->count && line_of(t, at) < line) at++;
        if (at < t->count && line_of(t, at) == line) headings[n++] = (uint32_t)at;
    }
    for (size_t k = 0; k + 1 < n; k++) {
        int32_t head[2] = {number, (int32_t)k};
        int16_t f[LEVEL_FEATURE_COUNT];
        level_features(t->parts, t->count, headings, n, k, f);
        fwrite(head, sizeof head, 1, out);
        fwrite(f, sizeof f, 1, out);
    }
}

// *before: lines of the files before; raised by the file's.
static void parallel_dump(const struct text *t, int32_t *before, FILE *odds, FILE *out)
{
    struct arena arena;
    arena_init(&arena, 0);
    const struct context *c = features_begin(t->parts, t->count, t->lines.layout, t->lines.page, &arena);
    struct path_line *lines = arena_alloc(&arena, (t->count + 1) * sizeof *lines);
    for (size_t i = 0; i < t->count; i++) {
        lines[i] = (struct path_line){.role = 0};
        if (fread(&lines[i].odds[ROLE_HEADING], sizeof(float), 1, odds) != 1) exit(1);
    }
    const struct parallel *p = parallel_new(c, t->parts, lines, t->count, &arena);
    for (size_t i = 0; i < t->count; i++) {
        int32_t line = *before + (int32_t)i;
        int16_t f[PARALLEL_FEATURE_COUNT];
        if (lines[i].odds[ROLE_HEADING] <= 0 || !parallel_features(p, i, f)) continue;
        fwrite(&line, sizeof line, 1, out);
        fwrite(f, sizeof f, 1, out);
    }
    *before += (int32_t)t->count;
    arena_release(&arena);
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
            int32_t row[8] = {number,   (int32_t)line_of(t, i), l->first, l->last, l->digits, l->lines,
                              l->chars, (int32_t)l->hash};
            fwrite(row, sizeof row, 1, out);
        }
    arena_release(&arena);
}

int main(int argc, char **argv)
{
    if (argc < 2) return 2;
    if (!strcmp(argv[1], "names")) return print_names(), 0;
    if (!strcmp(argv[1], "level-names")) return print_level_names(), 0;
    if (!strcmp(argv[1], "parallel-count")) return printf("%d\n", PARALLEL_FEATURE_COUNT), 0;
    if (argc < 3) return 2;
    bool levels = !strcmp(argv[1], "levels"), cells = !strcmp(argv[1], "cells"), texts = !strcmp(argv[1], "texts"),
         parallel = !strcmp(argv[1], "parallel");
    char path[4096];
    snprintf(path, sizeof path, "%s.words", argv[2]);
    FILE *out = fopen(argv[2], "wb"), *words = levels || cells || texts || parallel ? NULL : fopen(path, "wb");
    FILE *odds = parallel && argc > 3 ? fopen(argv[3], "rb") : NULL;
    int32_t before = 0;
    static char row[1 << 20];
    for (int32_t number = 0; fgets(row, sizeof row, stdin); number++) {
        char *end = row + strcspn(row, " \n"), *rest = *end ? end + 1 : end;
        *end = '\0';
        struct text t = text_read(row);
        if (levels) levels_dump(&t, number, rest, out);
        else if (cells) cells_dump(&t, number, out);
        else if (parallel) parallel_dump(&t, &before, odds, out);
        else if (texts) texts_dump(&t, number, out);
        else lines_dump(&t, number, out, words);
        arena_release(&t.arena);
        free(t.bytes);
    }
    fclose(out);
    if (words) fclose(words);
    if (odds) fclose(odds);
    return 0;
}
