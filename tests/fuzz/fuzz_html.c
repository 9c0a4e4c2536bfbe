// Pages of any kind: blocks lie on lines that are there, with text that is UTF-8, and hold each character of the
// article once, as verify wants it; with and without what is no part of the article.
#include "base/utf8.h"
#include "parse/parser.h"
#include "rows/row_builder.h"
#include "sink/verify_sink.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct seen {
    uint32_t first, last;
    struct row_builder *builder;
};

static void check(bool ok, const struct block *block, const char *what)
{
    if (ok) return;
    fprintf(stderr, "%s: block of kind %d, lines %u to %u\n", what, (int)block->kind, block->line, block->line_end);
    abort();
}

static bool see(void *context, const struct block *block, struct error *error)
{
    struct seen *seen = context;
    check(block->line >= seen->first, block, "begins before the source");
    check(block->line_end >= block->line, block, "ends before it begins");
    check(block->line_end <= seen->last, block, "ends behind the source");
    check(utf8_valid(block->text) == block->text.n, block, "is no UTF-8");
    for (size_t i = 0; i < block->cell_count; i++)
        check(utf8_valid(block->cells[i].text) == block->cells[i].text.n, block, "has a cell that is no UTF-8");
    for (size_t i = 0; i < block->link_count; i++) check(block->links[i].url.n, block, "has a link to nowhere");
    return row_builder_block(seen->builder, block, error);
}

static bool put(void *sink, const struct row *row, struct error *error)
{
    return ((struct sink *)sink)->ops->row(sink, row, error);
}

static void parse(struct str bytes, bool whole_page)
{
    struct arena arena;
    struct error error = {0};
    struct utf8_repairs repairs;
    struct str sample;
    arena_init(&arena, (size_t)256 << 20);
    struct sink_article a = {
        .article = {.source = STR("fuzz"), .bytes = bytes, .first_line = 1, .whole_page = whole_page},
        .dialect = DIALECT_HTML};
    struct article *article = &a.article;
    article->text = utf8_repair(bytes, &arena, &repairs);
    struct seen seen = {1, 1, NULL};
    for (size_t i = 0; i < article->text.n; i++) seen.last += article->text.p[i] == '\n';
    struct sink *sink = verify_sink_open(NULL, &error);
    bool ok = sink && html_open(article, &arena, &sample, &error) && sink_begin(sink, &a, &error) &&
              (seen.builder = row_builder_new(article, &arena, put, sink, &error)) &&
              html_parse(article, &arena, see, &seen, &error) && row_builder_finish(seen.builder, DIALECT_HTML, &error);
    if (!ok && error.code == ERROR_ARTICLE) {
        fprintf(stderr, "%s\n", error.message);
        abort();
    }
    if (sink) sink_close(sink, &error);
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    parse((struct str){(const char *)data, size}, false);
    parse((struct str){(const char *)data, size}, true);
    return 0;
}
