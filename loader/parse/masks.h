// The classes of 64 bytes at once, as sets of bits: the first byte is the lowest bit.
#ifndef PARSE_MASKS_H
#define PARSE_MASKS_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#ifdef __x86_64__
#include <immintrin.h>
#endif

enum { MASK_BYTES = 64 };

struct masks {
    uint64_t letters, upper, digits;  // of ASCII
    uint64_t spaces;                  // ASCII up to 0x20
    uint64_t high;                    // not ASCII
    uint64_t latin;                   // 0xC3, the first byte of Latin-1's letters
};

typedef struct masks masks_fn(const char *p);

#define MASK_ONES UINT64_C(0x0101010101010101)

// Eight bytes, the first one lowest.
static inline uint64_t mask_load(const char *p)
{
    uint64_t eight;
    memcpy(&eight, p, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    eight = __builtin_bswap64(eight);
#endif
    return eight;
}

// A bit for each of eight bytes that lies from first to last; none for bytes that aren't ASCII.
static inline uint64_t mask_range(uint64_t bytes, unsigned first, unsigned last)
{
    uint64_t high = MASK_ONES << 7, low = bytes & ~high;
    uint64_t in = (low + MASK_ONES * (128 - first)) & ~(low + MASK_ONES * (127 - last)) & ~bytes & high;
    return (in >> 7) * UINT64_C(0x0102040810204080) >> 56;
}

// For any processor.
static inline struct masks masks_plain(const char *p)
{
    struct masks m = {0};
    for (int i = 0; i < MASK_BYTES; i += 8) {
        uint64_t bytes = mask_load(p + i);
        m.letters |= mask_range(bytes | MASK_ONES << 5, 'a', 'z') << i;
        m.upper |= mask_range(bytes, 'A', 'Z') << i;
        m.digits |= mask_range(bytes, '0', '9') << i;
        m.spaces |= mask_range(bytes, 0, ' ') << i;
        m.high |= (mask_range(bytes, 0, 127) ^ 255) << i;
        m.latin |= (mask_range(bytes ^ MASK_ONES << 7, 0x43, 0x43)) << i;
    }
    return m;
}

#ifdef __x86_64__
// A bit for each byte that lies from first to first + more.
static inline uint64_t mask_sixteen(__m128i bytes, char first, char more)
{
    __m128i distance = _mm_sub_epi8(bytes, _mm_set1_epi8(first));
    return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(distance, _mm_set1_epi8(more)), distance));
}

static inline struct masks masks_of(const char *p)
{
    struct masks m = {0};
    for (int i = 0; i < MASK_BYTES; i += 16) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(p + i));
        m.letters |= mask_sixteen(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a', 25) << i;
        m.upper |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_slli_epi16(bytes, 2)) << i;  // has bit 0x20
        m.digits |= mask_sixteen(bytes, '0', 9) << i;
        m.spaces |= mask_sixteen(bytes, 0, ' ') << i;
        m.high |= (uint64_t)(unsigned)_mm_movemask_epi8(bytes) << i;
        m.latin |= mask_sixteen(bytes, (char)0xC3, 0) << i;
    }
    m.upper = m.letters & ~m.upper;
    return m;
}

// For processors of the last ten years: words_scan asks once a line which this is.
#define MASKS_WIDE __attribute__((target("avx2,bmi,bmi2,popcnt")))

static inline bool masks_wide_can(void)
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
}

MASKS_WIDE static inline uint64_t mask_wide_range(__m256i bytes, char first, char more)
{
    __m256i distance = _mm256_sub_epi8(bytes, _mm256_set1_epi8(first));
    return (unsigned)_mm256_movemask_epi8(
        _mm256_cmpeq_epi8(_mm256_min_epu8(distance, _mm256_set1_epi8(more)), distance));
}

MASKS_WIDE static inline struct masks masks_wide(const char *p)
{
    struct masks m = {0};
    for (int i = 0; i < MASK_BYTES; i += 32) {
        __m256i bytes = _mm256_loadu_si256((const __m256i *)(const void *)(p + i));
        m.letters |= mask_wide_range(_mm256_or_si256(bytes, _mm256_set1_epi8(0x20)), 'a', 25) << i;
        m.upper |= (uint64_t)(unsigned)_mm256_movemask_epi8(_mm256_slli_epi16(bytes, 2)) << i;  // has bit 0x20
        m.digits |= mask_wide_range(bytes, '0', 9) << i;
        m.spaces |= mask_wide_range(bytes, 0, ' ') << i;
        m.high |= (uint64_t)(unsigned)_mm256_movemask_epi8(bytes) << i;
        m.latin |= mask_wide_range(bytes, (char)0xC3, 0) << i;
    }
    m.upper = m.letters & ~m.upper;
    return m;
}
#else
static inline struct masks masks_of(const char *p)
{
    return masks_plain(p);
}
#endif

// The bytes that are c, of ASCII, when the bits are set in them too.
static inline uint64_t mask_byte(const char *p, char c, char bits)
{
    uint64_t mask = 0;
#ifdef __x86_64__
#pragma GCC unroll 4
    for (int i = 0; i < MASK_BYTES; i += 16) {
        __m128i bytes = _mm_or_si128(_mm_loadu_si128((const __m128i *)(const void *)(p + i)), _mm_set1_epi8(bits));
        mask |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(c))) << i;
    }
#else
    for (int i = 0; i < MASK_BYTES; i += 8)
        mask |= mask_range(mask_load(p + i) | MASK_ONES * (unsigned)bits, (unsigned)c, (unsigned)c) << i;
#endif
    return mask;
}

typedef uint64_t mask_byte_fn(const char *p, char c, char bits);

#ifdef __x86_64__
MASKS_WIDE static inline uint64_t mask_wide_byte(const char *p, char c, char bits)
{
    uint64_t mask = 0;
#pragma GCC unroll 2
    for (int i = 0; i < MASK_BYTES; i += 32) {
        __m256i bytes =
            _mm256_or_si256(_mm256_loadu_si256((const __m256i *)(const void *)(p + i)), _mm256_set1_epi8(bits));
        mask |= (uint64_t)(unsigned)_mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(c))) << i;
    }
    return mask;
}
#endif

// The bytes that lie from first to last, of all bytes.
static inline uint64_t mask_between(const char *p, unsigned char first, unsigned char last)
{
    uint64_t mask = 0;
#ifdef __x86_64__
    for (int i = 0; i < MASK_BYTES; i += 16)
        mask |= mask_sixteen(_mm_loadu_si128((const __m128i *)(const void *)(p + i)), (char)first, (char)(last - first))
                << i;
#else
    for (int i = 0; i < MASK_BYTES; i++)
        mask |= (uint64_t)((unsigned char)p[i] >= first && (unsigned char)p[i] <= last) << i;
#endif
    return mask;
}

typedef uint64_t mask_between_fn(const char *p, unsigned char first, unsigned char last);

#ifdef __x86_64__
MASKS_WIDE static inline uint64_t mask_wide_between(const char *p, unsigned char first, unsigned char last)
{
    uint64_t mask = 0;
    for (int i = 0; i < MASK_BYTES; i += 32)
        mask |= mask_wide_range(_mm256_loadu_si256((const __m256i *)(const void *)(p + i)), (char)first,
                                (char)(last - first))
                << i;
    return mask;
}
#endif

// The lowest n bits, n at most 64.
static inline uint64_t mask_low(unsigned n)
{
    return n < 64 ? (UINT64_C(1) << n) - 1 : ~UINT64_C(0);
}

static inline unsigned mask_count(uint64_t mask)
{
    const uint64_t pairs = UINT64_C(0x3333333333333333);
    mask -= mask >> 1 & UINT64_C(0x5555555555555555);
    mask = (mask & pairs) + (mask >> 2 & pairs);
    return (unsigned)(((mask + (mask >> 4)) & MASK_ONES * 15) * MASK_ONES >> 56);
}

#endif
