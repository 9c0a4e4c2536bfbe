#include "input/parts.h"

#include <stdio.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// Whether the character at i begins what is no text at a line's beginning.
static bool opens_block(struct str s, size_t i)
{
    size_t n = i;
    while (n < s.n && is_digit(s.p[n])) n++;
    if (n > i) return false;
    return memchr("#+-=:>!.)", s.p[i], 9) != NULL;
}

// White space is one blank, or a line end where `lines` are kept, so that no line is blank.
static void put_text(struct buf *out, struct str s, bool lines)
{
    bool start = true, number = false;
    s = str_trim(s);
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (memchr(" \t\r\n", c, 4)) {
            bool line = false;
            while (i < s.n && memchr(" \t\r\n", s.p[i], 4)) line = s.p[i++] == '\n' || line;
            buf_byte(out, line && lines ? '\n' : ' ');
            start = line && lines;
            number = false;
            i--;
            continue;
        }
        bool mark = memchr("\\`*_[]<>&~|{}^$", c, 15) != NULL;
        if (mark || (start && opens_block(s, i)) || (number && (c == '.' || c == ')'))) buf_byte(out, '\\');
        buf_byte(out, c);
        number = (start || number) && is_digit(c);
        start = false;
    }
}

static void put_code(struct buf *out, struct str s)
{
    size_t longest = 2, run = 0;
    for (size_t i = 0; i < s.n; i++) {
        run = s.p[i] == '`' ? run + 1 : 0;
        if (run > longest) longest = run;
    }
    for (size_t i = 0; i <= longest; i++) buf_byte(out, '`');
    buf_byte(out, '\n');
    buf_str_add(out, s);
    if (s.p[s.n - 1] != '\n') buf_byte(out, '\n');
    for (size_t i = 0; i <= longest; i++) buf_byte(out, '`');
}

// HTML ends at a blank line in Markdown.
static void put_html(struct buf *out, struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] != '\n' || (i && s.p[i - 1] != '\n')) buf_byte(out, s.p[i]);
}

// The number of (12), 12) or 12.; empty for what Markdown has not: 1.1., (a).
static struct str number_of(struct str marker)
{
    while (marker.n && marker.p[0] == '(') marker = str_slice(marker, 1, marker.n);
    while (marker.n && memchr(".)", marker.p[marker.n - 1], 2)) marker.n--;
    for (size_t i = 0; i < marker.n; i++)
        if (!is_digit(marker.p[i])) return STR("");
    return marker.n < 10 ? marker : STR("");
}

// An item as deep as there are items around it that were given smaller levels.
static void put_item(struct parts *parts, int level, struct str marker, struct str text)
{
    struct buf *out = &parts->text;
    struct str number = number_of(marker);
    bool ordered = number.n > 0;
    if (!parts->in_list) parts->depth = 0;
    if (out->n) buf_str_add(out, parts->in_list && !ordered ? STR("\n") : STR("\n\n"));
    while (parts->depth && parts->items[parts->depth - 1].level >= level) parts->depth--;
    size_t indent = parts->depth ? parts->items[parts->depth - 1].indent : 0;
    for (size_t i = 0; i < indent; i++) buf_byte(out, ' ');
    buf_str_add(out, ordered ? number : STR("-"));
    buf_str_add(out, ordered ? STR(". ") : STR(" "));
    if (marker.n && !ordered) put_text(out, marker, false);
    if (marker.n && !ordered) buf_byte(out, ' ');
    put_text(out, text, false);
    if (parts->depth == PARTS_DEPTH) return;
    parts->items[parts->depth].level = level;
    parts->items[parts->depth++].indent = indent + (ordered ? number.n + 1 : 1) + 1;
}

void parts_add(struct parts *parts, enum parts_kind kind, int level, struct str marker, struct str text)
{
    struct buf *out = &parts->text;
    if (!str_trim(text).n) return;
    bool item = kind == PARTS_ITEM;
    if (item) put_item(parts, level, marker, text);
    else if (out->n) buf_str_add(out, STR("\n\n"));
    parts->in_list = item;
    switch (kind) {
    case PARTS_HEADING:
        for (int i = 0; i < level && i < 6; i++) buf_byte(out, '#');
        buf_byte(out, ' ');
        put_text(out, text, false);
        break;
    case PARTS_ITEM: break;
    case PARTS_CODE: put_code(out, text); break;
    case PARTS_HTML: put_html(out, str_trim(text)); break;
    default: put_text(out, text, true); break;
    }
}

static void put_row(struct buf *out, const struct str *cells, size_t columns)
{
    buf_byte(out, '|');
    for (size_t i = 0; i < columns; i++) {
        buf_byte(out, ' ');
        if (cells) put_text(out, cells[i], false);
        buf_str_add(out, STR(" |"));
    }
    buf_byte(out, '\n');
}

void parts_add_table(struct parts *parts, const struct str *cells, size_t rows, size_t columns, bool headless)
{
    struct buf *out = &parts->text;
    if (!rows || !columns) return;
    if (out->n) buf_str_add(out, STR("\n\n"));
    parts->in_list = false;
    put_row(out, headless ? NULL : cells, columns);
    buf_byte(out, '|');
    for (size_t i = 0; i < columns; i++) buf_str_add(out, STR("---|"));
    buf_byte(out, '\n');
    for (size_t row = !headless; row < rows; row++) put_row(out, cells + row * columns, columns);
    if (out->n) out->n--;  // the last line end
}
