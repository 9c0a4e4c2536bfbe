// Prints the decided lines of articles as the corpus's score.py reads them: lines OUTDIR < list of .txt files
#include "parse/cells.h"
#include "parse/extracted/structure.h"

#include <stdio.h>
#include <stdlib.h>

static void print_string(FILE *out, struct str s)
{
    fputc('"', out);
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (c == '"' || c == '\\') fprintf(out, "\\%c", c);
        else if (c < 32) fprintf(out, "\\u%04x", c);
        else fputc(c, out);
    }
    fputc('"', out);
}

static void print_cells(FILE *out, const struct line *lines, size_t i, size_t count, enum row_style style,
                        struct arena *arena)
{
    size_t n = lines[i].text.n, end = i + 1;
    for (; end < count && (lines[end].kind == LINE_ROW_MORE); end++) n += 1 + lines[end].text.n;
    char *text = arena_alloc(arena, n + 1);
    n = 0;
    for (size_t j = i; j < end; j++) {
        memcpy(text + n, lines[j].text.p, lines[j].text.n);
        n += lines[j].text.n;
        text[n++] = ' ';
    }
    size_t cells = 0;
    struct block_cell *cell = cells_split((struct str){text, n}, style, 0, arena, &cells);
    fputs(", \"cells\": [", out);
    for (size_t k = 0; k < cells; k++) {
        if (k) fputc(',', out);
        print_string(out, cell[k].text);
    }
    fputc(']', out);
}

static void print_lines(FILE *out, const struct line *lines, size_t count, struct arena *arena)
{
    static const char *const types[] = {
        [LINE_BLANK] = "",
        [LINE_PARAGRAPH] = "paragraph",
        [LINE_HEADING] = "heading",
        [LINE_LEFTOVER] = "paragraph",
        [LINE_ITEM] = "bullet",
        [LINE_ITEM_MORE] = "bullet",
        [LINE_ROW] = "table_row",
        [LINE_ROW_MORE] = "table_row",
        [LINE_DELIMITER] = "table_delimiter",
        [LINE_CODE] = "code",
        [LINE_QUOTE] = "quote",
    };
    for (size_t i = 0; i < count; i++) {
        const struct line *l = &lines[i];
        if (l->kind == LINE_BLANK || l->kind == LINE_ROW_MORE) continue;
        const char *type = types[l->kind];
        if (l->kind == LINE_ROW) {
            size_t j = i + 1;
            while (j < count && lines[j].kind == LINE_ROW_MORE) j++;
            if (j < count && lines[j].kind == LINE_DELIMITER) type = "table_header";
        }
        fprintf(out, "{\"line\": %zu, \"type\": \"%s\"", i + 1, type);
        if (l->kind == LINE_HEADING)
            fprintf(out, ", \"level\": %u, \"confidence\": %.3f, \"reason\": \"%s\"", l->level, (double)l->confidence,
                    l->reason);
        if (l->kind == LINE_ROW) print_cells(out, lines, i, count, l->style, arena);
        fputs("}\n", out);
    }
}

int main(int argc, char **argv)
{
    if (argc < 2) return 2;
    char path[4096], target[8192];
    while (fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = '\0';
        FILE *file = fopen(path, "rb");
        if (!file) return perror(path), 1;
        fseek(file, 0, SEEK_END);
        size_t n = (size_t)ftell(file);
        rewind(file);
        char *text = malloc(n + 1);
        n = fread(text, 1, n, file);
        fclose(file);
        struct line *lines = calloc(n + 1, sizeof *lines);
        size_t count = 0;
        for (size_t start = 0; start < n;) {
            const char *lf = memchr(text + start, '\n', n - start);
            size_t end = lf ? (size_t)(lf - text) : n;
            lines[count++] = (struct line){.text = {text + start, end - start}};
            start = end + 1;
        }
        struct arena arena;
        arena_init(&arena, 0);
        if (!structure_decide(lines, count, &arena)) return 1;
        const char *base = strrchr(path, '/');
        base = base ? base + 1 : path;
        snprintf(target, sizeof target, "%s/%.*s.jsonl", argv[1], (int)(strlen(base) - 4), base);
        FILE *out = fopen(target, "wb");
        if (!out) return perror(target), 1;
        print_lines(out, lines, count, &arena);
        fclose(out);
        arena_release(&arena);
        free(lines);
        free(text);
    }
    return 0;
}
