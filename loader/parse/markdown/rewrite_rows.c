// Tables of html2text, which wraps their rows like text: a row ends in the two blanks of a forced line end, and its
// delimiter row, `---|---  `, says so.
#include "parse/markdown/rewrite_pass.h"

#define ROW_LINES_MAX 12
#define ROWS_MAX      1000

static bool ends_row(struct str s)
{
    return s.n > 2 && s.p[s.n - 1] == ' ' && s.p[s.n - 2] == ' ';
}

bool rewrite_is_wrapping_rule(struct str s)
{
    size_t i = 0;
    while (line_run(str_slice(s, i, s.n), '-') == 3) {
        i += 3;
        if (i == s.n || s.p[i] != '|') break;
        i++;
    }
    return i && s.p[i - 1] == '-' && i + 2 <= s.n && s.p[i] == ' ' && s.p[i + 1] == ' ' &&
           !str_trim(str_slice(s, i, s.n)).n;
}

static size_t bars_of(struct str s)
{
    size_t bars = 0;
    for (size_t i = 0; i < s.n; i++) {
        bars += s.p[i] == '|';
        i += s.p[i] == '\\';
    }
    return bars;
}

static bool is_blank(const struct rewrite *rw, uint32_t i)
{
    return !line_trim(rewrite_line(rw, i)).n;
}

static bool begins_block(struct str s)
{
    return line_mark_bytes(line_trim(s)) || str_starts(s, STR("#")) || str_starts(s, STR(">"));
}

// The last line of the row that begins at i; i where it is whole.
static uint32_t row_end(struct rewrite *rw, uint32_t i, size_t most)
{
    size_t bars = 0;
    for (uint32_t j = i; j < rw->count && j < i + ROW_LINES_MAX && rewrite_looks(rw); j++) {
        struct str s = rewrite_line(rw, j);
        bars += bars_of(s);
        if (is_blank(rw, j) || (j > i && begins_block(s)) || (most && bars > most)) return i;
        if (ends_row(s)) return bars ? j : i;
    }
    return i;
}

// The line ends within the address of a link.
static bool breaks_address(struct str s)
{
    size_t i = s.n;
    while (i && !memchr(" \t()", s.p[i - 1], 4)) i--;
    return i > 1 && s.p[i - 1] == '(' && s.p[i - 2] == ']';
}

// The row has more bars than its table, and as many with no blank before them.
static bool has_bar_of_text(struct str s, size_t bars)
{
    size_t tight = 0;
    for (size_t i = 0; i < s.n; i++) tight += s.p[i] == '|' && (!i || s.p[i - 1] != ' ');
    return bars && tight == bars && bars_of(s) > bars;
}

// Before a bar between cells stands no blank: `escapes` makes others text.
static void put_piece(struct rewrite *rw, struct str s, bool escapes)
{
    size_t from = 0;
    for (size_t i = 1; escapes && i < s.n; i++) {
        if (s.p[i] != '|' || s.p[i - 1] != ' ') continue;
        rewrite_put(rw, str_slice(s, from, i));
        rewrite_put(rw, STR("\\"));
        from = i;
    }
    rewrite_put(rw, str_slice(s, from, s.n));
}

// A row that begins with a bar has an empty first cell: to GFM the bar would be the row's edge.
static bool begins_empty(const struct rewrite *rw, uint32_t from, uint32_t last, size_t bars)
{
    struct str first = rewrite_line(rw, from);
    size_t found = 0;
    for (uint32_t j = from; j <= last; j++) found += bars_of(rewrite_line(rw, j));
    return bars && str_starts(first, STR("|")) && (found == bars || has_bar_of_text(first, bars));
}

static void join(struct rewrite *rw, uint32_t from, uint32_t last, size_t bars)
{
    bool escapes = has_bar_of_text(rewrite_line(rw, from), bars), empty = begins_empty(rw, from, last, bars);
    if (last == from && !escapes && !empty) return;
    rewrite_drop(rw, from, last + 1);
    if (empty) rewrite_put(rw, STR("|"));
    put_piece(rw, rewrite_line(rw, from), escapes);
    for (uint32_t j = from + 1; j <= last; j++) {
        rewrite_put(rw, breaks_address(rewrite_line(rw, j - 1)) ? STR("") : STR(" "));
        put_piece(rw, line_trim(rewrite_line(rw, j)), escapes);
    }
    rewrite_end(rw, from);
}

// Where the header above the delimiter row begins.
static uint32_t header_begin(const struct rewrite *rw, uint32_t rule, size_t bars)
{
    size_t found = 0;
    for (uint32_t j = rule; j-- > rw->done && j + ROW_LINES_MAX > rule && !is_blank(rw, j);) {
        found += bars_of(rewrite_line(rw, j));
        if (found == bars && (!j || is_blank(rw, j - 1) || ends_row(rewrite_line(rw, j - 1)))) return j;
    }
    return rule;
}

// Behind its last row a table has the blanks of a forced line end alone; an empty line may stand within a cell.
static bool ends_table(const struct rewrite *rw, uint32_t i)
{
    struct str s = rewrite_line(rw, i);
    return (s.n && !line_trim(s).n) || str_starts(s, STR("#"));
}

static void join_rows(struct rewrite *rw, uint32_t rule)
{
    size_t bars = bars_of(rewrite_line(rw, rule));
    uint32_t head = bars ? header_begin(rw, rule, bars) : rule;
    if (head < rule && head && !is_blank(rw, head - 1)) {  // a table right behind another
        rewrite_keep(rw, head);
        rewrite_put_line(rw, head, STR(""));
    }
    if (head < rule && row_end(rw, head, bars) + 1 == rule) join(rw, head, rule - 1, bars);
    for (uint32_t i = rule + 1, last; i < rw->count && i < rule + ROWS_MAX && !ends_table(rw, i); i = last + 1) {
        last = row_end(rw, i, bars);
        if (rewrite_is_wrapping_rule(rewrite_line(rw, last + 1))) return;  // the header of the next table
        join(rw, i, last, bars);
    }
}

void rewrite_rows(struct rewrite *rw)
{
    struct line_context context = line_context_begin();
    for (uint32_t i = 0; i < rw->count; i++) {
        struct str line = rewrite_line(rw, i);
        struct line_view v = rewrite_view(line);
        if (line_context_free(&context, &v) && rewrite_is_wrapping_rule(line)) join_rows(rw, i);
    }
}
