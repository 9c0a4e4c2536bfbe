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

struct context {
    const struct part *parts;
    size_t count;
    int16_t all[FEATURE_COUNT - FEATURE_all_lines];
    struct form forms[CONTEXT_FORMS];
    struct trail *trails;  // of each line
    uint32_t *hashes;
    uint16_t *copies;
    size_t slots;
    uint16_t histogram[CONTEXT_BINS];
};

// What lies on either side of a line, counted in lines (at most FAR) or characters.
struct trail {
    uint16_t run_before, run_after, long_before, long_after, candidate_before, candidate_after;
    uint16_t item_before, item_after, pipe_before, pipe_after, mark_before, mark_after, handle_before, handle_after;
    uint32_t section_before, section_after;
    uint16_t section_lines;
    uint8_t number_before, number_after;
    uint8_t bars_before, bars_after;  // of the nearest line with bars
    bool lone_before, lone_after;     // that line is nothing but bars
};

// At most what an int16_t holds.
int16_t context_clip(long v);
// Per cent.
int context_share(unsigned part, unsigned whole);

unsigned context_letters(const struct shape *shape);
// Ends in a sentence's final punctuation; quotes and closing brackets are looked through.
bool context_ended(const struct shape *shape);
// Might be a heading, by its shape alone.
bool context_is_candidate(const struct shape *shape);
// Lines of the same form look alike: ending, number, case, length.
unsigned context_form(const struct shape *shape);
// The bin of the histogram of lengths.
unsigned context_bin(unsigned chars);
// How often a hash (of a line, a first or a last word) occurs; at most 1000.
unsigned context_copies(const struct context *context, uint32_t hash);

#endif
