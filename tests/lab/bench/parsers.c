// Times the parsers alone, each over the same articles in memory: parsers CONTENDER SECONDS PATH…
// Repeats until SECONDS of processor time have gone by, at least once (0: once, for callgrind), and prints the bytes of
// a pass, the passes and the seconds of processor time. `read` reads PATH each time instead, and parses nothing;
// `ready` also does what is done to an article before it is parsed.
#include "input/hygiene.h"
#include "input/input.h"
#include "parse/parser.h"
#include "rows/row_builder.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <md4c.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct corpus {
    char **paths;
    size_t path_count;
    struct arena arena;  // of the articles
    struct article *articles;
    size_t count, room, bytes;
    struct arena scratch;  // of one article
    struct error error;
};

typedef bool contender_fn(struct corpus *corpus, const struct article *article);

static bool block(void *context, const struct block *b, struct error *error)
{
    (void)context;
    (void)b;
    (void)error;
    return true;
}

static bool row(void *context, const struct row *r, struct error *error)
{
    (void)context;
    (void)r;
    (void)error;
    return true;
}

// what is done to an article before it is parsed
static bool clean(struct corpus *corpus, const struct article *article)
{
    struct article copy = *article;
    arena_reset(&corpus->scratch);
    copy.sha256 = sha256_of(copy.bytes);
    return hygiene_article(&copy, &corpus->scratch, &corpus->error);
}

// blocks out of text
static bool parse(struct corpus *corpus, const struct article *article)
{
    struct article copy = *article;
    arena_reset(&corpus->scratch);
    return parse_article(&copy, dialect_of(article), &corpus->scratch, block, NULL, &corpus->error);
}

// rows out of text
static bool rows(struct corpus *corpus, const struct article *article)
{
    struct article copy = *article;
    arena_reset(&corpus->scratch);
    enum dialect dialect = dialect_of(article);
    struct row_builder *builder = row_builder_new(&copy, &corpus->scratch, row, NULL, &corpus->error);
    return builder && parse_article(&copy, dialect, &corpus->scratch, row_builder_block, builder, &corpus->error) &&
           row_builder_finish(builder, dialect, &corpus->error);
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    (void)type;
    (void)detail;
    (void)context;
    return 0;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *context)
{
    (void)type;
    (void)detail;
    (void)context;
    return 0;
}

static int text(MD_TEXTTYPE type, const MD_CHAR *p, MD_SIZE n, void *context)
{
    (void)type;
    (void)p;
    (void)n;
    (void)context;
    return 0;
}

static bool md4c(struct corpus *corpus, const struct article *article)
{
    (void)corpus;
    MD_PARSER parser = {.flags = MD_DIALECT_GITHUB,
                        .enter_block = enter_block,
                        .leave_block = enter_block,
                        .enter_span = enter_span,
                        .leave_span = enter_span,
                        .text = text};
    return md_parse(article->text.p, (MD_SIZE)article->text.n, &parser, NULL) == 0;
}

static bool cmark_gfm(struct corpus *corpus, const struct article *article)
{
    (void)corpus;
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
    cmark_parser_feed(parser, article->text.p, article->text.n);
    cmark_node *document = cmark_parser_finish(parser);
    cmark_node_free(document);
    cmark_parser_free(parser);
    return document != NULL;
}

enum reading { KEEP, READ, READY };

// KEEP: for the passes to come. Else they are only counted, READY ones cleaned too.
static bool read_all(struct corpus *corpus, enum reading how)
{
    struct input_options options = {.article_limit = (size_t)64 << 20};
    struct input *input = input_open(corpus->paths, corpus->path_count, &options, &corpus->error);
    struct article article;
    size_t since = 0;
    corpus->bytes = 0;
    enum input_result got = INPUT_END;
    while (input && (got = input_next(input, &corpus->arena, &article, &corpus->error)) == INPUT_ARTICLE) {
        corpus->bytes += article.bytes.n;
        if (how == READY && !clean(corpus, &article)) break;
        if (how != KEEP && (since += article.bytes.n) > 4 << 20) arena_reset(&corpus->arena), since = 0;
        if (how != KEEP) continue;
        if (!hygiene_article(&article, &corpus->arena, &corpus->error)) break;
        if (corpus->count == corpus->room) {
            corpus->room = corpus->room ? 2 * corpus->room : 1024;
            corpus->articles = realloc(corpus->articles, corpus->room * sizeof article);
            if (!corpus->articles) return false;
        }
        corpus->articles[corpus->count++] = article;
    }
    input_close(input);
    return input && got == INPUT_END;
}

struct contender {
    const char *name;
    contender_fn *run;  // NULL: reads
    enum reading how;
};

static const struct contender CONTENDERS[] = {
    {"parse", parse, KEEP}, {"rows", rows, KEEP}, {"md4c", md4c, KEEP},   {"cmark-gfm", cmark_gfm, KEEP},
    {"clean", clean, KEEP}, {"read", NULL, READ}, {"ready", NULL, READY},
};

// callgrind counts what happens in here (--toggle-collect)
__attribute__((noinline)) bool measured_pass(struct corpus *corpus, const struct contender *contender);
__attribute__((noinline)) bool measured_pass(struct corpus *corpus, const struct contender *contender)
{
    if (!contender->run) return read_all(corpus, contender->how);
    for (size_t i = 0; i < corpus->count; i++)
        if (!contender->run(corpus, &corpus->articles[i])) return false;
    return true;
}

static double processor_time(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
    size_t n = sizeof CONTENDERS / sizeof *CONTENDERS, i = 0;
    while (argc > 3 && i < n && strcmp(CONTENDERS[i].name, argv[1]) != 0) i++;
    if (argc <= 3 || i == n) {
        fprintf(stderr, "usage: parsers parse|rows|md4c|cmark-gfm|clean|read|ready SECONDS PATH...\n");
        return 2;
    }
    struct corpus corpus = {.paths = argv + 3, .path_count = (size_t)(argc - 3)};
    arena_init(&corpus.arena, 0);
    arena_init(&corpus.scratch, 0);
    cmark_gfm_core_extensions_ensure_registered();
    bool ok = read_all(&corpus, CONTENDERS[i].how);
    double start = processor_time(), spent = 0;
    int passes = 0;
    do {
        ok = ok && measured_pass(&corpus, &CONTENDERS[i]);
        spent = processor_time() - start;
        passes++;
    } while (ok && spent < atof(argv[2]));
    if (ok) printf("%zu %d %.6f\n", corpus.bytes, passes, spent);
    else fprintf(stderr, "%s failed: %s\n", argv[1], corpus.error.message);
    free(corpus.articles);
    arena_release(&corpus.arena);
    arena_release(&corpus.scratch);
    return !ok;
}
