#include "report/section.h"

#include "report/html.h"

#include <stdlib.h>

static const char *const KINDS[] = {"numbers", "table", "bars", "heat", "article"};

// The next line that begins with "-- ", without that; STR_NULL where none does.
static struct str next_comment(struct str *file)
{
    if (!str_starts(*file, STR("-- "))) return STR_NULL;
    const char *newline = memchr(file->p, '\n', file->n);
    size_t end = newline ? (size_t)(newline - file->p) : file->n;
    struct str line = str_slice(*file, 3, end);
    *file = str_slice(*file, end < file->n ? end + 1 : end, file->n);
    return line;
}

bool section_read(struct str file, struct section *section, struct error *error)
{
    *section = (struct section){.title = next_comment(&file)};
    struct str as = next_comment(&file), note;
    const char *colon = as.n ? memchr(as.p, ':', as.n) : NULL;
    struct str kind = colon ? str_slice(as, 0, (size_t)(colon - as.p)) : as;
    if (colon) section->columns = str_trim(str_slice(as, kind.n + 1, as.n));
    if (str_starts(kind, STR("as "))) kind = str_slice(kind, 3, kind.n);
    size_t k = 0;
    while (k < sizeof KINDS / sizeof *KINDS && !str_equal(kind, str_from(KINDS[k]))) k++;
    if (!section->title.n || k == sizeof KINDS / sizeof *KINDS)
        return error_set(error, ERROR_INTERNAL, "a file of sql/report has no head");
    section->kind = (enum section_kind)k;
    while ((note = next_comment(&file)).p) {
        if (!section->note.p) section->note = note;
        section->note.n = (size_t)(note.p + note.n - section->note.p);
    }
    section->sql = file;
    return true;
}

struct reader {
    struct arena *arena;
    struct section_answer *answer;
};

static bool read_row(void *context, int columns, const char *const *values, struct error *error)
{
    struct reader *r = context;
    struct section_answer *a = r->answer;
    const char **row = arena_alloc(r->arena, (size_t)columns * sizeof *row);
    a->rows = arena_more(r->arena, a->rows, a->count, sizeof *a->rows);
    if (!row || !a->rows) return arena_ok(r->arena, error);
    for (int i = 0; i < columns; i++) row[i] = values[i] ? arena_str(r->arena, str_from(values[i])).p : NULL;
    a->rows[a->count++] = row;
    a->columns = columns;
    return arena_ok(r->arena, error);
}

bool section_ask(const struct section *section, struct database *db, const char *value, struct arena *arena,
                 struct section_answer *answer, struct error *error)
{
    struct reader reader = {arena, answer};
    *answer = (struct section_answer){0};
    struct str sql = arena_str(arena, section->sql);
    if (!sql.p) return arena_ok(arena, error);
    return database_query(db, sql.p, value ? 1 : 0, &value, read_row, &reader, error);
}

static struct str cell(const struct section_answer *a, size_t row, int column)
{
    const char *value = column < a->columns ? a->rows[row][column] : NULL;
    return str_from(value ? value : "");
}

static bool is_number(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] < '0' || s.p[i] > '9') return false;
    return s.n > 0;
}

// 1234567: 1,234,567.
static void number(struct buf *out, struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (i && (s.n - i) % 3 == 0) buf_byte(out, ',');
        buf_byte(out, s.p[i]);
    }
}

static void value_text(struct buf *out, struct str s)
{
    if (is_number(s)) number(out, s);
    else html_text(out, s);
}

static void draw_numbers(const struct section_answer *a, struct buf *out)
{
    buf_str_add(out, STR("<dl>\n"));
    for (size_t i = 0; i < a->count; i++) {
        buf_str_add(out, STR("<div><dt>"));
        html_text(out, cell(a, i, 0));
        buf_str_add(out, STR("</dt><dd>"));
        value_text(out, cell(a, i, 1));
        buf_str_add(out, STR("</dd></div>\n"));
    }
    buf_str_add(out, STR("</dl>\n"));
}

// The name of a column of figures or days begins with #. Draws the names, and sets a bit for each column of that kind.
static void draw_columns(const struct section *section, uint64_t *counts, struct buf *out)
{
    struct str columns = section->columns;
    int column = 0;
    *counts = 0;
    if (!columns.n || str_equal(columns, STR("|"))) return;
    buf_str_add(out, STR("<thead><tr>"));
    for (size_t at = 0, end; at <= columns.n; at = end + 1, column++) {
        for (end = at; end < columns.n && columns.p[end] != '|';) end++;
        struct str name = str_trim(str_slice(columns, at, end));
        bool count = str_starts(name, STR("#"));
        if (count) *counts |= (uint64_t)1 << column;
        buf_str_add(out, count ? STR("<th scope=\"col\" class=\"n\">") : STR("<th scope=\"col\">"));
        html_text(out, count ? str_trim(str_slice(name, 1, name.n)) : name);
        buf_str_add(out, STR("</th>"));
    }
    buf_str_add(out, STR("</tr></thead>\n"));
}

// What a value holds on several lines stays so.
static void draw_lines(struct str s, struct buf *out)
{
    for (size_t at = 0, end; at <= s.n; at = end + 1) {
        const char *newline = at < s.n ? memchr(s.p + at, '\n', s.n - at) : NULL;
        end = newline ? (size_t)(newline - s.p) : s.n;
        if (at) buf_str_add(out, STR("<br>"));
        html_text(out, str_slice(s, at, end));
    }
}

// The word that a row's kind begins with is its class: heading 2.
static void draw_table(const struct section *section, const struct section_answer *a, struct buf *out)
{
    bool article = section->kind == SECTION_ARTICLE;
    buf_str_add(out, article ? STR("<article class=\"wide\"><table>\n")
                             : STR("<div class=\"wide\" tabindex=\"0\"><table>\n"));
    uint64_t counts;
    draw_columns(section, &counts, out);
    for (size_t i = 0; i < a->count; i++) {
        struct str kind = article ? cell(a, i, 1) : STR("");
        const char *space = kind.n ? memchr(kind.p, ' ', kind.n) : NULL;
        buf_str_add(out, STR("<tr"));
        if (kind.n) buf_printf(out, " class=\"%.*s\"", (int)(space ? (size_t)(space - kind.p) : kind.n), kind.p);
        buf_byte(out, '>');
        for (int c = 0; c < a->columns; c++) {
            struct str s = cell(a, i, c);
            bool count = counts >> c & 1;
            buf_str_add(out, count ? STR("<td class=\"n\">") : STR("<td>"));
            if (count) value_text(out, s);
            else if (article) draw_lines(s, out);
            else html_text(out, s);
            buf_str_add(out, STR("</td>"));
        }
        buf_str_add(out, STR("</tr>\n"));
    }
    buf_str_add(out, article ? STR("</table></article>\n") : STR("</table></div>\n"));
}

static double most_of(const struct section_answer *a, int column)
{
    double most = 1;
    for (size_t i = 0; i < a->count; i++) {
        double value = strtod(cell(a, i, column).p, NULL);
        if (value > most) most = value;
    }
    return most;
}

// In units of a picture that is 900 wide; SLANT is what the last column's name needs beside it.
enum { LABELS = 260, LANE = 560, BAR = 22, SLANT = 60 };

// A text that is cut to a number of characters; whole it is the element's title.
static void draw_label(struct str s, size_t most, struct buf *out)
{
    size_t n = 0, characters = 0;
    while (n < s.n && characters < most) {
        n++;
        while (n < s.n && ((unsigned char)s.p[n] & 0xC0) == 0x80) n++;
        characters++;
    }
    html_text(out, str_slice(s, 0, n));
    if (n < s.n) buf_str_add(out, STR("…"));
}

static void draw_bars(const struct section_answer *a, struct buf *out)
{
    double most = most_of(a, 1);
    buf_printf(out, "<svg viewBox=\"0 0 900 %zu\" role=\"img\">\n", a->count * BAR);
    for (size_t i = 0; i < a->count; i++) {
        double value = strtod(cell(a, i, 1).p, NULL);
        size_t y = i * BAR;
        buf_str_add(out, STR("<g><title>"));
        html_text(out, cell(a, i, 0));
        buf_str_add(out, STR(": "));
        value_text(out, cell(a, i, 1));
        buf_printf(out, "</title><text x=\"%d\" y=\"%zu\" text-anchor=\"end\">", LABELS - 8, y + 15);
        draw_label(cell(a, i, 0), 38, out);
        buf_printf(
            out,
            "</text><rect class=\"lane\" x=\"%d\" y=\"%zu\" width=\"%d\" height=\"16\"/><rect class=\"bar\" x=\"%d\" "
            "y=\"%zu\" width=\"%.1f\" height=\"16\"/><text x=\"%d\" y=\"%zu\">",
            LABELS, y + 3, LANE, LABELS, y + 3, LANE * value / most, LABELS + LANE + 8, y + 15);
        value_text(out, cell(a, i, 1));
        buf_str_add(out, STR("</text></g>\n"));
    }
    buf_str_add(out, STR("</svg>\n"));
}

enum { HEAT_MOST = 40 };  // rows, and columns, of a picture

// The names of a column of the answer, each once, as they come first.
static int names_of(const struct section_answer *a, int column, struct str *names)
{
    int count = 0;
    for (size_t i = 0; i < a->count; i++) {
        int n = 0;
        while (n < count && !str_equal(names[n], cell(a, i, column))) n++;
        if (n == count && count < HEAT_MOST) names[count++] = cell(a, i, column);
    }
    return count;
}

static int place_of(struct str name, const struct str *names, int count)
{
    for (int i = 0; i < count; i++)
        if (str_equal(names[i], name)) return i;
    return -1;
}

static void draw_heat(const struct section_answer *a, struct buf *out)
{
    struct str rows[HEAT_MOST], columns[HEAT_MOST];
    int row_count = names_of(a, 0, rows), column_count = names_of(a, 1, columns);
    double most = most_of(a, 2), width = (900.0 - LABELS - SLANT) / column_count;
    buf_printf(out, "<svg viewBox=\"0 0 900 %d\" role=\"img\">\n", (row_count + 4) * BAR);
    for (int i = 0; i < column_count; i++) {
        double x = LABELS + (i + .5) * width;
        buf_printf(out, "<text transform=\"translate(%.1f %d) rotate(-40)\">", x, 4 * BAR - 6);
        draw_label(columns[i], 18, out);
        buf_str_add(out, STR("</text>\n"));
    }
    for (int i = 0; i < row_count; i++) {
        buf_printf(out, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">", LABELS - 8, (i + 4) * BAR + 15);
        draw_label(rows[i], 38, out);
        buf_str_add(out, STR("</text>\n"));
    }
    for (size_t i = 0; i < a->count; i++) {
        int row = place_of(cell(a, i, 0), rows, row_count), column = place_of(cell(a, i, 1), columns, column_count);
        double share = strtod(cell(a, i, 2).p, NULL) / most;
        if (row < 0 || column < 0) continue;
        buf_printf(out,
                   "<g><rect class=\"bar\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" opacity=\"%.2f\"><title>",
                   LABELS + column * width + 1, (row + 4) * BAR + 1, width - 2, BAR - 2, .15 + .6 * share);
        html_text(out, rows[row]);
        buf_str_add(out, STR(", "));
        html_text(out, columns[column]);
        buf_str_add(out, STR(": "));
        value_text(out, cell(a, i, 2));
        buf_printf(out, "</title></rect><text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">",
                   LABELS + (column + .5) * width, (row + 4) * BAR + 15);
        value_text(out, cell(a, i, 2));
        buf_str_add(out, STR("</text></g>\n"));
    }
    buf_str_add(out, STR("</svg>\n"));
}

// Lines of a comment as one.
static void draw_note(struct str note, struct buf *out)
{
    for (struct str line; note.n;) {
        const char *newline = memchr(note.p, '\n', note.n);
        line = newline ? str_slice(note, 0, (size_t)(newline - note.p) + 1) : note;
        note = str_slice(note, line.n, note.n);
        html_text(out, str_trim(line));
        if (note.n) buf_byte(out, ' ');
        if (str_starts(note, STR("-- "))) note = str_slice(note, 3, note.n);
    }
}

void section_draw(const struct section *section, const struct section_answer *answer, int number_of, struct buf *out)
{
    if (!answer->count) return;
    buf_printf(out, "<section>\n<h2 id=\"s%d\">", number_of);
    html_text(out, section->title);
    buf_str_add(out, STR("</h2>\n"));
    if (section->note.p) {
        buf_str_add(out, STR("<p>"));
        draw_note(section->note, out);
        buf_str_add(out, STR("</p>\n"));
    }
    switch (section->kind) {
    case SECTION_NUMBERS: draw_numbers(answer, out); break;
    case SECTION_BARS: draw_bars(answer, out); break;
    case SECTION_HEAT: draw_heat(answer, out); break;
    default: draw_table(section, answer, out);
    }
    buf_str_add(out, STR("</section>\n"));
}
