// Letters and words that are told by Unicode's tables.
#include "facts/mentions_names.h"

#include <utf8proc.h>

bool mention_is_other_word(uint32_t c)
{
    utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
    return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_NL;  // not ² and ①: notes behind a name
}

uint32_t mention_other_lower(uint32_t c)
{
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

size_t mention_word(struct str s, uint32_t *hash)
{
    size_t n = 0;
    uint32_t h = 2166136261u;
    for (size_t bytes; n < s.n; n += bytes) {
        uint32_t c = mention_character(s, n, &bytes);
        bool spaceless = c >= 0x80 && mention_is_spaceless(c);
        if ((spaceless && n) || !mention_is_word(c)) break;
        h = (h ^ mention_lower(c)) * 16777619u;
        if (!spaceless) continue;
        n += bytes;
        break;
    }
    *hash = h;
    return n;
}
