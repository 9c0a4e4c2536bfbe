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

void parts_add(struct parts *parts, enum parts_kind kind, int level, struct str marker, struct str text)
{
    struct buf *out = &parts->text;
    if (!str_trim(text).n) return;
    bool item = kind == PARTS_ITEM;
    if (out->n) buf_str_add(out, item && parts->in_list ? STR("\n") : STR("\n\n"));
    parts->in_list = item;
    switch (kind) {
    case PARTS_HEADING:
        for (int i = 0; i < level && i < 6; i++) buf_byte(out, '#');
        buf_byte(out, ' ');
        put_text(out, text, false);
        break;
    case PARTS_ITEM:
        for (int i = 0; i < level && i < 20; i++) buf_str_add(out, STR("    "));
        if (marker.n) buf_str_add(out, marker);
        else buf_byte(out, '-');
        buf_byte(out, ' ');
        put_text(out, text, false);
        break;
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
