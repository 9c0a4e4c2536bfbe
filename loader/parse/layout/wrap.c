#include "parse/layout/wrap.h"

#include "base/utf8.h"

#include <utf8proc.h>

enum {
    LEAST = 40,       // columns at which lines are wrapped: no program does at less …
    MOST = 160,       // … nor at more
    FAR_BYTES = 400,  // a line of more is not wrapped, whatever its letters …
    FAR_SHARE = 4,    // … and no more than one byte in so many may stand on such lines
    DENSE_FAR = 250,  // the same where no blank line stands between blocks
    DENSE_SHARE = 20,
    PARAGRAPH = 80,    // columns of lines that are paragraphs
    EXACT_PAIRS = 3,   // lines that end where the next word no longer fits, at least
    DENSE_PAIRS = 8,   // … where no blank line stands between blocks
    LOOSE_LINES = 6,   // of text in a proportional font: long lines, at least
    LOOSE_SHARE = 4,   // … tenths of them at least that are nearly as long as the longest
    LOOSE_PAIRED = 8,  // … tenths of those at least that text follows
    RUN_LINES = 4,     // of a block with a width of its own, at least
    INDENTS = 64,
};

// Columns of the word that a line begins with, marks of quoting aside: one that can't be broken off and put on the line
// before.
static uint32_t first_word(struct str text)
{
    while (str_starts(text, STR("> "))) text = str_slice(text, 2, text.n);
    size_t n = 0;
    while (n < text.n && text.p[n] != ' ' && text.p[n] != '\t') {
        if ((unsigned char)text.p[n] >= 0xE3) {
            // wide letters may stand alone
            size_t bytes;
            uint32_t c = utf8_decode(str_slice(text, n, text.n), &bytes);
            if (utf8proc_charwidth((utf8proc_int32_t)c) == 2) return source_columns(str_slice(text, 0, n), 0) + 2;
        }
        n++;
    }
    return source_columns(str_slice(text, 0, n), 0);
}

// The column at which the last word of a line begins. A word that is too long for any line may stand out.
static uint32_t last_word(const struct source_line *line)
{
    size_t n = line->text.n;
    while (n && line->text.p[n - 1] != ' ') n--;
    return line->indent + source_columns(str_slice(line->text, 0, n), line->indent);
}

static bool has_wide(struct str text)
{
    for (size_t i = 0; i < text.n; i++)
        if ((unsigned char)text.p[i] >= 0xE3 && (unsigned char)text.p[i] <= 0xED) return true;
    return false;
}

static void measure(struct source *s)
{
    for (size_t i = 0; i < s->count; i++) {
        struct source_line *line = &s->lines[i];
        line->width = line->text.n ? line->indent + source_columns(line->text, line->indent) : 0;
    }
}

static void find_body(struct source *s)
{
    uint64_t weight[INDENTS] = {0};
    for (size_t i = 0; i < s->count; i++)
        if (s->lines[i].text.n && s->lines[i].mark.kind == MARK_NONE && s->lines[i].indent < INDENTS)
            weight[s->lines[i].indent] += s->lines[i].text.n;
    for (unsigned k = 1; k < INDENTS; k++)
        if (weight[k] > weight[s->body]) s->body = k;
}

// Most bytes stand on lines that could have been wrapped; without blank lines between blocks, nearly all have to, most
// lines are as long as that, and many nearly as long as the longest.
static bool may_be_wrapped(const struct source *s, bool dense)
{
    size_t all = 0, far = 0, most = dense ? DENSE_FAR : FAR_BYTES, long_enough = 0, longest = 0, near = 0;
    for (size_t i = 0; i < s->count; i++) {
        size_t n = s->lines[i].text.n;
        all += n;
        long_enough += n >= LEAST;
        if (n > most) far += n;
        else if (n > longest) longest = n;
    }
    if (!dense) return far * FAR_SHARE <= all;
    if (far * DENSE_SHARE > all || long_enough * 2 <= s->count) return false;
    for (size_t i = 0; i < s->count; i++) near += s->lines[i].text.n * 4 >= longest * 3;
    return near * 5 >= s->count;
}

// A line of white space alone is what some extractors leave of a line break: it sets nothing apart.
static bool is_gap(const struct source *s, size_t i)
{
    return !s->lines[i].whole.n;
}

static bool has_rows(const struct source *s)
{
    for (size_t i = 0; i < s->count; i++)
        if (s->lines[i].text.n && s->lines[i].text.p[s->lines[i].text.n - 1] == '|') return true;
    return false;
}

static bool has_blank(const struct source *s)
{
    for (size_t i = 0; i + 1 < s->count; i++)
        if (is_gap(s, i)) return true;
    return false;
}

static bool is_pair(const struct source *s, size_t i)
{
    return !source_blank(s, i) && !source_blank(s, i + 1) && s->lines[i + 1].mark.kind == MARK_NONE &&
           s->lines[i].text.p[s->lines[i].text.n - 1] != '|';
}

static bool ends_sentence(struct str text)
{
    return strchr(".!?:;", text.p[text.n - 1]) != NULL;
}

// Most of the lines that would go on by their width end within a sentence.
static bool breaks_sentences(const struct source *s, const struct wrap *wrap)
{
    size_t pairs = 0, inside = 0;
    for (size_t i = 0; i + 1 < s->count; i++) {
        if (!is_pair(s, i) || s->lines[i].width < LEAST || !wrap_goes_on(s, wrap, i)) continue;
        pairs++;
        inside += !ends_sentence(s->lines[i].text);
    }
    return inside * 4 >= pairs * 3;
}

// The width at which most lines end because the next word would not fit, less those that are wider.
static struct wrap exact_width(const struct source *s, int32_t least)
{
    int32_t ends[MOST + 2] = {0}, wider[MOST + 2] = {0}, long_pairs[MOST + 2] = {0};
    for (size_t i = 0; i + 1 < s->count; i++) {
        uint32_t width = s->lines[i].width;
        // wide letters are counted as one column by some programs, as two by others
        bool row = width && s->lines[i].text.p[s->lines[i].text.n - 1] == '|';  // tables may be wider
        uint32_t needs = width > LEAST && !row && !has_wide(s->lines[i].text) ? last_word(&s->lines[i]) : 0;
        if (needs >= LEAST) wider[needs > MOST ? MOST + 1 : needs]++;
        if (!is_pair(s, i) || width >= MOST) continue;
        uint32_t next = width + 1 + first_word(s->lines[i + 1].text);
        uint32_t from = width < LEAST ? LEAST : width, to = next > MOST ? MOST + 1 : next;
        if (from < to) ends[from]++, ends[to]--;
        if (width >= LEAST) long_pairs[width]++;
    }
    int32_t best = 0, sum = 0, over = 0, pairs = 0, best_pairs = 0, best_sum = 0;
    unsigned at = 0;
    for (unsigned w = LEAST; w <= MOST + 1; w++) over += wider[w];
    for (unsigned w = LEAST; w <= MOST; w++) {
        sum += ends[w];
        over -= wider[w];
        pairs += long_pairs[w];
        if (sum - 2 * over > best) best = sum - 2 * over, at = w, best_pairs = pairs, best_sum = sum;
    }
    // among the pairs whose first line is long enough, those that the width explains have to be the more
    uint32_t told = (uint32_t)(best_sum < best_pairs ? best_sum : best_pairs);
    struct wrap wrap = {LAYOUT_WRAPPED, at, 0, told, (uint32_t)best_pairs};
    bool wrapped = best >= least && best * 2 > best_pairs && breaks_sentences(s, &wrap);
    return wrapped ? wrap : (struct wrap){.layout = LAYOUT_AUTO};
}

// Text in a proportional font, laid out on pages: lines are about as long as each other.
static struct wrap loose_width(const struct source *s)
{
    uint32_t widths[MOST + 2] = {0}, lines = 0, paired = 0, near = 0, seen = 0;
    for (size_t i = 0; i < s->count; i++)
        if (s->lines[i].width >= LEAST) widths[s->lines[i].width > MOST ? MOST + 1 : s->lines[i].width]++, lines++;
    unsigned w = MOST + 1;
    while (w > LEAST && (seen += widths[w]) * 20 <= lines) w--;  // all but the longest twentieth
    struct wrap none = {.layout = LAYOUT_AUTO};
    if (lines < LOOSE_LINES || w > MOST) return none;
    for (size_t i = 0; i + 1 < s->count; i++) {
        if (s->lines[i].width < LEAST) continue;
        bool full = s->lines[i].width + w / 5 >= w;
        near += full;
        paired += full && is_pair(s, i);
    }
    struct wrap wrap = {LAYOUT_WRAPPED, w, w / 5, paired, lines};
    if (near * 10 < lines * LOOSE_SHARE || paired * 10 < near * LOOSE_PAIRED) return none;
    return breaks_sentences(s, &wrap) ? wrap : none;
}

// Blank lines beside most paragraphs, or, where there are none, between many lines.
static struct wrap unwrapped(const struct source *s)
{
    uint32_t paragraphs = 0, apart = 0, lines = 0, gaps = 0;
    bool any = false;
    for (size_t i = 0; i < s->count; i++) {
        if (!s->lines[i].text.n) continue;
        bool before = i && is_gap(s, i - 1), behind = i + 1 < s->count && is_gap(s, i + 1);
        gaps += any && before;
        lines += any;
        any = true;
        if (s->lines[i].width < PARAGRAPH) continue;
        paragraphs++;
        apart += before || behind;
    }
    bool blocks = gaps && (paragraphs > 1 ? apart * 2 >= paragraphs : gaps * 4 >= lines);
    struct wrap wrap = {.layout = blocks ? LAYOUT_BLOCKS : LAYOUT_LINES, .told = apart, .of = paragraphs};
    return wrap;
}

struct wrap wrap_find(struct source *s, enum layout forced)
{
    struct wrap wrap = {.layout = LAYOUT_LINES};
    // without a blank line, rows of bars are an extractor's, and it wraps nothing
    bool dense = forced == LAYOUT_AUTO && !has_blank(s) && (!may_be_wrapped(s, true) || has_rows(s));
    if (forced == LAYOUT_LINES || dense) return wrap;
    measure(s);
    find_body(s);
    if (forced != LAYOUT_BLOCKS && (forced == LAYOUT_WRAPPED || may_be_wrapped(s, false))) {
        struct wrap exact = exact_width(s, forced == LAYOUT_WRAPPED ? 1 : has_blank(s) ? EXACT_PAIRS : DENSE_PAIRS);
        if (exact.layout == LAYOUT_WRAPPED) return exact;
        struct wrap loose = loose_width(s);
        if (loose.layout == LAYOUT_WRAPPED) return loose;
    }
    wrap = unwrapped(s);
    if (forced != LAYOUT_AUTO) wrap.layout = forced;
    return wrap;
}

// Lines `from` to before `end` as one block: most end where the next word would not fit into the widest, or, in a
// proportional font, near that, and within a sentence.
static void run_find(struct source *s, size_t from, size_t end)
{
    uint32_t width = 0;
    size_t forced = 0, near = 0, inside = 0, pairs = end - from - 1;
    if (end - from < RUN_LINES) return;
    for (size_t i = from; i < end; i++)
        if (s->lines[i].width > width) width = s->lines[i].width;
    if (width < LEAST || width > MOST) return;
    for (size_t i = from; i + 1 < end; i++) {
        forced += s->lines[i].width + 1 + first_word(s->lines[i + 1].text) > width;
        near += s->lines[i].width + width / 5 >= width;
        inside += !ends_sentence(s->lines[i].text);
    }
    if (inside * 3 < pairs * 2 || near < pairs || forced * 3 < pairs * 2) return;
    for (size_t i = from; i < end; i++) s->lines[i].run = width;
}

void wrap_runs(struct source *s, const struct wrap *wrap)
{
    for (size_t i = 0, end; i < s->count; i = end) {
        for (end = i + 1; end < s->count && is_pair(s, end - 1); end++)
            if (wrap->width && wrap_goes_on(s, wrap, end - 1)) break;
        run_find(s, i, end);
    }
}

static bool begins_upper(struct str text)
{
    unsigned char c = (unsigned char)text.p[0], next = text.n > 1 ? (unsigned char)text.p[1] : 0;
    return (c >= 'A' && c <= 'Z') || (c == 0xC3 && next >= 0x80 && next <= 0x9E);
}

// Where the next word would have fitted: programs print what they don't break as a space (lynx, U+00A0).
static bool breaks_early(const struct source_line *line, uint32_t width)
{
    return line->width * 4 >= width * 3 && !ends_sentence(line->text) && line[1].indent == line->indent &&
           !begins_upper(line[1].text);
}

bool wrap_goes_on(const struct source *s, const struct wrap *wrap, size_t i)
{
    const struct source_line *line = &s->lines[i];
    if (line->run && line->run == s->lines[i + 1].run) return true;
    if (!wrap->width) return false;
    if (line->width > wrap->width) return last_word(line) <= wrap->width;
    if (!wrap->slack)
        return line->width + 1 + first_word(s->lines[i + 1].text) > wrap->width || breaks_early(line, wrap->width);
    return line->width + (ends_sentence(line->text) ? wrap->slack / 2 : wrap->slack) >= wrap->width;
}
