#include "parse/structure_context.h"

#include <string.h>

enum { LONG = CONTEXT_LONG, SHORT = CONTEXT_SHORT, FAR = FEATURES_FAR };

static bool is_short(const struct shape *s)
{
    return s->chars <= SHORT && s->last != GLYPH_STOP;
}

static bool is_handle(const struct shape *s)
{
    return s->first == GLYPH_DASH && !s->marked && s->count[GLYPH_AT];
}

// The mark of a further item may stand in the line.
static bool is_glued(const struct shape *s)
{
    return s->marks_inside && !s->marked && !s->pipes;
}

unsigned context_form(const struct shape *s)
{
    unsigned case_form = s->upper_words * 2 > s->words ? 2 : s->capital_words * 3 > s->words * 2 ? 1 : 0;
    unsigned size = s->chars < 16 ? 0 : s->chars < 60 ? 1 : 2;
    return ((((unsigned)s->last * 7u + s->number_form) * 3 + case_form) * 3 + size + (s->marked ? 7919u : 0) +
            (s->first_word_first == GLYPH_LOWER ? 104729u : 0)) %
           CONTEXT_FORMS;
}

unsigned context_bin(unsigned chars)
{
    return chars < 160   ? chars / 10
           : chars < 460 ? 16 + (chars - 160) / 30
           : chars < 900 ? 26 + (chars - 460) / 110
                         : 31;
}

static uint32_t copy_add(struct copies *c, uint32_t h)
{
    size_t at = h & (c->slots - 1);
    while (c->counts[at] && c->hashes[at] != h) at = (at + 1) & (c->slots - 1);
    c->hashes[at] = h;
    if (c->counts[at] < 1000) c->counts[at]++;
    return (uint32_t)at;
}

static bool copies_count(struct copies *c, const struct part *parts, size_t count, struct arena *arena)
{
    c->slots = 64;
    while (c->slots < count * 6) c->slots *= 2;
    c->hashes = arena_alloc(arena, c->slots * sizeof *c->hashes);
    c->counts = arena_alloc(arena, c->slots * sizeof *c->counts);
    c->places = arena_alloc(arena, count * sizeof *c->places);
    if (!c->hashes || !c->counts || !c->places) return false;
    memset(c->counts, 0, c->slots * sizeof *c->counts);
    for (size_t i = 0; i < count; i++) {
        const struct shape *s = &parts[i].shape;
        c->places[i][0] = copy_add(c, s->hash);
        c->places[i][1] = copy_add(c, s->first_hash ^ CONTEXT_FIRST);
        c->places[i][2] = copy_add(c, s->last_hash ^ CONTEXT_LAST);
    }
    return true;
}

static struct neighbour look_of(const struct shape *s)
{
    return (struct neighbour){
        .chars = context_clip(s->chars),
        .words = context_clip(s->words),
        .first = s->first,
        .last = s->last,
        .short_form = (int16_t)(context_is_candidate(s) + 2 * context_ended(s) + 4 * (s->chars < CONTEXT_SHORT)),
        .pipes = context_clip(s->pipes),
        .mark = (int16_t)(s->marked + 2 * s->mark_only + 4 * s->mark_at_end),
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
    for (size_t i = 0; i < c->count; i++) looks[NEAR + i] = look_of(&c->parts[i].shape);
    c->looks = looks + NEAR;
    return true;
}

static bool is_lone(const struct shape *s)
{
    return s->pipes && s->pipes == s->chars - s->count[GLYPH_SPACE];
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
                      .handle_before = FAR,
                      .glued_before = FAR};
    for (size_t i = 0; i < c->count; i++) {
        c->trails[i] = t;
        const struct shape *s = &c->parts[i].shape;
        t.run_before = (uint16_t)(is_short(s) ? (t.run_before < FAR ? t.run_before + 1 : FAR) : 0);
        t.long_before = step(s->chars >= LONG, t.long_before);
        t.item_before = step(s->marked || s->mark_only, t.item_before);
        t.pipe_before = step(s->pipes, t.pipe_before);
        if (s->pipes) {
            t.bars_before = (uint8_t)(s->pipes < 255 ? s->pipes : 255);
            t.lone_before = is_lone(s);
        }
        t.mark_before = step(s->mark_only || s->mark_at_end, t.mark_before);
        t.handle_before = step(is_handle(s), t.handle_before);
        t.glued_before = step(is_glued(s), t.glued_before);
        if (context_is_candidate(s)) {
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
                      .handle_after = FAR,
                      .glued_after = FAR};
    for (size_t i = c->count; i-- > 0;) {
        struct trail *u = &c->trails[i];
        u->run_after = t.run_after, u->long_after = t.long_after, u->candidate_after = t.candidate_after;
        u->item_after = t.item_after, u->pipe_after = t.pipe_after, u->mark_after = t.mark_after;
        u->glued_after = t.glued_after;
        u->handle_after = t.handle_after, u->section_after = t.section_after, u->section_lines = t.section_lines;
        u->number_after = t.number_after, u->bars_after = t.bars_after, u->lone_after = t.lone_after;
        const struct shape *s = &c->parts[i].shape;
        t.run_after = (uint16_t)(is_short(s) ? (t.run_after < FAR ? t.run_after + 1 : FAR) : 0);
        t.long_after = step(s->chars >= LONG, t.long_after);
        t.item_after = step(s->marked || s->mark_only, t.item_after);
        t.pipe_after = step(s->pipes, t.pipe_after);
        if (s->pipes) {
            t.bars_after = (uint8_t)(s->pipes < 255 ? s->pipes : 255);
            t.lone_after = is_lone(s);
        }
        t.mark_after = step(s->mark_only || s->mark_at_end, t.mark_after);
        t.handle_after = step(is_handle(s), t.handle_after);
        t.glued_after = step(is_glued(s), t.glued_after);
        if (context_is_candidate(s)) {
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
    unsigned single = 0, full = 0, glued = 0, handles = 0, numbers = 0, numbered = 0, capitals = 0, blanks = 0,
             codes = 0, followed = 0, unended = 0;
    unsigned long chars = 0, caseless = 0, lettered = 0;
    for (size_t i = 0; i < c->count; i++) {
        const struct shape *s = &c->parts[i].shape;
        const struct shape *next = i + 1 < c->count ? &c->parts[i + 1].shape : NULL;
        bool candidate = context_is_candidate(s), before_long = next && next->chars >= LONG && !next->marked;
        struct form *f = &c->forms[context_form(s)];
        f->count++;
        f->followed = (uint16_t)(f->followed + before_long);
        f->shorts = (uint16_t)(f->shorts + (next && is_short(next)));
        c->histogram[context_bin(s->chars)]++;
        chars += s->chars;
        caseless += s->count[GLYPH_CASELESS];
        lettered += context_letters(s);
        candidates += candidate;
        followed += candidate && before_long;
        longs += s->chars >= LONG;
        items += s->marked || s->mark_only;
        pipes += s->pipes > 0;
        lone += is_lone(s);
        single += s->pipes == 1 && s->pipe_last && s->chars > 1;
        full += s->pipes > 1 && s->pipe_last;
        handles += is_handle(s);
        numbers += s->number_form != NUMBER_NONE;
        glued += is_glued(s);
        only += s->mark_only || s->mark_at_end;
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

struct context *features_begin(const struct part *parts, size_t count, struct arena *arena)
{
    struct context *c = arena_alloc(arena, sizeof *c);
    if (!c) return NULL;
    memset(c, 0, sizeof *c);
    c->parts = parts;
    c->count = count;
    c->trails = arena_alloc(arena, (count + 1) * sizeof *c->trails);
    if (!c->trails || !copies_count(&c->copies, parts, count, arena) || !looks_make(c, arena)) return NULL;
    trails_forward(c);
    trails_backward(c);
    article_sum(c);
    return c;
}
