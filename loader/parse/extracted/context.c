#include "parse/extracted/context.h"

#include <string.h>

enum { LONG = CONTEXT_LONG, SHORT = CONTEXT_SHORT, FAR = FEATURES_FAR };

// Lines of the same form look alike: ending, number, case, length.
static unsigned form_of(const struct shape *s)
{
    unsigned case_form = s->upper_words * 2 > s->words ? 2 : s->capital_words * 3 > s->words * 2 ? 1 : 0;
    unsigned size = s->chars < 16 ? 0 : s->chars < 60 ? 1 : 2;
    return ((((unsigned)s->last * 7u + s->number_form) * 3 + case_form) * 3 + size + (s->marked ? 7919u : 0) +
            (s->first_word_first == GLYPH_LOWER ? 104729u : 0)) %
           CONTEXT_FORMS;
}

static bool is_candidate(const struct shape *s)
{
    return !s->marked && !s->mark_only && !s->pipes && s->chars <= 120 && s->last != GLYPH_STOP &&
           s->last != GLYPH_COMMA && s->last != GLYPH_SEMICOLON && s->sentences < 2;
}

static unsigned kinds_of(const struct shape *s)
{
    bool handle = s->first == GLYPH_DASH && !s->marked && s->count[GLYPH_AT];
    return (unsigned)(s->chars >= LONG) << KIND_LONG | (unsigned)is_candidate(s) << KIND_CANDIDATE |
           (unsigned)(s->marked || s->mark_only) << KIND_ITEM | (unsigned)(s->pipes > 0) << KIND_PIPE |
           (unsigned)(s->mark_only || s->mark_at_end) << KIND_MARK | (unsigned)handle << KIND_HANDLE |
           (unsigned)(s->marks_inside && !s->marked && !s->pipes) << KIND_GLUED |
           (unsigned)(s->chars > SHORT || s->last == GLYPH_STOP) << KIND_OTHER;
}

unsigned context_bin(unsigned chars)
{
    return chars < 160   ? chars / 10
           : chars < 460 ? 16 + (chars - 160) / 30
           : chars < 900 ? 26 + (chars - 460) / 110
                         : 31;
}

static inline uint32_t copy_add(struct copies *c, uint32_t h)
{
    size_t at = h & (c->slots - 1);
    while (c->counts[at] && c->hashes[at] != h) at = (at + 1) & (c->slots - 1);
    c->hashes[at] = h;
    if (c->counts[at] < 1000) c->counts[at]++;
    return (uint32_t)at;
}

static bool lines_make(struct context *c, struct arena *arena)
{
    struct copies *copies = &c->copies;
    copies->slots = 64;
    while (copies->slots < c->count * 6) copies->slots *= 2;
    copies->hashes = arena_alloc(arena, copies->slots * sizeof *copies->hashes);
    copies->counts = arena_alloc(arena, copies->slots * sizeof *copies->counts);
    c->lines = arena_alloc(arena, c->count * sizeof *c->lines);
    if (!copies->hashes || !copies->counts || !c->lines) return false;
    memset(copies->counts, 0, copies->slots * sizeof *copies->counts);
    for (size_t i = 0; i < c->count; i++) {
        const struct shape *s = &c->parts[i].shape;
        c->lines[i] = (struct context_line){
            .copies = {copy_add(copies, s->hash), copy_add(copies, s->first_hash ^ CONTEXT_FIRST),
                       copy_add(copies, s->last_hash ^ CONTEXT_LAST)},
            .form = (uint16_t)form_of(s),
            .kinds = (uint8_t)kinds_of(s),
        };
    }
    return true;
}

static struct neighbour look_of(const struct shape *s, bool candidate)
{
    return (struct neighbour){
        .chars = context_clip(s->chars),
        .words = context_clip(s->words),
        .first = s->first,
        .last = s->last,
        .short_form = (int16_t)(candidate + 2 * context_ended(s) + 4 * (s->chars < CONTEXT_SHORT)),
        .pipes = context_clip(s->pipes),
        // how it is indented says more than all marks
        .mark =
            (int16_t)(s->marked + 2 * s->mark_only + 4 * s->mark_at_end + 8 * (s->indent == 1) + 16 * (s->indent > 1)),
        .capital_share = context_clip(context_share(s->capital_words, s->words)),
        .sentences = context_clip(s->sentences),
        .number_form = s->number_form,
    };
}

static bool looks_make(struct context *c, struct arena *arena)
{
    size_t n = c->count + NEAR;
    struct neighbour *looks = arena_alloc(arena, (n + NEAR) * sizeof *looks);
    if (!looks) return false;
    memset(looks, -1, NEAR * sizeof *looks);
    memset(looks + n, -1, NEAR * sizeof *looks);
    for (size_t i = 0; i < c->count; i++)
        looks[NEAR + i] = look_of(&c->parts[i].shape, context_is(&c->lines[i], KIND_CANDIDATE));
    c->looks = looks + NEAR;
    return true;
}

static bool is_lone(const struct shape *s)
{
    return s->pipes && s->pipes == s->chars - s->count[GLYPH_SPACE];
}

// From a line to the next on the way.
static inline void side_step(struct side *t, const struct shape *s, unsigned kinds)
{
    static const context_lines bits = {1, 2, 4, 8, 16, 32, 64, 128},
                               most = {FAR, FAR, FAR, FAR, FAR, FAR, FAR, FAR + 1};
    context_lines here = ((int16_t)kinds & bits) == bits;
    t->lines = (t->lines & ~here) + 1;
    t->lines += t->lines > most;  // true is -1
    if (s->pipes) {
        t->bars = (uint8_t)(s->pipes < 255 ? s->pipes : 255);
        t->lone = is_lone(s);
    }
    if (kinds & 1u << KIND_CANDIDATE) {
        t->chars = t->section = 0;
        t->number = s->number_form;
    } else {
        t->chars += s->chars;
        if (t->section < FAR) t->section++;
    }
}

static bool trails_make(struct context *c, struct arena *arena)
{
    c->trails = arena_alloc(arena, c->count * sizeof *c->trails);
    if (!c->trails) return false;
    const struct side none = {.lines = {FAR, FAR, FAR, FAR, FAR, FAR, FAR, 1}};
    struct side before = none, after = none;
    for (size_t i = 0; i < c->count; i++) {
        c->trails[i].before = before;
        side_step(&before, &c->parts[i].shape, c->lines[i].kinds);
    }
    for (size_t i = c->count; i-- > 0;) {
        c->trails[i].after = after;
        side_step(&after, &c->parts[i].shape, c->lines[i].kinds);
    }
    return true;
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
    unsigned single = 0, full = 0, glued = 0, indented = 0, handles = 0, numbers = 0, numbered = 0, capitals = 0,
             blanks = 0, codes = 0, followed = 0, unended = 0;
    unsigned long chars = 0, caseless = 0, lettered = 0;
    for (size_t i = 0; i < c->count; i++) {
        const struct shape *s = &c->parts[i].shape;
        const struct shape *next = i + 1 < c->count ? &c->parts[i + 1].shape : NULL;
        const struct context_line *line = &c->lines[i];
        bool candidate = context_is(line, KIND_CANDIDATE), before_long = next && next->chars >= LONG && !next->marked;
        struct form *f = &c->forms[line->form];
        f->count++;
        f->followed = (uint16_t)(f->followed + before_long);
        f->shorts = (uint16_t)(f->shorts + (next && !context_is(line + 1, KIND_OTHER)));
        c->histogram[context_bin(s->chars)]++;
        chars += s->chars;
        caseless += s->count[GLYPH_CASELESS];
        lettered += context_letters(s);
        candidates += candidate;
        followed += candidate && before_long;
        longs += context_is(line, KIND_LONG);
        items += context_is(line, KIND_ITEM);
        pipes += context_is(line, KIND_PIPE);
        lone += is_lone(s);
        single += s->pipes == 1 && s->pipe_last && s->chars > 1;
        full += s->pipes > 1 && s->pipe_last;
        handles += context_is(line, KIND_HANDLE);
        numbers += s->number_form != NUMBER_NONE;
        glued += context_is(line, KIND_GLUED);
        indented += s->indent == 1;  // as a line break inside an item is printed by trafilatura from 2.0
        only += context_is(line, KIND_MARK);
        asks += s->chars <= 120 && s->last == GLYPH_ASK;
        numbered += candidate && s->number_form != NUMBER_NONE && s->number_form != NUMBER_PLAIN;
        capitals += candidate && s->words > 1 && s->capital_words * 10u > s->words * 7u;
        blanks += c->parts[i].blank_before;
        codes += s->count[GLYPH_CODE] > 2;
        unended += s->chars >= LONG && !context_ended(s) && s->last != GLYPH_COLON;
    }
    for (unsigned b = 0, below = 0; b < CONTEXT_BINS; below += c->histogram[b++])
        c->ranks[b] = context_clip(context_share(below, n));
    c->all[ALL(all_lines)] = context_clip(n);
    c->all[ALL(all_median)] = context_clip(median(c, 0, n));
    c->all[ALL(all_mean)] = context_clip(n ? (long)(chars / n) : 0);
    c->all[ALL(all_candidates)] = context_clip(candidates);
    c->all[ALL(all_candidate_share)] = context_clip(context_share(candidates, n));
    c->all[ALL(all_long_share)] = context_clip(context_share(longs, n));
    c->all[ALL(all_items)] = context_clip(items);
    c->all[ALL(all_item_share)] = context_clip(context_share(items, n));
    c->all[ALL(all_pipes)] = context_clip(pipes);
    c->all[ALL(all_single)] = context_clip(single);
    c->all[ALL(all_full)] = context_clip(full);
    c->all[ALL(all_handles)] = context_clip(handles);
    c->all[ALL(all_numbers)] = context_clip(context_share(numbers, n));
    c->all[ALL(all_glued)] = context_clip(glued);
    c->all[ALL(all_indented)] = context_clip(indented);
    c->all[ALL(all_lone_pipes)] = context_clip(lone);
    c->all[ALL(all_mark_only)] = context_clip(only);
    c->all[ALL(all_asks)] = context_clip(asks);
    c->all[ALL(all_numbered)] = context_clip(numbered);
    c->all[ALL(all_capitals)] = context_clip(context_share(capitals, candidates));
    c->all[ALL(all_caseless)] = context_clip(lettered ? (long)(caseless * 100 / lettered) : 0);
    c->all[ALL(all_blank)] = context_clip(context_share(blanks, n));
    c->all[ALL(all_codes)] = context_clip(context_share(codes, n));
    c->all[ALL(all_followed)] = context_clip(context_share(followed, candidates));
    c->all[ALL(all_unended)] = context_clip(context_share(unended, longs));
}

struct context *features_begin(const struct part *parts, size_t count, enum layout layout, bool page,
                               struct arena *arena)
{
    struct context *c = arena_alloc(arena, sizeof *c);
    if (!c) return NULL;
    memset(c, 0, sizeof *c);
    c->parts = parts;
    c->count = count;
    c->layout = layout;
    c->page = page;
    if (!lines_make(c, arena) || !looks_make(c, arena) || !trails_make(c, arena)) return NULL;
    article_sum(c);
    return c;
}
