#include "sink/preview_sink.h"

#include "base/buf.h"
#include "base/say.h"
#include "base/timestamp.h"
#include "base/utf8.h"
#include "parse/parser.h"

#include <errno.h>
#include <stdlib.h>
#include <utf8proc.h>

#define NAMED_MAX  8
#define LEFT_LEAST 10  // columns of a text behind its label

struct named {
    struct str entity_id;
    int count;
};

struct preview_sink {
    struct sink sink;
    FILE *out;
    struct preview_options options;
    int depth;  // of the current section
    int32_t counts[ROW_TABLES];
    struct buf cells;  // of the table row that is being collected
    bool failed;       // there was no memory for something that was to be printed
    int32_t row_no;
    uint32_t row_line;
    struct named named[NAMED_MAX];  // entities mentioned, in the order of their first mention
    int named_count;
    enum dialect dialect;  // as the source gave them
    enum layout layout;
};

#define BOLD   "\033[1m"
#define DIM    "\033[2m"
#define CYAN   "\033[36m"
#define YELLOW "\033[33m"
#define RESET  "\033[0m"

static void set_colour(const struct preview_sink *s, const char *code)
{
    if (s->options.colour) fputs(code, s->out);
}

static void end_line(const struct preview_sink *s)
{
    set_colour(s, RESET);
    putc('\n', s->out);
}

// The text on one line of at most `width` terminal columns, made visible; tabs and line ends become spaces.
static void put_text(struct preview_sink *s, struct str text, int width)
{
    int used = 0;
    while (text.n) {
        size_t n;
        char buffer[16];
        uint32_t c = utf8_decode(text, &n);
        const char *form = c == '\n' || c == '\t' ? " " : say_visible_form(c, buffer);
        int wide = form ? (int)strlen(form) : utf8proc_charwidth((utf8proc_int32_t)c);
        if (used + wide > width - 1 && text.n > n) {
            say_part(s->out, "…");
            return;
        }
        if (c == '\n' || c == '\t') putc(' ', s->out);
        else say_part(s->out, "%.*s", (int)n, text.p);
        used += wide;
        text = str_slice(text, n, text.n);
    }
}

// Line number, then the indentation of the current section and `more` steps. Returns the columns left.
static int start_line(struct preview_sink *s, uint32_t line, int more)
{
    int indent = 2 * (s->depth + more);
    set_colour(s, DIM);
    say_part(s->out, "%5u", line);
    set_colour(s, RESET);
    say_part(s->out, " %*s", indent, "");
    return s->options.width - 6 - indent;
}

static void flush_cells(struct preview_sink *s)
{
    if (s->row_no < 0) return;
    int left = start_line(s, s->row_line, 2);
    if (s->row_no == 0) set_colour(s, BOLD);
    put_text(s, buf_str(&s->cells), left);
    if (s->row_no == 0) set_colour(s, RESET);
    putc('\n', s->out);
    s->cells.n = 0;
    s->row_no = -1;
}

static void add_cell(struct preview_sink *s, int32_t row_no, uint32_t line, struct str text)
{
    if (s->row_no != row_no) flush_cells(s);
    else buf_str_add(&s->cells, STR(" | "));
    s->row_no = row_no;
    s->row_line = line;
    buf_str_add(&s->cells, text);
}

static void print_section(struct preview_sink *s, const struct row *r)
{
    const struct section_row *section = &r->section;
    if (!section->heading.p) return;
    s->depth = section->path_length - 1;
    int left = start_line(s, r->line, 0);
    set_colour(s, BOLD);
    set_colour(s, CYAN);
    put_text(s, section->heading, left);
    set_colour(s, RESET);
    if (s->options.explain && section->origin == ORIGIN_INFERRED) {
        say_part(s->out, "  ");
        set_colour(s, DIM);
        say_part(s->out, "(level %d, confidence %.2f%s%s)", section->level, (double)section->confidence,
                 section->reason ? ": " : "", section->reason ? section->reason : "");
        set_colour(s, RESET);
    }
    putc('\n', s->out);
    s->depth++;
}

// The columns that it takes.
static int put_label(struct preview_sink *s, struct str label, int left)
{
    if (!label.p) return 0;
    set_colour(s, BOLD);
    put_text(s, label, left);
    set_colour(s, RESET);
    say_part(s->out, ": ");
    return (int)utf8_length(label) + 2;
}

static void print_paragraph(struct preview_sink *s, const struct row *r)
{
    static const char *const marks[] = {"", "", "> ", "` ", "(leftover) ", "(caption) "};
    int left = start_line(s, r->line, 0);
    const char *mark = marks[r->paragraph.kind];
    left -= put_label(s, r->paragraph.label, left);
    set_colour(s, r->paragraph.kind == PARAGRAPH_LEAD_IN ? YELLOW : DIM);
    say_part(s->out, "%s", mark);
    left -= (int)strlen(mark);
    put_text(s, r->paragraph.text, left > LEFT_LEAST ? left : LEFT_LEAST);
    end_line(s);
}

static void print_bullet(struct preview_sink *s, const struct row *r)
{
    const struct bullet_row *b = &r->bullet;
    int left = start_line(s, r->line, b->depth) - 2;
    char mark[16] = "• ";
    if (b->ordinal >= 0) left -= snprintf(mark, sizeof mark, "%d. ", b->ordinal) - 2;
    say_part(s->out, "%s", mark);
    left -= put_label(s, b->label, left);
    put_text(s, b->text, left > LEFT_LEAST ? left : LEFT_LEAST);
    putc('\n', s->out);
}

static void count_mention(struct preview_sink *s, struct str entity_id)
{
    int i = 0;
    while (i < s->named_count && !str_equal(s->named[i].entity_id, entity_id)) i++;
    if (i == NAMED_MAX) return;
    if (i == s->named_count) s->named[s->named_count++] = (struct named){.entity_id = entity_id};
    s->named[i].count++;
}

// Behind the block that says it: → who gives what to whom.
static void print_statement(struct preview_sink *s, const struct row *r)
{
    const struct statement_row *st = &r->statement;
    struct buf line = {0};
    buf_printf(&line, "\u2192 %.*s %s %.*s", STR_ARG(st->giver), statement_act_name(st->act), STR_ARG(st->support));
    if (st->receiver.p) buf_printf(&line, " to %.*s", STR_ARG(st->receiver));
    if (st->amount.p) buf_printf(&line, ", %.*s %.*s", STR_ARG(st->amount), STR_ARG(st->currency));
    int left = start_line(s, r->line, 1);
    set_colour(s, DIM);
    put_text(s, buf_str(&line), s->options.explain ? left - 24 : left);
    if (s->options.explain) say_part(s->out, "  (confidence %.2f: %s)", (double)st->confidence, st->reason);
    end_line(s);
    s->failed |= line.failed;
    buf_release(&line);
}

// Each on a line of its own, behind what stands there; empty ones are left out.
static void print_lines(struct preview_sink *s, struct buf *lines)
{
    for (size_t i = 0, end; i < lines->n; i = end + 1) {
        const char *newline = memchr(lines->p + i, '\n', lines->n - i);
        end = newline ? (size_t)(newline - lines->p) : lines->n;
        struct str line = str_trim((struct str){lines->p + i, end - i});
        if (!line.n) continue;
        putc('\n', s->out);
        say_part(s->out, "      %.*s", STR_ARG(line));
    }
    lines->n = 0;
}

static void print_reasons(struct preview_sink *s, const struct row *r)
{
    struct article article = *r->document.article;
    article.dialect = s->dialect;
    article.layout = s->layout;
    struct buf out = {0};
    bool ok = dialect_explain(&article, &out);
    print_lines(s, &out);
    if (r->document.dialect == DIALECT_EXTRACTED) ok = layout_explain(&article, &out) && ok;
    if (r->document.dialect == DIALECT_HTML) ok = html_explain(&article, &out) && ok;
    print_lines(s, &out);
    s->failed |= !ok || out.failed;
    buf_release(&out);
}

static void print_day(struct preview_sink *s, const struct document_row *d)
{
    char day[TIMESTAMP_SIZE];
    if (d->date_source == DATE_SOURCE_NONE) return;
    putc('\n', s->out);
    timestamp_print(d->date * INT64_C(86400000000), day);
    say_part(s->out, "      date: %.10s (%s)", day, date_source_name(d->date_source));
}

static void print_document(struct preview_sink *s, const struct row *r)
{
    const int32_t *n = s->counts;
    const char *layout = layout_name(r->document.article->layout);
    say_part(s->out, "      ");
    set_colour(s, DIM);
    say_part(s->out, "%s", dialect_name(r->document.dialect));
    if (layout) say_part(s->out, " (%s)", layout);
    say_part(s->out, ", %u lines: %d headings, %d paragraphs, %d bullets, %d tables, %d cells", r->document.line_count,
             n[ROW_SECTION] - 1, n[ROW_PARAGRAPH], n[ROW_BULLET], n[ROW_TABLE], n[ROW_TABLE_CELL]);
    print_day(s, &r->document);
    int shown = 0;
    if (s->named_count) putc('\n', s->out);
    for (int i = 0; i < s->named_count; shown += s->named[i++].count)
        say_part(s->out, "%s %.*s %d", i ? "," : "      mentions:", STR_ARG(s->named[i].entity_id), s->named[i].count);
    if (shown < n[ROW_MENTION]) say_part(s->out, ", others %d", n[ROW_MENTION] - shown);
    if (s->options.explain) print_reasons(s, r);
    end_line(s);
    putc('\n', s->out);
}

static bool row(void *sink, const struct row *r, struct error *error)
{
    struct preview_sink *s = sink;
    (void)error;
    s->counts[r->table]++;
    if (r->table == ROW_MENTION) count_mention(s, r->mention.entity_id);
    if (r->table == ROW_STATEMENT) print_statement(s, r);
    if (r->table == ROW_LINK || r->table == ROW_MENTION || r->table == ROW_FACT || r->table == ROW_STATEMENT)
        return true;
    if (r->table == ROW_TABLE_COLUMN) {
        if (r->column.header.p) add_cell(s, 0, r->line, r->column.header);
        return true;
    }
    if (r->table == ROW_TABLE_CELL) {
        add_cell(s, r->cell.row_no, r->cell.row_line, r->cell.text);
        return true;
    }
    flush_cells(s);
    if (r->table == ROW_SECTION) print_section(s, r);
    else if (r->table == ROW_PARAGRAPH) print_paragraph(s, r);
    else if (r->table == ROW_BULLET) print_bullet(s, r);
    else if (r->table == ROW_TABLE) {
        start_line(s, r->line, 1);
        set_colour(s, DIM);
        say_part(s->out, "table %d: %d × %d", r->of_table.table_no, r->of_table.row_count, r->of_table.column_count);
        end_line(s);
    } else {
        print_document(s, r);
    }
    return true;
}

static bool begin(struct sink *sink, const struct sink_article *article, struct error *error)
{
    struct preview_sink *s = (struct preview_sink *)sink;
    (void)error;
    s->depth = 0;
    s->row_no = -1;
    s->cells.n = 0;
    s->named_count = 0;
    s->dialect = article->article.dialect;
    s->layout = article->article.layout;
    memset(s->counts, 0, sizeof s->counts);
    set_colour(s, BOLD);
    say_part(s->out, "%.*s", STR_ARG(article->article.source));
    end_line(s);
    return true;
}

static bool end(struct sink *sink, struct error *error)
{
    struct preview_sink *s = (struct preview_sink *)sink;
    if (s->cells.failed || s->failed) return error_set(error, ERROR_MEMORY, "out of memory");
    return !ferror(s->out) || error_set(error, ERROR_OUTPUT, "can't write: %s", strerror(errno));
}

static bool close_sink(struct sink *sink, struct error *error)
{
    struct preview_sink *s = (struct preview_sink *)sink;
    bool ok = fflush(s->out) == 0 || error_set(error, ERROR_OUTPUT, "can't write: %s", strerror(errno));
    buf_release(&s->cells);
    free(s);
    return ok;
}

static const struct sink_ops OPS = {.begin = begin, .row = row, .end = end, .close = close_sink};

struct sink *preview_sink_open(FILE *out, const struct preview_options *options, struct error *error)
{
    struct preview_sink *s = calloc(1, sizeof *s);
    if (!s) {
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    *s = (struct preview_sink){.sink = {.ops = &OPS}, .out = out, .options = *options, .row_no = -1};
    return &s->sink;
}
