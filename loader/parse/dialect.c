#include "parse/parser.h"

const char *dialect_name(enum dialect dialect)
{
    static const char *const names[] = {"auto", "extracted", "markdown"};
    return names[dialect];
}

enum dialect dialect_detect(struct str text)
{
    (void)text;
    return DIALECT_EXTRACTED;
}

bool parse_article(const struct article *article, struct arena *arena, enum dialect *dialect, block_fn *emit,
                   void *context, struct error *error)
{
    static parse_fn *const parsers[] = {[DIALECT_EXTRACTED] = extracted_parse, [DIALECT_MARKDOWN] = markdown_parse};
    *dialect = article->dialect == DIALECT_AUTO ? dialect_detect(article->text) : article->dialect;
    return parsers[*dialect](article, arena, emit, context, error);
}
