#include "parse/layout/source.h"

#include "base/inline.h"
#include "base/utf8.h"
#include "parse/layout/code.h"
#include "parse/masks.h"

#include <utf8proc.h>

enum { TAB = 8, LINE_BYTES = 64 };

uint32_t source_columns(struct str s, uint32_t at)
{
    return source_columns_as(s, at, false);
}

// Nothing but ASCII without tabs, in a loop that compilers turn into vectors.
static bool is_plain(struct str s)
{
    unsigned char other = 0;
    for (size_t i = 0; i < s.n; i++) other |= ((unsigned char)s.p[i] & 0x80) | (s.p[i] == '\t');
    return !other;
}

uint32_t source_columns_as(struct str s, uint32_t at, bool narrow)
{
    if (is_plain(s)) return (uint32_t)s.n;
    uint32_t from = at;
    for (size_t i = 0, n; i < s.n; i += n) {
        unsigned char c = (unsigned char)s.p[i];
        n = 1;
        if (c == '\t') at += TAB - at % TAB;
        else if (c < 0x80) at++;
        else {
            uint32_t code = utf8_decode(str_slice(s, i, s.n), &n);
            at += narrow ? 1 : (uint32_t)utf8proc_charwidth((utf8proc_int32_t)code);
        }
    }
    return at - from;
}

// Whether the first byte may begin a mark, by the letters that come first in one; "- " is told apart by what follows.
static bool may_be_mark(struct str s)
{
    unsigned char c = (unsigned char)s.p[0];
    if (c >= 0xC2) return c == 0xC2 || c == 0xE2 || c == 0xE3 || c == 0xEF || (c >= 0xE4 && c <= 0xE6);
    if (c >= '0' && c <= '9') return true;
    if (c == '*' || c == '+' || c == '-' || c == '(') return true;
    bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    if (!letter || s.n < 2) return false;
    if (s.p[1] == '.' || s.p[1] == ')' || (c == 'o' && (s.p[1] == ' ' || s.p[1] == '\t'))) return true;
    return strchr("ivxIVX", c) && s.n > 4 && (memchr(s.p, '.', 5) || memchr(s.p, ')', 5));
}

static void line_scan(struct source *out, struct source_line *line)
{
    line->text = str_trim(line->whole);
    line->width = (uint32_t)line->whole.n;
    if (!line->text.n) return;
    size_t before = (size_t)(line->text.p - line->whole.p);
    line->indent = before ? source_columns(str_slice(line->whole, 0, before), 0) : 0;
    if (may_be_mark(line->text)) line->mark = mark_of(line->text);
    out->marks |= line->mark.kind != MARK_NONE;
    out->dashes |= line->mark.alone;
    char last = line->text.p[line->text.n - 1];
    bool amount = (last >= '0' && last <= '9') || last == '%';
    out->amounts_before = amount ? out->amounts_before + (out->amounts_before < SOURCE_AMOUNTS) : 0;
    if (out->amounts_before > out->amounts) out->amounts = out->amounts_before;
    out->quotes |= line->text.p[0] == '>';
    out->code |= code_may_begin(line->text);
    // rules and borders are of few signs
    unsigned char c = (unsigned char)line->text.p[0];
    out->rules |= line->text.n >= 3 && (c == '+' || c == '|' || c == '=' || c == '~' || c == '#' || c == '^' ||
                                        (c == '-' && line->text.p[1] == '-') ||
                                        (c == 0xE2 && ((unsigned char)line->text.p[1] & 0xFE) == 0x94));
}

// Whether two spaces stand together anywhere, in chunks that compilers turn into vectors.
INLINE bool find_gaps(struct str text)
{
    enum { CHUNK = 64 };
    size_t i = 0;
    for (; i + CHUNK < text.n; i += CHUNK) {
        unsigned char found = 0;
        for (size_t k = 0; k < CHUNK; k++) found |= (text.p[i + k] == ' ') & (text.p[i + k + 1] == ' ');
        if (found) return true;
    }
    for (; i + 1 < text.n; i++)
        if (text.p[i] == ' ' && text.p[i + 1] == ' ') return true;
    return false;
}

#ifdef __x86_64__
MASKS_WIDE static bool find_gaps_wide(struct str text)
{
    return find_gaps(text);
}
#endif

static bool has_gaps(struct str text)
{
#ifdef __x86_64__
    if (masks_wide_can()) return find_gaps_wide(text);
#endif
    return find_gaps(text);
}

bool source_split(struct str text, struct arena *arena, struct source *out)
{
    size_t room = text.n / LINE_BYTES + 1;
    *out = (struct source){.lines = arena_alloc(arena, room * sizeof *out->lines)};
    for (size_t start = 0; out->lines && start < text.n;) {
        const char *lf = memchr(text.p + start, '\n', text.n - start);
        size_t end = lf ? (size_t)(lf - text.p) : text.n;
        struct str line = str_slice(text, start, end);
        if (line.n && line.p[line.n - 1] == '\r') line.n--;
        if (out->count == room)
            out->lines = arena_grow(arena, out->lines, room, 2 * room, sizeof *out->lines), room *= 2;
        if (!out->lines) return false;
        out->lines[out->count] = (struct source_line){.whole = line};
        line_scan(out, &out->lines[out->count++]);
        start = end + 1;
    }
    if (!out->lines) return false;
    out->tabs = text.n && memchr(text.p, '\t', text.n);
    out->gaps = has_gaps(text);
    return true;
}

// Letters and punctuation of scripts that are written without spaces, which Korean is not.
static bool is_spaceless(uint32_t c)
{
    return (c >= 0x2E80 && c <= 0x9FFF && !(c >= 0x3130 && c <= 0x318F)) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool source_runs_on(struct str before, struct str behind)
{
    size_t n = before.n, bytes;
    if (n > 1 && before.p[n - 1] == '-') return before.p[n - 2] != ' ' && before.p[n - 2] != '-';
    if (!n || !behind.n || !(before.p[n - 1] & 0x80) || !(behind.p[0] & 0x80)) return false;
    while (n && (before.p[--n] & 0xC0) == 0x80) {
    }
    return is_spaceless(utf8_decode(str_slice(before, n, before.n), &bytes)) &&
           is_spaceless(utf8_decode(behind, &bytes));
}
