// The search for the costs of costs.h, run by search.py.
//   search odds < list of files           each line's odds by the model that is linked in: floats to standard output
//   search costs ROUNDS SEED ODDS < gold  prints the costs that were best, each time better ones are found
// gold: "FILE FOLDER COUNT", then COUNT lines "LINE KIND FURTHER END BOLD" (search.py says what they mean).
#define COSTS_ARE static
#include "../../../loader/parse/extracted/path.c"
#include "../../../loader/parse/extracted/structure.c"

#include <stdio.h>
#include <stdlib.h>

enum { FOLDERS = 5, HEADING_FOLDERS = 3, MOST_DOCUMENTS = 2000 };
enum gold_kind { GOLD_ROW, GOLD_PARAGRAPH, GOLD_ITEM, GOLD_HEADING, GOLD_COUNT };

struct gold {
    int kind, end;  // -1: another kind; end: the last line of a row
    bool further;   // line of a row that has begun before
    bool bold;
};

struct document {
    int folder;
    struct gold *gold;  // of each line of the source
    size_t gold_count;
    struct article_lines lines;
    bool whole;
};

static struct document documents[MOST_DOCUMENTS];
static size_t document_count;

static void article_read(struct document *d, const char *path, struct arena *arena)
{
    FILE *file = fopen(path, "rb");
    if (!file) perror(path), exit(1);
    fseek(file, 0, SEEK_END);
    size_t n = (size_t)ftell(file);
    rewind(file);
    char *text = arena_alloc(arena, n + 1);
    n = fread(text, 1, n, file);
    fclose(file);
    // the costs are those of tables on lines that are blocks
    struct article article = {.text = {text, n}, .first_line = 1, .layout = LAYOUT_LINES};
    struct lines lines;
    if (!layout_read(&article, arena, arena, &lines)) exit(1);
    d->lines = (struct article_lines){.lines = lines.lines, .count = lines.count};
    if (!scan(&d->lines, &lines, arena)) exit(1);
}

static int print_odds(void)
{
    char path[4096];
    while (fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = '\0';
        struct arena arena;
        arena_init(&arena, 0);
        struct document d;
        article_read(&d, path, &arena);
        const struct article_lines *a = &d.lines;
        const struct context *context = features_begin(a->parts, a->part_count, LAYOUT_LINES, false, &arena);
        if (!weigh(&d.lines, context, &arena)) exit(1);
        for (size_t i = 0; i < a->part_count; i++) fwrite(a->path[i].odds, sizeof a->path[i].odds, 1, stdout);
        arena_release(&arena);
    }
    return 0;
}

static void gold_read(const char *odds_path)
{
    static struct arena arena;
    arena_init(&arena, 0);
    char path[4096];
    size_t count;
    FILE *odds = fopen(odds_path, "rb");
    if (!odds) perror(odds_path), exit(1);
    for (struct document *d = documents; scanf("%4095s %d %zu", path, &d->folder, &count) == 3; d++) {
        article_read(d, path, &arena);
        d->gold_count = d->lines.count ? d->lines.lines[d->lines.count - 1].last + 1 : 0;
        d->gold = arena_alloc(&arena, (d->gold_count + 1) * sizeof *d->gold);
        for (size_t i = 0; i < d->gold_count; i++) d->gold[i] = (struct gold){.kind = -1};
        for (size_t i = 0; i < count; i++) {
            int line, kind, further, end, bold;
            if (scanf("%d %d %d %d %d", &line, &kind, &further, &end, &bold) != 5) exit(1);
            if ((size_t)line <= d->gold_count) d->gold[line - 1] = (struct gold){kind, end, further, bold};
        }
        for (size_t i = 0; i < d->lines.part_count; i++)
            if (fread(d->lines.path[i].odds, sizeof d->lines.path[i].odds, 1, odds) != 1) exit(1);
        d->whole = style_of(&d->lines) != ROW_STYLE_OPEN;
        document_count++;
    }
    fclose(odds);
}

// hits, predicted, expected
static void count_document(const struct document *d, double counts[GOLD_COUNT][3])
{
    static const int kinds[ROLE_COUNT] = {GOLD_PARAGRAPH, GOLD_HEADING, GOLD_ITEM, GOLD_ROW, -1, -1};
    const struct article_lines *a = &d->lines;
    for (size_t i = 0; i < d->gold_count; i++)
        if (d->gold[i].kind >= 0 && !d->gold[i].further) counts[d->gold[i].kind][2]++;
    for (size_t i = 0; i < a->part_count; i++) {
        const struct gold *gold = &d->gold[a->lines[a->parts[i].line].first];
        int kind = kinds[a->path[i].role];
        if (kind < 0 || (kind == GOLD_ROW && (!a->path[i].row_starts || gold->further)) ||
            (kind == GOLD_HEADING && gold->bold))
            continue;
        size_t end = i + 1;
        while (kind == GOLD_ROW && end < a->part_count && a->path[end].role == ROLE_ROW && !a->path[end].row_starts &&
               !a->path[end].columns)
            end++;
        counts[kind][1]++;
        int last = (int)a->lines[a->parts[end - 1].line].last + 1;
        counts[kind][0] += gold->kind == kind && (kind != GOLD_ROW || gold->end == last);
    }
}

static double f1(const double counts[3])
{
    return counts[1] + counts[2] > 0 ? 2 * counts[0] / (counts[1] + counts[2]) : 1;
}

// The mean of micro and macro F1, summed over kinds and folders by what they weigh. Headings count where there are
// many: not in the folders behind the first three, whose tables' titles would else decide what a heading is worth.
static double worth(void)
{
    static const double folder_weight[FOLDERS] = {1, 1, 0.3, 1, 0.6}, kind_weight[GOLD_COUNT] = {1, 0.5, 0.5, 0.4};
    double sums[FOLDERS][GOLD_COUNT][3] = {0}, macro[FOLDERS][GOLD_COUNT] = {0}, number[FOLDERS][GOLD_COUNT] = {0};
    for (struct document *d = documents; d < documents + document_count; d++) {
        struct arena arena;
        arena_init(&arena, 0);
        if (!path_decide(d->lines.parts, d->lines.path, d->lines.part_count, d->whole, &arena)) exit(1);
        arena_release(&arena);
        double counts[GOLD_COUNT][3] = {0};
        count_document(d, counts);
        for (int k = 0; k < GOLD_COUNT; k++) {
            for (int j = 0; j < 3; j++) sums[d->folder][k][j] += counts[k][j];
            if (counts[k][1] + counts[k][2] <= 0) continue;
            macro[d->folder][k] += f1(counts[k]);
            number[d->folder][k]++;
        }
    }
    double all = 0;
    for (int f = 0; f < FOLDERS; f++)
        for (int k = 0; k < GOLD_COUNT; k++)
            if (number[f][k] > 0 && (k != GOLD_HEADING || f < HEADING_FOLDERS))
                all += folder_weight[f] * kind_weight[k] * (f1(sums[f][k]) + macro[f][k] / number[f][k]) / 2;
    return all;
}

static void search(int rounds)
{
    double best = worth();
    fprintf(stderr, "begin: %.5f\n", best);
    for (int r = 0; r < rounds; r++) {
        float before[COST_COUNT];
        memcpy(before, COST, sizeof before);
        for (int n = 1 + rand() % 3; n; n--) {
            int i = rand() % COST_COUNT;
            if (i != OVER) COST[i] *= expf(((float)rand() / (float)RAND_MAX - 0.5f) * 2.2f);
        }
        double now = worth();
        if (now <= best) {
            memcpy(COST, before, sizeof before);
            continue;
        }
        best = now;
        printf("%d: %.5f", r, best);
        for (int i = 0; i < COST_COUNT; i++) printf(" %.3g", (double)COST[i]);
        puts("");
        fflush(stdout);
    }
}

int main(int argc, char **argv)
{
    if (argc == 2 && !strcmp(argv[1], "odds")) return print_odds();
    if (argc != 5) return 2;
    gold_read(argv[4]);
    srand((unsigned)atoi(argv[3]));
    search(atoi(argv[2]));
    return 0;
}
