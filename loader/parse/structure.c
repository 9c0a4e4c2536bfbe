#include "parse/structure.h"

#include "parse/cells.h"
#include "parse/structure_level.h"
#include "parse/structure_model.h"
#include "parse/structure_path.h"
#include "parse/structure_reason.h"

#include <math.h>
#include <string.h>

enum {
    HEADING_CHARS = 160,           // of a heading, at most
    HEADING_SENTENCE_CHARS = 100,  // of one that ends in a full stop
    TABLE_REACH = 16,
};

struct article_lines {
    struct line *lines;
    size_t count;
    struct part *parts;
    size_t part_count;
    struct path_line *path;  // of each part
};

static unsigned delimiter_columns(struct str s)
{
    if (!is_delimiter_line(s)) return 0;
    unsigned columns = 0;
    for (size_t i = 0; i < s.n; i++) columns += s.p[i] == '-' && (i == 0 || s.p[i - 1] != '-');
    return columns;
}

static bool scan(struct article_lines *a, struct arena *arena)
{
    a->parts = arena_alloc(arena, (a->count + 1) * sizeof *a->parts);
    a->path = arena_alloc(arena, (a->count + 1) * sizeof *a->path);
    if (!a->parts || !a->path) return false;
    bool blank = false;
    for (size_t i = 0; i < a->count; i++) {
        struct str text = str_trim(a->lines[i].text);
        a->lines[i].kind = LINE_BLANK;
        if (text.n) {
            struct part *p = &a->parts[a->part_count];
            shape_scan(a->lines[i].text, &p->shape);
            p->line = (uint32_t)i;
            p->blank_before = blank;
            a->path[a->part_count++].columns = (uint16_t)(p->shape.pipes ? delimiter_columns(text) : 0);
        }
        blank = !text.n;
    }
    return true;
}

// Which of the forests are worth asking about a line. Most lines of most articles need one or none.
struct questions {
    bool heading, item, row, code, quote;
};

static struct questions questions_for(const struct context *c, const struct part *part, size_t i)
{
    const struct shape *s = &part->shape;
    struct questions q = {0};
    unsigned most = s->last == GLYPH_STOP ? HEADING_SENTENCE_CHARS : HEADING_CHARS;
    q.heading = s->chars <= most && !s->pipes && !s->marked && !s->mark_only;
    q.row = features_all(c, FEATURE_all_pipes) && features_pipe_near(c, i) <= TABLE_REACH;
    q.item = !s->pipes && features_all(c, FEATURE_all_items) && (!s->marked || q.row);
    q.code = features_all(c, FEATURE_all_codes) && !s->pipes && !s->marked;
    q.quote = !s->pipes && !s->marked && !s->mark_only && features_all(c, FEATURE_all_handles);
    return q;
}

// Not for headings, whose exact odds are shown as confidence.
static float ask(const struct forest *forest, const struct forest_input *features)
{
    return forest_probability(forest_score(forest, features, FOREST_SURELY));
}

static void weigh(const struct context *c, const struct part *part, size_t i, float *odds)
{
    struct questions q = questions_for(c, part, i);
    for (int r = 0; r < ROLE_COUNT; r++) odds[r] = 0;
    if (part->shape.marked || part->shape.mark_only) odds[ROLE_ITEM] = 0.9f;
    if (q.heading || q.row || q.item || q.code || q.quote) {
        int16_t features[FOREST_ROOM(FEATURE_COUNT)];
        memset(features + FEATURE_COUNT, 0, sizeof features - FEATURE_COUNT * sizeof *features);
        features_of(c, i, features);
        struct forest_input f;
        forest_input_set(&f, features, FEATURE_COUNT);
        if (q.heading) odds[ROLE_HEADING] = forest_probability(forest_score(&MODEL_HEADING, &f, FOREST_ALL));
        if (q.row) odds[ROLE_ROW] = ask(&MODEL_ROW, &f);
        if (q.item) odds[ROLE_ITEM] = ask(&MODEL_ITEM, &f);
        if (q.code) odds[ROLE_CODE] = ask(&MODEL_CODE, &f);
        if (q.quote) odds[ROLE_QUOTE] = ask(&MODEL_QUOTE, &f);
    }
    // | A | B |: all 210 such lines of the corpus are rows
    const struct shape *s = &part->shape, *before = i ? &part[-1].shape : NULL;
    if (s->pipes > 1 && s->pipe_first && s->pipe_last && s->words > s->pipes) odds[ROLE_ROW] = 0.99f;
    bool behind_mark = before && (before->mark_only || before->mark_at_end);
    if (behind_mark && q.item && odds[ROLE_ITEM] < 0.4f) odds[ROLE_ITEM] = 0.4f;
    float rest = behind_mark ? 0.1f : 1;
    for (int r = ROLE_HEADING; r < ROLE_COUNT; r++) rest -= odds[r];
    odds[ROLE_PARAGRAPH] = rest > 0.01f ? rest : 0.01f;
}

// The first row that is printed whole tells: broken rows may begin with a bar of their own.
static enum row_style style_of(const struct article_lines *a)
{
    enum row_style style = ROW_STYLE_NONE;
    size_t open = 0, closed = 0, glued = 0;
    for (size_t i = 0; i < a->part_count; i++) {
        if (a->path[i].odds[ROLE_ROW] < 0.5f || a->parts[i].shape.pipes < 2 || a->path[i].columns) continue;
        style = row_style_of(a->lines[a->parts[i].line].text);
        open += style == ROW_STYLE_OPEN;
        closed += style == ROW_STYLE_CLOSED;
        glued += style == ROW_STYLE_GLUED;
    }
    if (open >= closed + glued) return ROW_STYLE_OPEN;
    return closed > glued ? ROW_STYLE_CLOSED : ROW_STYLE_GLUED;
}

static void cut_rows(struct article_lines *a, enum row_style style)
{
    for (size_t i = 0; i < a->part_count; i++) {
        const struct path_line *p = &a->path[i];
        if (p->role != ROLE_ROW) continue;
        struct line *line = &a->lines[a->parts[i].line];
        line->kind = p->columns ? LINE_DELIMITER : p->row_starts ? LINE_ROW : LINE_ROW_MORE;
        line->starts_block = p->table_starts;
        line->style = style;
    }
}

// An item that has no mark begins where the line before says so, or where no item is open.
static bool item_begins(const struct article_lines *a, size_t i)
{
    const struct shape *s = &a->parts[i].shape;
    if (s->marked || s->mark_only || !i || a->path[i - 1].role != ROLE_ITEM) return true;
    const struct shape *before = &a->parts[i - 1].shape;
    return before->mark_at_end;
}

static void cut_items(struct article_lines *a)
{
    for (size_t i = 0; i < a->part_count; i++) {
        if (a->path[i].role != ROLE_ITEM) continue;
        struct line *line = &a->lines[a->parts[i].line];
        line->kind = item_begins(a, i) ? LINE_ITEM : LINE_ITEM_MORE;
        line->starts_block = !i || a->path[i - 1].role != ROLE_ITEM;
        // marked lines hold their dashes by themselves, nearly always
        const struct shape *s = &a->parts[i].shape;
        line->glued = !s->marked && (s->marks_inside || s->mark_at_end);
    }
}

// A last line that stands behind the text like a title belongs to no section: a stray headline, a credit, a prompt.
static void mark_leftover(struct article_lines *a)
{
    if (a->part_count < 3) return;
    const struct part *last = &a->parts[a->part_count - 1];
    const struct shape *s = &last->shape, *before = &a->parts[a->part_count - 2].shape;
    struct line *line = &a->lines[last->line];
    bool title = s->chars >= 12 && s->chars <= 160 && s->words > 2 && !s->sentences && s->count[GLYPH_STOP] < 2;
    bool open = s->last != GLYPH_STOP && s->last != GLYPH_COLON && s->last != GLYPH_ELLIPSIS && s->last != GLYPH_QUOTE;
    if (line->kind != LINE_PARAGRAPH || !title || !open || before->chars < 2u * s->chars || before->pipes) return;
    line->kind = LINE_LEFTOVER;
    line->reason = "the last line, like a title";
}

// The share of such lines that are headings: trees are a little too sure of what they haven't learned from. Fitted to
// the predictions for each fifth of the corpus by a model of the other four (CONTRIBUTING.md).
static float confidence_of(float odds)
{
    return 1 / (1 + expf(0.32f - 0.9f * logf(odds / (1 - odds))));
}

static bool finish_headings(struct article_lines *a, const struct context *context, struct arena *arena)
{
    uint32_t *headings = arena_alloc(arena, (a->part_count + 1) * sizeof *headings);
    uint8_t *levels = arena_alloc(arena, a->part_count + 1);
    if (!headings || !levels) return false;
    size_t n = 0;
    for (size_t i = 0; i < a->part_count; i++)
        if (a->path[i].role == ROLE_HEADING) headings[n++] = (uint32_t)i;
    if (!level_decide(a->parts, a->part_count, headings, n, levels, arena)) return false;
    for (size_t k = 0; k < n; k++) {
        struct line *line = &a->lines[a->parts[headings[k]].line];
        line->kind = LINE_HEADING;
        line->level = levels[k];
        line->confidence = confidence_of(a->path[headings[k]].odds[ROLE_HEADING]);
        line->reason = reason_for(context, a->parts, a->part_count, headings[k], arena);
        if (!line->reason) return false;
    }
    return true;
}

bool structure_decide(struct line *lines, size_t count, struct arena *arena)
{
    struct article_lines a = {.lines = lines, .count = count};
    if (!scan(&a, arena)) return false;
    if (!a.part_count) return true;
    const struct context *context = features_begin(a.parts, a.part_count, arena);
    if (!context) return false;
    for (size_t i = 0; i < a.part_count; i++) weigh(context, &a.parts[i], i, a.path[i].odds);
    enum row_style style = style_of(&a);
    if (!path_decide(a.parts, a.path, a.part_count, style != ROW_STYLE_OPEN, arena)) return false;
    for (size_t i = 0; i < a.part_count; i++) {
        struct line *line = &lines[a.parts[i].line];
        uint8_t role = a.path[i].role;
        line->kind = role == ROLE_CODE ? LINE_CODE : role == ROLE_QUOTE ? LINE_QUOTE : LINE_PARAGRAPH;
        line->starts_block = false;
    }
    cut_items(&a);
    cut_rows(&a, style);
    mark_leftover(&a);
    return finish_headings(&a, context, arena);
}
