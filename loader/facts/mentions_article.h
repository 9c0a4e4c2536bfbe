// What an article says of names that others have, too, out of its texts in order: how many words of which kind stood in
// them, and what its acronyms mean. Internal to mentions*.c.
#ifndef FACTS_MENTIONS_ARTICLE_H
#define FACTS_MENTIONS_ARTICLE_H

#include "facts/mentions_names.h"

// Whether the acronym at the bytes from start to end is no entity's in the article: it is explained otherwise there or
// before, in brackets on either side (Dependency Ratio Ceiling (DRC), (DRC) Dependency Ratio Ceiling, DRC (Dependency
// Ratio Ceiling)), by words whose first letters make it and of which fewer than half are in a name of the entity.
// last: the mention before it in the text; NULL for none.
bool article_explains(struct mention_article *article, const struct mention_set *set,
                      const struct mention_entry *acronym, const struct mention *last, struct str text, size_t start,
                      size_t end);

// Ends a text, whose words of evidence are counted: takes away those mentions that are others' in this article. Returns
// how many are left.
size_t article_settle(struct mention_article *article, const struct mention_set *set,
                      const uint32_t evidence[EVIDENCES], struct str text, struct mention *found, size_t count);

#endif
