#include "facts/facts.h"

#include "facts/fact_columns.h"
#include "facts/item_key.h"

#define KEY_BYTES 40  // of the keys of a table of keys and values, in the mean

// A column as its facts need it.
struct column {
    struct fact_text header;  // STR_NULL for none
    struct fact_row attribute;
    const struct fact_item *items;  // where the header is the item
    size_t item_count;
    enum decimal_sign decimal;
    struct str unit;
    double magnitude;
    bool whole, support, money_only, by_words;
};

struct fact_plan {
    int32_t table_no, section_no, position;
    struct column *columns;
    size_t count, subject;
    double scale;
    int32_t first_row;
    bool keys;                      // a table of keys and values
    bool header_support;            // columns of givers tell support
    const struct fact_item *items;  // that it tells of
    size_t item_count;
};

// Headers of columns whose commas belong to one place or day.
static bool is_whole(struct str key)
{
    static const char list[] =
        "|place|location|site|city|town|address|venue|stadium|hometown|residence|birthplace|place of "
        "birth|headquarters|"
        "country of "
        "origin|route|where|ort|stadt|standort|adresse|lieu|ville|lugar|ciudad|luogo|città|date|dates|datum|fecha|";
    return str_is_listed(list, key);
}

static void plan_column(struct fact_plan *p, const struct fact_column *columns, size_t i, enum decimal_sign decimal,
                        struct arena *arena)
{
    struct column *c = &p->columns[i];
    c->magnitude = 1;
    c->decimal = fact_decimal(columns, p->count, i, decimal);
    if (c->header.text.n) fact_attribute(arena, c->header.text, &c->attribute);
    c->whole = c->attribute.attribute_key.p && is_whole(c->attribute.attribute_key);
    if (c->header.text.n) value_header(c->header.text, &c->unit, &c->magnitude);
    struct party parties[PARTIES_MOST];
    if (i != p->subject && c->header.count && parties_of(&c->header, parties))
        c->items = fact_items_of(arena, &c->header, &c->item_count);
}

// Which columns tell what the rows' subjects give: see support.h.
static void plan_support(struct fact_plan *p, const struct fact_table *t, const struct support_source *support,
                         struct arena *arena)
{
    struct str subject = p->columns[p->subject].attribute.attribute_key;
    enum header_role of_subject = support ? support_role(support, subject) : ROLE_RECIPIENT;
    if (of_subject == ROLE_RECIPIENT) return;
    bool above = (t->lead_in && fact_tells_support(arena, t->lead_in->text)) ||
                 (t->heading && fact_tells_support(arena, t->heading->text)) || (subject.n && tells_support(subject)) ||
                 (t->text_above.n && tells_gifts(item_key(t->text_above, arena)));
    size_t givers = 0;
    for (size_t i = 0; i < p->count; i++) {
        struct column *c = &p->columns[i];
        enum header_role role = support_role(support, c->attribute.attribute_key);
        givers += c->items != NULL;
        bool told = role == ROLE_NONE && c->attribute.attribute_key.p && tells_support(c->attribute.attribute_key);
        c->by_words = told;
        c->money_only = !told && (role == ROLE_AMOUNT || (role == ROLE_NONE && value_is_currency(c->unit)));
        c->support = told || role == ROLE_SUPPORT || (c->money_only && above);
    }
    p->header_support = of_subject == ROLE_SUPPORT || (!subject.n && above && givers > 1);
}

// A pair of headers that only says that there are keys and values.
static bool is_key_pair(struct str key, struct str value)
{
    static const char keys[] =
        "|property|attribute|field|parameter|key|feature|specification|characteristic|detail|details|eigenschaft|"
        "merkmal|"
        "caractéristique|característica|spec|specs|setting|";
    static const char values[] =
        "|value|values|detail|details|description|information|info|specification|specifications|answer|data|wert|"
        "angabe|"
        "beschreibung|valeur|valor|";
    return str_is_listed(keys, key) && str_is_listed(values, value);
}

// What a table of keys and values tells of.
static const struct fact_text *key_subject(const struct fact_table *t)
{
    struct party parties[PARTIES_MOST];
    if (t->lead_in && parties_of(t->lead_in, parties)) return t->lead_in;
    return t->heading;
}

static bool has_keys(const struct fact_plan *p, const struct fact_table *t, const struct fact_text *subject,
                     const struct fact_column *columns, bool has_header)
{
    struct party parties[PARTIES_MOST];
    const struct fact_column *keys = &columns[0], *values = &columns[1];
    if (p->count != 2 || !subject) return false;
    if (has_header) return is_key_pair(p->columns[0].attribute.attribute_key, p->columns[1].attribute.attribute_key);
    if (t->row_headers) return true;
    if (keys->filled < 2 || keys->typed || keys->figures || keys->entities ||
        keys->bytes > (size_t)KEY_BYTES * keys->filled)
        return false;
    return 2 * keys->colons > keys->filled || parties_of(subject, parties) ||
           (values->typed && values->typed < values->filled);
}

static bool has_headers(const struct fact_table *t)
{
    for (size_t i = 0; i < t->header_count; i++)
        if (t->headers[i].text.n) return true;
    return false;
}

static size_t count_columns(const struct fact_table *t)
{
    size_t count = t->header_count;
    for (size_t i = 0; i < t->cell_count; i++)
        if ((size_t)t->cells[i].column_no > count) count = (size_t)t->cells[i].column_no;
    return count < FACT_COLUMNS ? count : FACT_COLUMNS;
}

// The header row, which may be the first of the cells.
static bool plan_headers(struct fact_plan *p, const struct fact_table *t, struct fact_column *columns)
{
    for (size_t i = 0; i < t->header_count && i < p->count; i++) p->columns[i].header = t->headers[i];
    if (has_headers(t)) return true;
    fact_columns_of(t, 2, columns, p->count);
    if (t->row_headers || !fact_first_row_heads(t, columns)) return false;
    p->first_row = 2;
    for (size_t i = 0; i < t->cell_count && t->cells[i].row_no == 1; i++)
        if (t->cells[i].column_no <= (int32_t)p->count) p->columns[t->cells[i].column_no - 1].header = t->cells[i].text;
    return true;
}

struct fact_plan *fact_plan_new(const struct fact_table *t, enum decimal_sign decimal,
                                const struct support_source *support, struct arena *arena, struct error *error)
{
    struct fact_column columns[FACT_COLUMNS];
    size_t count = count_columns(t), bytes = (count + 1) * sizeof(struct column);
    struct fact_plan *p = arena_alloc(arena, sizeof *p);
    struct column *of_plan = arena_alloc(arena, bytes);
    if (!arena_ok(arena, error)) return NULL;
    memset(of_plan, 0, bytes);
    *p = (struct fact_plan){.table_no = t->table_no,
                            .section_no = t->section_no,
                            .position = t->position,
                            .columns = of_plan,
                            .count = count,
                            .scale = t->scale,
                            .first_row = 1};
    fact_cells_read(t->cells, t->cell_count);
    bool has_header = plan_headers(p, t, columns);
    fact_columns_of(t, p->first_row, columns, p->count);
    p->subject = fact_subject(columns, p->count);
    for (size_t i = 0; i < p->count; i++) plan_column(p, columns, i, decimal, arena);
    plan_support(p, t, support, arena);
    const struct fact_text *subject = key_subject(t);
    if (has_keys(p, t, subject, columns, has_header)) p->items = fact_items_of(arena, subject, &p->item_count);
    p->keys = p->item_count > 0;
    return arena_ok(arena, error) ? p : NULL;
}

// The cell (an index) that a row's other cells are told of; count where there is none.
static size_t subject_of(const struct fact_plan *p, const struct fact_cell *row, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if ((size_t)row[i].column_no == p->subject + 1 && !row[i].absent) return i;
    for (size_t i = 0; i < count; i++)
        if (row[i].column_no <= FACT_COLUMNS && !row[i].absent && row[i].typed.kind == VALUE_NONE &&
            !fact_is_figures(value_trim(row[i].text.text)))
            return i;
    return count;
}

static struct fact_said said_of(const struct fact_plan *p, const struct fact_cell *cell)
{
    const struct column *c = &p->columns[cell->column_no - 1];
    struct fact_said said = {.row = {.section_no = p->section_no,
                                     .position = p->position,
                                     .line = cell->line,
                                     .line_end = cell->line_end,
                                     .fact = c->attribute},
                             .decimal = c->decimal,
                             .unit = c->unit,
                             .magnitude = c->magnitude,
                             .scale = p->scale,
                             .whole = c->whole,
                             .support = c->support,
                             .money_only = c->money_only,
                             .by_words = c->by_words};
    said.row.fact.table_no = p->table_no;
    said.row.fact.row_no = cell->row_no;
    said.row.fact.column_no = cell->column_no;
    return said;
}

static bool is_key_support(const struct fact_writer *w, const struct fact_row *key)
{
    return w->support &&
           (support_role(w->support, key->attribute_key) == ROLE_SUPPORT || tells_support(key->attribute_key));
}

static bool write_row(struct fact_writer *w, const struct fact_plan *p, const struct fact_cell *row, size_t count,
                      struct error *error)
{
    size_t subject = p->keys ? 0 : subject_of(p, row, count), item_count = p->item_count;
    if (subject >= count || (p->keys && row[0].absent)) return true;
    arena_reset(w->scratch);
    const struct fact_item *items = p->keys ? p->items : fact_items_of(w->scratch, &row[subject].text, &item_count);
    struct fact_row of_row = {0};  // its attribute, where the item is another one
    bool entity = item_count && items[0].entity_id.p;
    for (size_t i = 0; i < count && row[i].column_no <= (int32_t)p->count; i++) {
        if (i == subject || row[i].absent) continue;
        const struct column *c = &p->columns[row[i].column_no - 1];
        struct fact_said said = said_of(p, &row[i]);
        said.items = items;
        said.item_count = item_count;
        said.row.fact.told_by = p->keys ? FACT_BY_KEY : FACT_BY_CELL;
        if (c->items && !entity) {
            said.items = c->items;
            said.item_count = c->item_count;
            said.row.fact.told_by = FACT_BY_HEADER;
        }
        if (said.row.fact.told_by == FACT_BY_HEADER) said.support = p->header_support;
        said.row.fact.item_column_no = said.row.fact.told_by == FACT_BY_CELL ? row[subject].column_no : -1;
        if (said.row.fact.told_by != FACT_BY_CELL) {
            said.money_only = said.by_words = false;
            if (!of_row.attribute.p) fact_attribute(w->scratch, row[subject].text.text, &of_row);
            said.row.fact.attribute = of_row.attribute;
            said.row.fact.attribute_key = of_row.attribute_key;
            if (p->keys) said.support = is_key_support(w, &of_row);
        }
        said.typed = row[i].typed.open ? NULL : &row[i].typed;
        if (!fact_write(w, &said, &row[i].text, error)) return false;
    }
    return arena_ok(w->scratch, error);
}

bool fact_plan_write(struct fact_writer *w, const struct fact_plan *p, struct fact_cell *cells, size_t count,
                     struct error *error)
{
    if (p->count < 2) return true;
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count && cells[to].row_no == cells[from].row_no;) to++;
        if (cells[from].row_no >= p->first_row && !write_row(w, p, cells + from, to - from, error)) return false;
    }
    return true;
}
