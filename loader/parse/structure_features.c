#include "parse/structure_context.h"
#include "parse/structure_model.h"

#include <string.h>

enum { WORDS_NEAR = 6 };  // lines on each side whose words count as near

#define ALL(name) (FEATURE_##name - FEATURE_all_lines)

static void own_features(const struct shape *s, int16_t *f)
{
    unsigned n = s->chars, in = context_letters(s), solid = n - s->count[GLYPH_SPACE];
    f[FEATURE_chars] = context_clip(n);
    f[FEATURE_words] = context_clip(s->words);
    f[FEATURE_sentences] = context_clip(s->sentences);
    f[FEATURE_first] = s->first;
    f[FEATURE_second] = s->second;
    f[FEATURE_last] = s->last;
    f[FEATURE_before_last] = s->before_last;
    f[FEATURE_first_ascii] =
        context_letters(s) && (s->first == GLYPH_UPPER || s->first == GLYPH_LOWER) ? 0 : s->first_ascii;
    f[FEATURE_last_ascii] = s->last == GLYPH_UPPER || s->last == GLYPH_LOWER ? 0 : s->last_ascii;
    f[FEATURE_first_word] = context_clip(s->first_word);
    f[FEATURE_last_word] = context_clip(s->last_word);
    f[FEATURE_longest_word] = context_clip(s->longest_word);
    f[FEATURE_mean_word] = context_clip(s->words ? solid * 10 / s->words : 0);
    f[FEATURE_first_word_first] = s->first_word_first;
    f[FEATURE_second_word_first] = s->second_word_first;
    f[FEATURE_last_word_first] = s->last_word_first;
    f[FEATURE_capital_share] = context_clip(context_share(s->capital_words, s->words));
    f[FEATURE_upper_share] = context_clip(context_share(s->upper_words, s->words));
    f[FEATURE_short_share] = context_clip(context_share(s->short_words, s->words));
    f[FEATURE_long_share] = context_clip(context_share(s->long_words, s->words));
    f[FEATURE_number_words] = context_clip(s->number_words);
    f[FEATURE_short_words] = context_clip(s->short_words);
    f[FEATURE_letter_share] = context_clip(context_share(in, solid));
    f[FEATURE_upper_letter_share] = context_clip(context_share(s->count[GLYPH_UPPER], in));
    f[FEATURE_digit_share] = context_clip(context_share(s->count[GLYPH_DIGIT], solid));
    f[FEATURE_caseless_share] = context_clip(context_share(s->count[GLYPH_CASELESS], in));
    f[FEATURE_commas] = context_clip(s->count[GLYPH_COMMA]);
    f[FEATURE_colons] = context_clip(s->count[GLYPH_COLON]);
    f[FEATURE_colon_at] = context_clip(s->colon_at);
    f[FEATURE_quotes] = context_clip(s->count[GLYPH_QUOTE]);
    f[FEATURE_opens] = context_clip(s->count[GLYPH_OPEN]);
    f[FEATURE_brackets] = s->brackets;
    f[FEATURE_dashes] = context_clip(s->dashes);
    f[FEATURE_slashes] = context_clip(s->count[GLYPH_SLASH]);
    f[FEATURE_signs] = context_clip(s->count[GLYPH_SIGN]);
    f[FEATURE_ats] = context_clip(s->count[GLYPH_AT]);
    f[FEATURE_monies] = context_clip(s->count[GLYPH_MONEY]);
    f[FEATURE_codes] = context_clip(s->count[GLYPH_CODE]);
    f[FEATURE_others] = context_clip(s->count[GLYPH_OTHER]);
    f[FEATURE_stops] = context_clip(s->count[GLYPH_STOP]);
    f[FEATURE_times] = context_clip(s->times);
    f[FEATURE_years] = context_clip(s->years);
    f[FEATURE_dates] = context_clip(s->dates);
    f[FEATURE_links] = context_clip(s->links);
    f[FEATURE_pipes] = context_clip(s->pipes);
    f[FEATURE_pipe_first] = s->pipe_first;
    f[FEATURE_pipe_last] = s->pipe_last;
    f[FEATURE_number] = context_clip(s->number);
    f[FEATURE_number_form] = s->number_form;
    f[FEATURE_marked] = s->marked;
    f[FEATURE_mark_only] = s->mark_only;
    f[FEATURE_mark_at_end] = s->mark_at_end;
    f[FEATURE_marks_inside] = s->marks_inside;
    f[FEATURE_space_last] = s->space_last;
    f[FEATURE_odd_quotes] = s->odd_quotes;
    f[FEATURE_asks] = context_clip(s->count[GLYPH_ASK]);
}

// Bits set in 256.
static unsigned bits_of(const uint64_t *set)
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
static int16_t overlap(const uint64_t *own, unsigned all, const uint64_t *others)
{
    uint64_t both[4];
    for (int i = 0; i < 4; i++) both[i] = own[i] & others[i];
    return (int16_t)(bits_of(both) * 100 / all);
}

static void word_features(const struct context *c, size_t i, int16_t *f)
{
    const struct part *p = c->parts;
    const uint64_t *own = p[i].shape.words_seen;
    unsigned all = bits_of(own);
    f[FEATURE_overlap_next] = f[FEATURE_overlap_next2] = f[FEATURE_overlap_before] = f[FEATURE_overlap_first] =
        f[FEATURE_overlap_all] = -1;
    if (!all) return;
    if (i + 1 < c->count) f[FEATURE_overlap_next] = overlap(own, all, p[i + 1].shape.words_seen);
    if (i + 2 < c->count) f[FEATURE_overlap_next2] = overlap(own, all, p[i + 2].shape.words_seen);
    if (i) f[FEATURE_overlap_before] = overlap(own, all, p[i - 1].shape.words_seen);
    f[FEATURE_overlap_first] = overlap(own, all, p[0].shape.words_seen);
    uint64_t near[4] = {0};
    for (size_t j = i > WORDS_NEAR ? i - WORDS_NEAR : 0; j < i; j++)
        for (int k = 0; k < 4; k++) near[k] |= p[j].shape.words_seen[k];
    for (size_t j = i + 1; j < c->count && j <= i + WORDS_NEAR; j++)
        for (int k = 0; k < 4; k++) near[k] |= p[j].shape.words_seen[k];
    f[FEATURE_overlap_all] = overlap(own, all, near);
}

static void place_features(const struct context *c, size_t i, int16_t *f)
{
    const struct shape *s = &c->parts[i].shape;
    const struct trail *t = &c->trails[i];
    const uint16_t *copies = c->copies.counts;
    const uint32_t *places = c->copies.places[i];
    const struct form *form = &c->forms[context_form(s)];
    f[FEATURE_index] = context_clip((long)i);
    f[FEATURE_from_end] = context_clip((long)(c->count - 1 - i));
    f[FEATURE_share] = context_clip((long)(i * 100 / c->count));
    f[FEATURE_blank_before] = c->parts[i].blank_before;
    f[FEATURE_blank_after] = i + 1 < c->count && c->parts[i + 1].blank_before;
    f[FEATURE_run_before] = context_clip(t->run_before);
    f[FEATURE_run_after] = context_clip(t->run_after);
    f[FEATURE_long_before] = context_clip(t->long_before);
    f[FEATURE_long_after] = context_clip(t->long_after);
    f[FEATURE_candidate] = context_is_candidate(s);
    f[FEATURE_candidate_before] = context_clip(t->candidate_before);
    f[FEATURE_candidate_after] = context_clip(t->candidate_after);
    f[FEATURE_section_chars] = context_clip((long)t->section_after);
    f[FEATURE_section_before] = context_clip((long)t->section_before);
    f[FEATURE_section_lines] = context_clip(t->section_lines);
    f[FEATURE_copies] = context_clip(copies[places[0]]);
    f[FEATURE_first_copies] = context_clip(copies[places[1]]);
    f[FEATURE_last_copies] = context_clip(copies[places[2]]);
    f[FEATURE_form_count] = context_clip(form->count);
    f[FEATURE_form_long] = context_clip(context_share(form->followed, form->count));
    f[FEATURE_form_short] = context_clip(context_share(form->shorts, form->count));
    f[FEATURE_form_rank] = context_clip(context_share(form->count, (unsigned)c->count));
    f[FEATURE_number_before] = t->number_before;
    f[FEATURE_number_after] = t->number_after;
    f[FEATURE_item_before] = context_clip(t->item_before);
    f[FEATURE_item_after] = context_clip(t->item_after);
    f[FEATURE_pipe_before] = context_clip(t->pipe_before);
    f[FEATURE_pipe_after] = context_clip(t->pipe_after);
    f[FEATURE_bars_before] = t->bars_before;
    f[FEATURE_bars_after] = t->bars_after;
    f[FEATURE_lone_before] = t->lone_before;
    f[FEATURE_lone_after] = t->lone_after;
    f[FEATURE_bar_gap] = context_clip(s->pipes ? 0 : t->pipe_before + t->pipe_after);
    f[FEATURE_mark_before] = context_clip(t->mark_before);
    f[FEATURE_mark_after] = context_clip(t->mark_after);
    f[FEATURE_handle_before] = context_clip(t->handle_before);
    f[FEATURE_glued_before] = context_clip(t->glued_before);
    f[FEATURE_glued_after] = context_clip(t->glued_after);
    f[FEATURE_handle_after] = context_clip(t->handle_after);
    const struct shape *before = i ? &c->parts[i - 1].shape : NULL;
    const struct shape *next = i + 1 < c->count ? &c->parts[i + 1].shape : NULL;
    f[FEATURE_item_kind_before] =
        context_clip(before ? before->marked + 2 * before->mark_only + 4 * before->mark_at_end : 0);
    f[FEATURE_open_mark] = context_clip(t->mark_before < t->pipe_before ? t->mark_before : -1);
    f[FEATURE_same_first] = context_clip((before && before->first_word_first == s->first_word_first) +
                                         2 * (next && next->first_word_first == s->first_word_first));
    // a line goes on in the next when it does not end and the next does not begin
    f[FEATURE_fold_before] = context_clip(before ? (!context_ended(before)) + 2 * (s->first == GLYPH_LOWER) : -1);
    f[FEATURE_fold_after] = context_clip(next ? (!context_ended(s)) + 2 * (next->first == GLYPH_LOWER) : -1);
    f[FEATURE_chars_rank] = c->ranks[context_bin(s->chars)];
    f[FEATURE_to_median] = context_clip(context_share(s->chars, (unsigned)c->all[ALL(all_median)]));
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
    const struct trail *t = &c->trails[i];
    return c->parts[i].shape.pipes ? 0 : t->pipe_before < t->pipe_after ? t->pipe_before : t->pipe_after;
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
}
