// What the lines of an article share: how far it is to the next item, bar, heading-like line; how often a text or a
// form occurs; counts over all lines. Made once for an article, read by features.c.
#ifndef PARSE_EXTRACTED_CONTEXT_H
#define PARSE_EXTRACTED_CONTEXT_H

#include "parse/extracted/features.h"

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
    size_t slots;
};

// What a line may be besides others; how far it is to the next of each kind is known everywhere.
enum context_kind {
    KIND_LONG,
    KIND_CANDIDATE,  // for a heading, by its shape alone
    KIND_ITEM,
    KIND_PIPE,
    KIND_MARK,  // an item begins behind it
    KIND_HANDLE,
    KIND_GLUED,  // with a mark inside, " - "
    KIND_OTHER,  // not short, or with a full stop: ends a run of those that are
    KIND_COUNT
};

// What is known of a line by itself.
struct context_line {
    uint32_t copies[3];  // its place among them, its first and its last word's
    uint16_t form;
    uint8_t kinds;  // a bit for each
};

// Lines to the nearest of each kind, at most FAR (to KIND_OTHER one more, with FAR short ones between): eight of 16
// bits are stepped at once.
typedef int16_t context_lines __attribute__((vector_size(KIND_COUNT * sizeof(int16_t))));

// What lies on one side of a line.
struct side {
    context_lines lines;
    uint32_t chars;    // to the nearest candidate
    uint16_t section;  // lines to it, at most FAR
    uint8_t number;    // its number form
    uint8_t bars;      // of the nearest line with bars
    bool lone;         // that line is nothing but bars
};

struct trail {
    struct side before, after;
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
    enum layout layout;
    bool page;
    int16_t all[FEATURE_lay_page - FEATURE_all_lines];
    struct form forms[CONTEXT_FORMS];
    struct context_line *lines;
    struct trail *trails;     // of each line
    struct neighbour *looks;  // of each line, and of NEAR that are not there at both ends
    struct copies copies;
    uint16_t histogram[CONTEXT_BINS];
    int16_t ranks[CONTEXT_BINS];  // per cent of all lines whose bin is lower
};

// At most what an int16_t holds.
static inline int16_t context_clip(long v)
{
    return (int16_t)(v > 32000 ? 32000 : v < -32000 ? -32000 : v);
}

// Per cent. part: at most 65535.
static inline unsigned context_share(unsigned part, unsigned whole)
{
    return whole ? part * 100u / whole : 0;
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

static inline bool context_is(const struct context_line *line, enum context_kind kind)
{
    return line->kinds >> kind & 1;
}

// The bin of the histogram of lengths.
unsigned context_bin(unsigned chars);

#endif
