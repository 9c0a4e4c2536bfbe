#include "facts/sentence.h"

#include "facts/mentions_names.h"
#include "parse/masks.h"

enum { ABBREVIATION_BYTES = 6 };  // of the longest
static const char *const ABBREVIATIONS[] = {
    // English
    "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sgt", "capt", "sen", "rep", "gov", "hon", "rev", "st", "jr",
    "sr", "vs", "etc", "e.g", "i.e", "approx", "dept", "est", "inc", "ltd", "corp", "co", "bros", "jan", "feb", "mar",
    "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "u.s", "u.k", "u.n", "u.s.a", "d.c", "rs", "a.m",
    "p.m", "amb", "maj", "adm", "brig",
    // German
    "z.b", "d.h", "u.a", "bzw", "usw", "ca", "str", "mio", "mrd", "evtl", "ggf", "inkl", "sog", "vgl", "tsd", "dipl",
    "ing", "mag", "bspw", "o.ä", "rd",
    // French, Spanish
    "m", "mm", "mme", "mlle", "sr", "sra", "srta", "dra", "ud", "uds", "ee.uu", "av", "cf", "p.ej", "pág"};

// Before a number only.
static const char *const NUMBERED[] = {"no", "nos", "art", "fig", "nr", "vol", "pp", "abs", "núm"};

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

// Bytes of the white space at a place, the kinds that break no line included; 0 for none.
static size_t space_at(struct str text, size_t at)
{
    static const char *const wide[] = {"\xC2\xA0", "\xE2\x80\x89", "\xE2\x80\xAF", "\xE3\x80\x80"};
    if (at >= text.n) return 0;
    if (!(text.p[at] & 0x80)) return is_space(text.p[at]);
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (str_starts(str_slice(text, at, text.n), str_from(wide[i]))) return strlen(wide[i]);
    return 0;
}

static bool is_behind_space(struct str text, size_t at)
{
    return is_space(text.p[at - 1]) || (at > 1 && text.p[at - 1] == '\xA0' && text.p[at - 2] == '\xC2');
}

static bool same(struct str word, const char *abbreviation)
{
    if ((word.p[0] ^ abbreviation[0]) & 0x5F) return false;  // but for the case
    size_t n = strlen(abbreviation), bytes;
    if (n != word.n) return false;
    for (size_t i = 0; i < n; i += bytes)
        if (mention_lower(mention_character(word, i, &bytes)) != mention_character(str_from(abbreviation), i, &bytes))
            return false;
    return true;
}

// The word that ends right before a full stop may have full stops itself.
static bool is_abbreviation(struct str text, size_t start, size_t stop, size_t next)
{
    size_t at = stop;
    while (at > start && stop - at < 16 && !is_behind_space(text, at) && !strchr("(\"'", text.p[at - 1])) at--;
    struct str word = str_slice(text, at, stop);
    if (!word.n || word.n > ABBREVIATION_BYTES) return false;
    if (word.n == 1 && word.p[0] >= 'A' && word.p[0] <= 'Z') return true;
    for (size_t i = 0; i < sizeof ABBREVIATIONS / sizeof *ABBREVIATIONS; i++)
        if (same(word, ABBREVIATIONS[i])) return true;
    bool number = next < text.n && text.p[next] >= '0' && text.p[next] <= '9';
    for (size_t i = 0; number && i < sizeof NUMBERED / sizeof *NUMBERED; i++)
        if (same(word, NUMBERED[i])) return true;
    return false;
}

// German ordinals (am 3. Mai): a number of two digits at most; a year may end a sentence.
static bool is_ordinal(struct str text, size_t start, size_t stop)
{
    size_t at = stop;
    while (at > start && text.p[at - 1] >= '0' && text.p[at - 1] <= '9') at--;
    return stop > at && stop - at <= 2 && (at == start || is_behind_space(text, at));
}

// Bytes of a mark that may end a sentence at p; 0 for none.
static size_t mark(struct str text, size_t at)
{
    char c = text.p[at];
    if (c == '.' || c == '!' || c == '?') return 1;
    struct str rest = str_slice(text, at, text.n);
    static const char *const marks[] = {"…", "。", "！", "？"};
    for (size_t i = 0; (unsigned char)c >= 0xE2 && i < 4; i++)
        if (str_starts(rest, str_from(marks[i]))) return 3;
    return 0;
}

// Quotes and brackets that close behind a mark.
static size_t closing(struct str text, size_t at)
{
    static const char *const signs[] = {"\"", "'", ")", "]", "”", "’", "“", "»", " »"};
    size_t from = at;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (!str_starts(str_slice(text, at, text.n), str_from(signs[i]))) continue;
        at += strlen(signs[i]);
        if (at - from > 8) break;
        i = (size_t)-1;
    }
    return at - from;
}

static bool is_small(struct str text, size_t at)
{
    size_t n;
    uint32_t c = mention_character(text, at, &n);
    return mention_is_word(c) && mention_lower(c) == c && !(c >= '0' && c <= '9') && !mention_is_spaceless(c);
}

// Where a line or a sentence may end: the bytes that marks begin with. Most are none.
static size_t next_end(struct str text, size_t at)
{
    static const bool ends[256] = {
        ['\n'] = true, ['.'] = true, ['!'] = true, ['?'] = true, [0xE2] = true, [0xE3] = true, [0xEF] = true};
    for (; at + MASK_BYTES <= text.n; at += MASK_BYTES) {
        const char *p = text.p + at;
        uint64_t found = mask_byte(p, '.', 0) | mask_byte(p, '\n', 0) | mask_byte(p, '!', 0) | mask_byte(p, '?', 0) |
                         mask_between(p, 0xE2, 0xE3) | mask_between(p, 0xEF, 0xEF);
        if (found) return at + (size_t)__builtin_ctzll(found);
    }
    while (at < text.n && !ends[(unsigned char)text.p[at]]) at++;
    return at;
}

bool sentence_next(struct str text, size_t *at, struct str *sentence)
{
    size_t start = *at, n;
    while (start < text.n && ((n = space_at(text, start)) || (n = text.p[start] == '\n'))) start += n;
    if (start >= text.n) return false;
    size_t i = start;
    for (; (i = next_end(text, i)) < text.n && text.p[i] != '\n'; i++) {
        if (!(n = mark(text, i))) continue;
        size_t end = i + n + closing(text, i + n), next = end;
        for (size_t space; (space = space_at(text, next));) next += space;
        bool parted = n == 3 || next > end || next == text.n || text.p[next] == '\n';
        bool ends = parted && (next == text.n || !is_small(text, next)) &&
                    !(text.p[i] == '.' && (is_abbreviation(text, start, i, next) || is_ordinal(text, start, i)) &&
                      next < text.n && text.p[next] != '\n');
        if (ends) {
            *at = end;
            *sentence = str_trim(str_slice(text, start, end));
            return true;
        }
        i += n - 1;
    }
    *at = i;
    *sentence = str_trim(str_slice(text, start, i));
    return true;
}
