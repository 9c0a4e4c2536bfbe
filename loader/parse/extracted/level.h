// How deep each heading lies: decided from one heading to the next.
#ifndef PARSE_EXTRACTED_LEVEL_H
#define PARSE_EXTRACTED_LEVEL_H

#include "parse/extracted/features.h"

// clang-format off
#define LEVEL_FEATURES(X) \
    X(chars_a) \
    X(chars_b) X(words_a) X(words_b) X(last_a) X(last_b) X(number_a) X(number_b) X(upper_a) X(upper_b) X(capitals_a) \
    X(capitals_b) X(first_a) X(first_b) X(line_a) X(line_b) X(gap_lines) X(gap_chars) X(gap_items) X(gap_rows) \
    X(gap_long) X(next_chars) X(next_item) X(next_heading) X(after_lines) X(after_chars) X(same_last) \
    X(same_form) X(chars_more) X(marked_a) X(marked_b) X(headings) X(rank_a) X(from_end) X(items_before_b) \
    X(same_begin) X(digits_a) X(digits_b) X(share) X(after_ratio) X(colon_a) X(colon_b) X(before_item)

// clang-format on

enum level_feature {
#define X(name) LEVEL_##name,
    LEVEL_FEATURES(X)
#undef X
        LEVEL_FEATURE_COUNT
};

// The features of the pair of headings number `k` and `k + 1` of `headings` (indices into parts).
void level_features(const struct part *parts, size_t count, const uint32_t *headings, size_t n, size_t k, int16_t *out);

#define LEVEL_NO_TITLE SIZE_MAX

// Levels of n headings, 1 to 6; that of number `title`, the article's, is 1, and the others lie deeper. False when the
// arena is full.
bool level_decide(const struct part *parts, size_t count, const uint32_t *headings, size_t n, size_t title,
                  uint8_t *levels, struct arena *arena);

#endif
