// The automaton behind mentions_find: the names and stop phrases that count in a language, by the hash of their first
// word. Internal to mentions*.c.
#ifndef FACTS_MENTIONS_NAMES_H
#define FACTS_MENTIONS_NAMES_H

#include "base/utf8.h"
#include "facts/mentions.h"
#include "facts/mentions_gate.h"

// What holds for a name beside its spelling.
enum {
    MENTION_IS_PERSON = 1,  // people have it too
    MENTION_IS_STATE = 2,   // a part of another country has it too
    MENTION_IS_WORD = 4,    // also a word of English or the set's language
    MENTION_IS_LATIN = 8,   // begins with a Latin letter
    MENTION_IS_SPACELESS = 16,
    MENTION_HAS_LOWER = 32,      // may be written in lower case
    MENTION_IS_SURNAME = 64,     // people have it too, as their family name
    MENTION_IS_TECHNICAL = 128,  // a technical thing has it too
    MENTION_IS_EVIDENCE = 256,   // no name: a word that tells of others (mentions_article.h)
    MENTION_IS_SPOKEN = 512,     // an acronym read as a word: may be written with one capital
};

struct mention_entry {
    struct str name;
    uint32_t entity, hash, order;
    uint16_t flags;
    uint8_t kind;
    uint8_t evidence;  // in the first entry of a hash: what its word tells, a bit for each of enum mention_evidence
    bool exact;        // has to be written as it is
    uint64_t next;     // what a name of several words goes on with (mention_next); 0 where it has but one
    uint32_t word;     // bytes of the first word
    // in the first entry of a hash: how many come before the names of one word, which are the shortest, and next of all
    uint32_t longer;
    uint64_t nexts;
};

enum mention_evidence { EVIDENCE_STATE, EVIDENCE_COUNTRY, EVIDENCE_TECHNICAL, EVIDENCES };

#define MENTION_WORD_LISTS 5

struct mention_set {
    struct arena arena;
    char language[2];               // zeros where it is unknown
    struct mention_entry *entries;  // by hash of the first word, the longest first
    size_t count;
    uint32_t *slots;  // hash table of the first entry of each hash, + 1; 0 is free
    uint32_t slots_mask;
    uint32_t *words[MENTION_WORD_LISTS];  // sorted hashes of words of kinds after, before, beside_state,
                                          // beside_technical, beside_country
    size_t word_counts[MENTION_WORD_LISTS];
    struct mention_gate gate;
};

#define MENTION_LANGUAGES (26 * 26)

struct mention_names {
    const struct mention_name *given;
    const struct mention_stop *stops;
    size_t count, stop_count;
    const struct mention_name **codes;
    size_t code_count;
    struct mention_set *common;  // what counts in every language; no slots
    _Atomic(struct mention_set *)
        *sets;  // MENTION_LANGUAGES + 1, made when first asked for; the last: language unknown
};

// What counts in an article of this language; NULL when memory runs out.
const struct mention_set *mention_set_of(const struct mention_names *names, struct str language);

static inline bool mention_set_is(const struct mention_set *set, const char *language)
{
    return set->language[0] == language[0] && set->language[1] == language[1];
}

#define MENTION_FLAG_A 0x1F1E6  // the letter A of flags

static inline bool mention_is_demonym(enum mention_kind kind)
{
    return kind == MENTION_DEMONYM || kind == MENTION_TONGUE;
}

static inline bool mention_is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

// Characters: letters, digits and marks make words; some scripts put no spaces between them.
static inline bool mention_is_plain_word(uint32_t c)  // of ASCII
{
    return (c | 0x20) - 'a' < 26 || c - '0' < 10 || c == '_';
}
// Letters of Latin with signs, Cyrillic, Arabic, Devanagari, Vietnamese, kana, Han and Hangul without asking utf8proc:
// what most text is made of.
static inline bool mention_is_common_letter(uint32_t c)
{
    return (c >= 0x400 && c <= 0x481) || (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7) ||
           (c >= 0x621 && c <= 0x64A) || (c >= 0x900 && c <= 0x963) || (c >= 0x1E00 && c <= 0x1EFF) ||
           (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA) || (c >= 0x4E00 && c < 0x9FFD) ||
           (c >= 0xAC00 && c <= 0xD7A3);
}
bool mention_is_other_word(uint32_t c);
static inline bool mention_is_word(uint32_t c)
{
    return c < 0x80 ? mention_is_plain_word(c) : mention_is_common_letter(c) || mention_is_other_word(c);
}

static inline bool mention_is_spaceless(uint32_t c)
{
    if (c < 0xE00) return false;
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) || c <= 0xEFF || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFF66 && c <= 0xFF9F) || (c >= 0x20000 && c <= 0x3FFFF);
}
// Hebrew to Burmese, Han, kana and Yi have no case.
static inline bool mention_is_caseless(uint32_t c)
{
    return (c >= 0x590 && c < 0x1000) || (c >= 0x2E80 && c < 0xA640);
}
uint32_t mention_other_lower(uint32_t c);
static inline uint32_t mention_lower(uint32_t c)
{
    if (c < 0x80) return c - 'A' < 26 ? c | 0x20 : c;
    if (c >= 0x400 && c < 0x460) return c < 0x410 ? c + 0x50 : c < 0x430 ? c + 0x20 : c;
    if (c >= 0xDF && c < 0x100) return c;
    return mention_is_caseless(c) ? c : mention_other_lower(c);
}
static inline uint32_t mention_character(struct str s, size_t at, size_t *n)
{
    unsigned char first = at < s.n ? (unsigned char)s.p[at] : 0xFF;
    if (first < 0x80) return *n = 1, first;
    if (first < 0xE0 && at + 1 < s.n) return *n = 2, (first & 0x1Fu) << 6 | ((unsigned char)s.p[at + 1] & 0x3F);
    if (first < 0xF0 && at + 2 < s.n)
        return *n = 3,
               (first & 0xFu) << 12 | ((unsigned char)s.p[at + 1] & 0x3Fu) << 6 | ((unsigned char)s.p[at + 2] & 0x3F);
    return utf8_decode(str_slice(s, at, s.n), n);
}

// Bytes of the word at the beginning of s (of one character where the script is spaceless), and the hash of its lower
// case; 0 when there is none.
size_t mention_word(struct str s, uint32_t *hash);

// The entries of this hash: the first one, or NULL. They end where hash changes or at entries + count.
const struct mention_entry *mention_lookup(const struct mention_set *set, uint32_t hash);

// What stands behind a word and one character, as a bit: the next two letters, if they are ASCII. All bits: anything.
static inline uint64_t mention_next(struct str rest)
{
    unsigned char c[3] = {0};
    memcpy(c, rest.p, rest.n < 3 ? rest.n : 3);
    if ((c[0] | c[1] | c[2]) & 0x80) return UINT64_MAX;
    unsigned first = (c[1] | 0x20u) - 'a' < 26 ? c[1] & 31u : 0, second = (c[2] | 0x20u) - 'a' < 26 ? c[2] & 31u : 0;
    return (uint64_t)1 << (first ? (first * 11 + second) % 64 : 63);
}

bool mention_word_is(const struct mention_set *set, enum mention_stop_kind kind, struct str word);

#endif
