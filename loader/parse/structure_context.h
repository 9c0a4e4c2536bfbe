// What the lines of an article share: how far it is to the next item, bar, heading-like line; how often a text or a
// form occurs; counts over all lines. Made once for an article, read by structure_features.c.
#ifndef PARSE_STRUCTURE_CONTEXT_H
#define PARSE_STRUCTURE_CONTEXT_H

#include "parse/structure_features.h"

enum { CONTEXT_LONG = 150, CONTEXT_SHORT = 90, CONTEXT_FORMS = 512, CONTEXT_BINS = 32 };

// keep a line's hash apart from that of the same text as a word
enum { CONTEXT_FIRST = 0x5bd1e995, CONTEXT_LAST = 0x1b873593 };

struct form {
    uint16_t count, followed, shorts;
};

// How often hashes occur, at most 1000: an open hash table.
struct copies {
    uint32_t *hashes;
    uint16_t *counts;
    uint32_t (*places)[3];  // in it, of each line, first and last word
    size_t slots;
};

// What a line looks like to those beside it: FEATURES_NEAR, in their order.
struct neighbour {
#define X(name) int16_t name;
    FEATURES_NEAR(X)
#undef X
};

struct context {
    const struct part *parts;
    size_t count;
    int16_t all[FEATURE_COUNT - FEATURE_all_lines];
    struct form forms[CONTEXT_FORMS];
    struct trail *trails;     // of each line
    struct neighbour *looks;  // of each line, and of NEAR that are not there at both ends
    struct copies copies;
    uint16_t histogram[CONTEXT_BINS];
    int16_t ranks[CONTEXT_BINS];  // per cent of all lines whose bin is lower
};

// What lies on either side of a line, counted in lines (at most FAR) or characters.
struct trail {
    uint16_t run_before, run_after, long_before, long_after, candidate_before, candidate_after;
    uint16_t item_before, item_after, pipe_before, pipe_after, mark_before, mark_after, handle_before, handle_after;
    uint16_t glued_before, glued_after;  // to a line with a mark inside, " - "
    uint32_t section_before, section_after;
    uint16_t section_lines;
    uint8_t number_before, number_after;
    uint8_t bars_before, bars_after;  // of the nearest line with bars
    bool lone_before, lone_after;     // that line is nothing but bars
};

// At most what an int16_t holds.
static inline int16_t context_clip(long v)
{
    return (int16_t)(v > 32000 ? 32000 : v < -32000 ? -32000 : v);
}

// Per cent. part: at most 65535.
static inline int context_share(unsigned part, unsigned whole)
{
    return whole ? (int)(part * 100u / whole) : 0;
}

static inline unsigned context_letters(const struct shape *s)
{
    return (unsigned)s->count[GLYPH_UPPER] + s->count[GLYPH_LOWER] + s->count[GLYPH_CASELESS];
}

// Ends in a sentence's final punctuation; quotes and closing brackets are looked through.
static inline bool context_ended(const struct shape *s)
{
    unsigned e = s->last == GLYPH_QUOTE || s->last == GLYPH_CLOSE ? s->before_last : s->last;
    return e == GLYPH_STOP || e == GLYPH_ASK || e == GLYPH_BANG || e == GLYPH_ELLIPSIS;
}

// Might be a heading, by its shape alone.
static inline bool context_is_candidate(const struct shape *s)
{
    return !s->marked && !s->mark_only && !s->pipes && s->chars <= 120 && s->last != GLYPH_STOP &&
           s->last != GLYPH_COMMA && s->last != GLYPH_SEMICOLON && s->sentences < 2;
}

// Lines of the same form look alike: ending, number, case, length.
unsigned context_form(const struct shape *shape);
// The bin of the histogram of lengths.
unsigned context_bin(unsigned chars);

#endif
