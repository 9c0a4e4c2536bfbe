// Markdown of any kind: blocks come in order, on lines that are there, with text that is UTF-8; front matter and the
// dialect's detection take anything.
#include "base/utf8.h"
#include "input/front_matter.h"
#include "parse/parser.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct seen {
    uint32_t line, last_line;
};

static void check(bool ok, const struct block *block, const char *what)
{
    if (ok) return;
    fprintf(stderr, "%s: block of kind %d, lines %u to %u\n", what, (int)block->kind, block->line, block->line_end);
    abort();
}

static bool see(void *context, const struct block *block, struct error *error)
{
    (void)error;
    struct seen *seen = context;
    check(block->line >= seen->line, block, "goes back");
    check(block->line_end >= block->line, block, "ends before it begins");
    check(block->line_end <= seen->last_line, block, "ends behind the source");
    check(utf8_valid(block->text) == block->text.n, block, "is no UTF-8");
    for (size_t i = 0; i < block->cell_count; i++)
        check(utf8_valid(block->cells[i].text) == block->cells[i].text.n, block, "has a cell that is no UTF-8");
    for (size_t i = 0; i < block->link_count; i++) check(block->links[i].url.n, block, "has a link to nowhere");
    seen->line = block->line;
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct error error = {0};
    struct utf8_repairs repairs;
    struct str bytes = {(const char *)data, size};
    arena_init(&arena, (size_t)256 << 20);
    struct article article = {.source = STR("fuzz"), .bytes = bytes, .first_line = 1};
    article.text = utf8_repair(bytes, &arena, &repairs);
    struct seen seen = {1, 1};
    for (size_t i = 0; i < article.text.n; i++)
        seen.last_line += article.text.p[i] == '\n' || article.text.p[i] == '\r';
    dialect_detect(article.text);
    if (!front_matter_read(&article, &arena, &error)) abort();
    seen.line = article.first_line;
    markdown_parse(&article, &arena, see, &seen, &error);
    arena_release(&arena);
    return 0;
}
