#include "parse/layout/code.h"
#include "parse/layout/columns.h"
#include "parse/layout/draft.h"
#include "parse/layout/heading.h"
#include "parse/layout/list.h"
#include "parse/layout/page.h"
#include "parse/layout/quote.h"
#include "parse/layout/refs.h"
#include "parse/layout/table.h"
#include "parse/line.h"

enum {
    DEFINITION_INDENT = 4,  // columns that a definition stands behind its term, at least …
    DEFINITION_FAR = 10,    // … and at most
    TERM_COLUMNS = 60,
    COLUMN_TRIES = 8,  // lines of a block at which a table of columns is looked for
};

struct reader {
    const struct article *article;
    struct arena *arena, *scratch;
    struct source source;
    struct wrap wrap;
    struct refs refs;
    struct lines *out;
    size_t room;
    size_t at;       // line of the source
    uint8_t blanks;  // right before it
    struct list_depth list;
    uint32_t item_column;  // where the text of the last item begins
    uint32_t defined;      // one more than the indent of the next line, when that is a further term; else 0
    int tries;             // lines since the last blank one at which no table of columns was found
    size_t no_prose;       // behind the lines in which prose set in columns was looked for in vain
    bool quotes;           // text quoted by > is looked for
    bool failed;
};

static struct line *add(struct reader *r, size_t first, size_t last, struct str text)
{
    struct lines *out = r->out;
    if (out->count == r->room) {
        out->lines = arena_grow(r->scratch, out->lines, r->room, 2 * r->room, sizeof *out->lines);
        r->room *= 2;
    }
    r->failed |= !out->lines;
    if (r->failed) return NULL;
    const struct source_line *s = &r->source.lines[first];
    uint32_t indent = s->indent > r->source.body ? s->indent - r->source.body : 0;
    struct line *line = &out->lines[out->count++];
    *line = (struct line){.ordinal = -1, .rule = LINE_NO_RULE};
    line->text = refs_strip(&r->refs, text, r->arena, &line->links, &line->link_count);
    line->first = (uint32_t)first;
    line->last = (uint32_t)last;
    line->blanks = r->blanks;
    line->indent = (uint8_t)(indent < UINT8_MAX ? indent : UINT8_MAX);
    r->blanks = 0;
    return line;
}

// Lines `first` to `last` as one text, without `bytes` at its beginning and `further` at that of each further line.
// What was broken behind a hyphen is joined to it.
static struct str joined(struct reader *r, size_t first, size_t last, size_t bytes, size_t further)
{
    struct str text = r->source.lines[first].text;
    text = str_trim(str_slice(text, bytes, text.n));
    if (first == last) return text;
    size_t n = 0;
    for (size_t i = first; i <= last; i++) n += r->source.lines[i].text.n + 1;
    char *out = arena_alloc(r->arena, n);
    r->failed |= !out;
    if (!out) return STR("");
    n = 0;
    for (size_t i = first; i <= last; i++) {
        struct str line = r->source.lines[i].text, more = i == first ? text : str_slice(line, further, line.n);
        if (n && more.n && !source_runs_on((struct str){out, n}, more)) out[n++] = ' ';
        memcpy(out + n, more.p, more.n);
        n += more.n;
    }
    return (struct str){out, n};
}

// Tables ----------------------------------------------------------------------------------------------------------

// | a | b |, as newer extractors print a row: what a line's neighbours see of it.
static struct str row_text(struct reader *r, const struct draft *d, const struct draft_row *row)
{
    size_t n = 2;
    for (size_t i = 0; i < d->columns; i++) n += row->cells[i].text.n + 3;
    char *out = arena_alloc(r->arena, n), *p = out;
    r->failed |= !out;
    if (!out) return STR("");
    *p++ = '|';
    for (size_t i = 0; i < d->columns; i++) {
        *p++ = ' ';
        memcpy(p, row->cells[i].text.p, row->cells[i].text.n);
        p += row->cells[i].text.n;
        *p++ = ' ', *p++ = '|';
    }
    return (struct str){out, (size_t)(p - out)};
}

static void add_table(struct reader *r, const struct draft *d)
{
    for (size_t k = 0; k < d->count && !r->failed; k++) {
        struct draft_row *row = &d->rows[k];
        for (size_t i = 0; i < d->columns; i++) row->cells[i].line += r->article->first_line;
        const struct block_link *links = NULL;
        size_t count = 0;
        for (size_t i = 0; i < d->columns && refs_any(&r->refs); i++)
            row->cells[i].text = str_trim(refs_strip(&r->refs, row->cells[i].text, r->arena, &links, &count));
        struct line *line = add(r, row->first, row->last, row_text(r, d, row));
        if (!line) return;
        line->links = links;
        line->link_count = count;
        line->form = !k && d->header ? FORM_HEADER : FORM_ROW;
        line->starts = !k;
        line->cells = row->cells;
        line->cell_count = (uint16_t)d->columns;
        line->rule = !k && d->header ? d->rule : LINE_NO_RULE;
    }
    r->list.depth = 0;
}

// What looks like a table is prose set in columns.
static bool read_columns(struct reader *r)
{
    struct columns found;
    if (r->at < r->no_prose || r->out->speakers) return false;
    size_t end = columns_read(&r->source, r->at, &found, r->arena);
    r->failed |= found.failed;
    if (!found.count) r->no_prose = end;
    for (size_t k = 0; k < found.count && !r->failed; k++) {
        const struct columns_piece *p = &found.pieces[k];
        struct line *line = add(r, p->first, p->last, p->text);
        if (line) line->form = p->alone ? FORM_OPEN : FORM_TEXT;
    }
    if (found.count) r->at = end, r->list.depth = 0;
    return found.count;
}

static bool read_table(struct reader *r)
{
    struct source *s = &r->source;
    struct draft d = {.failed = false};
    size_t n = 0;
    if (s->rules) n = table_grid(s, r->at, &d, r->arena);
    if (!n && s->rules) n = table_ruled(s, r->at, &d, r->arena);
    if (!n && s->rules) n = table_bars(s, &r->wrap, r->at, &d, r->arena);
    if (!n && s->tabs) n = table_tabs(s, r->at, &d, r->arena);
    if (!n && s->amounts == SOURCE_AMOUNTS) n = table_amounts(s, r->at, &d, r->arena);
    if (!n && r->out->layout == LAYOUT_BLOCKS && !r->out->page) n = table_blanks(s, r->at, &d, r->arena);
    if (!n && s->gaps && r->tries < COLUMN_TRIES) {
        n = table_columns(s, &r->wrap, r->at, &d, r->arena);
        r->tries = n ? 0 : r->tries + 1;
        if (n && read_columns(r)) return true;
    }
    r->failed |= d.failed;
    if (!n || r->failed) return false;
    add_table(r, &d);
    r->at += n;
    return true;
}

// Headings --------------------------------------------------------------------------------------------------------

// Among other lines with such a mark, or in the midst of text, it is a comment's or a shell's.
static bool stands_apart(const struct reader *r, size_t i)
{
    const struct source *s = &r->source;
    if (s->lines[i].indent > s->body) return false;
    if (r->wrap.layout != LAYOUT_LINES) return (!i || source_blank(s, i - 1)) && source_blank(s, i + 1);
    return !(i && !source_blank(s, i - 1) && s->lines[i - 1].text.p[0] == '#') &&
           !(!source_blank(s, i + 1) && s->lines[i + 1].text.p[0] == '#');
}

static bool read_heading(struct reader *r)
{
    size_t i = r->at;
    struct str text = r->source.lines[i].text;
    int level = stands_apart(r, i) ? heading_hashes(text) : 0, under = level ? 0 : heading_underlined(&r->source, i);
    if (!level && !under) return false;
    if (level) {
        text = str_trim(str_slice(text, (size_t)level, text.n));
        while (text.n > 1 && text.p[text.n - 1] == '#') text.n--;
    }
    struct line *line = add(r, i, under ? i + 1 : i, str_trim(text));
    if (!line) return false;
    line->form = FORM_HEADING;
    line->depth = (uint8_t)(level ? level : under);
    r->at += under ? 2 : 1;
    r->list.depth = 0;
    return true;
}

// Lists -----------------------------------------------------------------------------------------------------------

static bool is_plain(const struct reader *r, size_t i)
{
    return !source_blank(&r->source, i) && r->source.lines[i].mark.kind == MARK_NONE;
}

// 1.2. or 4.1.3, as lists of contents have it: a line of its own, under whatever it stands.
static bool begins_with_path(struct str s)
{
    size_t at = 0, parts = 0;
    for (size_t start; at < s.n; at++, parts++) {
        for (start = at; at < s.n && s.p[at] >= '0' && s.p[at] <= '9';) at++;
        if (at == start || at >= s.n || s.p[at] != '.') break;
    }
    return parts > 1 || (parts && at < s.n && at > 0 && s.p[at - 1] != '.' && str_space_first(str_slice(s, at, s.n)));
}

// Last line of the text that begins at line i: what was wrapped, and what stands under an item's text.
static size_t text_end(const struct reader *r, size_t i, uint32_t column)
{
    const struct source *s = &r->source;
    for (; is_plain(r, i + 1); i++) {
        bool under = column && s->lines[i + 1].indent + 1 >= column && !begins_with_path(s->lines[i + 1].text);
        if (!under && !wrap_goes_on(s, &r->wrap, i)) break;
    }
    return i;
}

static void read_item(struct reader *r)
{
    const struct source_line *s = &r->source.lines[r->at];
    const struct mark *mark = &s->mark;
    uint32_t column = s->indent + source_columns(str_slice(s->text, 0, mark->bytes), s->indent);
    size_t first = r->at, end = first;
    if (mark->alone && is_plain(r, first + 1) && r->source.lines[first + 1].indent >= s->indent) end++;
    end = text_end(r, end, column > s->indent + 1 ? column : column + 1);
    struct str text = joined(r, first, end, mark->bytes, 0);
    bool starts = !r->list.depth;
    int depth = list_depth_of(&r->list, s->indent);
    r->item_column = column;
    r->at = end + 1;
    struct line *line = text.n ? add(r, first, end, text) : NULL;
    if (!line) return;
    line->form = FORM_ITEM;
    line->starts = starts;
    line->depth = (uint8_t)depth;
    line->marked = first == end ? s->text : STR("");
    line->ordinal = mark->kind == MARK_BULLET || mark->kind == MARK_SIGN ? -1 : mark->value;
}

// A term and, indented below it, what it means.
static bool is_definition(const struct reader *r, size_t i)
{
    const struct source *s = &r->source;
    if (!is_plain(r, i) || !is_plain(r, i + 1) || s->lines[i].text.n > TERM_COLUMNS) return false;
    const struct source_line *term = &s->lines[i], *text = term + 1;
    if (text->indent < term->indent + DEFINITION_INDENT || text->indent > term->indent + DEFINITION_FAR) return false;
    return !strchr(".!?:", term->text.p[term->text.n - 1]) && !wrap_goes_on(s, &r->wrap, i);
}

// Another term stands behind the definition that ends at line `end`, as far to the left as the first.
static bool is_followed(const struct reader *r, size_t i, size_t end)
{
    size_t next = end + 1;
    while (source_blank(&r->source, next) && next < r->source.count && next <= end + 2) next++;
    return is_definition(r, next) && r->source.lines[next].indent == r->source.lines[i].indent;
}

// Terms with definitions are items with a label; one alone may be anything.
static bool read_definition(struct reader *r)
{
    const struct source_line *term = &r->source.lines[r->at];
    if (r->wrap.layout != LAYOUT_WRAPPED || !is_definition(r, r->at)) return false;
    size_t first = r->at, end = text_end(r, first + 1, term[1].indent);
    bool starts = !r->list.depth, followed = is_followed(r, first, end);
    if (!followed && r->defined != term->indent + 1) return false;
    struct line *line = add(r, first, end, joined(r, first + 1, end, 0, 0));
    if (!line) return true;
    line->form = FORM_ITEM;
    line->starts = starts;
    line->depth = (uint8_t)list_depth_of(&r->list, term->indent);
    line->label = term->text;
    r->item_column = term[1].indent;
    r->defined = followed ? term->indent + 1 : 0;
    r->at = end + 1;
    return true;
}

static bool read_marked_behind(struct reader *r)
{
    const struct source *s = &r->source;
    size_t end = list_behind_end(s, r->at);
    if (end == r->at) return false;
    for (bool starts = true; r->at < end && !r->failed; r->at += 2, starts = false) {
        struct line *line = add(r, r->at, r->at + 1, s->lines[r->at].text);
        if (!line) return true;
        line->form = FORM_ITEM;
        line->starts = starts;
        line->depth = 1;
    }
    return true;
}

// Text -------------------------------------------------------------------------------------------------------------

static void read_text(struct reader *r)
{
    const struct source_line *s = &r->source.lines[r->at];
    size_t first = r->at, end = text_end(r, first, 0);
    // under an item's text, behind a blank line: its further paragraph
    bool inside = r->list.depth && r->blanks && s->indent > r->source.body && s->indent + 1 >= r->item_column;
    struct line *line = add(r, first, end, end > first ? joined(r, first, end, 0, 0) : s->whole);
    if (line) line->inside = inside;
    bool apart = r->wrap.layout == LAYOUT_WRAPPED && !r->list.depth;
    if (line && apart && quote_set_in(&r->source, first, end)) line->form = FORM_QUOTE;
    if (line && s->speaks) line->form = FORM_TEXT, line->text = str_trim(line->text);
    if (!inside) r->list.depth = 0;
    r->at = end + 1;
}

// > quoted text, as mail has it: wrapped lines are joined without their marks, and a mark alone parts paragraphs.
static bool read_quote(struct reader *r)
{
    const struct source *s = &r->source;
    size_t marks = r->quotes ? quote_marks(s, r->at) : 0;
    if (!marks || quote_parts(s, r->at)) return false;
    bool before = r->out->count && r->out->lines[r->out->count - 1].form == FORM_QUOTE;
    if (r->wrap.layout != LAYOUT_WRAPPED && !before && !quote_tells(s, r->at)) return false;
    size_t first = r->at, end = first;
    while (quote_marks(s, end + 1) == marks && !quote_parts(s, end + 1) && wrap_goes_on(s, &r->wrap, end)) end++;
    // one line that goes on without the mark: its author has typed the sign, and a program wrapped the line
    if (first == end && is_plain(r, end + 1) && !quote_marks(s, end + 1) && wrap_goes_on(s, &r->wrap, end))
        return false;
    for (r->at = end + 1; quote_parts(s, r->at);) r->at++;
    struct line *line = add(r, first, end, joined(r, first, end, marks, marks));
    if (line) line->form = FORM_QUOTE;
    r->list.depth = 0;
    return true;
}

static bool read_code(struct reader *r)
{
    const struct source *s = &r->source;
    size_t lines = s->code ? code_lines(s, r->at) : 0;
    for (size_t end = r->at + lines; r->at < end; r->at++) {
        struct line *line = add(r, r->at, r->at, s->lines[r->at].whole);
        if (line) line->form = FORM_CODE;
        r->list.depth = 0;
    }
    return lines;
}

// A number alone above a page's end, a form feed.
static bool is_page_number(const struct source *s, size_t i)
{
    struct str text = s->lines[i].text;
    for (size_t k = 0; k < text.n; k++)
        if (text.p[k] < '0' || text.p[k] > '9' || k > 3) return false;
    while (++i < s->count && !s->lines[i].text.n && !memchr(s->lines[i].whole.p, '\f', s->lines[i].whole.n)) continue;
    return i < s->count && memchr(s->lines[i].whole.p, '\f', s->lines[i].whole.n);
}

static void read_line(struct reader *r)
{
    const struct source *s = &r->source;
    if (r->at >= r->refs.from || is_page_number(s, r->at)) {
        struct line *line = add(r, r->at, r->at, s->lines[r->at].text);
        if (line) line->form = FORM_LEFTOVER;
        r->at++;
        return;
    }
    if (read_code(r)) return;
    if (s->rules || s->tabs || s->gaps || s->amounts == SOURCE_AMOUNTS || r->out->layout == LAYOUT_BLOCKS)
        if (read_table(r)) return;
    if ((s->rules && read_heading(r)) || read_quote(r)) return;
    if (s->lines[r->at].mark.kind != MARK_NONE) read_item(r);
    else if (!read_definition(r) && !read_marked_behind(r)) read_text(r);
}

static void read_all(struct reader *r)
{
    while (r->at < r->source.count && !r->failed) {
        if (r->source.lines[r->at].text.n) {
            read_line(r);
            continue;
        }
        if (r->out->layout == LAYOUT_LINES) add(r, r->at, r->at, r->source.lines[r->at].whole);
        else if (r->blanks < UINT8_MAX) r->blanks++;
        r->tries = 0;
        r->at++;
    }
}

// Text in which layout has nothing to read: each line as it is.
static void copy_all(struct reader *r)
{
    const struct source *s = &r->source;
    for (size_t i = 0; i < s->count; i++)
        r->out->lines[i] = (struct line){
            .text = s->lines[i].whole, .first = (uint32_t)i, .last = (uint32_t)i, .ordinal = -1, .rule = LINE_NO_RULE};
    r->out->count = s->count;
}

// Marks the lines with which turns begin.
static bool find_speakers(struct reader *r)
{
    struct speakers speakers;
    struct turn turn;
    if (!speakers_find(r->article->text, &speakers)) return true;
    struct speakers *kept = arena_alloc(r->arena, sizeof *kept);
    if (!kept) return false;
    *kept = speakers;
    r->out->speakers = kept;
    for (size_t i = 0; i < r->source.count; i++) {
        struct source_line *line = &r->source.lines[i];
        line->speaks = line->mark.kind == MARK_NONE && speakers_turn(kept, line->text, &turn);
    }
    return true;
}

bool layout_read(const struct article *article, struct arena *arena, struct arena *scratch, struct lines *out)
{
    struct reader r = {.article = article, .arena = arena, .scratch = scratch, .out = out};
    struct source *s = &r.source;
    *out = (struct lines){.layout = LAYOUT_LINES, .title = article->metadata.title};
    if (!source_split(article->text, scratch, s)) return false;
    r.wrap = wrap_find(s, article->layout);
    r.refs.from = s->count;
    bool lines = r.wrap.layout == LAYOUT_LINES;
    if (!refs_find(s, !lines, arena, &r.refs)) return false;
    if (!lines) wrap_runs(s, &r.wrap);
    r.quotes = s->quotes && quote_found(s, &r.wrap);
    if (s->marks) s->marks = list_confirm(s, &r.wrap);
    if (!find_speakers(&r)) return false;
    r.room = s->count + 1;
    out->layout = r.wrap.layout;
    out->page = page_found(s);
    out->width = r.wrap.width;
    out->lines = arena_alloc(scratch, r.room * sizeof *out->lines);
    if (!out->lines) return false;
    bool forms = s->marks || s->rules || s->tabs || s->gaps || s->dashes || s->code || s->amounts == SOURCE_AMOUNTS ||
                 out->speakers;
    if (lines && !forms && !r.quotes && !r.refs.count) copy_all(&r);
    else read_all(&r);
    return !r.failed;
}
