#include "parse/extracted/step.h"

enum {
    BEHIND_LINES = 3,    // behind each row, at most
    BEHIND_CHARS = 100,  // of one
    BEHIND_ROWS = 3,     // rows in turn with such lines, at least
    TAIL_LINES = 4,      // of empty rows at the text's end, at most
    RULED_LEAST = 3,     // columns of a delimiter that tells where rows end
};

struct steps {
    const struct part *parts;
    struct path_line *lines;
    size_t count;
    unsigned ruled;  // columns of the last delimiter, if rows have followed it since
};

static const struct shape *shape_at(const struct steps *s, size_t i)
{
    return &s->parts[i].shape;
}

static bool has_bar(const struct steps *s, size_t i)
{
    return i < s->count && shape_at(s, i)->pipes;
}

// Text that no bar ends.
static bool is_bare(const struct steps *s, size_t i)
{
    const struct shape *text = shape_at(s, i);
    return !text->pipes && !text->marked && !text->mark_only && !s->parts[i].blank_before;
}

// A line of cells that all have their bars.
static bool is_full(const struct steps *s, size_t i)
{
    return !s->lines[i].columns && shape_at(s, i)->pipe_last && shape_at(s, i)->pipes > 1;
}

// Bars alone.
static bool is_lone(const struct steps *s, size_t i)
{
    return has_bar(s, i) && shape_at(s, i)->pipes == shape_at(s, i)->chars;
}

// A row of all the columns that the delimiter above it has, and no other below it.
static bool is_ruled(const struct steps *s, size_t i)
{
    if (i + 1 < s->count && s->lines[i + 1].columns) return false;
    return s->ruled >= RULED_LEAST && is_full(s, i) && shape_at(s, i)->pipes == s->ruled;
}

// Index behind the lines from i on that have as many bars as it, a delimiter's of as many columns among them; *rows:
// how many they are without delimiters.
static size_t even_end(const struct steps *s, size_t i, size_t *rows)
{
    unsigned bars = shape_at(s, i)->pipes;
    size_t end = i;
    for (*rows = 0; end < s->count; end++)
        if (is_full(s, end) && shape_at(s, end)->pipes == bars) ++*rows;
        else if (s->lines[end].columns != bars) break;
    return end;
}

// Lines i to before `end` have as many bars, and no other line with bars is theirs, but for a last row that may have
// less: 486 times in the corpus, where each line is a row. Two lines between texts between rows may be pieces of one.
static void even_put(const struct steps *s, size_t i, size_t end, size_t rows)
{
    if (rows > 2 && has_bar(s, end) && !s->lines[end].columns && shape_at(s, end)->pipe_last &&
        shape_at(s, end)->pipes < shape_at(s, i)->pipes)
        end++;
    if (rows < 2 || (i && has_bar(s, i - 1)) || has_bar(s, end)) return;
    if (rows == 2 && ((i > 1 && has_bar(s, i - 2)) || has_bar(s, end + 1))) return;
    for (size_t k = i + 1; k < end; k++)
        if (!s->lines[k].columns) s->lines[k].step = STEP_ROW;
}

// Bars alone behind full rows that have none behind them, several or at the table's end, are rows of their own: 38 of
// 40 times in the corpus.
static void lone_put(const struct steps *s, size_t i)
{
    size_t end = i + 1;
    while (is_lone(s, end)) end++;
    if (end == i + 1 || (end == i + 2 && has_bar(s, end))) return;
    while (--end > i) s->lines[end].step = STEP_ROW;
}

// A bar alone at the text's end, behind a line that a bar ends, is an empty row: of a menu below the article, not the
// end of the row above.
static void tail_put(const struct steps *s)
{
    size_t from = s->count;
    while (from && is_lone(s, from - 1) && shape_at(s, from - 1)->pipes == 1) from--;
    if (!from || s->count - from > TAIL_LINES) return;
    // where other such bars stand right above, rows end in them
    size_t above = from - 1;
    while (above && from - above < TAIL_LINES && is_bare(s, above)) above--;
    if (above + 1 == from ? from > 1 && is_lone(s, from - 2) : is_lone(s, above)) return;
    size_t cells = from;  // lines of one cell each may be a row of many
    while (cells && from - cells < TAIL_LINES && shape_at(s, cells - 1)->pipes == 1) cells--;
    if (from - cells == TAIL_LINES) return;
    for (size_t i = from; i < s->count; i++)
        if (shape_at(s, i - 1)->pipe_last) s->lines[i].step = STEP_ROW;
}

// Line i goes on with the last cell of the row above it: text without a bar or, where that row has all its columns,
// with one.
static bool is_behind(const struct steps *s, size_t i, bool ruled)
{
    const struct shape *text = shape_at(s, i);
    if (text->chars > BEHIND_CHARS || s->lines[i].columns || s->parts[i].blank_before) return false;
    return is_bare(s, i) || (ruled && text->pipes == 1 && text->pipe_last && text->words > 1);
}

static size_t lines_behind(const struct steps *s, size_t i, bool ruled)
{
    size_t n = 0;
    while (n <= BEHIND_LINES && i + 1 + n < s->count && is_behind(s, i + 1 + n, ruled)) n++;
    return n;
}

// Line `next` is a row as line i is one, and goes on with no text above it: that would not begin in lower case or
// brackets there.
static bool is_next(const struct steps *s, size_t i, size_t next)
{
    const struct shape *row = shape_at(s, next);
    return is_full(s, next) && row->pipes == shape_at(s, i)->pipes && row->first != GLYPH_LOWER &&
           row->first != GLYPH_OPEN;
}

// Rows of as many bars from line i on, each with as many further lines behind it. Those of the last row may be the text
// behind the table, too, or have more behind them. Returns the index behind the last of these lines; i: none.
static size_t turns_end(const struct steps *s, size_t i)
{
    bool ruled = is_ruled(s, i);
    size_t behind = lines_behind(s, i, ruled), rows = 1;
    if (!behind || behind > BEHIND_LINES) return i;
    size_t end = i + 1 + behind;
    for (; end < s->count && is_next(s, i, end); end += 1 + behind, rows++) {
        size_t n = lines_behind(s, end, ruled);
        if (has_bar(s, end + 1 + n) ? n != behind : n < behind) break;
    }
    return rows >= BEHIND_ROWS ? end : i;
}

// No text before line i, a row, can be the beginning of its first cell.
static bool opens(const struct steps *s, size_t i)
{
    return i && (s->lines[i - 1].columns || s->lines[i - 1].step == STEP_BEHIND || is_full(s, i - 1));
}

// A date, an age: no title that stands between tables.
static bool is_value(const struct shape *s)
{
    return s->number_words * 2 > s->words || (s->first == GLYPH_OPEN && s->last == GLYPH_CLOSE);
}

// A line of text between full rows, of which none is printed over several lines: of 35 in the corpus none is the
// beginning of a row's first cell.
static void between_put(const struct steps *s, size_t i)
{
    if (i < 2 || i + 1 >= s->count || !is_bare(s, i) || !is_full(s, i - 1)) return;
    if (!opens(s, i - 1) || !is_next(s, i - 1, i + 1)) return;
    if (is_value(shape_at(s, i))) s->lines[i].step = STEP_BEHIND;
    else s->lines[i].odds[ROLE_ROW] = 0;
}

void step_find(const struct part *parts, struct path_line *lines, size_t count)
{
    struct steps s = {.parts = parts, .lines = lines, .count = count};
    for (size_t i = 0, end, rows; i < count; i = end) {
        end = i + 1;
        if (!is_full(&s, i)) continue;
        end = even_end(&s, i, &rows);
        even_put(&s, i, end, rows);
    }
    for (size_t i = 1; i < count; i++) {
        s.ruled = lines[i].columns ? lines[i].columns : parts[i].blank_before ? 0 : s.ruled;
        between_put(&s, i);
        if (!is_full(&s, i)) continue;
        if (is_full(&s, i - 1) && !is_lone(&s, i - 1)) lone_put(&s, i);
        if (is_ruled(&s, i) && has_bar(&s, i - 1) && lines[i].step == STEP_OPEN) lines[i].step = STEP_ROW;
        size_t end = opens(&s, i) ? turns_end(&s, i) : i;
        if (end == i && is_ruled(&s, i) && i + 1 < count && !is_lone(&s, i + 1)) lines[i + 1].step = STEP_ROW;
        for (; i + 1 < end; i++)
            if (!is_full(&s, i + 1)) lines[i + 1].step = STEP_BEHIND;
    }
    tail_put(&s);
}
