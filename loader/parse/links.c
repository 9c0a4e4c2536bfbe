#include "parse/links.h"

#include "base/inline.h"
#include "base/utf8.h"
#include "parse/masks.h"

#include <stddef.h>
#include <strings.h>

static bool is_word(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static bool has_at(struct str text, size_t at, const char *what, size_t n)
{
    return text.n - at >= n && strncasecmp(text.p + at, what, n) == 0;
}

// Bytes of the scheme, or of `www.`, that a URL at `at` begins with; 0 when none does.
static size_t url_head(struct str text, size_t at)
{
    if (at && is_word(text.p[at - 1])) return 0;
    size_t n = has_at(text, at, "http://", 7) ? 7 : has_at(text, at, "https://", 8) ? 8 : 0;
    if (!n && has_at(text, at, "www.", 4)) n = 4;
    if (!n || at + n >= text.n) return 0;
    unsigned char c = (unsigned char)text.p[at + n];
    return is_word((char)c) || c >= 0x80 || (c == '[' && n > 4) ? n : 0;
}

// Quotation marks and East Asian punctuation end a URL wherever they stand.
static bool ends_url(uint32_t c)
{
    return c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || c == 0x2026 || c == 0x2039 || c == 0x203A ||
           (c >= 0x3001 && c <= 0x3011) || c == 0xFF01 || c == 0xFF08 || c == 0xFF09 || c == 0xFF0C || c == 0xFF1A ||
           c == 0xFF1B || c == 0xFF1F || c == 0xFFFD;
}

static size_t url_bytes_end(struct str text, size_t at)
{
    while (at < text.n) {
        unsigned char c = (unsigned char)text.p[at];
        if (c <= ' ' || c == 0x7F || c == '<' || c == '>' || c == '"' || c == '`' || c == '|' || c == '\\') break;
        if (c < 0x80) {
            at++;
            continue;
        }
        struct str rest = str_slice(text, at, text.n);
        size_t n;
        if (str_space_first(rest) || ends_url(utf8_decode(rest, &n))) break;
        at += n;
    }
    return at;
}

// How many more of `close` than of `open` there are.
static ptrdiff_t surplus(struct str url, char open, char close)
{
    ptrdiff_t n = 0;
    for (size_t i = 0; i < url.n; i++) n += (url.p[i] == close) - (url.p[i] == open);
    return n;
}

static struct str without_tail(struct str url, size_t head)
{
    static const char finals[] = ".,;:!?'*_~}";
    ptrdiff_t round = surplus(url, '(', ')'), square = surplus(url, '[', ']');
    for (; url.n > head; url.n--) {
        char c = url.p[url.n - 1];
        if (c == ')' && round > 0) round--;
        else if (c == ']' && square > 0) square--;
        else if (!memchr(finals, c, sizeof finals - 1)) break;
    }
    return url;
}

// Every URL has `:/` or `w.` behind its first letters. `:.` and `w/` are as good here, and quicker told.
static bool is_sign(char first, char second)
{
    return (second | 1) == '/' && (first == ':' || (first | 0x20) == 'w');
}

INLINE size_t find_sign(struct str text, size_t from, mask_byte_fn *mask)
{
    for (; from + MASK_BYTES < text.n; from += MASK_BYTES) {
        const char *p = text.p + from;
        uint64_t signs = (mask(p, ':', 0) | mask(p, 'w', 0x20)) & mask(p + 1, '/', 1);
        if (signs) return from + (size_t)__builtin_ctzll(signs);
    }
    for (; from + 1 < text.n; from++)
        if (is_sign(text.p[from], text.p[from + 1])) return from;
    return text.n;
}

#ifdef __x86_64__
MASKS_WIDE static size_t find_wide(struct str text, size_t from)
{
    return find_sign(text, from, mask_wide_byte);
}
#endif

size_t links_sign(struct str text, size_t from)
{
#ifdef __x86_64__
    if (text.n > MASK_BYTES && masks_wide_can()) return find_wide(text, from);
#endif
    return find_sign(text, from, mask_byte);
}

// Where a URL begins; text.n when nowhere.
static size_t next_candidate(struct str text, size_t from)
{
    for (size_t i = from; (i = links_sign(text, i)) < text.n; i++) {
        if (text.p[i] == ':') {
            if (i >= from + 5 && url_head(text, i - 5)) return i - 5;
            if (i >= from + 4 && url_head(text, i - 4)) return i - 4;
        } else if (i >= from + 2 && url_head(text, i - 2)) return i - 2;
    }
    return text.n;
}

struct str links_next(struct str text, size_t from)
{
    while ((from = next_candidate(text, from)) < text.n) {
        size_t head = url_head(text, from);
        struct str url = without_tail(str_slice(text, from, url_bytes_end(text, from + head)), head);
        bool dotted = head != 4 || memchr(url.p + head, '.', url.n - head);
        if (url.n > head && dotted) return url;
        from += head;
    }
    return STR_NULL;
}

struct str links_url(struct str bare, struct arena *arena)
{
    if ((bare.p[0] | 0x20) != 'w') return bare;
    char *p = arena_alloc(arena, bare.n + 7);
    if (!p) return STR_NULL;
    memcpy(p, "http://", 7);
    memcpy(p + 7, bare.p, bare.n);
    return (struct str){p, bare.n + 7};
}

enum { PIECE = 64 };

// Whether two bytes that a URL's head has, ":/", "//" or "ww", are at an even place in a piece: of "://" and "www" two
// always are.
INLINE bool has_url_pair(const char *p)
{
    uint16_t pairs[PIECE / 2], colon, slashes, double_w, lower, found = 0;
    memcpy(pairs, p, sizeof pairs);
    memcpy(&colon, ":/", 2);
    memcpy(&slashes, "//", 2);
    memcpy(&double_w, "ww", 2);
    memcpy(&lower, "  ", 2);
    for (int i = 0; i < PIECE / 2; i++)
        found |= (pairs[i] == colon) | (pairs[i] == slashes) | ((pairs[i] | lower) == double_w);
    return found;
}

// Whether a URL may stand anywhere: in pieces of one size, whose loop compilers turn into vectors.
INLINE bool has_url_pairs(struct str text)
{
    if (text.n < PIECE) {
        char few[PIECE] = {0};
        if (text.n) memcpy(few, text.p, text.n);
        return has_url_pair(few);
    }
    for (size_t i = 0; i + PIECE < text.n; i += PIECE)
        if (has_url_pair(text.p + i)) return true;
    return has_url_pair(text.p + text.n - PIECE);
}

#ifdef __x86_64__
MASKS_WIDE static bool has_url_pairs_wide(struct str text)
{
    return has_url_pairs(text);
}
#endif

bool links_may_be(struct str text)
{
#ifdef __x86_64__
    if (masks_wide_can()) return has_url_pairs_wide(text);
#endif
    return has_url_pairs(text);
}

const struct block_link *links_find(struct str text, struct arena *arena, size_t *count)
{
    size_t n = 0, capacity = 0;
    struct block_link *links = NULL;
    *count = 0;
    for (struct str bare = links_next(text, 0); bare.p; bare = links_next(text, (size_t)(bare.p - text.p) + bare.n)) {
        if (n == capacity) {
            links = arena_grow(arena, links, n, capacity = capacity ? capacity * 2 : 4, sizeof *links);
            if (!links) return NULL;
        }
        links[n].label = bare;
        links[n++].url = links_url(bare, arena);
    }
    *count = n;
    return links;
}
