#include "facts/fact_writer.h"

#include "base/utf8.h"
#include "facts/item_key.h"
#include "facts/list.h"

#define KEY_BYTES 100  // of a value that may be looked up

const struct fact_item *fact_item_of(struct arena *arena, const struct party *party)
{
    struct fact_item *item = arena_alloc(arena, sizeof *item);
    if (item) *item = (struct fact_item){party->text, item_key(party->text, arena), party->entity_id};
    return item;
}

const struct fact_item *fact_items_of(struct arena *arena, const struct fact_text *text, size_t *count)
{
    struct party parties[PARTIES_MOST];
    *count = 0;
    if (!text->text.n || text->text.n > FACT_ITEM_BYTES || value_is_absent(text->text)) return NULL;
    size_t n = parties_of(text, parties), most = n ? n : 1;
    struct fact_item *items = arena_alloc(arena, most * sizeof *items);
    if (!items) return NULL;
    for (size_t i = 0; i < most; i++) {
        struct str name = n > 1 ? parties[i].text : text->text;
        items[i] = (struct fact_item){name, item_key(name, arena), n ? parties[i].entity_id : STR_NULL};
    }
    if (!items[0].key.n) return NULL;
    *count = most;
    return items;
}

static struct str without_colon(struct str s)
{
    s = str_trim(s);
    if (str_ends(s, STR(":"))) s.n--;
    else if (str_ends(s, STR("："))) s.n -= 3;
    return str_trim(s);
}

void fact_attribute(struct arena *arena, struct str text, struct fact_row *fact)
{
    struct str s = utf8_prefix(without_colon(text), FACT_ITEM_BYTES);
    fact->attribute = s.n ? s : STR_NULL;
    fact->attribute_key = s.n ? item_key(s, arena) : STR_NULL;
}

bool fact_tells_support(struct arena *arena, struct str text)
{
    struct fact_row row = {0};
    fact_attribute(arena, text, &row);
    return row.attribute_key.p && tells_support(row.attribute_key);
}

// Where a column isn't known to hold support, a bare number may count anything, as goals that somebody assists.
static bool may_be_support(const struct fact_said *said, const struct value *v)
{
    return said->support && (!said->by_words || v->kind != VALUE_NUMBER || v->unit.p);
}

static bool write_each(struct fact_writer *w, struct fact_said *said, struct error *error)
{
    struct fact_row *fact = &said->row.fact;
    for (size_t i = 0; i < said->item_count; i++) {
        const struct fact_item *item = &said->items[i];
        w->room -= 2;
        if (w->room < 0) return true;
        fact->fact_no = ++w->count;
        fact->item = item->text;
        fact->item_key = item->key;
        fact->entity_id = item->entity_id;
        fact->support = fact->support_type = fact->currency = STR_NULL;
        if (item->entity_id.p && may_be_support(said, &fact->typed) &&
            !support_fill(w->support, fact, said->money_only, w->scratch))
            return arena_ok(w->scratch, error);
        if (!w->emit(w->context, &said->row, error)) return false;
    }
    return true;
}

// Under a header that names a currency m is no metre. 0: no such word.
static double money_scale(struct str unit)
{
    if (str_equal(unit, STR("m")) || str_equal(unit, STR("M"))) return 1e6;
    if (str_equal(unit, STR("b")) || str_equal(unit, STR("B"))) return 1e9;
    return 0;
}

static bool write_typed(struct fact_writer *w, struct fact_said *said, struct error *error)
{
    struct fact_row *fact = &said->row.fact;
    struct value *v = &fact->typed;
    fact->value_entity_id = STR_NULL;
    fact->value_key = v->kind == VALUE_BOOLEAN ? item_key(fact->value, w->scratch) : STR_NULL;
    double scale = v->kind == VALUE_NUMBER && value_is_currency(said->unit) ? money_scale(v->unit) : 0;
    if (scale > 0) {
        v->unit = said->unit;
        v->number *= scale;
    } else if (v->kind == VALUE_NUMBER && !v->unit.p) {
        v->unit = said->unit;
        if (!v->magnified) v->number *= said->magnitude;
    }
    bool plain = v->kind == VALUE_NUMBER && scale == 0 && !v->magnified && said->magnitude == 1 && v->number < 1e6;
    if (plain && said->scale > 1 && value_is_currency(v->unit)) v->number *= said->scale;
    return write_each(w, said, error);
}

// One element: a value of some type, one or more entities, or a text.
static bool write_element(struct fact_writer *w, struct fact_said *said, const struct fact_text *text,
                          struct error *error)
{
    struct fact_row *fact = &said->row.fact;
    struct party parties[PARTIES_MOST];
    size_t n = text->count ? parties_of(text, parties) : 0, most = n ? n : 1;
    fact->value_entity_id = STR_NULL;
    for (size_t i = 0; i < most; i++) {
        if (n > 1) fact->value = parties[i].text;
        if (n) fact->value_entity_id = parties[i].entity_id;
        fact->value_key = fact->value.n <= KEY_BYTES ? item_key(fact->value, w->scratch) : STR_NULL;
        if (!write_each(w, said, error)) return false;
    }
    return true;
}

bool fact_write(struct fact_writer *w, struct fact_said *said, const struct fact_text *value, struct error *error)
{
    struct fact_row *fact = &said->row.fact;
    struct str *elements = (struct str[]){value->text};
    size_t count = 1;
    said->row.table = ROW_FACT;
    fact->element_no = 1;
    fact->value = value->text;
    if (!said->item_count || value_is_absent(value->text)) return arena_ok(w->scratch, error);
    if (said->typed) fact->typed = *said->typed;
    else value_read(value->text, said->decimal, &fact->typed);
    if (fact->typed.kind != VALUE_NONE) return write_typed(w, said, error) && arena_ok(w->scratch, error);
    if (!said->whole && !list_elements(value->text, w->scratch, &elements, &count)) return arena_ok(w->scratch, error);
    for (size_t i = 0; i < count; i++) {
        struct fact_text element = fact_text_slice(value, elements[i]);
        fact->element_no = (int32_t)i + 1;
        fact->value = element.text;
        if (count > 1 && value_is_absent(element.text)) continue;
        bool typed = count > 1 && value_read(element.text, said->decimal, &fact->typed);
        if (!(typed ? write_typed(w, said, error) : write_element(w, said, &element, error))) return false;
    }
    return arena_ok(w->scratch, error);
}
