// The automaton behind mentions_find: the names and stop phrases that count in a language, by the hash of their first
// word. Internal to mentions*.c.
#ifndef FACTS_MENTIONS_NAMES_H
#define FACTS_MENTIONS_NAMES_H

#include "base/utf8.h"
#include "facts/mentions.h"

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

struct mention_set {
    struct arena arena;
    char language[2];               // zeros where it is unknown
    struct mention_entry *entries;  // by hash of the first word, the longest first
    size_t count;
    uint32_t *slots;  // hash table of the first entry of each hash, + 1; 0 is free
    uint32_t slots_mask;
    uint32_t *words[3];  // sorted hashes of the words of kinds after, before, beside_state
    size_t word_counts[3];
    // What names can begin with.
    struct mention_gate {
        uint64_t first[4096];  // a bit for a hash of the first bytes: MENTION_GATE_LONG of most names, else ..._SHORT
        uint64_t two[1024];    // short names: a bit for the first two bytes
        uint64_t three[512];   // the same names: a bit for a hash of the first three
        // whether some names that begin with a small letter are told by their first four bytes, or by two and three
        bool small_four, small_two;
    } gate;
};

#define MENTION_LANGUAGES (26 * 26)

struct mention_names {
    const struct mention_name *given;
    const struct mention_stop *stops;
    size_t count, stop_count;
    const struct mention_name **codes;
    size_t code_count;
    _Atomic(struct mention_set *)
        *sets;  // MENTION_LANGUAGES + 1, made when first asked for; the last: language unknown
};

// What counts in an article of this language; NULL when memory runs out.
const struct mention_set *mention_set_of(const struct mention_names *names, struct str language);

static inline bool mention_set_is(const struct mention_set *set, const char *language)
{
    return set->language[0] == language[0] && set->language[1] == language[1];
}

#define MENTION_GATE_BYTES 16
#define MENTION_FLAG_A     0x1F1E6  // the letter A of flags

static inline bool mention_is_demonym(enum mention_kind kind)
{
    return kind == MENTION_DEMONYM || kind == MENTION_TONGUE;
}

static inline bool mention_is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

// How many bytes of a name are hashed, by the first of them: as many as are needed to tell names from other words of
// the script, two to four characters. Names that are shorter, or have a sign there that can be written in several ways,
// by fewer.
static inline unsigned mention_gate_long(unsigned char first)
{
    if (first < 0x80) return mention_is_small((char)first) ? 8 : 4;
    return first < 0xE0 ? 8 : first == 0xE0 ? 12 : first < 0xF0 ? 6 : 4;
}

static inline unsigned mention_gate_short(unsigned char first)
{
    return first == 0xE0 ? 6 : 4;
}

static inline uint32_t mention_gate_mix(uint64_t v)
{
    return (uint32_t)((v * 0x9E3779B97F4A7C15u) >> 46);
}

// Of n bytes, 4 to 12.
static inline uint32_t mention_gate_hash(const char *p, unsigned n)
{
    uint64_t v;
    uint32_t rest = 0;
    memcpy(&v, p, 8);
    if (n < 8) v &= ((uint64_t)1 << 8 * n) - 1;
    if (n > 8) memcpy(&rest, p + 8, 4);
    return mention_gate_mix(v ^ rest);
}

// Characters: letters, digits and marks make words; some scripts put no spaces between them.
static inline bool mention_is_plain_word(uint32_t c)  // of ASCII
{
    return (c | 0x20) - 'a' < 26 || c - '0' < 10 || c == '_';
}
// Letters of Latin with signs, Cyrillic, Arabic, kana, Han and Hangul without asking utf8proc: what most text is made
// of.
static inline bool mention_is_common_letter(uint32_t c)
{
    return (c >= 0x400 && c <= 0x481) || (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7) ||
           (c >= 0x621 && c <= 0x64A) || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA) ||
           (c >= 0x4E00 && c < 0x9FFD) || (c >= 0xAC00 && c <= 0xD7A3);
}
bool mention_is_other_word(uint32_t c);
static inline bool mention_is_word(uint32_t c)
{
    return c < 0x80 ? mention_is_plain_word(c) : mention_is_common_letter(c) || mention_is_other_word(c);
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

static inline bool mention_gate_has(const struct mention_gate *gate, uint32_t hash)
{
    return gate->first[hash >> 6] >> (hash & 63) & 1;
}

static inline bool mention_gate_short_open(const struct mention_gate *gate, const char *p)
{
    unsigned char first = (unsigned char)p[0], second = (unsigned char)p[1];
    uint32_t two = first | (uint32_t)second << 8;
    if (!(gate->two[two >> 6] >> (two & 63) & 1)) return false;
    uint32_t three = mention_gate_three(first, second, mention_gate_third(second, (unsigned char)p[2]));
    return gate->three[three >> 6] >> (three & 63) & 1;
}

// The same as mention_gate_open, for what doesn't begin with an ASCII letter.
bool mention_gate_other_open(const struct mention_gate *gate, const char *p);

// Whether a name can begin at p, of which MENTION_GATE_BYTES can be read.
static inline bool mention_gate_open(const struct mention_gate *gate, const char *p)
{
    uint64_t v;
    memcpy(&v, p, 8);
    if ((unsigned char)p[0] >= 0x80) return mention_gate_other_open(gate, p);
    bool small = mention_is_small(p[0]);
    if (small && mention_gate_has(gate, mention_gate_mix(v))) return true;
    if ((!small || gate->small_four) && mention_gate_has(gate, mention_gate_mix((uint32_t)v))) return true;
    return (!small || gate->small_two) && mention_gate_short_open(gate, p);
}

bool mention_is_spaceless(uint32_t c);
uint32_t mention_other_lower(uint32_t c);
static inline uint32_t mention_lower(uint32_t c)
{
    if (c < 0x80) return c - 'A' < 26 ? c | 0x20 : c;
    if (c >= 0x400 && c < 0x460) return c < 0x410 ? c + 0x50 : c < 0x430 ? c + 0x20 : c;
    if (c >= 0xDF && c < 0x100) return c;
    return c >= 0x590 && c < 0x1000 ? c : mention_other_lower(c);  // Hebrew to Burmese have no case
}
static inline uint32_t mention_character(struct str s, size_t at, size_t *n)
{
    unsigned char first = at < s.n ? (unsigned char)s.p[at] : 0xFF;
    if (first < 0x80) return *n = 1, first;
    if (first < 0xE0 && at + 1 < s.n) return *n = 2, (first & 0x1Fu) << 6 | ((unsigned char)s.p[at + 1] & 0x3F);
    return utf8_decode(str_slice(s, at, s.n), n);
}

// Bytes of the word at the beginning of s (of one character where the script is spaceless), and the hash of its lower
// case; 0 when there is none.
size_t mention_word(struct str s, uint32_t *hash);

// The entries of this hash: the first one, or NULL. They end where hash changes or at entries + count.
const struct mention_entry *mention_lookup(const struct mention_set *set, uint32_t hash);

bool mention_word_is(const struct mention_set *set, enum mention_stop_kind kind, struct str word);

#endif
