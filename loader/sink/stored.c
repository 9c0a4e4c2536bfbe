#include "sink/stored.h"

#include "sink/copy_format.h"
#include "sink/ledger.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

// Rows of one table, in the order of their keys, which within a document is that of reading.
enum { SECTIONS, PARAGRAPHS, BULLETS, TABLES, COLUMNS, CELLS, STREAMS };

#define COLUMNS_MAX 9

// Each begins with document_id; those of blocks go on with position and section_no.
static const char *const QUERIES[STREAMS] = {
    [SECTIONS] =
        "SELECT document_id, position, section_no, cardinality(path), heading FROM sections "
        "WHERE document_id BETWEEN $1 AND $2 ORDER BY document_id, section_no",
    [PARAGRAPHS] =
        "SELECT document_id, position, section_no, line_no, kind, text, label FROM paragraphs "
        "WHERE document_id BETWEEN $1 AND $2 ORDER BY document_id, position",
    [BULLETS] =
        "SELECT document_id, position, section_no, line_no, list_no, depth::int, label, text FROM bullets "
        "WHERE document_id BETWEEN $1 AND $2 ORDER BY document_id, position",
    [TABLES] =
        "SELECT document_id, position, section_no, line_no, table_no, row_headers FROM tables "
        "WHERE document_id BETWEEN $1 AND $2 ORDER BY document_id, table_no",
    [COLUMNS] =
        "SELECT document_id, table_no, column_no, header FROM table_columns "
        "WHERE document_id BETWEEN $1 AND $2 ORDER BY document_id, table_no, column_no",
    [CELLS] =
        "SELECT document_id, table_no, row_no, column_no, line_no, text FROM table_cells "
        "WHERE document_id BETWEEN $1 AND $2 ORDER BY document_id, table_no, row_no, column_no",
};
static const char *const NAMES[STREAMS] = {"sections", "paragraphs", "bullets", "tables", "columns", "cells"};

static const char NEXT[] =
    "SELECT document_id, byte_count FROM documents WHERE document_id > $1 ORDER BY document_id LIMIT $2";
static const char DOCUMENTS[] =
    "SELECT document_id, byte_count, source, url, language, language_guess, document_date, date_source, "
    "loaded_at::text FROM documents WHERE document_id BETWEEN $1 AND $2 ORDER BY document_id";
// Changes nothing, and holds the row: who replaces the article waits, or has done it, and then loaded_at is another
// one.
static const char HOLD[] =
    "UPDATE documents d SET load_id = d.load_id FROM unnest($1::bigint[], $2::timestamptz[]) AS n (document_id, "
    "loaded_at) "
    "WHERE d.document_id = n.document_id AND d.loaded_at = n.loaded_at";
static const char DATE[] =
    "UPDATE documents d SET document_date = date '2000-01-01' + n.days, date_source = n.source "
    "FROM unnest($1::bigint[], $2::timestamptz[], $3::int[], $4::text[]) AS n (document_id, loaded_at, days, source) "
    "WHERE d.document_id = n.document_id AND d.loaded_at = n.loaded_at";

// What is replaced.
static const enum row_table SAID[] = {ROW_MENTION, ROW_FACT, ROW_STATEMENT};
#define SAID_COUNT (sizeof SAID / sizeof *SAID)

struct stream {
    struct database_answer answer;
    struct str values[COLUMNS_MAX];  // of the row that is next
    bool ended;
};

enum { DATE_ID, DATE_LOADED, DATE_DAYS, DATE_SAID_BY, DATE_COLUMNS };

struct stored {
    struct database *db;
    struct database_answer documents;
    struct stream streams[STREAMS];
    int64_t document_id;  // the one that is read, and since when it is as it is
    struct str loaded_at;
    struct row table;                                 // the one that is read; table_no 0: none
    struct buf said[ROW_TABLES], old[ROW_TABLES];     // of the batch, in COPY's format; which it had
    size_t marks[ROW_TABLES], old_marks[ROW_TABLES];  // where the document's begin
    struct buf ids, loaded;                           // of documents whose rows change, as arrays' texts
    int64_t changed;                                  // so many
    struct buf dates[DATE_COLUMNS];                   // of documents whose day changes, as arrays' texts
    int64_t dated;
};

static bool prepare(struct stored *s, struct error *error)
{
    if (!database_set(s->db, LEDGER_BY_INDEX, error) || !database_prepare(s->db, "next", NEXT, error) ||
        !database_prepare(s->db, "documents", DOCUMENTS, error))
        return false;
    for (int i = 0; i < STREAMS; i++)
        if (!database_prepare(s->db, NAMES[i], QUERIES[i], error)) return false;
    return true;
}

struct stored *stored_open(const struct database_options *options, struct error *error)
{
    struct stored *s = calloc(1, sizeof *s);
    if (!s) {
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    s->db = database_connect(options, NULL, error);
    if (s->db && prepare(s, error)) return s;
    stored_close(s);
    return NULL;
}

static void forget(struct stored *s)
{
    database_answer_release(&s->documents);
    for (int i = 0; i < STREAMS; i++) database_answer_release(&s->streams[i].answer);
    for (size_t i = 0; i < SAID_COUNT; i++) {
        s->said[SAID[i]].n = 0;
        s->old[SAID[i]].n = 0;
        s->said[SAID[i]].failed = s->old[SAID[i]].failed = false;  // for the next batch there may be memory
    }
    s->ids.n = s->loaded.n = 0;
    s->ids.failed = s->loaded.failed = false;
    for (int i = 0; i < DATE_COLUMNS; i++) {
        s->dates[i].n = 0;
        s->dates[i].failed = false;
    }
    s->changed = s->dated = s->document_id = 0;
}

void stored_close(struct stored *s)
{
    if (!s) return;
    forget(s);
    for (int i = 0; i < ROW_TABLES; i++) {
        buf_release(&s->said[i]);
        buf_release(&s->old[i]);
    }
    buf_release(&s->ids);
    buf_release(&s->loaded);
    for (int i = 0; i < DATE_COLUMNS; i++) buf_release(&s->dates[i]);
    database_close(s->db);
    free(s);
}

bool stored_is_lost(const struct stored *s)
{
    return database_is_lost(s->db);
}

bool stored_next_range(struct stored *s, int count, int64_t bytes, struct stored_range *range, bool *found,
                       struct error *error)
{
    int64_t after = (int64_t)__builtin_bswap64((uint64_t)range->last);
    int64_t limit = (int64_t)__builtin_bswap64((uint64_t)count);
    const struct str parameters[] = {{(char *)&after, sizeof after}, {(char *)&limit, sizeof limit}};
    struct database_answer answer = {0};
    struct str values[COLUMNS_MAX];
    if (!database_answer(s->db, "next", 2, parameters, &answer, error)) return false;
    *found = false;
    for (int64_t sum = 0; sum < bytes && database_answer_next(&answer, values); sum += database_int64(values[1])) {
        range->last = database_int64(values[0]);
        if (!*found) range->first = range->last;
        *found = true;
    }
    database_answer_release(&answer);
    return true;
}

static void advance(struct stream *stream)
{
    stream->ended = !database_answer_next(&stream->answer, stream->values);
}

// Their second column numbers a document's rows in the order in which they were put.
static bool read_old(struct stored *s, enum row_table table, const struct stored_range *range, struct error *error)
{
    const char *columns = strchr(copy_statement(table), '(') + 1;
    char sql[1024];
    snprintf(
        sql, sizeof sql,
        "COPY (SELECT %.*s FROM %s WHERE document_id BETWEEN %lld AND %lld ORDER BY 1, 2) TO STDOUT (FORMAT binary)",
        (int)strcspn(columns, ")"), columns, row_table_name(table), (long long)range->first, (long long)range->last);
    copy_header(&s->said[table]);
    s->old_marks[table] = s->said[table].n;
    return database_copy_out(s->db, sql, &s->old[table], error);
}

bool stored_begin(struct stored *s, const struct stored_range *range, struct error *error)
{
    int64_t first = (int64_t)__builtin_bswap64((uint64_t)range->first);
    int64_t last = (int64_t)__builtin_bswap64((uint64_t)range->last);
    const struct str parameters[] = {{(char *)&first, sizeof first}, {(char *)&last, sizeof last}};
    if (!database_exec(s->db, "BEGIN", error) ||
        !database_answer(s->db, "documents", 2, parameters, &s->documents, error))
        return false;
    for (int i = 0; i < STREAMS; i++) {
        if (!database_answer(s->db, NAMES[i], 2, parameters, &s->streams[i].answer, error)) return false;
        advance(&s->streams[i]);
    }
    for (size_t i = 0; i < SAID_COUNT; i++)
        if (!read_old(s, SAID[i], range, error)) return false;
    return true;
}

static bool is_as_before(struct stored *s, enum row_table table)
{
    struct str old = buf_str(&s->old[table]), new = buf_str(&s->said[table]);
    size_t at = s->old_marks[table], n = new.n - s->marks[table], end;
    // of articles that came into the range after its documents were read
    while ((end = copy_row_end(old, at, s->document_id - 1)) > at) at = end;
    size_t from = at;
    while ((end = copy_row_end(old, at, s->document_id)) > at) at = end;
    s->old_marks[table] = at;
    return at - from == n && memcmp(old.p + from, new.p + s->marks[table], n) == 0;
}

// Of the document that was read: its rows are forgotten where they are those that it had.
static void end_document(struct stored *s)
{
    bool same = true;
    if (!s->document_id) return;
    for (size_t i = 0; i < SAID_COUNT; i++) same = is_as_before(s, SAID[i]) && same;
    if (!same) {
        buf_printf(&s->ids, s->ids.n ? ",%lld" : "{%lld", (long long)s->document_id);
        database_array_text(&s->loaded, s->loaded_at);
        s->changed++;
    }
    for (size_t i = 0; same && i < SAID_COUNT; i++) s->said[SAID[i]].n = s->marks[SAID[i]];
}

static enum date_source date_source_of(struct str name)
{
    enum date_source source = DATE_SOURCE_FILE_NAME;
    while (source > DATE_SOURCE_NONE && !str_equal(name, str_from(date_source_name(source)))) source--;
    return source;
}

bool stored_next_document(struct stored *s, struct stored_document *document)
{
    struct str values[COLUMNS_MAX];
    end_document(s);
    s->document_id = 0;
    if (!database_answer_next(&s->documents, values)) return false;
    *document = (struct stored_document){.document_id = database_int64(values[0]),
                                         .byte_count = database_int64(values[1]),
                                         .source = values[2],
                                         .url = values[3],
                                         .language = values[4],
                                         .language_guess = values[5],
                                         .date = values[6].p ? database_int32(values[6]) : 0,
                                         .date_source = date_source_of(values[7])};
    s->document_id = document->document_id;
    s->loaded_at = values[8];
    s->table.of_table.table_no = 0;
    for (size_t i = 0; i < SAID_COUNT; i++) s->marks[SAID[i]] = s->said[SAID[i]].n;
    // rows of articles that came into the range after its documents were read
    for (int i = 0; i < STREAMS; i++)
        while (!s->streams[i].ended && database_int64(s->streams[i].values[0]) < s->document_id)
            advance(&s->streams[i]);
    return true;
}

static bool is_of_document(const struct stored *s, int stream)
{
    const struct stream *t = &s->streams[stream];
    return !t->ended && database_int64(t->values[0]) == s->document_id;
}

static bool is_of_table(const struct stored *s, int stream)
{
    return is_of_document(s, stream) && database_int32(s->streams[stream].values[1]) == s->table.of_table.table_no;
}

static enum paragraph_kind kind_of(struct str name)
{
    enum paragraph_kind kind = PARAGRAPH_TEXT;
    while (kind < PARAGRAPH_CAPTION && !str_equal(name, str_from(paragraph_kind_name(kind)))) kind++;
    return kind;
}

static void read_block(int stream, const struct str *v, struct row *row)
{
    *row = (struct row){.position = database_int32(v[1]), .section_no = database_int32(v[2])};
    if (stream != SECTIONS) row->line = row->line_end = (uint32_t)database_int32(v[3]);
    switch (stream) {
    case SECTIONS:
        row->table = ROW_SECTION;
        row->section = (struct section_row){.path_length = database_int32(v[3]), .heading = v[4]};
        break;
    case PARAGRAPHS:
        row->table = ROW_PARAGRAPH;
        row->paragraph = (struct paragraph_row){.kind = kind_of(v[4]), .text = v[5], .label = v[6]};
        break;
    case BULLETS:
        row->table = ROW_BULLET;
        row->bullet = (struct bullet_row){
            .list_no = database_int32(v[4]), .depth = database_int32(v[5]), .ordinal = -1, .label = v[6], .text = v[7]};
        break;
    default:
        row->table = ROW_TABLE;
        row->of_table = (struct table_row){.table_no = database_int32(v[4]), .row_headers = v[5].n && v[5].p[0]};
        break;
    }
}

static void read_part(const struct stored *s, int stream, const struct str *v, struct row *row)
{
    *row = (struct row){.table = ROW_TABLE_COLUMN, .position = s->table.position, .section_no = s->table.section_no};
    if (stream == COLUMNS) {
        row->column = (struct table_column_row){
            .table_no = database_int32(v[1]), .column_no = database_int32(v[2]), .header = v[3]};
        return;
    }
    row->table = ROW_TABLE_CELL;
    row->line = row->line_end = (uint32_t)database_int32(v[4]);
    row->cell = (struct table_cell_row){.table_no = database_int32(v[1]),
                                        .row_no = database_int32(v[2]),
                                        .column_no = database_int32(v[3]),
                                        .text = v[5],
                                        .row_line = row->line,
                                        .row_line_end = row->line_end};
}

bool stored_next_row(struct stored *s, struct row *row)
{
    for (int i = COLUMNS; i <= CELLS; i++) {
        if (!is_of_table(s, i)) continue;
        read_part(s, i, s->streams[i].values, row);
        advance(&s->streams[i]);
        return true;
    }
    int next = STREAMS;
    for (int i = SECTIONS; i <= TABLES; i++)
        if (is_of_document(s, i) &&
            (next == STREAMS || database_int32(s->streams[i].values[1]) < database_int32(s->streams[next].values[1])))
            next = i;
    if (next == STREAMS) return false;
    read_block(next, s->streams[next].values, row);
    advance(&s->streams[next]);
    if (next == TABLES) s->table = *row;
    return true;
}

bool stored_put(struct stored *s, const struct row *row, struct error *error)
{
    struct buf *buf = &s->said[row->table];
    copy_row(buf, row, s->document_id, 0);
    return !buf->failed || error_set(error, ERROR_MEMORY, "out of memory");
}

void stored_set_date(struct stored *s, int32_t days, enum date_source source)
{
    char number[24];
    bool none = source == DATE_SOURCE_NONE;
    snprintf(number, sizeof number, "%" PRId64, s->document_id);
    database_array_text(&s->dates[DATE_ID], str_from(number));
    database_array_text(&s->dates[DATE_LOADED], s->loaded_at);
    snprintf(number, sizeof number, "%d", days);
    database_array_text(&s->dates[DATE_DAYS], none ? STR_NULL : str_from(number));
    database_array_text(&s->dates[DATE_SAID_BY], none ? STR_NULL : str_from(date_source_name(source)));
    s->dated++;
}

// Runs an update of so many documents, each of which must be as it was read.
static bool update(struct stored *s, const char *sql, struct buf *const *arrays, int count, int64_t wanted,
                   struct error *error)
{
    const char *values[DATE_COLUMNS];
    int64_t held = 0;
    bool failed = false;
    for (int i = 0; i < count; i++) {
        database_array_end(arrays[i]);
        failed = failed || arrays[i]->failed;
        values[i] = arrays[i]->p;
    }
    if (failed) return error_set(error, ERROR_MEMORY, "out of memory");
    if (!database_run(s->db, sql, count, values, &held, error)) return false;
    if (held == wanted) return true;
    error_set(error, ERROR_SERVER, "a load has replaced an article at the same time");
    memcpy(error->sqlstate, "40001", 6);
    return false;
}

static bool set_dates(struct stored *s, struct error *error)
{
    struct buf *arrays[DATE_COLUMNS];
    for (int i = 0; i < DATE_COLUMNS; i++) arrays[i] = &s->dates[i];
    return update(s, DATE, arrays, DATE_COLUMNS, s->dated, error);
}

static bool replace(struct stored *s, struct error *error)
{
    struct buf *arrays[] = {&s->ids, &s->loaded};
    if (!update(s, HOLD, arrays, 2, s->changed, error)) return false;
    const char *values[] = {s->ids.p};
    for (size_t i = 0; i < SAID_COUNT; i++) {
        struct buf *buf = &s->said[SAID[i]];
        char sql[96];
        snprintf(sql, sizeof sql, "DELETE FROM %s WHERE document_id = ANY ($1::bigint[])", row_table_name(SAID[i]));
        copy_trailer(buf);
        if (!database_run(s->db, sql, 1, values, NULL, error) ||
            !database_copy(s->db, copy_statement(SAID[i]), buf_str(buf), error))
            return false;
    }
    return true;
}

bool stored_commit(struct stored *s, struct error *error)
{
    if ((s->ids.n && !replace(s, error)) || (s->dated && !set_dates(s, error)) ||
        !database_exec(s->db, "COMMIT", error))
        return false;
    forget(s);
    return true;
}

void stored_rollback(struct stored *s)
{
    struct error ignored = {0};
    forget(s);
    // outside a transaction this is a warning, and on a lost connection there is nothing to roll back
    database_exec(s->db, "ROLLBACK", &ignored);
}
