#define _GNU_SOURCE  // asprintf
#include "sink/jsonl_sink.h"

#include "sink/json.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <sys/stat.h>

// What is printed for a block, or a line of it.
struct entry {
    uint32_t line, line_end, order;
    const char *type;
    size_t fields, fields_n;  // part of jsonl_sink.fields: JSON after the type, beginning with a comma
    int32_t table;
};

struct jsonl_sink {
    struct sink sink;
    FILE *out;  // NULL: a file an article
    const char *directory;
    const struct article *article;
    bool markdown;
    struct buf fields, text;
    struct entry *entries;
    size_t count, room;
    struct buf cells;  // of the table row that is being collected
    struct entry row;
    int32_t row_no;  // -1 for none, 0 for the header
    bool empty_header;
};

static bool add_entry(struct jsonl_sink *s, struct entry entry, struct error *error)
{
    if (s->count == s->room) {
        size_t room = s->room ? s->room * 2 : 256;
        struct entry *grown = realloc(s->entries, room * sizeof *grown);
        if (!grown) return error_set(error, ERROR_MEMORY, "out of memory");
        s->entries = grown;
        s->room = room;
    }
    entry.order = (uint32_t)s->count;
    s->entries[s->count++] = entry;
    return true;
}

// level, list and table stand in every object, as in the gold.
static void common_fields(struct buf *f, int level, int32_t list, int32_t table)
{
    const int32_t values[] = {level, list, table};
    static const char *const names[] = {"level", "list", "table"};
    for (int i = 0; i < 3; i++) {
        if (values[i] > 0) buf_printf(f, ", \"%s\": %" PRId32, names[i], values[i]);
        else buf_printf(f, ", \"%s\": null", names[i]);
    }
}

static void text_field(struct jsonl_sink *s, const char *name, struct str text)
{
    json_key(&s->fields, name);
    json_string(&s->fields, text);
}

static bool flush_row(struct jsonl_sink *s, struct error *error)
{
    if (s->row_no < 0) return true;
    s->row.fields = s->fields.n;
    common_fields(&s->fields, 0, 0, s->row.table);
    buf_str_add(&s->fields, STR(", \"cells\": ["));
    buf_str_add(&s->fields, buf_str(&s->cells));
    buf_byte(&s->fields, ']');
    s->row.fields_n = s->fields.n - s->row.fields;
    s->cells.n = 0;
    s->row_no = -1;
    return add_entry(s, s->row, error);
}

static bool add_cell(struct jsonl_sink *s, int32_t row_no, const char *type, uint32_t line, uint32_t line_end,
                     int32_t table, struct str text, struct error *error)
{
    if (s->row_no != row_no && !flush_row(s, error)) return false;
    if (s->row_no < 0) s->row = (struct entry){.line = line, .line_end = line_end, .type = type, .table = table};
    s->row_no = row_no;
    if (s->cells.n) buf_str_add(&s->cells, STR(", "));
    json_string(&s->cells, text);
    return true;
}

static void section_entry(struct jsonl_sink *s, const struct row *r, struct entry *entry)
{
    entry->type = "heading";
    common_fields(&s->fields, r->section.level, 0, 0);
    buf_printf(&s->fields, ", \"confidence\": %.3f", (double)r->section.confidence);
    if (r->section.reason) text_field(s, "reason", str_from(r->section.reason));
    if (s->markdown) text_field(s, "text", r->section.heading);
}

static void paragraph_entry(struct jsonl_sink *s, const struct row *r, struct entry *entry)
{
    enum paragraph_kind kind = r->paragraph.kind;
    entry->type = kind == PARAGRAPH_QUOTE ? "quote" : kind == PARAGRAPH_CODE ? "code" : "paragraph";
    common_fields(&s->fields, 0, 0, 0);
    if (r->paragraph.in_table) {
        entry->type = "table_row";
        buf_str_add(&s->fields, STR(", \"cells\": ["));
        json_string(&s->fields, r->paragraph.text);
        buf_byte(&s->fields, ']');
    }
    if (kind == PARAGRAPH_LEFTOVER) buf_str_add(&s->fields, STR(", \"leftover\": true"));
    if (r->paragraph.label.p) text_field(s, "label", r->paragraph.label);
    if (s->markdown) text_field(s, "text", r->paragraph.text);
}

static void bullet_entry(struct jsonl_sink *s, const struct row *r, struct entry *entry)
{
    entry->type = "bullet";
    common_fields(&s->fields, 0, r->bullet.list_no, 0);
    buf_printf(&s->fields, ", \"depth\": %d", r->bullet.depth);
    if (r->bullet.ordinal >= 0) buf_printf(&s->fields, ", \"ordinal\": %" PRId32, r->bullet.ordinal);
    if (r->bullet.label.p) text_field(s, "label", r->bullet.label);
    if (s->markdown) text_field(s, "text", r->bullet.text);
}

static bool row(void *sink, const struct row *r, struct error *error)
{
    struct jsonl_sink *s = sink;
    if (r->table == ROW_LINK || r->table == ROW_MENTION || r->table == ROW_FACT || r->table == ROW_STATEMENT)
        return true;
    if (r->table == ROW_TABLE_COLUMN)
        return (!r->column.header.p && !s->empty_header) ||
               add_cell(s, 0, "table_header", r->line, r->line_end, r->column.table_no,
                        r->column.header.p ? r->column.header : STR(""), error);
    if (r->table == ROW_TABLE_CELL)
        return add_cell(s, r->cell.row_no, "table_row", r->cell.row_line, r->cell.row_line_end, r->cell.table_no,
                        r->cell.text, error);
    if (!flush_row(s, error)) return false;
    struct entry entry = {.line = r->line, .line_end = r->line_end, .fields = s->fields.n};
    if (r->table == ROW_SECTION && r->section.heading.p) section_entry(s, r, &entry);
    else if (r->table == ROW_PARAGRAPH) paragraph_entry(s, r, &entry);
    else if (r->table == ROW_BULLET) bullet_entry(s, r, &entry);
    else if (r->table == ROW_TABLE && s->markdown) {
        s->empty_header = r->of_table.delimiter_line && r->of_table.header_origin == ORIGIN_NONE;
        return true;
    } else if (r->table == ROW_TABLE && r->of_table.delimiter_line) {
        entry.line = entry.line_end = r->of_table.delimiter_line;
        entry.type = "table_delimiter";
        common_fields(&s->fields, 0, 0, r->of_table.table_no);
    } else return true;
    entry.fields_n = s->fields.n - entry.fields;
    return add_entry(s, entry, error);
}

static bool begin(struct sink *sink, const struct sink_article *article, struct error *error)
{
    struct jsonl_sink *s = (struct jsonl_sink *)sink;
    (void)error;
    s->article = &article->article;
    s->markdown = article->dialect != DIALECT_EXTRACTED;
    s->count = s->fields.n = s->cells.n = s->text.n = 0;
    s->row_no = -1;
    return true;
}

static int by_line(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    if (x->line != y->line) return x->line < y->line ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static void print_entry(struct jsonl_sink *s, const struct entry *e, uint32_t line)
{
    buf_printf(&s->text, "{\"line\": %" PRIu32, line);
    bool in_table = strncmp(e->type, "table_", 6) == 0;
    if (s->markdown || (in_table && e->line_end > line)) buf_printf(&s->text, ", \"end\": %" PRIu32, e->line_end);
    buf_printf(&s->text, ", \"type\": \"%s\"", e->type);
    buf_add(&s->text, s->fields.p + e->fields, e->fields_n);
    if (line != e->line) buf_printf(&s->text, ", \"part\": %" PRIu32, line - e->line + 1);
    buf_str_add(&s->text, STR("}\n"));
}

// Each line of the text belongs to the block that began last at or before it and reaches it; the rest is "other".
static void print_lines(struct jsonl_sink *s)
{
    struct str text = s->article->text;
    uint32_t line = s->article->first_line;
    size_t next = 0;
    const struct entry *open = NULL;
    for (size_t start = 0; start < text.n; line++) {
        const char *lf = memchr(text.p + start, '\n', text.n - start);
        size_t end = lf ? (size_t)(lf - text.p) : text.n;
        bool blank = str_trim(str_slice(text, start, end)).n == 0;
        if (open && open->line_end < line) open = NULL;
        // the first block of a line is the line's; a later one in it is told from the line after on
        const struct entry *owner = open;
        for (; next < s->count && s->entries[next].line <= line; next++) {
            open = &s->entries[next];
            if (!owner) owner = open;
        }
        if (blank || !owner) {
            struct entry other = {.line = line, .line_end = line, .type = "other", .fields = s->fields.n};
            common_fields(&s->fields, 0, 0, 0);
            other.fields_n = s->fields.n - other.fields;
            print_entry(s, &other, line);
        } else if (line == owner->line || strncmp(owner->type, "table_", 6) != 0) {
            print_entry(s, owner, line);
        }
        start = end + 1;
    }
}

// NAME.txt → DIR/NAME.jsonl
static char *output_path(const char *directory, struct str source)
{
    size_t start = source.n;
    while (start && source.p[start - 1] != '/') start--;
    struct str name = str_slice(source, start, source.n);
    if (str_ends(name, STR(".txt"))) name.n -= 4;
    else if (str_ends(name, STR(".md"))) name.n -= 3;
    char *path;
    return asprintf(&path, "%s/%.*s.jsonl", directory, STR_ARG(name)) < 0 ? NULL : path;
}

static bool write_text(struct jsonl_sink *s, struct error *error)
{
    if (s->out) {
        if (!s->text.n || fwrite(s->text.p, 1, s->text.n, s->out) == s->text.n) return true;
        return error_set(error, ERROR_OUTPUT, "can't write: %s", strerror(errno));
    }
    char *path = output_path(s->directory, s->article->source);
    if (!path) return error_set(error, ERROR_MEMORY, "out of memory");
    FILE *file = fopen(path, "w");
    bool ok = file && (!s->text.n || fwrite(s->text.p, 1, s->text.n, file) == s->text.n);
    if (file && fclose(file) != 0) ok = false;
    if (!ok) error_set(error, ERROR_OUTPUT, "can't write %s: %s", path, strerror(errno));
    free(path);
    return ok;
}

static bool end(struct sink *sink, struct error *error)
{
    struct jsonl_sink *s = (struct jsonl_sink *)sink;
    if (!flush_row(s, error)) return false;
    if (s->count) qsort(s->entries, s->count, sizeof *s->entries, by_line);
    if (s->markdown)
        for (size_t i = 0; i < s->count; i++) print_entry(s, &s->entries[i], s->entries[i].line);
    else print_lines(s);
    if (s->text.failed || s->fields.failed || s->cells.failed) return error_set(error, ERROR_MEMORY, "out of memory");
    return write_text(s, error);
}

static bool close_sink(struct sink *sink, struct error *error)
{
    struct jsonl_sink *s = (struct jsonl_sink *)sink;
    bool ok = !s->out || fflush(s->out) == 0 || error_set(error, ERROR_OUTPUT, "can't write: %s", strerror(errno));
    buf_release(&s->fields);
    buf_release(&s->text);
    buf_release(&s->cells);
    free(s->entries);
    free(s);
    return ok;
}

static const struct sink_ops OPS = {.begin = begin, .row = row, .end = end, .close = close_sink};

struct sink *jsonl_sink_open(FILE *out, const char *directory, struct error *error)
{
    if (directory && mkdir(directory, 0777) != 0 && errno != EEXIST) {
        error_set(error, ERROR_OUTPUT, "can't make the directory %s: %s", directory, strerror(errno));
        return NULL;
    }
    struct jsonl_sink *s = calloc(1, sizeof *s);
    if (!s) {
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    s->sink = (struct sink){.ops = &OPS};
    s->out = directory ? NULL : out;
    s->directory = directory;
    return &s->sink;
}
