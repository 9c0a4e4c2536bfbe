#include "parse/extracted/series.h"

enum {
    SERIES_MOST = 32,    // that are followed side by side in an article
    SERIES_LINES = 3,    // of one, at least
    SERIES_CHARS = 100,  // of a line, at most
    TITLE_WORDS = 4,     // of a title over a sentence, at most
    TITLES_HASH = 5,     // of their series; first words have bit 1 set
};

static const float LEAST = 0.1f;  // … which a line must have by itself
static const float TOLD = 0.45f;  // odds with which a line is told to be a heading

struct series {
    uint32_t hash, count, told;
    float sum;  // of the odds of those that are told
};

// A few words over a sentence.
static bool is_title(const struct shape *s, const struct shape *next)
{
    bool sentence = next->last == GLYPH_STOP || next->last == GLYPH_BANG;
    return s->words <= TITLE_WORDS && sentence && next->words > s->words && next->words > TITLE_WORDS && !next->pipes;
}

// What a line's series has in common; 0: it is in none.
static uint32_t hash_of(const struct part *parts, const struct path_line *lines, size_t i, size_t count)
{
    const struct shape *s = &parts[i].shape;
    if (lines[i].odds[ROLE_HEADING] <= 0 || i + 1 == count || s->chars > SERIES_CHARS || s->sentences || s->pipes)
        return 0;
    bool word = s->first == GLYPH_UPPER || s->first == GLYPH_CASELESS;
    bool ends = s->last == GLYPH_STOP || s->last == GLYPH_SEMICOLON || s->last == GLYPH_COMMA ||
                s->last == GLYPH_BANG || s->last == GLYPH_ASK;
    if (word && s->second_word_first == GLYPH_DIGIT && !ends && s->colon_at != 1) return s->first_hash | 2;
    return word && !ends && !s->count[GLYPH_COLON] && is_title(s, &parts[i + 1].shape) ? TITLES_HASH : 0;
}

static struct series *series_of(struct series *all, size_t *n, uint32_t hash)
{
    for (size_t k = 0; k < *n; k++)
        if (all[k].hash == hash) return &all[k];
    if (*n == SERIES_MOST) return NULL;
    all[*n] = (struct series){.hash = hash};
    return &all[(*n)++];
}

// Right behind another of its series no line is a heading.
static bool adjoins(const struct part *parts, const struct path_line *lines, size_t i, size_t count, uint32_t hash)
{
    return hash_of(parts, lines, i + 1, count) == hash || (i && hash_of(parts, lines, i - 1, count) == hash);
}

void series_raise(const struct part *parts, struct path_line *lines, size_t count)
{
    struct series all[SERIES_MOST];
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t hash = hash_of(parts, lines, i, count);
        struct series *s = hash ? series_of(all, &n, hash) : NULL;
        if (!s) continue;
        s->count++;
        if (lines[i].odds[ROLE_HEADING] < TOLD || adjoins(parts, lines, i, count, hash)) continue;
        s->told++;
        s->sum += lines[i].odds[ROLE_HEADING];
    }
    for (size_t i = 0; n && i < count; i++) {
        uint32_t hash = hash_of(parts, lines, i, count);
        const struct series *s = hash ? series_of(all, &n, hash) : NULL;
        if (!s || s->count < SERIES_LINES || s->told * (hash == TITLES_HASH ? 3 : 4) < 2 * s->count ||
            adjoins(parts, lines, i, count, hash))
            continue;
        float mean = s->sum / (float)s->told;
        if (lines[i].odds[ROLE_HEADING] >= mean || lines[i].odds[ROLE_HEADING] < LEAST) continue;
        lines[i].odds[ROLE_HEADING] = mean;
        lines[i].raised = true;
    }
}
