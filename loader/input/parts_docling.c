// docling's document: parts by kind in lists, in reading order by references from its body.
#include "input/parts.h"

#include <json-c/json.h>
#include <stdlib.h>

#define DEPTH 30      // of groups and items within each other
#define CELLS 100000  // of a table

struct document {
    struct json_object *root;
    struct parts parts;
    struct json_object *done;       // the references that were added
    struct json_object *furniture;  // texts of what stands around the pages
};

static struct json_object *member(struct json_object *object, const char *name)
{
    struct json_object *value = NULL;
    if (json_object_is_type(object, json_type_object)) json_object_object_get_ex(object, name, &value);
    return value;
}

static struct str string(struct json_object *object, const char *name)
{
    struct json_object *value = member(object, name);
    if (!json_object_is_type(value, json_type_string)) return STR("");
    return (struct str){json_object_get_string(value), (size_t)json_object_get_string_len(value)};
}

static size_t number(struct json_object *object, const char *name)
{
    int64_t value = json_object_get_int64(member(object, name));
    return value > 0 ? (size_t)value : 0;
}

static bool is(struct json_object *object, const char *label)
{
    return str_equal(string(object, "label"), str_from(label));
}

// What {"$ref": "#/texts/3"} refers to.
static struct json_object *referred(struct document *d, struct json_object *reference)
{
    struct str ref = string(reference, "$ref");
    char list[32];
    const char *slash = ref.n > 2 ? memchr(ref.p + 2, '/', ref.n - 2) : NULL;
    size_t n = slash ? (size_t)(slash - ref.p) - 2 : 0;
    if (!n || n >= sizeof list || !str_starts(ref, STR("#/"))) return NULL;
    memcpy(list, ref.p + 2, n);
    list[n] = '\0';
    struct json_object *all = member(d->root, list);
    if (!json_object_is_type(all, json_type_array) || json_object_object_get_ex(d->done, ref.p, NULL)) return NULL;
    json_object_object_add(d->done, ref.p, NULL);
    return json_object_array_get_idx(all, (size_t)strtoul(slash + 1, NULL, 10));
}

static void add_children(struct document *d, struct json_object *part, int depth, int list);

// Each cell's text in all places that it spans.
static void add_table(struct document *d, struct json_object *part, int depth)
{
    struct json_object *data = member(part, "data"), *cells = member(data, "table_cells");
    size_t rows = number(data, "num_rows"), columns = number(data, "num_cols"), headers = 0;
    add_children(d, part, depth, -1);
    if (!rows || !columns || rows > CELLS / columns || !json_object_is_type(cells, json_type_array)) return;
    struct str *grid = calloc(rows * columns, sizeof *grid);
    for (size_t i = 0; grid && i < json_object_array_length(cells); i++) {
        struct json_object *cell = json_object_array_get_idx(cells, i);
        size_t row = number(cell, "start_row_offset_idx"), last_row = number(cell, "end_row_offset_idx");
        size_t column = number(cell, "start_col_offset_idx"), last_column = number(cell, "end_col_offset_idx");
        headers += row == 0 && json_object_get_boolean(member(cell, "column_header"));
        for (size_t r = row; r < last_row && r < rows; r++)
            for (size_t c = column; c < last_column && c < columns; c++) grid[r * columns + c] = string(cell, "text");
    }
    if (grid) parts_add_table(&d->parts, grid, rows, columns, !headers);
    else d->parts.text.failed = true;
    free(grid);
}

// The texts of an inline group as one.
static void add_inline(struct document *d, struct json_object *group)
{
    struct json_object *children = member(group, "children");
    struct buf line = {0};
    for (size_t i = 0; json_object_is_type(children, json_type_array) && i < json_object_array_length(children); i++) {
        struct str text = string(referred(d, json_object_array_get_idx(children, i)), "text");
        if (line.n && text.n) buf_byte(&line, ' ');
        buf_str_add(&line, text);
    }
    parts_add(&d->parts, PARTS_PARAGRAPH, 0, STR(""), buf_str(&line));
    if (line.failed) d->parts.text.failed = true;
    buf_release(&line);
}

static void add_text(struct document *d, struct json_object *part, int list)
{
    struct str text = string(part, "text");
    if (!text.n) text = string(part, "orig");
    if (is(part, "title")) parts_add(&d->parts, PARTS_HEADING, 1, STR(""), text);
    else if (is(part, "section_header"))
        parts_add(&d->parts, PARTS_HEADING, (int)number(part, "level") + 1, STR(""), text);
    else if (is(part, "code")) parts_add(&d->parts, PARTS_CODE, 0, STR(""), text);
    else if (is(part, "list_item")) {
        struct str marker = string(part, "marker");
        bool ordered = json_object_get_boolean(member(part, "enumerated"));
        parts_add(&d->parts, PARTS_ITEM, list, !ordered ? STR("") : marker.n ? marker : STR("1."), text);
    } else parts_add(&d->parts, PARTS_PARAGRAPH, 0, STR(""), text);
}

static void add(struct document *d, struct json_object *part, int depth, int list)
{
    if (!part || depth > DEPTH) return;
    if (str_equal(string(part, "content_layer"), STR("furniture")) && string(part, "text").n) {
        json_object_array_add(d->furniture, json_object_get(member(part, "text")));
        return;
    }
    if (is(part, "inline")) {
        add_inline(d, part);
    } else if (member(part, "data")) {
        add_table(d, part, depth + 1);
    } else {
        bool is_list = is(part, "list") || is(part, "ordered_list");
        add_text(d, part, list);
        add_children(d, part, depth + 1, is_list ? list + 1 : list);
    }
}

// captions first, for they are not among the children where the layout has them elsewhere
static void add_children(struct document *d, struct json_object *part, int depth, int list)
{
    static const char *const lists[] = {"captions", "children", "footnotes"};
    for (size_t l = 0; l < 3; l++) {
        struct json_object *children = member(part, lists[l]);
        size_t count = json_object_is_type(children, json_type_array) ? json_object_array_length(children) : 0;
        for (size_t i = 0; i < count; i++) add(d, referred(d, json_object_array_get_idx(children, i)), depth, list);
    }
}

struct str parts_docling(struct json_object *object, struct arena *arena)
{
    static const char *const lists[] = {"body", "furniture", "groups", "texts", "tables", "pictures", "pages"};
    struct document d = {.root = object};
    if (!str_equal(string(object, "schema_name"), STR("DoclingDocument"))) return STR_NULL;
    d.done = json_object_new_object();
    d.furniture = json_object_new_array();
    add_children(&d, member(object, "body"), 0, -1);
    add_children(&d, member(object, "furniture"), 0, -1);
    struct str text = arena_str(arena, buf_str(&d.parts.text));
    if (d.parts.text.failed || !d.done) arena->failed = true;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) json_object_object_del(object, lists[i]);
    json_object_put(d.done);
    if (json_object_array_length(d.furniture)) json_object_object_add(object, "furniture", d.furniture);
    else json_object_put(d.furniture);
    buf_release(&d.parts.text);
    return text;
}
