#include "parse/structure_words.h"

#include "base/utf8.h"

// Upper case folded to lower case in the alphabets where that is an offset.
static uint32_t fold(uint32_t c)
{
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
    if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F))
        return c + 32;
    if (c >= 0x100 && c < 0x180) return c | 1;
    return c;
}

static bool in_word(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 0xDF && c < 0x2000 && c != 0xF7) || (c > 0x3020 && c < 0xE000);
}

size_t words_buckets(struct str text, uint16_t *out)
{
    size_t count = 0;
    uint32_t hash = 0;
    for (size_t i = 0; i <= text.n && count < WORDS_MOST;) {
        size_t n = 1;
        uint32_t c = 0;
        if (i < text.n) c = fold(utf8_decode((struct str){text.p + i, text.n - i}, &n));
        if (in_word(c)) hash = (hash ? hash : 2166136261u) * 16777619u ^ c;
        else if (c >= '0' && c <= '9') hash = 97;  // numbers are all alike
        if (hash && (!(in_word(c) || (c >= '0' && c <= '9')) || c > 0x3020)) {
            out[count++] = (uint16_t)(hash * 2654435761u >> 20);
            hash = 0;
        }
        i += n;
    }
    return count;
}
