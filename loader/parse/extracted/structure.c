#include "parse/extracted/structure.h"

#include "parse/cells.h"
#include "parse/extracted/context.h"
#include "parse/extracted/furniture.h"
#include "parse/extracted/level.h"
#include "parse/extracted/model.h"
#include "parse/extracted/parallel.h"
#include "parse/extracted/path.h"
#include "parse/extracted/queue.h"
#include "parse/extracted/quoted.h"
#include "parse/extracted/reason.h"
#include "parse/extracted/series.h"
#include "parse/extracted/step.h"
#include "parse/extracted/title.h"

#include <math.h>
#include <string.h>

// Searched on pages that the forests had not learned from (tests/lab/train/layout.py --test).
#define MENU_ODDS      0.45f   // of a line that is taken for a menu's
#define MENU_LIST_ODDS 0.8f    // … of the lines of a list, on average
#define LAID_WORTH     1.536f  // factor of the odds that a line is a heading where layout tells …
#define PAGE_WORTH     3.545f  // … and in a page whose layout tells nothing

// Headings that are told with more are right in about 85 of a hundred.
#define CONFIDENCE_MOST 0.86f

enum {
    SHORT_LINES = 40,              // of a short text, at most
    MENU_CHARS = 60,               // of a menu's line, at most
    HEADING_CHARS = 160,           // of a heading, at most
    HEADING_SENTENCE_CHARS = 100,  // of one that ends in a full stop
    TABLE_REACH = 16,
};

struct article_lines {
    struct line *lines;
    size_t count;
    bool laid_out;  // blank lines or wraps tell what belongs together: no block goes on in the next line
    bool page;      // menus and footers, too
    bool is_short;  // laid out, but with few lines: of such the forest of laid out text has seen less than the other
    struct part *parts;
    size_t part_count;
    size_t title;            // the part that is the article's title; part_count: none is known to be
    struct path_line *path;  // of each part
};

static unsigned delimiter_columns(struct str s)
{
    if (!is_delimiter_line(s)) return 0;
    unsigned columns = 0;
    for (size_t i = 0; i < s.n; i++) columns += s.p[i] == '-' && (i == 0 || s.p[i - 1] != '-');
    return columns;
}

static uint8_t at_most_255(uint32_t n)
{
    return (uint8_t)(n < UINT8_MAX ? n : UINT8_MAX);
}

bool structure_parts(const struct lines *lines, struct arena *arena, struct part **parts, size_t *count)
{
    struct part *out = *parts = arena_alloc(arena, (lines->count + 1) * sizeof *out);
    *count = 0;
    if (!out) return false;
    bool blank = false;
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = &lines->lines[i];
        bool text = str_trim(line->text).n > 0;
        if (text) {
            struct part *p = &out[(*count)++];
            shape_scan(line->text, &p->shape);
            p->shape.marked |= line->form == FORM_ITEM;
            p->line = (uint32_t)i;
            p->blank_before = blank;
            p->inside = line->inside;
            p->blanks = line->blanks;
            p->indent = line->indent;
            p->height = at_most_255(line->last - line->first + 1);
            p->form = line->form < FORM_CODE ? line->form : FORM_OPEN;  // the forests know no others
        }
        blank = !text;
    }
    return true;
}

static bool scan(struct article_lines *a, const struct lines *lines, struct arena *arena)
{
    a->path = arena_alloc(arena, (lines->count + 1) * sizeof *a->path);
    if (!a->path || !structure_parts(lines, arena, &a->parts, &a->part_count)) return false;
    for (size_t i = 0; i < lines->count; i++) a->lines[i].kind = LINE_BLANK;
    for (size_t i = 0; i < a->part_count; i++) {
        const struct part *p = &a->parts[i];
        a->path[i].columns = (uint16_t)(p->shape.pipes ? delimiter_columns(str_trim(a->lines[p->line].text)) : 0);
    }
    return true;
}

// All of it stands in brackets: a credit, a remark. Of 137 such lines in the corpus none is a heading.
static bool is_aside(const struct shape *s)
{
    return s->first == GLYPH_OPEN && s->last == GLYPH_CLOSE && s->count[GLYPH_OPEN] == 1 && !s->brackets;
}

// Which roles it is worth asking the forests about, a bit for each. Most lines of most articles need one or none.
static unsigned questions_for(const struct article_lines *a, const struct context *c, size_t i)
{
    const struct part *part = &a->parts[i];
    unsigned form = a->lines[part->line].form;
    bool other = a->laid_out || a->page;
    if (form != FORM_OPEN) return other && form == FORM_ITEM ? 1u << ROLE_COUNT : 0;
    const struct shape *s = &part->shape;
    unsigned most = s->last == GLYPH_STOP ? HEADING_SENTENCE_CHARS : HEADING_CHARS,
             roles = other ? 1u << ROLE_COUNT : 0;
    bool bare = !s->pipes && !s->marked,
         row = features_all(c, FEATURE_all_pipes) && features_pipe_near(c, i) <= TABLE_REACH;
    bool drawn = other && !context_letters(s) && !s->count[GLYPH_DIGIT];  // a rule, an ornament
    if (bare && !s->mark_only && s->chars <= most && !drawn && !is_aside(s)) roles |= 1u << ROLE_HEADING;
    if (row && !a->laid_out) roles |= 1u << ROLE_ROW;
    if (!s->pipes && !a->laid_out && features_all(c, FEATURE_all_items) && (!s->marked || row))
        roles |= 1u << ROLE_ITEM;
    if (bare && features_all(c, FEATURE_all_codes)) roles |= 1u << ROLE_CODE;
    if (bare && !s->mark_only && features_all(c, FEATURE_all_handles)) roles |= 1u << ROLE_QUOTE;
    return roles;
}

// What the forests of lines ask for, rounded up to whole lanes: all but what layout tells.
enum { LINE_FEATURES = (FEATURE_lay_page + FOREST_LANES - 1) / FOREST_LANES * FOREST_LANES };

_Static_assert((int)FEATURE_COUNT <= (int)FOREST_FEATURES, "a forest's input has room for all features");

static enum role role_of(enum line_form form)
{
    static const enum role roles[] = {
        [FORM_ITEM] = ROLE_ITEM,       [FORM_ROW] = ROLE_ROW,        [FORM_HEADER] = ROLE_ROW,
        [FORM_HEADING] = ROLE_HEADING, [FORM_QUOTE] = ROLE_QUOTE,    [FORM_LEFTOVER] = ROLE_PARAGRAPH,
        [FORM_CODE] = ROLE_CODE,       [FORM_TEXT] = ROLE_PARAGRAPH,
    };
    return roles[form];
}

// What layout has told leaves nothing to decide.
static void settle(enum line_form form, float *odds)
{
    for (int r = 0; r < ROLE_COUNT; r++) odds[r] = 0;
    odds[role_of(form)] = 0.99f;
}

// Of two forests' answers, in log odds.
static float middle_of(float p, float q)
{
    const float least = 1e-4f;
    p = fminf(fmaxf(p, least), 1 - least), q = fminf(fmaxf(q, least), 1 - least);
    float odds = sqrtf(p / (1 - p) * (q / (1 - q)));
    return odds / (1 + odds);
}

// What the line itself tells beside the forests, and what is left for a paragraph.
static void finish_odds(const struct article_lines *a, const struct context *c, size_t i)
{
    const struct part *part = &a->parts[i];
    struct path_line *line = &a->path[i];
    const struct shape *s = &part->shape, *before = i ? &part[-1].shape : NULL;
    float *odds = line->odds;
    if (a->lines[part->line].form != FORM_OPEN) {
        settle((enum line_form)a->lines[part->line].form, odds);
        return;
    }
    if (a->laid_out || a->page) {
        float p = odds[ROLE_HEADING];
        if (a->is_short) p = middle_of(p, line->plain);
        a->lines[part->line].confidence = p;
        float worth = a->laid_out ? LAID_WORTH : PAGE_WORTH;
        odds[ROLE_HEADING] = p * worth / (p * worth + 1 - p);
    }
    // | A | B |: all 210 such lines of the corpus are rows
    if (s->pipes > 1 && s->pipe_first && s->pipe_last && s->words > s->pipes && !a->laid_out) odds[ROLE_ROW] = 0.99f;
    bool behind_mark = before && (before->mark_only || before->mark_at_end);
    bool item = !a->laid_out && !s->pipes && features_all(c, FEATURE_all_items);
    if (behind_mark && item && odds[ROLE_ITEM] < 0.4f) odds[ROLE_ITEM] = 0.4f;
    // A line break inside an item, as trafilatura from 2.0 prints it: of 345 lines of the corpus that begin with one
    // space behind an item one is a paragraph. Where marks are indented as well, all lines may be.
    bool goes_on = before && s->indent == 1 && !part->blank_before && line[-1].odds[ROLE_ITEM] >= 0.5f &&
                   !(before->marked && before->indent);
    if (goes_on && item && odds[ROLE_ITEM] < 0.95f) odds[ROLE_ITEM] = 0.95f;
    float rest = behind_mark ? 0.1f : 1;
    for (int r = ROLE_HEADING; r < ROLE_COUNT; r++) rest -= odds[r];
    odds[ROLE_PARAGRAPH] = rest > 0.01f ? rest : 0.01f;
}

// Questions are asked by roles, and one more: whether a line is a menu's or a footer's.
enum { LEFTOVER = ROLE_COUNT, PLAIN_HEADING, QUESTIONS };

static struct queue *queues_new(const struct article_lines *a, struct arena *arena)
{
    const struct forest *const forests[QUESTIONS] = {[ROLE_HEADING] =
                                                         a->laid_out || a->page ? &MODEL_LAID_HEADING : &MODEL_HEADING,
                                                     [ROLE_ITEM] = &MODEL_ITEM,
                                                     [ROLE_ROW] = &MODEL_ROW,
                                                     [ROLE_CODE] = &MODEL_CODE,
                                                     [ROLE_QUOTE] = &MODEL_QUOTE,
                                                     [LEFTOVER] = &MODEL_LEFTOVER,
                                                     [PLAIN_HEADING] = &MODEL_HEADING};
    struct queue *queues = arena_alloc(arena, 2 * QUESTIONS * sizeof *queues);
    for (int r = 0; queues && r < QUESTIONS; r++) {
        struct queue *rest = &queues[QUESTIONS + r];
        queues[r].forest = rest->forest = forests[r];
        queues[r].features = rest->features =
            forests[r] == &MODEL_LAID_HEADING || forests[r] == &MODEL_LEFTOVER ? FOREST_FEATURES : LINE_FEATURES;
        queues[r].count = rest->count = 0;
        queues[r].rest = rest, rest->rest = NULL;
    }
    return queues;
}

static bool weigh(struct article_lines *a, const struct context *c, struct arena *arena)
{
    struct queue *queues = queues_new(a, arena);
    if (!queues) return false;
    for (size_t i = 0; i < a->part_count; i++) {
        struct path_line *line = &a->path[i];
        const struct shape *s = &a->parts[i].shape;
        unsigned asked = questions_for(a, c, i);
        for (int r = 0; r < ROLE_COUNT; r++) line->odds[r] = 0;
        line->leftover = 0;
        line->raised = false;
        line->plain = 0;
        line->step = STEP_OPEN;
        if (asked & 1u << ROLE_HEADING && a->is_short) asked |= 1u << PLAIN_HEADING;
        if ((s->marked || s->mark_only) && !a->laid_out) line->odds[ROLE_ITEM] = 0.9f;
        if (!asked) continue;
        int16_t features[FEATURE_COUNT];
        features_of(c, i, features);
        for (; asked; asked &= asked - 1) {
            int r = __builtin_ctz(asked);
            queue_put(&queues[r],
                      r == LEFTOVER        ? &line->leftover
                      : r == PLAIN_HEADING ? &line->plain
                                           : &line->odds[r],
                      features, queues[r].forest->base);
        }
    }
    for (int i = 0; i < 2 * QUESTIONS; i++)
        if (queues[i].count) queue_ask(&queues[i]);
    bool alike = !a->laid_out && !a->page;
    bool told = !alike || parallel_weigh(c, a->parts, a->path, a->part_count, arena);
    if (alike) series_raise(a->parts, a->path, a->part_count);
    for (size_t i = 0; told && i < a->part_count; i++) finish_odds(a, c, i);
    return told;
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
        struct line *line = &a->lines[a->parts[i].line];
        if (p->role != ROLE_ROW || line->cells) continue;
        line->kind = p->columns ? LINE_DELIMITER : p->row_starts ? LINE_ROW : LINE_ROW_MORE;
        line->starts_block = p->table_starts;
        line->behind = p->step == STEP_BEHIND;
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
        struct line *line = &a->lines[a->parts[i].line];
        if (a->path[i].role != ROLE_ITEM || line->form == FORM_ITEM) continue;
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

// Lines that are decided together: the items of a list, short lines of text that no blank line parts.
static bool same_menu(const struct article_lines *a, size_t i)
{
    const struct line *line = &a->lines[a->parts[i].line], *before = &a->lines[a->parts[i - 1].line];
    if (line->form != before->form || line->kind != before->kind) return false;
    if (line->form == FORM_ITEM) return !line->starts;
    return !line->blanks && a->parts[i].shape.chars < MENU_CHARS && a->parts[i - 1].shape.chars < MENU_CHARS;
}

// Makes text of an item: its number or term is a part of that, its bullet is none. False when that can't be had.
static bool unmark(struct line *line)
{
    if (line->label.p) return false;
    if (line->ordinal < 0) return true;
    if (!line->marked.n || line->link_count) return false;
    line->text = line->marked;
    return true;
}

// Menus and footers, by the odds of their lines.
static void mark_menus(struct article_lines *a)
{
    for (size_t i = 0, end; i < a->part_count; i = end) {
        const struct line *first = &a->lines[a->parts[i].line];
        bool list = first->form == FORM_ITEM;
        float sum = a->path[i].leftover;
        for (end = i + 1; end < a->part_count && same_menu(a, end); end++) sum += a->path[end].leftover;
        bool may = first->kind == LINE_PARAGRAPH || (first->kind == LINE_ITEM && list);
        if (!may || sum < (list ? MENU_LIST_ODDS : MENU_ODDS) * (float)(end - i)) continue;
        for (size_t k = i; k < end; k++) {
            struct line *line = &a->lines[a->parts[k].line];
            if (list && !unmark(line)) continue;
            line->kind = LINE_LEFTOVER;
            line->reason = "like a menu's or a footer's line";
        }
    }
}

// The share of such lines that are headings in the corpus: the second forest has seen more of pages that have many.
// Fitted to the predictions for each fifth of the corpus by a model of the other four (make score); the surest are not
// right more often than the next.
static float confidence_of(float odds)
{
    float share = odds / (odds + 2.05f * (1 - odds));
    return share < CONFIDENCE_MOST ? share : CONFIDENCE_MOST;
}

static bool finish_headings(struct article_lines *a, const struct context *context, struct arena *arena,
                            struct arena *scratch)
{
    uint32_t *headings = arena_alloc(scratch, (a->part_count + 1) * sizeof *headings);
    uint8_t *levels = arena_alloc(scratch, a->part_count + 1);
    if (!headings || !levels) return false;
    size_t n = 0, title = LEVEL_NO_TITLE;
    for (size_t i = 0; i < a->part_count; i++) {
        if (a->path[i].role != ROLE_HEADING) continue;
        if (i == a->title) title = n;
        headings[n++] = (uint32_t)i;
    }
    if (!level_decide(a->parts, a->part_count, headings, n, title, levels, scratch)) return false;
    for (size_t k = 0; k < n; k++) {
        struct line *line = &a->lines[a->parts[headings[k]].line];
        const struct path_line *path = &a->path[headings[k]];
        line->kind = LINE_HEADING;
        line->level = line->form == FORM_HEADING && k != title ? line->depth : levels[k];
        if (k == title) {
            line->confidence = 0.99f;
            line->reason = "the title that the metadata have";
            continue;
        }
        if (line->form == FORM_HEADING) line->confidence = 1;
        else if (!a->laid_out && !a->page) line->confidence = confidence_of(path->odds[ROLE_HEADING]);
        line->reason =
            path->raised ? "like other headings" : reason_for(context, a->parts, a->part_count, headings[k], arena);
        if (!line->reason) return false;
    }
    return true;
}

// The kind of a line by its role. Rows and items are cut below.
static enum line_kind kind_of(const struct line *line, uint8_t role)
{
    static const enum line_kind laid[] = {
        [FORM_ITEM] = LINE_ITEM,       [FORM_ROW] = LINE_ROW,       [FORM_HEADER] = LINE_ROW,
        [FORM_HEADING] = LINE_HEADING, [FORM_QUOTE] = LINE_QUOTE,   [FORM_LEFTOVER] = LINE_LEFTOVER,
        [FORM_CODE] = LINE_CODE,       [FORM_TEXT] = LINE_PARAGRAPH};
    if (line->form != FORM_OPEN) return laid[line->form];
    return role == ROLE_CODE ? LINE_CODE : role == ROLE_QUOTE ? LINE_QUOTE : LINE_PARAGRAPH;
}

bool structure_decide(struct lines *lines, struct arena *arena, struct arena *scratch)
{
    struct article_lines a = {.lines = lines->lines, .count = lines->count};
    a.laid_out = lines->layout != LAYOUT_LINES;
    a.page = lines->page;
    if (!scan(&a, lines, scratch)) return false;
    if (!a.part_count) return true;
    furniture_mark(a.lines, a.parts, a.part_count);
    a.title = title_find(lines, a.parts, a.part_count);
    a.is_short = a.laid_out && !a.page && a.part_count <= SHORT_LINES;
    const struct context *context = features_begin(a.parts, a.part_count, lines->layout, lines->page, scratch);
    if (!context) return false;
    if (!weigh(&a, context, scratch)) return false;
    if (a.title < a.part_count) settle(FORM_HEADING, a.path[a.title].odds);
    enum row_style style = style_of(&a);
    if (style == ROW_STYLE_OPEN && features_all(context, FEATURE_all_pipes)) step_find(a.parts, a.path, a.part_count);
    if (!path_decide(a.parts, a.path, a.part_count, style != ROW_STYLE_OPEN, scratch)) return false;
    for (size_t i = 0; i < a.part_count; i++) {
        struct line *line = &a.lines[a.parts[i].line];
        if (line->form != FORM_OPEN) a.path[i].role = (uint8_t)role_of((enum line_form)line->form);
        line->kind = kind_of(line, a.path[i].role);
        bool opens = a.parts[i].shape.first == GLYPH_QUOTE;
        if (opens && line->kind == LINE_PARAGRAPH && quoted_whole(a.parts, a.part_count, i)) line->kind = LINE_QUOTE;
        line->starts_block = false;
    }
    cut_items(&a);
    cut_rows(&a, style);
    mark_leftover(&a);
    if (a.laid_out || a.page) mark_menus(&a);
    return finish_headings(&a, context, arena, scratch);
}
