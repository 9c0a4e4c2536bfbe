// Which entities a text names, where it names nothing else: "Germany", "the Netherlands [1]", "France (FRA), Italy and
// Spain".
#ifndef FACTS_PARTIES_H
#define FACTS_PARTIES_H

#include "base/arena.h"
#include "base/str.h"

#include <stdint.h>

#define PARTIES_MOST 32  // of one text; a text that names more is taken whole, so that hostile rows don't multiply

// A mention; text is a slice of what it is found in.
struct party {
    struct str text, entity_id;
};

// A text of an article with the mentions in it, in order.
struct fact_text {
    struct str text;
    const struct party *mentions;
    uint32_t count;
};

// The part of a text between two of its bytes, with the mentions in it.
struct fact_text fact_text_slice(const struct fact_text *whole, struct str part);

// Writes the parties; 0 where the text says anything else beside flags, footnote signs, brackets, "the", and between
// parties , ; / & + and "and" (in some languages); or where it names more than PARTIES_MOST.
size_t parties_of(const struct fact_text *text, struct party parties[PARTIES_MOST]);

// The entity that alone is named in a text, whatever else it says; NULL where there are none or two. In a title it has
// to stand at an end of at most five words: "Support from Denmark", but no news.
const struct party *party_only(const struct fact_text *text, bool title);

#endif
