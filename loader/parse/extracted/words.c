#include "parse/extracted/words.h"

#include "base/inline.h"
#include "parse/masks.h"

#include <string.h>

enum { LAST_SPELT = 0x3020 };  // the scripts behind write words without spaces: each character counts as one

// Letters of Latin-1 begin with the first of these; behind it, in upper case, at most the second, and no letters.
enum { LATIN_LEAD = 0xC3, LATIN_UPPER_LAST = 0x9E, LATIN_TIMES = 0x97, LATIN_DIVIDED = 0xB7 };

#define HASH_FACTOR UINT64_C(0x9E3779B97F4A7C15)

// Sets of glyphs: a bit for each.
#define SET(glyph) (1u << GLYPH_##glyph)
enum {
    LETTERS = SET(UPPER) | SET(LOWER) | SET(CASELESS),
    ALPHANUMERIC = LETTERS | SET(DIGIT),
    SENTENCE_ENDS = SET(STOP) | SET(ASK) | SET(BANG) | SET(ELLIPSIS),
    TELLING_BEFORE_SPACE = SENTENCE_ENDS | SET(COLON) | SET(DASH),
};

// A word as it is read.
struct word {
    uint32_t hash, seen;  // of its first letter to its last one, in lower case; the set of its glyphs
    unsigned chars, letters, upper, digits, slashes;
    unsigned first;         // glyph of the first letter or digit; of the last character where there is none
    unsigned last, before;  // of the last two characters
};

// A line as it is read.
struct scan {
    struct shape *shape;
    const char *end;
    uint64_t kinds;     // see KINDS
    size_t more_bytes;  // than characters
};

// The bytes of a word in lower case. Of long words the first and the last eight count; eight at p can be read.
INLINE uint32_t word_hash(const char *p, size_t n)
{
    const char *tail = n > 8 ? p + n - 8 : p;
    uint64_t read = mask_low(n < 8 ? 8 * (unsigned)n : 64), lower = MASK_ONES << 5;
    uint64_t head = (mask_load(p) | lower) & read, last = (mask_load(tail) | lower) & read;
    return (uint32_t)(((head + n) * HASH_FACTOR ^ (last ^ last >> 29)) * HASH_FACTOR >> 32);
}

static inline void bucket_add(struct shape *s, uint32_t hash)
{
    s->buckets[s->bucket_count] = (uint16_t)(hash >> (32 - SHAPE_BUCKET_BITS));
    s->bucket_count = (uint8_t)(s->bucket_count + (s->bucket_count < SHAPE_BUCKETS));
}

// What a word that holds more than letters is: numbers, dates, addresses.
static void mixed_word_add(struct shape *s, const struct word *w)
{
    bool stops = w->seen & SET(STOP), colons = w->seen & SET(COLON);
    if (w->digits && !w->letters) {
        s->number_words++;
        if (w->digits == 4) s->years++;
        if (w->digits >= 2 && colons && w->last != GLYPH_COLON) s->times++;
        if (w->digits >= 2 && (stops || w->slashes) && w->chars <= 10) s->dates++;
    }
    if (w->slashes >= 2 && w->letters && (colons || stops)) s->links++;
    else if (stops && w->letters > 5 && w->last != GLYPH_STOP && w->upper < 2) s->links++;
}

// Counts of words, as they are kept while a line is read, 16 bits each.
#define CAPITAL UINT64_C(1)
#define UPPER   (UINT64_C(1) << 16)
#define SHORT   (UINT64_C(1) << 32)
#define LONG    (UINT64_C(1) << 48)
// What a word counts as: by its first letter (capital, small, other), by its letters (at most eight).
static const uint64_t KINDS[3][9] = {
    {CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL | LONG},
    {0, SHORT, SHORT, SHORT, 0, 0, 0, 0, LONG},
    {0, 0, 0, 0, 0, 0, 0, 0, LONG},
};

// What one of the first words tells.
static void first_word_add(struct shape *s, unsigned chars, uint32_t hash, unsigned first)
{
    if (s->words == 0) {
        s->first_word = (uint16_t)chars;
        s->first_hash = hash;
        s->first_word_first = (uint8_t)first;
    } else if (s->words == 1) {
        s->second_word_first = (uint8_t)first;
    }
    bucket_add(s, hash);
}

// What every word tells. first: the glyph it begins with.
INLINE void plain_word_add(struct shape *s, unsigned chars, unsigned letters, uint32_t hash, unsigned first)
{
    if (s->words < SHAPE_BUCKETS) first_word_add(s, chars, hash, first);
    s->words++;
    s->last_word = (uint16_t)chars;
    s->last_hash = hash;
    s->last_word_first = (uint8_t)first;
    if (chars > s->longest_word) s->longest_word = (uint16_t)chars;
    s->words_seen[hash >> 30] |= (uint64_t)(letters >= 4) << (hash >> 24 & 63);
}

INLINE void word_add(struct scan *c, const struct word *w)
{
    if (w->seen & ~LETTERS || w->digits) mixed_word_add(c->shape, w);
    plain_word_add(c->shape, w->chars, w->letters, w->hash, w->first);
    c->kinds += KINDS[w->first == GLYPH_UPPER ? 0 : w->first == GLYPH_LOWER ? 1 : 2][w->letters < 8 ? w->letters : 8];
    if (w->upper == w->letters && w->letters > 1) c->kinds += UPPER;
}

// What the characters before a white space say. behind: the first byte after them.
static void before_space(struct shape *s, unsigned last, unsigned before, const char *behind)
{
    if (SENTENCE_ENDS >> last & 1 && before != GLYPH_DIGIT) s->sentences++;
    if (last == GLYPH_COLON && !s->colon_at) s->colon_at = s->words;
    if (last == GLYPH_DASH && before == GLYPH_SPACE) {
        s->dashes++;
        if (behind[-1] == '-' && (unsigned char)behind[0] < 0x80 && s->marks_inside < 255) s->marks_inside++;
    }
}

// The same where no further bytes can be read.
static uint32_t letters_hash(const char *p, size_t n)
{
    char few[8] = {0};
    if (n < sizeof few) memcpy(few, p, n);
    return word_hash(n < sizeof few ? few : p, n);
}

// Reads the word at p by its characters, and one white space behind it that isn't ASCII. Returns where that ends.
static const char *any_word_read(struct scan *c, const char *p)
{
    struct shape *s = c->shape;
    const char *letters = NULL, *letters_end = NULL;
    struct word w = {.last = p == s->text.p ? GLYPH_NONE : GLYPH_SPACE};
    uint32_t code = 0;
    size_t n = 1;
    for (unsigned g; p < c->end && (g = glyph_at(p, c->end, &code, &n)) != GLYPH_SPACE; p += n) {
        if (!(w.seen & ALPHANUMERIC)) w.first = g;
        w.seen |= 1u << g;
        w.chars++;
        w.digits += g == GLYPH_DIGIT;
        w.slashes += g == GLYPH_SLASH;
        w.upper += g == GLYPH_UPPER;
        c->more_bytes += n - 1;
        s->count[g]++;
        w.before = w.last;
        w.last = g;
        if (!(LETTERS >> g & 1)) continue;
        if (!w.letters++) letters = p;
        letters_end = p + n;
        if (code > LAST_SPELT) bucket_add(s, code * (uint32_t)HASH_FACTOR);
    }
    if (w.chars) {
        w.hash = letters ? letters_hash(letters, (size_t)(letters_end - letters)) : w.first * (uint32_t)HASH_FACTOR;
        word_add(c, &w);
        if (p < c->end && TELLING_BEFORE_SPACE >> w.last & 1) before_space(s, w.last, w.before, p);
    }
    if (p < c->end && n > 1) {
        s->count[GLYPH_SPACE]++;
        c->more_bytes += n - 1;
        p += n;
    }
    return p;
}

// The character at a byte of a word of ASCII and letters of Latin-1, or that ends there.
static inline unsigned glyph_in(const char *base, unsigned at)
{
    unsigned char c = (unsigned char)base[at];
    if (c < 0x80) return GLYPH_OF_ASCII[c];
    return c == LATIN_LEAD && (unsigned char)base[at + 1] <= LATIN_UPPER_LAST ? GLYPH_UPPER : GLYPH_LOWER;
}

// How many of the letters of Latin-1, each of two bytes that begin at `leads`, are in upper case; less than 0 when one
// is no letter.
static int latin_upper(const char *base, uint64_t leads)
{
    int upper = 0;
    for (; leads; leads &= leads - 1) {
        unsigned char c = (unsigned char)base[__builtin_ctzll(leads) + 1];
        if (c == LATIN_TIMES || c == LATIN_DIVIDED) return -1;
        upper += c <= LATIN_UPPER_LAST;
    }
    return upper;
}

// A word of letters, ASCII or of Latin-1, and other ASCII, at p, whose bytes are `range` in the masks m of those at
// `base`. False when it holds others.
INLINE bool mixed_word_read(struct scan *c, const char *base, const struct masks *m, uint64_t range, const char *p)
{
    struct shape *s = c->shape;
    uint64_t leads = m->latin & range, pairs = leads | leads << 1;
    int latin = leads ? latin_upper(base, leads) : 0;
    if (latin < 0 || pairs != (m->high & range)) return false;
    uint64_t letters = (m->letters & range) | pairs, digits = m->digits & range;
    unsigned begin = (unsigned)__builtin_ctzll(range), end = 64 - (unsigned)__builtin_clzll(range);
    unsigned more = leads ? mask_count(leads) : 0;
    struct word w = {.chars = end - begin - more, .letters = mask_count(letters) - more};
    w.upper = mask_count(m->upper & range) + (unsigned)latin;
    w.digits = digits ? mask_count(digits) : 0;
    for (uint64_t rest = range & ~letters & ~digits; rest; rest &= rest - 1) {
        unsigned g = GLYPH_OF_ASCII[(unsigned char)base[__builtin_ctzll(rest)]];
        w.seen |= 1u << g;
        w.slashes += g == GLYPH_SLASH;
        s->count[g]++;
    }
    w.last = glyph_in(base, end - 1);
    w.first = letters | digits ? glyph_in(base, (unsigned)__builtin_ctzll(letters | digits)) : w.last;
    w.hash = w.first * (uint32_t)HASH_FACTOR;
    if (letters) {
        unsigned from = (unsigned)__builtin_ctzll(letters);
        w.hash = word_hash(base + from, 64 - (unsigned)__builtin_clzll(letters) - from);
    }
    s->count[GLYPH_UPPER] = (uint16_t)(s->count[GLYPH_UPPER] + w.upper);
    s->count[GLYPH_LOWER] = (uint16_t)(s->count[GLYPH_LOWER] + w.letters - w.upper);
    s->count[GLYPH_DIGIT] = (uint16_t)(s->count[GLYPH_DIGIT] + w.digits);
    c->more_bytes += more;
    word_add(c, &w);
    const char *behind = p + (end - begin);
    if (!(TELLING_BEFORE_SPACE >> w.last & 1) || behind == c->end) return true;
    bool alone = w.chars == 1;
    before_space(s, w.last, alone ? (p == s->text.p ? GLYPH_NONE : GLYPH_SPACE) : glyph_in(base, end - 2), behind);
    return true;
}

// A word of digits alone, or a sign that stands alone: at p, from `at` to `end` in the masks m of the bytes at `base`.
// False when it is another.
INLINE bool bare_word_read(struct scan *c, const char *base, const struct masks *m, unsigned at, unsigned end,
                           const char *p)
{
    struct shape *s = c->shape;
    unsigned n = end - at;
    bool number = !(~(m->digits >> at) & mask_low(n));
    if (!number && (n > 1 || m->high >> at & 1)) return false;
    unsigned g = GLYPH_OF_ASCII[(unsigned char)base[at]];
    s->count[g] = (uint16_t)(s->count[g] + n);
    s->number_words = (uint16_t)(s->number_words + number);
    s->years = (uint16_t)(s->years + (number && n == 4));
    plain_word_add(s, n, 0, g * (uint32_t)HASH_FACTOR, g);
    if (TELLING_BEFORE_SPACE >> g & 1 && p + n != c->end)
        before_space(s, g, p == s->text.p ? GLYPH_NONE : GLYPH_SPACE, p + n);
    return true;
}

// What masks tell of words that are nothing but letters, at once: those in m.
INLINE void letters_count(struct scan *c, const struct masks *m)
{
    uint64_t letters = m->letters, starts = letters & ~(letters << 1), capitals = starts & m->upper;
    uint64_t two = letters & letters >> 1, four = two & two >> 2, eight = starts & four & four >> 4;
    unsigned upper = mask_count(m->upper);
    uint16_t *count = c->shape->count;
    count[GLYPH_UPPER] = (uint16_t)(count[GLYPH_UPPER] + upper);
    count[GLYPH_LOWER] = (uint16_t)(count[GLYPH_LOWER] + mask_count(letters) - upper);
    c->kinds += CAPITAL * mask_count(capitals) + SHORT * mask_count(starts & ~capitals & ~four);
    if (eight) c->kinds += LONG * mask_count(eight);
    for (uint64_t rest = capitals & two & m->upper >> 1; rest; rest &= rest - 1) {
        unsigned at = (unsigned)__builtin_ctzll(rest);
        c->kinds += UPPER * (__builtin_ctzll(~(m->upper >> at)) == __builtin_ctzll(~(letters >> at)));
    }
}

// The mark of a sentence's or clause's end behind a word of letters. behind: the first byte after it.
static void tail_add(struct scan *c, unsigned mark, const char *behind)
{
    c->shape->count[mark]++;
    if (TELLING_BEFORE_SPACE >> mark & 1 && behind != c->end) before_space(c->shape, mark, GLYPH_LOWER, behind);
}

// Reads words out of the 64 bytes at base, which are those at p as far as the line goes. Returns where the next one
// begins; p itself when the first one doesn't end in them.
INLINE const char *words_read(struct scan *c, const char *base, const char *p, masks_fn *masks)
{
    struct shape *s = c->shape;
    struct masks m = masks(base);
    unsigned length = c->end - p < MASK_BYTES ? (unsigned)(c->end - p) : MASK_BYTES;
    if (length == MASK_BYTES) length = m.spaces ? 64 - (unsigned)__builtin_clzll(m.spaces) : 0;
    uint64_t read = mask_low(length), words = ~m.spaces & read, starts = words & ~(words << 1), odd = 0;
    uint64_t ends = ~words & words << 1, letters = m.letters & read;
    // An addition carries through the letters that a word begins with, to the first byte behind them. What ends there,
    // or behind one sign, is simple.
    uint64_t behind = (letters + (starts & letters)) & ~letters;
    uint64_t simple = ends & (behind | (behind & words & ~m.high & ~m.digits) << 1);
    for (; starts; starts &= starts - 1, ends &= ends - 1) {
        unsigned at = (unsigned)__builtin_ctzll(starts), end = (unsigned)__builtin_ctzll(ends);
        if (simple >> end & 1) {
            unsigned n = (unsigned)__builtin_ctzll(behind >> at);
            plain_word_add(s, end - at, n, word_hash(base + at, n), GLYPH_LOWER - (m.upper >> at & 1));
            if (at + n < end) tail_add(c, GLYPH_OF_ASCII[(unsigned char)base[end - 1]], p + end);
            continue;
        }
        const char *word = p + at;
        if (bare_word_read(c, base, &m, at, end, word)) continue;
        uint64_t range = mask_low(end) & ~mask_low(at);
        odd |= range;
        if (!mixed_word_read(c, base, &m, range, word))
            while (word < p + end) word = any_word_read(c, word);
    }
    m.letters = letters & ~odd, m.upper &= m.letters;
    letters_count(c, &m);
    s->count[GLYPH_SPACE] = (uint16_t)(s->count[GLYPH_SPACE] + mask_count(m.spaces & read));
    return p + length;
}

INLINE void lines_words_scan(struct shape *s, const char *p, const char *end, masks_fn *masks)
{
    struct scan c = {.shape = s, .end = end};
    size_t bytes = (size_t)(end - p);
    while (p < end) {
        char last[MASK_BYTES + 8];
        const char *base = p, *from = p;
        if (end - p < (long)sizeof last) {
            memset(last, ' ', sizeof last);
            memcpy(last, p, (size_t)(end - p));
            base = last;
        }
        p = words_read(&c, base, p, masks);
        if (p == from) p = any_word_read(&c, p);
    }
    s->chars = (uint16_t)(s->chars + bytes - c.more_bytes);
    s->capital_words = (uint16_t)(s->capital_words + c.kinds);
    s->upper_words = (uint16_t)(s->upper_words + (c.kinds >> 16));
    s->short_words = (uint16_t)(s->short_words + (c.kinds >> 32));
    s->long_words = (uint16_t)(s->long_words + (c.kinds >> 48));
}

static void words_scan_plain(struct shape *s, const char *p, const char *end)
{
    lines_words_scan(s, p, end, masks_of);
}

#ifdef __x86_64__
MASKS_WIDE static void words_scan_wide(struct shape *s, const char *p, const char *end)
{
    lines_words_scan(s, p, end, masks_wide);
}

void words_scan(struct shape *s, const char *p, const char *end)
{
    (masks_wide_can() ? words_scan_wide : words_scan_plain)(s, p, end);
}
#else
void words_scan(struct shape *s, const char *p, const char *end)
{
    words_scan_plain(s, p, end);
}
#endif
