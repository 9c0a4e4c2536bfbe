#include "facts/statement_rows.h"

#include "facts/statements.h"

// The text that may hold statements; STR_NULL for none.
static struct str text_of(const struct row *row)
{
    if (row->table == ROW_BULLET) return row->bullet.text;
    bool running = row->table == ROW_PARAGRAPH && row->paragraph.kind != PARAGRAPH_CODE &&
                   row->paragraph.kind != PARAGRAPH_LEFTOVER;
    return running ? row->paragraph.text : STR_NULL;
}

static struct statement_row row_of(const struct statement *s, int32_t number)
{
    return (struct statement_row){.statement_no = number,
                                  .act = s->act,
                                  .giver = s->giver,
                                  .giver_id = s->giver_id,
                                  .support = s->support,
                                  .support_type = s->support_type,
                                  .amount = s->amount,
                                  .currency = s->currency,
                                  .receiver = s->receiver,
                                  .receiver_id = s->receiver_id,
                                  .sentence = s->sentence,
                                  .start = (int32_t)s->start,
                                  .confidence = s->confidence,
                                  .reason = s->reason};
}

bool statement_rows_of(const struct mention_rows *m, int32_t *count, const struct row *row, struct error *error)
{
    struct str text = text_of(row);
    struct statement *found;
    size_t n;
    if (!m->source->statements || !text.n) return true;
    if (!statements_find_with(m->source->statements, text, m->found, m->found_count, m->organs, m->organ_count,
                              m->language, m->arena, &found, &n))
        return arena_ok(m->arena, error);
    struct row statement = {.table = ROW_STATEMENT,
                            .section_no = row->section_no,
                            .position = row->position,
                            .line = row->line,
                            .line_end = row->line_end};
    for (size_t i = 0; i < n; i++) {
        statement.statement = row_of(&found[i], ++*count);
        if (!m->emit(m->context, &statement, error)) return false;
    }
    return true;
}
