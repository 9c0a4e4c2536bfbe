#include "rows/label.h"

#include "base/utf8.h"

#define LABEL_CHARACTERS 100
#define LABEL_WORDS      12

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// U+FF1A, the colon of Chinese and Japanese text, needs no space behind it.
static const char WIDE_COLON[] = "\xEF\xBC\x9A";

// Length of the colon at s.p + i when it may end a label, else 0.
static size_t colon_at(struct str s, size_t i)
{
    if (s.p[i] == ':') {
        struct str rest = str_slice(s, i + 1, s.n);
        return str_space_first(rest) ? 1 : 0;
    }
    if (s.n - i > 3 && memcmp(s.p + i, WIDE_COLON, 3) == 0) return 3;
    return 0;
}

struct label_scan {
    int words, round, square;
    bool quoted, sentence, alphanumeric;
};

// Follows one byte (or the quote that begins there) of what may become a label.
static void scan_byte(struct label_scan *scan, struct str s, size_t i)
{
    unsigned char c = (unsigned char)s.p[i];
    size_t space = str_space_first(str_slice(s, i, s.n));
    if (space && i + space < s.n) {
        scan->words++;
        // "Smith et al. found: …" is a sentence, "U.S. support: …" and "St. John: …" are labels
        unsigned char before = i ? (unsigned char)s.p[i - 1] : 0;
        if (before == '!' || before == '?' || before == ';') scan->sentence = true;
        if (before == '.' && i >= 5 && !memchr(s.p + i - 4, ' ', 3) && !memchr(s.p + i - 4, '.', 3))
            scan->sentence = true;
    }
    if (c == '(') scan->round++;
    if (c == ')') scan->round--;
    if (c == '[') scan->square++;
    if (c == ']') scan->square--;
    if (c == '"') scan->quoted = !scan->quoted;
    if (c == 0xE2 && s.n - i >= 3 && memcmp(s.p + i, "\xE2\x80\x9C", 3) == 0) scan->quoted = true;   // “
    if (c == 0xE2 && s.n - i >= 3 && memcmp(s.p + i, "\xE2\x80\x9E", 3) == 0) scan->quoted = true;   // „
    if (c == 0xE2 && s.n - i >= 3 && memcmp(s.p + i, "\xE2\x80\x9D", 3) == 0) scan->quoted = false;  // ”
    if (c >= 0x80 || is_digit((char)c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')) scan->alphanumeric = true;
}

bool label_split(struct str item, struct str *label, struct str *text)
{
    struct label_scan scan = {.words = 1};
    size_t end = item.n < LABEL_CHARACTERS * 4 ? item.n : LABEL_CHARACTERS * 4;
    for (size_t i = 0; i < end; i++) {
        size_t colon = colon_at(item, i);
        if (colon && scan.round <= 0 && scan.square <= 0 && !scan.quoted) {
            struct str before = str_trim(str_slice(item, 0, i));
            struct str after = str_trim(str_slice(item, i + colon, item.n));
            if (!scan.alphanumeric || !after.n || utf8_length(before) > LABEL_CHARACTERS) return false;
            if (is_digit(before.p[before.n - 1]) && is_digit(after.p[0]) && before.n <= 4) return false;
            *label = before;
            *text = after;
            return true;
        }
        scan_byte(&scan, item, i);
        if (scan.words > LABEL_WORDS || scan.sentence) return false;
    }
    return false;
}
