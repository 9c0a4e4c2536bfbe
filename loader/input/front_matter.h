// The block of metadata that may open a Markdown article: YAML between `---` lines, TOML between `+++` lines, or a
// JSON object.
#ifndef INPUT_FRONT_MATTER_H
#define INPUT_FRONT_MATTER_H

#include "base/arena.h"
#include "base/error.h"
#include "input/article.h"

// Moves article->text and article->first_line behind the block and adds what it says to article->metadata; what is
// there already stays. Of YAML the flat part is read, scalars and lists of them: what mapping.h's common names call
// title, author, site, url, language or date goes to the fields, all else to metadata.other, where a nested mapping is
// one string. A date that can't be read stays in metadata.other. TOML and JSON are kept whole
// under the keys "toml" and "json" of metadata.other. An article without front matter is left as it is.
// Fails when the arena is full or metadata.other is no JSON object. Strings are the text's or the arena's.
bool front_matter_read(struct article *article, struct arena *arena, struct error *error);

#endif
