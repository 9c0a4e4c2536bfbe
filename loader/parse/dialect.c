#include "parse/parser.h"

enum dialect dialect_detect(struct str text)
{
    (void)text;
    return DIALECT_EXTRACTED;
}

bool parse_article(const struct article *article, enum dialect dialect, struct arena *arena, block_fn *emit,
                   void *context, struct error *error)
{
    static parse_fn *const parsers[] = {[DIALECT_EXTRACTED] = extracted_parse, [DIALECT_MARKDOWN] = markdown_parse};
    return parsers[dialect](article, arena, emit, context, error);
}
