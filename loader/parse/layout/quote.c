#include "parse/layout/quote.h"

enum {
    SET_IN = 2,       // columns that a quote is set in, at least …
    SET_IN_FAR = 10,  // … and at most
    TERM = 60,        // bytes of a term, at most
    SENTENCE = 50,    // bytes of a quote that is set in, at least
    TOLD = 40,        // bytes of quoted text that is not wrapped, at least
};

size_t quote_marks(const struct source *s, size_t i)
{
    if (source_blank(s, i)) return 0;
    struct str text = s->lines[i].text;
    size_t n = 0;
    while (n < text.n && text.p[n] == '>' && (n + 1 == text.n || text.p[n + 1] == ' ')) n += n + 1 < text.n ? 2 : 1;
    return n;
}

bool quote_parts(const struct source *s, size_t i)
{
    size_t marks = quote_marks(s, i);
    struct str text = marks ? s->lines[i].text : STR("");
    return marks && !str_trim(str_slice(text, marks, text.n)).n;
}

bool quote_tells(const struct source *s, size_t i)
{
    if (!quote_marks(s, i)) return false;
    struct str text = s->lines[i].text;
    return text.n >= TOLD && strchr(".?!\"", text.p[text.n - 1]);
}

bool quote_found(const struct source *s, const struct wrap *wrap)
{
    bool wrapped = wrap->layout == LAYOUT_WRAPPED, before = false;
    for (size_t i = 0; i < s->count; i++) {
        if (source_blank(s, i) && !wrapped) continue;
        bool quoted = wrapped ? quote_marks(s, i) > 0 : quote_tells(s, i);
        if (quoted && before) return true;
        before = quoted || (before && !wrapped && quote_parts(s, i));
    }
    return false;
}

// Behind the full stop may stand a closing quotation mark or bracket.
static bool ends_sentence(struct str s)
{
    static const char *const closing[] = {"\"", "'", ")", "”", "’", "“", "»", "«"};
    for (size_t i = 0; i < sizeof closing / sizeof *closing;)
        if (str_ends(s, str_from(closing[i]))) s.n -= strlen(closing[i]), i = 0;
        else i++;
    return s.n && strchr(".!?", s.p[s.n - 1]);
}

// Whether the line is none of a list and stands where most text does.
static bool is_body(const struct source *s, size_t i)
{
    return i < s->count && s->lines[i].mark.kind == MARK_NONE && s->lines[i].indent == s->body;
}

// A few words without a full stop: what follows may say what they mean.
static bool may_be_term(struct str s)
{
    return s.n < TERM && !ends_sentence(s) && !str_ends(s, STR(":"));
}

bool quote_set_in(const struct source *s, size_t first, size_t last)
{
    size_t bytes = 0;
    uint32_t indent = s->lines[first].indent;
    if (indent < s->body + SET_IN || indent > s->body + SET_IN_FAR) return false;
    if ((first && !source_blank(s, first - 1)) || !source_blank(s, last + 1)) return false;
    size_t before = first, behind = last + 1;
    while (before && source_blank(s, before - 1)) before--;
    while (behind < s->count && source_blank(s, behind)) behind++;
    if (!before || !is_body(s, before - 1) || !is_body(s, behind)) return false;
    if (may_be_term(s->lines[before - 1].text)) return false;
    for (size_t i = first; i <= last; i++) {
        if (s->lines[i].indent != indent || s->lines[i].mark.kind != MARK_NONE) return false;
        bytes += s->lines[i].text.n;
    }
    return bytes >= SENTENCE && ends_sentence(s->lines[last].text);
}
