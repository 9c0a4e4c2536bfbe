#include "facts/fact_rows.h"

#include "facts/fact_columns.h"
#include "facts/item_key.h"
#include "facts/prompt.h"

#include <ctype.h>

#define SENTENCE_WORDS 5  // of a sentence, at least

#define ROOM 2000  // two bytes a fact: see fact_rows.h

enum decimal_sign fact_decimal_of(struct str language)
{
    static const char commas[] = " de fr es pt it nl pl ru uk tr sv da no nb nn fi cs sk sl hr hu ro el id vi ";
    static const char points[] = " en zh ja ko ";
    char code[5] = "    ";
    if (language.n < 2 || (language.n > 2 && language.p[2] != '-')) return DECIMAL_UNKNOWN;
    code[1] = (char)tolower((unsigned char)language.p[0]);
    code[2] = (char)tolower((unsigned char)language.p[1]);
    return strstr(commas, code) ? DECIMAL_COMMA : strstr(points, code) ? DECIMAL_POINT : DECIMAL_UNKNOWN;
}

// Texts and their mentions
// ---------------------------------------------------------------------------------------------

static void open_text(struct fact_rows *f, int which, struct fact_text *text, struct str s)
{
    *text = (struct fact_text){.text = s};
    f->open[which] = (struct fact_open_text){.text = text};
    f->writer.room += (int64_t)s.n;
}

static bool add_mention(struct fact_rows *f, const struct mention_row *m, struct error *error)
{
    struct fact_open_text *o = &f->open[m->place == MENTION_IN_LABEL];
    if (!o->text) return true;
    if (o->text->count == o->capacity) {
        size_t capacity = o->capacity ? 2 * o->capacity : 2;
        struct party *grown = arena_grow(f->arena, o->mentions, o->capacity, capacity, sizeof *grown);
        if (!grown) return arena_ok(f->arena, error);
        o->mentions = grown;
        o->capacity = capacity;
        o->text->mentions = grown;
    }
    o->mentions[o->text->count++] = (struct party){m->text, m->entity_id};
    return true;
}

// Lists --------------------------------------------------------------------------------------------------------------

// The last sentence of what leads in: what the list is said to hold.
static struct str last_sentence(struct str s)
{
    size_t from = 0;
    for (size_t i = 3; i + 2 < s.n; i++) {
        bool stop =
            (s.p[i - 1] == '.' && s.p[i - 2] >= 'a' && s.p[i - 3] >= 'a') || s.p[i - 1] == '!' || s.p[i - 1] == '?';
        if (stop && s.p[i] == ' ' && (s.p[i + 1] < 'a' || s.p[i + 1] > 'z')) from = i + 1;
        if (s.p[i] == '\n') from = i + 1;
    }
    return str_slice(s, from, s.n);
}

// What stands above a list item.
struct above {
    struct fact_text text;
    enum fact_told_by told_by;
};

// Nearest first; at most FACT_LEVELS items, one lead-in and FACT_LEVELS headings.
static int collect_above(const struct fact_rows *f, struct above *above)
{
    int n = 0, depth = f->item.row.bullet.depth;
    if (depth > f->item_depth + 1) depth = f->item_depth + 1;
    for (int i = depth - 2; i >= 0; i--)
        if (i < FACT_LEVELS && f->items[i].text.n) above[n++] = (struct above){f->items[i], FACT_UNDER_ITEM};
    if (f->list_is_led)
        above[n++] = (struct above){fact_text_slice(&f->lead_in, last_sentence(f->lead_in.text)), FACT_UNDER_LEAD_IN};
    for (int i = f->heading_depth - 1; i >= 0; i--)
        if (f->headings[i].text.n) above[n++] = (struct above){f->headings[i], FACT_UNDER_HEADING};
    return n;
}

// Headings, as keys, of sections that say what an article was made from, where there is more, and what it contains:
// their items are of other works, or of its own headings.
static const char WORKS[] =
    "|bibliografia|bibliografía|bibliographie|bibliography|bronnen|citations|collegamenti esterni|"
    "contents|einzelnachweise|enlaces externos|external links|externe links|footnotes|further reading|"
    "inhaltsverzeichnis|inhoud|liens externes|ligações externas|linki zewnętrzne|literatur|literature|"
    "notas y referencias|note e riferimenti|noten|notes and references|notes et références|przypisy|"
    "quellen|quellenangaben|references|references and notes|referencias|referências|riferimenti|"
    "références|see also|siehe auch|sommaire|spis treści|sumário|tabla de contenidos|table des matières|"
    "table of contents|vedi anche|ver também|voir aussi|véase también|weblinks|works cited|índice|"
    // and what leads on, below an article
    "à lire aussi|articles liés|artículos relacionados|auch interessant|das könnte sie auch interessieren|latest news|"
    "lea también|lee también|les plus lus|lesen sie auch|lire aussi|mehr zum thema|meistgelesen|more on this story|"
    "more stories|most popular|most read|más leídas|noticias relacionadas|popular posts|read more|read next|"
    "recommended stories|related|related articles|related content|related information|related links|related news|"
    "related posts|related stories|sur le même sujet|te puede interesar|trending|you may also like|"
    "you might also like|"
    "источники|литература|оглавление|примечания|содержание|"
    "ссылки|出典|参考文献|参考資料|参考资料|参见|外部リンク|外部連結|"
    "外部链接|目录|目次|脚注|각주|외부 링크|참고 문헌|";

// Of a heading, or a lead-in.
static bool lists_works(struct str heading, struct arena *scratch)
{
    if (str_starts(heading, STR("[edit]"))) heading = str_trim(str_slice(heading, 6, heading.n));
    struct str key = item_key(heading, scratch);
    return str_is_listed(WORKS, key);
}

// A sentence that ends and leads to nothing, and no title: what it says is no name of anything below.
static bool is_sentence(const struct above *above)
{
    struct str s = str_trim(above->text.text);
    int spaces = 0;
    if (above->told_by == FACT_UNDER_HEADING) return false;  // whose full stop may be an abbreviation's
    for (size_t i = 0; i < s.n; i++) spaces += s.p[i] == ' ';
    return spaces + 1 >= SENTENCE_WORDS &&
           (str_ends(s, STR(".")) || str_ends(s, STR("!")) || str_ends(s, STR(".\xE2\x80\x9D")) ||
            str_ends(s, STR(".\"")) || str_ends(s, STR("\xE3\x80\x82")));
}

// The attribute is the nearest of what stands above that can name something.
static void set_attribute(struct fact_rows *f, const struct above *above, int count, struct fact_said *said)
{
    int i = 0;
    while (i < count && is_sentence(&above[i])) i++;
    if (i < count) fact_attribute(f->writer.scratch, above[i].text.text, &said->row.fact);
}

// Whether the attribute, or what stands above, tells that the item gives support, and not that it gets some.
static bool is_support(struct fact_rows *f, const struct fact_row *fact, const struct fact_item *item,
                       const struct above *above, int count)
{
    bool told = false;
    if (!f->writer.support || !item) return false;
    for (int i = 0; i < count; i++) {
        struct str text = above[i].text.text;
        if (item->text.p > text.p && item->text.p < text.p + text.n && is_receiver_in(text, item->text)) return false;
    }
    if (fact->attribute_key.p)
        told =
            support_role(f->writer.support, fact->attribute_key) == ROLE_SUPPORT || tells_support(fact->attribute_key);
    for (int i = 0; i < count && !told && fact->told_by != FACT_BY_LABEL; i++)
        told = fact_tells_support(f->writer.scratch, above[i].text.text);
    return told;
}

static bool write_labelled(struct fact_rows *f, struct fact_said *said, const struct above *above, int count,
                           struct error *error)
{
    struct party parties[PARTIES_MOST];
    struct fact_list_item *item = &f->item;
    bool named = parties_of(&item->label, parties) > 0;
    if (!named && count && parties_of(&above[0].text, parties)) {
        said->items = fact_items_of(f->writer.scratch, &above[0].text, &said->item_count);
        said->row.fact.told_by = above[0].told_by;
        fact_attribute(f->writer.scratch, item->label.text, &said->row.fact);
    } else {
        said->items = fact_items_of(f->writer.scratch, &item->label, &said->item_count);
        said->row.fact.told_by = FACT_BY_LABEL;
        set_attribute(f, above, count, said);
    }
    said->support = is_support(f, &said->row.fact, said->items, above, count < 2 ? count : 2);
    return fact_write(&f->writer, said, &item->text, error);
}

// Whether what stands above has to be like a title to name an item: all but lead-ins to support.
static bool is_title(struct fact_rows *f, const struct above *above)
{
    return above->told_by != FACT_UNDER_LEAD_IN || !fact_tells_support(f->writer.scratch, above->text.text);
}

static bool write_unlabelled(struct fact_rows *f, struct fact_said *said, const struct above *above, int count,
                             struct error *error)
{
    struct party parties[PARTIES_MOST];
    const struct party *only;
    // Armed forces: what it leads to tells something
    bool leads = str_ends(f->item.text.text, STR(":")) || str_ends(f->item.text.text, STR("\xEF\xBC\x9A"));
    if (!count || leads) return true;
    said->row.fact.told_by = above[0].told_by;
    if (parties_of(&above[0].text, parties)) {
        said->items = fact_items_of(f->writer.scratch, &above[0].text, &said->item_count);
        set_attribute(f, above + 1, count - 1, said);
    } else if ((only = party_only(&above[0].text, is_title(f, &above[0])))) {
        said->items = fact_item_of(f->writer.scratch, only);
        said->item_count = said->items != NULL;
        set_attribute(f, above, count, said);
    } else if (count > 1 && parties_of(&above[1].text, parties)) {
        said->items = fact_items_of(f->writer.scratch, &above[1].text, &said->item_count);
        said->row.fact.told_by = above[1].told_by;
        set_attribute(f, above, 1, said);
    } else {
        return true;
    }
    said->whole = true;
    said->support = is_support(f, &said->row.fact, said->items, above, count < 2 ? count : 2);
    return fact_write(&f->writer, said, &f->item.text, error);
}

static bool flush_item(struct fact_rows *f, struct error *error)
{
    struct above above[2 * FACT_LEVELS + 1];
    if (!f->item_held) return true;
    f->item_held = false;
    arena_reset(f->writer.scratch);
    int count = collect_above(f, above), depth = f->item.row.bullet.depth;
    struct fact_said said = {.row = f->item.row, .decimal = f->writer.decimal, .magnitude = 1};
    said.row.fact = (struct fact_row){.table_no = -1, .column_no = -1, .item_column_no = -1};
    if (depth <= FACT_LEVELS) {
        f->items[depth - 1] = f->item.label.text.n ? f->item.label : f->item.text;
        for (int i = f->item_depth; i < depth - 1; i++) f->items[i] = (struct fact_text){0};
        f->item_depth = depth;
    }
    if (f->of_works || prompt_is(f->item.label.text.n ? f->item.label.text : f->item.text.text)) return true;
    return f->item.label.text.n ? write_labelled(f, &said, above, count, error)
                                : write_unlabelled(f, &said, above, count, error);
}

static void hold_item(struct fact_rows *f, const struct row *row)
{
    if (row->bullet.list_no != f->list_no) {
        f->item_depth = 0;
        f->list_is_led = f->lead_in_position > 0 && row->position == f->lead_in_position + 1;
    }
    f->list_no = row->bullet.list_no;
    f->item.row = *row;
    f->item_held = true;
    open_text(f, 0, &f->item.text, row->bullet.text);
    open_text(f, 1, &f->item.label, row->bullet.label);
}

// Tables -------------------------------------------------------------------------------------------------------------

// Writes what is held of the open table, whole rows; the first time, decides how.
static bool write_table(struct fact_rows *f, struct error *error)
{
    f->table.headers = f->headers;
    f->table.cells = f->cells;
    if (!f->plan) f->plan = fact_plan_new(&f->table, f->writer.decimal, f->writer.support, f->arena, error);
    else fact_cells_read(f->cells, f->table.cell_count);
    size_t count = f->table.cell_count;
    f->table.cell_count = 0;
    return f->plan && fact_plan_write(&f->writer, f->plan, f->cells, count, error);
}

static bool flush_table(struct fact_rows *f, struct error *error)
{
    if (!f->table_held) return true;
    f->table_held = false;
    return write_table(f, error);
}

static void hold_table(struct fact_rows *f, const struct row *row)
{
    struct fact_table *t = &f->table;
    *t = (struct fact_table){.table_no = row->of_table.table_no,
                             .section_no = row->section_no,
                             .position = row->position,
                             .row_headers = row->of_table.row_headers};
    if (f->lead_in_position > 0 && t->position == f->lead_in_position + 1) t->lead_in = &f->lead_in;
    for (int i = f->heading_depth; i-- && !t->heading;)
        if (f->headings[i].text.n) t->heading = &f->headings[i];
    if (f->text_position > 0 && t->position == f->text_position + 1) t->text_above = f->text_above;
    if (t->lead_in) t->scale = value_scale(t->lead_in->text);
    if (t->heading && t->scale <= 1) t->scale = value_scale(t->heading->text);
    f->plan = NULL;
    f->table_held = true;
}

static bool hold_header(struct fact_rows *f, const struct row *row, struct error *error)
{
    struct fact_table *t = &f->table;
    if (t->header_count >= FACT_COLUMNS) return f->open[0].text = NULL, true;
    if (t->header_count == f->header_capacity) {
        size_t capacity = f->header_capacity ? 2 * f->header_capacity : 8;
        struct fact_text *grown = arena_grow(f->arena, f->headers, t->header_count, capacity, sizeof *grown);
        if (!grown) return arena_ok(f->arena, error);
        f->headers = grown;
        f->header_capacity = capacity;
    }
    open_text(f, 0, &f->headers[t->header_count++], row->column.header);
    return true;
}

static bool hold_cell(struct fact_rows *f, const struct row *row, struct error *error)
{
    struct fact_table *t = &f->table;
    bool new_row = t->cell_count && f->cells[t->cell_count - 1].row_no != row->cell.row_no;
    if (new_row && t->cell_count >= FACT_HELD && !write_table(f, error)) return false;
    if (t->cell_count == f->cell_capacity) {
        size_t capacity = f->cell_capacity ? 2 * f->cell_capacity : 64;
        struct fact_cell *grown = arena_grow(f->arena, f->cells, t->cell_count, capacity, sizeof *grown);
        if (!grown) return arena_ok(f->arena, error);
        f->cells = grown;
        f->cell_capacity = capacity;
    }
    struct fact_cell *cell = &f->cells[t->cell_count++];
    *cell = (struct fact_cell){
        .row_no = row->cell.row_no, .column_no = row->cell.column_no, .line = row->line, .line_end = row->line_end};
    open_text(f, 0, &cell->text, row->cell.text);
    return true;
}

// Rows ---------------------------------------------------------------------------------------------------------------

static void enter_section(struct fact_rows *f, const struct row *row)
{
    int depth = row->section.path_length;
    if (!row->section_no || depth < 1) return;
    if (depth > FACT_LEVELS) depth = FACT_LEVELS;
    f->heading_depth = depth;
    f->lead_in_position = 0;
    open_text(f, 0, &f->headings[depth - 1], row->section.heading);
    arena_reset(f->writer.scratch);
    f->of_works = lists_works(row->section.heading, f->writer.scratch);
}

static void enter_paragraph(struct fact_rows *f, const struct row *row)
{
    if (row->paragraph.kind == PARAGRAPH_TEXT) {
        f->text_above = row->paragraph.text;
        f->text_position = row->position;
    }
    if (row->paragraph.kind != PARAGRAPH_LEAD_IN) return;
    open_text(f, 0, &f->lead_in, row->paragraph.text);
    f->lead_in_position = row->position;
}

static bool flush(struct fact_rows *f, struct error *error)
{
    f->open[0].text = f->open[1].text = NULL;
    return flush_item(f, error) && flush_table(f, error);
}

bool fact_rows_add(struct fact_rows *f, const struct row *row, struct error *error)
{
    switch (row->table) {
    case ROW_MENTION: return add_mention(f, &row->mention, error);
    case ROW_TABLE_COLUMN: return hold_header(f, row, error);
    case ROW_TABLE_CELL: return hold_cell(f, row, error);
    case ROW_LINK: return true;
    default: break;
    }
    if (!f->writer.count && !f->writer.room) f->writer.room = ROOM;
    if (row->table == ROW_PARAGRAPH && f->table_held && f->table.scale <= 1)
        f->table.scale = value_scale(row->paragraph.text);  // right below the table
    if (!flush(f, error)) return false;
    switch (row->table) {
    case ROW_SECTION: enter_section(f, row); break;
    case ROW_PARAGRAPH: enter_paragraph(f, row); break;
    case ROW_BULLET: hold_item(f, row); break;
    case ROW_TABLE: hold_table(f, row); break;
    default: break;
    }
    return true;
}
