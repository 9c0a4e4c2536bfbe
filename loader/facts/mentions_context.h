// What stands around a name and says that it isn't the entity's. Internal to mentions*.c.
#ifndef FACTS_MENTIONS_CONTEXT_H
#define FACTS_MENTIONS_CONTEXT_H

#include "facts/mentions_names.h"

// The last character of s; 0 when it is empty.
uint32_t context_last(struct str s);

// Whether a word beside the bytes from start to end has capitals only, and none has small letters.
bool context_is_capitals(struct str text, size_t start, size_t end);

// Whether one of its words is of kind beside_technical.
bool context_is_technical(const struct mention_set *set, struct str text);

// Whether one of the rules in mentions.h keeps the name there from being a mention.
bool context_forbids(const struct mention_set *set, const struct mention_entry *entry, struct str text, size_t start,
                     size_t end);

#endif
