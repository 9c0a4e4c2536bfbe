#include "facts/row_keys.h"

#include "facts/item_key.h"
#include "facts/value.h"

static bool is_short(struct str s)
{
    size_t characters = 0;
    if (s.n <= ROW_KEY_CHARACTERS) return true;
    for (size_t i = 0; i < s.n && characters <= ROW_KEY_CHARACTERS; i++) characters += (s.p[i] & 0xC0) != 0x80;
    return characters <= ROW_KEY_CHARACTERS;
}

// Signs name nothing: items that are "ditto" or a dash have nothing in common.
static struct str key_of(struct str name, struct arena *arena)
{
    return value_is_signs(name) ? STR_NULL : item_key(name, arena);
}

bool row_keys_set(struct row *row, struct arena *arena)
{
    switch (row->table) {
    case ROW_SECTION: row->section.item_key = key_of(row->section.heading, arena); break;
    case ROW_BULLET: {
        struct bullet_row *b = &row->bullet;
        b->item_key = key_of(b->label.p ? b->label : is_short(b->text) ? b->text : STR_NULL, arena);
        break;
    }
    case ROW_TABLE_COLUMN:
        row->column.header_key = row->column.header.n ? item_key(row->column.header, arena) : STR_NULL;
        break;
    case ROW_TABLE_CELL:
        row->cell.item_key = row->cell.column_no == 1 ? key_of(row->cell.text, arena) : STR_NULL;
        break;
    default: break;
    }
    return !arena->failed;
}
