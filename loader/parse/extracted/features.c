#include "base/inline.h"
#include "parse/extracted/context.h"
#include "parse/extracted/model.h"
#include "parse/masks.h"

#include <string.h>

enum { WORDS_NEAR = 6 };  // lines on each side whose words count as near

#define ALL(name) (FEATURE_##name - FEATURE_all_lines)

static void own_features(const struct shape *s, int16_t *f)
{
    unsigned n = s->chars, in = context_letters(s), solid = n - s->count[GLYPH_SPACE];
    f[FEATURE_chars] = (int16_t)n;
    f[FEATURE_words] = (int16_t)s->words;
    f[FEATURE_sentences] = (int16_t)s->sentences;
    f[FEATURE_first] = s->first;
    f[FEATURE_second] = s->second;
    f[FEATURE_last] = s->last;
    f[FEATURE_before_last] = s->before_last;
    f[FEATURE_first_ascii] =
        context_letters(s) && (s->first == GLYPH_UPPER || s->first == GLYPH_LOWER) ? 0 : s->first_ascii;
    f[FEATURE_last_ascii] = s->last == GLYPH_UPPER || s->last == GLYPH_LOWER ? 0 : s->last_ascii;
    f[FEATURE_first_word] = (int16_t)s->first_word;
    f[FEATURE_last_word] = (int16_t)s->last_word;
    f[FEATURE_longest_word] = (int16_t)s->longest_word;
    f[FEATURE_mean_word] = context_clip(s->words ? solid * 10 / s->words : 0);
    f[FEATURE_first_word_first] = s->first_word_first;
    f[FEATURE_second_word_first] = s->second_word_first;
    f[FEATURE_last_word_first] = s->last_word_first;
    f[FEATURE_capital_share] = context_clip(context_share(s->capital_words, s->words));
    f[FEATURE_upper_share] = context_clip(context_share(s->upper_words, s->words));
    f[FEATURE_short_share] = context_clip(context_share(s->short_words, s->words));
    f[FEATURE_long_share] = context_clip(context_share(s->long_words, s->words));
    f[FEATURE_number_words] = (int16_t)s->number_words;
    f[FEATURE_short_words] = (int16_t)s->short_words;
    f[FEATURE_letter_share] = context_clip(context_share(in, solid));
    f[FEATURE_upper_letter_share] = context_clip(context_share(s->count[GLYPH_UPPER], in));
    f[FEATURE_digit_share] = context_clip(context_share(s->count[GLYPH_DIGIT], solid));
    f[FEATURE_caseless_share] = context_clip(context_share(s->count[GLYPH_CASELESS], in));
    f[FEATURE_commas] = (int16_t)s->count[GLYPH_COMMA];
    f[FEATURE_colons] = (int16_t)s->count[GLYPH_COLON];
    f[FEATURE_colon_at] = (int16_t)s->colon_at;
    f[FEATURE_quotes] = (int16_t)s->count[GLYPH_QUOTE];
    f[FEATURE_opens] = (int16_t)s->count[GLYPH_OPEN];
    f[FEATURE_brackets] = s->brackets;
    f[FEATURE_dashes] = (int16_t)s->dashes;
    f[FEATURE_slashes] = (int16_t)s->count[GLYPH_SLASH];
    f[FEATURE_signs] = (int16_t)s->count[GLYPH_SIGN];
    f[FEATURE_ats] = (int16_t)s->count[GLYPH_AT];
    f[FEATURE_monies] = (int16_t)s->count[GLYPH_MONEY];
    f[FEATURE_codes] = (int16_t)s->count[GLYPH_CODE];
    f[FEATURE_others] = (int16_t)s->count[GLYPH_OTHER];
    f[FEATURE_stops] = (int16_t)s->count[GLYPH_STOP];
    f[FEATURE_times] = (int16_t)s->times;
    f[FEATURE_years] = (int16_t)s->years;
    f[FEATURE_dates] = (int16_t)s->dates;
    f[FEATURE_links] = (int16_t)s->links;
    f[FEATURE_pipes] = (int16_t)s->pipes;
    f[FEATURE_pipe_first] = s->pipe_first;
    f[FEATURE_pipe_last] = s->pipe_last;
    f[FEATURE_number] = context_clip(s->number);
    f[FEATURE_number_form] = s->number_form;
    f[FEATURE_marked] = s->marked;
    f[FEATURE_mark_only] = s->mark_only;
    f[FEATURE_mark_at_end] = s->mark_at_end;
    f[FEATURE_marks_inside] = s->marks_inside;
    f[FEATURE_indent] = s->indent;
    f[FEATURE_space_last] = s->space_last;
    f[FEATURE_odd_quotes] = s->odd_quotes;
    f[FEATURE_asks] = (int16_t)s->count[GLYPH_ASK];
    // no count is larger than that of the characters
    for (int i = 0; n > 32000 && i < FEATURE_word_sum; i++)
        if (i != FEATURE_brackets) f[i] = context_clip((uint16_t)f[i]);
}

// How many bits are set.
typedef unsigned bits_fn(const uint64_t *set);

static unsigned bits_plain(const uint64_t *set)
{
    const uint64_t odd = UINT64_C(0x5555555555555555), pairs = UINT64_C(0x3333333333333333),
                   halves = UINT64_C(0x0F0F0F0F0F0F0F0F), bytes = UINT64_C(0x00FF00FF00FF00FF);
    uint64_t sum = 0;
    for (int i = 0; i < 4; i++) {
        uint64_t x = set[i] - (set[i] >> 1 & odd);
        x = (x & pairs) + (x >> 2 & pairs);
        sum += (x & halves) + (x >> 4 & halves);
    }
    sum = (sum & bytes) + (sum >> 8 & bytes);
    return (unsigned)(sum * UINT64_C(0x0001000100010001) >> 48);
}

// Of the words that a line has, the share (in per cent) that others seem to have too; all: how many it has, not 0.
INLINE int16_t overlap(const uint64_t *own, unsigned all, const uint64_t *others, bits_fn *bits)
{
    uint64_t both[4];
    for (int i = 0; i < 4; i++) both[i] = own[i] & others[i];
    return (int16_t)(bits(both) * 100 / all);
}

INLINE void words_compare(const struct context *c, size_t i, int16_t *f, bits_fn *bits)
{
    const struct part *p = c->parts;
    const uint64_t *own = p[i].shape.words_seen;
    unsigned all = bits(own);
    f[FEATURE_overlap_next] = f[FEATURE_overlap_next2] = f[FEATURE_overlap_before] = f[FEATURE_overlap_first] =
        f[FEATURE_overlap_all] = -1;
    if (!all) return;
    if (i + 1 < c->count) f[FEATURE_overlap_next] = overlap(own, all, p[i + 1].shape.words_seen, bits);
    if (i + 2 < c->count) f[FEATURE_overlap_next2] = overlap(own, all, p[i + 2].shape.words_seen, bits);
    if (i) f[FEATURE_overlap_before] = overlap(own, all, p[i - 1].shape.words_seen, bits);
    f[FEATURE_overlap_first] = overlap(own, all, p[0].shape.words_seen, bits);
    uint64_t near[4] = {0};
    for (size_t j = i > WORDS_NEAR ? i - WORDS_NEAR : 0; j < i; j++)
        for (int k = 0; k < 4; k++) near[k] |= p[j].shape.words_seen[k];
    for (size_t j = i + 1; j < c->count && j <= i + WORDS_NEAR; j++)
        for (int k = 0; k < 4; k++) near[k] |= p[j].shape.words_seen[k];
    f[FEATURE_overlap_all] = overlap(own, all, near, bits);
}

static void words_compare_plain(const struct context *c, size_t i, int16_t *f)
{
    words_compare(c, i, f, bits_plain);
}

#ifdef __x86_64__
MASKS_WIDE static inline unsigned bits_wide(const uint64_t *set)
{
    return (unsigned)(__builtin_popcountll(set[0]) + __builtin_popcountll(set[1]) + __builtin_popcountll(set[2]) +
                      __builtin_popcountll(set[3]));
}

MASKS_WIDE static void words_compare_wide(const struct context *c, size_t i, int16_t *f)
{
    words_compare(c, i, f, bits_wide);
}

static void word_features(const struct context *c, size_t i, int16_t *f)
{
    (masks_wide_can() ? words_compare_wide : words_compare_plain)(c, i, f);
}
#else
static void word_features(const struct context *c, size_t i, int16_t *f)
{
    words_compare_plain(c, i, f);
}
#endif

static void place_features(const struct context *c, size_t i, int16_t *f)
{
    const struct shape *s = &c->parts[i].shape;
    const struct context_line *line = &c->lines[i];
    const struct side *back = &c->trails[i].before, *ahead = &c->trails[i].after;
    const uint16_t *copies = c->copies.counts;
    const struct form *form = &c->forms[line->form];
    f[FEATURE_index] = context_clip((long)i);
    f[FEATURE_from_end] = context_clip((long)(c->count - 1 - i));
    f[FEATURE_share] = context_clip((long)(i * 100 / c->count));
    f[FEATURE_blank_before] = c->parts[i].blank_before;
    f[FEATURE_blank_after] = i + 1 < c->count && c->parts[i + 1].blank_before;
    f[FEATURE_run_before] = back->lines[KIND_OTHER] - 1;
    f[FEATURE_run_after] = ahead->lines[KIND_OTHER] - 1;
    f[FEATURE_long_before] = back->lines[KIND_LONG];
    f[FEATURE_long_after] = ahead->lines[KIND_LONG];
    f[FEATURE_candidate] = context_is(line, KIND_CANDIDATE);
    f[FEATURE_candidate_before] = back->lines[KIND_CANDIDATE];
    f[FEATURE_candidate_after] = ahead->lines[KIND_CANDIDATE];
    f[FEATURE_section_chars] = context_clip((long)ahead->chars);
    f[FEATURE_section_before] = context_clip((long)back->chars);
    f[FEATURE_section_lines] = context_clip(ahead->section);
    f[FEATURE_copies] = (int16_t)copies[line->copies[0]];
    f[FEATURE_first_copies] = (int16_t)copies[line->copies[1]];
    f[FEATURE_last_copies] = (int16_t)copies[line->copies[2]];
    f[FEATURE_form_count] = context_clip(form->count);
    f[FEATURE_form_long] = context_clip(context_share(form->followed, form->count));
    f[FEATURE_form_short] = context_clip(context_share(form->shorts, form->count));
    f[FEATURE_form_rank] = context_clip(context_share(form->count, (unsigned)c->count));
    f[FEATURE_number_before] = back->number;
    f[FEATURE_number_after] = ahead->number;
    f[FEATURE_item_before] = back->lines[KIND_ITEM];
    f[FEATURE_item_after] = ahead->lines[KIND_ITEM];
    f[FEATURE_pipe_before] = back->lines[KIND_PIPE];
    f[FEATURE_pipe_after] = ahead->lines[KIND_PIPE];
    f[FEATURE_bars_before] = back->bars;
    f[FEATURE_bars_after] = ahead->bars;
    f[FEATURE_lone_before] = back->lone;
    f[FEATURE_lone_after] = ahead->lone;
    f[FEATURE_bar_gap] = s->pipes ? 0 : back->lines[KIND_PIPE] + ahead->lines[KIND_PIPE];
    f[FEATURE_mark_before] = back->lines[KIND_MARK];
    f[FEATURE_mark_after] = ahead->lines[KIND_MARK];
    f[FEATURE_handle_before] = back->lines[KIND_HANDLE];
    f[FEATURE_glued_before] = back->lines[KIND_GLUED];
    f[FEATURE_glued_after] = ahead->lines[KIND_GLUED];
    f[FEATURE_handle_after] = ahead->lines[KIND_HANDLE];
    const struct shape *before = i ? &c->parts[i - 1].shape : NULL;
    const struct shape *next = i + 1 < c->count ? &c->parts[i + 1].shape : NULL;
    f[FEATURE_item_kind_before] =
        context_clip(before ? before->marked + 2 * before->mark_only + 4 * before->mark_at_end : 0);
    f[FEATURE_open_mark] = back->lines[KIND_MARK] < back->lines[KIND_PIPE] ? back->lines[KIND_MARK] : -1;
    f[FEATURE_same_first] = context_clip((before && before->first_word_first == s->first_word_first) +
                                         2 * (next && next->first_word_first == s->first_word_first));
    // a line goes on in the next when it does not end and the next does not begin
    f[FEATURE_fold_before] = context_clip(before ? (!context_ended(before)) + 2 * (s->first == GLYPH_LOWER) : -1);
    f[FEATURE_fold_after] = context_clip(next ? (!context_ended(s)) + 2 * (next->first == GLYPH_LOWER) : -1);
    f[FEATURE_chars_rank] = c->ranks[context_bin(s->chars)];
    f[FEATURE_to_median] = context_clip(context_share(s->chars, (unsigned)c->all[ALL(all_median)]));
}

static void layout_features(const struct context *c, size_t i, int16_t *f)
{
    const struct part *p = &c->parts[i], *before = i ? p - 1 : NULL, *next = i + 1 < c->count ? p + 1 : NULL;
    f[FEATURE_lay_page] = c->page;
    f[FEATURE_lay_wrapped] = c->layout == LAYOUT_WRAPPED ? 2 : c->layout == LAYOUT_BLOCKS;
    f[FEATURE_lay_blanks] = p->blanks;
    f[FEATURE_lay_blanks_after] = next ? next->blanks : -1;
    f[FEATURE_lay_indent] = p->indent;
    f[FEATURE_lay_indent_before] = (int16_t)(before ? before->indent - p->indent : -99);
    f[FEATURE_lay_indent_after] = (int16_t)(next ? next->indent - p->indent : -99);
    f[FEATURE_lay_height] = p->height;
    f[FEATURE_lay_inside] = p->inside;
    f[FEATURE_lay_form_before] = before ? before->form : -1;
    f[FEATURE_lay_form_after] = next ? next->form : -1;
}

// How the line's words weigh, by the tables of the model. Only of short lines: others hold too many.
static void lexical_features(const struct shape *s, int16_t *f)
{
    const uint16_t *words = s->buckets;
    size_t n = s->chars <= FEATURES_WORDS_CHARS ? s->bucket_count : 0;
    int sum = 0;
    uint64_t seen = 0;  // by their lower bits: most words have no double
    for (size_t i = 0; i < n; i++) {
        uint64_t bit = UINT64_C(1) << (words[i] & 63);
        size_t j = seen & bit ? 0 : i;
        while (j < i && words[j] != words[i]) j++;
        if (j == i) sum += MODEL_WORDS[0][words[i]];
        seen |= bit;
    }
    int begin = n ? MODEL_WORDS[1][words[0]] : 0, end = n ? MODEL_WORDS[2][words[n - 1]] : 0;
    f[FEATURE_word_sum] = context_clip(sum + begin + end);
    f[FEATURE_word_mean] = context_clip(n ? sum * 8 / (int)n : 0);
    f[FEATURE_word_begin] = context_clip(begin);
    f[FEATURE_word_end] = context_clip(end);
}

int features_all(const struct context *c, enum feature feature)
{
    return c->all[feature - FEATURE_all_lines];
}

int features_pipe_near(const struct context *c, size_t i)
{
    int before = c->trails[i].before.lines[KIND_PIPE], after = c->trails[i].after.lines[KIND_PIPE];
    return c->parts[i].shape.pipes ? 0 : before < after ? before : after;
}

void features_of(const struct context *c, size_t i, int16_t *f)
{
    const struct shape *s = &c->parts[i].shape;
    own_features(s, f);
    lexical_features(s, f);
    memcpy(f + FEATURE_NEAR_FIRST, c->looks + i - NEAR, NEAR * sizeof *c->looks);
    memcpy(f + FEATURE_NEAR_FIRST + FEATURE_NEAR_COUNT / 2, c->looks + i + 1, NEAR * sizeof *c->looks);
    place_features(c, i, f);
    word_features(c, i, f);
    memcpy(f + FEATURE_all_lines, c->all, sizeof c->all);
    if (c->layout != LAYOUT_LINES || c->page) layout_features(c, i, f);
    else memset(f + FEATURE_lay_page, 0, (FEATURE_COUNT - FEATURE_lay_page) * sizeof *f);
}
