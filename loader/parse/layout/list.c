#include "parse/layout/list.h"

#include "base/utf8.h"

enum {
    REACH = 80,       // lines to the next item at most
    BLANK_REACH = 3,  // blank ones in a row
    LEVELS = sizeof((struct list_depth *)0)->indent / sizeof(uint32_t),
};

int list_depth_of(struct list_depth *list, uint32_t indent)
{
    while (list->depth && indent + 1 < list->indent[list->depth - 1]) list->depth--;
    bool deeper = !list->depth || indent > list->indent[list->depth - 1] + 1;
    if (deeper && list->depth < (int)LEVELS) list->indent[list->depth++] = indent;
    return list->depth ? list->depth : 1;
}

static bool same_column(const struct source_line *a, const struct source_line *b)
{
    uint32_t x = a->indent, y = b->indent;
    return x + 1 >= y && y + 1 >= x;
}

// b is the item behind a, by their marks alone. Letters that are Roman numbers become such.
static bool follows(struct source_line *a, struct source_line *b)
{
    if (a->mark.style != b->mark.style) return false;
    if (a->mark.kind == MARK_BULLET || a->mark.kind == MARK_SIGN) return a->mark.kind == b->mark.kind;
    if (a->mark.kind == b->mark.kind && a->mark.kind != MARK_ROMAN && b->mark.value == a->mark.value + 1) return true;
    if (a->mark.kind != MARK_ROMAN && a->mark.kind != MARK_LETTER) return false;
    int32_t x = mark_roman(a->text), y = mark_roman(b->text);
    if (!x || y != x + 1 || (b->mark.kind != MARK_ROMAN && b->mark.kind != MARK_LETTER)) return false;
    a->mark.kind = b->mark.kind = MARK_ROMAN;
    a->mark.value = x, b->mark.value = y;
    return true;
}

// Index of the item that follows item i; count when none does.
static size_t next_item(struct source *s, const struct wrap *wrap, size_t i)
{
    struct source_line *item = &s->lines[i];
    // unless bullets or indentation tell, nothing may stand between two lines of one list
    bool close = wrap->layout == LAYOUT_LINES && item->mark.kind != MARK_BULLET;
    size_t end = i + 1 + REACH < s->count ? i + 1 + REACH : s->count;
    int blanks = 0;
    for (size_t j = i + 1; j < end; j++) {
        struct source_line *line = &s->lines[j];
        if (!line->text.n) {
            if (++blanks > BLANK_REACH) return s->count;
            continue;
        }
        if (line->mark.kind != MARK_NONE && same_column(item, line) && follows(item, line)) return j;
        bool deeper = line->indent > item->indent;
        bool goes_on = !blanks && !deeper && wrap_goes_on(s, wrap, j - 1);
        bool other = line->mark.kind == MARK_BULLET;
        if ((close && !deeper) || !(deeper || goes_on || other)) return s->count;
        blanks = 0;
    }
    return s->count;
}

static bool ends_in(const struct source_line *line, const char *set)
{
    const char *last = line->text.p + line->text.n - 1;
    return strchr(set, *last) != NULL;
}

// The line before it that isn't blank ends in a colon.
static bool is_announced(const struct source *s, size_t i)
{
    while (i-- > 0)
        if (s->lines[i].text.n) return ends_in(&s->lines[i], ":");
    return false;
}

// A dash may also open what somebody says: dialogues ask and exclaim. Where neither blank lines nor indentation tell,
// whole sentences are taken for such, too.
static bool is_speech(const struct source *s, const struct wrap *wrap, size_t i, size_t next)
{
    const char *ends = wrap->layout == LAYOUT_LINES ? "?!." : "?!";
    return ends_in(&s->lines[i], ends) || (next < s->count && ends_in(&s->lines[next], ends));
}

static bool is_dash(const struct source_line *line)
{
    return str_starts(line->text, STR("\xE2\x80\x93"));
}

static bool has_bar(const struct source *s, size_t i)
{
    return i < s->count && s->lines[i].text.n && memchr(s->lines[i].text.p, '|', s->lines[i].text.n);
}

// On lines that are blocks "- " is what the decision has learned, and so are rows of bars, marks or not, and cells that
// stand on lines of their own between them.
static bool is_for_decision(const struct source *s, size_t i)
{
    bool bullet = s->lines[i].mark.kind == MARK_BULLET || s->lines[i].mark.kind == MARK_SIGN;
    return s->lines[i].text.p[0] == '-' || has_bar(s, i) || (bullet && (has_bar(s, i + 1) || (i && has_bar(s, i - 1))));
}

static bool stands_alone(const struct source *s, const struct wrap *wrap, size_t i)
{
    const struct source_line *line = &s->lines[i];
    bool laid_out = wrap->layout != LAYOUT_LINES;
    switch (line->mark.kind) {
    case MARK_BULLET: return true;
    case MARK_SIGN:
        if (wrap->layout == LAYOUT_BLOCKS && line->text.p[0] == '-') return true;
        return laid_out && strchr("-*+", line->text.p[0]) && (line->indent > s->body || is_announced(s, i));
    case MARK_NUMBER: return laid_out && line->indent > s->body && line->mark.value <= 100;
    default: return false;
    }
}

bool list_confirm(struct source *s, const struct wrap *wrap)
{
    bool any = false;
    for (size_t i = 0; i < s->count; i++) {
        struct source_line *line = &s->lines[i];
        if (line->mark.kind == MARK_NONE) continue;
        if (wrap->layout == LAYOUT_LINES && is_for_decision(s, i)) {
            line->mark.kind = MARK_NONE;
            continue;
        }
        size_t next = next_item(s, wrap, i);
        bool listed = next < s->count || line->mark.followed || stands_alone(s, wrap, i);
        if (is_dash(line) && is_speech(s, wrap, i, next)) listed = false;
        if (listed && next < s->count) s->lines[next].mark.followed = true;
        if (!listed) line->mark.kind = MARK_NONE;
        any |= listed;
    }
    return any;
}

static bool is_lone_dash(const struct source *s, size_t i)
{
    return i < s->count && str_equal(s->lines[i].text, STR("-"));
}

// Index behind a run of texts, each with a lone dash on the line below it; `i` when there are fewer than two.
static size_t dashes_end(const struct source *s, size_t i)
{
    size_t end = i;
    while (!source_blank(s, end) && !is_lone_dash(s, end) && is_lone_dash(s, end + 1)) end += 2;
    return end >= i + 4 ? end : i;
}

// Whether the dashes of such a run stand behind the items: the text before the first is like those between them, and
// what follows the last is not.
static bool stand_behind(const struct source *s, size_t i, size_t end)
{
    size_t most = 0;
    for (size_t k = i + 2; k < end; k += 2)
        if (s->lines[k].text.n > most) most = s->lines[k].text.n;
    bool first = s->lines[i].text.n <= 2 * most, next = !source_blank(s, end) && s->lines[end].text.n <= 2 * most;
    return first && !next;
}

size_t list_behind_end(const struct source *s, size_t i)
{
    size_t end = is_lone_dash(s, i + 1) ? dashes_end(s, i) : i;
    return end == i || (i && is_lone_dash(s, i - 1)) || !stand_behind(s, i, end) ? i : end;
}
