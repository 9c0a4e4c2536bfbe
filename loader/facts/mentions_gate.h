// The filter before a look-up: whether a name can begin at a place of the text, told by the first bytes there. It says
// yes of each name, and no of nearly all else. Internal to mentions*.c.
//
// Where words have borders, a word is known by its key: its letters and digits, as many as fit in MENTION_GATE_KEY
// bytes (in scripts of three bytes a letter in MENTION_GATE_LONG), so that what follows the word is all the same. To a
// word of up to MENTION_GATE_SHORT letters and one ASCII sign belongs the letter behind them, as many names begin with
// `the` or `N.`. In scripts without borders, two characters are looked at, four of Thai and Lao, whose letters are few;
// fewer only where a name of the set has no more. The bits are a Bloom filter, two bits a key, both in one word of the
// table.
#ifndef FACTS_MENTIONS_GATE_H
#define FACTS_MENTIONS_GATE_H

#include "base/inline.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define MENTION_GATE_KEY   8
#define MENTION_GATE_LONG  12
#define MENTION_GATE_SHORT 3
#define MENTION_GATE_BYTES 16  // that have to be readable at a place that is asked about

struct mention_gate {
    uint64_t bits[4096];
    unsigned shorter;  // bit n: some names of scripts without borders are known by their first n characters
};

INLINE bool mention_gate_has(const struct mention_gate *gate, uint64_t key)
{
    uint64_t hash = key * 0x9E3779B97F4A7C15u;
    uint64_t word = gate->bits[hash >> 52];
    return (word >> (hash >> 46 & 63) & word >> (hash >> 40 & 63)) & 1;
}

// The key of a short word: c is the second byte behind it, a letter or another.
INLINE uint64_t mention_gate_short(uint64_t key, char c)
{
    unsigned char letter = (unsigned char)c | 0x20;
    return key | (uint64_t)(letter >= 'a' && letter <= 'z' ? letter : 1) << 56;
}

// Whether a name can begin at p.
bool mention_gate_other_open(const struct mention_gate *gate, const char *p);

// The same, where `letters` bytes at p, up to MENTION_GATE_KEY, are letters of ASCII or such ones of two bytes (0:
// anything is there).
INLINE bool mention_gate_open(const struct mention_gate *gate, const char *p, unsigned letters)
{
    static const uint64_t masks[] = {
        0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF, UINT64_MAX};
    uint64_t key;
    memcpy(&key, p, sizeof key);
    unsigned char next = (unsigned char)p[letters];
    if (next < 0x80 || letters == MENTION_GATE_KEY) {
        key &= masks[letters];
        return mention_gate_has(gate, letters <= MENTION_GATE_SHORT ? mention_gate_short(key, p[letters + 1]) : key);
    }
    if (letters || next < 0xE3 || next > 0xEC || next == 0xEA) return mention_gate_other_open(gate, p);
    if (mention_gate_has(gate, key & masks[6])) return true;  // Han, kana, Hangul
    return gate->shorter & 2 && mention_gate_has(gate, key & masks[3]);
}

// Lets a spelling of a name in, whose first MENTION_GATE_BYTES are at p (zeros behind its end). genitive: also with an
// s behind it.
void mention_gate_add(struct mention_gate *gate, const char *p, bool genitive);

#endif
