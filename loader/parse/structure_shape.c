#include "parse/structure_shape.h"

#include "base/utf8.h"
#include "parse/structure_letters.h"

#include <string.h>

enum { CAP = 60000 };

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
    const char *start;    // moved on by each continuation byte, so that the distance to it counts characters
    uint64_t tally;       // letters; << 16: those in upper case; << 32: digits; << 48: slashes
    uint32_t hash, seen;  // of its letters in lower case; the set of its glyphs
    unsigned first;       // glyph of the first letter or digit; of the last character where there is none
};

static const uint64_t TALLY[GLYPH_COUNT] = {[GLYPH_UPPER] = 1 | 1 << 16,
                                            [GLYPH_LOWER] = 1,
                                            [GLYPH_CASELESS] = 1,
                                            [GLYPH_DIGIT] = UINT64_C(1) << 32,
                                            [GLYPH_SLASH] = UINT64_C(1) << 48};

// A word that holds more than letters: numbers, dates, addresses. last: its last glyph.
static void mixed_word_end(struct shape *s, uint64_t tally, uint32_t seen, unsigned chars, unsigned last)
{
    unsigned letters = (uint16_t)tally, upper = (uint16_t)(tally >> 16), digits = (uint16_t)(tally >> 32);
    unsigned slashes = (uint16_t)(tally >> 48);
    bool stops = seen & SET(STOP), colons = seen & SET(COLON);
    if (digits && !letters) s->number_words++;
    if (digits == 4 && !letters) s->years++;
    if (digits >= 2 && colons && !letters && last != GLYPH_COLON) s->times++;
    if (digits >= 2 && (stops || slashes) && !letters && chars <= 10) s->dates++;
    if (slashes >= 2 && letters && (colons || stops)) s->links++;
    else if (stops && letters > 5 && last != GLYPH_STOP && upper < 2) s->links++;
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

// What is counted over a line's words.
struct tally {
    uint64_t kinds;    // see above
    uint64_t letters;  // of ASCII and others; << 16: those in upper case
};

// Nothing in here branches where one word says little about the next.
static inline void word_add(struct shape *s, const struct word *w, unsigned chars, unsigned kind, struct tally *t)
{
    unsigned letters = (uint16_t)w->tally, upper = (uint16_t)(w->tally >> 16);
    if (s->words++ < 2) {
        if (s->words == 2) {
            s->second_word_first = (uint8_t)w->first;
        } else {
            s->first_word = (uint16_t)chars;
            s->first_hash = w->hash;
            s->first_word_first = (uint8_t)w->first;
        }
    }
    s->last_word = (uint16_t)chars;
    s->last_hash = w->hash;
    s->last_word_first = (uint8_t)w->first;
    if (chars > s->longest_word) s->longest_word = (uint16_t)chars;
    t->letters += w->tally & UINT32_MAX;
    t->kinds += KINDS[kind][letters < 8 ? letters : 8];
    if (upper == letters && letters > 1) t->kinds += UPPER;
    uint32_t bit = w->hash * 2654435761u >> 24;
    s->words_seen[bit >> 6] |= (uint64_t)(letters >= 4) << (bit & 63);
}

// end: behind the word; last: its last glyph.
static void word_end(struct shape *s, const struct word *w, const char *end, unsigned last, struct tally *t)
{
    unsigned chars = (unsigned)(end - w->start);
    if (!chars) return;
    if (w->seen & ~LETTERS) mixed_word_end(s, w->tally, w->seen, chars, last);
    word_add(s, w, chars, w->first == GLYPH_UPPER ? 0 : w->first == GLYPH_LOWER ? 1 : 2, t);
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

static void number_scan(struct shape *s)
{
    const char *p = s->text.p, *end = p + s->text.n;
    bool open = p < end && *p == '(';
    p += open;
    const char *start = p;
    unsigned value = 0, parts = 0;
    while (p < end && *p >= '0' && *p <= '9' && value < 10000) {
        value = value * 10 + (unsigned)(*p++ - '0');
        if (p + 1 < end && *p == '.' && p[1] >= '0' && p[1] <= '9') {
            p++;
            parts++;
        }
    }
    bool space_next = p + 1 < end && (p[1] == ' ' || (unsigned char)p[1] >= 0x80 || (p[1] >= 'A' && p[1] <= 'Z'));
    if (p > start) {
        s->number = (uint16_t)value;
        if (p >= end) return;
        if (parts) s->number_form = parts > 3 ? NUMBER_NONE : NUMBER_PATH;
        else if (*p == '.' && space_next) s->number_form = NUMBER_DOT;
        else if ((*p == ')' || *p == ':') && space_next) s->number_form = NUMBER_BRACKET;
        else if (*p == ' ') s->number_form = NUMBER_PLAIN;
        return;
    }
    size_t n = 0;
    while (p + n < end && n < 6 && memchr("IVXLC", p[n], 5)) n++;
    if (n && p + n + 1 < end && (p[n] == '.' || p[n] == ')') && p[n + 1] == ' ') {
        s->number_form = NUMBER_ROMAN;
        return;
    }
    if (end - p > 2 && (unsigned)((unsigned char)p[0] | 32) - 'a' < 26u && (p[1] == ')' || p[1] == '.') && p[2] == ' ')
        s->number_form = NUMBER_LETTER;
}

static void ends_scan(struct str line, struct shape *s)
{
    struct str text = str_trim(line);
    s->space_first = text.n && line.p[0] != text.p[0];
    s->space_last = text.n && line.p + line.n != text.p + text.n;
    s->mark_only = text.n == 1 && text.p[0] == '-';
    s->marked = text.n > 2 && text.p[0] == '-' && text.p[1] == ' ';
    if (s->marked) {
        size_t n = text.n;
        text = str_trim(str_slice(text, 2, n));
    }
    s->mark_at_end = text.n > 2 && text.p[text.n - 1] == '-' && text.p[text.n - 2] == ' ';
    s->text = text;
}

// Of any bytes, eight at a time.
static uint32_t text_hash(const char *p, const char *end)
{
    uint64_t h = (uint64_t)(end - p), eight;
    for (; end - p >= 8; p += 8) {
        memcpy(&eight, p, 8);
        h = (h ^ eight) * HASH_FACTOR;
        h ^= h >> 32;
    }
    for (eight = 0; p < end; p++) eight = eight << 8 | (unsigned char)*p;
    h = (h ^ eight) * HASH_FACTOR;
    return (uint32_t)(h ^ h >> 32);
}

// Where the first CAP characters end.
static const char *cap(struct str text)
{
    size_t at = 0, n;
    if (text.n <= CAP) return text.p + text.n;
    for (int chars = 0; chars < CAP && at < text.n; chars++, at += n) utf8_decode(str_slice(text, at, text.n), &n);
    return text.p + at;
}

static unsigned glyph_of_letter(char c)
{
    return (unsigned)GLYPH_UPPER + ((unsigned char)c >> 5 & 1);
}

// Reads ASCII letters, at most eight; returns how many.
static inline unsigned letters_read(const char *p, struct word *w)
{
    struct letters l = letters_at(p);
    w->hash = letters_fnv1a(w->hash, l);
    w->tally += l.count + ((uint64_t)letters_upper(l) << 16);
    return l.count;
}

// Reads words of ASCII letters with a space behind each, which most words are, and then what the next word begins with:
// w is that word, and what is returned the place where it goes on.
static const char *plain_words_read(struct shape *s, const char *p, const char *end, struct word *w,
                                    struct tally *tally)
{
    struct tally t = *tally;
    unsigned spaces = 0;
    for (;; spaces++) {
        *w = (struct word){.start = p, .hash = FNV_BASIS};
        unsigned n = 8;
        while (n == 8 && end - p > 8) p += n = letters_read(p, w);
        if (p == w->start) break;
        w->first = glyph_of_letter(*w->start);
        if (n == 8 || *p != ' ') break;
        word_add(s, w, (unsigned)(p - w->start), w->first - GLYPH_UPPER, &t);
        p++;
    }
    *tally = t;
    s->count[GLYPH_SPACE] = (uint16_t)(s->count[GLYPH_SPACE] + spaces);
    if (p > w->start) w->seen = SET(LOWER);
    return p;
}

// The character at p, its glyph and its bytes.
static inline enum glyph glyph_at(const char *p, const char *end, uint32_t *c, size_t *n)
{
    *n = 1;
    *c = (unsigned char)*p;
    if (*c < 0x80) return GLYPH_OF_ASCII[*c];
    *c = utf8_decode((struct str){p, (size_t)(end - p)}, n);
    return glyph_of(*c);
}

static void tally_end(struct shape *s, const struct tally *t)
{
    s->capital_words = (uint16_t)t->kinds;
    s->upper_words = (uint16_t)(t->kinds >> 16);
    s->short_words = (uint16_t)(t->kinds >> 32);
    s->long_words = (uint16_t)(t->kinds >> 48);
    unsigned upper = (uint16_t)(t->letters >> 16);
    s->count[GLYPH_UPPER] = (uint16_t)upper;
    s->count[GLYPH_LOWER] = (uint16_t)((uint16_t)t->letters - upper - s->count[GLYPH_CASELESS]);
}

static void shape_of_text(struct shape *s, const char *p, const char *end)
{
    const char *start = p;  // as in a word: the distance to it counts characters
    struct tally tally = {0};
    struct word w;
    unsigned last = GLYPH_NONE, before = GLYPH_NONE;
    for (;;) {
        const char *from = p;
        p = plain_words_read(s, p, end, &w, &tally);
        if (w.start > from) before = glyph_of_letter(w.start[-2]), last = GLYPH_SPACE;
        if (p > w.start) {
            before = p - w.start > 1 ? glyph_of_letter(p[-2]) : last;
            last = glyph_of_letter(p[-1]);
        }
        uint32_t c = 0;
        size_t n = 1;
        unsigned g;
        for (; p < end && (g = glyph_at(p, end, &c, &n)) != GLYPH_SPACE; p += n) {
            if (!(w.seen & ALPHANUMERIC)) w.first = g;
            w.seen |= 1u << g;
            w.tally += TALLY[g];
            w.start += n - 1;
            start += n - 1;
            if (LETTERS >> g & 1) w.hash = (w.hash ^ (c < 0x80 ? c | 32 : c)) * FNV_FACTOR;
            s->count[g]++;
            before = last;
            last = g;
        }
        word_end(s, &w, p, last, &tally);
        if (p == end) break;
        if (TELLING_BEFORE_SPACE >> last & 1) before_space(s, last, before, p);
        if (last != GLYPH_SPACE) before = last, last = GLYPH_SPACE;
        s->count[GLYPH_SPACE]++;
        start += n - 1;
        p += n;
    }
    s->chars = (uint16_t)(end - start);
    tally_end(s, &tally);
    s->last = (uint8_t)last;
    s->before_last = (uint8_t)before;
}

// The first two characters.
static void begin_scan(struct shape *s, const char *p, const char *end)
{
    for (int i = 0; i < 2 && p < end; i++) {
        size_t n = 1;
        uint32_t c;
        enum glyph g = glyph_at(p, end, &c, &n);
        if (i) s->second = (uint8_t)g;
        else s->first = (uint8_t)g;
        if (!i && n == 1) s->first_ascii = (uint8_t)*p;
        p += n;
    }
}

void shape_scan(struct str line, struct shape *s)
{
    memset(s, 0, sizeof *s);
    ends_scan(line, s);
    const char *p = s->text.p, *end = cap(s->text);
    begin_scan(s, p, end);
    shape_of_text(s, p, end);
    s->hash = text_hash(p, end);
    s->last_ascii = end > p && (unsigned char)end[-1] < 0x80 ? (uint8_t)end[-1] : 0;
    s->brackets = (int16_t)(s->count[GLYPH_OPEN] - s->count[GLYPH_CLOSE]);
    s->pipes = s->count[GLYPH_PIPE];
    s->pipe_first = s->first == GLYPH_PIPE;
    s->pipe_last = s->last == GLYPH_PIPE;
    s->odd_quotes = s->count[GLYPH_QUOTE] & 1;
    number_scan(s);
}
