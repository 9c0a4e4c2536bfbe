// The first block of a text to its last whole one; what is left of a text, and its end, is libcrypto's.
#define OPENSSL_SUPPRESS_DEPRECATED
#include "base/sha256_lanes.h"

#ifdef __x86_64__
#include <cpuid.h>
#include <openssl/sha.h>
#include <stdint.h>

#define LANES 8
#define FEW   3  // so many texts and fewer are libcrypto's as fast
#define BLOCK 64

typedef uint32_t lanes_t __attribute__((vector_size(4 * LANES)));

struct lanes {
    lanes_t state[8];
    const unsigned char *p[LANES];  // what comes next
    size_t blocks[LANES];           // whole ones from there; 0: the lane is idle
    const struct sha256_job *of[LANES];
};

static const uint32_t constants[64] = {
    0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5,
    0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174,
    0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
    0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967,
    0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85,
    0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
    0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3,
    0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2,
};

#define ROTATE(v, n)        ((v) >> (n) | (v) << (32 - (n)))
#define BIG_ENDIAN_WORDS(v) ((ROTATE(v, 8) & 0xFF00FF00) | (ROTATE(v, 24) & 0x00FF00FF))

#ifdef __clang__
#define PAIRS(a, b, ...) __builtin_shufflevector(a, b, __VA_ARGS__)
#else
#define PAIRS(a, b, ...) __builtin_shuffle(a, b, (lanes_t){__VA_ARGS__})
#endif

// The next eight words of each lane, as eight vectors of one word of all lanes.
__attribute__((always_inline)) static inline void turn(struct lanes *l, lanes_t w[LANES])
{
    lanes_t r[LANES], s[LANES];
#pragma GCC unroll 8
    for (int i = 0; i < LANES; i++) {
        memcpy(&r[i], l->p[i], sizeof r[i]);
        l->p[i] += sizeof r[i];
    }
#pragma GCC unroll 4
    for (int i = 0; i < LANES; i += 2) {
        s[i] = PAIRS(r[i], r[i + 1], 0, 8, 1, 9, 4, 12, 5, 13);
        s[i + 1] = PAIRS(r[i], r[i + 1], 2, 10, 3, 11, 6, 14, 7, 15);
    }
#pragma GCC unroll 2
    for (int i = 0; i < LANES; i += 4) {
        r[i] = PAIRS(s[i], s[i + 2], 0, 1, 8, 9, 4, 5, 12, 13);
        r[i + 1] = PAIRS(s[i], s[i + 2], 2, 3, 10, 11, 6, 7, 14, 15);
        r[i + 2] = PAIRS(s[i + 1], s[i + 3], 0, 1, 8, 9, 4, 5, 12, 13);
        r[i + 3] = PAIRS(s[i + 1], s[i + 3], 2, 3, 10, 11, 6, 7, 14, 15);
    }
#pragma GCC unroll 4
    for (int i = 0; i < 4; i++) {
        w[i] = PAIRS(r[i], r[i + 4], 0, 1, 2, 3, 8, 9, 10, 11);
        w[i + 4] = PAIRS(r[i], r[i + 4], 4, 5, 6, 7, 12, 13, 14, 15);
        w[i] = BIG_ENDIAN_WORDS(w[i]);
        w[i + 4] = BIG_ENDIAN_WORDS(w[i + 4]);
    }
}

// One block of each lane. FIPS 180-4, 6.2.2; the names are the standard's.
__attribute__((always_inline)) static inline void block(struct lanes *l)
{
    lanes_t w[16], a = l->state[0], b = l->state[1], c = l->state[2], d = l->state[3], e = l->state[4], f = l->state[5],
                   g = l->state[6], h = l->state[7];
    turn(l, w);
    turn(l, w + LANES);
#pragma GCC unroll 64
    for (int t = 0; t < 64; t++) {
        if (t >= 16) {
            lanes_t w2 = w[(t - 2) & 15], w15 = w[(t - 15) & 15];
            w[t & 15] += (ROTATE(w2, 17) ^ ROTATE(w2, 19) ^ w2 >> 10) + w[(t - 7) & 15] +
                         (ROTATE(w15, 7) ^ ROTATE(w15, 18) ^ w15 >> 3);
        }
        lanes_t t1 =
            h + (ROTATE(e, 6) ^ ROTATE(e, 11) ^ ROTATE(e, 25)) + (g ^ (e & (f ^ g))) + constants[t] + w[t & 15];
        lanes_t t2 = (ROTATE(a, 2) ^ ROTATE(a, 13) ^ ROTATE(a, 22)) + ((a & b) | (c & (a | b)));
        h = g, g = f, f = e, e = d + t1;
        d = c, c = b, b = a, a = t1 + t2;
    }
    l->state[0] += a, l->state[1] += b, l->state[2] += c, l->state[3] += d;
    l->state[4] += e, l->state[5] += f, l->state[6] += g, l->state[7] += h;
}

__attribute__((target("avx2"))) static void blocks_avx2(struct lanes *l, size_t count)
{
    for (; count; count--) block(l);
}

// 256 bits, too: wider ones would have some processors lower their clock.
__attribute__((target("avx2,avx512f,avx512vl"))) static void blocks_avx512(struct lanes *l, size_t count)
{
    for (; count; count--) block(l);
}

// The lane's text to its end.
static void finish(struct lanes *l, int lane)
{
    const struct sha256_job *job = l->of[lane];
    size_t done = (size_t)(l->p[lane] - (const unsigned char *)job->text.p);
    SHA256_CTX context;
    SHA256_Init(&context);
    if (done)
        for (int i = 0; i < 8; i++) context.h[i] = l->state[i][lane];
    context.Nl = (SHA_LONG)(done << 3);
    context.Nh = (SHA_LONG)((uint64_t)done >> 29);
    SHA256_Update(&context, l->p[lane], job->text.n - done);
    SHA256_Final(job->digest->bytes, &context);
    l->blocks[lane] = 0;
}

static void begin(struct lanes *l, int lane, const struct sha256_job *job)
{
    SHA256_CTX context;
    SHA256_Init(&context);
    for (int i = 0; i < 8; i++) l->state[i][lane] = context.h[i];
    l->of[lane] = job;
    l->p[lane] = (const unsigned char *)job->text.p;
    l->blocks[lane] = job->text.n / BLOCK;
}

// Gives idle lanes the next jobs, as long as there are any. Returns how many lanes have one.
static int fill(struct lanes *l, const struct sha256_job **next, const struct sha256_job *end)
{
    int busy = 0;
    for (int lane = 0; lane < LANES; lane++) {
        while (!l->blocks[lane] && *next < end) {
            begin(l, lane, (*next)++);
            if (!l->blocks[lane]) finish(l, lane);
        }
        busy += l->blocks[lane] > 0;
    }
    return busy;
}

// How many blocks all the busy lanes have; the idle ones get one of their texts, for all of them must have some.
static size_t common_blocks(struct lanes *l)
{
    size_t least = SIZE_MAX;
    int busy = 0;
    for (int lane = 0; lane < LANES; lane++) {
        if (!l->blocks[lane]) continue;
        busy = lane;
        if (l->blocks[lane] < least) least = l->blocks[lane];
    }
    for (int lane = 0; lane < LANES; lane++)
        if (!l->blocks[lane]) l->p[lane] = l->p[busy];
    return least;
}

void sha256_lanes_run(enum sha256_lanes lanes, const struct sha256_job *jobs, size_t count)
{
    struct lanes l = {.blocks = {0}};
    const struct sha256_job *next = jobs, *end = jobs + count;
    while (fill(&l, &next, end) > FEW) {
        size_t n = common_blocks(&l);
        if (lanes == SHA256_LANES_AVX512) blocks_avx512(&l, n);
        else blocks_avx2(&l, n);
        for (int lane = 0; lane < LANES; lane++)
            if (l.blocks[lane] && !(l.blocks[lane] -= n)) finish(&l, lane);
    }
    for (int lane = 0; lane < LANES; lane++)
        if (l.blocks[lane]) finish(&l, lane);
}

bool sha256_lanes_has(enum sha256_lanes lanes)
{
    if (lanes == SHA256_LANES_AVX512)
        return __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512f") &&
               __builtin_cpu_supports("avx2");
    return lanes == SHA256_LANES_AVX2 && __builtin_cpu_supports("avx2");
}

static bool has_sha(void)
{
    unsigned a, b, c, d;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & 1u << 29);
}

enum sha256_lanes sha256_lanes_best(void)
{
    if (sha256_lanes_has(SHA256_LANES_AVX512)) return SHA256_LANES_AVX512;
    return sha256_lanes_has(SHA256_LANES_AVX2) && !has_sha() ? SHA256_LANES_AVX2 : SHA256_LANES_NONE;
}

#else

bool sha256_lanes_has(enum sha256_lanes lanes)
{
    (void)lanes;
    return false;
}

enum sha256_lanes sha256_lanes_best(void)
{
    return SHA256_LANES_NONE;
}

void sha256_lanes_run(enum sha256_lanes lanes, const struct sha256_job *jobs, size_t count)
{
    (void)lanes;
    (void)jobs;
    (void)count;
}
#endif
