#include "input/seen.h"

#include <stdint.h>
#include <stdlib.h>

#define SLOTS  131072u
#define EXACT  65000u
#define BLOCKS 131072u  // of 64 bytes
#define HASHES 6

struct seen {
    size_t count;
    uint64_t *slots;  // hashes, 0 for none; open addressing
    uint64_t (*blocks)[8];
};

struct seen *seen_new(void)
{
    return calloc(1, sizeof(struct seen));
}

void seen_free(struct seen *seen)
{
    if (!seen) return;
    free(seen->slots);
    free(seen->blocks);
    free(seen);
}

void seen_clear(struct seen *seen)
{
    if (seen->slots && seen->count) memset(seen->slots, 0, SLOTS * sizeof *seen->slots);
    free(seen->blocks);
    seen->blocks = NULL;
    seen->count = 0;
}

static uint64_t mix(uint64_t h)
{
    h ^= h >> 32;
    h *= 0xD6E8FEB86659FD93u;
    h ^= h >> 32;
    h *= 0xD6E8FEB86659FD93u;
    return h ^ h >> 32;
}

static uint64_t hash(struct str s)
{
    uint64_t h = 0x9E3779B97F4A7C15u ^ s.n;
    size_t i = 0;
    for (uint64_t word; i + 8 <= s.n; i += 8) {
        memcpy(&word, s.p + i, 8);
        h = mix(h ^ word);
    }
    uint64_t rest = 0;
    if (i < s.n) memcpy(&rest, s.p + i, s.n - i);
    h = mix(h ^ rest);
    return h ? h : 1;
}

// All of a name's bits are in one block: one cache line.
static bool in_block(const struct seen *seen, uint64_t h, bool add)
{
    uint64_t *block = seen->blocks[h % BLOCKS], bits = mix(h);
    bool known = true;
    for (int i = 0; i < HASHES; i++, bits >>= 9) {
        uint64_t bit = UINT64_C(1) << (bits & 63), *word = &block[(bits >> 6) & 7];
        known &= (*word & bit) != 0;
        if (add) *word |= bit;
    }
    return known;
}

// Where the hash is, or would be.
static size_t slot_of(const struct seen *seen, uint64_t h)
{
    size_t i = h % SLOTS;
    while (seen->slots[i] && seen->slots[i] != h) i = (i + 1) % SLOTS;
    return i;
}

bool seen_add(struct seen *seen, struct str name)
{
    uint64_t h = hash(name);
    if (!seen->slots && !(seen->slots = calloc(SLOTS, sizeof *seen->slots))) return false;
    if (seen->blocks) return in_block(seen, h, true);
    size_t i = slot_of(seen, h);
    if (seen->slots[i]) return true;
    seen->slots[i] = h;
    if (++seen->count == EXACT && (seen->blocks = calloc(BLOCKS, sizeof *seen->blocks)))
        for (i = 0; i < SLOTS; i++)
            if (seen->slots[i]) in_block(seen, seen->slots[i], true);
    if (seen->count >= EXACT && !seen->blocks) seen->count--;  // no memory: what comes is not remembered
    return false;
}

// Whether the name with this number, behind its n bytes, which it gets, was added.
static bool has_number(const struct seen *seen, struct buf *name, size_t n, uint64_t number)
{
    name->n = n;
    buf_printf(name, "~%llu", (unsigned long long)number);
    uint64_t h = hash(buf_str(name));
    if (name->failed) return false;
    return seen->blocks ? in_block(seen, h, false) : seen->slots[slot_of(seen, h)] != 0;
}

// By halves: an archive may have one name a million times.
void seen_number(struct seen *seen, struct buf *name)
{
    if (!seen_add(seen, buf_str(name))) return;
    size_t n = name->n;
    uint64_t had = 1, number = 2;
    while (has_number(seen, name, n, number)) had = number, number *= 2;
    for (uint64_t half; (half = had + (number - had) / 2) > had;)
        *(has_number(seen, name, n, half) ? &had : &number) = half;
    has_number(seen, name, n, number);
    seen_add(seen, buf_str(name));
}
