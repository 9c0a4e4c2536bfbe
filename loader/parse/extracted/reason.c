#include "parse/extracted/reason.h"

#include "parse/extracted/context.h"
#include "parse/extracted/model.h"

#include <string.h>

// What a feature is about. ARTICLE speaks of all lines alike, and is no reason for one.
enum topic { ARTICLE, SIZE, END, WORDS, CASE, NUMBER, BEFORE, NEXT, PLACE, LIKENESS, SIGNS, TOPIC_COUNT };

enum { NEAR_HALF = FEATURE_NEAR_COUNT / 2, PHRASE_MOST = 40 };

// clang-format off
static const uint8_t TOPIC[FEATURE_COUNT] = {
    [FEATURE_chars ... FEATURE_words] = SIZE,
    [FEATURE_sentences] = END,
    [FEATURE_first ... FEATURE_second] = SIGNS,
    [FEATURE_last ... FEATURE_before_last] = END,
    [FEATURE_first_ascii] = SIGNS,
    [FEATURE_last_ascii] = END,
    [FEATURE_first_word ... FEATURE_mean_word] = WORDS,
    [FEATURE_first_word_first ... FEATURE_upper_share] = CASE,
    [FEATURE_short_share ... FEATURE_long_share] = WORDS,
    [FEATURE_number_words] = NUMBER,
    [FEATURE_short_words] = WORDS,
    [FEATURE_letter_share ... FEATURE_upper_letter_share] = CASE,
    [FEATURE_digit_share] = NUMBER,
    [FEATURE_caseless_share] = CASE,
    [FEATURE_commas ... FEATURE_others] = SIGNS,
    [FEATURE_stops] = END,
    [FEATURE_times ... FEATURE_dates] = NUMBER,
    [FEATURE_links ... FEATURE_pipe_last] = SIGNS,
    [FEATURE_number ... FEATURE_number_form] = NUMBER,
    [FEATURE_marked ... FEATURE_odd_quotes] = SIGNS,
    [FEATURE_asks] = END,
    [FEATURE_word_sum ... FEATURE_word_end] = WORDS,
    [FEATURE_NEAR_FIRST ... FEATURE_NEAR_FIRST + NEAR_HALF - 1] = BEFORE,
    [FEATURE_NEAR_FIRST + NEAR_HALF ... FEATURE_index - 1] = NEXT,
    [FEATURE_index ... FEATURE_share] = PLACE,
    [FEATURE_blank_before] = BEFORE,
    [FEATURE_blank_after] = NEXT,
    [FEATURE_run_before] = BEFORE,
    [FEATURE_run_after] = NEXT,
    [FEATURE_long_before] = BEFORE,
    [FEATURE_long_after] = NEXT,
    [FEATURE_candidate] = SIZE,
    [FEATURE_candidate_before] = BEFORE,
    [FEATURE_candidate_after ... FEATURE_section_chars] = NEXT,
    [FEATURE_section_before] = BEFORE,
    [FEATURE_section_lines] = NEXT,
    [FEATURE_copies ... FEATURE_last_copies] = LIKENESS,
    [FEATURE_overlap_next ... FEATURE_overlap_next2] = NEXT,
    [FEATURE_overlap_before] = BEFORE,
    [FEATURE_overlap_first ... FEATURE_overlap_all] = WORDS,
    [FEATURE_form_count ... FEATURE_form_rank] = LIKENESS,
    [FEATURE_number_before] = BEFORE,
    [FEATURE_number_after] = NEXT,
    [FEATURE_item_before] = BEFORE,
    [FEATURE_item_after] = NEXT,
    [FEATURE_pipe_before] = BEFORE,
    [FEATURE_pipe_after] = NEXT,
    [FEATURE_mark_before] = BEFORE,
    [FEATURE_mark_after] = NEXT,
    [FEATURE_to_median] = SIZE,
    [FEATURE_item_kind_before ... FEATURE_handle_before] = BEFORE,
    [FEATURE_handle_after] = NEXT,
    [FEATURE_open_mark] = BEFORE,
    [FEATURE_same_first] = LIKENESS,
    [FEATURE_fold_before] = BEFORE,
    [FEATURE_fold_after] = NEXT,
    [FEATURE_chars_rank] = SIZE,
    [FEATURE_bars_before] = BEFORE,
    [FEATURE_bars_after] = NEXT,
    [FEATURE_lone_before] = BEFORE,
    [FEATURE_lone_after] = NEXT,
    [FEATURE_bar_gap] = NEXT,
    [FEATURE_glued_before] = BEFORE,
    [FEATURE_glued_after] = NEXT,
};
// clang-format on

static const char *what_ends(const struct shape *s)
{
    if (s->last == GLYPH_ASK) return "a question";
    if (s->last == GLYPH_COLON) return "ends in a colon";
    return context_ended(s) ? "its end" : "no final punctuation";
}

static const char *what_follows(const struct shape *s, const struct shape *next)
{
    if (!next) return "nothing follows";
    if (next->marked || next->mark_only) return "a list follows";
    if (next->pipes) return "a table follows";
    return next->chars > 2u * s->chars ? "a longer text follows" : "what follows";
}

static const char *phrase(enum topic topic, const struct part *parts, size_t count, size_t index)
{
    const struct shape *s = &parts[index].shape;
    switch (topic) {
    case SIZE: return s->chars <= CONTEXT_SHORT ? "short" : "its length";
    case END: return what_ends(s);
    case WORDS: return "its words";
    case CASE: return s->words > 1 && s->upper_words == s->words ? "in capitals" : "its capitals";
    case NUMBER: return s->number_form == NUMBER_NONE ? "no figures" : "its number";
    case BEFORE: return index ? "what stands before" : "nothing stands before";
    case NEXT: return what_follows(s, index + 1 < count ? &parts[index + 1].shape : NULL);
    case PLACE: return index ? "its place" : "the first line";
    case LIKENESS: return "like other headings";
    default: return s->count[GLYPH_COMMA] ? "its signs" : "no commas";
    }
}

const char *reason_for(const struct context *c, const struct part *parts, size_t count, size_t index,
                       struct arena *arena)
{
    int16_t features[FEATURE_COUNT];
    features_of(c, index, features);
    int32_t gains[TOPIC_COUNT] = {0};
    forest_gains(&MODEL_HEADING, MODEL_HEADING_MEANS, features, TOPIC, gains);
    enum topic first = SIZE, second = END;
    if (gains[second] > gains[first]) first = END, second = SIZE;
    for (enum topic t = END + 1; t < TOPIC_COUNT; t++) {
        if (gains[t] > gains[first]) second = first, first = t;
        else if (gains[t] > gains[second]) second = t;
    }
    const char *a = phrase(first, parts, count, index), *b = phrase(second, parts, count, index);
    if (gains[second] <= 0) return a;
    char *out = arena_alloc(arena, (size_t)2 * PHRASE_MOST);
    if (!out) return NULL;
    size_t n = strlen(a);
    memcpy(out, a, n);
    memcpy(out + n, ", ", 2);
    memcpy(out + n + 2, b, strlen(b) + 1);
    return out;
}
