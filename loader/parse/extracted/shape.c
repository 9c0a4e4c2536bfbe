#include "parse/extracted/shape.h"

#include "parse/extracted/words.h"
#include "parse/masks.h"

#include <stddef.h>
#include <string.h>

enum {
    CAP = 60000,
    HASH_ENDS = 64,  // of a longer text, so many bytes at each end count
    // of a line longer than READ_WHOLE bytes, about so many are read at its beginning and at its end
    READ_WHOLE = 320,
    READ_BEGIN = 160,
    READ_END = 64,
};

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
    size_t indent = text.n ? (size_t)(text.p - line.p) : 0;
    s->indent = (uint8_t)(indent < SHAPE_INDENT ? indent : SHAPE_INDENT);
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

#define HASH_FACTOR UINT64_C(0x9E3779B97F4A7C15)

// Eight bytes at a time.
static uint64_t bytes_hash(const char *p, const char *end, uint64_t h)
{
    for (; end - p >= 8; p += 8) {
        h = (h ^ mask_load(p)) * HASH_FACTOR;
        h ^= h >> 32;
    }
    uint64_t rest = 0;
    while (p < end) rest = rest << 8 | (unsigned char)*p++;
    h = (h ^ rest) * HASH_FACTOR;
    return h ^ h >> 32;
}

static uint32_t text_hash(const char *p, const char *end)
{
    uint64_t h = (uint64_t)(end - p);
    if (end - p <= 2 * HASH_ENDS) return (uint32_t)bytes_hash(p, end, h);
    return (uint32_t)bytes_hash(end - HASH_ENDS, end, bytes_hash(p, p + HASH_ENDS, h));
}

// Where the first CAP characters end.
static const char *cap(struct str text)
{
    size_t at = 0, n;
    if (text.n <= CAP) return text.p + text.n;
    for (int chars = 0; chars < CAP && at < text.n; chars++, at += n) utf8_decode(str_slice(text, at, text.n), &n);
    return text.p + at;
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

// The last character but spaces, and the one before it.
static void end_scan(struct shape *s, const char *start, const char *end)
{
    for (unsigned g = GLYPH_NONE; end > start && !s->before_last; s->last = s->last ? s->last : (uint8_t)g) {
        const char *p = end - 1;
        while (p > start && ((unsigned char)*p & 0xC0) == 0x80) p--;
        size_t n;
        uint32_t c;
        g = glyph_at(p, end, &c, &n);
        end = p;
        if (s->last && (s->last != GLYPH_SPACE || g != GLYPH_SPACE)) s->before_last = (uint8_t)g;
    }
}

// " - " in it may be the mark of another item.
static bool has_mark(const char *p, const char *end)
{
    while ((p = memchr(p, '-', (size_t)(end - p)))) {
        if (p[-1] == ' ' && p[1] == ' ') return true;
        p++;
    }
    return false;
}

// What lies between the beginning and the end of a long line, from behind a word to the next word. Its characters are
// counted, but its words say nothing that those before and behind it don't. Empty where a bar or a mark stands in it.
static struct str middle(const char *p, const char *end)
{
    if (end - p <= READ_WHOLE || memchr(p, '|', (size_t)(end - p))) return STR_NULL;
    const char *from = memchr(p + READ_BEGIN, ' ', (size_t)(end - READ_END - p - READ_BEGIN));
    const char *to = from ? memchr(end - READ_END, ' ', READ_END - 1) : NULL;
    if (!to || has_mark(from, to + 2)) return STR_NULL;
    return (struct str){from, (size_t)(to + 1 - from)};
}

void shape_scan(struct str line, struct shape *s)
{
    memset(s, 0, offsetof(struct shape, buckets));
    ends_scan(line, s);
    const char *p = s->text.p, *end = cap(s->text);
    begin_scan(s, p, end);
    struct str skipped = middle(p, end);
    words_scan(s, p, skipped.n ? skipped.p : end);
    if (skipped.n) words_scan(s, skipped.p + skipped.n, end);
    s->chars = (uint16_t)(s->chars + utf8_length(skipped));
    end_scan(s, p, end);
    s->hash = text_hash(p, end);
    s->last_ascii = end > p && (unsigned char)end[-1] < 0x80 ? (uint8_t)end[-1] : 0;
    s->brackets = (int16_t)(s->count[GLYPH_OPEN] - s->count[GLYPH_CLOSE]);
    s->pipes = s->count[GLYPH_PIPE];
    s->pipe_first = s->first == GLYPH_PIPE;
    s->pipe_last = s->last == GLYPH_PIPE;
    s->odd_quotes = s->count[GLYPH_QUOTE] & 1;
    number_scan(s);
}
