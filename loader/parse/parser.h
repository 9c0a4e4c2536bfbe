// The family of dialect parsers: each reads an article's text and emits blocks. A parser holds no state between
// articles. Everything that is neither markup nor white space reaches exactly one block.
#ifndef PARSE_PARSER_H
#define PARSE_PARSER_H

#include "base/arena.h"
#include "base/buf.h"
#include "input/article.h"
#include "parse/block.h"

// article->layout is filled in. Scratch and joined strings come from the arena. Fails when the arena is full or the
// callback fails.
typedef bool parse_fn(struct article *article, struct arena *arena, block_fn *emit, void *context, struct error *error);

parse_fn extracted_parse;  // what web extractors leave: one line is one block (design of the input: man page, INPUT)
parse_fn markdown_parse;   // CommonMark with GFM's tables
parse_fn html_parse;       // the article within a page, or all of the page

// Of HTML, before it is parsed: takes what the page states of the article (title, author, date, …) to article->metadata
// where that says nothing, and a sample of its text for language_guess. Fails when the arena is full.
bool html_open(struct article *article, struct arena *arena, struct str *sample, struct error *error);

// What of the page is no part of the article, a line for each piece, with its reason. Of an open page.
bool html_explain(const struct article *article, struct buf *out);

// The dialect a text is written in; never DIALECT_AUTO.
enum dialect dialect_detect(struct str text);

// The article's own, or the one it is written in; a name that ends in .md or the like is evidence. Never DIALECT_AUTO.
enum dialect dialect_of(const struct article *article);

// Why the dialect, and for plain text the layout, are taken for what they are: a line each, without its end, from the
// article as its source gave it. They read the text anew. False without memory.
bool dialect_explain(const struct article *article, struct buf *out);
bool layout_explain(const struct article *article, struct buf *out);

// Parses in this dialect, which is not DIALECT_AUTO.
bool parse_article(struct article *article, enum dialect dialect, struct arena *arena, block_fn *emit, void *context,
                   struct error *error);

#endif
