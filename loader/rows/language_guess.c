#include "rows/language_guess.h"

#include "base/utf8.h"

#include <stdint.h>

#define SAMPLE_BYTES 8000
#define MIN_WORDS    3  // common words; with fewer nothing is guessed
#define MAX_WORD     6

// Common words that tell the languages apart; those of two languages count for both.
static const struct {
    const char *code, *words;
} languages[] = {
    {"en", " the and of to is that for with was are this it as be from have by not which you they were "},
    {"de", " der die und das ist nicht mit ein eine den von zu auf des im sich auch dem für als wird aus "},
    {"es", " el los las y que en por con una para del se su es al como más pero sus fue está "},
    {"fr", " le les et des est une dans pour que qui du au sur pas avec par ce sont il elle ne aux "},
    {"it", " il di che è per della non sono gli con una del le si dei nel alla da più anche "},
    {"nl", " de het een van en is dat niet op te zijn voor met aan ook bij door naar maar wordt "},
    {"pl", " i w na z się nie do że jest to od jak po przez dla są oraz co jego tym "},
    {"pt", " o os as e que em do da um uma para com não por mais dos na no se foi são "},
};

enum { LANGUAGES = sizeof languages / sizeof *languages };

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

static bool is_letter(uint32_t c)
{
    return (c | 0x20) - 'a' < 26 || (c >= 0xC0 && c < 0x2000);
}

// word: in small letters, a space on either side.
static void count_word(const char *word, int *counts)
{
    for (int i = 0; i < LANGUAGES; i++) counts[i] += strstr(languages[i].words, word) != NULL;
}

static struct str best_of(const int *counts)
{
    int best = 0, second = 0;
    for (int i = 1; i < LANGUAGES; i++)
        if (counts[i] > counts[best]) best = i;
    for (int i = 0; i < LANGUAGES; i++)
        if (i != best && counts[i] > second) second = counts[i];
    if (counts[best] < MIN_WORDS || counts[best] * 4 < second * 5) return STR_NULL;
    return str_from(languages[best].code);
}

static struct str by_script(const int *letters)
{
    static const char *const codes[SCRIPTS] = {NULL, "ja", "zh", "ko", "ru", "ar", "el", "he", "hi", "th"};
    int best = LATIN;
    // a sign of Chinese stands for a word, a Latin letter for a fifth of one
    for (int i = 1, most = letters[LATIN] / 3; i < SCRIPTS; i++)
        if (letters[i] > most) most = letters[best = i];
    if (best == HAN && letters[KANA] * 10 > letters[HAN]) best = KANA;
    return str_from(codes[best]);
}

struct str language_guess(struct str text)
{
    int counts[LANGUAGES] = {0}, letters[SCRIPTS] = {0};
    char word[4 * MAX_WORD + 3] = " ";
    size_t length = 1;
    bool fits = true;
    text = utf8_prefix(text, SAMPLE_BYTES);
    for (size_t at = 0, n = 1; n; at += n) {
        uint32_t c = utf8_decode(str_slice(text, at, text.n), &n);
        if (n && is_letter(c)) {
            letters[script_of(c)]++;
            if (c < 0x80 || (c >= 0xC0 && c < 0xDF)) c |= 0x20;
            if (fits) length += utf8_encode(c, word + length);
            fits = length <= 4 * MAX_WORD - 4;
            continue;
        }
        if (n && c >= 0x2000) letters[script_of(c)] += script_of(c) != LATIN;
        if (length > 1 && fits) {
            memcpy(word + length, " ", 2);
            count_word(word, counts);
        }
        length = 1;
        fits = true;
    }
    struct str script = by_script(letters);
    return script.p ? script : best_of(counts);
}
