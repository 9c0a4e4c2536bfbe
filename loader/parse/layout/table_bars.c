#include "parse/cells.h"
#include "parse/layout/table.h"
#include "parse/line.h"

// The cells between the bars of a line, outer bars aside. A bar behind a backslash is text.
static size_t split(struct str s, struct str *cells)
{
    size_t count = 0, start = s.p[0] == '|';
    if (s.n > 1 && s.p[s.n - 1] == '|' && s.p[s.n - 2] != '\\') s.n--;
    for (size_t i = start; i <= s.n; i++) {
        const char *bar = i < s.n ? memchr(s.p + i, '|', s.n - i) : NULL;
        i = bar ? (size_t)(bar - s.p) : s.n;
        if (bar && i && bar[-1] == '\\') continue;
        if (count == TABLE_COLUMNS) return 0;
        cells[count++] = str_trim(str_slice(s, start, i));
        start = i + 1;
    }
    return count;
}

// |---|:---:|, --- | ---, |---+---|: how many columns it rules off. On lines that are blocks an extractor's own
// ---|---| is not meant: the decision reads its tables, whose rows may be broken over several lines.
static size_t rule_columns(struct str s, bool laid_out)
{
    size_t dashes = 0, columns = 1, special = 0, run = 0;
    if (s.n < 3 || s.p[0] == '+') return 0;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        bool edge = i == 0 || i + 1 == s.n;
        if (c == '-') run++;
        else if (c == '|' || c == '+') {
            if (!edge && !run) return 0;
            dashes += run > 0, run = 0;
            columns += !edge;
            special += c == '+';
        } else if (c == ':' || c == ' ') special++;
        else return 0;
    }
    dashes += run > 0;
    bool open = s.p[0] != '|' && s.p[s.n - 1] != '|';
    return dashes == columns && (columns > 1 || s.p[0] == '|') && (special || open || laid_out) ? columns : 0;
}

static bool is_tight(struct str s)
{
    if (s.n < 5 || s.p[0] != '|' || s.p[s.n - 1] != '|' || s.p[1] == ' ' || s.p[s.n - 2] == ' ') return false;
    for (size_t i = 1; i + 1 < s.n; i++)
        if (s.p[i] == '|' && (s.p[i + 1] == ' ' || s.p[i + 1] == '|' || s.p[i - 1] == ' ')) return false;
    return memchr(s.p + 1, '|', s.n - 2) != NULL;
}

// A row between outer bars.
static bool is_closed(struct str s)
{
    return s.n > 4 && s.p[0] == '|' && s.p[s.n - 1] == '|';
}

static bool is_dashes(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] != '-' && s.p[i] != '|') return false;
    return true;
}

static void put_row(struct draft *d, const struct source_line *line, uint32_t number)
{
    struct str cells[TABLE_COLUMNS];
    size_t count = split(line->text, cells);
    struct draft_row *row = draft_row(d, number);
    for (size_t k = 0; row && k < count; k++)
        draft_put(d, row, k < d->columns ? k : d->columns - 1, cell_unescape(cells[k], d->arena), number);
}

size_t table_bars(const struct source *s, const struct wrap *wrap, size_t i, struct draft *d, struct arena *arena)
{
    bool laid_out = wrap->layout != LAYOUT_LINES;
    bool (*is_row)(struct str) = laid_out ? is_closed : is_tight;
    struct str cells[TABLE_COLUMNS], text = s->lines[i].text;
    if (!memchr(text.p, '|', text.n) || i + 1 >= s->count || !s->lines[i + 1].text.n) return 0;
    size_t columns = split(text, cells), ruled = rule_columns(s->lines[i + 1].text, laid_out);
    bool tight =
        !ruled && is_tight(text) && (is_tight(s->lines[i + 1].text) && split(s->lines[i + 1].text, cells) == columns);
    if (!columns || (ruled && ruled != columns) || (!ruled && !tight)) return 0;
    size_t end = i + 1;
    draft_init(d, columns, arena);
    put_row(d, &s->lines[i], (uint32_t)i);
    for (; end < s->count && s->lines[end].text.n && !d->failed; end++) {
        struct str line = s->lines[end].text;
        if (end == i + 1 && (ruled || is_dashes(line))) {
            d->header = true;
            d->rule = (uint32_t)end;
            continue;
        }
        if (ruled ? !memchr(line.p, '|', line.n) : !is_row(line)) break;
        put_row(d, &s->lines[end], (uint32_t)end);
    }
    if (!d->header) d->header = draft_tells_header(d);
    return d->count > 1 ? end - i : 0;
}
