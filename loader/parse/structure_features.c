#include "parse/structure_features.h"

#include "parse/structure_model.h"
#include "parse/structure_words.h"

#include <string.h>

// keep a line's hash apart from that of the same text as a word
enum { FIRST = 0x5bd1e995, LAST = 0x1b873593 };

enum { LONG = 150, SHORT = 90, FAR = FEATURES_FAR, FORMS = 512 };

struct form {
    uint16_t count, followed, shorts;
};

struct context {
    const struct part *parts;
    size_t count;
    int16_t all[FEATURE_COUNT - FEATURE_all_lines];
    struct form forms[FORMS];
    struct trail *trails;
    uint32_t *hashes;
    uint16_t *copies;
    size_t slots;
    uint16_t histogram[32];
};

// What lies on either side of a line, counted in lines (at most FAR) or characters.
struct trail {
    uint16_t run_before, run_after, long_before, long_after, candidate_before, candidate_after;
    uint16_t item_before, item_after, pipe_before, pipe_after, mark_before, mark_after, handle_before, handle_after;
    uint32_t section_before, section_after;
    uint16_t section_lines;
    uint8_t number_before, number_after;
};

static int16_t clip(long v)
{
    return (int16_t)(v > 32000 ? 32000 : v < -32000 ? -32000 : v);
}

static int share(unsigned part, unsigned whole)
{
    return whole ? (int)(part * 100u / whole) : 0;
}

static unsigned letters(const struct shape *s)
{
    return (unsigned)s->count[GLYPH_UPPER] + s->count[GLYPH_LOWER] + s->count[GLYPH_CASELESS];
}

// The last character that says how the line ends: quotes and closing brackets are looked through.
static unsigned ending(const struct shape *s)
{
    return s->last == GLYPH_QUOTE || s->last == GLYPH_CLOSE ? s->before_last : s->last;
}

static bool ended(const struct shape *s)
{
    unsigned e = ending(s);
    return e == GLYPH_STOP || e == GLYPH_ASK || e == GLYPH_BANG || e == GLYPH_ELLIPSIS;
}

static bool is_candidate(const struct shape *s)
{
    return !s->marked && !s->mark_only && !s->pipes && s->chars <= 120 && s->last != GLYPH_STOP &&
           s->last != GLYPH_COMMA && s->last != GLYPH_SEMICOLON && s->sentences < 2;
}

static bool is_short(const struct shape *s)
{
    return s->chars <= SHORT && s->last != GLYPH_STOP;
}

static bool is_handle(const struct shape *s)
{
    return s->first == GLYPH_DASH && !s->marked && s->count[GLYPH_AT];
}

static unsigned form_of(const struct shape *s)
{
    unsigned case_form = s->upper_words * 2 > s->words ? 2 : s->capital_words * 3 > s->words * 2 ? 1 : 0;
    unsigned size = s->chars < 16 ? 0 : s->chars < 60 ? 1 : 2;
    return ((((unsigned)s->last * 7u + s->number_form) * 3 + case_form) * 3 + size + (s->marked ? 7919u : 0) +
            (s->first_word_first == GLYPH_LOWER ? 104729u : 0)) %
           FORMS;
}

static unsigned chars_bin(unsigned chars)
{
    return chars < 160   ? chars / 10
           : chars < 460 ? 16 + (chars - 160) / 30
           : chars < 900 ? 26 + (chars - 460) / 110
                         : 31;
}

static void copy_add(struct context *c, uint32_t h)
{
    size_t at = h & (c->slots - 1);
    while (c->copies[at] && c->hashes[at] != h) at = (at + 1) & (c->slots - 1);
    c->hashes[at] = h;
    if (c->copies[at] < 1000) c->copies[at]++;
}

static bool copies_count(struct context *c, struct arena *arena)
{
    size_t slots = 64;
    while (slots < c->count * 6) slots *= 2;
    c->slots = slots;
    c->hashes = arena_alloc(arena, slots * sizeof *c->hashes);
    c->copies = arena_alloc(arena, slots * sizeof *c->copies);
    if (!c->hashes || !c->copies) return false;
    memset(c->copies, 0, slots * sizeof *c->copies);
    for (size_t i = 0; i < c->count; i++) {
        const struct shape *s = &c->parts[i].shape;
        copy_add(c, s->hash);
        copy_add(c, s->first_hash ^ FIRST);
        copy_add(c, s->last_hash ^ LAST);
    }
    return true;
}

static unsigned copies_of(const struct context *c, uint32_t h)
{
    size_t at = h & (c->slots - 1);
    while (c->copies[at] && c->hashes[at] != h) at = (at + 1) & (c->slots - 1);
    return c->copies[at];
}

static uint16_t step(bool here, unsigned before)
{
    return (uint16_t)(here ? 1 : before < FAR ? before + 1 : FAR);
}

static void trails_forward(struct context *c)
{
    struct trail t = {.long_before = FAR,
                      .candidate_before = FAR,
                      .item_before = FAR,
                      .pipe_before = FAR,
                      .mark_before = FAR,
                      .handle_before = FAR};
    for (size_t i = 0; i < c->count; i++) {
        c->trails[i] = t;
        const struct shape *s = &c->parts[i].shape;
        t.run_before = (uint16_t)(is_short(s) ? (t.run_before < FAR ? t.run_before + 1 : FAR) : 0);
        t.long_before = step(s->chars >= LONG, t.long_before);
        t.item_before = step(s->marked || s->mark_only, t.item_before);
        t.pipe_before = step(s->pipes, t.pipe_before);
        t.mark_before = step(s->mark_only || s->mark_at_end, t.mark_before);
        t.handle_before = step(is_handle(s), t.handle_before);
        if (is_candidate(s)) {
            t.candidate_before = 1;
            t.section_before = 0;
            t.number_before = s->number_form;
        } else {
            t.candidate_before = step(false, t.candidate_before);
            t.section_before += s->chars;
        }
    }
}

static void trails_backward(struct context *c)
{
    struct trail t = {.long_after = FAR,
                      .candidate_after = FAR,
                      .item_after = FAR,
                      .pipe_after = FAR,
                      .mark_after = FAR,
                      .handle_after = FAR};
    for (size_t i = c->count; i-- > 0;) {
        struct trail *u = &c->trails[i];
        u->run_after = t.run_after, u->long_after = t.long_after, u->candidate_after = t.candidate_after;
        u->item_after = t.item_after, u->pipe_after = t.pipe_after, u->mark_after = t.mark_after;
        u->handle_after = t.handle_after, u->section_after = t.section_after, u->section_lines = t.section_lines;
        u->number_after = t.number_after;
        const struct shape *s = &c->parts[i].shape;
        t.run_after = (uint16_t)(is_short(s) ? (t.run_after < FAR ? t.run_after + 1 : FAR) : 0);
        t.long_after = step(s->chars >= LONG, t.long_after);
        t.item_after = step(s->marked || s->mark_only, t.item_after);
        t.pipe_after = step(s->pipes, t.pipe_after);
        t.mark_after = step(s->mark_only || s->mark_at_end, t.mark_after);
        t.handle_after = step(is_handle(s), t.handle_after);
        if (is_candidate(s)) {
            t.candidate_after = 1;
            t.section_after = 0;
            t.section_lines = 0;
            t.number_after = s->number_form;
        } else {
            t.candidate_after = step(false, t.candidate_after);
            t.section_after += s->chars;
            if (t.section_lines < FAR) t.section_lines++;
        }
    }
}

static unsigned median(const struct context *c, unsigned from_bin, unsigned total)
{
    unsigned seen = 0;
    for (unsigned b = from_bin; b < 32; b++) {
        seen += c->histogram[b];
        if (seen * 2 >= total) return b < 16 ? b * 10 + 5 : b < 26 ? 175 + (b - 16) * 30 : 515 + (b - 26) * 110;
    }
    return 0;
}

#define ALL(name) (FEATURE_##name - FEATURE_all_lines)

static void article_sum(struct context *c)
{
    unsigned n = (unsigned)c->count, candidates = 0, longs = 0, items = 0, pipes = 0, lone = 0, only = 0, asks = 0;
    unsigned numbered = 0, capitals = 0, blanks = 0, codes = 0, followed = 0, unended = 0;
    unsigned long chars = 0, caseless = 0, lettered = 0;
    for (size_t i = 0; i < c->count; i++) {
        const struct shape *s = &c->parts[i].shape;
        const struct shape *next = i + 1 < c->count ? &c->parts[i + 1].shape : NULL;
        bool candidate = is_candidate(s), before_long = next && next->chars >= LONG && !next->marked;
        struct form *f = &c->forms[form_of(s)];
        f->count++;
        f->followed = (uint16_t)(f->followed + before_long);
        f->shorts = (uint16_t)(f->shorts + (next && is_short(next)));
        c->histogram[chars_bin(s->chars)]++;
        chars += s->chars;
        caseless += s->count[GLYPH_CASELESS];
        lettered += letters(s);
        candidates += candidate;
        followed += candidate && before_long;
        longs += s->chars >= LONG;
        items += s->marked || s->mark_only;
        pipes += s->pipes > 0;
        lone += s->pipes == s->chars && s->pipes;
        only += s->mark_only || s->mark_at_end;
        asks += s->chars <= 120 && s->last == GLYPH_ASK;
        numbered += candidate && s->number_form != NUMBER_NONE && s->number_form != NUMBER_PLAIN;
        capitals += candidate && s->words > 1 && s->capital_words * 10u > s->words * 7u;
        blanks += c->parts[i].blank_before;
        codes += s->count[GLYPH_CODE] > 2;
        unended += s->chars >= LONG && !ended(s) && s->last != GLYPH_COLON;
    }
    c->all[ALL(all_lines)] = clip(n);
    c->all[ALL(all_median)] = clip(median(c, 0, n));
    c->all[ALL(all_mean)] = clip(n ? (long)(chars / n) : 0);
    c->all[ALL(all_candidates)] = clip(candidates);
    c->all[ALL(all_candidate_share)] = clip(share(candidates, n));
    c->all[ALL(all_long_share)] = clip(share(longs, n));
    c->all[ALL(all_items)] = clip(items);
    c->all[ALL(all_item_share)] = clip(share(items, n));
    c->all[ALL(all_pipes)] = clip(pipes);
    c->all[ALL(all_lone_pipes)] = clip(lone);
    c->all[ALL(all_mark_only)] = clip(only);
    c->all[ALL(all_asks)] = clip(asks);
    c->all[ALL(all_numbered)] = clip(numbered);
    c->all[ALL(all_capitals)] = clip(share(capitals, candidates));
    c->all[ALL(all_caseless)] = clip(lettered ? (long)(caseless * 100 / lettered) : 0);
    c->all[ALL(all_blank)] = clip(share(blanks, n));
    c->all[ALL(all_codes)] = clip(share(codes, n));
    c->all[ALL(all_followed)] = clip(share(followed, candidates));
    c->all[ALL(all_unended)] = clip(share(unended, longs));
}

struct context *features_begin(const struct part *parts, size_t count, struct arena *arena)
{
    struct context *c = arena_alloc(arena, sizeof *c);
    if (!c) return NULL;
    memset(c, 0, sizeof *c);
    c->parts = parts;
    c->count = count;
    c->trails = arena_alloc(arena, (count + 1) * sizeof *c->trails);
    if (!c->trails || !copies_count(c, arena)) return NULL;
    trails_forward(c);
    trails_backward(c);
    article_sum(c);
    return c;
}

static void own_features(const struct shape *s, int16_t *f)
{
    unsigned n = s->chars, in = letters(s), solid = n - s->count[GLYPH_SPACE];
    f[FEATURE_chars] = clip(n);
    f[FEATURE_words] = clip(s->words);
    f[FEATURE_sentences] = clip(s->sentences);
    f[FEATURE_first] = s->first;
    f[FEATURE_second] = s->second;
    f[FEATURE_last] = s->last;
    f[FEATURE_before_last] = s->before_last;
    f[FEATURE_first_ascii] = letters(s) && (s->first == GLYPH_UPPER || s->first == GLYPH_LOWER) ? 0 : s->first_ascii;
    f[FEATURE_last_ascii] = s->last == GLYPH_UPPER || s->last == GLYPH_LOWER ? 0 : s->last_ascii;
    f[FEATURE_first_word] = clip(s->first_word);
    f[FEATURE_last_word] = clip(s->last_word);
    f[FEATURE_longest_word] = clip(s->longest_word);
    f[FEATURE_mean_word] = clip(s->words ? (long)solid * 10 / s->words : 0);
    f[FEATURE_first_word_first] = s->first_word_first;
    f[FEATURE_second_word_first] = s->second_word_first;
    f[FEATURE_last_word_first] = s->last_word_first;
    f[FEATURE_capital_share] = clip(share(s->capital_words, s->words));
    f[FEATURE_upper_share] = clip(share(s->upper_words, s->words));
    f[FEATURE_short_share] = clip(share(s->short_words, s->words));
    f[FEATURE_long_share] = clip(share(s->long_words, s->words));
    f[FEATURE_number_words] = clip(s->number_words);
    f[FEATURE_short_words] = clip(s->short_words);
    f[FEATURE_letter_share] = clip(share(in, solid));
    f[FEATURE_upper_letter_share] = clip(share(s->count[GLYPH_UPPER], in));
    f[FEATURE_digit_share] = clip(share(s->count[GLYPH_DIGIT], solid));
    f[FEATURE_caseless_share] = clip(share(s->count[GLYPH_CASELESS], in));
    f[FEATURE_commas] = clip(s->count[GLYPH_COMMA]);
    f[FEATURE_colons] = clip(s->count[GLYPH_COLON]);
    f[FEATURE_colon_at] = clip(s->colon_at);
    f[FEATURE_quotes] = clip(s->count[GLYPH_QUOTE]);
    f[FEATURE_opens] = clip(s->count[GLYPH_OPEN]);
    f[FEATURE_brackets] = s->brackets;
    f[FEATURE_dashes] = clip(s->dashes);
    f[FEATURE_slashes] = clip(s->count[GLYPH_SLASH]);
    f[FEATURE_signs] = clip(s->count[GLYPH_SIGN]);
    f[FEATURE_ats] = clip(s->count[GLYPH_AT]);
    f[FEATURE_monies] = clip(s->count[GLYPH_MONEY]);
    f[FEATURE_codes] = clip(s->count[GLYPH_CODE]);
    f[FEATURE_others] = clip(s->count[GLYPH_OTHER]);
    f[FEATURE_stops] = clip(s->count[GLYPH_STOP]);
    f[FEATURE_times] = clip(s->times);
    f[FEATURE_years] = clip(s->years);
    f[FEATURE_dates] = clip(s->dates);
    f[FEATURE_links] = clip(s->links);
    f[FEATURE_pipes] = clip(s->pipes);
    f[FEATURE_pipe_first] = s->pipe_first;
    f[FEATURE_pipe_last] = s->pipe_last;
    f[FEATURE_number] = clip(s->number);
    f[FEATURE_number_form] = s->number_form;
    f[FEATURE_marked] = s->marked;
    f[FEATURE_mark_only] = s->mark_only;
    f[FEATURE_mark_at_end] = s->mark_at_end;
    f[FEATURE_marks_inside] = s->marks_inside;
    f[FEATURE_space_last] = s->space_last;
    f[FEATURE_odd_quotes] = s->odd_quotes;
    f[FEATURE_asks] = clip(s->count[GLYPH_ASK]);
}

static int16_t *near_features(const struct shape *s, int16_t *f)
{
    *f++ = clip(s ? s->chars : -1);
    *f++ = clip(s ? s->words : -1);
    *f++ = clip(s ? s->first : -1);
    *f++ = clip(s ? s->last : -1);
    *f++ = clip(s ? is_candidate(s) + 2 * ended(s) + 4 * (s->chars < SHORT) : -1);
    *f++ = clip(s ? s->pipes : -1);
    *f++ = clip(s ? s->marked + 2 * s->mark_only + 4 * s->mark_at_end : -1);
    *f++ = clip(s ? share(s->capital_words, s->words) : -1);
    *f++ = clip(s ? s->sentences : -1);
    *f++ = clip(s ? s->number_form : -1);
    return f;
}

// Of the words that `a` has, the share (in per cent) that `b` seems to have too; -1 when `a` has none.
static int overlap(const uint64_t *a, const uint64_t *b)
{
    int own = 0, both = 0;
    for (int i = 0; i < 4; i++) {
        own += __builtin_popcountll(a[i]);
        both += __builtin_popcountll(a[i] & b[i]);
    }
    return own ? both * 100 / own : -1;
}

static void word_features(const struct context *c, size_t i, int16_t *f)
{
    const struct part *p = c->parts;
    const uint64_t *own = p[i].shape.words_seen;
    f[FEATURE_overlap_next] = clip(i + 1 < c->count ? overlap(own, p[i + 1].shape.words_seen) : -1);
    f[FEATURE_overlap_next2] = clip(i + 2 < c->count ? overlap(own, p[i + 2].shape.words_seen) : -1);
    f[FEATURE_overlap_before] = clip(i ? overlap(own, p[i - 1].shape.words_seen) : -1);
    f[FEATURE_overlap_first] = clip(overlap(own, p[0].shape.words_seen));
    uint64_t near[4] = {0};
    for (size_t j = i > 6 ? i - 6 : 0; j < c->count && j < i + 7; j++)
        for (int k = 0; k < 4 && j != i; k++) near[k] |= p[j].shape.words_seen[k];
    f[FEATURE_overlap_all] = clip(overlap(own, near));
}

static void place_features(const struct context *c, size_t i, int16_t *f)
{
    const struct shape *s = &c->parts[i].shape;
    const struct trail *t = &c->trails[i];
    const struct form *form = &c->forms[form_of(s)];
    f[FEATURE_index] = clip((long)i);
    f[FEATURE_from_end] = clip((long)(c->count - 1 - i));
    f[FEATURE_share] = clip((long)(i * 100 / c->count));
    f[FEATURE_blank_before] = c->parts[i].blank_before;
    f[FEATURE_blank_after] = i + 1 < c->count && c->parts[i + 1].blank_before;
    f[FEATURE_run_before] = clip(t->run_before);
    f[FEATURE_run_after] = clip(t->run_after);
    f[FEATURE_long_before] = clip(t->long_before);
    f[FEATURE_long_after] = clip(t->long_after);
    f[FEATURE_candidate] = is_candidate(s);
    f[FEATURE_candidate_before] = clip(t->candidate_before);
    f[FEATURE_candidate_after] = clip(t->candidate_after);
    f[FEATURE_section_chars] = clip((long)t->section_after);
    f[FEATURE_section_before] = clip((long)t->section_before);
    f[FEATURE_section_lines] = clip(t->section_lines);
    f[FEATURE_copies] = clip(copies_of(c, s->hash));
    f[FEATURE_first_copies] = clip(copies_of(c, s->first_hash ^ FIRST));
    f[FEATURE_last_copies] = clip(copies_of(c, s->last_hash ^ LAST));
    f[FEATURE_form_count] = clip(form->count);
    f[FEATURE_form_long] = clip(share(form->followed, form->count));
    f[FEATURE_form_short] = clip(share(form->shorts, form->count));
    f[FEATURE_form_rank] = clip(share(form->count, (unsigned)c->count));
    f[FEATURE_number_before] = t->number_before;
    f[FEATURE_number_after] = t->number_after;
    f[FEATURE_item_before] = clip(t->item_before);
    f[FEATURE_item_after] = clip(t->item_after);
    f[FEATURE_pipe_before] = clip(t->pipe_before);
    f[FEATURE_pipe_after] = clip(t->pipe_after);
    f[FEATURE_mark_before] = clip(t->mark_before);
    f[FEATURE_mark_after] = clip(t->mark_after);
    f[FEATURE_handle_before] = clip(t->handle_before);
    f[FEATURE_handle_after] = clip(t->handle_after);
    const struct shape *before = i ? &c->parts[i - 1].shape : NULL;
    const struct shape *next = i + 1 < c->count ? &c->parts[i + 1].shape : NULL;
    f[FEATURE_item_kind_before] = clip(before ? before->marked + 2 * before->mark_only + 4 * before->mark_at_end : 0);
    f[FEATURE_open_mark] = clip(t->mark_before < t->pipe_before ? t->mark_before : -1);
    f[FEATURE_same_first] = clip((before && before->first_word_first == s->first_word_first) +
                                 2 * (next && next->first_word_first == s->first_word_first));
    // a line goes on in the next when it does not end and the next does not begin
    f[FEATURE_fold_before] = clip(before ? (!ended(before)) + 2 * (s->first == GLYPH_LOWER) : -1);
    f[FEATURE_fold_after] = clip(next ? (!ended(s)) + 2 * (next->first == GLYPH_LOWER) : -1);
    unsigned below = 0;
    for (unsigned b = 0; b < chars_bin(s->chars); b++) below += c->histogram[b];
    f[FEATURE_chars_rank] = clip(share(below, (unsigned)c->count));
    int middle = c->all[ALL(all_median)];
    f[FEATURE_to_median] = clip(middle ? (long)s->chars * 100 / middle : 0);
}

// How the line's words weigh, by the tables of the model. Only of short lines: others hold too many.
static void lexical_features(const struct shape *s, int16_t *f)
{
    uint16_t words[WORDS_MOST];
    size_t n = s->chars <= WORDS_CHARS ? words_buckets(s->text, words) : 0;
    int sum = 0;
    for (size_t i = 0; i < n; i++) {
        size_t j = 0;
        while (j < i && words[j] != words[i]) j++;
        if (j == i) sum += MODEL_WORDS[0][words[i]];
    }
    int begin = n ? MODEL_WORDS[1][words[0]] : 0, end = n ? MODEL_WORDS[2][words[n - 1]] : 0;
    f[FEATURE_word_sum] = clip(sum + begin + end);
    f[FEATURE_word_mean] = clip(n ? sum * 8 / (int)n : 0);
    f[FEATURE_word_begin] = clip(begin);
    f[FEATURE_word_end] = clip(end);
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

int features_item_near(const struct context *c, size_t i)
{
    const struct trail *t = &c->trails[i];
    return t->item_before < t->item_after ? t->item_before : t->item_after;
}

void features_of(const struct context *c, size_t i, int16_t *f)
{
    const struct shape *s = &c->parts[i].shape;
    own_features(s, f);
    lexical_features(s, f);
    int16_t *near = f + FEATURE_NEAR_FIRST;
    for (int d = -NEAR; d <= NEAR; d++) {
        if (d == 0) continue;
        long j = (long)i + d;
        near = near_features(j >= 0 && j < (long)c->count ? &c->parts[j].shape : NULL, near);
    }
    place_features(c, i, f);
    word_features(c, i, f);
    memcpy(f + FEATURE_all_lines, c->all, sizeof c->all);
}
