// The features of a line on which its kind is decided: small integers from its shape, its neighbours' and the
// article's. The training program reads exactly these (tests/lab/train/dump.c), so training and loading can't disagree.
#ifndef PARSE_EXTRACTED_FEATURES_H
#define PARSE_EXTRACTED_FEATURES_H

#include "base/arena.h"
#include "input/article.h"
#include "parse/extracted/shape.h"

// clang-format off
// of the line itself
#define FEATURES_OWN(X) \
    X(chars) X(words) X(sentences) X(first) X(second) X(last) X(before_last) X(first_ascii) X(last_ascii) \
    X(first_word) X(last_word) X(longest_word) X(mean_word) X(first_word_first) X(second_word_first) \
    X(last_word_first) X(capital_share) X(upper_share) X(short_share) X(long_share) X(number_words) X(short_words) \
    X(letter_share) X(upper_letter_share) X(digit_share) X(caseless_share) X(commas) X(colons) X(colon_at) \
    X(quotes) X(opens) X(brackets) X(dashes) X(slashes) X(signs) X(ats) X(monies) X(codes) X(others) X(stops) \
    X(times) X(years) X(dates) X(links) X(pipes) X(pipe_first) X(pipe_last) X(number) X(number_form) X(marked) \
    X(mark_only) X(mark_at_end) X(marks_inside) X(indent) X(space_last) X(odd_quotes) X(asks) \
    X(word_sum) X(word_mean) X(word_begin) X(word_end)
// of each of six neighbours
#define FEATURES_NEAR(X) \
    X(chars) X(words) X(first) X(last) X(short_form) X(pipes) X(mark) X(capital_share) X(sentences) X(number_form)
// of the line's place
#define FEATURES_PLACE(X) \
    X(index) X(from_end) X(share) X(blank_before) X(blank_after) X(run_before) X(run_after) X(long_before) \
    X(long_after) X(candidate) X(candidate_before) X(candidate_after) X(section_chars) X(section_before) \
    X(section_lines) X(copies) X(first_copies) X(last_copies) X(overlap_next) X(overlap_next2) X(overlap_before) X(overlap_first) X(overlap_all) \
    X(form_count) X(form_long) X(form_short) X(form_rank) X(number_before) X(number_after) X(item_before) X(item_after) \
    X(pipe_before) X(pipe_after) X(mark_before) X(mark_after) X(to_median) X(item_kind_before) X(handle_before) \
    X(handle_after) X(open_mark) X(same_first) X(fold_before) X(fold_after) X(chars_rank) X(bars_before) \
    X(bars_after) X(lone_before) X(lone_after) X(bar_gap) X(glued_before) X(glued_after)
// of the article
#define FEATURES_ALL(X) \
    X(all_lines) X(all_median) X(all_mean) X(all_candidates) X(all_candidate_share) X(all_long_share) X(all_items) \
    X(all_item_share) X(all_pipes) X(all_lone_pipes) X(all_mark_only) X(all_asks) X(all_numbered) X(all_capitals) \
    X(all_caseless) X(all_blank) X(all_codes) X(all_followed) X(all_unended) X(all_single) X(all_full) X(all_handles) X(all_numbers) X(all_glued) \
    X(all_indented)
// of how the source is laid out around the line; 0 where each line is a block of an article
#define FEATURES_LAYOUT(X) \
    X(lay_page) X(lay_wrapped) X(lay_blanks) X(lay_blanks_after) X(lay_indent) X(lay_indent_before) \
    X(lay_indent_after) X(lay_height) X(lay_inside) X(lay_form_before) X(lay_form_after)

// clang-format on

enum {
    NEAR = 3,                    // neighbours on each side
    FEATURES_WORDS_CHARS = 160,  // the words of longer lines aren't weighed
};

enum feature {
#define X(name) FEATURE_##name,
    FEATURES_OWN(X)
#undef X
        FEATURE_NEAR_FIRST,
    FEATURE_NEAR_BEFORE_LAST = FEATURE_NEAR_FIRST - 1
#define X(name) +2 * NEAR
                               FEATURES_NEAR(X)
#undef X
        ,
#define X(name) FEATURE_##name,
    FEATURES_PLACE(X) FEATURES_ALL(X) FEATURES_LAYOUT(X)
#undef X
        FEATURE_COUNT
};

enum { FEATURE_NEAR_COUNT = FEATURE_index - FEATURE_NEAR_FIRST };

// A line that is not blank, among its like.
struct part {
    struct shape shape;
    uint32_t line;  // its index in the article
    bool blank_before;
    bool inside;             // struct line's
    uint8_t blanks, indent;  // struct line's
    uint8_t height, form;    // lines of the source, at most 255; enum line_form
};

// What the features of all lines share; made once for an article.
struct context;

struct context *features_begin(const struct part *parts, size_t count, enum layout layout, bool page,
                               struct arena *arena);
void features_of(const struct context *context, size_t index, int16_t *out);

// One feature of the whole article.
int features_all(const struct context *context, enum feature feature);
// Lines to the next of its kind before or after line `index`, at most FEATURES_FAR.
enum { FEATURES_FAR = 50 };
int features_pipe_near(const struct context *context, size_t index);

#endif
