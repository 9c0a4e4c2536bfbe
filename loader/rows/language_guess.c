#include "rows/language_guess.h"

#include "base/utf8.h"

#include <stdint.h>
#include <stdlib.h>

#define SAMPLE_BYTES 8000
#define MIN_WORDS    3   // common words; with fewer nothing is guessed
#define SURE_WORDS   16  // so many of one language, and less than half of it of any other, are enough

enum { EN = 1, DE = 2, ES = 4, FR = 8, IT = 16, NL = 32, PL = 64, PT = 128, LANGUAGES = 8 };
static const char *const codes[LANGUAGES] = {"en", "de", "es", "fr", "it", "nl", "pl", "pt"};

// Common words that tell the languages apart, by their bytes; those of two languages count for both.
static const struct common_word {
    char word[8];
    uint8_t languages;
} common[] = {
    // clang-format off
    {"aan", NL}, {"al", ES}, {"alla", IT}, {"als", DE}, {"anche", IT}, {"and", EN}, {"are", EN}, {"as", EN | PT},
    {"au", FR}, {"auch", DE}, {"auf", DE}, {"aus", DE}, {"aux", FR}, {"avec", FR}, {"be", EN}, {"bij", NL},
    {"by", EN}, {"ce", FR}, {"che", IT}, {"co", PL}, {"com", PT}, {"como", ES}, {"con", ES | IT}, {"da", IT | PT},
    {"dans", FR}, {"das", DE}, {"dat", NL}, {"de", ES | FR | NL | PT}, {"dei", IT}, {"del", ES | IT}, {"della", IT},
    {"dem", DE}, {"den", DE}, {"der", DE}, {"des", DE | FR}, {"di", IT}, {"die", DE}, {"dla", PL}, {"do", PL | PT},
    {"door", NL}, {"dos", PT}, {"du", FR}, {"een", NL}, {"ein", DE}, {"eine", DE}, {"el", ES}, {"elle", FR},
    {"em", PT}, {"en", ES | FR | NL}, {"es", ES}, {"est", FR}, {"está", ES}, {"et", FR}, {"foi", PT}, {"for", EN},
    {"from", EN}, {"fue", ES}, {"für", DE}, {"gli", IT}, {"have", EN}, {"het", NL}, {"il", FR | IT}, {"im", DE},
    {"is", EN | NL}, {"ist", DE}, {"it", EN}, {"jak", PL}, {"jego", PL}, {"jest", PL}, {"las", ES}, {"le", FR | IT},
    {"les", FR}, {"los", ES}, {"maar", NL}, {"mais", PT}, {"met", NL}, {"mit", DE}, {"más", ES}, {"na", PL | PT},
    {"naar", NL}, {"ne", FR}, {"nel", IT}, {"nicht", DE}, {"nie", PL}, {"niet", NL}, {"no", PT}, {"non", IT},
    {"not", EN}, {"não", PT}, {"od", PL}, {"of", EN}, {"ook", NL}, {"op", NL}, {"oraz", PL}, {"os", PT}, {"par", FR},
    {"para", ES | PT}, {"pas", FR}, {"per", IT}, {"pero", ES}, {"più", IT}, {"po", PL}, {"por", ES | PT},
    {"pour", FR}, {"przez", PL}, {"que", ES | FR | PT}, {"qui", FR}, {"se", ES | PT}, {"si", IT}, {"sich", DE},
    {"się", PL}, {"sono", IT}, {"sont", FR}, {"su", ES}, {"sur", FR}, {"sus", ES}, {"são", PT}, {"są", PL},
    {"te", NL}, {"that", EN}, {"the", EN}, {"they", EN}, {"this", EN}, {"to", EN | PL}, {"tym", PL}, {"um", PT},
    {"uma", PT}, {"una", ES | IT}, {"und", DE}, {"une", FR}, {"van", NL}, {"von", DE}, {"voor", NL}, {"was", EN},
    {"were", EN}, {"which", EN}, {"wird", DE}, {"with", EN}, {"wordt", NL}, {"you", EN}, {"zijn", NL}, {"zu", DE},
    {"è", IT}, {"że", PL},
    // clang-format on
};

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

struct counts {
    int words[LANGUAGES], letters[SCRIPTS];
};

static int compare(const void *key, const void *element)
{
    return memcmp(key, ((const struct common_word *)element)->word, sizeof common->word);
}

// The language with the most words, and how many the next has.
static int best_of(const struct counts *counts, int *next)
{
    int best = 0;
    *next = 0;
    for (int i = 1; i < LANGUAGES; i++)
        if (counts->words[i] > counts->words[best]) best = i;
    for (int i = 0; i < LANGUAGES; i++)
        if (i != best && counts->words[i] > *next) *next = counts->words[i];
    return best;
}

// word: in small letters, zeros behind it. True when no more words are needed.
static bool count_word(struct counts *counts, const char *word)
{
    const struct common_word *found = bsearch(word, common, sizeof common / sizeof *common, sizeof *common, compare);
    if (!found) return false;
    for (int i = 0; i < LANGUAGES; i++) counts->words[i] += found->languages >> i & 1;
    int next, best = best_of(counts, &next);
    return counts->words[best] >= SURE_WORDS && counts->words[best] > 2 * next;
}

static struct str by_script(const struct counts *counts)
{
    static const char *const languages[SCRIPTS] = {NULL, "ja", "zh", "ko", "ru", "ar", "el", "he", "hi", "th"};
    const int *letters = counts->letters;
    int best = LATIN;
    // a sign of Chinese stands for a word, a Latin letter for a fifth of one
    for (int i = 1, most = letters[LATIN] / 3; i < SCRIPTS; i++)
        if (letters[i] > most) most = letters[best = i];
    if (best == HAN && letters[KANA] * 10 > letters[HAN]) best = KANA;
    return str_from(languages[best]);
}

// Counts the words and letters of text until they are enough.
static void count(struct counts *counts, struct str text)
{
    char word[8] = {0};
    size_t length = 0;  // of the word, also where it is longer than fits
    for (size_t at = 0, n; at < text.n; at += n) {
        uint32_t c = (unsigned char)text.p[at];
        n = 1;
        if (c >= 0x80) c = utf8_decode(str_slice(text, at, text.n), &n);
        if ((c | 0x20) - 'a' < 26 || (c >= 0xC0 && c < 0x2000)) {
            counts->letters[script_of(c)]++;
            if (length + n < sizeof word) {
                memcpy(word + length, text.p + at, n);
                if (c < 0x80 || (c >= 0xC0 && c < 0xDF)) word[length + n - 1] |= 0x20;
            }
            length += n;
            continue;
        }
        if (c >= 0x2000) counts->letters[script_of(c)] += script_of(c) != LATIN;
        if (length && length < sizeof word && count_word(counts, word)) return;
        memset(word, 0, sizeof word);
        length = 0;
    }
    if (length && length < sizeof word) count_word(counts, word);
}

struct str language_guess(struct str text)
{
    struct counts counts = {0};
    count(&counts, utf8_prefix(text, SAMPLE_BYTES));
    struct str script = by_script(&counts);
    if (script.p) return script;
    int next, best = best_of(&counts, &next), most = counts.words[best];
    return most < MIN_WORDS || most * 4 < next * 5 ? STR_NULL : str_from(codes[best]);
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
