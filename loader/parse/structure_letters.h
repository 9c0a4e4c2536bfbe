// ASCII letters eight at a time, without a branch: nothing foretells how long a word is.
#ifndef PARSE_STRUCTURE_LETTERS_H
#define PARSE_STRUCTURE_LETTERS_H

#include <stdint.h>
#include <string.h>

#define FNV_BASIS  2166136261u
#define FNV_FACTOR 16777619u

struct letters {
    unsigned count;
    uint64_t lower;  // in lower case, the first one lowest; 0 behind them
    uint64_t cases;  // 0x20 for each that is in lower case
};

// The letters that the eight bytes at p begin with.
static inline struct letters letters_at(const char *p)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones << 7;
    uint64_t bytes;
    memcpy(&bytes, p, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    bytes = __builtin_bswap64(bytes);
#endif
    uint64_t lower = bytes | ones << 5, low = lower & ~high;
    uint64_t letters = (low + ones * (128 - 'a')) & ~(low + ones * (127 - 'z')) & ~bytes & high;
    uint64_t others = letters ^ high;
    unsigned n = others ? (unsigned)__builtin_ctzll(others) / 8 : 8;
    uint64_t read = n < 8 ? (UINT64_C(1) << 8 * n) - 1 : ~UINT64_C(0);
    return (struct letters){n, lower & read, bytes & read & ones << 5};
}

// How many of them are in upper case.
static inline unsigned letters_upper(struct letters l)
{
    return l.count - (unsigned)((l.cases >> 5) * UINT64_C(0x0101010101010101) >> 56);
}

// A hash that has gone eight steps for n letters, the others with 0, is set right by FNV_UNDO[n]: FNV_FACTOR to the
// power of n - 8.
static const uint32_t FNV_UNDO[9] = {0xD872E4E1, 0x9DDE4E33, 0xB7F51A49, 0xDFD860EB, 0x4CA091F1,
                                     0x91C5BE63, 0xDD4AB5D9, 0x359C449B, 0x00000001};

static inline uint32_t fnv1_two(uint32_t hash, uint64_t bytes)
{
    hash = hash * FNV_FACTOR ^ (uint8_t)bytes;
    return hash * FNV_FACTOR ^ (uint8_t)(bytes >> 8);
}

static inline uint32_t fnv1a_two(uint32_t hash, uint64_t bytes)
{
    hash = (hash ^ (uint8_t)bytes) * FNV_FACTOR;
    return (hash ^ (uint8_t)(bytes >> 8)) * FNV_FACTOR;
}

// FNV-1 and FNV-1a of the letters in lower case, going on from `hash`.
static inline uint32_t letters_fnv1(uint32_t hash, struct letters l)
{
    hash = fnv1_two(fnv1_two(hash, l.lower), l.lower >> 16);
    return fnv1_two(fnv1_two(hash, l.lower >> 32), l.lower >> 48) * FNV_UNDO[l.count];
}

static inline uint32_t letters_fnv1a(uint32_t hash, struct letters l)
{
    hash = fnv1a_two(fnv1a_two(hash, l.lower), l.lower >> 16);
    return fnv1a_two(fnv1a_two(hash, l.lower >> 32), l.lower >> 48) * FNV_UNDO[l.count];
}

#endif
