#include "facts/mention_rows.h"

struct place {
    enum mention_place place;
    int32_t row_no, column_no;
};

static bool emit(struct mention_rows *m, const struct row *row, struct str text, struct place place,
                 struct error *error)
{
    if (!mentions_find(m->source->names, text, m->language, m->arena, &m->found, &m->found_count))
        return arena_ok(m->arena, error);
    const struct mention *found = m->found;
    struct row mention = {.table = ROW_MENTION,
                          .section_no = row->section_no,
                          .position = row->position,
                          .line = row->line,
                          .line_end = row->line_end};
    for (size_t i = 0; i < m->found_count; i++) {
        size_t start = found[i].byte_start;
        mention.mention = (struct mention_row){.mention_no = ++m->count,
                                               .place = place.place,
                                               .row_no = place.row_no,
                                               .column_no = place.column_no,
                                               .entity_id = m->source->entity_ids[found[i].entity],
                                               .start = (int32_t)found[i].start,
                                               .text = str_slice(text, start, start + found[i].byte_length)};
        if (!m->emit(m->context, &mention, error)) return false;
    }
    return true;
}

bool mention_rows_of(struct mention_rows *m, const struct row *row, struct error *error)
{
    struct place place = {MENTION_IN_TEXT, -1, -1};
    switch (row->table) {
    case ROW_PARAGRAPH: return row->paragraph.kind == PARAGRAPH_CODE || emit(m, row, row->paragraph.text, place, error);
    case ROW_SECTION: place.place = MENTION_IN_HEADING; return emit(m, row, row->section.heading, place, error);
    case ROW_BULLET:
        return emit(m, row, row->bullet.label, (struct place){MENTION_IN_LABEL, -1, -1}, error) &&
               emit(m, row, row->bullet.text, place, error);
    case ROW_TABLE_COLUMN:
        return emit(m, row, row->column.header, (struct place){MENTION_IN_HEADER, -1, row->column.column_no}, error);
    case ROW_TABLE_CELL:
        return emit(m, row, row->cell.text, (struct place){MENTION_IN_CELL, row->cell.row_no, row->cell.column_no},
                    error);
    default: return true;
    }
}
