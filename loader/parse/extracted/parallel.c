#include "parse/extracted/parallel.h"

#include "parse/extracted/context.h"
#include "parse/extracted/model.h"

#include <math.h>
#include <string.h>

enum {
    FEW = 100,        // of a group, at most, as a feature
    LONG_CHARS = 60,  // of a text that follows, at least
    // in 1/PARALLEL_ODDS: lines below are asked about where another like them, or beside them, is above HOPE
    HOPELESS = -5 * PARALLEL_ODDS / 2,
    HOPE = -1 * PARALLEL_ODDS,
};

static const uint32_t NONE = UINT32_MAX, KEY_FACTOR = 0x9E3779B1u;
static const float RAISED = 1.5f;  // by such a factor, and it is said as the reason

// What stands behind a line.
enum follows { FOLLOWS_NOTHING, FOLLOWS_ITEM, FOLLOWS_ROW, FOLLOWS_TEXT, FOLLOWS_SHORT };

// Lines that are like each other in one way.
struct group {
    uint32_t hash, count, followed, adjoining, last;
    int64_t sum;           // of log odds
    int16_t most, second;  // the largest two
};

struct candidate {
    uint32_t groups[WAY_COUNT];  // NONE: like no other in this way
    int16_t own;
    uint8_t follows;
};

struct parallel {
    const struct context *context;
    const struct part *parts;
    size_t count;
    struct candidate *lines;  // of each line
    struct group *groups;
    uint32_t group_count;
    uint32_t *slots;  // an open hash table: numbers of groups
    size_t slot_count;
};

static int16_t log_odds(float odds)
{
    if (odds <= 0) return -PARALLEL_ODDS_MOST;
    float l = logf(odds / (1 - fminf(odds, 0.9999f))) * PARALLEL_ODDS;
    return (int16_t)fmaxf(fminf(l, PARALLEL_ODDS_MOST), -PARALLEL_ODDS_MOST);
}

static enum follows follows_of(const struct part *part, const struct part *next, float next_odds)
{
    if (!next) return FOLLOWS_NOTHING;
    const struct shape *s = &next->shape;
    if (s->marked || s->mark_only) return FOLLOWS_ITEM;
    if (s->pipes) return FOLLOWS_ROW;
    bool longer = s->chars > LONG_CHARS && s->chars > 2 * part->shape.chars;
    return next_odds <= 0 || longer ? FOLLOWS_TEXT : FOLLOWS_SHORT;
}

// How a line's number, or another sign that it begins with, is written; 0: it begins with a word.
static uint32_t numbering_of(const struct shape *s)
{
    if (s->number_form != NUMBER_NONE) return s->number_form;
    bool counted = s->first == GLYPH_CASELESS && s->second == GLYPH_COMMA;  // 一、
    if (!counted && (s->first == GLYPH_UPPER || s->first == GLYPH_LOWER || s->first == GLYPH_CASELESS)) return 0;
    return 16 + s->first * (uint32_t)GLYPH_COUNT + s->second;
}

// What a line has in common with those that are like it in each way; 0: nothing.
static void keys_of(const struct parallel *p, size_t i, uint32_t *keys)
{
    const struct shape *s = &p->parts[i].shape;
    // "Photo: …" is not like "The Photographs"
    uint32_t form = 2 * (p->context->lines[i].form + 1u) + (s->count[GLYPH_COLON] > 0);
    keys[WAY_word] = s->first_hash ^ (s->last == GLYPH_COLON);
    keys[WAY_number] = numbering_of(s);
    keys[WAY_form] = form;
    keys[WAY_place] = form * 8 + p->lines[i].follows;
}

static uint32_t group_of(struct parallel *p, uint32_t hash)
{
    size_t at = (hash >> 7) & (p->slot_count - 1);
    while (p->slots[at] != NONE && p->groups[p->slots[at]].hash != hash) at = (at + 1) & (p->slot_count - 1);
    if (p->slots[at] == NONE) {
        p->slots[at] = p->group_count;
        p->groups[p->group_count++] =
            (struct group){.hash = hash, .last = NONE - 1, .most = -PARALLEL_ODDS_MOST, .second = -PARALLEL_ODDS_MOST};
    }
    return p->slots[at];
}

static void group_add(struct group *g, uint32_t i, const struct candidate *line)
{
    g->count++;
    g->sum += line->own;
    g->followed += line->follows != FOLLOWS_NOTHING && line->follows != FOLLOWS_SHORT;
    g->adjoining += g->last + 1 == i;
    g->last = i;
    if (line->own > g->most) g->second = g->most, g->most = line->own;
    else if (line->own > g->second) g->second = line->own;
}

struct parallel *parallel_new(const struct context *context, const struct part *parts, const struct path_line *lines,
                              size_t count, struct arena *arena)
{
    struct parallel *p = arena_alloc(arena, sizeof *p);
    size_t candidates = 0;
    for (size_t i = 0; i < count; i++) candidates += lines[i].odds[ROLE_HEADING] > 0;
    if (!p) return NULL;
    *p = (struct parallel){.context = context, .parts = parts, .count = count, .slot_count = 64};
    while (p->slot_count < candidates * 2 * WAY_COUNT) p->slot_count *= 2;
    p->lines = arena_alloc(arena, (count + 1) * sizeof *p->lines);
    p->groups = arena_alloc(arena, (candidates * WAY_COUNT + 1) * sizeof *p->groups);
    p->slots = arena_alloc(arena, p->slot_count * sizeof *p->slots);
    if (!p->lines || !p->groups || !p->slots) return NULL;
    memset(p->slots, 0xFF, p->slot_count * sizeof *p->slots);
    for (size_t i = 0; i < count; i++) {
        struct candidate *line = &p->lines[i];
        line->own = log_odds(lines[i].odds[ROLE_HEADING]);
        if (lines[i].odds[ROLE_HEADING] <= 0) continue;
        bool last = i + 1 == count;
        line->follows = follows_of(parts + i, last ? NULL : parts + i + 1, last ? 0 : lines[i + 1].odds[ROLE_HEADING]);
        uint32_t keys[WAY_COUNT];
        keys_of(p, i, keys);
        for (enum parallel_way way = 0; way < WAY_COUNT; way++) {
            line->groups[way] = keys[way] ? group_of(p, (keys[way] * 4 + way) * KEY_FACTOR | 1) : NONE;
            if (keys[way]) group_add(&p->groups[line->groups[way]], (uint32_t)i, line);
        }
    }
    return p;
}

// The largest log odds of the others that are like a line in one way; its own where there are none.
static int16_t most_of(const struct candidate *line, const struct group *g)
{
    return !g || g->count < 2 ? line->own : line->own == g->most ? g->second : g->most;
}

static const struct group *group_in(const struct parallel *p, const struct candidate *line, enum parallel_way way)
{
    return line->groups[way] == NONE ? NULL : &p->groups[line->groups[way]];
}

static void like_features(const struct candidate *line, const struct group *g, int16_t *f)
{
    f[2] = most_of(line, g);
    if (!g || g->count < 2) {
        f[0] = 1;
        f[1] = line->own;
        f[3] = f[4] = -1;
        return;
    }
    int64_t others = g->count - 1;
    f[0] = (int16_t)(g->count < FEW ? g->count : FEW);
    f[1] = (int16_t)((g->sum - line->own) / others);
    f[3] = (int16_t)((uint64_t)g->followed * 100 / g->count);
    f[4] = (int16_t)((uint64_t)g->adjoining * 100 / (uint64_t)others);
}

bool parallel_features(const struct parallel *p, size_t i, int16_t *f)
{
    const struct candidate *line = &p->lines[i];
    const struct part *part = &p->parts[i];
    const struct shape *s = &part->shape;
    bool asked = line->own > HOPELESS, first = !i, last = i + 1 == p->count;
    for (enum parallel_way way = 0; !asked && way < WAY_COUNT; way++)
        asked = most_of(line, group_in(p, line, way)) > HOPE;
    if (!asked) return false;
    for (enum parallel_way way = 0; way < WAY_COUNT; way++)
        like_features(line, group_in(p, line, way),
                      f + PARALLEL_word_count + way * (PARALLEL_number_count - PARALLEL_word_count));
    f[PARALLEL_own] = line->own;
    f[PARALLEL_before] = first ? -PARALLEL_ODDS_MOST : line[-1].own;
    f[PARALLEL_behind] = last ? -PARALLEL_ODDS_MOST : line[1].own;
    f[PARALLEL_follows] = line->follows;
    f[PARALLEL_chars] = context_clip(s->chars);
    f[PARALLEL_chars_before] = first ? -1 : context_clip(part[-1].shape.chars);
    f[PARALLEL_chars_next] = last ? -1 : context_clip(part[1].shape.chars);
    f[PARALLEL_words] = context_clip(s->words);
    f[PARALLEL_first] = s->first;
    f[PARALLEL_last] = s->last;
    f[PARALLEL_sentences] = context_clip(s->sentences);
    f[PARALLEL_number_form] = s->number_form;
    f[PARALLEL_capital_share] = context_clip(context_share(s->capital_words, s->words));
    f[PARALLEL_upper_share] = context_clip(context_share(s->upper_words, s->words));
    f[PARALLEL_copies] = (int16_t)p->context->copies.counts[p->context->lines[i].copies[0]];
    f[PARALLEL_index] = context_clip((long)i);
    f[PARALLEL_lines] = context_clip((long)p->count);
    return true;
}

enum { PARALLEL_WIDTH = (PARALLEL_FEATURE_COUNT + FOREST_LANES - 1) / FOREST_LANES * FOREST_LANES };

static void ask(struct forest_input *input, struct path_line **asked, size_t n)
{
    int32_t scores[FOREST_LANES];
    for (int k = 0; k < FOREST_LANES; k++) scores[k] = MODEL_PARALLEL.base;
    forest_add(MODEL_PARALLEL.trees, MODEL_PARALLEL.count, input, PARALLEL_WIDTH, scores);
    for (size_t k = 0; k < n; k++) {
        float odds = forest_probability(scores[k]);
        asked[k]->raised = odds > RAISED * asked[k]->odds[ROLE_HEADING];
        asked[k]->odds[ROLE_HEADING] = odds;
    }
}

bool parallel_weigh(const struct context *context, const struct part *parts, struct path_line *lines, size_t count,
                    struct arena *arena)
{
    const struct parallel *p = parallel_new(context, parts, lines, count, arena);
    struct forest_input *input = arena_alloc(arena, sizeof *input);
    if (!p || !input) return false;
    memset(input, 0, sizeof *input);
    struct path_line *asked[FOREST_LANES];
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        if (lines[i].odds[ROLE_HEADING] <= 0 || !parallel_features(p, i, input->features[n])) continue;
        asked[n++] = &lines[i];
        if (n < FOREST_LANES) continue;
        ask(input, asked, n);
        n = 0;
    }
    if (n) ask(input, asked, n);
    return true;
}
