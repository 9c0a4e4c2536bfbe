#define _GNU_SOURCE  // memmem
#include "sink/csv_sink.h"

#include "base/buf.h"
#include "base/timestamp.h"
#include "facts/reader_version.h"
#include "sink/schema.h"

#include <csv.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

// The ledger has a file of its own, behind those of the rows.
enum { SOURCES = ROW_TABLES, FILES };

static const char *const COLUMNS[FILES] = {
    [ROW_DOCUMENT] =
        "document_id,source,title,author,site,url,language,published_at,metadata,dialect,layout,content_sha256,"
        "byte_count,line_count,language_guess,document_date,date_source",
    [ROW_SECTION] =
        "document_id,section_no,parent_no,path,level,heading,heading_origin,confidence,reason,position,"
        "line_no,item_key",
    [ROW_PARAGRAPH] = "document_id,position,section_no,kind,text,line_no,label",
    [ROW_BULLET] = "document_id,position,section_no,list_no,depth,ordinal,label,text,line_no,item_key",
    [ROW_TABLE] =
        "document_id,table_no,section_no,position,column_count,row_count,header_origin,shape,line_no,row_headers",
    [ROW_TABLE_COLUMN] = "document_id,table_no,column_no,header,header_key",
    [ROW_TABLE_CELL] = "document_id,table_no,row_no,column_no,text,line_no,item_key,spanned",
    [ROW_LINK] = "document_id,link_no,position,label,url,line_no",
    [ROW_MENTION] = "document_id,mention_no,position,place,row_no,column_no,entity_id,start,text",
    [ROW_FACT] =
        "document_id,fact_no,position,line_no,section_no,table_no,row_no,column_no,element_no,item_column_no,item,item_"
        "key,entity_id,"
        "attribute,"
        "attribute_key,value,value_key,value_entity_id,number,unit,date,boolean,told_by,support,support_type,"
        "amount,currency",
    [ROW_STATEMENT] =
        "document_id,statement_no,position,line_no,section_no,giver,giver_id,act,support,support_type,"
        "amount,currency,receiver,receiver_id,sentence,start,confidence,reason",
    [SOURCES] = "source,document_id,content_sha256,reader",
};

static const char *file_name(int file)
{
    return file == SOURCES ? "sources" : row_table_name((enum row_table)file);
}

struct table {
    struct buf buf;  // first, so that who writes a field finds the rest
    bool safe;       // for spreadsheets
};

struct csv_sink {
    struct sink sink;
    FILE *files[FILES];  // of the caller's new_files
    struct table tables[FILES];
    size_t marks[FILES];
    int64_t document_id;
};

// Fields; each ends in a comma, the row's last comma becomes its line end. ------------------------------------------

static void quoted(struct buf *buf, struct str s)
{
    if (buf_reserve(buf, 2 * s.n + 3)) buf->n += csv_write(buf->p + buf->n, 2 * s.n + 2, s.p, s.n);
}

// Where a line of s that is only `\.`, with LF before and behind it, begins; s.n when there is none.
static size_t find_end_mark(struct str s)
{
    for (const char *p = s.p; s.n && (p = memmem(p, (size_t)(s.p + s.n - p), "\n\\.", 3)); p += 3) {
        struct str behind = str_slice(s, (size_t)(p + 3 - s.p), s.n);
        if (str_starts(behind, STR("\n")) || str_starts(behind, STR("\r\n"))) return (size_t)(p + 1 - s.p);
    }
    return s.n;
}

// psql before version 18 takes a line `\.` for the end of the file, in a quoted field too: such a line is left out of
// the quotes, "…LF"\."LF…", and so is no longer only that.
static void text_field(struct buf *buf, struct str s)
{
    bool safe = ((const struct table *)buf)->safe && s.n && memchr("=+-@\t\r", *s.p, 6);
    if (safe) buf_str_add(buf, STR("\"'"));
    size_t at = buf->n;
    for (size_t mark; s.p && (mark = find_end_mark(s)) < s.n; s = str_slice(s, mark + 2, s.n)) {
        quoted(buf, str_slice(s, 0, mark));
        buf_str_add(buf, STR("\\."));
    }
    if (s.p) quoted(buf, s);
    // the apostrophe stands within the quotes of what follows
    if (safe && buf->n > at) memmove(buf->p + at, buf->p + at + 1, --buf->n - at);
    buf_byte(buf, ',');
}

static void name_field(struct buf *buf, const char *name)
{
    if (name) buf_str_add(buf, str_from(name));
    buf_byte(buf, ',');
}

static void int_field(struct buf *buf, int64_t v)
{
    buf_printf(buf, "%" PRId64 ",", v);
}

static void int_or_null(struct buf *buf, int64_t v)
{
    if (v < 0) buf_byte(buf, ',');
    else int_field(buf, v);
}

static void path_field(struct buf *buf, const int32_t *path, int32_t n)
{
    buf_str_add(buf, STR("\"{"));
    for (int32_t i = 0; i < n; i++) buf_printf(buf, i ? ",%d" : "%d", path[i]);
    buf_str_add(buf, STR("}\","));
}

static void sha256_field(struct buf *buf, const struct sha256 *digest)
{
    buf_str_add(buf, STR("\\x"));
    for (size_t i = 0; i < sizeof digest->bytes; i++) buf_printf(buf, "%02x", digest->bytes[i]);
    buf_byte(buf, ',');
}

static void day_field(struct buf *buf, int32_t days)
{
    char day[TIMESTAMP_SIZE];
    buf_add(buf, timestamp_print(days * INT64_C(86400000000), day), 10);
    buf_byte(buf, ',');
}

static void document_fields(struct buf *buf, const struct document_row *d)
{
    const struct article *a = d->article;
    const struct metadata *m = &a->metadata;
    int64_t published_at;
    char time[TIMESTAMP_SIZE];
    text_field(buf, a->source);
    text_field(buf, d->title);
    text_field(buf, m->author);
    text_field(buf, m->site);
    text_field(buf, m->url);
    text_field(buf, m->language);
    bool dated = m->published_at.p && timestamp_parse(m->published_at, &published_at);
    name_field(buf, dated ? timestamp_print(published_at, time) : NULL);
    text_field(buf, m->other);
    name_field(buf, dialect_name(d->dialect));
    name_field(buf, layout_name(a->layout));
    sha256_field(buf, &a->sha256);
    int_field(buf, (int64_t)a->bytes.n);
    int_field(buf, d->line_count);
    text_field(buf, m->language_guess);
    if (d->date_source != DATE_SOURCE_NONE) day_field(buf, d->date);
    else buf_byte(buf, ',');
    name_field(buf, date_source_name(d->date_source));
}

static void section_fields(struct buf *buf, const struct row *row)
{
    const struct section_row *s = &row->section;
    int_field(buf, row->section_no);
    int_or_null(buf, s->parent_no);
    path_field(buf, s->path, s->path_length);
    int_field(buf, s->level);
    text_field(buf, s->heading);
    name_field(buf, origin_name(s->origin));
    if (s->origin == ORIGIN_NONE) buf_byte(buf, ',');
    else buf_printf(buf, "%.9g,", (double)s->confidence);
    text_field(buf, str_from(s->reason));
    int_field(buf, row->position);
    int_field(buf, row->line);
    text_field(buf, s->item_key);
}

static void bullet_fields(struct buf *buf, const struct row *row)
{
    const struct bullet_row *b = &row->bullet;
    int_field(buf, row->position);
    int_field(buf, row->section_no);
    int_field(buf, b->list_no);
    int_field(buf, b->depth);
    int_or_null(buf, b->ordinal);
    text_field(buf, b->label);
    text_field(buf, b->text);
    int_field(buf, row->line);
    text_field(buf, b->item_key);
}

static void table_fields(struct buf *buf, const struct row *row)
{
    const struct table_row *t = &row->of_table;
    int_field(buf, t->table_no);
    int_field(buf, row->section_no);
    int_field(buf, row->position);
    int_field(buf, t->column_count);
    int_field(buf, t->row_count);
    name_field(buf, origin_name(t->header_origin));
    text_field(buf, t->shape);
    int_field(buf, row->line);
    name_field(buf, t->row_headers ? "t" : "f");
}

static void mention_fields(struct buf *buf, const struct row *row)
{
    const struct mention_row *m = &row->mention;
    int_field(buf, m->mention_no);
    int_field(buf, row->position);
    name_field(buf, mention_place_name(m->place));
    int_or_null(buf, m->row_no);
    int_or_null(buf, m->column_no);
    text_field(buf, m->entity_id);
    int_field(buf, m->start);
    text_field(buf, m->text);
}

static void typed_fields(struct buf *buf, const struct value *v)
{
    if (v->kind == VALUE_NUMBER) buf_printf(buf, "%.15g", v->number);
    buf_byte(buf, ',');
    text_field(buf, v->unit);
    if (v->kind == VALUE_DATE) day_field(buf, v->days);
    else buf_byte(buf, ',');
    if (v->kind == VALUE_BOOLEAN) buf_byte(buf, v->truth ? 't' : 'f');
    buf_byte(buf, ',');
}

static void fact_fields(struct buf *buf, const struct row *row)
{
    const struct fact_row *f = &row->fact;
    int_field(buf, f->fact_no);
    int_field(buf, row->position);
    int_field(buf, row->line);
    int_field(buf, row->section_no);
    int_or_null(buf, f->table_no);
    int_field(buf, f->row_no);
    int_or_null(buf, f->column_no);
    int_field(buf, f->element_no);
    int_or_null(buf, f->item_column_no);
    text_field(buf, f->item);
    text_field(buf, f->item_key);
    text_field(buf, f->entity_id);
    text_field(buf, f->attribute);
    text_field(buf, f->attribute_key);
    text_field(buf, f->value);
    text_field(buf, f->value_key);
    text_field(buf, f->value_entity_id);
    typed_fields(buf, &f->typed);
    name_field(buf, fact_told_by_name(f->told_by));
    text_field(buf, f->support);
    text_field(buf, f->support_type);
    if (f->currency.p) buf_printf(buf, "%.15g", f->amount);
    buf_byte(buf, ',');
    text_field(buf, f->currency);
}

static void statement_fields(struct buf *buf, const struct row *row)
{
    const struct statement_row *s = &row->statement;
    int_field(buf, s->statement_no);
    int_field(buf, row->position);
    int_field(buf, row->line);
    int_field(buf, row->section_no);
    text_field(buf, s->giver);
    text_field(buf, s->giver_id);
    name_field(buf, statement_act_name(s->act));
    text_field(buf, s->support);
    text_field(buf, s->support_type);
    text_field(buf, s->amount);
    text_field(buf, s->currency);
    text_field(buf, s->receiver);
    text_field(buf, s->receiver_id);
    text_field(buf, s->sentence);
    int_field(buf, s->start);
    buf_printf(buf, "%.9g,", (double)s->confidence);
    name_field(buf, s->reason);
}

static void source_row(struct csv_sink *s, const struct article *article)
{
    struct buf *buf = &s->tables[SOURCES].buf;
    text_field(buf, article->source);
    int_field(buf, s->document_id);
    sha256_field(buf, &article->digest);
    int_field(buf, READER_VERSION);
    if (buf->n) buf->p[buf->n - 1] = '\n';
}

static bool row(void *sink, const struct row *r, struct error *error)
{
    struct csv_sink *s = sink;
    struct buf *buf = &s->tables[r->table].buf;
    (void)error;
    int_field(buf, s->document_id);
    if (r->table == ROW_DOCUMENT) source_row(s, r->document.article);
    switch (r->table) {
    case ROW_DOCUMENT: document_fields(buf, &r->document); break;
    case ROW_SECTION: section_fields(buf, r); break;
    case ROW_BULLET: bullet_fields(buf, r); break;
    case ROW_TABLE: table_fields(buf, r); break;
    case ROW_MENTION: mention_fields(buf, r); break;
    case ROW_FACT: fact_fields(buf, r); break;
    case ROW_STATEMENT: statement_fields(buf, r); break;
    case ROW_PARAGRAPH:
        int_field(buf, r->position);
        int_field(buf, r->section_no);
        name_field(buf, paragraph_kind_name(r->paragraph.kind));
        text_field(buf, r->paragraph.text);
        int_field(buf, r->line);
        text_field(buf, r->paragraph.label);
        break;
    case ROW_TABLE_COLUMN:
        int_field(buf, r->column.table_no);
        int_field(buf, r->column.column_no);
        text_field(buf, r->column.header);
        text_field(buf, r->column.header_key);
        break;
    case ROW_LINK:
        int_field(buf, r->link.link_no);
        int_field(buf, r->position);
        text_field(buf, r->link.label);
        text_field(buf, r->link.url);
        int_field(buf, r->line);
        break;
    default:
        int_field(buf, r->cell.table_no);
        int_field(buf, r->cell.row_no);
        int_field(buf, r->cell.column_no);
        text_field(buf, r->cell.text);
        int_field(buf, r->line);
        text_field(buf, r->cell.item_key);
        name_field(buf, r->cell.spanned ? "t" : "f");
    }
    if (buf->n) buf->p[buf->n - 1] = '\n';
    return true;
}

static bool begin(struct sink *sink, const struct sink_article *article, struct error *error)
{
    struct csv_sink *s = (struct csv_sink *)sink;
    (void)error;
    s->document_id = article->document_id;
    for (int i = 0; i < FILES; i++) s->marks[i] = s->tables[i].buf.n;
    return true;
}

static bool end(struct sink *sink, struct error *error)
{
    struct csv_sink *s = (struct csv_sink *)sink;
    for (int i = 0; i < FILES; i++)
        if (s->tables[i].buf.failed) return error_set(error, ERROR_MEMORY, "out of memory for a batch of rows");
    return true;
}

static void abort_article(struct sink *sink)
{
    struct csv_sink *s = (struct csv_sink *)sink;
    for (int i = 0; i < FILES; i++) {
        s->tables[i].buf.n = s->marks[i];
        s->tables[i].buf.failed = false;  // for the next article there may be memory
    }
}

static void rollback(struct sink *sink)
{
    struct csv_sink *s = (struct csv_sink *)sink;
    for (int i = 0; i < FILES; i++) s->tables[i].buf.n = 0;
}

static bool commit(struct sink *sink, struct sink_article *articles, size_t count, struct error *error)
{
    struct csv_sink *s = (struct csv_sink *)sink;
    (void)articles;
    (void)count;
    bool ok = true;
    for (int i = 0; ok && i < FILES; i++)
        ok =
            !s->tables[i].buf.n || fwrite(s->tables[i].buf.p, 1, s->tables[i].buf.n, s->files[i]) == s->tables[i].buf.n;
    if (!ok) return error_set(error, ERROR_OUTPUT, "can't write a CSV file: %s", strerror(errno));
    rollback(sink);
    return true;
}

static bool close_sink(struct sink *sink, struct error *error)
{
    struct csv_sink *s = (struct csv_sink *)sink;
    (void)error;
    for (int i = 0; i < FILES; i++) buf_release(&s->tables[i].buf);
    free(s);
    return true;
}

static const struct sink_ops OPS = {.begin = begin,
                                    .row = row,
                                    .end = end,
                                    .abort = abort_article,
                                    .commit = commit,
                                    .rollback = rollback,
                                    .close = close_sink};

static void put_file(FILE *file, const char *name)
{
    struct str sql = schema_file(name);
    fwrite(sql.p, 1, sql.n, file);
}

static bool write_load_script(struct new_files *files, struct error *error)
{
    FILE *file = new_files_add(files, "load.sql", error);
    if (!file) return false;
    fputs(
        "-- Loads these files into the tables that `doc2pgsql init` made:\n"
        "--   PGOPTIONS=-csearch_path=articles psql --single-transaction -f load.sql\n"
        "\\set ON_ERROR_STOP on\n",
        file);
    put_file(file, "sql/export/begin.sql");
    for (int i = 0; i < FILES; i++) {
        bool cells = i == ROW_TABLE_CELL;
        if (cells) fputs("create temporary table cells (like table_cells);\n", file);
        fprintf(file, "\\copy %s (%s) from '%s.csv' (format csv, header)\n", cells ? "cells" : file_name(i), COLUMNS[i],
                file_name(i));
        if (cells) put_file(file, "sql/export/cells.sql");
    }
    put_file(file, "sql/export/end.sql");
    return true;
}

struct sink *csv_sink_open(struct new_files *files, bool safe, struct error *error)
{
    struct csv_sink *s = calloc(1, sizeof *s);
    if (!s) {
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    s->sink = (struct sink){.ops = &OPS};
    bool ok = true;
    for (int i = 0; ok && i < FILES; i++) {
        char name[32];
        s->tables[i].safe = safe;
        snprintf(name, sizeof name, "%s.csv", file_name(i));
        ok = (s->files[i] = new_files_add(files, name, error)) != NULL;
        if (ok) fprintf(s->files[i], "%s\n", COLUMNS[i]);
    }
    if (ok && (safe || write_load_script(files, error))) return &s->sink;
    close_sink(&s->sink, error);
    return NULL;
}
