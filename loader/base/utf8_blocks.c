#include "base/utf8_blocks.h"

// The method of Keiser and Lemire, "Validating UTF-8 in less than one instruction per byte" (2021): three look-ups, by
// the high and the low half of a byte and the high half of the next one, give the errors each is compatible with; what
// all three agree on is one. Continuation bytes that a third or fourth byte must be are told from the byte that asks
// for them.
#ifdef __x86_64__
#include <immintrin.h>

enum {
    TOO_SHORT = 1,        // a lead byte without its continuation
    TOO_LONG = 2,         // a continuation byte behind ASCII
    OVERLONG_3 = 4,       // E0 80–9F
    TOO_LARGE = 8,        // F4 90 and more
    SURROGATE = 16,       // ED A0–BF
    OVERLONG_2 = 32,      // C0, C1
    TOO_LARGE_1000 = 64,  // F5 80 and more
    OVERLONG_4 = 64,      // F0 80–8F
    TWO_CONTS = 128,      // a continuation byte behind another: no error where it is the third or fourth
    CARRY = TOO_SHORT | TOO_LONG | TWO_CONTS,
    LARGE = CARRY | TOO_LARGE | TOO_LARGE_1000,
    BEHIND = TOO_LONG | OVERLONG_2 | TWO_CONTS,
};

#define TABLE(...) _mm256_setr_epi8(__VA_ARGS__, __VA_ARGS__)
#define C(n)       ((char)(n))
#define AVX2       __attribute__((target("avx2")))

AVX2 static __m256i high_half(__m256i v)
{
    return _mm256_and_si256(_mm256_srli_epi16(v, 4), _mm256_set1_epi8(15));
}

AVX2 static __m256i errors(__m256i before, __m256i block)
{
    const __m256i first_high =
        TABLE(TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, C(TWO_CONTS),
              C(TWO_CONTS), C(TWO_CONTS), C(TWO_CONTS), TOO_SHORT | OVERLONG_2, TOO_SHORT,
              TOO_SHORT | OVERLONG_3 | SURROGATE, TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4);
    const __m256i first_low = TABLE(C(CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4), C(CARRY | OVERLONG_2), C(CARRY),
                                    C(CARRY), C(CARRY | TOO_LARGE), C(LARGE), C(LARGE), C(LARGE), C(LARGE), C(LARGE),
                                    C(LARGE), C(LARGE), C(LARGE), C(LARGE | SURROGATE), C(LARGE), C(LARGE));
    const __m256i second_high = TABLE(TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
                                      TOO_SHORT, C(BEHIND | OVERLONG_3 | TOO_LARGE_1000 | OVERLONG_4),
                                      C(BEHIND | OVERLONG_3 | TOO_LARGE), C(BEHIND | SURROGATE | TOO_LARGE),
                                      C(BEHIND | SURROGATE | TOO_LARGE), TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT);
    const __m256i across = _mm256_permute2x128_si256(before, block, 0x21), half = _mm256_set1_epi8(15);
    const __m256i back1 = _mm256_alignr_epi8(block, across, 15), back2 = _mm256_alignr_epi8(block, across, 14),
                  back3 = _mm256_alignr_epi8(block, across, 13);
    __m256i wrong = _mm256_shuffle_epi8(first_high, high_half(back1));
    wrong = _mm256_and_si256(wrong, _mm256_shuffle_epi8(first_low, _mm256_and_si256(back1, half)));
    wrong = _mm256_and_si256(wrong, _mm256_shuffle_epi8(second_high, high_half(block)));
    // bit 7 where two or three bytes back a sequence of three or four began
    __m256i more = _mm256_or_si256(_mm256_subs_epu8(back2, _mm256_set1_epi8(C(0xE0 - 0x80))),
                                   _mm256_subs_epu8(back3, _mm256_set1_epi8(C(0xF0 - 0x80))));
    return _mm256_xor_si256(_mm256_and_si256(more, _mm256_set1_epi8(C(0x80))), wrong);
}

// The length without the character that may go on behind it.
static size_t whole(const unsigned char *c, size_t n)
{
    size_t i = n;
    while (i && n - i < 3 && (c[i - 1] & 0xC0) == 0x80) i--;
    return i && c[i - 1] >= 0xC0 ? i - 1 : n;
}

AVX2 static size_t blocks(const unsigned char *c, size_t n)
{
    const __m256i zero = _mm256_setzero_si256();
    __m256i before = zero;
    unsigned high_before = 0;
    size_t i = 0;
    for (; n - i >= 32; i += 32) {
        __m256i block = _mm256_loadu_si256((const __m256i *)(c + i)), wrong = _mm256_cmpeq_epi8(block, zero);
        unsigned high = (unsigned)_mm256_movemask_epi8(block);
        if (high | high_before >> 29) wrong = _mm256_or_si256(wrong, errors(before, block));
        if (!_mm256_testz_si256(wrong, wrong)) break;
        before = block;
        high_before = high;
    }
    return whole(c, i);
}

size_t utf8_blocks(struct str s)
{
    return __builtin_cpu_supports("avx2") ? blocks((const unsigned char *)s.p, s.n) : 0;
}

#else

size_t utf8_blocks(struct str s)
{
    (void)s;
    return 0;
}
#endif
