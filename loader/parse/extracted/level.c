#include "parse/extracted/level.h"

#include "parse/extracted/model.h"

#include <limits.h>
#include <string.h>

enum { LONG = 150 };

struct gap {
    unsigned lines, chars, items, rows, longs;
};

static struct gap gap_between(const struct part *parts, size_t first, size_t end)
{
    struct gap g = {0};
    for (size_t i = first; i < end; i++) {
        const struct shape *s = &parts[i].shape;
        g.lines++;
        g.chars += s->chars;
        g.items += s->marked || s->mark_only;
        g.rows += s->pipes > 0;
        g.longs += s->chars >= LONG;
    }
    return g;
}

static int16_t cap(unsigned long n)
{
    return (int16_t)(n < 32000 ? n : 32000);
}

static int16_t share(unsigned part, unsigned whole)
{
    return whole ? cap(part * 100u / whole) : 0;
}

static void one_features(const struct shape *s, int16_t *f, int other)
{
    // the features of the second heading lie behind those of the first
    f[LEVEL_chars_a + other] = cap(s->chars);
    f[LEVEL_words_a + other] = cap(s->words);
    f[LEVEL_last_a + other] = s->last;
    f[LEVEL_number_a + other] = s->number_form;
    f[LEVEL_upper_a + other] = share(s->upper_words, s->words);
    f[LEVEL_capitals_a + other] = share(s->capital_words, s->words);
    f[LEVEL_first_a + other] = s->first_word_first;
    f[LEVEL_marked_a + other] = s->marked;
    f[LEVEL_digits_a + other] = cap(s->count[GLYPH_DIGIT]);
    f[LEVEL_colon_a + other] = cap(s->colon_at);
}

void level_features(const struct part *parts, size_t count, const uint32_t *headings, size_t n, size_t k, int16_t *f)
{
    size_t i = headings[k], j = headings[k + 1], end = k + 2 < n ? headings[k + 2] : count;
    const struct shape *a = &parts[i].shape, *b = &parts[j].shape;
    struct gap between = gap_between(parts, i + 1, j), after = gap_between(parts, j + 1, end);
    const struct shape *next = j + 1 < count ? &parts[j + 1].shape : NULL;
    one_features(a, f, 0);
    one_features(b, f, 1);
    f[LEVEL_line_a] = cap(i);
    f[LEVEL_line_b] = cap(j);
    f[LEVEL_gap_lines] = cap(between.lines);
    f[LEVEL_gap_chars] = cap(between.chars);
    f[LEVEL_gap_items] = cap(between.items);
    f[LEVEL_gap_rows] = cap(between.rows);
    f[LEVEL_gap_long] = cap(between.longs);
    f[LEVEL_next_chars] = next ? cap(next->chars) : -1;
    f[LEVEL_next_item] = next ? (int16_t)(next->marked || next->mark_only) : -1;
    f[LEVEL_next_heading] = (int16_t)(end == j + 1);
    f[LEVEL_after_lines] = cap(after.lines);
    f[LEVEL_after_chars] = cap(after.chars);
    f[LEVEL_same_last] = (int16_t)(a->last == b->last);
    f[LEVEL_same_form] = (int16_t)((a->number_form == b->number_form) + 2 * (a->first == b->first));
    f[LEVEL_chars_more] = (int16_t)((int)cap(b->chars) - cap(a->chars));
    f[LEVEL_headings] = cap(n);
    f[LEVEL_rank_a] = cap(k);
    f[LEVEL_from_end] = cap(n - k);
    f[LEVEL_items_before_b] = (int16_t)(j && parts[j - 1].shape.marked);
    f[LEVEL_same_begin] = (int16_t)(a->first_hash == b->first_hash);
    f[LEVEL_share] = cap(j * 100 / count);
    f[LEVEL_after_ratio] = cap((after.chars + 1) * 10ul / (between.chars + 1));
    f[LEVEL_before_item] = (int16_t)(i && parts[i - 1].shape.marked);
}

static bool alike(const struct shape *a, const struct shape *b)
{
    return a->number_form == b->number_form && (a->upper_words * 2 > a->words) == (b->upper_words * 2 > b->words);
}

// One that lies less deep goes back to the depth of the nearest heading above it that looks alike.
static int depth_up(const struct part *parts, const uint32_t *headings, const int *depths, size_t k)
{
    const struct shape *s = &parts[headings[k]].shape;
    for (size_t i = k - 1; i-- > 0;)
        if (depths[i] < depths[k - 1] && alike(&parts[headings[i]].shape, s)) return depths[i];
    return depths[k - 1] - 1;
}

// How headings move, each against the one before it.
struct move {
    float deeper, higher;
};

enum { LEVEL_WIDTH = (LEVEL_FEATURE_COUNT + FOREST_LANES - 1) / FOREST_LANES * FOREST_LANES };

static void ask(const struct forest *forest, const struct forest_input *input, int32_t *scores)
{
    for (int i = 0; i < FOREST_LANES; i++) scores[i] = forest->base;
    forest_add(forest->trees, forest->count, input, LEVEL_WIDTH, scores);
}

// Of the headings behind the first: moves[k] of heading k.
static bool moves_weigh(const struct part *parts, size_t count, const uint32_t *headings, size_t n, struct move *moves,
                        struct arena *arena)
{
    if (n < 2) return true;
    struct forest_input *input = arena_alloc(arena, sizeof *input);
    if (!input) return false;
    memset(input, 0, sizeof *input);
    for (size_t first = 1; first < n; first += FOREST_LANES) {
        size_t lanes = n - first < FOREST_LANES ? n - first : FOREST_LANES;
        int32_t deeper[FOREST_LANES], higher[FOREST_LANES];
        for (size_t i = 0; i < lanes; i++) level_features(parts, count, headings, n, first + i - 1, input->features[i]);
        ask(&MODEL_DEEPER, input, deeper);
        ask(&MODEL_HIGHER, input, higher);
        for (size_t i = 0; i < lanes; i++)
            moves[first + i] = (struct move){forest_probability(deeper[i]), forest_probability(higher[i])};
    }
    return true;
}

static int depth_of(const struct part *parts, const uint32_t *headings, const int *depths, struct move move, size_t k)
{
    float same = 1 - move.deeper - move.higher;
    if (move.deeper > move.higher && move.deeper > same) return depths[k - 1] + 1;
    if (move.higher > move.deeper && move.higher > same) return depth_up(parts, headings, depths, k);
    return depths[k - 1];
}

bool level_decide(const struct part *parts, size_t count, const uint32_t *headings, size_t n, size_t title,
                  uint8_t *levels, struct arena *arena)
{
    int *depths = arena_alloc(arena, (n + 1) * sizeof *depths);
    struct move *moves = arena_alloc(arena, (n + 1) * sizeof *moves);
    if (!depths || !moves || !moves_weigh(parts, count, headings, n, moves, arena)) return false;
    int least = INT_MAX;
    for (size_t k = 0; k < n; k++) {
        depths[k] = k ? depth_of(parts, headings, depths, moves[k], k) : 0;
        if (depths[k] < least && k != title) least = depths[k];
    }
    // a title is the first line of all, where nothing else tells of one
    bool titled = title == LEVEL_NO_TITLE && n && headings[0] == 0 && depths[0] == least;
    for (size_t k = 0; k < n; k++) {
        int level = k == title ? 1 : depths[k] - least + (titled ? 1 : 2);
        levels[k] = (uint8_t)(level > 6 ? 6 : level);
    }
    return true;
}
