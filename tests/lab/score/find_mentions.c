// Feeds texts to mentions_find, for tests/lab/score/entities. Standard input is lines of fields parted by tabs:
//   name NAME ENTITY KIND CASE_SENSITIVE LANGUAGE     stop PHRASE KIND     (all of them first)
//   language CODE                                     text TEXT            (prints: number of the text, start, length,
//                                                                           entity)
//   bench FILE                               (prints: bytes, mentions, nanoseconds of the fastest of 9 passes)
#include "base/buf.h"
#include "facts/mentions.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define MAX 100000

static struct mention_name name_rows[MAX];
static struct mention_stop stop_rows[MAX];
static struct str entities[MAX];
static size_t name_count, stop_count;

static struct str field(char **line)
{
    char *start = *line, *end = start + strcspn(start, "\t\n");
    *line = *end ? end + 1 : end;
    char *copy = strndup(start, (size_t)(end - start));
    return str_from(copy);
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static void bench(const struct mention_names *names, struct str language, const char *path)
{
    struct buf text = {0};
    char piece[65536];
    FILE *file = fopen(path, "rb");
    for (size_t n; file && (n = fread(piece, 1, sizeof piece, file)) > 0;) buf_add(&text, piece, n);
    if (file) fclose(file);
    struct arena arena;
    arena_init(&arena, 0);
    double best = 1e18;
    size_t count = 0;
    for (int pass = 0; pass < 9; pass++) {
        struct mention *found;
        arena_reset(&arena);
        double start = now();
        mentions_find(names, buf_str(&text), language, &arena, &found, &count);
        if (now() - start < best) best = now() - start;
    }
    printf("%zu\t%zu\t%.0f\n", text.n, count, best);
    arena_release(&arena);
    buf_release(&text);
}

int main(void)
{
    char *line = NULL;
    size_t room = 0, number = 0;
    struct mention_names *names = NULL;
    struct str language = STR_NULL;
    struct error error = {0};
    while (getline(&line, &room, stdin) > 0) {
        char *at = line;
        struct str what = field(&at);
        if (str_equal(what, STR("name"))) {
            struct mention_name *n = &name_rows[name_count];
            n->name = field(&at);
            entities[name_count] = field(&at);
            n->entity = entities[name_count].n ? (uint32_t)name_count : MENTION_NONE;
            mention_kind_parse(field(&at), &n->kind);
            n->case_sensitive = str_equal(field(&at), STR("true"));
            n->language = field(&at);
            name_count++;
            continue;
        }
        if (str_equal(what, STR("stop"))) {
            stop_rows[stop_count].phrase = field(&at);
            mention_stop_kind_parse(field(&at), &stop_rows[stop_count++].kind);
            continue;
        }
        if (!names) names = mention_names_new(name_rows, name_count, stop_rows, stop_count, &error);
        if (str_equal(what, STR("language"))) language = field(&at);
        if (str_equal(what, STR("bench"))) bench(names, language, field(&at).p);
        if (!str_equal(what, STR("text"))) continue;
        struct arena arena;
        struct mention *found;
        size_t count;
        arena_init(&arena, 0);
        mentions_find(names, field(&at), language, &arena, &found, &count);
        for (size_t i = 0; i < count; i++)
            printf("%zu\t%u\t%u\t%s\n", number, found[i].start, found[i].length, entities[found[i].entity].p);
        arena_release(&arena);
        number++;
    }
    return 0;
}
