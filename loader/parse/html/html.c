#include "parse/html/page.h"

#include "parse/parser.h"

bool html_open(struct article *article, struct arena *arena, struct str *sample, struct error *error)
{
    (void)article;
    *sample = STR("");
    return arena_ok(arena, error);
}

bool html_explain(const struct article *article, struct buf *out)
{
    (void)article;
    return !out->failed;
}

bool html_parse(struct article *article, struct arena *arena, block_fn *emit, void *context, struct error *error)
{
    (void)emit;
    (void)context;
    article->layout = LAYOUT_NONE;
    return arena_ok(arena, error);
}
