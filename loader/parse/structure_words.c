#include "parse/structure_words.h"

#include "base/utf8.h"
#include "parse/structure_letters.h"

// Upper case folded to lower case in the alphabets where that is an offset; not for ASCII.
static uint32_t fold(uint32_t c)
{
    if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F))
        return c + 32;
    if (c >= 0x100 && c < 0x180) return c | 1;
    return c;
}

static bool in_word(uint32_t c)
{
    return (c >= 0xDF && c < 0x2000 && c != 0xF7) || (c > 0x3020 && c < 0xE000);
}

static bool is_ascii_letter(char c)
{
    return (unsigned char)((c | 32) - 'a') < 26;
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

// Reads the ASCII letters at *at; returns the hash that they turn `hash` into.
static uint32_t letters_hash(const char **at, const char *end, uint32_t hash)
{
    const char *p = *at;
    unsigned n = 8;
    while (n == 8 && end - p >= 8) {
        struct letters l = letters_at(p);
        hash = letters_fnv1(hash, l);
        p += n = l.count;
    }
    while (p < end && is_ascii_letter(*p)) hash = hash * FNV_FACTOR ^ ((unsigned char)*p++ | 32u);
    *at = p;
    return hash;
}

size_t words_buckets(struct str text, uint16_t *out)
{
    size_t count = 0;
    uint32_t hash = 0;  // of the word that is open; 0 for none
    for (const char *p = text.p, *end = p + text.n; p <= end && count < WORDS_MOST;) {
        if (p < end && is_ascii_letter(*p)) {
            hash = letters_hash(&p, end, hash ? hash : FNV_BASIS);
            continue;
        }
        size_t n = 1;
        uint32_t c = p < end ? (unsigned char)*p : 0;
        if (c >= 0x80) c = fold(utf8_decode((struct str){p, (size_t)(end - p)}, &n));
        p += n;
        bool word = in_word(c);
        if (word) hash = (hash ? hash : FNV_BASIS) * FNV_FACTOR ^ c;
        else if (is_digit(c)) hash = 97;  // numbers are all alike
        if (!hash || ((word || is_digit(c)) && c <= 0x3020)) continue;
        out[count++] = (uint16_t)(hash * 2654435761u >> 20);
        hash = 0;
    }
    return count;
}
