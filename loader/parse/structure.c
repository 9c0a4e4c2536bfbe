#include "parse/structure.h"

#include "parse/cells.h"
#include "parse/structure_level.h"
#include "parse/structure_model.h"
#include "parse/structure_table.h"

#include <math.h>
#include <string.h>

// The roles a line can play, before rows and items are cut.
enum role { ROLE_PARAGRAPH, ROLE_HEADING, ROLE_ITEM, ROLE_ROW, ROLE_CODE, ROLE_QUOTE, ROLE_COUNT };

enum { HEADING_CHARS = 200, TABLE_REACH = 16 };

struct evidence {
    float odds[ROLE_COUNT];  // probabilities, not normalised
};

struct article_lines {
    struct line *lines;
    size_t count;
    struct part *parts;
    size_t part_count;
    struct evidence *evidence;
    uint8_t *roles;
    uint16_t *columns;  // of delimiter lines
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
    a->columns = arena_alloc(arena, (a->count + 1) * sizeof *a->columns);
    if (!a->parts || !a->columns) return false;
    bool blank = false;
    for (size_t i = 0; i < a->count; i++) {
        struct str text = str_trim(a->lines[i].text);
        a->lines[i].kind = LINE_BLANK;
        if (text.n) {
            struct part *p = &a->parts[a->part_count];
            shape_scan(a->lines[i].text, &p->shape);
            p->line = (uint32_t)i;
            p->blank_before = blank;
            a->columns[a->part_count++] = (uint16_t)(p->shape.pipes ? delimiter_columns(text) : 0);
        }
        blank = !text.n;
    }
    a->evidence = arena_alloc(arena, (a->part_count + 1) * sizeof *a->evidence);
    a->roles = arena_alloc(arena, a->part_count + 1);
    return a->evidence && a->roles;
}

// Which of the forests are worth asking about a line. Most lines of most articles need one or none.
struct questions {
    bool heading, item, row, code, quote;
};

static struct questions questions_for(const struct context *c, const struct part *part, size_t i)
{
    const struct shape *s = &part->shape;
    struct questions q = {0};
    q.heading = s->chars <= HEADING_CHARS && !s->pipes && !s->mark_only;
    q.row = features_all(c, FEATURE_all_pipes) && features_pipe_near(c, i) <= TABLE_REACH;
    q.item = !s->pipes && features_all(c, FEATURE_all_items);
    q.code = features_all(c, FEATURE_all_codes) && !s->pipes && !s->marked;
    q.quote = !s->pipes && !s->marked && !s->mark_only && features_all(c, FEATURE_all_handles);
    return q;
}

// Not for headings, whose exact odds are shown as confidence.
static float ask(const struct forest *forest, const struct forest_input *features)
{
    return forest_probability(forest_score(forest, features, FOREST_SURELY));
}

static void weigh(const struct context *c, const struct part *part, size_t i, struct evidence *e)
{
    struct questions q = questions_for(c, part, i);
    *e = (struct evidence){.odds = {[ROLE_ITEM] = part->shape.marked || part->shape.mark_only ? 0.9f : 0}};
    if (q.heading || q.row || q.item || q.code || q.quote) {
        int16_t features[FOREST_ROOM(FEATURE_COUNT)];
        memset(features + FEATURE_COUNT, 0, sizeof features - FEATURE_COUNT * sizeof *features);
        features_of(c, i, features);
        struct forest_input f;
        forest_input_set(&f, features, FEATURE_COUNT);
        if (q.heading) e->odds[ROLE_HEADING] = forest_probability(forest_score(&MODEL_HEADING, &f, FOREST_ALL));
        if (q.row) e->odds[ROLE_ROW] = ask(&MODEL_ROW, &f);
        if (q.item) e->odds[ROLE_ITEM] = ask(&MODEL_ITEM, &f);
        if (q.code) e->odds[ROLE_CODE] = ask(&MODEL_CODE, &f);
        if (q.quote) e->odds[ROLE_QUOTE] = ask(&MODEL_QUOTE, &f);
    }
    const struct shape *before = i ? &part[-1].shape : NULL;
    bool behind_mark = before && (before->mark_only || before->mark_at_end);
    if (behind_mark && q.item && e->odds[ROLE_ITEM] < 0.4f) e->odds[ROLE_ITEM] = 0.4f;
    float rest = behind_mark ? 0.1f : 1;
    for (int r = ROLE_HEADING; r < ROLE_COUNT; r++) rest -= e->odds[r];
    e->odds[ROLE_PARAGRAPH] = rest > 0.01f ? rest : 0.01f;
}

// What the odds are worth: the thresholds with the best F1 on the corpus.
#ifndef WORTHS
#define WORTHS                                                                                                         \
    {                                                                                                                  \
        1, 1.3f, 1.1f, 1.1f, 1, 0.8f                                                                                   \
    }
#define NEXT_WEIGHT 0.2f
#define ROW_WEIGHT  0.2f
#endif
static const float WORTH[ROLE_COUNT] = WORTHS;

// What a role says about the next: of a line that ends in a bar, then of others.
struct transitions {
    float worth[2][ROLE_COUNT][ROLE_COUNT];
};

static void transitions_set(struct transitions *t)
{
    for (int bar = 0; bar < 2; bar++)
        for (int q = 0; q < ROLE_COUNT; q++)
            for (int r = 0; r < ROLE_COUNT; r++)
                t->worth[bar][q][r] = (float)MODEL_NEXT[bar][q][r] *
                                      ((q == ROLE_ROW || r == ROLE_ROW ? ROW_WEIGHT : NEXT_WEIGHT) / FOREST_SCALE);
}

// The roles a line may play and what each is worth by itself. A role without odds is worth nothing: no neighbour can
// make up for it. A delimiter can only be a row.
struct choice {
    uint8_t count, roles[ROLE_COUNT];
    float own[ROLE_COUNT];  // by place in roles
};

static struct choice choice_of(const float *odds, bool delimiter)
{
    struct choice c = {0};
    if (delimiter) return (struct choice){.count = 1, .roles = {ROLE_ROW}};
    for (uint8_t r = 0; r < ROLE_COUNT; r++) {
        if (odds[r] <= 0) continue;
        c.own[c.count] = odds[r] * WORTH[r] == 1 ? 0 : logf(odds[r] * WORTH[r]);
        c.roles[c.count++] = r;
    }
    return c;
}

// The best path through all lines.
static bool decide_roles(struct article_lines *a, struct arena *arena)
{
    size_t n = a->part_count;
    uint8_t(*from)[ROLE_COUNT] = arena_alloc(arena, n * sizeof *from);
    if (!from) return false;
    struct transitions transitions;
    transitions_set(&transitions);
    struct choice before = {.count = 1};
    float score[ROLE_COUNT] = {0}, best[ROLE_COUNT];
    for (size_t i = 0; i < n; i++) {
        struct choice here = choice_of(a->evidence[i].odds, a->columns[i]);
        const float(*next)[ROLE_COUNT] = transitions.worth[i && a->parts[i - 1].shape.pipe_last ? 0 : 1];
        for (unsigned k = 0; k < here.count; k++) {
            uint8_t r = here.roles[k];
            best[k] = -1e9f;
            for (unsigned j = 0; j < before.count; j++) {
                uint8_t q = before.roles[j];
                float s = score[j] + here.own[k] + (i ? next[q][r] : 0);
                if (s > best[k]) best[k] = s, from[i][r] = q;
            }
        }
        memcpy(score, best, sizeof score);
        before = here;
    }
    uint8_t top = 0;
    for (uint8_t k = 1; k < before.count; k++)
        if (score[k] > score[top]) top = k;
    uint8_t role = before.roles[top];
    for (size_t i = n; i-- > 0; role = from[i][role]) a->roles[i] = role;
    return true;
}

// Rows end in a bar: a run of lines none of which does is no table.
static void drop_barless_tables(struct article_lines *a)
{
    for (size_t i = 0, end; i < a->part_count; i = end) {
        bool bar = false;
        for (end = i; end < a->part_count && a->roles[end] == ROLE_ROW; end++) bar |= a->parts[end].shape.pipe_last;
        for (size_t j = i; j < end && !bar; j++) {
            bool marked = a->parts[j].shape.marked || (j && a->parts[j - 1].shape.mark_only);
            a->roles[j] = marked ? ROLE_ITEM : ROLE_PARAGRAPH;
        }
        end += end == i;
    }
}

// The first row that is printed whole tells: broken rows may begin with a bar of their own.
static enum row_style style_of(const struct article_lines *a)
{
    enum row_style style = ROW_STYLE_NONE;
    size_t open = 0, closed = 0, glued = 0;
    for (size_t i = 0; i < a->part_count; i++) {
        if (a->roles[i] != ROLE_ROW || a->parts[i].shape.pipes < 2 || a->columns[i]) continue;
        style = row_style_of(a->lines[a->parts[i].line].text);
        open += style == ROW_STYLE_OPEN;
        closed += style == ROW_STYLE_CLOSED;
        glued += style == ROW_STYLE_GLUED;
    }
    if (open >= closed + glued) return ROW_STYLE_OPEN;
    return closed > glued ? ROW_STYLE_CLOSED : ROW_STYLE_GLUED;
}

static bool cut_rows(struct article_lines *a, struct arena *arena)
{
    enum row_style style = style_of(a);
    for (size_t i = 0; i < a->part_count;) {
        size_t end = i;
        while (end < a->part_count && a->roles[end] == ROLE_ROW && (end == i || !a->parts[end].blank_before)) end++;
        if (end == i) {
            i++;
            continue;
        }
        struct table_line *t = arena_alloc(arena, (end - i) * sizeof *t);
        if (!t) return false;
        for (size_t j = i; j < end; j++)
            t[j - i] = (struct table_line){.shape = &a->parts[j].shape, .columns = a->columns[j]};
        if (!table_rows(t, end - i, style != ROW_STYLE_OPEN, arena)) return false;
        for (size_t j = i; j < end; j++) {
            struct line *line = &a->lines[a->parts[j].line];
            const struct table_line *r = &t[j - i];
            line->kind = r->columns ? LINE_DELIMITER : r->row_starts || j == i ? LINE_ROW : LINE_ROW_MORE;
            line->starts_block = r->table_starts || j == i;
            line->style = style;
        }
        i = end;
    }
    return true;
}

// An item that has no mark begins where the line before says so, or where no item is open.
static bool item_begins(const struct article_lines *a, size_t i)
{
    const struct shape *s = &a->parts[i].shape;
    if (s->marked || s->mark_only || !i || a->roles[i - 1] != ROLE_ITEM) return true;
    const struct shape *before = &a->parts[i - 1].shape;
    return before->mark_at_end;
}

static void cut_items(struct article_lines *a)
{
    for (size_t i = 0; i < a->part_count; i++) {
        if (a->roles[i] != ROLE_ITEM) continue;
        struct line *line = &a->lines[a->parts[i].line];
        line->kind = item_begins(a, i) ? LINE_ITEM : LINE_ITEM_MORE;
        line->starts_block = !i || a->roles[i - 1] != ROLE_ITEM;
        // marked lines hold their dashes by themselves, nearly always
        const struct shape *s = &a->parts[i].shape;
        line->glued = !s->marked && (s->marks_inside || s->mark_at_end);
    }
}

static const char *reason_for(const struct part *parts, size_t count, size_t i)
{
    const struct shape *s = &parts[i].shape;
    const struct shape *next = i + 1 < count ? &parts[i + 1].shape : NULL;
    if (!i) return "the first line, without final punctuation";
    if (s->number_form != NUMBER_NONE && s->number_form != NUMBER_PLAIN) return "numbered and short";
    if (s->last == GLYPH_ASK) return "a short question before text";
    if (s->words > 1 && s->upper_words == s->words) return "short and in capitals";
    if (next && (next->marked || next->mark_only)) return "short, before a list";
    if (next && next->pipes) return "short, before a table";
    if (next && next->chars > 3 * s->chars) return "short, no final punctuation, before a longer text";
    return "short, no final punctuation";
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

static bool finish_headings(struct article_lines *a, struct arena *arena)
{
    uint32_t *headings = arena_alloc(arena, (a->part_count + 1) * sizeof *headings);
    uint8_t *levels = arena_alloc(arena, a->part_count + 1);
    if (!headings || !levels) return false;
    size_t n = 0;
    for (size_t i = 0; i < a->part_count; i++)
        if (a->roles[i] == ROLE_HEADING) headings[n++] = (uint32_t)i;
    if (!level_decide(a->parts, a->part_count, headings, n, levels, arena)) return false;
    for (size_t k = 0; k < n; k++) {
        struct line *line = &a->lines[a->parts[headings[k]].line];
        line->kind = LINE_HEADING;
        line->level = levels[k];
        line->confidence = a->evidence[headings[k]].odds[ROLE_HEADING];
        line->reason = reason_for(a->parts, a->part_count, headings[k]);
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
    for (size_t i = 0; i < a.part_count; i++) weigh(context, &a.parts[i], i, &a.evidence[i]);
    if (!decide_roles(&a, arena)) return false;
    drop_barless_tables(&a);
    for (size_t i = 0; i < a.part_count; i++) {
        struct line *line = &lines[a.parts[i].line];
        line->kind = a.roles[i] == ROLE_CODE ? LINE_CODE : a.roles[i] == ROLE_QUOTE ? LINE_QUOTE : LINE_PARAGRAPH;
        line->starts_block = false;
    }
    cut_items(&a);
    mark_leftover(&a);
    return cut_rows(&a, arena) && finish_headings(&a, arena);
}
