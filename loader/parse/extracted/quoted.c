#include "parse/extracted/quoted.h"

enum { LEAST_CHARS = 60, TITLE_CHARS = 120 };  // of less, as many are titles; titles have at most …

// Quotation marks, as they open and close.
static const struct {
    struct str open, close;
} pairs[] = {
    {{"\"", 1}, {"\"", 1}},
    {{"\xE2\x80\x9C", 3}, {"\xE2\x80\x9D", 3}},  // “ ”
    {{"\xE2\x80\x9E", 3}, {"\xE2\x80\x9C", 3}},  // „ “
    {{"\xE2\x80\x9E", 3}, {"\xE2\x80\x9D", 3}},  // „ ”
    {{"\xC2\xAB", 2}, {"\xC2\xBB", 2}},          // « »
    {{"\xC2\xBB", 2}, {"\xC2\xAB", 2}},          // » «
    {{"\xE3\x80\x8C", 3}, {"\xE3\x80\x8D", 3}},  // 「 」
};

static bool holds(struct str s, struct str part)
{
    for (size_t i = 0; i + part.n <= s.n; i++) {
        const char *p = memchr(s.p + i, part.p[0], s.n - i - part.n + 1);
        if (!p) return false;
        i = (size_t)(p - s.p);
        if (memcmp(p, part.p, part.n) == 0) return true;
    }
    return false;
}

// Nothing but one pair of marks at both ends, a full stop behind it aside.
static bool is_in(struct str s, struct str open, struct str close)
{
    if (s.n < open.n + close.n || !str_starts(s, open)) return false;
    if (strchr(".,!?", s.p[s.n - 1])) s.n--;
    if (!str_ends(s, close)) return false;
    struct str inside = str_slice(s, open.n, s.n - close.n);
    return !holds(inside, open) && !holds(inside, close);
}

// Full stops, question and exclamation marks, dots stand before the closing mark or behind it.
static bool ends_sentence(const struct shape *s)
{
    struct str text = s->text;
    if (strchr(".!?", text.p[text.n - 1])) return true;
    while (text.n && (strchr(" \"", text.p[text.n - 1]) || text.p[text.n - 1] & 0x80)) text.n--;
    return (text.n && strchr(".!?", text.p[text.n - 1])) || s->count[GLYPH_ELLIPSIS] || s->count[GLYPH_CASELESS];
}

bool quoted_whole(const struct part *parts, size_t count, size_t i)
{
    const struct shape *s = &parts[i].shape;
    if (s->first != GLYPH_QUOTE || s->chars < LEAST_CHARS || s->pipes || s->marked) return false;
    if ((i && parts[i - 1].shape.first == GLYPH_QUOTE) || (i + 1 < count && parts[i + 1].shape.first == GLYPH_QUOTE))
        return false;
    if (s->chars < TITLE_CHARS && !ends_sentence(s)) return false;
    for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++)
        if (is_in(s->text, pairs[k].open, pairs[k].close)) return true;
    return false;
}
