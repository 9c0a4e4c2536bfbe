#include "rows/label.h"

#include "base/utf8.h"

#include <utf8proc.h>

#define LABEL_CHARACTERS 100
#define LABEL_WORDS      12
#define WIDE_COLON       0xFF1A  // of Chinese and Japanese text: needs no space behind it

// What has been read of what may become a label.
struct label_scan {
    int characters, words, word;  // in all; begun; letters of the current word
    int round, square;            // brackets open
    uint32_t quote;               // that closes the open one; 0 for none
    uint32_t before;              // the character before
    bool sentence, alphanumeric;
};

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool is_alphanumeric(uint32_t c)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

static uint32_t closing_quote(uint32_t c)
{
    switch (c) {
    case '"': return '"';
    case 0x201C: return 0x201D;  // “…”
    case 0x201E: return 0x201C;  // „…“
    case 0xAB: return 0xBB;      // «…»
    default: return 0;
    }
}

// 。！？；
static bool is_wide_stop(uint32_t c)
{
    return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF1B;
}

// A sentence has ended before the white space: "It worked. Next", but not "U.S. support", "St. John", "Dem. Rep."
static bool ends_sentence(const struct label_scan *scan)
{
    uint32_t c = scan->before;
    if (c == '!' || c == '?' || c == ';' || c == 0x61F || c == 0x61B) return true;
    return c == '.' && scan->word >= (scan->words > 1 ? 3 : 4);
}

static void scan_character(struct label_scan *scan, uint32_t c, bool space, bool more)
{
    if (is_wide_stop(scan->before)) scan->sentence = true;
    if (space && more) {
        if (ends_sentence(scan)) scan->sentence = true;
        scan->words++;
    }
    if (c == '(') scan->round++;
    if (c == ')') scan->round--;
    if (c == '[') scan->square++;
    if (c == ']') scan->square--;
    if (scan->quote && (c == scan->quote || (scan->quote == 0x201C && c == 0x201D))) scan->quote = 0;
    else if (!scan->quote) scan->quote = closing_quote(c);
    if (is_alphanumeric(c)) scan->alphanumeric = true;
    if (space || (c == '.' && scan->before == '.')) scan->word = 0;
    else if (c != '.') scan->word = scan->before == '.' ? 1 : scan->word + 1;
    scan->before = c;
    scan->characters++;
}

// Whether the colon c may end a label before `rest`.
static bool is_label_colon(const struct label_scan *scan, uint32_t c, struct str rest)
{
    if (scan->round > 0 || scan->square > 0 || scan->quote) return false;
    if (c == ':') return str_space_first(rest) > 0;
    return c == WIDE_COLON && rest.n && !(is_digit(scan->before) && is_digit((unsigned char)rest.p[0]));
}

// Whether a colon stands where a label may end: most items have none.
static bool has_colon(struct str item)
{
    size_t most = 4 * (LABEL_CHARACTERS + 1), n = item.n < most ? item.n : most;
    return n && (memchr(item.p, ':', n) || memchr(item.p, 0xEF, n));  // 0xEF: the wide one begins with it
}

bool label_split(struct str item, struct str *label, struct str *text)
{
    if (!has_colon(item)) return false;
    struct label_scan scan = {.words = 1};
    for (size_t i = 0, n; i < item.n && scan.characters <= LABEL_CHARACTERS; i += n) {
        uint32_t c = utf8_decode(str_slice(item, i, item.n), &n);
        struct str rest = str_slice(item, i + n, item.n);
        if (is_label_colon(&scan, c, rest)) {
            struct str before = str_trim(str_slice(item, 0, i)), after = str_trim(rest);
            if (!scan.alphanumeric || !after.n) return false;
            bool numbers = is_digit((unsigned char)before.p[before.n - 1]) && is_digit((unsigned char)after.p[0]);
            if (numbers && before.n <= 4) return false;      // "3: 1"
            if (str_starts(after, STR("//"))) return false;  // an address, torn
            *label = before;
            *text = after;
            return true;
        }
        scan_character(&scan, c, str_space_first(str_slice(item, i, item.n)) > 0, rest.n > 0);
        if (scan.words > LABEL_WORDS || scan.sentence) return false;
    }
    return false;
}
