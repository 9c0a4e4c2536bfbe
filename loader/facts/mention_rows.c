#include "facts/mention_rows.h"

#include "base/utf8.h"
#include "facts/statements.h"

struct place {
    enum mention_place place;
    int32_t row_no, column_no;
};

static bool emit_one(struct mention_rows *m, const struct row *row, struct str text, struct place place,
                     struct str entity_id, const struct mention *found, struct error *error)
{
    struct row mention = {.table = ROW_MENTION,
                          .section_no = row->section_no,
                          .position = row->position,
                          .line = row->line,
                          .line_end = row->line_end};
    size_t start = found->byte_start;
    mention.mention = (struct mention_row){.mention_no = ++m->count,
                                           .place = place.place,
                                           .row_no = place.row_no,
                                           .column_no = place.column_no,
                                           .entity_id = entity_id,
                                           .start = (int32_t)found->start,
                                           .text = str_slice(text, start, start + found->byte_length)};
    return m->emit(m->context, &mention, error);
}

// Statements ask for the organs that the same text names: found in the same pass.
static bool find_in_text(struct mention_rows *m, struct str text, bool organs)
{
    const struct statement_source *statements = m->source->statements;
    bool told = statements && organs && statements_are_told_in(m->language);
    struct mention_list found[2] = {0};
    m->article.entity_ids = m->source->entity_ids;
    bool fine = mentions_find_two(m->source->names, told ? statements->organs : NULL, text, m->language, &m->article,
                                  m->arena, found);
    m->found = found[0].all, m->found_count = found[0].count;
    m->organs = found[1].all, m->organ_count = found[1].count;
    return fine;
}

static bool emit(struct mention_rows *m, const struct row *row, struct str text, struct place place,
                 struct error *error)
{
    bool running = place.place == MENTION_IN_TEXT;
    m->article.in_table = place.place == MENTION_IN_CELL || place.place == MENTION_IN_HEADER;
    m->found_count = m->organ_count = 0;
    if (!text.n) return true;
    if (!find_in_text(m, text, running)) return arena_ok(m->arena, error);
    for (size_t i = 0; i < m->found_count; i++)
        if (!emit_one(m, row, text, place, m->source->entity_ids[m->found[i].entity], &m->found[i], error))
            return false;
    return true;
}

// All of a text but the white space around it is the entity's name.
static bool emit_whole(struct mention_rows *m, const struct row *row, struct str text, struct place place,
                       struct str entity_id, struct error *error)
{
    struct str name = str_trim(text);
    size_t before = (size_t)(name.p - text.p);
    struct mention whole = {.start = (uint32_t)utf8_length((struct str){text.p, before}),
                            .length = (uint32_t)utf8_length(name),
                            .byte_start = (uint32_t)before,
                            .byte_length = (uint32_t)name.n};
    m->found_count = m->organ_count = 0;
    return emit_one(m, row, text, place, entity_id, &whole, error);
}

// The entity that a user says the text on this line names; STR_NULL: nothing is said. Of two the later one holds.
static struct str corrected_entity(const struct mention_rows *m, uint32_t line, struct str text)
{
    struct str entity_id = STR_NULL;
    for (size_t i = 0; m->corrections && i < m->corrections->count; i++) {
        const struct correction *c = m->corrections->all[i];
        if (c->as != CORRECT_ENTITY || (c->line && c->line != line) || !str_equal(c->text, str_trim(text))) continue;
        m->corrections->met[i] = true;
        entity_id = c->entity_id;
    }
    return entity_id;
}

// A header or label: short, and perhaps a name alone.
static bool emit_short(struct mention_rows *m, const struct row *row, struct str text, struct place place,
                       struct error *error)
{
    struct str corrected = corrected_entity(m, place.place == MENTION_IN_HEADER ? m->table_line : row->line, text);
    return corrected.p ? emit_whole(m, row, text, place, corrected, error) : emit(m, row, text, place, error);
}

// Codes in cells --------------------------------------------------------------------------------------------------

#define HEADER_WORDS 4  // of a header that says what its column holds

// The word is in small letters but where it isn't ASCII.
static bool is_word(struct str s, const char *word)
{
    for (size_t i = 0; i < s.n; i++, word++)
        if ((s.p[i] >= 'A' && s.p[i] <= 'Z' ? s.p[i] | 0x20 : s.p[i]) != *word) return false;
    return !*word;
}

// Whether one of the header's words is one of these.
static bool says(struct str header, const char *const *words)
{
    int count = 0;
    bool said = false;
    for (size_t i = 0, end; i < header.n; i = end + 1) {
        for (end = i; end < header.n && !strchr(" _-/()\n", header.p[end]);) end++;
        struct str word = str_slice(header, i, end);
        count += word.n > 0;
        for (const char *const *w = words; *w; w++) said |= is_word(word, *w);
    }
    return said && count <= HEADER_WORDS;
}

static void note_header(struct mention_rows *m, const struct row *row)
{
    static const char *const countries[] = {"country", "countries", "nation",      "nations", "economy", "land",
                                            "länder",  "staat",     "pays",        "país",    "países",  "paese",
                                            "paesi",   "kraj",      "страна",      "Страна",  "ülke",    "国家",
                                            "國家",    "国",        "countrycode", NULL};
    static const char *const codes[] = {"iso", "iso2", "iso3",  "alpha",       "a2",
                                        "a3",  "code", "codes", "countrycode", NULL};
    static const char *const iso[] = {"iso", "iso2", "iso3", "alpha", NULL};
    if (row->column.column_no < 1 || row->column.column_no > 64) return;
    uint64_t bit = (uint64_t)1 << (row->column.column_no - 1);
    if (says(row->column.header, countries) || says(row->column.header, iso)) m->countries |= bit;
    if (says(row->column.header, codes)) m->codes |= bit;
    if (mentions_header_is_technical(m->source->names, row->column.header, m->language)) m->technical |= bit;
}

// The entity that a cell is nothing but the code or the name of.
static uint32_t entity_of_cell(const struct mention_rows *m, struct str cell, uint64_t column)
{
    if (!(m->countries & column)) return MENTION_NONE;
    bool is_code = !str_equal(cell, STR("NA")) || m->codes & column;
    uint32_t entity = is_code ? mentions_code(m->source->names, cell) : MENTION_NONE;
    return entity != MENTION_NONE ? entity : mentions_whole(m->source->names, cell, m->language);
}

// Whether the column says that the cell is the name of something else.
static bool is_another(struct mention_rows *m, struct str cell, uint64_t column)
{
    const struct mention_names *names = m->source->names;
    if (!(m->states & column) && mentions_cell_is_state(names, cell, m->language)) m->states |= column;
    return (m->states & column && mentions_name_is(names, MENTION_STOP_STATE, cell)) ||
           (m->technical & column && mentions_name_is(names, MENTION_STOP_TECHNICAL, cell));
}

static bool emit_cell(struct mention_rows *m, const struct row *row, struct error *error)
{
    struct place place = {MENTION_IN_CELL, row->cell.row_no, row->cell.column_no};
    struct str text = row->cell.text, cell = str_trim(text), corrected = corrected_entity(m, row->line, text);
    if (corrected.p) return emit_whole(m, row, text, place, corrected, error);
    bool counted = row->cell.column_no >= 1 && row->cell.column_no <= 64;
    uint64_t column = counted ? (uint64_t)1 << (row->cell.column_no - 1) : 0;
    if (column && is_another(m, cell, column)) return m->found_count = m->organ_count = 0, true;
    uint32_t entity = entity_of_cell(m, cell, column);
    if (entity == MENTION_NONE) return emit(m, row, text, place, error);
    return emit_whole(m, row, text, place, m->source->entity_ids[entity], error);
}

bool mention_rows_of(struct mention_rows *m, const struct row *row, struct error *error)
{
    struct place place = {MENTION_IN_TEXT, -1, -1};
    switch (row->table) {
    case ROW_PARAGRAPH:
        return row->paragraph.kind == PARAGRAPH_CODE ||
               (emit_short(m, row, row->paragraph.label, (struct place){MENTION_IN_LABEL, -1, -1}, error) &&
                emit(m, row, row->paragraph.text, place, error));
    case ROW_SECTION: place.place = MENTION_IN_HEADING; return emit(m, row, row->section.heading, place, error);
    case ROW_BULLET:
        return emit_short(m, row, row->bullet.label, (struct place){MENTION_IN_LABEL, -1, -1}, error) &&
               emit(m, row, row->bullet.text, place, error);
    case ROW_TABLE:
        m->countries = m->codes = m->states = m->technical = 0;
        m->table_line = row->line;
        return true;
    case ROW_TABLE_COLUMN:
        note_header(m, row);
        // PPG, RPG, APG: beside headers of another trade a name is one of theirs
        if (m->technical && mentions_name_is(m->source->names, MENTION_STOP_TECHNICAL, str_trim(row->column.header)))
            return true;
        return emit_short(m, row, row->column.header, (struct place){MENTION_IN_HEADER, -1, row->column.column_no},
                          error);
    case ROW_TABLE_CELL: return emit_cell(m, row, error);
    default: return true;
    }
}
