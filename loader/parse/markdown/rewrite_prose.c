// Text that is indented like code and is plainly none: definitions as html2text prints them, and indented paragraphs.
#include "parse/markdown/rewrite_pass.h"

#define WORDS_MIN  5
#define TERM_BYTES 80

static struct str body_at(const struct rewrite *rw, uint32_t i)
{
    struct line_view v = rewrite_view(rewrite_line(rw, i));
    return line_trim(view_body(&v));
}

static size_t indent_at(const struct rewrite *rw, uint32_t i)
{
    return rewrite_view(rewrite_line(rw, i)).indent;
}

static bool is_letter(char c)
{
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c & 0x80);
}

// Words of a line of prose; 0 when it holds what code does and prose doesn't.
static size_t words_of(struct str s)
{
    size_t words = s.n > 0;
    for (size_t i = 0; i < s.n; i++) {
        if (memchr("{}=;<>|\\$`#@~^_", s.p[i], 15)) return 0;
        if (s.p[i] == '(' && i && s.p[i - 1] != ' ') return 0;
        if (s.p[i] != ' ' && s.p[i] != '\t') continue;
        if (s.p[i] == '\t' || s.p[i + 1] == ' ') return 0;
        words++;
    }
    return words;
}

// Behind the indented lines from i on, which are sentences; i when they aren't.
static uint32_t prose_end(const struct rewrite *rw, uint32_t i)
{
    size_t words = 0, indent = indent_at(rw, i);
    uint32_t end = i;
    struct str first = body_at(rw, i), last = first;
    if (!first.n || !(is_letter(first.p[0]) || first.p[0] == '"')) return i;
    if (first.p[0] >= 'a' && first.p[0] <= 'z') return i;
    for (; end < rw->count && body_at(rw, end).n && indent_at(rw, end) >= 4; end++) {
        last = body_at(rw, end);
        size_t more = words_of(last);
        if (!more || indent_at(rw, end) != indent) return i;
        words += more;
    }
    return words >= WORDS_MIN && memchr(".!?:\"')", last.p[last.n - 1], 7) ? end : i;
}

// The line is one that a definition may follow.
static bool is_term(const struct rewrite *rw, uint32_t i)
{
    struct str s = body_at(rw, i);
    if (indent_at(rw, i) || !s.n || s.n > TERM_BYTES || memchr("#|>-+*`~<[!:=", s.p[0], 13)) return false;
    return !memchr(".!?,;:", s.p[s.n - 1], 6) && (!i || !body_at(rw, i - 1).n || indent_at(rw, i - 1) >= 4);
}

static void put_term(struct rewrite *rw, uint32_t term)
{
    rewrite_put(rw, STR("- "));
    rewrite_put(rw, body_at(rw, term));
    rewrite_put_line(rw, term, STR(":"));
}

static uint32_t pair_end(const struct rewrite *rw, uint32_t i)
{
    if (!is_term(rw, i) || i + 1 >= rw->count || indent_at(rw, i + 1) < 4) return i;
    uint32_t end = prose_end(rw, i + 1);
    return end > i + 1 ? end : i;
}

uint32_t rewrite_terms(struct rewrite *rw, uint32_t i)
{
    uint32_t second = pair_end(rw, i), end = second, next;
    if (second == i || pair_end(rw, second) == second) return i;
    while ((next = pair_end(rw, end)) > end) end = next;
    rewrite_drop(rw, i, end);
    for (uint32_t j = i; j < end; j++) {
        if (indent_at(rw, j) < 4) put_term(rw, j);
        else {
            rewrite_put(rw, STR("  "));
            rewrite_put_line(rw, j, body_at(rw, j));
        }
    }
    rewrite_put_line(rw, end - 1, STR(""));
    return end;
}

static bool is_broken(const struct rewrite *rw, uint32_t i)
{
    return i < rw->count && str_ends(rewrite_line(rw, i), STR("  "));
}

// A paragraph that is a term, a forced line break and a sentence: behind it; else i.
static uint32_t broken_end(const struct rewrite *rw, uint32_t i)
{
    size_t words = 0;
    if (!is_broken(rw, i) || !is_term(rw, i) || (i && body_at(rw, i - 1).n)) return i;
    uint32_t end = i + 1;
    struct str last = STR("");
    for (; end < rw->count && body_at(rw, end).n; end++) {
        last = body_at(rw, end);
        if (indent_at(rw, end) || is_broken(rw, end) || memchr("#|>-+*`~<!:=", last.p[0], 12)) return i;
        if (line_mark_bytes(last)) return i;
        words++;
        for (size_t k = 0; k < last.n; k++) words += last.p[k] == ' ';
    }
    return words >= WORDS_MIN - 1 && memchr(".!?\"')", last.p[last.n - 1], 6) ? end : i;
}

uint32_t rewrite_broken_terms(struct rewrite *rw, uint32_t i)
{
    uint32_t end = broken_end(rw, i), next = end + 1, behind;
    if (end == i || broken_end(rw, next) == next) return i;
    rewrite_drop(rw, i, i);
    for (uint32_t term = i; (behind = broken_end(rw, term)) > term; term = behind + 1) {
        end = behind;
        rewrite_drop(rw, term, end);
        put_term(rw, term);
        for (uint32_t j = term + 1; j < end; j++) {
            rewrite_put(rw, STR("  "));
            rewrite_put_line(rw, j, body_at(rw, j));
        }
        rewrite_put_line(rw, end - 1, STR(""));
        if (behind + 1 >= rw->count) break;
    }
    return end;
}

uint32_t rewrite_prose(struct rewrite *rw, uint32_t i, bool *defines)
{
    uint32_t end = prose_end(rw, i), term = i - 2;
    bool termed = end > i && i >= 2 && rw->done <= term && is_term(rw, term) && !body_at(rw, i - 1).n;
    bool next = end < rw->count && body_at(rw, end).n;
    *defines = termed && (next || *defines);
    if (end == i) return i;
    if (*defines) {
        rewrite_drop(rw, term, i);
        rewrite_put_line(rw, term, STR(""));
        put_term(rw, term);
    }
    rewrite_drop(rw, i, end);
    for (uint32_t j = i; j < end; j++) {
        if (*defines) rewrite_put(rw, STR("  "));
        rewrite_put_line(rw, j, body_at(rw, j));
    }
    rewrite_put_line(rw, end - 1, STR(""));
    return end;
}
