#include "facts/fact_columns.h"

#include "base/utf8.h"
#include "facts/item_key.h"
#include "facts/value_date.h"

#define NAME_BYTES   60  // of a column of names, in the mean
#define FIGURE_BYTES 30

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

// st, am, present, a month or day of the week: what a figure may be written with.
static bool is_of_figures(struct str word)
{
    static const char words[] =
        "|st|nd|rd|th|am|pm|t|to|present|mon|monday|tue|tuesday|wed|wednesday|thu|thursday|fri|friday|sat|saturday|sun|"
        "sunday|de|"
        "heute|bis|uhr|";
    char lower[17];
    if (word.n > sizeof lower) return false;
    for (size_t i = 0; i < word.n; i++) lower[i] = (char)lower_case((unsigned char)word.p[i]);
    word.p = lower;
    return str_is_listed(words, word) || value_month(word);
}

bool fact_is_figures(struct str s)
{
    if (s.n > FIGURE_BYTES || !has_digit(s)) return false;
    for (size_t at = 0, width, word = 0; at <= s.n; at += width) {
        uint32_t c = at < s.n ? (unsigned char)s.p[at] : 0;
        width = 1;
        if (c >= 0x80) c = utf8_decode(str_slice(s, at, s.n), &width);
        if (is_key_letter(c)) {
            word += width;
            continue;
        }
        if (word && !is_of_figures(str_slice(s, at - word, at))) return false;
        word = 0;
        if (at == s.n) break;
    }
    return true;
}

// Whether the text is new among the first of the column.
static bool is_new(struct fact_column *c, struct str s)
{
    uint32_t hash = 2166136261u;  // FNV-1a
    for (size_t i = 0; i < s.n; i++) hash = (hash ^ (unsigned char)s.p[i]) * 16777619u;
    for (uint32_t i = 0; i < c->different; i++)
        if (c->hashes[i] == hash) return false;
    c->hashes[c->different] = hash;
    return true;
}

void fact_cells_read(struct fact_cell *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct fact_cell *cell = &cells[i];
        cell->absent = value_is_absent(cell->text.text);
        if (!cell->absent) value_read(cell->text.text, DECIMAL_POINT, &cell->typed);
    }
}

static void count_cell(struct fact_column *c, const struct fact_cell *cell)
{
    struct party parties[PARTIES_MOST];
    struct str s = cell->text.text;
    c->filled++;
    c->bytes += s.n;
    c->colons += str_ends(s, STR(":"));
    if (c->filled <= FACT_SAMPLE) c->different += is_new(c, s);
    if (cell->typed.kind != VALUE_NONE) {
        c->typed++;
        if (cell->typed.kind != VALUE_NUMBER || s.n < 3) return;
        enum decimal_sign sign = value_decimal(s);
        c->points += sign == DECIMAL_POINT;
        c->commas += sign == DECIMAL_COMMA;
    } else if (fact_is_figures(value_trim(s))) {
        c->figures++;
    } else if (cell->text.count) {
        c->entities += parties_of(&cell->text, parties) > 0;
    }
}

void fact_columns_of(const struct fact_table *t, int32_t row_no, struct fact_column *columns, size_t count)
{
    memset(columns, 0, count * sizeof *columns);
    for (size_t i = 0; i < t->cell_count; i++) {
        const struct fact_cell *cell = &t->cells[i];
        if (cell->row_no >= row_no && (size_t)cell->column_no <= count && !cell->absent)
            count_cell(&columns[cell->column_no - 1], cell);
    }
}

// Whether a column can tell rows apart by names.
static bool names_rows(const struct fact_column *c)
{
    uint32_t sample = c->filled < FACT_SAMPLE ? c->filled : FACT_SAMPLE;
    return c->filled && !fact_column_is_typed(c) && c->bytes <= (size_t)NAME_BYTES * c->filled &&
           (5 * c->different >= 3 * sample || 2 * c->entities > c->filled);
}

size_t fact_subject(const struct fact_column *columns, size_t count)
{
    if (columns[0].filled && !fact_column_is_typed(&columns[0])) return 0;
    for (size_t i = 1; i < count; i++)
        if (2 * columns[i].filled >= columns[0].filled && names_rows(&columns[i])) return i;
    return 0;
}

static enum decimal_sign sign_of(size_t points, size_t commas)
{
    if (points && !commas) return DECIMAL_POINT;
    return commas && !points ? DECIMAL_COMMA : DECIMAL_UNKNOWN;
}

enum decimal_sign fact_decimal(const struct fact_column *columns, size_t count, size_t column,
                               enum decimal_sign language)
{
    size_t points = 0, commas = 0;
    enum decimal_sign own = sign_of(columns[column].points, columns[column].commas);
    if (own) return own;
    for (size_t i = 0; i < count; i++) points += columns[i].points, commas += columns[i].commas;
    enum decimal_sign of_table = sign_of(points, commas);
    return of_table ? of_table : language;
}

bool fact_first_row_heads(const struct fact_table *t, const struct fact_column *below)
{
    struct party parties[PARTIES_MOST];
    bool heads = false, rows = t->cell_count && t->cells[t->cell_count - 1].row_no >= 3;
    for (size_t i = 0; rows && i < t->cell_count && t->cells[i].row_no == 1; i++) {
        const struct fact_cell *cell = &t->cells[i];
        if (cell->column_no > FACT_COLUMNS) break;
        const struct fact_column *c = &below[cell->column_no - 1];
        if (cell->typed.kind != VALUE_NONE || cell->text.text.n > FACT_ITEM_BYTES) return false;
        if (cell->absent && cell->column_no > 1) return false;
        if (cell->column_no == 1 && c->entities && parties_of(&cell->text, parties)) return false;
        if (!cell->absent && !has_digit(cell->text.text) && c->filled && c->typed == c->filled) heads = true;
    }
    return heads;
}
