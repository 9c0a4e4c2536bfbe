#include "sink/entity_names.h"

#include "facts/item_key.h"
#include "facts/statements.h"
#include "facts/support.h"
#include "sink/schema.h"

#include <csv.h>
#include <stdio.h>
#include <stdlib.h>

struct entity_names {
    struct arena arena;
    struct mention_source source;
    struct mention_names *names;
    struct str *entity_ids;
    struct statement_source statements;
    struct statement_entity *entities;  // of the same names
    struct mention_names *organs;
    struct statement_words *words;
    struct support_source support;
};

#define FIELDS_MAX 5

struct entity_kind {
    struct str entity_id;
    bool gives;
};

// What has been read, in the order of reading.
struct reader {
    struct entity_names *into;
    struct mention_name *names;
    struct mention_stop *stops;
    struct mention_name *organs;
    struct statement_entity *organ_entities;
    struct support_type *types;
    struct header_role_of *roles;
    struct entity_kind *kinds;
    size_t name_count, stop_count, name_room, stop_room;
    size_t organ_count, type_count, kind_count, organ_room, type_room, kind_room;
    size_t role_count, role_room;
    struct str *nobody;  // keys of names that are nobody's, sorted
    size_t nobody_count, nobody_room;
    size_t kind_last;  // the one that the last name had: names come by entity
    // of a CSV file: the row being read
    void (*add)(struct reader *reader, const struct str *fields);
    struct str fields[FIELDS_MAX];
    int field_count;
    bool is_header;
};

// Room for one more of an array in the arena; false when there is none.
static bool grow(struct reader *r, void **array, size_t count, size_t *room, size_t size)
{
    if (count < *room) return true;
    size_t more = *room ? 2 * *room : 512;
    void *grown = arena_grow(&r->into->arena, *array, count, more, size);
    if (!grown) return false;
    *array = grown;
    *room = more;
    return true;
}

// fields: entity_id, kind. Comes before the names.
static void add_kind(struct reader *r, const struct str *fields)
{
    void *kinds = r->kinds;
    if (!grow(r, &kinds, r->kind_count, &r->kind_room, sizeof *r->kinds)) return;
    r->kinds = kinds;
    r->kinds[r->kind_count++] =
        (struct entity_kind){arena_str(&r->into->arena, fields[0]), !str_equal(fields[1], STR("region"))};
}

static bool gives(struct reader *r, struct str entity_id)
{
    for (size_t i = 0; i < r->kind_count; i++, r->kind_last = (r->kind_last + 1) % r->kind_count)
        if (str_equal(r->kinds[r->kind_last].entity_id, entity_id)) return r->kinds[r->kind_last].gives;
    return false;
}

static int compare_keys(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

// fields: phrase. All come before the names.
static void add_nobody(struct reader *r, const struct str *fields)
{
    void *nobody = r->nobody;
    if (!grow(r, &nobody, r->nobody_count, &r->nobody_room, sizeof *r->nobody)) return;
    r->nobody = nobody;
    r->nobody[r->nobody_count++] = item_key(fields[0], &r->into->arena);
}

static bool is_nobody(struct reader *r, struct str name)
{
    if (!r->nobody_count) return false;
    struct str key = item_key(name, &r->into->arena);
    return bsearch(&key, r->nobody, r->nobody_count, sizeof key, compare_keys) != NULL;
}

// fields: phrase, entity_id, kind. Adjectives are no English.
static void add_organ(struct reader *r, const struct str *fields)
{
    void *organs = r->organs, *entities = r->organ_entities;
    size_t room = r->organ_room;
    if (is_nobody(r, fields[0])) return;
    if (!grow(r, &organs, r->organ_count, &r->organ_room, sizeof *r->organs) ||
        !grow(r, &entities, r->organ_count, &room, sizeof *r->organ_entities))
        return;
    r->organs = organs;
    r->organ_entities = entities;
    bool adjective = str_equal(fields[2], STR("adjective"));
    r->organs[r->organ_count] = (struct mention_name){.name = arena_str(&r->into->arena, fields[0]),
                                                      .entity = (uint32_t)r->organ_count,
                                                      .kind = adjective ? MENTION_FOREIGN : MENTION_NAME,
                                                      .case_sensitive = true};
    r->organ_entities[r->organ_count++] =
        (struct statement_entity){arena_str(&r->into->arena, fields[1]), true, adjective, false};
}

// fields: phrase, type
static void add_type(struct reader *r, const struct str *fields)
{
    void *types = r->types;
    if (!grow(r, &types, r->type_count, &r->type_room, sizeof *r->types)) return;
    r->types = types;
    r->types[r->type_count++] =
        (struct support_type){arena_str(&r->into->arena, fields[0]), arena_str(&r->into->arena, fields[1])};
}

// key: as item_key makes it
static void add_role_of(struct reader *r, struct str key, struct str role)
{
    void *roles = r->roles;
    if (!grow(r, &roles, r->role_count, &r->role_room, sizeof *r->roles)) return;
    r->roles = roles;
    r->roles[r->role_count++] = (struct header_role_of){key, header_role_parse(role)};
}

// fields: header, role
static void add_role(struct reader *r, const struct str *fields)
{
    add_role_of(r, item_key(fields[0], &r->into->arena), fields[1]);
}

// gives: what gives says of the entity. A name of no entity only keeps others from being mentions.
static void push_name(struct reader *r, struct str entity_id, bool gives, struct mention_name name)
{
    struct entity_names *into = r->into;
    if (is_nobody(r, name.name)) return;
    if (r->name_count == r->name_room) {
        size_t room = r->name_room ? 2 * r->name_room : 65536;
        struct mention_name *names = arena_grow(&into->arena, r->names, r->name_count, room, sizeof *names);
        struct str *ids = arena_grow(&into->arena, into->entity_ids, r->name_count, room, sizeof *ids);
        struct statement_entity *entities =
            arena_grow(&into->arena, into->entities, r->name_count, room, sizeof *entities);
        if (!names || !ids || !entities) return;
        into->entities = entities;
        r->names = names;
        into->entity_ids = ids;
        r->name_room = room;
    }
    name.entity = entity_id.n ? (uint32_t)r->name_count : MENTION_NONE;
    into->entity_ids[r->name_count] = entity_id;
    into->entities[r->name_count] =
        (struct statement_entity){.entity_id = entity_id,
                                  .giver = gives,
                                  .demonym = name.kind == MENTION_DEMONYM || name.kind == MENTION_TONGUE,
                                  .acronym = name.kind == MENTION_ACRONYM};
    r->names[r->name_count++] = name;
}

// fields: entity_id, name, kind, case_sensitive (true or t)
static void add_name(struct reader *r, const struct str *fields)
{
    struct arena *arena = &r->into->arena;
    struct mention_name name = {
        .name = arena_str(arena, fields[1]), .kind = MENTION_ALIAS, .case_sensitive = str_starts(fields[3], STR("t"))};
    mention_kind_parse(fields[2], &name.kind);
    push_name(r, arena_str(arena, fields[0]), gives(r, fields[0]), name);
}

// fields: entity_id, kind, name, alpha2, alpha3
static void add_codes(struct reader *r, const struct str *fields)
{
    for (int i = 3; i < 5; i++)
        if (fields[i].n)
            push_name(r, fields[0], gives(r, fields[0]),
                      (struct mention_name){.name = fields[i], .kind = MENTION_CODE});
}

// fields: phrase, kind
static void add_stop(struct reader *r, const struct str *fields)
{
    struct arena *arena = &r->into->arena;
    if (r->stop_count == r->stop_room) {
        size_t room = r->stop_room ? 2 * r->stop_room : 512;
        struct mention_stop *stops = arena_grow(arena, r->stops, r->stop_count, room, sizeof *stops);
        if (!stops) return;
        r->stops = stops;
        r->stop_room = room;
    }
    struct mention_stop stop = {.phrase = arena_str(arena, fields[0])};
    if (mention_stop_kind_parse(fields[1], &stop.kind)) r->stops[r->stop_count++] = stop;
}

static bool start(struct reader *r, struct error *error)
{
    *r = (struct reader){.into = calloc(1, sizeof *r->into)};
    if (!r->into) return error_set(error, ERROR_MEMORY, "out of memory");
    arena_init(&r->into->arena, 0);
    return true;
}

// What was read, made ready; NULL when that or the reading (`ok`) has failed.
static struct entity_names *finish(struct reader *r, bool ok, struct error *error)
{
    struct entity_names *names = r->into;
    if (ok && arena_ok(&names->arena, error))
        names->names = mention_names_new(r->names, r->name_count, r->stops, r->stop_count, error);
    if (names->names) names->organs = mention_names_new(r->organs, r->organ_count, NULL, 0, error);
    if (names->organs) names->words = statement_words_new(r->types, r->type_count, error);
    if (names->words) {
        names->statements = (struct statement_source){names->words, names->entities, names->organs, r->organ_entities};
        support_sort(r->roles, r->role_count);
        names->support = (struct support_source){r->roles, r->role_count, names->words};
        names->source = (struct mention_source){names->names, names->entity_ids, &names->statements, &names->support};
        return names;
    }
    entity_names_free(names);
    return NULL;
}

// From the files ----------------------------------------------------------------------------------------------------

// The next field of s, up to its sign or the end; s goes on behind it.
static struct str next_field(struct str *s, char sign)
{
    const char *end = memchr(s->p, sign, s->n);
    struct str field = {s->p, end ? (size_t)(end - s->p) : s->n};
    *s = str_slice(*s, field.n + (end != NULL), s->n);
    return field;
}

// Rows of language, entity_id, kind, exact and names joined by bars. As no field has quotation marks, and they are
// many, they are only pointed to.
static void read_foreign(struct reader *r)
{
    struct str text = schema_file("schema/foreign_names.csv");
    next_field(&text, '\n');
    while (text.n) {
        struct str row = next_field(&text, '\n');
        struct mention_name name = {.language = next_field(&row, ','), .kind = MENTION_FOREIGN};
        struct str entity_id = next_field(&row, ',');
        mention_kind_parse(next_field(&row, ','), &name.kind);
        name.case_sensitive = str_starts(next_field(&row, ','), STR("t"));
        bool is_giver = entity_id.n && gives(r, entity_id);
        while (row.n) {
            name.name = next_field(&row, '|');
            push_name(r, entity_id, is_giver, name);
        }
    }
}

static void on_field(void *bytes, size_t n, void *reader)
{
    struct reader *r = reader;
    if (r->field_count < FIELDS_MAX) r->fields[r->field_count] = arena_str(&r->into->arena, (struct str){bytes, n});
    r->field_count++;
}

static void on_row(int end, void *reader)
{
    struct reader *r = reader;
    (void)end;
    if (!r->is_header) r->add(r, r->fields);
    r->is_header = false;
    r->field_count = 0;
}

static bool read_file(struct reader *r, const char *file, void (*add)(struct reader *, const struct str *),
                      struct error *error)
{
    struct csv_parser parser;
    struct str text = schema_file(file);
    if (csv_init(&parser, 0) != 0) return error_set(error, ERROR_MEMORY, "out of memory");
    r->add = add;
    r->is_header = true;
    bool ok = csv_parse(&parser, text.p, text.n, on_field, on_row, r) == text.n &&
              csv_fini(&parser, on_field, on_row, r) == 0;
    csv_free(&parser);
    return ok || error_set(error, ERROR_INTERNAL, "%s can't be read: %s", file, csv_strerror(csv_error(&parser)));
}

// Codes, and names in other languages than English: the database has neither.
static bool read_bundled(struct reader *r, struct error *error)
{
    read_foreign(r);
    return read_file(r, "schema/entities.csv", add_codes, error);
}

// From the database -----------------------------------------------------------------------------------------------

static bool read_name(void *reader, int columns, const char *const *values, struct error *error)
{
    (void)columns;
    struct reader *r = reader;
    const struct str fields[] = {str_from(values[0]), str_from(values[1]), str_from(values[2]), str_from(values[3])};
    add_name(r, fields);
    return arena_ok(&r->into->arena, error);
}

static bool read_stop(void *reader, int columns, const char *const *values, struct error *error)
{
    (void)columns;
    struct reader *r = reader;
    const struct str fields[] = {str_from(values[0]), str_from(values[1])};
    add_stop(r, fields);
    return arena_ok(&r->into->arena, error);
}

static bool read_one_nobody(void *reader, int columns, const char *const *values, struct error *error)
{
    (void)columns;
    struct reader *r = reader;
    const struct str fields[] = {str_from(values[0])};
    add_nobody(r, fields);
    return arena_ok(&r->into->arena, error);
}

static bool read_kind(void *reader, int columns, const char *const *values, struct error *error)
{
    (void)columns;
    struct reader *r = reader;
    const struct str fields[] = {str_from(values[0]), str_from(values[1])};
    add_kind(r, fields);
    return arena_ok(&r->into->arena, error);
}

static bool read_organ(void *reader, int columns, const char *const *values, struct error *error)
{
    (void)columns;
    struct reader *r = reader;
    const struct str fields[] = {str_from(values[0]), str_from(values[1]), str_from(values[2])};
    add_organ(r, fields);
    return arena_ok(&r->into->arena, error);
}

static bool read_type(void *reader, int columns, const char *const *values, struct error *error)
{
    (void)columns;
    struct reader *r = reader;
    const struct str fields[] = {str_from(values[0]), str_from(values[1])};
    add_type(r, fields);
    return arena_ok(&r->into->arena, error);
}

static bool read_role(void *reader, int columns, const char *const *values, struct error *error)
{
    (void)columns;
    struct reader *r = reader;
    add_role_of(r, arena_str(&r->into->arena, str_from(values[0])), str_from(values[1]));
    return arena_ok(&r->into->arena, error);
}

static bool read_names(struct database *db, bool product, struct reader *r, struct error *error)
{
    char sql[200];
    snprintf(sql, sizeof sql,
             "SELECT entity_id, name, kind, case_sensitive FROM entity_names WHERE (origin = 'product') = %s "
             "ORDER BY entity_id COLLATE \"C\", name COLLATE \"C\"",
             product ? "true" : "false");
    return database_query(db, sql, 0, NULL, read_name, r, error);
}

static bool read_nobody(struct database *db, struct reader *r, struct error *error)
{
    bool ok = database_query(db, "SELECT phrase FROM entity_stop_phrases WHERE kind = 'nobody'", 0, NULL,
                             read_one_nobody, r, error);
    if (r->nobody_count) qsort(r->nobody, r->nobody_count, sizeof *r->nobody, compare_keys);
    return ok;
}

struct entity_names *entity_names_read(struct database *db, struct error *error)
{
    struct reader r;
    if (!start(&r, error)) return NULL;
    bool ok =
        database_query(db, "SELECT entity_id, kind FROM entities ORDER BY entity_id COLLATE \"C\"", 0, NULL, read_kind,
                       &r, error) &&
        read_nobody(db, &r, error) && read_names(db, false, &r, error) && read_bundled(&r, error) &&
        read_names(db, true, &r, error) &&
        database_query(db, "SELECT phrase, kind FROM entity_stop_phrases", 0, NULL, read_stop, &r, error) &&
        database_query(
            db, "SELECT phrase, entity_id, kind FROM entity_organs ORDER BY origin = 'product', phrase COLLATE \"C\"",
            0, NULL, read_organ, &r, error) &&
        database_query(db, "SELECT phrase, type FROM support_types ORDER BY phrase COLLATE \"C\"", 0, NULL, read_type,
                       &r, error) &&
        database_query(db, "SELECT header_key, role FROM header_roles", 0, NULL, read_role, &r, error);
    return finish(&r, ok, error);
}

struct entity_names *entity_names_bundled(struct error *error)
{
    struct reader r;
    if (!start(&r, error)) return NULL;
    bool ok = read_file(&r, "schema/entities.csv", add_kind, error) && read_bundled(&r, error) &&
              read_file(&r, "schema/entity_names.csv", add_name, error) &&
              read_file(&r, "schema/entity_stop_phrases.csv", add_stop, error) &&
              read_file(&r, "schema/entity_organs.csv", add_organ, error) &&
              read_file(&r, "schema/support_types.csv", add_type, error) &&
              read_file(&r, "schema/header_roles.csv", add_role, error);
    return finish(&r, ok, error);
}

const struct mention_source *entity_names_source(const struct entity_names *names)
{
    return &names->source;
}

void entity_names_free(struct entity_names *names)
{
    if (!names) return;
    mention_names_free(names->names);
    mention_names_free(names->organs);
    statement_words_free(names->words);
    arena_release(&names->arena);
    free(names);
}
