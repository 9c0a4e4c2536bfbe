// Parallel short lines are told alike: lines of one form in one article (countries over a sentence each, § 1 … § 4,
// questions, Version 2.4.0 … 2.3.1) speak for each other. A second forest weighs what the first says of a line beside
// what it says of the lines that are like it, in four ways of being like.
#ifndef PARSE_EXTRACTED_PARALLEL_H
#define PARSE_EXTRACTED_PARALLEL_H

#include "parse/extracted/features.h"
#include "parse/extracted/path.h"

// clang-format off
#define PARALLEL_WAYS(X) X(word) X(number) X(form) X(place)
// Of the others that are like a line: how many, their mean and their largest log odds, how many (in per cent) stand
// before a list, a table or text, how many right behind another.
#define PARALLEL_LIKE(X, way) X(way##_count) X(way##_mean) X(way##_most) X(way##_followed) X(way##_adjoining)
#define PARALLEL_OWN(X) \
    X(own) X(before) X(behind) X(follows) X(chars) X(chars_before) X(chars_next) X(words) X(first) X(last) \
    X(sentences) X(number_form) X(capital_share) X(upper_share) X(copies) X(index) X(lines)
// clang-format on

enum parallel_way {
#define X(way) WAY_##way,
    PARALLEL_WAYS(X)
#undef X
        WAY_COUNT
};

enum parallel_feature {
#define X(name) PARALLEL_##name,
    PARALLEL_OWN(X)
#define LIKE(way) PARALLEL_LIKE(X, way)
        PARALLEL_WAYS(LIKE)
#undef LIKE
#undef X
            PARALLEL_FEATURE_COUNT
};

enum {
    PARALLEL_ODDS = 256,        // log odds are in 1/PARALLEL_ODDS
    PARALLEL_ODDS_MOST = 2000,  // … at most, and at least below 0
};

struct parallel;

// The lines whose odds of a heading are not 0, by what they have in common. NULL when the arena is full.
struct parallel *parallel_new(const struct context *context, const struct part *parts, const struct path_line *lines,
                              size_t count, struct arena *arena);
// False for a line of which the others can't change anything.
bool parallel_features(const struct parallel *parallel, size_t index, int16_t *out);

// Changes the odds of headings. False when the arena is full.
bool parallel_weigh(const struct context *context, const struct part *parts, struct path_line *lines, size_t count,
                    struct arena *arena);

#endif
