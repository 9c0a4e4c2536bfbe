// The automaton behind mentions_find: names and stop phrases by the hash of their first word. Internal to mentions*.c.
#ifndef FACTS_MENTIONS_NAMES_H
#define FACTS_MENTIONS_NAMES_H

#include "base/utf8.h"
#include "facts/mentions.h"

#define MENTION_NONE UINT32_MAX  // the entity of a stop phrase

// What holds for a name beside its spelling.
enum {
    MENTION_IS_PERSON = 1,  // people have it too
    MENTION_IS_STATE = 2,   // a part of another country has it too
    MENTION_IS_WORD = 4,    // an acronym that is also an English word
    MENTION_IS_LATIN = 8,   // begins with a Latin letter
    MENTION_IS_SPACELESS = 16,
    MENTION_HAS_LOWER = 32,   // may be written in lower case
    MENTION_IS_SURNAME = 64,  // people have it too, as their family name
};

struct mention_entry {
    struct str name;
    uint32_t entity, hash, order;
    uint8_t kind, flags;
    bool exact;   // has to be written as it is
    char second;  // small letter that the second word begins with, after one byte; 0 when it isn't so
};

struct mention_names {
    struct arena arena;
    struct mention_entry *entries;  // by hash of the first word, the longest first
    size_t count;
    uint32_t *slots;  // hash table of the first entry of each hash, + 1; 0 is free
    uint32_t slots_mask;
    uint32_t *words[3];  // sorted hashes of the words of kinds after, before, beside_state
    size_t word_counts[3];
    // What names can begin with, without foreign names in Latin letters and with them.
    struct mention_gate {
        uint64_t first[4096];  // a bit for a hash of the first four bytes, or eight where a small letter is the first
        uint64_t two[1024];    // short names: a bit for the first two bytes
        uint64_t three[512];   // the same names: a bit for a hash of the first three
    } gates[2];
};

#define MENTION_GATE_BYTES 8

static inline bool mention_is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static inline uint32_t mention_gate_hash(const char *p)
{
    uint64_t v;
    memcpy(&v, p, 8);
    if (!mention_is_small(p[0])) v = (uint32_t)v;
    return (uint32_t)((v * 0x9E3779B97F4A7C15u) >> 46);
}

// Characters: letters, digits and marks make words; some scripts put no spaces between them.
static inline bool mention_is_plain_word(uint32_t c)  // of ASCII
{
    return (c | 0x20) - 'a' < 26 || c - '0' < 10 || c == '_';
}
bool mention_is_other_word(uint32_t c);
static inline bool mention_is_word(uint32_t c)
{
    return c < 0x80 ? mention_is_plain_word(c) : mention_is_other_word(c);
}

// What counts of the third byte of a short name: itself in a word, 0 behind its end, 0x80 of any character but ASCII.
static inline unsigned char mention_gate_third(unsigned char second, unsigned char third)
{
    if (!mention_is_plain_word(second)) return 0;
    return third >= 0x80 ? 0x80 : mention_is_plain_word(third) ? third : 0;
}

static inline uint32_t mention_gate_three(unsigned char first, unsigned char second, unsigned char third)
{
    return (first | (uint32_t)second << 8 | (uint32_t)third << 16) * 0x9E3779B1u >> 17;
}

// Whether a name can begin at p, of which eight bytes can be read.
static inline bool mention_gate_open(const struct mention_gate *gate, const char *p)
{
    uint32_t hash = mention_gate_hash(p), two = (unsigned char)p[0] | (uint32_t)(unsigned char)p[1] << 8;
    if (gate->first[hash >> 6] >> (hash & 63) & 1) return true;
    if (!(gate->two[two >> 6] >> (two & 63) & 1)) return false;
    unsigned char second = (unsigned char)p[1];
    uint32_t three = mention_gate_three((unsigned char)p[0], second, mention_gate_third(second, (unsigned char)p[2]));
    return gate->three[three >> 6] >> (three & 63) & 1;
}

bool mention_is_spaceless(uint32_t c);
uint32_t mention_other_lower(uint32_t c);
static inline uint32_t mention_lower(uint32_t c)
{
    if (c >= 0x80) return mention_other_lower(c);
    return c - 'A' < 26 ? c | 0x20 : c;
}
static inline uint32_t mention_character(struct str s, size_t at, size_t *n)
{
    if (at < s.n && (unsigned char)s.p[at] < 0x80) return *n = 1, (unsigned char)s.p[at];
    return utf8_decode(str_slice(s, at, s.n), n);
}

// Bytes of the word at the beginning of s (of one character where the script is spaceless), and the hash of its lower
// case; 0 when there is none.
size_t mention_word(struct str s, uint32_t *hash);

// The entries of this hash: the first one, or NULL. They end where hash changes or at entries + count.
const struct mention_entry *mention_lookup(const struct mention_names *names, uint32_t hash);

bool mention_word_is(const struct mention_names *names, enum mention_stop_kind kind, struct str word);

#endif
