#include "parse/cells.h"
#include "parse/layout/table.h"
#include "parse/line.h"

enum {
    AMOUNT_ROWS = 4,      // lines of a name and an amount, at least …
    AMOUNT_LINES = 2000,  // … and at most
    NAME_WORDS = 6,       // of a name, at most
    CODE_LETTERS = 3,     // of a currency's code
    TITLE_BYTES = 30,     // of a header's cell between blank lines, at most
    HEADER_BYTES = 80,    // of the line above them, at most
    CELL_BYTES = 80,      // of a cell between blank lines, at most
    LEAST_COLUMNS = 2,
    MOST_COLUMNS = 10,
    BLANK_ROWS = 3,  // below the header, at least
    FAR_ROWS = 2000,
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool has_digit(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (is_digit(s.p[i])) return true;
    return false;
}

static struct str text_at(const struct source *s, size_t i)
{
    return i < s->count ? s->lines[i].text : STR("");
}

// Lines of names and amounts ---------------------------------------------------------------------------------------

static size_t words_of(struct str s)
{
    size_t words = s.n > 0;
    for (size_t i = 0; i + 1 < s.n; i++) words += s.p[i] == ' ' && s.p[i + 1] != ' ';
    return words;
}

// Two spaces set columns apart.
static bool has_gap(struct str s)
{
    for (size_t i = 0; i + 1 < s.n; i++)
        if (s.p[i] == ' ' && s.p[i + 1] == ' ') return true;
    return false;
}

// Bytes of the name before the last word, which is a number: digits with their points and commas, a sign before them.
// 0: the line is no such.
static size_t name_bytes(struct str s)
{
    size_t at = s.n;
    while (at && s.p[at - 1] != ' ') at--;
    struct str number = str_slice(s, at, s.n), name = str_trim(str_slice(s, 0, at));
    if (number.n > 1 && number.p[number.n - 1] == '%') number.n--;
    if (!name.n || !number.n || !is_digit(number.p[number.n - 1])) return 0;
    for (size_t i = 0; i < number.n; i++) {
        bool sign = (i == 0 && strchr("-+$", number.p[0])) || number.p[i] & 0x80;
        if (!is_digit(number.p[i]) && !strchr(".,", number.p[i]) && !sign) return 0;
    }
    if (memchr(name.p, '\t', name.n) || has_gap(name)) return 0;
    bool small = name.p[0] >= 'a' && name.p[0] <= 'z';
    if (small || has_digit(name) || words_of(name) > NAME_WORDS || strchr(".,:;!?-|$*#/(", name.p[name.n - 1]))
        return 0;
    return name.n;
}

// Where the second of two headers begins: at the last word that is capitalised, before any bracket, else at the second
// word. 0: the line isn't two headers.
static size_t header_split(struct str s)
{
    size_t split = 0, second = 0;
    if (s.n > HEADER_BYTES || s.n < 3 || has_digit(s) || strchr(".:;!?,", s.p[s.n - 1])) return 0;
    if (s.p[0] >= 'a' && s.p[0] <= 'z') return 0;
    for (size_t i = 1; i + 1 < s.n && s.p[i] != '('; i++) {
        if (s.p[i] != ' ') continue;
        if (!second) second = i + 1;
        if ((s.p[i + 1] >= 'A' && s.p[i + 1] <= 'Z') || (s.p[i + 1] & 0x80)) split = i + 1;
    }
    return split ? split : second;
}

// A unit in brackets, a currency by its sign or its code.
static bool says_unit(struct str s)
{
    if (s.p[s.n - 1] == ')' || memchr(s.p, '$', s.n) || memchr(s.p, '%', s.n)) return true;
    for (size_t i = 0, end; i < s.n; i = end + 1) {
        for (end = i; end < s.n && s.p[end] >= 'A' && s.p[end] <= 'Z';) end++;
        if (end == i + CODE_LETTERS && (end == s.n || s.p[end] == ' ')) return true;
        while (end < s.n && s.p[end] != ' ') end++;
    }
    return false;
}

static bool ends_in_colon(const struct source *s, size_t i)
{
    while (i-- > 0)
        if (s->lines[i].text.n) return s->lines[i].text.p[s->lines[i].text.n - 1] == ':';
    return false;
}

// Names that come back count something else: chapters, pages.
static bool is_again(const struct source *s, size_t i, size_t bytes)
{
    return i && name_bytes(text_at(s, i - 1)) == bytes &&
           memcmp(s->lines[i - 1].text.p, s->lines[i].text.p, bytes) == 0;
}

size_t table_amounts(const struct source *s, size_t i, struct draft *d, struct arena *arena)
{
    struct str header = text_at(s, i);
    if (!name_bytes(text_at(s, i + 1)) || !name_bytes(text_at(s, i + 2))) return 0;
    size_t split = header_split(header), end = i + 1;
    if (!split) return 0;
    for (size_t n; end < s->count && end < i + AMOUNT_LINES && (n = name_bytes(s->lines[end].text)); end++) {
        if (end > i + 1 && is_again(s, end, n)) return 0;
    }
    if (end < i + 1 + AMOUNT_ROWS || !(says_unit(header) || ends_in_colon(s, i))) return 0;
    draft_init(d, 2, arena);
    for (size_t k = i; k < end && !d->failed; k++) {
        struct str text = s->lines[k].text;
        size_t at = k > i ? name_bytes(text) : split;
        struct draft_row *row = draft_row(d, (uint32_t)k);
        if (!row) break;
        draft_put(d, row, 0, str_slice(text, 0, at), (uint32_t)k);
        draft_put(d, row, 1, str_slice(text, at, text.n), (uint32_t)k);
    }
    d->header = true;
    return end - i;
}

// Cells between blank lines ----------------------------------------------------------------------------------------

// The next line that isn't empty, if no other stands right before or behind it: white space alone is an empty cell.
static size_t next_cell(const struct source *s, size_t i)
{
    size_t k = i + 1;
    if (k >= s->count || s->lines[k].whole.n) return s->count;
    while (k < s->count && !s->lines[k].whole.n) k++;
    return k;
}

static bool is_cell(const struct source *s, size_t i)
{
    if (i >= s->count || s->lines[i].text.n > CELL_BYTES || s->lines[i].mark.kind != MARK_NONE) return false;
    return i + 1 == s->count || !s->lines[i + 1].whole.n;
}

// Reads a row of so many cells that begins at line *i, which becomes that of the next.
static bool take_row(const struct source *s, size_t *i, size_t columns, struct block_cell *cells)
{
    for (size_t c = 0; c < columns; c++) {
        if (!is_cell(s, *i)) return false;
        cells[c] = (struct block_cell){.text = s->lines[*i].text, .line = (uint32_t)*i};
        *i = next_cell(s, *i);
    }
    return cells[0].text.n > 0;
}

// A column's cells are all amounts or all none.
enum { WORDS = 1, AMOUNTS };
struct kinds {
    uint8_t seen[MOST_COLUMNS];
};

static bool kinds_add(struct kinds *k, const struct block_cell *cells, size_t columns)
{
    struct kinds before = *k;
    for (size_t c = 0; c < columns; c++) {
        if (!cells[c].text.n) continue;
        uint32_t form;
        uint8_t kind = cell_is_amount(cells[c].text, &form) ? AMOUNTS : WORDS;
        if (k->seen[c] && k->seen[c] != kind) {
            *k = before;
            return false;
        }
        k->seen[c] = kind;
    }
    return true;
}

// How many rows of so many cells stand below a header that begins at line i; *end: the line of the last cell.
static size_t rows_below(const struct source *s, size_t i, size_t columns, size_t *end)
{
    struct block_cell cells[MOST_COLUMNS] = {{.line = 0}};
    struct kinds kinds = {.seen = {0}};
    size_t rows = 0, amounts = 0;
    if (!take_row(s, &i, columns, cells) || !cells_are_header(cells, columns, columns)) return 0;
    for (size_t c = 0; c < columns; c++)
        if (cells[c].text.n > TITLE_BYTES) return 0;
    for (size_t at = i; rows < FAR_ROWS && take_row(s, &at, columns, cells); i = at, rows++) {
        if (!kinds_add(&kinds, cells, columns) || kinds.seen[0] != WORDS) break;
        *end = cells[columns - 1].line;
        for (size_t c = 1; c < columns; c++) amounts += kinds.seen[c] == AMOUNTS;
        if (!amounts && rows == BLANK_ROWS) break;
    }
    return amounts ? rows : 0;
}

// Short lines may be anything, unless text that leads to them stands before.
static bool is_led_to(const struct source *s, size_t i)
{
    while (i-- > 0)
        if (s->lines[i].text.n)
            return s->lines[i].text.n > CELL_BYTES || s->lines[i].text.p[s->lines[i].text.n - 1] == ':';
    return true;
}

size_t table_blanks(const struct source *s, size_t i, struct draft *d, struct arena *arena)
{
    size_t columns = LEAST_COLUMNS, end = i, rows = 0;
    if (!is_cell(s, i) || has_digit(s->lines[i].text) || !is_led_to(s, i)) return 0;
    for (; columns <= MOST_COLUMNS; columns++) {
        rows = rows_below(s, i, columns, &end);
        if (rows >= BLANK_ROWS + (columns == LEAST_COLUMNS)) break;
    }
    if (columns > MOST_COLUMNS) return 0;
    struct block_cell cells[MOST_COLUMNS] = {{.line = 0}};
    draft_init(d, columns, arena);
    for (size_t k = 0, at = i; k <= rows && !d->failed; k++) {
        size_t first = at;
        take_row(s, &at, columns, cells);
        struct draft_row *row = draft_row(d, (uint32_t)first);
        for (size_t c = 0; row && c < columns; c++) draft_put(d, row, c, cells[c].text, cells[c].line);
    }
    d->header = true;
    return end + 1 - i;
}
