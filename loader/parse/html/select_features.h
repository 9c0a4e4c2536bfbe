// What is asked of a unit: small integers from its own text, what its parts are called, its neighbours, what lies
// around it, and the page's. The training program reads exactly these (tests/lab/train/dump_html.c), so training and
// selecting can't disagree.
#ifndef PARSE_HTML_SELECT_FEATURES_H
#define PARSE_HTML_SELECT_FEATURES_H

#include "parse/html/select_parts.h"

// clang-format off
#define SELECT_FEATURES_OWN(X) \
    X(tag) X(level) X(words) X(letters) X(word_mean) X(link_share) X(links) X(sentences) X(commas) X(digit_share) \
    X(capital_share) X(first) X(last) X(in_link) X(title_share) X(title_cover) X(body_share) X(prose)
// of the unit's part and of four above it
#define SELECT_FEATURES_UP(X) \
    X(words) X(link_share) X(units) X(prose_share) X(prose_part) X(run) X(unit_words) X(link_headings)
// of two units before and two behind
#define SELECT_FEATURES_BESIDE(X) X(words) X(link_share) X(tag) X(sentences) X(away)
#define SELECT_FEATURES_PLACE(X) \
    X(index) X(from_end) X(word_share) X(prose_before) X(prose_behind) X(depth) X(after_h1) X(after_title) \
    X(after_heading) X(best_up) X(best_side) X(best_share) X(half_up) X(half_side) X(most_up) X(most_side) \
    X(widest_side) X(article_share) X(best_away) X(title_away) X(title_side) X(heading_links) X(peak_1) X(peak_2)
#define SELECT_FEATURES_ALL(X) \
    X(all_words) X(all_link_share) X(all_units) X(all_prose) X(all_articles) X(all_mains) X(all_headings) \
    X(all_body) X(all_is_article) X(all_title) X(all_best) X(all_link_headings) X(all_widest)
// clang-format on

enum { SELECT_UP = 5, SELECT_BESIDE = 4 };

enum select_feature {
#define X(name) SELECT_FEATURE_##name,
    SELECT_FEATURES_OWN(X)
#undef X
        SELECT_FEATURE_NEAR,  // levels up to each kind and place
    SELECT_FEATURE_UP = SELECT_FEATURE_NEAR + SELECT_KIND_COUNT + SELECT_PLACE_COUNT,
    SELECT_FEATURE_BEFORE_BESIDE = SELECT_FEATURE_UP - 1
#define X(name) +SELECT_UP
                                   SELECT_FEATURES_UP(X)
#undef X
        ,
    SELECT_FEATURE_BESIDE,
    SELECT_FEATURE_BEFORE_PLACE = SELECT_FEATURE_BESIDE - 1
#define X(name) +SELECT_BESIDE
                                  SELECT_FEATURES_BESIDE(X)
#undef X
        ,
#define X(name) SELECT_FEATURE_##name,
    SELECT_FEATURES_PLACE(X)
#undef X
#define X(name) SELECT_FEATURE_##name,
        SELECT_FEATURES_ALL(X)
#undef X
            SELECT_FEATURE_COUNT
};

// What is counted from unit to unit, in order.
struct select_course {
    uint32_t words, prose;       // of all before
    int32_t h1, title, heading;  // the last of these: index of the unit; negative for none
};

void select_course_begin(struct select_course *course);
// The features of the next unit.
void select_features(const struct select_page *page, struct select_course *course, uint32_t unit, int16_t *out);

#endif
