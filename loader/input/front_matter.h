// The header of metadata that may open an article of any dialect: YAML between `---` lines (or `---` and `...`), TOML
// between `+++` lines, either or JSON behind `---toml` and the like, a JSON object, bare `title: A` lines to the first
// blank one or to `---` or in an HTML comment, pandoc's `% title`.
#ifndef INPUT_FRONT_MATTER_H
#define INPUT_FRONT_MATTER_H

#include "base/arena.h"
#include "base/error.h"
#include "input/article.h"

// Moves article->text and article->first_line behind the header and adds what it says to article->metadata; what is
// there already stays. What mapping.h's ranking calls title, author, site, url, language or date goes to the fields,
// all else to metadata.other, nested and with its digits. What only looks like a header is text: a rule, a dialogue, a
// list of facts between two rules, a block without an end. Where nobody says a date, the one of article->file_name is
// it. Fails when the arena is full or metadata.other is no JSON object. Strings are the text's or the arena's.
bool front_matter_read(struct article *article, struct arena *arena, struct error *error);

#endif
