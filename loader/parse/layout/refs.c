#include "parse/layout/refs.h"

enum {
    TITLE_BYTES = 40,
    BRACKETS = 3,  // addresses in brackets that make a habit
    DIGITS = 6,
    STRANGE = 3,  // lines of an address that is broken over several, at most
};

static bool has_space(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] == ' ' || s.p[i] == '\t') return true;
    return false;
}

// Begins like an address that may hold anything behind that, even spaces.
static bool has_scheme(struct str s)
{
    static const char *const schemes[] = {"http://", "https://", "file://", "mailto:", "javascript:", "tel:"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (str_starts(s, str_from(schemes[i]))) return true;
    return false;
}

static bool holds_address(struct str s)
{
    if (has_scheme(s)) return true;
    return !has_space(s) && (s.p[0] == '#' || memchr(s.p, '/', s.n) || memchr(s.p, '.', s.n));
}

// Number and address of "12. https://…"; 0 when it is something else. An address is one word, or begins like one.
static size_t reference(struct str text, struct str *url)
{
    size_t n = 0, at = 0;
    while (at < text.n && at < DIGITS && text.p[at] >= '0' && text.p[at] <= '9')
        n = n * 10 + (size_t)(text.p[at++] - '0');
    if (!at || at + 2 >= text.n || text.p[at] != '.' || text.p[at + 1] != ' ') return 0;
    *url = str_trim(str_slice(text, at + 1, text.n));
    return has_scheme(*url) || !has_space(*url) ? n : 0;
}

// A title of the list, or of a part of it.
static bool is_title(struct str text)
{
    return text.n <= TITLE_BYTES && (str_ends(text, STR("links")) || str_ends(text, STR("links:")));
}

// [https://…], or behind a blank [/path]; none is a picture's.
static bool is_bracketed(const char *p, struct str line)
{
    struct str rest = {p, (size_t)(line.p + line.n - p)};
    char before = p > line.p ? p[-1] : '\0';
    if (!memchr(rest.p, ']', rest.n) || before == '!') return false;
    return str_starts(rest, STR("[http")) || (before == ' ' && str_starts(rest, STR("[/")));
}

static bool find_brackets(const struct source *s)
{
    int found = 0;
    for (size_t i = 0; i < s->count && found < BRACKETS; i++) {
        struct str t = s->lines[i].text;
        for (const char *p = t.p, *end = t.p + t.n; p < end && (p = memchr(p, '[', (size_t)(end - p))); p++)
            found += is_bracketed(p, t);
    }
    return found >= BRACKETS;
}

bool refs_find(struct source *s, bool brackets, struct arena *arena, struct refs *refs)
{
    size_t first = s->count, most = 0, found = 0, addresses = 0;
    struct str url;
    *refs = (struct refs){.from = s->count, .bracketed = brackets && find_brackets(s)};
    size_t strange = 0;  // lines that go on an address, if a reference stands before them
    for (size_t i = s->count; i-- > 0 && strange <= STRANGE;) {
        if (!s->lines[i].text.n) continue;
        size_t n = reference(s->lines[i].text, &url);
        if (n) {
            found++;
            strange = 0;
            addresses += holds_address(url);
            if (n > most) most = n;
        } else if (is_title(s->lines[i].text)) {
            strange = 0;
        } else {
            // the list's own title stands at the margin
            bool title = s->lines[i].text.n <= TITLE_BYTES && !has_space(s->lines[i].text) && !s->lines[i].indent;
            if (found && title && !strange) first = i;
            if (title || !found) break;
            strange++;
            continue;
        }
        first = i;
    }
    // hidden links have numbers that the list skips
    if (addresses * 2 < found + 1 || most > 4 * found + 4) return true;
    refs->urls = arena_alloc(arena, (most + 1) * sizeof *refs->urls);
    if (!refs->urls) return false;
    memset(refs->urls, 0, (most + 1) * sizeof *refs->urls);
    refs->count = most;
    refs->from = first;
    for (size_t i = first; i < s->count; i++) {
        size_t n = reference(s->lines[i].text, &url);
        if (n) refs->urls[n] = url;
        s->lines[i].mark.kind = MARK_NONE;
    }
    return true;
}

// Bytes of the reference that s begins with, and its address; 0 when it begins with none.
static size_t at_reference(const struct refs *refs, struct str s, struct str *url)
{
    const char *close = memchr(s.p, ']', s.n);
    if (!close) return 0;
    struct str in = str_slice(s, 1, (size_t)(close - s.p));
    size_t n = 0, digits = 0;
    while (digits < in.n && digits < DIGITS && in.p[digits] >= '0' && in.p[digits] <= '9')
        n = n * 10 + (size_t)(in.p[digits++] - '0');
    if (digits && digits == in.n) {
        if (!n || n > refs->count || !refs->urls[n].n) return 0;
        *url = refs->urls[n];
        return in.n + 2;
    }
    if (!refs->bracketed || !in.n || !holds_address(in)) return 0;
    *url = in;
    return in.n + 2;
}

struct str refs_strip(const struct refs *refs, struct str text, struct arena *arena, const struct block_link **links,
                      size_t *count)
{
    if (!refs_any(refs) || !text.n || !memchr(text.p, '[', text.n)) return text;
    char *out = arena_alloc(arena, text.n);
    struct block_link *found = NULL;
    size_t n = 0;
    for (size_t i = 0; out && i < text.n;) {
        struct str url;
        size_t bytes = text.p[i] == '[' ? at_reference(refs, str_slice(text, i, text.n), &url) : 0;
        if (!bytes) {
            out[n++] = text.p[i++];
            continue;
        }
        bool bracketed = url.p == text.p + i + 1;
        if (bracketed && n && out[n - 1] == ' ') n--;
        i += bytes;
        struct block_link *more = arena_alloc(arena, (*count + 1) * sizeof *more);
        if (!more) return text;
        if (*count) memcpy(more, *links, *count * sizeof *more);
        more[(*count)++] = (struct block_link){STR(""), url};
        *links = found = more;
    }
    // a line of nothing else keeps them as its text
    return out && found && str_trim((struct str){out, n}).n ? (struct str){out, n} : text;
}
