// The family of dialect parsers: each reads an article's text and emits blocks. A parser holds no state between
// articles. Everything that is neither markup nor white space reaches exactly one block.
#ifndef PARSE_PARSER_H
#define PARSE_PARSER_H

#include "base/arena.h"
#include "input/article.h"
#include "parse/block.h"

// Scratch and joined strings come from the arena. Fails when the arena is full or the callback fails.
typedef bool parse_fn(const struct article *article, struct arena *arena, block_fn *emit, void *context,
                      struct error *error);

parse_fn extracted_parse;  // what web extractors leave: one line is one block (design of the input: man page, INPUT)
parse_fn markdown_parse;   // CommonMark with GFM's tables

// The dialect a text is written in; never DIALECT_AUTO.
enum dialect dialect_detect(struct str text);
// "extracted", "markdown"; for messages and the column documents.dialect.
const char *dialect_name(enum dialect dialect);

// Detects the dialect where the article says AUTO, and parses. The dialect found goes to *dialect.
bool parse_article(const struct article *article, struct arena *arena, enum dialect *dialect, block_fn *emit,
                   void *context, struct error *error);

#endif
