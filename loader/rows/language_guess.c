#include "rows/language_guess.h"

#include "base/utf8.h"
#include "rows/language_words.h"

#define WINDOWS   3     // are looked at: the beginning, the middle and the end,
#define WINDOW    2700  // bytes of each at most,
#define SHORT     100   // and at least: of a shorter text all
#define ENOUGH    20    // common words of a window
#define DIFFERENT 4     // common words that there must be of a language
#define AHEAD     2     // times as many words of its own as any other language
#define LANGUAGES 64

enum script { LATIN, KANA, HAN, HANGUL, CYRILLIC, ARABIC, GREEK, HEBREW, DEVANAGARI, THAI, SCRIPTS };

static enum script script_of(uint32_t c)
{
    if (c < 0x250) return LATIN;
    if (c >= 0x370 && c < 0x400) return GREEK;
    if (c >= 0x400 && c < 0x530) return CYRILLIC;
    if (c >= 0x590 && c < 0x600) return HEBREW;
    if (c >= 0x600 && c < 0x780) return ARABIC;
    if (c >= 0x900 && c < 0x980) return DEVANAGARI;
    if (c >= 0xE00 && c < 0xE80) return THAI;
    if (c >= 0x3040 && c < 0x3100) return KANA;
    if (c >= 0x3400 && c < 0xA000) return HAN;
    return c >= 0xAC00 && c < 0xD7B0 ? HANGUL : LATIN;
}

struct words {
    const struct language_word *common;
    const struct language_word *hits[WINDOWS * ENOUGH];  // those that are common in any language
    int count;
    struct {
        int from, all;  // its first hit, and the words that were looked at
    } windows[WINDOWS];
};

struct counts {
    struct words latin, other;
    int letters[SCRIPTS];
};

struct reading {
    char word[LANGUAGE_WORD];  // in small letters, zeros behind it
    size_t length;             // of the word, also where it is longer than fits
    uint32_t hash;             // of what fits
    bool latin;
    int number, hits;  // of the window
};

// True when no more words are needed.
static bool end_word(struct counts *counts, struct reading *r)
{
    struct words *words = r->latin ? &counts->latin : &counts->other;
    words->windows[r->number].all++;
    if (r->length < LANGUAGE_WORD) {
        uint32_t slot = language_word_slot(r->hash);
        const struct language_word *found = &words->common[slot];
        while (found->languages && memcmp(found->word, r->word, LANGUAGE_WORD) != 0)
            found = &words->common[slot = (slot + 1) % LANGUAGE_SLOTS];
        if (found->languages) {
            words->hits[words->count++] = found;
            r->hits++;
        }
    }
    memset(r->word, 0, sizeof r->word);
    r->length = r->hash = 0;
    return r->hits == ENOUGH;
}

static void add_letter(struct reading *r, const char *p, size_t n, bool small)
{
    if (r->length + n < LANGUAGE_WORD)
        for (size_t i = 0; i < n; i++) {
            char byte = i + 1 < n || small ? p[i] : (char)(p[i] | 0x20);
            r->word[r->length + i] = byte;
            r->hash = language_word_add(r->hash, byte);
        }
    r->length += n;
}

// Counts the words and letters of text until they are enough.
static void count(struct counts *counts, struct str text, int number)
{
    struct reading r = {.latin = true, .number = number};
    counts->latin.windows[number].from = counts->latin.count;
    counts->other.windows[number].from = counts->other.count;
    for (size_t at = 0, n; at < text.n; at += n) {
        uint32_t c = (unsigned char)text.p[at];
        n = 1;
        if ((c | 0x20) - 'a' < 26) {
            counts->letters[LATIN]++;
            r.latin = r.latin || !r.length;
            add_letter(&r, text.p + at, 1, false);
            continue;
        }
        if (c >= 0x80) c = utf8_decode(str_slice(text, at, text.n), &n);
        enum script script = c < 0xC0 ? LATIN : script_of(c);
        if (c >= 0xC0 && c < 0x2000) {
            counts->letters[script]++;
            if (!r.length) r.latin = script == LATIN;
            add_letter(&r, text.p + at, n, c >= 0xDF);
            continue;
        }
        counts->letters[script] += script != LATIN;
        if (r.length && end_word(counts, &r)) return;
    }
    if (r.length) end_word(counts, &r);
}

static bool is_in(const struct language_word *word, int language)
{
    return word->languages >> language & 1;
}

// Whether so many different words of it are there. (One short word may be common in any language.)
static bool has_different(const struct words *words, int language)
{
    const struct language_word *seen[DIFFERENT] = {NULL};
    int count = 0;
    for (int i = 0; i < words->count && count < DIFFERENT; i++) {
        bool known = !is_in(words->hits[i], language);
        for (int k = 0; k < count; k++) known = known || seen[k] == words->hits[i];
        if (!known) seen[count++] = words->hits[i];
    }
    return count == DIFFERENT;
}

// Whether the language's words are the share of a window that running text has; lists of names have less.
static bool is_running(const struct words *words, int language, int share)
{
    for (int w = 0; w < WINDOWS; w++) {
        int end = w + 1 < WINDOWS ? words->windows[w + 1].from : words->count, count = 0;
        for (int i = words->windows[w].from; i < end; i++) count += is_in(words->hits[i], language);
        if (count && count * 100 >= words->windows[w].all * share) return true;
    }
    return false;
}

// The language that has the most words, when it is one that is told, running text shows them, and no other has nearly
// as many that this one hasn't.
static struct str by_words(const struct words *words, const char *const *told, int share)
{
    int of[LANGUAGES] = {0}, both[LANGUAGES] = {0}, best = 0, count = 0;
    for (int i = 0; i < words->count; i++)
        for (uint64_t rest = words->hits[i]->languages; rest; rest &= rest - 1) of[__builtin_ctzll(rest)]++;
    for (; told[count]; count++)
        if (of[count] > of[best]) best = count;
    if (!has_different(words, best) || !is_running(words, best, share)) return STR_NULL;
    for (int i = 0; i < words->count; i++)
        for (uint64_t rest = is_in(words->hits[i], best) ? words->hits[i]->languages : 0; rest; rest &= rest - 1)
            both[__builtin_ctzll(rest)]++;
    for (int other = 0; other < LANGUAGES; other++) {
        if (other == best || !of[other]) continue;
        int own = of[best] - both[other], its = of[other] - both[other];
        if (own < AHEAD * its || (!own && other < count)) return STR_NULL;
    }
    return str_from(told[best]);
}

static struct str guess(const struct counts *counts)
{
    static const char *const alone[SCRIPTS] = {
        [KANA] = "ja", [HAN] = "zh", [HANGUL] = "ko", [GREEK] = "el", [THAI] = "th"};
    const int *letters = counts->letters;
    int best = LATIN;
    // a sign of Chinese stands for a word, a Latin letter for a fifth of one
    for (int i = 1, most = letters[LATIN] / 3; i < SCRIPTS; i++)
        if (letters[i] > most) most = letters[best = i];
    if (best == HAN && letters[KANA] * 10 > letters[HAN]) best = KANA;
    if (alone[best]) return str_from(alone[best]);
    return best == LATIN ? by_words(&counts->latin, language_words_latin_told, 18)
                         : by_words(&counts->other, language_words_other_told, 8);
}

struct str language_guess(struct str text)
{
    struct counts counts = {.latin = {.common = language_words_latin}, .other = {.common = language_words_other}};
    size_t window = text.n / WINDOWS < SHORT ? text.n : text.n / WINDOWS < WINDOW ? text.n / WINDOWS : WINDOW;
    for (int i = 0; i < WINDOWS; i++) {
        size_t at = (text.n - window) / (WINDOWS - 1) * (size_t)i;
        while (at && at < text.n && ((unsigned char)text.p[at] & 0xC0) == 0x80) at++;
        struct str s = i && window == text.n ? STR("") : str_slice(text, at, text.n);
        count(&counts, utf8_prefix(s, window), i);
    }
    return guess(&counts);
}

static bool is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

bool language_is_code(struct str stated)
{
    return stated.n >= 2 && is_letter(stated.p[0]) && is_letter(stated.p[1]) &&
           (stated.n == 2 || !is_letter(stated.p[2]));
}

bool language_is(struct str stated, const char *code)
{
    return language_is_code(stated) && (stated.p[0] | 0x20) == code[0] && (stated.p[1] | 0x20) == code[1];
}
