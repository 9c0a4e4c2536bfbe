#include "parse/structure.h"

#include "base/utf8.h"
#include "parse/cells.h"

static bool is_marked_item(struct str s)
{
    return s.n >= 2 && s.p[0] == '-' && str_space_first(str_slice(s, 1, s.n));
}

static bool is_letter(unsigned char c)
{
    return c >= 0x80 || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

// A title by the usual test: at most 12 words, no final punctuation, mostly letters.
static bool looks_like_title(struct str s)
{
    size_t words = 1, letters = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == ' ') words++;
        letters += is_letter((unsigned char)s.p[i]);
    }
    static const char finals[] = ".!:;,";
    return s.n && words <= 12 && letters * 2 > s.n && !memchr(finals, s.p[s.n - 1], sizeof finals - 1);
}

static void decide_line(struct line *lines, size_t count, size_t i)
{
    struct line *line = &lines[i];
    struct str s = str_trim(line->text);
    if (!s.n) line->kind = LINE_BLANK;
    else if (is_delimiter_line(s)) line->kind = LINE_DELIMITER;
    else if (row_style_of(s) != ROW_STYLE_NONE) line->kind = LINE_ROW;
    else if (is_marked_item(s)) line->kind = LINE_ITEM;
    else if (!looks_like_title(s)) line->kind = LINE_PARAGRAPH;
    else if (i + 1 == count && count > 1) line->kind = LINE_LEFTOVER;
    else line->kind = LINE_HEADING;
    line->level = 2;
    line->confidence = 0.5f;
    line->reason = line->kind == LINE_HEADING ? "short, no final punctuation" : NULL;
}

bool structure_decide(struct line *lines, size_t count, struct arena *arena)
{
    (void)arena;
    for (size_t i = 0; i < count; i++) {
        decide_line(lines, count, i);
        enum line_kind before = i ? lines[i - 1].kind : LINE_BLANK;
        bool in_table = before == LINE_ROW || before == LINE_DELIMITER;
        lines[i].starts_block =
            lines[i].kind == LINE_ROW ? !in_table : lines[i].kind == LINE_ITEM && before != LINE_ITEM;
    }
    return true;
}
