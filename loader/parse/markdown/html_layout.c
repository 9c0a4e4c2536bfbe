// Tables of HTML that only lay out what is in them, by the rules for pages (parse/html/table.c): where nothing says
// that they hold data (<th>, <thead>, <caption>), those of one cell or one column, with a table within, or with
// headings, but for a first row of headings alone that names columns; and those that say so themselves.
#include "parse/html_text.h"
#include "parse/markdown/markdown.h"

#include <strings.h>

struct look {
    bool data, nests, done;
    bool fenced, in_cell, in_heading;
    bool heading, text;  // in the open cell: the latter beside a heading
    size_t cells, rows, wide_rows, row_cells;
    size_t titles, texts, mixed;  // cells of the first row: a heading alone, none, one beside text
    bool blocks;                  // a heading anywhere else
};

static bool is_name(struct str name, const char *what)
{
    return name.n == strlen(what) && strncasecmp(name.p, what, name.n) == 0;
}

static void end_cell(struct look *k)
{
    if (!k->in_cell) return;
    if (k->rows > 1) k->blocks |= k->heading;
    else if (k->heading && !k->text) k->titles++;
    else if (k->heading) k->mixed++;
    else k->texts += k->text;
    k->in_cell = k->in_heading = k->heading = k->text = false;
}

static void end_row(struct look *k)
{
    end_cell(k);
    k->wide_rows += k->row_cells > 1;
    k->row_cells = 0;
}

static void see_tag(struct look *k, struct str name, bool closes)
{
    bool cell = is_name(name, "td") || is_name(name, "th");
    if (is_name(name, "table")) {
        k->nests = !closes;
        k->done = true;
    } else if (is_name(name, "tr")) {
        end_row(k);
        k->rows += !closes;
    } else if (cell) {
        end_cell(k);
        k->in_cell = !closes;
        k->cells += !closes;
        k->row_cells += !closes;
        k->rows += !k->rows;
    }
    if (is_name(name, "th") || is_name(name, "thead") || is_name(name, "caption")) k->data = k->done = true;
    if (name.n == 2 && (name.p[0] | 0x20) == 'h' && name.p[1] >= '1' && name.p[1] <= '6') {
        k->in_heading = !closes;
        k->heading = true;
    }
}

// A heading of Markdown on a line of its own. Returns the bytes of it; 0 when there is none.
static size_t see_line(struct look *k, struct str line)
{
    size_t signs = 0;
    if (str_starts(line, STR("```")) || str_starts(line, STR("~~~"))) k->fenced = !k->fenced;
    while (signs < line.n && line.p[signs] == '#') signs++;
    if (k->fenced || !k->in_cell || !signs || signs > 6 || signs == line.n || line.p[signs] != ' ') return 0;
    k->heading = true;
    const char *end = memchr(line.p, '\n', line.n);
    return end ? (size_t)(end - line.p) : line.n;
}

static void look_at(struct look *k, struct str s)
{
    for (size_t at = 0; at < s.n && !k->done;) {
        bool begins = at == 0 || s.p[at - 1] == '\n';
        size_t heading = begins ? see_line(k, str_slice(s, at, s.n)) : 0, name = at + 1;
        if (heading) {
            at += heading;
            continue;
        }
        bool closes = name < s.n && s.p[name] == '/';
        size_t end = name += closes;
        while (end < s.n && str_is_word_byte(s.p[end])) end++;
        if (s.p[at] != '<' || end == name || k->fenced) {
            k->text |= !k->in_heading && (unsigned char)s.p[at] > ' ';
            at++;
            continue;
        }
        const char *close = memchr(s.p + end, '>', s.n - end);
        see_tag(k, str_slice(s, name, end), closes);
        k->text |= is_name(str_slice(s, name, end), "img") && !k->in_heading;
        k->done |= !close;
        at = close ? (size_t)(close - s.p) + 1 : s.n;
    }
}

bool markdown_html_lays_out(const struct html_tag *table, struct str rest, struct str behind)
{
    struct look k = {0};
    struct str role = html_attribute(table->attributes, "role");
    if (is_name(role, "presentation") || is_name(role, "none")) return true;
    look_at(&k, str_slice(rest, table->bytes, rest.n));
    look_at(&k, behind);
    end_row(&k);
    if (k.data || !k.cells) return false;
    bool names = k.titles > 1 && !k.texts && !k.mixed && k.wide_rows > 1;
    return k.nests || !k.wide_rows || k.blocks || k.mixed || (k.titles && !names);
}
