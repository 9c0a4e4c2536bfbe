#include "parse/parser.h"

// Until Markdown has its own parser, it is read as extracted text, so that nothing is lost.
bool markdown_parse(const struct article *article, struct arena *arena, block_fn *emit, void *context,
                    struct error *error)
{
    return extracted_parse(article, arena, emit, context, error);
}
