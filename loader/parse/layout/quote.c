#include "parse/layout/quote.h"

enum { SENTENCE_BYTES = 40 };  // of quoted text that isn't wrapped, at least

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
    return text.n >= SENTENCE_BYTES && strchr(".?!\"", text.p[text.n - 1]);
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
