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

static const struct block_cell *cells_of(const struct line *lines, size_t i, size_t count, struct arena *arena,
                                         size_t *cells)
{
    *cells = lines[i].cell_count;
    if (lines[i].cells) return lines[i].cells;
    size_t n = lines[i].text.n, end = i + 1;
    for (; end < count && (lines[end].kind == LINE_ROW_MORE); end++) n += 1 + lines[end].text.n;
    char *text = arena_alloc(arena, n + 1);
    n = 0;
    for (size_t j = i; j < end; j++) {
        memcpy(text + n, lines[j].text.p, lines[j].text.n);
        n += lines[j].text.n;
        text[n++] = ' ';
    }
    return cells_split((struct str){text, n}, lines[i].style, 0, arena, cells);
}

static void print_cells(FILE *out, const struct block_cell *cell, size_t cells)
{
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
        if (l->form == FORM_HEADER) type = "table_header";
        else if (l->kind == LINE_ROW && !l->cells) {
            size_t j = i + 1;
            while (j < count && lines[j].kind == LINE_ROW_MORE) j++;
            if (j < count && lines[j].kind == LINE_DELIMITER) type = "table_header";
        }
        fprintf(out, "{\"line\": %u, \"type\": \"%s\"", l->first + 1, type);
        if (l->kind == LINE_HEADING)
            fprintf(out, ", \"level\": %u, \"confidence\": %.3f, \"reason\": \"%s\"", l->level, (double)l->confidence,
                    l->reason);
        if (l->kind == LINE_ROW) {
            size_t cells;
            const struct block_cell *cell = cells_of(lines, i, count, arena, &cells);
            print_cells(out, cell, cells);
        }
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
        struct article article = {.text = {text, n}, .first_line = 1};
        struct lines lines;
        struct arena arena;
        arena_init(&arena, 0);
        if (!layout_read(&article, &arena, &lines) || !structure_decide(&lines, &arena)) return 1;
        const char *base = strrchr(path, '/');
        base = base ? base + 1 : path;
        snprintf(target, sizeof target, "%s/%.*s.jsonl", argv[1], (int)(strlen(base) - 4), base);
        FILE *out = fopen(target, "wb");
        if (!out) return perror(target), 1;
        print_lines(out, lines.lines, lines.count, &arena);
        fclose(out);
        arena_release(&arena);
        free(text);
    }
    return 0;
}
