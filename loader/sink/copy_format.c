#include "sink/copy_format.h"

#include "base/timestamp.h"
#include "sink/database.h"

static const char *const STATEMENTS[ROW_TABLES] = {
    [ROW_DOCUMENT] =
        "COPY documents (document_id, source, title, author, site, url, language, published_at, metadata, "
        "dialect, layout, content_sha256, byte_count, line_count, load_id, language_guess, document_date, date_source) "
        "FROM STDIN (FORMAT binary)",
    [ROW_SECTION] =
        "COPY sections (document_id, section_no, parent_no, path, level, heading, heading_origin, "
        "confidence, reason, position, line_no, item_key) FROM STDIN (FORMAT binary)",
    [ROW_PARAGRAPH] =
        "COPY paragraphs (document_id, position, section_no, kind, text, line_no, label) "
        "FROM STDIN (FORMAT binary)",
    [ROW_BULLET] =
        "COPY bullets (document_id, position, section_no, list_no, depth, ordinal, label, text, line_no, "
        "item_key) "
        "FROM STDIN (FORMAT binary)",
    [ROW_TABLE] =
        "COPY tables (document_id, table_no, section_no, position, column_count, row_count, header_origin, "
        "shape, line_no, row_headers) FROM STDIN (FORMAT binary)",
    [ROW_TABLE_COLUMN] =
        "COPY table_columns (document_id, table_no, column_no, header, header_key) FROM STDIN (FORMAT binary)",
    [ROW_TABLE_CELL] =
        "COPY table_rows (document_id, table_no, row_no, item_key, cells, line_no, lines, spanned) "
        "FROM STDIN (FORMAT binary)",
    [ROW_LINK] = "COPY links (document_id, link_no, position, label, url, line_no) FROM STDIN (FORMAT binary)",
    [ROW_MENTION] =
        "COPY mentions (document_id, mention_no, position, place, row_no, column_no, entity_id, start, text) "
        "FROM STDIN (FORMAT binary)",
    [ROW_FACT] =
        "COPY facts (document_id, fact_no, position, line_no, section_no, table_no, row_no, column_no, element_no, "
        "item_column_no, item, item_key, entity_id, attribute, attribute_key, value, value_key, value_entity_id, "
        "number, unit, date, boolean, told_by, support, support_type, amount, currency) FROM STDIN (FORMAT binary)",
    [ROW_STATEMENT] =
        "COPY statements (document_id, statement_no, position, line_no, section_no, giver, giver_id, act, support, "
        "support_type, amount, currency, receiver, receiver_id, sentence, start, confidence, reason) "
        "FROM STDIN (FORMAT binary)",
};

// Rooms in bytes: a field is its length (4) and its value, at most 8 for a number; facts have the most columns.
#define FIXED_ROOM 256
#define INT4OID    23

const char *copy_table(enum row_table table)
{
    return table == ROW_TABLE_CELL ? "table_rows" : row_table_name(table);
}

const char *copy_statement(enum row_table table)
{
    return STATEMENTS[table];
}

void copy_header(struct buf *buf)
{
    buf_add(buf, "PGCOPY\n\377\r\n\0", 11);
    buf_int32(buf, 0);  // flags
    buf_int32(buf, 0);  // no header extension
}

void copy_trailer(struct buf *buf)
{
    buf_int16(buf, -1);
}

// The writers below need no check: copy_row reserves the room of a whole row.
static char *put_int16(char *p, int v)
{
    uint16_t u = __builtin_bswap16((uint16_t)v);
    memcpy(p, &u, 2);
    return p + 2;
}

static char *put_int32(char *p, int64_t v)
{
    uint32_t u = __builtin_bswap32((uint32_t)v);
    memcpy(p, &u, 4);
    return p + 4;
}

static char *int16_field(char *p, int v)
{
    return put_int16(put_int32(p, 2), v);
}

static char *int32_field(char *p, int64_t v)
{
    return put_int32(put_int32(p, 4), v);
}

// NULL for negative numbers, which stand for "none".
static char *int32_or_null(char *p, int32_t v)
{
    return v < 0 ? put_int32(p, -1) : int32_field(p, v);
}

static char *int64_field(char *p, int64_t v)
{
    uint64_t u = __builtin_bswap64((uint64_t)v);
    p = put_int32(p, 8);
    memcpy(p, &u, 8);
    return p + 8;
}

static char *float_field(char *p, float v)
{
    uint32_t bits;
    memcpy(&bits, &v, 4);
    return put_int32(put_int32(p, 4), bits);
}

static char *double_field(char *p, double v)
{
    uint64_t bits;
    memcpy(&bits, &v, 8);
    return int64_field(p, (int64_t)bits);
}

static char *boolean_field(char *p, bool v)
{
    p = put_int32(p, 1);
    *p = v;
    return p + 1;
}

static char *text_field(char *p, struct str s)
{
    if (!s.p) return put_int32(p, -1);
    p = put_int32(p, (int64_t)s.n);
    memcpy(p, s.p, s.n);
    return p + s.n;
}

static char *name_field(char *p, const char *name)
{
    return text_field(p, str_from(name));
}

// jsonb: a version byte, then text.
static char *json_field(char *p, struct str s)
{
    if (!s.p) return put_int32(p, -1);
    p = put_int32(p, (int64_t)s.n + 1);
    *p++ = 1;
    memcpy(p, s.p, s.n);
    return p + s.n;
}

static char *timestamp_field(char *p, struct str s)
{
    int64_t microseconds;
    return s.p && timestamp_parse(s, &microseconds) ? int64_field(p, microseconds) : put_int32(p, -1);
}

// One dimension, no NULLs, lower bound 1.
static char *array_field(char *p, const int32_t *values, int32_t count)
{
    p = put_int32(p, 20 + 8 * (int64_t)count);
    p = put_int32(put_int32(put_int32(p, 1), 0), INT4OID);
    p = put_int32(put_int32(p, count), 1);
    for (int32_t i = 0; i < count; i++) p = int32_field(p, values[i]);
    return p;
}

static char *document_fields(char *p, const struct document_row *d, int64_t document_id, int64_t load_id)
{
    const struct article *a = d->article;
    const struct metadata *m = &a->metadata;
    p = int64_field(put_int16(p, 18), document_id);
    p = text_field(text_field(text_field(p, a->source), d->title), m->author);
    p = text_field(text_field(text_field(p, m->site), m->url), m->language);
    p = json_field(timestamp_field(p, m->published_at), m->other);
    p = name_field(name_field(p, dialect_name(d->dialect)), layout_name(a->layout));
    p = text_field(p, (struct str){(const char *)a->sha256.bytes, sizeof a->sha256.bytes});
    p = int32_field(int64_field(p, (int64_t)a->bytes.n), d->line_count);
    p = text_field(int64_field(p, load_id), m->language_guess);
    if (d->date_source == DATE_SOURCE_NONE) return put_int32(put_int32(p, -1), -1);
    return name_field(int32_field(p, d->date), date_source_name(d->date_source));
}

static char *section_fields(char *p, const struct row *row, int64_t document_id)
{
    const struct section_row *s = &row->section;
    p = int32_or_null(int32_field(int64_field(put_int16(p, 12), document_id), row->section_no), s->parent_no);
    p = int16_field(array_field(p, s->path, s->path_length), s->level);
    p = name_field(text_field(p, s->heading), origin_name(s->origin));
    p = s->origin == ORIGIN_NONE ? put_int32(p, -1) : float_field(p, s->confidence);
    p = s->reason ? name_field(p, s->reason) : put_int32(p, -1);
    return text_field(int32_field(int32_field(p, row->position), row->line), s->item_key);
}

static char *paragraph_fields(char *p, const struct row *row, int64_t document_id)
{
    p = int32_field(int64_field(put_int16(p, 7), document_id), row->position);
    p = name_field(int32_field(p, row->section_no), paragraph_kind_name(row->paragraph.kind));
    return text_field(int32_field(text_field(p, row->paragraph.text), row->line), row->paragraph.label);
}

static char *bullet_fields(char *p, const struct row *row, int64_t document_id)
{
    const struct bullet_row *b = &row->bullet;
    p = int32_field(int64_field(put_int16(p, 10), document_id), row->position);
    p = int16_field(int32_field(int32_field(p, row->section_no), b->list_no), b->depth);
    p = text_field(text_field(int32_or_null(p, b->ordinal), b->label), b->text);
    return text_field(int32_field(p, row->line), b->item_key);
}

static char *table_fields(char *p, const struct row *row, int64_t document_id)
{
    const struct table_row *t = &row->of_table;
    p = int32_field(int64_field(put_int16(p, 10), document_id), t->table_no);
    p = int32_field(int32_field(p, row->section_no), row->position);
    p = int32_field(int32_field(p, t->column_count), t->row_count);
    p = int32_field(text_field(name_field(p, origin_name(t->header_origin)), t->shape), row->line);
    return boolean_field(p, t->row_headers);
}

static char *column_fields(char *p, const struct row *row, int64_t document_id)
{
    p = int32_field(int64_field(put_int16(p, 5), document_id), row->column.table_no);
    return text_field(text_field(int32_field(p, row->column.column_no), row->column.header), row->column.header_key);
}

static char *link_fields(char *p, const struct row *row, int64_t document_id)
{
    p = int32_field(int64_field(put_int16(p, 6), document_id), row->link.link_no);
    p = text_field(text_field(int32_field(p, row->position), row->link.label), row->link.url);
    return int32_field(p, row->line);
}

static char *mention_fields(char *p, const struct row *row, int64_t document_id)
{
    const struct mention_row *m = &row->mention;
    p = int32_field(int64_field(put_int16(p, 9), document_id), m->mention_no);
    p = name_field(int32_field(p, row->position), mention_place_name(m->place));
    p = text_field(int32_or_null(int32_or_null(p, m->row_no), m->column_no), m->entity_id);
    return text_field(int32_field(p, m->start), m->text);
}

static char *typed_fields(char *p, const struct value *v)
{
    p = v->kind == VALUE_NUMBER ? double_field(p, v->number) : put_int32(p, -1);
    p = text_field(p, v->unit);
    p = v->kind == VALUE_DATE ? int32_field(p, v->days) : put_int32(p, -1);
    return v->kind == VALUE_BOOLEAN ? boolean_field(p, v->truth) : put_int32(p, -1);
}

static char *fact_fields(char *p, const struct row *row, int64_t document_id)
{
    const struct fact_row *f = &row->fact;
    p = int32_field(int64_field(put_int16(p, 27), document_id), f->fact_no);
    p = int32_field(int32_field(int32_field(p, row->position), row->line), row->section_no);
    p = int32_or_null(int32_field(int32_or_null(p, f->table_no), f->row_no), f->column_no);
    p = text_field(
        text_field(text_field(int32_or_null(int32_field(p, f->element_no), f->item_column_no), f->item), f->item_key),
        f->entity_id);
    p = text_field(text_field(p, f->attribute), f->attribute_key);
    p = text_field(text_field(text_field(p, f->value), f->value_key), f->value_entity_id);
    p = name_field(typed_fields(p, &f->typed), fact_told_by_name(f->told_by));
    p = text_field(text_field(p, f->support), f->support_type);
    return text_field(f->currency.p ? double_field(p, f->amount) : put_int32(p, -1), f->currency);
}

// The digit to the base of 10,000 whose first decimal place is `place`, of digits with `whole` before the full stop.
static int numeric_digit(struct str s, size_t whole, long place)
{
    int digit = 0;
    for (long i = place; i < place + 4; i++) {
        size_t at = i < 0 ? s.n : (size_t)i + ((size_t)i >= whole);
        digit = 10 * digit + (at < s.n ? s.p[at] - '0' : 0);
    }
    return digit;
}

// numeric: digits to the base of 10,000 without zeros at either end, as the server keeps them, how many, the weight of
// the first, the sign, and how many decimals are shown.
static char *numeric_field(char *p, struct str s)
{
    if (!s.p) return put_int32(p, -1);
    const char *point = memchr(s.p, '.', s.n);
    size_t whole = point ? (size_t)(point - s.p) : s.n, decimals = point ? s.n - whole - 1 : 0;
    int before = (int)(whole + 3) / 4, first = 0, end = before + (int)(decimals + 3) / 4;
    long skipped = 4 * (long)before - (long)whole;  // places that the first digit lacks
    while (first < end && !numeric_digit(s, whole, 4L * first - skipped)) first++;
    while (first < end && !numeric_digit(s, whole, 4L * (end - 1) - skipped)) end--;
    p = put_int16(put_int32(p, 8 + 2 * (int64_t)(end - first)), end - first);
    p = put_int16(put_int16(put_int16(p, first < end ? before - 1 - first : 0), 0), (int)decimals);
    for (int i = first; i < end; i++) p = put_int16(p, numeric_digit(s, whole, 4L * i - skipped));
    return p;
}

static char *statement_fields(char *p, const struct row *row, int64_t document_id)
{
    const struct statement_row *s = &row->statement;
    p = int32_field(int32_field(int64_field(put_int16(p, 18), document_id), s->statement_no), row->position);
    p = text_field(text_field(int32_field(int32_field(p, row->line), row->section_no), s->giver), s->giver_id);
    p = text_field(text_field(name_field(p, statement_act_name(s->act)), s->support), s->support_type);
    p = text_field(text_field(text_field(numeric_field(p, s->amount), s->currency), s->receiver), s->receiver_id);
    p = float_field(int32_field(text_field(p, s->sentence), s->start), s->confidence);
    return name_field(p, s->reason);
}

// Bytes of a row's texts and arrays, beside FIXED_ROOM.
static size_t text_room(const struct row *row)
{
    switch (row->table) {
    case ROW_DOCUMENT: {
        const struct article *a = row->document.article;
        const struct metadata *m = &a->metadata;
        return a->source.n + row->document.title.n + m->author.n + m->site.n + m->url.n + m->language.n + m->other.n +
               m->language_guess.n;
    }
    case ROW_SECTION:
        return row->section.heading.n + row->section.item_key.n +
               (row->section.reason ? strlen(row->section.reason) : 0) + 8 * (size_t)row->section.path_length;
    case ROW_PARAGRAPH: return row->paragraph.label.n + row->paragraph.text.n;
    case ROW_BULLET: return row->bullet.label.n + row->bullet.text.n + row->bullet.item_key.n;
    case ROW_TABLE: return row->of_table.shape.n;
    case ROW_TABLE_COLUMN: return row->column.header.n + row->column.header_key.n;
    case ROW_LINK: return row->link.label.n + row->link.url.n;
    case ROW_MENTION: return row->mention.entity_id.n + row->mention.text.n;
    case ROW_FACT: {
        const struct fact_row *f = &row->fact;
        return f->item.n + f->item_key.n + f->entity_id.n + f->attribute.n + f->attribute_key.n + f->value.n +
               f->value_key.n + f->value_entity_id.n + f->typed.unit.n + f->support.n + f->support_type.n +
               f->currency.n;
    }
    case ROW_STATEMENT: {
        const struct statement_row *s = &row->statement;
        return s->giver.n + s->giver_id.n + s->support.n + s->support_type.n + s->amount.n + s->currency.n +
               s->receiver.n + s->receiver_id.n + s->sentence.n + strlen(s->reason);
    }
    default: return 0;
    }
}

void copy_row(struct buf *buf, const struct row *row, int64_t document_id, int64_t load_id)
{
    size_t room = FIXED_ROOM + text_room(row);
    if (buf->capacity - buf->n < room && !buf_reserve(buf, room)) return;
    char *p = buf->p + buf->n;
    switch (row->table) {
    case ROW_DOCUMENT: p = document_fields(p, &row->document, document_id, load_id); break;
    case ROW_SECTION: p = section_fields(p, row, document_id); break;
    case ROW_PARAGRAPH: p = paragraph_fields(p, row, document_id); break;
    case ROW_BULLET: p = bullet_fields(p, row, document_id); break;
    case ROW_TABLE: p = table_fields(p, row, document_id); break;
    case ROW_TABLE_COLUMN: p = column_fields(p, row, document_id); break;
    case ROW_LINK: p = link_fields(p, row, document_id); break;
    case ROW_MENTION: p = mention_fields(p, row, document_id); break;
    case ROW_FACT: p = fact_fields(p, row, document_id); break;
    case ROW_STATEMENT: p = statement_fields(p, row, document_id); break;
    default: break;  // ROW_TABLE_CELL: sink/copy_cells.h
    }
    buf->n = (size_t)(p - buf->p);
}

size_t copy_row_end(struct str rows, size_t at, int64_t document_id)
{
    if (rows.n - at < 14 || database_int64((struct str){rows.p + at + 6, 8}) > document_id) return at;
    int fields = (unsigned char)rows.p[at] << 8 | (unsigned char)rows.p[at + 1];
    for (at += 2; fields > 0; fields--) {
        int32_t n = database_int32((struct str){rows.p + at, 4});
        at += 4 + (n > 0 ? (size_t)n : 0);
    }
    return at;
}
