// The commonest words of languages in Latin script, and in the others that several languages write: in small letters,
// each with a bit for each language that it is a common word of. The first of the languages are told by their codes,
// the others stand beside them. A word is in the first free slot from its own on.
#ifndef ROWS_LANGUAGE_WORDS_H
#define ROWS_LANGUAGE_WORDS_H

#include <stddef.h>
#include <stdint.h>

#define LANGUAGE_WORD  12  // bytes of the longest, and a zero
#define LANGUAGE_SLOTS 4096

struct language_word {
    char word[LANGUAGE_WORD];
    uint64_t languages;  // 0: a free slot
};

// The slot of a word whose bytes were added to 0 one after another.
static inline uint32_t language_word_add(uint32_t hash, char byte)
{
    return hash * 31 + (unsigned char)byte;
}

static inline uint32_t language_word_slot(uint32_t hash)
{
    return (hash ^ hash >> 12) % LANGUAGE_SLOTS;
}

extern const struct language_word language_words_latin[], language_words_other[];
extern const char *const language_words_latin_told[], *const language_words_other_told[];  // NULL at the end

#endif
